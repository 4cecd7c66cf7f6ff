//! What the program prints of a value, it reads again as that value; and what a text says is joined across its parts.

use super::annotate;
use crate::lexicon::units;
use crate::model::time::{Date, plus_days};
use crate::model::{Article, Bound, Decimal, Kind, Mention, Quantity, TimeValue, display};
use crate::rules::Rules;
use crate::segment::segment;
use proptest::prelude::*;

fn mentions(text: &str) -> Vec<Mention> {
    let doc = segment(Article { text: text.to_owned(), ..Article::default() });
    annotate(&doc, Rules::shipped()).mentions
}

/// The mention that covers the shown value in a plain sentence.
fn read_again(shown: &str) -> Option<Mention> {
    let text = format!("It was {shown}.");
    let mut found = mentions(&text);
    (found.len() == 1).then(|| found.remove(0))
}

fn bounds() -> impl Strategy<Value = Bound> {
    prop::sample::select(vec![
        Bound::Exactly,
        Bound::About,
        Bound::AtLeast,
        Bound::MoreThan,
        Bound::AtMost,
        Bound::LessThan,
    ])
}

/// Kinds with a unit that the program gives them.
fn units_of_kinds() -> impl Strategy<Value = (Kind, Option<&'static str>)> {
    prop::sample::select(vec![
        (Kind::Number, None),
        (Kind::Percent, None),
        (Kind::Percent, Some("percentage point")),
        (Kind::Percent, Some("basis point")),
        (Kind::Count, Some("customer")),
        (Kind::Count, Some("person")),
        (Kind::Count, Some("data center")),
        (Kind::Money, Some("USD")),
        (Kind::Money, Some("EUR")),
        (Kind::Money, Some("CNY")),
        (Kind::Money, Some("MZN")),
        (Kind::Dimension, Some("kilometer per hour")),
        (Kind::Dimension, Some("square mile")),
        (Kind::Dimension, Some("degree Celsius")),
        (Kind::Duration, Some("year")),
    ])
}

proptest! {
    /// A value, however large, bounded and counted, is read from what the program shows of it.
    #[test]
    fn shown_quantities_are_read_again(n in 2_i64..2_000_000_000_000, scale in 0_u32..3, bound in bounds(), (kind, unit) in units_of_kinds()) {
        let value = Decimal::new(n, if kind == Kind::Count { 0 } else { scale }).normalize();
        // Four digits alone may be a year, and nobody lives a million years.
        prop_assume!(kind != Kind::Number || value > Decimal::from(9_999));
        let value = if kind == Kind::Duration { value % Decimal::from(90) + Decimal::ONE } else { value };
        let quantity = Quantity { bound, ..Quantity::exactly(value, Decimal::ONE) };
        let shown = display::quantity(&quantity, kind, unit, None);
        let again = read_again(&shown);
        prop_assert!(again.is_some(), "{shown}");
        let again = again.expect("asserted");
        let read = again.quantity().expect("no time is shown");
        prop_assert_eq!(read.stated(), Some(value), "{}", shown);
        prop_assert_eq!(again.unit.as_deref(), unit, "{}", shown);
        prop_assert_eq!(again.kind, kind, "{}", shown);
        prop_assert_eq!(read.bound, bound, "{}", shown);
    }

    /// A range keeps its ends.
    #[test]
    fn shown_ranges_are_read_again(low in 2_i64..900, width in 1_i64..900, (kind, unit) in units_of_kinds()) {
        prop_assume!(kind != Kind::Number);
        let ends = (Decimal::from(low), Decimal::from(low + width));
        let quantity = Quantity::range(Some(ends.0), Some(ends.1), Decimal::ONE);
        let shown = display::quantity(&quantity, kind, unit, None);
        let again = read_again(&shown);
        prop_assert!(again.is_some(), "{shown}");
        let again = again.expect("asserted");
        let read = again.quantity().expect("no time is shown");
        prop_assert_eq!((read.low, read.high), (Some(ends.0), Some(ends.1)), "{}", shown);
        prop_assert_eq!(again.unit.as_deref(), unit, "{}", shown);
    }

    /// Up to 2059, behind which four digits alone are a number: a day, month, quarter, year, decade, week, a stretch of days, and one with an open end.
    #[test]
    fn shown_times_are_read_again(days in 0_i32..58_000, length in 1_i32..400, shape in 0_usize..9) {
        let day = plus_days(Date::constant(1900, 1, 1), days).expect("before 2059");
        let end = plus_days(day, length).expect("before 2060");
        let (day_value, end_value) = (TimeValue::day(day), TimeValue::day(end));
        let value = match shape {
            0 => day_value,
            1 => TimeValue::month(day.year(), day.month()),
            2 => TimeValue::quarter(day.year(), (day.month() + 2) / 3),
            3 => TimeValue::year(day.year()),
            4 => TimeValue::decade(day.year() / 10),
            5 => TimeValue::week_of(day),
            6 => TimeValue::between(day_value.as_ref(), end_value.as_ref()),
            7 => TimeValue::between(day_value.as_ref(), None),
            _ => TimeValue::between(None, day_value.as_ref()),
        }.expect("in the calendar");
        let shown = display::time(&value);
        let again = read_again(&shown);
        prop_assert!(again.is_some(), "{shown}");
        let again = again.expect("asserted");
        let read = again.time().expect("a time is shown");
        prop_assert_eq!((read.start, read.end), (value.start, value.end), "{}", shown);
    }
}

/// Every unit of the table is read from its name in the plural.
#[test]
fn shown_units_are_read_again() {
    for name in units::names() {
        let quantity = Quantity::exactly(Decimal::from(7), Decimal::ONE);
        let shown = display::quantity(&quantity, Kind::Dimension, Some(name), None);
        let again = read_again(&shown)
            .unwrap_or_else(|| panic!("{shown}: {:?}", mentions(&format!("It was {shown}."))));
        assert_eq!(again.unit.as_deref(), Some(name), "{shown}");
        assert_eq!(again.quantity().and_then(Quantity::stated), Some(Decimal::from(7)), "{shown}");
    }
}

/// What is said once for a list, and what is said twice, is joined over all kinds.
#[test]
fn lists_share_their_unit_and_conversions_know_each_other() {
    for (text, want, why) in [
        ("They got three and five years, respectively.", &["year", "year"][..], "lengths of time"),
        ("They ran 45, 50 and 60 miles, respectively.", &["mile", "mile", "mile"], "measures"),
        ("They took 3, 4 and 5 days.", &["day", "day", "day"], "the comma of a list that goes on"),
        ("Ann Lee, 45, five days late, left.", &["", "day"], "the comma that closes an age"),
    ] {
        let units: Vec<_> = mentions(text).iter().map(|m| m.unit.clone().unwrap_or_default()).collect();
        assert_eq!(units, want, "{text}: {why}");
    }
    let found = mentions("On Monday they walked 25 miles (40 km).");
    assert_eq!(
        found.iter().map(|m| m.partner).collect::<Vec<_>>(),
        [None, Some(2), Some(1)],
        "counted over all mentions"
    );
}
