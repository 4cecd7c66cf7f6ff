//! Which parts of speech an English word can have, and the base form of a verb.
//!
//! About 58,000 open-class forms are a table made from Brill's lexicon and `WordNet` (`words/generate.py`), the words of grammar a
//! list of their own. Which reading holds in a sentence is decided in `annotate::tags`.

use super::entries;
use super::memo::Memo;
use crate::model::Tag;
pub use crate::model::Tags;
use rustc_hash::FxHashMap;
use std::cmp::Ordering;
use std::sync::LazyLock;

/// The tags of `word` (lower case); `None` if it is not listed.
pub fn tags(word: &str) -> Option<Tags> {
    KEPT_TAGS.with(|kept| kept.with(word, tags_of, |tags| *tags))
}

fn tags_of(word: &str) -> Option<Tags> {
    if let Some(tags) = FUNCTION_WORDS.get(word) {
        return Some(*tags);
    }
    let line = line(word)?;
    Tags::of(line.split(' ').nth(1)?.bytes().filter_map(letter))
}

/// `word` (lower case) as the list has it, where it is a base form itself: `lay`, whatever else it is a form of.
pub fn itself(word: &str) -> Option<&'static str> {
    KEPT_THEMSELVES.with(|kept| kept.with(word, itself_of, |found| *found))
}

fn itself_of(word: &str) -> Option<&'static str> {
    tags(word).filter(|t| t.has(Tag::Base))?;
    WORDS.line(word)?.split(' ').next()
}

/// The base form of the verb form `word` (lower case): `begin` for `began`, the word itself if it is one; `None` if it is
/// not listed.
pub fn base(word: &str) -> Option<&'static str> {
    KEPT_BASES.with(|kept| kept.with(word, base_of, |base| *base))
}

fn base_of(word: &str) -> Option<&'static str> {
    let line = line(word)?;
    let mut columns = line.split(' ');
    let form = columns.next()?;
    let Some(how) = columns.nth(1) else { return Some(form) };
    let (cut, ending) = how.split_at(1);
    let stem = &form[..form.len().saturating_sub(cut.parse().unwrap_or(0))];
    if ending.is_empty() {
        return Some(stem);
    }
    let base = WORDS.line(&[stem, ending].concat())?;
    base.split(' ').next()
}

const fn letter(letter: u8) -> Option<Tag> {
    Some(match letter {
        b'N' => Tag::Noun,
        b'S' => Tag::Nouns,
        b'V' => Tag::Base,
        b'Z' => Tag::Third,
        b'D' => Tag::Past,
        b'P' => Tag::Participle,
        b'G' => Tag::Ing,
        b'J' => Tag::Adjective,
        b'R' => Tag::Adverb,
        _ => return None,
    })
}

/// The line of `word`, or of its American spelling: `modelled` as `modeled`.
fn line(word: &str) -> Option<&'static str> {
    let american = || {
        let ending = ["lled", "lling"].into_iter().find(|ending| word.ends_with(ending))?;
        WORDS.line(&[&word[..word.len() - ending.len()], &ending[1..]].concat())
    };
    WORDS.line(word).or_else(american)
}

/// A table of sorted lines behind some lines of comment, found by their first word. Nothing of it is read at the start.
struct Lines(&'static str);

static WORDS: Lines = Lines(include_str!("words/words.txt"));

/// Where the words with each letter begin in [`WORDS`], and behind the last.
static LETTERS: LazyLock<[usize; 27]> =
    LazyLock::new(|| std::array::from_fn(|n| WORDS.first_from(b'a' + n as u8)));

impl Lines {
    /// Where the first line begins whose word begins with `letter` or a later one.
    fn first_from(&self, letter: u8) -> usize {
        let text = self.0.as_bytes();
        let (mut low, mut high) = (0, text.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            let start = text[low..middle].iter().rposition(|b| *b == b'\n').map_or(low, |n| low + n + 1);
            let line = &text[start..];
            if line[0] == b'#' || line[0] < letter {
                low = start + end_of_line(line) + 1;
            } else {
                high = start;
            }
        }
        low.min(text.len())
    }

    /// The line of `word`, by halving the text.
    fn line(&self, word: &str) -> Option<&'static str> {
        let text = self.0.as_bytes();
        let (mut low, mut high) = match word.as_bytes().first() {
            Some(first @ b'a'..=b'z') => {
                let letter = usize::from(first - b'a');
                (LETTERS[letter], LETTERS[letter + 1])
            }
            _ => (0, text.len()),
        };
        while low < high {
            let middle = usize::midpoint(low, high);
            let start = text[low..middle].iter().rposition(|b| *b == b'\n').map_or(low, |n| low + n + 1);
            let line = &text[start..];
            match compare(line, word.as_bytes()) {
                Ordering::Less => low = start + end_of_line(line) + 1,
                Ordering::Greater => high = start,
                Ordering::Equal => return self.0.get(start..start + end_of_line(line)),
            }
        }
        None
    }
}

