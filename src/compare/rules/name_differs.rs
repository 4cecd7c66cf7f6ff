//! `name-differs`: a name that two articles spell in two ways, or a firm in one role with two legal forms. The comparison is `verdict`'s; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "name-differs",
    summary: "A person's name that is spelt in two ways, or a firm in one role with two legal forms.",
    why: "Only one spelling is the person's own. Marks, initials, the order of the words and the letters in which transcriptions differ are no difference. `Tarn Inc` and `Tarn Ltd` may be two firms, unless both are the buyer or the one subsidiary of an owner.",
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
