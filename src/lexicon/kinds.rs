//! Kinds of things that exclude each other: what is a film is no novel.
//!
//! Leaves out whatever one thing can be at once: an actress and a singer, a city and a state.

use super::word_map::WordMap;
use super::{STANDING_KINDS, STANDING_WORDS, entries, thesaurus};
use crate::model::{BE, Claim, ClaimValue};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Sets of kinds, each a list of words for it.
type Sets = Vec<Vec<Vec<&'static str>>>;

static SETS: LazyLock<Sets> = LazyLock::new(|| sets(include_str!("exclusive-kinds.txt")));
static FIELDS: LazyLock<Sets> = LazyLock::new(|| sets(include_str!("exclusive-fields.txt")));
/// Per word, the set and the scope in it that it names.
static SCOPES: LazyLock<FxHashMap<&'static str, (usize, usize)>> = LazyLock::new(|| {
    let sets = sets(include_str!("exclusive-scopes.txt"));
    let scopes = sets.into_iter().enumerate().flat_map(|(n, set)| {
        set.into_iter().enumerate().flat_map(move |(k, words)| words.into_iter().map(move |w| (w, (n, k))))
    });
    scopes.collect()
});
/// Per word, the sets of `exclusive-words.txt` that it stands in, each with its place there.
static WORDS: LazyLock<WordMap<&'static str, Vec<(usize, usize)>>> = LazyLock::new(|| {
    let mut out: FxHashMap<&'static str, Vec<(usize, usize)>> = FxHashMap::default();
    for (n, set) in sets(include_str!("exclusive-words.txt")).into_iter().enumerate() {
        for (k, words) in set.into_iter().enumerate() {
            for word in words {
                out.entry(word).or_default().push((n, k));
            }
        }
    }
    out.into()
});
/// Callings by field.
static CALLINGS: LazyLock<Vec<Vec<&'static str>>> =
    LazyLock::new(|| entries(include_str!("callings.txt")).map(|line| line.split(' ').collect()).collect());

fn sets(text: &'static str) -> Sets {
    entries(text)
        .map(|line| line.split(',').map(|kind| kind.split('=').map(str::trim).collect()).collect())
        .collect()
}

/// Whether all fields that the words `a` of a description name are others than those that `b` names, and both name some: a
/// tennis player is no handball player.
pub fn fields_differ(a: &[&str], b: &[&str]) -> bool {
    FIELDS.iter().any(|set| {
        let of = |words: &[&str]| -> Vec<usize> {
            (0..set.len()).filter(|&i| words.iter().any(|w| set[i].contains(w))).collect()
        };
        let (x, y) = (of(a), of(b));
        !x.is_empty() && !y.is_empty() && !x.iter().any(|i| y.contains(i))
    })
}

/// Whether a description of these kinds and words says how something stands among its like: `the largest maker`, `a major player`.
pub fn is_standing(claim: &Claim) -> bool {
    let ClaimValue::Predicate { predicate, arguments, .. } = &claim.value else { return false };
    let all = |role: &'static str| arguments.iter().filter(move |(r, _)| r == role).map(|(_, f)| f.as_str());
    predicate == BE
        && all("kind").any(|kind| STANDING_KINDS.has(kind))
        && all("word").any(|word| STANDING_WORDS.has(word))
}

/// Whether `word` (lower case) names a scope of a figure.
pub fn is_scope(word: &str) -> bool {
    SCOPES.contains_key(word)
}

/// Whether `word` (lower case) stands among those of which one place of a sentence has only one.
pub fn is_exclusive(word: &str) -> bool {
    WORDS.contains(word)
}

/// Whether only one of two words can be true in one place of a sentence: `inside`, `outside`.
pub fn stand_apart(a: &str, b: &str) -> bool {
    let of = |word| WORDS.get(word).map_or(&[][..], Vec::as_slice);
    of(a).iter().any(|(n, k)| of(b).iter().any(|(m, l)| n == m && k != l))
}

/// Whether both words name scopes, and two of one set.
pub fn two_scopes(a: &str, b: &str) -> bool {
    SCOPES.get(a).zip(SCOPES.get(b)).is_some_and(|(x, y)| x.0 == y.0 && x.1 != y.1)
}

/// Whether the words `a` of a sentence name other scopes of a figure than the words `b`: net profit, operating profit.
pub fn scopes_differ<'a>(a: impl Iterator<Item = &'a str>, b: impl Iterator<Item = &'a str>) -> bool {
    let scopes = |words: &mut dyn Iterator<Item = &'a str>| -> Vec<(usize, usize)> {
        words.filter_map(|w| SCOPES.get(w).copied()).collect()
    };
    let (x, y) = (scopes(&mut { a }), scopes(&mut { b }));
    let shares = |set: usize| x.iter().any(|s| s.0 == set && y.contains(s));
    x.iter().any(|&(set, _)| !shares(set) && y.iter().any(|s| s.0 == set))
}

