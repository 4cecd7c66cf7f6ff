//! The thing that is counted: the noun phrase to the right of a number.
//!
//! No tagger: the phrase runs to the first function word, verb of the list, or sign; its head is the first noun in the
//! plural, or, of one thing, the last word before the end.

use super::numeral::{Form, Numeral};
use super::text::Text;
use crate::lexicon::nouns::{NOUN_PHRASE_STOPS, singular};
use crate::lexicon::numbers::{NumberClass, number_word};
use crate::lexicon::{GROUPS_OF_PEOPLE, PEOPLE};
use crate::model::{Decimal, TokenKind};
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::ops::Range;

/// Longest noun phrase, in tokens.
const LONGEST: usize = 8;

/// A counted noun phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Its tokens, modifiers included.
    pub tokens: Range<usize>,
    /// The noun in the singular.
    pub noun: String,
    /// Lower-case modifiers in order.
    pub modifiers: Vec<String>,
}

/// The noun phrase behind `number`. `compounds` are nouns of several words that count as one (`data center`).
pub fn read(text: Text, number: &Numeral, compounds: &FxHashSet<String>) -> Option<Counted> {
    let end = super::bound::behind(text, number.tokens.end);
    phrase(text, number, end, compounds).or_else(|| of_group(text, number))
}

/// The people of `a gang of five`.
fn of_group(text: Text, number: &Numeral) -> Option<Counted> {
    let of = number.tokens.start.checked_sub(1).filter(|&i| text.word(i) == "of")?;
    let group = GROUPS_OF_PEOPLE.has(text.word(of.checked_sub(1)?)) && number.value.fract().is_zero();
    let end = number.tokens.end;
    let alone =
        text.kind(end) != Some(TokenKind::Dash) && !matches!(text.word(end), "to" | "or" | "%" | "percent");
    (group && alone).then(|| Counted { tokens: end..end, noun: "person".to_owned(), modifiers: Vec::new() })
}

/// The noun phrase from `end` on, behind `number`.
fn phrase(text: Text, number: &Numeral, end: usize, compounds: &FxHashSet<String>) -> Option<Counted> {
    if text.is_glued_dash(end) {
        return hyphenated(text, end);
    }
    let mut start = behind_of(text, end);
    let one =
        number.value.abs() <= Decimal::ONE && number.value == number.high && number.form != Form::Fraction;
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut at = start;
    while at < start + LONGEST {
        if text.is_glued_dash(at) {
            at += 1;
            continue;
        }
        let word = text.word(at);
        // `two mining and farming towns`, `three COVID-19 vaccines`
        if !one && let Some(behind) = linked(text, start, at) {
            at = behind;
            continue;
        }
        // `two of the company's directors`
        if start > end && text.kind(at) == Some(TokenKind::Possessive) && !words.is_empty() {
            words.clear();
            at += 1;
            start = at;
            continue;
        }
        let stop = text.kind(at) != Some(TokenKind::Word)
            || (NOUN_PHRASE_STOPS.has(word) && !is_hyphened(text, start, at))
            || (is_number(word) && !text.is_glued_dash(at + 1))
            || (at > start && text.glued(at) && !text.is_dash(at - 1));
        if stop || (one && !words.is_empty() && is_verbal(word)) {
            break;
        }
        words.push((at, word));
        if !one && is_head(text, at, word) || one && is_person(text, at, word) {
            return Some(build(start, &words, compounds));
        }
        at += 1;
    }
    (one && !words.is_empty() && words.len() <= 4).then(|| build(start, &words, compounds))
}

/// A number word, which begins another quantity; with a hyphen it modifies the noun (`five two-bedroom flats`).
fn is_number(word: &str) -> bool {
    use NumberClass::{Hundred, Scale, Teen, Ten, Unit};
    number_word(word).is_some_and(|(class, _)| matches!(class, Unit | Teen | Ten | Hundred | Scale))
}

/// `10-member`, `six-story`: the word behind the hyphen.
fn hyphenated(text: Text, dash: usize) -> Option<Counted> {
    let at = dash + 1;
    let word = text.word(at);
    let fits = text.kind(at) == Some(TokenKind::Word)
        && word.len() > 2
        && !NOUN_PHRASE_STOPS.has(word)
        && !is_idiom(word);
    fits.then(|| Counted {
        tokens: at..at + 1,
        noun: singular(word).unwrap_or(Cow::Borrowed(word)).into_owned(),
        modifiers: Vec::new(),
    })
}

