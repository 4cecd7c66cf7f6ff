//! Times counted from the day of publication: `today`, `last week`, `this year's third quarter`, `next April`.

use super::fiscal;
use super::position;
use super::reader::{Found, Reader, Says};
use super::resolve;
use super::tense::Tense;
use super::weekday;
use crate::lexicon::calendar::{Term, Unit};
use crate::lexicon::nouns::NOUN_PHRASE_STOPS;
use crate::model::time::{Date, plus_days, plus_months};
use crate::model::{Granularity, TimeBasis, TimeValue, TokenKind};

/// `today`, `yesterday evening`, `tonight`, `overnight` at token `i`.
pub fn day(cx: &Reader, i: usize) -> Option<Found> {
    let (step, part, at) = match (cx.term(i), cx.word(i)) {
        (Some(Term::Offset(step)), _) => (i32::from(step), part_of(cx, i + 1), i + 1),
        (_, "tonight") => (0, Some(("NI", i + 1)), i + 1),
        (_, "overnight") => (-1, Some(("NI", i + 1)), i + 1),
        _ => return None,
    };
    let Some(today) = cx.anchor else { return unresolved(i + 1, Granularity::Day) };
    let day = plus_days(today, step)?;
    let (value, end) = match part {
        Some((letters, end)) => (TimeValue::part_of_day(day, letters)?, end),
        None => (TimeValue::day(day)?, at),
    };
    Some(Found::date(end, value.on(TimeBasis::Published)))
}

/// The part of the day that token `i` names, and one past it.
pub fn part_of(cx: &Reader, i: usize) -> Option<(&'static str, usize)> {
    let at = if cx.dash(i) { i + 1 } else { i };
    match (cx.term(at), cx.word(at)) {
        (Some(Term::Part(letters)), _) => Some((letters, at + 1)),
        (_, "night") => Some(("NI", at + 1)),
        _ => None,
    }
}

/// `last year`, `this week`, `next month's`, `last April`, `last night`, `this morning` at token `i`.
pub fn which(cx: &Reader, i: usize) -> Option<Found> {
    let Term::Which(step) = cx.term(i)? else { return None };
    let at = cx.past(i + 1, &["fiscal", "financial", "calendar", "full"]);
    match (cx.term(at), cx.word(at)) {
        (_, "night") if step == -1 => part_on(cx, -1, "NI", at + 1),
        (Some(Term::Part(letters)), _) if step == 0 => part_on(cx, 0, letters, at + 1),
        (Some(Term::Unit(unit)), word) if !word.ends_with('s') => period(cx, i, step, unit, at + 1),
        (Some(Term::Month(month)), _) if cx.capital(at) => named_month(cx, step, month, at + 1),
        (Some(Term::Season(letters)), _) => season(cx, step, letters, at + 1),
        (Some(Term::Weekday(_)), _) => weekday::which(cx, at, step),
        _ => None,
    }
}

fn part_on(cx: &Reader, step: i32, letters: &str, end: usize) -> Option<Found> {
    let Some(today) = cx.anchor else { return unresolved(end, Granularity::PartOfDay) };
    let value = TimeValue::part_of_day(plus_days(today, step)?, letters)?.on(TimeBasis::Published);
    // A part of the running day is a time of day; last night is as good as a day.
    let says = if step == 0 { Says::Time(value) } else { Says::Date(value) };
    Some(Found { end, says })
}

/// The unit of the calendar `step` units from today's.
fn period(cx: &Reader, i: usize, step: i8, unit: Unit, end: usize) -> Option<Found> {
    let length = cx.word(i) == "past" && unit >= Unit::Decade || unit < Unit::Day;
    if length || unit == Unit::Century {
        return None;
    }
    if unit == Unit::Year
        && let Some(found) = fiscal::of_year(cx, end, |today| today.year().checked_add(i16::from(step)))
    {
        return Some(found);
    }
    let on = cx.past(end, &["on", "'s", "’s"]);
    if unit == Unit::Week
        && let Some(Term::Weekday(weekday)) = cx.term(on)
        && (on > end || cx.capital(on))
    {
        return position::weekday_of_week(cx, weekday, step, on + 1);
    }
    if unit == Unit::Day {
        let day = plus_days(cx.day?, i32::from(step))?;
        let (value, end) = match part_of(cx, end) {
            Some((letters, end)) => (TimeValue::part_of_day(day, letters)?, end),
            None => (TimeValue::day(day)?, end),
        };
        return (step != 0).then(|| Found::date(end, value.on(TimeBasis::Text)));
    }
    if cx.is(i, &["following", "preceding"])
        && let Some(spoken) = cx.spoken
    {
        return Some(Found::date(end, stepped(spoken, i32::from(step), unit)?.on(TimeBasis::Text)));
    }
    let Some(today) = cx.anchor else { return unresolved(end, granularity(unit)) };
    let value = stepped(today, i32::from(step), unit)?;
    Some(Found::date(end, value.on(TimeBasis::Published)))
}

