//! Dates with a month in them, in every order that news uses, and dates in digits.

use super::numeric;
use super::reader::{Found, Reader};
use super::resolve;
use super::tense::{Tense, tense};
use crate::lexicon::calendar::{Term, Unit};
use crate::model::{TimeBasis, TimeValue, TokenKind};

/// A date of the calendar as far as it is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Partial {
    /// The year.
    pub year: Option<i16>,
    /// 1 to 12.
    pub month: Option<i8>,
    /// 1 to 31.
    pub day: Option<i8>,
    /// 1 (Monday) to 7.
    pub weekday: Option<i8>,
    /// Day and month may as well be the other way round.
    pub ambiguous: bool,
    /// One past the last token.
    pub end: usize,
}

/// Words before a month that make it one, whatever else the word may mean.
const BEFORE_MONTH: [&str; 30] = [
    "in",
    "of",
    "last",
    "next",
    "this",
    "since",
    "until",
    "till",
    "by",
    "from",
    "to",
    "through",
    "during",
    "early",
    "late",
    "mid",
    "before",
    "after",
    "and",
    "or",
    "between",
    "past",
    "for",
    "ended",
    "ending",
    "end",
    "beginning",
    "on",
    "until",
    "early",
];

/// A date with a month at token `i`, resolved.
pub fn read(cx: &Reader, i: usize) -> Option<Found> {
    let date = parse(cx, i)?;
    let value = resolve::calendar(cx, &date, || tense(cx, i, date.end))?;
    Some(Found::date(date.end, value))
}

/// A date with a month at token `i`.
pub fn parse(cx: &Reader, i: usize) -> Option<Partial> {
    match cx.kind(i)? {
        TokenKind::Number => numeric::parse(cx, i).or_else(|| day_first(cx, i)),
        TokenKind::Word => month_first(cx, i).or_else(|| day_first(cx, i)),
        _ => None,
    }
}

/// The month that token `i` names, whether or not it stands alone, and one past its full stop.
fn month(cx: &Reader, i: usize) -> Option<(i8, usize)> {
    match cx.term(i)? {
        Term::Month(month) => {
            let short = cx.len(i) <= 4 && !matches!(cx.word(i), "may" | "june" | "july");
            Some((month, if short && cx.glued(i + 1) { cx.past(i + 1, &["."]) } else { i + 1 }))
        }
        _ => None,
    }
}

/// `July 29, 2015`, `July 29`, `July 2015`, `July`, `July the 4th`, `July last year`.
pub fn month_first(cx: &Reader, i: usize) -> Option<Partial> {
    let (month, at) = month(cx, i)?;
    let date = Partial { month: Some(month), end: at, ..Partial::default() };
    let slash = usize::from(cx.word(at) == "/" && cx.glued(at) && cx.glued(at + 1) && cx.len(at + 1) <= 2);
    if let Some((day, end)) = spelled_day(cx, at) {
        let (year, end) = year_behind(cx, end);
        return Some(Partial { day: Some(day), year, end, ..date });
    }
    let from = cx.past(cx.past(at + slash, &[","]), &["the"]);
    if let Some((day, end)) = day(cx, from)
        && (from == at + slash || day_is_marked(cx, from, end) || cx.word(from - 1) == "the")
        && !is_clock_or_amount(cx, end)
    {
        let (year, end) = match year_behind(cx, end) {
            (None, _) => lone_short_year(cx, end),
            found => found,
        };
        return Some(Partial { day: Some(day), year, end, ..date });
    }
    let (year, end) = year_behind(cx, at);
    if year.is_some() {
        return Some(Partial { year, end, ..date });
    }
    if (cx.dash(at) || cx.word(at) == "/")
        && cx.glued(at + 1)
        && let Some((year, end)) = self::year(cx, at + 1)
    {
        return Some(Partial { year: Some(year), end, ..date });
    }
    if let Some((year, end)) = short_year(cx, at) {
        return Some(Partial { year: Some(year), end, ..date });
    }
    month_alone(cx, i).then_some(date)
}

/// `2017 April`, `2024-August`, at token `i`.
pub fn year_first(cx: &Reader, i: usize) -> Option<Found> {
    let (year, at) = year(cx, i).filter(|(year, _)| *year >= 1900)?;
    let at = if (cx.dash(at) || cx.word(at) == "/") && cx.glued(at) { at + 1 } else { at };
    let (month, end) = month(cx, at)?;
    let fits = cx.capital(at) || cx.len(at) > 3 && cx.word(at) != "march";
    let alone = day(cx, end).is_none() && self::year(cx, end).is_none();
    let date = Partial { year: Some(year), month: Some(month), end, ..Partial::default() };
    let value = (fits && alone).then(|| resolve::calendar(cx, &date, || Tense::Unknown))??;
    Some(Found::date(end, value))
}

