//! Whom an excerpt speaks of: an article of one sentence that opens with a pronoun, or with `the film`, speaks of what the other
//! articles of its story open with, if that is one thing.
//!
//! A whole article names its subject; only of a sentence taken out of one is this assumed.

use super::{EntityMention, Form};
use crate::model::{Document, Entity, EntityId, EntityKind, Tag};
use std::ops::Range;

/// Nouns that stand for a work or a body behind `the`, where nothing else in the sentence says which.
const WORKS: [&str; 14] = [
    "film", "movie", "series", "show", "album", "song", "single", "book", "novel", "band", "game", "play",
    "city", "company",
];

/// Adds to `mentions` (for each article, in order of the text) what the openings of excerpts mean.
pub fn resolve(docs: &[Document], tags: &[&[Tag]], table: &[Entity], mentions: &mut [Vec<EntityMention>]) {
    if docs.len() < 2 || !docs.iter().any(|d| d.sentences.len() == 1) {
        return;
    }
    let leads: Vec<Option<EntityId>> =
        docs.iter().zip(mentions.iter()).map(|(doc, own)| lead(doc, own)).collect();
    for (source, doc) in docs.iter().enumerate().filter(|(_, d)| d.sentences.len() == 1) {
        let Some((tokens, form, person)) = opening(doc, tags[source]) else { continue };
        let mut others = leads.iter().enumerate().filter(|(s, _)| *s != source).map(|(_, lead)| *lead);
        let Some(Some(entity)) = others.next() else { continue };
        let kind = table.get(entity.0).map(|e| e.kind);
        let fits = match kind {
            Some(EntityKind::Person) => person == Some(true),
            Some(EntityKind::Unknown) => true,
            _ => person != Some(true),
        };
        let own = &mut mentions[source];
        let named = own.iter().any(|m| m.entity == entity)
            || own.iter().any(|m| m.tokens.start < tokens.end && tokens.start < m.tokens.end);
        if fits && !named && others.all(|lead| lead == Some(entity)) {
            let span = doc.span_of(tokens.clone());
            own.push(EntityMention { span, tokens, entity, form });
            own.sort_by_key(|m| m.tokens.start);
        }
    }
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
            let of_it =
                matches!(tag(said), Tag::Participle | Tag::Past) || matches!(doc.word(said), "a" | "an");
            let empty = doc.tokens.iter().enumerate().any(|(i, _)| doc.word(i) == "that");
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
            && WORKS.contains(&doc.word(i + 1))
            && (tag(i + 2).is_verb() || tag(i + 2).is_auxiliary())
    };
    let at = (0..doc.tokens.len()).find(alone)?;
    Some((at..at + 2, Form::Description, Some(false)))
}
