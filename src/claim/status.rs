//! Whether a claim is a fact, a plan, a forecast, a possibility, a denial or an opinion: from the words before its verb.

use super::page::Page;
use crate::lexicon::status::{LONGEST, status};
use crate::model::{EntityId, EntityKind, Fact, Speaker, Status, Tag};
use std::ops::Range;

/// How many words before the verb are looked at.
const REACH: usize = 8;
/// So many tokens before its verb a `would` or `should` may stand.
const MODAL_BEFORE: usize = 3;

/// The status of what `at` says under the verb `verb` of `clause`.
pub fn of(page: &Page, clause: &Range<usize>, at: &Range<usize>, verb: Option<usize>) -> Status {
    let end = verb.map_or(at.start, |v| v + 1).min(clause.end);
    let start = end.saturating_sub(REACH).max(clause.start);
    let mut found = Status::Actual;
    let mut i = start;
    while i < end {
        // `May 5` is no possibility.
        let month = page.doc.word(i) == "may" && page.tag(i) != Tag::Modal;
        if month || !page.doc.is(i, Fact::BeginsStatus) {
            i += 1;
            continue;
        }
        match longest(page, i..end).filter(|_| !gives_a_reason(page, i)) {
            Some((n, s)) => {
                found = stronger(found, s);
                i += n;
            }
            None => i += 1,
        }
    }
    found
}

/// What a possibility told with `would` or `should` is: a plan of who says so, an expectation (`the line should open in May`), or
/// a possibility after all, where it hangs on a condition or somebody is told what to do.
pub fn reported(
    page: &Page,
    status: Status,
    verb: Option<usize>,
    subject: Option<EntityId>,
    speaker: &Speaker,
) -> Status {
    let Some(verb) = verb.filter(|_| status == Status::Possible) else { return status };
    let modal = (verb.saturating_sub(MODAL_BEFORE)..verb).rev().find(|&i| page.tag(i) == Tag::Modal);
    let Some(modal) = modal else { return status };
    let told = !speaker.quoted && !speaker.name.is_empty();
    match page.doc.word(modal) {
        // In reported speech it is `will`.
        "would" if told => {
            let own = subject.is_some_and(|id| page.entities.name(id) == speaker.name);
            if own { Status::Planned } else { Status::Forecast }
        }
        "would" | "should" if speaker.quoted || is_conditional(page, modal) => status,
        "should" if subject.is_some_and(|id| is_somebody(page, id)) => status,
        "would" | "should" => Status::Forecast,
        _ => status,
    }
}

/// Whether the sentence of token `i` names a condition, asks, or tells what did not come about (`would have won`).
fn is_conditional(page: &Page, i: usize) -> bool {
    let sentence = &page.doc.sentences[page.doc.sentence_of(i)].tokens;
    let condition =
        |k: usize| matches!(page.doc.word(k), "if" | "unless" | "whether" | "were" | "should" | "?");
    page.doc.word(i + 1) == "have" || sentence.clone().any(|k| k != i && condition(k))
}

/// Whether `id` can be told what to do.
fn is_somebody(page: &Page, id: EntityId) -> bool {
    let kind = page.entities.table.get(id.0).map(|e| e.kind);
    matches!(kind, Some(EntityKind::Person | EntityKind::Organisation | EntityKind::Place))
}

/// Whether `due to` at token `i` gives a reason: `due to heavy rain`, not `due to open`.
pub fn gives_a_reason(page: &Page, i: usize) -> bool {
    let due = page.doc.word(i) == "due" && page.doc.word(i + 1) == "to";
    due && !matches!(page.tag(i + 2), Tag::Base | Tag::Be | Tag::Have | Tag::Do)
}

/// The longest phrase with a status that `tokens` begin with: how many words it has, and the status.
fn longest(page: &Page, tokens: Range<usize>) -> Option<(usize, Status)> {
    let mut phrase = String::with_capacity(32);
    let mut ends = Vec::with_capacity(LONGEST);
    for word in tokens.take(LONGEST).map(|i| page.doc.word(i)).take_while(|word| !word.is_empty()) {
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(word);
        ends.push(phrase.len());
    }
    let of = |n: usize| Some((n + 1, status(&phrase[..ends[n]])?));
    (0..ends.len()).rev().find_map(of)
}

/// A denial outweighs everything, a plan or forecast a mere possibility.
fn stronger(a: Status, b: Status) -> Status {
    let rank = |s: Status| match s {
        Status::Actual => 0,
        Status::Opinion => 1,
        Status::Possible => 2,
        Status::Forecast => 3,
        Status::Planned => 4,
        Status::Denied => 5,
    };
    if rank(b) > rank(a) { b } else { a }
}
