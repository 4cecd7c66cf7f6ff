//! Whether two statements without a figure tell the same: what they share, word by word or by meaning.
//!
//! A statement is the set of lemmas and names of its clause, each with a weight: rare in the story and rare in news at large
//! weighs most. Words that are not the same count in part if the thesaurus knows them as synonyms or as noun and verb of one
//! deed. Leaves out who does what to whom: `compare` looks at the participants.

use super::Input;
use super::block::family;
use super::same::{Fit, fit, times};
use crate::lexicon::thesaurus::{self, Classes};
use crate::model::{Claim, ClaimKind, Kind, TimeValue};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How much of its weight a word keeps that is matched by its meaning only.
const MEANING: f32 = 0.8;
/// Rarity in news at large that makes a word count in full, and what a name counts for.
const RARE: f32 = 9.0;

/// The statements of a story as sets of weighted terms.
pub struct Statements {
    /// Per claim, its terms by number, ascending; empty for claims of another kind.
    terms: Vec<Vec<u32>>,
    /// Per claim, its verb.
    verbs: Vec<u32>,
    /// Per claim, the claims about figures that its clause states.
    figures: Vec<Range<usize>>,
    /// Per claim, the pairs of terms that stand beside each other.
    pairs: Vec<Vec<(u32, u32)>>,
    weights: Vec<f32>,
    classes: Vec<Classes>,
}

/// What two statements share.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shared {
    /// Cosine of the two, 0 to 1.
    pub cosine: f32,
    /// Share of the lighter statement's weight that the other has too, 0 to 1.
    pub contained: f32,
    /// Number of terms matched, by word or by meaning.
    pub terms: usize,
    /// Weight of the terms matched.
    pub weight: f32,
    /// Number of neighbouring terms that both have beside each other, and the weight of the heaviest such pair.
    pub pairs: usize,
    pub heaviest: f32,
    /// How many of the two verbs the other statement has too, and whether one of the pairs holds a verb.
    pub verbs: usize,
    pub core: bool,
}

impl Statements {
    /// Reads the statements of a story.
    pub fn of(input: Input) -> Self {
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        let mut counts: Vec<u32> = Vec::new();
        let mut out = Self {
            terms: Vec::new(),
            figures: figures(input.claims),
            verbs: Vec::new(),
            pairs: Vec::new(),
            weights: Vec::new(),
            classes: Vec::new(),
        };
        let mut names: Vec<&str> = Vec::new();
        let mut total = 0;
        for claim in input.claims {
            let mut terms: Vec<u32> = Vec::new();
            if claim.kind == ClaimKind::Status {
                total += 1;
                for lemma in claim.modifiers.iter().map(String::as_str) {
                    let next = names.len() as u32;
                    let number = *numbers.entry(lemma).or_insert(next);
                    if number == next {
                        names.push(lemma);
                        counts.push(0);
                    }
                    terms.push(number);
                }
                out.pairs.push(terms.windows(2).map(|w| (w[0], w[1])).collect());
                terms.sort_unstable();
                terms.dedup();
                for &t in &terms {
                    counts[t as usize] += 1;
                }
            } else {
                out.pairs.push(Vec::new());
            }
            out.verbs.push(numbers.get(claim.verb.as_str()).copied().unwrap_or(0));
            out.terms.push(terms);
        }
        let total = total.max(40) as f32;
        for (lemma, count) in names.iter().zip(&counts) {
            let name = lemma.starts_with(['@', '+']);
            let rarity = if name { RARE } else { thesaurus::rarity(lemma) };
            let of_story = (1.0 + total / (1.0 + *count as f32)).ln();
            out.weights.push(of_story * (rarity / RARE).clamp(0.4, 1.2));
            out.classes.push(if name { Classes::default() } else { thesaurus::classes(lemma) });
        }
        out
    }

