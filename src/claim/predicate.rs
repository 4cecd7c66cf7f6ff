//! The verb that a clause is told by: its first full verb, of `refused to open` the second; without any a verb of saying with
//! an object (`denied the charges`), or the state that somebody or something is in (`is under investigation`).

use super::description::Described;
use super::location;
use super::object::is_passive;
use super::page::Page;
use crate::lexicon::verbs::{Form, Verb};
use crate::lexicon::{NO_DEEDS, NOUNS_BEFORE_TO, ONE_HOLDER_NOUNS, states, thesaurus};
use crate::model::{EntityKind, Fact, Tag};
use std::ops::Range;

/// Verbs that say of the verb behind them, with `to`, whether it is done: that one is what the clause tells.
pub const LEADING: [&str; 23] = [
    "refuse", "fail", "decline", "plan", "intend", "hope", "want", "expect", "agree", "vow", "pledge",
    "promise", "aim", "seek", "decide", "manage", "threaten", "prepare", "propose", "appear", "seem",
    "continue", "look",
];
/// Verbs of which the same holds in the passive: `was forced to close`.
const OBLIGING: [&str; 6] = ["force", "oblige", "compel", "schedule", "slate", "bind"];

/// The first full verb of the clause that has a subject of its own, else the first; of `refused to open` the second.
pub fn of(page: &Page, described: &[Described], clause: &Range<usize>) -> Option<(usize, Verb)> {
    let next = |&i: &usize| page.full_verb_from(i + 1).filter(|&n| n < clause.end);
    let first = page.full_verb_from(clause.start).filter(|&i| i < clause.end);
    // `according to` says who says it, `thanks to` why, `willing to` nothing by itself; `a shipping company` what something is; places of things are claims of their own.
    let tells = |&i: &usize| {
        !matches!((page.doc.word(i), page.doc.word(i + 1)), ("according" | "thanks" | "willing", "to"))
            && Described::at(described, &(i..i + 1)).is_none()
            && location::relation(page.doc.word(i)).is_none()
    };
    let all = || std::iter::successors(first, next).filter(tells);
    let finite = all().find(|&i| is_finite(page, i));
    // `announced a merger to cut costs` tells of the merger.
    let purpose = || all().next().is_some_and(|i| is_purpose(page, i));
    if finite.is_none()
        && purpose()
        && let Some(said) = said(page, clause)
    {
        return Some(said);
    }
    let Some(mut at) = finite.or_else(|| all().next()) else {
        return said(page, clause).or_else(|| state(page, described, clause));
    };
    // `is going to close`
    let leads = |at: usize| {
        let going = page.doc.word(at) == "going" && page.tag(at + 1) == Tag::To;
        // `was forced to close`
        let led = || page.verb_at(at).is_some_and(|v| OBLIGING.contains(&v.base)) && is_passive(page, at);
        let to = || page.tag(at + 1) == Tag::To;
        going
            || to() && led()
            || page.verb_at(at).is_some_and(|v| LEADING.contains(&v.base)) && page.doc.word(at + 1) == "to"
    };
    while leads(at) {
        // `refused to write`: no saying.
        let said = (at + 2..at + 4).find(|&i| page.verb_at(i).is_some());
        match page.full_verb_from(at + 2).filter(|&next| next <= at + 4).or(said) {
            Some(next) => at = next,
            None => break,
        }
    }
    let at = Some(at).filter(|&i| i < clause.end)?;
    page.verb_at(at).map(|verb| (at, verb))
}

/// Whether the verb at `at` is the verb of its clause: no `used in`, no `making`, unless an auxiliary stands before it.
fn is_finite(page: &Page, at: usize) -> bool {
    let led = || {
        let before = (at.saturating_sub(4)..at).rev().map(|i| page.tag(i));
        before.take_while(|t| t.is_auxiliary() || matches!(t, Tag::Adverb | Tag::Not)).any(Tag::is_auxiliary)
    };
    match page.tag(at) {
        Tag::Ing | Tag::Participle => led(),
        // `a plan to build a bridge was rejected`
        Tag::Base => page.tag(at.saturating_sub(1)) != Tag::To || at > 1 && leads(page, at - 2),
        _ => true,
    }
}

/// Whether the infinitive at `at` tells what something is for, and is no part of what a noun before it says (`plans to open`).
fn is_purpose(page: &Page, at: usize) -> bool {
    let Some(noun) = at.checked_sub(2).filter(|&i| page.tag(i + 1) == Tag::To) else { return false };
    let word = page.doc.word(noun);
    !leads(page, noun) && !NOUNS_BEFORE_TO.has(thesaurus::noun(word).unwrap_or(word))
}

