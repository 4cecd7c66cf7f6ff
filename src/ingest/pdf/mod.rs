//! PDF with a text layer to text: [`glyphs`] says where each letter stands, [`layout`] makes columns, lines and paragraphs of it.
//!
//! The only user of `pdf_extract`, which gives up on damaged files by panicking; [`contained`] keeps that to the one file.

mod bounds;
mod glyphs;
mod layout;

use super::blocks::Text;
use super::limits::Limits;
use std::cell::Cell;
use std::sync::Once;

/// Stack of the thread that reads a file; its parsers recurse.
const STACK: usize = 64 << 20;

/// The text of a file; a whole sentence where there is none.
pub fn text(bytes: &[u8], limits: Limits) -> Result<Text, String> {
    bounds::check(bytes, limits)?;
    let pages = contained(|| glyphs::pages(bytes, limits.article_bytes))
        .unwrap_or_else(|| Err("it is damaged".to_owned()));
    let pages =
        pages.map_err(|reason| format!("This PDF cannot be read: {reason}. Save it anew or as text."))?;
    let text = layout::text(&pages);
    if text.text.trim().is_empty() {
        return Err("This PDF has no text, only pictures; have its text recognised first.".to_owned());
    }
    Ok(text)
}

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work` on a thread of its own, whose panics are neither shown nor passed on; `None` if it panicked.
fn contained<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                usual(info);
            }
        }));
    });
    let quiet = move || {
        QUIET.set(true);
        work()
    };
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, quiet);
        thread.ok()?.join().ok()
    })
}

#[cfg(test)]
pub mod tests;
