//! Events and states: the same, one told in more detail, or one that denies the other.

use super::items::{fold_name, same_name};
use super::{Relation, RelationKind};
use crate::lexicon::MAKING_VERBS;
use crate::lexicon::antonyms::ANTONYMS;
use crate::lexicon::thesaurus::{self, Classes};
use crate::lexicon::{denial, places};
use crate::model::{Claim, ClaimValue};

/// Statements share at least so many words before a pair of opposites sets them against each other; of the others there are
/// at most half as many.
const SHARED: usize = 4;

/// Participants by role.
type Roles<'a> = &'a [(String, String)];
/// A predicate, whether it is denied, and its participants.
pub type Event<'a> = (&'a str, bool, Roles<'a>);

/// Whether one of two statements of one subject denies what the other says.
pub fn denial(a: &Claim, b: &Claim) -> Relation {
    if !denial::opposed(a, b) && !denial::none_of(a, b) {
        return Relation::new(RelationKind::Incomparable, "what one denies is not what the other says");
    }
    Relation::new(RelationKind::Disjoint, "one says what the other denies")
}

/// Whether one thing is told to be made by two who are not one: a name against what is no person, or two such things.
pub fn other_makers(a: &Claim, b: &Claim) -> Option<Relation> {
    let one = a.subject.is_some() && a.subject == b.subject && a.verb == b.verb && MAKING_VERBS.has(&a.verb);
    let (x, y) = (maker(a)?, maker(b)?);
    let named = |name: &str| name.chars().next().is_some_and(char::is_uppercase);
    let known = |noun: &str| {
        let lemma = thesaurus::noun(noun);
        lemma.is_some_and(|l| {
            !["person", "group", "organization"].iter().any(|k| l == *k || thesaurus::broader(k, l))
        })
    };
    let told = (known(x) || named(x)) && (known(y) || named(y)) && !(named(x) && named(y));
    if !one || !a.passive || !b.passive || !told || is_negated(a) || is_negated(b) || thesaurus::akin(x, y) {
        return None;
    }
    Some(Relation::new(
        RelationKind::Disjoint,
        format!("one says that it was by {x}, the other that it was by {y}"),
    ))
}

/// Whether one says what was done to somebody, and the other that they did otherwise of themselves.
pub fn two_ends(a: &Claim, b: &Claim) -> Option<Relation> {
    let (done, does) = if a.passive { (a, b) } else { (b, a) };
    denial::excludes(a, b).then(|| {
        let reason = format!(
            "one says that it was done to them ({}), the other that they did it ({})",
            done.verb, does.verb
        );
        Relation::new(RelationKind::Disjoint, reason)
    })
}

/// Whether one says of the left what the other says of the right: `broke his left arm`, `broke his right arm`.
pub fn two_sides(a: &Claim, b: &Claim) -> Option<Relation> {
    let one = a.subject.is_some() && a.subject == b.subject && a.verb == b.verb && a.passive == b.passive;
    if !one || is_negated(a) || is_negated(b) {
        return None;
    }
    let side = |claim: &Claim, side: &str| {
        let mut words = claim.told.split(' ').skip_while(|word| *word != side).skip(1);
        words.next().map(|thing| thing.trim_end_matches(',').to_lowercase())
    };
    let apart = |x: &str, y: &str| side(a, x).filter(|thing| side(b, y).as_ref() == Some(thing));
    let thing = apart("left", "right").or_else(|| apart("right", "left"))?;
    Some(Relation::new(
        RelationKind::Disjoint,
        format!("it is the left {thing} in one and the right in the other"),
    ))
}

/// Whether one says that something is done in one place only, the other that it is done in another.
pub fn elsewhere(a: &Claim, b: &Claim) -> Option<Relation> {
    let one = a.subject.is_some() && a.subject == b.subject && a.verb == b.verb && a.passive == b.passive;
    if !one || is_negated(a) || is_negated(b) {
        return None;
    }
    let places = |c: &Claim| -> Vec<String> {
        c.modifiers.iter().filter_map(|m| m.strip_prefix('+')).map(str::to_owned).collect()
    };
    let beyond = |only: &Claim, other: &Claim| {
        let (x, y) = (places(only), places(other));
        let near = |p: &str, q: &str| p == q || places::contains(p, q) || places::contains(q, p);
        let out = y.into_iter().find(|q| !x.iter().any(|p| near(p, q)))?;
        Some((x.into_iter().next()?, out)).filter(|_| has_role(only, "only"))
    };
    let (only, other) = beyond(a, b).or_else(|| beyond(b, a))?;
    Some(Relation::new(
        RelationKind::Disjoint,
        format!("one says that it is {only} only, the other that it is {other} too"),
    ))
}

