//! `status-differs`: whether something happened, is planned or is denied. The comparison is `verdict`'s; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "status-differs",
    summary: "Whether something happened, is planned or is denied.",
    why: "One article reports as done what another denies. A plan that was carried out later is a change, not a conflict.",
    verdict: Verdict::Conflict,
    severity: Severity::Error,
    agree: &["Bay Lines opened the pier on Monday.", "Bay Lines has opened the pier."],
    conflict: &["Bay Lines opened the pier on Monday.", "Bay Lines did not open the pier on Monday."],
};
