//! Names where capitals tell nothing: headlines, lines in capitals, copy without capitals.
//!
//! Only what the article names elsewhere, what lexicon or rules know, and what follows a title or an office is taken.

use super::known::{Known, place_at};
use super::{Piece, surface};
use crate::lexicon::{naming, places};
use crate::model::{Document, EntityKind, Sentence, TokenKind};
use rustc_hash::FxHashMap;

/// What the article calls by name in sentences with capitals: kind and canonical spelling, by words in lower case.
type Seen = FxHashMap<String, (EntityKind, Option<String>)>;

/// Adds the names in `sentences`; `lower` tells that the article has no capitals.
pub fn find(doc: &Document, known: &Known, sentences: &[&Sentence], lower: bool, out: &mut Vec<Piece>) {
    if sentences.is_empty() {
        return;
    }
    let mut seen = seen(doc, out);
    for sentence in sentences {
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let limit = sentence.tokens.end;
            let piece = known
                .rule_at_any_case(doc, i, limit)
                .or_else(|| seen_at(doc, &seen, i, limit))
                .or_else(|| place_here(doc, i, limit))
                .or_else(|| titled(doc, i, limit, lower));
            let Some(piece) = piece else {
                i += 1;
                continue;
            };
            if piece.kind == EntityKind::Person {
                let last = doc.word(piece.tokens.end - 1);
                seen.entry(last.to_owned()).or_insert((EntityKind::Person, None));
            }
            i = piece.tokens.end;
            out.push(piece);
        }
    }
}

/// The names already found, and the parts of them that may stand alone.
fn seen(doc: &Document, pieces: &[Piece]) -> Seen {
    let mut out = Seen::default();
    for piece in pieces {
        let words = surface(doc.span_of(piece.tokens.clone()).of(&doc.lower));
        out.insert(words.into_owned(), (piece.kind, piece.canonical.clone()));
    }
    for piece in pieces.iter().filter(|p| p.tokens.len() > 1) {
        let part = match piece.kind {
            EntityKind::Person => piece.tokens.end - 1,
            EntityKind::Organisation => piece.tokens.start,
            _ => continue,
        };
        let word = doc.word(part);
        if word.len() > 3 && !naming::is_common(word) && !naming::is_role_modifier(word) {
            out.entry(word.to_owned()).or_insert((piece.kind, None));
        }
    }
    out
}

/// The longest name already seen that stands at token `i`.
fn seen_at(doc: &Document, seen: &Seen, i: usize, limit: usize) -> Option<Piece> {
    (i + 1..=(i + 6).min(limit)).rev().find_map(|end| {
        let words = surface(doc.span_of(i..end).of(&doc.lower));
        let (kind, canonical) = seen.get(&*words)?;
        let ordinary = end == i + 1 && naming::is_common(&words);
        (!ordinary).then(|| Piece { tokens: i..end, kind: *kind, canonical: canonical.clone() })
    })
}

/// A place at token `i`, unless the words are ordinary ones.
fn place_here(doc: &Document, i: usize, limit: usize) -> Option<Piece> {
    let word = doc.word(i);
    let ordinary = !doc.tokens[i].capital
        && matches!(
            word,
            "nice"
                | "reading"
                | "cork"
                | "chad"
                | "turkey"
                | "jordan"
                | "york"
                | "cali"
                | "bali"
                | "phoenix"
                | "orlando"
                | "florence"
                | "charlotte"
                | "sofia"
                | "lima"
                | "mali"
                | "java"
                | "napa"
                | "madrid's"
                | "mobile"
                | "world"
                | "worldwide"
                | "alexandria"
                | "savannah"
                | "aurora"
                | "rio"
                | "dayton"
                | "lancaster"
                | "bath"
                | "split"
                | "buffalo"
                | "flint"
                | "albany"
                | "stanford"
                | "darwin"
                | "wellington"
                | "concepcion"
                | "santiago"
                | "kent"
                | "washington"
                | "georgia"
                | "virginia"
        );
    let small = ordinary
        && !matches!(i.checked_sub(1).map_or("", |j| doc.word(j)), "in" | "to" | "from" | "of" | "at");
    (!small && !naming::is_common(word)).then(|| place_at(doc, i, limit))?
}

/// The person after a title or an office at token `i`: up to four words that are no ordinary ones.
fn titled(doc: &Document, i: usize, limit: usize, lower: bool) -> Option<Piece> {
    let before = i.checked_sub(1)?;
    let title = naming::honorific(doc.word(before)).is_some()
        || naming::role(doc.word(before)).is_some_and(|r| r.title)
        || (doc.word(before) == "." && before > 0 && naming::honorific(doc.word(before - 1)).is_some());
    if !title || !(lower || doc.tokens[i].capital) {
        return None;
    }
    let name = |j: usize| {
        let word = doc.word(j);
        j < limit
            && doc.tokens[j].kind == TokenKind::Word
            && word.len() > 2
            && !naming::is_common(word)
            && naming::say_verb(word).is_none()
            && naming::role(word).is_none()
            && places::adjective(word).is_none()
            && !ends_like_verb(word)
    };
    let end = (i..i + 4).find(|&j| !name(j)).unwrap_or(i + 4);
    (end > i).then_some(Piece { tokens: i..end, kind: EntityKind::Person, canonical: None })
}

/// `resigned`, `visiting`.
fn ends_like_verb(word: &str) -> bool {
    word.len() > 5 && (word.ends_with("ed") || word.ends_with("ing"))
}
