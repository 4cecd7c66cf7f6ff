//! The command line: streams in, exit status out. The only user of `clap`.
//!
//! [`args`] is what was typed, [`setup`] what it means, one file per command does it, [`output`] delivers reports. The exit
//! status is that of `diff` and linters: 0 nothing at or above `--fail-on`, 1 findings, 2 the job could not be done. A 2
//! outranks a 1, and nothing turns a 2 into a 0.

mod args;
mod baseline;
mod check;
mod documents;
mod engine;
mod explain;
mod extract;
mod filter;
mod init;
mod leave_out;
mod output;
mod problems;
mod progress;
mod registry;
mod setup;
mod summary;
mod watch;

use args::{Args, Command};
use clap::Parser;
use std::ffi::OsString;
use std::io::{IsTerminal, Read, Write};

/// Ran, and nothing at or above `--fail-on` was found.
pub const CLEAN: u8 = 0;
/// Ran, and found something at or above `--fail-on`.
pub const FINDINGS: u8 = 1;
/// Could not do its job: usage, configuration, unreadable input.
pub const FAILED: u8 = 2;

/// The three streams of a run.
pub(crate) struct Streams<'a> {
    stdin: &'a mut dyn Read,
    stdout: &'a mut dyn Write,
    stderr: &'a mut dyn Write,
    /// Whether somebody watches standard error.
    watched: bool,
}

impl Streams<'_> {
    /// A message for people. That nobody listens to standard error any more is no reason to stop.
    fn say(&mut self, message: impl std::fmt::Display) {
        let _ = writeln!(self.stderr, "claimdiff: {message}");
    }

    /// A message for people, and the status that goes with it.
    fn fail(&mut self, message: impl std::fmt::Display) -> u8 {
        self.say(message);
        FAILED
    }
}

/// Runs the program with these arguments (the first is its name) and streams; returns its exit status.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    stdin: &mut dyn Read,
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
) -> u8 {
    run_with(args, Streams { stdin, stdout, stderr, watched: false })
}

/// The same for the program itself: on a terminal a long run shows how far it has come.
pub fn run_at_terminal(
    args: impl IntoIterator<Item = OsString>,
    stdin: &mut dyn Read,
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
) -> u8 {
    let watched = std::io::stderr().is_terminal();
    run_with(args, Streams { stdin, stdout, stderr, watched })
}

fn run_with(args: impl IntoIterator<Item = OsString>, mut streams: Streams) -> u8 {
    let args = match Args::try_parse_from(args) {
        Ok(args) => args,
        Err(error) => return usage(&error, &mut streams),
    };
    let status = match args.command {
        Command::Check(args) => check::run(&args, &mut streams),
        Command::Extract(args) => extract::run(&args, &mut streams),
        Command::Baseline(args) => baseline::run(&args, &mut streams),
        Command::Rules => explain::run(None, &mut streams),
        Command::Schema { of } => documents::schema(of, &mut streams),
        Command::Completions { shell } => documents::completions(shell, &mut streams),
        Command::Man { folder } => documents::man(&folder, &mut streams),
        Command::Explain { rule } => explain::run(rule.as_deref(), &mut streams),
        Command::Init { folder } => init::run(&folder, &mut streams),
    };
    match output::finish(streams.stdout) {
        Ok(()) => status,
        Err(error) => streams.fail(format_args!("error: The report could not be written: {error}.")),
    }
}

/// Help and version go to standard output, errors of usage to standard error.
fn usage(error: &clap::Error, streams: &mut Streams) -> u8 {
    if error.use_stderr() {
        let _ = write!(streams.stderr, "{}", error.render());
        return FAILED;
    }
    let _ = write!(streams.stdout, "{}", error.render());
    let _ = streams.stdout.flush();
    CLEAN
}

#[cfg(test)]
mod tests;
