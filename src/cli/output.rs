//! Delivers reports: to standard output, and to files that are whole or not there at all.

use crate::report::Format;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes a report in a format; the flag says whether it goes to standard output.
pub type Writer<'a> = dyn Fn(Format, bool, &mut dyn Write) -> io::Result<()> + 'a;

/// Refuses outputs that would write over an article, over the rules or over one another.
pub fn check_targets(targets: &[(Format, PathBuf)], inputs: &[PathBuf]) -> Result<(), String> {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let inputs: BTreeSet<PathBuf> = inputs.iter().map(|p| real(p)).collect();
    let mut seen = BTreeSet::new();
    for (_, file) in targets {
        if inputs.contains(&real(file)) {
            return Err(format!("{}: This file is read; write the report to another one.", file.display()));
        }
        if !seen.insert(real(file)) {
            return Err(format!("{}: Two reports would go to this file; name another one.", file.display()));
        }
    }
    Ok(())
}

/// Writes the report to standard output as `format`, and to every target. Returns what failed; the rest is written.
pub fn deliver(
    format: Format,
    targets: &[(Format, PathBuf)],
    stdout: &mut dyn Write,
    writer: &Writer,
) -> Vec<String> {
    let mut failures = Vec::new();
    if let Err(error) = unless_closed(writer(format, true, stdout)) {
        failures.push(format!("The report could not be written: {error}."));
    }
    for (format, file) in targets {
        if let Err(error) = to_file(file, |out| writer(*format, false, out)) {
            failures.push(format!("{}: The report could not be written: {error}.", file.display()));
        }
    }
    failures
}

/// Flushes standard output; that the reader has gone away is no error.
pub fn finish(stdout: &mut dyn Write) -> io::Result<()> {
    unless_closed(stdout.flush())
}

/// A pipe closed by its reader (`| head`) is not an error.
pub fn unless_closed(outcome: io::Result<()>) -> io::Result<()> {
    match outcome {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Writes beside `file` first and then renames, so that an interrupted run leaves an old report whole.
pub fn to_file(file: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    // A device or a pipe (/dev/null) cannot be replaced, only written to.
    if file.exists() && !file.is_file() {
        return write(&mut std::fs::OpenOptions::new().write(true).open(file)?);
    }
    let name = file.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy().into_owned();
    let beside = file.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let written = std::fs::File::create(&beside).and_then(|open| {
        let mut out = io::BufWriter::new(open);
        write(&mut out)?;
        out.flush()
    });
    let outcome = written.and_then(|()| std::fs::rename(&beside, file));
    if outcome.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    outcome
}
