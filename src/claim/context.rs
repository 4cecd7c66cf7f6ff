//! The words around a value by which its question is recognised: stems of the clause and of the rest of the sentence.

use super::page::Page;
use crate::lexicon::stem::stem;
use crate::model::{Document, Fact, Tag, Token, TokenKind, WordTable};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// Weight of a stem in the phrase of the value (`$20 on flowers`), elsewhere in its clause, and elsewhere in its sentence.
const PHRASE: u8 = 3;
const CLAUSE: u8 = 2;
const SENTENCE: u8 = 1;
/// Tokens behind a value after which nothing belongs to its phrase.
const LONGEST_PHRASE: usize = 14;

/// The keys of an article's tokens, looked up once.
#[derive(Default)]
pub struct Keys {
    /// The tokens of each sentence that carry a topic, with the place of their keys in `sorted`, in order of these.
    of_sentence: Vec<Vec<(usize, usize)>>,
    /// All keys, each once.
    sorted: Vec<Arc<str>>,
}

impl Keys {
    /// The keys of `page`, whose verbs are known.
    pub fn of(page: &Page) -> Self {
        let stems = page.doc.words.table(stem);
        let tokens = 0..page.doc.tokens.len();
        let keys: Vec<(usize, Cow<str>)> =
            tokens.filter(|&i| page.is_content(i)).map(|i| (i, key(page, &stems, i))).collect();
        let mut places: FxHashMap<&str, usize> = keys.iter().map(|(_, key)| (&**key, 0)).collect();
        let mut sorted: Vec<(&&str, &mut usize)> = places.iter_mut().collect();
        sorted.sort_unstable_by_key(|(key, _)| **key);
        let mut out = Self { of_sentence: vec![Vec::new(); page.doc.sentences.len()], sorted: Vec::new() };
        for (key, place) in sorted {
            *place = out.sorted.len();
            out.sorted.push(Arc::from(*key));
        }
        for (token, key) in &keys {
            let place = places.get(&**key).copied().unwrap_or_default();
            out.of_sentence[page.doc.sentence_of(*token)].push((place, *token));
        }
        for sentence in &mut out.of_sentence {
            sentence.sort_unstable();
        }
        out
    }
}

/// For each token whether it is a word that carries a topic.
pub fn content(doc: &Document) -> Vec<bool> {
    let is_word = |token: &Token| matches!(token.kind, TokenKind::Word | TokenKind::Mixed);
    doc.tokens.iter().enumerate().map(|(i, token)| is_word(token) && doc.is(i, Fact::Content)).collect()
}

/// Stems with their weights, sorted; the value's own tokens are left out. Only values have a phrase; the
/// subject counts as part of the clause wherever it stands (`the fire that began on Monday`).
pub fn of(
    page: &Page,
    sentence: usize,
    clause: &Range<usize>,
    own: &Range<usize>,
    subject: &Range<usize>,
    is_value: bool,
) -> Vec<(Arc<str>, u8)> {
    let Some(all) = page.doc.sentences.get(sentence) else { return Vec::new() };
    let keys = page.keys();
    let phrase = if is_value { phrase(page, own, all.tokens.end) } else { 0..0 };
    let mut out: Vec<(usize, u8)> = Vec::with_capacity(keys.of_sentence[sentence].len());
    for &(key, i) in &keys.of_sentence[sentence] {
        if own.contains(&i) && !page.doc.word(i).bytes().all(|b| b.is_ascii_alphabetic()) {
            continue;
        }
        let weight = if phrase.contains(&i) {
            PHRASE
        } else if clause.contains(&i) || subject.contains(&i) {
            CLAUSE
        } else {
            SENTENCE
        };
        match out.last_mut() {
            Some((last, most)) if *last == key => *most = weight.max(*most),
            _ => out.push((key, weight)),
        }
    }
    out.into_iter().map(|(key, weight)| (Arc::clone(&keys.sorted[key]), weight)).collect()
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
fn key<'a>(page: &Page, stems: &WordTable<Cow<'a, str>>, i: usize) -> Cow<'a, str> {
    if let Some(id) = page.entities.at_token(page.source, i) {
        return Cow::Owned(format!("@{}", id.0));
    }
    match page.verb_at(i) {
        Some(verb) => stem(verb.canonical),
        None => stems.at(i).cloned().unwrap_or_default(),
    }
}
