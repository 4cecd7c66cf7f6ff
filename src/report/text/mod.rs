//! The report for people at a terminal: loudest first, every value with who says it, the exact words and their place.
//!
//! Notes (agreements and what only looks different) take one line each unless `verbose`. Nothing is left out without
//! being counted at the end.

mod extract;
mod finding;
mod page;
mod paint;
mod summary;

pub use extract::write as write_extract;

use super::view::{View, count};
use super::{Options, clean};
use crate::model::Verdict;
use crate::model::report::{FindingRecord, Report, Summary};
use page::{Page, piece};
use paint::Style;
use std::borrow::Borrow;
use std::io::{self, Write};

/// Writes all stories, each under its name, and a total where there are several.
pub fn write(
    reports: impl IntoIterator<Item = impl Borrow<Report>>,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut page = Page::new(out, options.color, options.width);
    let (mut stories, mut sum) = (0, Summary::default());
    for report in reports {
        let report = report.borrow();
        if stories > 0 {
            page.gap()?;
        }
        story(&mut page, report, options)?;
        stories += 1;
        summary::add(&mut sum, &report.summary);
    }
    if stories > 1 {
        page.gap()?;
        summary::total(&mut page, stories, &sum)?;
    }
    Ok(())
}

fn story(page: &mut Page, report: &Report, options: &Options) -> io::Result<()> {
    let view = View::new(report);
    if let Some(name) = &report.story {
        let articles = format!(", {}", count(report.sources.len(), "article"));
        page.paragraph(&[], 0, &[piece(Style::Strong, name.as_str()), piece(Style::Plain, articles)])?;
        page.gap()?;
    }
    for verdict in Verdict::ALL {
        let shown: Vec<_> =
            view.findings(verdict).filter(|f| !options.quiet || f.severity >= options.fail_on).collect();
        if !shown.is_empty() {
            group(page, &view, verdict, &shown, options)?;
        }
    }
    if options.verbose && !options.quiet {
        ignored(page, report)?;
    }
    summary::write(page, &view, options)
}

/// One verdict with its findings.
fn group(
    page: &mut Page,
    view: &View,
    verdict: Verdict,
    findings: &[&FindingRecord],
    options: &Options,
) -> io::Result<()> {
    let name =
        piece(Style::Verdict(verdict), format!("{} ({})", verdict.as_str().to_uppercase(), findings.len()));
    page.paragraph(&[], 0, &[name, piece(Style::Faint, format!(" {}", meaning(verdict)))])?;
    page.gap()?;
    let brief =
        !options.verbose && matches!(verdict, Verdict::Changed | Verdict::Compatible | Verdict::Agree);
    for (i, finding) in findings.iter().enumerate() {
        if brief {
            finding::brief(page, view, finding)?;
        } else {
            finding::full(page, view, i + 1, finding, options.verbose)?;
            page.gap()?;
        }
    }
    if brief { page.gap() } else { Ok(()) }
}

/// A verdict in a few words.
pub const fn meaning(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "cannot all be true",
        Verdict::Inconsistent => "a source against itself",
        Verdict::Unclear => "a person should look",
        Verdict::Changed => "different at different times",
        Verdict::Compatible => "worded differently, can all be true",
        Verdict::Agree => "the same from several sources",
    }
}

fn ignored(page: &mut Page, report: &Report) -> io::Result<()> {
    let ignored: Vec<_> = report.findings.iter().filter(|f| f.ignored.is_some()).collect();
    if ignored.is_empty() {
        return Ok(());
    }
    page.paragraph(&[], 0, &[piece(Style::Strong, format!("IGNORED ({})", ignored.len()))])?;
    page.gap()?;
    for finding in ignored {
        let reason = finding.ignored.as_deref().unwrap_or_default();
        let text =
            format!("{} ({}, {}): {}", finding.question, finding.verdict, finding.id, clean::line(reason));
        page.paragraph(&[piece(Style::Faint, "  -")], 4, &[piece(Style::Plain, text)])?;
    }
    page.gap()
}

#[cfg(test)]
mod tests;