/// `the 18th` behind `on`, `by` or `until`, at token `i`: the nearest such day.
pub fn day_of_month(cx: &Reader, i: usize) -> Option<Found> {
    let (day, end) = day(cx, i).filter(|(_, end)| day_is_marked(cx, i, *end))?;
    let led = cx.before(i) == "the" && cx.is(i.wrapping_sub(2), &["on", "by", "until", "before", "since"]);
    let closed = cx.kind(end) != Some(TokenKind::Word) && !cx.dash(end)
        || cx.is(end, &["and", "but", "at", "when", "after"]);
    let today = cx.anchor.filter(|_| led && closed)?;
    let found = match tense(cx, i, end) {
        Tense::Past => {
            [0, -1, -2].into_iter().filter_map(|m| resolve::in_month(today, m, day)).find(|d| *d <= today)
        }
        _ => [0, 1, 2].into_iter().filter_map(|m| resolve::in_month(today, m, day)).find(|d| *d >= today),
    };
    Some(Found::date(end, TimeValue::day(found?)?.on(TimeBasis::Published)))
}

/// `29 July 2015`, `the 15th of March`, `1 May`.
fn day_first(cx: &Reader, i: usize) -> Option<Partial> {
    let (day, end) = day(cx, i)
        .or_else(|| below_hundred(cx, i).filter(|(n, _)| (1..=31).contains(n)).map(|(n, end)| (n as i8, end)))
        .filter(|_| cx.kind(i.wrapping_sub(1)) != Some(TokenKind::Currency))?;
    let in_words = cx.kind(i) == Some(TokenKind::Word) && cx.ordinal(end - 1).is_none();
    let at =
        if cx.dash(end) || cx.word(end) == "/" { end + 1 } else { cx.past(cx.past(end, &["day"]), &["of"]) };
    let (month, at) = month(cx, at)?;
    let glued = (cx.dash(at) || cx.word(at) == "/") && cx.glued(at + 1);
    let joined = glued.then(|| year(cx, at + 1).or_else(|| short_year(cx, at + 1))).flatten();
    let (year, end) = year_behind(cx, at);
    let (year, end) = match (joined, year) {
        (Some((year, end)), _) => (Some(year), end),
        (None, Some(year)) => (Some(year), end),
        (None, None) => match short_year(cx, at) {
            Some((y, e)) => (Some(y), e),
            None => lone_short_year(cx, at),
        },
    };
    // `killed fifteen August 5` counts.
    if in_words && year.is_none() {
        return None;
    }
    Some(Partial { day: Some(day), month: Some(month), year, end, ..Partial::default() })
}

/// A day of the month: `5`, `5th`, `twenty-third`.
pub fn day(cx: &Reader, i: usize) -> Option<(i8, usize)> {
    if let Some(n) = cx.digits(i) {
        if !(1..=31).contains(&n) || cx.len(i) > 2 {
            return None;
        }
        let end = if cx.glued(i + 1) { cx.past(i + 1, &["st", "nd", "rd", "th"]) } else { i + 1 };
        return Some((n as i8, end));
    }
    if let Some(tens @ (20 | 30)) = cx.cardinal(i) {
        let at = if cx.dash(i + 1) { i + 2 } else { i + 1 };
        let n = tens + cx.ordinal(at).filter(|o| *o < 10)?;
        return (n <= 31).then_some((n as i8, at + 1));
    }
    let n = cx.ordinal(i).filter(|n| *n <= 31)?;
    Some((n as i8, i + 1))
}

/// Whether the day at `i` is written as an ordinal.
fn day_is_marked(cx: &Reader, i: usize, end: usize) -> bool {
    end > i + 1 || cx.kind(i) == Some(TokenKind::Word)
}

/// Whether what seemed a day goes on as a clock time, a percentage, or a number of things (`May 20 people`).
fn is_clock_or_amount(cx: &Reader, end: usize) -> bool {
    cx.glued(end) && (cx.word(end) == "%" || cx.word(end) == ":" && cx.glued(end + 1))
        || cx.is(end, &["percent", "per", "million", "billion", "a.m.", "p.m.", "am", "pm"])
}

/// `, 2015`, `2015`, `of 2015`, `of last year`, `this year` behind a month or a day.
fn year_behind(cx: &Reader, i: usize) -> (Option<i16>, usize) {
    for signs in [&[","][..], &["of"], &["in"], &[]] {
        let at = if signs.is_empty() {
            i
        } else if cx.is(i, signs) {
            i + 1
        } else {
            continue;
        };
        let at = cx.past(at, &["the"]);
        if let Some((year, end)) = year(cx, at) {
            return (Some(year), end);
        }
        if let (Some(Term::Which(step)), Some(Unit::Year), Some(today)) =
            (cx.term(at), cx.unit(at + 1), cx.anchor)
            && !signs.contains(&",")
        {
            return (Some(today.year().saturating_add(i16::from(step))), at + 2);
        }
    }
    (None, i)
}

/// A year of four digits (1000 to 2199), or spelled (`nineteen ninety-seven`, `two thousand ten`).
pub fn year(cx: &Reader, i: usize) -> Option<(i16, usize)> {
    if let Some(n) = cx.digits(i) {
        let plain = cx.len(i) == 4 && (1000..2200).contains(&n) && !is_measure(cx, i + 1);
        return plain.then_some((n as i16, i + 1));
    }
    spelled_year(cx, i)
}

