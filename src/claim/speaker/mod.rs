//! Who says what in one article: verbs of saying, `according to`, quotations and their speakers.
//!
//! Pronouns and descriptions are left as they stand; the table of entities resolves them. What is said inside a quotation
//! about what others say is not taken apart.

mod noun;

use crate::lexicon::calendar;
use crate::lexicon::naming::{self, SayVerb};
use crate::model::line::on_one_line;
use crate::model::{Annotations, Document, Fact, Span, TokenKind};
use noun::Phrase;
use std::ops::Range;

/// A piece of text that an article puts in somebody's mouth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// The text attributed, without the words that attribute it.
    pub covers: Span,
    /// The words for the speaker: a name, a description, a pronoun.
    pub speaker: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token that is its head: the last of the name (also where an apposition follows), the noun or the pronoun.
    pub head: usize,
    /// Lemma of the verb (`say`), or `according to`.
    pub verb: String,
    /// The agency or outlet through which it came (`told Reuters`), as shown.
    pub via: Option<String>,
    /// The quotation attributed, as an index into the document's, where there is one.
    pub quotation: Option<usize>,
}

/// So many tokens behind a verb that says whom it is said to, a `that` is looked for.
const ADDRESSED: usize = 10;

/// All attributions of `doc`, ordered by what they cover.
pub fn speakers(doc: &Document, notes: &Annotations) -> Vec<Attribution> {
    let reader = Reader { doc, notes, quoted: quoted(doc) };
    let mut out = Vec::new();
    for sentence in &doc.sentences {
        reader.sentence(&sentence.tokens, &mut out);
    }
    out.sort_by_key(|a| (a.covers.start, a.covers.end));
    reader.continued(&mut out);
    out.sort_by_key(|a| (a.covers.start, a.covers.end, a.head));
    out
}

/// For each token, the quotation it stands in.
fn quoted(doc: &Document) -> Vec<Option<usize>> {
    let mut out = vec![None; doc.tokens.len()];
    for (i, quotation) in doc.quotations.iter().enumerate() {
        out[doc.tokens_in(quotation.inner)].fill(Some(i));
    }
    out
}

/// A document being read.
struct Reader<'a> {
    doc: &'a Document,
    notes: &'a Annotations,
    quoted: Vec<Option<usize>>,
}

