//! `list-differs`: lists of places, partners or products that cannot be brought together, and scores. The comparison is `verdict`'s; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "list-differs",
    summary: "Lists of places, partners or products that cannot be brought together, or two scores of one match or vote.",
    why: "A score is one whoever tells it. A list that is part of another one is no contradiction, nor is one that says \"including\". Two lists that both claim to be complete and differ in both directions are worth a look.",
    verdict: Verdict::Conflict,
    severity: Severity::Error,
    agree: &["Arden beat Milford 3-2 on Saturday.", "Milford lost 2-3 to Arden on Saturday."],
    conflict: &["Arden beat Milford 3-2 on Saturday.", "Arden beat Milford 3-1 on Saturday."],
};
