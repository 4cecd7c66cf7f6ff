//! Days with names that news in English uses: fixed ones, those on a certain weekday of a month, those counted from Easter,
//! and those of calendars that follow the moon.

use super::absolute;
use super::calendars::{self, Feast};
use super::position::nth_weekday;
use super::reader::{Found, Reader};
use super::resolve;
use super::tense::tense;
use crate::lexicon::calendar::{Term, Unit};
use crate::lexicon::holidays::{self, Calendar, Rule};
use crate::model::time::{Date, plus_days, plus_months};
use crate::model::{Granularity, TimeBasis, TimeValue};

/// A holiday at token `i`, with the year behind it.
pub fn read(cx: &Reader, i: usize) -> Option<Found> {
    let list = holidays::beginning_with(cx.word(i))?;
    let (rule, end) = list.iter().find_map(|(words, rule)| {
        let mut at = i;
        for word in words {
            at = cx.past(at, &["'", "’"]);
            at += usize::from(at > i && cx.dash(at) && cx.glued(at));
            if cx.word(at) != *word {
                return None;
            }
            at += 1;
        }
        Some((*rule, at))
    })?;
    let at = cx.past(cx.past(end, &[","]), &["of", "in"]);
    if cx.unit(end) == Some(Unit::Weekend) {
        return weekend(cx, i, rule, end + 1);
    }
    if let Some((year, end)) = absolute::year(cx, at) {
        if cx.unit(end) == Some(Unit::Weekend) {
            return Some(Found::date(end + 1, long_weekend(date(rule, year)?)?));
        }
        return Some(Found::date(end, kept(rule, date(rule, year)?)?));
    }
    if let (Some(Term::Which(step)), Some(Unit::Year), Some(today)) =
        (cx.term(at), cx.unit(at + 1), cx.anchor)
    {
        let day = date(rule, today.year().checked_add(i16::from(step))?)?;
        return Some(Found::date(at + 2, kept(rule, day)?.on(TimeBasis::Published)));
    }
    let Some(today) = cx.anchor else {
        return Some(Found::date(
            end,
            TimeValue::open("XXXX-XX-XX", Granularity::Day, TimeBasis::Unresolved),
        ));
    };
    let day = nearest(cx, i, rule, today, end)?;
    Some(Found::date(end, kept(rule, day)?.on(TimeBasis::NearestYear)))
}

/// The day of the holiday at tokens `i` to `end` in the year that is meant.
fn nearest(cx: &Reader, i: usize, rule: Rule, today: Date, end: usize) -> Option<Date> {
    let year = match cx.before(i) {
        "last" | "previous" => {
            date(rule, today.year()).filter(|d| *d < today).map_or(today.year() - 1, Date::year)
        }
        "next" | "following" | "coming" => {
            date(rule, today.year()).filter(|d| *d > today).map_or(today.year() + 1, Date::year)
        }
        _ => resolve::nearest(today, tense(cx, i, end), |year| date(rule, year))?,
    };
    date(rule, year)
}

/// `Labor Day weekend`, with a year behind it, up to token `at`.
fn weekend(cx: &Reader, i: usize, rule: Rule, at: usize) -> Option<Found> {
    if let Some((year, end)) = absolute::year(cx, at) {
        return Some(Found::date(end, long_weekend(date(rule, year)?)?));
    }
    let day = nearest(cx, i, rule, cx.anchor?, at)?;
    Some(Found::date(at, long_weekend(day)?.on(TimeBasis::NearestYear)))
}

/// Saturday and Sunday beside `day`, and the day itself if it lies next to them.
fn long_weekend(day: Date) -> Option<TimeValue> {
    let weekday = i32::from(day.weekday().to_monday_one_offset());
    let saturday = plus_days(day, if weekday <= 3 { -1 - weekday } else { 6 - weekday })?;
    let from = if weekday == 5 { day } else { saturday };
    let to = plus_days(if weekday == 1 { day } else { plus_days(saturday, 1)? }, 1)?;
    Some(TimeValue::days(from, to, Granularity::Range, format!("{from}/{to}")))
}

/// The day of a holiday in `year`.
fn date(rule: Rule, year: i16) -> Option<Date> {
    match rule {
        Rule::Fixed { month, day } => Date::new(year, month, day).ok(),
        Rule::Nth { month, n, weekday, shift } => {
            let start = Date::new(year, month, 1).ok()?;
            plus_days(nth_weekday(start, plus_months(start, 1)?, n, weekday)?, i32::from(shift))
        }
        Rule::Easter { shift } => plus_days(easter(year)?, i32::from(shift)),
        Rule::Moon { calendar, month, day, hour, shift, .. } => {
            let feast = Feast { calendar, month, day, hour };
            plus_days(calendars::in_year(feast, year)?, i32::from(shift))
        }
    }
}

/// What is kept of the holiday that begins on `day`: the day, or as many as it lasts. A Jewish day begins on the evening
/// before.
fn kept(rule: Rule, day: Date) -> Option<TimeValue> {
    let Rule::Moon { calendar, days, .. } = rule else { return TimeValue::day(day) };
    let eve = calendar == Calendar::Hebrew;
    if days == 1 && !eve {
        return TimeValue::day(day);
    }
    let (from, to) = (plus_days(day, -i32::from(eve))?, plus_days(day, i32::from(days))?);
    Some(TimeValue::days(from, to, Granularity::Range, format!("{from}/{to}")))
}

/// Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, (n / 31) as i8, (n % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_and_what_is_counted_from_weekdays() {
        for (year, want) in
            [(2010, "2010-04-04"), (2018, "2018-04-01"), (2019, "2019-04-21"), (2008, "2008-03-23")]
        {
            assert_eq!(easter(year).map(|d| d.to_string()).as_deref(), Some(want));
        }
        let thanksgiving = Rule::Nth { month: 11, n: 4, weekday: 4, shift: 0 };
        assert_eq!(date(thanksgiving, 2015).map(|d| d.to_string()).as_deref(), Some("2015-11-26"));
        let memorial_day = Rule::Nth { month: 5, n: -1, weekday: 1, shift: 0 };
        assert_eq!(date(memorial_day, 2015).map(|d| d.to_string()).as_deref(), Some("2015-05-25"));
    }
}
