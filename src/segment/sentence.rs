//! Where sentences end: at `.`, `!`, `?` and their closing marks, unless an abbreviation, an initial or a number stands
//! there. Decided on tokens, since they already know acronyms and decimals.

use super::dateline;
use crate::lexicon::{ABBREVIATIONS, SENTENCE_STARTERS, TITLES};
use crate::model::{Document, TokenKind};
use std::ops::Range;

/// No sentence has more tokens: what is read sentence by sentence stays cheap whatever the text. Lists and tables without
/// full stops reach this, prose does not.
const LONGEST: usize = 300;
/// A sentence that is too long ends at the last comma or semicolon among so many tokens.
const LOOSE: usize = 60;

/// Splits `tokens` (those of one paragraph) into sentences.
pub fn sentences(doc: &Document, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = tokens.start;
    if let Some(end) = dateline::end(doc, &tokens) {
        out.push(start..end);
        start = end;
    }
    let mut i = start;
    while i < tokens.end {
        let end = may_end(doc, i).then(|| closing(doc, i + 1, tokens.end));
        if let Some(after) = end.filter(|&after| ends_here(doc, i, after, tokens.end)) {
            out.push(start..after);
            start = after;
            i = after;
        } else {
            i += 1;
            if i - start >= LONGEST {
                let comma = (i - LOOSE..i).rev().find(|&k| matches!(doc.word(k), "," | ";"));
                let after = comma.map_or(i, |k| k + 1);
                out.push(start..after);
                start = after;
            }
        }
    }
    if start < tokens.end {
        out.push(start..tokens.end);
    }
    out
}

/// First token from `i` on that is no closing mark standing right behind the one before.
fn closing(doc: &Document, mut i: usize, limit: usize) -> usize {
    while i < limit {
        let mark = matches!(doc.word(i), "\"" | "”" | "’" | "'" | ")" | "]" | "»" | "." | "!" | "?");
        // A straight quotation mark behind a space opens the next sentence's quotation.
        if !mark || doc.tokens[i].spaced {
            break;
        }
        i += 1;
    }
    i
}

/// Whether token `i` is one that sentences end with.
fn may_end(doc: &Document, i: usize) -> bool {
    match doc.tokens[i].kind {
        TokenKind::Word => doc.word(i).ends_with('.'),
        TokenKind::Punct => matches!(doc.word(i), "." | "!" | "?" | "…" | "。" | "！" | "？"),
        _ => false,
    }
}

/// Whether a sentence ends with token `i`, one of [`may_end`], whose closing marks reach to `after`.
fn ends_here(doc: &Document, i: usize, after: usize, limit: usize) -> bool {
    let word = doc.word(i);
    if after >= limit || matches!(word, "。" | "！" | "？") {
        return true;
    }
    if !doc.tokens[after].spaced {
        return word == "." && lost_space(doc, i, after);
    }
    if !can_begin(doc, after, limit) {
        return false;
    }
    match word {
        "!" | "?" | "…" => true,
        "." => !is_abbreviation(doc, i, after),
        _ => !TITLES.has(word.trim_end_matches('.')) && acronym_ends(doc, after),
    }
}

/// Whether a space is missing behind the full stop at `i`, as where a page lost its line breaks: `for longer.The index fell`.
fn lost_space(doc: &Document, i: usize, after: usize) -> bool {
    let Some(before) = i.checked_sub(1).map(|b| doc.tokens[b]) else { return false };
    let ends = match before.kind {
        TokenKind::Word => {
            before.span.len() > 2 && (!before.capital || SENTENCE_STARTERS.has(doc.word(after)))
        }
        TokenKind::Number => true,
        _ => after > i + 1 || doc.word(i - 1) == "%",
    };
    let next = doc.tokens[after];
    ends && next.kind == TokenKind::Word && next.capital && next.span.len() > 1
}

/// Whether the token at `i` can begin a sentence: a capital, a digit, an opening mark before one.
fn can_begin(doc: &Document, i: usize, limit: usize) -> bool {
    let token = doc.tokens[i];
    let opener = matches!(
        doc.word(i),
        "\"" | "“" | "‘" | "'" | "(" | "[" | "«" | "$" | "£" | "€" | "-" | "–" | "—" | "•" | "*"
    );
    let caseless = doc.token_text(i).chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
    token.capital || token.kind == TokenKind::Number || caseless || (opener && i + 1 < limit)
}

/// Whether the full stop at `i` belongs to an abbreviation or an initial.
fn is_abbreviation(doc: &Document, i: usize, after: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    if doc.tokens[i].spaced || after > i + 1 {
        return false;
    }
    let word = doc.word(before);
    if TITLES.has(word) && (doc.tokens[before].capital || matches!(word, "no" | "nos" | "i.e" | "e.g")) {
        return word != "no" || doc.tokens[after].kind == TokenKind::Number;
    }
    if word.len() == 1 && doc.tokens[before].capital && word != "i" {
        return true;
    }
    ABBREVIATIONS.has(word) && !SENTENCE_STARTERS.has(doc.word(after))
}

/// Whether an acronym such as `U.S.` ends the sentence before the token `after`.
fn acronym_ends(doc: &Document, after: usize) -> bool {
    SENTENCE_STARTERS.has(doc.word(after)) || matches!(doc.word(after), "\"" | "“")
}
