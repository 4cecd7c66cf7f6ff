//! Looking at tokens: the few questions that every reader of quantities asks.

use crate::model::{Document, TokenKind};

/// A document, seen by its tokens.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// The document.
    pub doc: &'a Document,
}

impl<'a> Text<'a> {
    /// Token `i` in lower case; empty if there is none or it belongs to another sentence's end.
    pub fn word(self, i: usize) -> &'a str {
        self.doc.word(i)
    }

    /// Token `i` as written.
    pub fn raw(self, i: usize) -> &'a str {
        self.doc.token_text(i)
    }

    /// The word before token `i`; empty at the start.
    pub fn before(self, i: usize) -> &'a str {
        i.checked_sub(1).map_or("", |p| self.doc.word(p))
    }

    /// Its kind.
    pub fn kind(self, i: usize) -> Option<TokenKind> {
        self.doc.tokens.get(i).map(|t| t.kind)
    }

    /// Whether white space stands before token `i`.
    pub fn spaced(self, i: usize) -> bool {
        self.doc.tokens.get(i).is_some_and(|t| t.spaced)
    }

    /// Whether token `i` follows the one before it without white space.
    pub fn glued(self, i: usize) -> bool {
        self.doc.tokens.get(i).is_some_and(|t| !t.spaced)
    }

    /// Whether token `i` starts with an upper-case letter.
    pub fn capital(self, i: usize) -> bool {
        self.doc.tokens.get(i).is_some_and(|t| t.capital)
    }

    /// Whether token `i` is a number glued to the token before.
    pub fn glued_number(self, i: usize) -> bool {
        self.glued(i) && self.kind(i) == Some(TokenKind::Number)
    }

    /// Whether token `i` is a dash.
    pub fn is_dash(self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Dash)
    }

    /// Whether token `i` is a hyphen glued on both sides.
    pub fn is_glued_dash(self, i: usize) -> bool {
        self.is_dash(i) && self.glued(i) && self.glued(i + 1)
    }

    /// Whether the dash at `i` is a sign: nothing it could join stands right before it.
    pub fn opens_sign(self, i: usize) -> bool {
        i == 0
            || self.spaced(i) && self.kind(i - 1) != Some(TokenKind::Number)
            || matches!(self.kind(i - 1), Some(TokenKind::Currency))
            || self.before(i) == "("
    }

    /// Whether token `i` is a group of three digits after white space, perhaps with decimals.
    pub fn is_group(self, i: usize) -> bool {
        let word = self.word(i);
        self.spaced(i)
            && self.kind(i) == Some(TokenKind::Number)
            && word.len() >= 3
            && word.bytes().take(3).all(|b| b.is_ascii_digit())
            && (word.len() == 3 || word.as_bytes()[3] == b'.')
    }

    /// Whether the white space before token `i` is a no-break or thin space.
    pub fn hard_space_before(self, i: usize) -> bool {
        let (Some(a), Some(b)) =
            (i.checked_sub(1).and_then(|p| self.doc.tokens.get(p)), self.doc.tokens.get(i))
        else {
            return false;
        };
        let between = &self.doc.text()[a.span.end..b.span.start];
        !between.is_empty()
            && between.chars().all(|c| matches!(c, '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2007}'))
    }

    /// The text from the start of token `i` on.
    pub fn rest(self, i: usize) -> &'a str {
        self.doc.tokens.get(i).map_or("", |t| &self.doc.text()[t.span.start..])
    }

    /// The index behind the token that ends at byte `end`, looking at most a few tokens on from `i`.
    pub fn token_ending(self, i: usize, end: usize) -> Option<usize> {
        (i..i + 6).find(|&k| self.doc.tokens.get(k).is_some_and(|t| t.span.end == end)).map(|k| k + 1)
    }

    /// Matches `words` at token `at`, hyphens between them allowed: the token behind.
    pub fn matches(self, at: usize, words: &[String]) -> Option<usize> {
        let mut i = at;
        for word in words {
            if self.is_glued_dash(i) {
                i += 1;
            }
            if self.word(i) != word {
                return None;
            }
            i += 1;
        }
        Some(i)
    }
}
