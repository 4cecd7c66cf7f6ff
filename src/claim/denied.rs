//! Whether a clause denies its verb: by a word before it (`did not`, `failed to`, `has yet to`), by its subject (`nobody`), by its
//! object (`made no comment`), or as a whole (`denied that she left`).

use super::offence;
use super::page::Page;
use crate::model::Tag;
use std::ops::Range;

/// Of these, what is not done if they are denied.
const TRYING: [&str; 8] = ["manage", "choose", "try", "attempt", "agree", "come", "appear", "seem"];
/// How many words before its verb a denial may stand.
const REACH: usize = 6;

/// Whether the verb at `at` is denied by what stands right before it (`did not`, `failed to`, `has yet to`) or by a `no`
/// behind it.
pub fn is_denied(page: &Page, clause: &Range<usize>, at: usize) -> bool {
    let word = |i: usize| page.doc.word(i);
    for i in (clause.start.max(at.saturating_sub(REACH))..at).rev() {
        match word(i) {
            "not" | "never" | "cannot" | "nor" => return !matches!(word(i + 1), "only" | "just" | "merely"),
            w if w.ends_with("n't") || w.ends_with("n\u{2019}t") => {
                return !matches!(word(i + 1), "only" | "just");
            }
            "unable" | "incapable" | "refused" | "refuses" | "failed" | "fails" | "declined" | "declines" => {
                return true;
            }
            _ if is_denying(page, i) => return true,
            "yet" => return word(i + 1) == "to",
            "longer" => return word(i.saturating_sub(1)) == "no",
            "without" => return i + 1 == at,
            "to" | "of" | "ever" => {}
            // `not strong enough to win`, `too weak to win`
            "enough" if word(i + 1) == "to" => {}
            _ if word(i + 1) == "enough" && word(i + 2) == "to" => {}
            "too" if word(i + 2) == "to" && matches!(page.tag(i + 1), Tag::Adjective | Tag::Adverb) => {
                return true;
            }
            _ if word(i.saturating_sub(1)) == "too" && word(i + 1) == "to" => {}
            // `never managed to open`
            _ if word(i + 1) == "to" && page.verb_at(i).is_some_and(|v| TRYING.contains(&v.base)) => {}
            _ if page.tag(i).is_auxiliary() || page.tag(i) == Tag::Adverb => {}
            _ => break,
        }
    }
    if told_as_untrue(page, clause) || of_nobody(page, clause, at) {
        return true;
    }
    // `was found not guilty` is told as it is.
    if page.verb_at(at).is_some_and(|v| offence::verdict(page, at, v).is_some()) {
        return false;
    }
    // `isn't a member`
    if page.tag(at) == Tag::Be && (word(at).ends_with("n't") || word(at).ends_with("n\u{2019}t")) {
        return !matches!(word(at + 1), "only" | "just" | "merely");
    }
    // `pleaded not guilty`, `made no comment`
    word(at + 1) == "not" && word(at + 2) != "only"
        || matches!(word(at + 1), "no" | "zero" | "neither")
            && !matches!(word(at + 2), "longer" | "more" | "less" | "later")
}

/// Whether somebody denies the whole clause: `denied that she had left`, `dismissed claims that it was closed`.
fn told_as_untrue(page: &Page, clause: &Range<usize>) -> bool {
    let opening = clause.start.saturating_sub(1)..clause.end.min(clause.start + 2);
    let that = opening.into_iter().find(|&i| page.doc.word(i) == "that");
    let Some(before) = that.filter(|&i| i > 1).map(|i| i - 1) else { return false };
    let dismiss =
        |i: usize| page.verb_at(i).is_some_and(|v| matches!(v.base, "reject" | "dismiss" | "rebut"));
    let tale = |i: usize| {
        let word = page.doc.word(i).trim_end_matches('s');
        matches!(
            word,
            "claim"
                | "allegation"
                | "report"
                | "suggestion"
                | "accusation"
                | "rumour"
                | "rumor"
                | "notion"
                | "idea"
        )
    };
    is_denying(page, before)
        || tale(before) && (before.saturating_sub(4)..before).any(|i| is_denying(page, i) || dismiss(i))
}

/// Whether the subject of the verb at `at` is nobody and nothing: `no jobs will be cut`, `none of the men was hurt`.
pub fn of_nobody(page: &Page, clause: &Range<usize>, at: usize) -> bool {
    let subject = page.subject_phrase(at).filter(|s| clause.start <= s.start && s.end <= at);
    subject.is_some_and(|s| {
        let from = s.start.max(clause.start + 1) - 1;
        let first = (from..s.end)
            .find(|&i| matches!(page.doc.word(i), "no" | "none" | "nobody" | "nothing" | "neither"));
        first.is_some_and(|i| {
            !matches!(
                page.doc.word(i + 1),
                "doubt" | "fewer" | "less" | "more" | "else" | "other" | "longer" | "matter"
            )
        })
    })
}

/// Whether what stands before the verb at `at` tells how things are by now (`has not`, `has yet to`, `refuses to`): what is denied
/// so may be done later.
pub fn is_so_far(page: &Page, clause: &Range<usize>, at: usize) -> bool {
    (clause.start.max(at.saturating_sub(REACH))..at).any(|i| {
        matches!(page.doc.word(i), "has" | "have" | "is" | "are" | "yet")
            || page.verb_at(i).is_some_and(|v| matches!(v.base, "refuse" | "decline"))
    })
}

/// Whether the words behind `clause` say how long or on which condition its denial holds: `will not open until the trial is over`.
pub fn is_limited(page: &Page, clause: &Range<usize>) -> bool {
    matches!(page.doc.word(clause.end), "until" | "till" | "unless" | "before")
}

/// Whether a form of `deny` stands at `i`.
fn is_denying(page: &Page, i: usize) -> bool {
    page.verb_at(i).is_some_and(|v| matches!(v.base, "deny" | "dispute" | "refute"))
}

/// Whether `never` denies the verb at `at`.
pub fn is_never(page: &Page, clause: &Range<usize>, at: usize) -> bool {
    (clause.start.max(at.saturating_sub(REACH))..at).any(|i| page.doc.word(i) == "never")
}

/// Whether what stands before the verb at `at` weighs whether it can be: `is strong enough to win`, `is too weak to win`.
pub fn is_judged(page: &Page, clause: &Range<usize>, at: usize) -> bool {
    let before = clause.start.max(at.saturating_sub(REACH))..at;
    page.tag(at.saturating_sub(1)) == Tag::To
        && before.into_iter().any(|i| matches!(page.doc.word(i), "enough" | "too"))
}

/// Whether what the clause denies with its verb at `at` is denied by somebody (`denied stealing it`), and so in dispute.
pub fn is_disputed(page: &Page, clause: &Range<usize>, at: usize) -> bool {
    told_as_untrue(page, clause)
        || (clause.start.max(at.saturating_sub(REACH))..at).any(|i| is_denying(page, i))
}
