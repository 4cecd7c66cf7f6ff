//! Which of a word's readings holds, told by the words around it.

use super::ahead::{Ahead, is_hyphen};
use super::readings::{NOMINAL, behind_be};
use crate::lexicon::words::Tags;
use crate::model::{Document, Tag};
use std::ops::Range;

/// Decides the tags of one sentence.
pub fn sentence(doc: &Document, readings: &[Tags], tokens: Range<usize>, tags: &mut [Tag]) {
    let mut state = State {
        look: Ahead { doc, readings, start: tokens.start, end: tokens.end },
        doc,
        readings,
        start: tokens.start,
        finite: false,
        subject: false,
        waiting: false,
        outside: (false, false),
    };
    for i in tokens {
        let tag = state.tag(i, tags);
        tags[i] = tag;
        state.step(i, tag, tags);
    }
}

/// What is known of the clause so far.
struct State<'a> {
    doc: &'a Document,
    readings: &'a [Tags],
    look: Ahead<'a>,
    start: usize,
    /// A finite verb has been seen in it.
    finite: bool,
    /// A noun phrase has been seen in it.
    subject: bool,
    /// A relative clause has interrupted a clause that has a subject and waits for its verb.
    waiting: bool,
    /// What was known before a bracket opened.
    outside: (bool, bool),
}

