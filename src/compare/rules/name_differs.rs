//! `name-differs`: a name that two articles spell in two ways. The comparison is `verdict`'s; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "name-differs",
    summary: "A person's name that two articles spell in two ways.",
    why: "Only one spelling is the person's own. Marks, initials, the order of the words and the letters in which transcriptions differ are no difference.",
    verdict: Verdict::Conflict,
    severity: Severity::Error,
    agree: &[
        "Health minister Jorge Bracho said on Monday that help had come.",
        "Help had come, health minister Jorge L. Bracho said on Monday.",
    ],
    conflict: &[
        "Health minister Jorge Bracho said on Monday that help had come.",
        "Help had come, health minister Jorge Brancho said on Monday.",
    ],
};
