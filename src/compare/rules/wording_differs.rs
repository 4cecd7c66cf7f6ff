//! `wording-differs`: one word of sentences that are otherwise the same. The comparison is `reworded`'s; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "wording-differs",
    summary: "Sentences that are the same but for a word that makes them exclude each other.",
    why: "A report that was copied or gone over keeps its words; an opposite, another place or a denial in one of them is a mistake in one.",
    verdict: Verdict::Conflict,
    severity: Severity::Error,
    agree: &[
        "The crew of the trawler Marit spent four nights inside the flooded lighthouse before help came.",
        "The crew of the trawler Marit spent four nights inside the drowned lighthouse before help came.",
    ],
    conflict: &[
        "The crew of the trawler Marit spent four nights inside the flooded lighthouse before help came.",
        "The crew of the trawler Marit spent four nights outside the flooded lighthouse before help came.",
    ],
};
