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
mod status;
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
    all.extend(rules::across(input, origins));
    drop_contradicted(&mut all, input);
    all.extend(rules::inside(input));
    (all, pairs)
}

/// Adds what was found in single words, where no other finding is as loud about the same sentences.
fn add_reworded(all: &mut Vec<Finding>, reworded: Vec<Finding>, input: &Input) {
    if reworded.is_empty() {
        return;
    }
    // What was left open of the same claims is told now.
    let told: BTreeSet<&[usize]> = reworded.iter().map(|f| &f.claims[..]).collect();
    all.retain(|f| f.verdict != Verdict::Unclear || !told.contains(&f.claims[..]));
    let sentences = |f: &Finding| -> BTreeSet<(usize, usize)> {
        f.claims.iter().map(|&c| (input.claims[c].source, input.claims[c].sentence)).collect()
    };
    // By sentence, the findings that say of it that something else cannot be true, or that it has changed.
    let mut near: FxHashMap<(usize, usize), BTreeSet<usize>> = FxHashMap::default();
    for (number, finding) in all.iter().enumerate().filter(|(_, f)| f.verdict <= Verdict::Changed) {
        for sentence in sentences(finding) {
            near.entry(sentence).or_default().insert(number);
        }
    }
    let told = |f: &Finding| {
        let mut met: FxHashMap<usize, usize> = FxHashMap::default();
        for &number in sentences(f).iter().filter_map(|s| near.get(s)).flatten() {
            *met.entry(number).or_default() += 1;
        }
        let as_loud = |v: Verdict| v <= f.verdict || v == Verdict::Changed;
        met.into_iter().any(|(number, sentences)| sentences > 1 && as_loud(all[number].verdict))
    };
    let added: Vec<Finding> = reworded.into_iter().filter(|f| !told(f)).collect();
    all.extend(added);
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
