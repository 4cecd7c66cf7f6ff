//! Verdicts of courts: who `was found guilty` was convicted, and of what.

use super::page::Page;
use crate::lexicon::verbs::Verb;
use crate::lexicon::{OFFENCES, thesaurus};
use std::ops::Range;

/// How far behind `found` the word `guilty` may stand: `found the former officer Ann Doe guilty`.
const REACH: usize = 9;

/// What `found guilty` and `found not guilty` are called, and where `guilty` stands, if the form of `find` at `at` tells a verdict.
pub fn verdict(page: &Page, at: usize, verb: Verb) -> Option<(&'static str, usize)> {
    if verb.base != "find" {
        return None;
    }
    let guilty = (at + 1..at + REACH).find(|&i| matches!(page.doc.word(i), "guilty" | "innocent"))?;
    let cleared = page.doc.word(guilty) == "innocent" || page.doc.word(guilty - 1) == "not";
    let same = page.doc.sentence_of(guilty) == page.doc.sentence_of(at);
    same.then_some((if cleared { "acquit" } else { "convict" }, guilty))
}

/// The offences named behind the verb at `at`, if it is one of the courts (`convicted of murder`).
pub fn offences<'a>(page: &'a Page, clause: &Range<usize>, at: usize, predicate: &str) -> Vec<&'a str> {
    if !matches!(predicate, "convict" | "acquit" | "clear" | "charge" | "accuse" | "indict") {
        return Vec::new();
    }
    let lemma = |i: usize| {
        let word = page.doc.word(i);
        let lemmas = [Some(word), thesaurus::noun(word), thesaurus::verb(word)];
        lemmas.into_iter().flatten().find(|lemma| OFFENCES.has(lemma))
    };
    let mut out: Vec<&str> = (at + 1..clause.end).filter_map(lemma).collect();
    out.sort_unstable();
    out.dedup();
    out
}
