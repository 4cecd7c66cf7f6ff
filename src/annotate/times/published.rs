//! When the article was published: as given, else as the text states it, else as it follows from the text.
//!
//! A text states its date in a line of its own (`Updated: 2015-07-23 08:26`, `3 May 2019`) or in its dateline
//! (`QUITO, March 6, 1987 -`). It follows where a weekday stands beside a day and month: that fixes the year, provided a
//! year nearby in the text says which of the fitting ones. Anything less stays unknown; a guess would move every `Monday`.

use super::absolute::{self, Partial};
use super::reader::Reader;
use crate::lexicon::calendar::{Term, term};
use crate::model::time::{Date, DateTime, plus_days};
use crate::model::{Basis, Document, Granularity, Published, TimeValue, TokenKind};

/// Lines at the top and at the bottom that may hold the date.
const TOP: usize = 30;
/// A line longer than this is prose.
const LONGEST_LINE: usize = 120;
/// Sentences that may begin with a dateline.
const DATELINES: usize = 4;
/// Days between a dateline without a year and a full date that gives it one.
const CLOSE: i32 = 60;
/// Years between a year that the text names and the one that a weekday fixes.
const NEAR_YEARS: i16 = 3;

/// The publication date of `doc`, with the reason where it was not given.
pub fn of(doc: &Document) -> Published {
    if doc.article.published.date.is_some() {
        return doc.article.published.clone();
    }
    line(doc).or_else(|| dateline(doc)).or_else(|| by_weekday(doc)).unwrap_or_default()
}

#[expect(clippy::unnecessary_wraps, reason = "callers end with it, as they do with its neighbours")]
fn published(date: TimeValue, basis: Basis, reason: String) -> Option<Published> {
    Some(Published { date: Some(date), basis, reason: Some(reason) })
}

/// A line that gives the date.
fn line(doc: &Document) -> Option<Published> {
    let body = doc.article.body.of(doc.text());
    let lines = || body.lines().map(str::trim).filter(|l| !l.is_empty());
    let top = lines().take(TOP).enumerate();
    let bottom = body.lines().rev().map(str::trim).filter(|l| !l.is_empty()).take(TOP / 3).map(|l| (TOP, l));
    top.chain(bottom).filter(|(_, text)| text.len() <= LONGEST_LINE).find_map(|(row, text)| {
        let date = stated(text, row < TOP / 2)?;
        published(date, Basis::Stated, format!("The text says “{text}”."))
    })
}

/// The date that a short line gives: behind a word such as `Updated`, or with hardly anything beside it.
fn stated(text: &str, near_top: bool) -> Option<TimeValue> {
    let lower = text.to_ascii_lowercase();
    let words: Vec<&str> =
        lower.split([' ', '\t', '|', ',', '(', ')', '\u{a0}']).filter(|w| !w.is_empty()).collect();
    let (date, used) = (0..words.len()).find_map(|i| written(&words[i..]))?;
    let cue = words.iter().take(8).any(|w| {
        matches!(
            w.trim_end_matches(':'),
            "updated" | "published" | "posted" | "modified" | "date" | "released" | "issued"
        )
    });
    let prose = text.ends_with('.') && words.len() > used + 4;
    let alone = near_top && words.len() <= used + 3 && words.iter().all(|w| !w.ends_with("ed"));
    ((cue && !prose && words.len() <= 14) || alone).then_some(date)
}

/// A full date at the start of `words`, and how many words it took.
fn written(words: &[&str]) -> Option<(TimeValue, usize)> {
    let first = words.first()?.trim_matches(['.', ':', ';']);
    if let Some(date) = words.get(1).and_then(|time| TimeValue::from_iso(&format!("{first} {time}"))) {
        return Some((date, 2));
    }
    if let Some(date) = TimeValue::from_iso(&first.to_ascii_uppercase()) {
        return Some((date, 1));
    }
    let month = |w: &str| match term(w) {
        Some(Term::Month(month)) => Some(month),
        _ => None,
    };
    let day = |w: &str| w.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h', '.']).parse::<i8>().ok();
    let second = words.get(1)?;
    let year = words.get(2)?.trim_matches(['.', ':', ';']);
    let year: i16 = (year.len() == 4).then(|| year.parse().ok()).flatten()?;
    let (month, day) = match (month(first), month(second)) {
        (Some(month), _) => (month, day(second)?),
        (_, Some(month)) => (month, day(first)?),
        _ => return None,
    };
    Some((TimeValue::day(Date::new(year, month, day).ok()?)?, 3))
}

