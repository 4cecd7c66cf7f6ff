//! Whether two statements without a figure tell the same: what they share, word by word or by meaning.
//!
//! A statement is the set of lemmas and names of its clause, each with a weight: rare in the story and rare in news at large
//! weighs most. Words that are not the same count in part if the thesaurus knows them as synonyms or as noun and verb of one
//! deed. Leaves out who does what to whom: `compare` looks at the participants.

use super::Input;
use super::block::family;
use super::same::{Fit, fit, times};
use super::terms::{Meanings, Terms, weights};
use crate::lexicon::antonyms::{ANTONYMS, CONVERSE, is_undergone};
use crate::lexicon::{VERBS_OF_DEEDS, thesaurus};
use crate::model::{Claim, ClaimKind, ClaimValue, EntityId, Kind, TimeValue};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How much of its weight a word keeps that is matched by its meaning only.
const MEANING: f32 = 0.8;

/// So many steps up wholes are looked for: the desk of a unit of a group.
const PARTS: usize = 3;
/// Fewer terms in common are chance.
const LEAST: usize = 2;

/// The statements of a story as sets of weighted terms.
#[derive(Default)]
pub struct Statements {
    /// Per claim, its terms by number, ascending; empty for claims of another kind.
    terms: Vec<Vec<u32>>,
    /// Per claim, the claims about figures that its clause states.
    figures: Vec<Range<usize>>,
    /// Per claim, the pairs of terms that stand beside each other.
    pairs: Vec<Vec<(u32, u32)>>,
    /// Per claim, the length of its weighted terms, their marks, and these with the marks of their meanings.
    norms: Vec<f32>,
    marks: Vec<Marks>,
    reach: Vec<Marks>,
    /// Per claim, the term that its verb would be.
    verbs: Vec<u32>,
    /// Per claim, the same, but of a verb that says little the term of its object: `made an offer`.
    deeds: Vec<u32>,
    /// Per claim, whether its verb is one that lists pair with others: opposites, two ends of one thing.
    paired: Vec<bool>,
    /// Per term, its weight.
    weights: Vec<f32>,
    /// Per term, the others of its meaning, ascending, and their marks.
    synonyms: Vec<Vec<u32>>,
    meanings: Vec<Marks>,
}

/// A bit for each of some terms, of which several may have the same: most statements are told apart by these alone.
#[derive(Clone, Copy)]
struct Marks(u128);

impl Marks {
    fn of(terms: &[u32]) -> Self {
        Self(terms.iter().fold(0, |bits, &t| bits | Self::bit(t)))
    }

    const fn bit(term: u32) -> u128 {
        1 << (term % u128::BITS)
    }

    const fn may_hold(self, term: u32) -> bool {
        self.0 & Self::bit(term) != 0
    }

    const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether this may hold `least` of the terms of `other`, of which there are `count`: only where no two of these have one
    /// mark can marks be counted.
    const fn may_share(self, other: Self, count: usize, least: usize) -> bool {
        let shared = self.0 & other.0;
        let told_apart = other.0.count_ones() as usize == count;
        shared != 0 && !(told_apart && (shared.count_ones() as usize) < least)
    }
}

/// What two statements share.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shared {
    /// Cosine of the two, 0 to 1.
    pub cosine: f32,
    /// Number of terms matched, by word or by meaning.
    pub terms: usize,
    /// Number of neighbouring terms that both have beside each other, and the weight of the heaviest such pair.
    pub pairs: usize,
    pub heaviest: f32,
}

