//! Which pairs are worth a look: claims of a comparable kind that share a key. Keeps the work near linear in the number of claims.

use super::Input;
use super::same::telling;
use super::voice::Voices;
use super::words::{NONE, Named, Words};
use crate::lexicon::denial::is_denial;
use crate::lexicon::factors::unit_factor;
use crate::model::time::DateTime;
use crate::model::{BE, Claim, ClaimKind, ClaimValue, Decimal, Kind};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Keys shared by more claims than this say nothing and are not used, unless they name what is measured: of those the claims
/// that most others repeat are taken.
const COMMON: usize = 64;
/// What a figure tells at least, see [`telling`], for claims to be set side by side that share nothing else.
const LEAST_TOLD: f32 = 0.25;
/// Number of families, see [`family`].
const FAMILIES: usize = 13;

/// Hands each pair of claims that is worth a look to `look`, once, the smaller index first.
pub fn pairs(input: Input, words: &Words, voices: &Voices, mut look: impl FnMut(usize, usize)) {
    let mut blocks = Blocks::of(input, words, voices);
    let sources: Vec<u32> = input.claims.iter().map(|c| c.source as u32).collect();
    let figures = figures(input, voices);
    // For each claim the last one that it was paired with.
    let mut partner = vec![usize::MAX; input.claims.len()];
    for a in (0..input.claims.len()).filter(|&i| voices.speaks(i)) {
        partner[a] = a;
        let elsewhere = between_articles(&input.claims[a]);
        for at in blocks.of_claim[a].clone() {
            for &b in blocks.behind(at, a) {
                let b = b as usize;
                if partner[b] != a && !(elsewhere && sources[b] == sources[a]) {
                    partner[b] = a;
                    look(a, b);
                }
            }
        }
        let same = figure(&input.claims[a]).and_then(|f| figures.get(&f)).filter(|all| all.len() <= COMMON);
        for &b in same.into_iter().flatten().filter(|&&b| b > a) {
            if partner[b] != a {
                partner[b] = a;
                look(a, b);
            }
        }
    }
}

/// A figure: its family and its ends.
pub type Figure = (u8, Option<Decimal>, Option<Decimal>);

/// The claims that state each figure that tells something, ascending: two reports may have nothing in common but this.
fn figures(input: Input, voices: &Voices) -> FxHashMap<Figure, Vec<usize>> {
    let mut out: FxHashMap<Figure, Vec<usize>> = FxHashMap::default();
    for i in (0..input.claims.len()).filter(|&i| voices.speaks(i)) {
        if let Some(figure) = figure(&input.claims[i]) {
            out.entry(figure).or_default().push(i);
        }
    }
    out
}

/// A figure that says more than a small number or a year.
fn figure(claim: &Claim) -> Option<Figure> {
    stated(claim).filter(|_| telling(claim) >= LEAST_TOLD)
}

/// The family of a quantity or a time and its ends; of a duration in seconds.
pub fn stated(claim: &Claim) -> Option<Figure> {
    let minute = |t: DateTime| Decimal::from(t.duration_since(DateTime::ZERO).as_mins());
    match &claim.value {
        ClaimValue::Quantity { quantity, unit: Some(unit), .. }
            if claim.kind == ClaimKind::Value(Kind::Duration) =>
        {
            let seconds = unit_factor(unit, "second")?;
            let end = |end: Option<Decimal>| end.and_then(|v| seconds.apply(v));
            let (low, high) = (end(quantity.low), end(quantity.high));
            low.or(high).map(|_| (family(claim), low, high))
        }
        ClaimValue::Time(time) => Some((family(claim), Some(minute(time.start?)), time.end.map(minute))),
        _ => ends(claim),
    }
}

/// The family of a quantity and its ends; `None` where it has none (`several`).
pub fn ends(claim: &Claim) -> Option<Figure> {
    match &claim.value {
        ClaimValue::Quantity { quantity, .. } if quantity.low.or(quantity.high).is_some() => {
            Some((family(claim), quantity.low, quantity.high))
        }
        _ => None,
    }
}

/// The claims of each block one behind the other. A block is a word of claims of one family.
#[derive(Default)]
struct Blocks {
    /// The blocks of all claims, by number.
    of_claims: Vec<u32>,
    /// Where in `of_claims` those of each claim stand.
    of_claim: Vec<Range<usize>>,
    members: Vec<u32>,
    /// For each block, where in `members` it begins and ends; the beginning moves on as its claims are paired.
    bounds: Vec<(u32, u32)>,
    /// For each block its word.
    words: Vec<u32>,
}

impl Blocks {
    fn of(input: Input, words: &Words, voices: &Voices) -> Self {
        let mut out = Self::default();
        // Of all words and families few are a block.
        let mut numbers = vec![NONE; words.all().len() * FAMILIES];
        for i in 0..input.claims.len() {
            let from = out.of_claims.len();
            if voices.speaks(i) {
                keys(input, words, i, |word, family| {
                    out.count(word, &mut numbers[word as usize * FAMILIES + family]);
                });
            }
            out.of_claim.push(from..out.of_claims.len());
        }
        let mut next: u32 = 0;
        for (from, to) in &mut out.bounds {
            (*from, next) = (next, next + *to);
            *to = *from;
        }
        out.members = vec![0; next as usize];
        for (i, blocks) in (0..).zip(&out.of_claim) {
            for &block in &out.of_claims[blocks.clone()] {
                let (_, to) = &mut out.bounds[block as usize];
                out.members[*to as usize] = i;
                *to += 1;
            }
        }
        out.cut(words, voices);
        out
    }

