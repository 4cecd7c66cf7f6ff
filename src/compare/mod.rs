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
mod reworded;
pub mod rules;
mod timing;
mod verdict;
mod wording;

use crate::model::{Annotations, Claim, ClaimKind, Document, Finding, Question, Verdict};
use crate::rules::Rules;
use origin::Origins;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

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
    let mut reworded = Vec::new();
    for question in input.questions {
        pairs += question.claims.len() * question.claims.len().saturating_sub(1) / 2;
        match &question.wording {
            Some(told) => reworded.extend(reworded::judge(question, told, input, origins)),
            None => all.extend(verdict::judge(question, input, origins)),
        }
    }
    add_reworded(&mut all, reworded, input);
    drop_contradicted(&mut all, input);
    all.extend(rules::inside(input));
    (all, pairs)
}

/// Adds what was found in single words, where no other finding is as loud about the same sentences.
fn add_reworded(all: &mut Vec<Finding>, reworded: Vec<Finding>, input: &Input) {
    let sentences = |f: &Finding| -> BTreeSet<(usize, usize)> {
        f.claims.iter().map(|&c| (input.claims[c].source, input.claims[c].sentence)).collect()
    };
    let places = |f: &Finding| (f.verdict, sentences(f));
    // What was left open of the same claims is told now.
    all.retain(|f| f.verdict != Verdict::Unclear || !reworded.iter().any(|r| r.claims == f.claims));
    let told: Vec<_> = if reworded.is_empty() { Vec::new() } else { all.iter().map(places).collect() };
    all.extend(reworded.into_iter().filter(|f| {
        let own = sentences(f);
        !told.iter().any(|(verdict, other)| {
            (*verdict <= f.verdict || *verdict == Verdict::Changed) && own.intersection(other).count() > 1
        })
    }));
}

/// Drops what would say of sentences that both can be true where a louder finding says of the same ones that they cannot.
fn drop_contradicted(all: &mut Vec<Finding>, input: &Input) {
    let told = |f: &Finding| {
        let of = |&c: &usize| input.claims[c].kind == ClaimKind::Status;
        matches!(f.verdict, Verdict::Agree | Verdict::Compatible) && f.claims.iter().all(of)
    };
    // By sentence, the claims of louder findings with the number of the finding.
    let mut loud: FxHashMap<(usize, usize), Vec<(usize, usize)>> = FxHashMap::default();
    let is_loud = |f: &&Finding| matches!(f.verdict, Verdict::Conflict | Verdict::Inconsistent);
    for (number, finding) in all.iter().filter(is_loud).enumerate() {
        for &claim in &finding.claims {
            let place = (input.claims[claim].source, input.claims[claim].sentence);
            loud.entry(place).or_default().push((number, claim));
        }
    }
    let against = |claim: usize| -> BTreeSet<usize> {
        let own = &input.claims[claim];
        let near = loud.get(&(own.source, own.sentence)).into_iter().flatten();
        near.filter(|(_, other)| input.claims[*other].span.overlaps(own.span)).map(|(n, _)| *n).collect()
    };
    all.retain(|f| {
        let of_all = || f.claims.iter().map(|&c| against(c)).reduce(|a, b| &a & &b);
        !told(f) || of_all().is_none_or(|common| common.is_empty())
    });
}

#[cfg(test)]
mod tests;
