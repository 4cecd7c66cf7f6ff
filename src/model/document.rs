//! An article cut into paragraphs, sentences, tokens and quotations.

use super::{Article, Fact, Span, Words};
use std::ops::Range;

/// An article with its structure. All spans are byte offsets into `article.text`.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The article itself.
    pub article: Article,
    /// `article.text` in ASCII lower case: same length, same offsets.
    pub lower: String,
    /// Paragraphs in order, furniture included.
    pub paragraphs: Vec<Paragraph>,
    /// Sentences of all paragraphs that are not furniture, in order.
    pub sentences: Vec<Sentence>,
    /// Tokens of all sentences, in order; furniture has none.
    pub tokens: Vec<Token>,
    /// For each token the index of its sentence.
    pub in_sentence: Vec<u32>,
    /// The words of these tokens.
    pub words: Words,
    /// Pieces between quotation marks, in order of their start; a quotation may span sentences.
    pub quotations: Vec<Quotation>,
}

/// A block of text between blank lines, or a line of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: ParagraphKind,
    /// Its sentences, as indices into [`Document::sentences`].
    pub sentences: Range<usize>,
}

/// What a paragraph is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParagraphKind {
    /// The headline (also where it is printed a second time).
    Headline,
    /// A heading inside the article.
    Heading,
    /// Prose.
    Body,
    /// An entry of a list.
    Item,
    /// A row of a table.
    Row,
    /// A photo caption or credit that states something.
    Caption,
    /// Share bars, bylines, credits, links: not part of the story. Has no sentences.
    Furniture,
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without surrounding white space.
    pub span: Span,
    /// Index into [`Document::paragraphs`].
    pub paragraph: usize,
    /// Its tokens, as indices into [`Document::tokens`].
    pub tokens: Range<usize>,
}

/// A word, a number as written in digits, a sign. White space is no token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a thing that a token is or is not")]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether white space (or the start of the text) stands before it.
    pub spaced: bool,
    /// Whether it starts with an upper-case letter.
    pub capital: bool,
    /// Whether an upper-case letter stands behind its first: `iPhone`, `eBay`.
    pub inner_capital: bool,
    /// Whether it is the last of a quotation, its mark included.
    pub closes: bool,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes and full stops (`don't`, `U.S.`, `a.m.`); a possessive `'s` is a token of its own.
    Word,
    /// Digits with inner separators: `1,234.5`, `28`, `1.4`. Never a sign, a currency sign or a letter.
    Number,
    /// Letters and digits in one run, letters first or mixed: `G20`, `B2B`, `x86`.
    /// (`1B`, `5th`, `20m`, `40km` are a `Number` followed by an unspaced `Word`.)
    Mixed,
    /// The possessive `'s` or `'` after a plural.
    Possessive,
    /// A currency sign: `$`, `€`, `£`, `¥`, `₹`, …
    Currency,
    /// One of `-`, `‐`, `‑`, `–`, `—`, `−`.
    Dash,
    /// Any other single sign: `.`, `,`, `%`, `(`, `"`, …
    Punct,
}

/// Words between quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The words without the marks.
    pub inner: Span,
    /// The words with the marks.
    pub outer: Span,
    /// Whether a closing mark was found (a quotation that continues in the next paragraph has none).
    pub closed: bool,
}

impl Document {
    /// The source text.
    pub fn text(&self) -> &str {
        &self.article.text
    }

    /// Token `i` as written.
    pub fn token_text(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.span.of(&self.article.text))
    }

    /// Token `i` in ASCII lower case; empty if there is none.
    pub fn word(&self, i: usize) -> &str {
        self.words.at(i)
    }

    /// Whether `fact` holds of the word of token `i`.
    pub fn is(&self, i: usize, fact: Fact) -> bool {
        self.words.is(i, fact)
    }

    /// The text from the start of token `tokens.start` to the end of the last.
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|e| self.tokens.get(e))) {
            (Some(a), Some(b)) if !tokens.is_empty() => Span::new(a.span.start, b.span.end),
            _ => Span::default(),
        }
    }

    /// Index of the sentence that holds token `i`; the last if there is no such token.
    pub fn sentence_of(&self, i: usize) -> usize {
        match self.in_sentence.get(i) {
            Some(&sentence) => sentence as usize,
            None => self.sentences.len().saturating_sub(1),
        }
    }

    /// The tokens that overlap `span`, as a range of indices.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let from = self.tokens.partition_point(|t| t.span.end <= span.start);
        let to = self.tokens.partition_point(|t| t.span.start < span.end);
        from..to.max(from)
    }

    /// The quotation that holds byte `at`, if any (the innermost).
    pub fn quotation_at(&self, at: usize) -> Option<usize> {
        self.quotations
            .iter()
            .enumerate()
            .filter(|(_, q)| q.inner.start <= at && at < q.inner.end)
            .min_by_key(|(_, q)| q.inner.len())
            .map(|(i, _)| i)
    }
}
