//! Stretches of the calendar as [`TimeValue`]s: days, weeks, months, quarters, seasons, years, decades.
//!
//! Each constructor gives the half-open interval and the ISO string at its precision; `None` where the calendar has no
//! such stretch (30 February, a year beyond 9999).

use super::time::{Date, DateTime, Granularity, Time, TimeBasis, TimeValue, plus_days, plus_months};

impl TimeValue {
    /// A reference without known calendar days: `iso` is `PAST_REF`, `XXXX-WXX-3`, …
    pub fn open(iso: impl Into<String>, granularity: Granularity, basis: TimeBasis) -> Self {
        Self {
            start: None,
            end: None,
            granularity,
            iso: iso.into(),
            basis,
            weekday: None,
            contradicts: false,
            ambiguous: false,
            offset_minutes: None,
        }
    }

    /// The days from `start` up to, not including, `end`.
    pub fn days(start: Date, end: Date, granularity: Granularity, iso: String) -> Self {
        Self {
            start: Some(start.to_datetime(Time::midnight())),
            end: Some(end.to_datetime(Time::midnight())),
            ..Self::open(iso, granularity, TimeBasis::Stated)
        }
    }

    /// One day.
    pub fn day(date: Date) -> Option<Self> {
        Some(Self::days(date, plus_days(date, 1)?, Granularity::Day, date.to_string()))
    }

    /// The week (Monday to Sunday) that holds `date`.
    pub fn week_of(date: Date) -> Option<Self> {
        let monday = monday_of(date)?;
        let week = date.iso_week_date();
        let iso = format!("{:04}-W{:02}", week.year(), week.week());
        Some(Self::days(monday, plus_days(monday, 7)?, Granularity::Week, iso))
    }

    /// The Saturday and Sunday of the week that holds `date`.
    pub fn weekend_of(date: Date) -> Option<Self> {
        let monday = monday_of(date)?;
        let week = date.iso_week_date();
        let iso = format!("{:04}-W{:02}-WE", week.year(), week.week());
        Some(Self::days(plus_days(monday, 5)?, plus_days(monday, 7)?, Granularity::Weekend, iso))
    }

