//! Of whom or what a clause speaks.

use super::description::Described;
use super::page::Page;
use crate::lexicon::naming::{self, DescriptionHead};
use crate::lexicon::{FIGURES_OF, GENERIC_TOPICS, KIN, thesaurus};
use crate::model::{EntityId, EntityKind, Tag};
use std::ops::Range;

/// The entity that the subject of the governing verb names, else the one before the verb, else the first of the clause. Of a
/// `figure` it may be the one whose figure the subject is.
pub fn of(
    page: &Page,
    clause: &Range<usize>,
    at: &Range<usize>,
    verb: Option<usize>,
    figure: bool,
) -> Option<EntityId> {
    let slight = || slight(page, clause, at);
    if let Some(phrase) = verb.or_else(slight).and_then(|v| page.subject_phrase(v)) {
        return named_by(page, &phrase).or_else(|| owner(page, &phrase).filter(|_| figure));
    }
    // `seven are in Oslo and three in Lom`: neither town has them.
    if verb.is_none() && slight().is_some() {
        return None;
    }
    let limit = verb.unwrap_or(at.start).min(at.start).max(clause.start);
    let place = |id: EntityId| {
        page.entities.table.get(id.0).is_some_and(|e| e.kind == crate::model::EntityKind::Place)
    };
    let before: Vec<EntityId> = page.entities_in(&(clause.start..limit)).map(|(_, id, _)| id).collect();
    before
        .iter()
        .rev()
        .find(|&&id| !place(id))
        .or(before.last())
        .copied()
        .or_else(|| page.entities_in(clause).map(|(_, id, _)| id).find(|&id| verb.is_none() && !place(id)))
}

/// The form of `be`, `have` or `do` before `at`: without a verb that says something, `the firm has 40 shops` has its subject all
/// the same.
pub fn slight(page: &Page, clause: &Range<usize>, at: &Range<usize>) -> Option<usize> {
    let slight = |&i: &usize| matches!(page.tag(i), Tag::Be | Tag::Have | Tag::Do);
    (clause.start..at.start).rev().find(slight)
}

/// Whom a noun phrase names: the entity of its head, else the last one in it (`Norvik's profit`). `The US tycoon` names
/// neither the country nor, by itself, anybody.
pub fn named_by(page: &Page, phrase: &Range<usize>) -> Option<EntityId> {
    let head = phrase.end.saturating_sub(1);
    let at_head = || page.entities.at_token(page.source, head);
    at_head().or_else(|| put_behind(page, phrase)).or_else(|| {
        let (_, last, _) = page.entities_in(phrase).last()?;
        let own = naming::description_head(page.doc.word(head));
        let is_own = matches!(own, Some(DescriptionHead::Person | DescriptionHead::Organisation));
        (!is_own).then_some(last)
    })
}

/// The same of the subject of a statement, where `his wife` is not he.
pub fn told_of(page: &Page, described: &[Described], phrase: &Range<usize>) -> Option<EntityId> {
    let head = phrase.end.saturating_sub(1);
    if KIN.has(page.doc.word(head)) && page.entities.at_token(page.source, head).is_none() {
        return put_behind(page, phrase).or_else(|| kin(page, described, page.doc.word(head)));
    }
    named_by(page, phrase)
}

