//! Descriptions that may stand for something named elsewhere: `the company`, `its cloud computing arm`, `the tycoon`.
//!
//! Found by their determiner and head noun; what they stand for is decided in [`super::refer`].

use crate::lexicon::naming::{self, DescriptionHead, Determiner};
use crate::model::{Annotations, Document, EntityKind, Fact, Name, TokenKind};
use std::ops::Range;

/// To whom a description says its thing belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// To nobody; `the` or `a` stands there.
    None,
    /// To what a pronoun means (`its`).
    Pronoun,
    /// To the name with this index.
    Name(usize),
    /// To what the description before means (`the company's`).
    Description,
}

/// A description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// Its tokens; an owner's name is not among them.
    pub tokens: Range<usize>,
    /// To whom it belongs.
    pub owner: Owner,
    /// Whether it speaks of something known (`the`, `its`) rather than new (`a`).
    pub definite: bool,
    /// Words before the head, lower case.
    pub modifiers: Vec<String>,
    /// The head noun.
    pub noun: String,
    /// What the head stands for.
    pub head: DescriptionHead,
    /// The name beside which it stands in apposition.
    pub beside: Option<usize>,
}

/// All descriptions of `doc`, ordered by position.
pub fn descriptions(doc: &Document, notes: &Annotations) -> Vec<Description> {
    let mut out: Vec<Description> = Vec::new();
    for sentence in &doc.sentences {
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let begins = doc.is(i, Fact::Determines) || doc.tokens[i].kind == TokenKind::Possessive;
            let found = if begins { read(doc, notes, &out, i, sentence.tokens.end) } else { None };
            let Some(found) = found else {
                i += 1;
                continue;
            };
            i = found.tokens.end.max(i + 1);
            out.push(found);
        }
    }
    out
}

/// The name that starts at token `i`.
pub fn name_from(notes: &Annotations, i: usize) -> Option<usize> {
    notes.names.binary_search_by_key(&i, |n| n.tokens.start).ok()
}

/// The name that ends before token `end`.
pub fn name_to(notes: &Annotations, end: usize) -> Option<usize> {
    let at = notes.names.partition_point(|n| n.tokens.end < end);
    notes.names.get(at).filter(|n| n.tokens.end == end).map(|_| at)
}

/// The description whose determiner is token `i`.
fn read(
    doc: &Document,
    notes: &Annotations,
    before: &[Description],
    i: usize,
    limit: usize,
) -> Option<Description> {
    let (owner, definite, start) = if doc.tokens[i].kind == TokenKind::Possessive {
        let owner = match name_to(notes, i) {
            Some(name) => Owner::Name(name),
            None if before.last().is_some_and(|d| d.tokens.end == i) => Owner::Description,
            None => return None,
        };
        (owner, true, i + 1)
    } else {
        match naming::determiner(doc.word(i))? {
            Determiner::Definite => (Owner::None, true, i),
            Determiner::Indefinite => (Owner::None, false, i),
            Determiner::Possessive => (Owner::Pronoun, true, i),
        }
    };
    let (head, kind) = head_from(doc, notes, i + 1, limit)?;
    let modifiers = (i + 1..head)
        .filter(|&j| doc.tokens[j].kind == TokenKind::Word)
        .map(|j| doc.word(j).to_owned())
        .collect();
    let of = (doc.word(head + 1) == "of")
        .then(|| name_from(notes, head + 2).or_else(|| name_from(notes, head + 3)))
        .flatten();
    let owner = of.map_or(owner, Owner::Name);
    let end = of.map_or(head + 1, |n| notes.names[n].tokens.end);
    let from = if let (Owner::Name(n), None) = (owner, of) { notes.names[n].tokens.start } else { i };
    let beside = beside(doc, notes, from, head + 1, end, limit).filter(|&n| fits(&notes.names[n], kind));
    Some(Description {
        tokens: start..head + 1,
        owner,
        definite,
        modifiers,
        noun: doc.word(head).to_owned(),
        head: kind,
        beside,
    })
}

/// The last head noun in the few words from `from` on that can belong to one noun phrase.
fn head_from(
    doc: &Document,
    notes: &Annotations,
    from: usize,
    limit: usize,
) -> Option<(usize, DescriptionHead)> {
    let mut found = None;
    for j in from..(from + 6).min(limit) {
        let joins = doc.tokens[j].kind == TokenKind::Dash && !doc.tokens[j].spaced;
        if !joins
            && (!matches!(doc.tokens[j].kind, TokenKind::Word | TokenKind::Mixed)
                || ends_phrase(doc, j)
                || name_from(notes, j).is_some())
        {
            break;
        }
        if doc.is(j, Fact::Describes)
            && let Some(kind) = naming::description_head(doc.word(j))
        {
            found = Some((j, kind));
        }
    }
    found
}

/// Words that no noun phrase holds before its head.
fn ends_phrase(doc: &Document, i: usize) -> bool {
    doc.is(i, Fact::Says) && naming::say_verb(doc.word(i)).is_some_and(|v| !v.weak)
        || matches!(
            doc.word(i),
            "of" | "in"
                | "on"
                | "at"
                | "to"
                | "for"
                | "by"
                | "with"
                | "from"
                | "as"
                | "and"
                | "or"
                | "but"
                | "that"
                | "which"
                | "who"
                | "is"
                | "was"
                | "are"
                | "were"
                | "be"
                | "been"
                | "has"
                | "have"
                | "had"
                | "will"
                | "would"
                | "can"
                | "could"
                | "may"
                | "also"
                | "not"
                | "it"
                | "he"
                | "she"
                | "they"
                | "the"
                | "a"
                | "an"
                | "its"
                | "their"
                | "his"
                | "her"
                | "into"
                | "over"
                | "after"
                | "before"
                | "than"
                | "if"
                | "when"
        )
}

/// The name in apposition to the phrase `from..head_end` (with its `of` phrase up to `end`).
fn beside(
    doc: &Document,
    notes: &Annotations,
    from: usize,
    head_end: usize,
    end: usize,
    limit: usize,
) -> Option<usize> {
    let closes = |i: usize| {
        i >= limit
            || matches!(
                doc.word(i),
                "," | "." | ";" | ")" | "—" | "–" | "\"" | "”" | "which" | "that" | "based"
            )
    };
    if from >= 2 && doc.word(from - 1) == "," && closes(end) {
        return name_to(notes, from - 1);
    }
    if end != head_end || head_end >= limit {
        return None;
    }
    name_from(notes, head_end).or_else(|| {
        let name = name_from(notes, head_end + 1).filter(|_| doc.word(head_end) == ",")?;
        closes(notes.names[name].tokens.end).then_some(name)
    })
}

/// Whether a description with this head can mean what `name` names.
fn fits(name: &Name, head: DescriptionHead) -> bool {
    match head {
        DescriptionHead::Person => matches!(name.kind, EntityKind::Person | EntityKind::Unknown),
        DescriptionHead::Place => matches!(name.kind, EntityKind::Place | EntityKind::Unknown),
        _ => !matches!(name.kind, EntityKind::Person | EntityKind::Place),
    }
}