impl Statements {
    /// Reads the statements of a story.
    pub fn of<'a>(input: Input<'a>) -> Self {
        let mut out = Self { figures: figures(input.claims), ..Self::default() };
        let mut terms_of = Terms::with_room(2 * input.claims.len());
        let mut total = 0;
        for claim in input.claims {
            let mut terms: Vec<u32> = Vec::new();
            if claim.kind == ClaimKind::Status {
                total += 1;
                terms.extend(claim.modifiers.iter().map(|lemma| terms_of.number(lemma)));
            }
            out.pairs.push(terms.windows(2).map(|w| (w[0], w[1])).collect());
            terms.sort_unstable();
            terms.dedup();
            for &t in &terms {
                terms_of.counted[t as usize].1 += 1;
            }
            out.terms.push(terms);
        }
        out.verbs = input.claims.iter().map(|claim| terms_of.number(&claim.verb)).collect();
        let deed = |(claim, &verb): (&'a Claim, &u32)| deed(claim).map_or(verb, |noun| terms_of.number(noun));
        out.deeds = input.claims.iter().zip(&out.verbs).map(deed).collect();
        let (total, counted) = (total.max(40) as f32, terms_of.counted);
        let known = Meanings::of(counted.iter().map(|(lemma, _)| *lemma));
        out.weights = weights(&counted, &known.rarities, total);
        out.synonyms = known.synonyms;
        out.paired = input.claims.iter().map(is_paired).collect();
        add_parts(input, &counted, &mut out.synonyms);
        out.meanings = out.synonyms.iter().map(|terms| Marks::of(terms)).collect();
        out.norms = out.terms.iter().map(|terms| out.norm(terms)).collect();
        out.marks = out.terms.iter().map(|terms| Marks::of(terms)).collect();
        out.reach = out.terms.iter().zip(&out.marks).map(|(terms, marks)| out.reach(terms, *marks)).collect();
        out
    }

    /// The marks of some terms with those of their meanings.
    fn reach(&self, terms: &[u32], marks: Marks) -> Marks {
        Marks(terms.iter().fold(marks.0, |bits, &t| bits | self.meanings[t as usize].0))
    }

    fn weight(&self, term: u32) -> f32 {
        self.weights[term as usize]
    }

    fn norm(&self, terms: &[u32]) -> f32 {
        terms.iter().map(|&t| self.weight(t) * self.weight(t)).sum::<f32>().sqrt()
    }

    fn is_synonym(&self, t: u32, u: u32) -> bool {
        self.meanings[t as usize].may_hold(u) && self.synonyms[t as usize].contains(&u)
    }

    /// Whether two terms are the same or have a meaning in common.
    fn alike(&self, t: u32, u: u32) -> bool {
        t == u || self.is_synonym(t, u)
    }

    /// Whether statement `b` may hold a term like `t`.
    fn may_match(&self, t: u32, b: usize) -> bool {
        self.marks[b].may_hold(t) || self.marks[b].meets(self.meanings[t as usize])
    }

    /// Whether claims `a` and `b` may share enough to be looked at, as far as marks tell.
    fn may_share(&self, a: usize, b: usize) -> bool {
        let one = |a: usize, b: usize| self.reach[a].may_share(self.marks[b], self.terms[b].len(), LEAST);
        one(a, b) && one(b, a)
    }

    /// What claims `a` and `b` share; `None` if that is too little to look at.
    pub fn shared(&self, a: usize, b: usize) -> Option<Shared> {
        if !self.may_share(a, b) {
            return None;
        }
        let (terms, product) = self.product(a, b);
        if terms < LEAST {
            return None;
        }
        let norms = self.norms[a] * self.norms[b];
        let mut out =
            Shared { terms, cosine: if norms > 0.0 { product / norms } else { 0.0 }, ..Shared::default() };
        for &(t, u) in self.pairs[a].iter().filter(|(t, u)| self.may_match(*t, b) && self.may_match(*u, b)) {
            let beside = |&(v, w): &(u32, u32)| {
                self.alike(t, v) && self.alike(u, w) || self.alike(t, w) && self.alike(u, v)
            };
            if self.pairs[b].iter().any(beside) {
                out.pairs += 1;
                out.heaviest = out.heaviest.max(self.weight(t) + self.weight(u));
            }
        }
        Some(out)
    }

    /// How many terms two statements share, each matched once, and the product of their weights.
    fn product(&self, a: usize, b: usize) -> (usize, f32) {
        let (x, y) = (&self.terms[a], &self.terms[b]);
        let mut rest: Option<Vec<u32>> = None;
        let (mut terms, mut product) = (0, 0.0);
        let mut at = 0;
        for &t in x {
            at += y[at..].iter().take_while(|&&u| u < t).count();
            if y.get(at) == Some(&t) {
                product += self.weight(t) * self.weight(t);
                terms += 1;
                continue;
            }
            if !self.marks[b].meets(self.meanings[t as usize]) {
                continue;
            }
            let meant = |u: &u32| self.is_synonym(t, *u);
            let own = |u: &u32| x.binary_search(u).is_err();
            if rest.is_none() && !y.iter().any(|u| meant(u) && own(u)) {
                continue;
            }
            let rest = rest.get_or_insert_with(|| y.iter().copied().filter(own).collect());
            if let Some(found) = rest.iter().position(meant) {
                product += MEANING * self.weight(t) * self.weight(rest.swap_remove(found));
                terms += 1;
            }
        }
        (terms, product)
    }

    /// Whether nothing that claims `a` and `b` say in figures or of the time speaks against their telling one thing.
    pub fn figures_fit(&self, input: Input, a: usize, b: usize) -> bool {
        let (x, y) = (&input.claims[a], &input.claims[b]);
        if let (Some(s), Some(t)) = (stated(x), stated(y))
            && times(s, t) == Some(Fit::Apart)
        {
            return false;
        }
        // `zero films` is a denial, no figure.
        let zero = |c: &Claim| match &c.value {
            ClaimValue::Quantity { quantity, .. } => quantity.stated().is_some_and(|v| v.is_zero()),
            _ => false,
        };
        let counts = |c: &Claim| is_figure(c) && !zero(c);
        let of = |i: usize| self.figures[i].clone().filter(|&c| counts(&input.claims[c]));
        let fits = |c: usize, d: usize| {
            let (c, d) = (&input.claims[c], &input.claims[d]);
            family(c) == family(d) && matches!(fit(input, c, d), Some(Fit::Equal | Fit::Compatible))
        };
        let none = of(a).next().is_none() || of(b).next().is_none();
        // `won 12 of its 38 games`, `lost 14 of its 38 games`: opposites are said of the same figures.
        let opposite = || thesaurus::opposite(&x.verb, &y.verb);
        let all = || of(a).all(|c| of(b).any(|d| fits(c, d))) && of(b).all(|d| of(a).any(|c| fits(c, d)));
        none || if opposite() { all() } else { of(a).any(|c| of(b).any(|d| fits(c, d))) }
    }

    /// Whether a list may pair the verbs of statements `a` and `b`, or they are one word.
    pub fn may_pair_verbs(&self, a: usize, b: usize) -> bool {
        self.paired[a] && self.paired[b] || self.verbs[a] == self.verbs[b]
    }

    /// Whether the verbs of statements `a` and `b` are the same, or mean the same, or the object of one that says little means it.
    pub fn same_verb(&self, a: usize, b: usize) -> bool {
        // `made an offer`, `offered`; `announced a merger`, `announced a party`
        let told = |i: usize| self.deeds[i] == self.verbs[i];
        match (told(a), told(b)) {
            (true, true) => self.alike(self.verbs[a], self.verbs[b]),
            (false, false) => {
                self.alike(self.verbs[a], self.verbs[b]) && self.alike(self.deeds[a], self.deeds[b])
            }
            _ => self.alike(self.verbs[a], self.verbs[b]) || self.alike(self.deeds[a], self.deeds[b]),
        }
    }
}

