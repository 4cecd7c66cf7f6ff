//! Whether two values can both be true of one thing, as far as joining needs to know; `compare` says it exactly.

use super::Input;
use super::veto::opposite_changes;
use crate::lexicon::factors::unit_factor;
use crate::lexicon::rates;
use crate::model::rounding::rounds_to;
use crate::model::time::DateTime;
use crate::model::{Bound, Claim, ClaimKind, ClaimValue, Decimal, Interval, Kind, Quantity, TimeValue};

/// Percent by which converted sums and converted measures may differ and still be meant as one.
const RATES: i64 = 15;
const ROUNDING: i64 = 3;

/// How two values stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// The same value as stated.
    Equal,
    /// Both can be true.
    Compatible,
    /// They exclude each other.
    Apart,
}

/// How the values of two claims of one family fit; `None` where that cannot be said (other units, unresolved dates).
pub fn fit(input: Input, a: &Claim, b: &Claim) -> Option<Fit> {
    match (&a.value, &b.value) {
        (
            ClaimValue::Quantity { quantity: x, unit: u, per: p },
            ClaimValue::Quantity { quantity: y, unit: v, per: q },
        ) => {
            let same_unit = u == v
                || a.kind != b.kind
                || matches!(a.kind, crate::model::ClaimKind::Value(crate::model::Kind::Count));
            if p != q && p.is_some() && q.is_some() {
                return None;
            }
            if opposite_changes(a, b) {
                return Some(Fit::Apart);
            }
            if same_unit {
                Some(numbers(x, y))
            } else {
                converted(input, a, (x, u.as_deref()?), (y, v.as_deref()?))
            }
        }
        (ClaimValue::Time(x), ClaimValue::Time(y)) => times(x, y),
        (ClaimValue::Items { items: x, .. }, ClaimValue::Items { items: y, .. }) => Some(items(x, y)),
        _ => None,
    }
}

fn numbers(x: &Quantity, y: &Quantity) -> Fit {
    // `thousands of years` says how many to nobody.
    if is_unknown(x) || is_unknown(y) {
        return Fit::Compatible;
    }
    if x.low == y.low && x.high == y.high {
        return Fit::Equal;
    }
    // Two whole numbers, each stated as it is, have nothing around them.
    let plain = |q: &Quantity| {
        q.bound == Bound::Exactly && q.whole && q.step == Decimal::ONE && q.low.is_some() && q.low == q.high
    };
    if plain(x) && plain(y) {
        return Fit::Apart;
    }
    if let (Some(a), Some(b)) = (exact(x), exact(y)) {
        let rounded = rounds_to(a, b, y.step) || rounds_to(b, a, x.step);
        return if rounded { Fit::Compatible } else { Fit::Apart };
    }
    let (i, j) = (x.interval(), y.interval());
    let bounded = |i: &Interval| i.low.is_some() && i.high.is_some();
    if !i.intersects(&j) {
        return Fit::Apart;
    }
    // `hundreds` and `more than 500`: the bound lies within the range.
    let within = |q: &Quantity, i: &Interval| {
        bounded(i)
            && q.low
                .or(q.high)
                .is_some_and(|v| i.low.is_some_and(|l| l <= v) && i.high.is_some_and(|h| v <= h))
    };
    if bounded(&i) && bounded(&j) || near(x, y) || within(x, &j) || within(y, &i) {
        Fit::Compatible
    } else {
        Fit::Apart
    }
}

/// The number of a quantity that states just one.
fn exact(quantity: &Quantity) -> Option<Decimal> {
    quantity.stated().filter(|_| quantity.bound == Bound::Exactly)
}

/// Whether `known` of the unit `from` is a few of `to`: 72 hours are `a few days`, 3,000 years are not.
fn few(known: &Quantity, from: &str, to: &str) -> bool {
    let value = known.low.or(known.high).zip(unit_factor(from, to)).and_then(|(v, factor)| factor.apply(v));
    value.is_some_and(|v| v >= Decimal::TWO && v <= Decimal::ONE_HUNDRED)
}

fn is_unknown(quantity: &Quantity) -> bool {
    quantity.low.is_none() && quantity.high.is_none()
}

