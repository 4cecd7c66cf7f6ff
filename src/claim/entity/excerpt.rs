//! Whom an excerpt speaks of: an article of one sentence that opens with a pronoun, or with `the film`, speaks of what the other
//! articles of its story open with, if that is one thing.
//!
//! A whole article names its subject; only of a sentence taken out of one is this assumed.

use super::{EntityMention, Form};
use crate::lexicon::EXCERPT_NOUNS;
use crate::model::{Document, Entity, EntityId, EntityKind, Tag};
use std::ops::Range;

/// No sentence has more tokens.
const LONGEST: usize = 200;

/// Adds to `mentions` (for each article, in order of the text) what the openings of excerpts mean.
pub fn resolve(docs: &[Document], tags: &[&[Tag]], table: &[Entity], mentions: &mut [Vec<EntityMention>]) {
    if docs.len() < 2 || !docs.iter().any(is_excerpt) {
        return;
    }
    let leads: Vec<Option<EntityId>> =
        docs.iter().zip(mentions.iter()).map(|(doc, own)| lead(doc, own)).collect();
    for (source, doc) in docs.iter().enumerate().filter(|(_, d)| is_excerpt(d)) {
        let mut others = leads.iter().enumerate().filter(|(s, _)| *s != source).map(|(_, lead)| *lead);
        let Some(first) = others.next() else { continue };
        let spoken = leads[source].or(first.filter(|_| others.all(|lead| lead == first)));
        let Some(entity) = spoken else { continue };
        let kind = table.get(entity.0).map(|e| e.kind);
        let own = &mut mentions[source];
        let opening = opening(doc, tags[source]).into_iter().filter(|_| leads[source].is_none());
        for (tokens, form, person) in opening.chain(pronouns(doc)) {
            let fits = match kind {
                Some(EntityKind::Person) => person == Some(true),
                Some(EntityKind::Unknown) => true,
                _ => person != Some(true),
            };
            let taken = own.iter().any(|m| m.tokens.start < tokens.end && tokens.start < m.tokens.end);
            // Of several who are named before it, it is not told who is meant.
            let rival = |m: &EntityMention| {
                let kind = table.get(m.entity.0).map(|e| e.kind);
                m.entity != entity && m.tokens.start < tokens.start && kind != Some(EntityKind::Place)
            };
            let named =
                leads[source].is_none() && own.iter().any(|m| m.entity == entity && m.form == Form::Name);
            let sure = form == Form::Description || !own.iter().any(rival);
            if fits && !taken && !named && sure {
                let span = doc.span_of(tokens.clone());
                own.push(EntityMention { span, tokens, entity, form });
                own.sort_by_key(|m| m.tokens.start);
            }
        }
    }
}

/// Whether an article is one sentence, of a sentence's length.
fn is_excerpt(doc: &Document) -> bool {
    doc.sentences.len() == 1 && doc.tokens.len() <= LONGEST
}

/// The pronouns of a person anywhere in the sentence: `As chair, she opened the bridge`.
fn pronouns(doc: &Document) -> impl Iterator<Item = (Range<usize>, Form, Option<bool>)> {
    let of_person = |&i: &usize| i > 0 && matches!(doc.word(i), "he" | "she" | "his" | "her" | "him");
    (0..doc.tokens.len()).filter(of_person).map(|i| (i..i + 1, Form::Pronoun, Some(true)))
}

/// What an article opens with, by name.
fn lead(doc: &Document, mentions: &[EntityMention]) -> Option<EntityId> {
    let first = mentions.first().filter(|m| m.form == Form::Name)?;
    // The first word may be part of the name: of a word with a capital there that is hard to tell.
    let marks = |i: usize| {
        !doc.word(i).chars().any(char::is_alphanumeric) || doc.word(i) == "the" || doc.tokens[i].capital
    };
    (0..first.tokens.start).all(marks).then_some(first.entity)
}

/// The pronoun or the description that the sentence opens with, and whether it speaks of a person.
fn opening(doc: &Document, tags: &[Tag]) -> Option<(Range<usize>, Form, Option<bool>)> {
    let tag = |i: usize| tags.get(i).copied().unwrap_or_default();
    match doc.word(0) {
        "he" | "she" | "his" | "her" => Some((0..1, Form::Pronoun, Some(true))),
        // `It is clear that`, `It was in May that` speak of nothing.
        "it" if tag(1) == Tag::Be => {
            let said = (2..doc.tokens.len()).find(|&i| !matches!(tag(i), Tag::Adverb | Tag::Not))?;
            let of_it = matches!(tag(said), Tag::Participle | Tag::Past)
                || matches!(doc.word(said), "a" | "an" | "the" | "one" | "of");
            let empty = (0..doc.tokens.len()).any(|i| matches!(doc.word(i), "that" | "who"));
            (of_it && !empty).then_some((0..1, Form::Pronoun, Some(false)))
        }
        "it" | "its" => Some((0..1, Form::Pronoun, Some(false))),
        _ => work(doc, tags),
    }
}

/// `the film`, wherever it stands as a subject.
fn work(doc: &Document, tags: &[Tag]) -> Option<(Range<usize>, Form, Option<bool>)> {
    let tag = |i: usize| tags.get(i).copied().unwrap_or_default();
    let alone = |&i: &usize| {
        doc.word(i) == "the"
            && EXCERPT_NOUNS.has(doc.word(i + 1))
            && (i + 2..doc.tokens.len())
                .find(|&k| tag(k) != Tag::Adverb)
                .is_some_and(|k| tag(k).is_verb() || tag(k).is_auxiliary())
    };
    let at = (0..doc.tokens.len()).find(alone)?;
    Some((at..at + 2, Form::Description, Some(false)))
}
