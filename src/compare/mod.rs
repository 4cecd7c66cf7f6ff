//! Says whether the answers to a question fit.
//!
//! Three steps: [`relation`] relates two values as sets, whatever they are said of; [`pair`] judges two claims by status,
//! time and what the rules know of the attribute; [`verdict`] sums up a question. [`rules`] holds what there is to report,
//! and the checks of one article against itself. [`origin`] counts where the articles have it from.
//!
//! Leaves out which claims belong together (`align`) and never names a winner.

mod group;
pub mod origin;
mod pair;
pub mod relation;
pub mod rules;
mod timing;
mod verdict;
mod wording;

use crate::model::{Annotations, Claim, Document, Finding, Question};
use crate::rules::Rules;
use origin::Origins;

/// Everything known of a story. Documents and annotations are parallel.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The articles.
    pub documents: &'a [Document],
    /// What was found in each.
    pub annotations: &'a [Annotations],
    /// All claims of all articles.
    pub claims: &'a [Claim],
    /// Which of them answer one question.
    pub questions: &'a [Question],
    /// The rules in force.
    pub rules: &'a Rules,
}

/// Compares the answers of every question, and every article with itself. Also gives the number of pairs of claims
/// compared. The order of the findings follows questions and articles.
pub fn findings(input: &Input, origins: &Origins) -> (Vec<Finding>, usize) {
    let mut all = Vec::new();
    let mut pairs = 0;
    for question in input.questions {
        pairs += question.claims.len() * question.claims.len().saturating_sub(1) / 2;
        all.extend(verdict::judge(question, input, origins));
    }
    all.extend(rules::inside(input));
    (all, pairs)
}

#[cfg(test)]
mod tests;
