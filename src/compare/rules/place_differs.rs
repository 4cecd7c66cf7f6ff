//! `place-differs`: places of one event that cannot all be right. The comparison is `verdict`'s; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "place-differs",
    summary: "Places of one event that cannot all be right.",
    why: "An event happens in one place; a city lies in its country.",
    verdict: Verdict::Conflict,
    severity: Severity::Error,
    agree: &["The fire broke out in Eastmouth.", "The fire broke out at Eastmouth."],
    conflict: &[
        "The company opened its first office in Norway.",
        "The company opened its first office in Portugal.",
    ],
};
