//! Units and currencies that convert into each other. The tables are the lexicon's and the user's; none are here.

use crate::model::Decimal;
use crate::model::time::Date;
use crate::rules::Rules;

/// A conversion: so many of the new unit make one of the old, after adding so many (for temperatures).
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

/// How many of currency `to` one of currency `from` bought on that day, by the user's rates.
pub fn exchange_rate(from: &str, to: &str, _day: Option<Date>, rules: &Rules) -> Option<Factor> {
    let per_dollar = |code: &str| {
        if code == "USD" {
            Some(Decimal::ONE)
        } else {
            rules.rates.get(code).and_then(|r| Decimal::try_from(*r).ok())
        }
    };
    let times = per_dollar(to)?.checked_div(per_dollar(from)?)?;
    Some(Factor { times, plus: Decimal::ZERO })
}

/// How many of unit `to` are one of unit `from`; `None` if they measure different things.
pub fn unit_factor(from: &str, to: &str) -> Option<Factor> {
    (from == to).then_some(Factor { times: Decimal::ONE, plus: Decimal::ZERO })
}
