//! `money-differs`: sums of money that cannot all be right. The comparison is `verdict`'s; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "money-differs",
    summary: "Sums of money that cannot all be right.",
    why: "Prices, costs and profits are stated to the last digit and mistyped to the last digit. Currencies are converted with a band around the rate; rounding and digits cut off are no difference.",
    verdict: Verdict::Conflict,
    severity: Severity::Error,
    agree: &[
        "Northbank agreed to buy Tidewater for $2.5 billion.",
        "Tidewater is being acquired by Northbank for 2.5 billion dollars.",
    ],
    conflict: &[
        "Northbank agreed to buy Tidewater for $2.5 billion.",
        "Northbank agreed to buy Tidewater for $3.5 billion.",
    ],
};
