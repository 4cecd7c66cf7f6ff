//! What keeps two claims apart whatever else they share.

use super::Input;
use crate::lexicon::stem::stem;
use crate::lexicon::{RESTRICTING_WORDS, places, thesaurus};
use crate::model::{Claim, ClaimKind, ClaimValue, EntityId, EntityKind, Kind};

/// Why `a` and `b` cannot answer one question; `None` if nothing speaks against it.
pub fn veto(input: Input, a: &Claim, b: &Claim) -> Option<&'static str> {
    if !matches!(a.kind, ClaimKind::Value(_)) {
        return None;
    }
    if a.attribute_id.is_some() && b.attribute_id.is_some() && a.attribute_id != b.attribute_id {
        return Some("they measure different things");
    }
    if a.change != b.change && a.change * b.change != 0 {
        return Some("one is a rise, the other a fall");
    }
    if units_differ(a, b) {
        return Some("their units differ");
    }
    if nouns_differ(input, a, b) {
        return Some("they count different things");
    }
    if RESTRICTING_WORDS.iter().any(|w| has(a, w) != has(b, w)) {
        return Some("a restricting word stands with only one of them");
    }
    if places_differ(a, b) {
        return Some("they speak of different places");
    }
    None
}

fn has(claim: &Claim, word: &str) -> bool {
    claim.modifiers.iter().any(|m| m == word)
}

fn units_differ(a: &Claim, b: &Claim) -> bool {
    let (ClaimValue::Quantity { unit: x, per: p, .. }, ClaimValue::Quantity { unit: y, per: q, .. }) =
        (&a.value, &b.value)
    else {
        return false;
    };
    let per = p.is_some() && q.is_some() && p != q;
    per || (a.kind == ClaimKind::Value(Kind::Percent) && x != y)
}

/// For counts the thing counted must be the same or a listed synonym; a bare number fits any.
fn nouns_differ(input: Input, a: &Claim, b: &Claim) -> bool {
    if !matches!(a.kind, ClaimKind::Value(Kind::Count)) || !matches!(b.kind, ClaimKind::Value(Kind::Count)) {
        return false;
    }
    if a.attribute_id.is_some() && a.attribute_id == b.attribute_id {
        return false;
    }
    !a.noun.is_empty() && !b.noun.is_empty() && !synonymous(input, &a.noun, &b.noun)
}

/// Whether two nouns are the same or stand in one set of synonyms of the rules.
pub fn synonymous(input: Input, a: &str, b: &str) -> bool {
    let (a, b) = (stem(a), stem(b));
    a == b || input.rules.synonym_sets(|word| stem(word).into_owned()).join(&a, &b)
}

/// Whether two verbs tell one thing; `has` and `there are` say no more than that something is there.
pub fn one_verb(a: &str, b: &str) -> bool {
    let bare = |v: &str| matches!(v, "" | "be" | "have");
    if bare(a) && bare(b) {
        return !(a.is_empty() && b.is_empty());
    }
    a == b || thesaurus::same(a, b)
}

/// Places contradict if both claims name some, none lies in another, or one speaks of what is outside.
fn places_differ(a: &Claim, b: &Claim) -> bool {
    if a.places.is_empty() || b.places.is_empty() {
        return false;
    }
    !a.places.iter().any(|p| {
        b.places.iter().any(|q| {
            p.outside == q.outside
                && (p.name == q.name
                    || places::contains(&p.name, &q.name)
                    || places::contains(&q.name, &p.name))
        })
    })
}

/// Two known subjects that are neither the same nor parts of each other.
pub fn people_differ(input: Input, a: Option<EntityId>, b: Option<EntityId>) -> bool {
    let (Some(x), Some(y)) = (a, b) else { return false };
    let kind = |id: EntityId| input.entities.table.get(id.0).map(|e| e.kind);
    let named = |k: Option<EntityKind>| matches!(k, Some(EntityKind::Person | EntityKind::Organisation));
    named(kind(x)) && kind(x) == kind(y) && !input.entities.same_or_part(x, y)
}
