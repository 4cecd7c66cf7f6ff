//! To whom or what a verb does something.

use super::entity::Form;
use super::page::Page;
use crate::lexicon::thesaurus;
use crate::model::{Tag, TokenKind};
use std::ops::Range;

/// Whether the verb at `at` is a passive: a participle behind a form of `be`, or right behind a noun and with no object.
pub fn is_passive(page: &Page, at: usize) -> bool {
    let mut before = (at.saturating_sub(4)..at).rev().map(|i| page.tag(i));
    let before = before.find(|t| !matches!(t, Tag::Adverb | Tag::Not));
    let alone = || matches!(page.tag(at + 1), Tag::Preposition | Tag::Sign | Tag::To);
    page.tag(at) == Tag::Participle && (before == Some(Tag::Be) || before != Some(Tag::Have) && alone())
        || page.tag(at) == Tag::Be && suffers(page, at)
}

/// Whether the form of `be` at `at` tells that its subject suffers something: `is not under arrest`.
fn suffers(page: &Page, at: usize) -> bool {
    let state = (at + 1..at + 4).find(|&i| !matches!(page.tag(i), Tag::Adverb | Tag::Not));
    state.is_some_and(|i| {
        page.doc.word(i) == "under" || page.doc.word(i) == "in" && page.doc.word(i + 1) == "custody"
    })
}

/// The lemma of the noun that the deed is done to: of a passive its subject, else the first noun behind the verb.
pub fn head(page: &Page, clause: &Range<usize>, at: usize) -> String {
    head_at(page, clause, at).map_or_else(String::new, |i| lemma(page, i))
}

/// Of what the thing is that the deed is done to (`a plan for a school`), as a lemma; empty if nothing tells.
pub fn of_what(page: &Page, clause: &Range<usize>, at: usize) -> String {
    head_at(page, clause, at).map_or_else(String::new, |head| behind(page, head))
}

/// Of what the subject of the verb at `at` is (`prices of milk`); empty if nothing tells.
pub fn subject_of_what(page: &Page, at: usize) -> String {
    let last = page.subject_phrase(at).and_then(|p| p.end.checked_sub(1));
    last.map_or_else(String::new, |head| behind(page, head))
}

/// The head of the phrase that `of` or `for` joins to the noun at `head`.
fn behind(page: &Page, head: usize) -> String {
    if !matches!(page.doc.word(head + 1), "of" | "for") {
        return String::new();
    }
    let inside = |i: &usize| {
        let small = matches!(page.tag(*i), Tag::Determiner | Tag::Adjective | Tag::Possessive | Tag::Number);
        small || page.tag(*i).is_noun()
    };
    let phrase = (head + 2..head + 10).take_while(inside).take_while(|&i| !page.is_time(i));
    let noun = phrase.filter(|&i| page.tag(i).is_noun() && page.is_content(i)).last();
    noun.map_or_else(String::new, |i| lemma(page, i))
}

/// So many tokens behind somebody the noun of what they have stands.
const OWNED: usize = 6;

/// The noun that the deed is done to.
fn head_at(page: &Page, clause: &Range<usize>, at: usize) -> Option<usize> {
    let noun = |i: usize| page.tag(i).is_noun() && page.is_content(i);
    let passive = is_passive(page, at).then(|| page.subject_phrase(at)).flatten();
    if let Some(phrase) = passive {
        phrase.rev().find(|&i| noun(i))
    } else {
        let first = (at + 1..clause.end.min(at + 10)).find(|&i| noun(i));
        // The head is the last of several nouns in a row; of `its rival, Norvik,` the name.
        let run = |f: usize| (f..clause.end).take_while(|&i| noun(i)).last().unwrap_or(f);
        let mut head = run(first?);
        // `five of the group's plants`: what somebody has, not they.
        while page.doc.tokens.get(head + 1).is_some_and(|t| t.kind == TokenKind::Possessive) {
            let Some(next) = (head + 2..clause.end.min(head + OWNED)).find(|&i| noun(i)) else { break };
            head = run(next);
        }
        Some(name_behind(page, head).unwrap_or(head))
    }
}

/// The first token of the name that stands in apposition behind the noun at `head`: `its rival, Norvik.`
fn name_behind(page: &Page, head: usize) -> Option<usize> {
    let comma = page.doc.word(head + 1) == "," && page.entities.at_token(page.source, head).is_none();
    let name = page.entities.mention_at(page.source, head + 2).filter(|m| comma && m.form == Form::Name)?;
    let closed = matches!(page.doc.word(name.tokens.end), "," | "." | ";");
    let listed =
        page.doc.word(name.tokens.end) == "," && matches!(page.doc.word(name.tokens.end + 1), "and" | "or");
    (closed && !listed && name.tokens.start == head + 2).then_some(head + 2)
}

/// The same where nothing stands between a verb and its object but words of that phrase; empty if it has none.
pub fn direct(page: &Page, clause: &Range<usize>, at: usize) -> String {
    let noun = |i: usize| page.tag(i).is_noun() && page.is_content(i);
    if is_passive(page, at) {
        return head(page, clause, at);
    }
    let inside = |i: &usize| {
        let small = matches!(
            page.tag(*i),
            Tag::Determiner | Tag::Adjective | Tag::Possessive | Tag::Number | Tag::Adverb
        );
        small || page.tag(*i).is_noun()
    };
    let phrase = (at + 1..clause.end).take_while(inside).take_while(|&i| !page.is_time(i));
    phrase.filter(|&i| noun(i)).last().map_or_else(String::new, |i| lemma(page, i))
}

/// The lemma of the noun at token `i`; what is named, by its number.
fn lemma(page: &Page, i: usize) -> String {
    match page.entities.at_token(page.source, i) {
        Some(id) => format!("@{}", id.0),
        None => thesaurus::noun(page.doc.word(i)).unwrap_or(page.doc.word(i)).to_owned(),
    }
}
