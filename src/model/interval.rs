//! A set of numbers between two ends, each open, closed or absent.

use super::Decimal;

/// The numbers from `low` to `high`; an absent end is unbounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval {
    /// Lower end; `None` is minus infinity.
    pub low: Option<Decimal>,
    /// Upper end; `None` is plus infinity.
    pub high: Option<Decimal>,
    /// Whether `low` itself is excluded.
    pub low_open: bool,
    /// Whether `high` itself is excluded.
    pub high_open: bool,
}

impl Interval {
    /// The one number `value`.
    pub const fn point(value: Decimal) -> Self {
        Self { low: Some(value), high: Some(value), low_open: false, high_open: false }
    }

    /// `[low, high]`, ends put in order.
    pub fn closed(low: Decimal, high: Decimal) -> Self {
        Self { low: Some(low.min(high)), high: Some(low.max(high)), low_open: false, high_open: false }
    }

    /// Whether `value` belongs to the set.
    pub fn contains(&self, value: Decimal) -> bool {
        let above = self.low.is_none_or(|l| if self.low_open { value > l } else { value >= l });
        let below = self.high.is_none_or(|h| if self.high_open { value < h } else { value <= h });
        above && below
    }

    /// Whether the two sets have a number in common.
    pub fn intersects(&self, other: &Self) -> bool {
        !below(self, other) && !below(other, self)
    }

    /// Whether every number of `other` is in `self`.
    pub fn covers(&self, other: &Self) -> bool {
        let low = match (self.low, other.low) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(a), Some(b)) => a < b || (a == b && (!self.low_open || other.low_open)),
        };
        let high = match (self.high, other.high) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(a), Some(b)) => a > b || (a == b && (!self.high_open || other.high_open)),
        };
        low && high
    }
}

/// Whether all of `a` lies below all of `b`.
fn below(a: &Interval, b: &Interval) -> bool {
    match (a.high, b.low) {
        (Some(h), Some(l)) => h < l || (h == l && (a.high_open || b.low_open)),
        _ => false,
    }
}
