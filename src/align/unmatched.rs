//! The figures of two articles that are left over once those that both give are taken out.
//!
//! Two reports of one event give most of its figures alike. Where one figure of a kind is left in each, and they are near each
//! other or have their digits swapped (`112 hotels`, `121 hotels`), they are likely meant for one, though the sentences around
//! them have little in common. Whether something in them speaks for it is asked in `apart`.

use super::block::stated;
use crate::model::{Claim, ClaimKind, ClaimValue, Decimal, Granularity, Kind};
use rustc_hash::FxHashMap;

/// Percent of the larger figure by which two near figures differ at most.
const NEAR: i64 = 25;
/// Days by which two near days, months and years differ at most.
const NEAR_DAYS: [i64; 3] = [10, 62, 366];
/// Where more figures than this lie close by, none stands out.
const MOST: usize = 32;
const HOUR: i64 = 60;
const MINUTES: i64 = 24 * HOUR;

/// The figures of a story by article and sort.
#[derive(Default)]
pub struct Unmatched<'a> {
    /// Ascending, each once.
    given: FxHashMap<(usize, Sort<'a>), Vec<Decimal>>,
    /// How many of one thing's counts a sentence of an article gives.
    counts: FxHashMap<(usize, usize, &'a str), usize>,
}

/// A figure and its sort.
type Figure<'a> = (Sort<'a>, Decimal);

/// What can be set against each other.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Sort<'a> {
    /// A unit, a currency, or a noun, and what it is per.
    Of(Kind, &'a str, &'a str),
    When(Granularity),
}

impl<'a> Unmatched<'a> {
    /// Looks at all claims once.
    pub fn of(claims: &'a [Claim]) -> Self {
        let mut out = Self::default();
        for claim in claims {
            if let Some((sort, figure)) = figure(claim) {
                out.given.entry((claim.source, sort)).or_default().push(figure);
                if claim.kind == ClaimKind::Value(Kind::Count) {
                    *out.counts.entry((claim.source, claim.sentence, &claim.noun)).or_default() += 1;
                }
            }
        }
        for figures in out.given.values_mut() {
            figures.sort_unstable();
            figures.dedup();
        }
        out
    }

    /// Whether the figures of both claims are near each other, and neither article gives the figure of the other nor has a second
    /// one that is as near and stands alone.
    pub fn left(&self, a: &Claim, b: &Claim) -> bool {
        let (Some(x), Some(y)) = (figure(a), figure(b)) else { return false };
        // `six shots at the first officer and two at the second`, `eight shots`
        let parts = self.counts_beside(a) == self.counts_beside(b);
        a.source != b.source
            && near(x, y)
            && parts
            && self.alone((a.source, x), (b.source, y))
            && self.alone((b.source, y), (a.source, x))
    }

    /// How many counts of its thing the sentence of a claim gives.
    fn counts_beside<'b>(&'b self, claim: &'b Claim) -> Option<usize> {
        self.counts.get(&(claim.source, claim.sentence, claim.noun.as_str())).copied()
    }

    /// The figures of an article that are of one sort.
    fn figures<'b>(&'b self, (source, (sort, _)): (usize, Figure<'b>)) -> &'b [Decimal] {
        self.given.get(&(source, sort)).map_or(&[], Vec::as_slice)
    }

    /// Whether `there` lacks the figure of `here`, and no other figure of `here` that it lacks is as near to that of `there`.
    fn alone<'b>(&'b self, here: (usize, Figure<'b>), there: (usize, Figure<'b>)) -> bool {
        let (own, others) = (self.figures(here), self.figures(there));
        let lacks = |figure: Decimal| others.binary_search(&figure).is_err();
        let (mine, other) = (here.1.1, there.1.1);
        let (below, above) = own.split_at(own.partition_point(|&f| f < other));
        let rival = |f: Decimal| f != mine && lacks(f);
        let side = |figures: &mut dyn Iterator<Item = Decimal>| {
            let close = figures.take_while(|&f| close((here.1.0, f), there.1)).take(MOST + 1);
            let (count, rivals) = close.fold((0, false), |(n, found), f| (n + 1, found || rival(f)));
            count <= MOST && !rivals
        };
        lacks(mine) && side(&mut below.iter().rev().copied()) && side(&mut above.iter().copied())
    }
}

/// Whether both claims give numbers that have the same digits in another order: 41 and 14, 268 million and 286 million.
pub fn swapped(a: &Claim, b: &Claim) -> bool {
    match (figure(a), figure(b)) {
        (Some((Sort::Of(..), x)), Some((Sort::Of(..), y))) => digits_swapped(x, y),
        _ => false,
    }
}

