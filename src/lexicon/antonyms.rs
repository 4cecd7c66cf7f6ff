//! Words that exclude each other, verbs above all.

use super::entries;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// The pairs of `antonyms.txt`.
pub static ANTONYMS: LazyLock<Antonyms> = LazyLock::new(|| {
    let pairs = entries(include_str!("antonyms.txt")).filter_map(|line| line.split_once(' '));
    Antonyms(pairs.flat_map(|(a, b)| [(a, b), (b, a)]).collect())
});

/// The pairs of `converse.txt`, which tell one thing from its two ends: `Norvik leads Tarn`, `Tarn trails Norvik`.
pub static CONVERSE: LazyLock<Antonyms> = LazyLock::new(|| {
    let pairs = entries(include_str!("converse.txt")).filter_map(|line| line.split_once(' '));
    Antonyms(pairs.flat_map(|(a, b)| [(a, b), (b, a)]).collect())
});

/// Pairs of lemmas, in both orders.
pub struct Antonyms(FxHashSet<(&'static str, &'static str)>);

impl Antonyms {
    /// Whether `a` and `b` cannot both be said of the same thing.
    pub fn has(&self, a: &str, b: &str) -> bool {
        self.0.contains(&(a, b))
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
    }
}