/// The unit of the calendar that lies `step` units from the one that holds `today`.
pub fn stepped(today: Date, step: i32, unit: Unit) -> Option<TimeValue> {
    let year = i32::from(today.year());
    match unit {
        Unit::Day => TimeValue::day(plus_days(today, step)?),
        Unit::Week => TimeValue::week_of(plus_days(today, step.checked_mul(7)?)?),
        Unit::Fortnight => TimeValue::week_of(plus_days(today, step.checked_mul(14)?)?),
        Unit::Weekend => TimeValue::weekend_of(plus_days(today, step.checked_mul(7)?)?),
        Unit::Month => {
            let day = plus_months(today, step)?;
            TimeValue::month(day.year(), day.month())
        }
        Unit::Quarter => {
            let day = plus_months(today, step.checked_mul(3)?)?;
            TimeValue::quarter(day.year(), quarter_of(day))
        }
        Unit::Year => TimeValue::year(i16::try_from(year.checked_add(step)?).ok()?),
        Unit::Decade => TimeValue::decade(i16::try_from((year / 10).checked_add(step)?).ok()?),
        Unit::Century => TimeValue::century(i16::try_from((year / 100).checked_add(step)?).ok()?),
        Unit::Second | Unit::Minute | Unit::Hour => None,
    }
}

/// The quarter of the year that holds `day`, 1 to 4.
pub fn quarter_of(day: Date) -> i8 {
    (day.month() + 2) / 3
}

/// `that year`, `that same week`, at token `i`: the one that holds the time last spoken of.
pub fn that(cx: &Reader, i: usize) -> Option<Found> {
    if cx.word(i) != "that" {
        return None;
    }
    let at = cx.past(i + 1, &["same"]);
    let unit = cx.unit(at).filter(|u| *u >= Unit::Day && !cx.word(at).ends_with('s'))?;
    // `said that day care was short`
    if cx.kind(at + 1) == Some(TokenKind::Word) && !NOUN_PHRASE_STOPS.has(cx.word(at + 1)) || cx.dash(at + 1)
    {
        return None;
    }
    let (part, end) = part_of(cx, at + 1).map_or((None, at + 1), |(letters, end)| (Some(letters), end));
    let spoken = if unit == Unit::Day { cx.day } else { cx.spoken }?;
    let value = match part.filter(|_| unit == Unit::Day) {
        Some(letters) => TimeValue::part_of_day(spoken, letters)?,
        None => stepped(spoken, 0, unit)?,
    };
    Some(Found::date(
        if part.is_some() && unit == Unit::Day { end } else { at + 1 },
        value.on(TimeBasis::Text),
    ))
}

/// The running month, week or year, named by token `i`.
pub fn running(cx: &Reader, i: usize) -> Option<Found> {
    let unit = cx.unit(i)?;
    let Some(today) = cx.anchor else { return unresolved(i + 1, granularity(unit)) };
    Some(Found::date(i + 1, stepped(today, 0, unit)?.on(TimeBasis::Published)))
}

fn granularity(unit: Unit) -> Granularity {
    match unit {
        Unit::Second | Unit::Minute => Granularity::Minute,
        Unit::Hour => Granularity::Hour,
        Unit::Day => Granularity::Day,
        Unit::Weekend => Granularity::Weekend,
        Unit::Week | Unit::Fortnight => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Quarter => Granularity::Quarter,
        Unit::Year => Granularity::Year,
        Unit::Decade => Granularity::Decade,
        Unit::Century => Granularity::Century,
    }
}

#[expect(clippy::unnecessary_wraps, reason = "callers end with it, as they do with its neighbours")]
fn unresolved(end: usize, granularity: Granularity) -> Option<Found> {
    let iso = match granularity {
        Granularity::Day | Granularity::PartOfDay => "XXXX-XX-XX",
        Granularity::Week => "XXXX-WXX",
        Granularity::Weekend => "XXXX-WXX-WE",
        Granularity::Month => "XXXX-XX",
        Granularity::Quarter => "XXXX-QX",
        _ => "XXXX",
    };
    Some(Found::date(end, TimeValue::open(iso, granularity, TimeBasis::Unresolved)))
}

/// `last April`: the one before the running month; `next April`: the one after.
fn named_month(cx: &Reader, step: i8, month: i8, end: usize) -> Option<Found> {
    let today = cx.anchor?;
    let year = match step {
        -1 if month >= today.month() => today.year() - 1,
        1 if month <= today.month() => today.year() + 1,
        _ => today.year(),
    };
    Some(Found::date(end, TimeValue::month(year, month)?.on(TimeBasis::Published)))
}

fn season(cx: &Reader, step: i8, letters: &str, end: usize) -> Option<Found> {
    let today = cx.anchor?;
    let first = crate::model::period::season_month(letters)?;
    let year = match step {
        // A winter goes on into the new year.
        0 | -1 if first == 12 && today.month() <= 2 => today.year() - 1 + i16::from(step),
        // The season that is over, or the one that has not begun.
        -1 if today.month() < first + 3 => today.year() - 1,
        1 if today.month() >= first => today.year() + 1,
        _ => today.year(),
    };
    Some(Found::date(end, TimeValue::season(year, letters)?.on(TimeBasis::Published)))
}

/// `the weekend` at token `i`: the last one, or the one to come.
pub fn weekend(cx: &Reader, i: usize, tense: Tense) -> Option<Found> {
    let today = cx.anchor?;
    let saturday = resolve::weekday(today, 6, tense)?;
    Some(Found::date(i + 1, TimeValue::weekend_of(saturday)?.on(TimeBasis::Published)))
}
