//! `headline-mismatch`: a headline or deck that gives another value than the text below it. Found while the answers to a
//! question are compared; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "headline-mismatch",
    summary: "A headline that gives another value than the text below it.",
    why: "Headlines are written last, by somebody else, and updated first. Many readers read nothing else.",
    verdict: Verdict::Inconsistent,
    severity: Severity::Warning,
    agree: &["Ferry fire kills 12\n\nTwelve people died in the ferry fire on Monday, police said."],
    conflict: &["Ferry fire kills 14\n\nTwelve people died in the ferry fire on Monday, police said."],
};
