//! Reasons given: what stands behind `because of`, `due to`, `amid`, `citing`, `caused by`.
//!
//! A claim of its own, so that two articles that give one reason in sentences of different make can be compared. What is said
//! to follow from it is the sentence's own statement.

use super::page::Page;
use super::statement::{terms, written};
use super::status::gives_a_reason;
use crate::model::line::on_one_line;
use crate::model::{BECAUSE, Claim, ClaimKind, ClaimValue, Tag, TokenKind};

/// The longest reason, in tokens.
const LONGEST: usize = 16;
/// So many words behind `blamed` what is blamed may stand: `blamed the fire on`.
const BLAMED: usize = 7;
/// A reason has at least so many words that say something.
const WORDS: usize = 2;

/// Whether the sign of a reason may begin with `word`.
fn may_begin(word: &str) -> bool {
    matches!(
        word,
        "because"
            | "due"
            | "owing"
            | "thanks"
            | "amid"
            | "amidst"
            | "citing"
            | "caused"
            | "triggered"
            | "sparked"
            | "prompted"
            | "driven"
            | "blame"
            | "blames"
            | "blamed"
            | "attributed"
            | "stemming"
            | "resulting"
            | "as"
    )
}

/// How many words the sign of a reason at token `i` has; 0 if none stands there, which [`may_begin`] tells of most words.
fn sign(page: &Page, i: usize) -> usize {
    let next = || page.doc.word(i + 1);
    match page.doc.word(i) {
        "because" if next() == "of" => 2,
        "due" if gives_a_reason(page, i) => 2,
        "owing" | "thanks" if next() == "to" => 2,
        "amid" | "amidst" | "citing" => 1,
        // `was caused by a spark`, `is blamed on the heat`
        "caused" | "triggered" | "sparked" | "prompted" | "driven" if next() == "by" => 2,
        "blame" | "blames" | "blamed" => {
            (i + 1..i + BLAMED).find(|&k| page.doc.word(k) == "on").map_or(0, |k| k + 1 - i)
        }
        "attributed" if next() == "to" => 2,
        "stemming" | "resulting" if next() == "from" => 2,
        "as" if next() == "a" && page.doc.word(i + 2) == "result" && page.doc.word(i + 3) == "of" => 4,
        _ => 0,
    }
}

/// Adds a claim for each reason.
pub fn claims(page: &Page, out: &mut Vec<Claim>) {
    let mut next = 0;
    for i in page.doc.words.tokens_where(may_begin) {
        let words = if i < next { 0 } else { sign(page, i) };
        if words > 0 {
            let sentence = &page.doc.sentences[page.doc.sentence_of(i)];
            let end = end(page, i + words, sentence.tokens.end);
            out.extend(claim(page, i, i + words, end));
            next = end;
        }
    }
}

/// Where the reason that starts at `from` ends: at a sign, at a verb with a subject of its own, or after [`LONGEST`] tokens.
fn end(page: &Page, from: usize, limit: usize) -> usize {
    let ends = |i: usize| {
        let kind = page.doc.tokens[i].kind;
        matches!(kind, TokenKind::Punct) && !matches!(page.doc.word(i), "\"" | "“" | "”" | "%")
            || matches!(page.tag(i), Tag::Relative | Tag::Subordinator | Tag::Modal | Tag::Third | Tag::Past)
    };
    let most = limit.min(from + LONGEST);
    (from..most).find(|&i| ends(i)).unwrap_or(most)
}

fn claim(page: &Page, sign: usize, from: usize, end: usize) -> Option<Claim> {
    let words = terms(page, &(from..end), from, usize::MAX);
    if words.len() < WORDS {
        return None;
    }
    let text = page.doc.span_of(from..end).of(page.doc.text());
    let reason = on_one_line(text).into_owned();
    let value = ClaimValue::Predicate {
        predicate: BECAUSE.to_owned(),
        negated: false,
        arguments: vec![("reason".to_owned(), reason)],
    };
    let mut claim = page.claim(ClaimKind::Status, value, sign..end, None);
    BECAUSE.clone_into(&mut claim.verb);
    "reason".clone_into(&mut claim.attribute);
    claim.modifiers = written(page, &words);
    claim.confidence = 0.6;
    Some(claim)
}