/// How quantities in two units fit. Sums of money that fit at no rate near the month's say nothing: nobody knows the day.
fn converted(
    input: Input,
    a: &Claim,
    (x, from): (&Quantity, &str),
    (y, to): (&Quantity, &str),
) -> Option<Fit> {
    if is_unknown(x) || is_unknown(y) {
        let (known, from, to) = if is_unknown(x) { (y, to, from) } else { (x, from, to) };
        return few(known, from, to).then_some(Fit::Compatible);
    }
    let money = a.kind == ClaimKind::Value(Kind::Money);
    let document = input.documents.get(a.source);
    let published = document.and_then(|d| d.article.published.date.as_ref()?.start);
    let day = published.map(DateTime::date);
    let factor =
        if money { rates::exchange(from, to, day, &input.rules.rates) } else { unit_factor(from, to) }?;
    let told = |v: Option<Decimal>| v.and_then(|v| factor.apply(v));
    let x = Quantity {
        low: told(x.low),
        high: told(x.high),
        step: x.step.checked_mul(factor.times)?.abs(),
        ..x.clone()
    };
    let band = if money { RATES } else { ROUNDING };
    let near = |a: Decimal, b: Decimal| (a - b).abs() <= a.abs().max(b.abs()) * Decimal::new(band, 2);
    let close = x.low.or(x.high).zip(y.low.or(y.high)).is_some_and(|(a, b)| near(a, b));
    match numbers(&x, y) {
        // `20 years`, `two decades`
        Fit::Equal if !money => Some(Fit::Equal),
        _ if close => Some(Fit::Compatible),
        Fit::Apart if money => None,
        fit => Some(fit),
    }
}

/// A bound says something about a number only if it is not far from it: `more than 5` and `14,000` do not speak of one thing.
fn near(x: &Quantity, y: &Quantity) -> bool {
    let centre = |q: &Quantity| q.low.or(q.high);
    let (Some(a), Some(b)) = (centre(x), centre(y)) else { return false };
    let (small, large) = (a.abs().min(b.abs()), a.abs().max(b.abs()));
    small * Decimal::TWO >= large
}

pub fn times(x: &TimeValue, y: &TimeValue) -> Option<Fit> {
    let (x, y) = x.on_one_day(y);
    if !x.is_resolved() || !y.is_resolved() {
        let apart = |differ| if differ { Fit::Apart } else { Fit::Compatible };
        return x.other_season(&y).map(apart);
    }
    if x.start == y.start && x.end == y.end {
        return Some(Fit::Equal);
    }
    if x.ambiguous || y.ambiguous {
        return Some(Fit::Compatible);
    }
    let before = |a: &TimeValue, b: &TimeValue| match (a.end, b.start) {
        (Some(e), Some(s)) => e <= s,
        _ => false,
    };
    Some(if before(&x, &y) || before(&y, &x) { Fit::Apart } else { Fit::Compatible })
}

fn items(x: &[String], y: &[String]) -> Fit {
    let shared = x.iter().filter(|i| y.contains(i)).count();
    if shared == x.len() && shared == y.len() {
        Fit::Equal
    } else if shared == x.len().min(y.len()) {
        Fit::Compatible
    } else {
        Fit::Apart
    }
}

/// How telling it is that two claims state this value, 0 to 1: `28.1` says more than `3`, a sum more than a small count.
pub fn telling(claim: &Claim) -> f32 {
    match &claim.value {
        ClaimValue::Quantity { quantity, .. } => quantity.low.or(quantity.high).map_or(0.2, digits),
        ClaimValue::Time(t) => match t.granularity {
            crate::model::Granularity::Vague => 0.0,
            crate::model::Granularity::Year => 0.25,
            _ => 0.35,
        },
        ClaimValue::Items { items, .. } => 0.3 * items.len().min(3) as f32,
        _ => 0.0,
    }
}

/// The significant digits of a number, whatever its size: 28 of 2,800 and of 0.28.
pub fn significand(value: Decimal) -> u128 {
    let mut digits = value.mantissa().unsigned_abs();
    while digits > 0 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    digits
}

/// Significant digits and size: one digit below ten is common, three digits or millions are rare.
fn digits(value: Decimal) -> f32 {
    let significant = significand(value).checked_ilog10().map_or(0, |n| n + 1);
    let large = value.abs() >= Decimal::ONE_THOUSAND;
    match (significant, large) {
        (0 | 1, false) => 0.2,
        (0 | 1, true) => 0.5,
        (2, false) if value.abs() < Decimal::ONE_HUNDRED => 0.5,
        (2, _) => 0.8,
        _ => 1.0,
    }
}
