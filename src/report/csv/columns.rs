//! The columns of both tables.

use super::{Column, OfClaim, OfEvidence};
use crate::model::report::{ClaimRecord, ValueRecord};
use crate::report::view::publisher;

/// Findings, a row a claim.
pub const FINDINGS: &[Column<OfEvidence>] = &[
    column("story", "string", "Name of the story", |e| e.report.story.clone().unwrap_or_default()),
    column("finding", "string", "Stable fingerprint of the finding", |e| e.finding.id.clone()),
    column("verdict", "string", "What the comparison says", |e| e.finding.verdict.into()),
    column("rule", "string", "Rule that found it", |e| e.finding.rule.into()),
    column("severity", "string", "error, warning or note", |e| e.finding.severity.as_str().into()),
    column("question", "string", "What the claims answer", |e| e.finding.question.clone()),
    column("summary", "string", "The finding in one sentence", |e| e.finding.summary.clone()),
    column("outlets", "integer", "Number of sources", |e| e.finding.outlets.to_string()),
    column("origins", "integer", "Number of distinct origins", |e| e.finding.origins.to_string()),
    column("confidence", "number", "From 0 to 1", |e| e.finding.confidence.to_string()),
    column("ignored", "string", "Why the finding is ignored, if it is", |e| {
        e.finding.ignored.clone().unwrap_or_default()
    }),
    column("value", "string", "The value this claim states, as compared", |e| e.value.display.clone()),
    column("claim", "string", "Id of the claim", |e| e.claim.id.clone()),
    column("source", "string", "Id of the article", |e| e.source.id.clone()),
    column("publisher", "string", "Who published it", |e| publisher(e.source).into()),
    column("published", "string", "ISO 8601 date or date-time", |e| {
        e.source.published.date.clone().unwrap_or_default()
    }),
    column("path", "string", "File", |e| e.source.path.clone().unwrap_or_default()),
    column("line", "integer", "Line, from 1", |e| e.claim.span.line.to_string()),
    column("column", "integer", "Column in code points, from 1", |e| e.claim.span.column.to_string()),
    column("quote", "string", "The exact words", |e| e.claim.quote.clone()),
];

/// Claims, a row each.
pub const CLAIMS: &[Column<OfClaim>] = &[
    column("story", "string", "Name of the story", |s| s.report.story.clone().unwrap_or_default()),
    column("claim", "string", "Id of the claim", |s| s.claim.id.clone()),
    column("source", "string", "Id of the article", |s| s.source.id.clone()),
    column("publisher", "string", "Who published it", |s| publisher(s.source).into()),
    column("published", "string", "ISO 8601 date or date-time", |s| {
        s.source.published.date.clone().unwrap_or_default()
    }),
    column("path", "string", "File", |s| s.source.path.clone().unwrap_or_default()),
    column("start", "integer", "First code point", |s| s.claim.span.start.to_string()),
    column("end", "integer", "One past the last code point", |s| s.claim.span.end.to_string()),
    column("line", "integer", "Line, from 1", |s| s.claim.span.line.to_string()),
    column("column", "integer", "Column in code points, from 1", |s| s.claim.span.column.to_string()),
    column("quote", "string", "The exact words", |s| s.claim.quote.clone()),
    column("subject", "string", "Of whom or what", |s| s.claim.subject.clone().unwrap_or_default()),
    column("attribute", "string", "What is measured or said", |s| s.claim.attribute.clone()),
    column("kind", "string", "Kind of value", |s| s.claim.kind.into()),
    column("value", "string", "The value, for people", |s| s.claim.value.display().into()),
    column("low", "number", "Lower end of a quantity", |s| ends(s.claim)[0].clone()),
    column("high", "number", "Upper end of a quantity", |s| ends(s.claim)[1].clone()),
    column("unit", "string", "Unit of a quantity", |s| unit(s.claim)),
    column("bound", "string", "How the wording bounds a quantity", |s| bound(s.claim)),
    column("date", "string", "A date or time, ISO 8601", |s| date(s.claim)),
    column("when", "string", "When the claim holds, ISO 8601", |s| {
        s.claim.when.as_ref().map(|w| w.date.clone()).unwrap_or_default()
    }),
    column("where", "string", "Where it holds", |s| s.claim.places.join("; ")),
    column("status", "string", "actual, planned, forecast, possible, denied or opinion", |s| {
        s.claim.status.into()
    }),
    column("attributed_to", "string", "Who says so, if not the article", |s| {
        s.claim.attributed_to.clone().unwrap_or_default()
    }),
    column("via", "string", "The agency or report it came through", |s| {
        s.claim.via.clone().unwrap_or_default()
    }),
    column("confidence", "number", "From 0 to 1", |s| s.claim.confidence.to_string()),
];

const fn column<F: Copy>(
    name: &'static str,
    kind: &'static str,
    meaning: &'static str,
    value: F,
) -> Column<F> {
    Column { name, kind, meaning, value }
}

fn ends(claim: &ClaimRecord) -> [String; 2] {
    match &claim.value {
        ValueRecord::Quantity { low, high, .. } => {
            [low, high].map(|end| end.map(|n| n.to_string()).unwrap_or_default())
        }
        _ => Default::default(),
    }
}

fn unit(claim: &ClaimRecord) -> String {
    match &claim.value {
        ValueRecord::Quantity { unit, .. } => unit.clone().unwrap_or_default(),
        _ => String::new(),
    }
}

fn bound(claim: &ClaimRecord) -> String {
    match &claim.value {
        ValueRecord::Quantity { bound, .. } => (*bound).to_owned(),
        _ => String::new(),
    }
}

fn date(claim: &ClaimRecord) -> String {
    match &claim.value {
        ValueRecord::Time { date, .. } => date.clone(),
        _ => String::new(),
    }
}
