//! W3C Web Annotations (JSON-LD) for tools that show claims in place: one annotation a claim of a finding, with the words
//! and their position as selectors.

use super::view::{View, publisher};
use super::{fragment, place};
use crate::model::report::{ClaimRecord, FindingRecord, RangeRecord, Report, SourceRecord, ValueGroup};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Code points of context on either side of the words.
const AROUND: usize = 32;

/// Writes one page of annotations.
pub fn write(reports: &[Report], out: &mut dyn Write) -> io::Result<()> {
    let items: Vec<Value> = reports.iter().flat_map(annotations).collect();
    let page = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:claimdiff:annotations",
        "type": "AnnotationPage",
        "items": items,
    });
    serde_json::to_writer_pretty(&mut *out, &page)?;
    writeln!(out)
}

fn annotations(report: &Report) -> Vec<Value> {
    let view = View::new(report);
    let mut items = Vec::new();
    for finding in report.findings.iter().filter(|f| f.ignored.is_none()) {
        for value in &finding.values {
            for (claim, source) in view.evidence(value) {
                items.push(annotation(&view, finding, value, claim, source));
            }
        }
    }
    items
}

fn annotation(
    view: &View,
    finding: &FindingRecord,
    value: &ValueGroup,
    claim: &ClaimRecord,
    source: &SourceRecord,
) -> Value {
    let story = view.report.story.as_deref().map_or(String::new(), |s| format!("{}:", place::encode(s)));
    json!({
        "id": format!("urn:claimdiff:{story}{}:{}", finding.id, place::encode(&claim.id)),
        "type": "Annotation",
        "motivation": "assessing",
        "generator": {
            "id": "urn:claimdiff",
            "type": "Software",
            "name": format!("claimdiff {}", env!("CARGO_PKG_VERSION")),
        },
        "body": [
            { "type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": finding.verdict },
            {
                "type": "TextualBody",
                "purpose": "commenting",
                "format": "text/plain",
                "language": "en",
                "value": comment(view, finding, value),
            },
        ],
        "target": {
            "type": "SpecificResource",
            "source": source.url.as_deref().and_then(fragment::safe).map_or_else(|| place::uri(source), str::to_owned),
            "selector": [quote_selector(view, claim), position_selector(claim)],
        },
    })
}

/// What this source says, and what the others say.
fn comment(view: &View, finding: &FindingRecord, value: &ValueGroup) -> String {
    let others = finding.values.iter().filter(|v| v.display != value.display);
    let others: Vec<String> = others
        .map(|v| {
            let who: Vec<&str> = v.sources.iter().filter_map(|id| view.source(id)).map(publisher).collect();
            format!("{} ({})", v.display, who.join(", "))
        })
        .collect();
    let others = if others.is_empty() { String::new() } else { format!("; elsewhere {}", others.join("; ")) };
    format!("{}: {}{others}. {}", finding.question, value.display, finding.summary)
}

fn quote_selector(view: &View, claim: &ClaimRecord) -> Value {
    let around = |start, end| view.text(&claim.source, RangeRecord { start, end });
    let (start, end) = (claim.span.start, claim.span.end);
    json!({
        "type": "TextQuoteSelector",
        "exact": claim.quote,
        "prefix": around(start.saturating_sub(AROUND), start),
        "suffix": around(end, end + AROUND),
    })
}

fn position_selector(claim: &ClaimRecord) -> Value {
    json!({ "type": "TextPositionSelector", "start": claim.span.start, "end": claim.span.end })
}

#[cfg(test)]
mod tests {
    use super::super::sample::{hostile_report, sample_report};
    use super::*;

    fn written(reports: &[Report]) -> Value {
        let mut out = Vec::new();
        write(reports, &mut out).unwrap();
        if let Ok(folder) = std::env::var("CLAIMDIFF_SAMPLES") {
            std::fs::write(format!("{folder}/annotations-{}.json", reports.len()), &out).unwrap();
        }
        serde_json::from_slice(&out).unwrap()
    }

    #[test]
    fn selectors_find_the_words_in_the_text() {
        let report = sample_report();
        let page = written(std::slice::from_ref(&report));
        let items = page["items"].as_array().unwrap();
        let shown = report.findings.iter().filter(|f| f.ignored.is_none());
        assert_eq!(items.len(), shown.map(|f| f.claims.len()).sum::<usize>());
        for item in items {
            let source = report
                .sources
                .iter()
                .find(|s| Some(s.url.as_deref().unwrap()) == item["target"]["source"].as_str());
            let text = &source.unwrap().text;
            let [quote, position] = item["target"]["selector"].as_array().unwrap().as_slice() else {
                panic!()
            };
            let part = |key: &str| quote[key].as_str().unwrap().to_owned();
            assert!(text.contains(&(part("prefix") + &part("exact") + &part("suffix"))), "{item}");
            let at = |key: &str| usize::try_from(position[key].as_u64().unwrap()).unwrap();
            let sliced: String = text.chars().skip(at("start")).take(at("end") - at("start")).collect();
            assert_eq!(sliced, part("exact"));
        }
    }

    #[test]
    fn ids_are_distinct_and_no_source_is_a_script() {
        let mut other = hostile_report();
        other.story = Some("other story".into());
        let page = written(&[sample_report(), other]);
        let items = page["items"].as_array().unwrap();
        let ids: std::collections::BTreeSet<_> = items.iter().map(|i| i["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), items.len());
        assert!(items.iter().all(|i| !i["target"]["source"].as_str().unwrap().starts_with("javascript")));
        assert!(ids.iter().all(|id| !id.contains(' ')));
    }
}
