//! `measure-differs`: lengths, areas, weights, speeds and other measures that cannot all be right. The comparison is `verdict`'s; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "measure-differs",
    summary: "Lengths, areas, weights, speeds and other measures that cannot all be right.",
    why: "Measures change their unit on the way from one newspaper to the next. Units are converted before they are compared.",
    verdict: Verdict::Conflict,
    severity: Severity::Error,
    agree: &["The pipeline is 40 km long.", "The pipeline is 25 miles long."],
    conflict: &["The pipeline is 40 km long.", "The pipeline is 55 km long."],
};