impl Reader<'_> {
    /// Adds the attributions of the sentence `all`.
    fn sentence(&self, all: &Range<usize>, out: &mut Vec<Attribution>) {
        let first = out.len();
        for v in all.clone().filter(|&v| self.quoted[v].is_none()) {
            if self.doc.word(v) == "according" && self.doc.word(v + 1) == "to" {
                self.according(v, all, out);
            } else if self.doc.is(v, Fact::Says)
                && let Some(verb) = naming::say_verb(self.doc.word(v))
                    .filter(|_| !self.doc.tokens[v].capital || v == all.start)
            {
                self.verb(v, verb, all, first, out);
            }
        }
    }

    /// `according to X`.
    fn according(&self, v: usize, all: &Range<usize>, out: &mut Vec<Attribution>) {
        let Some(speaker) = noun::after(self.doc, self.notes, v + 2, all.end) else { return };
        let leads = self.content(all.start..v).len() < 2;
        let covers = if leads { speaker.end..all.end } else { all.start..v };
        self.add(covers, &speaker, "according to", all, out);
    }

    /// The verb of saying at `v`.
    fn verb(&self, v: usize, verb: SayVerb, all: &Range<usize>, first: usize, out: &mut Vec<Attribution>) {
        if matches!(self.doc.word(v), "saying" | "adding" | "telling" | "warning" | "stating" | "arguing") {
            self.participle(v, verb, all, first, out);
            return;
        }
        let before = v.checked_sub(1).filter(|&i| i >= all.start).map_or("", |i| self.doc.word(i));
        let behind = matches!(before, "," | "\"" | "”" | "’" | "'" | "?" | "!");
        // `the owner, Tom Reed, told the court`
        let put_behind = before == "," && self.is_apposition(v - 1);
        let inverted = (behind && !put_behind && !self.is_subject(v + 1))
            .then(|| noun::after(self.doc, self.notes, v + 1, all.end))
            .flatten();
        if let Some(speaker) = inverted.filter(|s| s.is_somebody(self.doc, self.notes)) {
            self.add(all.start..v, &speaker, verb.lemma, all, out);
            let rest = self.content(speaker.end..all.end);
            if rest.len() > 3 && self.doc.word(speaker.end) == ","
                || rest.clone().any(|i| self.quoted[i].is_some())
            {
                self.add(rest, &speaker, verb.lemma, all, out);
            }
            return;
        }
        let Some(speaker) = noun::before(self.doc, self.notes, v, all.start) else { return };
        // `a Reuters report` holds a noun: the plain form of a verb needs a speaker in the plural.
        let plain = self.doc.word(v) == verb.lemma;
        if !speaker.is_somebody(self.doc, self.notes) || (plain && !speaker.is_plural(self.doc, self.notes)) {
            return;
        }
        self.spoken(v, verb, &speaker, all, out);
    }

    /// Whether the word at `i` is a pronoun with its verb behind it: `the firm, which is old, said it would close`.
    fn is_subject(&self, i: usize) -> bool {
        let pronoun = matches!(self.doc.word(i), "it" | "he" | "she" | "they" | "we" | "there");
        pronoun && self.doc.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Word)
    }

    /// Whether the comma at `comma` closes an apposition that is a name.
    fn is_apposition(&self, comma: usize) -> bool {
        let at = self.notes.names.partition_point(|n| n.tokens.end < comma);
        let name = self.notes.names.get(at).filter(|n| n.tokens.end == comma);
        name.is_some_and(|n| n.tokens.start.checked_sub(1).is_some_and(|i| self.doc.word(i) == ","))
    }

    /// `X said …`, `…, X said.`
    fn spoken(
        &self,
        v: usize,
        verb: SayVerb,
        speaker: &Phrase,
        all: &Range<usize>,
        out: &mut Vec<Attribution>,
    ) {
        let left = self.content(all.start..speaker.outer);
        let right = self.content(self.said_from(v, verb, all)..all.end);
        let boundary =
            speaker.outer.checked_sub(1).filter(|&i| i >= all.start).map_or("", |i| self.doc.word(i));
        let quote_left = left.clone().next_back().is_some_and(|i| self.quoted[i].is_some());
        let closes = right.len() < 3 || is_time_or_place(self.doc.word(right.start)) && right.len() < 9;
        if left.len() >= 2 && (quote_left || (boundary == "," && closes)) {
            self.add(left, speaker, verb.lemma, all, out);
            let goes_on = right.len() > 3
                && !closes
                && (self.doc.word(right.start - 1) == "that"
                    || right.clone().any(|i| self.quoted[i].is_some()));
            if goes_on {
                self.add(right, speaker, verb.lemma, all, out);
            }
            return;
        }
        let that = self.doc.word(right.start.saturating_sub(1)) == "that";
        let clause = that || matches!(self.doc.word(v + 1), "it" | "he" | "she" | "they" | "there" | "the");
        if right.len() >= 2 && (!verb.weak || clause || right.clone().any(|i| self.quoted[i].is_some())) {
            self.add(right, speaker, verb.lemma, all, out);
        }
    }

    /// `…, adding that …`: the speaker is that of the sentence.
    fn participle(
        &self,
        v: usize,
        verb: SayVerb,
        all: &Range<usize>,
        first: usize,
        out: &mut Vec<Attribution>,
    ) {
        let known = out.get(first..).and_then(<[_]>::last).map(|a| Phrase {
            start: a.tokens.start,
            end: a.tokens.end,
            head: a.head,
            outer: a.tokens.start,
        });
        let named = || {
            let at = self.notes.names.partition_point(|n| n.tokens.start < all.start);
            self.notes.names.get(at).filter(|n| n.tokens.end <= v).map(|n| Phrase {
                start: n.tokens.start,
                end: n.tokens.end,
                head: n.tokens.end - 1,
                outer: n.tokens.start,
            })
        };
        let Some(speaker) = known.or_else(named) else { return };
        let right = self.content(self.said_from(v, verb, all)..all.end);
        if right.len() >= 2 {
            self.add(right, &speaker, verb.lemma, all, out);
        }
    }

    /// Where what is said begins behind the verb `v`: behind `that`, the one told, the place of saying.
    fn said_from(&self, v: usize, verb: SayVerb, all: &Range<usize>) -> usize {
        let tells = self.doc.word(v) == "told";
        let clears = |i: usize| {
            let word = self.doc.word(i);
            matches!(word, "in" | "on" | "at" | "during" | "late" | "earlier" | "yesterday" | "today")
                || calendar::is_weekday(word)
        };
        if tells || clears(v + 1) || self.doc.word(v + 1) == "that" {
            let reach = all.end.min(v + 12);
            let stop = (v + 1..reach).find(|&i| matches!(self.doc.word(i), "that" | "," | ":" | "\"" | "“"));
            if let Some(i) = stop {
                return if self.doc.word(i) == "that" { i + 1 } else { i };
            }
        }
        if verb.addresses
            && let Some(that) = self.that_behind_addressed(v, all)
        {
            return that + 1;
        }
        if tells {
            return noun::after(self.doc, self.notes, v + 1, all.end).map_or(v + 1, |p| p.end);
        }
        v + 1
    }

    /// The `that` behind whom the verb at `v` speaks to: `promised the voters of Bergen that`.
    fn that_behind_addressed(&self, v: usize, all: &Range<usize>) -> Option<usize> {
        let reach = all.end.min(v + ADDRESSED);
        let that = (v + 1..reach).find(|&i| self.doc.word(i) == "that")?;
        let stops = |i: usize| self.doc.tokens[i].kind == TokenKind::Punct || self.doc.is(i, Fact::Says);
        (!(v + 1..that).any(stops)).then_some(that)
    }

    /// `tokens` without signs at either end.
    fn content(&self, tokens: Range<usize>) -> Range<usize> {
        let mark = |i: usize| {
            matches!(self.doc.tokens[i].kind, TokenKind::Punct | TokenKind::Dash)
                && !matches!(self.doc.word(i), "%")
        };
        let (mut from, mut to) = (tokens.start, tokens.end.min(self.doc.tokens.len()));
        while from < to
            && (mark(from) || matches!(self.doc.word(from), "and" | "but") && from + 1 < to && mark(from + 1))
        {
            from += 1;
        }
        while to > from && mark(to - 1) {
            to -= 1;
        }
        from..to.max(from)
    }

    /// Adds one attribution of `covers`.
    fn add(
        &self,
        covers: Range<usize>,
        speaker: &Phrase,
        verb: &str,
        all: &Range<usize>,
        out: &mut Vec<Attribution>,
    ) {
        let covers = self.content(covers);
        if covers.is_empty() {
            return;
        }
        let mut span = self.doc.span_of(covers.clone());
        let quotation = covers.clone().find_map(|i| self.quoted[i]);
        // A quotation of several sentences is said as a whole.
        for end in [covers.start, covers.end - 1].into_iter().filter_map(|i| self.quoted[i]) {
            span = span.join(self.doc.quotations[end].inner);
        }
        let tokens = speaker.start..speaker.end;
        let via = self.via(speaker, all);
        out.push(Attribution {
            covers: span,
            speaker: self.doc.span_of(tokens.clone()),
            tokens,
            head: speaker.head,
            verb: verb.to_owned(),
            via,
            quotation,
        });
    }

    /// The agency that the sentence credits: the one told, interviewing, or speaking.
    fn via(&self, speaker: &Phrase, all: &Range<usize>) -> Option<String> {
        let from = self.notes.names.partition_point(|n| n.tokens.start < all.start);
        let mut names = self.notes.names[from..].iter().take_while(|n| n.tokens.start < all.end);
        names.find_map(|n| {
            let text = on_one_line(n.span.of(&self.doc.lower));
            let shown = naming::agency(&text)?;
            let before = |k: usize| n.tokens.start.checked_sub(k).map_or("", |i| self.doc.word(i));
            let article = usize::from(before(1) == "the");
            let credited = matches!(before(1 + article), "told" | "tell" | "by" | "to")
                || (before(1 + article) == "with" && before(2 + article) == "interview")
                || (speaker.start <= n.tokens.start && n.tokens.end <= speaker.end);
            credited.then(|| shown.to_owned())
        })
    }

    /// Gives quotations without a speaker the one of their paragraph, or of the paragraph that they continue.
    fn continued(&self, out: &mut Vec<Attribution>) {
        let mut speaker_of: Vec<Option<usize>> = vec![None; self.doc.quotations.len()];
        for (a, attribution) in out.iter().enumerate() {
            for i in self.doc.tokens_in(attribution.covers) {
                if let Some(q) = self.quoted[i] {
                    speaker_of[q].get_or_insert(a);
                }
            }
        }
        let paragraph = |q: usize| {
            let at = self.doc.quotations[q].inner.start;
            self.doc.paragraphs.partition_point(|p| p.span.end <= at)
        };
        let mut added = Vec::new();
        let mut last: Option<(usize, usize, bool)> = None;
        for q in 0..speaker_of.len() {
            let place = paragraph(q);
            let quotation = &self.doc.quotations[q];
            if let Some(a) = speaker_of[q] {
                last = Some((place, a, !quotation.closed));
                continue;
            }
            let words = self.doc.tokens_in(quotation.inner).len();
            let opens = self.doc.paragraphs.get(place).is_some_and(|p| quotation.outer.start <= p.span.start);
            let before = last
                .filter(|&(p, _, open)| p == place || (open && p + 1 == place && opens))
                .map(|(_, a, _)| a);
            let later = || {
                (q + 1..speaker_of.len())
                    .take_while(|&n| paragraph(n) == place)
                    .take(8)
                    .find_map(|n| speaker_of[n])
            };
            let whole = opens || before.is_some();
            if let Some(a) = before.or_else(later).filter(|_| words >= 4 && whole) {
                added.push(Attribution {
                    covers: quotation.inner,
                    quotation: Some(q),
                    via: None,
                    ..out[a].clone()
                });
                last = Some((place, a, !quotation.closed));
            }
        }
        out.extend(added);
    }
}

/// Words that begin when or where something was said.
fn is_time_or_place(word: &str) -> bool {
    matches!(
        word,
        "on" | "in"
            | "at"
            | "during"
            | "yesterday"
            | "today"
            | "late"
            | "earlier"
            | "after"
            | "through"
            | "by"
    ) || calendar::is_weekday(word)
}

#[cfg(test)]
mod tests;