/// Whether the word at `i` is a verb or adjective to which an infinitive belongs: `plans to open`, `is to open`, `is due to open`.
fn leads(page: &Page, i: usize) -> bool {
    page.is_verb(i)
        || page.tag(i).is_auxiliary()
        || matches!(page.tag(i), Tag::Adjective | Tag::Adverb | Tag::Participle)
}

/// The verb of statements that say what a thing without a name is.
pub const IS: &str = "is";

/// Whether the form of `be` at `be` says what a thing is that has no name, by the noun phrase that begins at `told`.
fn is_definition(page: &Page, be: usize, told: usize) -> bool {
    let common = |i: usize| {
        page.tag(i).is_noun() && page.is_content(i) && page.entities.at_token(page.source, i).is_none()
    };
    let inside = |i: &usize| {
        let small = matches!(page.tag(*i), Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number);
        small || page.tag(*i).is_noun()
    };
    let subject = page.subject_phrase(be).and_then(|s| s.end.checked_sub(1));
    let head = (told..told + STATE + 2).take_while(inside).last();
    subject.is_some_and(common) && head.is_some_and(|i| page.tag(i).is_noun() && page.is_content(i))
}

/// What is said to be what by the form of `be` at `be`: of `the cause was a faulty heater` and `a faulty heater was the cause` the
/// lemmas `cause` and `heater`. None where neither side is what a thing has one of.
pub fn definition(page: &Page, be: usize) -> Option<(String, String)> {
    let inside = |i: &usize| {
        let small = matches!(page.tag(*i), Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number);
        small || page.tag(*i).is_noun()
    };
    let lemma = |i: usize| thesaurus::noun(page.doc.word(i)).unwrap_or(page.doc.word(i)).to_owned();
    let subject = lemma(page.subject_phrase(be)?.end.checked_sub(1)?);
    let from = (be + 1..be + STATE).find(|&i| page.tag(i) != Tag::Adverb)?;
    let answer = lemma((from..from + STATE + 2).take_while(inside).last()?);
    match (ONE_HOLDER_NOUNS.has(&subject), ONE_HOLDER_NOUNS.has(&answer)) {
        (true, false) => Some((subject, answer)),
        (false, true) => Some((answer, subject)),
        _ => None,
    }
}

/// The verb behind `is ahead of Norvik`, `is behind Norvik`: who is `behind the attack` is ahead of nobody.
fn order(page: &Page, at: usize) -> Option<&'static str> {
    let ahead = page.doc.word(at) == "ahead" && page.doc.word(at + 1) == "of";
    let rival = page.entities.at_token(page.source, at + 1 + usize::from(ahead));
    let kind = page.entities.table.get(rival?.0)?.kind;
    match page.doc.word(at) {
        "ahead" if ahead => Some("lead"),
        "behind" if kind != EntityKind::Place => Some("trail"),
        _ => None,
    }
}

/// Words between a form of `be` and the state that it tells.
const STATE: usize = 4;

/// The verb of saying of `clause` that stands with an object: what was announced, denied or confirmed is told by it.
fn said(page: &Page, clause: &Range<usize>) -> Option<(usize, Verb)> {
    clause.clone().find_map(|i| {
        let verb = page.verb_at(i).filter(|v| page.doc.is(i, Fact::Says) && !NO_DEEDS.has(v.base))?;
        let object =
            matches!(page.tag(i + 1), Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Noun);
        (object && i + 1 < clause.end && is_finite(page, i)).then_some((i, verb))
    })
}

/// The state that `clause` tells of its subject: behind a form of `be` an adjective, a phrase such as `under arrest`, or what a
/// thing without a name is (`the cause was a faulty heater`).
fn state(page: &Page, described: &[Described], clause: &Range<usize>) -> Option<(usize, Verb)> {
    let be = clause.clone().find(|&i| page.tag(i) == Tag::Be)?;
    let passed = |i: usize| matches!(page.tag(i), Tag::Adverb | Tag::Not) && page.doc.word(i) != "ahead";
    let told = (be + 1..clause.end.min(be + STATE)).find(|&i| !passed(i))?;
    let described = Described::at(described, &(be..clause.end)).is_some();
    if described || page.subject_phrase(be).is_none_or(|s| s.is_empty()) {
        return None;
    }
    let name = match page.tag(told) {
        _ if matches!(page.doc.word(told), "ahead" | "behind") => order(page, told)?,
        Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Noun | Tag::Nouns | Tag::Proper
            if is_definition(page, be, told) =>
        {
            IS
        }
        Tag::Adjective if page.is_content(told) => thesaurus::adjective(page.doc.word(told))?,
        Tag::Preposition => states::deed(&[page.doc.word(told), page.doc.word(told + 1)].join(" "))?,
        _ => return None,
    };
    let past = matches!(page.doc.word(be), "was" | "were");
    Some((be, Verb { base: name, canonical: name, form: if past { Form::Past } else { Form::Third } }))
}
