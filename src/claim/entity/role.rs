//! Who holds which office, as one article says it.

use crate::model::{Annotations, Document, Span};

/// A statement that a person holds (or held) an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleMention {
    /// The person's name.
    pub person: Span,
    /// The words for the office, with its field (`head of UK equities`).
    pub role: Span,
    /// The office in the form in which offices are compared (`chief executive` for `CEO`).
    pub role_lemma: String,
    /// The organisation or place, as named or described (`Aliyun`, `the company`, `its`).
    pub organisation: Option<Span>,
    /// Whether it is said to be over (`former`).
    pub former: bool,
    /// Person, office and organisation together.
    pub span: Span,
}

/// All offices stated in `doc`, ordered by position.
pub fn roles(_doc: &Document, _notes: &Annotations) -> Vec<RoleMention> {
    Vec::new()
}
