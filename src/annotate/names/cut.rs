//! Cuts a run of capitalised words at titles and offices: `Aliyun President Simon Hu` holds two names.

use super::known::{Known, place_at};
use super::start::is_defined;
use super::{Piece, kind, surface};
use crate::lexicon::naming;
use crate::lexicon::places;
use crate::model::{Document, EntityKind, Fact, TokenKind};
use std::borrow::Cow;
use std::ops::Range;

/// Adds the names that the run `run` holds.
pub fn cut(doc: &Document, known: &Known, run: Range<usize>, out: &mut Vec<Piece>) {
    let (mut from, mut i, mut person) = (run.start, run.start, false);
    while i < run.end {
        if holder_at(doc, i, from, run.end) {
            if doc.word(from) != "of" {
                push(doc, known, from..i, person, out);
            }
            (from, person) = (i, true);
        }
        let Some(len) = title_at(doc, i, from, run.end) else {
            i += 1;
            continue;
        };
        if from == i && heads_organisation(doc, i, run.end) {
            break;
        }
        push(doc, known, from..without_modifiers(doc, from, i), person, out);
        person = true;
        i += len;
        from = i;
    }
    push(doc, known, from..run.end, person, out);
}

/// Whether a person begins at `i` behind the body of an office: `the Trade Committee Ann Doe`, `Secretary of Commerce Ann Doe`.
fn holder_at(doc: &Document, i: usize, from: usize, limit: usize) -> bool {
    let body = || naming::is_organisation_head(doc.word(i - 1)) || doc.word(from) == "of";
    let last = |k: usize| doc.tokens[k].capital && !naming::is_organisation_head(doc.word(k));
    i > from + 1 && naming::given_name(doc.word(i)).is_some() && body() && i + 1 < limit && last(limit - 1)
}

/// How many tokens a title or office at `i` has, with its full stop.
fn title_at(doc: &Document, i: usize, from: usize, limit: usize) -> Option<usize> {
    let with_stop = |len: usize| {
        let stop = i + len < limit && doc.word(i + len) == "." && !doc.tokens[i + len].spaced;
        len + usize::from(stop)
    };
    if naming::honorific(doc.word(i)).is_some() {
        // `King` and `Prince` are last names too: titles only at the start.
        let plain = matches!(doc.word(i), "mr" | "mrs" | "ms" | "dr" | "rev" | "prof" | "sir");
        return (i + 1 < limit && (plain || i == from)).then(|| with_stop(1));
    }
    // `Rukmini Sen`, and no senator.
    let short = matches!(doc.word(i), "sen" | "rep" | "gov" | "col" | "maj") && i + 1 == limit && i > from;
    role_len(doc, i, limit).filter(|&len| is_title(doc, i, len) && !short).map(with_stop)
}

/// How many tokens the longest office at `i` has.
pub fn role_len(doc: &Document, i: usize, limit: usize) -> Option<usize> {
    if !doc.is(i, Fact::BeginsOffice) {
        return None;
    }
    (1..=naming::LONGEST_ROLE.min(limit.saturating_sub(i)) + 2)
        .rev()
        .filter(|len| i + len <= limit)
        .find(|&len| naming::role(&phrase(doc, i..i + len)).is_some())
}

/// Whether the office at `i` is one that stands before names.
fn is_title(doc: &Document, i: usize, len: usize) -> bool {
    naming::role(&phrase(doc, i..i + len)).is_some_and(|r| r.title)
}

/// Tokens in lower case, as they stand, spaces single.
pub fn phrase(doc: &Document, tokens: Range<usize>) -> Cow<'_, str> {
    surface(doc.span_of(tokens).of(&doc.lower))
}

/// `General Motors`, `Major League Baseball`: what begins like an office is an organisation.
fn heads_organisation(doc: &Document, i: usize, end: usize) -> bool {
    let last = doc.word(end - 1);
    end > i + 1
        && (naming::company_suffix(last).is_some()
            || naming::is_organisation_head(last)
            || last == "motors"
            || last == "dynamics")
        && matches!(
            doc.word(i),
            "general"
                | "major"
                | "chief"
                | "captain"
                | "marshal"
                | "principal"
                | "forward"
                | "partner"
                | "sir"
                | "sister"
                | "king"
                | "queen"
                | "prince"
                | "father"
                | "brother"
                | "lord"
                | "royal"
                | "judge"
                | "champion"
                | "saint"
                | "player"
                | "driver"
                | "pilot"
        )
}

