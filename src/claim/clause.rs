//! Clauses: the piece of a sentence in which a value has its own verb and subject.
//!
//! Cut at closed lists of words (`which`, `while`, `because`), semicolons, dashes and brackets, and at `, and` before a verb
//! of its own. A piece without a verb belongs to the one before it.

use super::page::Page;
use crate::model::{Fact, Kind, Tag, TokenKind};
use std::ops::Range;

/// Where the clauses of an article begin, and where it has verbs; looked up once.
#[derive(Default)]
pub struct Clauses {
    /// Tokens at which a new clause begins, sentence by sentence, ascending.
    cuts: Vec<usize>,
    /// For each sentence its first cut, and one past the last.
    of_sentence: Vec<usize>,
    /// How many verbs, those of saying included, stand before each token, and in all.
    verbs: Vec<usize>,
}

impl Clauses {
    /// Cuts all sentences of `page`, whose verbs are known.
    pub fn of(page: &Page) -> Self {
        let mut out = Self::default();
        let mut count = 0;
        let tokens = page.doc.tokens.len();
        out.verbs.reserve(tokens + 1);
        out.verbs.push(0);
        for i in 0..tokens {
            count += usize::from(page.doc.is(i, Fact::Says) || page.is_verb(i));
            out.verbs.push(count);
        }
        for sentence in &page.doc.sentences {
            out.of_sentence.push(out.cuts.len());
            let found = cuts(page, &out, &sentence.tokens);
            out.cuts.extend(found);
        }
        out.of_sentence.push(out.cuts.len());
        out
    }

    /// The cuts of a sentence.
    fn cuts(&self, sentence: usize) -> &[usize] {
        match (self.of_sentence.get(sentence), self.of_sentence.get(sentence + 1)) {
            (Some(&from), Some(&to)) => &self.cuts[from..to],
            _ => &[],
        }
    }

    /// Whether a verb stands in `clause`.
    fn has_verb(&self, clause: &Range<usize>) -> bool {
        self.verbs.get(clause.end) > self.verbs.get(clause.start)
    }
}

/// The clause that holds `tokens`, within their sentence.
pub fn around(page: &Page, tokens: &Range<usize>) -> Range<usize> {
    let index = page.doc.sentence_of(tokens.start);
    let sentence = &page.doc.sentences[index].tokens;
    let (clauses, cuts) = (page.clauses(), page.clauses().cuts(index));
    // The last cut up to a token, and the first from one on.
    let last =
        |to: usize| cuts.partition_point(|&c| c <= to).checked_sub(1).map_or(sentence.start, |n| cuts[n]);
    let first = |from: usize| cuts.get(cuts.partition_point(|&c| c < from)).copied().unwrap_or(sentence.end);
    let mut clause = last(tokens.start)..first(tokens.end.max(tokens.start + 1));
    // Without a verb of its own it belongs to what stands before it.
    while clause.start > sentence.start && !clauses.has_verb(&clause) {
        clause.start = last(clause.start - 1);
    }
    if !clauses.has_verb(&clause) {
        clause.end = first(clause.end + 1);
    }
    clause
}

/// All clauses of the sentence with that index that have a verb, in order.
pub fn all(page: &Page, index: usize) -> Vec<Range<usize>> {
    let sentence = &page.doc.sentences[index].tokens;
    let mut bounds = vec![sentence.start];
    bounds.extend(page.clauses().cuts(index));
    bounds.push(sentence.end);
    bounds.dedup();
    bounds.windows(2).map(|w| w[0]..w[1]).filter(|c| page.clauses().has_verb(c)).collect()
}

/// Tokens at which a new clause begins.
fn cuts(page: &Page, clauses: &Clauses, sentence: &Range<usize>) -> Vec<usize> {
    let mut out = Vec::new();
    for i in sentence.start + 1..sentence.end {
        if let Some(cut) = cut_by_sign(page, i).filter(|_| !in_passing(page, clauses, i, sentence)) {
            out.push(cut);
        } else if (matches!(page.tag(i), Tag::Relative | Tag::Subordinator)
            || page.doc.is(i, Fact::StartsClause) && !points(page, i))
            && !leads_to_time(page, i)
            && !leaves_open(page, i)
            && !is_in_compound(page, i)
        {
            let start = relative_start(page, i, sentence.start);
            out.push(out.last().map_or(start, |&last| start.max(last)));
        } else if page.doc.tokens[i].kind == TokenKind::Punct
            && (takes_up(page, sentence.start, i)
                || begins_anew(page, i) && clauses.has_verb(&(out.last().map_or(sentence.start, |&c| c)..i)))
        {
            out.push(i + 1);
        } else if page.tag(i) == Tag::Coordinator
            && i > sentence.start + 2
            && opens_clause(page, clauses, out.last().map_or(sentence.start, |&c| c), i, sentence.end)
        {
            out.push(i);
        }
    }
    out
}

