//! Stretches with one end: `after 2018`, `before May 3`, `2016 and later`, `starting January 7`.
//!
//! `since`, `until` and `by` keep the value of the time they name, as TIMEX3 has it: what holds since 1990 is dated by 1990.

use super::modified::plain;
use super::reader::{Found, Reader};
use crate::lexicon::nouns::NOUN_PHRASE_STOPS;
use crate::model::{Granularity, TimeValue, TokenKind};

/// Words behind a time that open it to one side, and whether to the later one.
const BEHIND: [(&[&str], bool); 10] = [
    (&["or", "later"], true),
    (&["and", "later"], true),
    (&["or", "after"], true),
    (&["and", "after"], true),
    (&["and", "beyond"], true),
    (&["and", "onward"], true),
    (&["onward"], true),
    (&["onwards"], true),
    (&["or", "earlier"], false),
    (&["and", "earlier"], false),
];

/// `after 2018`, `later than 2018`, `before May`, `starting on January 7`, at token `i`.
pub fn read(cx: &Reader, i: usize) -> Option<Found> {
    let (at, later, whole) = match (cx.word(i), cx.word(i + 1)) {
        ("later", "than") => (i + 2, true, false),
        ("earlier", "than") => (i + 2, false, false),
        ("after", _) => (i + 1, true, false),
        ("before", _) => (i + 1, false, false),
        ("prior", "to") => (i + 2, false, false),
        ("starting" | "beginning" | "effective", _) => (cx.past(i + 1, &["on"]), true, true),
        _ => return None,
    };
    // `two days after`, `the day before`, `shortly after`, `no later than`: counted from there.
    if cx.unit(i.wrapping_sub(1)).is_some()
        || cx.is(i.wrapping_sub(1), &["no", "not", "shortly", "soon", "just", "immediately", "right", "and"])
    {
        return None;
    }
    let at = cx.past(cx.past(at, &["the"]), &["year"]);
    let found = plain(cx, at)?;
    let value = found.value().filter(|t| dated(t))?;
    let closed = cx.kind(found.end) != Some(TokenKind::Word) || NOUN_PHRASE_STOPS.has(cx.word(found.end));
    if !closed || cx.kind(found.end) == Some(TokenKind::Possessive) || cx.dash(found.end) {
        return None;
    }
    let open = match (later, whole) {
        (true, true) => from_start(value),
        (true, false) => TimeValue::stretch(value.end, None),
        (false, _) => TimeValue::stretch(None, value.start),
    }?;
    Some(Found::date(found.end, open.on(value.basis)))
}

/// The time `found` with a word behind it that opens it: `2016 and later`, `May 3 or earlier`.
pub fn behind(cx: &Reader, found: &Found) -> Option<Found> {
    let value = found.value().filter(|t| dated(t))?;
    let (words, later) = BEHIND
        .iter()
        .find(|(words, _)| words.iter().enumerate().all(|(k, w)| cx.word(found.end + k) == *w))?;
    let end = found.end + words.len();
    // `on Monday and after lunch`
    if matches!(cx.kind(end), Some(TokenKind::Word | TokenKind::Number))
        && !NOUN_PHRASE_STOPS.has(cx.word(end))
    {
        return None;
    }
    let open = if *later { from_start(value) } else { TimeValue::stretch(None, value.end) }?;
    Some(Found::date(end, open.on(value.basis)))
}

/// Whether the calendar days of `value` are known.
fn dated(value: &TimeValue) -> bool {
    (Granularity::Day..=Granularity::Century).contains(&value.granularity)
        && value.start.is_some()
        && value.end.is_some()
}

fn from_start(value: &TimeValue) -> Option<TimeValue> {
    TimeValue::stretch(value.start, None)
}
