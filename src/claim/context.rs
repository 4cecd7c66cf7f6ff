//! The words around a value by which its question is recognised: stems of the clause and of the rest of the sentence.

use super::page::Page;
use crate::lexicon::stem::{self, beginning};
use crate::model::{Document, EntityId, Fact, Tag, Token, TokenKind};
use rustc_hash::FxHashMap;
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
        let mut found = Found::default();
        let tokens = 0..page.doc.tokens.len();
        let numbers: Vec<(usize, u32)> =
            tokens.filter(|&i| page.is_content(i)).map(|i| (i, found.number(page, i))).collect();
        let (sorted, places) = found.in_order();
        let mut of_sentence = vec![Vec::new(); page.doc.sentences.len()];
        for (token, number) in numbers {
            of_sentence[page.doc.sentence_of(token)].push((places[number as usize], token));
        }
        for sentence in &mut of_sentence {
            sentence.sort_unstable();
        }
        Self { of_sentence, sorted }
    }
}

/// Keys by number while they are found.
#[derive(Default)]
struct Found {
    all: Vec<Arc<str>>,
    /// By place in memory: a key is kept once, for all articles.
    numbers: FxHashMap<*const u8, u32>,
    /// Of entities, and of words by their place among those of the article.
    of_entity: FxHashMap<EntityId, u32>,
    of_word: FxHashMap<usize, u32>,
}

impl Found {
    /// The number of the key of token `i`. A name counts as its entity, so that two names of one company match; other words as
    /// their canonical verb or their stem.
    fn number(&mut self, page: &Page, i: usize) -> u32 {
        if let Some(id) = page.entities.at_token(page.source, i) {
            if let Some(number) = self.of_entity.get(&id) {
                return *number;
            }
            let number = self.add(stem::kept(&format!("@{}", id.0)));
            self.of_entity.insert(id, number);
            return number;
        }
        if let Some(verb) = page.verb_at(i) {
            return self.add(stem::shared(verb.canonical));
        }
        let place = page.doc.words.place(i).unwrap_or(usize::MAX);
        if let Some(number) = self.of_word.get(&place) {
            return *number;
        }
        let number = self.add(stem::shared(page.doc.words.at(i)));
        self.of_word.insert(place, number);
        number
    }

    fn add(&mut self, key: Arc<str>) -> u32 {
        let next = self.all.len() as u32;
        let number = *self.numbers.entry(key.as_ptr()).or_insert(next);
        if number == next {
            self.all.push(key);
        }
        number
    }

    /// All keys in order, each once, and the place of each number among them.
    fn in_order(self) -> (Vec<Arc<str>>, Vec<usize>) {
        let mut order: Vec<(u64, &Arc<str>, usize)> =
            self.all.iter().enumerate().map(|(number, key)| (beginning(key), key, number)).collect();
        order.sort_unstable();
        let mut places = vec![0; order.len()];
        let mut sorted: Vec<Arc<str>> = Vec::with_capacity(order.len());
        for (_, key, number) in order {
            if sorted.last() != Some(key) {
                sorted.push(Arc::clone(key));
            }
            places[number] = sorted.len() - 1;
        }
        (sorted, places)
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
