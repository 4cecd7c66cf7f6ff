//! A day, a period or a time of day, at the precision stated.

pub use jiff::civil::{Date, DateTime, Time, Weekday};

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
}
