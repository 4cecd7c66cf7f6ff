//! `duration-differs`: lengths of time that cannot all be right. The comparison is `verdict`'s; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "duration-differs",
    summary: "Lengths of time that cannot all be right.",
    why: "How long something took or will take is often converted (72 hours, three days) and sometimes wrongly so.",
    verdict: Verdict::Conflict,
    severity: Severity::Error,
    agree: &["The repairs took 72 hours.", "The repairs took three days."],
    conflict: &["The repairs took three days.", "The repairs took five days."],
};
