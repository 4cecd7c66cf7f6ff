//! Values on one scale: which part of a line each statement allows, and where the line's marks stand.
//!
//! Numbers are numbers; times are seconds since 1970. Nothing here knows markup.

use crate::model::report::ValueRecord;
use crate::model::time::{Date, DateTime};
use std::time::Duration;

/// What a statement allows, on the scale's own numbers. An absent end is open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    /// Lowest.
    pub low: Option<f64>,
    /// Highest.
    pub high: Option<f64>,
}

/// A line from `low` to `high` with marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    logarithmic: bool,
    /// Marks: position in percent, label.
    pub ticks: Vec<(f64, String)>,
}

const DAY: f64 = 86_400.0;
const HOUR: f64 = 3_600.0;

/// The extent of a number or time; `None` for values that no line can show.
pub fn extent(value: &ValueRecord) -> Option<Extent> {
    let (low, high) = match value {
        ValueRecord::Quantity { possible: [low, high], .. } => (*low, *high),
        ValueRecord::Time { start, end, .. } => {
            (start.as_deref().and_then(seconds), end.as_deref().and_then(seconds))
        }
        _ => return None,
    };
    (low.is_some() || high.is_some()).then_some(Extent { low, high })
}

/// A civil ISO date or date-time as seconds since 1970; years and months are their first day.
pub fn seconds(iso: &str) -> Option<f64> {
    let full = match iso.len() {
        4 => format!("{iso}-01-01"),
        7 => format!("{iso}-01"),
        _ => iso.to_owned(),
    };
    let moment: DateTime = full.parse().ok().or_else(|| full.parse::<Date>().ok().map(Into::into))?;
    Some(moment.duration_since(epoch()).as_secs_f64())
}

impl Scale {
    /// A scale that shows all `extents`, with room for open ends; `None` if there is nothing to show.
    pub fn new(extents: &[Extent], times: bool) -> Option<Self> {
        let ends: Vec<f64> =
            extents.iter().flat_map(|e| [e.low, e.high]).flatten().filter(|v| v.is_finite()).collect();
        let low = ends.iter().copied().reduce(f64::min)?;
        let high = ends.iter().copied().reduce(f64::max)?;
        let logarithmic = !times && low > 0.0 && high / low > 100.0;
        let mut scale = Self { low, high, logarithmic, ticks: Vec::new() };
        let (a, b) = (scale.value(low), scale.value(high));
        let margin = if b > a { (b - a) * 0.12 } else { (a.abs() * 0.1).max(if times { HOUR } else { 1.0 }) };
        // An open end needs room for its arrow.
        let room = |open: bool| if open { 2.5 * margin } else { margin };
        let open = |end: fn(&Extent) -> Option<f64>| extents.iter().any(|e| end(e).is_none());
        (scale.low, scale.high) = (a - room(open(|e| e.low)), b + room(open(|e| e.high)));
        if !times && !logarithmic && low >= 0.0 {
            scale.low = scale.low.max(0.0);
        }
        let marks = if times { time_marks(scale.low, scale.high) } else { scale.number_marks() };
        scale.ticks = marks.into_iter().map(|(v, label)| (scale.percent(v), label)).collect();
        Some(scale)
    }

    /// Where `value` stands, in percent of the line, kept on it.
    pub fn percent(&self, value: f64) -> f64 {
        let share = (self.value(value) - self.low) / (self.high - self.low);
        (share.clamp(0.0, 1.0) * 10_000.0).round() / 100.0
    }

    fn value(&self, value: f64) -> f64 {
        if self.logarithmic { value.log10() } else { value }
    }

    fn number_marks(&self) -> Vec<(f64, String)> {
        if self.logarithmic {
            let powers = self.low.ceil() as i32..=self.high.floor() as i32;
            return powers.map(|p| (10f64.powi(p), amount(10f64.powi(p)))).collect();
        }
        let step = nice((self.high - self.low) / 4.0);
        let first = (self.low / step).ceil();
        (0..8)
            .map(|i| (first + f64::from(i)) * step)
            .take_while(|v| *v <= self.high)
            .map(|v| (v, amount(v)))
            .collect()
    }
}

/// 1, 2 or 5 times a power of ten, at least `least`.
fn nice(least: f64) -> f64 {
    let power = 10f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0].into_iter().map(|m| m * power).find(|s| *s >= least).unwrap_or(10.0 * power)
}

