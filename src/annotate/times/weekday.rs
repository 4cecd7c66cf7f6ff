//! Weekdays: `Tuesday`, `last Friday`, `Monday night`, `Friday, Oct. 23`.

use super::absolute;
use super::position;
use super::reader::{Found, Reader};
use super::relative::part_of;
use super::resolve;
use super::tense::{Tense, tense};
use crate::lexicon::calendar::{Term, Unit};
use crate::model::time::{Date, plus_days};
use crate::model::{Granularity, TimeBasis, TimeValue, TokenKind};

/// A weekday at token `i`, with the date or the part of the day behind it.
pub fn read(cx: &Reader, i: usize) -> Option<Found> {
    let (weekday, at) = name(cx, i)?;
    if let Some(found) = beside_date(cx, i, weekday, at) {
        return Some(found);
    }
    if repeats(cx, i) {
        return None;
    }
    if let Some(found) = beside_day(cx, weekday, at) {
        return Some(found);
    }
    if !stands_alone(cx, i) {
        return None;
    }
    let of = cx.past(cx.past(cx.past(at, &[","]), &["of", "from"]), &["the"]);
    if let (Some(Term::Which(step)), Some(Unit::Week)) = (cx.term(of), cx.unit(of + 1)) {
        return position::weekday_of_week(cx, weekday, step, of + 2);
    }
    if cx.word(at) == "after" && cx.word(at + 1) == "next" && cx.kind(at + 2) != Some(TokenKind::Word) {
        return steps_away(cx, weekday, 2, at + 2);
    }
    let Some(today) = cx.anchor else {
        let iso = format!("XXXX-WXX-{weekday}");
        return Some(Found::date(at, TimeValue::open(iso, Granularity::Day, TimeBasis::Unresolved)));
    };
    let tense = match (cx.is(at, &["'s", "’s"]), tense(cx, i, at)) {
        // `Tuesday's declaration` has been made.
        (true, _) => Tense::Past,
        (false, tense) => tense,
    };
    let day = resolve::weekday(today, weekday, tense)?;
    on_day(cx, day, at)
}

/// `last Friday`, `next Tuesday morning`: the weekday at token `i` behind `which`.
pub fn which(cx: &Reader, i: usize, step: i8) -> Option<Found> {
    let (weekday, at) = name(cx, i)?;
    let today = cx.anchor?;
    let day = match step {
        -1 => resolve::weekday(plus_days(today, -1)?, weekday, Tense::Past)?,
        // `next Friday` is that of the week to come.
        1 if cx.before(i) == "next" => return position::weekday_of_week(cx, weekday, 1, at),
        1 => resolve::weekday(plus_days(today, 1)?, weekday, Tense::Future)?,
        _ => resolve::weekday(
            today,
            weekday,
            if tense(cx, i, at) == Tense::Past { Tense::Past } else { Tense::Future },
        )?,
    };
    on_day(cx, day, at)
}

/// `three Fridays from now`, `two Thursdays ago`, at token `i`.
pub fn counted(cx: &Reader, i: usize) -> Option<Found> {
    let n = cx.digits(i).or_else(|| cx.cardinal(i)).filter(|n| (1..=20).contains(n))?;
    let (weekday, at) = name(cx, i + 1).filter(|_| cx.word(i + 1).ends_with("days"))?;
    let n = i8::try_from(n).ok()?;
    match (cx.word(at), cx.word(at + 1)) {
        ("ago" | "back", _) => steps_away(cx, weekday, -n, at + 1),
        ("from", "now" | "today") => steps_away(cx, weekday, n, at + 2),
        _ => None,
    }
}

/// The `n`-th `weekday` after today, or before it.
fn steps_away(cx: &Reader, weekday: i8, n: i8, end: usize) -> Option<Found> {
    let today = cx.anchor?;
    let (tense, beside) = if n < 0 { (Tense::Past, -1) } else { (Tense::Future, 1) };
    let first = resolve::weekday(plus_days(today, beside)?, weekday, tense)?;
    let day = plus_days(first, 7 * (i32::from(n) - beside))?;
    on_day(cx, day, end)
}

