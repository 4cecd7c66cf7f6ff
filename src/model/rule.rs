//! What a rule is, for people: the same constant feeds `explain`, `rules`, SARIF and the documentation.

use super::{Severity, Verdict};

/// One rule of the registry. Only data: what the rule does is the registry's business.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleInfo {
    /// Kebab-case id, unique and never reused: `count-differs`.
    pub id: &'static str,
    /// One sentence: what the rule checks.
    pub summary: &'static str,
    /// Why a reader would want to know; a few sentences.
    pub why: &'static str,
    /// The verdict it usually gives.
    pub verdict: Verdict,
    /// Severity unless the rules say otherwise.
    pub severity: Severity,
    /// Texts (one an article) on which the rule has nothing to complain of; run by the tests.
    pub agree: &'static [&'static str],
    /// Texts (one an article) on which it gives its verdict; run by the tests.
    pub conflict: &'static [&'static str],
}