/// Where the words before an office end when those that belong to it (`Vice`, `Energy`) are left out.
fn without_modifiers(doc: &Document, from: usize, to: usize) -> usize {
    let mut end = to;
    while end > from {
        let before = doc.word(end - 1);
        let county = before == "county" && end > from + 1;
        let belongs =
            naming::is_role_modifier(before) && !county || before == "-" || before == "and" || before == "&";
        if !belongs {
            break;
        }
        end -= 1;
    }
    end
}

/// Adds the words `tokens` as a name, without what does not belong to it.
fn push(doc: &Document, known: &Known, mut tokens: Range<usize>, person: bool, out: &mut Vec<Piece>) {
    while tokens.len() > 1 && is_prefix(doc, &tokens) {
        tokens.start += 1;
    }
    while !tokens.is_empty() && is_tail(doc, tokens.end - 1) {
        tokens.end -= 1;
    }
    if tokens.is_empty() || is_nothing(doc, &tokens) {
        return;
    }
    if let Some(piece) = known.rule_at(doc, tokens.start, tokens.end).filter(|p| p.tokens == tokens) {
        out.push(piece);
        return;
    }
    let beyond = (tokens.end + 3).min(doc.tokens.len());
    if let Some(place) = place_at(doc, tokens.start, beyond).filter(|p| !person && p.tokens.end >= tokens.end)
    {
        out.push(place);
        return;
    }
    let mut piece = Piece::new(tokens);
    piece.kind = if person { EntityKind::Person } else { kind::by_words(doc, &piece.tokens) };
    out.push(piece);
}

/// A word at the head of a run that belongs to no name: `The`, `Former`, an adjective of place before a person.
fn is_prefix(doc: &Document, tokens: &Range<usize>) -> bool {
    let (word, next) = (doc.word(tokens.start), doc.word(tokens.start + 1));
    let number = doc.tokens.get(tokens.start + 2).is_some_and(|t| t.kind == TokenKind::Number);
    let party = word.len() == 1 && next == "-" && !number;
    let person_follows = naming::given_name(next).is_some() && tokens.len() > 2;
    party
        || matches!(word, "the" | "a" | "an" | "ex" | "-" | "." | "former")
        || (doc.is(tokens.start, Fact::OfPlace)
            && (person_follows || matches!(next, "it" | "tv" | "internet"))
            && places::lookup(doc.token_text(tokens.start)).is_none())
}

/// A sign or small word at the end of a piece.
fn is_tail(doc: &Document, i: usize) -> bool {
    matches!(doc.word(i), "-" | "." | "&" | "of" | "and" | "for" | "the")
}

/// `I'm`, `they're`.
fn is_contraction(word: &str) -> bool {
    // Most words have no apostrophe, nor the first byte of one.
    word.bytes().any(|b| matches!(b, b'\'' | 0xe2))
        && ["'m", "'re", "’re", "’m"].iter().any(|ending| word.contains(ending))
}

/// A single word that names nothing by itself.
fn is_nothing(doc: &Document, tokens: &Range<usize>) -> bool {
    let (word, text) = (doc.word(tokens.start), doc.token_text(tokens.start));
    tokens.len() == 1
        && !(tokens.start == 0 && is_defined(doc, 0))
        && ((doc.is(tokens.start, Fact::OfPlace) && places::lookup(text).is_none())
            || text.chars().count() < 2
            || (naming::is_common(word) && places::lookup(text).is_none())
            || is_contraction(word)
            || matches!(word, "it" | "tv" | "ad" | "bc" | "dvd" | "pr" | "hr" | "jr" | "ceo")
            || naming::is_role_modifier(word)
            || naming::role(word).is_some())
}
