//! Kinds of things that exclude each other: what is a film is no novel.
//!
//! Leaves out whatever one thing can be at once: an actress and a singer, a city and a state.

use super::{entries, thesaurus};
use std::sync::LazyLock;

/// Sets of kinds, each a list of words for it.
static SETS: LazyLock<Vec<Vec<Vec<&'static str>>>> = LazyLock::new(|| {
    entries(include_str!("exclusive-kinds.txt"))
        .map(|line| line.split(',').map(|kind| kind.split('=').map(str::trim).collect()).collect())
        .collect()
});

/// Whether nothing can be both `a` and `b` (lemmas of nouns).
pub fn exclusive(a: &str, b: &str) -> bool {
    SETS.iter().any(|set| match (of(set, a), of(set, b)) {
        (Some(x), Some(y)) => x != y,
        _ => false,
    })
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
}
