//! GitLab's code quality report: an array of issues, one a finding that asks for a person.

use super::place;
use super::view::{View, publisher};
use crate::model::Severity;
use crate::model::hash::{hex, sha256};
use crate::model::report::{FindingRecord, Report};
use serde::Serialize;
use std::io::{self, Write};

/// An issue as GitLab reads it.
#[derive(Serialize)]
#[cfg_attr(test, derive(serde::Deserialize))]
struct Issue {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: String,
    location: Location,
}

/// Where it is shown.
#[derive(Serialize)]
#[cfg_attr(test, derive(serde::Deserialize))]
struct Location {
    path: String,
    lines: Lines,
}

/// From which line.
#[derive(Serialize)]
#[cfg_attr(test, derive(serde::Deserialize))]
struct Lines {
    begin: usize,
    end: usize,
}

/// Writes all stories as one array.
pub fn write(reports: &[Report], out: &mut dyn Write) -> io::Result<()> {
    let mut issues = Vec::new();
    for report in reports {
        let view = View::new(report);
        let findings = report.findings.iter().filter(|f| f.ignored.is_none() && f.severity > Severity::Note);
        issues.extend(findings.map(|f| issue(&view, f)));
    }
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    writeln!(out)
}

fn issue(view: &View, finding: &FindingRecord) -> Issue {
    let evidence: Vec<_> =
        finding.values.iter().flat_map(|v| view.evidence(v).into_iter().map(move |e| (v, e))).collect();
    let Some((_, (claim, source))) = evidence.first() else { return placeless(view, finding) };
    let said: Vec<String> = evidence
        .iter()
        .map(|(v, (c, s))| {
            let at = place::in_text(c, s).map_or(String::new(), |at| format!(", {at}"));
            format!("{} ({}{at})", v.display, publisher(s))
        })
        .collect();
    let region = place::region(claim, source);
    Issue {
        description: format!("{}: {}: {}", finding.verdict, finding.question, said.join("; ")),
        check_name: finding.rule.to_owned(),
        fingerprint: fingerprint(view.report.story.as_deref(), &finding.id),
        severity: severity(finding.severity).to_owned(),
        location: Location {
            path: source.path.clone().unwrap_or_else(|| source.id.clone()),
            lines: Lines { begin: region.line, end: region.end_line },
        },
    }
}

/// A finding about ignores rather than articles, shown at the top of the usual baseline.
fn placeless(view: &View, finding: &FindingRecord) -> Issue {
    Issue {
        description: finding.summary.clone(),
        check_name: finding.rule.to_owned(),
        fingerprint: fingerprint(view.report.story.as_deref(), &finding.id),
        severity: severity(finding.severity).to_owned(),
        location: Location { path: "claimdiff-baseline.toml".to_owned(), lines: Lines { begin: 1, end: 1 } },
    }
}

/// GitLab drops issues of equal fingerprints, so a finding's is told apart by its story.
fn fingerprint(story: Option<&str>, id: &str) -> String {
    let digest = sha256(format!("{}\0{id}", story.unwrap_or_default()).as_bytes());
    hex(&digest[..16])
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "critical",
        Severity::Warning => "major",
        Severity::Note => "info",
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{hostile_report, sample_report};
    use super::*;

    fn written(reports: &[Report]) -> Vec<Issue> {
        let mut out = Vec::new();
        write(reports, &mut out).unwrap();
        if let Ok(folder) = std::env::var("CLAIMDIFF_SAMPLES") {
            std::fs::write(format!("{folder}/gitlab-{}.json", reports.len()), &out).unwrap();
        }
        serde_json::from_slice(&out).unwrap()
    }

    #[test]
    fn issues_stand_at_the_first_claim() {
        let issues = written(&[sample_report()]);
        assert_eq!(issues.len(), 5, "three conflicts, one inconsistency, one unclear");
        assert_eq!(issues[0].location.path, "articles/gazette.md");
        assert_eq!(issues[0].location.lines.begin, 3);
        assert_eq!(issues[0].severity, "critical");
        assert_eq!(
            issues[0].description,
            "conflict: Marigold: deaths: 12 people (Coast Gazette); at least 14 people (Ellery Post)"
        );
    }

    #[test]
    fn equal_findings_of_two_stories_stay_two() {
        let mut other = hostile_report();
        other.story = Some("other".into());
        let issues = written(&[sample_report(), other]);
        let distinct: std::collections::BTreeSet<_> = issues.iter().map(|i| &i.fingerprint).collect();
        assert_eq!(distinct.len(), issues.len());
    }
}
