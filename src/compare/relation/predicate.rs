//! Events and states: the same, one told in more detail, or one that denies the other.

use super::items::{fold_name, same_name};
use super::{Relation, RelationKind};
use crate::lexicon::antonyms::ANTONYMS;
use crate::lexicon::denial;
use crate::lexicon::thesaurus::{self, Classes};
use crate::model::Claim;

/// Statements share at least so many words before a pair of opposites sets them against each other; of the others there are
/// at most half as many.
const SHARED: usize = 4;

/// A predicate, whether it is denied, and its participants by role.
pub type Event<'a> = (&'a str, bool, &'a [(String, String)]);

/// Whether one of two statements of one subject denies what the other says.
pub fn denial(a: &Claim, b: &Claim) -> Relation {
    if !denial::opposed(a, b) {
        return Relation::new(RelationKind::Incomparable, "what one denies is not what the other says");
    }
    Relation::new(RelationKind::Disjoint, "one says what the other denies")
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn opposites_count_where_nearly_all_else_is_shared() {
        for (a, b, want) in [
            ("price ferry ticket winter rise", "price ferry ticket winter fall", true),
            ("price ferry ticket rise", "price ferry ticket fall", false),
            ("price ferry ticket winter rise harbour", "price ferry ticket winter fall", true),
            ("price ferry ticket winter rise harbour storm", "price ferry ticket winter fall", false),
            ("price ferry ticket rise", "price price ferry ticket fall", false),
            ("price price ferry ticket rise", "price ferry ticket fall", false),
            ("price ferry ticket winter rise", "price ferry ticket winter harbour", false),
        ] {
            assert_eq!(opposed(&words(a), &words(b)).is_some(), want, "{a} / {b}");
        }
    }

    #[test]
    fn a_paraphrase_is_judged_by_all_its_words() {
        use RelationKind::{Disjoint, Equal, Incomparable, Overlaps};
        let (rise, fall) = (words("price ferry ticket winter rise"), words("price ferry ticket winter fall"));
        let pier = [("object".to_owned(), "pier".to_owned())];
        let line = [("object".to_owned(), "ferry line".to_owned())];
        for (a, b, paraphrase, words, want, why) in [
            (
                ("open", false, &pier),
                ("open", false, &pier),
                true,
                (&rise, &fall),
                Disjoint,
                "opposite words",
            ),
            (("open", false, &pier), ("open", false, &pier), false, (&rise, &fall), Equal, "no paraphrase"),
            (
                ("open", true, &pier),
                ("open", false, &line),
                true,
                (&rise, &fall),
                Incomparable,
                "one is denied",
            ),
            (
                ("open", false, &pier),
                ("open", false, &line),
                true,
                (&rise, &rise),
                Overlaps,
                "another object",
            ),
            (
                ("open", false, &pier),
                ("close", false, &line),
                true,
                (&rise, &rise),
                Incomparable,
                "and opposed",
            ),
            (("open", false, &pier), ("paint", false, &pier), true, (&rise, &rise), Overlaps, "other words"),
            (("buy", false, &pier), ("purchase", false, &pier), false, (&rise, &rise), Equal, "synonyms"),
            (("buy", false, &pier), ("purchase", true, &pier), false, (&rise, &rise), Incomparable, "denied"),
        ] {
            let (a, b) = ((a.0, a.1, a.2.as_slice()), (b.0, b.1, b.2.as_slice()));
            assert_eq!(relate(a, b, paraphrase, (words.0, words.1)).kind, want, "{why}");
            assert_eq!(relate(b, a, paraphrase, (words.1, words.0)).kind, want.inverse(), "{why}");
        }
    }
}