/// The word that says what is done where the verb says little by itself: its object.
fn deed(claim: &Claim) -> Option<&str> {
    let object = claim.kind == ClaimKind::Status
        && VERBS_OF_DEEDS.has(&claim.verb)
        && !claim.noun.is_empty()
        && !claim.noun.starts_with('@');
    object.then_some(&*claim.noun)
}

/// Whether `claim` is a statement by a verb that a list pairs with others.
fn is_paired(claim: &Claim) -> bool {
    let verb = &claim.verb;
    claim.kind == ClaimKind::Status && (ANTONYMS.lists(verb) || CONVERSE.lists(verb) || is_undergone(verb))
}

/// Adds that a part and what it belongs to stand for each other in part: what the airline's cargo arm does, the airline does.
fn add_parts(input: Input, terms: &[(&str, u32)], synonyms: &mut [Vec<u32>]) {
    let id = |lemma: &str| lemma.strip_prefix('@').and_then(|id| id.parse().ok()).map(EntityId);
    let names = (0..).zip(terms).filter_map(|(number, (lemma, _))| Some((id(lemma)?, number)));
    let names: FxHashMap<EntityId, u32> = names.collect();
    for (&part, &number) in &names {
        let above = std::iter::successors(input.entities.parent(part), |&id| input.entities.parent(id));
        for whole in above.take(PARTS).filter_map(|id| names.get(&id).copied()) {
            synonyms[number as usize].push(whole);
            synonyms[whole as usize].push(number);
        }
    }
    for list in synonyms {
        list.sort_unstable();
        list.dedup();
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
