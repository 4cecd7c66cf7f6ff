//! The distinct values among the claims of a question. Pairs are formed between values, not claims, so that a thousand
//! articles that say the same cost no more than two.

use super::relation::{Context, RelationKind, fold_name, fold_words, relate};
use crate::model::time::DateTime;
use crate::model::{Bound, Claim, ClaimKind, ClaimValue, Decimal, Status};
use rustc_hash::FxHashMap;

/// At most so many distinct values of one question are compared, those with most claims first.
pub const MOST_VALUES: usize = 48;

/// Claims with one value: indices into the story's claims, ascending.
pub type Group = Vec<usize>;

/// The claims of `indices` by value, the values in order of their first claim, and how many claims were left out because
/// a question has more than [`MOST_VALUES`] values.
pub fn groups(indices: &[usize], claims: &[Claim], ctx: &Context) -> (Vec<Group>, usize) {
    let mut by_key: FxHashMap<Key, usize> = FxHashMap::default();
    let mut groups: Vec<Group> = Vec::new();
    for &i in indices {
        let Some(claim) = claims.get(i) else { continue };
        let next = groups.len();
        let at = *by_key.entry(key(claim)).or_insert(next);
        if at == next {
            groups.push(Vec::new());
        }
        groups[at].push(i);
    }
    let left_out = cut(&mut groups);
    (merged(groups, claims, ctx), left_out)
}

/// Keeps the values with most claims, in their order.
fn cut(groups: &mut Vec<Group>) -> usize {
    if groups.len() <= MOST_VALUES {
        return 0;
    }
    let all: usize = groups.iter().map(Vec::len).sum();
    let mut sizes: Vec<usize> = groups.iter().map(Vec::len).collect();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    let least = sizes[MOST_VALUES - 1];
    groups.retain(|g| g.len() >= least);
    groups.truncate(MOST_VALUES);
    all - groups.iter().map(Vec::len).sum::<usize>()
}

/// Joins values that differ in writing only.
fn merged(groups: Vec<Group>, claims: &[Claim], ctx: &Context) -> Vec<Group> {
    let mut merged: Vec<Group> = Vec::with_capacity(groups.len());
    for group in groups {
        let first = &claims[group[0]];
        let same = |other: &&mut Group| {
            let other = &claims[other[0]];
            status_class(first) == status_class(other)
                && relate(first, other, ctx).kind == RelationKind::Equal
        };
        match merged.iter_mut().find(same) {
            Some(other) => other.extend(group),
            None => merged.push(group),
        }
    }
    for group in &mut merged {
        group.sort_unstable();
    }
    merged.sort_unstable();
    merged
}

/// For an event, whether it happened or is to happen is part of what is said.
fn status_class(claim: &Claim) -> Option<Status> {
    (claim.kind == ClaimKind::Status).then_some(claim.status)
}

/// A value, the same for the same: a cheap first cut, [`merged`] does the rest.
#[derive(PartialEq, Eq, Hash)]
enum Key<'a> {
    /// The bound, both ends, the unit, `per` what, and whether it is a change.
    Quantity(Bound, [Option<Decimal>; 2], Option<&'a str>, Option<&'a str>, i8),
    Time(&'a str, Option<DateTime>),
    /// Whether these are all, and the names, folded and sorted.
    Items(bool, Vec<Vec<String>>),
    Text(Vec<String>),
    Predicate(&'a str, bool, &'a [(String, String)], Status),
}

fn key(claim: &Claim) -> Key<'_> {
    match &claim.value {
        ClaimValue::Quantity { quantity: q, unit, per } => {
            Key::Quantity(q.bound, [q.low, q.high], unit.as_deref(), per.as_deref(), claim.change)
        }
        ClaimValue::Time(t) => Key::Time(&t.iso, t.start),
        ClaimValue::Items { items, complete } => {
            let mut names: Vec<Vec<String>> = items.iter().map(|i| fold_name(i)).collect();
            names.sort_unstable();
            Key::Items(*complete, names)
        }
        ClaimValue::Text(text) => Key::Text(fold_words(text)),
        ClaimValue::Predicate { predicate, negated, arguments } => {
            Key::Predicate(predicate, *negated, arguments, claim.status)
        }
    }
}
