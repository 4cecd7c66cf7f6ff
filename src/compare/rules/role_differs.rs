//! `role-differs`: names and offices of people that cannot all be right. The comparison is `verdict`'s; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "role-differs",
    summary: "Names and offices of people that cannot all be right.",
    why: "An office has one holder at a time. Short forms of a name are no difference; other spellings are told by `name-differs`.",
    verdict: Verdict::Conflict,
    severity: Severity::Error,
    agree: &[
        "Ruth Amsel, chief executive of Bay Lines, spoke to reporters.",
        "Amsel, the chief executive of Bay Lines, spoke to reporters.",
    ],
    conflict: &[
        "Ruth Amsel, chief executive of Bay Lines, spoke to reporters.",
        "Carl Brandt, chief executive of Bay Lines, spoke to reporters.",
    ],
};
