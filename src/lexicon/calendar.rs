//! Words of the calendar: months, weekdays, units of time, seasons, parts of the day, time zones.

use super::entries;
use super::word_map::WordMap;
use std::sync::LazyLock;

/// What a word can be in a time expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// 1 to 12.
    Month(i8),
    /// 1 (Monday) to 7.
    Weekday(i8),
    /// A unit of time.
    Unit(Unit),
    /// TIMEX3 letters of a season: `SP`, `SU`, `FA`, `WI`.
    Season(&'static str),
    /// TIMEX3 letters of a part of the day: `MO`, `AF`, `EV`.
    Part(&'static str),
    /// `last` (-1), `this` (0), `next` (1).
    Which(i8),
    /// `yesterday` (-1), `today` (0), `tomorrow` (1).
    Offset(i8),
    /// Minutes from UTC.
    Zone(i16),
    /// Minutes from UTC in winter; an hour more in the summer of North America.
    ZoneOfSeason(i16),
}

/// A unit of time, from short to long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// 1 s.
    Second,
    /// 60 s.
    Minute,
    /// 60 min.
    Hour,
    /// A day; a night counts as one.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// Seven days.
    Week,
    /// Two weeks.
    Fortnight,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl Unit {
    /// The singular noun, as the contract names units.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Weekend => "weekend",
            Self::Week => "week",
            Self::Fortnight => "fortnight",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        use Unit::{
            Century, Day, Decade, Fortnight, Hour, Minute, Month, Quarter, Second, Week, Weekend, Year,
        };
        [Second, Minute, Hour, Day, Weekend, Week, Fortnight, Month, Quarter, Year, Decade, Century]
            .into_iter()
            .find(|u| u.as_str() == name)
    }
}

static TERMS: LazyLock<WordMap<&'static str, Term>> =
    LazyLock::new(|| entries(include_str!("calendar.txt")).flat_map(line).collect());

/// What `word` (ASCII lower case, a full stop at its end is ignored) can be.
pub fn term(word: &str) -> Option<Term> {
    TERMS.get(word.strip_suffix('.').unwrap_or(word)).copied()
}

static FOREIGN_MONTHS: LazyLock<WordMap<&'static str, i8>> =
    LazyLock::new(|| entries(include_str!("foreign-months.txt")).flat_map(foreign_line).collect());

/// The month (1 to 12) that `word` (lower case) names in some other language than English.
pub fn foreign_month(word: &str) -> Option<i8> {
    FOREIGN_MONTHS.get(word).copied()
}

fn foreign_line(text: &'static str) -> Vec<(&'static str, i8)> {
    let (number, names) = text.split_once(' ').unwrap_or_default();
    number.parse().map_or(Vec::new(), |month| names.split_whitespace().map(|name| (name, month)).collect())
}

/// Whether `word` (lower case) is the full name of a day of the week.
pub fn is_weekday(word: &str) -> bool {
    word.ends_with("day") && matches!(term(word), Some(Term::Weekday(_)))
}

/// The words of one line of the table; a line that cannot be read has none, which a test excludes.
fn line(text: &'static str) -> Vec<(&'static str, Term)> {
    let mut fields = text.split_whitespace();
    let (Some(class), Some(value)) = (fields.next(), fields.next()) else { return Vec::new() };
    let number = || value.parse::<i16>().ok();
    let small = || value.parse::<i8>().ok();
    let term = match class {
        "month" => small().map(Term::Month),
        "weekday" => small().map(Term::Weekday),
        "unit" => Unit::parse(value).map(Term::Unit),
        "season" => Some(Term::Season(value)),
        "part" => Some(Term::Part(value)),
        "which" => small().map(Term::Which),
        "offset" => small().map(Term::Offset),
        "zone" => number().map(Term::Zone),
        "zone-of-season" => number().map(Term::ZoneOfSeason),
        _ => None,
    };
    term.map(|t| fields.map(|word| (word, t)).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_can_be_read() {
        for text in entries(include_str!("calendar.txt")) {
            assert!(!line(text).is_empty(), "{text}");
        }
        let months: Vec<_> = entries(include_str!("foreign-months.txt")).map(foreign_line).collect();
        assert!(months.len() == 12 && months.iter().all(|names| names.len() > 12));
        assert_eq!(foreign_month("märz"), Some(3));
        assert_eq!(term("sept"), Some(Term::Month(9)));
        assert_eq!(term("years"), Some(Term::Unit(Unit::Year)));
    }
}
