//! One finding: in full with its evidence, or in brief on a line.

use super::page::{Page, Piece, piece};
use super::paint::Style;
use crate::model::report::{ClaimRecord, FindingRecord, SourceRecord, ValueGroup};
use crate::model::unicode::columns;
use crate::report::view::{View, count, location, publisher};
use crate::report::{clean, difference};
use std::io;

/// Claims of one value shown before the rest is counted.
const SHOWN: usize = 5;
/// Widest column of values; longer values get a line of their own.
const WIDEST: usize = 24;
/// Where values start.
const MARGIN: usize = 4;

/// Question, values with their evidence, reason, outlets and origins.
pub fn full(
    page: &mut Page,
    view: &View,
    number: usize,
    finding: &FindingRecord,
    verbose: bool,
) -> io::Result<()> {
    let lead = piece(Style::Plain, format!("{number:>2}."));
    page.paragraph(&[lead], MARGIN, &[piece(Style::Strong, finding.question.as_str())])?;
    let column = finding.values.iter().map(|v| width(&v.display)).filter(|&w| w <= WIDEST).max().unwrap_or(0);
    let displays: Vec<&str> = finding.values.iter().map(|v| v.display.as_str()).collect();
    let quotations = finding.kind == "quotation" && finding.verdict != "agree";
    let mut marked = if quotations { difference::of_values(&displays) } else { Vec::new() }.into_iter();
    for value in &finding.values {
        let pieces = marked.next().unwrap_or_default();
        let display = shown(value, &pieces);
        evidence(page, view, (value, &display), MARGIN + column + 2, verbose)?;
    }
    page.paragraph(&[], MARGIN, &[piece(Style::Plain, finding.summary.as_str())])?;
    for reason in reasons(finding, verbose) {
        page.paragraph(&[], MARGIN, &[piece(Style::Plain, reason)])?;
    }
    let facts = format!(
        "{} · {} {} · {} · {:.0} % sure",
        independence(finding),
        finding.severity.as_str(),
        finding.rule,
        finding.id,
        finding.confidence * 100.0
    );
    page.paragraph(&[], MARGIN, &[piece(Style::Faint, facts)])
}

/// Question and values on as few lines as they need.
pub fn brief(page: &mut Page, view: &View, finding: &FindingRecord) -> io::Result<()> {
    let mut pieces = vec![piece(Style::Strong, finding.question.as_str()), piece(Style::Plain, ": ")];
    for (i, value) in finding.values.iter().enumerate() {
        let mark = if i + 1 < finding.values.len() { "; " } else { " · " };
        pieces.push(piece(Style::Plain, format!("{} ({}){mark}", value.display, names(view, value))));
    }
    pieces.push(piece(Style::Faint, independence(finding)));
    page.paragraph(&[piece(Style::Plain, "  -")], MARGIN, &pieces)
}

/// `3 outlets, 1 origin`.
pub fn independence(finding: &FindingRecord) -> String {
    [count(finding.outlets, "outlet"), count(finding.origins, "origin")].join(", ")
}

/// The publishers behind a value, each once.
pub fn names(view: &View, value: &ValueGroup) -> String {
    let mut names: Vec<&str> = value.sources.iter().filter_map(|id| view.source(id)).map(publisher).collect();
    names.dedup();
    names.join(", ")
}

/// The reasons to show besides the summary: the last, which says why this verdict; all if `verbose`.
fn reasons(finding: &FindingRecord, verbose: bool) -> impl Iterator<Item = &str> {
    let skip = if verbose { 0 } else { finding.reasons.len().saturating_sub(1) };
    finding.reasons.iter().skip(skip).map(String::as_str).filter(|r| *r != finding.summary)
}

/// A value; of a quotation, the words that the other one does not have stand between asterisks.
fn shown<'a>(value: &'a ValueGroup, pieces: &'a [difference::Piece]) -> Vec<Piece<'a>> {
    if pieces.is_empty() {
        return vec![piece(Style::Strong, value.display.as_str())];
    }
    let one = |p: &'a difference::Piece| {
        if p.differs {
            piece(Style::Different, format!("*{}*", p.text))
        } else {
            piece(Style::Strong, p.text.as_str())
        }
    };
    pieces.iter().map(one).collect()
}

/// A value and who states it where in which words.
fn evidence(
    page: &mut Page,
    view: &View,
    (value, display): (&ValueGroup, &[Piece]),
    indent: usize,
    verbose: bool,
) -> io::Result<()> {
    let claims = view.evidence(value);
    let shown = if verbose { claims.len() } else { SHOWN.min(claims.len()) };
    let mut lead = vec![piece(Style::Plain, " ".repeat(MARGIN))];
    lead.extend(display.iter().cloned());
    for (claim, source) in &claims[..shown] {
        page.paragraph(&lead, indent, &witness(claim, source))?;
        lead.clear();
        if verbose {
            context(page, view, claim, indent)?;
        }
    }
    if shown == 0 {
        page.paragraph(&lead, indent, &[])?;
    }
    if shown < claims.len() {
        let rest = format!("and {} more (--verbose shows them)", claims.len() - shown);
        page.paragraph(&[], indent, &[piece(Style::Faint, rest)])?;
    }
    Ok(())
}

/// `Coast Gazette, 2024-03-05: “Twelve people” articles/gazette.md:3:1`.
/// Without the words where the value is these already.
fn witness<'a>(claim: &'a ClaimRecord, source: &'a SourceRecord) -> Vec<Piece<'a>> {
    let date = source.published.date.as_deref().map_or(String::new(), |d| format!(", {d}"));
    let said = claim.attributed_to.as_deref().map_or(String::new(), |who| format!(" ({who})"));
    let who = piece(Style::Plain, format!("{}{date}{said}: ", publisher(source)));
    let place = piece(Style::Faint, location(claim, source));
    let is_value = || claim.value.display() == claim.quote;
    if claim.kind == "quotation" || claim.kind == "status" && is_value() {
        return vec![who, place];
    }
    vec![who, piece(Style::Quote, format!("\u{201c}{}\u{201d} ", claim.quote)), place]
}

/// The whole sentence, the quoted words strong.
fn context(page: &mut Page, view: &View, claim: &ClaimRecord, indent: usize) -> io::Result<()> {
    let [before, quote, after] = view.sentence(claim);
    if before.is_empty() && after.is_empty() {
        return Ok(());
    }
    let pieces = [piece(Style::Faint, before), piece(Style::Strong, quote), piece(Style::Faint, after)];
    page.paragraph(&[piece(Style::Faint, " ".repeat(indent) + "|")], indent + 2, &pieces)
}

fn width(text: &str) -> usize {
    columns(&clean::line(text))
}