/// Whether the comma at `i` ends a relative clause that a comma opened, and a finite verb takes up what this interrupted: `the
/// fair, which ran until Sunday, will go on`.
fn takes_up(page: &Page, start: usize, i: usize) -> bool {
    if page.doc.word(i) != "," || !is_finite(page, i + 1) {
        return false;
    }
    let opened = (start + 1..i).rev().find(|&k| page.tag(k) == Tag::Relative || page.doc.word(k) == "whose");
    opened.is_some_and(|k| {
        // `the mine, which is old, said it will close`, not `the mine closed, which was sad, said Ann Doe`
        let waits = || !(start..k).any(|v| is_finite(page, v));
        page.doc.word(k - 1) == ","
            && (k + 1..i).any(|v| is_finite(page, v))
            && (!matches!(page.doc.word(i + 1), "said" | "says") || waits())
    })
}

/// `tokens` without who says so at their end: `the mine collapsed, state media reported on Wednesday`.
pub fn without_speaker(page: &Page, tokens: Range<usize>) -> Range<usize> {
    let comma = (tokens.start + 1..tokens.end).find(|&i| tells_who_says_so(page, i, tokens.end));
    comma.map_or(tokens.clone(), |i| tokens.start..i)
}

/// Whether all that stands behind the comma at `i` says who says so.
fn tells_who_says_so(page: &Page, i: usize, end: usize) -> bool {
    if page.doc.word(i) != "," {
        return false;
    }
    let verb = (i + 1..end.min(i + LONGEST_SPEAKER)).find(|&k| page.tag(k).is_verb());
    let says = |k: usize| page.doc.is(k, Fact::Says) && matches!(page.tag(k), Tag::Past | Tag::Third);
    let closes = |k: usize| {
        (k + 1..end).all(|j| {
            page.doc.tokens[j].kind != TokenKind::Word || page.is_time(j) || page.doc.word(j) == "on"
        })
    };
    let named = |k: usize| k > i + 1 && (i + 1..k).all(|j| page.doc.word(j) != ",");
    // `the mine collapsed, said Ann Doe`
    let inverted = |k: usize| {
        k == i + 1
            && end < k + LONGEST_SPEAKER
            && !(k + 1..end).any(|j| page.tag(j).is_verb() || page.doc.word(j) == "that")
    };
    verb.is_some_and(|k| says(k) && (named(k) && closes(k) || inverted(k)))
}

/// So many tokens at most say who says something.
const LONGEST_SPEAKER: usize = 10;

/// Whether a subject of its own and its verb stand right behind the comma at `i`: `while the mill is old, they work there`.
fn begins_anew(page: &Page, i: usize) -> bool {
    let verb = || (i + 2..i + 5).find(|&k| page.tag(k) != Tag::Adverb);
    page.doc.word(i) == ","
        && matches!(page.doc.word(i + 1), "he" | "she" | "they" | "we" | "i" | "it")
        && verb().is_some_and(|v| is_finite(page, v) && !page.doc.is(v, Fact::Says))
}

/// Whether a finite verb stands at `i`.
fn is_finite(page: &Page, i: usize) -> bool {
    matches!(page.tag(i), Tag::Past | Tag::Third | Tag::Modal | Tag::Be | Tag::Have | Tag::Do)
}

/// Whether the sign at `i` is one of two brackets with no verb between them, which interrupt no clause: `a $6 million (5 million
/// euro) bid`.
fn in_passing(page: &Page, clauses: &Clauses, i: usize, sentence: &Range<usize>) -> bool {
    let near = |from: usize, to: usize, sign: &str| (from..to).find(|&k| page.doc.word(k) == sign);
    let bracket = match page.doc.word(i) {
        "(" => near(i, sentence.end, ")").map(|end| i..end),
        ")" => (sentence.start..i).rev().find(|&k| page.doc.word(k) == "(").map(|open| open..i),
        _ => None,
    };
    bracket.is_some_and(|b| !clauses.has_verb(&b))
}

