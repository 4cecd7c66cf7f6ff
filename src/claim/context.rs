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

/// The keys of a story, in order of their first article.
#[derive(Default)]
pub struct Stems {
    all: Vec<Arc<str>>,
    numbers: FxHashMap<Arc<str>, u32>,
    /// The same by place in memory, where most are found: a key is mostly kept once.
    by_place: FxHashMap<*const u8, u32>,
    of_entity: FxHashMap<EntityId, u32>,
    of_verb: FxHashMap<&'static str, u32>,
    /// By number, the last article that has the key, and its place among those of this article in their order.
    met: Vec<(usize, u32)>,
}

impl Stems {
    /// With room for the keys of so many words.
    pub fn with_room(words: usize) -> Self {
        let mut out = Self::default();
        out.numbers.reserve(words);
        out.by_place.reserve(words);
        out
    }

    /// The number of a key.
    pub fn add(&mut self, key: &Arc<str>) -> u32 {
        if let Some(number) = self.by_place.get(&key.as_ptr()) {
            return *number;
        }
        let next = self.all.len() as u32;
        let number = *self.numbers.entry(Arc::clone(key)).or_insert(next);
        if number == next {
            self.all.push(Arc::clone(key));
            self.met.push((usize::MAX, 0));
            // Kept from here on, so that no other text can lie there.
            self.by_place.insert(key.as_ptr(), number);
        }
        number
    }

    /// All keys by their number.
    pub fn into_all(self) -> Vec<Arc<str>> {
        self.all
    }

    /// The number of the key of token `i`. A name counts as its entity, so that two names of one company match; other words as
    /// their canonical verb or their stem. `of_word` holds the numbers of the article's words.
    fn number(&mut self, page: &Page, of_word: &mut [Option<u32>], i: usize) -> u32 {
        if let Some(id) = page.entities.at_token(page.source, i) {
            if let Some(number) = self.of_entity.get(&id) {
                return *number;
            }
            let number = self.add(&stem::kept(&["@", &id.0.to_string()].concat()));
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
        *of_word[place].get_or_insert_with(|| self.add(&word.stem))
    }

    /// Finds the places of the keys of `tokens`, which are those of an article.
    fn put_in_order(&mut self, source: usize, tokens: &[(u32, u32)]) {
        let mut order: Vec<(u64, &str, u32)> = Vec::with_capacity(tokens.len());
        for &(key, _) in tokens {
            let met = &mut self.met[key as usize].0;
            if *met != source {
                *met = source;
                let text = &*self.all[key as usize];
                order.push((beginning(text), text, key));
            }
        }
        order.sort_unstable();
        for (place, (_, _, key)) in (0..).zip(order) {
            self.met[key as usize].1 = place;
        }
    }
}

/// The keys of an article's tokens, looked up once.
#[derive(Default)]
pub struct Keys {
    /// The tokens that carry a topic, each behind the number of its key; those of a sentence in order of the keys.
    tokens: Vec<(u32, u32)>,
    /// Where in `tokens` those of each sentence begin, and where the last one's end.
    starts: Vec<usize>,
}

impl Keys {
    /// The keys of `page`, whose verbs are known; they are added to those of the story.
    pub fn of(page: &Page, stems: &mut Stems) -> Self {
        let mut of_word = vec![None; page.doc.words.count()];
        let mut tokens = Vec::with_capacity(page.doc.tokens.len());
        let mut starts = vec![0];
        for sentence in &page.doc.sentences {
            let content = sentence.tokens.clone().filter(|&i| page.is_content(i));
            tokens.extend(content.map(|i| (stems.number(page, &mut of_word, i), i as u32)));
            starts.push(tokens.len());
        }
        stems.put_in_order(page.source, &tokens);
        for sentence in starts.windows(2) {
            tokens[sentence[0]..sentence[1]].sort_unstable_by_key(|&(key, i)| (stems.met[key as usize].1, i));
        }
        Self { tokens, starts }
    }

    /// The tokens of a sentence, by their keys.
    fn of_sentence(&self, sentence: usize) -> &[(u32, u32)] {
        match (self.starts.get(sentence), self.starts.get(sentence + 1)) {
            (Some(&from), Some(&to)) => &self.tokens[from..to],
            _ => &[],
        }
    }
}

/// For each token whether it is a word that carries a topic.
pub fn content(doc: &Document) -> Vec<bool> {
    let is_word = |token: &Token| matches!(token.kind, TokenKind::Word | TokenKind::Mixed);
    doc.tokens.iter().enumerate().map(|(i, token)| is_word(token) && doc.is(i, Fact::Content)).collect()
}

/// The numbers of stems with their weights, in order of the stems; the value's own tokens are left out. Only values have a phrase; the
/// subject counts as part of the clause wherever it stands (`the fire that began on Monday`).
pub fn of(
    page: &Page,
    sentence: usize,
    clause: &Range<usize>,
    own: &Range<usize>,
    subject: &Range<usize>,
    is_value: bool,
) -> Vec<(u32, u8)> {
    let Some(all) = page.doc.sentences.get(sentence) else { return Vec::new() };
    let keys = page.keys();
    let phrase = if is_value { phrase(page, own, all.tokens.end) } else { 0..0 };
    let mut out: Vec<(u32, u8)> = Vec::with_capacity(keys.of_sentence(sentence).len());
    for &(key, i) in keys.of_sentence(sentence) {
        let i = i as usize;
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
