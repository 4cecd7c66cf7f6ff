//! Findings that the flags leave out. They stay in the report, marked as ignored with the reason.

use crate::model::Severity;
use crate::model::report::{FindingRecord, Report, Summary};

/// Marks findings less sure than `least` as ignored and counts anew.
pub fn by_confidence(report: &mut Report, least: f64) {
    for finding in &mut report.findings {
        if finding.confidence < least && finding.ignored.is_none() {
            finding.ignored =
                Some(format!("confidence {:.2} is below --min-confidence {least}", finding.confidence));
        }
    }
    if least > 0.0 {
        report.summary = count(&report.findings);
    }
}

/// Whether a finding that is not ignored is at or above `level`.
pub fn any_at(reports: &[Report], level: Severity) -> bool {
    reports.iter().flat_map(|r| &r.findings).any(|f| f.ignored.is_none() && f.severity >= level)
}

/// Findings by verdict, ignored ones apart.
pub fn count(findings: &[FindingRecord]) -> Summary {
    let mut summary = Summary::default();
    for finding in findings {
        let counter = match (finding.ignored.is_some(), finding.verdict) {
            (true, _) => &mut summary.ignored,
            (_, "agree") => &mut summary.agree,
            (_, "compatible") => &mut summary.compatible,
            (_, "changed") => &mut summary.changed,
            (_, "conflict") => &mut summary.conflict,
            (_, "inconsistent") => &mut summary.inconsistent,
            _ => &mut summary.unclear,
        };
        *counter += 1;
    }
    summary
}