    /// Counts one more claim in the block of `word` that has this number, or gets the next one.
    fn count(&mut self, word: u32, number: &mut u32) {
        if *number == NONE {
            *number = self.bounds.len() as u32;
            self.bounds.push((0, 0));
            self.words.push(word);
        }
        self.bounds[*number as usize].1 += 1;
        self.of_claims.push(*number);
    }

    /// Leaves of blocks that are too large those claims that say what is measured in the most voices.
    fn cut(&mut self, words: &Words, voices: &Voices) {
        for ((from, to), &word) in self.bounds.iter_mut().zip(&self.words) {
            if ((*to - *from) as usize) <= COMMON {
                continue;
            }
            let members = &mut self.members[*from as usize..*to as usize];
            let measured = |i: &usize| {
                let Named { attribute, noun, .. } = words.named(*i);
                attribute == word || noun == word
            };
            let loudest = voices.loudest(members.iter().map(|&i| i as usize).filter(measured), COMMON);
            for (place, i) in members.iter_mut().zip(&loudest) {
                *place = *i as u32;
            }
            *to = *from + loudest.len() as u32;
        }
    }

    /// The claims behind `a` in the block at place `at` of all claims' blocks; none if `a` was cut from it. To be asked for
    /// claims in their order.
    fn behind(&mut self, at: usize, a: usize) -> &[u32] {
        let (from, to) = &mut self.bounds[self.of_claims[at] as usize];
        while from < to && (self.members[*from as usize] as usize) < a {
            *from += 1;
        }
        let rest = &self.members[*from as usize..*to as usize];
        if rest.first() == Some(&(a as u32)) { rest } else { &[] }
    }
}

/// Kinds of value that can answer one question.
pub fn family(claim: &Claim) -> u8 {
    match claim.kind {
        ClaimKind::Value(Kind::Number | Kind::Count) => 0,
        ClaimKind::Value(Kind::Money) => 1,
        ClaimKind::Value(Kind::Percent) => 2,
        ClaimKind::Value(Kind::Dimension) => 3,
        ClaimKind::Value(Kind::Duration) => 4,
        ClaimKind::Value(Kind::Date | Kind::Time) => 5,
        ClaimKind::Value(Kind::Ordinal) => 6,
        ClaimKind::List => 7,
        ClaimKind::Place => 12,
        ClaimKind::Person | ClaimKind::Role => 8,
        ClaimKind::Quotation => 9,
        ClaimKind::Status if claim.verb == BE => 11,
        ClaimKind::Status => 10,
    }
}

/// Whether claims of this kind answer one question only where two articles make them.
const fn between_articles(claim: &Claim) -> bool {
    matches!(claim.kind, ClaimKind::Place | ClaimKind::Status)
}

/// Hands the blocks of claim `i`, a word and a family each, to `found`; one may come twice.
fn keys(input: Input, words: &Words, i: usize, mut found: impl FnMut(u32, usize)) {
    let claim = &input.claims[i];
    let own = family(claim);
    // What somebody is not can be denied of what they do, and the other way round.
    let other = match own {
        10 | 11 if is_denial(claim) == Some(true) => Some(21 - own),
        _ => None,
    };
    // A statement is found by any of its words; a value by the words of its clause.
    let least = if matches!(claim.value, ClaimValue::Text(_)) { 1 } else { 2 };
    let Named { attribute, noun, subject, verb, .. } = words.named(i);
    let named = [attribute, noun, subject, verb].into_iter().filter(|&word| words.says(word));
    let context = words.context(i).iter().filter(|(_, weight)| *weight >= least).map(|(word, _)| *word);
    for word in named.chain(context) {
        found(word, usize::from(own));
        if let Some(other) = other {
            found(word, usize::from(other));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_claims_of_one_family_are_looked_at() {
        let of = |kind, verb: &str| Claim {
            verb: verb.to_owned(),
            ..Claim::new(0, kind, ClaimValue::Text(String::new()))
        };
        let value = |kind| of(ClaimKind::Value(kind), "");
        let families = [
            vec![value(Kind::Number), value(Kind::Count)],
            vec![value(Kind::Money)],
            vec![value(Kind::Percent)],
            vec![value(Kind::Dimension)],
            vec![value(Kind::Duration)],
            vec![value(Kind::Date), value(Kind::Time)],
            vec![value(Kind::Ordinal)],
            vec![of(ClaimKind::List, "")],
            vec![of(ClaimKind::Place, BE)],
            vec![of(ClaimKind::Person, ""), of(ClaimKind::Role, "")],
            vec![of(ClaimKind::Quotation, "say")],
            vec![of(ClaimKind::Status, BE)],
            vec![of(ClaimKind::Status, "open"), of(ClaimKind::Status, "")],
        ];
        for (i, one) in families.iter().enumerate() {
            for (j, other) in families.iter().enumerate() {
                for (a, b) in one.iter().flat_map(|a| other.iter().map(move |b| (a, b))) {
                    assert_eq!(family(a) == family(b), i == j, "{:?} {:?}", a.kind, b.kind);
                }
            }
        }
    }
}
