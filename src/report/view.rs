//! Looks things up in a report: claims and sources by id, places in a text by code point, names for people.
//!
//! Shared by the formats that show evidence. Decides nothing.

use crate::model::Verdict;
use crate::model::report::{ClaimRecord, FindingRecord, RangeRecord, Report, SourceRecord, ValueGroup};
use std::cell::OnceCell;
use std::collections::HashMap;

/// A report with its tables of contents.
pub struct View<'a> {
    /// The report itself.
    pub report: &'a Report,
    claims: HashMap<&'a str, usize>,
    sources: HashMap<&'a str, usize>,
    /// Of the sources that were asked for.
    marks: Vec<OnceCell<CodePoints>>,
}

impl<'a> View<'a> {
    /// Indexes `report`; linear in claims.
    pub fn new(report: &'a Report) -> Self {
        Self {
            report,
            claims: report.claims.iter().enumerate().map(|(i, c)| (c.id.as_str(), i)).collect(),
            sources: report.sources.iter().enumerate().map(|(i, s)| (s.id.as_str(), i)).collect(),
            marks: vec![OnceCell::new(); report.sources.len()],
        }
    }

    /// The claim with this id.
    pub fn claim(&self, id: &str) -> Option<&'a ClaimRecord> {
        self.claims.get(id).map(|&i| &self.report.claims[i])
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&'a SourceRecord> {
        self.sources.get(id).map(|&i| &self.report.sources[i])
    }

    /// The claims of a group of equal values with their sources, in the report's order.
    pub fn evidence(&self, group: &ValueGroup) -> Vec<(&'a ClaimRecord, &'a SourceRecord)> {
        group
            .claims
            .iter()
            .filter_map(|id| self.claim(id))
            .filter_map(|c| Some((c, self.source(&c.source)?)))
            .collect()
    }

    /// The text of a source between two code points; empty if there is no such source.
    pub fn text(&self, source: &str, range: RangeRecord) -> &'a str {
        let Some(&i) = self.sources.get(source) else { return "" };
        let text = self.report.sources[i].text.as_str();
        let at = |code_point| self.marks(i).byte(text, code_point);
        text.get(at(range.start)..at(range.end)).unwrap_or_default()
    }

    fn marks(&self, source: usize) -> &CodePoints {
        self.marks[source].get_or_init(|| CodePoints::new(&self.report.sources[source].text))
    }

    /// The sentence of a claim in three pieces: before the quotation, the quotation, after it.
    pub fn sentence(&self, claim: &ClaimRecord) -> [&'a str; 3] {
        let (sentence, span) = (claim.sentence, claim.span);
        let (start, end) = (sentence.start.min(span.start), sentence.end.max(span.end));
        [(start, span.start), (span.start, span.end), (span.end, end)]
            .map(|(start, end)| self.text(&claim.source, RangeRecord { start, end }))
    }

    /// The paragraph around a claim in three pieces: before the quotation, the quotation, after it. Paragraphs end at
    /// line ends; long ones are cut with an ellipsis.
    pub fn paragraph(&self, claim: &ClaimRecord) -> [String; 3] {
        let Some(&i) = self.sources.get(claim.source.as_str()) else { return Default::default() };
        let text = self.report.sources[i].text.as_str();
        let [start, end] = [claim.span.start, claim.span.end].map(|at| self.marks(i).byte(text, at));
        let (before, quote, after) = (&text[..start], &text[start..end.max(start)], &text[end.max(start)..]);
        let window = ceil_boundary(before, before.len().saturating_sub(AROUND));
        let near = &before[window..];
        let before = match near.rfind('\n') {
            Some(n) => near[n + 1..].to_owned(),
            None if window == 0 => near.to_owned(),
            None => format!("\u{2026}{}", near.split_once(' ').map_or(near, |(_, rest)| rest)),
        };
        let near = &after[..ceil_boundary(after, AROUND)];
        let after = match near.find('\n') {
            Some(n) => near[..n].to_owned(),
            None if near.len() == after.len() => near.to_owned(),
            None => format!("{}\u{2026}", near.rsplit_once(' ').map_or(near, |(first, _)| first)),
        };
        [before, quote.to_owned(), after]
    }

    /// The findings of one verdict that are not ignored, in the report's order.
    pub fn findings(&self, verdict: Verdict) -> impl Iterator<Item = &'a FindingRecord> {
        self.report.findings.iter().filter(move |f| f.ignored.is_none() && f.verdict == verdict.as_str())
    }
}

/// Bytes of context on either side of a quotation before an ellipsis.
const AROUND: usize = 700;

/// The first character boundary at or after `at`.
fn ceil_boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|&i| text.is_char_boundary(i)).unwrap_or(text.len())
}

