//! Pages of the web to articles: what a reader would call the article, without what surrounds it on the page.
//!
//! Four steps: metadata ([`metadata`]), furniture out ([`furniture`]), the element that holds the article ([`body`]), its text block
//! by block ([`text`]). Offsets refer to that text, never to the page. The only user of `dom_query` and `dom_smoothie`.

mod body;
mod depth;
mod furniture;
mod json_ld;
mod metadata;
#[cfg(test)]
mod tests;
mod text;

use super::draft::Metadata;
use dom_query::Document;

/// Elements may be nested this deep. Pages have about 30 levels; browsers stop at 512.
const MAX_DEPTH: usize = 512;

/// An article out of a page.
#[derive(Debug, Default)]
pub struct Page {
    /// Headline, then paragraphs, list items and table rows, with blank lines between blocks.
    pub text: String,
    /// What the page says of itself.
    pub meta: Metadata,
}

/// Reads the article of a page; a whole sentence where that cannot be done.
pub fn page(html: &str) -> Result<Page, String> {
    if depth::exceeds(html, MAX_DEPTH) {
        return Err(format!(
            "The elements of this page are nested more than {MAX_DEPTH} deep; it was left out."
        ));
    }
    let document = Document::from(html);
    let found = metadata::of(&document);
    furniture::remove(&document);
    let mut text = body::text(&document);
    // A page may show a stub and carry the whole text beside it.
    if let Some(full) = found.article_body.filter(|full| full.len() > 3 * text.len()) {
        text = full;
    }
    Ok(Page { text: with_headline(found.meta.title.as_deref(), text), meta: found.meta })
}

/// The text with the headline in front, unless it begins with it.
fn with_headline(title: Option<&str>, text: String) -> String {
    match title {
        Some(title) if !text.is_empty() && !text.trim_start().starts_with(title) => {
            format!("{title}\n\n{text}")
        }
        _ => text,
    }
}
