//! What every rule looks at: the tokens of one sentence, and what is known about time when it begins.
//!
//! Rules are functions from a position to what starts there; they read no farther than the end of the sentence and look a
//! bounded number of tokens back, so that reading a text takes linear time.

use crate::lexicon::calendar::{self, Term, Unit};
use crate::lexicon::numbers;
use crate::model::time::Date;
use crate::model::{Document, Fact, Quantity, TimeValue, TokenKind};
use std::cell::OnceCell;

/// The tokens of a sentence with the state of the reading.
pub struct Reader<'a> {
    /// The article.
    pub doc: &'a Document,
    /// First token of the sentence.
    pub from: usize,
    /// One past its last token.
    pub to: usize,
    /// Day of publication.
    pub anchor: Option<Date>,
    /// The quarter of a year that was last spoken of.
    pub quarter: Option<(i16, i8)>,
    /// The day that was last spoken of.
    pub day: Option<Date>,
    /// First day of the time that was last spoken of.
    pub spoken: Option<Date>,
    /// What [`Reader::day_first`] found.
    order: OnceCell<Option<bool>>,
}

/// A time expression: one past its last token, and what it says.
pub struct Found {
    /// One past the last token.
    pub end: usize,
    /// What it says.
    pub says: Says,
}

/// What a time expression says.
pub enum Says {
    /// A day or a longer period.
    Date(TimeValue),
    /// A time of day.
    Time(TimeValue),
    /// A length of time in units.
    Duration(Quantity, Unit),
    /// How old somebody or something is, in units.
    Age(Quantity, Unit),
}

impl Found {
    /// A date that ends before token `end`.
    pub fn date(end: usize, value: TimeValue) -> Self {
        Self { end, says: Says::Date(value) }
    }

    /// The time value, if it is one.
    pub fn value(&self) -> Option<&TimeValue> {
        match &self.says {
            Says::Date(t) | Says::Time(t) => Some(t),
            Says::Duration(..) | Says::Age(..) => None,
        }
    }
}

impl<'a> Reader<'a> {
    /// A reader of `doc` that stands nowhere yet.
    pub fn new(doc: &'a Document, anchor: Option<Date>) -> Self {
        Self { doc, from: 0, to: 0, anchor, quarter: None, day: None, spoken: None, order: OnceCell::new() }
    }

    /// Token `i` in lower case; empty outside the sentence.
    pub fn word(&self, i: usize) -> &'a str {
        if (self.from..self.to).contains(&i) { self.doc.word(i) } else { "" }
    }

    /// The token before `i` in lower case; empty at the start of the sentence.
    pub fn before(&self, i: usize) -> &'a str {
        i.checked_sub(1).map_or("", |i| self.word(i))
    }

    /// Whether token `i` is one of `words`.
    pub fn is(&self, i: usize, words: &[&str]) -> bool {
        words.contains(&self.word(i))
    }

    /// What token `i` can be in a time expression.
    pub fn term(&self, i: usize) -> Option<Term> {
        self.kind(i).filter(|k| *k == TokenKind::Word).and_then(|_| calendar::term(self.word(i)))
    }

    /// The number below a hundred that token `i` states in a word.
    pub fn cardinal(&self, i: usize) -> Option<u32> {
        self.number_word(i).and_then(numbers::cardinal)
    }

    /// The ordinal below a hundred that token `i` states in a word.
    pub fn ordinal(&self, i: usize) -> Option<u32> {
        self.number_word(i).and_then(numbers::ordinal)
    }

    /// What token `i` multiplies the number before it by.
    pub fn scale(&self, i: usize) -> Option<u64> {
        self.number_word(i).and_then(numbers::scale)
    }

    fn number_word(&self, i: usize) -> Option<&'a str> {
        Some(self.word(i)).filter(|_| self.doc.is(i, Fact::Number))
    }

    /// The unit of time that token `i` names.
    pub fn unit(&self, i: usize) -> Option<Unit> {
        match self.term(i) {
            Some(Term::Unit(unit)) => Some(unit),
            _ => None,
        }
    }

    /// What token `i` is made of.
    pub fn kind(&self, i: usize) -> Option<TokenKind> {
        (self.from..self.to).contains(&i).then(|| self.doc.tokens[i].kind)
    }

    /// Whether token `i` starts with a capital.
    pub fn capital(&self, i: usize) -> bool {
        (self.from..self.to).contains(&i) && self.doc.tokens[i].capital
    }

    /// Whether token `i` stands right behind the one before.
    pub fn glued(&self, i: usize) -> bool {
        (self.from..self.to).contains(&i) && !self.doc.tokens[i].spaced
    }

    /// Whether token `i` is a dash.
    pub fn dash(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Dash)
    }

    /// A whole number in digits without separators, of at most nine digits.
    pub fn digits(&self, i: usize) -> Option<u32> {
        let word = self.word(i);
        (self.kind(i) == Some(TokenKind::Number) && word.len() <= 9).then(|| word.parse().ok()).flatten()
    }

    /// Whether dates in digits have the day first, where one of the text shows it: `29/07/2015` does, `7/29/2015` has the
    /// month first. `None` if none shows it, or they differ.
    pub fn day_first(&self) -> Option<bool> {
        *self.order.get_or_init(|| {
            let number = |i: usize| self.doc.word(i).parse::<u32>().ok();
            let shown = |i: usize| {
                let slashes = self.doc.word(i + 1) == "/" && self.doc.word(i + 3) == "/";
                let (first, second) = slashes.then(|| number(i).zip(number(i + 2)))??;
                number(i + 4)?;
                match (first, second) {
                    (13..=31, 1..=12) => Some(true),
                    (1..=12, 13..=31) => Some(false),
                    _ => None,
                }
            };
            let mut all = (0..self.doc.tokens.len()).filter_map(shown);
            let first = all.next()?;
            all.all(|other| other == first).then_some(first)
        })
    }

    /// Length of token `i` in bytes.
    pub fn len(&self, i: usize) -> usize {
        self.word(i).len()
    }

    /// `i`, or behind the full stop of an abbreviation or a comma that stands there.
    pub fn past(&self, i: usize, signs: &[&str]) -> usize {
        if self.is(i, signs) { i + 1 } else { i }
    }
}
