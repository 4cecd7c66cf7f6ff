//! How much a word tells: inverse document frequency over the sentences of the story.

use super::Input;
use crate::lexicon::stem::stem;
use crate::model::Claim;
use rustc_hash::{FxHashMap, FxHashSet};

/// Least weight of the stems of the phrase that a value belongs to.
const PHRASE: u8 = 3;

/// The contexts of all claims, weighed, and their similarity.
pub struct Weights {
    /// Per claim its stems, in their order.
    contexts: Vec<Vec<Stem>>,
    /// Per claim the lengths of its context cut at the weights 1, 2, 3.
    norms: Vec<[f32; 3]>,
    /// Stems of the words by which the rules know attributes: two reports of two events share them.
    attributes: FxHashSet<String>,
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
        let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
        // The stems with the number of sentences in which they stand, by number.
        let mut counted: Vec<(&str, usize)> = Vec::new();
        let mut seen: FxHashSet<(usize, usize)> = FxHashSet::default();
        let mut contexts: Vec<Vec<(usize, u8)>> = Vec::with_capacity(input.claims.len());
        for claim in input.claims {
            let first = seen.insert((claim.source, claim.sentence));
            let numbered = claim.context.iter().map(|(stem, weight)| {
                let number = *numbers.entry(stem).or_insert_with(|| {
                    counted.push((stem, 0));
                    counted.len() - 1
                });
                counted[number].1 += usize::from(first);
                (number, *weight)
            });
            contexts.push(numbered.collect());
        }
        // Small stories say little about what is common, hence the floor.
        let total = seen.len().max(40) as f32;
        let idf: Vec<f32> = counted.iter().map(|(_, n)| (1.0 + total / (1.0 + *n as f32)).ln()).collect();
        let ranks = ranks(&counted);
        let weighed = |(number, weight): (usize, u8)| Stem {
            rank: ranks[number],
            weight,
            value: idf[number] * f32::from(weight),
        };
        let contexts: Vec<Vec<Stem>> =
            contexts.into_iter().map(|context| context.into_iter().map(weighed).collect()).collect();
        let norm = |context: &[Stem], least: u8| {
            let cut = context.iter().filter(|s| s.weight >= least);
            cut.map(|s| s.value * s.value).sum::<f32>().sqrt()
        };
        let norms = contexts.iter().map(|c| [norm(c, 1), norm(c, 2), norm(c, 3)]).collect();
        let words = |a: &crate::rules::Attribute| [&a.nouns[..], &a.verbs, &a.things].concat();
        let attributes =
            input.rules.attributes.iter().flat_map(words).map(|w| stem(&w).into_owned()).collect();
        Self { contexts, norms, attributes }
    }

    /// Whether the sentences of both values have a word in common that is neither what is counted nor a word of attributes. Where
    /// hardly anything else is said, nothing speaks against it.
    pub fn beside(&self, a: &Claim, b: &Claim) -> bool {
        let own = [stem(&a.noun), stem(&b.noun), stem(&a.verb), stem(&b.verb)];
        let says = |s: &&str| !own.iter().any(|o| o == s);
        let tells = |s: &&str| says(s) && !self.attributes.contains(*s);
        let (x, y) = (|| stems(a, 1).filter(tells), || stems(b, 1).filter(tells));
        x().any(|s| y().any(|t| t == s))
            || stems(a, 1).filter(says).count().min(stems(b, 1).filter(says).count()) < 2
    }

    /// Cosine of the contexts of claims `a` and `b`, 0 to 1: of the clauses alone or with their sentences, whichever is closer,
    /// since one article puts in a subordinate clause what another gives a sentence of its own.
    pub fn similarity(&self, a: usize, b: usize) -> f32 {
        let shared = self.shared(a, b);
        self.cosine(a, b, &shared, 1).max(self.cosine(a, b, &shared, 2))
    }

    /// Cosine of the phrases that the values belong to (`$20 on flowers`); 0 unless they share two words.
    pub fn phrase(&self, a: usize, b: usize) -> f32 {
        let shared = self.shared(a, b);
        let (_, count) = shared[usize::from(PHRASE) - 1];
        if count < 2 { 0.0 } else { self.cosine(a, b, &shared, PHRASE) }
    }

    /// Cosine over the stems that weigh at least `least` (1 to 3) in their claim, of which `shared` tells.
    fn cosine(&self, a: usize, b: usize, shared: &[(f32, usize); 3], least: u8) -> f32 {
        let level = usize::from(least) - 1;
        let norms = self.norms[a][level] * self.norms[b][level];
        if norms > 0.0 { shared[level].0 / norms } else { 0.0 }
    }

    /// For the stems that weigh at least 1, 2 and 3 in both claims, the product of their values and their number.
    fn shared(&self, a: usize, b: usize) -> [(f32, usize); 3] {
        let (x, y) = (&self.contexts[a][..], &self.contexts[b][..]);
        let mut out = [(0.0, 0); 3];
        let (mut i, mut j) = (0, 0);
        while let (Some(u), Some(v)) = (x.get(i), y.get(j)) {
            if u.rank == v.rank {
                for (dot, count) in out.iter_mut().take(usize::from(u.weight.min(v.weight))) {
                    *dot += u.value * v.value;
                    *count += 1;
                }
            }
            // No branch that nobody can foresee: which of the two comes first is anybody's guess.
            let (on, and) = (u.rank <= v.rank, v.rank <= u.rank);
            i += usize::from(on);
            j += usize::from(and);
        }
        out
    }
}

/// The place of each stem among all, in order.
fn ranks(stems: &[(&str, usize)]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..stems.len()).collect();
    order.sort_unstable_by_key(|&number| stems[number].0);
    let mut ranks = vec![0; stems.len()];
    for (rank, number) in (0..).zip(order) {
        ranks[number] = rank;
    }
    ranks
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
