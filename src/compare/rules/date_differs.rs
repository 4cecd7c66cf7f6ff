//! `date-differs`: dates and times of one event that cannot all be right. The comparison is `verdict`'s; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "date-differs",
    summary: "Dates and times of one event that cannot all be right.",
    why: "Relative dates (\"on Wednesday\") shift when an article is copied a day later. They are resolved against the day of publication before they are compared; a month holds its days.",
    verdict: Verdict::Conflict,
    severity: Severity::Error,
    agree: &["The Marigold was launched on 3 March 1998.", "The Marigold was launched in March 1998."],
    conflict: &["The Marigold was launched on 3 March 1998.", "The Marigold was launched on 13 March 1998."],
};
