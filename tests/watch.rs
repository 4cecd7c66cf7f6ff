//! `check --watch` runs again when an article changes, and a baseline keeps what people wrote into it.

#![allow(clippy::unwrap_used, reason = "a test may stop where its ground is missing")]

mod common;

use common::Desk;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

#[test]
fn a_changed_article_is_checked_again() {
    let desk = Desk::new();
    desk.put("a.txt", "The ferry accident killed 41 people on 4 March 2019.");
    let second = desk.put("b.txt", "The ferry accident killed 41 people on 4 March 2019.");
    let program = Command::new(env!("CARGO_BIN_EXE_claimdiff"))
        .args(["check", "--watch", "--isolated", "--format", "jsonl", "."])
        .current_dir(desk.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut program = Ends(program);
    let (sender, reports) = mpsc::channel();
    let out = BufReader::new(program.0.stdout.take().unwrap());
    std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
    let conflicts = || {
        let line = reports.recv_timeout(Duration::from_mins(1)).unwrap();
        serde_json::from_str::<serde_json::Value>(&line).unwrap()["summary"]["conflict"].clone()
    };
    assert_eq!(conflicts(), 0);
    std::fs::write(second, "The ferry accident killed 47 people in all on 4 March 2019.").unwrap();
    assert_eq!(conflicts(), 1);
}

/// A program that ends with the test, however that ends.
struct Ends(Child);

impl Drop for Ends {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn standard_input_cannot_be_watched() {
    let run = common::run(&["check", "--watch", "--isolated", "-"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("cannot look at standard input"), "{}", run.err);
}

#[test]
fn a_baseline_keeps_what_people_wrote_into_it() {
    let desk = Desk::new();
    let articles = [
        desk.put("a.txt", "The ferry accident killed 41 people on 4 March 2019."),
        desk.put("b.txt", "The ferry accident killed 47 people on 4 March 2019."),
    ];
    let file = desk.at("baseline.toml");
    let baseline = |more: &[&str]| {
        let mut args = vec!["baseline", "--isolated", "--file", &file];
        args.extend(more);
        args.extend(articles.iter().map(String::as_str));
        let run = common::run(&args);
        assert_eq!(run.status, 0, "{}", run.err);
        std::fs::read_to_string(&file).unwrap()
    };
    let written = baseline(&["--reason", "both are estimates"]);
    let edited = format!("{written}\n# Ask the coast guard in May.\n");
    std::fs::write(&file, &edited).unwrap();
    assert_eq!(baseline(&["--prune"]), edited, "it still applies");
    std::fs::write(&articles[1], "The ferry accident killed 41 people on 4 March 2019.").unwrap();
    let pruned = baseline(&["--prune"]);
    assert!(pruned.contains("# Ask the coast guard") && !pruned.contains("[[ignore]]"), "{pruned}");
}
