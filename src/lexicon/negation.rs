//! Words that deny what their sentence says, and those that make another thing of a denial: `not only`.

use super::entries;
use super::word_map::WordMap;
use std::sync::LazyLock;

/// What a word of `negations.txt` does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    /// It denies by itself.
    Always,
    /// It denies what stands behind `to`.
    BeforeTo,
}

static WORDS: LazyLock<WordMap<&'static str, Use>> = LazyLock::new(|| {
    let all = entries(include_str!("negations.txt")).filter(|line| !line.starts_with("but: "));
    all.map(|line| line.strip_prefix("to: ").map_or((line, Use::Always), |word| (word, Use::BeforeTo)))
        .collect()
});
static BUT: LazyLock<WordMap<&'static str, ()>> = LazyLock::new(|| {
    entries(include_str!("negations.txt"))
        .filter_map(|line| Some((line.strip_prefix("but: ")?, ())))
        .collect()
});

/// Whether a denial may begin with `word` (lower case).
pub fn may_begin(word: &str) -> bool {
    WORDS.contains(word) || is_contracted(word)
}

/// Whether `word` denies where `next` stands behind it.
pub fn denies(word: &str, next: &str) -> bool {
    is_contracted(word)
        || match WORDS.get(word) {
            Some(Use::Always) => true,
            Some(Use::BeforeTo) => next == "to",
            None => false,
        }
}

/// Whether a denial says no plain no where `next` stands behind it: `not only`, `no longer`.
pub fn is_qualified_by(next: &str) -> bool {
    BUT.contains(next)
}

/// `didn't`
fn is_contracted(word: &str) -> bool {
    word.ends_with("n't") || word.ends_with("n’t")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_denies() {
        for (word, next, want) in [
            ("not", "found", true),
            ("didn't", "find", true),
            ("failed", "to", true),
            ("failed", "banks", false),
            ("found", "no", false),
        ] {
            assert_eq!(denies(word, next), want, "{word} {next}");
            assert!(may_begin(word) || !want, "{word}");
        }
        assert!(is_qualified_by("only") && !is_qualified_by("found"));
    }
}
