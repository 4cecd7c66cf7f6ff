//! `sum-mismatch`: parts that do not add up to their total.
//!
//! Only where the wording says that the parts are parts of this total and do not overlap: places of the things counted
//! (`of its 16 ferries, seven are in Norway and nine in Iceland`), a list with `in all` behind it, a list behind a colon. Numbers
//! of which one may lie inside the other (men, residents) are no parts.

use super::one::{One, Told, exact};
use crate::model::display::{listed, number};
use crate::model::{Decimal, Finding, Kind, Mention, RuleInfo, Severity, Verdict};
use std::ops::Range;

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "sum-mismatch",
    summary: "Parts that do not add up to the total given for them.",
    why: "A number was mistyped, taken from another day, or counts something twice. A reader who adds up should not be the \
          first to notice.",
    verdict: Verdict::Inconsistent,
    severity: Severity::Error,
    agree: &[
        "Of its 16 ferries, seven are in Norway and six in Iceland, so that three are left in Scotland.",
    ],
    conflict: &[
        "Of its 16 ferries, seven are in Norway and six in Iceland, so that eight are left in Scotland.",
    ],
};

/// Words that say where: parts in different places do not overlap.
const WHERE: &[&str] = &[
    "in",
    "on",
    "at",
    "outside",
    "inside",
    "near",
    "abroad",
    "overseas",
    "elsewhere",
    "across",
    "within",
    "aboard",
    "off",
];
/// Words that make a number a part of the part before it.
const NESTED: &[&str] = &["including", "them", "which", "whom", "these", "those", "include", "includes"];
/// Words that say that with this part all parts are named.
const REST: &[&str] = &["remaining", "rest", "other", "others", "remainder"];
/// Words that join the parts of a list.
const LINKS: &[&str] = &[",", "and", ";", "&", "plus", "a", "an", "the"];
/// Words that open a list of parts behind their total.
const OPEN: &[&str] = &[":", "(", "—", "–"];
/// Most words between a part and the word that says where it is.
const REACH: usize = 4;

/// Every total that its parts do not make.
pub fn check(one: &One) -> Vec<Finding> {
    (0..one.mentions().len())
        .filter(|&i| counts(&one.mentions()[i]))
        .filter_map(|i| places(one, i).or_else(|| in_all(one, i)).or_else(|| listed_behind(one, i)))
        .collect()
}

/// Parts and whether the wording says that these are all.
struct Parts {
    mentions: Vec<usize>,
    all: bool,
}

/// `Of its 16 ferries, seven are in Norway and nine in Iceland`; `16 ferries: seven in Norway and nine in Iceland`.
fn places(one: &One, total: usize) -> Option<Finding> {
    let start = one.mentions()[total].tokens.start;
    let sentence = &one.document.sentences.get(one.sentence(total))?.tokens;
    let of = (start.saturating_sub(3)..start).rev().find(|&t| one.word(t) == "of");
    let opens = of
        .is_some_and(|t| t <= sentence.start || !one.word(t - 1).starts_with(|c: char| c.is_alphanumeric()));
    let listed = OPEN.contains(&one.word(noun_end(&one.mentions()[total])));
    if !opens && !listed {
        return None;
    }
    let mut parts = Parts { mentions: Vec::new(), all: false };
    for i in total + 1..one.mentions().len() {
        let mention = &one.mentions()[i];
        if mention.tokens.start >= sentence.end {
            break;
        }
        if !counts(mention) || !is_placed(one, i, sentence.end) {
            continue;
        }
        let before = mention.tokens.start.saturating_sub(3)..mention.tokens.start;
        if before.clone().any(|t| NESTED.contains(&one.word(t))) {
            continue;
        }
        parts.all |= before.clone().any(|t| REST.contains(&one.word(t)));
        parts.mentions.push(i);
    }
    unless_equal(one, total, &parts)
}

