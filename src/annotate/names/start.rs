//! Words that begin a sentence, whose capital tells little: names and others.

use crate::lexicon::words;
use crate::model::{Document, Tag, TokenKind};

/// Whether a text of one sentence says what the word at `i`, which it opens with, is: `Harbour is a British series`.
pub fn is_defined(doc: &Document, i: usize) -> bool {
    let singular = matches!(doc.word(i + 1), "is" | "was");
    // `Savages was`: a plural is none there.
    if singular && words::tags(doc.word(i)).is_some_and(|t| t.first == Tag::Nouns) {
        return true;
    }
    let being = singular && matches!(doc.word(i + 2), "a" | "an");
    let names = words::tags(doc.word(i)).is_none_or(|t| t.first.is_noun() || t.first.is_verb());
    doc.sentences.len() == 1 && being && names
}

/// Whether a participle and a preposition stand at `i`: `Shot in`, `Founded by`.
pub fn opens_with_deed(doc: &Document, i: usize) -> bool {
    let preposition = matches!(
        doc.word(i + 1),
        "in" | "on" | "by" | "at" | "from" | "near" | "to" | "under" | "with" | "into" | "as"
    );
    preposition && words::tags(doc.word(i)).is_some_and(|t| t.has(Tag::Participle))
}

/// Words that end as ordinary English words do.
pub fn looks_ordinary(word: &str) -> bool {
    word.contains(['\'', '’'])
        || word.len() > 5
            && ["ing", "ally", "tion", "tions", "ment", "ments", "ously", "ively", "ness", "ed", "ers"]
                .iter()
                .any(|e| word.ends_with(e))
}

/// Whether what stands behind the dash at `at` is the second half of a given name (`Seo Ju-hyun`), and no word that a dash
/// hangs on a name (`Norvik-led`).
pub fn is_second_syllable(doc: &Document, start: usize, at: usize) -> bool {
    let (before, behind) = (doc.word(at - 1), doc.word(at + 1));
    let small = doc.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Word && !t.spaced && !t.capital);
    let last = doc.tokens.get(at + 2).is_none_or(|t| t.spaced || t.kind != TokenKind::Dash);
    let syllable = |word: &str| word.len() <= 6 && word.bytes().all(|b| b.is_ascii_alphabetic());
    let hangs = matches!(
        behind,
        "led"
            | "run"
            | "made"
            | "born"
            | "owned"
            | "based"
            | "built"
            | "era"
            | "only"
            | "wide"
            | "type"
            | "style"
            | "like"
            | "free"
            | "bound"
    ) || words::tags(behind).is_some_and(|t| t.has(Tag::Participle));
    start + 2 == at
        && small
        && last
        && !hangs
        && syllable(before)
        && syllable(behind)
        && words::tags(before).is_none()
}
