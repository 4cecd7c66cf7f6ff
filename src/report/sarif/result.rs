//! One finding as a SARIF result: its first claim is the location, all others are related to it.

use super::properties;
use crate::model::Severity;
use crate::model::report::{ClaimRecord, FindingRecord, SourceRecord, ValueGroup};
use crate::report::view::{View, count, publisher};
use crate::report::{clean, place};
use serde_json::json;
use serde_sarif::sarif::{
    ArtifactContent, ArtifactLocation, Location, Message, PhysicalLocation, Region, Result, ResultLevel,
    Suppression,
};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The result of a finding; `rule` is its rule's place in the list.
pub fn result(view: &View, finding: &FindingRecord, rule: i64) -> Result {
    let evidence: Vec<(&ValueGroup, &ClaimRecord, &SourceRecord)> = finding
        .values
        .iter()
        .flat_map(|v| view.evidence(v).into_iter().map(move |(c, s)| (v, c, s)))
        .collect();
    let mut locations = evidence.iter().zip(0..).map(|((value, claim, source), id)| {
        let place = place::in_text(claim, source).map_or(String::new(), |place| format!(" ({place})"));
        let says = format!("{}: {}{place}", publisher(source), value.display);
        let location = Location::builder().physical_location(physical(claim, source)).message(message(&says));
        if id == 0 { location.build() } else { location.id(id).build() }
    });
    let first: Vec<Location> = locations.next().into_iter().collect();
    let rest: Vec<Location> = locations.collect();
    let fingerprints = BTreeMap::from([
        ("claimdiff/v1".to_owned(), finding.id.clone()),
        // The name under which GitHub tracks an alert; without it the hash of a line would do so.
        ("primaryLocationLineHash".to_owned(), format!("{}:1", finding.id)),
    ]);
    let says = text(finding, &evidence);
    let suppressions: Vec<Suppression> = finding.ignored.iter().map(|reason| suppression(reason)).collect();
    Result::builder()
        .rule_id(finding.rule)
        .rule_index(rule)
        .level(level(finding.severity))
        .message(says)
        .locations(first)
        .related_locations(rest)
        .partial_fingerprints(fingerprints)
        .suppressions(suppressions)
        .rank((finding.confidence * 100.0).clamp(0.0, 100.0))
        .properties(properties([
            ("verdict", json!(finding.verdict)),
            ("question", json!(finding.question)),
            ("story", json!(view.report.story)),
            ("kind", json!(finding.kind)),
            ("outlets", json!(finding.outlets)),
            ("origins", json!(finding.origins)),
            ("reasons", json!(finding.reasons)),
        ]))
        .build()
}

/// A message as plain text; `[`, `]` and `\` have a meaning in SARIF's.
pub fn message(text: &str) -> Message {
    Message::builder().text(escaped(text)).build()
}

/// The question, the summary, and each statement, those after the first as links to their related locations.
fn text(finding: &FindingRecord, evidence: &[(&ValueGroup, &ClaimRecord, &SourceRecord)]) -> Message {
    let mut text = format!("{}: {}", escaped(&finding.question), escaped(&finding.summary));
    for (id, (value, claim, source)) in evidence.iter().enumerate() {
        let words = format!("{}, \u{201c}{}\u{201d}", publisher(source), claim.quote);
        let words = escaped(&words);
        let words = if id == 0 { words } else { format!("[{words}]({id})") };
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{}: {words}", escaped(&value.display));
    }
    let independence = format!("{}, {}", count(finding.outlets, "outlet"), count(finding.origins, "origin"));
    Message::builder().text(format!("{text}\n{independence}.")).build()
}

fn escaped(text: &str) -> String {
    clean::line(text).replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

fn suppression(reason: &str) -> Suppression {
    Suppression::builder().kind(json!("external")).justification(clean::line(reason)).build()
}

const fn level(severity: Severity) -> ResultLevel {
    match severity {
        Severity::Error => ResultLevel::Error,
        Severity::Warning => ResultLevel::Warning,
        Severity::Note => ResultLevel::Note,
    }
}

fn physical(claim: &ClaimRecord, source: &SourceRecord) -> PhysicalLocation {
    let file = ArtifactLocation::builder().uri(place::uri(source)).build();
    PhysicalLocation::builder().artifact_location(file).region(region(claim, source)).build()
}

fn region(claim: &ClaimRecord, source: &SourceRecord) -> Region {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let place = place::region(claim, source);
    let snippet = ArtifactContent::builder().text(claim.quote.as_str()).build();
    let region =
        Region::builder().start_line(number(place.line)).end_line(number(place.end_line)).snippet(snippet);
    match (place.column, place.end_column) {
        (Some(from), Some(to)) => region
            .start_column(number(from))
            .end_column(number(to))
            .char_offset(number(claim.span.start))
            .char_length(number(claim.span.end.saturating_sub(claim.span.start)))
            .build(),
        _ => region.build(),
    }
}
