//! Stems: match keys for words, never shown to people. Porter's second algorithm for English; the only user of `rust_stemmers`.
//!
//! Stemming costs more than everything else that is done with a word, and words repeat: each thread keeps the stems it has
//! made.

use super::memo::Memo;
use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;
use std::sync::Arc;
use std::sync::LazyLock;

static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// British spellings that the stemmer would keep apart from the American ones, by ending.
const ENDINGS: [(&str, &str); 6] = [
    ("centres", "center"),
    ("centre", "center"),
    ("metres", "meter"),
    ("metre", "meter"),
    ("litres", "liter"),
    ("litre", "liter"),
];

/// The stem of `word` (lower case).
pub fn stem(word: &str) -> Cow<'_, str> {
    KEPT.with(|kept| kept.with(word, |word| Kept::new(word, &made(word)), |stem| stem.of(word)))
}

/// The stem of `word`, one text for all words that have it: most are told to be the same by where they lie in memory.
pub fn shared(word: &str) -> Arc<str> {
    SHARED.with(|shared| shared.with(word, |word| kept(&stem(word)), Arc::clone))
}

/// The same of a word that is hardly asked for again: the word is not kept.
pub fn once(word: &str) -> Arc<str> {
    kept(&made(word))
}

/// The one text for all that are the same as `text`, as long as texts are kept.
pub fn kept(text: &str) -> Arc<str> {
    TEXTS.with(|texts| texts.with(text, |text| Arc::from(text), Arc::clone))
}

/// The first eight bytes as a number, by which most words are put in order.
pub fn beginning(word: &str) -> u64 {
    let mut bytes = [0; 8];
    let length = word.len().min(8);
    bytes[..length].copy_from_slice(&word.as_bytes()[..length]);
    u64::from_be_bytes(bytes)
}

thread_local! {
    static KEPT: Memo<Kept> = Memo::default();
    static SHARED: Memo<Arc<str>> = Memo::default();
    static TEXTS: Memo<Arc<str>> = Memo::default();
}

/// A stem, by what it shares with its word: most are just its beginning.
struct Kept {
    /// Bytes of the word.
    shared: usize,
    /// What stands behind them in the stem.
    other: Box<str>,
}

impl Kept {
    fn new(word: &str, stem: &str) -> Self {
        let same = word.bytes().zip(stem.bytes()).take_while(|(a, b)| a == b).count();
        let shared = (0..=same).rev().find(|&n| word.is_char_boundary(n)).unwrap_or_default();
        Self { shared, other: stem[shared..].into() }
    }

    fn of<'a>(&self, word: &'a str) -> Cow<'a, str> {
        let shared = &word[..self.shared];
        if self.other.is_empty() { Cow::Borrowed(shared) } else { Cow::Owned([shared, &self.other].concat()) }
    }
}

fn made(word: &str) -> Cow<'_, str> {
    for (british, american) in ENDINGS {
        if let Some(head) = word.strip_suffix(british) {
            return Cow::Owned(format!("{head}{american}"));
        }
    }
    ENGLISH.stem(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// What is kept is what was made, whatever the letters.
        #[test]
        fn kept_stems_are_the_stems(word in "[a-zé’]{0,12}(ing|ed|s|y|ies|centres|ational)?") {
            let want = made(&word).into_owned();
            proptest::prop_assert_eq!(stem(&word), want.as_str());
            proptest::prop_assert_eq!(stem(&word), want.as_str());
        }
    }
}
