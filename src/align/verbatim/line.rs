//! The sentences of a story as rows of words, and which of them are worth laying side by side.
//!
//! Two sentences that are nearly the same share pairs of neighbouring words, and few others share them: what is to be laid
//! side by side is found by these, at a cost that grows with the number of words, whatever the texts are.

use crate::model::{Annotations, Document, Fact, Mention, TokenKind};
use rustc_hash::{FxBuildHasher, FxHashMap};

/// Of longer sentences the words behind this are not looked at.
const LONGEST: usize = 400;
/// So many sentences that share two neighbouring words are looked at.
const SHARING: usize = 12;
/// Sentences share at least so many pairs of neighbouring words.
const LEAST_SHARED: u8 = 3;
/// For each sentence of the story so many pairs of sentences are laid side by side.
const EACH: usize = 6;
/// So many sentences are looked at.
const MOST: usize = 1 << 24;

/// A word that says something: no small word, or one that another in its place would contradict.
#[derive(Debug, Clone, Copy)]
pub struct Unit {
    /// Its token.
    pub token: u32,
    /// Its stem by number, the same in the whole story.
    pub key: u32,
    /// Whether it is no small word.
    pub content: bool,
    /// Whether it is part of a value.
    pub stated: bool,
}

/// A sentence.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// Its article.
    pub source: usize,
    /// Its number there.
    pub sentence: usize,
    /// Where its units begin and end.
    units: (u32, u32),
}

/// The sentences of a story that have `least` units or more.
#[derive(Default)]
pub struct Lines {
    all: Vec<Line>,
    units: Vec<Unit>,
    /// By key, whether several articles have it, or several words of one.
    several: Vec<bool>,
}

impl Lines {
    /// Reads all sentences.
    pub fn of<'a>(documents: &'a [Document], notes: &[Annotations], least: usize) -> Self {
        let words = documents.iter().map(|document| document.words.count()).sum();
        let mut numbers: FxHashMap<&'a str, u32> = FxHashMap::with_capacity_and_hasher(words, FxBuildHasher);
        let mut out = Self::default();
        for (source, (document, notes)) in documents.iter().zip(notes).enumerate() {
            // By distinct word of the article, what it is.
            let mut known: Vec<Option<Known>> = vec![None; document.words.count()];
            let mut values = Values { rest: &notes.mentions };
            for (sentence, at) in document.sentences.iter().enumerate() {
                let from = out.units.len();
                for token in at.tokens.clone() {
                    let Some(place) = document.words.place(token) else { continue };
                    let word = known[place].unwrap_or_else(|| {
                        let word = Known::of(document, token, |stem| out.key(&mut numbers, stem));
                        known[place] = Some(word);
                        word
                    });
                    if !word.may_say {
                        continue;
                    }
                    let stated = values.hold(token);
                    if !word.says && !stated {
                        continue;
                    }
                    out.units.push(Unit {
                        token: token as u32,
                        key: word.key,
                        content: word.content,
                        stated,
                    });
                    if out.units.len() - from == LONGEST {
                        break;
                    }
                }
                if out.units.len() - from < least || out.all.len() == MOST {
                    out.units.truncate(from);
                } else {
                    let units = (from as u32, out.units.len() as u32);
                    out.all.push(Line { source, sentence, units });
                }
            }
        }
        out
    }

    /// The number of a stem.
    fn key<'a>(&mut self, numbers: &mut FxHashMap<&'a str, u32>, stem: &'a str) -> u32 {
        let next = self.several.len() as u32;
        let key = *numbers.entry(stem).or_insert(next);
        match self.several.get_mut(key as usize) {
            Some(several) => *several = true,
            None => self.several.push(false),
        }
        key
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Sentence `i`.
    pub fn line(&self, i: u32) -> Line {
        self.all[i as usize]
    }

    /// The units of sentence `i`.
    pub fn units(&self, i: u32) -> &[Unit] {
        let (from, to) = self.all[i as usize].units;
        &self.units[from as usize..to as usize]
    }

    /// Pairs of sentences of two articles that share enough neighbours, the smaller number first, in order.
    pub fn candidates(&self) -> Vec<(u32, u32)> {
        let mut shared: FxHashMap<(u32, u32), u8> = FxHashMap::default();
        let neighbours = self.neighbours();
        let line = |entry: u64| (entry & (MOST as u64 - 1)) as u32;
        for run in neighbours.chunk_by(|a, b| a >> MOST.ilog2() == b >> MOST.ilog2()) {
            let run = &run[..run.len().min(SHARING)];
            for (n, a) in run.iter().map(|&entry| line(entry)).enumerate() {
                let others = run[n + 1..].iter().map(|&entry| line(entry));
                for b in others.filter(|&b| self.line(a).source != self.line(b).source) {
                    let count = shared.entry((a, b)).or_default();
                    *count = count.saturating_add(1);
                }
            }
        }
        let enough = shared.into_iter().filter(|(_, count)| *count >= LEAST_SHARED);
        let mut out: Vec<(u32, u32, u8)> = enough.map(|((a, b), count)| (a, b, count)).collect();
        let most = EACH * self.all.len();
        if out.len() > most {
            out.sort_unstable_by_key(|&(a, b, count)| (u8::MAX - count, a, b));
            out.truncate(most);
        }
        let mut pairs: Vec<(u32, u32)> = out.into_iter().map(|(a, b, _)| (a, b)).collect();
        pairs.sort_unstable();
        pairs
    }

    /// Every pair of neighbouring words that others may have too, with the sentence it stands in: once each, those of one pair
    /// of words together.
    fn neighbours(&self) -> Vec<u64> {
        let mut out = Vec::with_capacity(self.units.len());
        let several = |unit: &Unit| self.several[unit.key as usize];
        for i in 0..self.all.len() {
            for beside in self.units(i as u32).windows(2) {
                if let [a, b] = beside
                    && several(a)
                    && several(b)
                {
                    out.push(mixed(a.key, b.key) & !(MOST as u64 - 1) | i as u64);
                }
            }
        }
        out.sort_unstable();
        out.dedup();
        out
    }
}

/// A number for two keys; where two pairs have the same, sentences are laid side by side for nothing.
fn mixed(a: u32, b: u32) -> u64 {
    (u64::from(a).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ u64::from(b)).wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

/// The mentions of values of an article while its tokens are gone through.
struct Values<'a> {
    rest: &'a [Mention],
}

impl Values<'_> {
    /// Whether `token`, none before the last one asked for, is part of a value.
    fn hold(&mut self, token: usize) -> bool {
        while self.rest.first().is_some_and(|m| m.tokens.end <= token) {
            self.rest = &self.rest[1..];
        }
        self.rest.first().is_some_and(|m| m.tokens.start <= token)
    }
}

/// A distinct word of an article.
#[derive(Clone, Copy)]
struct Known {
    key: u32,
    content: bool,
    /// Whether it is a unit wherever it stands.
    says: bool,
    /// Whether it is one as part of a value.
    may_say: bool,
}

impl Known {
    /// The word of a token; `key` gives the number of a stem.
    fn of<'a>(document: &'a Document, token: usize, key: impl FnOnce(&'a str) -> u32) -> Self {
        let (facts, kind) = (document.words.facts(token), document.tokens[token].kind);
        let figure = matches!(kind, TokenKind::Number | TokenKind::Mixed);
        let content = figure || facts.has(Fact::Content) && kind != TokenKind::Punct;
        let says = content || facts.has(Fact::Exclusive);
        let may_say = says || kind == TokenKind::Word;
        let key = if may_say { key(document.words.stem(token)) } else { u32::MAX };
        Self { key, content, says, may_say }
    }
}
