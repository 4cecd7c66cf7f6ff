//! A number as a statement gives it: a set of possibilities with a centre, a bound and a precision.

use super::{Decimal, Interval};

/// What a text says about a number. `1.4 million` states 1,400,000 to a step of 100,000; `more than 1.4 million` states
/// the same number as a lower bound; `18 to 25` states both ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Lower stated number; equal to `high` unless a range is stated. `None`: no lower end (`up to 5` has `low: None`
    /// only where the text states a range with an open end; a bounded single number keeps both equal).
    pub low: Option<Decimal>,
    /// Upper stated number.
    pub high: Option<Decimal>,
    /// How the wording bounds the number.
    pub bound: Bound,
    /// The step the number was stated to: 1 for `1,432`, 100,000 for `1.4 million`, 0 where it is exact by nature
    /// (an ordinal, a defined fraction).
    pub step: Decimal,
    /// Vague number words (`dozens`, `several`, `hundreds`): the interval is what people mean by them.
    pub vague: bool,
    /// Whether the number counts whole things, so that a step of 1 is exact; a measure or percentage stated to 1 is
    /// rounded to it.
    pub whole: bool,
}

/// How the wording bounds a number; the words of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// Just the number.
    Exactly,
    /// `about`, `some`, `nearly`, `almost`.
    About,
    /// `at least`.
    AtLeast,
    /// `more than`, `over`.
    MoreThan,
    /// `at most`, `up to`.
    AtMost,
    /// `less than`, `under`, `fewer than`.
    LessThan,
    /// Two ends: `18 to 25`.
    Range,
}

impl Bound {
    /// The word of the contract.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exactly => "exactly",
            Self::About => "about",
            Self::AtLeast => "at-least",
            Self::MoreThan => "more-than",
            Self::AtMost => "at-most",
            Self::LessThan => "less-than",
            Self::Range => "range",
        }
    }
}

impl Quantity {
    /// Exactly `value`, stated to `step`.
    pub const fn exactly(value: Decimal, step: Decimal) -> Self {
        Self { low: Some(value), high: Some(value), bound: Bound::Exactly, step, vague: false, whole: true }
    }

    /// From `low` to `high`.
    pub const fn range(low: Option<Decimal>, high: Option<Decimal>, step: Decimal) -> Self {
        Self { low, high, bound: Bound::Range, step, vague: false, whole: true }
    }

    /// The stated number, where there is one; the middle of a range is none.
    pub fn stated(&self) -> Option<Decimal> {
        match (self.low, self.high) {
            (Some(a), Some(b)) if a == b => Some(a),
            _ => None,
        }
    }

    /// The numbers for which the statement is true, rounding included: `1.4 million` is [1.35, 1.45) million,
    /// `1,432` is 1,432, `about 100` is 100 with 10 % either way, `more than 20` is everything above 20.
    pub fn interval(&self) -> Interval {
        let rounded =
            self.step > Decimal::ONE || !self.step.fract().is_zero() || (!self.whole && !self.step.is_zero());
        let half = if rounded { self.step / Decimal::TWO } else { Decimal::ZERO };
        let tenth = |v: Decimal| v.abs() / Decimal::TEN;
        match self.bound {
            Bound::Exactly | Bound::Range => Interval {
                low: self.low.map(|v| v - half),
                high: self.high.map(|v| v + half),
                low_open: false,
                high_open: half > Decimal::ZERO,
            },
            Bound::About => Interval {
                low: self.low.map(|v| v - half.max(tenth(v))),
                high: self.high.map(|v| v + half.max(tenth(v))),
                low_open: false,
                high_open: false,
            },
            Bound::AtLeast => Interval { low: self.low, high: None, low_open: false, high_open: false },
            Bound::MoreThan => Interval { low: self.low, high: None, low_open: true, high_open: false },
            Bound::AtMost => Interval { low: None, high: self.high, low_open: false, high_open: false },
            Bound::LessThan => Interval { low: None, high: self.high, low_open: false, high_open: true },
        }
    }
}
