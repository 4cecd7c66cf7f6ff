//! Dates in digits: `2015-07-29`, `29/07/2015`, `29.07.2015`, `05-Aug-2016`.

use super::absolute::{Partial, century_of};
use super::reader::Reader;
use crate::lexicon::calendar::Term;
use crate::lexicon::nouns::NOUN_PHRASE_STOPS;
use crate::model::TokenKind;

/// `2015-07-29`, `2015/7/29`, `29/07/2015`, `7/29/2015`, `29.07.2015`, `7/29`.
pub fn parse(cx: &Reader, i: usize) -> Option<Partial> {
    if let Some(date) = dotted(cx, i).or_else(|| in_a_row(cx, i)) {
        return Some(date);
    }
    let sign = cx.word(i + 1);
    let joined = cx.glued(i + 1) && cx.glued(i + 2) && (sign == "/" || cx.dash(i + 1));
    if !joined {
        return None;
    }
    let first = cx.digits(i)?;
    let named = match cx.term(i + 2) {
        Some(Term::Month(month)) => Some(u32::from(month.unsigned_abs())),
        _ => None,
    };
    let second = named.or_else(|| cx.digits(i + 2))?;
    let third =
        (cx.word(i + 3) == sign && cx.glued(i + 3) && cx.glued(i + 4)).then(|| cx.digits(i + 4)).flatten();
    let four = |at: usize| cx.len(at) == 4;
    match third {
        Some(third) if four(i) => date(Some(first), second, third, i + 5),
        Some(third) if four(i + 4) || cx.len(i + 4) == 2 && sign == "/" => {
            let year = Some(third);
            if named.is_some() {
                date(year, second, first, i + 5)
            } else {
                either(cx, year, first, second, i + 5)
            }
        }
        None if four(i) && cx.len(i + 2) == 2 && (1..=12).contains(&second) && !cx.dash(i + 3) => {
            Some(month_of(first, second, i + 3))
        }
        None if four(i + 2)
            && cx.len(i) <= 2
            && (1..=12).contains(&first)
            && (1900..2100).contains(&second) =>
        {
            Some(month_of(second, first, i + 3))
        }
        None if named.is_some() && !four(i) => date(None, second, first, i + 3),
        // `9/11` is the day of the attacks, whatever stands around it.
        None if sign == "/" && (first, second) == (9, 11) && cx.len(i + 2) == 2 => {
            date(Some(2001), first, second, i + 3)
        }
        None if sign == "/" && cx.len(i) <= 2 && cx.len(i + 2) <= 2 && is_day(cx, i) => {
            either(cx, None, first, second, i + 3)
        }
        _ => None,
    }
}

/// Whether `5/12` at token `i` is a day rather than a fraction: `on 5/12`, `Friday 5/12`, and no unit behind it.
fn is_day(cx: &Reader, i: usize) -> bool {
    let led = cx.is(i.wrapping_sub(1), &["on", "by", "since", "until", "till", "before", "after", "from"])
        || matches!(cx.term(i.wrapping_sub(1)), Some(Term::Weekday(_)));
    led && (cx.kind(i + 3) != Some(TokenKind::Word) || NOUN_PHRASE_STOPS.has(cx.word(i + 3)))
}

/// A day whose month comes first as in the United States, or second as in Britain: as the other dates of the text show, and
/// else the first, if it can be; that is said where both can.
fn either(cx: &Reader, year: Option<u32>, first: u32, second: u32, end: usize) -> Option<Partial> {
    let (month_first, day_first) = (date(year, first, second, end), date(year, second, first, end));
    match (month_first, day_first, cx.day_first()) {
        (Some(_), Some(found), Some(true)) | (Some(found), Some(_), Some(false)) => Some(found),
        (Some(found), Some(_), None) => Some(Partial { ambiguous: first != second, ..found }),
        (found, other, _) => found.or(other),
    }
}

/// A day, if month and day can be ones; a year of two digits gets its century.
fn date(year: Option<u32>, month: u32, day: u32, end: usize) -> Option<Partial> {
    let fits = (1..=12).contains(&month) && (1..=31).contains(&day);
    let year = year.map(|y| if y < 100 { century_of(y as i16) } else { y as i16 });
    fits.then_some(Partial {
        year,
        month: Some(month as i8),
        day: Some(day as i8),
        end,
        ..Partial::default()
    })
}

/// `20150729`, as files are named.
fn in_a_row(cx: &Reader, i: usize) -> Option<Partial> {
    let n = cx.digits(i).filter(|n| cx.len(i) == 8 && (1900..2100).contains(&(n / 10_000)))?;
    date(Some(n / 10_000), n / 100 % 100, n % 100, i + 1)
}

/// A month of a year.
fn month_of(year: u32, month: u32, end: usize) -> Partial {
    Partial { year: Some(year as i16), month: Some(month as i8), end, ..Partial::default() }
}

/// `29.07.2015`, one token.
fn dotted(cx: &Reader, i: usize) -> Option<Partial> {
    let mut parts = cx.word(i).split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let (day, month, year) = (day.parse().ok()?, month.parse().ok()?, year.parse().ok()?);
    let fits = (1..=12).contains(&month) && (1..=31).contains(&day);
    let end = i + 1;
    fits.then_some(Partial {
        year: Some(year),
        month: Some(month),
        day: Some(day),
        end,
        ..Partial::default()
    })
}
