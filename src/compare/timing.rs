//! Whether two claims hold at the same time: by what they say themselves, else by when their articles were published.

use super::Input;
use crate::model::time::{DateTime, plus_minutes, whole_years};
use crate::model::{Claim, Granularity, TimeBasis, TimeValue, display};
use std::fmt;

/// Two momentary values an hour or more apart may both have been right.
const SAME_MOMENT_MINUTES: i32 = 60;

/// What was over so many days before an article was published is not what the article tells of, unless it says so.
const LONG_PAST_DAYS: i32 = 20;

/// How the moments of two claims lie.
#[derive(Debug, Clone, Copy)]
pub enum Timing<'a> {
    /// At the same time, as far as the texts tell.
    Same,
    /// The first holds earlier.
    Earlier(Moments<'a>),
    /// The first holds later.
    Later(Moments<'a>),
    /// Not known of one of them.
    Unknown,
}

/// When each of two claims holds; put into words only where it is told.
#[derive(Debug, Clone, Copy)]
pub struct Moments<'a>(&'a TimeValue, &'a TimeValue);

impl fmt::Display for Moments<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} and {}", display::time(self.0), display::time(self.1))
    }
}

/// Compares the moments for which `a` and `b` are said.
pub fn timing<'a>(a: &'a Claim, b: &'a Claim, input: &Input<'a>) -> Timing<'a> {
    // A time the clause names holds for the event of which it speaks; only two named times can be set against each other.
    if let (Some(x), Some(y)) = (stated(a), stated(b)) {
        return compare(x, y);
    }
    match (published(a, input), published(b, input)) {
        (Some(x), Some(y)) => compare(x, y),
        _ => Timing::Unknown,
    }
}

/// Whether the claims themselves name two times that lie far apart.
pub fn of_two_times(a: &Claim, b: &Claim) -> bool {
    let (Some(x), Some(y)) = (stated(a), stated(b)) else { return false };
    x.granularity == y.granularity && (long_before(x, y) || long_before(y, x))
}

/// Whether one claim names a time that was long past when the article of the other was published, which names none.
pub fn of_the_past(a: &Claim, b: &Claim, input: &Input) -> bool {
    let past = |x: &Claim, y: &Claim| {
        let times = stated(x).filter(|_| stated(y).is_none()).zip(published(y, input));
        times.is_some_and(|(past, today)| long_before(past, today))
    };
    past(a, b) || past(b, a)
}

/// Whether a period was over [`LONG_PAST_DAYS`] before another began.
fn long_before(past: &TimeValue, today: &TimeValue) -> bool {
    let days = LONG_PAST_DAYS * 24 * 60;
    match (past.end.and_then(|end| plus_minutes(end, days)), today.start) {
        (Some(end), Some(start)) => end <= start,
        _ => false,
    }
}

/// The same, by publication alone.
pub fn reported<'a>(a: &Claim, b: &Claim, input: &Input<'a>) -> Timing<'a> {
    match (published(a, input), published(b, input)) {
        (Some(x), Some(y)) => compare(x, y),
        _ => Timing::Unknown,
    }
}

/// Whether nothing tells when either of two claims holds: both speak of the same present.
pub fn undated(a: &Claim, b: &Claim, input: &Input) -> bool {
    let open = |c: &Claim| stated(c).is_none() && published(c, input).is_none();
    open(a) && open(b)
}

/// How many whole years after the article of `a` that of `b` was published; `None` if one has no date.
pub fn years_between(a: &Claim, b: &Claim, input: &Input) -> Option<i16> {
    let day = |c: &Claim| published(c, input).and_then(|t| t.start).map(DateTime::date);
    whole_years(day(a)?, day(b)?)
}

/// Whether the time that `fact` names was over when the article of `plan` was published.
pub fn done_before(fact: &Claim, plan: &Claim, input: &Input) -> bool {
    match (stated(fact), published(plan, input)) {
        (Some(done), Some(told)) => matches!(compare(done, told), Timing::Earlier(_)),
        _ => false,
    }
}

/// The time that the claim's own words give.
fn stated(claim: &Claim) -> Option<&TimeValue> {
    let dated = |t: &&TimeValue| t.granularity != Granularity::Vague && t.basis != TimeBasis::Clock;
    let known = |t: &&TimeValue| t.start.is_some() && dated(t);
    claim.when.time.as_ref().filter(|_| claim.when.basis != "published").filter(known)
}

fn published<'a>(claim: &Claim, input: &Input<'a>) -> Option<&'a TimeValue> {
    let annotations = input.annotations.get(claim.source)?;
    annotations.published.date.as_ref().filter(|t| t.start.is_some())
}

fn compare<'a>(a: &'a TimeValue, b: &'a TimeValue) -> Timing<'a> {
    let (Some(start_a), Some(start_b)) = (a.start, b.start) else { return Timing::Unknown };
    if before(a.end, start_b) {
        Timing::Earlier(Moments(a, b))
    } else if before(b.end, start_a) {
        Timing::Later(Moments(a, b))
    } else {
        Timing::Same
    }
}

/// Whether a period that ends at `end` lies well before the moment `start`.
fn before(end: Option<DateTime>, start: DateTime) -> bool {
    let Some(end) = end else { return false };
    let midnight = |t: DateTime| t.hour() == 0 && t.minute() == 0;
    let slack = if midnight(end) && midnight(start) { 0 } else { SAME_MOMENT_MINUTES };
    plus_minutes(end, slack).is_some_and(|end| end <= start)
}
