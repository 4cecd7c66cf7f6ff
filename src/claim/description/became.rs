//! What something became in a clause of its own: `… and became the first woman to lead the club`, `…, becoming one of the largest
//! ports`, `…, making it the second largest city`; and what somebody refused to be, or was incapable of being.

use super::{Found, phrase};
use crate::claim::page::Page;
use crate::claim::subject;
use crate::model::EntityId;

/// What verbs of becoming say of the subjects of their clauses.
pub fn became(page: &Page) -> Vec<(EntityId, Found)> {
    let tells = |word: &str| matches!(word, "being" | "be" | "become" | "became" | "becoming" | "making");
    page.doc.words.tokens_where(tells).into_iter().filter_map(|at| one(page, at)).collect()
}

/// What the verb of becoming at token `at` says, and of whom.
fn one(page: &Page, at: usize) -> Option<(EntityId, Found)> {
    let word = |i: usize| page.doc.word(i);
    let back = |n: usize| at.checked_sub(n).map_or("", word);
    let negated = match word(at) {
        "being" => back(2) == "incapable" && back(1) == "of",
        "be" | "become" => {
            back(1) == "to" && matches!(back(2), "refused" | "refuses" | "failed" | "declined" | "unable")
        }
        _ => false,
    };
    let skip = match word(at) {
        _ if negated => 1,
        "became" | "becoming" => 1,
        "making" if matches!(word(at + 1), "it" | "him" | "her" | "them") => 2,
        _ => return None,
    };
    let denied = matches!(back(1), "not" | "never" | "without" | "of" | "before");
    // Behind its name the verb is read there.
    let named = at.checked_sub(1).and_then(|i| page.entities.at_token(page.source, i));
    if !negated && (denied || named.is_some()) {
        return None;
    }
    let sentence = &page.doc.sentences[page.doc.sentence_of(at)].tokens;
    let phrase = phrase::read(page, at + skip, sentence.end).filter(|p| p.determined)?;
    let verb = if negated && word(at) == "being" { at - 2 } else { at };
    let subject = page.subject_phrase(verb).or_else(|| page.subject_phrase(at))?;
    let subject = subject::named_by(page, &subject).or_else(|| lead(page, at))?;
    let tokens = at..phrase.tokens.end;
    Some((subject, Found { tokens, phrase, negated, stated: true, past: true, defined: false }))
}

/// The name that the sentence with token `at` opens with, whom a relative clause speaks of: `Ann Doe is an actress who refused
/// to be a model`.
fn lead(page: &Page, at: usize) -> Option<EntityId> {
    let start = page.doc.sentences[page.doc.sentence_of(at)].tokens.start;
    let who = (start..at).rev().take(6).any(|i| page.doc.word(i) == "who");
    page.entities.at_token(page.source, start).filter(|_| who)
}
