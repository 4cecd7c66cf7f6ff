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

use super::blocks::Text;
use super::draft::Metadata;
use super::limits::{Limits, too_deep};
use crate::model::Table;
use dom_query::Document;

/// A page whose data hold so many times the text that it shows, shows a stub.
const STUB: f64 = 1.3;

/// An article out of a page.
#[derive(Debug, Default)]
pub struct Page {
    /// Headline, then paragraphs, list items and table rows, with blank lines between blocks.
    pub text: String,
    /// Its tables.
    pub tables: Vec<Table>,
    /// What the page says of itself.
    pub meta: Metadata,
}

/// Reads the article of a page; a whole sentence where that cannot be done.
pub fn page(html: &str, limits: Limits) -> Result<Page, String> {
    if depth::exceeds(html, limits.depth) {
        return Err(too_deep("The elements of this page", limits.depth));
    }
    let document = Document::from(html);
    let found = metadata::of(&document);
    furniture::remove(&document);
    let mut text = body::text(&document);
    // A page may show a stub and carry the whole text beside it.
    let longer = |full: &String| full.len() as f64 > STUB * text.text.len() as f64;
    if let Some(full) = found.article_body.filter(longer) {
        text = Text { text: full, tables: Vec::new() };
    }
    let Text { text, tables } = text.under(found.meta.title.as_deref());
    Ok(Page { text, tables, meta: found.meta })
}
