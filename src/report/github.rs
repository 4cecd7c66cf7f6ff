//! Workflow commands that GitHub shows beside the lines of a pull request.
//!
//! GitHub shows ten annotations a level and step and drops the rest without a word, so the eleventh line says how many more
//! there are. The full report belongs into the job's summary, which the caller writes.

use super::view::{View, publisher};
use super::{clean, place};
use crate::model::Severity;
use crate::model::report::{FindingRecord, Report};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

/// Annotations that GitHub shows of one level.
const SHOWN: usize = 10;

/// Writes one command a finding, loudest first.
pub fn write(reports: &[Report], out: &mut dyn Write) -> io::Result<()> {
    let mut written: BTreeMap<Severity, usize> = BTreeMap::new();
    for report in reports {
        let view = View::new(report);
        for problem in &report.problems {
            let severity = if problem.fatal { Severity::Error } else { Severity::Warning };
            let n = written.entry(severity).or_default();
            *n += 1;
            if *n <= SHOWN {
                let text = data(&format!("{}: {}", problem.source, problem.message));
                writeln!(out, "::{} title=claimdiff::{text}", command_name(severity))?;
            }
        }
        for finding in report.findings.iter().filter(|f| f.ignored.is_none() && f.severity > Severity::Note) {
            let n = written.entry(finding.severity).or_default();
            *n += 1;
            if *n <= SHOWN {
                command(&view, finding, out)?;
            }
        }
    }
    for (severity, n) in written.into_iter().rev().filter(|(_, n)| *n > SHOWN) {
        let level = command_name(severity);
        writeln!(
            out,
            "::notice title=claimdiff::{} more of level {level} are in the full report.",
            n - SHOWN
        )?;
    }
    Ok(())
}

fn command(view: &View, finding: &FindingRecord, out: &mut dyn Write) -> io::Result<()> {
    let mut text = finding.summary.clone();
    let mut place = String::new();
    for value in &finding.values {
        for (claim, source) in view.evidence(value) {
            if place.is_empty() {
                place = place_of(claim, source);
            }
            let at = place::in_text(claim, source).map_or(String::new(), |at| format!(" ({at})"));
            let who = publisher(source);
            // Writing to a string cannot fail, here and below.
            let _ = write!(text, "\n{}: {who}, \u{201c}{}\u{201d}{at}", value.display, claim.quote);
        }
    }
    let title = property(&format!("{}: {}", finding.verdict, finding.question));
    let lines: Vec<_> = text.lines().map(clean::line).collect();
    writeln!(out, "::{} {place}title={title}::{}", command_name(finding.severity), data(&lines.join("\n")))
}

fn place_of(
    claim: &crate::model::report::ClaimRecord,
    source: &crate::model::report::SourceRecord,
) -> String {
    let Some(path) = source.path.as_deref() else { return String::new() };
    let region = place::region(claim, source);
    let mut text = format!("file={},line={},endLine={},", property(path), region.line, region.end_line);
    // Columns are only allowed within one line.
    if let (Some(from), Some(to), true) = (region.column, region.end_column, region.line == region.end_line) {
        let _ = write!(text, "col={from},endColumn={to},");
    }
    text
}

const fn command_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

/// The text of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(&clean::line(text)).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::sample::{hostile_report, sample_report};
    use super::*;

    fn written(reports: &[Report]) -> String {
        let mut out = Vec::new();
        write(reports, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn findings_become_commands_at_their_place() {
        let text = written(&[sample_report()]);
        let wanted = "::error file=articles/gazette.md,line=3,endLine=3,col=1,endColumn=14,title=conflict%3A Marigold%3A deaths::";
        assert!(text.contains(wanted), "{text}");
        assert_eq!(
            text.lines().filter(|l| l.starts_with("::error")).count(),
            4,
            "three conflicts and a problem"
        );
    }

    #[test]
    fn the_rest_is_counted() {
        let mut report = sample_report();
        let conflict = report.findings[0].clone();
        report.findings.extend(std::iter::repeat_n(conflict, 20));
        let text = written(&[report]);
        assert_eq!(text.lines().filter(|l| l.starts_with("::error")).count(), 10);
        assert!(
            text.ends_with("::notice title=claimdiff::14 more of level error are in the full report.\n"),
            "{text}"
        );
    }

    #[test]
    fn articles_cannot_write_commands() {
        let text = written(&[hostile_report()]);
        assert!(
            text.lines().all(|l| l.starts_with("::error ")
                || l.starts_with("::warning ")
                || l.starts_with("::notice "))
        );
    }
}
