//! The report in GitHub-flavoured Markdown: for pull requests, job summaries and wikis.
//!
//! The same content as the text report with the tables that Markdown has. Reasons and notes fold away in `<details>`, the
//! only markup used besides Markdown itself.

mod escape;

use super::view::{View, count, location, publisher};
use super::{difference, fragment, text};
use crate::model::Verdict;
use crate::model::report::{ClaimRecord, FindingRecord, Report, SourceRecord, Summary};
use escape::escape;
use std::io::{self, Write};

/// Writes all stories under one another.
pub fn write(reports: &[Report], out: &mut dyn Write) -> io::Result<()> {
    for (i, report) in reports.iter().enumerate() {
        if i > 0 {
            writeln!(out)?;
        }
        story(&View::new(report), out)?;
    }
    Ok(())
}

fn story(view: &View, out: &mut dyn Write) -> io::Result<()> {
    let report = view.report;
    let name = report.story.as_deref().map_or(String::new(), |name| format!(": {}", escape(name)));
    writeln!(out, "# Claims compared{name}\n\n{}\n", verdicts(&report.summary))?;
    sources(report, out)?;
    for verdict in Verdict::ALL {
        let findings: Vec<_> = view.findings(verdict).collect();
        if findings.is_empty() {
            continue;
        }
        writeln!(out, "\n## {} ({}): {}", capital(verdict.as_str()), findings.len(), text::meaning(verdict))?;
        let folded = matches!(verdict, Verdict::Changed | Verdict::Compatible | Verdict::Agree);
        for finding in findings {
            if folded { note(view, finding, out)? } else { full(view, finding, out)? }
        }
    }
    ignored(report, out)?;
    coverage(report, out)
}

/// A finding with its table open.
fn full(view: &View, finding: &FindingRecord, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n### {}\n\n{}\n", escape(&finding.question), escape(&finding.summary))?;
    table(view, finding, out)?;
    writeln!(out, "\n{}", facts(finding))?;
    if !finding.reasons.is_empty() {
        writeln!(out, "\n<details><summary>Why</summary>\n")?;
        reasons(finding, out)?;
        writeln!(out, "\n</details>")?;
    }
    Ok(())
}

/// A finding folded to its values.
fn note(view: &View, finding: &FindingRecord, out: &mut dyn Write) -> io::Result<()> {
    // A summary line is HTML, in which Markdown's escapes do not count; entities do in both.
    let heading = format!("{}: {}", escape::html(&finding.question), values_html(finding));
    writeln!(out, "\n<details><summary>{heading}</summary>\n\n{}\n", escape(&finding.summary))?;
    table(view, finding, out)?;
    writeln!(out, "\n{}\n", facts(finding))?;
    reasons(finding, out)?;
    writeln!(out, "\n</details>")
}

fn values_html(finding: &FindingRecord) -> String {
    finding.values.iter().map(|v| escape::html(&v.display)).collect::<Vec<_>>().join("; ")
}

/// Values, who states them, in which words, and where.
fn table(view: &View, finding: &FindingRecord, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| Value | Source | Words | Place |\n| --- | --- | --- | --- |")?;
    let displays: Vec<&str> = finding.values.iter().map(|v| v.display.as_str()).collect();
    let quotations = finding.kind == "quotation" && finding.verdict != "agree";
    let marked = if quotations { difference::of_values(&displays) } else { Vec::new() };
    for (i, value) in finding.values.iter().enumerate() {
        let mut shown = match marked.get(i) {
            Some(pieces) => pieces.iter().map(inserted).collect(),
            None => format!("**{}**", escape(&value.display)),
        };
        for (claim, source) in view.evidence(value) {
            writeln!(
                out,
                "| {shown} | {} | {} | {} |",
                who(claim, source),
                words(view, claim),
                place(view, claim, source)
            )?;
            shown.clear();
        }
    }
    Ok(())
}

/// Words of a quotation, underlined where the other one does not have them.
fn inserted(piece: &difference::Piece) -> String {
    let words = escape(&piece.text);
    if piece.differs { format!("<ins>{words}</ins>") } else { words }
}

fn who(claim: &ClaimRecord, source: &SourceRecord) -> String {
    let date = source.published.date.as_deref().map_or(String::new(), |d| format!(", {}", escape(d)));
    let said = claim.attributed_to.as_deref().map_or(String::new(), |s| format!(" ({})", escape(s)));
    format!("{}{date}{said}", escape(publisher(source)))
}

