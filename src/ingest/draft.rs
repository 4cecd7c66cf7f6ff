//! What a format hands over: texts with their own metadata, and what went wrong on the way.

use super::limits::{Limits, size};
use crate::model::{Block, Problem, Span, Table};
use crate::rules::JsonFields;

/// What an article says of itself, as written; nothing is checked yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Its id.
    pub id: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Author.
    pub author: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Publication date.
    pub published: Option<String>,
    /// Story.
    pub story: Option<String>,
    /// Date of the last change.
    pub modified: Option<String>,
    /// Language tag.
    pub language: Option<String>,
}

impl Metadata {
    /// These, completed with `other` where they say nothing.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            id: self.id.or(other.id),
            title: self.title.or(other.title),
            publisher: self.publisher.or(other.publisher),
            author: self.author.or(other.author),
            url: self.url.or(other.url),
            published: self.published.or(other.published),
            story: self.story.or(other.story),
            modified: self.modified.or(other.modified),
            language: self.language.or(other.language),
        }
    }
}

/// An article before its metadata are joined with those of the rules.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// What it says of itself.
    pub meta: Metadata,
    /// Its text.
    pub text: String,
    /// The part of the text that is the article; `None`: all of it.
    pub body: Option<Span>,
    /// Parts that are no prose, sorted.
    pub skipped: Vec<Span>,
    /// Its blocks, where the format says where they are.
    pub blocks: Vec<Block>,
    /// Its tables.
    pub tables: Vec<Table>,
    /// Name of the format.
    pub extraction: &'static str,
    /// First line within the file, 1-based.
    pub file_line: usize,
    /// Hexadecimal SHA-256 of its bytes.
    pub sha256: String,
}

/// No names but the usual ones.
static USUAL: JsonFields = JsonFields::new();

/// Where a format puts what it finds in one input.
pub struct Sink<'a> {
    /// How messages call the input.
    pub name: &'a str,
    /// What is too much.
    pub limits: Limits,
    /// The user's names for the fields of a JSON article.
    pub fields: &'a JsonFields,
    /// Articles so far.
    pub drafts: Vec<Draft>,
    /// Problems so far.
    pub problems: Vec<Problem>,
}

impl<'a> Sink<'a> {
    /// An empty one for the input called `name`.
    pub const fn new(name: &'a str, limits: Limits) -> Self {
        Self { name, limits, fields: &USUAL, drafts: Vec::new(), problems: Vec::new() }
    }

    /// The same with these names for the fields of a JSON article.
    pub fn with_fields(self, fields: &'a JsonFields) -> Self {
        Self { fields, ..self }
    }

    /// Something asked for was not read.
    pub fn fail(&mut self, message: impl Into<String>) {
        self.problem(None, message, true);
    }

    /// The same, at a line and column of the input.
    pub fn fail_at(&mut self, line: usize, column: usize, message: impl Into<String>) {
        self.problem(Some((line, column)), message, true);
    }

    /// Something was left out or odd, but what was asked for was read.
    pub fn note(&mut self, line: usize, message: impl Into<String>) {
        self.problem(Some((line, 1)), message, false);
    }

    fn problem(&mut self, at: Option<(usize, usize)>, message: impl Into<String>, fatal: bool) {
        let source = match at {
            Some((line, column)) => format!("{}:{line}:{column}", self.name),
            None => self.name.to_owned(),
        };
        self.problems.push(Problem { source, message: message.into(), fatal });
    }

    /// Whether so many bytes are too much for an article; says so.
    pub fn too_long(&mut self, bytes: usize) -> bool {
        let too_long = bytes > self.limits.article_bytes;
        if too_long {
            let (has, limit) = (size(bytes as u64), size(self.limits.article_bytes as u64));
            self.fail(format!(
                "The article has {has}; the limit is {limit}. Raise it with --max-article-size."
            ));
        }
        too_long
    }

    /// Takes an article, unless it is empty or too long.
    pub fn push(&mut self, draft: Draft) {
        let at = (draft.file_line > 1).then_some((draft.file_line, 1));
        let prose = draft.body.map_or(draft.text.as_str(), |body| body.of(&draft.text));
        if prose.trim().is_empty() {
            self.problem(at, "The article is empty; there is nothing to compare.", true);
        } else if draft.text.len() > self.limits.article_bytes {
            let (has, limit) = (size(draft.text.len() as u64), size(self.limits.article_bytes as u64));
            let message =
                format!("The article has {has}; the limit is {limit}. Raise it with --max-article-size.");
            self.problem(at, message, true);
        } else {
            self.drafts.push(draft);
        }
    }
}