/// Whether a claim says something in that role.
pub fn has_role(claim: &Claim, role: &str) -> bool {
    matches!(&claim.value, ClaimValue::Predicate { arguments, .. } if arguments.iter().any(|(r, _)| r == role))
}

fn is_negated(claim: &Claim) -> bool {
    denial::is_denial(claim) == Some(true)
}

/// By whom or what a passive says that it was done.
fn maker(claim: &Claim) -> Option<&str> {
    let ClaimValue::Predicate { arguments, .. } = &claim.value else { return None };
    arguments.iter().find(|(role, _)| role == "subject").map(|(_, by)| by.as_str())
}

/// How event `a` relates to event `b`. Opposed only by denial or listed antonyms: two different participants may both be
/// true. `paraphrase`: the question knows from all their words that both tell one thing, however they put it.
pub fn relate(
    (verb_a, not_a, roles_a): Event,
    (verb_b, not_b, roles_b): Event,
    paraphrase: bool,
    words: (&[String], &[String]),
) -> Relation {
    // A plan for a school is none for a harbour.
    let other_kind = other_thing(roles_a, roles_b);
    let other_thing = other_kind || other_names(words) || !one_rank(roles_a, roles_b);
    let but_one = if not_a == not_b && paraphrase && !other_thing { opposed(words.0, words.1) } else { None };
    if let Some((x, y)) = but_one {
        return opposite_words(x, y);
    }
    let opposite = ANTONYMS.has(verb_a, verb_b);
    let otherwise = if paraphrase { RelationKind::Overlaps } else { RelationKind::Incomparable };
    if verb_a != verb_b && !opposite && !(thesaurus::related(verb_a, verb_b) && not_a == not_b) {
        let reason = format!("\u{201c}{verb_a}\u{201d} and \u{201c}{verb_b}\u{201d} tell it in other words");
        return Relation::new(otherwise, reason);
    }
    let convicted = not_a == not_b && verb_a == CONVICT && verb_b == CONVICT;
    if let Some(relation) = of_offences((roles_a, roles_b), convicted, otherwise) {
        return relation;
    }
    if other_thing && opposite || other_kind && not_a != not_b {
        return Relation::new(RelationKind::Incomparable, "they speak of different things");
    }
    if let Some((role, x, y)) = differing(roles_a, roles_b) {
        return Relation::new(
            if opposite || not_a != not_b { RelationKind::Incomparable } else { otherwise },
            format!("the {role} is {x} in one and {y} in the other"),
        );
    }
    let denied = if not_a { (words.0, words.1) } else { (words.1, words.0) };
    if not_a != not_b
        && !opposite
        && !(one_rank(roles_a, roles_b) && denial::nearly_covered(denied.0, denied.1))
    {
        return Relation::new(RelationKind::Incomparable, "what one denies is not what the other says");
    }
    if opposite == (not_a == not_b) {
        let reason = if opposite {
            format!("\u{201c}{verb_a}\u{201d} is the opposite of \u{201c}{verb_b}\u{201d}")
        } else {
            format!("one says that it did, the other that it did not {verb_a}")
        };
        return Relation::new(RelationKind::Disjoint, reason);
    }
    told_alike(roles_a, roles_b)
}

const CONVICT: &str = "convict";
/// A killing is the one or the other.
const KILLINGS: [&str; 2] = ["murder", "manslaughter"];

/// The relation of two statements that are told alike but for the opposites `x` and `y`.
fn opposite_words(x: &str, y: &str) -> Relation {
    let reason = format!("\u{201c}{x}\u{201d} stands where the other has \u{201c}{y}\u{201d}, its opposite");
    Relation::new(RelationKind::Disjoint, reason)
}

/// Whether each of two statements names somebody or some place that the other does not: they may tell of two deeds.
fn other_names((a, b): (&[String], &[String])) -> bool {
    let own = |x: &[String], y: &[String]| x.iter().any(|w| w.starts_with(['@', '+']) && !y.contains(w));
    own(a, b) && own(b, a)
}

/// Whether what is done, or what does it, is told to be of two things (`prices of milk`, `prices of bread`).
fn other_thing(a: &[(String, String)], b: &[(String, String)]) -> bool {
    let of = |roles: &[(String, String)], role: &str| {
        roles.iter().find(|(r, _)| r == role).map(|(_, of)| of.clone())
    };
    ["object of", "subject of"].iter().any(|role| match (of(a, role), of(b, role)) {
        (Some(x), Some(y)) => x != y && !thesaurus::akin(&x, &y) && !thesaurus::related(&x, &y),
        _ => false,
    })
}

/// How two statements of courts relate that name different offences: `convicted` of two killings, or both true or not known to.
fn of_offences((a, b): (Roles, Roles), convicted: bool, otherwise: RelationKind) -> Option<Relation> {
    let (x, y) = other_offences(a, b)?;
    let exclusive = convicted && KILLINGS.contains(&x) && KILLINGS.contains(&y);
    let kind = if exclusive { RelationKind::Disjoint } else { otherwise };
    Some(Relation::new(kind, format!("one speaks of {x}, the other of {y}")))
}

