//! `quotation-differs`: the same quotation with other words. The comparison is `verdict`'s; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "quotation-differs",
    summary: "The same quotation with other words.",
    why: "What stands between quotation marks was said like that. A quotation cut short is no difference; replaced words are, and are shown.",
    verdict: Verdict::Conflict,
    severity: Severity::Error,
    agree: &[
        "\"Nobody saw where the smoke came from,\" Ines Okafor said.",
        "\"Nobody saw where the smoke came from\", said Okafor.",
    ],
    conflict: &[
        "\"Nobody saw where the smoke came from,\" Ines Okafor said.",
        "\"Nobody knew where the smoke came from,\" Ines Okafor said.",
    ],
};
