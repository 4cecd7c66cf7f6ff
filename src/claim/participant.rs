//! What a statement is compared by: the terms of its clause, and of whom it speaks where that stands outside or is only meant.

use super::description::Described;
use super::page::Page;
use super::statement::{PARTICIPANTS, Term, named, terms, written};
use super::subject;
use crate::model::{Claim, EntityId, Fact, Tag};
use std::ops::Range;

/// The terms of the statement over `tokens` with its verb at `at`: those of its clause, and of whom or what it speaks where
/// that stands outside (`which opened`) or is only meant (`she opened it`).
pub fn participants<'a>(
    page: &'a Page,
    described: &[Described],
    tokens: &Range<usize>,
    at: usize,
    subject: Option<&Range<usize>>,
    negated: bool,
) -> Vec<Term<'a>> {
    let enough = if page.joined() { usize::MAX } else { PARTICIPANTS };
    // `A friend of Ann Doe, Carl Lund left`: what he is to her is not what he did.
    // Who says that it was not done is not denied.
    let reported = |s: &Range<usize>| negated && is_reported(page, tokens.start, s);
    let behind = |s: &&Range<usize>| is_put_behind(page, tokens.start, s) || reported(s);
    let told = subject.filter(behind).map_or(tokens.start, |s| s.start);
    let mut out = terms(page, &(told..tokens.end), at, enough);
    // `whom the jury acquitted`
    if let Some(id) = antecedent(page, tokens.start).map(|id| named(page, id)).filter(|t| !out.contains(t)) {
        out.insert(0, id);
    }
    let Some(phrase) = subject else { return out };
    let outside = !phrase.is_empty() && (phrase.end <= tokens.start || tokens.end <= phrase.start);
    let term = match subject::told_of(page, described, phrase) {
        Some(id) => Some(named(page, id)),
        None if outside => terms(page, phrase, at, usize::MAX).pop(),
        None => None,
    };
    if let Some(term) = term.filter(|t| !out.contains(t)) {
        out.insert(0, term);
    }
    out
}

/// Whether the clause from `start` on opens with what its subject is: `A friend of Ann Doe, Carl Lund left`.
fn is_put_behind(page: &Page, start: usize, subject: &Range<usize>) -> bool {
    let opens = matches!(page.tag(start), Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Noun);
    opens
        && subject.start > start + 1
        && page.doc.word(subject.start - 1) == ","
        && !page.is_time(start)
        && page.tag(subject.end - 1) == Tag::Proper
        && !(start..subject.start).any(|i| page.is_verb(i))
}

/// Whether the clause from `start` on opens with who says it: `Ann Doe said Arden won`.
fn is_reported(page: &Page, start: usize, subject: &Range<usize>) -> bool {
    let says = |i: usize| page.doc.is(i, Fact::Says) && matches!(page.tag(i), Tag::Past | Tag::Third);
    subject.start > start + 1 && says(subject.start - 1)
}

/// Leaves of what is compared of the denial `claim` over `tokens` what its subject is besides: it is not denied with what it
/// does. Its verb stands at `at`.
pub fn leave_out_subject(page: &Page, claim: &mut Claim, tokens: &Range<usize>, at: usize) {
    let subject = page.subject_phrase(at);
    let phrase = subject.filter(|s| tokens.start <= s.start && s.end <= at);
    let ahead = phrase.as_ref().map_or(tokens.start..tokens.start, |s| tokens.start..s.start);
    let verb = (tokens.start..at).rev().take_while(|&i| {
        page.is_verb(i)
            || page.tag(i).is_auxiliary()
            || matches!(page.tag(i), Tag::Adverb | Tag::Not | Tag::To)
    });
    let from = if phrase.is_some() { verb.last().unwrap_or(at) } else { tokens.start };
    let mut kept = written(page, &terms(page, &ahead, at, usize::MAX));
    kept.extend(written(page, &terms(page, &(from..tokens.end), at, usize::MAX)));
    claim.modifiers.retain(|m| m.starts_with(['@', '+']) || kept.contains(m));
}

/// Whom the relative pronoun at token `i` stands for, if a name stands right before it.
fn antecedent(page: &Page, i: usize) -> Option<EntityId> {
    let before = i.checked_sub(1).filter(|_| page.tag(i) == Tag::Relative)?;
    let end = if page.doc.word(before) == "," { before.checked_sub(1)? } else { before };
    page.entities.at_token(page.source, end).filter(|_| page.doc.sentence_of(end) == page.doc.sentence_of(i))
}
