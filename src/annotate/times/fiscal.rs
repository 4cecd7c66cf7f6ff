//! Quarters, halves and years of business: `the third quarter`, `fiscal 2015`, `first half of 2016`, `the year-earlier period`.

use super::absolute;
use super::reader::{Found, Reader};
use super::relative::quarter_of;
use super::tense::{Tense, tense};
use crate::lexicon::calendar::{Term, Unit};
use crate::model::time::{Date, plus_months};
use crate::model::{TimeBasis, TimeValue};

/// `third quarter`, `third-quarter`, `first half`, `fiscal first quarter`, with the year behind it, at token `i`.
pub fn ordinal_part(cx: &Reader, i: usize) -> Option<Found> {
    let at = cx.past(i, &["fiscal"]);
    let at = if at > i && cx.dash(at) { at + 1 } else { at };
    let (n, behind) = order(cx, at)?;
    let noun = if cx.dash(behind) { behind + 1 } else { cx.past(behind, &["fiscal"]) };
    let end = noun + 1;
    match cx.word(noun) {
        "quarter" | "qtr" if n <= 4 => {
            let (year, end) = year_of(cx, end);
            let year = year.or_else(|| quarter_year(cx, i, n, end))?;
            Some(Found::date(end, TimeValue::quarter(year, n)?.on(basis(cx, i, end))))
        }
        "half" if n <= 2 => {
            let (year, end) = year_of(cx, end);
            let year = year.or_else(|| half_year(cx, i, n, end))?;
            Some(Found::date(end, TimeValue::half(year, n)?.on(basis(cx, i, end))))
        }
        _ => None,
    }
}

/// `last half of 1989`, `latter half of the year`, at token `i`.
pub fn last_half(cx: &Reader, i: usize) -> Option<Found> {
    let end = i + 2;
    let (year, to) = (cx.is(i, &["last", "latter"]) && cx.word(i + 1) == "half").then(|| year_of(cx, end))?;
    let named = cx.word(end) == "of" && to > end;
    let year = year.or_else(|| cx.anchor.map(Date::year)).filter(|_| named)?;
    Some(Found::date(to, TimeValue::half(year, 2)?.on(basis(cx, i, to))))
}

/// An ordinal from first to fourth, in words or digits, and one past it; `last` for the last half or quarter is not one.
fn order(cx: &Reader, i: usize) -> Option<(i8, usize)> {
    if let Some(n @ 1..=4) = cx.ordinal(i) {
        return Some((n as i8, i + 1));
    }
    let n = cx.digits(i).filter(|n| (1..=4).contains(n))?;
    cx.is(i + 1, &["st", "nd", "rd", "th"]).then_some((n as i8, i + 2))
}

/// `of 1984`, `1984`, `of last year`, `this year`, `a year ago` behind a quarter.
fn year_of(cx: &Reader, i: usize) -> (Option<i16>, usize) {
    let at = cx.past(cx.past(i, &["of", "in"]), &["the", "fiscal"]);
    let at = cx.past(at, &["fiscal", "year"]);
    if let Some((year, end)) = absolute::year(cx, at) {
        return (Some(year), end);
    }
    match (cx.term(at), cx.unit(at + 1), cx.anchor) {
        (Some(Term::Which(step)), Some(Unit::Year), Some(today)) => {
            (today.year().checked_add(i16::from(step)), at + 2)
        }
        // `the first quarter of the year`: which year, the quarter tells.
        (Some(Term::Unit(Unit::Year)), ..)
            if cx.word(i) == "of" && cx.word(at - 1) == "the" && cx.word(at) == "year" =>
        {
            (None, at + 1)
        }
        _ => (None, i),
    }
}

fn basis(cx: &Reader, i: usize, end: usize) -> TimeBasis {
    if (i..end).any(|k| absolute::year(cx, k).is_some()) { TimeBasis::Stated } else { TimeBasis::Published }
}

/// The year of quarter `n` without one: the last such quarter that has at least begun, or the next.
fn quarter_year(cx: &Reader, i: usize, n: i8, end: usize) -> Option<i16> {
    let today = cx.anchor?;
    let current = quarter_of(today);
    let future = tense(cx, i, end) == Tense::Future;
    Some(if n > current && !future && n - current > 1 {
        today.year() - 1
    } else if n < current && future && current - n > 1 {
        today.year() + 1
    } else if n > current && !future {
        // The quarter after the running one: of last year, unless that is nearly a year ago.
        if current == 3 { today.year() } else { today.year() - 1 }
    } else {
        today.year()
    })
}

