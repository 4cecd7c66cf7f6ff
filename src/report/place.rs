//! Where evidence stands, for formats that name files to other programs: relative URI, first and last line and column.

use super::view::Lines;
use crate::model::report::{ClaimRecord, SourceRecord};
use std::fmt::Write;

/// A stretch of a file; lines and columns from 1, columns in code points, the end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// First line.
    pub line: usize,
    /// First column; `None` where the text is not the file's own (an article inside a file of records, a text taken out of
    /// a page, of which no line of the file is known and the first is given).
    pub column: Option<usize>,
    /// Last line.
    pub end_line: usize,
    /// First column that no longer belongs to it.
    pub end_column: Option<usize>,
}

/// Where a claim stands in its file.
pub fn region(claim: &ClaimRecord, source: &SourceRecord) -> Region {
    let lines = Lines::of(source);
    if lines != Lines::File {
        let line = if lines == Lines::Record { source.line_offset + 1 } else { 1 };
        return Region { line, column: None, end_line: line, end_column: None };
    }
    let (line, column) = (claim.span.line, claim.span.column);
    let breaks = claim.quote.matches('\n').count();
    let last = claim.quote.rsplit('\n').next().unwrap_or_default().chars().count();
    let end_column = if breaks == 0 { column + last } else { last + 1 };
    Region { line, column: Some(column), end_line: line + breaks, end_column: Some(end_column) }
}

/// Where the words stand in the text that was read, in words, where the region cannot tell.
pub fn in_text(claim: &ClaimRecord, source: &SourceRecord) -> Option<String> {
    let (line, column) = (claim.span.line, claim.span.column);
    match Lines::of(source) {
        Lines::File => None,
        Lines::Record => Some(format!("line {line}, column {column} of the article {}", source.id)),
        Lines::Extract => Some(format!("line {line}, column {column} of the text taken out of the file")),
    }
}

/// The path of a source as a URI reference: relative paths stay relative, absolute ones get a scheme.
pub fn uri(source: &SourceRecord) -> String {
    match source.path.as_deref() {
        None => format!("stdin:{}", encode(&source.id)),
        Some(path) if path.starts_with('/') => format!("file://{}", encode(path)),
        Some(path) => encode(path.trim_start_matches("./")),
    }
}

/// Percent-encodes everything that is not plain in a path.
pub fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                out.push(byte as char);
            }
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::sample::sample_report;
    use super::*;

    #[test]
    fn a_quotation_over_two_lines_ends_on_the_second() {
        let report = sample_report();
        let (mut claim, source) = (report.claims[0].clone(), &report.sources[0]);
        assert_eq!(
            region(&claim, source),
            Region { line: 3, column: Some(1), end_line: 3, end_column: Some(14) }
        );
        claim.quote = "Twelve\npeople".into();
        assert_eq!((region(&claim, source).end_line, region(&claim, source).end_column), (4, Some(7)));
    }

    #[test]
    fn an_article_of_a_jsonl_file_is_at_its_line() {
        let report = sample_report();
        let mut source = report.sources[0].clone();
        (source.path, source.line_offset) = (Some("news.jsonl".into()), 6);
        assert_eq!(
            region(&report.claims[0], &source),
            Region { line: 7, column: None, end_line: 7, end_column: None }
        );
    }

    #[test]
    fn a_text_taken_out_of_a_page_has_no_lines_in_the_file_and_says_so() {
        let report = sample_report();
        let mut source = report.sources[0].clone();
        (source.path, source.extraction) = (Some("news.html".into()), "html");
        assert_eq!(
            region(&report.claims[0], &source),
            Region { line: 1, column: None, end_line: 1, end_column: None }
        );
        let said = in_text(&report.claims[0], &source).unwrap();
        assert_eq!(said, "line 3, column 1 of the text taken out of the file");
    }

    #[test]
    fn paths_become_references() {
        let mut source = sample_report().sources[0].clone();
        for (path, wanted) in [
            (Some("./a b/c#1.md"), "a%20b/c%231.md"),
            (Some("/tmp/é.txt"), "file:///tmp/%C3%A9.txt"),
            (None, "stdin:gazette"),
        ] {
            source.path = path.map(str::to_owned);
            assert_eq!(uri(&source), wanted);
        }
    }
}
