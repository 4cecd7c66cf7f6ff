//! `speaker-differs`: the same quotation from two mouths. The comparison is `reworded`'s; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "speaker-differs",
    summary: "The same quotation given to two people.",
    why: "What stands between quotation marks was said by one person. Only speakers who are named beside the quotation count, not whom a pronoun or an earlier paragraph means.",
    verdict: Verdict::Conflict,
    severity: Severity::Error,
    agree: &[
        "\"Nobody saw where the smoke came from,\" said the mayor, Ines Okafor.",
        "\"Nobody saw where the smoke came from\", said Okafor.",
    ],
    conflict: &[
        "\"Nobody saw where the smoke came from,\" said the mayor, Ines Okafor.",
        "\"Nobody saw where the smoke came from,\" said the fire chief, Tom Reed.",
    ],
};
