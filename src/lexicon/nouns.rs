//! Plural nouns and their singular, by rule and by a list of irregular ones.

use super::word_map::WordMap;
use super::{WordList, entries};
use std::borrow::Cow;
use std::sync::LazyLock;

/// Words that end the name of a street (`avenue`).
pub static STREETS: LazyLock<WordList> = LazyLock::new(|| WordList::parse(include_str!("streets.txt")));

/// The singular of `word` (lower case) if it looks like a plural; of words alike in both numbers the word itself.
pub fn singular(word: &str) -> Option<Cow<'_, str>> {
    if let Some(known) = IRREGULAR.get(word) {
        return Some(Cow::Borrowed(known));
    }
    if word.len() < 3 || !word.ends_with('s') || MODIFIERS_IN_S.has(word) {
        return None;
    }
    let stem = &word[..word.len() - 1];
    if stem.ends_with("ie") && stem.len() > 3 {
        return Some(Cow::Owned(format!("{}y", &stem[..stem.len() - 2])));
    }
    if ["sse", "she", "tche", "xe", "zze"].iter().any(|e| stem.ends_with(e))
        || (stem.ends_with("che") && !stem.ends_with("ache"))
    {
        return Some(Cow::Borrowed(&stem[..stem.len() - 1]));
    }
    (!["s", "u", "i"].iter().any(|e| stem.ends_with(e)) || stem == "taxi" || stem == "ski")
        .then_some(Cow::Borrowed(stem))
}

/// The singular of the last word of a phrase, or the phrase as it is.
pub fn singular_or_same(word: &str) -> Cow<'_, str> {
    singular(word).unwrap_or(Cow::Borrowed(word))
}

/// Words at which a noun phrase ends.
pub static NOUN_PHRASE_STOPS: LazyLock<WordList> =
    LazyLock::new(|| WordList::parse(include_str!("noun-phrase-stops.txt")));
/// Nouns after which a number is a label.
pub static LABEL_NOUNS: LazyLock<WordList> =
    LazyLock::new(|| WordList::parse(include_str!("label-nouns.txt")));
/// Words that, though capitalised, do not make a number after them part of a name.
pub static NAME_BREAKERS: LazyLock<WordList> =
    LazyLock::new(|| WordList::parse(include_str!("name-breakers.txt")));
/// Nouns that `a` before them makes a rate of (`a share`).
pub static RATE_NOUNS: LazyLock<WordList> = LazyLock::new(|| WordList::parse(include_str!("rate-nouns.txt")));
/// Words in -s that modify the noun behind them.
static MODIFIERS_IN_S: LazyLock<WordList> =
    LazyLock::new(|| WordList::parse(include_str!("modifiers-in-s.txt")));

static IRREGULAR: LazyLock<WordMap<&'static str, &'static str>> = LazyLock::new(|| {
    entries(include_str!("irregular-plurals.txt")).filter_map(|line| line.split_once(' ')).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_become_singular() {
        for (plural, want) in [
            ("customers", Some("customer")),
            ("countries", Some("country")),
            ("churches", Some("church")),
            ("boxes", Some("box")),
            ("houses", Some("house")),
            ("employees", Some("employee")),
            ("ties", Some("tie")),
            ("people", Some("person")),
            ("dead", Some("dead")),
            ("glass", None),
            ("status", None),
            ("crisis", None),
            ("sales", None),
            ("city", None),
        ] {
            assert_eq!(singular(plural).as_deref(), want, "{plural}");
        }
    }
}
