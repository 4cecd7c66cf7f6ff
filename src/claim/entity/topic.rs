//! What an article is about, and by which country's name it calls it: `the Danish shipping giant`.

use super::describe::{Description, Owner};
use super::local::Local;
use crate::lexicon::naming::{self, DescriptionHead};
use crate::lexicon::places;
use crate::model::{Annotations, Document, EntityKind, Tag};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// So many words before a name its country may stand.
const NATION: usize = 5;

/// Whether `the Danish shipping giant` can be `topic`, the organisation that the article is about: it calls none by another
/// country's name so, and what it calls by this one's is no other organisation.
pub fn is_called_so(
    topic: Option<usize>,
    description: &Description,
    found: &[Description],
    countries: &[(usize, &str)],
) -> bool {
    let country = |d: &Description| d.modifiers.iter().find_map(|m| places::adjective(m)).map(|p| p.name);
    let Some(own) = country(description) else { return false };
    let others = found.iter().filter(|d| d.head == DescriptionHead::Organisation && d.beside.is_none());
    let one = others.filter_map(country).all(|other| other == own);
    one && countries.iter().all(|&(c, other)| (Some(c) == topic) == (other == own))
}

/// Organisations with the country that stands before their names: `the Danish shipping firm Norvik`, `Denmark's Norvik`.
pub fn countries(doc: &Document, notes: &Annotations, local: &Local) -> Vec<(usize, &'static str)> {
    let tag = |i: usize| notes.tags.get(i).copied().unwrap_or_default();
    let mut out = Vec::new();
    for (name, &cluster) in notes.names.iter().zip(&local.of_name) {
        if local.clusters[cluster].kind == EntityKind::Place {
            continue;
        }
        let inside = |&i: &usize| {
            let tag = tag(i);
            tag.is_noun() || matches!(tag, Tag::Adjective | Tag::Possessive)
        };
        let before = (0..name.tokens.start).rev().take(NATION).take_while(inside);
        let place = before.into_iter().find_map(|i| {
            let owned = || places::lookup(doc.token_text(i)).filter(|_| tag(i + 1) == Tag::Possessive);
            places::adjective(doc.word(i)).or_else(owned)
        });
        out.extend(place.map(|place| (cluster, place.name)));
    }
    out
}

/// The organisation named at least thrice and clearly more often than any other that is not called its part.
pub fn of(local: &Local, found: &[Description]) -> Option<usize> {
    let part = |d: &Description| {
        let name = d.beside.filter(|_| d.head == DescriptionHead::Division && d.owner != Owner::None)?;
        Some(local.of_name[name])
    };
    let parts: BTreeSet<usize> = found.iter().filter_map(part).collect();
    let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
    for (i, cluster) in local.clusters.iter().enumerate() {
        if matches!(cluster.kind, EntityKind::Organisation | EntityKind::Unknown)
            && naming::agency(&cluster.key.text()).is_none()
            && !parts.contains(&i)
        {
            counts.insert(i, cluster.count);
        }
    }
    let mut all: Vec<(usize, usize)> = counts.into_iter().map(|(i, n)| (n, i)).collect();
    all.sort_by_key(|&(n, i)| (std::cmp::Reverse(n), i));
    let second = all.get(1).map_or(0, |a| a.0);
    all.first().filter(|a| a.0 >= 3 && a.0 * 2 >= second * 3).map(|a| a.1)
}
