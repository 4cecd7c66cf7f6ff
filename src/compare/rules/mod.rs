//! The registry: what there is to report. One rule a file; comparing rules are only their description, since `verdict`
//! compares all kinds alike; rules about one article bring their check along.

mod conversion_mismatch;
mod count_differs;
mod date_differs;
mod duration_differs;
mod headline_mismatch;
mod impossible_value;
mod list_differs;
mod measure_differs;
mod money_differs;
mod name_differs;
mod one;
mod ordinal_differs;
mod percent_differs;
mod percentage_mismatch;
mod place_differs;
mod pronoun_mismatch;
mod quotation_differs;
mod role_differs;
mod since_differs;
mod speaker_differs;
mod status_differs;
mod sum_mismatch;
mod weekday_mismatch;
mod wording_differs;

use super::Input;
use super::origin::Origins;
use crate::model::{Claim, ClaimKind, Finding, Kind, NAME, RuleInfo, Severity, Verdict, WordingSort};
use crate::rules::{Attribute, Level, Rules};
use one::One;

/// All rules, in alphabetical order within comparing ones and those about one article.
pub const ALL: &[RuleInfo] = &[
    count_differs::INFO,
    date_differs::INFO,
    duration_differs::INFO,
    list_differs::INFO,
    measure_differs::INFO,
    money_differs::INFO,
    name_differs::INFO,
    ordinal_differs::INFO,
    percent_differs::INFO,
    place_differs::INFO,
    quotation_differs::INFO,
    role_differs::INFO,
    since_differs::INFO,
    speaker_differs::INFO,
    status_differs::INFO,
    wording_differs::INFO,
    conversion_mismatch::INFO,
    headline_mismatch::INFO,
    impossible_value::INFO,
    percentage_mismatch::INFO,
    pronoun_mismatch::INFO,
    sum_mismatch::INFO,
    weekday_mismatch::INFO,
];

/// The checks of one article against itself.
const INSIDE: &[fn(&One) -> Vec<Finding>] = &[
    conversion_mismatch::check,
    impossible_value::check,
    percentage_mismatch::check,
    pronoun_mismatch::check,
    sum_mismatch::check,
    weekday_mismatch::check,
];

/// Checks of values of two kinds against each other, which no question holds.
pub fn across(input: &Input, origins: &Origins) -> Vec<Finding> {
    since_differs::check(input, origins)
}

/// Checks every article against itself.
pub fn inside(input: &Input) -> Vec<Finding> {
    let articles = One::all(input);
    articles.iter().flat_map(|one| INSIDE.iter().flat_map(move |check| check(one))).collect()
}

/// The rule that reports a verdict on claims like this one; `headline`: the text against its headline.
pub fn for_claim(claim: &Claim, headline: bool) -> &'static RuleInfo {
    match claim.kind {
        ClaimKind::Person if claim.attribute == NAME => &name_differs::INFO,
        _ if headline => &headline_mismatch::INFO,
        ClaimKind::Value(Kind::Count | Kind::Number) => &count_differs::INFO,
        ClaimKind::Value(Kind::Money) => &money_differs::INFO,
        ClaimKind::Value(Kind::Percent) => &percent_differs::INFO,
        ClaimKind::Value(Kind::Date | Kind::Time) => &date_differs::INFO,
        ClaimKind::Value(Kind::Duration) => &duration_differs::INFO,
        ClaimKind::Value(Kind::Dimension) => &measure_differs::INFO,
        ClaimKind::Value(Kind::Ordinal) => &ordinal_differs::INFO,
        ClaimKind::List => &list_differs::INFO,
        ClaimKind::Role | ClaimKind::Person => &role_differs::INFO,
        ClaimKind::Place => &place_differs::INFO,
        ClaimKind::Quotation => &quotation_differs::INFO,
        ClaimKind::Status => &status_differs::INFO,
    }
}

/// The rule about what stands in one place of sentences that are otherwise the same.
pub const fn for_wording(sort: WordingSort) -> &'static RuleInfo {
    match sort {
        WordingSort::Words | WordingSort::Denial => &wording_differs::INFO,
        WordingSort::Speaker => &speaker_differs::INFO,
    }
}

