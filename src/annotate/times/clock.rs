//! Times of day: `7:15 p.m.`, `0830 GMT`, `noon Thursday`, `5 p.m. EST on Nov. 9`, `Friday at 8`.

use super::absolute;
use super::dial::{self, Dial};
use super::position::nth_weekday;
use super::reader::{Found, Reader, Says};
use super::relative;
use super::weekday;
use crate::lexicon::calendar::Term;
use crate::model::time::{Date, DateTime, plus_days, plus_minutes, plus_months, zone};
use crate::model::{Granularity, TimeBasis, TimeValue};

/// A time of day as written.
struct Clock {
    hour: i8,
    minute: i8,
    /// Minutes are written.
    exact: bool,
    offset: Option<Offset>,
    /// Midnight that ends the day.
    ends_day: bool,
    end: usize,
}

/// The zone of a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Offset {
    /// Minutes from UTC, in winter if `of_season`.
    minutes: i16,
    /// An hour more in the summer of North America, which only the day tells.
    of_season: bool,
}

impl Offset {
    /// Minutes from UTC on `day`; `None` if the day would have to be known.
    fn on(self, day: Option<Date>) -> Option<i32> {
        let summer = if self.of_season { i32::from(is_summer_time(day?)) } else { 0 };
        Some(i32::from(self.minutes) + 60 * summer)
    }
}

/// A time of day at token `i`, with the day behind it or that of publication.
pub fn read(cx: &Reader, i: usize) -> Option<Found> {
    let mut clock = parse(cx, i)?;
    let dated = day_behind(cx, clock.end);
    // `9 a.m. to 5 p.m. on Friday`: both on Friday.
    let until = cx.is(clock.end, &["to", "until", "till", "through", "and"]) || cx.dash(clock.end);
    if dated.is_none()
        && until
        && let Some(last) = parse(cx, clock.end + 1)
        && let Some((day, basis, _)) = day_behind(cx, last.end)
    {
        return on(&clock, day, basis);
    }
    match dated {
        Some((day, basis, end)) => {
            clock.end = end;
            on(&clock, day, basis)
        }
        None => on(&clock, cx.anchor, TimeBasis::Clock),
    }
}

/// The day named behind a time of day that ends before token `i`, how it was resolved, and one past it.
fn day_behind(cx: &Reader, i: usize) -> Option<(Option<Date>, TimeBasis, usize)> {
    let from = cx.past(cx.past(i, &[","]), &["on", "of", "this", "next", "last"]);
    [weekday::read, relative::day, absolute::read].iter().find_map(|rule| {
        let found = rule(cx, from)?;
        let value = found.value()?;
        (value.granularity == Granularity::Day)
            .then(|| (value.start.map(DateTime::date), value.basis, found.end))
    })
}

/// The day `found` with a time of day behind it (`Friday at 5 p.m.`, `July 4, 10 a.m.`).
pub fn behind(cx: &Reader, found: &Found) -> Option<Found> {
    let value = found.value()?;
    if !matches!(value.granularity, Granularity::Day | Granularity::PartOfDay) {
        return None;
    }
    let at =
        cx.past(cx.past(cx.past(found.end, &[","]), &["at", "around", "about", "by"]), &["about", "around"]);
    let clock = parse(cx, at)?;
    on(&clock, value.start.map(DateTime::date), value.basis)
}

/// The time of day on `day`.
fn on(clock: &Clock, day: Option<Date>, basis: TimeBasis) -> Option<Found> {
    let end = clock.end;
    let offset_minutes = clock.offset.and_then(|o| o.on(day));
    let suffix = offset_minutes.map(zone).unwrap_or_default();
    let time = format!("T{:02}:{:02}{suffix}", clock.hour, clock.minute);
    let granularity = if clock.exact { Granularity::Minute } else { Granularity::Hour };
    let Some(day) = day else {
        let value = TimeValue { offset_minutes, ..TimeValue::open(time, granularity, TimeBasis::Unresolved) };
        return Some(Found { end, says: Says::Time(value) });
    };
    let start = if clock.ends_day {
        plus_days(day, 1)?.at(0, 0, 0, 0)
    } else {
        day.at(clock.hour, clock.minute, 0, 0)
    };
    let iso = if clock.ends_day { format!("{day}T24:00{suffix}") } else { format!("{day}{time}") };
    let value = TimeValue {
        start: Some(start),
        end: Some(plus_minutes(start, if clock.exact { 1 } else { 60 })?),
        offset_minutes,
        ..TimeValue::open(iso, granularity, basis)
    };
    Some(Found { end, says: Says::Time(value) })
}

