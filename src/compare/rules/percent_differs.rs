//! `percent-differs`: shares and percentages that cannot all be right. The comparison is `verdict`'s; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "percent-differs",
    summary: "Shares and percentages that cannot all be right.",
    why: "A percentage depends on what it is a share of, and gets copied without it. Only shares of the same thing are compared.",
    verdict: Verdict::Conflict,
    severity: Severity::Error,
    agree: &[
        "Turnout in the Eastmouth referendum was 61 percent.",
        "In the Eastmouth referendum, turnout was 61%.",
    ],
    conflict: &[
        "Turnout in the Eastmouth referendum was 61 percent.",
        "Turnout in the Eastmouth referendum was 71 percent.",
    ],
};
