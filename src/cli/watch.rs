//! `check --watch`: runs again when a file that the run depends on has changed.
//!
//! Files are looked at a few times a second (size and time of change), which works on every file system and needs no help of
//! the operating system. Files that the run writes are not looked at, as the run would never rest.

use super::args::CheckArgs;
use super::{FAILED, Streams, output, setup};
use crate::rules::baseline;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

/// Time between two looks.
const PAUSE: Duration = Duration::from_millis(300);

/// Size and time of change of each file.
type Seen = BTreeMap<PathBuf, (u64, Option<SystemTime>)>;

/// Runs `once`, and again after each change. Ends only where the report cannot be delivered any more.
pub fn run(args: &CheckArgs, streams: &mut Streams, once: &dyn Fn(&CheckArgs, &mut Streams) -> u8) -> u8 {
    if args.input.paths.iter().any(|path| path == "-") {
        return streams.fail("error: --watch cannot look at standard input; name files or folders.");
    }
    loop {
        let seen = look(args);
        once(args, streams);
        if streams.stdout.flush().is_err() {
            return FAILED;
        }
        streams.say(format_args!("watching {} files; Ctrl-C ends", seen.len()));
        let _ = output::finish(streams.stdout);
        wait(args, seen);
    }
}

/// Returns when something has changed and then kept still for a moment, as editors write in several steps.
fn wait(args: &CheckArgs, mut seen: Seen) {
    let mut changed = false;
    loop {
        sleep(PAUSE);
        let now = look(args);
        if now == seen && changed {
            return;
        }
        changed |= now != seen;
        seen = now;
    }
}

fn look(args: &CheckArgs) -> Seen {
    let rules_file = args.input.rules.clone().or_else(|| setup::nearest().ok().flatten());
    let rules = setup::rules(&args.input).unwrap_or_default();
    let mut files = setup::files(&args.input, &rules);
    files.extend(rules_file.filter(|_| !args.input.isolated));
    files.push(args.baseline.clone().unwrap_or_else(|| baseline::DEFAULT_FILE.into()));
    files.extend(args.decisions.clone());
    let real = |file: &PathBuf| file.canonicalize().unwrap_or_else(|_| file.clone());
    let written: BTreeSet<PathBuf> = args.output.output.iter().map(|(_, file)| real(file)).collect();
    let about = |file: PathBuf| {
        let about = std::fs::metadata(&file).ok()?;
        Some((file, (about.len(), about.modified().ok())))
    };
    files.into_iter().filter(|file| !written.contains(&real(file))).filter_map(about).collect()
}
