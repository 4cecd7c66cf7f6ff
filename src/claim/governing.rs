//! The verb that governs a value: the nearest before it in its clause, but for verbs of relative clauses that are over, `had`,
//! and verbs that say nothing of their own.

use super::page::{Page, is_past};
use crate::lexicon::RAISING_VERBS;
use crate::lexicon::naming;
use crate::lexicon::verbs::Verb;
use crate::model::Tag;
use std::ops::Range;

/// So many tokens at most lead from `known` to the verb of `known to have died`.
const RAISED: usize = 4;

/// So many tokens at most stand between a verb of saying and the time of it.
const SAID_BEFORE: usize = 7;

impl Page<'_> {
    /// The governing verb of `at` within `clause`: the nearest before it, else the nearest behind; and whether it stands before.
    /// Of `are known to have died` it is the last.
    pub fn governing(&self, clause: &Range<usize>, at: &Range<usize>) -> Option<(usize, Verb, bool)> {
        let found = self.nearest_verb(clause, at)?;
        let raised = (!found.2 && RAISING_VERBS.has(found.1.base) && self.tag(found.0 + 1) == Tag::To)
            .then(|| self.full_verb_from(found.0 + 2).filter(|&i| i < clause.end && i <= found.0 + RAISED))
            .flatten();
        Some(raised.and_then(|i| Some((i, self.verb_at(i)?, false))).unwrap_or(found))
    }

    /// The verb nearest to `at`.
    fn nearest_verb(&self, clause: &Range<usize>, at: &Range<usize>) -> Option<(usize, Verb, bool)> {
        let verb = |i: usize, before: bool| self.verb_at(i).map(|v| (i, v, before));
        let before = self.full_verb_before(at.start).filter(|&i| i >= clause.start);
        let before = before.and_then(|i| verb(i, true));
        if let Some(own) = self.possessing(clause, at, before.map(|(i, ..)| i)) {
            return Some(own);
        }
        let before = before.map(|found| self.resumed(found, at).unwrap_or(found));
        let next = |&i: &usize| self.full_verb_from(i + 1);
        let behind = || {
            std::iter::successors(self.full_verb_from(at.end), next).take_while(|&i| i < clause.end).take(4)
        };
        // `43 of the marchers, who were unarmed, died`: the verb of which it is the subject.
        let own = || behind().find(|&i| self.is_subject(at, i));
        let behind = before.is_none().then(own).flatten().or_else(|| behind().next());
        let behind = behind.and_then(|i| verb(i, false));
        match (before, behind) {
            // `was 100 per cent contained`: a verb right behind the value is its own; behind a time it seldom is
            // (`papers released on Monday told`).
            (Some(b), Some(a)) if a.0 == at.end && at.start - b.0 > 2 && !self.is_time(at.start) => {
                Some(if is_past(a.1) { a } else { b })
            }
            (Some(b), Some(a)) => Some(if self.is_subject(at, a.0) { a } else { b }),
            (b, a) => b.or(a),
        }
    }

    /// The verb of the clause that a relative clause with the verb `found` has interrupted: `values the firm, which was founded in
    /// 2014, at $7 billion`. A preposition behind the comma takes it up.
    fn resumed(&self, found: (usize, Verb, bool), at: &Range<usize>) -> Option<(usize, Verb, bool)> {
        let sentence = self.doc.sentences.get(self.doc.sentence_of(at.start))?.tokens.start;
        let close = (found.0..at.start).rev().find(|&i| self.doc.word(i) == ",")?;
        let led = matches!(self.tag(close + 1), Tag::Preposition | Tag::To) && at.start <= close + 4;
        let open = (sentence..found.0).rev().find(|&i| self.tag(i) == Tag::Relative).filter(|_| led)?;
        let comma = open > sentence && self.doc.word(open - 1) == ",";
        let main = self.full_verb_before(open).filter(|&i| comma && i >= sentence)?;
        Some((main, self.verb_at(main)?, true))
    }

    /// The `had` that governs `at` where the verb before it, at token `other`, stands in a relative clause: `children who were
    /// given three doses had 52 % fewer cases`. It says nothing by itself.
    fn possessing(
        &self,
        clause: &Range<usize>,
        at: &Range<usize>,
        other: Option<usize>,
    ) -> Option<(usize, Verb, bool)> {
        let other = other?;
        let own = (other + 1..at.start).rev().find(|&i| self.tag(i) == Tag::Have && i >= clause.start)?;
        let main = (own + 1..at.start).all(|i| self.verb_at(i).is_none());
        let two = self.subject_phrase(own) != self.subject_phrase(other);
        let have = self.verb_at(own).filter(|_| main && two)?;
        Some((own, Verb { canonical: "", ..have }, true))
    }

    /// The verb of saying that a time stands right behind: `said on Monday it would close`, `said in a statement on Monday`.
    pub fn saying(&self, time: &Range<usize>) -> Option<(usize, Verb, bool)> {
        let start = self.doc.sentences.get(self.doc.sentence_of(time.start))?.tokens.start;
        let from = start.max(time.start.saturating_sub(SAID_BEFORE));
        let at = (from..time.start).rev().find(|&i| self.verb_at(i).is_some() || self.tag(i).is_verb())?;
        let led = at + 1 == time.start || self.tag(at + 1) == Tag::Preposition;
        let verb = self.verb_at(at).filter(|_| led && naming::say_verb(self.doc.word(at)).is_some())?;
        Some((at, verb, true))
    }

    /// Whether `tokens` are (part of) the subject of the verb at `verb`.
    fn is_subject(&self, tokens: &Range<usize>, verb: usize) -> bool {
        self.subject_phrase(verb).is_some_and(|p| p.start < tokens.end && tokens.start < p.end)
    }
}
