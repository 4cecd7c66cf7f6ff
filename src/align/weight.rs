//! How much a word tells: inverse document frequency over the sentences of the story.

use super::Input;
use crate::model::Claim;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Ordering;
use std::sync::Arc;

/// Least weight of the stems of the phrase that a value belongs to.
const PHRASE: u8 = 3;

/// The contexts of all claims, weighed, and their similarity.
pub struct Weights {
    /// Per claim its stems, in their order.
    contexts: Vec<Vec<Stem>>,
    /// Per claim the lengths of its context cut at the weights 1, 2, 3.
    norms: Vec<[f32; 3]>,
}

/// A stem of a context.
#[derive(Clone, Copy)]
struct Stem {
    /// Its place among all stems of the story, in order.
    rank: u32,
    /// Its weight in the claim.
    weight: u8,
    /// That weight times its inverse document frequency.
    value: f32,
}

impl Weights {
    /// Counts in how many sentences of the story each stem stands, and weighs all contexts once.
    pub fn of(input: Input) -> Self {
        let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
        let mut seen: FxHashSet<(usize, usize)> = FxHashSet::default();
        let mut sentences = 0usize;
        for claim in input.claims {
            let first = seen.insert((claim.source, claim.sentence));
            sentences += usize::from(first);
            for (stem, _) in &claim.context {
                *counts.entry(stem).or_default() += usize::from(first);
            }
        }
        // Small stories say little about what is common, hence the floor.
        let total = sentences.max(40) as f32;
        let mut all: Vec<(&str, usize)> = counts.into_iter().collect();
        all.sort_unstable();
        let idf = |n: usize| (1.0 + total / (1.0 + n as f32)).ln();
        let known: FxHashMap<&str, (u32, f32)> =
            all.iter().zip(0..).map(|(&(stem, n), rank)| (stem, (rank, idf(n)))).collect();
        let stem = |(stem, weight): &(Arc<str>, u8)| {
            let (rank, idf) = known[&**stem];
            Stem { rank, weight: *weight, value: idf * f32::from(*weight) }
        };
        let contexts: Vec<Vec<Stem>> =
            input.claims.iter().map(|c| c.context.iter().map(stem).collect()).collect();
        let norm = |context: &[Stem], least: u8| {
            let cut = context.iter().filter(|s| s.weight >= least);
            cut.map(|s| s.value * s.value).sum::<f32>().sqrt()
        };
        let norms = contexts.iter().map(|c| [norm(c, 1), norm(c, 2), norm(c, 3)]).collect();
        Self { contexts, norms }
    }

    /// Cosine of the contexts of claims `a` and `b`, 0 to 1: of the clauses alone or with their sentences, whichever is closer,
    /// since one article puts in a subordinate clause what another gives a sentence of its own.
    pub fn similarity(&self, a: usize, b: usize) -> f32 {
        self.cosine(a, b, 1).0.max(self.cosine(a, b, 2).0)
    }

    /// Cosine of the phrases that the values belong to (`$20 on flowers`); 0 unless they share two words.
    pub fn phrase(&self, a: usize, b: usize) -> f32 {
        let (cosine, shared) = self.cosine(a, b, PHRASE);
        if shared < 2 { 0.0 } else { cosine }
    }

    /// Cosine over the stems that weigh at least `least` (1 to 3) in their claim, and how many stems both have.
    fn cosine(&self, a: usize, b: usize, least: u8) -> (f32, usize) {
        let cut = |claim: usize| self.contexts[claim].iter().filter(|s| s.weight >= least);
        let (mut x, mut y) = (cut(a).peekable(), cut(b).peekable());
        let (mut dot, mut shared) = (0.0, 0);
        while let (Some(u), Some(v)) = (x.peek(), y.peek()) {
            match u.rank.cmp(&v.rank) {
                Ordering::Less => _ = x.next(),
                Ordering::Greater => _ = y.next(),
                Ordering::Equal => {
                    dot += u.value * v.value;
                    shared += 1;
                    x.next();
                    y.next();
                }
            }
        }
        let norm = |claim: usize| self.norms[claim][usize::from(least) - 1];
        let norms = norm(a) * norm(b);
        (if norms > 0.0 { dot / norms } else { 0.0 }, shared)
    }
}

/// Whether the phrases of both values share most of their words, two at least.
pub fn one_phrase(a: &Claim, b: &Claim) -> bool {
    let (x, y, shared) = phrases(a, b);
    shared >= 2 && shared * 3 >= x.min(y) * 2
}

/// Whether a name in the phrase of one value stands in the clause of the other.
pub fn one_name(a: &Claim, b: &Claim) -> bool {
    let one = |x: &Claim, y: &Claim| {
        stems(x, PHRASE).any(|n| n.starts_with('@') && stems(y, PHRASE - 1).any(|m| m == n))
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
    let shared = stems(a, PHRASE).filter(|w| stems(b, PHRASE).any(|v| v == *w));
    (stems(a, PHRASE).count(), stems(b, PHRASE).count(), shared.count())
}

/// The stems that weigh at least `least` in a claim.
fn stems(claim: &Claim, least: u8) -> impl Iterator<Item = &str> {
    claim.context.iter().filter(move |(_, w)| *w >= least).map(|(s, _)| &**s)
}
