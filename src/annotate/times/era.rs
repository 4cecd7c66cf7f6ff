//! Years on their own, decades, centuries and seasons: `in 2012`, `the 1990s`, `the 19th century`, `the summer of 2014`.

use super::absolute::{self, day};
use super::reader::{Found, Reader};
use super::tense::{Tense, tense};
use crate::lexicon::calendar::{Term, Unit};
use crate::model::period::season_month;
use crate::model::{Granularity, TimeBasis, TimeValue, TokenKind};

/// Words before a number of four digits that make it a year.
const BEFORE_YEAR: [&str; 33] = [
    "in",
    "since",
    "by",
    "until",
    "till",
    "from",
    "during",
    "of",
    "before",
    "after",
    "early",
    "late",
    "mid",
    "year",
    "through",
    "throughout",
    "between",
    "around",
    "about",
    "circa",
    "fiscal",
    "back",
    "summer",
    "spring",
    "fall",
    "autumn",
    "winter",
    "and",
    "or",
    "to",
    "earlier",
    "ended",
    "ending",
];

/// A year of its own at token `i`.
pub fn year(cx: &Reader, i: usize) -> Option<Found> {
    let (year, end) = absolute::year(cx, i)?;
    let spelled = cx.kind(i) == Some(TokenKind::Word);
    if !spelled && !reads_as_year(cx, i, year)
        || spelled && year >= 2000 && cx.before(i) != "year" && cx.before(i) != "in"
    {
        return None;
    }
    if cx.glued(end) && cx.word(end) == "s" {
        return None;
    }
    Some(Found::date(end, TimeValue::year(year)?))
}

/// Whether the four digits at `i` are a year by their neighbours.
fn reads_as_year(cx: &Reader, i: usize, year: i16) -> bool {
    let likely = (1500..2100).contains(&year);
    if cx.kind(i.wrapping_sub(1)) == Some(TokenKind::Currency)
        || cx.glued(i) && !cx.is(i - 1, &["(", "-", "–", "—", "/", "'", "\"", "“", "‘", "_", "["])
    {
        return false;
    }
    // `the 1989 results`, `its 2014 sales`: behind a determiner, and no round number, of which there may be so many.
    let determined = cx.is(i.wrapping_sub(1), &["the", "its", "their", "his", "her", "our", "this"])
        || cx.kind(i.wrapping_sub(1)) == Some(TokenKind::Possessive);
    if determined && year % 100 != 0 && (1900..2060).contains(&year) {
        return true;
    }
    let counted = cx.kind(i + 1) == Some(TokenKind::Word)
        && !cx.capital(i + 1)
        && cx.word(i + 1).ends_with('s')
        && !cx.is(
            i + 1,
            &["was", "is", "has", "as", "'s", "results", "earnings", "elections", "sales", "olympics"],
        );
    let led = cx.is(i.wrapping_sub(1), &BEFORE_YEAR);
    if led && likely {
        let strong = cx.is(
            i - 1,
            &[
                "in", "since", "by", "until", "during", "year", "early", "late", "mid", "fiscal", "summer",
                "spring", "fall", "autumn", "winter", "before", "after",
            ],
        );
        return strong
            || !counted
                && (!cx.is(i - 1, &["to", "from", "and", "or", "about", "around", "by"])
                    || (1800..2060).contains(&year));
    }
    likely
        && (1900..2060).contains(&year)
        && !counted
        && !cx.is(i + 1, &["points", "people", "of", "yuan", "men", "women"])
}

/// `1990s`, `'90s`, and `born in the nineties`, at token `i`.
pub fn decade(cx: &Reader, i: usize) -> Option<Found> {
    if let Some(tens) = spelled_tens(cx, i) {
        return Some(Found::date(i + 1, TimeValue::decade(190 + tens)?));
    }
    let n = cx.digits(i)?;
    if !(cx.glued(i + 1) && cx.is(i + 1, &["s", "'s", "’s"]) && n.is_multiple_of(10)) {
        return None;
    }
    let decade = match cx.len(i) {
        4 if (1000..2200).contains(&n) && n % 100 == 0 && n < 1900 => {
            return Some(Found::date(i + 2, TimeValue::century(n as i16 / 100)?));
        }
        4 if (1000..2200).contains(&n) => n as i16 / 10,
        2 if cx.is(i.wrapping_sub(1), &["the", "'", "‘", "’", "early", "late", "mid", "-"]) => {
            190 + n as i16 / 10
        }
        _ => return None,
    };
    Some(Found::date(i + 2, TimeValue::decade(decade)?))
}

/// The decade that `born in the late fifties` spells: elsewhere such words are ages and temperatures too.
fn spelled_tens(cx: &Reader, i: usize) -> Option<i16> {
    const TENS: [&str; 8] =
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
    let tens = (2..).zip(TENS).find(|(_, word)| *word == cx.word(i))?.0;
    let back = |n: usize| i.checked_sub(n).map_or("", |at| cx.word(at));
    let skip = usize::from(matches!(back(1), "early" | "late" | "mid"));
    let born = back(skip + 1) == "the" && back(skip + 2) == "in" && back(skip + 3) == "born";
    born.then_some(tens)
}

/// `19th century`, `twentieth century`, at token `i`.
pub fn century(cx: &Reader, i: usize) -> Option<Found> {
    let (n, end) = ordinal(cx, i)?;
    let at = if cx.dash(end) { end + 1 } else { end };
    if cx.unit(at) != Some(Unit::Century) || !(2..=22).contains(&n) {
        return None;
    }
    Some(Found::date(at + 1, TimeValue::century(i16::from(n) - 1)?))
}

fn ordinal(cx: &Reader, i: usize) -> Option<(i8, usize)> {
    day(cx, i).filter(|(_, end)| *end > i + 1 || cx.kind(i) == Some(TokenKind::Word))
}

/// `summer 2014`, `the winter of 1994`, `the summer`, at token `i`.
pub fn season(cx: &Reader, i: usize) -> Option<Found> {
    let Term::Season(letters) = cx.term(i)? else { return None };
    let at = cx.past(i + 1, &["of", "in", ","]);
    if let Some((year, end)) = absolute::year(cx, at) {
        return Some(Found::date(end, TimeValue::season(year, letters)?));
    }
    if let (Some(Term::Which(step)), Some(Unit::Year), Some(today)) =
        (cx.term(at), cx.unit(at + 1), cx.anchor)
    {
        let year = today.year().checked_add(i16::from(step))?;
        return Some(Found::date(at + 2, TimeValue::season(year, letters)?.on(TimeBasis::Published)));
    }
    // `fall` and `spring` alone are verbs and wells.
    let in_the = cx.before(i) == "the"
        && cx.is(i.wrapping_sub(2), &["in", "into", "during", "over", "of", "by", "for"]);
    if !(in_the || cx.before(i) == "in" && letters != "SP")
        || cx.dash(i + 1)
        || cx.capital(i + 1)
        || cx.word(i + 1) == "of"
    {
        return None;
    }
    let Some(today) = cx.anchor else {
        return Some(Found::date(
            i + 1,
            TimeValue::open(format!("XXXX-{letters}"), Granularity::HalfYear, TimeBasis::Unresolved),
        ));
    };
    let first = season_month(letters)?;
    let begun = today.month() >= first;
    let year = match (tense(cx, i, i + 1), begun) {
        (Tense::Future, true) if today.month() >= first + 3 => today.year() + 1,
        (Tense::Past, false) => today.year() - 1,
        _ => today.year(),
    };
    Some(Found::date(i + 1, TimeValue::season(year, letters)?.on(TimeBasis::NearestYear)))
}
