//! The end of the report, which is what a terminal shows last: articles, problems, counts, and where to look first.

use super::finding::names;
use super::page::{Page, Piece, piece};
use super::paint::Style;
use crate::model::Verdict;
use crate::model::report::{Coverage, FindingRecord, Report, SourceRecord, Summary};
use crate::report::Options;
use crate::report::view::{View, count, publisher};
use std::io;

/// More articles than this are listed only if asked.
const LISTED: usize = 12;

/// Everything after the findings of one story.
pub fn write(page: &mut Page, view: &View, options: &Options) -> io::Result<()> {
    let report = view.report;
    if !options.quiet && (options.verbose || report.sources.len() <= LISTED) {
        for source in &report.sources {
            article(page, source)?;
        }
        page.gap()?;
    }
    for problem in &report.problems {
        let lead = if problem.fatal {
            piece(Style::Verdict(Verdict::Conflict), "problem:")
        } else {
            piece(Style::Verdict(Verdict::Unclear), "warning:")
        };
        let text = [
            piece(Style::Strong, problem.source.as_str()),
            piece(Style::Plain, format!(": {}", problem.message)),
        ];
        page.paragraph(&[lead], 9, &text)?;
    }
    if !options.quiet {
        coverage(page, report)?;
    }
    page.paragraph(&[], 0, &verdicts(&report.summary))?;
    first(page, view)
}

/// Adds what was found in one story.
pub fn add(sum: &mut Summary, story: &Summary) {
    sum.agree += story.agree;
    sum.compatible += story.compatible;
    sum.changed += story.changed;
    sum.conflict += story.conflict;
    sum.inconsistent += story.inconsistent;
    sum.unclear += story.unclear;
    sum.ignored += story.ignored;
}

/// The sum over so many stories.
pub fn total(page: &mut Page, stories: usize, sum: &Summary) -> io::Result<()> {
    let mut pieces = vec![piece(Style::Strong, format!("{} in all: ", count(stories, "story")))];
    pieces.extend(verdicts(sum));
    page.paragraph(&[], 0, &pieces)
}

/// Who, when and how the date is known, where, and how many claims.
fn article(page: &mut Page, source: &SourceRecord) -> io::Result<()> {
    let date = match (&source.published.date, source.published.basis) {
        (Some(date), "given") => format!(", {date}"),
        (Some(date), basis) => format!(", {date} ({basis})"),
        (None, _) => ", date unknown".to_owned(),
    };
    let claims = format!("{date}, {}", count(source.claims, "claim"));
    let origins = match source.origins.as_slice() {
        [] => " ".to_owned(),
        origins => format!(", after {} ", origins.join(", ")),
    };
    let place = source.path.as_deref().unwrap_or("<standard input>");
    let pieces = [
        piece(Style::Plain, publisher(source)),
        piece(Style::Plain, claims),
        piece(Style::Plain, origins),
        piece(Style::Faint, place),
    ];
    page.paragraph(&[piece(Style::Faint, "article:")], 9, &pieces)
}

/// What was read, understood and compared, and what was not.
fn coverage(page: &mut Page, report: &Report) -> io::Result<()> {
    let Coverage {
        articles,
        mentions,
        mentions_in_claims,
        not_understood,
        claims,
        claims_joined,
        pairs_compared,
        furniture,
    } = report.coverage;
    let read = format!(
        "{}; {mentions_in_claims} of {} became claims ({} in all); {claims_joined} claims share a question with another; {} compared.",
        count(articles, "article"),
        count(mentions, "figure"),
        count(claims, "claim"),
        count(pairs_compared, "pair"),
    );
    page.paragraph(&[piece(Style::Faint, "read:")], 9, &[piece(Style::Plain, read)])?;
    let skipped = format!(
        "{} of page furniture; {} not understood.",
        count(furniture, "paragraph"),
        count(not_understood, "figure")
    );
    page.paragraph(&[piece(Style::Faint, "skipped:")], 9, &[piece(Style::Plain, skipped)])?;
    if articles == 1 {
        let alone = "There is only one article, so it was checked against itself alone. Add another one on the same event to compare.";
        page.paragraph(&[piece(Style::Faint, "note:")], 9, &[piece(Style::Plain, alone)])?;
    }
    Ok(())
}

/// `3 conflicts, 1 inconsistency, 1 unclear, 2 changed, 3 compatible, 1 agreed, 1 ignored`.
fn verdicts(summary: &Summary) -> Vec<Piece<'static>> {
    let mut pieces = vec![];
    for verdict in Verdict::ALL {
        let (n, text) = match verdict {
            Verdict::Conflict => (summary.conflict, count(summary.conflict, "conflict")),
            Verdict::Inconsistent => (summary.inconsistent, count(summary.inconsistent, "inconsistency")),
            Verdict::Unclear => (summary.unclear, format!("{} unclear", summary.unclear)),
            Verdict::Changed => (summary.changed, format!("{} changed", summary.changed)),
            Verdict::Compatible => (summary.compatible, format!("{} compatible", summary.compatible)),
            Verdict::Agree => (summary.agree, format!("{} agreed", summary.agree)),
        };
        let style = if n > 0 { Style::Verdict(verdict) } else { Style::Faint };
        pieces.push(piece(style, text));
        pieces.push(piece(Style::Plain, ", "));
    }
    pieces.push(piece(Style::Plain, format!("{} ignored", summary.ignored)));
    pieces
}

/// The loudest finding once more, where the eye is when the program ends.
fn first(page: &mut Page, view: &View) -> io::Result<()> {
    let loudest = [Verdict::Conflict, Verdict::Inconsistent]
        .into_iter()
        .find_map(|v| Some((v, view.findings(v).next()?)));
    let Some((verdict, finding)) = loudest else { return Ok(()) };
    let mut pieces = vec![
        piece(Style::Verdict(verdict), "look first: "),
        piece(Style::Strong, finding.question.as_str()),
        piece(Style::Plain, ": "),
    ];
    pieces.extend(sides(view, finding));
    page.paragraph(&[], 0, &pieces)
}

/// `12 people (Coast Gazette) against 14 people (Ellery Post)`.
fn sides<'a>(view: &View, finding: &'a FindingRecord) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    for (i, value) in finding.values.iter().enumerate() {
        if i > 0 {
            pieces.push(piece(Style::Plain, " against "));
        }
        pieces.push(piece(Style::Strong, value.display.as_str()));
        pieces.push(piece(Style::Plain, format!(" ({})", names(view, value))));
    }
    pieces
}
