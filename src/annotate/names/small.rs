//! People in small letters, as old wire copy and hurried reports have them: `health minister jorge brancho`, and `brancho said`
//! further down.
//!
//! Only words that no list has are taken, so that ordinary words are never people: a given name and one word behind it, and
//! the family name of somebody known beside a verb of saying.

use super::Piece;
use crate::lexicon::{naming, places};
use crate::model::{Document, EntityKind, Fact, TokenKind};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A family name has so many letters at least; one that stands alone, as it may be misspelt.
const LETTERS: usize = 4;
const ALONE: usize = 5;
/// So many family names at most are looked at.
const MOST: usize = 100;

/// Adds the people in small letters to the names found so far.
pub fn people(doc: &Document, pieces: &mut Vec<Piece>) {
    let unheard: Vec<usize> = (0..doc.tokens.len()).filter(|&i| is_unheard(doc, i)).collect();
    // In a row of such words there is a foreign language and no name.
    let alone = |from: usize, to: usize| {
        from.checked_sub(1).is_none_or(|i| !is_unheard(doc, i)) && !is_unheard(doc, to)
    };
    let full = |i: usize| {
        let given = naming::given_name(doc.word(i)).is_some() && !is_unheard(doc, i.saturating_sub(1));
        let last =
            i + 1 + usize::from(naming::given_name(doc.word(i + 1)).is_some() && is_family(doc, i + 2));
        (given && is_family(doc, last) && alone(i, last + 1)).then_some(i..last + 1)
    };
    let found: Vec<Range<usize>> = unheard.iter().filter_map(|&i| full(i)).collect();
    pieces.extend(found.into_iter().map(person));
    // A word that stands there in small letters, too, was no name to begin a sentence.
    let begins = doc.sentences.iter().map(|s| s.tokens.start).filter(|&i| doc.tokens[i].capital);
    let lone: Vec<usize> = unheard
        .iter()
        .copied()
        .filter(|&i| is_family(doc, i) && alone(i, i + 1))
        .chain(begins)
        .filter(|&i| doc.word(i).len() >= ALONE && says(doc, i) && doc.words.facts(i).tags.is_none())
        .collect();
    if lone.is_empty() {
        return;
    }
    let full = |piece: &&Piece| piece.kind == EntityKind::Person && piece.tokens.len() > 1;
    let mut families: Vec<&str> = Vec::new();
    for name in pieces.iter().filter(full).map(|piece| doc.word(piece.tokens.end - 1)) {
        if families.len() < MOST && !families.contains(&name) {
            families.push(name);
        }
    }
    let starts: FxHashSet<usize> = pieces.iter().map(|piece| piece.tokens.start).collect();
    let called = |i: &usize| families.iter().any(|name| letter_apart(name, doc.word(*i)));
    let lone = lone.into_iter().filter(|i| !starts.contains(i)).filter(called);
    pieces.extend(lone.map(|i| person(i..i + 1)));
}

/// Whether a verb of saying stands beside token `i`.
fn says(doc: &Document, i: usize) -> bool {
    doc.is(i + 1, Fact::Says) || i.checked_sub(1).is_some_and(|before| doc.is(before, Fact::Says))
}

fn person(tokens: Range<usize>) -> Piece {
    Piece { tokens, kind: EntityKind::Person, canonical: None }
}

/// Whether a word in small letters stands at token `i` that the list of English words has not.
fn is_unheard(doc: &Document, i: usize) -> bool {
    let Some(token) = doc.tokens.get(i) else { return false };
    token.kind == TokenKind::Word
        && !token.capital
        && !token.inner_capital
        && doc.words.facts(i).tags.is_none()
}

/// Whether the word at token `i` can be a family name and nothing else.
fn is_family(doc: &Document, i: usize) -> bool {
    let word = doc.word(i);
    is_unheard(doc, i)
        && doc.tokens[i].spaced
        && word.len() >= LETTERS
        && word.bytes().all(|b| b.is_ascii_lowercase())
        && !doc.is(i, Fact::BeginsPlace)
        && !doc.is(i, Fact::OfPlace)
        && !naming::is_common(word)
        && naming::company_suffix(word).is_none()
        && naming::honorific(word).is_none()
        && places::lookup(word).is_none()
}

/// Whether two words are the same but for one letter, put in, left out, changed or swapped with its neighbour.
fn letter_apart(a: &str, b: &str) -> bool {
    strsim::osa_distance(a, b) <= 1
}

#[cfg(test)]
mod tests {
    use super::letter_apart;

    #[test]
    fn words_a_letter_apart() {
        for (a, b, one) in [
            ("bracho", "brancho", true),
            ("bracho", "bracho", true),
            ("brancho", "brantho", true),
            ("hanna", "hana", true),
            ("olson", "olsson", true),
            ("bracho", "branchos", false),
            ("olsen", "hansen", false),
        ] {
            assert_eq!((letter_apart(a, b), letter_apart(b, a)), (one, one), "{a} {b}");
        }
    }
}
