//! Dates counted in units from another: `two years ago`, `a year earlier`, `in four years`, `three days after July 4`.

use super::amount::Amount;
use super::amount::whole;
use super::modified;
use super::reader::{Found, Reader};
use super::relative::stepped;
use super::tense::{Tense, tense};
use crate::lexicon::calendar::{Term, Unit};
use crate::model::time::{Date, plus_days, plus_months};
use crate::model::{Granularity, TimeBasis, TimeValue};

/// The date that `n` units (tokens from `i` up to `end`) lead to, if the words around count from somewhere.
pub fn counted(cx: &Reader, i: usize, n: &Amount, unit: Unit, end: usize) -> Option<Found> {
    let dashed = if cx.dash(end) { end + 1 } else { end };
    if cx.word(dashed) == "ago" {
        return back(cx, i, n, unit, dashed + 1);
    }
    if cx.is(dashed, &["earlier", "before"]) && n.article && unit >= Unit::Year {
        return year_earlier(cx, n, unit, dashed + 1);
    }
    let count = whole(n.low?)?;
    if n.high.is_some() {
        return None;
    }
    if cx.is(end, &["from"]) && cx.is(end + 1, &["now", "today"]) {
        return ahead(cx, count, unit, end + 2);
    }
    if cx.word(end) == "hence" {
        return ahead(cx, count, unit, end + 1);
    }
    if cx.is(end, &["after", "before", "from"])
        && let Some(found) = beside(cx, count, unit, end)
    {
        return Some(found);
    }
    if cx.before(i) == "in"
        && unit >= Unit::Day
        && tense(cx, i, end) == Tense::Future
        && !follows_span(cx, end)
    {
        return ahead(cx, count, unit, end);
    }
    None
}

/// Whether what follows shows that the number of units is a length (`in two years of talks`).
fn follows_span(cx: &Reader, end: usize) -> bool {
    cx.is(end, &["of", "after", "before", "in", "since"]) || cx.dash(end)
}

fn back(cx: &Reader, i: usize, n: &Amount, unit: Unit, end: usize) -> Option<Found> {
    let Some(low) = n.low else {
        let value = TimeValue::open("PAST_REF", Granularity::Vague, TimeBasis::Published);
        return Some(Found::date(end, value));
    };
    if n.article && unit == Unit::Year {
        return year_earlier(cx, n, unit, end);
    }
    let count = whole(low)?;
    let _ = i;
    let today = cx.anchor?;
    if unit < Unit::Day {
        return None;
    }
    let value = match unit {
        Unit::Decade => {
            TimeValue::year(i16::try_from(i32::from(today.year()) - count.checked_mul(10)?).ok()?)?
        }
        _ => away(today, -count, unit)?,
    };
    Some(Found::date(end, value.on(TimeBasis::Published)))
}

/// `two weeks before May 13, 1999`: counted from a day, to the day.
fn beside(cx: &Reader, count: i32, unit: Unit, at: usize) -> Option<Found> {
    let found = modified::plain(cx, at + 1)?;
    let value = found.value().filter(|t| t.granularity == Granularity::Day)?;
    let mut from = value.start?.date();
    // `a month from Friday` starts at the Friday to come.
    if cx.word(at) == "from" && matches!(cx.term(at + 1), Some(Term::Weekday(_))) && Some(from) < cx.anchor {
        from = plus_days(from, 7)?;
    }
    let count = if cx.word(at) == "before" { -count } else { count };
    let day = match unit {
        Unit::Day => plus_days(from, count),
        Unit::Week => plus_days(from, count.checked_mul(7)?),
        Unit::Month => plus_months(from, count),
        Unit::Year => plus_months(from, count.checked_mul(12)?),
        _ => None,
    }?;
    Some(Found::date(found.end, TimeValue::day(day)?.on(value.basis.max(TimeBasis::Published))))
}

fn ahead(cx: &Reader, count: i32, unit: Unit, end: usize) -> Option<Found> {
    let today = cx.anchor?;
    Some(Found::date(end, away(today, count, unit)?.on(TimeBasis::Published)))
}

/// What lies `count` units from `today`. Weeks are counted to the day, and meant to within half a week.
fn away(today: Date, count: i32, unit: Unit) -> Option<TimeValue> {
    let days = match unit {
        Unit::Week => count.checked_mul(7)?,
        Unit::Fortnight => count.checked_mul(14)?,
        _ => return stepped(today, count, unit),
    };
    let day = plus_days(today, days)?;
    let (from, to) = (plus_days(day, -3)?, plus_days(day, 4)?);
    Some(TimeValue::days(from, to, Granularity::Week, day.to_string()))
}

/// `a year ago`, `a year earlier`: the same quarter of the year before, where a quarter was spoken of.
fn year_earlier(cx: &Reader, n: &Amount, unit: Unit, end: usize) -> Option<Found> {
    let count = whole(n.low?)?;
    if unit == Unit::Year
        && let Some((year, quarter)) = cx.quarter
    {
        let value = TimeValue::quarter(year.checked_sub(i16::try_from(count).ok()?)?, quarter)?;
        return Some(Found::date(end, value.on(TimeBasis::Text)));
    }
    Some(Found::date(end, stepped(cx.anchor?, -count, unit)?.on(TimeBasis::Published)))
}
