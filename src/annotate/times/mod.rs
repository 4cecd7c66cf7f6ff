//! Dates, clock times, durations, and the date of publication where only the text gives one.

use crate::model::{Document, Mention, Published};

/// The publication date and every time reference, ordered by position.
pub fn find(doc: &Document) -> (Published, Vec<Mention>) {
    (doc.article.published.clone(), Vec::new())
}
