//! Exchange rates: the user's, else those that the program brings along.

use super::Rules;
use crate::lexicon::factors::Factor;
use crate::lexicon::rates;
use crate::model::Decimal;
use crate::model::time::Date;

impl Rules {
    /// How many of currency `to` one of currency `from` bought on that day, by the user's rates, else by the month's mean.
    pub fn exchange_rate(&self, from: &str, to: &str, day: Option<Date>) -> Option<Factor> {
        let per_dollar = |code: &str| match self.rates.get(code) {
            Some(rate) => Decimal::try_from(*rate).ok(),
            None if code == "USD" => Some(Decimal::ONE),
            None => rates::per_dollar(code, day?),
        };
        let times = per_dollar(to)?.checked_div(per_dollar(from)?)?;
        Some(Factor { times, plus: Decimal::ZERO })
    }
}