    /// What claims `a` and `b` share.
    pub fn shared(&self, a: usize, b: usize) -> Shared {
        let (x, y) = (&self.terms[a], &self.terms[b]);
        let weight = |t: u32| self.weights[t as usize];
        let mut out = Shared::default();
        let mut product = 0.0;
        let mut rest: Vec<u32> = y.iter().copied().filter(|t| x.binary_search(t).is_err()).collect();
        for &t in x {
            if y.binary_search(&t).is_ok() {
                product += weight(t) * weight(t);
                out.weight += weight(t);
                out.terms += 1;
            } else if let Some(at) =
                rest.iter().position(|&u| self.classes[t as usize].meets(&self.classes[u as usize]))
            {
                let u = rest.swap_remove(at);
                product += MEANING * weight(t) * weight(u);
                out.weight += MEANING * weight(t).min(weight(u));
                out.terms += 1;
            }
        }
        let alike = |t: u32, u: u32| t == u || self.classes[t as usize].meets(&self.classes[u as usize]);
        for &(t, u) in &self.pairs[a] {
            if self.pairs[b].iter().any(|&(v, w)| alike(t, v) && alike(u, w) || alike(t, w) && alike(u, v)) {
                out.pairs += 1;
                out.heaviest = out.heaviest.max(weight(t) + weight(u));
                out.core |= t == self.verbs[a] || u == self.verbs[a];
            }
        }
        out.verbs = usize::from(y.iter().any(|&t| alike(t, self.verbs[a])))
            + usize::from(x.iter().any(|&t| alike(t, self.verbs[b])));
        let norm = |terms: &[u32]| terms.iter().map(|&t| weight(t) * weight(t)).sum::<f32>().sqrt();
        let sum = |terms: &[u32]| terms.iter().map(|&t| weight(t)).sum::<f32>();
        let norms = norm(x) * norm(y);
        out.cosine = if norms > 0.0 { product / norms } else { 0.0 };
        let lighter = sum(x).min(sum(y));
        out.contained = if lighter > 0.0 { out.weight / lighter } else { 0.0 };
        out
    }

    /// Whether nothing that claims `a` and `b` say in figures or of the time speaks against their telling one thing.
    pub fn figures_fit(&self, input: Input, a: usize, b: usize) -> bool {
        let (x, y) = (&input.claims[a], &input.claims[b]);
        if let (Some(s), Some(t)) = (stated(x), stated(y))
            && times(s, t) == Some(Fit::Apart)
        {
            return false;
        }
        let of = |i: usize| self.figures[i].clone().filter(|&c| is_figure(&input.claims[c]));
        let fits = |c: usize, d: usize| {
            let (c, d) = (&input.claims[c], &input.claims[d]);
            family(c) == family(d) && matches!(fit(input, c, d), Some(Fit::Equal | Fit::Compatible))
        };
        let none = of(a).next().is_none() || of(b).next().is_none();
        none || of(a).any(|c| of(b).any(|d| fits(c, d)))
    }

    /// Whether the verbs of two statements are the same, or mean the same.
    pub fn same_verb(a: &Claim, b: &Claim) -> bool {
        a.verb == b.verb || thesaurus::related(&a.verb, &b.verb)
    }
}

/// For each statement, the claims of its source that begin within its span.
fn figures(claims: &[Claim]) -> Vec<Range<usize>> {
    let within = |(i, claim): (usize, &Claim)| {
        if claim.kind != ClaimKind::Status {
            return i..i;
        }
        let inside = |c: &Claim| c.source == claim.source && c.span.start < claim.span.end;
        // Claims are sorted by source and span; what begins with the statement may stand before it.
        let first =
            claims[..i].iter().rev().take_while(|c| inside(c) && c.span.start >= claim.span.start).count();
        let last = claims[i..].iter().take_while(|c| inside(c)).count();
        i - first..i + last
    };
    claims.iter().enumerate().map(within).collect()
}

/// Whether a claim states a number of something: ranks and times say too little.
const fn is_figure(claim: &Claim) -> bool {
    matches!(
        claim.kind,
        ClaimKind::Value(
            Kind::Number | Kind::Count | Kind::Money | Kind::Percent | Kind::Dimension | Kind::Duration
        )
    )
}

/// The time that the statement's own clause gives.
fn stated(claim: &Claim) -> Option<&TimeValue> {
    claim.when.time.as_ref().filter(|_| claim.when.basis == "stated")
}
