//! Stems: match keys for words, never shown to people. Porter's second algorithm for English; the only user of `rust_stemmers`.

use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;
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
    for (british, american) in ENDINGS {
        if let Some(head) = word.strip_suffix(british) {
            return Cow::Owned(format!("{head}{american}"));
        }
    }
    ENGLISH.stem(word)
}