/// Whether a word that says where follows the mention, before anything else is counted.
fn is_placed(one: &One, i: usize, end: usize) -> bool {
    let from = one.mentions()[i].tokens.end;
    let next = one.mentions().get(i + 1).map_or(end, |m| m.tokens.start);
    let noun = one.mentions()[i].counted.as_ref().map_or(0, ExactSizeIterator::len);
    (from..(from + noun + REACH).min(next).min(end)).any(|t| WHERE.contains(&one.word(t)))
}

/// `seven boats and two helicopters, nine vessels in all`.
fn in_all(one: &One, total: usize) -> Option<Finding> {
    let after = noun_end(&one.mentions()[total]);
    let said = matches!(
        (one.word(after), one.word(after + 1)),
        ("in", "all" | "total") | ("altogether" | "combined", _)
    );
    if !said {
        return None;
    }
    let mut mentions = Vec::new();
    let mut next = one.mentions()[total].tokens.start;
    for i in (0..total).rev() {
        let mention = &one.mentions()[i];
        if !counts(mention) || !only_links(one, noun_end(mention)..next) {
            break;
        }
        next = mention.tokens.start;
        mentions.push(i);
    }
    mentions.reverse();
    unless_equal(one, total, &Parts { mentions, all: true })
}

/// `12 people: three men and nine women`.
fn listed_behind(one: &One, total: usize) -> Option<Finding> {
    let open = noun_end(&one.mentions()[total]);
    if !OPEN.contains(&one.word(open)) {
        return None;
    }
    let whole = exact(&one.mentions()[total])?;
    let mut mentions = Vec::new();
    let mut from = open + 1;
    for i in total + 1..one.mentions().len() {
        let mention = &one.mentions()[i];
        let part = counts(mention) && mention.counted.is_some() && exact(mention).is_some_and(|v| v <= whole);
        if !part || !only_links(one, from..mention.tokens.start) {
            break;
        }
        from = noun_end(mention);
        mentions.push(i);
    }
    // A list that goes on without numbers names other things too.
    let closed = matches!(one.word(from), "." | ")" | "—" | "–" | ";" | "");
    unless_equal(one, total, &Parts { mentions, all: closed }).filter(|_| closed)
}

fn only_links(one: &One, mut gap: Range<usize>) -> bool {
    gap.len() <= REACH && gap.all(|t| LINKS.contains(&one.word(t)))
}

/// Where the mention and the noun it counts end.
fn noun_end(mention: &Mention) -> usize {
    mention.counted.as_ref().map_or(mention.tokens.end, |c| c.end.max(mention.tokens.end))
}

/// Whether the mention is a plain number of things.
fn counts(mention: &Mention) -> bool {
    matches!(mention.kind, Kind::Count | Kind::Number)
        && mention.change == 0
        && mention.per.is_none()
        && exact(mention).is_some()
}

fn unless_equal(one: &One, total: usize, parts: &Parts) -> Option<Finding> {
    if parts.mentions.len() < 2 {
        return None;
    }
    let whole = exact(&one.mentions()[total])?;
    let values: Option<Vec<Decimal>> = parts.mentions.iter().map(|&i| exact(&one.mentions()[i])).collect();
    let values = values?;
    let sum = values.iter().try_fold(Decimal::ZERO, |sum, v| sum.checked_add(*v))?;
    if sum == whole || (sum < whole && !parts.all) {
        return None;
    }
    let shown: Vec<String> = values.iter().map(|v| number(*v)).collect();
    let summary = format!("{} make {}, not {}.", listed(&shown), number(sum), number(whole));
    let quotes: Vec<String> =
        parts.mentions.iter().map(|&i| format!("\u{201c}{}\u{201d}", one.quote(i))).collect();
    let reason = format!(
        "{} are given as parts of \u{201c}{}\u{201d}.",
        super::super::pair::capital(&listed(&quotes)),
        one.quote(total)
    );
    let mentions: Vec<usize> = std::iter::once(total).chain(parts.mentions.iter().copied()).collect();
    one.finding(&INFO, &mentions, Told::inconsistent(summary, reason, 0.9))
}
