//! Findings about sentences that are the same but for one place, in which stands what cannot both be true.
//!
//! Status and time count as they do for any two claims: a plan is no fact, and what holds today may not have held last week.

use super::group::Group;
use super::origin::Origins;
use super::verdict::{Compared, finding};
use super::wording::Told;
use super::{Input, pair, rules};
use crate::model::{ClaimKind, Finding, Question, Verdict, Wording, WordingSort};

/// At most so many claims of each of two wordings are set against each other.
const MOST: usize = 12;

/// The finding about a question whose answers are words in one place; `None` where nothing is to be said.
pub fn judge(question: &Question, told: &Wording, input: &Input, origins: &Origins) -> Option<Finding> {
    let groups: Vec<Group> = told.values.iter().map(|(_, claims)| claims.clone()).collect();
    let shown: Vec<String> = told.values.iter().map(|(words, _)| shown(told.sort, words)).collect();
    let pairs = (0..groups.len()).flat_map(|x| (x + 1..groups.len()).map(move |y| (x, y)));
    let compared: Vec<Compared> = pairs
        .filter_map(|(x, y)| {
            let reason = reason(told.sort, &shown[x], &shown[y]);
            // What one said on Monday another may have said on Tuesday.
            let open = told.sort != WordingSort::Words;
            let (verdict, reason) = against(&groups[x], &groups[y], (&reason, open), input)?;
            Some(Compared::new((x, y), verdict, reason))
        })
        .collect();
    let verdict = compared.iter().map(|c| c.verdict).min()?;
    let of = question.claims_of(input.claims);
    let first = of.first()?;
    let dated = of.iter().all(|c| matches!(c.kind, ClaimKind::Value(_)));
    let rule = if dated { rules::for_claim(first, false) } else { rules::for_wording(told.sort) };
    let severity = rules::severity(rule, verdict, None, input.rules)?;
    let told = Told { question, input, groups: &groups, shown: &shown, compared: &compared, verdict };
    Some(finding(&told, (rule.id, severity), question.claims.clone(), origins))
}

/// The words, or the speaker, as people see them.
fn shown(sort: WordingSort, words: &str) -> String {
    if sort == WordingSort::Speaker { words.to_owned() } else { format!("\u{201c}{words}\u{201d}") }
}

fn reason(sort: WordingSort, a: &str, b: &str) -> String {
    match sort {
        WordingSort::Denial => {
            format!("the sentences are otherwise the same, but only one of {a} and {b} is a denial")
        }
        WordingSort::Words => {
            format!("the sentences are otherwise the same: {a} stands where the other has {b}")
        }
        WordingSort::Speaker => format!("the same words are those of {a} in one and of {b} in the other"),
    }
}

/// What it means that two wordings stand against each other: the loudest that two of their claims from two articles give.
fn against(x: &Group, y: &Group, (reason, open): (&str, bool), input: &Input) -> Option<pair::Judged> {
    let claim = |i: &usize| input.claims.get(*i);
    let pairs = x.iter().take(MOST).flat_map(|a| y.iter().take(MOST).map(move |b| (a, b)));
    let judged = pairs.filter_map(|(a, b)| {
        let (a, b) = (claim(a)?, claim(b)?);
        (a.source != b.source).then(|| pair::reworded(a, b, (reason, open), input))
    });
    judged.min_by_key(|(verdict, _)| match verdict {
        Verdict::Changed => 0,
        Verdict::Conflict => 1,
        _ => 2,
    })
}
