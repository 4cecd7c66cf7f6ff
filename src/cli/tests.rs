//! The contract of the command line: exit statuses, streams, files written and files left alone.

use super::*;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder of its own that goes away with the test.
struct Desk(PathBuf);

impl Desk {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("claimdiff-cli-{}-{n}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn put(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    }

    fn at(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What a run gave: status, standard output, standard error.
fn ran(args: &[&str], stdin: &str) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = std::iter::once("claimdiff").chain(args.iter().copied()).map(OsString::from);
    let status = run(args, &mut stdin.as_bytes(), &mut out, &mut err);
    (status, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

#[test]
fn the_flags_are_well_formed() {
    use clap::CommandFactory;
    Args::command().debug_assert();
}

#[test]
fn the_version_names_that_of_the_report() {
    let (status, out, _) = ran(&["--version"], "");
    let schema = format!("(report schema {})", crate::model::report::SCHEMA_VERSION);
    assert!(status == CLEAN && out.contains(env!("CARGO_PKG_VERSION")) && out.contains(&schema), "{out}");
}

#[test]
fn every_case_has_its_exit_status() {
    let desk = Desk::new();
    let good = desk.put("good.txt", "The ferry carried 41 people.");
    let broken = desk.put("broken.jsonl", "{\"text\":\"One.\"}\n{\"text\":\n");
    let bad_rules = desk.put("bad.toml", "[[entity]]\nname = \"A\"\nkind = \"persn\"\n");
    let (gone, folder) = (desk.at("gone.txt"), desk.at("empty"));
    std::fs::create_dir(&folder).unwrap();
    let table: [(&[&str], u8, &str); 15] = [
        (&["check", "--isolated", &good], CLEAN, ""),
        (&["check", "--isolated", &broken], FAILED, "broken.jsonl:2:8: This is not JSON"),
        (&["check", "--isolated", "--exit-zero", &good, &gone], FAILED, "gone.txt: This cannot be read"),
        (&["check", "--isolated", &folder], FAILED, "No articles in this folder"),
        (&["check", "--rules", &bad_rules, &good], FAILED, "bad.toml:3:8: `persn` is not a kind of entity."),
        (&["check", "--rules", &gone, &good], FAILED, "The rules cannot be read"),
        (&["check", "--isolated", "--only", "nope", &good], FAILED, "No rule is called `nope`"),
        (&["check", "--format", "nope", &good], FAILED, "There is no format `nope`"),
        (&["check", "--nope"], FAILED, "unexpected argument"),
        (&["check", "--isolated", "--output", "json", &good], FAILED, "write a format and a file"),
        (&["check", "--min-confidence", "2", &good], FAILED, "from 0 to 1"),
        (&["extract", "--isolated", &good], CLEAN, ""),
        (&["extract", "--isolated", &gone], FAILED, "gone.txt"),
        (&["explain", "nope"], FAILED, "No rule is called `nope`"),
        (&["--help"], CLEAN, ""),
    ];
    for (args, status, message) in table {
        let (got, out, err) = ran(args, "");
        assert_eq!(got, status, "{args:?}\n{out}\n{err}");
        assert!(err.contains(message), "{args:?} lacks `{message}`:\n{err}");
        assert_eq!(message.is_empty(), err.is_empty(), "{args:?} says on standard error: {err}");
    }
}

#[test]
fn a_story_a_line_in_order_of_first_appearance_whatever_the_jobs() {
    let text = "{\"id\":\"1\",\"story\":\"z\",\"text\":\"One.\"}\n{\"id\":\"2\",\"story\":\"a\",\"text\":\"Two.\"}\n{\"id\":\"3\",\"story\":\"z\",\"text\":\"Three.\"}\n";
    let (status, one, _) = ran(&["check", "--isolated", "--format", "jsonl", "--jobs", "1", "-"], text);
    let (_, two, _) = ran(&["check", "--isolated", "--format", "jsonl", "--jobs", "2", "-"], text);
    assert_eq!((status, &one), (CLEAN, &two));
    let reports: Vec<serde_json::Value> = one.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let stories: Vec<_> = reports
        .iter()
        .map(|r| (r["story"].as_str().unwrap(), r["sources"].as_array().unwrap().len()))
        .collect();
    assert_eq!(stories, [("z", 2), ("a", 1)]);
}

#[test]
fn what_was_not_read_is_in_the_report_too() {
    let desk = Desk::new();
    let (good, gone) = (desk.put("good.txt", "Words."), desk.at("gone.txt"));
    for paths in [&[good.as_str(), gone.as_str()][..], &[gone.as_str()]] {
        let args = [&["check", "--isolated", "--format", "json"], paths].concat();
        let (status, out, _) = ran(&args, "");
        let report: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(status, FAILED);
        assert!(report["problems"][0]["source"].as_str().unwrap().ends_with("gone.txt"), "{out}");
    }
}

#[test]
fn one_run_writes_several_reports_and_leaves_no_other_file() {
    let desk = Desk::new();
    let good = desk.put("good.txt", "Words.");
    let (json, lines) = (desk.put("out/a.json", "old"), desk.at("out/b.jsonl"));
    let (status, out, err) = ran(
        &[
            "check",
            "--isolated",
            "--format",
            "json",
            "--output",
            &format!("json={json}"),
            "--output",
            &format!("jsonl={lines}"),
            &good,
        ],
        "",
    );
    assert_eq!((status, err.as_str()), (CLEAN, ""));
    assert_eq!(std::fs::read_to_string(&json).unwrap(), out);
    assert_eq!(std::fs::read_to_string(&lines).unwrap().lines().count(), 1);
    assert_eq!(std::fs::read_dir(desk.0.join("out")).unwrap().count(), 2);
}

#[test]
fn a_report_never_replaces_what_was_read() {
    let desk = Desk::new();
    let good = desk.put("good.txt", "Words.");
    let (status, _, err) = ran(&["check", "--isolated", "--output", &format!("text={good}"), &good], "");
    assert_eq!(status, FAILED);
    assert!(err.contains("This file is read"), "{err}");
    assert_eq!(std::fs::read_to_string(&good).unwrap(), "Words.");
}

#[test]
fn a_report_that_cannot_be_written_is_a_failure() {
    let desk = Desk::new();
    let good = desk.put("good.txt", "Words.");
    let target = format!("json={}", desk.at("no/such/folder/a.json"));
    let (status, _, err) = ran(&["check", "--isolated", "--output", &target, &good], "");
    assert_eq!(status, FAILED);
    assert!(err.contains("a.json: The report could not be written"), "{err}");
}

/// Standard output whose reader has gone away, or whose disk is full.
struct Broken(io::ErrorKind);

impl Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }
    fn flush(&mut self) -> io::Result<()> {
        Err(self.0.into())
    }
}

#[test]
fn a_closed_pipe_is_no_error_and_a_full_disk_is() {
    for (kind, status) in [(io::ErrorKind::BrokenPipe, CLEAN), (io::ErrorKind::StorageFull, FAILED)] {
        let args = ["claimdiff", "check", "--isolated", "-"].map(OsString::from);
        let got = run(args, &mut "Words.".as_bytes(), &mut Broken(kind), &mut Vec::new());
        assert_eq!(got, status, "{kind}");
    }
}

#[test]
fn init_writes_what_check_reads_and_overwrites_nothing() {
    let desk = Desk::new();
    let folder = desk.at("desk");
    let (status, _, _) = ran(&["init", &folder], "");
    assert_eq!(status, CLEAN);
    let rules = Path::new(&folder).join("rules.toml");
    let sources = Path::new(&folder).join("sources").to_string_lossy().into_owned();
    let (status, out, err) =
        ran(&["check", "--rules", &rules.to_string_lossy(), "--format", "json", &sources], "");
    assert!(status != FAILED, "{err}");
    assert!(out.contains("The Morning Gazette") && out.contains("The Evening Courier"), "{out}");

    std::fs::write(&rules, "# mine\n").unwrap();
    let (status, _, err) = ran(&["init", &folder], "");
    assert_eq!(status, CLEAN);
    assert!(err.contains("left as it is"), "{err}");
    assert_eq!(std::fs::read_to_string(&rules).unwrap(), "# mine\n");
}
