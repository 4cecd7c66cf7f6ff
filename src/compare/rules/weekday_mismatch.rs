//! `weekday-mismatch`: a weekday beside a date that was another day.

use super::one::{One, Told};
use crate::model::display;
use crate::model::time::Weekday;
use crate::model::{Finding, RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "weekday-mismatch",
    summary: "A weekday beside a date that falls on another day of the week.",
    why: "One of the two was copied wrongly, and nobody can tell which; calendars are exact.",
    verdict: Verdict::Inconsistent,
    severity: Severity::Error,
    agree: &["The council met on Wednesday, July 29, 2015 to vote on the pier."],
    conflict: &["The council met on Tuesday, July 29, 2015 to vote on the pier."],
};

/// Every date that contradicts its weekday.
pub fn check(one: &One) -> Vec<Finding> {
    let mentions = one.mentions().iter().enumerate();
    mentions
        .filter_map(|(i, mention)| {
            let time = mention.time().filter(|t| t.contradicts)?;
            let date = time.start?.date();
            let quote = one.quote(i);
            let written = time.weekday.map_or("that day", name);
            let summary =
                format!("\u{201c}{quote}\u{201d}: {} was a {}.", display::time(time), name(date.weekday()));
            let reason = format!("The text says {written}, the calendar says {}.", name(date.weekday()));
            one.finding(&INFO, &[i], Told::inconsistent(summary, reason, 0.95))
        })
        .collect()
}

const fn name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