/// Whether the number is stated in a unit that stands right behind it.
fn is_measure(cx: &Reader, i: usize) -> bool {
    cx.is(
        i,
        &["%", "percent", "per", "million", "billion", "trillion", "yen", "dollars", "km", "miles", "people"],
    ) || cx.glued(i) && cx.kind(i) == Some(TokenKind::Word) && !cx.is(i, &["s"])
        || cx.glued(i) && cx.word(i) == ":" && cx.glued(i + 1)
}

fn spelled_year(cx: &Reader, i: usize) -> Option<(i16, usize)> {
    let first = cx.cardinal(i)?;
    if first == 2 && cx.word(i + 1) == "thousand" {
        let at = cx.past(i + 2, &["and"]);
        let (rest, end) = below_hundred(cx, at).unwrap_or((0, i + 2));
        return Some((2000 + rest as i16, end));
    }
    if !(17..=20).contains(&first) {
        return None;
    }
    let (rest, end) = below_hundred(cx, i + 1).filter(|(n, _)| *n >= 10)?;
    Some((first as i16 * 100 + rest as i16, end))
}

fn below_hundred(cx: &Reader, i: usize) -> Option<(u32, usize)> {
    let tens = cx.cardinal(i)?;
    let at = if cx.dash(i + 1) { i + 2 } else { i + 1 };
    match cx.cardinal(at) {
        Some(ones @ 1..=9) if tens >= 20 => Some((tens + ones, at + 1)),
        _ => Some((tens, i + 1)),
    }
}

/// `Aug 96`, `Aug. '96`: a year of two digits behind a month.
fn short_year(cx: &Reader, i: usize) -> Option<(i16, usize)> {
    let at = cx.past(i, &["'", "’", "‘"]);
    let n = cx.digits(at).filter(|n| cx.len(at) == 2 && (at > i || *n > 31))?;
    (!is_measure(cx, at + 1)).then_some((century_of(n as i16), at + 1))
}

/// `Aug 9, 96`, `15 April of 87`: a year of two digits behind a day, where it can count nothing.
fn lone_short_year(cx: &Reader, i: usize) -> (Option<i16>, usize) {
    let at = cx.past(i, &[",", "of"]);
    let closed = |end: usize| matches!(cx.kind(end), None | Some(TokenKind::Punct)) && !cx.glued(end + 1);
    match short_year(cx, at).filter(|(_, end)| closed(*end)) {
        Some((year, end)) => (Some(year), end),
        None => (None, i),
    }
}

/// `May twenty nine`, behind the month: a day in words that counts nothing.
fn spelled_day(cx: &Reader, i: usize) -> Option<(i8, usize)> {
    let (n, end) = below_hundred(cx, i).filter(|(n, _)| (1..=31).contains(n))?;
    let stops = crate::lexicon::nouns::NOUN_PHRASE_STOPS.has(cx.word(end));
    let closed = cx.kind(end) != Some(TokenKind::Word) || stops || spelled_year(cx, end).is_some();
    (closed && !cx.dash(end)).then_some((n as i8, end))
}

/// 96 is 1996, 12 is 2012.
pub fn century_of(two_digits: i16) -> i16 {
    if two_digits < 50 { 2000 + two_digits } else { 1900 + two_digits }
}

/// Whether the month name at `i` is a month although neither day nor year stands beside it: not `may`, `march` or a name
/// (`Mrs May`, `April Jones`).
fn month_alone(cx: &Reader, i: usize) -> bool {
    let word = cx.word(i);
    let led = cx.is(i.wrapping_sub(1), &BEFORE_MONTH) || cx.dash(i.wrapping_sub(1));
    if !cx.capital(i) {
        return led && !matches!(word, "may" | "march" | "mar" | "second" | "dec" | "sep" | "jan")
            || word == "may" && cx.before(i) == "in";
    }
    if matches!(word, "jan" | "mar" | "dec" | "oct" | "sep" | "jun" | "jul" | "apr" | "nov" | "feb" | "aug") {
        return led || cx.word(i + 1) == "." && cx.glued(i + 1);
    }
    if !matches!(word, "may" | "march" | "april" | "june" | "august") || led {
        let in_it = cx.is(i.wrapping_sub(1), &["in", "since", "until", "last", "next"]);
        return in_it || !(word == "march" && cx.is(i + 1, &["for", "on", "against", "madness"]));
    }
    let named = cx.capital(i.wrapping_sub(1)) && i - 1 > cx.from
        || cx.before(i) == "."
        || cx.capital(i + 1) && !cx.glued(i + 1);
    if word == "may" || word == "march" {
        // At the start of a sentence a month is followed by its noun or verb, `may` the verb by a subject.
        let noun = matches!(cx.before(i), "a" | "mrs" | "ms" | "mr" | "their" | "its" | "that")
            || word == "may" && cx.before(i) == "the";
        return !named && i > cx.from && !noun;
    }
    !named
}
