//! Clauses: the piece of a sentence in which a value has its own verb and subject.
//!
//! Cut at closed lists of words (`which`, `while`, `because`), semicolons, dashes and brackets, and at `, and` before a verb
//! of its own. A piece without a verb belongs to the one before it.

use super::page::Page;
use crate::lexicon::CLAUSE_STARTERS;
use crate::model::TokenKind;
use std::ops::Range;

/// The clause that holds `tokens`, within their sentence.
pub fn around(page: &Page, tokens: &Range<usize>) -> Range<usize> {
    let sentence = &page.doc.sentences[page.doc.sentence_of(tokens.start)].tokens;
    let cuts = cuts(page, sentence);
    let start = cuts.iter().copied().filter(|&c| c <= tokens.start).max().unwrap_or(sentence.start);
    let end =
        cuts.iter().copied().filter(|&c| c >= tokens.end.max(tokens.start + 1)).min().unwrap_or(sentence.end);
    let mut clause = start..end;
    // Without a verb of its own it belongs to what stands before it.
    while clause.start > sentence.start && !has_verb(page, &clause) {
        clause.start = cuts.iter().copied().filter(|&c| c < clause.start).max().unwrap_or(sentence.start);
    }
    if !has_verb(page, &clause) {
        clause.end = cuts.iter().copied().filter(|&c| c > clause.end).min().unwrap_or(sentence.end);
    }
    clause
}

/// All clauses of a sentence that have a verb, in order.
pub fn all(page: &Page, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let mut bounds = vec![sentence.start];
    bounds.extend(cuts(page, sentence));
    bounds.push(sentence.end);
    bounds.dedup();
    bounds.windows(2).map(|w| w[0]..w[1]).filter(|c| has_verb(page, c)).collect()
}

/// Tokens at which a new clause begins.
fn cuts(page: &Page, sentence: &Range<usize>) -> Vec<usize> {
    let mut out = Vec::new();
    for i in sentence.start + 1..sentence.end {
        let token = page.doc.tokens[i];
        let word = page.doc.word(i);
        let dash = token.kind == TokenKind::Dash && token.spaced && matches!(word, "-" | "–" | "—");
        if matches!(word, ";" | "(" | ":") || dash || (word == "—" && !token.spaced) {
            out.push(i);
        } else if word == ")" {
            out.push(i + 1);
        } else if CLAUSE_STARTERS.has(word) && !is_plain_that(page, i) {
            out.push(i);
        } else if word == "," && coordinates(page, i, sentence.end) {
            out.push(i + 1);
        } else if word == "and"
            && i > sentence.start + 2
            && opens_clause(page, out.last().map_or(sentence.start, |&c| c), i, sentence.end)
        {
            out.push(i);
        }
    }
    out
}

/// `that` as a pointer (`that company`) and `since`, `after`, `before` before a figure or a name do not begin a clause.
fn is_plain_that(page: &Page, i: usize) -> bool {
    match page.doc.word(i) {
        "that" => false,
        "since" | "after" | "before" | "if" => {
            !(i + 1..(i + 7).min(page.doc.tokens.len())).any(|k| page.verb_at(k).is_some())
        }
        "but" => false,
        _ => false,
    }
}

/// Whether the comma at `i` is followed by a conjunction and then a verb within a few words.
fn coordinates(page: &Page, i: usize, end: usize) -> bool {
    if !matches!(page.doc.word(i + 1), "and" | "or" | "so" | "but" | "yet") {
        return false;
    }
    (i + 2..(i + 8).min(end)).take_while(|&k| page.doc.word(k) != ",").any(|k| page.verb_at(k).is_some())
}

/// Whether the `and` at `i` joins two clauses: a verb stands right behind it, or one before it and a subject with a verb of
/// its own behind (`three were killed and 14 people were injured`).
fn opens_clause(page: &Page, start: usize, i: usize, end: usize) -> bool {
    if page.verb_at(i + 1).is_some() {
        return true;
    }
    let counted = page.doc.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Number)
        || crate::lexicon::number_words::cardinal(page.doc.word(i + 1)).is_some();
    counted && has_verb(page, &(start..i)) && (i + 2..(i + 7).min(end)).any(|k| page.verb_at(k).is_some())
}

fn has_verb(page: &Page, clause: &Range<usize>) -> bool {
    clause
        .clone()
        .any(|i| page.verb_at(i).is_some() || crate::lexicon::naming::say_verb(page.doc.word(i)).is_some())
}
