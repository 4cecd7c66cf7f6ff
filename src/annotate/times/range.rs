//! Stretches with two ends: `from 2012 to 2015`, `between June and September`, `July 13-15`, `2012–13`.

use super::absolute::{self, Partial, day};
use super::modified::{self, plain};
use super::reader::{Found, Reader};
use super::resolve;
use super::tense::{Tense, tense};
use crate::model::{TimeBasis, TimeValue, TokenKind};

/// A stretch at token `i`, which may be `from` or `between`.
pub fn read(cx: &Reader, i: usize) -> Option<Found> {
    let (at, lead) = match cx.word(i) {
        "from" => (i + 1, "from"),
        "between" => (i + 1, "between"),
        _ => (i, ""),
    };
    let at = if lead.is_empty() { at } else { cx.past(at, &["the"]) };
    days_of_month(cx, at, lead).or_else(|| short_years(cx, at)).or_else(|| two_dates(cx, at, lead))
}

/// One past the word or dash that joins two ends, if one stands at token `i`.
fn joint(cx: &Reader, i: usize, lead: &str) -> Option<usize> {
    let word = cx.word(i);
    let joined = match lead {
        "between" => word == "and",
        "from" => matches!(word, "to" | "until" | "till" | "through") || cx.dash(i),
        _ => matches!(word, "through" | "thru") || cx.dash(i) || word == "to",
    };
    joined.then(|| cx.past(i + 1, &["the"]))
}

/// `July 13 to 15`, `13-15 July 2015`, `from the 13th to the 15th of July`.
fn days_of_month(cx: &Reader, i: usize, lead: &str) -> Option<Found> {
    if let Some(first) = absolute::month_first(cx, i).filter(|d| d.day.is_some() && d.year.is_none()) {
        let at = joint(cx, first.end, lead)?;
        let (last, end) =
            day(cx, at).filter(|(_, end)| absolute::parse(cx, at).is_none_or(|d| d.end <= *end))?;
        let at = cx.past(end, &[","]);
        let (year, end) = absolute::year(cx, at).map_or((None, end), |(y, e)| (Some(y), e));
        return span_of_days(cx, i, Partial { year, ..first }, last, end);
    }
    let (first, end) = day(cx, i)?;
    let at = joint(cx, end, lead)?;
    let last = absolute::parse(cx, at).filter(|d| d.day.is_some() && d.month.is_some())?;
    span_of_days(cx, i, Partial { day: Some(first), ..last }, last.day?, last.end)
}

fn span_of_days(cx: &Reader, i: usize, first: Partial, last: i8, end: usize) -> Option<Found> {
    if first.day? >= last {
        return None;
    }
    let from = resolve::calendar(cx, &first, || tense(cx, i, end))?;
    let year = from.start.map(|s| s.date().year());
    let to = resolve::calendar(cx, &Partial { day: Some(last), year: first.year.or(year), ..first }, || {
        tense(cx, i, end)
    })?;
    Some(Found::date(
        end,
        TimeValue::between(Some(&from), Some(&to))
            .filter(crate::model::time::TimeValue::is_resolved)?
            .on(from.basis),
    ))
}

/// `2012-13`, `2012–2015`, with nothing between but a dash.
fn short_years(cx: &Reader, i: usize) -> Option<Found> {
    let (first, at) = absolute::year(cx, i)
        .filter(|(y, _)| cx.kind(i) == Some(TokenKind::Number) && (1800..2100).contains(y))?;
    if !cx.dash(at) && cx.word(at) != "/" || !cx.glued(at) || !cx.glued(at + 1) || cx.dash(at + 2) {
        return None;
    }
    let n = cx.digits(at + 1)?;
    let last = match cx.len(at + 1) {
        2 => first / 100 * 100 + n as i16,
        4 => absolute::year(cx, at + 1)?.0,
        _ => return None,
    };
    let month = cx.len(at + 1) == 2 && (1..=12).contains(&n) && last != first + 1;
    if last <= first || month {
        return None;
    }
    let value = TimeValue::between(Some(&TimeValue::year(first)?), Some(&TimeValue::year(last)?))?;
    Some(Found::date(at + 2, value))
}

/// Two whole dates; the first takes the year of the second where it has none.
fn two_dates(cx: &Reader, i: usize, lead: &str) -> Option<Found> {
    let partial = absolute::parse(cx, i);
    let first_end = match &partial {
        Some(date) => date.end,
        None => one(cx, i)?.end,
    };
    let at = joint(cx, first_end, lead)?;
    let last = if cx.word(i) == "now" { ahead(cx, at) } else { None }.or_else(|| one(cx, at))?;
    let to = last.value()?;
    let from = match partial {
        Some(date) if date.year.is_none() => {
            let year = to.start?.date().year();
            let near = |year: i16| {
                resolve::calendar(cx, &Partial { year: Some(year), ..date }, || tense(cx, i, last.end))
            };
            near(year).filter(|f| f.start < to.end).or_else(|| near(year - 1))?
        }
        Some(date) => resolve::calendar(cx, &date, || tense(cx, i, last.end))?,
        None => {
            let found = one(cx, i)?;
            found.value()?.clone()
        }
    };
    if lead.is_empty() && (from.granularity != to.granularity || cx.word(at - 1) == "to" && partial.is_none())
    {
        return None;
    }
    if !from.is_resolved() || !to.is_resolved() {
        return None;
    }
    let value = TimeValue::between(Some(&from), Some(to))?;
    Some(Found::date(last.end, value.on(to.basis)))
}

/// A day without a year that ends a stretch which begins now.
fn ahead(cx: &Reader, i: usize) -> Option<Found> {
    let date = absolute::parse(cx, i).filter(|d| d.year.is_none())?;
    let value = resolve::calendar(cx, &date, || Tense::Future)?;
    Some(Found::date(date.end, value))
}

/// One end of a stretch; `now` is the day of publication.
fn one(cx: &Reader, i: usize) -> Option<Found> {
    if cx.word(i) == "now" {
        let today = TimeValue::day(cx.anchor?)?.on(TimeBasis::Published);
        return Some(Found::date(i + 1, today));
    }
    modified::read(cx, i).or_else(|| plain(cx, i))
}
