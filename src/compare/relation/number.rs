//! Quantities: intervals, and how people round.

use super::{Context, Relation, RelationKind, is_measured};
use crate::lexicon::factors::{Factor, unit_factor};
use crate::lexicon::rates;
use crate::model::display;
use crate::model::rounding::{rough, rounds_to, slack, step};
use crate::model::{Bound, Claim, ClaimKind, ClaimValue, Decimal, Interval, Kind, Quantity};

/// The share of itself that a number told to two digits or more may be off by, where it says `about`.
const FINE: (i64, u32) = (4, 2);
/// Nobody tells more digits than that behind the point of what is told roughly.
const DIGITS: u32 = 2;

/// One of the two quantities.
pub struct Side<'a> {
    kind: ClaimKind,
    quantity: &'a Quantity,
    unit: Option<&'a str>,
}

impl<'a> Side<'a> {
    /// A quantity of a claim.
    pub fn of(kind: ClaimKind, quantity: &'a Quantity, unit: Option<&'a str>) -> Self {
        Self { kind, quantity, unit }
    }

    fn is_share(&self) -> bool {
        self.kind == ClaimKind::Value(Kind::Percent)
    }

    fn shown(&self) -> String {
        let kind = if let ClaimKind::Value(kind) = self.kind { kind } else { Kind::Number };
        display::quantity(self.quantity, kind, self.unit, None)
    }
}

/// How quantity `a` relates to quantity `b`.
pub fn relate(a: &Side, b: &Side, ctx: &Context) -> Relation {
    match units(a, b, ctx) {
        Units::Same => {
            let tolerance = ctx.attribute.map_or(0.0, |a| a.tolerance);
            plain(
                &Stated::new(a.quantity, is_measured(a.kind), a.is_share()),
                &Stated::new(b.quantity, is_measured(b.kind), b.is_share()),
                share(tolerance),
            )
        }
        Units::Factor(factor, band) => converted(a, b, factor, band),
        Units::Differ(why) => Relation::new(RelationKind::Incomparable, why),
    }
}

/// Whether both values are limits on one side, and not at one number: `up to 20,000`, `up to 50,000`.
pub fn two_limits(a: &Claim, b: &Claim) -> bool {
    let limit = |claim: &Claim| match &claim.value {
        ClaimValue::Quantity { quantity, unit, .. } => {
            let above = match quantity.bound {
                Bound::AtLeast | Bound::MoreThan => true,
                Bound::AtMost | Bound::LessThan => false,
                _ => return None,
            };
            Some((above, unit.clone(), quantity.stated()?))
        }
        _ => None,
    };
    limit(a)
        .zip(limit(b))
        .is_some_and(|((above, unit, x), (also, of, y))| above == also && unit == of && x != y)
}

/// How the units of two quantities go together.
enum Units {
    Same,
    /// One unit of `a` is that many of `b`, give or take a share.
    Factor(Factor, Decimal),
    Differ(String),
}

fn units(a: &Side, b: &Side, ctx: &Context) -> Units {
    let (Some(ua), Some(ub)) = (a.unit, b.unit) else { return Units::Same };
    // That two nouns name the same things was decided when the claims were joined.
    if ua == ub || matches!(a.kind, ClaimKind::Value(Kind::Count | Kind::Number)) {
        return Units::Same;
    }
    let (factor, band) = match a.kind {
        ClaimKind::Value(Kind::Money) => {
            (rates::exchange(ua, ub, ctx.day, &ctx.rules.rates), ctx.rules.compare.currency_tolerance)
        }
        _ => (unit_factor(ua, ub), ctx.rules.compare.unit_tolerance),
    };
    match factor {
        Some(factor) => Units::Factor(factor, share(band)),
        None => Units::Differ(format!("{ua} and {ub} cannot be converted into each other")),
    }
}

fn share(value: f64) -> Decimal {
    Decimal::try_from(value).unwrap_or_default()
}

/// How far `about` reaches from a number: a tenth of it, but of one told to two digits or more hardly further than it is rounded.
fn hedge(number: Decimal) -> Decimal {
    let step = step(number);
    // `almost a third` is told in parts, not in the digits of 33.3333.
    let parts = number.normalize().scale() > DIGITS;
    let fine = !parts && step * Decimal::TEN <= number;
    if fine { step.max(number * Decimal::new(FINE.0, FINE.1)) } else { number / Decimal::TEN }
}

/// Converted values fit if they meet within the rounding of both and the band; sums of money that miss it by little are
/// left open, since nobody knows the day of the rate.
fn converted(a: &Side, b: &Side, factor: Factor, band: Decimal) -> Relation {
    let x = Stated::new(a.quantity, true, a.is_share());
    let y = Stated::new(b.quantity, true, b.is_share());
    let Some(x) = x.scaled(factor) else {
        return Relation::new(RelationKind::Incomparable, "the number is too large to convert");
    };
    let shown = (a.shown(), b.shown());
    if meet(&x, &y.set, band) {
        return Relation::new(RelationKind::Converted, format!("{} is about {}", shown.0, shown.1));
    }
    if matches!(a.kind, ClaimKind::Value(Kind::Money)) && meet(&x, &y.set, band * Decimal::from(4)) {
        return Relation::new(
            RelationKind::Incomparable,
            format!("{} and {} fit or not, depending on the day's exchange rate", shown.0, shown.1),
        );
    }
    Relation::new(RelationKind::Disjoint, format!("{} is not {}", shown.0, shown.1))
}

