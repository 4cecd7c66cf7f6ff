//! Words that exclude each other, verbs above all.

use super::entries;
use super::word_map::WordMap;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The pairs of `antonyms.txt`.
pub static ANTONYMS: LazyLock<Antonyms> = LazyLock::new(|| Antonyms::of(include_str!("antonyms.txt")));

/// The pairs of `converse.txt`, which tell one thing from its two ends: `Norvik leads Tarn`, `Tarn trails Norvik`.
pub static CONVERSE: LazyLock<Antonyms> = LazyLock::new(|| Antonyms::of(include_str!("converse.txt")));

/// The verbs of `phrasal-verbs.txt`, each with the plain verb that says the same.
static PHRASAL: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    entries(include_str!("phrasal-verbs.txt"))
        .filter_map(|line| line.split_once('='))
        .map(|(a, b)| (a.trim(), b.trim()))
        .collect()
});

/// The pairs of `undergone.txt`.
static UNDERGONE: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    entries(include_str!("undergone.txt")).filter_map(|line| line.split_once(' ')).collect()
});

/// Whether `done`, done to somebody, excludes what they do of themselves, `does`: `was fired`, `resigned`.
pub fn undergone(done: &str, does: &str) -> bool {
    UNDERGONE.contains(&(done, does))
}

/// Whether somebody does `verb` of themselves that could have been done to them otherwise: alone with a name it says enough.
pub fn of_oneself(verb: &str) -> bool {
    UNDERGONE.iter().any(|(_, does)| *does == verb)
}

/// Whether `verb` stands in either place of such a pair.
pub fn is_undergone(verb: &str) -> bool {
    UNDERGONE.iter().any(|(done, does)| *done == verb || *does == verb)
}

/// A verb and those with a particle that say the same.
fn in_all_words(verb: &'static str) -> impl Iterator<Item = &'static str> {
    let same = PHRASAL.iter().filter(move |(_, plain)| *plain == verb).map(|(phrasal, _)| *phrasal);
    std::iter::once(verb).chain(same)
}

/// Lemmas with those that they are paired with, in both orders.
pub struct Antonyms(WordMap<&'static str, Vec<&'static str>>);

impl Antonyms {
    fn of(list: &'static str) -> Self {
        let mut all: FxHashMap<&'static str, Vec<&'static str>> = FxHashMap::default();
        let pairs = entries(list).filter_map(|line| line.split_once(' '));
        for (a, b) in pairs.flat_map(|(a, b)| [(a, b), (b, a)]) {
            for a in in_all_words(a) {
                all.entry(a).or_default().extend(in_all_words(b));
            }
        }
        Self(all.into())
    }

    /// Whether `a` is paired with anything.
    pub fn lists(&self, a: &str) -> bool {
        self.0.contains(a)
    }

    /// Whether `a` and `b` cannot both be said of the same thing.
    pub fn has(&self, a: &str, b: &str) -> bool {
        self.0.get(a).is_some_and(|others| others.contains(&b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_pair_and_holds_both_ways() {
        for line in entries(include_str!("antonyms.txt")) {
            let words: Vec<&str> = line.split(' ').collect();
            assert_eq!(words.len(), 2, "{line}");
            assert!(ANTONYMS.has(words[0], words[1]) && ANTONYMS.has(words[1], words[0]), "{line}");
        }
        assert!(!ANTONYMS.has("open", "launch"));
        assert!(ANTONYMS.has("turn down", "accept") && ANTONYMS.has("go up", "go down"));
        assert!(ANTONYMS.lists("call off") && !ANTONYMS.lists("set off"));
    }
}