/// The sort of a figure, and the figure: a number (of `up to 230` that, of `3 to 5` none), the seconds of a duration, or the
/// minute at which a time begins.
fn figure(claim: &Claim) -> Option<Figure<'_>> {
    let ClaimKind::Value(kind) = claim.kind else { return None };
    let (_, low, high) = stated(claim)?;
    match &claim.value {
        ClaimValue::Quantity { unit: Some(_), .. } if kind == Kind::Duration => {
            Some((Sort::Of(kind, "second", ""), one(low, high)?))
        }
        ClaimValue::Quantity { per, unit, .. } => {
            let of = if kind == Kind::Count { &claim.noun } else { unit.as_deref().unwrap_or_default() };
            let known = kind == Kind::Percent || !of.is_empty();
            known.then_some((Sort::Of(kind, of, per.as_deref().unwrap_or_default()), one(low, high)?))
        }
        ClaimValue::Time(time) => Some((Sort::When(time.granularity), low?)),
        _ => None,
    }
}

/// The one number that two ends leave.
fn one(low: Option<Decimal>, high: Option<Decimal>) -> Option<Decimal> {
    if low == high { low } else { low.xor(high) }
}

/// Whether two figures of one sort, but for the nouns counted, are close to each other or have swapped digits.
fn near(x: Figure, y: Figure) -> bool {
    let swapped = || match (x.0, y.0) {
        (Sort::Of(a, _, p), Sort::Of(b, _, q)) => a == b && p == q && digits_swapped(x.1, y.1),
        _ => false,
    };
    close(x, y) || swapped()
}

fn close((sort, x): Figure, (other, y): Figure) -> bool {
    let apart = (x - y).abs();
    match (sort, other) {
        (Sort::When(a), Sort::When(b)) => a == b && apart <= Decimal::from(widest(a)),
        (Sort::Of(a, _, p), Sort::Of(b, _, q)) => {
            let close = apart <= x.abs().max(y.abs()) * Decimal::new(NEAR, 2) || apart <= Decimal::ONE;
            a == b && p == q && close
        }
        _ => false,
    }
}

/// The minutes by which two times of one granularity that are near each other differ at most.
const fn widest(granularity: Granularity) -> i64 {
    match granularity {
        Granularity::Minute | Granularity::Hour | Granularity::PartOfDay => HOUR,
        Granularity::Day | Granularity::Weekend | Granularity::Week => NEAR_DAYS[0] * MINUTES,
        Granularity::Month | Granularity::Quarter => NEAR_DAYS[1] * MINUTES,
        _ => NEAR_DAYS[2] * MINUTES,
    }
}

fn digits_swapped(x: Decimal, y: Decimal) -> bool {
    let digits = |v: Decimal| {
        let mut digits = v.normalize().mantissa().to_string().into_bytes();
        digits.sort_unstable();
        digits
    };
    x.scale() == y.scale() && digits(x) == digits(y)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Quantity, TimeValue};

    /// A count of boats in article `source`, in a sentence of its own.
    fn boats(source: usize, number: i64) -> Claim {
        let quantity = Quantity::exactly(number.into(), Decimal::ONE);
        let value = ClaimValue::Quantity { quantity, unit: Some("boat".to_owned()), per: None };
        let claim = Claim::new(source, ClaimKind::Value(Kind::Count), value);
        Claim { noun: "boat".to_owned(), sentence: number as usize, ..claim }
    }

    /// A day in article `source`.
    fn day(source: usize, iso: &str) -> Claim {
        let time = ClaimValue::Time(TimeValue::from_iso(iso).unwrap());
        Claim::new(source, ClaimKind::Value(Kind::Date), time)
    }

    /// Whether the first claim and the last are left over.
    fn left(claims: &[Claim]) -> bool {
        Unmatched::of(claims).left(&claims[0], &claims[claims.len() - 1])
    }

    #[test]
    fn what_is_left_over() {
        for (claims, want, why) in [
            (vec![boats(0, 112), boats(1, 121)], true, "near"),
            (vec![boats(0, 14), boats(1, 41)], true, "swapped digits"),
            (vec![boats(0, 14), boats(1, 48)], false, "far"),
            (vec![boats(0, 112), boats(0, 121)], false, "one article"),
            (vec![boats(0, 112), boats(1, 112), boats(1, 121)], false, "matched"),
            (vec![boats(0, 112), boats(1, 118), boats(1, 121)], false, "two that are as near"),
            (vec![boats(0, 112), boats(1, 300), boats(1, 121)], true, "another that is far"),
            (
                vec![boats(0, 112), boats(0, 118), boats(1, 118), boats(1, 121)],
                true,
                "another that is matched",
            ),
            (
                vec![boats(0, 6), Claim { sentence: 6, ..boats(0, 2) }, boats(1, 8)],
                false,
                "a part of those that its sentence counts",
            ),
            (vec![day(0, "2021-03-02"), day(1, "2021-03-05")], true, "near days"),
            (vec![day(0, "2021-03-02"), day(1, "2021-04-05")], false, "far days"),
            (vec![boats(0, 112), day(1, "2021-04-05")], false, "two sorts"),
        ] {
            assert_eq!(left(&claims), want, "{why}");
            let turned: Vec<Claim> = claims.iter().rev().cloned().collect();
            assert_eq!(left(&turned), want, "{why}, the other way round");
        }
    }
}