/// Where a clause begins by the sign at `i`, if it is such a sign.
fn cut_by_sign(page: &Page, i: usize) -> Option<usize> {
    let token = page.doc.tokens[i];
    // `"We are sad," her lawyer said`
    if token.closes && i > 0 && matches!(page.doc.word(i - 1), "," | "?" | "!" | "—") {
        return Some(i + 1);
    }
    let cuts = match token.kind {
        TokenKind::Dash => match page.doc.word(i) {
            "—" => true,
            "-" | "–" => token.spaced,
            _ => false,
        },
        TokenKind::Punct => match page.doc.word(i) {
            ";" | "(" => true,
            ")" => return Some(i + 1),
            // `9:40 a.m.` goes on.
            ":" => page.doc.tokens.get(i + 1).is_none_or(|t| t.spaced),
            _ => false,
        },
        _ => false,
    };
    cuts.then_some(i)
}

/// Whether `that` at `i` points at the object of the verb before it: `made that bet and left`.
fn points(page: &Page, i: usize) -> bool {
    let object =
        page.tag(i) == Tag::Determiner && i > 0 && page.is_verb(i - 1) && !page.doc.is(i - 1, Fact::Says);
    let inside = |k: &usize| page.tag(*k).is_noun() || matches!(page.tag(*k), Tag::Adjective | Tag::Number);
    let end = (i + 1..page.doc.tokens.len()).find(|k| !inside(k));
    object && end.is_some_and(|k| matches!(page.tag(k), Tag::Coordinator | Tag::Sign | Tag::Preposition))
}

/// Whether the word at `i` opens an aside that leaves something open: `to overtake them, whether that's in sales or in size`.
fn leaves_open(page: &Page, i: usize) -> bool {
    let whether = if page.doc.word(i) == "that" { i.saturating_sub(1) } else { i };
    page.doc.word(whether) == "whether"
        && page.doc.word(whether.saturating_sub(1)) == ","
        && matches!(page.doc.word(whether + 1), "that" | "this" | "it")
        && (page.tag(whether + 2) == Tag::Be || page.doc.word(whether + 2).ends_with('s'))
}

/// Whether the word at `i` is the first of a compound: `after-hours trading`.
fn is_in_compound(page: &Page, i: usize) -> bool {
    let dash = page.doc.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Dash && !t.spaced);
    dash && page.doc.tokens.get(i + 2).is_some_and(|t| t.kind == TokenKind::Word && !t.spaced)
}

/// Whether a length of time or a date stands right behind the word at `i`, which opens no clause then: `repaid after 180 days`.
fn leads_to_time(page: &Page, i: usize) -> bool {
    if !matches!(page.doc.word(i), "after" | "before" | "until" | "till" | "since") {
        return false;
    }
    let mentions = &page.notes.mentions;
    let start = i + 1 + usize::from(page.tag(i + 1) == Tag::Determiner);
    let next = mentions.get(mentions.partition_point(|m| m.tokens.start < start));
    let time = next.filter(|m| m.tokens.start == start && (m.time().is_some() || m.kind == Kind::Duration));
    // `after 180 days passed`
    time.is_some_and(|m| !page.tag(m.tokens.end).is_verb())
}

/// Where the clause of the relative pronoun or subordinator at `i` begins: before the preposition that governs it, and before
/// the share of its antecedent that it speaks of (`the line, 50 km of which was damaged`).
fn relative_start(page: &Page, i: usize, sentence: usize) -> usize {
    if page.tag(i) != Tag::Relative || i == sentence + 1 || page.tag(i - 1) != Tag::Preposition {
        return i;
    }
    let share = (sentence..i - 1).rev().take(8).find(|&k| page.doc.word(k) == ",");
    match share {
        Some(comma) if page.doc.word(i - 1) == "of" => comma + 1,
        _ => i - 1,
    }
}

/// Whether the conjunction at `i` joins two clauses: a finite verb stands right behind it, or one before it and a subject with
/// a finite verb of its own behind (`three were killed and 14 people were injured`).
fn opens_clause(page: &Page, clauses: &Clauses, start: usize, i: usize, end: usize) -> bool {
    let finite = |k: usize| is_finite(page, k);
    let mut next = i + 1;
    while next < end && matches!(page.tag(next), Tag::Adverb | Tag::Not) {
        next += 1;
    }
    if page.verb_at(next).is_some() || finite(next) {
        return true;
    }
    clauses.has_verb(&(start..i))
        && (next..(next + 10).min(end)).take_while(|&k| !matches!(page.doc.word(k), "," | "and")).any(finite)
}
