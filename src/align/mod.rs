//! Finds the claims that answer one question.
//!
//! Pairs are looked for only among claims that share a block (the same kind of value, and a word, noun or attribute in
//! common), judged by vetoes first and then by a score of what they share, and joined with complete linkage: every claim of a
//! question fits every other. Claims that say the same need less in common than claims that differ, since a false difference
//! costs more than a missed one.

mod apart;
mod block;
mod cluster;
mod deed;
mod derive;
mod event;
mod pair;
mod question;
mod quotation;
mod same;
mod saying;
mod statement;
mod terms;
mod unmatched;
mod value;
mod verbatim;
mod veto;
mod voice;
mod weight;
mod words;

use crate::claim::entity::Entities;
use crate::lexicon::{antonyms::ANTONYMS, denial};
use crate::model::{Annotations, BE, Claim, Document, Question};
use crate::rules::Rules;
use cluster::Twin;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// What joining needs to see.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The articles.
    pub documents: &'a [Document],
    /// What was found in each.
    pub annotations: &'a [Annotations],
    /// All claims of the story.
    pub claims: &'a [Claim],
    /// Who and what the story names.
    pub entities: &'a Entities,
    /// The stems of their contexts, by number.
    pub stems: &'a [Arc<str>],
    /// The rules in force.
    pub rules: &'a Rules,
}

/// The questions of a story, in order of their first claim.
pub fn questions(input: Input) -> Vec<Question> {
    let words = words::Words::of(input.claims, input.stems, input.rules);
    let known = pair::Known::of(input, &words);
    let voices = voice::Voices::of(input, &known);
    let mut pairs = Vec::new();
    block::pairs(input, &words, &voices, |a, b| pairs.extend(pair::judge(input, &known, a, b)));
    for &(a, b) in known.verbatim.values().iter().filter(|(a, b)| voices.speaks(*a) && voices.speaks(*b)) {
        pairs.extend(pair::judge(input, &known, a, b));
    }
    let sure = |p: &pair::Pair| veto::says_the_same(&input.claims[p.a], &input.claims[p.b]);
    let told = told(input.claims, &pairs);
    let clusters = voices.joined(cluster::clusters(pairs, &twins(input.claims), sure, |i| told[i]));
    let mut out: Vec<Question> =
        clusters.into_iter().filter_map(|cluster| question::of(input, &known, &cluster)).collect();
    out.extend(derive::dates(input, &out));
    out.extend(saying::questions(input, known.quotations(), &out));
    out.extend(known.verbatim.reworded().iter().cloned());
    out.sort_by(|a, b| a.claims.cmp(&b.claims));
    out
}

/// For each claim whether it is a statement that neither denies anything nor stands against an opposite one: those may be
/// joined loosely, since nothing in their question will be held against anything.
fn told(claims: &[Claim], pairs: &[pair::Pair]) -> Vec<bool> {
    let told = |c: &Claim| c.verb != BE && denial::is_denial(c) == Some(false);
    let mut out: Vec<bool> = claims.iter().map(told).collect();
    for pair in pairs.iter().filter(|p| ANTONYMS.has(&claims[p.a].verb, &claims[p.b].verb)) {
        (out[pair.a], out[pair.b]) = (false, false);
    }
    out
}

/// Whether two claims of one article with one figure are of one attribute; of a telling figure it is enough that one of them says
/// none.
fn one_measure(a: &Claim, b: &Claim) -> bool {
    let unsaid = a.attribute_id.is_none() || b.attribute_id.is_none();
    a.attribute_id == b.attribute_id || unsaid && veto::says_the_same(a, b)
}

/// Of each claim its article and the first one there with its measure and figure.
fn twins(claims: &[Claim]) -> Vec<Twin> {
    let mut known: FxHashMap<(usize, block::Figure), Vec<usize>> = FxHashMap::default();
    let mut out = Vec::with_capacity(claims.len());
    for (i, claim) in claims.iter().enumerate() {
        let first = block::ends(claim).map_or(i, |figure| {
            let firsts = known.entry((claim.source, figure)).or_default();
            let found = firsts.iter().copied().find(|&first| one_measure(&claims[first], claim));
            found.unwrap_or_else(|| {
                firsts.push(i);
                i
            })
        });
        out.push(Twin { source: claim.source, first });
    }
    out
}

#[cfg(test)]
mod tests;
