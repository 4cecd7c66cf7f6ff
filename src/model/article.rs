//! An article as it was read: its text and what is known about it.

use super::{Block, Span, Table, TimeValue};

/// One article, read but not yet analysed. `text` is what every offset refers to: UTF-8, BOM dropped, newlines as they were.
#[derive(Debug, Clone, Default)]
pub struct Article {
    /// The `id` given, else the file's stem; unique within its story.
    pub id: String,
    /// Path for people, relative where possible, `/` as separator; `None` for standard input.
    pub path: Option<String>,
    /// Name of the story; only articles of one story are compared.
    pub story: Option<String>,
    /// Headline, if the metadata give one.
    pub title: Option<String>,
    /// Newspaper, agency or site.
    pub publisher: Option<String>,
    /// Author as given.
    pub author: Option<String>,
    /// Address of the original.
    pub url: Option<String>,
    /// Publication date as far as metadata give it; `annotate` completes it from the text.
    pub published: Published,
    /// Date or date-time of the last change, as metadata give it.
    pub modified: Option<String>,
    /// Language tag, as metadata give it (`en`, `en-GB`).
    pub language: Option<String>,
    /// The text of the article.
    pub text: String,
    /// Part of `text` that is the article itself, where front matter was skipped.
    pub body: Span,
    /// Its blocks in order, where the format says where they are (Markdown); empty: a block is found by its lines.
    pub blocks: Vec<Block>,
    /// Its tables, in order.
    pub tables: Vec<Table>,
    /// Name of the language the text was found to be in, if that is not English; only its numbers and dates are read.
    pub foreign: Option<&'static str>,
    /// Parts of `text` that ingest knows to be no prose of the article (markup, front matter), sorted.
    pub skipped: Vec<Span>,
    /// Lower-case hexadecimal SHA-256 of the bytes as read.
    pub sha256: String,
    /// How the text was obtained: `text`, `markdown`, `html`, `json`, …
    pub extraction: &'static str,
    /// First line of the article within its file, 1-based (a line of a `.jsonl` file; 1 otherwise).
    pub file_line: usize,
}

/// When an article was published, and how that is known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Published {
    /// The date or date-time, if known at all.
    pub date: Option<TimeValue>,
    /// Where the date comes from.
    pub basis: Basis,
    /// One sentence that says why, for `stated` and `inferred`.
    pub reason: Option<String>,
}

/// How something is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Metadata say so.
    Given,
    /// The text says so.
    Stated,
    /// It follows from other things in the text.
    Inferred,
    /// Not known.
    #[default]
    Unknown,
}

impl Basis {
    /// The word of the contract.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Stated => "stated",
            Self::Inferred => "inferred",
            Self::Unknown => "unknown",
        }
    }
}

/// Something that could not be done, said rather than dropped.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file or article concerned (`path`, or `path:line:column` where known).
    pub source: String,
    /// A whole sentence: what happened and what to do next.
    pub message: String,
    /// Whether the run has thereby not done its job (exit status 2).
    pub fatal: bool,
}
