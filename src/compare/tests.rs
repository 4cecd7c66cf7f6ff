//! Hand-made questions and what a fact-checker would say of them.

use super::*;
use crate::model::{
    Article, Bound, ClaimKind, ClaimValue, Decimal, Kind, Published, Quantity, Status, TimeValue, Verdict,
};

/// Articles published on these days; an empty day is not known.
fn documents(days: &[&str]) -> (Vec<Document>, Vec<Annotations>) {
    let document = |i: usize| Document {
        article: Article { id: format!("article-{i}"), ..Article::default() },
        ..Document::default()
    };
    let annotations = |day: &&str| Annotations {
        published: Published { date: TimeValue::from_iso(day), ..Published::default() },
        ..Annotations::default()
    };
    ((0..days.len()).map(document).collect(), days.iter().map(annotations).collect())
}

fn number(source: usize, kind: Kind, bound: Bound, value: i64, attribute: &str) -> Claim {
    let quantity = Quantity { bound, ..Quantity::exactly(value.into(), Decimal::ONE) };
    let unit = if kind == Kind::Money { "USD" } else { "person" };
    let value = ClaimValue::Quantity { quantity, unit: Some(unit.to_owned()), per: None };
    Claim {
        attribute_id: (!attribute.is_empty()).then(|| attribute.to_owned()),
        ..Claim::new(source, ClaimKind::Value(kind), value)
    }
}

fn killed(source: usize, value: i64) -> Claim {
    number(source, Kind::Count, Bound::Exactly, value, "deaths")
}

fn judge_as(days: &[&str], claims: &[Claim], certain: bool) -> Option<Finding> {
    let (documents, annotations) = documents(days);
    let questions = [Question {
        text: "ferry: deaths".to_owned(),
        claims: (0..claims.len()).collect(),
        reasons: vec!["Both count the dead of the ferry.".to_owned()],
        confidence: 0.9,
        certain,
        ..Question::default()
    }];
    let input = Input {
        documents: &documents,
        annotations: &annotations,
        claims,
        questions: &questions,
        rules: Rules::shipped(),
    };
    findings(&input, &Origins::of(&documents, claims)).0.pop()
}

fn verdict(days: &[&str], claims: &[Claim]) -> Option<Verdict> {
    judge_as(days, claims, true).map(|f| f.verdict)
}

const SAME_DAY: &[&str] = &["2024-03-05", "2024-03-05", "2024-03-05"];
const DAY_BY_DAY: &[&str] = &["2024-03-05", "2024-03-06", "2024-03-07"];

#[test]
fn equal_values_agree_and_differing_ones_of_one_day_are_a_conflict() {
    for (claims, wanted, why) in [
        (vec![killed(0, 12), killed(1, 12)], Some(Verdict::Agree), "the same"),
        (vec![killed(0, 12), killed(1, 14)], Some(Verdict::Conflict), "one day, two tolls"),
        (vec![killed(0, 12), killed(1, 12), killed(2, 14)], Some(Verdict::Conflict), "one outlier"),
        (vec![killed(0, 12)], None, "one source says it"),
        (vec![killed(0, 12), killed(0, 14)], None, "one article may tell how it rose"),
        (vec![killed(0, 12), killed(0, 14), killed(1, 14)], Some(Verdict::Agree), "the first gives both"),
        (
            vec![number(0, Kind::Count, Bound::AtLeast, 12, "deaths"), killed(1, 14)],
            Some(Verdict::Compatible),
            "at least 12",
        ),
    ] {
        assert_eq!(verdict(SAME_DAY, &claims), wanted, "{why}");
    }
}

#[test]
fn time_explains_what_can_change() {
    let price = |source, value| number(source, Kind::Money, Bound::Exactly, value, "deal-value");
    let least = |source, value| number(source, Kind::Count, Bound::AtLeast, value, "deaths");
    let people = |source, value| number(source, Kind::Count, Bound::Exactly, value, "missing");
    for (days, claims, wanted, why) in [
        (DAY_BY_DAY, vec![killed(0, 83), killed(1, 85)], Verdict::Changed, "a toll grows"),
        (
            DAY_BY_DAY,
            vec![killed(0, 83), killed(1, 85), killed(2, 83)],
            Verdict::Changed,
            "a stale figure quoted later",
        ),
        (
            DAY_BY_DAY,
            vec![least(0, 83), least(1, 85)],
            Verdict::Changed,
            "two lower bounds, one after the other",
        ),
        (SAME_DAY, vec![least(0, 83), least(1, 85)], Verdict::Compatible, "two lower bounds of one day"),
        (DAY_BY_DAY, vec![killed(0, 85), killed(1, 83)], Verdict::Unclear, "a toll does not fall"),
        (DAY_BY_DAY, vec![people(0, 249), people(1, 158)], Verdict::Changed, "missing people are found"),
        (DAY_BY_DAY, vec![price(0, 2500), price(1, 3500)], Verdict::Conflict, "a deal has one price"),
        (&["", ""], vec![killed(0, 83), killed(1, 85)], Verdict::Unclear, "no dates are known"),
        (&["", ""], vec![price(0, 2500), price(1, 3500)], Verdict::Conflict, "no date is needed"),
    ] {
        assert_eq!(verdict(days, &claims), Some(wanted), "{why}");
    }
}

