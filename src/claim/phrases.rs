//! Noun phrases: where they end, and which of them are values or times.

use crate::model::{Document, Tag};
use std::ops::Range;

/// The end of the noun phrase that starts at `i`; `i` if none does.
pub fn phrase(doc: &Document, tags: &[Tag], i: usize, end: usize) -> usize {
    let mut k = i;
    let mut last = i;
    while k < end {
        match tags[k] {
            Tag::Pronoun if k == i => return i + 1,
            t if t.is_noun() => last = k + 1,
            Tag::Number => last = k + 1,
            Tag::Determiner if k == i => {}
            Tag::Adjective | Tag::Possessive => {}
            Tag::Adverb if k > i => {}
            Tag::Sign
                if !doc.tokens[k].spaced
                    && k > i
                    && doc.word(k) != ","
                    && (doc.word(k) != "." || k + 1 < end)
                    && doc.word(k) != ")" => {}
            Tag::Sign if doc.tokens[k].kind == crate::model::TokenKind::Currency => {}
            _ => break,
        }
        k += 1;
    }
    last
}

/// Makes a phrase begin where the hedge of its value does: `more than 20 people`, `at least 84`.
pub fn widen(phrases: &mut [Range<usize>], stated: &[Range<usize>]) {
    let mut at = 0;
    for range in stated {
        while at < phrases.len() && phrases[at].end <= range.start {
            at += 1;
        }
        if let Some(phrase) = phrases.get_mut(at).filter(|p| p.start > range.start && p.start < range.end) {
            phrase.start = range.start;
        }
    }
}

/// Takes out the phrases that say when: `Last week, the firm opened`.
pub fn drop_within(phrases: &mut Vec<Range<usize>>, times: &[Range<usize>]) {
    let mut at = 0;
    phrases.retain(|phrase| {
        while at < times.len() && times[at].end <= phrase.start {
            at += 1;
        }
        !times.get(at).is_some_and(|t| t.start <= phrase.start && phrase.end <= t.end)
    });
}
