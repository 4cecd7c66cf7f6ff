//! What stands around a word: whether a phrase opens, whether a verb follows before the clause ends, whether a number ends.

use crate::lexicon::FIGURE_VERBS;
use crate::lexicon::GROUPS_OF_PEOPLE;
use crate::lexicon::numbers::cardinal;
use crate::lexicon::words::Tags;
use crate::lexicon::{BEFORE_TO, BEHIND_NOUNS, NOUNS_BEHIND_TO};
use crate::model::{Document, Tag, TokenKind};

/// So many tokens at most a participle and the commas around it take.
const BRACKET: usize = 16;

/// The readings of a sentence, of which nothing is decided yet.
#[derive(Clone, Copy)]
pub struct Ahead<'a> {
    pub doc: &'a Document,
    pub readings: &'a [Tags],
    /// Tokens of the sentence.
    pub start: usize,
    pub end: usize,
}

impl Ahead<'_> {
    /// Whether a number behind token `i` ends what it counts: `a gang of five attacked`.
    pub fn ends_group(&self, i: usize) -> bool {
        let group = |of: usize| self.doc.word(of) == "of" && GROUPS_OF_PEOPLE.has(self.doc.word(of - 1));
        i >= self.start + 3 && group(i - 2) && self.is_number(i - 1)
    }

    /// Whether the `than` at token `i` belongs to a number: `more than 70`.
    pub fn bounds_number(&self, i: usize) -> bool {
        self.doc.word(i) == "than" && i + 1 < self.end && self.is_number(i + 1)
    }

    /// Whether a comma stands before the phrase that ends at `i`.
    pub fn comma_before(&self, i: usize, tags: &[Tag]) -> bool {
        let mut k = i;
        while k > self.start {
            k -= 1;
            if self.doc.word(k) == "," {
                return true;
            }
            if !(tags[k].is_noun()
                || matches!(tags[k], Tag::Determiner | Tag::Adjective | Tag::Possessive | Tag::Number))
            {
                return false;
            }
        }
        false
    }

    /// Whether token `i` is a number or a word for one.
    fn is_number(&self, i: usize) -> bool {
        self.doc.tokens[i].kind == TokenKind::Number || cardinal(self.doc.word(i)).is_some()
    }

    /// `to` before a base form is an infinitive's; before a phrase a preposition.
    pub fn is_infinitive(&self, i: usize) -> bool {
        let mut next = i + 1;
        while next < self.end
            && matches!(self.readings[next].first, Tag::Adverb | Tag::Not)
            && !self.readings[next].has(Tag::Base)
        {
            next += 1;
        }
        if next >= self.end {
            return false;
        }
        let can = self.readings[next];
        (can.has(Tag::Base) || matches!(self.doc.word(next), "be" | "have" | "do"))
            && !(can.first == Tag::Noun && can.has(Tag::Noun) && self.is_place_of_verb(i))
            && (!NOUNS_BEHIND_TO.has(self.doc.word(next)) || self.opens_phrase(next + 1))
    }

    /// `compared to record sales`: behind some words `to` is hardly ever an infinitive's.
    pub fn is_place_of_verb(&self, i: usize) -> bool {
        i > self.start && BEFORE_TO.has(self.doc.word(i - 1))
    }

    /// Whether the participle at `i` stands between commas and a verb behind the second: `Norden, based in Lom, employs 40`.
    pub fn is_bracketed(&self, i: usize) -> bool {
        let comma = |k: usize| self.doc.word(k) == ",";
        if i == self.start || !comma(i - 1) {
            return false;
        }
        let end = self.end.min(i + BRACKET);
        let Some(close) = (i + 1..end).find(|&k| comma(k)) else { return false };
        let verb = (close + 1..end).find(|&k| self.readings[k].first != Tag::Adverb);
        verb.is_some_and(|k| {
            let first = self.readings[k].first;
            first.is_auxiliary() || matches!(first, Tag::Past | Tag::Third)
        })
    }

    /// Whether the form at `i` ends the clause behind a noun that it describes: `in the towns mentioned`.
    pub fn stands_alone(&self, i: usize) -> bool {
        let ends = i + 1 >= self.end || matches!(self.doc.word(i + 1), "." | "," | ";");
        BEHIND_NOUNS.has(self.doc.word(i))
            && ends
            && i > self.start
            && self.doc.word(i - 1).ends_with('s')
            && self.is_governed(i - 1)
    }

    /// Whether the noun at `noun` stands behind a preposition, with words of its phrase between at most.
    fn is_governed(&self, noun: usize) -> bool {
        let small = |k: &usize| {
            let first = self.readings[*k].first;
            first.is_noun() || matches!(first, Tag::Determiner | Tag::Adjective | Tag::Number)
        };
        let phrase = (self.start..noun).rev().find(|k| !small(k));
        phrase.is_some_and(|k| self.readings[k].first == Tag::Preposition)
    }

    /// Whether a noun phrase can begin at `i`.
    pub fn opens_phrase(&self, i: usize) -> bool {
        i < self.end
            && (matches!(
                self.readings[i].first,
                Tag::Determiner
                    | Tag::Noun
                    | Tag::Nouns
                    | Tag::Proper
                    | Tag::Adjective
                    | Tag::Number
                    | Tag::Participle
                    | Tag::Ing
            ) || self.readings[i].has(Tag::Noun)
                || self.doc.tokens[i].kind == TokenKind::Currency)
    }

    /// Whether a noun phrase goes on at `i`.
    pub fn continues_phrase(&self, i: usize) -> bool {
        i < self.end
            && (self.readings[i].among(&[Tag::Noun, Tag::Nouns, Tag::Proper, Tag::Adjective]).is_some()
                && !is_function(self.readings[i].first)
                || is_hyphen(self.doc, i))
    }

    /// Whether what stands at `i` is what stands behind verbs: an object, a preposition, an adverb, the end.
    pub fn follows_verb(&self, i: usize) -> bool {
        if i >= self.end {
            return false;
        }
        let first = self.readings[i].first;
        matches!(
            first,
            Tag::Determiner
                | Tag::Pronoun
                | Tag::Number
                | Tag::Adverb
                | Tag::Relative
                | Tag::Proper
                | Tag::Subordinator
        ) || first == Tag::Preposition && self.doc.word(i) != "of"
            || self.doc.tokens[i].kind == TokenKind::Currency
            || self.doc.word(i) == "to"
            || self.readings[i].has(Tag::Adjective) && first == Tag::Adjective
            || matches!(first, Tag::Nouns)
    }

    /// Whether a verb form or auxiliary stands at `i`, adverbs left out.
    pub fn is_verb_ahead(&self, i: usize) -> bool {
        let mut k = i;
        while k < self.end && self.readings[k].first == Tag::Adverb && self.readings[k].is_certain() {
            k += 1;
        }
        k < self.end
            && (self.readings[k].first.is_auxiliary()
                || self.readings[k].among(&[Tag::Past, Tag::Third]).is_some()
                    && !matches!(self.readings[k].first, Tag::Noun | Tag::Nouns | Tag::Adjective))
    }

    /// Whether the word at `i` stands before a figure and then is a verb, whatever it is elsewhere: `the repair cost $3 million`.
    pub fn states_figure(&self, i: usize) -> bool {
        let figure = |k: usize| {
            k < self.end
                && (self.readings[k].first == Tag::Number || self.doc.tokens[k].kind == TokenKind::Currency)
        };
        i < self.end && FIGURE_VERBS.has(self.doc.word(i)) && (figure(i + 1) || figure(i + 2))
    }

    /// Whether an unmistakable finite verb follows within `reach` tokens and before the clause ends.
    pub fn finite_ahead(&self, i: usize, reach: usize) -> bool {
        for k in i..self.end.min(i + reach) {
            let can = self.readings[k];
            let word = self.doc.word(k);
            match can.first {
                Tag::Modal | Tag::Have | Tag::Do => return true,
                Tag::Be => return !matches!(word, "be" | "been" | "being"),
                Tag::Past | Tag::Third
                    if can.among(&[Tag::Participle, Tag::Noun, Tag::Nouns, Tag::Adjective]).is_none() =>
                {
                    return true;
                }
                Tag::Past | Tag::Third if self.pronoun_before(k) => return true,
                Tag::Past | Tag::Third if !can.has(Tag::Participle) && self.follows_verb(k + 1) => {
                    return true;
                }
                // `the bank cut rates`: past and base alike.
                Tag::Base
                    if can.has(Tag::Past)
                        && k > i
                        && self.readings[k - 1].first.is_noun()
                        && self.readings.get(k + 1).is_none_or(|r| r.first != Tag::Coordinator) =>
                {
                    return true;
                }
                Tag::Relative | Tag::Subordinator | Tag::Coordinator => return false,
                // `shot him after he fled`
                Tag::Preposition
                    if can.has(Tag::Subordinator) && k + 1 < self.end && self.is_subject(k + 1) =>
                {
                    return false;
                }
                _ => {}
            }
            if matches!(word, "," | ";" | ":" | "(" | "." | "\"" | "”")
                || self.doc.tokens[k].kind == TokenKind::Dash && self.doc.tokens[k].spaced
            {
                return false;
            }
        }
        false
    }

    /// Whether the word at `k` is a pronoun that can only be a subject.
    fn is_subject(&self, k: usize) -> bool {
        matches!(self.doc.word(k), "he" | "she" | "they" | "we" | "i")
    }

    pub fn pronoun_before(&self, k: usize) -> bool {
        k > self.start && self.readings[k - 1].first == Tag::Pronoun
    }
}

const fn is_function(tag: Tag) -> bool {
    !(tag.is_noun() || tag.is_verb() || matches!(tag, Tag::Adjective | Tag::Adverb))
}

pub fn is_hyphen(doc: &Document, i: usize) -> bool {
    let joined = |k: usize| doc.tokens.get(k).is_some_and(|t| !t.spaced);
    doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Dash) && joined(i) && joined(i + 1)
}
