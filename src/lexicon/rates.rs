//! Monthly means of exchange rates since 1999 (`rates.txt`): enough to tell a slip from a rate of another day.

use super::entries;
use super::factors::Factor;
use crate::model::Decimal;
use crate::model::time::Date;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// How many of currency `to` one of currency `from` bought on that day, by the user's `own` rates (so many units a dollar), else by
/// the month's mean.
pub fn exchange(from: &str, to: &str, day: Option<Date>, own: &BTreeMap<String, f64>) -> Option<Factor> {
    let dollar = |code: &str| match own.get(code) {
        Some(rate) => Decimal::try_from(*rate).ok(),
        None if code == "USD" => Some(Decimal::ONE),
        None => per_dollar(code, day?),
    };
    let times = dollar(to)?.checked_div(dollar(from)?)?;
    Some(Factor { times, plus: Decimal::ZERO })
}

/// Units of the currency with this ISO 4217 code that one US dollar bought in the month of `day`, on average. Of months
/// after the last known one, that one's; `None` before the first, and for currencies that are not in the table.
pub fn per_dollar(code: &str, day: Date) -> Option<Decimal> {
    if code == "USD" {
        return Some(Decimal::ONE);
    }
    let column = TABLE.codes.iter().position(|c| *c == code)?;
    let month = format!("{:04}-{:02}", day.year(), day.month());
    let next = TABLE.months.partition_point(|(m, _)| *m <= month.as_str());
    let (_, rates) = TABLE.months.get(next.checked_sub(1)?)?;
    rates.split(' ').nth(column)?.parse().ok()
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut lines = entries(include_str!("rates.txt")).filter_map(|line| line.split_once(' '));
    let codes = lines.next().map(|(_, codes)| codes.split(' ').collect()).unwrap_or_default();
    Table { codes, months: lines.collect() }
});

/// The file, its numbers unread until they are asked for.
struct Table {
    codes: Vec<&'static str>,
    /// Month (`2015-07`) and rates in the order of the codes, ascending.
    months: Vec<(&'static str, &'static str)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_those_of_their_month() {
        for (code, day, rate) in [
            ("USD", Date::constant(2015, 7, 29), Some("1")),
            ("CNY", Date::constant(2015, 7, 29), Some("6.209")),
            ("EUR", Date::constant(2020, 9, 30), Some("0.848")),
            ("EUR", Date::constant(1987, 3, 9), None),
            ("XXX", Date::constant(2015, 7, 29), None),
        ] {
            assert_eq!(per_dollar(code, day), rate.map(|r| r.parse().unwrap()), "{code} {day}");
        }
        assert!(
            per_dollar("EUR", Date::constant(2190, 1, 1)).is_some(),
            "the last month stands for later ones"
        );
    }

    #[test]
    fn every_line_is_complete_and_in_order() {
        assert!(TABLE.months.windows(2).all(|w| w[0].0 < w[1].0));
        for (month, rates) in &TABLE.months {
            let fields: Vec<&str> = rates.split(' ').collect();
            assert_eq!(fields.len(), TABLE.codes.len(), "{month}");
            assert!(
                fields.iter().all(|f| *f == "-" || f.parse::<Decimal>().is_ok_and(|r| r > Decimal::ZERO)),
                "{month}"
            );
        }
    }
}