impl State<'_> {
    /// The tag of token `i`; those before it are decided.
    fn tag(&self, i: usize, tags: &[Tag]) -> Tag {
        let can = self.readings[i];
        match self.doc.word(i) {
            "to" => return if self.look.is_infinitive(i) { Tag::To } else { Tag::Preposition },
            "that" => return self.that(i, tags),
            "'s" | "’s" => return self.apostrophe(i, tags),
            // `was first elected`, `last met in May`.
            "first" | "last"
                if self.look.is_verb_ahead(i + 1)
                    && !matches!(self.before(i, tags), Some(Tag::Determiner | Tag::Possessive)) =>
            {
                return Tag::Adverb;
            }
            "her" | "his" | "this" | "these" | "those" | "all" | "both" | "each" | "such" => {
                return if self.look.opens_phrase(i + 1) { Tag::Determiner } else { Tag::Pronoun };
            }
            _ => {}
        }
        if can.is_certain()
            || !(can.first.is_verb()
                || can.first.is_noun()
                || matches!(can.first, Tag::Adjective | Tag::Adverb))
        {
            return self.grammar(i, can);
        }
        self.open(i, can, tags)
    }

    /// A grammar word with several readings: prepositions before a clause are subordinators.
    fn grammar(&self, i: usize, can: Tags) -> Tag {
        // `more than 70 officers are searching`
        let leads =
            can.first == Tag::Preposition && can.has(Tag::Subordinator) && !self.look.bounds_number(i);
        if leads && self.look.finite_ahead(i + 1, 8) {
            return Tag::Subordinator;
        }
        // `up` and `out` behind a verb and before no phrase.
        if can.first == Tag::Preposition && can.has(Tag::Adverb) && !self.look.opens_phrase(i + 1) {
            return Tag::Adverb;
        }
        can.first
    }

    /// A word that can be a noun, a verb or an adjective.
    fn open(&self, i: usize, can: Tags, tags: &[Tag]) -> Tag {
        let nominal = || can.among(&NOMINAL);
        let likely = can.first;
        let noun = || if matches!(likely, Tag::Adjective | Tag::Adverb) { Some(likely) } else { nominal() };
        let before = self.before(i, tags);
        let form = match before {
            Some(Tag::To | Tag::Modal | Tag::Do) => can.among(&[Tag::Base]),
            Some(Tag::Be) => behind_be(can),
            Some(Tag::Have) => can.among(&[Tag::Participle]).or_else(noun),
            Some(_) if self.look.ends_group(i) => self.behind_noun(i, can, Tag::Nouns),
            Some(Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Adjective) => {
                self.in_phrase(i, can, before)
            }
            Some(Tag::Preposition) => {
                // `9 % of vaccinated children`
                let described =
                    can.first.is_verb() && can.has(Tag::Participle) && self.look.continues_phrase(i + 1);
                can.among(&[Tag::Ing]).or_else(noun).or(described.then_some(Tag::Adjective))
            }
            Some(Tag::Pronoun | Tag::Relative) => self.finite_form(i, can).or_else(noun),
            Some(tag) if (tag.is_noun() || tag == Tag::Ing) && self.look.states_figure(i) => {
                self.finite_form(i, can)
            }
            Some(tag) if tag.is_noun() => self.behind_noun(i, can, tag),
            Some(Tag::Coordinator) => self.behind_and(i, can, tags),
            Some(tag) if tag.is_verb() => Some(self.behind_verb(can)),
            _ => self.opening(i, can),
        };
        form.unwrap_or(likely)
    }

    /// Inside a noun phrase: participles are adjectives there.
    fn in_phrase(&self, i: usize, can: Tags, before: Option<Tag>) -> Option<Tag> {
        if before == Some(Tag::Number) && can.has(Tag::Past) && self.is_awaited() {
            return Some(Tag::Past);
        }
        let more = self.look.continues_phrase(i + 1);
        if more {
            if let Some(tag) =
                can.among(&[Tag::Adjective]).filter(|_| can.first != Tag::Noun && can.first != Tag::Nouns)
            {
                return Some(tag);
            }
            if can.has(Tag::Participle) && !can.has(Tag::Noun) || can.has(Tag::Ing) && can.first == Tag::Ing {
                return Some(Tag::Adjective);
            }
        }
        if can.first == Tag::Adverb {
            return Some(Tag::Adverb);
        }
        // `the two plan to`, `five died`: a number alone can be the subject.
        let behind_number = before == Some(Tag::Number);
        let alone = behind_number && !self.finite;
        if alone
            && matches!(can.first, Tag::Past | Tag::Participle | Tag::Base)
            && can.among(&[Tag::Noun, Tag::Nouns, Tag::Adjective]).is_none()
        {
            return self.finite_form(i, can);
        }
        // `21 people`
        let plural = behind_number && can.has(Tag::Nouns);
        let noun = if plural { Some(Tag::Nouns) } else { can.among(&NOMINAL) };
        noun.or_else(|| (can.has(Tag::Ing)).then_some(Tag::Noun)).or_else(|| {
            can.among(&[Tag::Participle])
                .map(|_| if behind_number { Tag::Participle } else { Tag::Adjective })
        })
    }

    /// Behind a noun: the verb of the clause, a participle that describes the noun, or the next noun of a compound.
    fn behind_noun(&self, i: usize, can: Tags, noun: Tag) -> Option<Tag> {
        let nominal = can.among(&[Tag::Noun, Tag::Nouns]);
        let agrees = if noun == Tag::Nouns {
            [Tag::Past, Tag::Base, Tag::Third]
        } else {
            [Tag::Past, Tag::Third, Tag::Base]
        };
        let verb = can.among(&agrees).filter(|t| {
            *t != Tag::Base || noun == Tag::Nouns || self.doc.word(i - 1).ends_with('s') || can.has(Tag::Past)
        });
        let Some(verb) = verb else {
            return can
                .among(&[Tag::Participle])
                .or_else(|| self.ing_or_noun(i, can))
                .or(nominal)
                .or(Some(can.first));
        };
        if verb == Tag::Past && !matches!(can.first, Tag::Noun | Tag::Nouns | Tag::Adjective) {
            return Some(self.past_or_participle(i, can));
        }
        if nominal.is_none() && !matches!(can.first, Tag::Adjective | Tag::Adverb) {
            return Some(verb);
        }
        // `21 people die and 35 are hurt`
        let likelier = verb == Tag::Base && noun == Tag::Nouns && can.first == Tag::Base;
        let ends = matches!(self.doc.word(i + 1), "and" | "but" | "," | "." | "");
        let followed = self.look.follows_verb(i + 1);
        if !self.finite && likelier && ends {
            return Some(verb);
        }
        if !self.finite && followed && !self.look.finite_ahead(i + 1, 12) {
            Some(verb)
        } else {
            nominal.or(Some(can.first)).filter(|t| !t.is_verb()).or(Some(verb))
        }
    }

    /// Whether the verb of the main clause is still to come behind a relative clause that has its own: `the fire that began on
    /// May 8 destroyed`.
    fn is_awaited(&self) -> bool {
        self.waiting && self.finite
    }

    /// An -ing form behind a noun: a noun only where it ends the phrase and is likelier so.
    fn ing_or_noun(&self, i: usize, can: Tags) -> Option<Tag> {
        let noun = can.has(Tag::Noun) && !self.look.opens_phrase(i + 1);
        can.has(Tag::Ing).then_some(if noun { Tag::Noun } else { Tag::Ing })
    }

    /// An -ed form behind a noun: the verb of the clause unless there is one already, or one ahead.
    fn past_or_participle(&self, i: usize, can: Tags) -> Tag {
        if !can.has(Tag::Participle) || can.has(Tag::Past) && self.is_awaited() {
            return Tag::Past;
        }
        if self.look.stands_alone(i) {
            return Tag::Participle;
        }
        let passive = self.doc.word(i + 1) == "by";
        if passive && (self.finite || self.look.finite_ahead(i + 1, 15)) {
            return Tag::Participle;
        }
        // `Jackson said he knew`, `as MCI only emerged from`: a clause may follow without a word that opens it.
        let likely = can.first == Tag::Past
            && (self.readings[i - 1].first == Tag::Proper || self.look.opens_phrase(i + 1));
        if !likely && (self.finite || self.look.finite_ahead(i + 1, 10)) {
            Tag::Participle
        } else {
            Tag::Past
        }
    }

    /// Behind `and`: of a kind with what stands before it.
    fn behind_and(&self, i: usize, can: Tags, tags: &[Tag]) -> Option<Tag> {
        let same =
            (self.start..i).rev().find(|&k| tags[k].is_verb()).map(|k| tags[k]).filter(|t| can.has(*t));
        let nominal = can.among(&NOMINAL);
        match same {
            Some(tag)
                if nominal.is_none()
                    || self.look.follows_verb(i + 1) && !self.look.finite_ahead(i + 1, 6) =>
            {
                Some(tag)
            }
            _ => self.opening(i, can),
        }
    }

    /// Right behind a full verb: its object or complement.
    fn behind_verb(&self, can: Tags) -> Tag {
        // `the number of people killed rose`: what stands before was no verb of a clause.
        if self.subject && !self.finite && matches!(can.first, Tag::Past | Tag::Third) {
            return can.first;
        }
        let nominal =
            can.among(&NOMINAL).filter(|_| !matches!(can.first, Tag::Participle | Tag::Ing | Tag::Adverb));
        match nominal.unwrap_or(can.first) {
            Tag::Past if can.has(Tag::Participle) => Tag::Participle,
            tag => tag,
        }
    }

    /// At the start of a clause or behind a comma: no finite verb without a subject.
    fn opening(&self, i: usize, can: Tags) -> Option<Tag> {
        if !self.finite && can.has(Tag::Participle) && self.look.is_bracketed(i) {
            return Some(Tag::Participle);
        }
        if self.subject
            && !self.finite
            && can.among(&[Tag::Past, Tag::Third]).is_some()
            && can.first.is_verb()
        {
            return Some(self.past_form(i, can));
        }
        if self.subject && !self.finite && can.has(Tag::Third) && self.doc.word(i + 1) == "to" {
            return Some(Tag::Third);
        }
        if can.has(Tag::Ing) && can.first == Tag::Ing {
            return Some(Tag::Ing);
        }
        if can.has(Tag::Participle) && !matches!(can.first, Tag::Noun | Tag::Nouns | Tag::Adjective) {
            return Some(if self.finite || !self.subject {
                Tag::Participle
            } else {
                self.past_or_participle(i, can)
            });
        }
        if matches!(can.first, Tag::Adverb | Tag::Adjective) {
            return Some(can.first);
        }
        can.among(&NOMINAL)
    }

    fn past_form(&self, i: usize, can: Tags) -> Tag {
        if can.has(Tag::Past) { self.past_or_participle(i, can) } else { Tag::Third }
    }

    /// The finite form behind a pronoun.
    fn finite_form(&self, i: usize, can: Tags) -> Option<Tag> {
        let singular = matches!(
            self.doc.word(i.saturating_sub(1)),
            "it" | "he" | "she" | "which" | "who" | "that" | "this"
        );
        let order =
            if singular { [Tag::Past, Tag::Third, Tag::Base] } else { [Tag::Past, Tag::Base, Tag::Third] };
        can.among(&order)
    }

    fn that(&self, i: usize, tags: &[Tag]) -> Tag {
        let before = self.before(i, tags);
        let said = before.is_some_and(|t| t.is_verb() || t.is_noun());
        let next = i + 1;
        if matches!(before, Some(Tag::Preposition))
            || self.look.is_verb_ahead(next) && !said && i > self.start
        {
            return if self.look.opens_phrase(next) { Tag::Determiner } else { Tag::Pronoun };
        }
        if i == self.start {
            let verb = self.look.is_verb_ahead(next) || self.look.states_figure(next);
            return if verb { Tag::Pronoun } else { Tag::Determiner };
        }
        if self.look.is_verb_ahead(next) || self.look.states_figure(next) || self.look.finite_ahead(next, 12)
        {
            Tag::Relative
        } else {
            Tag::Determiner
        }
    }

    /// `'s`: possessive, or `is` behind a pronoun.
    fn apostrophe(&self, i: usize, tags: &[Tag]) -> Tag {
        let pronoun =
            i > self.start && matches!(tags[i - 1], Tag::Pronoun | Tag::Relative | Tag::Subordinator);
        if pronoun { Tag::Be } else { Tag::Possessive }
    }

    /// The tag before `i` within the sentence, adverbs and negation left out.
    fn before(&self, i: usize, tags: &[Tag]) -> Option<Tag> {
        let mut k = i;
        while k > self.start {
            k -= 1;
            let word = self.doc.word(k);
            if matches!(tags[k], Tag::Adverb | Tag::Not) || matches!(word, "\"" | "“" | "”" | "‘") {
                continue;
            }
            // A hyphen joins: `Go-playing`, `20-percent`.
            if is_hyphen(self.doc, k) {
                return Some(Tag::Adjective);
            }
            return Some(tags[k]);
        }
        None
    }

    /// Takes the decided token into account.
    fn step(&mut self, i: usize, tag: Tag, tags: &[Tag]) {
        let word = self.doc.word(i);
        match tag {
            Tag::Past | Tag::Third | Tag::Modal | Tag::Have | Tag::Do => {
                self.waiting &= !self.finite;
                self.finite = true;
            }
            Tag::Be if !matches!(word, "be" | "been" | "being") => self.finite = true,
            Tag::Base if !matches!(self.before(i, tags), Some(Tag::To | Tag::Modal | Tag::Do)) => {
                self.finite = true;
            }
            Tag::Relative | Tag::Subordinator => {
                self.waiting = tag == Tag::Relative && self.subject && !self.finite;
                (self.finite, self.subject) = (false, tag == Tag::Relative);
            }
            // A second clause may follow; a list of nouns goes on as it was.
            Tag::Coordinator if self.finite => (self.finite, self.subject) = (false, true),
            Tag::Sign if word == "(" => {
                self.outside = (self.finite, self.subject);
                (self.finite, self.subject) = (false, false);
            }
            Tag::Sign if word == ")" => (self.finite, self.subject) = self.outside,
            Tag::Sign if matches!(word, ";" | ":" | "\"" | "”" | "“") => {
                (self.finite, self.subject) = (false, false);
            }
            Tag::Sign if word == "," && self.finite && self.waiting => {
                (self.finite, self.subject, self.waiting) = (false, true, false);
            }
            Tag::Sign if word == "," && self.finite => self.subject = false,
            _ if tag.is_noun() || matches!(tag, Tag::Pronoun | Tag::Number) => {
                // Behind a comma a new subject may have its own verb.
                if !self.subject && self.finite && i > self.start && self.look.comma_before(i, tags) {
                    self.finite = false;
                }
                self.subject = true;
            }
            _ => {}
        }
    }
}
