//! Names of people, organisations, places and products.
//!
//! Runs of capitalised words ([`run`]), cut at titles and offices ([`cut`]), are names; what they name is told by the words
//! themselves and their surroundings ([`kind`]). Where capitals tell nothing (headlines in capitals, old wire copy without
//! any) only what is known from elsewhere counts ([`flat`]), and people whose names are no other words ([`small`]). Who is
//! behind a name is decided later, for the whole story.

mod cut;
mod flat;
mod kind;
mod known;
mod run;
mod small;
mod start;
mod title;

use crate::model::line::is_on_one_line;
use crate::model::{Document, EntityKind, Name, Sentence, TokenKind};
use crate::rules::Rules;
use known::Known;
use std::borrow::Cow;
use std::ops::Range;

/// Every name, ordered by position; none overlaps another.
pub fn find(doc: &Document, rules: &Rules) -> Vec<Name> {
    let known = Known::new(doc, rules);
    let view = run::View::new(doc);
    let mut pieces: Vec<Piece> = Vec::with_capacity(2 * doc.sentences.len());
    let mut flat_sentences: Vec<&Sentence> = Vec::new();
    for (index, sentence) in doc.sentences.iter().enumerate() {
        if view.is_flat(index) {
            flat_sentences.push(sentence);
        } else {
            in_sentence(doc, &known, &view, sentence, &mut pieces);
        }
    }
    at_datelines(doc, &mut pieces);
    kind::decide(doc, &mut pieces);
    small::people(doc, &mut pieces);
    flat::find(doc, &known, &flat_sentences, view.is_lower(), &mut pieces);
    pieces.sort_by_key(|p| (p.tokens.start, p.tokens.end));
    pieces.dedup_by(|b, a| b.tokens.start < a.tokens.end);
    pieces.into_iter().map(|p| p.into_name(doc)).collect()
}

/// The name that opens a dateline, a sentence that ends with a dash, is a place.
fn at_datelines(doc: &Document, pieces: &mut [Piece]) {
    let dash = |s: &&Sentence| doc.tokens[s.tokens.end - 1].kind == TokenKind::Dash;
    for sentence in doc.sentences.iter().filter(dash) {
        if let Ok(at) = pieces.binary_search_by_key(&sentence.tokens.start, |p| p.tokens.start) {
            pieces[at].kind = EntityKind::Place;
        }
    }
}

/// A name being made.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    /// Its tokens.
    tokens: Range<usize>,
    /// What it names, as far as known.
    kind: EntityKind,
    /// Canonical spelling, where lexicon or rules give one.
    canonical: Option<String>,
}

impl Piece {
    /// A piece of which only the words are known.
    fn new(tokens: Range<usize>) -> Self {
        Self { tokens, kind: EntityKind::Unknown, canonical: None }
    }

    /// The finished name.
    fn into_name(self, doc: &Document) -> Name {
        let span = doc.span_of(self.tokens.clone());
        let canonical = self.canonical.unwrap_or_else(|| surface(span.of(doc.text())).into_owned());
        Name { span, tokens: self.tokens, kind: self.kind, canonical }
    }
}

/// `text` on one line, with single spaces and straight apostrophes.
fn surface(text: &str) -> Cow<'_, str> {
    // Most names are written so already.
    if is_on_one_line(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().map(|c| if c == '’' { '\'' } else { c }));
    }
    Cow::Owned(out)
}

/// Adds the names of one sentence.
fn in_sentence(doc: &Document, known: &Known, view: &run::View, sentence: &Sentence, out: &mut Vec<Piece>) {
    let mut i = sentence.tokens.start;
    if let Some(title) = title::at_start(doc, sentence) {
        i = title.end;
        out.push(Piece::new(title));
    }
    while i < sentence.tokens.end {
        if let Some(piece) = known.rule_at(doc, i, sentence.tokens.end) {
            i = piece.tokens.end;
            out.push(piece);
        } else if let Some(run) = has_capital(doc, i).then(|| view.run_at(doc, i, sentence)).flatten() {
            i = run.end;
            cut::cut(doc, known, run, out);
        } else {
            i += 1;
        }
    }
}

/// Whether token `i` has a capital, without which no run begins.
fn has_capital(doc: &Document, i: usize) -> bool {
    doc.tokens[i].capital || doc.tokens[i].inner_capital
}

#[cfg(test)]
mod tests;
