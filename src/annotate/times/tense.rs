//! Whether the words around a time say that it lies behind or ahead.
//!
//! Decided by the nearest verb of the clause: the one before the time, or, where the clause begins with the time, the one
//! behind it. No parser: closed lists of auxiliaries and of verbs that look ahead, and the endings of the past.

use super::reader::Reader;
use crate::lexicon::words;
use crate::lexicon::{FUTURE_CUES, IMPLICATIVE_VERBS, NOUNS_BEHIND_TO, PAST_VERBS, UNCHANGED_VERBS};
use crate::model::{Tag, TokenKind};

/// Where a clause puts its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// Before the day of publication, or on it.
    Past,
    /// On the day of publication or after it.
    Future,
    /// Nothing tells.
    Unknown,
}

/// How many tokens either side are looked at.
const REACH: usize = 25;

/// The tense around the tokens from `start` to `end`.
pub fn tense(cx: &Reader, start: usize, end: usize) -> Tense {
    // `called a strike for March 7`
    if cx.is(start.wrapping_sub(1), &["for"]) && start > cx.from {
        return Tense::Future;
    }
    let mut back = start;
    // Behind `until` or `by` a time lies ahead, unless all is told of what had been.
    let mut limit = false;
    let ahead_or_past = |i: usize| {
        let past = cx.is(i, &["had", "hadn't"]) || is_state(cx, i) && cx.is(start - 1, &["by"]);
        if past { Tense::Past } else { Tense::Future }
    };
    while back > cx.from && start - back < REACH {
        back -= 1;
        if cx.is(back, &[";", ":", "\"", "“", "”", "``", "_", "—"]) {
            break;
        }
        match cue(cx, back) {
            Tense::Unknown => {}
            // `will be paid`: the auxiliary tells.
            Tense::Past if cx.before(back) == "be" => {}
            Tense::Past if limit => return ahead_or_past(back),
            // `adopted by the council on Tuesday`
            Tense::Future if cx.is(back, &["by", "until", "till"]) => {
                limit |= (back + 1..start).all(|i| leads_on(cx, i));
            }
            found => return found,
        }
    }
    for i in end..cx.to.min(end + REACH) {
        if cx.is(i, &[";", ":", ")"]) {
            break;
        }
        match cue(cx, i) {
            Tense::Unknown => {}
            Tense::Past if limit => return ahead_or_past(i),
            found => return found,
        }
    }
    if limit { Tense::Future } else { Tense::Unknown }
}

/// Whether token `i` may stand between `by` or `until` and the time: `until the end of May`, but `by 3 percent in May`.
fn leads_on(cx: &Reader, i: usize) -> bool {
    cx.is(
        i,
        &[
            "the", "about", "around", "at", "least", "end", "start", "middle", "of", "early", "late", "mid",
            "some",
        ],
    )
}

/// What token `i` alone says about tense.
fn cue(cx: &Reader, i: usize) -> Tense {
    let word = cx.word(i);
    if word == "set" {
        // `is set to open`; `a record set on Aug. 6` is behind us.
        return if cx.is(i + 1, &["to", "for"]) { Tense::Future } else { Tense::Past };
    }
    if matches!(word, "plan" | "plans" | "hope" | "hopes" | "aim" | "aims") && determines(cx.before(i)) {
        // `announced the plan Aug. 21`
        return Tense::Unknown;
    }
    if FUTURE_CUES.has(word) {
        // `was to meet`, `had planned to`: the plan is past, what was planned is not decided; ahead is the better guess.
        return Tense::Future;
    }
    if word == "to" && infinitive(cx, i + 1) {
        return if IMPLICATIVE_VERBS.has(cx.before(i)) { Tense::Past } else { Tense::Future };
    }
    if UNCHANGED_VERBS.has(word) {
        return if told(cx, i) { Tense::Past } else { Tense::Unknown };
    }
    if matches!(word, "have" | "has") {
        let adverb = cx.word(i + 1).ends_with("ly") || cx.is(i + 1, &["not", "also", "now"]);
        let next = cx.word(if adverb { i + 2 } else { i + 1 });
        return if PAST_VERBS.has(next) || past_ending(next) { Tense::Past } else { Tense::Unknown };
    }
    if PAST_VERBS.has(word) || is_past_form(word) || past_ending(word) && !is_adjective(cx, i) {
        return Tense::Past;
    }
    Tense::Unknown
}

/// Whether `was` or `were` at token `i` says how something stood (`power was back`), not what was done or to be done.
fn is_state(cx: &Reader, i: usize) -> bool {
    let next = cx.word(i + 1);
    cx.is(i, &["was", "were"]) && next != "to" && !FUTURE_CUES.has(next) && !past_ending(next)
}

/// Whether the verb at token `i`, written alike in present and past, stands in the past: behind a name or a singular.
fn told(cx: &Reader, i: usize) -> bool {
    let before = cx.before(i);
    i > cx.from
        && (cx.capital(i - 1) || matches!(before, "he" | "she" | "it"))
        && !before.ends_with('s')
        && !matches!(before, "i" | "to")
}

/// Whether the word in -ed at token `i` stands before a noun: `the increased dividend`, `a still unspecified date`.
fn is_adjective(cx: &Reader, i: usize) -> bool {
    let adverb = matches!(cx.before(i), "still" | "newly" | "long" | "recently" | "widely" | "as-yet");
    let at = if adverb { i - 1 } else { i };
    determines(cx.before(at)) && cx.kind(i + 1) == Some(TokenKind::Word)
}

/// Whether the word is a past form and likelier so than anything else: `stole`, `drew`.
fn is_past_form(word: &str) -> bool {
    !word.ends_with("ed") && words::tags(word).is_some_and(|t| t.first == Tag::Past && !t.has(Tag::Base))
}

/// Whether token `i`, behind `to`, is a verb: in lower case and nothing that a place or a number would begin with.
fn infinitive(cx: &Reader, i: usize) -> bool {
    let word = cx.word(i);
    !cx.capital(i)
        && word.len() > 1
        && word.bytes().all(|b| b.is_ascii_lowercase())
        && !word.ends_with("ing")
        && !word.ends_with('s')
        && !cx.is(
            i,
            &[
                "the", "an", "its", "his", "her", "their", "our", "my", "your", "this", "that", "about",
                "more", "less",
            ],
        )
        && cx.term(i).is_none()
        && !NOUNS_BEHIND_TO.has(word)
        && words::tags(word).is_none_or(|t| t.has(Tag::Base))
}

/// `announced`, `rallied`; not `need`, `hundred`.
fn past_ending(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("ed")
        && !word.ends_with("eed")
        && !matches!(word, "hundred" | "united" | "limited")
}

fn determines(word: &str) -> bool {
    matches!(word, "a" | "an" | "the" | "its" | "their" | "his" | "her" | "this")
}
