//! From a date as written to the calendar: which year, which week.

use super::absolute::Partial;
use super::reader::Reader;
use super::tense::Tense;
use crate::model::time::{Date, plus_days};
use crate::model::{Granularity, TimeBasis, TimeValue};

/// Where nothing says past or future, a month without a year more than this many days back is taken for one ahead if that
/// is nearer.
const LONG_AGO: i32 = 280;
/// The same for a day: in a heading or a programme the nearer one is meant.
const HALF_A_YEAR: i32 = 184;
/// The same where the verb says past.
const LAST_YEAR: i32 = 330;
/// A date without a year that the verb puts more than this many days ahead is taken for one behind if that is nearer.
const FAR: i32 = 300;
/// Years searched for the one in which a weekday fits.
const WEEKDAY_YEARS: i16 = 6;
/// A weekday that is wrong for a date this near to the publication contradicts it rather than moving it to another year.
const NEAR: i32 = 45;

/// The value of a calendar date; `tense` is asked only where the year is missing.
pub fn calendar(cx: &Reader, date: &Partial, tense: impl FnOnce() -> Tense) -> Option<TimeValue> {
    let value = match (date.year, date.month, date.day) {
        (Some(year), Some(month), Some(day)) => dated(Date::new(year, month, day).ok()?, date.weekday),
        (Some(year), Some(month), None) => TimeValue::month(year, month),
        (Some(year), None, None) => TimeValue::year(year),
        (None, Some(month), day) => yearless(cx, month, day, date.weekday, tense()),
        _ => None,
    }?;
    Some(TimeValue { ambiguous: date.ambiguous, ..value })
}

/// A full date, checked against the weekday beside it.
fn dated(day: Date, weekday: Option<i8>) -> Option<TimeValue> {
    let value = TimeValue::day(day)?;
    let Some(written) = weekday else { return Some(value) };
    let fits = day.weekday().to_monday_one_offset() == written;
    let weekday = crate::model::time::Weekday::from_monday_one_offset(written).ok();
    Some(TimeValue { weekday, contradicts: !fits, ..value })
}

fn yearless(cx: &Reader, month: i8, day: Option<i8>, weekday: Option<i8>, tense: Tense) -> Option<TimeValue> {
    let Some(today) = cx.anchor else {
        let iso = day.map_or_else(|| format!("XXXX-{month:02}"), |d| format!("XXXX-{month:02}-{d:02}"));
        let granularity = if day.is_some() { Granularity::Day } else { Granularity::Month };
        return Some(TimeValue::open(iso, granularity, TimeBasis::Unresolved));
    };
    let Some(day) = day else {
        let first = |year| Date::new(year, month, 1).ok();
        let year = nearest_within(today, tense, first, month_start(today)?, LONG_AGO)?;
        return TimeValue::month(year, month).map(|t| t.on(TimeBasis::NearestYear));
    };
    let in_year = |year: i16| Date::new(year, month, day).ok();
    let year = nearest(today, tense, in_year);
    let Some(written) = weekday else {
        return dated(in_year(year?)?, None).map(|t| t.on(TimeBasis::NearestYear));
    };
    let fits = |d: &Date| d.weekday().to_monday_one_offset() == written;
    let plain = year.and_then(in_year);
    if let Some(date) = plain
        && (fits(&date) || distance(date, today) <= NEAR)
    {
        return dated(date, weekday).map(|t| t.on(TimeBasis::NearestYear));
    }
    let fitting = (0..=WEEKDAY_YEARS)
        .flat_map(|step| [today.year().checked_sub(step), today.year().checked_add(step)])
        .flatten()
        .filter_map(in_year)
        .filter(fits)
        .min_by_key(|d| distance(*d, today));
    dated(fitting.or(plain)?, weekday).map(|t| t.on(TimeBasis::Weekday))
}

/// The year around `today` in which the day lies nearest in the direction of `tense`.
pub fn nearest(today: Date, tense: Tense, in_year: impl Fn(i16) -> Option<Date>) -> Option<i16> {
    nearest_within(today, tense, in_year, today, HALF_A_YEAR)
}

/// The same where `now` is what counts as not past, and `long_ago` days back are too many if nothing says past.
fn nearest_within(
    today: Date,
    tense: Tense,
    in_year: impl Fn(i16) -> Option<Date>,
    now: Date,
    long_ago: i32,
) -> Option<i16> {
    let year = today.year();
    let at = |step: i16| year.checked_add(step).and_then(&in_year);
    let past = [0, -1, -2, -3, -4].into_iter().filter_map(at).find(|d| *d <= now);
    let ahead = [0, 1, 2, 3, 4].into_iter().filter_map(at).find(|d| *d >= now);
    let (Some(back), Some(on)) = (past, ahead) else { return past.or(ahead).map(Date::year) };
    let (behind, before_us) = (distance(back, now), distance(on, now));
    let ahead_is_meant = match tense {
        // Verbs are read by rule: a date far off in their direction and near in the other is the near one.
        Tense::Future => before_us <= FAR || before_us <= behind,
        Tense::Past => behind > LAST_YEAR && before_us < NEAR,
        Tense::Unknown => behind > long_ago && before_us < behind,
    };
    Some(if ahead_is_meant { on.year() } else { back.year() })
}

/// The day of the month `step` months from today's.
pub fn in_month(today: Date, step: i32, day: i8) -> Option<Date> {
    let month = i32::from(today.year()) * 12 + i32::from(today.month()) - 1 + step;
    Date::new(i16::try_from(month / 12).ok()?, (month % 12 + 1) as i8, day).ok()
}

fn month_start(date: Date) -> Option<Date> {
    plus_days(date, 1 - i32::from(date.day()))
}

/// Days between two dates.
fn distance(a: Date, b: Date) -> i32 {
    (day_number(a) - day_number(b)).abs()
}

/// Days since a fixed day, near enough for distances.
fn day_number(date: Date) -> i32 {
    i32::from(date.year()) * 365 + i32::from(date.year()) / 4 + i32::from(date.day_of_year())
}

/// The day of `weekday` (1 to 7) nearest to `today`: on it or before, or on it or after.
pub fn weekday(today: Date, weekday: i8, tense: Tense) -> Option<Date> {
    let back = i32::from((today.weekday().to_monday_one_offset() - weekday).rem_euclid(7));
    match tense {
        Tense::Future if back > 0 => plus_days(today, 7 - back),
        _ => plus_days(today, -back),
    }
}
