//! The words around a value by which its question is recognised: stems of the clause and of the rest of the sentence.

use super::page::Page;
use crate::lexicon::{STOPWORDS, stem::stem};
use crate::model::{Tag, TokenKind};
use std::ops::Range;

/// Weight of a stem in the phrase of the value (`$20 on flowers`), elsewhere in its clause, and elsewhere in its sentence.
const PHRASE: u8 = 3;
const CLAUSE: u8 = 2;
const SENTENCE: u8 = 1;
/// Tokens behind a value after which nothing belongs to its phrase.
const LONGEST_PHRASE: usize = 14;

/// Stems with their weights, sorted; the value's own tokens are left out. Only values have a phrase; the
/// subject counts as part of the clause wherever it stands (`the fire that began on Monday`).
pub fn of(
    page: &Page,
    sentence: usize,
    clause: &Range<usize>,
    own: &Range<usize>,
    subject: &Range<usize>,
    is_value: bool,
) -> Vec<(String, u8)> {
    let mut out: Vec<(String, u8)> = Vec::new();
    let Some(all) = page.doc.sentences.get(sentence) else { return out };
    let phrase = if is_value { phrase(page, own, all.tokens.end) } else { 0..0 };
    for i in all.tokens.clone() {
        let token = page.doc.tokens[i];
        let word = page.doc.word(i);
        let content = matches!(token.kind, TokenKind::Word | TokenKind::Mixed)
            && word.len() > 1
            && !STOPWORDS.has(word);
        if !content || (own.contains(&i) && !word.bytes().all(|b| b.is_ascii_alphabetic())) {
            continue;
        }
        let weight = if phrase.contains(&i) {
            PHRASE
        } else if clause.contains(&i) || subject.contains(&i) {
            CLAUSE
        } else {
            SENTENCE
        };
        out.push((key(page, i, word), weight));
    }
    out.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    out.dedup_by(|b, a| a.0 == b.0);
    out
}

/// The value with the nouns behind it and the prepositional phrases that belong to these: `$20 on flowers at the airport`.
fn phrase(page: &Page, own: &Range<usize>, end: usize) -> Range<usize> {
    let belongs = |i: usize| {
        let tag = page.tag(i);
        tag.is_noun()
            || matches!(
                tag,
                Tag::Adjective | Tag::Determiner | Tag::Possessive | Tag::Preposition | Tag::Participle
            )
    };
    let joined = |i: usize| !page.doc.tokens[i].spaced && page.doc.tokens[i].kind == TokenKind::Dash;
    let mut last = own.end;
    while last < end && last < own.end + LONGEST_PHRASE && (belongs(last) || joined(last)) {
        last += 1;
    }
    own.start..last
}

/// A name counts as its entity, so that two names of one company match; other words as their canonical verb or their stem.
fn key(page: &Page, i: usize, word: &str) -> String {
    if let Some(id) = page.entities.at_token(page.source, i) {
        return format!("@{}", id.0);
    }
    if let Some(verb) = page.verb_at(i) {
        return stem(verb.canonical).into_owned();
    }
    stem(word).into_owned()
}