/// Whether who is defined as `defined` is none of `other`: both name callings, those of `other` are all known, and all are of
/// other fields.
pub fn callings_differ(defined: &[&str], other: &[&str]) -> bool {
    let field = |word: &&str| CALLINGS.iter().position(|words| words.contains(word));
    let x: Vec<usize> = defined.iter().filter_map(field).collect();
    let Some(y) = other.iter().map(field).collect::<Option<Vec<usize>>>() else { return false };
    !x.is_empty() && !y.is_empty() && !x.iter().any(|i| y.contains(i))
}

/// Whether nothing can be both `a` and `b` (lemmas of nouns).
pub fn exclusive(a: &str, b: &str) -> bool {
    SETS.iter().any(|set| match (of(set, a), of(set, b)) {
        (Some(x), Some(y)) => x != y,
        _ => false,
    })
}

/// `kinds` without words that are callings but may be things too, where another word says that somebody is meant: `an actress
/// and model`.
pub fn without_vague_callings(kinds: Vec<&str>) -> Vec<&str> {
    let person = |k: &str| thesaurus::broader("person", k);
    let calling = |k: &str| CALLINGS.iter().any(|words| words.contains(&k));
    if kinds.iter().any(|k| person(k) && exclusive(k, "animal")) {
        return kinds.into_iter().filter(|k| exclusive(k, "animal") || !calling(k)).collect();
    }
    kinds
}

/// The kind of a set that `noun` is or is narrower than: by its own words first.
fn of(set: &[Vec<&str>], noun: &str) -> Option<usize> {
    let listed = set.iter().position(|kind| kind.contains(&noun));
    listed.or_else(|| set.iter().position(|kind| kind.iter().any(|word| thesaurus::broader(word, noun))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_that_exclude_each_other() {
        for (a, b, want) in [
            ("an operating profit", "a net profit", true),
            ("an operating profit", "a profit", false),
            ("sales and profit rose", "profit rose", false),
            ("sales rose", "profit rose", true),
            ("the senate voted", "the house voted", true),
            ("the senate voted", "the voters", false),
        ] {
            assert_eq!(scopes_differ(a.split(' '), b.split(' ')), want, "{a} | {b}");
            assert_eq!(scopes_differ(b.split(' '), a.split(' ')), want, "{b} | {a}");
        }
    }

    #[test]
    fn one_thing_is_not_both() {
        for (a, b, want, why) in [
            ("film", "novel", true, "two forms of a work"),
            ("movie", "film", false, "one kind"),
            ("sitcom", "album", true, "a narrower word"),
            ("dog", "singer", true, "an animal and a person"),
            ("truck", "film", true, "a thing and a work"),
            ("actor", "singer", false, "a person can be both"),
            ("city", "county", true, "two kinds of place"),
            ("city", "state", false, "Singapore is both"),
            ("zzyzx", "film", false, "an unknown word is of no kind"),
        ] {
            assert_eq!(exclusive(a, b), want, "{a}, {b}: {why}");
            assert_eq!(exclusive(b, a), want, "{b}, {a}: {why}");
        }
    }

    #[test]
    fn fields_and_callings_are_told_apart() {
        for (a, b, want, why) in [
            (&["tennis", "player"][..], &["handball", "player"][..], true, "two sports"),
            (&["tennis", "golf"], &["golf"], false, "one of both"),
            (&["tennis"], &["tall"], false, "no field"),
            (&["horror", "film"], &["romantic", "comedy"], true, "two genres"),
            (&["horror"], &["tennis"], false, "fields of two kinds of thing"),
        ] {
            assert_eq!(fields_differ(a, b), want, "{why}");
            assert_eq!(fields_differ(b, a), want, "{why}, the other way round");
        }
        for (a, b, want, why) in [
            (&["singer", "actor"][..], &["senator"][..], true, "two fields"),
            (&["singer", "senator"], &["senator"], false, "one of both"),
            (&["author"], &["senator"], false, "an author can be anything"),
            (&[], &["senator"], false, "none"),
        ] {
            assert_eq!(callings_differ(a, b), want, "{why}");
            assert_eq!(callings_differ(b, a), want, "{why}, the other way round");
        }
        let (defined, other) = (["chemist", "inventor"], ["footballer"]);
        assert!(callings_differ(&defined, &other), "a definition may say more than is known");
        assert!(!callings_differ(&other, &defined), "an inventor can be anything");
        {}
    }
}
