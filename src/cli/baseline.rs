//! `claimdiff baseline`: writes down the findings there are, so that `check` fails on new ones only.

use super::args::BaselineArgs;
use super::progress::Progress;
use super::{CLEAN, Streams, engine, leave_out, problems, setup};
use crate::model::Severity;
use crate::model::report::{Detail, Report};
use crate::rules::{Ignore, Rules, baseline};
use std::collections::BTreeSet;
use std::io;
use std::path::Path;

/// Runs the command.
pub fn run(args: &BaselineArgs, streams: &mut Streams) -> u8 {
    match attempt(args, streams) {
        Ok(status) => status,
        Err(message) => streams.fail(format_args!("error: {message}")),
    }
}

fn attempt(args: &BaselineArgs, streams: &mut Streams) -> Result<u8, String> {
    let rules = setup::rules(&args.input)?;
    let (text, old) = existing(&args.file)?;
    let (articles, found) = setup::read(&args.input, &rules, streams);
    problems::tell(&found, false, streams);
    if articles.is_empty() || found.iter().any(|p| p.fatal) {
        return Err("The baseline was left as it is, because not everything could be read.".to_owned());
    }
    let stories = setup::stories(articles);
    let progress = Progress::new("comparing", stories.len(), streams.watched);
    let reports: Vec<Report> =
        engine::check(stories, &rules, Detail::Findings, args.input.jobs, &progress, |reports| {
            reports.collect()
        });
    drop(progress);
    let (kept, removed): (Vec<Ignore>, Vec<Ignore>) = sorted(old, &reports, args.prune);
    let new = if args.prune { Vec::new() } else { new_entries(args, &reports, &rules, &kept) };
    let outdated: BTreeSet<&str> = removed.iter().map(|entry| entry.fingerprint.as_str()).collect();
    write(&args.file, &baseline::edited(&text, &outdated, &new)?)
        .map_err(|e| format!("{}: The baseline could not be written: {e}.", args.file.display()))?;
    let (kept, added, removed) = (kept.len(), new.len(), removed.len());
    streams.say(format_args!("{}: {kept} kept, {added} added, {removed} removed", args.file.display()));
    Ok(CLEAN)
}

/// The text that is there already, and its entries.
fn existing(file: &Path) -> Result<(String, Vec<Ignore>), String> {
    match std::fs::read_to_string(file) {
        Ok(text) => {
            let entries =
                baseline::read(&file.to_string_lossy(), &text).map_err(|faults| faults.to_string())?;
            Ok((text, entries))
        }
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok((String::new(), Vec::new())),
        Err(e) => Err(format!("{}: The baseline cannot be read: {e}.", file.display())),
    }
}

/// The entries to keep, and those that fit nothing or are over, which are not kept if `prune`.
fn sorted(old: Vec<Ignore>, reports: &[Report], prune: bool) -> (Vec<Ignore>, Vec<Ignore>) {
    let today = leave_out::today();
    let ids: BTreeSet<&str> = reports.iter().flat_map(|r| &r.findings).map(|f| f.id.as_str()).collect();
    let applies = |entry: &Ignore| ids.contains(entry.fingerprint.as_str()) && !entry.expired(Some(&today));
    old.into_iter().partition(|entry| !prune || applies(entry))
}

/// Entries for findings at or above the level that nothing ignores yet.
fn new_entries(args: &BaselineArgs, reports: &[Report], rules: &Rules, kept: &[Ignore]) -> Vec<Ignore> {
    let level: Severity = args.fail_on.severity();
    let findings =
        reports.iter().flat_map(|r| &r.findings).filter(|f| f.severity >= level && f.ignored.is_none());
    findings
        .filter(|f| rules.ignored(&f.id, None).is_none() && kept.iter().all(|k| k.fingerprint != f.id))
        .map(|f| Ignore {
            fingerprint: f.id.clone(),
            reason: args.reason.clone().unwrap_or_default(),
            until: args.until.clone(),
            question: Some(f.question.clone()),
        })
        .collect()
}

fn write(file: &Path, text: &str) -> io::Result<()> {
    super::output::to_file(file, |out| out.write_all(text.as_bytes()))
}