/// The sentence with the quotation strong; the quotation alone where the sentence is not known.
fn words(view: &View, claim: &ClaimRecord) -> String {
    let [before, quote, after] = view.sentence(claim);
    if quote != claim.quote {
        return format!("\u{201c}{}\u{201d}", escape(&claim.quote));
    }
    let strong = escape(quote);
    let (left, right) = (escape(before), escape(after));
    // `**` needs a word at its inner side; markup in the middle of a word does not work with it, `<b>` does.
    format!("{left}<b>{strong}</b>{right}")
}

fn place(view: &View, claim: &ClaimRecord, source: &SourceRecord) -> String {
    let place = escape::code(&location(claim, source));
    let [before, quote, after] = view.sentence(claim);
    // Where text and span do not fit, the recorded words are still the evidence.
    let words = if quote == claim.quote { [before, quote, after] } else { ["", claim.quote.as_str(), ""] };
    match source.url.as_deref().and_then(|url| fragment::link(url, words)) {
        Some(link) => format!("{place} [original page](<{}>)", escape::address(&link)),
        None => place,
    }
}

fn reasons(finding: &FindingRecord, out: &mut dyn Write) -> io::Result<()> {
    for reason in finding.reasons.iter().filter(|r| **r != finding.summary) {
        writeln!(out, "- {}", escape(reason))?;
    }
    Ok(())
}

/// Outlets, origins, rule, severity, certainty, fingerprint.
fn facts(finding: &FindingRecord) -> String {
    let decision = finding.decision.as_deref().map_or(String::new(), |d| format!(", {}", escape(d)));
    format!(
        "{}, {}; {} `{}`, {:.0} % sure, `{}`{decision}",
        count(finding.outlets, "outlet"),
        count(finding.origins, "origin"),
        finding.severity.as_str(),
        finding.rule,
        finding.confidence * 100.0,
        finding.id
    )
}

fn sources(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| Publisher | Headline | Published | Origins | Claims | File |")?;
    writeln!(out, "| --- | --- | --- | --- | ---: | --- |")?;
    for s in &report.sources {
        let title = s.title.as_deref().map(escape).unwrap_or_default();
        let title = match s.url.as_deref().and_then(fragment::safe) {
            Some(url) if !title.is_empty() => format!("[{title}](<{}>)", escape::address(url)),
            _ => title,
        };
        let date = match &s.published.date {
            Some(date) => format!("{} ({})", escape(date), s.published.basis),
            None => "unknown".to_owned(),
        };
        let origins = escape(&s.origins.join(", "));
        let path = escape::code(s.path.as_deref().unwrap_or("standard input"));
        writeln!(out, "| {} | {title} | {date} | {origins} | {} | {path} |", escape(publisher(s)), s.claims)?;
    }
    Ok(())
}

fn ignored(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let ignored: Vec<_> = report.findings.iter().filter_map(|f| Some((f, f.ignored.as_deref()?))).collect();
    if ignored.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n<details><summary>{} ignored</summary>\n", ignored.len())?;
    for (finding, reason) in ignored {
        let question = escape(&finding.question);
        writeln!(out, "- {question} ({}, `{}`): {}", finding.verdict, finding.id, escape(reason))?;
    }
    writeln!(out, "\n</details>")
}

fn coverage(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let c = &report.coverage;
    writeln!(
        out,
        "\n---\n\nRead {}; {} of {} became claims ({} in all); {} compared; {} not understood; {} of page furniture skipped.",
        count(c.articles, "article"),
        c.mentions_in_claims,
        count(c.mentions, "figure"),
        count(c.claims, "claim"),
        count(c.pairs_compared, "pair"),
        count(c.not_understood, "figure"),
        count(c.furniture, "paragraph"),
    )?;
    for problem in &report.problems {
        writeln!(out, "\n- **{}**: {}", escape(&problem.source), escape(&problem.message))?;
    }
    Ok(())
}

/// `**3 conflicts**, 1 inconsistency, 1 unclear, 2 changed, 3 compatible, 1 agreed, 1 ignored`.
fn verdicts(s: &Summary) -> String {
    format!(
        "**{}**, {}, {} unclear, {} changed, {} compatible, {} agreed, {} ignored",
        count(s.conflict, "conflict"),
        count(s.inconsistent, "inconsistency"),
        s.unclear,
        s.changed,
        s.compatible,
        s.agree,
        s.ignored
    )
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests;
