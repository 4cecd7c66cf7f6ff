//! Titles of works that a text opens with: in quotation marks (`"Roar" is a song`), or told by the capitals of words that no
//! sentence writes with one (`Hot Right Now is a single`).

use crate::lexicon::{naming, words};
use crate::model::{Document, Sentence, Tag, TokenKind};
use std::ops::Range;

/// No title has more tokens.
const LONGEST: usize = 9;

/// The title that `sentence` opens with.
pub fn at_start(doc: &Document, sentence: &Sentence) -> Option<Range<usize>> {
    quoted(doc, sentence).or_else(|| bare(doc, sentence))
}

/// `"Roar" is`, `"Roar" (2013) is`, `"Roar", a song`.
fn quoted(doc: &Document, sentence: &Sentence) -> Option<Range<usize>> {
    let marks = |from: usize| (from..sentence.tokens.end).take_while(|&i| is_mark(doc, i)).count();
    let start = sentence.tokens.start;
    let from = start + marks(start);
    let end = (from..sentence.tokens.end.min(from + LONGEST)).find(|&i| is_mark(doc, i))?;
    let next = doc.word(end + marks(end));
    let said = matches!(next, "is" | "was" | "(" | ",");
    // `"No," he said` is no title, nor is a sentence.
    let inner = end > from && doc.tokens[from].capital && doc.tokens[end - 1].kind != TokenKind::Punct;
    (from > start && inner && said && is_title(doc, from..end)).then_some(from..end)
}

/// Whether all words that are long or stand at an end have a capital.
fn is_title(doc: &Document, tokens: Range<usize>) -> bool {
    let last = tokens.end - 1;
    tokens.clone().all(|i| {
        let word = doc.tokens[i].kind == TokenKind::Word;
        !word || doc.tokens[i].capital || i != last && is_small(doc, i)
    })
}

/// A capitalised line before `is` with a word that is no name: only in a text of one sentence.
fn bare(doc: &Document, sentence: &Sentence) -> Option<Range<usize>> {
    let start = sentence.tokens.start;
    let part =
        |i: &usize| doc.tokens[*i].kind == TokenKind::Word && (doc.tokens[*i].capital || is_small(doc, *i));
    let end = (start..sentence.tokens.end.min(start + LONGEST)).take_while(part).last()? + 1;
    let tags = |i: usize| words::tags(doc.word(i));
    let opens = |t: words::Tags| {
        matches!(
            t.first,
            Tag::Preposition | Tag::Subordinator | Tag::Coordinator | Tag::Determiner | Tag::Adverb
        )
    };
    let odd = |i: usize| {
        let tag = tags(i).map(|t| t.first);
        doc.tokens[i].capital
            && tag.is_some_and(|t| t.is_verb() || matches!(t, Tag::Adjective | Tag::Adverb | Tag::Pronoun))
    };
    // `Private Lives was`: all of them words, and none an office.
    let plain = |i: usize| {
        tags(i).is_some()
            && doc.tokens[i].capital
            && naming::role(doc.word(i)).is_none_or(|r| !r.title || i == start)
    };
    let told = (start + 1..end).any(odd) || (start..end).all(plain);
    let one = doc.sentences.len() == 1 && end >= start + 2 && doc.tokens[end - 1].capital;
    let being = matches!(doc.word(end), "is" | "was" | "(");
    (one && being && !tags(start).is_some_and(opens) && told).then_some(start..end)
}

fn is_mark(doc: &Document, i: usize) -> bool {
    matches!(doc.word(i), "\"" | "“" | "”" | "``" | "`" | "''" | "'" | "‘" | "’")
}

fn is_small(doc: &Document, i: usize) -> bool {
    matches!(
        doc.word(i),
        "a" | "an" | "the" | "of" | "in" | "on" | "to" | "and" | "for" | "at" | "with" | "my"
    )
}