/// The offences that two statements name, where they have none in common.
fn other_offences<'a>(a: &'a [(String, String)], b: &'a [(String, String)]) -> Option<(&'a str, &'a str)> {
    let of =
        |roles: &'a [(String, String)]| roles.iter().filter(|(r, _)| r == "offence").map(|(_, o)| o.as_str());
    let first = of(a).next().zip(of(b).next())?;
    (!of(a).any(|x| of(b).any(|y| x == y))).then_some(first)
}

/// How two statements relate that tell the same: by what one leaves out.
fn told_alike(roles_a: &[(String, String)], roles_b: &[(String, String)]) -> Relation {
    let misses = |a: &[(String, String)], b: &[(String, String)]| {
        b.iter().filter(|(role, _)| is_shown(role)).any(|(role, _)| !a.iter().any(|(r, _)| r == role))
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

/// Whether both speak of the same rank, or neither of one: what one never won with a club may be another cup.
fn one_rank(a: &[(String, String)], b: &[(String, String)]) -> bool {
    let rank =
        |roles: &[(String, String)]| roles.iter().find(|(r, _)| r == "rank").map(|(_, rank)| rank.clone());
    rank(a) == rank(b)
}

/// Whether a role is filled by a participant, rather than by a word that restricts.
fn is_shown(role: &str) -> bool {
    !matches!(
        role,
        "rank"
            | "only"
            | "never"
            | "disputed"
            | "judged"
            | "what"
            | "answer"
            | "so far"
            | "limited"
            | "offence"
            | "object of"
            | "subject of"
    )
}

/// Whether every role has the same filler in both.
fn exact(a: &[(String, String)], b: &[(String, String)]) -> bool {
    let mut shown = a.iter().filter(|(role, _)| is_shown(role));
    shown.all(|(role, x)| b.iter().all(|(other, y)| role != other || same_name(x, y)))
}

/// Two opposites in statements that share nearly all their other words.
fn opposed<'a>(a: &'a [String], b: &'a [String]) -> Option<(&'a str, &'a str)> {
    if a.len().min(b.len()) < SHARED {
        return None;
    }
    let (only_a, only_b) = apart(a, b);
    let shared = (a.len() - only_a.len()).min(b.len() - only_b.len());
    let differing = only_a.len().max(only_b.len());
    if shared < SHARED || differing > shared / 2 {
        return None;
    }
    only_a.iter().find_map(|x| Some((*x, *only_b.iter().find(|y| thesaurus::opposite(x, y))?)))
}

/// The words of `a` that no word of `b` is like, and the other way round.
fn apart<'a>(a: &'a [String], b: &'a [String]) -> (Vec<&'a str>, Vec<&'a str>) {
    let (mut met_a, mut met_b) = (vec![false; a.len()], vec![false; b.len()]);
    for (i, x) in a.iter().enumerate() {
        for (j, _) in b.iter().enumerate().filter(|(_, y)| *y == x) {
            (met_a[i], met_b[j]) = (true, true);
        }
    }
    let classes = |words: &[String], met: &[bool], all: bool| -> Vec<Option<Classes>> {
        words.iter().zip(met).map(|(w, met)| (all || !met).then(|| thesaurus::classes(w))).collect()
    };
    // What has met needs its classes only where something on the other side has not.
    let open = (met_a.contains(&false), met_b.contains(&false));
    let (of_a, of_b) = (classes(a, &met_a, open.1), classes(b, &met_b, open.0));
    for (i, x) in of_a.iter().enumerate() {
        for (j, y) in of_b.iter().enumerate() {
            if (!met_a[i] || !met_b[j]) && x.as_ref().zip(y.as_ref()).is_some_and(|(x, y)| x.meets(y)) {
                (met_a[i], met_b[j]) = (true, true);
            }
        }
    }
    let only = |words: &'a [String], met: &[bool]| -> Vec<&'a str> {
        words.iter().zip(met).filter(|(_, met)| !**met).map(|(word, _)| word.as_str()).collect()
    };
    (only(a, &met_a), only(b, &met_b))
}

/// A role that both fill differently.
fn differing<'a>(
    a: &'a [(String, String)],
    b: &'a [(String, String)],
) -> Option<(&'a str, &'a str, &'a str)> {
    a.iter().filter(|(role, _)| is_shown(role)).find_map(|(role, x)| {
        let (_, y) = b.iter().find(|(r, _)| r == role)?;
        // The same name shares its words.
        let other = fold_name(y);
        let shared = fold_name(x).iter().any(|word| other.contains(word));
        (!shared).then_some((role.as_str(), x.as_str(), y.as_str()))
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
