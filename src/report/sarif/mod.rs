//! SARIF 2.1.0 for code scanning: one run, every finding that asks for a person, with all its evidence.
//!
//! Notes (agreements and what only looks different) are no alerts and stay out; the run's properties count them. The only
//! user of `serde-sarif`.

mod result;
mod rule;

use super::view::View;
use super::{Options, place};
use crate::model::Severity;
use crate::model::report::{FindingRecord, ProblemRecord, Report, SourceRecord};
use result::message;
use serde_json::{Value, json};
use serde_sarif::sarif::{
    Artifact, ArtifactLocation, Invocation, Notification, PropertyBag, Run, SCHEMA_URL, Sarif, Tool,
    ToolComponent,
};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// Writes all stories as one run.
pub fn write(reports: &[Report], options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let log =
        Sarif::builder().schema(SCHEMA_URL).version(json!("2.1.0")).runs(vec![run(reports, options)]).build();
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn run(reports: &[Report], options: &Options) -> Run {
    let shown: Vec<(&Report, &FindingRecord)> =
        reports.iter().flat_map(|r| r.findings.iter().filter(|f| asks(f)).map(move |f| (r, f))).collect();
    let rules = rule::descriptors(options.rules, &shown);
    let numbers: BTreeMap<String, i64> = rules.iter().zip(0..).map(|(r, i)| (r.id.clone(), i)).collect();
    let mut results = Vec::with_capacity(shown.len());
    for report in reports {
        let view = View::new(report);
        let findings = report.findings.iter().filter(|f| asks(f));
        results
            .extend(findings.map(|f| result::result(&view, f, numbers.get(f.rule).copied().unwrap_or(-1))));
    }
    let driver = ToolComponent::builder()
        .name("claimdiff")
        .version(env!("CARGO_PKG_VERSION"))
        .semantic_version(env!("CARGO_PKG_VERSION"))
        .rules(rules);
    // As long as the package names no home there is nothing to point to.
    let driver = match env!("CARGO_PKG_REPOSITORY") {
        "" => driver.build(),
        home => driver.information_uri(home).build(),
    };
    let notes = reports.iter().map(|r| r.findings.len()).sum::<usize>() - results.len();
    Run::builder()
        .tool(Tool::builder().driver(driver).build())
        .column_kind(json!("unicodeCodePoints"))
        .artifacts(artifacts(reports))
        .invocations(vec![invocation(reports)])
        .results(results)
        .properties(properties([("notesLeftOut", json!(notes))]))
        .build()
}

/// Whether a finding asks for a person: it is loud, or it would be but for the rules.
fn asks(finding: &FindingRecord) -> bool {
    finding.severity > Severity::Note
}

/// The files, each once: SARIF wants them distinct, and a file of records holds many articles.
fn artifacts(reports: &[Report]) -> Vec<Artifact> {
    let mut seen = BTreeSet::new();
    let sources = reports.iter().flat_map(|r| &r.sources);
    sources.filter(|s| seen.insert(place::uri(s))).map(artifact).collect()
}

fn artifact(source: &SourceRecord) -> Artifact {
    let location = ArtifactLocation::builder().uri(place::uri(source)).build();
    let hashes = BTreeMap::from([("sha-256".to_owned(), source.sha256.clone())]);
    Artifact::builder().location(location).hashes(hashes).build()
}

fn invocation(reports: &[Report]) -> Invocation {
    let problems: Vec<&ProblemRecord> = reports.iter().flat_map(|r| &r.problems).collect();
    let notifications: Vec<Notification> = problems
        .iter()
        .map(|p| {
            let text = format!("{}: {}", p.source, p.message);
            let level = if p.fatal { "error" } else { "warning" };
            Notification::builder().message(message(&text)).level(json!(level)).build()
        })
        .collect();
    Invocation::builder()
        .execution_successful(problems.iter().all(|p| !p.fatal))
        .tool_execution_notifications(notifications)
        .build()
}

fn properties<const N: usize>(pairs: [(&str, Value); N]) -> PropertyBag {
    let pairs: BTreeMap<String, Value> = pairs.into_iter().map(|(k, v)| (k.to_owned(), v)).collect();
    PropertyBag::builder().additional_properties(pairs).build()
}

#[cfg(test)]
mod tests;
