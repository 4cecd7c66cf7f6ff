//! `ordinal-differs`: ranks and ordinal numbers that cannot all be right. The comparison is `verdict`'s; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "ordinal-differs",
    summary: "Ranks and ordinal numbers that cannot all be right.",
    why: "First, second and fourth of the same things cannot all be true of one.",
    verdict: Verdict::Conflict,
    severity: Severity::Error,
    agree: &[
        "Bay Lines came second in the survey of ferry lines.",
        "Bay Lines came 2nd in the survey of ferry lines.",
    ],
    conflict: &[
        "Bay Lines came second in the survey of ferry lines.",
        "Bay Lines came third in the survey of ferry lines.",
    ],
};
