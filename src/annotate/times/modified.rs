//! Words that look at a part of a period: `early 2019`, `mid-March`, `late last week`, `the end of 1994`, `later this year`.
//!
//! An adverb leaves the value that of the period, as TIMEX3 has it, and belongs to the mention. The beginning, middle or end
//! *of* a period is a period of its own: of a month ten days, of a year a season or so, of a week some days.

use super::reader::{Found, Reader};
use super::tense::tense;
use super::{absolute, era, fiscal, holiday, position, relative, weekday};
use crate::lexicon::calendar::{Term, Unit};
use crate::model::time::{plus_days, plus_months};
use crate::model::{Granularity, TimeBasis, TimeValue, TokenKind};

/// A modifier with the period behind it at token `i`.
pub fn read(cx: &Reader, i: usize) -> Option<Found> {
    let at = match cx.word(i) {
        "early" | "late" | "mid" | "earlier" | "later" => {
            let at = if cx.dash(i + 1) { i + 2 } else { i + 1 };
            cx.past(cx.past(at, &["in", "on"]), &["the"])
        }
        "end" | "beginning" | "start" | "middle" if cx.word(i + 1) == "of" => return part_of(cx, i),
        "eoy" | "eom" => {
            let unit = if cx.word(i) == "eoy" { Unit::Year } else { Unit::Month };
            let value = narrowed(&relative::stepped(cx.anchor?, 0, unit)?, "end")?;
            return Some(Found::date(i + 1, value.on(TimeBasis::Published)));
        }
        // Of a market year, the last day.
        "close" if cx.word(i + 1) == "of" => cx.past(i + 2, &["the"]),
        _ => return None,
    };
    plain(cx, at)
}

/// `the end of March`, `the beginning of this week`, `end of year`, at token `i`.
fn part_of(cx: &Reader, i: usize) -> Option<Found> {
    let at = cx.past(i + 2, &["the"]);
    let bare = cx.is(at, &["week", "month", "year"]) && (cx.kind(at + 1) != Some(TokenKind::Word));
    let found = if bare { plain(cx, at).or_else(|| relative::running(cx, at)) } else { plain(cx, at) }?;
    // `the end of the 1960s`, `the middle of the 19th century` leave open how many of its years.
    let long = |t: &TimeValue| matches!(t.granularity, Granularity::Decade | Granularity::Century);
    let value = found.value().filter(|t| !long(t) || cx.is(at, &["decade", "century"]));
    let Some(value) = value else { return Some(found) };
    let part = narrowed(value, cx.word(i)).map(|part| Found::date(found.end, part.on(value.basis)));
    Some(part.unwrap_or(found))
}

/// The beginning, middle or end of `value`; `None` for a period whose parts people do not agree on.
fn narrowed(value: &TimeValue, part: &str) -> Option<TimeValue> {
    let (start, end) = (value.start?.date(), value.end?.date());
    let days = |n: i32| plus_days(start, n);
    let months = |n: i32| plus_months(start, n);
    let (from, to) = match (value.granularity, part) {
        (Granularity::Month, "beginning" | "start") => (start, days(10)?),
        (Granularity::Month, "middle") => (days(10)?, days(20)?),
        (Granularity::Month, _) => (days(20)?, end),
        (Granularity::Year, "beginning" | "start") => (start, months(3)?),
        (Granularity::Year, "middle") => (months(4)?, months(8)?),
        (Granularity::Year, _) => (months(8)?, end),
        (Granularity::Decade, "beginning" | "start") => (start, months(3 * 12)?),
        (Granularity::Decade, "middle") => (months(3 * 12)?, months(7 * 12)?),
        // The 2020s end with 2029, or with 2030.
        (Granularity::Decade, _) => (months(9 * 12)?, months(11 * 12)?),
        (Granularity::Century, "beginning" | "start") => (start, months(20 * 12)?),
        (Granularity::Century, "middle") => (months(40 * 12)?, months(60 * 12)?),
        (Granularity::Century, _) => (months(90 * 12)?, months(101 * 12)?),
        (Granularity::Week, "beginning" | "start") => (start, days(3)?),
        (Granularity::Week, "middle") => (days(2)?, days(4)?),
        (Granularity::Week, _) => (days(4)?, end),
        _ => return None,
    };
    Some(TimeValue::days(from, to, Granularity::Range, format!("{from}/{to}")))
}

/// A date without modifier at token `i`.
pub fn plain(cx: &Reader, i: usize) -> Option<Found> {
    match cx.term(i) {
        Some(Term::Month(_)) => absolute::read(cx, i),
        Some(Term::Weekday(_)) => weekday::read(cx, i),
        Some(Term::Which(_)) => relative::which(cx, i),
        Some(Term::Offset(_)) => relative::day(cx, i),
        Some(Term::Season(_)) => era::season(cx, i),
        Some(Term::Unit(_)) => match cx.word(i) {
            "year" => fiscal::this_year(cx, i),
            "weekend" => relative::weekend(cx, i, tense(cx, i, i + 1)),
            "quarter" => fiscal::spoken_of(cx, i),
            "month" | "week" | "decade" | "century" if part_of_running(cx, i) => relative::running(cx, i),
            "day" => position::day_beside(cx, i),
            "week" => position::week_of(cx, i),
            _ => None,
        },
        _ if cx.word(i) == "that" => relative::that(cx, i),
        _ => [
            absolute::read,
            fiscal::ordinal_part,
            fiscal::fiscal_year,
            fiscal::spoken_of,
            era::decade,
            era::century,
            era::year,
            holiday::read,
        ]
        .iter()
        .find_map(|rule| rule(cx, i)),
    }
}

/// `end of the month`, `early in the week`: the month or week at `i` is the running one.
fn part_of_running(cx: &Reader, i: usize) -> bool {
    let at = if cx.before(i) == "the" { i - 1 } else { i };
    let part = ["end", "beginning", "start", "middle", "close", "early", "late", "later", "earlier"];
    cx.is(at.wrapping_sub(1), &["of", "in"]) && cx.is(at.wrapping_sub(2), &part)
}
