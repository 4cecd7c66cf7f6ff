//! How much a word tells: inverse document frequency over the sentences of the story.

use super::Input;
use crate::model::Claim;
use rustc_hash::{FxHashMap, FxHashSet};

/// Least weight of the stems of the phrase that a value belongs to.
const PHRASE: u8 = 3;

/// Weights of stems and the similarity of contexts.
pub struct Weights {
    idf: FxHashMap<String, f32>,
    top: f32,
}

impl Weights {
    /// Counts in how many sentences of the story each stem stands.
    pub fn of(input: Input) -> Self {
        let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
        let mut seen: FxHashSet<(usize, usize)> = FxHashSet::default();
        let mut sentences = 0usize;
        for claim in input.claims {
            if !seen.insert((claim.source, claim.sentence)) {
                continue;
            }
            sentences += 1;
            for (stem, _) in &claim.context {
                *counts.entry(stem).or_default() += 1;
            }
        }
        // Small stories say little about what is common, hence the floor.
        let total = sentences.max(40) as f32;
        let idf = |n: usize| (1.0 + total / (1.0 + n as f32)).ln();
        Self { idf: counts.into_iter().map(|(s, n)| (s.to_owned(), idf(n))).collect(), top: idf(0) }
    }

    fn weight(&self, stem: &str) -> f32 {
        self.idf.get(stem).copied().unwrap_or(self.top)
    }

    /// Cosine of the two contexts, 0 to 1: of the clauses alone or with their sentences, whichever is closer, since one
    /// article puts in a subordinate clause what another gives a sentence of its own.
    pub fn similarity(&self, a: &Claim, b: &Claim) -> f32 {
        self.cosine(a, b, 1).max(self.cosine(a, b, 2))
    }

    /// Cosine of the phrases that the values belong to (`$20 on flowers`); 0 unless they share two words.
    pub fn phrase(&self, a: &Claim, b: &Claim) -> f32 {
        let (_, _, shared) = phrases(a, b);
        if shared < 2 { 0.0 } else { self.cosine(a, b, PHRASE) }
    }

    /// Cosine over the stems that weigh at least `least` in their claim.
    fn cosine(&self, a: &Claim, b: &Claim, least: u8) -> f32 {
        let stems = |c: &'_ Claim| -> Vec<(f32, usize)> {
            c.context
                .iter()
                .enumerate()
                .filter(|(_, (_, w))| *w >= least)
                .map(|(i, (s, w))| (self.weight(s) * f32::from(*w), i))
                .collect()
        };
        let (x, y) = (stems(a), stems(b));
        let (mut dot, mut i, mut j) = (0.0, 0, 0);
        while let (Some(&(u, m)), Some(&(v, n))) = (x.get(i), y.get(j)) {
            match a.context[m].0.cmp(&b.context[n].0) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    dot += u * v;
                    i += 1;
                    j += 1;
                }
            }
        }
        let norm = |v: &[(f32, usize)]| v.iter().map(|(w, _)| w * w).sum::<f32>().sqrt();
        let norms = norm(&x) * norm(&y);
        if norms > 0.0 { dot / norms } else { 0.0 }
    }
}

/// Whether the phrases of both values share most of their words, two at least.
pub fn one_phrase(a: &Claim, b: &Claim) -> bool {
    let (x, y, shared) = phrases(a, b);
    shared >= 2 && shared * 3 >= x.min(y) * 2
}

/// Whether a name in the phrase of one value stands in the clause of the other.
pub fn one_name(a: &Claim, b: &Claim) -> bool {
    let names = |c: &'_ Claim, least: u8| -> Vec<String> {
        c.context.iter().filter(|(s, w)| *w >= least && s.starts_with('@')).map(|(s, _)| s.clone()).collect()
    };
    let one = |x: &Claim, y: &Claim| {
        let there = names(y, PHRASE - 1);
        names(x, PHRASE).iter().any(|n| there.contains(n))
    };
    one(a, b) || one(b, a)
}

/// Whether both values belong to a phrase, and these have no word in common.
pub fn phrases_differ(a: &Claim, b: &Claim) -> bool {
    let (x, y, shared) = phrases(a, b);
    x >= 2 && y >= 2 && shared == 0
}

/// How many words the phrases of both values have, and how many they share.
fn phrases(a: &Claim, b: &Claim) -> (usize, usize, usize) {
    let words = |c: &'_ Claim| -> Vec<String> {
        c.context.iter().filter(|(_, w)| *w >= PHRASE).map(|(s, _)| s.clone()).collect()
    };
    let (x, y) = (words(a), words(b));
    (x.len(), y.len(), x.iter().filter(|w| y.contains(w)).count())
}
