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
        "It is the second data center of the company in Norway.",
        "The company opens its 2nd data center in Norway.",
    ],
    conflict: &[
        "It is the second data center of the company in Norway.",
        "It is the third data center of the company in Norway.",
    ],
};
