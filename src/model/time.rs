//! A day, a period or a time of day, at the precision stated.

pub use jiff::civil::{Date, DateTime, Time, Weekday};
use std::borrow::Cow;

/// A time reference with what it covers. `March 2015` covers [2015-03-01, 2015-04-01).
#[derive(Debug, Clone, PartialEq)]
pub struct TimeValue {
    /// First moment covered; `None`: open (`until 2017`) or unknown (a vague or unresolved reference).
    pub start: Option<DateTime>,
    /// First moment no longer covered; `None`: open or unknown.
    pub end: Option<DateTime>,
    /// How precisely it was stated.
    pub granularity: Granularity,
    /// The contract's `date` value: ISO 8601 at the precision stated (`2015-07-29`, `2015-W30`, `2015-Q3`, `201`,
    /// `2015-03-01/2015-04-15`), or `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`; `XXXX-07-29` or `XXXX-WXX-3` where a
    /// year or week could not be resolved.
    pub iso: String,
    /// How it was resolved.
    pub basis: TimeBasis,
    /// The weekday written beside the date, where there is one.
    pub weekday: Option<Weekday>,
    /// Set where the text contradicts itself (`Tuesday, July 29, 2015`): the date that fits the weekday is not the one
    /// written.
    pub contradicts: bool,
    /// Set where the wording leaves open which is the day and which the month (`03/04/2015`); read as in the United States.
    pub ambiguous: bool,
    /// UTC offset in minutes, where a zone is stated.
    pub offset_minutes: Option<i32>,
}

/// How precisely a time was stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Granularity {
    /// Minute or finer.
    Minute,
    /// An hour.
    Hour,
    /// Morning, evening, night.
    PartOfDay,
    /// A day.
    Day,
    /// A weekend.
    Weekend,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// Half a year, or a season.
    HalfYear,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A stretch with two stated ends.
    Range,
    /// `recently`, `now`, `soon`.
    Vague,
}

/// How a time was resolved to the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeBasis {
    /// Written in full.
    Stated,
    /// Counted from the publication date.
    Published,
    /// Only the time of day is written; the day is that of publication for want of another.
    Clock,
    /// The year was taken to be the one nearest to the publication date.
    NearestYear,
    /// The weekday fixed the year.
    Weekday,
    /// Counted from another time in the text.
    Text,
    /// Not resolved: nothing to count from.
    Unresolved,
}

impl TimeValue {
    /// Whether the calendar days are known.
    pub const fn is_resolved(&self) -> bool {
        self.start.is_some() || self.end.is_some()
    }

    /// The month, and the day of the month, as far as they are named without a year or with one: `(5, None)` for `XXXX-05`.
    pub fn month_and_day(&self) -> Option<(u8, Option<u8>)> {
        let mut parts = self.iso.split(['-', 'T']);
        let year = parts.next().filter(|y| y.len() == 4)?;
        let month = parts.next().filter(|m| m.len() == 2 && !year.starts_with('-'))?.parse().ok()?;
        Some((month, parts.next().and_then(|day| day.parse().ok())))
    }

    /// Both times on one day, where the day of one is not written.
    pub fn on_one_day<'a>(&'a self, other: &'a Self) -> (Cow<'a, Self>, Cow<'a, Self>) {
        if self.basis == TimeBasis::Clock {
            (self.on_day_of(other), Cow::Borrowed(other))
        } else {
            (Cow::Borrowed(self), other.on_day_of(self))
        }
    }

    /// This time of day on the day of `other`, where its own day is not written and that of `other` is known.
    fn on_day_of(&self, other: &Self) -> Cow<'_, Self> {
        let Some((own, day)) = self.start.zip(other.start).filter(|_| self.basis == TimeBasis::Clock) else {
            return Cow::Borrowed(self);
        };
        let days = own.date().until(day.date()).map_or(0, |span| span.get_days());
        let moved = |t: Option<DateTime>| t.and_then(|t| plus_minutes(t, days * 24 * 60));
        Cow::Owned(Self { start: moved(self.start), end: moved(self.end), ..self.clone() })
    }

    /// Whether this and `other`, of which one has no year, cannot be one time of a year; `None` where that is not known.
    pub fn other_season(&self, other: &Self) -> Option<bool> {
        let ((month, day), (its_month, its_day)) = (self.month_and_day()?, other.month_and_day()?);
        let days = day.zip(its_day).is_some_and(|(a, b)| a != b);
        Some(month != its_month || days)
    }

    /// A date (`2015-07-23`) or date-time (`2015-07-23 08:26`, `2015-07-23T08:26:00+08:00`) of ISO 8601, as metadata give
    /// it. Seconds are dropped; the offset is kept as written and the moment stays local. `None` if `text` is neither.
    pub fn from_iso(text: &str) -> Option<Self> {
        let pieces = jiff::fmt::temporal::Pieces::parse(text.trim()).ok()?;
        let date = pieces.date();
        let Some(time) = pieces.time() else {
            let end = date.tomorrow().ok().map(|d| d.to_datetime(Time::midnight()));
            return Some(Self::given(
                date.to_datetime(Time::midnight()),
                end,
                Granularity::Day,
                date.to_string(),
            ));
        };
        Some(Self::minute(date.to_datetime(time), pieces.to_numeric_offset().map(|o| o.seconds() / 60)))
    }

    /// A date-time as mails and feeds write it: `Tue, 05 Mar 2024 18:04:00 +0100`. `None` if it is none.
    pub fn from_rfc2822(text: &str) -> Option<Self> {
        let moment = jiff::fmt::rfc2822::parse(text.trim()).ok()?;
        Some(Self::minute(moment.datetime(), Some(moment.offset().seconds() / 60)))
    }

    /// The minute that `moment` lies in.
    fn minute(moment: DateTime, offset: Option<i32>) -> Self {
        let start = moment.date().at(moment.hour(), moment.minute(), 0, 0);
        let end = start.checked_add(jiff::Span::new().minutes(1)).ok();
        let zone = offset.map(zone).unwrap_or_default();
        let iso = format!("{}T{:02}:{:02}{zone}", start.date(), start.hour(), start.minute());
        Self { offset_minutes: offset, ..Self::given(start, end, Granularity::Minute, iso) }
    }

    /// A time written in full, without weekday or zone.
    pub fn given(start: DateTime, end: Option<DateTime>, granularity: Granularity, iso: String) -> Self {
        Self {
            start: Some(start),
            end,
            granularity,
            iso,
            basis: TimeBasis::Stated,
            weekday: None,
            contradicts: false,
            ambiguous: false,
            offset_minutes: None,
        }
    }
}