/// Who a source is, for people: its publisher, else its id.
pub fn publisher(source: &SourceRecord) -> &str {
    source.publisher.as_deref().unwrap_or(&source.id)
}

/// What the lines and columns of a source's text are lines and columns of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// Of the file itself.
    File,
    /// Of a string inside a file of records, whose line is known.
    Record,
    /// Of the text that was taken out of a page, a document, a packed file.
    Extract,
}

impl Lines {
    /// What they are for `source`.
    pub fn of(source: &SourceRecord) -> Self {
        let ends = |ending: &str| {
            source
                .path
                .as_deref()
                .and_then(|p| p.rsplit_once('.'))
                .is_some_and(|(_, e)| e.eq_ignore_ascii_case(ending))
        };
        match source.extraction {
            _ if ends("gz") => Self::Extract,
            _ if ends("jsonl") || ends("ndjson") || ends("json") => Self::Record,
            "text" | "markdown" => Self::File,
            "json" => Self::Record,
            _ => Self::Extract,
        }
    }
}

/// Where a claim stands: `file:line:column`. An article of a `.jsonl` file is at that file's line; its own line and
/// column follow in words, as do those of a text taken out of a page or a document.
pub fn location(claim: &ClaimRecord, source: &SourceRecord) -> String {
    let path = source.path.as_deref().unwrap_or("<standard input>");
    let (line, column) = (claim.span.line, claim.span.column);
    match Lines::of(source) {
        Lines::File => format!("{path}:{line}:{column}"),
        Lines::Record => {
            format!("{path}:{} (article {}, {line}:{column})", source.line_offset + 1, source.id)
        }
        Lines::Extract => format!("{path} ({line}:{column} of its text)"),
    }
}

/// `1 claim`, `3 claims`.
pub fn count(n: usize, one: &str) -> String {
    let many = match one {
        "story" => "stories",
        "inconsistency" => "inconsistencies",
        _ => "",
    };
    match (n, many) {
        (1, _) => format!("1 {one}"),
        (n, "") => format!("{n} {one}s"),
        (n, many) => format!("{n} {many}"),
    }
}

/// Where code points are in a text: the byte offset of every 256th, so that any other is near.
#[derive(Clone)]
struct CodePoints(Vec<usize>);

impl CodePoints {
    const STEP: usize = 256;

    fn new(text: &str) -> Self {
        Self(text.char_indices().step_by(Self::STEP).map(|(byte, _)| byte).collect())
    }

    /// The byte offset of a code point; the end of the text for all beyond it.
    fn byte(&self, text: &str, code_point: usize) -> usize {
        let Some(&mark) = self.0.get(code_point / Self::STEP) else { return text.len() };
        let rest = &text[mark..];
        rest.char_indices().nth(code_point % Self::STEP).map_or(text.len(), |(byte, _)| mark + byte)
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::sample_report;
    use super::*;

    #[test]
    fn spans_slice_to_their_quotations_far_into_a_text() {
        let report = sample_report();
        let view = View::new(&report);
        for claim in &report.claims {
            assert_eq!(view.sentence(claim)[1], claim.quote, "{}", claim.id);
        }
        let text = "é".repeat(1000);
        let marks = CodePoints::new(&text);
        for at in [0, 1, 255, 256, 257, 999, 1000, 5000] {
            assert_eq!(marks.byte(&text, at), 2 * at.min(1000), "code point {at}");
        }
    }

    #[test]
    fn paragraphs_end_at_line_ends_and_long_ones_are_cut() {
        let mut report = sample_report();
        let view = View::new(&report);
        let [before, quote, after] = view.paragraph(view.claim("gazette#1").unwrap());
        assert_eq!((before.as_str(), quote.as_str()), ("", "Twelve people"));
        assert!(after.starts_with(" died when") && after.ends_with("$4.2 million."), "{after}");

        let long = "word ".repeat(1000);
        let start = report.claims[0].span.start + 5000;
        report.sources[0].text = format!("{long}{}", report.sources[0].text).replace('\n', " ");
        let width = report.claims[0].span.end - report.claims[0].span.start;
        (report.claims[0].span.start, report.claims[0].span.end) = (start, start + width);
        let view = View::new(&report);
        let [before, quote, after] = view.paragraph(&report.claims[0]);
        assert_eq!(quote, "Twelve people");
        assert!(before.starts_with("\u{2026}word") && before.len() < 800 && after.len() < 800, "{before}");
    }

    #[test]
    fn counted_words_agree_with_their_number() {
        assert_eq!((count(1, "outlet"), count(2, "story")), ("1 outlet".into(), "2 stories".into()));
    }
}
