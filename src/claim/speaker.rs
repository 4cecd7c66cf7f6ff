//! Who says what in one article: verbs of saying, `according to`, quotations and their speakers.
//!
//! Pronouns and descriptions are left as they stand; the table of entities resolves them.

use crate::model::{Annotations, Document, Span};
use std::ops::Range;

/// A piece of text that an article puts in somebody's mouth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// The text attributed, without the words that attribute it.
    pub covers: Span,
    /// The words for the speaker: a name, a description, a pronoun.
    pub speaker: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token that is its head: the last of the name (also where an apposition follows), the noun or the pronoun.
    pub head: usize,
    /// Lemma of the verb (`say`), or `according to`.
    pub verb: String,
    /// The agency or outlet through which it came (`told Reuters`), as shown.
    pub via: Option<String>,
    /// The quotation attributed, as an index into the document's, where there is one.
    pub quotation: Option<usize>,
}

/// All attributions of `doc`, ordered by what they cover.
pub fn speakers(_doc: &Document, _notes: &Annotations) -> Vec<Attribution> {
    Vec::new()
}
