//! `list-differs`: lists of places, partners or products that cannot be brought together. The comparison is `verdict`'s; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "list-differs",
    summary: "Lists of places, partners or products that cannot be brought together.",
    why: "A list that is part of another one is no contradiction, nor is one that says \"including\". Two lists that both claim to be complete and differ in both directions are worth a look.",
    verdict: Verdict::Conflict,
    severity: Severity::Error,
    agree: &[
        "The ferry serves Norway, Denmark and Iceland.",
        "The ferry serves Denmark, Iceland and Norway.",
    ],
    conflict: &[
        "The ferry serves Norway, Denmark and Iceland.",
        "The ferry serves Norway, Denmark and Scotland.",
    ],
};
