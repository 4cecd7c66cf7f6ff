//! How much a word tells: inverse document frequency over the sentences of the story.

use super::Input;
use crate::model::Claim;
use rustc_hash::{FxHashMap, FxHashSet};

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

    /// Cosine of the two contexts, 0 to 1; clause words count twice.
    pub fn similarity(&self, a: &Claim, b: &Claim) -> f32 {
        let (mut dot, mut i, mut j) = (0.0, 0, 0);
        while let (Some((x, u)), Some((y, v))) = (a.context.get(i), b.context.get(j)) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    let w = self.weight(x);
                    dot += w * w * f32::from(*u) * f32::from(*v);
                    i += 1;
                    j += 1;
                }
            }
        }
        let norm = self.norm(a) * self.norm(b);
        if norm > 0.0 { dot / norm } else { 0.0 }
    }

    fn norm(&self, claim: &Claim) -> f32 {
        let sum: f32 = claim.context.iter().map(|(s, w)| (self.weight(s) * f32::from(*w)).powi(2)).sum();
        sum.sqrt()
    }
}