/// The one person of the article who is called somebody's `word` (`his wife, Ann Doe`), where one can have but one.
fn kin(page: &Page, described: &[Described], word: &str) -> Option<EntityId> {
    if !matches!(word, "wife" | "husband" | "mother" | "father" | "widow" | "girlfriend" | "boyfriend") {
        return None;
    }
    let called = |d: &&Described| d.phrase.end.checked_sub(1).is_some_and(|i| page.doc.word(i) == word);
    let mut all = described.iter().filter(called).map(|d| d.subject);
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// Who is named behind what they are: `its chairman, Count Orlow, resigned`.
pub fn put_behind(page: &Page, phrase: &Range<usize>) -> Option<EntityId> {
    let last = phrase.end.checked_sub(1)?;
    let head = page.doc.word(last);
    // `the chairman of Tarn, Ann Orlow`
    let of = matches!(page.doc.word(phrase.end), "of" | "for" | "at");
    // Behind most phrases nobody is.
    if !of && page.doc.word(phrase.end) != "," {
        return None;
    }
    // `finance chief`
    let office = || {
        let before = last.checked_sub(1).filter(|&i| i >= phrase.start)?;
        naming::role(&format!("{} {head}", page.doc.word(before)))
    };
    let person = naming::role(head).or_else(office).is_some()
        || naming::description_head(head) == Some(DescriptionHead::Person);
    let from = phrase.end + 1 + usize::from(page.doc.word(phrase.end + 1) == "the");
    let body = page.entities.mention_at(page.source, from).filter(|_| of);
    let end = body.map_or(phrase.end, |b| b.tokens.end);
    if person
        && of
        && let Some(name) = without_comma(page, phrase.end + 1)
    {
        return Some(name);
    }
    if !person || page.doc.word(end) != "," {
        return None;
    }
    let titled = |&i: &usize| naming::honorific(page.doc.word(i)).is_none() && page.doc.word(i) != ".";
    let start = (end + 1..end + 4).find(titled)?;
    let name = page.entities.mention_at(page.source, start)?;
    let closed = matches!(page.doc.word(name.tokens.end), "," | "." | ";");
    let kind = page.entities.table.get(name.entity.0).map(|e| e.kind);
    let is_person = matches!(kind, Some(EntityKind::Person | EntityKind::Unknown));
    (closed && is_person).then_some(name.entity)
}

/// Whose figure the head of a noun phrase is: `the price of Norvik stock`, `shares in Tarn`.
fn owner(page: &Page, phrase: &Range<usize>) -> Option<EntityId> {
    let head = phrase.end.checked_sub(1)?;
    let of = FIGURES_OF.has(page.doc.word(head)) && matches!(page.doc.word(head + 1), "of" | "in");
    let from = head + 2 + usize::from(page.doc.word(head + 2) == "the");
    page.entities.mention_at(page.source, from).filter(|_| of).map(|name| name.entity)
}

/// The person behind the body of an office that begins at token `from`: `Secretary of Commerce Ann Doe`.
fn without_comma(page: &Page, from: usize) -> Option<EntityId> {
    let named = |i: &usize| page.doc.word(*i) == "the" || page.doc.tokens.get(*i).is_some_and(|t| t.capital);
    let name = (from..from + LONGEST_BODY).take_while(named).find_map(|i| {
        let name = page.entities.mention_at(page.source, i).filter(|m| m.tokens.start == i)?;
        let kind = page.entities.table.get(name.entity.0)?.kind;
        (kind == EntityKind::Person).then_some(name)
    })?;
    // `the chairman of President Ann Doe's campaign`
    let title = name.tokens.start.checked_sub(1).map_or("", |i| page.doc.word(i));
    let titled = naming::honorific(title).is_some() || naming::role(title).is_some_and(|r| r.title);
    let owner = page.tag(name.tokens.end) == Tag::Possessive;
    (name.tokens.start > from && !titled && !owner).then_some(name.entity)
}

/// So many tokens the name of a body has at most.
const LONGEST_BODY: usize = 9;

/// The lemma of the head of the subject of the verb at token `verb`, where it is no name and no word for somebody.
pub fn topic(page: &Page, verb: usize) -> String {
    let head = page.subject_phrase(verb).and_then(|p| p.rev().find(|&i| page.tag(i).is_noun()));
    let plain = head.filter(|&i| {
        let word = page.doc.word(i);
        let named = page.entities.at_token(page.source, i).is_some();
        !named
            && naming::description_head(word).is_none()
            && naming::role(word).is_none()
            && !GENERIC_TOPICS.has(word)
    });
    plain.map_or_else(String::new, |i| {
        let word = page.doc.word(i);
        thesaurus::noun(word).unwrap_or(word).to_owned()
    })
}