/// Words that make an idiom of a number before a hyphen: `one-time`, `two-way`, `one-sided`.
pub fn is_idiom(word: &str) -> bool {
    matches!(
        word,
        "time"
            | "way"
            | "sided"
            | "off"
            | "fold"
            | "handed"
            | "hand"
            | "faced"
            | "dimensional"
            | "size"
            | "nil"
            | "all"
            | "over"
            | "stop"
            | "class"
            | "rate"
            | "generation"
            | "degree"
            | "party"
            | "quarter"
            | "tier"
            | "level"
            | "pronged"
    )
}

/// The token behind `of` and a determiner: `dozens of the men`.
fn behind_of(text: Text, end: usize) -> usize {
    if text.word(end) != "of" {
        return end;
    }
    let determiner = matches!(
        text.word(end + 1),
        "the" | "its" | "their" | "his" | "her" | "our" | "these" | "those" | "my" | "your"
    );
    end + 1 + usize::from(determiner)
}

/// Whether a hyphen ties the word at `at` to what stands before or behind it: `burnt-out cars`, `for-profit schools`.
fn is_hyphened(text: Text, start: usize, at: usize) -> bool {
    at > start && text.is_glued_dash(at - 1) || text.is_glued_dash(at + 1) && text.glued(at + 2)
}

/// Where the noun phrase goes on behind a link at `at`: a number that is part of a name, or `and` between two modifiers, of which
/// the second ends in a plural.
fn linked(text: Text, start: usize, at: usize) -> Option<usize> {
    if text.kind(at) == Some(TokenKind::Number)
        && text.glued(at)
        && text.is_glued_dash(at - 1)
        && text.capital(at - 2)
    {
        return Some(at + 1);
    }
    let plain = |k: usize| text.kind(k) == Some(TokenKind::Word) && !NOUN_PHRASE_STOPS.has(text.word(k));
    let head = |k: usize| text.word(k).ends_with('s') && singular(text.word(k)).is_some();
    let done = |k: usize| text.word(k).ends_with("ed");
    let pair = text.word(at) == "and" && at > start && plain(at + 1) && !head(at + 1);
    (pair && plain(at + 2) && head(at + 2) && !done(at - 1) && !done(at + 1)).then_some(at + 1)
}

/// Whether `word` alone is somebody: `one gunman raised his arms`.
fn is_person(text: Text, at: usize, word: &str) -> bool {
    let goes_on = text.kind(at + 1) == Some(TokenKind::Word) && PEOPLE.has(text.word(at + 1));
    PEOPLE.has(word) && !goes_on
}

/// Whether `word` is the head: a plural that does not itself modify a plural behind it.
fn is_head(text: Text, at: usize, word: &str) -> bool {
    if singular(word).is_none() {
        return false;
    }
    let next = text.word(at + 1);
    let more = text.kind(at + 1) == Some(TokenKind::Word)
        && text.spaced(at + 1)
        && !NOUN_PHRASE_STOPS.has(next)
        && singular(next).is_some();
    // `12 United States senators`
    // `12 police officers`: what takes no -s modifies the plural behind it.
    !(more && (!word.ends_with('s') && next.ends_with('s') || text.capital(at) && !text.capital(at + 1)))
}

/// Past forms and adverbs end the phrase behind `one`.
fn is_verbal(word: &str) -> bool {
    word.len() > 4 && (word.ends_with("ed") || word.ends_with("ly") || word.ends_with("ing"))
}

fn build(start: usize, words: &[(usize, &str)], compounds: &FxHashSet<String>) -> Counted {
    let Some((&(last, head), before)) = words.split_last() else {
        return Counted { tokens: start..start, noun: String::new(), modifiers: Vec::new() };
    };
    let mut noun = singular(head).unwrap_or(Cow::Borrowed(head)).into_owned();
    let mut modifiers: Vec<String> = before.iter().map(|(_, w)| (*w).to_owned()).collect();
    while let Some(word) = modifiers.last() {
        let joined = format!("{word} {noun}");
        if !compounds.contains(&joined) {
            break;
        }
        noun = joined;
        modifiers.pop();
    }
    Counted { tokens: start..last + 1, noun, modifiers }
}
