//! The summary page of a GitHub job: with `--format github` it gets the report in Markdown, since annotations are cut off.

use crate::model::report::Report;
use crate::report::{self, Format, Options};
use std::io::{self, Write};

/// Appends the report to the file that `GITHUB_STEP_SUMMARY` names, if one of `formats` is for GitHub.
pub fn append(
    formats: impl IntoIterator<Item = Format>,
    reports: &[Report],
    options: &Options,
) -> io::Result<()> {
    let file = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|f| !f.is_empty());
    match file {
        Some(file) if formats.into_iter().any(|f| f == Format::Github) => {
            let mut out =
                io::BufWriter::new(std::fs::OpenOptions::new().create(true).append(true).open(file)?);
            report::write(Format::Markdown, reports, options, &mut out)?;
            out.flush()
        }
        _ => Ok(()),
    }
}
