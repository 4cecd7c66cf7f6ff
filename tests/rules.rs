//! Every rule's own examples, through the whole pipeline, as articles of one day.

use claimdiff::compare::rules::ALL;
use claimdiff::model::report::Report;
use claimdiff::model::{Article, Basis, Published, RuleInfo, TimeValue};
use claimdiff::rules::Rules;

fn report(texts: &[&str]) -> Report {
    let article = |(i, text): (usize, &&str)| Article {
        id: format!("article-{i}"),
        text: (*text).to_owned(),
        published: Published {
            date: TimeValue::from_iso("2024-03-05"),
            basis: Basis::Given,
            ..Published::default()
        },
        ..Article::default()
    };
    claimdiff::reconcile(None, texts.iter().enumerate().map(article).collect(), Rules::shipped())
}

fn complains(rule: &RuleInfo, texts: &[&str]) -> bool {
    report(texts).findings.iter().any(|f| f.rule == rule.id && f.verdict == rule.verdict.as_str())
}

#[test]
fn nothing_is_held_against_the_examples_that_agree() {
    for rule in ALL {
        let report = report(rule.agree);
        assert!(!report.claims.is_empty(), "{}: nothing was read", rule.id);
        let loud = report.summary.conflict + report.summary.inconsistent;
        assert_eq!(loud, 0, "{}: {:?}", rule.id, report.findings);
    }
}

#[test]
fn the_examples_that_differ_are_reported() {
    for rule in ALL {
        assert!(complains(rule, rule.conflict), "{}: {:?}", rule.id, report(rule.conflict).findings);
    }
}

/// Whether some finding about attribute `id` has one of `verdicts`.
fn finds(id: &str, texts: &[String], verdicts: &[&str]) -> bool {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let report = report(&texts);
    let about = |f: &&claimdiff::model::report::FindingRecord| verdicts.contains(&f.verdict);
    let label = &Rules::shipped().attributes.iter().find(|a| a.id == id).expect("a shipped attribute").label;
    let of = |claim: &str| report.claims.iter().any(|c| c.id == claim && c.attribute == *label);
    report.findings.iter().filter(about).any(|f| f.claims.iter().any(|c| of(c)))
}

#[test]
fn the_attributes_examples_agree_and_conflict() {
    let mut out = Vec::new();
    for attribute in &Rules::shipped().attributes {
        if !finds(&attribute.id, &attribute.agree, &["agree", "compatible"]) {
            out.push(format!("{}: not one: {:?}", attribute.id, attribute.agree));
        }
        if !finds(&attribute.id, &attribute.conflict, &["conflict"]) {
            out.push(format!("{}: not opposed: {:?}", attribute.id, attribute.conflict));
        }
    }
    assert!(out.is_empty(), "{out:#?}");
}
