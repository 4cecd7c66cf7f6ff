//! Files that are broken, damaged or meant to do harm: each gives an exit status and a clear line, never a panic.
//!
//! Every sample format is cut short, has bits flipped and bytes replaced, by a fixed sequence of pseudo-random numbers, so that a
//! failure comes again. `CLAIMDIFF_MUTATIONS` sets how many variants of each sample are tried (40 if it is not set). What the
//! hostile files cost is measured by `tests/robust/measure`, see the README beside it.

#![allow(clippy::unwrap_used, reason = "a test may stop where its ground is missing")]

#[path = "../common/mod.rs"]
mod common;
mod hostile;
mod mutate;
mod properties;
mod samples;

use common::Desk;
use mutate::{Random, variant};
use samples::samples;
use std::time::{Duration, Instant};

/// Checks a file of these bytes; returns the exit status and standard error. A report must come out, and no reader may
/// have given up by panicking.
fn check(desk: &Desk, name: &str, bytes: &[u8]) -> (u8, String) {
    let path = desk.put(name, bytes);
    let run = common::run(&["check", "--isolated", "--format", "json", &path]);
    let report: Result<serde_json::Value, _> = serde_json::from_str(&run.out);
    assert!(report.is_ok(), "{name}: the report is not JSON");
    assert!(!run.err.contains("Reading failed"), "{name}: {}", run.err);
    (run.status, run.err)
}

#[test]
fn sound_files_of_every_format_are_read() {
    let desk = Desk::new();
    for (name, bytes) in samples() {
        let (status, err) = check(&desk, name, &bytes);
        assert!(status < 2, "{name}: {err}");
    }
}

#[test]
fn damaged_files_of_every_format_give_a_status_and_a_line() {
    let desk = Desk::new();
    let count = std::env::var("CLAIMDIFF_MUTATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(40);
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for (name, bytes) in samples() {
        for n in 0..count {
            let (status, err) = check(&desk, name, &variant(&bytes, &mut random));
            assert!(
                status < 2 || err.contains("error: "),
                "{name}, variant {n}: status {status} without a word: {err}"
            );
        }
    }
}

#[test]
fn files_meant_to_do_harm_are_refused_or_read_in_little_time() {
    let (desk, mut wrong) = (Desk::new(), Vec::new());
    for (name, bytes, message) in hostile::files() {
        let start = Instant::now();
        let (status, err) = check(&desk, name, &bytes);
        let spent = start.elapsed();
        let as_told = match message {
            Some(message) => status == 2 && err.contains(message),
            None => status < 2,
        };
        // Generous, as this is the unoptimized program on whatever machine; `tests/robust/measure` measures.
        if !as_told || err.lines().count() > 2 || spent > Duration::from_secs(40) {
            wrong.push(format!("{name}: status {status} after {spent:.1?}, wanted {message:?}: {err}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Writes the hostile files to the folder `CLAIMDIFF_HOSTILE`, for `tests/robust/measure`.
#[test]
#[ignore = "writes 600 MB for tests/robust/measure"]
fn hostile_files_are_written() {
    let folder = std::env::var("CLAIMDIFF_HOSTILE").expect("CLAIMDIFF_HOSTILE names a folder");
    for (name, bytes, _) in hostile::files() {
        std::fs::write(format!("{folder}/{name}"), bytes).unwrap();
    }
}

/// Tries variants of all samples for `CLAIMDIFF_SECONDS` and counts them; those that fail are kept in `CLAIMDIFF_FAILED`.
#[test]
#[ignore = "runs as long as it is told to"]
fn a_long_run_of_damaged_files() {
    let number = |name: &str| std::env::var(name).ok().and_then(|n| n.parse::<u64>().ok());
    let seconds = number("CLAIMDIFF_SECONDS").unwrap_or(60);
    let mut random = Random(number("CLAIMDIFF_SEED").unwrap_or(1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let (desk, start, samples) = (Desk::new(), Instant::now(), samples());
    let failed =
        std::env::var("CLAIMDIFF_FAILED").unwrap_or_else(|_| std::env::temp_dir().display().to_string());
    let (mut counts, mut failures) = (vec![[0_usize; 3]; samples.len()], Vec::new());
    while start.elapsed() < Duration::from_secs(seconds) {
        for (i, (name, bytes)) in samples.iter().enumerate() {
            let seed = random.0;
            let variant = variant(bytes, &mut random);
            let tried = std::panic::catch_unwind(|| {
                let (status, err) = check(&desk, name, &variant);
                assert!(status < 2 || err.contains("error: "), "{name}: {err}");
                status
            });
            match tried {
                Ok(status) => counts[i][usize::from(status)] += 1,
                Err(_) if failures.len() < 100 => {
                    failures.push(format!("{failed}/{seed:x}-{name}"));
                    std::fs::write(failures.last().unwrap(), variant).unwrap();
                }
                Err(_) => break,
            }
        }
    }
    for ((name, _), [clean, found, refused]) in samples.iter().zip(counts) {
        println!("{name:12} {clean:8} clean {found:8} with findings {refused:8} refused");
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn limits_are_those_of_the_flags() {
    let desk = Desk::new();
    let page = desk
        .put("deep.html", format!("{}<p>The fire killed 41 people in the old town.</p>", "<div>".repeat(20)));
    let status = |flags: &[&str]| {
        let run = common::run(&[&["check", "--isolated", &page], flags].concat());
        (run.status, run.err)
    };
    assert_eq!(status(&[]).0, 0);
    let (refused, err) = status(&["--max-depth", "10"]);
    assert!(refused == 2 && err.contains("nested more than 10 deep"), "{err}");
    assert_eq!(status(&["--max-depth", "0"]).0, 2, "a limit must leave something");
    assert_eq!(status(&["--max-seconds", "30"]).0, 0);
}
