//! How units convert into each other: those of measures by the table of units, those of calendars by the lengths that stand
//! here.

use super::units;
use crate::model::Decimal;

/// Seconds in the units of durations; months and years at the mean of the Gregorian calendar (146,097 days in 400 years).
const LENGTHS: &[(&str, i64)] = &[
    ("second", 1),
    ("minute", 60),
    ("hour", 3_600),
    ("day", 86_400),
    ("week", 604_800),
    ("fortnight", 1_209_600),
    ("month", 2_629_746),
    ("quarter", 7_889_238),
    ("year", 31_556_952),
    ("decade", 315_569_520),
    ("century", 3_155_695_200),
];

/// A conversion: so many of the new unit make one of the old, and so many are added (for temperatures).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Factor {
    /// Multiplied.
    pub times: Decimal,
    /// Added after that.
    pub plus: Decimal,
}

impl Factor {
    /// The value in the new unit; `None` beyond what 28 digits hold.
    pub fn apply(self, value: Decimal) -> Option<Decimal> {
        value.checked_mul(self.times)?.checked_add(self.plus)
    }
}

/// How many of unit `to` are one of unit `from`; `None` if they measure different things.
pub fn unit_factor(from: &str, to: &str) -> Option<Factor> {
    if let (Some(x), Some(y)) = (seconds(from), seconds(to)) {
        return Some(Factor { times: x.checked_div(y)?, plus: Decimal::ZERO });
    }
    // `46 degrees` are of the scale that the other article names.
    let bare = |unit: &str, other: &str| unit == "degree" && other.starts_with("degree ");
    if bare(from, to) || bare(to, from) {
        return Some(Factor { times: Decimal::ONE, plus: Decimal::ZERO });
    }
    let plus = units::convert(Decimal::ZERO, from, to)?;
    let times = units::convert(Decimal::ONE, from, to)?.checked_sub(plus)?;
    Some(Factor { times, plus })
}

fn seconds(unit: &str) -> Option<Decimal> {
    LENGTHS.iter().find(|(name, _)| *name == unit).map(|(_, seconds)| Decimal::from(*seconds))
}