/// `1.4 million`, `214`, `9.58`.
fn amount(value: f64) -> String {
    let (scaled, name) = match value.abs() {
        v if v >= 1e12 => (value / 1e12, " trillion"),
        v if v >= 1e9 => (value / 1e9, " billion"),
        v if v >= 1e6 => (value / 1e6, " million"),
        _ => (value, ""),
    };
    let text = format!("{scaled:.3}");
    format!("{}{name}", text.trim_end_matches('0').trim_end_matches('.'))
}

/// Round moments between two: years, months, days, hours or minutes, whichever gives a handful.
fn time_marks(low: f64, high: f64) -> Vec<(f64, String)> {
    let span = high - low;
    if span > 80.0 * DAY {
        return month_marks(low, high);
    }
    let steps = [
        60.0,
        300.0,
        900.0,
        1800.0,
        HOUR,
        3.0 * HOUR,
        6.0 * HOUR,
        12.0 * HOUR,
        DAY,
        2.0 * DAY,
        7.0 * DAY,
        14.0 * DAY,
    ];
    let step = steps.into_iter().find(|s| span / s <= 5.0).unwrap_or(28.0 * DAY);
    let first = (low / step).ceil() * step;
    (0..6)
        .map(|i| first + f64::from(i) * step)
        .take_while(|v| *v <= high)
        .filter_map(|v| {
            let moment = moment(v)?;
            let text = moment.to_string();
            let label =
                if step >= DAY { text.get(..10)?.to_owned() } else { text.get(..16)?.replace('T', " ") };
            Some((v, label))
        })
        .collect()
}

fn month_marks(low: f64, high: f64) -> Vec<(f64, String)> {
    let months = (high - low) / (30.4 * DAY);
    let step =
        [3, 6, 12, 24, 60, 120, 240, 600, 1200, 12_000].into_iter().find(|s| months / f64::from(*s) <= 5.0);
    let step = step.unwrap_or(12_000);
    let Some(from) = moment(low) else { return Vec::new() };
    let first = i32::from(from.year()) * 12 + i32::from(from.month()) - 1;
    let first = first.div_euclid(step) * step;
    (0..8)
        .filter_map(|i| {
            let month = first + i * step;
            let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
            let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1).ok()?;
            let label = if step >= 12 { year.to_string() } else { format!("{year}-{month:02}") };
            Some((DateTime::from(date).duration_since(epoch()).as_secs_f64(), label))
        })
        .filter(|(v, _)| *v >= low && *v <= high)
        .collect()
}

/// The moment `seconds` after 1970.
fn moment(seconds: f64) -> Option<DateTime> {
    let distance = Duration::try_from_secs_f64(seconds.abs()).ok()?;
    if seconds < 0.0 { epoch().checked_sub(distance).ok() } else { epoch().checked_add(distance).ok() }
}

fn epoch() -> DateTime {
    DateTime::constant(1970, 1, 1, 0, 0, 0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(low: f64, high: f64, times: bool) -> Vec<String> {
        let extent = Extent { low: Some(low), high: Some(high) };
        Scale::new(&[extent], times).unwrap().ticks.into_iter().map(|(_, label)| label).collect()
    }

    #[test]
    fn marks_are_round_numbers_that_people_say() {
        assert_eq!(labels(1_350_000.0, 2_300_000.0, false), ["1.5 million", "2 million"]);
        assert_eq!(labels(0.0, 4.0, false), ["0", "2", "4"]);
        assert_eq!(labels(1.0, 10_000.0, false), ["1", "10", "100", "1000", "10000"]);
    }

    #[test]
    fn marks_of_times_are_round_moments() {
        let of = |a: &str, b: &str| labels(seconds(a).unwrap(), seconds(b).unwrap(), true);
        assert_eq!(
            of("2024-03-04T21:40", "2024-03-04T22:16"),
            ["2024-03-04 21:45", "2024-03-04 22:00", "2024-03-04 22:15"]
        );
        assert_eq!(of("1995", "2000"), ["1996", "1998", "2000"]);
    }

    #[test]
    fn everything_lies_on_the_line_and_in_order() {
        let extents = [
            Extent { low: Some(12.0), high: Some(12.0) },
            Extent { low: Some(14.0), high: None },
            Extent { low: None, high: Some(15.0) },
        ];
        let scale = Scale::new(&extents, false).unwrap();
        let places = [12.0, 14.0, 15.0].map(|v| scale.percent(v));
        assert!(places.is_sorted() && places[0] > 0.0 && places[2] < 100.0, "{places:?}");
    }

    #[test]
    fn one_point_is_a_scale_too_and_nothing_is_none() {
        assert!(Scale::new(&[Extent { low: Some(7.0), high: Some(7.0) }], false).is_some());
        assert!(Scale::new(&[Extent { low: None, high: None }], false).is_none());
    }
}
