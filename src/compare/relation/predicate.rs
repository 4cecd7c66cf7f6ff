//! Events and states: the same, one told in more detail, or one that denies the other.

use super::items::{fold_name, same_name};
use super::{Relation, RelationKind};
use crate::lexicon::antonyms::ANTONYMS;
use crate::lexicon::thesaurus::{self, Classes};

/// Statements share at least so many words before a pair of opposites sets them against each other; of the others there are
/// at most half as many.
const SHARED: usize = 4;

/// A predicate, whether it is denied, and its participants by role.
pub type Event<'a> = (&'a str, bool, &'a [(String, String)]);

/// How event `a` relates to event `b`. Opposed only by denial or listed antonyms: two different participants may both be
/// true. `paraphrase`: the question knows from all their words that both tell one thing, however they put it.
pub fn relate(
    (verb_a, not_a, roles_a): Event,
    (verb_b, not_b, roles_b): Event,
    paraphrase: bool,
    words: (&[String], &[String]),
) -> Relation {
    if not_a == not_b
        && paraphrase
        && let Some((x, y)) = opposed(words.0, words.1)
    {
        return Relation::new(
            RelationKind::Disjoint,
            format!("\u{201c}{x}\u{201d} stands where the other has \u{201c}{y}\u{201d}, its opposite"),
        );
    }
    let opposite = ANTONYMS.has(verb_a, verb_b);
    let otherwise = if paraphrase { RelationKind::Overlaps } else { RelationKind::Incomparable };
    if verb_a != verb_b && !opposite && !(thesaurus::related(verb_a, verb_b) && not_a == not_b) {
        return Relation::new(
            otherwise,
            format!("\u{201c}{verb_a}\u{201d} and \u{201c}{verb_b}\u{201d} tell it in other words"),
        );
    }
    if let Some((role, x, y)) = differing(roles_a, roles_b) {
        return Relation::new(
            if opposite || not_a != not_b { RelationKind::Incomparable } else { otherwise },
            format!("the {role} is {x} in one and {y} in the other"),
        );
    }
    if opposite == (not_a == not_b) {
        let reason = if opposite {
            format!("\u{201c}{verb_a}\u{201d} is the opposite of \u{201c}{verb_b}\u{201d}")
        } else {
            format!("one says that it did, the other that it did not {verb_a}")
        };
        return Relation::new(RelationKind::Disjoint, reason);
    }
    let misses = |a: &[(String, String)], b: &[(String, String)]| {
        b.iter().any(|(role, _)| !a.iter().any(|(r, _)| r == role))
    };
    match (misses(roles_a, roles_b), misses(roles_b, roles_a)) {
        (false, false) if exact(roles_a, roles_b) => Relation::new(RelationKind::Equal, "both say the same"),
        (false, false) => Relation::new(RelationKind::Overlaps, "both tell it, each in words of its own"),
        (true, false) => Relation::new(RelationKind::Contains, "the second says more about it"),
        (false, true) => Relation::new(RelationKind::Inside, "the first says more about it"),
        (true, true) => {
            Relation::new(RelationKind::Overlaps, "each says something about it that the other leaves out")
        }
    }
}

/// Whether every role has the same filler in both.
fn exact(a: &[(String, String)], b: &[(String, String)]) -> bool {
    a.iter().all(|(role, x)| b.iter().all(|(other, y)| role != other || same_name(x, y)))
}

/// Two opposites in statements that share nearly all their other words.
fn opposed<'a>(a: &'a [String], b: &'a [String]) -> Option<(&'a str, &'a str)> {
    let classes =
        |words: &[String]| -> Vec<Classes> { words.iter().map(|w| thesaurus::classes(w)).collect() };
    let (of_a, of_b) = (classes(a), classes(b));
    let alike = |i: usize, j: usize| a[i] == b[j] || of_a[i].meets(&of_b[j]);
    let only_a = (0..a.len()).filter(|&i| !(0..b.len()).any(|j| alike(i, j)));
    let only_a: Vec<&str> = only_a.map(|i| a[i].as_str()).collect();
    let only_b = (0..b.len()).filter(|&j| !(0..a.len()).any(|i| alike(i, j)));
    let only_b: Vec<&str> = only_b.map(|j| b[j].as_str()).collect();
    let shared = (a.len() - only_a.len()).min(b.len() - only_b.len());
    let differing = only_a.len().max(only_b.len());
    if shared < SHARED || differing > shared / 2 {
        return None;
    }
    only_a.iter().find_map(|x| Some((*x, *only_b.iter().find(|y| thesaurus::opposite(x, y))?)))
}

/// A role that both fill differently.
fn differing<'a>(
    a: &'a [(String, String)],
    b: &'a [(String, String)],
) -> Option<(&'a str, &'a str, &'a str)> {
    a.iter().find_map(|(role, x)| {
        let (_, y) = b.iter().find(|(r, _)| r == role)?;
        let shared = fold_name(x).iter().any(|w| fold_name(y).contains(w));
        (!same_name(x, y) && !shared).then_some((role.as_str(), x.as_str(), y.as_str()))
    })
}
