//! Times: a day lies in its month, and in no other day.

use super::{Relation, RelationKind};
use crate::model::time::{DateTime, TimeBasis, TimeValue, plus_minutes};
use crate::model::{Granularity, display};
use std::cmp::Ordering;

const MINUTES_OF_A_DAY: i32 = 24 * 60;

/// How time `a` relates to time `b`.
pub fn relate(a: &TimeValue, b: &TimeValue) -> Relation {
    if a.granularity == Granularity::Vague || b.granularity == Granularity::Vague {
        return Relation::new(RelationKind::Incomparable, "a vague time covers too much to compare");
    }
    if !a.is_resolved() || !b.is_resolved() {
        return unresolved(a, b);
    }
    let (a, b) = a.on_one_day(b);
    let (a, b) = (&*a, &*b);
    let (x, y) = (in_one_zone(a, b), ends(b));
    match (starts(x.0, y.0), stops(x.1, y.1)) {
        (Ordering::Equal, Ordering::Equal) => Relation::new(RelationKind::Equal, "the times are the same"),
        (Ordering::Equal | Ordering::Greater, Ordering::Equal | Ordering::Less) => Relation::new(
            RelationKind::Inside,
            format!("{} lies within {}", display::time(a), display::time(b)),
        ),
        (Ordering::Equal | Ordering::Less, Ordering::Equal | Ordering::Greater) => Relation::new(
            RelationKind::Contains,
            format!("{} lies within {}", display::time(b), display::time(a)),
        ),
        _ if apart(x, y) || apart(y, x) => disjoint(a, b, x, y),
        _ => Relation::new(RelationKind::Overlaps, "the periods overlap"),
    }
}

type Ends = (Option<DateTime>, Option<DateTime>);

const fn ends(t: &TimeValue) -> Ends {
    (t.start, t.end)
}

/// The ends of `a` in the zone of `b`, where both name one.
fn in_one_zone(a: &TimeValue, b: &TimeValue) -> Ends {
    let (Some(from), Some(to)) = (a.offset_minutes, b.offset_minutes) else { return ends(a) };
    let moved = |t: Option<DateTime>| t.and_then(|t| plus_minutes(t, to - from));
    (moved(a.start), moved(a.end))
}

fn starts(a: Option<DateTime>, b: Option<DateTime>) -> Ordering {
    a.cmp(&b)
}

/// An absent end is later than every other.
fn stops(a: Option<DateTime>, b: Option<DateTime>) -> Ordering {
    match (a, b) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(a), Some(b)) => a.cmp(&b),
    }
}

/// Whether all of `a` lies before all of `b`.
fn apart(a: Ends, b: Ends) -> bool {
    matches!((a.1, b.0), (Some(end), Some(start)) if end <= start)
}

fn disjoint(a: &TimeValue, b: &TimeValue, x: Ends, y: Ends) -> Relation {
    let shown = (display::time(a), display::time(b));
    if a.ambiguous || b.ambiguous {
        return Relation::new(
            RelationKind::Incomparable,
            format!("{} and {} may be one day, its month and day written in two orders", shown.0, shown.1),
        );
    }
    let relative = |t: &TimeValue| matches!(t.basis, TimeBasis::Published | TimeBasis::NearestYear);
    // A year that was only guessed does not make another month the same.
    let guessed = |t: &TimeValue| t.basis == TimeBasis::NearestYear;
    let other_month = (guessed(a) != guessed(b)) && a.other_season(b) == Some(true);
    if (relative(a) || relative(b)) && !same_year(x, y) && !other_month {
        return Relation::new(
            RelationKind::Incomparable,
            format!("{} and {} differ by a year that one of the texts does not name", shown.0, shown.1),
        );
    }
    if zone_may_explain(a, b, x, y) {
        return Relation::new(
            RelationKind::Incomparable,
            format!("{} and {} may be one moment in two time zones", shown.0, shown.1),
        );
    }
    Relation::new(RelationKind::Disjoint, format!("{} is not {}", shown.0, shown.1))
}

fn same_year(x: Ends, y: Ends) -> bool {
    match (x.0.or(x.1), y.0.or(y.1)) {
        (Some(x), Some(y)) => (i32::from(x.year()) - i32::from(y.year())).abs() == 0 || near(x, y, 62),
        _ => false,
    }
}

/// Times of day with a zone on one side only, less than a day apart.
fn zone_may_explain(a: &TimeValue, b: &TimeValue, x: Ends, y: Ends) -> bool {
    let fine = |t: &TimeValue| t.granularity <= Granularity::Hour;
    let one_zone = a.offset_minutes.is_some() != b.offset_minutes.is_some();
    fine(a) && fine(b) && one_zone && matches!((x.0, y.0), (Some(x), Some(y)) if near(x, y, 1))
}

fn near(x: DateTime, y: DateTime, days: i32) -> bool {
    let (early, late) = if x < y { (x, y) } else { (y, x) };
    plus_minutes(early, days * MINUTES_OF_A_DAY).is_some_and(|limit| late < limit)
}

/// `XXXX-07-29` beside `2015-07-29`: what is known of both must be the same.
fn unresolved(a: &TimeValue, b: &TimeValue) -> Relation {
    if a.iso == b.iso && !a.iso.is_empty() && !a.iso.ends_with("_REF") {
        return Relation::new(RelationKind::Equal, "the times are the same as far as they are known");
    }
    match a.other_season(b) {
        Some(true) => {
            let reason = format!("{} is not {}", display::time(a), display::time(b));
            return Relation::new(RelationKind::Disjoint, reason);
        }
        Some(false) => {
            let what = if a.month_and_day() == b.month_and_day() { "day" } else { "month" };
            let reason = format!("the {what} is the same, and one text does not give the year");
            return Relation::new(RelationKind::Overlaps, reason);
        }
        None => {}
    }
    Relation::new(RelationKind::Incomparable, "one of the times is not known well enough")
}
