//! Makes claims of mentions: of whom, what, where, when, planned or done, who says so.
//!
//! Reading is shallow and deterministic: clauses are cut at closed lists of words, the governing verb is the nearest form of
//! a listed verb, status comes from auxiliaries. Nothing here compares claims; what cannot be read stays a mention.

mod age;
mod attribute;
mod clause;
mod context;
mod denied;
mod description;
mod elided;
pub mod entity;
mod governing;
mod legal_form;
mod lifespan;
mod list;
mod location;
mod maker;
mod name;
mod noun;
mod object;
mod occasion;
mod offence;
mod offset;
mod page;
mod participant;
mod phrases;
mod predicate;
mod quotation;
mod reason;
mod role;
mod scope;
mod score;
mod source;
pub mod speaker;
mod statement;
mod status;
mod subject;
mod syntax;
mod table;
mod told;
mod value;
mod verb;
mod when;

use crate::model::{Annotations, Claim, Document};
use crate::rules::Rules;
use context::Stems;
use entity::Entities;
use page::Page;
use std::sync::Arc;

/// What the articles of one story claim, and of whom.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// All claims, ordered by source and position.
    pub claims: Vec<Claim>,
    /// Who and what the story names.
    pub entities: Entities,
    /// The stems by which claims are joined, by the numbers of [`Claim::context`].
    pub stems: Vec<Arc<str>>,
}

/// Reads the claims of a story; `docs` and `notes` go in pairs.
pub fn read(docs: &[Document], notes: &[Annotations], rules: &Rules) -> Reading {
    read_for(docs, notes, rules, true)
}

/// The same for claims that nobody joins: without what they are joined by ([`Claim::context`], [`Claim::topic`],
/// [`Claim::target`], [`Claim::entities`] and the nouns of statements), which costs a third of the work.
pub fn read_apart(docs: &[Document], notes: &[Annotations], rules: &Rules) -> Reading {
    read_for(docs, notes, rules, false)
}

fn read_for(docs: &[Document], notes: &[Annotations], rules: &Rules, joined: bool) -> Reading {
    let entities = entity::resolve(docs, notes, rules);
    let spellings = if joined { name::Spellings::of(docs, &entities) } else { name::Spellings::default() };
    // About as many claims as figures and sentences: to move them costs more than the room.
    let most = docs.iter().zip(notes).map(|(doc, note)| note.mentions.len() + 2 * doc.sentences.len()).sum();
    let mut claims = Vec::with_capacity(most);
    let words = docs.iter().filter(|_| joined).map(|doc| doc.words.count()).sum();
    let mut stems = Stems::with_room(words);
    let mut firms = legal_form::Firms::default();
    for (source, (doc, note)) in docs.iter().zip(notes).enumerate() {
        // The words around figures are read as English or not at all.
        if doc.article.foreign.is_some() {
            continue;
        }
        let page = Page::new(source, doc, note, &entities, rules, joined.then_some(&mut stems));
        let from = claims.len();
        value::claims(&page, &mut claims);
        list::claims(&page, &mut claims);
        score::claims(&page, &mut claims);
        name::claims(&page, &spellings, &mut claims);
        firms.read(&page);
        role::claims(&page, &mut claims);
        role::affiliations(&page, &mut claims);
        let described = description::claims(&page, &mut claims);
        description::of_works(&page, &described, &mut claims[from..]);
        maker::claims(&page, &mut claims);
        location::claims(&page, &described, &mut claims);
        quotation::claims(&page, &mut claims);
        source::claims(&page, &mut claims);
        occasion::claims(&page, &mut claims);
        statement::claims(&page, &described, &mut claims);
        reason::claims(&page, &mut claims);
        if !doc.article.tables.is_empty() {
            let own = table::completed(&page, claims.split_off(from), &mut stems);
            claims.extend(own);
        }
        claims[from..].sort_by_cached_key(|a| (a.span, a.kind, a.mention));
    }
    let firms = firms.claims(&entities);
    if !firms.is_empty() {
        claims.extend(firms);
        claims.sort_by_cached_key(|a| (a.source, a.span, a.kind, a.mention));
    }
    Reading { claims, entities, stems: stems.into_all() }
}

#[cfg(test)]
mod tests;
