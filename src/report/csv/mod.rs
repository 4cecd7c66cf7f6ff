//! Tables for spreadsheets and notebooks: one of findings with their evidence, one of all claims, each with the Table Schema
//! that says what its columns are.
//!
//! A column is one row of a table here: name, type, meaning, value. The header, the rows and the schema come from it, so
//! that they cannot drift apart. The only user of `csv`.

mod columns;

use super::view::View;
use crate::model::report::{ClaimRecord, FindingRecord, Report, SourceRecord, ValueGroup};
use columns::{CLAIMS, FINDINGS};
use serde_json::{Value, json};
use std::io::{self, Write};

/// A column: name, type of the Table Schema, meaning, and its value in a row.
pub struct Column<F> {
    name: &'static str,
    kind: &'static str,
    meaning: &'static str,
    value: F,
}

/// Gives the value of a column of the table of findings.
pub type OfEvidence = fn(&Evidence<'_>) -> String;
/// Gives the value of a column of the table of claims.
pub type OfClaim = fn(&Stated<'_>) -> String;

/// A finding, one of its values, and a claim that states it; no claim where none could be found.
pub struct Evidence<'a> {
    report: &'a Report,
    finding: &'a FindingRecord,
    value: &'a ValueGroup,
    claim: &'a ClaimRecord,
    source: &'a SourceRecord,
}

/// A claim in its story.
pub struct Stated<'a> {
    report: &'a Report,
    claim: &'a ClaimRecord,
    source: &'a SourceRecord,
}

/// Writes findings: a row a claim that takes part in one.
pub fn write_findings(reports: &[Report], out: &mut dyn Write) -> io::Result<()> {
    let mut writer = Rows::new(FINDINGS, out)?;
    for report in reports {
        let view = View::new(report);
        for finding in &report.findings {
            for value in &finding.values {
                for (claim, source) in view.evidence(value) {
                    let row = Evidence { report, finding, value, claim, source };
                    writer.row(|value| value(&row))?;
                }
            }
        }
    }
    writer.finish()
}

/// Writes claims: a row a claim, whether it takes part in a finding or not.
pub fn write_claims(reports: &[Report], out: &mut dyn Write) -> io::Result<()> {
    let mut writer = Rows::new(CLAIMS, out)?;
    for report in reports {
        let view = View::new(report);
        for claim in &report.claims {
            if let Some(source) = view.source(&claim.source) {
                let row = Stated { report, claim, source };
                writer.row(|value| value(&row))?;
            }
        }
    }
    writer.finish()
}

/// The Table Schema of [`write_findings`].
pub fn findings_schema() -> Value {
    schema(FINDINGS)
}

/// The Table Schema of [`write_claims`].
pub fn claims_schema() -> Value {
    schema(CLAIMS)
}

fn schema<F>(columns: &[Column<F>]) -> Value {
    let fields: Vec<Value> =
        columns.iter().map(|c| json!({"name": c.name, "type": c.kind, "description": c.meaning})).collect();
    json!({"fields": fields, "missingValues": [""]})
}

/// A table that is being written.
struct Rows<'a, F: 'static> {
    columns: &'static [Column<F>],
    writer: ::csv::Writer<&'a mut dyn Write>,
}

impl<'a, F> Rows<'a, F> {
    fn new(columns: &'static [Column<F>], out: &'a mut dyn Write) -> io::Result<Self> {
        let mut writer = ::csv::Writer::from_writer(out);
        writer.write_record(columns.iter().map(|c| c.name)).map_err(error)?;
        Ok(Self { columns, writer })
    }

    fn row(&mut self, value: impl Fn(&F) -> String) -> io::Result<()> {
        let cells = self.columns.iter().map(|c| {
            let cell = value(&c.value);
            if c.kind == "string" { harmless(cell) } else { cell }
        });
        self.writer.write_record(cells).map_err(error)
    }

    fn finish(mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe in front, as spreadsheets write it themselves.
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

/// The underlying error of the stream, so that a closed pipe stays one.
fn error(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests;
