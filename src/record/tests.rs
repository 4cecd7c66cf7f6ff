//! Records of a hand-made story whose texts are full of characters longer than a byte.

use super::*;
use crate::model::report::ValueRecord;
use crate::model::*;
use proptest::prelude::*;

const GAZETTE: &str =
    "\u{201c}Naïve\u{201d} ferry — 12 dead\n\nÅt Port Élan 12 people died.\r\nCafé owners saw it.\n";
const POST: &str = "Überfahrt: 14 people died.\n";

fn document(id: &str, text: &str) -> Document {
    Document {
        article: Article { id: id.to_owned(), text: text.to_owned(), file_line: 1, ..Article::default() },
        lower: text.to_ascii_lowercase(),
        sentences: vec![Sentence { span: Span::new(0, text.trim_end().len()), paragraph: 0, tokens: 0..0 }],
        ..Document::default()
    }
}

fn count(source: usize, text: &str, quote: &str, value: i64) -> Claim {
    let start = text.find(quote).unwrap();
    Claim {
        span: Span::new(start, start + quote.len()),
        noun: "person".to_owned(),
        ..Claim::new(
            source,
            ClaimKind::Value(Kind::Count),
            ClaimValue::Quantity {
                quantity: Quantity::exactly(value.into(), Decimal::ONE),
                unit: Some("person".to_owned()),
                per: None,
            },
        )
    }
}

fn conflict(claims: &[usize]) -> Finding {
    Finding {
        verdict: Verdict::Conflict,
        rule: "count-differs",
        severity: Severity::Error,
        question: "Ferry: deaths".to_owned(),
        summary: "12 people or 14 people".to_owned(),
        reasons: Vec::new(),
        claims: claims.to_vec(),
        values: claims.iter().map(|&c| (format!("value {c}"), vec![c])).collect(),
        origins: 2,
        confidence: 0.9,
    }
}

fn reported(claims: &[Claim], findings: &[Finding], rules: &Rules) -> Report {
    let documents = [document("gazette", GAZETTE), document("post", POST)];
    let annotations = [Annotations::default(), Annotations::default()];
    let story = Story {
        name: None,
        documents: &documents,
        annotations: &annotations,
        origins: &[],
        claims,
        findings,
        counts: Counts::default(),
        detail: crate::model::report::Detail::Claims,
        problems: &[],
    };
    report(&story, rules)
}

fn slices(report: &Report) {
    for claim in &report.claims {
        let source = report.sources.iter().find(|s| s.id == claim.source).unwrap();
        let points: Vec<char> = source.text.chars().collect();
        let said: String = points[claim.span.start..claim.span.end].iter().collect();
        assert_eq!(said, claim.quote);
        assert!(claim.sentence.start <= claim.span.start && claim.span.end <= claim.sentence.end);
    }
}

#[test]
fn claims_are_numbered_in_order_of_the_text_and_slice_to_their_quotes() {
    let claims = [
        count(1, POST, "14 people", 14),
        count(0, GAZETTE, "12 people", 12),
        count(0, GAZETTE, "12 dead", 12),
    ];
    let report = reported(&claims, &[conflict(&[0, 1])], &Rules::default());
    slices(&report);
    let ids: Vec<_> = report.claims.iter().map(|c| (c.id.as_str(), c.quote.as_str())).collect();
    assert_eq!(ids, [("gazette#1", "12 dead"), ("gazette#2", "12 people"), ("post#1", "14 people")]);
    let second = &report.claims[1].span;
    assert_eq!((second.line, second.column), (3, 14), "columns count code points");
    let finding = &report.findings[0];
    assert_eq!(finding.claims, ["gazette#2", "post#1"]);
    assert_eq!((finding.outlets, finding.kind), (2, "count"));
    assert_eq!(report.summary.conflict, 1);
    assert!(
        matches!(&report.claims[2].value, ValueRecord::Quantity { display, .. } if display == "14 people")
    );
}

#[test]
fn an_ignored_finding_stays_with_its_reason_and_leaves_the_summary() {
    let claims = [count(0, GAZETTE, "12 people", 12), count(1, POST, "14 people", 14)];
    let findings = [conflict(&[0, 1])];
    let id = reported(&claims, &findings, &Rules::default()).findings[0].id.clone();
    let ignore = crate::rules::Ignore {
        fingerprint: id,
        reason: "asked the coast guard".to_owned(),
        until: None,
        question: None,
    };
    let report = reported(&claims, &findings, &Rules { ignores: vec![ignore], ..Rules::default() });
    assert_eq!(report.findings[0].ignored.as_deref(), Some("asked the coast guard"));
    assert_eq!((report.summary.conflict, report.summary.ignored), (0, 1));
}

#[test]
fn ids_are_unique_even_for_the_same_values_twice() {
    let claims = [count(0, GAZETTE, "12 people", 12), count(1, POST, "14 people", 14)];
    let report = reported(&claims, &[conflict(&[0, 1]), conflict(&[0, 1])], &Rules::default());
    assert_ne!(report.findings[0].id, report.findings[1].id);
}

proptest! {
    #[test]
    fn the_report_does_not_depend_on_the_order_of_claims(order in Just([0, 1, 2]).prop_shuffle()) {
        let claims = [
            count(0, GAZETTE, "12 dead", 12),
            count(0, GAZETTE, "12 people", 12),
            count(1, POST, "14 people", 14),
        ];
        let finding = conflict(&[1, 2]);
        let moved: Vec<Claim> = order.iter().map(|&i: &usize| claims[i].clone()).collect();
        let at = |old: usize| order.iter().position(|&i| i == old).unwrap();
        let renamed = Finding {
            claims: vec![at(2), at(1)],
            values: vec![("value 1".to_owned(), vec![at(1)]), ("value 2".to_owned(), vec![at(2)])],
            ..finding.clone()
        };
        let json = |claims: &[Claim], finding| serde_json::to_string(&reported(claims, &[finding], &Rules::default())).unwrap();
        prop_assert_eq!(json(&claims, finding), json(&moved, renamed));
    }
}