/// Whole years from `a` to `b`; negative if `b` is earlier.
pub fn whole_years(a: Date, b: Date) -> Option<i16> {
    a.until((jiff::Unit::Year, b)).ok().map(|span| span.get_years())
}

/// `days` after (or before) `date`; `None` beyond the calendar.
pub fn plus_days(date: Date, days: i32) -> Option<Date> {
    jiff::Span::new().try_days(days).ok().and_then(|span| date.checked_add(span).ok())
}

/// `months` after (or before) `date`, the day clipped to the month's length; `None` beyond the calendar.
pub fn plus_months(date: Date, months: i32) -> Option<Date> {
    jiff::Span::new().try_months(months).ok().and_then(|span| date.checked_add(span).ok())
}

/// `minutes` after (or before) `moment`; `None` beyond the calendar.
pub fn plus_minutes(moment: DateTime, minutes: i32) -> Option<DateTime> {
    jiff::Span::new().try_minutes(minutes).ok().and_then(|span| moment.checked_add(span).ok())
}

/// A UTC offset in minutes as ISO 8601 writes it: `Z`, `+08:00`, `-03:30`.
pub fn zone(minutes: i32) -> String {
    if minutes == 0 {
        return "Z".to_owned();
    }
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_dates_keep_the_precision_and_the_zone_they_were_given_with() {
        let table = [
            ("2015-07-23", "2015-07-23", Granularity::Day, None),
            ("2015-07-23T08:26", "2015-07-23T08:26", Granularity::Minute, None),
            ("2015-07-23 08:26:59", "2015-07-23T08:26", Granularity::Minute, None),
            ("2015-07-23T08:26:00+08:00", "2015-07-23T08:26+08:00", Granularity::Minute, Some(480)),
            ("2015-07-23T08:26:00.5-03:30", "2015-07-23T08:26-03:30", Granularity::Minute, Some(-210)),
            ("2015-07-23T08:26Z", "2015-07-23T08:26Z", Granularity::Minute, Some(0)),
        ];
        for (text, iso, granularity, offset) in table {
            let t = TimeValue::from_iso(text).expect(text);
            assert_eq!(
                (t.iso.as_str(), t.granularity, t.offset_minutes),
                (iso, granularity, offset),
                "{text}"
            );
            assert!(t.start < t.end, "{text}");
        }
    }

    #[test]
    fn dates_of_mails_and_feeds_keep_their_zone() {
        let table = [
            ("Tue, 05 Mar 2024 18:04:59 +0100", "2024-03-05T18:04+01:00"),
            ("5 Mar 2024 18:04 GMT", "2024-03-05T18:04Z"),
        ];
        for (text, iso) in table {
            assert_eq!(TimeValue::from_rfc2822(text).expect(text).iso, iso);
        }
        assert_eq!(TimeValue::from_rfc2822("last Tuesday"), None);
    }

    #[test]
    fn what_is_no_iso_date_is_refused() {
        for text in ["", "yesterday", "2015-02-30", "23/07/2015", "2015", "July 23, 2015", "2015-07-23T25:00"]
        {
            assert_eq!(TimeValue::from_iso(text), None, "{text}");
        }
    }
}