#[test]
fn plans_and_opinions_are_no_facts() {
    let with = |status, claim| Claim { status, ..claim };
    for (days, a, b, wanted) in [
        (DAY_BY_DAY, Status::Planned, Status::Actual, Verdict::Changed),
        (SAME_DAY, Status::Planned, Status::Actual, Verdict::Unclear),
        (SAME_DAY, Status::Opinion, Status::Actual, Verdict::Unclear),
        (SAME_DAY, Status::Denied, Status::Actual, Verdict::Unclear),
        (SAME_DAY, Status::Forecast, Status::Forecast, Verdict::Conflict),
    ] {
        assert_eq!(
            verdict(days, &[with(a, killed(0, 12)), with(b, killed(1, 14))]),
            Some(wanted),
            "{a:?} {b:?}"
        );
    }
}

#[test]
fn nothing_uncertain_is_a_conflict() {
    let unsure = Claim { confidence: 0.3, ..killed(1, 14) };
    assert_eq!(verdict(SAME_DAY, &[killed(0, 12), unsure]), Some(Verdict::Unclear));
    let finding = judge_as(SAME_DAY, &[killed(0, 12), killed(1, 14)], false).unwrap();
    assert_eq!(finding.verdict, Verdict::Unclear);
    assert!(finding.reasons.iter().any(|r| r.contains("not certain")), "{:?}", finding.reasons);
}

#[test]
fn a_headline_is_held_against_its_text() {
    let headline = Claim { headline: true, ..killed(0, 14) };
    let finding = judge_as(SAME_DAY, &[headline.clone(), killed(0, 12)], true).unwrap();
    assert_eq!((finding.verdict, finding.rule), (Verdict::Inconsistent, "headline-mismatch"));
    assert_eq!(verdict(SAME_DAY, &[headline, killed(0, 12), killed(0, 14)]), None, "the text gives both");
}

#[test]
fn a_finding_names_its_values_and_who_states_them() {
    let finding = judge_as(SAME_DAY, &[killed(0, 12), killed(1, 12), killed(2, 14)], true).unwrap();
    assert_eq!(finding.values, [("12 people".to_owned(), vec![0, 1]), ("14 people".to_owned(), vec![2])]);
    assert_eq!(
        finding.summary,
        "Ferry: deaths: 12 people (article-0 and article-1) against 14 people (article-2)."
    );
    assert_eq!(finding.reasons.first().unwrap(), "Both count the dead of the ferry.");
    assert_eq!((finding.origins, finding.claims.len()), (3, 3));
}

/// Hostile sizes: many claims with few values, and many values.
#[test]
fn the_cost_follows_the_distinct_values() {
    let days: Vec<&str> = std::iter::repeat_n("2024-03-05", 3000).collect();
    let few: Vec<Claim> = (0..3000).map(|i| killed(i, 12 + i64::from(i % 2 == 0))).collect();
    assert_eq!(verdict(&days, &few), Some(Verdict::Conflict));
    let many: Vec<Claim> = (0..3000).map(|i| killed(i, i64::try_from(i).unwrap())).collect();
    assert_eq!(verdict(&days, &many), Some(Verdict::Conflict));
}

#[test]
fn a_finding_is_as_sure_as_the_least_sure_of_its_claims() {
    let unsure = |source, value, confidence| Claim { confidence, ..killed(source, value) };
    let found = judge_as(SAME_DAY, &[unsure(0, 12, 0.5), unsure(1, 14, 0.8)], true).unwrap();
    assert!((found.confidence - 0.45).abs() < 1e-6, "{}", found.confidence);
    assert!(found.reasons.iter().all(|r| !r.contains("the same.")), "{:?}", found.reasons);
}

#[test]
fn one_pair_that_time_explains_explains_the_values() {
    let days = &["2024-03-05", "2024-03-06", "2024-03-06"];
    assert_eq!(verdict(days, &[killed(0, 12), killed(1, 14), killed(2, 12)]), Some(Verdict::Changed));
}

#[test]
fn values_that_cannot_be_compared_are_for_a_person_to_see() {
    let cost = |source, unit: &str| {
        let quantity = Quantity::exactly(5.into(), Decimal::ONE);
        let value = ClaimValue::Quantity { quantity, unit: Some(unit.to_owned()), per: None };
        Claim::new(source, ClaimKind::Value(Kind::Money), value)
    };
    assert_eq!(verdict(SAME_DAY, &[cost(0, "USD"), cost(1, "XXX")]), Some(Verdict::Unclear));
    let said =
        |source, text: &str| Claim::new(source, ClaimKind::Quotation, ClaimValue::Text(text.to_owned()));
    let sayings = [said(0, "Nobody saw the smoke that night"), said(1, "We are glad to be ashore")];
    assert_eq!(verdict(SAME_DAY, &sayings), None, "two sayings");
}

#[test]
fn a_headline_is_held_against_the_text_it_stands_above() {
    let headline = |value| Claim { headline: true, ..killed(0, value) };
    let planned = |claim: Claim| Claim { status: Status::Planned, ..claim };
    for (claims, wanted, why) in [
        (vec![headline(12), killed(0, 14)], Some(Verdict::Inconsistent), "headline and text differ"),
        (vec![headline(12), killed(0, 12)], Some(Verdict::Agree), "they are the same"),
        (vec![headline(12), killed(0, 12), killed(0, 14)], None, "the text gives both"),
        (vec![planned(headline(12)), killed(0, 14)], None, "one is a plan"),
        (vec![headline(12), planned(killed(0, 14))], None, "the other is a plan"),
    ] {
        assert_eq!(verdict(SAME_DAY, &claims), wanted, "{why}");
    }
}
