//! What something became in a clause of its own: `… and became the first woman to lead the club`, `…, becoming one of the largest
//! ports`, `…, making it the second largest city`.

use super::{Found, phrase};
use crate::claim::page::Page;
use crate::claim::subject;
use crate::model::EntityId;

/// What verbs of becoming say of the subjects of their clauses.
pub fn became(page: &Page) -> Vec<(EntityId, Found)> {
    (0..page.doc.tokens.len()).filter_map(|at| one(page, at)).collect()
}

fn one(page: &Page, at: usize) -> Option<(EntityId, Found)> {
    let word = |i: usize| page.doc.word(i);
    let skip = match word(at) {
        "became" | "becoming" => 1,
        "making" if matches!(word(at + 1), "it" | "him" | "her" | "them") => 2,
        _ => return None,
    };
    let denied =
        at.checked_sub(1).is_some_and(|i| matches!(word(i), "not" | "never" | "without" | "of" | "before"));
    // Behind its name the verb is read there.
    let named = at.checked_sub(1).and_then(|i| page.entities.at_token(page.source, i));
    if denied || named.is_some() {
        return None;
    }
    let sentence = &page.doc.sentences[page.doc.sentence_of(at)].tokens;
    let phrase = phrase::read(page, at + skip, sentence.end).filter(|p| p.determined)?;
    let subject = subject::named_by(page, &page.subject_phrase(at)?)?;
    let tokens = at..phrase.tokens.end;
    Some((subject, Found { tokens, phrase, negated: false, stated: true, past: true, defined: false }))
}
