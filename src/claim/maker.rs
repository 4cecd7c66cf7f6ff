//! Who made a work, told in the active: `Ann Doe wrote the novel Deep Water` says of the novel that it was written by her.

use super::entity::name_from;
use super::page::Page;
use super::{clause, object};
use crate::lexicon::verbs::Form;
use crate::model::{BE, Claim, ClaimKind, ClaimValue, EntityKind, Status, Tag};
use std::ops::Range;

/// What a maker does, and the role.
const DEEDS: [(&str, &str); 8] = [
    ("compose", "composed by"),
    ("create", "created by"),
    ("design", "designed by"),
    ("direct", "directed by"),
    ("discover", "discovered by"),
    ("invent", "invented by"),
    ("paint", "painted by"),
    ("write", "written by"),
];
/// How far from the verb others who took part are looked for.
const BESIDE: usize = 24;
/// How many words may stand between the verb and the work: `wrote the screenplay for the 2010 film X`.
const REACH: usize = 12;

/// Adds a claim for each work of which a clause tells who made it.
pub fn claims(page: &Page, out: &mut Vec<Claim>) {
    for at in 0..page.doc.tokens.len() {
        let deed = page.verb_at(at).filter(|v| v.form == Form::Past);
        let role = deed.and_then(|v| DEEDS.iter().find(|(deed, _)| *deed == v.base));
        if let Some((_, role)) = role.filter(|_| !object::is_passive(page, at)) {
            out.extend(claim(page, at, role));
        }
    }
}

fn claim(page: &Page, at: usize, role: &str) -> Option<Claim> {
    let clause = clause::around(page, &(at..at + 1));
    let phrase = page.subject_phrase(at).filter(|p| p.end <= at)?;
    let maker = page.entities.at_token(page.source, phrase.end - 1)?;
    let kind = page.entities.table.get(maker.0).map(|e| e.kind);
    let person = matches!(kind, Some(EntityKind::Person | EntityKind::Unknown));
    // `co-wrote`, `wrote with Tom Reed`, `helped`: one of several.
    let near = clause.start.max(at.saturating_sub(BESIDE))..clause.end.min(at + BESIDE);
    let shared = near.into_iter().any(|i| {
        matches!(
            page.doc.word(i),
            "co" | "with" | "helped" | "together" | "partly" | "and" | "not" | "never" | "n't"
        )
    });
    let work = work(page, at + 1, clause.end).filter(|_| person && !shared)?;
    let subject = page.entities.at_token(page.source, work.start)?;
    let maker = page.entities.name(maker);
    let arguments =
        [("subject", page.entities.name(subject)), ("is", &*format!("{role} {maker}")), (role, maker)];
    let arguments = arguments.map(|(role, filler)| (role.to_owned(), filler.to_owned())).to_vec();
    let value = ClaimValue::Predicate { predicate: BE.to_owned(), negated: false, arguments };
    let mut claim = page.claim(ClaimKind::Status, value, phrase.start..work.end, None);
    (claim.status == Status::Actual).then_some(())?;
    claim.subject = Some(subject);
    page.entities.name(subject).clone_into(&mut claim.subject_name);
    BE.clone_into(&mut claim.verb);
    "is".clone_into(&mut claim.attribute);
    claim.noun.clear();
    claim.modifiers.clear();
    claim.passive = true;
    claim.past = true;
    claim.confidence = 0.8;
    Some(claim)
}

/// The name of the work that stands as the object from token `at` on: right behind plain words for it.
fn work(page: &Page, at: usize, limit: usize) -> Option<Range<usize>> {
    let end = limit.min(at + REACH);
    let i = (at..end).find(|&i| name_from(page.notes, i).is_some())?;
    let plain = (at..i).all(|k| {
        let time = page.doc.word(k).bytes().all(|b| b.is_ascii_digit());
        let small = matches!(page.tag(k), Tag::Adverb | Tag::Adjective | Tag::Participle | Tag::Past);
        time || small || WORKS.contains(&page.doc.word(k))
    });
    let name = &page.notes.names[name_from(page.notes, i)?];
    let whole = !matches!(page.doc.word(name.tokens.end), "'s" | "’s");
    (plain && whole && name.kind != EntityKind::Person).then(|| name.tokens.clone())
}

/// Words that stand before the name of a work.
const WORKS: [&str; 28] = [
    "the",
    "a",
    "film",
    "movie",
    "song",
    "single",
    "album",
    "novel",
    "book",
    "play",
    "opera",
    "series",
    "show",
    "screenplay",
    "script",
    "music",
    "lyrics",
    "score",
    "for",
    "of",
    "to",
    "painting",
    "poem",
    "musical",
    "game",
    "planet",
    "comet",
    "element",
];
