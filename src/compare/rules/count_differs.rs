//! `count-differs`: numbers of people or things that cannot all be right. The comparison is `verdict`'s; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "count-differs",
    summary: "Numbers of people or things that cannot all be right.",
    why: "A toll, a head count or a number of buildings is what readers remember and what other articles copy. Two reports of one event at one time with different counts cannot both be right.",
    verdict: Verdict::Conflict,
    severity: Severity::Error,
    agree: &["The ferry fire killed 12 people on Monday.", "Twelve people died in the ferry fire on Monday."],
    conflict: &["The ferry fire killed 12 people on Monday.", "The ferry fire killed 14 people on Monday."],
};
