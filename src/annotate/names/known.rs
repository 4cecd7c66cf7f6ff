//! Names that rules or gazetteer know, looked up at a token.

use super::Piece;
use crate::lexicon::places;
use crate::model::{Document, EntityKind, Span};
use crate::rules::Rules;
use rustc_hash::{FxHashMap, FxHashSet};

/// The names of the rules, by the lower-case form of their first token.
pub struct Known<'a> {
    aliases: FxHashMap<String, Vec<Alias<'a>>>,
}

/// One spelling of an entity of the rules.
struct Alias<'a> {
    text: &'a str,
    name: &'a str,
    kind: EntityKind,
}

impl<'a> Known<'a> {
    /// Indexes the entities of `rules` whose first word stands in `doc`.
    pub fn new(doc: &Document, rules: &'a Rules) -> Self {
        let words: FxHashSet<&str> = (0..doc.tokens.len()).map(|i| doc.word(i)).collect();
        let mut aliases: FxHashMap<String, Vec<Alias>> = FxHashMap::default();
        for entity in &rules.entities {
            for text in std::iter::once(&entity.name).chain(&entity.aliases) {
                let first = first_word(text);
                if words.contains(first.as_str()) {
                    aliases.entry(first).or_default().push(Alias {
                        text,
                        name: &entity.name,
                        kind: entity.kind,
                    });
                }
            }
        }
        for list in aliases.values_mut() {
            list.sort_by_key(|a| std::cmp::Reverse(a.text.len()));
        }
        Self { aliases }
    }

    /// The longest name of the rules that starts at token `i` and ends before token `limit`.
    pub fn rule_at(&self, doc: &Document, i: usize, limit: usize) -> Option<Piece> {
        if self.aliases.is_empty() {
            return None;
        }
        self.aliases.get(doc.word(i))?.iter().find_map(|alias| {
            let end = matches_at(doc, i, limit, alias.text, false)?;
            // `Alibaba` does not stand in `Alibaba Cloud`, nor `United` in `United Airlines`.
            let goes_on = alias.text.split(' ').count() == 1 && run_goes_on(doc, end, limit);
            (!goes_on).then(|| Piece {
                tokens: i..end,
                kind: alias.kind,
                canonical: Some(alias.name.to_owned()),
            })
        })
    }

    /// The same, with any capitals.
    pub fn rule_at_any_case(&self, doc: &Document, i: usize, limit: usize) -> Option<Piece> {
        self.aliases.get(doc.word(i))?.iter().filter(|a| a.text.len() > 3).find_map(|alias| {
            let end = matches_at(doc, i, limit, alias.text, true)?;
            Some(Piece { tokens: i..end, kind: alias.kind, canonical: Some(alias.name.to_owned()) })
        })
    }
}

/// The longest place of the gazetteer that starts at token `i` and ends before token `limit`, and its end.
pub fn place_at(doc: &Document, i: usize, limit: usize) -> Option<Piece> {
    let most = (i + 2 * places::longest()).min(limit);
    let phrase = |end: usize| super::surface(doc.span_of(i..end).of(doc.text()));
    (i + 1..=most).rev().find_map(|end| {
        let text = phrase(end);
        let place = places::lookup(&text)?;
        Some(Piece { tokens: i..end, kind: EntityKind::Place, canonical: Some(place.name.clone()) })
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
