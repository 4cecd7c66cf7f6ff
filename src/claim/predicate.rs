//! The verb that a clause is told by: its first full verb, of `refused to open` the second; without any a verb of saying with
//! an object (`denied the charges`), or the state that somebody or something is in (`is under investigation`).

use super::description::Described;
use super::location;
use super::page::Page;
use crate::lexicon::verbs::{Form, Verb};
use crate::lexicon::{NO_DEEDS, states, thesaurus};
use crate::model::{Fact, Tag};
use std::ops::Range;

/// Verbs that say of the verb behind them, with `to`, whether it is done: that one is what the clause tells.
pub const LEADING: [&str; 22] = [
    "refuse", "fail", "decline", "plan", "intend", "hope", "want", "expect", "agree", "vow", "pledge",
    "promise", "aim", "seek", "decide", "manage", "threaten", "prepare", "propose", "appear", "seem",
    "continue",
];
/// The first full verb of the clause that has a subject of its own, else the first; of `refused to open` the second.
pub fn of(page: &Page, described: &[Described], clause: &Range<usize>) -> Option<(usize, Verb)> {
    let next = |&i: &usize| page.full_verb_from(i + 1).filter(|&n| n < clause.end);
    let first = page.full_verb_from(clause.start).filter(|&i| i < clause.end);
    // `according to` says who says it, `a shipping company` what something is; places of things are claims of their own.
    let tells = |&i: &usize| {
        page.doc.word(i) != "according"
            && Described::at(described, &(i..i + 1)).is_none()
            && location::relation(page.doc.word(i)).is_none()
    };
    let all = || std::iter::successors(first, next).filter(tells);
    let Some(mut at) = all().find(|&i| is_finite(page, i)).or_else(|| all().next()) else {
        return said(page, clause).or_else(|| state(page, described, clause));
    };
    while page.verb_at(at).is_some_and(|v| LEADING.contains(&v.base)) && page.doc.word(at + 1) == "to" {
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

/// Whether the word at `i` is a verb or adjective to which an infinitive belongs: `plans to open`, `is to open`, `is due to open`.
fn leads(page: &Page, i: usize) -> bool {
    page.is_verb(i)
        || page.tag(i).is_auxiliary()
        || matches!(page.tag(i), Tag::Adjective | Tag::Adverb | Tag::Participle)
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

/// The state that `clause` tells of its subject: behind a form of `be` an adjective, or a phrase such as `under arrest`.
fn state(page: &Page, described: &[Described], clause: &Range<usize>) -> Option<(usize, Verb)> {
    let be = clause.clone().find(|&i| page.tag(i) == Tag::Be)?;
    let told =
        (be + 1..clause.end.min(be + STATE)).find(|&i| !matches!(page.tag(i), Tag::Adverb | Tag::Not))?;
    let described = Described::at(described, &(be..clause.end)).is_some();
    if described || page.subject_phrase(be).is_none_or(|s| s.is_empty()) {
        return None;
    }
    let name = match page.tag(told) {
        Tag::Adjective if page.is_content(told) => thesaurus::adjective(page.doc.word(told))?,
        Tag::Preposition => states::deed(&[page.doc.word(told), page.doc.word(told + 1)].join(" "))?,
        _ => return None,
    };
    let past = matches!(page.doc.word(be), "was" | "were");
    Some((be, Verb { base: name, canonical: name, form: if past { Form::Past } else { Form::Third } }))
}