/// A quantity with what its statement leaves open.
#[derive(Debug, Clone)]
struct Stated {
    /// The number, if one is stated and unbounded.
    exact: Option<Decimal>,
    /// The stated number whatever its bound.
    number: Option<Decimal>,
    bound: Bound,
    /// The numbers that make it true, wide enough for rounding and for digits cut off.
    set: Interval,
    /// Rounding step as written (0: none).
    step: Decimal,
    /// Half the step that trailing zeros suggest (0: none); `250,000` may well have been 248,712.
    rough: Decimal,
}

impl Stated {
    /// What `q` leaves open. The zeros of a `share` are meant: nobody rounds 95 % to 100 %.
    fn new(q: &Quantity, measured: bool, share: bool) -> Self {
        let number = q.stated().filter(|_| q.bound != Bound::Range);
        let fine = !measured && q.step <= Decimal::ONE && q.step.fract().is_zero();
        let step = if fine { Decimal::ZERO } else { q.step };
        let rough = number.filter(|_| !share).map_or(Decimal::ZERO, rough);
        let mut set = q.interval();
        if let (Some(value), Bound::Exactly | Bound::About) = (number, q.bound) {
            // Rounded to the step, or what lies behind it cut off; roughly, if it says so.
            let hedge = if q.bound == Bound::About { hedge(value.abs()) } else { Decimal::ZERO };
            let (down, up) = slack(value, step);
            let (down, up) = (down.max(hedge), up.max(hedge));
            let (low, high) = if value.is_sign_negative() {
                (value - up, value + down)
            } else {
                (value - down, value + up)
            };
            set = Interval { low: Some(low), high: Some(high), low_open: false, high_open: false };
        }
        Self { exact: number.filter(|_| q.bound == Bound::Exactly), number, bound: q.bound, set, step, rough }
    }

    /// The numbers that make it true, in a unit of which one of the old makes `factor`.
    fn scaled(&self, factor: Factor) -> Option<Interval> {
        let map = |v: Option<Decimal>| v.map_or(Some(None), |v| factor.apply(v).map(Some));
        Some(Interval { low: map(self.set.low)?, high: map(self.set.high)?, ..self.set })
    }

    /// Whether the sets have a number in common once each is widened by `band` of itself.
    fn meets(&self, other: &Self, band: Decimal) -> bool {
        meet(&self.set, &other.set, band)
    }
}

/// Whether two sets have a number in common once each is widened by `band` of itself.
fn meet(a: &Interval, b: &Interval, band: Decimal) -> bool {
    widened(a, band).intersects(&widened(b, band))
}

fn widened(set: &Interval, band: Decimal) -> Interval {
    let by = |v: Decimal| v.abs().checked_mul(band).unwrap_or_default() / Decimal::TWO;
    Interval {
        low: set.low.map(|v| v - by(v)),
        high: set.high.map(|v| v + by(v)),
        low_open: false,
        high_open: false,
    }
}

/// Both in one unit.
fn plain(a: &Stated, b: &Stated, tolerance: Decimal) -> Relation {
    use RelationKind::{Contains, Disjoint, Equal, Inside, Overlaps};
    if let (Some(x), Some(y)) = (a.number, b.number)
        && x == y
    {
        return same_number(a.bound, b.bound);
    }
    if let (Some(x), Some(y)) = (a.exact, b.exact) {
        return two_exact((x, a), (y, b), tolerance);
    }
    match (a.set.covers(&b.set), b.set.covers(&a.set)) {
        (true, true) => Relation::new(Equal, "the values are the same"),
        (false, true) => Relation::new(Inside, "the first value lies within what the second allows"),
        (true, false) => Relation::new(Contains, "the second value lies within what the first allows"),
        _ if a.set.intersects(&b.set) => Relation::new(Overlaps, "what the two allow overlaps"),
        _ if a.meets(b, tolerance) => Relation::new(Overlaps, "they differ by no more than the tolerance"),
        _ => Relation::new(Disjoint, "no number makes both true"),
    }
}

/// One number, perhaps with different bounds.
fn same_number(a: Bound, b: Bound) -> Relation {
    use Bound::{AtLeast, AtMost, LessThan, MoreThan};
    let kind = match (a, b) {
        _ if a == b => return Relation::new(RelationKind::Equal, "the values are the same"),
        (MoreThan, LessThan) | (LessThan, MoreThan) => {
            return Relation::new(RelationKind::Disjoint, "one says more, the other less");
        }
        (Bound::Exactly, _) | (MoreThan, AtLeast) | (LessThan, AtMost) => RelationKind::Inside,
        (_, Bound::Exactly) | (AtLeast, MoreThan) | (AtMost, LessThan) => RelationKind::Contains,
        _ => RelationKind::Overlaps,
    };
    Relation::new(kind, "it is the same number, bounded differently")
}

/// Two different numbers without a bound: the finer one must round to the coarser, or be it with digits cut off.
fn two_exact((x, a): (Decimal, &Stated), (y, b): (Decimal, &Stated), tolerance: Decimal) -> Relation {
    let (width_a, width_b) = (a.step.max(a.rough), b.step.max(b.rough));
    if width_a > width_b && rounds_to(y, x, a.step) {
        return Relation::new(
            RelationKind::Contains,
            format!("{} is {} rounded", display::number(x), display::number(y)),
        );
    }
    if width_b > width_a && rounds_to(x, y, b.step) {
        return Relation::new(
            RelationKind::Inside,
            format!("{} is {} rounded", display::number(y), display::number(x)),
        );
    }
    let difference = (x - y).abs();
    let allowed = x.abs().max(y.abs()).checked_mul(tolerance).unwrap_or_default();
    if difference <= allowed {
        return Relation::new(RelationKind::Overlaps, "they differ by no more than the tolerance");
    }
    Relation::new(RelationKind::Disjoint, format!("{} is not {}", display::number(x), display::number(y)))
}
