//! A day or week by its place in a longer stretch: `the first Monday of October`, `the last week of 2016`, `the week of March 6`,
//! `the day after tomorrow`.

use super::absolute::day;
use super::modified;
use super::reader::{Found, Reader};
use super::relative;
use crate::lexicon::calendar::{Term, Unit};
use crate::model::period::monday_of;
use crate::model::time::{Date, DateTime, plus_days, plus_months};
use crate::model::{Granularity, TimeBasis, TimeValue, TokenKind};

/// `first Monday of October`, `last week of 2016`, `third month of 2021`, at token `i`.
pub fn nth(cx: &Reader, i: usize) -> Option<Found> {
    let (n, at) = order(cx, i)?;
    let Some(noun) = cx.term(at) else { return day_of(cx, n, at) };
    let whole = whole(cx, at + 1)?;
    let value = whole.value().filter(|t| t.granularity >= Granularity::Month)?;
    let (start, end) = (value.start?.date(), value.end?.date());
    let found = match noun {
        Term::Weekday(weekday) => TimeValue::day(nth_weekday(start, end, n, weekday)?),
        Term::Unit(Unit::Day) => TimeValue::day(nth_day(start, end, n)?),
        // A week belongs where its Thursday lies, as in ISO 8601.
        Term::Unit(Unit::Week) => TimeValue::week_of(nth_weekday(start, end, n, 4)?),
        Term::Unit(Unit::Month) if n > 0 && value.granularity == Granularity::Year => {
            let first = plus_months(start, i32::from(n) - 1)?;
            TimeValue::month(first.year(), first.month())
        }
        _ => None,
    }?;
    let inside = found.start? < value.end? && found.end? > value.start?;
    inside.then(|| Found::date(whole.end, found.on(value.basis)))
}

/// `first`, `22nd`, `last`, `second last` (-2) at token `i`, and one past it.
fn order(cx: &Reader, i: usize) -> Option<(i8, usize)> {
    if cx.is(i, &["last", "final"]) {
        return Some((-1, i + 1));
    }
    let (n, end) = day(cx, i).filter(|(_, end)| *end > i + 1 || cx.kind(i) == Some(TokenKind::Word))?;
    let from_end = cx.is(end, &["last"]) && n > 1;
    Some(if from_end { (-n, end + 1) } else { (n, end) })
}

/// The period behind `of` or `in` at token `i`, in which something has its place: `of October`, `of the month`.
fn whole(cx: &Reader, i: usize) -> Option<Found> {
    cx.is(i, &["of", "in"]).then_some(())?;
    let at = cx.past(i + 1, &["the"]);
    let running = || cx.is(at, &["month", "year"]).then(|| relative::running(cx, at)).flatten();
    modified::plain(cx, at).or_else(running)
}

/// `20th of next month`, whose `of` stands at token `at`; a named month is a date of the calendar.
fn day_of(cx: &Reader, n: i8, at: usize) -> Option<Found> {
    let named = matches!(cx.term(cx.past(at + 1, &["the"])), Some(Term::Month(_)));
    let whole = (cx.word(at) == "of" && n > 0 && !named).then(|| whole(cx, at))??;
    let value = whole.value().filter(|t| t.granularity == Granularity::Month)?;
    let found = nth_day(value.start?.date(), value.end?.date(), n)?;
    Some(Found::date(whole.end, TimeValue::day(found)?.on(value.basis)))
}

/// The `n`-th day from `start` on; for -1 the last before `end`.
fn nth_day(start: Date, end: Date, n: i8) -> Option<Date> {
    if n < 0 { plus_days(end, i32::from(n)) } else { plus_days(start, i32::from(n) - 1) }
}

/// The `n`-th `weekday` (1 to 7) from `start` on; for -1 the last before `end`.
pub fn nth_weekday(start: Date, end: Date, n: i8, weekday: i8) -> Option<Date> {
    if n < 0 {
        let last = plus_days(end, -1)?;
        let back = i32::from((last.weekday().to_monday_one_offset() - weekday).rem_euclid(7));
        return plus_days(last, -back + 7 * (i32::from(n) + 1));
    }
    let first =
        plus_days(start, i32::from((weekday - start.weekday().to_monday_one_offset()).rem_euclid(7)))?;
    plus_days(first, 7 * (i32::from(n) - 1))
}

/// `week of March 6`, `week beginning February 4`, at token `i`.
pub fn week_of(cx: &Reader, i: usize) -> Option<Found> {
    let led = cx.word(i) == "week" && cx.is(i + 1, &["of", "beginning", "starting", "ending", "ended"]);
    let found = led.then(|| modified::plain(cx, cx.past(i + 2, &["on", "the"])))??;
    let value = found.value().filter(|t| t.granularity == Granularity::Day)?;
    let week = TimeValue::week_of(value.start?.date())?;
    Some(Found::date(found.end, week.on(value.basis)))
}

/// `day after tomorrow`, `day before yesterday`, at token `i`.
pub fn day_beside(cx: &Reader, i: usize) -> Option<Found> {
    let step = match (cx.word(i), cx.word(i + 1)) {
        ("day", "after") => 1,
        ("day", "before") => -1,
        _ => return None,
    };
    let Some(Term::Offset(_)) = cx.term(i + 2) else { return None };
    let found = modified::plain(cx, i + 2)?;
    let from = found.value()?.start.map(DateTime::date)?;
    Some(Found::date(found.end, TimeValue::day(plus_days(from, step)?)?.on(TimeBasis::Published)))
}

/// The weekday of the week that lies `step` weeks from today's.
pub fn weekday_of_week(cx: &Reader, weekday: i8, step: i8, end: usize) -> Option<Found> {
    let monday = monday_of(cx.anchor?)?;
    let day = plus_days(monday, 7 * i32::from(step) + i32::from(weekday) - 1)?;
    let value = TimeValue { weekday: Some(day.weekday()), ..TimeValue::day(day)? };
    Some(Found::date(end, value.on(TimeBasis::Published)))
}
