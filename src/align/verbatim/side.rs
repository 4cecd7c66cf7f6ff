//! One of two sentences that are laid side by side, and the things that stand in it.

use super::line::Unit;
use crate::align::Input;
use crate::lexicon::{negation, places, status};
use crate::model::{Annotations, Document, EntityId, EntityKind, Fact, ParagraphKind, Status};
use std::ops::Range;

/// A sentence with what is known of it.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    pub document: &'a Document,
    pub notes: &'a Annotations,
    pub input: Input<'a>,
    pub source: usize,
    pub sentence: usize,
    pub units: &'a [Unit],
}

/// A word, or a name of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub tokens: Range<usize>,
    /// Whom or what it names.
    pub entity: Option<EntityId>,
}

impl Side<'_> {
    /// Its tokens.
    pub fn tokens(&self) -> Range<usize> {
        self.document.sentences.get(self.sentence).map_or(0..0, |s| s.tokens.clone())
    }

    /// The token of unit `i`.
    pub fn token(&self, i: usize) -> usize {
        self.units[i].token as usize
    }

    /// Whether it is a question.
    pub fn asks(&self) -> bool {
        self.tokens().any(|i| self.document.word(i) == "?")
    }

    /// The mention of a value in which token `i` stands, the words of its bound with it.
    pub fn mention(&self, i: usize) -> Option<usize> {
        let at = self.document.tokens.get(i)?.span;
        let all = &self.notes.mentions;
        let n = all.partition_point(|m| m.stated.end.max(m.span.end) <= at.start);
        all.get(n).filter(|m| m.stated.start.min(m.span.start) <= at.start).map(|_| n)
    }

    /// The words of units `range` that are not of a value, names of several words as one.
    pub fn items(&self, range: Range<usize>) -> Vec<Item> {
        let mut out: Vec<Item> = Vec::new();
        let mut last: Option<Range<usize>> = None;
        for i in range {
            let token = self.token(i);
            if self.mention(token).is_some() {
                continue;
            }
            let name = self.name(token);
            let within = name.as_ref().map(|(tokens, _)| tokens.clone());
            match out.last_mut().filter(|_| within.is_some() && within == last) {
                Some(item) => item.tokens.end = token + 1,
                None => out.push(Item { tokens: token..token + 1, entity: name.map(|(_, entity)| entity) }),
            }
            last = within;
        }
        out
    }

    /// The mentions of values that units `range` touch.
    pub fn mentions(&self, range: Range<usize>) -> Vec<usize> {
        let mut out: Vec<usize> = range.filter_map(|i| self.mention(self.token(i))).collect();
        out.dedup();
        out
    }

    /// The name of which token `i` is part.
    fn name(&self, i: usize) -> Option<(Range<usize>, EntityId)> {
        self.input.entities.name_at(self.source, i)
    }

    /// Whether an item is a name.
    pub fn is_name(&self, item: &Item) -> bool {
        let first = item.tokens.start;
        let paragraph = self.document.sentences.get(self.sentence).map_or(0, |s| s.paragraph);
        let kind = self.document.paragraphs.get(paragraph).map(|p| p.kind);
        let title = matches!(kind, Some(ParagraphKind::Headline | ParagraphKind::Heading));
        let capital = self.document.tokens.get(first).is_some_and(|t| t.capital);
        capital && (item.entity.is_some() || !title && first != self.tokens().start)
    }

    /// The place that an item is, or whose people or things it names.
    pub fn place(&self, item: &Item) -> Option<&'static places::Place> {
        let first = item.tokens.start;
        if !self.document.tokens.get(first).is_some_and(|t| t.capital) {
            return None;
        }
        let entity = item.entity.and_then(|id| self.input.entities.table.get(id.0));
        let named = entity.filter(|e| e.kind == EntityKind::Place).and_then(|e| places::lookup(&e.name));
        let text = self.document.span_of(item.tokens.clone()).of(self.document.text());
        named
            .or_else(|| places::adjective(self.document.word(first)).filter(|_| item.tokens.len() == 1))
            .or_else(|| places::lookup(text))
    }

    /// The words that deny something among `tokens`; the second says whether one of them is no plain no: `not only`.
    pub fn denials(&self, tokens: Range<usize>) -> (Vec<usize>, bool) {
        let word = |i: usize| self.document.word(i);
        let mut qualified = false;
        let mut out = Vec::new();
        // `not the painting but a copy`, `not until the trial is over`
        let limits = |i: &usize| matches!(word(*i), "but" | "until" | "till" | "unless");
        let last_but = tokens.clone().rev().find(limits);
        for i in tokens.clone().filter(|&i| self.document.is(i, Fact::Denies)) {
            // `No. 5`
            let numbered = word(i) == "no" && word(i + 1) == ".";
            // `refused again to pay`
            let next = if word(i + 2) == "to" { "to" } else { word(i + 1) };
            if numbered || !negation::denies(word(i), next) {
                continue;
            }
            let before = i.checked_sub(1).map_or("", word);
            let but = last_but.is_some_and(|but| but > i);
            qualified |=
                negation::is_qualified_by(word(i + 1)) || but || matches!(before, "if" | "or" | "why");
            out.push(i);
        }
        (out, qualified)
    }

    /// Whether one of `tokens` says that it is no plain fact.
    pub fn is_hedged(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|i| {
            let begins = self.document.is(i, Fact::BeginsStatus);
            let open = |s| matches!(s, Status::Possible | Status::Forecast | Status::Opinion);
            begins && status::status(self.document.word(i)).is_some_and(open)
                || matches!(self.document.word(i), "reportedly" | "allegedly" | "expected" | "likely")
        })
    }

    /// The text of `tokens` on one line.
    pub fn quote(&self, tokens: Range<usize>) -> String {
        let text = self.document.span_of(tokens).of(self.document.text());
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
