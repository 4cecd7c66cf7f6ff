//! `place-differs`: places of one event that cannot all be right. The comparison is `verdict`'s; this is what it means to people.

use crate::model::{RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "place-differs",
    summary: "Places of one thing that cannot all be right.",
    why: "Somebody is born in one place, a firm has its seat in one; a city lies in its country.",
    verdict: Verdict::Conflict,
    severity: Severity::Error,
    agree: &["Bay Lines is based in Oslo.", "Bay Lines is based in Norway."],
    conflict: &["Bay Lines is based in Norway.", "Bay Lines is based in Portugal."],
};
