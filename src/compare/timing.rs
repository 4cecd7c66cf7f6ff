//! Whether two claims hold at the same time: by what they say themselves, else by when their articles were published.

use super::Input;
use crate::model::time::{DateTime, plus_minutes};
use crate::model::{Claim, Granularity, TimeValue, display};

/// Two momentary values an hour or more apart may both have been right.
const SAME_MOMENT_MINUTES: i32 = 60;

/// How the moments of two claims lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Timing {
    /// At the same time, as far as the texts tell.
    Same,
    /// The first holds earlier; in words, when each does.
    Earlier(String),
    /// The first holds later.
    Later(String),
    /// Not known of one of them.
    Unknown,
}

/// Compares the moments for which `a` and `b` are said.
pub fn timing(a: &Claim, b: &Claim, input: &Input) -> Timing {
    // A time the clause names holds for the event of which it speaks; only two named times can be set against each other.
    if let (Some(x), Some(y)) = (stated(a), stated(b)) {
        return compare(x, y);
    }
    match (published(a, input), published(b, input)) {
        (Some(x), Some(y)) => compare(x, y),
        _ => Timing::Unknown,
    }
}

/// The same, by publication alone.
pub fn reported(a: &Claim, b: &Claim, input: &Input) -> Timing {
    match (published(a, input), published(b, input)) {
        (Some(x), Some(y)) => compare(x, y),
        _ => Timing::Unknown,
    }
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
    let known = |t: &&TimeValue| t.start.is_some() && t.granularity != Granularity::Vague;
    claim.when.time.as_ref().filter(|_| claim.when.basis != "published").filter(known)
}

fn published<'a>(claim: &Claim, input: &Input<'a>) -> Option<&'a TimeValue> {
    let annotations = input.annotations.get(claim.source)?;
    annotations.published.date.as_ref().filter(|t| t.start.is_some())
}

fn compare(a: &TimeValue, b: &TimeValue) -> Timing {
    let (Some(start_a), Some(start_b)) = (a.start, b.start) else { return Timing::Unknown };
    let words = || format!("{} and {}", display::time(a), display::time(b));
    if before(a.end, start_b) {
        Timing::Earlier(words())
    } else if before(b.end, start_a) {
        Timing::Later(words())
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