fn parse(cx: &Reader, i: usize) -> Option<Clock> {
    let plain = |hour: i8, ends_day: bool| {
        Some(Clock {
            hour,
            minute: 0,
            exact: false,
            offset: zone_at(cx, i + 1),
            ends_day,
            end: behind_zone(cx, i + 1),
        })
    };
    match cx.word(i) {
        "noon" | "midday" => return plain(12, false),
        "midnight" => return plain(0, true),
        _ => {}
    }
    if let Some(shown) = dial::read(cx, i) {
        return spoken(cx, &shown);
    }
    let hour = cx.digits(i)?;
    if let Some(clock) = military(cx, i, hour) {
        return Some(clock);
    }
    if hour > 24 || cx.len(i) > 2 {
        return dotted(cx, i);
    }
    let minute = (cx.word(i + 1) == ":" && cx.glued(i + 1) && cx.len(i + 2) == 2)
        .then(|| cx.digits(i + 2))
        .flatten()
        .filter(|m| *m < 60);
    let mut at = if minute.is_some() { i + 3 } else { i + 1 };
    if minute.is_some() && cx.word(at) == ":" && cx.glued(at) && cx.digits(at + 1).is_some_and(|s| s < 60) {
        at += 2;
    }
    finish(cx, hour, minute, at)
}

/// `half past six`, `half past six in the evening`; without a half of the day the hour is the one on the dial.
fn spoken(cx: &Reader, shown: &Dial) -> Option<Clock> {
    if shown.fixed {
        let (hour, minute) = (shown.hour as i8, shown.minute as i8);
        let (offset, end) = (zone_at(cx, shown.end), behind_zone(cx, shown.end));
        return Some(Clock { hour, minute, exact: true, offset, ends_day: false, end });
    }
    finish(cx, shown.hour, Some(shown.minute), shown.end)
}

/// `7.15 p.m.`: one number token with a full stop.
fn dotted(cx: &Reader, i: usize) -> Option<Clock> {
    let (hour, minute) = cx.word(i).split_once('.')?;
    let (hour, minute) =
        (hour.parse().ok().filter(|h: &u32| *h <= 12)?, minute.parse().ok().filter(|m: &u32| *m < 60)?);
    half_of_day(cx, i + 1)?;
    finish(cx, hour, Some(minute), i + 1)
}

/// `a.m.` or `p.m.`, `o'clock`, `in the morning`, a zone, or minutes: one of them makes a number a time of day.
fn finish(cx: &Reader, hour: u32, minute: Option<u32>, at: usize) -> Option<Clock> {
    let mut hour = hour;
    let mut end = at;
    if let Some((afternoon, to)) = half_of_day(cx, at) {
        if hour > 12 {
            return None;
        }
        hour = hour % 12 + if afternoon { 12 } else { 0 };
        end = to;
    } else if minute.is_none() || cx.is(at, &["/", "-"]) && cx.glued(at) {
        return None;
    }
    let ends_day = hour == 24;
    if hour > 24 || ends_day && minute.unwrap_or(0) > 0 {
        return None;
    }
    let hour = if ends_day { 0 } else { hour as i8 };
    let minute_value = minute.unwrap_or(0) as i8;
    Some(Clock {
        hour,
        minute: minute_value,
        exact: minute.is_some(),
        offset: zone_at(cx, end),
        ends_day,
        end: behind_zone(cx, end),
    })
}

/// Whether a half of the day is named at token `i` and is the afternoon; one past it.
fn half_of_day(cx: &Reader, i: usize) -> Option<(bool, usize)> {
    match cx.word(i) {
        "a.m." | "a.m" | "am" => Some((false, i + 1)),
        "p.m." | "p.m" | "pm" => Some((true, i + 1)),
        "o'clock" | "o’clock" => half_of_day(cx, i + 1).or(Some((false, i + 1))),
        "in" if cx.word(i + 1) == "the" => match cx.term(i + 2) {
            Some(Term::Part(letters)) => Some((letters != "MO", i + 3)),
            _ => None,
        },
        _ => None,
    }
}

/// `1430 GMT`.
fn military(cx: &Reader, i: usize, n: u32) -> Option<Clock> {
    let at = cx.past(i + 1, &["hours"]);
    let fits = cx.len(i) == 4 && n < 2400 && n % 100 < 60 && zone_at(cx, at).is_some();
    fits.then(|| Clock {
        hour: (n / 100) as i8,
        minute: (n % 100) as i8,
        exact: true,
        offset: zone_at(cx, at),
        ends_day: false,
        end: behind_zone(cx, at),
    })
}

fn zone_at(cx: &Reader, i: usize) -> Option<Offset> {
    let at = cx.past(i, &["("]);
    // In capitals: `est` is French, `ist` is German.
    match cx.term(at).filter(|_| cx.capital(at))? {
        Term::Zone(minutes) => Some(Offset { minutes, of_season: false }),
        Term::ZoneOfSeason(minutes) => Some(Offset { minutes, of_season: true }),
        _ => None,
    }
}

/// Whether clocks in North America are set forward on `day`, by the rules since 1987.
fn is_summer_time(day: Date) -> bool {
    let sunday = |month: i8, n: i8| {
        let first = Date::new(day.year(), month, 1).ok()?;
        nth_weekday(first, plus_months(first, 1)?, n, 7)
    };
    let (from, to) =
        if day.year() >= 2007 { (sunday(3, 2), sunday(11, 1)) } else { (sunday(4, 1), sunday(10, -1)) };
    from.zip(to).is_some_and(|(from, to)| (from..to).contains(&day))
}

fn behind_zone(cx: &Reader, i: usize) -> usize {
    if zone_at(cx, i).is_none() {
        return i;
    }
    if cx.word(i) == "(" {
        return cx.past(i + 2, &[")"]);
    }
    cx.past(i + 1, &["time"])
}
