//! `percentage-mismatch`: a percentage that does not follow from the numbers beside it.

use super::impossible_value::joined_by_of;
use super::one::{One, Told, exact};
use crate::model::display::number;
use crate::model::{Decimal, Finding, Kind, RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "percentage-mismatch",
    summary: "A percentage that does not follow from the numbers beside it.",
    why: "Where an article gives the numbers and the percentage, a reader can check one against the other; rounding is \
          allowed for.",
    verdict: Verdict::Inconsistent,
    severity: Severity::Warning,
    agree: &["In the vote, 12 of the 48 members, or 25 percent, stayed at home."],
    conflict: &["In the vote, 12 of the 48 members, or 35 percent, stayed at home."],
};

/// Most words between the numbers and their percentage (`members, or`).
const BETWEEN: usize = 4;
/// A percentage may miss by this many points, whatever its precision.
const POINTS: Decimal = Decimal::ONE;

/// Every percentage that does not fit.
pub fn check(one: &One) -> Vec<Finding> {
    (2..one.mentions().len())
        .filter_map(|i| share(one, [i - 2, i - 1, i]).or_else(|| change(one, [i - 2, i - 1, i])))
        .collect()
}

/// `12 of the 48 members, or 25 percent`.
fn share(one: &One, at: [usize; 3]) -> Option<Finding> {
    let [part, whole, percent] = at.map(|i| &one.mentions()[i]);
    if !joined_by_of(one, part, whole) || !beside(one, at, &["or", "(", "—", "–"]) {
        return None;
    }
    let right = exact(part)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(exact(whole)?)?;
    unless_near(one, at, right, exact(percent)?)
}

/// `from 200 to 250, a rise of 25 percent`.
fn change(one: &One, at: [usize; 3]) -> Option<Finding> {
    let [before, after, percent] = at.map(|i| &one.mentions()[i]);
    let from = before.tokens.start.checked_sub(1).map(|i| one.word(i)) == Some("from");
    let to = (before.tokens.end..after.tokens.start).any(|i| one.word(i) == "to");
    let near = after.tokens.start - before.tokens.end <= BETWEEN;
    if !(from && to && near && before.kind == after.kind && before.unit == after.unit) {
        return None;
    }
    if !beside(
        one,
        at,
        &["or", "(", "rise", "fall", "drop", "increase", "decrease", "decline", "gain", "jump", "up", "down"],
    ) {
        return None;
    }
    let (x, y) = (exact(before)?, exact(after)?);
    let right = (y - x).abs().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(x.abs())?;
    unless_near(one, at, right, exact(percent)?.abs())
}

/// Whether the percentage follows the numbers in their sentence, with one of `links` between.
fn beside(one: &One, at: [usize; 3], links: &[&str]) -> bool {
    let [_, number, percent] = at.map(|i| &one.mentions()[i]);
    let gap = number.tokens.end..percent.tokens.start;
    let counted = number.counted.as_ref().map_or(number.tokens.end, |c| c.end);
    percent.kind == Kind::Percent
        && percent.unit.is_none()
        && one.sentence(at[0]) == one.sentence(at[2])
        && percent.tokens.start.saturating_sub(counted.max(number.tokens.end)) <= BETWEEN
        && gap.clone().any(|i| links.contains(&one.word(i)))
}

fn unless_near(one: &One, at: [usize; 3], right: Decimal, stated: Decimal) -> Option<Finding> {
    let allowed = POINTS.max(stated / Decimal::from(20));
    if (right - stated).abs() <= allowed {
        return None;
    }
    let [a, b, percent] = at.map(|i| one.quote(i));
    let shown = number(right.round_dp(1));
    let summary = format!(
        "\u{201c}{a}\u{201d} and \u{201c}{b}\u{201d} make {shown} percent, not \u{201c}{percent}\u{201d}."
    );
    let reason = "The percentage stands beside the numbers it is made of.".to_owned();
    one.finding(&INFO, &at, Told::inconsistent(summary, reason, 0.7))
}
