//! Whom an article has it from: the agency, paper or broadcaster that it credits with what it tells.
//!
//! One claim an outlet and article, at its first credit. People and companies that speak for themselves are speakers, not
//! sources.

use super::page::Page;
use crate::lexicon::naming;
use crate::model::{Claim, ClaimKind, ClaimValue, EntityId, Span};
use rustc_hash::FxHashSet;

/// Words that end the names of papers and broadcasters.
const OUTLETS: [&str; 14] = [
    "journal",
    "times",
    "post",
    "news",
    "herald",
    "tribune",
    "gazette",
    "telegraph",
    "guardian",
    "independent",
    "daily",
    "agency",
    "magazine",
    "newspaper",
];

/// Adds a claim for each outlet credited.
pub fn claims(page: &Page, out: &mut Vec<Claim>) {
    let mut seen: FxHashSet<EntityId> = FxHashSet::default();
    for attribution in &page.attributions {
        let spoken =
            page.entities.entity_of(page.source, attribution.speaker).map(|id| (id, attribution.speaker));
        let Some((id, span)) = spoken.filter(|&(id, span)| is_outlet(page, id, span)) else { continue };
        if seen.insert(id) {
            out.push(claim(page, id, span));
        }
    }
}

/// Whether the speaker is an outlet, by its name.
fn is_outlet(page: &Page, id: EntityId, span: Span) -> bool {
    let name = page.entities.name(id).to_ascii_lowercase();
    let bare = name.strip_prefix("the ").unwrap_or(&name);
    let words = span.of(&page.doc.lower);
    naming::agency(bare).or_else(|| naming::agency(words)).is_some()
        || bare.split(' ').next_back().is_some_and(|last| bare.contains(' ') && OUTLETS.contains(&last))
}

fn claim(page: &Page, id: EntityId, span: Span) -> Claim {
    let name = page.entities.name(id);
    let value = ClaimValue::Items { items: vec![name.to_owned()], complete: false };
    let mut claim = page.claim(ClaimKind::Person, value, page.doc.tokens_in(span), None);
    claim.subject = Some(id);
    name.clone_into(&mut claim.subject_name);
    "source".clone_into(&mut claim.attribute);
    name.clone_into(&mut claim.noun);
    claim.status = crate::model::Status::Actual;
    claim.confidence = 0.8;
    claim
}
