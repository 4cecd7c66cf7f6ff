//! Statements without a figure: a verb with the participants of its clause.

use super::clause;
use super::page::Page;
use crate::lexicon::thesaurus;
use crate::lexicon::{STOPWORDS, verbs::Verb};
use crate::model::{Claim, ClaimKind, ClaimValue, Status, TokenKind};
use std::ops::Range;

/// Adds a claim for each clause with a verb that says something and at least one participant.
pub fn claims(page: &Page, out: &mut Vec<Claim>) {
    for sentence in 0..page.doc.sentences.len() {
        for clause in clause::all(page, sentence) {
            if let Some((at, verb)) = predicate(page, &clause) {
                out.extend(claim(page, &clause, at, verb));
            }
        }
    }
}

/// The first full verb of the clause.
fn predicate(page: &Page, clause: &Range<usize>) -> Option<(usize, Verb)> {
    let mut at = page.full_verb_from(clause.start)?;
    // `according to` says who says it.
    while page.doc.word(at) == "according" {
        at = page.full_verb_from(at + 1)?;
    }
    let at = Some(at).filter(|&i| i < clause.end)?;
    page.verb_at(at).map(|verb| (at, verb))
}

fn claim(page: &Page, clause: &Range<usize>, at: usize, verb: Verb) -> Option<Claim> {
    let tokens = trimmed(page, clause);
    let participants = content(page, &tokens, at);
    if participants.len() < 3 {
        return None;
    }
    let mut claim = page.claim(ClaimKind::Status, ClaimValue::Text(String::new()), tokens, None);
    let object: Vec<String> = (at + 1..clause.end)
        .filter(|&i| is_content(page, i))
        .take(4)
        .map(|i| page.doc.word(i).to_owned())
        .collect();
    let mut arguments = Vec::new();
    if !claim.subject_name.is_empty() {
        arguments.push(("subject".to_owned(), claim.subject_name.clone()));
    }
    if !object.is_empty() {
        arguments.push(("object".to_owned(), object.join(" ")));
    }
    verb.canonical.clone_into(&mut claim.verb);
    claim.value = ClaimValue::Predicate {
        predicate: verb.canonical.to_owned(),
        negated: claim.status == Status::Denied,
        arguments,
    };
    verb.canonical.clone_into(&mut claim.attribute);
    claim.modifiers = participants;
    claim.mention = figure(page, &claim);
    claim.confidence = 0.6;
    Some(claim)
}

/// The first figure of the clause, if it states one: such statements are compared by their figures.
fn figure(page: &Page, claim: &Claim) -> Option<usize> {
    let mentions = &page.notes.mentions;
    let from = mentions.partition_point(|m| m.span.start < claim.span.start);
    (from..mentions.len())
        .take_while(|&i| mentions[i].span.start < claim.span.end)
        .find(|&i| claim.span.contains(mentions[i].span) && mentions[i].quantity().is_some())
}

/// The clause without leading and trailing punctuation and conjunctions.
fn trimmed(page: &Page, clause: &Range<usize>) -> Range<usize> {
    let mut range = clause.clone();
    let loose = |i: usize| {
        page.doc.tokens[i].kind == TokenKind::Punct
            || matches!(page.doc.word(i), "and" | "but" | "or" | "-" | "–" | "—")
    };
    while range.start + 1 < range.end && loose(range.start) {
        range.start += 1;
    }
    while range.end > range.start + 1 && loose(range.end - 1) {
        range.end -= 1;
    }
    range
}

/// Lemmas and names of the clause in the order of the text: what `align` compares. A name counts once however many words
/// it has.
fn content(page: &Page, clause: &Range<usize>, verb: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for i in clause.clone().filter(|&i| is_content(page, i)) {
        let term = match page.entities.at_token(page.source, i) {
            Some(id) => format!("@{}", id.0),
            None if i == verb => page.verb_at(i).map_or_else(String::new, |v| v.canonical.to_owned()),
            None => thesaurus::lemma(page.doc.word(i)).to_owned(),
        };
        if out.last() != Some(&term) {
            out.push(term);
        }
    }
    out
}

fn is_content(page: &Page, i: usize) -> bool {
    let word = page.doc.word(i);
    matches!(page.doc.tokens[i].kind, TokenKind::Word | TokenKind::Mixed)
        && word.len() > 1
        && !STOPWORDS.has(word)
}
