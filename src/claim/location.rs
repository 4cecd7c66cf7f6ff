//! Where somebody was born, where something lies or has its seat: places of which a thing has one.
//!
//! `was born in X`, `based in X`, `is in X`. Where events take place is part of the event and not read here.

use super::description::{Described, complements};
use super::entity::name_from;
use super::page::Page;
use crate::lexicon::{naming, places};
use crate::model::{Claim, ClaimKind, ClaimValue, EntityId, EntityKind, Name, Status};
use std::ops::Range;

/// How far from its verb a place may stand.
const REACH: usize = 6;

/// What is said with a verb in front of a place, if a thing has only one such place.
pub fn relation(word: &str) -> Option<&'static str> {
    Some(match word {
        "born" => "born",
        "based" | "headquartered" => "based",
        "located" | "situated" | "lies" | "is" | "was" => "located",
        "originated" | "originating" | "originates" => "originated",
        _ => return None,
    })
}

/// Adds a claim for each place of somebody or something.
pub fn claims(page: &Page, described: &[Described], out: &mut Vec<Claim>) {
    for at in page.doc.words.tokens_where(|word| relation(word).is_some()) {
        let Some(relation) = relation(page.doc.word(at)) else { continue };
        if !matches!(page.doc.word(at + 1), "in" | "near" | "from" | "at") {
            continue;
        }
        let sentence = &page.doc.sentences[page.doc.sentence_of(at)];
        let Some(place) = place(page, at + 2, sentence.tokens.end) else { continue };
        if let Some((start, subject)) = subject(page, described, at, &sentence.tokens) {
            let tokens = start.min(at)..place.tokens.end;
            out.extend(claim(page, relation, tokens, subject, place.canonical.clone()));
        }
    }
    described_places(page, described, out);
}

/// Adds a claim for each thing that is described as lying somewhere: `is a city in Italy`.
fn described_places(page: &Page, described: &[Described], out: &mut Vec<Claim>) {
    for one in described.iter().filter(|d| !d.negated && d.stated) {
        let head = one.phrase.end.checked_sub(1).map_or("", |i| page.doc.word(i));
        let lies = naming::is_place_head(head)
            || naming::description_head(head) == Some(naming::DescriptionHead::Place);
        if !lies || !matches!(page.doc.word(one.phrase.end), "in" | "on") {
            continue;
        }
        let names = complements(page, one.phrase.end);
        let known = names.into_iter().find(|name| places::lookup(&name.canonical).is_some());
        let named = known.map(|name| (name.canonical.clone(), name.tokens.end));
        if let Some((place, end)) = named.or_else(|| continent(page, one.phrase.end + 1)) {
            out.extend(claim(page, "located", one.phrase.start..end, one.subject, place));
        }
    }
}

/// The continent that `the European continent` at `from` names.
fn continent(page: &Page, from: usize) -> Option<(String, usize)> {
    let place = places::adjective(page.doc.word(from + 1)).filter(|_| page.doc.word(from) == "the")?;
    (page.doc.word(from + 2) == "continent").then(|| (place.name.to_owned(), from + 3))
}

/// The place right behind a preposition, a few plain words between (`in the city of X`).
fn place<'a>(page: &Page<'a>, from: usize, limit: usize) -> Option<&'a Name> {
    for i in from..limit.min(from + REACH) {
        if let Some(name) = name_from(page.notes, i) {
            let name = &page.notes.names[name];
            return (name.kind == EntityKind::Place).then_some(name);
        }
        if !matches!(
            page.doc.word(i),
            "the" | "a" | "an" | "of" | "city" | "town" | "village" | "state" | "nearby"
        ) {
            return None;
        }
    }
    None
}

/// Of whom or what the verb at `at` speaks, and where that stands: its subject, or the name that its subject describes, or
/// at the head of the sentence (`Born in X, Ann Doe`) the name behind the comma.
fn subject(
    page: &Page,
    described: &[Described],
    at: usize,
    sentence: &Range<usize>,
) -> Option<(usize, EntityId)> {
    if at == sentence.start {
        let comma = (at..sentence.end.min(at + 2 * REACH)).find(|&i| page.doc.word(i) == ",")?;
        let mention = page.entities.mention_at(page.source, comma + 1)?;
        return Some((at, mention.entity));
    }
    let phrase = page.subject_phrase(at).or_else(|| {
        // `Ann Doe (born in X)`
        let before = at.checked_sub(2).filter(|_| matches!(page.doc.word(at - 1), "(" | ","))?;
        Some(before..before + 1)
    })?;
    // `a form of dance originating from`
    let part = phrase.start > 1 && page.doc.word(phrase.start - 1) == "of";
    let phrase = if part { phrase.start - 2..phrase.end } else { phrase };
    if let Some(subject) = Described::at(described, &phrase) {
        return Some((phrase.start, subject));
    }
    let entity = page.entities_in(&phrase).last()?.1;
    Some((phrase.start, entity))
}

fn claim(
    page: &Page,
    relation: &str,
    tokens: Range<usize>,
    subject: EntityId,
    place: String,
) -> Option<Claim> {
    if page.entities.name(subject) == place {
        return None;
    }
    let value = ClaimValue::Items { items: vec![place], complete: true };
    let mut claim = page.claim(ClaimKind::Place, value, tokens, None);
    if claim.status == Status::Denied {
        return None;
    }
    claim.subject = Some(subject);
    page.entities.name(subject).clone_into(&mut claim.subject_name);
    relation.clone_into(&mut claim.attribute);
    relation.clone_into(&mut claim.noun);
    claim.confidence = 0.75;
    Some(claim)
}