/// How the first word of `line` compares with `word`. Comments stand before all words.
fn compare(line: &[u8], word: &[u8]) -> Ordering {
    if line.first() == Some(&b'#') {
        return Ordering::Less;
    }
    let ends = |at: usize| line.get(at).is_none_or(|b| matches!(b, b' ' | b'\n'));
    for (at, byte) in word.iter().enumerate() {
        match line.get(at).filter(|_| !ends(at)).map(|b| b.cmp(byte)) {
            Some(Ordering::Equal) => {}
            Some(other) => return other,
            None => return Ordering::Less,
        }
    }
    if ends(word.len()) { Ordering::Equal } else { Ordering::Greater }
}

fn end_of_line(line: &[u8]) -> usize {
    line.iter().position(|b| *b == b'\n').unwrap_or(line.len())
}

thread_local! {
    static KEPT_TAGS: Memo<Option<Tags>> = Memo::default();
    static KEPT_BASES: Memo<Option<&'static str>> = Memo::default();
    static KEPT_THEMSELVES: Memo<Option<&'static str>> = Memo::default();
}

static FUNCTION_WORDS: LazyLock<FxHashMap<&'static str, Tags>> = LazyLock::new(|| {
    let mut out = FxHashMap::default();
    for line in entries(include_str!("words/function-words.txt")) {
        let mut words = line.split(' ');
        let Some(word) = words.next() else { continue };
        if let Some(tags) = Tags::of(words.filter_map(named)) {
            out.entry(word).or_insert(tags);
        }
    }
    out
});

fn named(name: &str) -> Option<Tag> {
    Some(match name {
        "noun" => Tag::Noun,
        "adjective" => Tag::Adjective,
        "adverb" => Tag::Adverb,
        "base" => Tag::Base,
        "third" => Tag::Third,
        "past" => Tag::Past,
        "participle" => Tag::Participle,
        "ing" => Tag::Ing,
        "modal" => Tag::Modal,
        "be" => Tag::Be,
        "have" => Tag::Have,
        "do" => Tag::Do,
        "determiner" => Tag::Determiner,
        "pronoun" => Tag::Pronoun,
        "relative" => Tag::Relative,
        "preposition" => Tag::Preposition,
        "subordinator" => Tag::Subordinator,
        "coordinator" => Tag::Coordinator,
        "to" => Tag::To,
        "not" => Tag::Not,
        "number" => Tag::Number,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{base, tags};
    use crate::model::Tag;

    #[test]
    fn readings_of_a_form() {
        let rows = [
            ("plans", Tag::Nouns, Some(Tag::Third)),
            ("began", Tag::Past, None),
            ("opened", Tag::Past, Some(Tag::Participle)),
            ("the", Tag::Determiner, None),
            ("cut", Tag::Base, Some(Tag::Past)),
        ];
        for (word, _, other) in rows {
            let tags = tags(word).expect(word);
            assert!(other.is_none_or(|t| tags.has(t)), "{word}: {tags:?}");
        }
        assert!(rows.iter().all(|(w, t, _)| tags(w).is_some_and(|r| r.has(*t))));
        assert!(tags("qwertz").is_none());
    }

    #[test]
    fn base_forms() {
        let rows = [
            ("began", "begin"),
            ("plans", "plan"),
            ("making", "make"),
            ("stopped", "stop"),
            ("paid", "pay"),
            ("open", "open"),
        ];
        for (form, verb) in rows {
            assert_eq!(base(form), Some(verb), "{form}");
        }
    }

    #[test]
    fn every_line_is_found_by_its_word() {
        let lines = super::WORDS.0.lines().filter(|line| !line.starts_with('#'));
        for line in lines.step_by(97) {
            let word = line.split(' ').next().unwrap_or_default();
            assert_eq!(super::WORDS.line(word), Some(line));
        }
        for absent in ["", "#", "aaaaaaa", "zzzzzzz", "é"] {
            assert_eq!(super::WORDS.line(absent), None, "{absent}");
        }
    }

    #[test]
    fn every_grammar_word_has_known_tags() {
        let lines = super::entries(include_str!("words/function-words.txt"));
        for line in lines {
            assert!(line.split(' ').skip(1).all(|name| super::named(name).is_some()), "{line}");
            assert!(line.contains(' '), "{line}");
        }
    }
}