fn half_year(cx: &Reader, i: usize, n: i8, end: usize) -> Option<i16> {
    let today = cx.anchor?;
    let current = (today.month() + 5) / 6;
    let future = tense(cx, i, end) == Tense::Future;
    Some(match (n > current, n < current, future) {
        (true, _, false) => today.year() - 1,
        (_, true, true) => today.year() + 1,
        _ => today.year(),
    })
}

/// `year's third quarter`, `year's quarter`: behind `last year`, whose tokens end before `i`.
pub fn of_year(cx: &Reader, i: usize, year: impl Fn(Date) -> Option<i16>) -> Option<Found> {
    if !cx.is(i, &["'s", "’s"]) {
        return None;
    }
    let year = year(cx.anchor?)?;
    let at = cx.past(i + 1, &["fiscal"]);
    if let Some((n, noun)) = order(cx, at) {
        let noun = if cx.dash(noun) { noun + 1 } else { noun };
        return (cx.word(noun) == "quarter")
            .then(|| TimeValue::quarter(year, n))
            .flatten()
            .map(|t| Found::date(noun + 1, t.on(TimeBasis::Published)));
    }
    let (_, quarter) = cx.quarter.filter(|_| cx.is(at, &["quarter", "period"]))?;
    Some(Found::date(at + 1, TimeValue::quarter(year, quarter)?.on(TimeBasis::Text)))
}

/// `fiscal 2015`, `fiscal year 2015`, `FY2015` at token `i`.
pub fn fiscal_year(cx: &Reader, i: usize) -> Option<Found> {
    if !cx.is(i, &["fiscal", "fy"]) {
        return None;
    }
    let at = cx.past(i + 1, &["year"]);
    let (year, end) = absolute::year(cx, at)?;
    Some(Found::date(end, TimeValue::year(year)?))
}

/// `FY2014`, `FY14`, `CY18`, one token.
pub fn glued_year(cx: &Reader, i: usize) -> Option<Found> {
    let digits = cx.word(i).strip_prefix("fy").or_else(|| cx.word(i).strip_prefix("cy"))?;
    let year = digits.parse::<i16>().ok().filter(|_| matches!(digits.len(), 2 | 4))?;
    let year = if year < 100 { absolute::century_of(year) } else { year };
    Some(Found::date(i + 1, TimeValue::year(year)?))
}

/// `Q3 2015`, `Q3`, `H1 2016`, at token `i`.
pub fn short_quarter(cx: &Reader, i: usize) -> Option<Found> {
    let (letter, n) = letter_and_number(cx, i)?;
    let (year, end) = year_of(cx, i + 1);
    if letter == "h" {
        return Some(Found::date(end, TimeValue::half(year?, n)?));
    }
    let year = year.or_else(|| quarter_year(cx, i, n, end))?;
    Some(Found::date(end, TimeValue::quarter(year, n)?.on(basis(cx, i, end))))
}

/// `2015 Q3`, `2015-Q3`, `2016 H1`, at token `i`.
pub fn year_and_quarter(cx: &Reader, i: usize) -> Option<Found> {
    let (year, at) = absolute::year(cx, i)?;
    let at = if cx.dash(at) && cx.glued(at) { at + 1 } else { at };
    let (letter, n) = letter_and_number(cx, at)?;
    let value = if letter == "h" { TimeValue::half(year, n) } else { TimeValue::quarter(year, n) };
    Some(Found::date(at + 1, value?))
}

/// `q1` to `q4`, `h1` and `h2`.
fn letter_and_number(cx: &Reader, i: usize) -> Option<(&'static str, i8)> {
    Some(match cx.word(i) {
        "q1" => ("q", 1),
        "q2" => ("q", 2),
        "q3" => ("q", 3),
        "q4" => ("q", 4),
        "h1" => ("h", 1),
        "h2" => ("h", 2),
        _ => return None,
    })
}

