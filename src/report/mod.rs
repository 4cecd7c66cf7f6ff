//! Writes reports down: for people, for programs, for the places where both meet.
//!
//! One small file per format. A format decides nothing: order, verdicts, severities and offsets are those of
//! [`Report`]; what a format leaves out it leaves out for room, and says so. Article texts are never trusted: every
//! format escapes or neutralises them for the medium it writes.

mod annotations;
mod clean;
mod csv;
mod difference;
mod fragment;
mod github;
mod gitlab;
mod html;
mod json;
mod junit;
mod markdown;
mod place;
#[cfg(test)]
pub(crate) mod sample;
mod sarif;
pub mod schema;
mod text;
mod view;

use crate::model::report::{Detail, ExtractRecord, Report};
use crate::model::{RuleInfo, Severity};
use serde::Serialize;
use std::borrow::Borrow;
use std::io;
use std::str::FromStr;

/// A format of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// For people at a terminal.
    Text,
    /// The contract's document; an array of them where there is more than one story.
    Json,
    /// The same, one story a line.
    Jsonl,
    /// For pull requests and wikis.
    Markdown,
    /// One page for a browser that works offline.
    Html,
    /// For code scanning.
    Sarif,
    /// For CI servers.
    Junit,
    /// Workflow commands for GitHub.
    Github,
    /// Code quality for GitLab.
    Gitlab,
    /// Findings with their evidence as a table.
    Csv,
    /// All claims as a table.
    CsvClaims,
    /// W3C Web Annotations.
    Annotations,
}

impl Format {
    /// All formats, in the order in which help lists them.
    pub const ALL: &'static [Self] = &[
        Self::Text,
        Self::Json,
        Self::Jsonl,
        Self::Markdown,
        Self::Html,
        Self::Sarif,
        Self::Junit,
        Self::Github,
        Self::Gitlab,
        Self::Csv,
        Self::CsvClaims,
        Self::Annotations,
    ];

    /// The formats that `extract` can write.
    pub const EXTRACT: &'static [Self] = &[Self::Text, Self::Json, Self::Jsonl];

    /// How much the format shows of a story.
    pub const fn detail(self) -> Detail {
        match self {
            Self::Json | Self::Jsonl | Self::Html | Self::CsvClaims => Detail::Claims,
            _ => Detail::Findings,
        }
    }

    /// The name used on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Sarif => "sarif",
            Self::Junit => "junit",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Csv => "csv",
            Self::CsvClaims => "csv-claims",
            Self::Annotations => "annotations",
        }
    }
}

impl FromStr for Format {
    type Err = String;

    /// Parses a format's name; the error names all formats.
    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL.iter().copied().find(|f| f.as_str() == name).ok_or_else(|| {
            let names: Vec<_> = Self::ALL.iter().map(|f| f.as_str()).collect();
            format!("There is no format `{}`. Use one of: {}.", clean::line(name), names.join(", "))
        })
    }
}

/// How to write a report. Only `text` looks at colour, width and verbosity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Whether to use ANSI colours; the caller knows whether a terminal is listening.
    pub color: bool,
    /// Show every reason (how values were normalized, why claims were joined) and every ignored finding.
    pub verbose: bool,
    /// Columns to wrap at.
    pub width: usize,
    /// The severity from which findings fail the run.
    pub fail_on: Severity,
    /// Show only findings at or above `fail_on`, and the summary.
    pub quiet: bool,
    /// The rules, for formats that describe them.
    pub rules: &'static [RuleInfo],
}

impl Default for Options {
    fn default() -> Self {
        Self { color: false, verbose: false, width: 80, fail_on: Severity::Error, quiet: false, rules: &[] }
    }
}

/// Writes the reports of all stories. Fails only where `out` fails.
pub fn write(
    format: Format,
    reports: &[Report],
    options: &Options,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    match format {
        Format::Text => text::write(reports, options, out),
        Format::Json => json::write(reports, out),
        Format::Jsonl => json::write_lines(reports, out),
        Format::Markdown => markdown::write(reports, out),
        Format::Html => html::write(reports, out),
        Format::Sarif => sarif::write(reports, options, out),
        Format::Junit => junit::write(reports, options, out),
        Format::Github => github::write(reports, out),
        Format::Gitlab => gitlab::write(reports, out),
        Format::Csv => csv::write_findings(reports, out),
        Format::CsvClaims => csv::write_claims(reports, out),
        Format::Annotations => annotations::write(reports, out),
    }
}

/// The same of several stories, each written when it is there, if the format can be written so.
pub fn write_each(
    format: Format,
    reports: &mut dyn Iterator<Item = Report>,
    options: &Options,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    match format {
        Format::Text => text::write(reports, options, out),
        Format::Json => json::write_array(reports, out),
        Format::Jsonl => json::write_lines(reports, out),
        other => write(other, &reports.collect::<Vec<_>>(), options, out),
    }
}

/// Writes what was read out of each article. A format that [`Format::EXTRACT`] does not list is an error of kind
/// [`io::ErrorKind::Unsupported`] that says what to use instead.
pub fn write_extract<R: Borrow<ExtractRecord> + Serialize>(
    format: Format,
    records: impl IntoIterator<Item = R>,
    options: &Options,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    match format {
        Format::Text => text::write_extract(records, options, out),
        Format::Json => json::write_array(records, out),
        Format::Jsonl => json::write_lines(records, out),
        other => {
            let names: Vec<_> = Format::EXTRACT.iter().map(|f| f.as_str()).collect();
            let message =
                format!("`extract` does not write {}. Use one of: {}.", other.as_str(), names.join(", "));
            Err(io::Error::new(io::ErrorKind::Unsupported, message))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_found_by_its_name() {
        for &format in Format::ALL {
            assert_eq!(format.as_str().parse(), Ok(format));
        }
    }

    #[test]
    fn an_unknown_format_is_an_error_that_names_the_known_ones() {
        let error = "yaml".parse::<Format>().unwrap_err();
        assert!(error.contains("`yaml`") && error.contains("text, json, jsonl"), "{error}");
    }
}