/// The weekday that token `i` names and one past its full stop.
fn name(cx: &Reader, i: usize) -> Option<(i8, usize)> {
    let Term::Weekday(weekday) = cx.term(i)? else { return None };
    let short = cx.len(i) <= 5 && !cx.word(i).ends_with("day");
    Some((weekday, if short && cx.glued(i + 1) { cx.past(i + 1, &["."]) } else { i + 1 }))
}

/// `Friday, Oct. 23`, `Sunday 15 September 2013`, `Friday (July 24)`.
fn beside_date(cx: &Reader, i: usize, weekday: i8, at: usize) -> Option<Found> {
    let from = cx.past(cx.past(at, &[",", "("]), &["the"]);
    let date = absolute::parse(cx, from).filter(|d| d.day.is_some())?;
    let end = if cx.word(from - 1) == "(" { cx.past(date.end, &[")"]) } else { date.end };
    let date = absolute::Partial { weekday: Some(weekday), end, ..date };
    let value = resolve::calendar(cx, &date, || tense(cx, i, end))?;
    Some(Found::date(end, value))
}

/// `Tuesday the 19th`, `Friday 31st`: the nearest month in which they fit.
fn beside_day(cx: &Reader, weekday: i8, at: usize) -> Option<Found> {
    let from = cx.past(at, &["the"]);
    // `Sunday 31` is a date only where nothing is counted behind it.
    let closed =
        |end: usize| matches!(cx.kind(end), None | Some(TokenKind::Punct)) && !cx.is(end, &[":", "%", "$"]);
    let marked = |end: usize| end > from + 1 || from > at;
    let (day, end) = absolute::day(cx, from)
        .filter(|(_, end)| marked(*end) || cx.kind(from) == Some(TokenKind::Number) && closed(*end))?;
    let today = cx.anchor?;
    let found = (0..12).flat_map(|step| [-step, step]).find_map(|step| {
        resolve::in_month(today, step, day).filter(|d| d.weekday().to_monday_one_offset() == weekday)
    })?;
    let value = TimeValue { weekday: Some(found.weekday()), ..TimeValue::day(found)? };
    Some(Found::date(end, value.on(TimeBasis::Weekday)))
}

/// Whether the word at `i` is a weekday without a date beside it: not `sun`, `sat` or `wed`.
fn stands_alone(cx: &Reader, i: usize) -> bool {
    let abbreviated = cx.len(i) <= 5;
    if abbreviated {
        let dotted = cx.glued(i + 1) && cx.word(i + 1) == ".";
        return cx.capital(i) && dotted && !matches!(cx.word(i), "sun" | "sat");
    }
    true
}

/// `every Monday`, `on Mondays`, `a Monday in May`: no single day, or not said which.
fn repeats(cx: &Reader, i: usize) -> bool {
    let behind = part_of(cx, i + 1).map_or(i + 1, |(_, end)| end);
    let of_some = cx.is(i.wrapping_sub(1), &["a", "one"]) && cx.is(behind, &["in", "of", "when", "during"]);
    if of_some {
        return true;
    }
    cx.word(i).ends_with("days")
        || cx.is(i.wrapping_sub(1), &["every", "each", "any"])
        || cx.is(i + 1, &["mornings", "nights", "afternoons", "evenings"])
}

/// The day with the part of it that is named behind token `at`.
fn on_day(cx: &Reader, day: Date, at: usize) -> Option<Found> {
    let (value, end) = match part_of(cx, at) {
        Some((letters, end)) => (TimeValue::part_of_day(day, letters)?, end),
        None => (TimeValue::day(day)?, at),
    };
    let weekday = Some(day.weekday());
    Some(Found::date(end, TimeValue { weekday, basis: TimeBasis::Published, ..value }))
}
