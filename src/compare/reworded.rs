//! Findings about sentences that are the same but for one place, in which stands what cannot both be true.
//!
//! Status and time count as they do for any two claims: a plan is no fact, and what holds today may not have held last week.

use super::group::Group;
use super::origin::Origins;
use super::verdict::{Compared, finding};
use super::wording::Told;
use super::{Input, pair, rules};
use crate::model::{ClaimKind, Finding, Question, Verdict, Wording};

/// At most so many claims of each of two wordings are set against each other.
const MOST: usize = 12;

/// The finding about a question whose answers are words in one place; `None` where nothing is to be said.
pub fn judge(question: &Question, told: &Wording, input: &Input, origins: &Origins) -> Option<Finding> {
    let groups: Vec<Group> = told.values.iter().map(|(_, claims)| claims.clone()).collect();
    let shown: Vec<String> =
        told.values.iter().map(|(words, _)| format!("\u{201c}{words}\u{201d}")).collect();
    let pairs = (0..groups.len()).flat_map(|x| (x + 1..groups.len()).map(move |y| (x, y)));
    let compared: Vec<Compared> = pairs
        .filter_map(|(x, y)| {
            let reason = reason(told.denied, &shown[x], &shown[y]);
            let (verdict, reason) = against(&groups[x], &groups[y], (&reason, told.denied), input)?;
            Some(Compared::new((x, y), verdict, reason))
        })
        .collect();
    let verdict = compared.iter().map(|c| c.verdict).min()?;
    let of = question.claims_of(input.claims);
    let first = of.first()?;
    let dated = of.iter().all(|c| matches!(c.kind, ClaimKind::Value(_)));
    let rule = if dated { rules::for_claim(first, false) } else { rules::for_wording() };
    let severity = rules::severity(rule, verdict, None, input.rules)?;
    let told = Told { question, input, groups: &groups, shown: &shown, compared: &compared, verdict };
    Some(finding(&told, (rule.id, severity), question.claims.clone(), origins))
}

fn reason(denied: bool, a: &str, b: &str) -> String {
    if denied {
        format!("the sentences are otherwise the same, but only one of {a} and {b} is a denial")
    } else {
        format!("the sentences are otherwise the same: {a} stands where the other has {b}")
    }
}

/// What it means that two wordings stand against each other: the loudest that two of their claims from two articles give.
fn against(x: &Group, y: &Group, (reason, denied): (&str, bool), input: &Input) -> Option<pair::Judged> {
    let claim = |i: &usize| input.claims.get(*i);
    let pairs = x.iter().take(MOST).flat_map(|a| y.iter().take(MOST).map(move |b| (a, b)));
    let judged = pairs.filter_map(|(a, b)| {
        let (a, b) = (claim(a)?, claim(b)?);
        (a.source != b.source).then(|| pair::reworded(a, b, (reason, denied), input))
    });
    judged.min_by_key(|(verdict, _)| match verdict {
        Verdict::Changed => 0,
        Verdict::Conflict => 1,
        _ => 2,
    })
}