    /// A month, 1 to 12.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        Self::months(year, month, 1, Granularity::Month, format!("{year:04}-{month:02}"))
    }

    /// A quarter, 1 to 4.
    pub fn quarter(year: i16, quarter: i8) -> Option<Self> {
        let month = quarter.checked_mul(3)?.checked_sub(2)?;
        Self::months(year, month, 3, Granularity::Quarter, format!("{year:04}-Q{quarter}"))
    }

    /// Half a year, 1 or 2.
    pub fn half(year: i16, half: i8) -> Option<Self> {
        let month = half.checked_mul(6)?.checked_sub(5)?;
        Self::months(year, month, 6, Granularity::HalfYear, format!("{year:04}-H{half}"))
    }

    /// A season of the northern hemisphere by its TIMEX3 letters (`SP`, `SU`, `FA`, `WI`); winter begins in `year`.
    pub fn season(year: i16, letters: &str) -> Option<Self> {
        let month = season_month(letters)?;
        Self::months(year, month, 3, Granularity::HalfYear, format!("{year:04}-{letters}"))
    }

    /// A year.
    pub fn year(year: i16) -> Option<Self> {
        Self::months(year, 1, 12, Granularity::Year, format!("{year:04}"))
    }

    /// Ten years, by their first three digits: 198 is the 1980s.
    pub fn decade(decade: i16) -> Option<Self> {
        Self::months(decade.checked_mul(10)?, 1, 120, Granularity::Decade, format!("{decade:03}"))
    }

    /// A hundred years, by their first two digits: 19 holds 1900 to 1999.
    pub fn century(century: i16) -> Option<Self> {
        Self::months(century.checked_mul(100)?, 1, 1200, Granularity::Century, format!("{century:02}"))
    }

    /// Part of a day by its TIMEX3 letters: morning `MO` from 6, afternoon `AF` from 12, evening `EV` from 18, night
    /// `NI` from 20 to 6 of the next day.
    pub fn part_of_day(date: Date, letters: &str) -> Option<Self> {
        let (from, to) = match letters {
            "MO" => (date.at(6, 0, 0, 0), date.at(12, 0, 0, 0)),
            "AF" => (date.at(12, 0, 0, 0), date.at(18, 0, 0, 0)),
            "EV" => (date.at(18, 0, 0, 0), plus_days(date, 1)?.at(0, 0, 0, 0)),
            "NI" => (date.at(20, 0, 0, 0), plus_days(date, 1)?.at(6, 0, 0, 0)),
            _ => return None,
        };
        let iso = format!("{date}T{letters}");
        Some(Self {
            start: Some(from),
            end: Some(to),
            ..Self::open(iso, Granularity::PartOfDay, TimeBasis::Stated)
        })
    }

    /// From the start of `from` to the end of `to`; an absent side is open.
    pub fn between(from: Option<&Self>, to: Option<&Self>) -> Option<Self> {
        let basis = from.into_iter().chain(to).map(|t| t.basis).max().unwrap_or(TimeBasis::Stated);
        Some(Self::stretch(from.and_then(|t| t.start), to.and_then(|t| t.end))?.on(basis))
    }

    /// The days from `start` up to `end`; an absent end is open. `None` if they are not in order.
    pub fn stretch(start: Option<DateTime>, end: Option<DateTime>) -> Option<Self> {
        if let (Some(a), Some(b)) = (start, end)
            && a >= b
        {
            return None;
        }
        let text = |t: Option<DateTime>| t.map_or_else(|| "..".to_owned(), |t| t.date().to_string());
        let iso = format!("{}/{}", text(start), text(end));
        Some(Self { start, end, ..Self::open(iso, Granularity::Range, TimeBasis::Stated) })
    }

    /// This value, resolved by `basis`.
    #[must_use]
    pub fn on(self, basis: TimeBasis) -> Self {
        Self { basis, ..self }
    }

    fn months(year: i16, month: i8, count: i32, granularity: Granularity, iso: String) -> Option<Self> {
        let start = Date::new(year, month, 1).ok()?;
        if year < 1 {
            return None;
        }
        Some(Self::days(start, plus_months(start, count)?, granularity, iso))
    }
}

/// The Monday of the week that holds `date`.
pub fn monday_of(date: Date) -> Option<Date> {
    plus_days(date, -i32::from(date.weekday().to_monday_zero_offset()))
}

/// First month of a season of the northern hemisphere.
pub fn season_month(letters: &str) -> Option<i8> {
    Some(match letters {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        "WI" => 12,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().expect(text)
    }

    #[test]
    fn periods_cover_what_their_iso_string_says() {
        let table = [
            (TimeValue::week_of(date("2016-01-02")), "2015-W53", "2015-12-28", "2016-01-04"),
            (TimeValue::weekend_of(date("2015-07-23")), "2015-W30-WE", "2015-07-25", "2015-07-27"),
            (TimeValue::month(2015, 12), "2015-12", "2015-12-01", "2016-01-01"),
            (TimeValue::quarter(2015, 4), "2015-Q4", "2015-10-01", "2016-01-01"),
            (TimeValue::season(2015, "WI"), "2015-WI", "2015-12-01", "2016-03-01"),
            (TimeValue::decade(199), "199", "1990-01-01", "2000-01-01"),
        ];
        for (value, iso, start, end) in table {
            let t = value.expect(iso);
            let day = |t: Option<DateTime>| t.map(|t| t.date().to_string()).unwrap_or_default();
            assert_eq!((t.iso.as_str(), day(t.start).as_str(), day(t.end).as_str()), (iso, start, end));
        }
    }

    #[test]
    fn what_the_calendar_does_not_have_is_none() {
        assert_eq!(TimeValue::month(2015, 13), None);
        assert_eq!(TimeValue::quarter(2015, 0), None);
        assert_eq!(TimeValue::year(9999), None, "its end lies beyond the calendar");
        assert_eq!(TimeValue::part_of_day(date("2015-07-23"), "XX"), None);
    }
}
