//! Where a claim holds: the places of its clause, and whether it speaks of what lies outside them.

use super::page::Page;
use crate::lexicon::places;
use crate::model::{Document, EntityKind, Fact, Name, Place, Tag};
use std::ops::Range;

/// How many words before a relative clause belong to what it speaks of.
const ANTECEDENT: usize = 8;

/// The places of `clause` that are those of the value at `at`, sorted; none means: not said.
pub fn places(page: &Page, clause: &Range<usize>, at: &Range<usize>) -> Vec<Place> {
    let whole = antecedent(page, clause);
    // Most clauses name none.
    if of_these(page, &(whole.start.min(at.start)..whole.end.max(at.end))).is_empty() {
        return Vec::new();
    }
    let parts = [joined_part(page, &whole, at), own_part(page, &whole, at), whole];
    parts.iter().map(|part| of_these(page, part)).find(|found| !found.is_empty()).unwrap_or_default()
}

/// The part of a clause around the value at `at` that `and` and other values bound: `in Oslo by May and in Bergen by June`.
fn joined_part(page: &Page, clause: &Range<usize>, at: &Range<usize>) -> Range<usize> {
    let name = |i: usize| page.tag(i) == Tag::Proper;
    let joins = |i: &usize| page.tag(*i) == Tag::Coordinator && !(name(i - 1) && name(i + 1));
    let mentions = &page.notes.mentions;
    let behind = mentions.partition_point(|m| m.tokens.start < at.end);
    let before = mentions[..mentions.partition_point(|m| m.tokens.end <= at.start)].last();
    let left = before.map_or(0, |m| m.tokens.end).max(clause.start);
    let right = mentions.get(behind).map_or(clause.end, |m| m.tokens.start).min(clause.end);
    let from = (left.max(1)..at.start).rev().find(joins).unwrap_or(left);
    let to = (at.end..right).find(joins).unwrap_or(right);
    if from < at.start && at.end <= to { from..to } else { at.clone() }
}

/// The part of a clause from the value at `at` to the next, where several values stand in one: `two in Lom and three in Alder`.
fn own_part(page: &Page, clause: &Range<usize>, at: &Range<usize>) -> Range<usize> {
    let mentions = &page.notes.mentions;
    let behind = mentions[mentions.partition_point(|m| m.tokens.start < at.end)..].iter();
    let next = behind.take_while(|m| m.tokens.start < clause.end).find(|m| m.quantity().is_some());
    at.start.max(clause.start)..next.map_or(clause.end.max(at.end), |m| m.tokens.start)
}

/// The places named in `clause`, sorted.
fn of_these(page: &Page, clause: &Range<usize>) -> Vec<Place> {
    let names = &page.notes.names;
    let from = names.partition_point(|n| n.tokens.end <= clause.start);
    let mut out: Vec<Place> = names[from..]
        .iter()
        .take_while(|n| n.tokens.start < clause.end)
        .filter(|n| n.kind == EntityKind::Place)
        .map(|n| Place { name: n.canonical.clone(), outside: is_outside(page, n, clause.start) })
        .collect();
    let abroad = page.abroad();
    if abroad.get(abroad.partition_point(|&i| i < clause.start)).is_some_and(|&i| i < clause.end) {
        out.push(Place { name: "home".to_owned(), outside: true });
    }
    out.sort();
    out.dedup();
    out
}

/// The tokens that say `not at home`, ascending.
pub fn abroad(doc: &Document) -> Vec<usize> {
    doc.words.tokens_with(Fact::Abroad)
}

/// A relative clause speaks of what stands before it: `the fires in Greece that killed 99 people` are in Greece.
fn antecedent(page: &Page, clause: &Range<usize>) -> Range<usize> {
    if !matches!(page.doc.word(clause.start), "that" | "which" | "who" | "where") {
        return clause.clone();
    }
    let sentence = &page.doc.sentences[page.doc.sentence_of(clause.start)].tokens;
    clause.start.saturating_sub(ANTECEDENT).max(sentence.start)..clause.end
}

/// Whether `outside`, `outside of`, `excluding`, `beyond` stand before a place. `outside Bergen`, a town, is near it.
fn is_outside(page: &Page, name: &Name, start: usize) -> bool {
    let at = name.tokens.start;
    (at.saturating_sub(4).max(start)..at).any(|i| match page.doc.word(i) {
        "excluding" | "beyond" | "except" => true,
        "outside" => !places::is_town(&name.canonical),
        _ => false,
    })
}