/// `QUITO, March 6, 1987 (AP) -` at the start of a sentence; the year may follow from full dates nearby in the text.
fn dateline(doc: &Document) -> Option<Published> {
    let mut cx = Reader::new(doc, None);
    for sentence in doc.sentences.iter().take(DATELINES) {
        (cx.from, cx.to) = (sentence.tokens.start, sentence.tokens.end);
        let Some((date, shown)) = place_and_date(&cx) else { continue };
        let text = doc.span_of(cx.from..shown).of(doc.text()).trim();
        let (Some(month), Some(day)) = (date.month, date.day) else { continue };
        let written = date.year.and_then(|year| Date::new(year, month, day).ok());
        if let Some(day) = written.and_then(TimeValue::day) {
            return published(day, Basis::Stated, format!("The dateline says “{text}”."));
        }
        let near = full_dates(doc).into_iter().find_map(|full| {
            let day = Date::new(full.year(), month, day).ok()?;
            let from = plus_days(day, -CLOSE)?;
            (from <= full && full <= plus_days(day, CLOSE)?).then_some((TimeValue::day(day)?, full))
        });
        if let Some((day, full)) = near {
            let reason = format!("The dateline says “{text}”, and the text names a day close to it, {full}.");
            return published(day, Basis::Inferred, reason);
        }
    }
    None
}

/// The date of a dateline, and one past its last token: capitals, a comma, the date, and a dash or a parenthesis.
fn place_and_date(cx: &Reader) -> Option<(Partial, usize)> {
    let mut i = cx.from;
    while i < cx.to.min(cx.from + 10) {
        let month = matches!(cx.term(i), Some(Term::Month(_)));
        if month && i > cx.from {
            let date = absolute::month_first(cx, i).filter(|d| d.day.is_some())?;
            let closes = cx.dash(date.end) || cx.is(date.end, &["(", "_", "--"]);
            return closes.then_some((date, date.end));
        }
        let place = cx.capital(i) || cx.is(i, &[",", ".", "/", "de", "al", "of"]);
        if !place || cx.kind(i) == Some(TokenKind::Number) {
            return None;
        }
        i += 1;
    }
    None
}

/// The dates that are written in full, in order.
fn full_dates(doc: &Document) -> Vec<Date> {
    each_token(doc, |cx, i| {
        let date = absolute::parse(cx, i)?;
        Date::new(date.year?, date.month?, date.day?).ok()
    })
}

/// What `read` finds, token by token.
fn each_token<T>(doc: &Document, read: impl Fn(&Reader, usize) -> Option<T>) -> Vec<T> {
    let mut cx = Reader::new(doc, None);
    let mut found = Vec::new();
    for sentence in &doc.sentences {
        (cx.from, cx.to) = (sentence.tokens.start, sentence.tokens.end);
        found.extend((cx.from..cx.to).filter_map(|i| read(&cx, i)));
    }
    found
}

/// The day of a weekday beside a day and month, in the fitting year nearest to the latest year that the text names.
fn by_weekday(doc: &Document) -> Option<Published> {
    let beside = each_token(doc, |cx, i| {
        let Some(Term::Weekday(weekday)) = cx.term(i) else { return None };
        let at = cx.past(cx.past(i + 1, &["."]), &[","]);
        let date = absolute::parse(cx, at).filter(|d| d.year.is_none())?;
        Some((weekday, date.month?, date.day?, doc.span_of(i..date.end)))
    });
    let &(weekday, month, day, span) = beside.first()?;
    let named = each_token(doc, |cx, i| {
        let year = absolute::year(cx, i).map(|(y, _)| y).filter(|_| cx.kind(i) == Some(TokenKind::Number));
        year.filter(|y| {
            (1900..2100).contains(y)
                && cx.is(i.wrapping_sub(1), &["in", "since", "of", "during", ",", "early", "late"])
        })
    });
    let latest = named.into_iter().max()?;
    let fits = |year: &i16| {
        Date::new(*year, month, day).is_ok_and(|d| d.weekday().to_monday_one_offset() == weekday)
    };
    let year = (0..=NEAR_YEARS).flat_map(|step| [latest + step, latest - step]).find(fits)?;
    let date = TimeValue::day(Date::new(year, month, day).ok()?)?;
    let text = span.of(doc.text());
    let reason =
        format!("“{text}” fits {year}, the nearest such year to {latest}, the latest that the text names.");
    published(date, Basis::Inferred, reason)
}

/// The day from which relative times are counted.
pub fn anchor(published: &Published) -> Option<Date> {
    let date = published.date.as_ref()?;
    (date.granularity <= Granularity::Day).then_some(date.start).flatten().map(DateTime::date)
}
