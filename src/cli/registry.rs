//! All rules a user can name: those of the analysis, and those about ignores.

use super::{engine, leave_out};
use crate::model::RuleInfo;
use std::sync::LazyLock;

/// The rules in the order in which they are listed.
pub fn rules() -> &'static [RuleInfo] {
    static RULES: LazyLock<Vec<RuleInfo>> =
        LazyLock::new(|| engine::rules().iter().copied().chain(leave_out::RULES).collect());
    &RULES
}