/// `the quarter`, `the latest quarter`, `the period`, `the 1988 quarter`, at token `i`, one of the words behind `the`.
pub fn spoken_of(cx: &Reader, i: usize) -> Option<Found> {
    if !cx.is(i.wrapping_sub(1), &["the", "its"]) {
        return None;
    }
    let latest = cx.is(i, &["latest", "recent"]);
    let (year, at) = match absolute::year(cx, i) {
        Some((year, end)) => (Some(year), end),
        None if latest => (None, i + 1),
        None => (None, i),
    };
    let at = cx.past(at, &["fiscal"]);
    if let Some(year) = year
        && let Some((n, noun)) = order(cx, at)
        && cx.word(noun) == "quarter"
    {
        return Some(Found::date(noun + 1, TimeValue::quarter(year, n)?));
    }
    if cx.is(at, &["full", "year"])
        && cx.unit(at + usize::from(cx.word(at) == "full")) == Some(Unit::Year)
        && (latest || cx.word(at) == "full")
    {
        let end = at + 1 + usize::from(cx.word(at) == "full");
        // `Profit in the fourth quarter was $2 bn, and for the full year $8 bn.`
        let (year, basis) = match cx.quarter.filter(|_| !latest) {
            Some((year, _)) => (year, TimeBasis::Text),
            None => (cx.anchor?.year() - i16::from(latest), TimeBasis::Published),
        };
        return Some(Found::date(end, TimeValue::year(year)?.on(basis)));
    }
    let noun = cx.word(at);
    let fits = noun == "quarter" || noun == "period" && (latest || year.is_some());
    if !fits || cx.dash(at + 1) || noun == "quarter" && cx.capital(at) {
        return None;
    }
    let (spoken, quarter) = cx.quarter.or_else(|| cx.anchor.and_then(completed))?;
    let found = if cx.quarter.is_some() { TimeBasis::Text } else { TimeBasis::Published };
    let (year, basis) = year.map_or((spoken, found), |y| (y, TimeBasis::Stated));
    if noun == "period" && year != spoken && cx.quarter.is_none() {
        return Some(Found::date(at + 1, TimeValue::year(year)?));
    }
    Some(Found::date(at + 1, TimeValue::quarter(year, quarter)?.on(basis)))
}

/// The quarter that was last completed before `today`.
fn completed(today: Date) -> Option<(i16, i8)> {
    let day = plus_months(today, -3)?;
    Some((day.year(), quarter_of(day)))
}

/// `year-ago`, `year-earlier`, with the noun behind it, at token `i`.
pub fn year_ago(cx: &Reader, i: usize) -> Option<Found> {
    if cx.word(i) != "year" || !cx.dash(i + 1) || !cx.is(i + 2, &["ago", "earlier"]) {
        return None;
    }
    let at = i + 3;
    if cx.unit(at + 1).is_some_and(|u| u == Unit::Month) {
        return None;
    }
    let (n, noun) = order(cx, at).map_or((None, at), |(n, end)| (Some(n), end));
    let end = if cx.is(noun, &["quarter", "period"]) { noun + 1 } else { at };
    let spoken = n.map(|n| (cx.quarter.map_or_else(|| cx.anchor.map(Date::year), |q| Some(q.0)), n));
    let (year, quarter) = match (spoken, cx.quarter) {
        (Some((Some(year), n)), _) => (year, n),
        (_, Some(q)) => q,
        _ if end > at => cx.anchor.and_then(completed)?,
        _ => return Some(Found::date(end, TimeValue::year(cx.anchor?.year() - 1)?.on(TimeBasis::Published))),
    };
    Some(Found::date(end, TimeValue::quarter(year - 1, quarter)?.on(TimeBasis::Text)))
}

/// `the year`, `year-end`, `year's end`, at token `i`.
pub fn this_year(cx: &Reader, i: usize) -> Option<Found> {
    let today = cx.anchor?;
    let dash_end = cx.dash(i + 1) && cx.word(i + 2) == "end";
    let end = if dash_end || cx.is(i + 1, &["'s", "’s"]) && cx.word(i + 2) == "end" {
        i + 3
    } else if cx.word(i + 1) == "end" {
        i + 2
    } else if cx.before(i) == "the" && cx.word(i) == "year" && in_year(cx, i) {
        i + 1
    } else {
        return None;
    };
    let last = end > i + 1 && cx.before(i) == "since";
    let year = if last { today.year() - 1 } else { today.year() };
    Some(Found::date(end, TimeValue::year(year)?.on(TimeBasis::Published)))
}

/// Whether `the year` at `i` means the running one.
fn in_year(cx: &Reader, i: usize) -> bool {
    let of = cx.is(i.wrapping_sub(2), &["for", "during", "throughout", "of", "in"]);
    let named = cx.digits(i + 1).is_some()
        || cx.is(
            i + 1,
            &["ended", "ending", "to", "before", "after", "of", "that", "when", "in", "he", "she"],
        )
        || cx.dash(i + 1);
    let part = cx.is(
        i.wrapping_sub(3),
        &[
            "end",
            "beginning",
            "start",
            "middle",
            "rest",
            "half",
            "part",
            "months",
            "quarter",
            "quarters",
            "remainder",
            "most",
            "high",
            "low",
            "weeks",
            "time",
        ],
    );
    of && !named && (cx.word(i - 2) != "of" || part)
}
