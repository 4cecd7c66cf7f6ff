//! Which parts of speech an English word can have, and the base form of a verb.
//!
//! About 58,000 open-class forms are a table made from Brill's lexicon and WordNet (`words/generate.py`), the words of grammar a
//! list of their own. Which reading holds in a sentence is decided in `annotate::tags`.

use super::entries;
use super::memo::Memo;
use crate::model::Tag;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The tags that a word can have: a set, and the likeliest of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tags {
    /// The likeliest.
    pub first: Tag,
    set: u32,
}

impl Tags {
    /// Only `tag`.
    pub const fn only(tag: Tag) -> Self {
        Self { first: tag, set: 1 << tag as u32 }
    }

    /// These tags, the first the likeliest; `None` if there is none.
    pub fn of(tags: impl IntoIterator<Item = Tag>) -> Option<Self> {
        let mut tags = tags.into_iter();
        let first = tags.next()?;
        Some(tags.fold(Self::only(first), |all, tag| all.and(tag)))
    }

    /// These and `tag`.
    #[must_use]
    pub const fn and(self, tag: Tag) -> Self {
        Self { first: self.first, set: self.set | 1 << tag as u32 }
    }

    /// Whether the word can be `tag`.
    pub const fn has(self, tag: Tag) -> bool {
        self.set & (1 << tag as u32) != 0
    }

    /// The first of `tags` that the word can be.
    pub fn among(self, tags: &[Tag]) -> Option<Tag> {
        tags.iter().copied().find(|t| self.has(*t))
    }

    /// Whether there is nothing to decide.
    pub const fn is_certain(self) -> bool {
        self.set.count_ones() == 1
    }
}

/// The tags of `word` (lower case); `None` if it is not listed.
pub fn tags(word: &str) -> Option<Tags> {
    KNOWN.with(|known| known.with(word, read, |tags| *tags))
}

thread_local! {
    static KNOWN: Memo<Option<Tags>> = Memo::default();
}

fn read(word: &str) -> Option<Tags> {
    if let Some(tags) = FUNCTION_WORDS.get(word) {
        return Some(*tags);
    }
    let line = WORDS.line(word)?;
    Tags::of(line.split(' ').nth(1)?.bytes().filter_map(letter))
}

/// The base form of the verb form `word` (lower case): `begin` for `began`, the word itself if it is one; `None` if it is
/// not listed.
pub fn base(word: &str) -> Option<&'static str> {
    let line = WORDS.line(word)?;
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

/// A table of sorted lines, found by their first word.
struct Lines {
    text: &'static str,
    /// Where each line starts, those of comments left out.
    starts: Vec<u32>,
}

static WORDS: LazyLock<Lines> = LazyLock::new(|| {
    let text = include_str!("words/words.txt");
    let mut starts = Vec::with_capacity(60_000);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if !line.starts_with('#') {
            starts.push(u32::try_from(at).expect("the table is smaller than 4 GB"));
        }
        at += line.len();
    }
    Lines { text, starts }
});

impl Lines {
    fn line(&self, word: &str) -> Option<&'static str> {
        let at = |i: u32| {
            let rest = &self.text[i as usize..];
            rest.split('\n').next().unwrap_or(rest)
        };
        let key = |i: u32| {
            let line = at(i);
            line.split(' ').next().unwrap_or(line)
        };
        let found = self.starts.binary_search_by(|&i| key(i).cmp(word)).ok()?;
        Some(at(self.starts[found]))
    }
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
    fn every_grammar_word_has_known_tags() {
        let lines = super::entries(include_str!("words/function-words.txt"));
        for line in lines {
            assert!(line.split(' ').skip(1).all(|name| super::named(name).is_some()), "{line}");
            assert!(line.contains(' '), "{line}");
        }
    }
}
