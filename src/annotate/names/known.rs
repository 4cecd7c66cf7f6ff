//! Names that rules or gazetteer know, looked up at a token.

use super::Piece;
use crate::lexicon::places;
use crate::model::{Document, EntityKind, Fact, Span, WordTable};
use crate::rules::Rules;
use std::ops::Range;

/// The names of the rules.
pub struct Known<'a> {
    rules: &'a Rules,
    /// Those that begin with each word.
    names: WordTable<'a, &'a [(usize, String)]>,
}

impl<'a> Known<'a> {
    /// The entities of `rules` that `doc` may name.
    pub fn new(doc: &'a Document, rules: &'a Rules) -> Self {
        let names = rules.entity_names(first_word);
        Self { rules, names: doc.words.table(|word| names.beginning_with(word)) }
    }

    /// The longest name of the rules that starts at token `i` and ends before token `limit`.
    pub fn rule_at(&self, doc: &Document, i: usize, limit: usize) -> Option<Piece> {
        self.names.at(i)?.iter().find_map(|(entity, text)| {
            let end = matches_at(doc, i, limit, text, false)?;
            // `Alibaba` does not stand in `Alibaba Cloud`, nor `United` in `United Airlines`.
            let goes_on = text.split(' ').count() == 1 && run_goes_on(doc, end, limit);
            (!goes_on).then(|| self.piece(*entity, i..end))
        })
    }

    /// The same, with any capitals.
    pub fn rule_at_any_case(&self, doc: &Document, i: usize, limit: usize) -> Option<Piece> {
        self.names.at(i)?.iter().filter(|(_, text)| text.len() > 3).find_map(|(entity, text)| {
            let end = matches_at(doc, i, limit, text, true)?;
            Some(self.piece(*entity, i..end))
        })
    }

    fn piece(&self, entity: usize, tokens: Range<usize>) -> Piece {
        let rule = &self.rules.entities[entity];
        Piece { tokens, kind: rule.kind, canonical: Some(rule.name.clone()) }
    }
}

/// The longest place of the gazetteer that starts at token `i` and ends before token `limit`, and its end.
pub fn place_at(doc: &Document, i: usize, limit: usize) -> Option<Piece> {
    if !doc.is(i, Fact::BeginsPlace) {
        return None;
    }
    let most = (i + 2 * places::longest()).min(limit);
    let phrase = |end: usize| super::surface(doc.span_of(i..end).of(doc.text()));
    (i + 1..=most).rev().find_map(|end| {
        let text = phrase(end);
        let place = places::lookup(&text)?;
        Some(Piece { tokens: i..end, kind: EntityKind::Place, canonical: Some(place.name.to_owned()) })
    })
}

/// Whether a capitalised word goes on with the name that ends at token `end`.
fn run_goes_on(doc: &Document, end: usize, limit: usize) -> bool {
    let next = doc.tokens.get(end);
    end < limit
        && next.is_some_and(|t| t.capital && t.spaced)
        && !super::run::is_break(doc, end)
        && crate::lexicon::naming::role(doc.word(end)).is_none()
}

/// The end of `phrase`, if it stands at token `i`; white space of any kind stands for a space.
fn matches_at(doc: &Document, i: usize, limit: usize, phrase: &str, any_case: bool) -> Option<usize> {
    let start = doc.tokens.get(i)?.span.start;
    let stop = doc.tokens.get(limit.checked_sub(1)?)?.span.end;
    let text = Span::new(start, stop).of(doc.text());
    let mut rest = text;
    for (n, word) in phrase.split_whitespace().enumerate() {
        if n > 0 {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
        }
        let piece = rest.get(..word.len())?;
        if !(piece == word || (any_case && piece.eq_ignore_ascii_case(word))) {
            return None;
        }
        rest = &rest[word.len()..];
    }
    let end = start + (text.len() - rest.len());
    let last = doc.tokens[..limit].partition_point(|t| t.span.end < end);
    (doc.tokens.get(last)?.span.end == end).then_some(last + 1)
}

/// The part of an alias that is its first token, in lower case.
fn first_word(text: &str) -> String {
    let end =
        text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '\'' | '’'))).unwrap_or(text.len());
    text[..end].to_ascii_lowercase()
}
