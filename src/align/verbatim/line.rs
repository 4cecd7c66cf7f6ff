//! The sentences of a story as rows of words, and which of them are worth laying side by side.
//!
//! Two sentences that are nearly the same share pairs of neighbouring words, and few others share them: what is to be laid
//! side by side is found by these, at a cost that grows with the number of words, whatever the texts are.

use crate::model::{Annotations, Document, Fact, Mention, TokenKind};
use rustc_hash::FxHashMap;

/// Of longer sentences the words behind this are not looked at.
const LONGEST: usize = 400;
/// So many sentences that share two neighbouring words are looked at.
const SHARING: usize = 12;
/// Sentences share at least so many pairs of neighbouring words.
const LEAST_SHARED: u8 = 2;
/// For each sentence of the story so many pairs of sentences are laid side by side.
const EACH: usize = 6;

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
}

impl Lines {
    /// Reads all sentences.
    pub fn of<'a>(documents: &'a [Document], notes: &[Annotations], least: usize) -> Self {
        let mut numbers: FxHashMap<&'a str, u32> = FxHashMap::default();
        let mut out = Self::default();
        for (source, (document, notes)) in documents.iter().zip(notes).enumerate() {
            // By distinct word of the article: the number of its stem.
            let mut known: Vec<Option<u32>> = vec![None; document.words.count()];
            let mut values = Values { rest: &notes.mentions };
            for (sentence, at) in document.sentences.iter().enumerate() {
                let from = out.units.len();
                for token in at.tokens.clone() {
                    let stated = values.hold(token);
                    let Some(content) = says_something(document, token, stated) else { continue };
                    let Some(slot) = document.words.place(token).and_then(|place| known.get_mut(place))
                    else {
                        continue;
                    };
                    let next = numbers.len() as u32;
                    let key = *slot
                        .get_or_insert_with(|| *numbers.entry(document.words.stem(token)).or_insert(next));
                    out.units.push(Unit { token: token as u32, key, content, stated });
                    if out.units.len() - from == LONGEST {
                        break;
                    }
                }
                if out.units.len() - from < least {
                    out.units.truncate(from);
                } else {
                    let units = (from as u32, out.units.len() as u32);
                    out.all.push(Line { source, sentence, units });
                }
            }
        }
        out
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
        for run in neighbours.chunk_by(|a, b| a.0 == b.0) {
            let run = &run[..run.len().min(SHARING)];
            for (n, &(_, a)) in run.iter().enumerate() {
                let others = run[n + 1..].iter().map(|&(_, b)| b);
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

    /// Every pair of neighbouring words with the sentence it stands in, once each, in order.
    fn neighbours(&self) -> Vec<(u64, u32)> {
        let mut out = Vec::with_capacity(self.units.len());
        for i in 0..self.all.len() as u32 {
            let beside = self.units(i).windows(2);
            out.extend(beside.map(|w| (u64::from(w[0].key) << 32 | u64::from(w[1].key), i)));
        }
        out.sort_unstable();
        out.dedup();
        out
    }
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

/// Whether a token, `stated` if it is part of a value, is a unit, and if so whether it is one of content.
fn says_something(document: &Document, token: usize, stated: bool) -> Option<bool> {
    let facts = document.words.facts(token);
    let figure = matches!(document.tokens[token].kind, TokenKind::Number | TokenKind::Mixed);
    let content = facts.has(Fact::Content) && document.tokens[token].kind != TokenKind::Punct;
    let word = stated && document.tokens[token].kind == TokenKind::Word;
    (content || figure || word || facts.has(Fact::Exclusive)).then_some(content || figure)
}