/// How loud a finding is: the rules' word for this rule, else the attribute's for a conflict, else the verdict's default.
/// A level set for a rule raises only what the rule complains of, never an agreement. `None`: switched off.
pub fn severity(
    rule: &RuleInfo,
    verdict: Verdict,
    attribute: Option<&Attribute>,
    rules: &Rules,
) -> Option<Severity> {
    let default = match verdict {
        Verdict::Conflict => Severity::Error,
        Verdict::Inconsistent if rule.verdict == Verdict::Inconsistent => rule.severity,
        Verdict::Inconsistent | Verdict::Unclear => Severity::Warning,
        Verdict::Changed | Verdict::Compatible | Verdict::Agree => Severity::Note,
    };
    let complaint = matches!(verdict, Verdict::Conflict | Verdict::Inconsistent);
    let own = attribute.and_then(|a| a.severity).filter(|_| verdict == Verdict::Conflict);
    match rules.severity.get(rule.id).copied().or(own) {
        Some(Level::Off) => None,
        Some(level) if complaint => level.severity(),
        Some(level) => level.severity().map(|s| s.min(default)),
        None => Some(default),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_level_set_raises_what_is_complained_of_only() {
        let set = |level| Rules {
            severity: ALL.iter().map(|r| (r.id.to_owned(), level)).collect(),
            ..Rules::default()
        };
        for rule in ALL {
            let plain = |verdict| severity(rule, verdict, None, &Rules::default());
            let own = if rule.verdict == Verdict::Inconsistent { rule.severity } else { Severity::Warning };
            assert_eq!(plain(Verdict::Inconsistent), Some(own), "{}", rule.id);
            assert_eq!(plain(Verdict::Conflict), Some(Severity::Error));
            assert_eq!(plain(Verdict::Unclear), Some(Severity::Warning));
            assert_eq!(plain(Verdict::Agree), Some(Severity::Note));
            for (verdict, level, want) in [
                (Verdict::Inconsistent, Level::Error, Some(Severity::Error)),
                (Verdict::Conflict, Level::Note, Some(Severity::Note)),
                (Verdict::Agree, Level::Error, Some(Severity::Note)),
                (Verdict::Unclear, Level::Error, Some(Severity::Warning)),
                (Verdict::Unclear, Level::Note, Some(Severity::Note)),
                (Verdict::Conflict, Level::Off, None),
            ] {
                assert_eq!(severity(rule, verdict, None, &set(level)), want, "{}", rule.id);
            }
        }
    }

    #[test]
    fn every_rule_explains_itself() {
        let ids: BTreeSet<&str> = ALL.iter().map(|r| r.id).collect();
        assert_eq!(ids.len(), ALL.len(), "ids are unique");
        for rule in ALL {
            assert!(rule.id.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", rule.id);
            assert!(rule.summary.ends_with('.') && rule.why.ends_with('.'), "{}: whole sentences", rule.id);
            assert!(!rule.agree.is_empty() && !rule.conflict.is_empty(), "{}: one example each", rule.id);
            let articles = if rule.verdict == Verdict::Conflict { 2 } else { 1 };
            assert!(rule.agree.len() == articles && rule.conflict.len() == articles, "{}", rule.id);
        }
    }

    #[test]
    fn a_level_of_the_rules_never_makes_an_agreement_loud() {
        let rule = &count_differs::INFO;
        let with = |level| Rules { severity: [(rule.id.to_owned(), level)].into(), ..Rules::default() };
        assert_eq!(severity(rule, Verdict::Conflict, None, &Rules::default()), Some(Severity::Error));
        assert_eq!(severity(rule, Verdict::Conflict, None, &with(Level::Note)), Some(Severity::Note));
        assert_eq!(severity(rule, Verdict::Agree, None, &with(Level::Error)), Some(Severity::Note));
        assert_eq!(severity(rule, Verdict::Unclear, None, &with(Level::Note)), Some(Severity::Note));
        assert_eq!(severity(rule, Verdict::Agree, None, &with(Level::Off)), None);
        let soft = Attribute { severity: Some(Level::Warning), ..Attribute::default() };
        assert_eq!(
            severity(rule, Verdict::Conflict, Some(&soft), &Rules::default()),
            Some(Severity::Warning)
        );
    }
}

#[cfg(test)]
mod tests_of_one;
