//! The words around a value by which its question is recognised: stems of the clause and of the rest of the sentence.

use super::page::Page;
use crate::lexicon::stem::{self, beginning};
use crate::model::{Document, EntityId, Fact, Tag, Token, TokenKind};
use rustc_hash::{FxBuildHasher, FxHashMap};
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
    /// The tokens that carry a topic, each behind the place of its key in `sorted`; those of a sentence in order of these.
    tokens: Vec<(usize, usize)>,
    /// Where in `tokens` those of each sentence begin, and where the last one's end.
    starts: Vec<usize>,
    /// All keys, each once.
    sorted: Vec<Arc<str>>,
}

impl Keys {
    /// The keys of `page`, whose verbs are known.
    pub fn of(page: &Page) -> Self {
        let mut found = Found::with_room(page.doc.words.count());
        let mut tokens = Vec::with_capacity(page.doc.tokens.len());
        let mut starts = vec![0];
        for sentence in &page.doc.sentences {
            let content = sentence.tokens.clone().filter(|&i| page.is_content(i));
            tokens.extend(content.map(|i| (found.number(page, i), i)));
            starts.push(tokens.len());
        }
        let (sorted, places) = found.in_order();
        for (key, _) in &mut tokens {
            *key = places[*key];
        }
        for sentence in starts.windows(2) {
            tokens[sentence[0]..sentence[1]].sort_unstable();
        }
        Self { tokens, starts, sorted }
    }

    /// The tokens of a sentence, by their keys.
    fn of_sentence(&self, sentence: usize) -> &[(usize, usize)] {
        match (self.starts.get(sentence), self.starts.get(sentence + 1)) {
            (Some(&from), Some(&to)) => &self.tokens[from..to],
            _ => &[],
        }
    }
}

/// Keys by number while they are found.
struct Found {
    all: Vec<Arc<str>>,
    /// By place in memory: a key is kept once, for all articles.
    numbers: FxHashMap<*const u8, usize>,
    /// Of entities, of verbs, and of words by their place among those of the article.
    of_entity: FxHashMap<EntityId, usize>,
    of_verb: FxHashMap<&'static str, usize>,
    of_word: Vec<Option<usize>>,
}

impl Found {
    /// With room for the keys of so many words.
    fn with_room(words: usize) -> Self {
        Self {
            all: Vec::with_capacity(words),
            numbers: FxHashMap::with_capacity_and_hasher(words, FxBuildHasher),
            of_entity: FxHashMap::default(),
            of_verb: FxHashMap::default(),
            of_word: vec![None; words],
        }
    }

    /// The number of the key of token `i`. A name counts as its entity, so that two names of one company match; other words as
    /// their canonical verb or their stem.
    fn number(&mut self, page: &Page, i: usize) -> usize {
        if let Some(id) = page.entities.at_token(page.source, i) {
            if let Some(number) = self.of_entity.get(&id) {
                return *number;
            }
            let number = self.add(&stem::kept(&format!("@{}", id.0)));
            self.of_entity.insert(id, number);
            return number;
        }
        if let Some(verb) = page.verb_at(i) {
            if let Some(number) = self.of_verb.get(verb.canonical) {
                return *number;
            }
            let number = self.add(&stem::shared(verb.canonical));
            self.of_verb.insert(verb.canonical, number);
            return number;
        }
        let words = &page.doc.words;
        let (Some(place), Some(word)) = (words.place(i), words.get(i)) else {
            return self.add(&stem::kept(""));
        };
        if let Some(number) = self.of_word[place] {
            return number;
        }
        let number = self.add(&word.stem);
        self.of_word[place] = Some(number);
        number
    }

    fn add(&mut self, key: &Arc<str>) -> usize {
        let next = self.all.len();
        let number = *self.numbers.entry(key.as_ptr()).or_insert(next);
        if number == next {
            self.all.push(Arc::clone(key));
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
    let mut out: Vec<(Arc<str>, u8)> = Vec::with_capacity(keys.of_sentence(sentence).len());
    let mut last = None;
    for &(key, i) in keys.of_sentence(sentence) {
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
            Some((_, most)) if last == Some(key) => *most = weight.max(*most),
            _ => out.push((Arc::clone(&keys.sorted[key]), weight)),
        }
        last = Some(key);
    }
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
