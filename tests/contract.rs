//! What other programs rely on, held for every story of the repository: spans, ids, order, bytes and exit statuses.

#![allow(clippy::unwrap_used, reason = "a test may stop where its ground is missing")]

mod common;

use common::{Desk, run, run_with};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The report on a story in its own order.
fn report_of(story: &Path) -> Value {
    serde_json::from_str(&common::report(story, &common::articles(story), &[]).1).unwrap()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().unwrap_or_else(|| panic!("`{name}` is missing in {value}"))
}

fn word<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_else(|| panic!("`{name}` is missing in {value}"))
}

/// Texts of a story's sources by id, as code points; only of those whose file is their text.
fn texts(report: &Value) -> BTreeMap<String, Vec<char>> {
    let read = |source: &Value| std::fs::read_to_string(word(source, "path")).unwrap().chars().collect();
    let plain = list(report, "sources").iter().filter(|s| is_plain(Path::new(word(s, "path"))));
    plain.map(|s| (word(s, "id").to_owned(), read(s))).collect()
}

/// Whether positions in the article are those in its file; a page's text is taken out of it.
fn is_plain(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "txt" || e == "md")
}

#[test]
fn every_claim_is_where_it_says() {
    let mut seen = 0;
    for story in common::stories() {
        let report = report_of(&story);
        let texts = texts(&report);
        for claim in list(&report, "claims") {
            let Some(text) = texts.get(word(claim, "source")) else { continue };
            let at = |name: &str| claim["span"][name].as_u64().unwrap() as usize;
            let (start, end) = (at("start"), at("end"));
            assert_eq!(text[start..end].iter().collect::<String>(), word(claim, "quote"), "{claim}");
            let before = &text[..start];
            let line = before.iter().filter(|c| **c == '\n').count() + 1;
            let column = before.iter().rev().take_while(|c| **c != '\n').count() + 1;
            assert_eq!((at("line"), at("column")), (line, column), "{claim}");
            let sentence = |name: &str| claim["sentence"][name].as_u64().unwrap() as usize;
            assert!(sentence("start") <= start && end <= sentence("end"), "{claim}");
            seen += 1;
        }
    }
    assert!(seen > 100, "only {seen} claims were looked at");
}

#[test]
fn every_mention_is_where_it_says() {
    for story in common::stories() {
        for article in common::articles(&story).into_iter().filter(|a| is_plain(a)) {
            let text: Vec<char> = std::fs::read_to_string(&article).unwrap().chars().collect();
            let run = run(&["extract", "--isolated", "--format", "jsonl", &common::text(&article)]);
            let record: Value = serde_json::from_str(&run.out).unwrap();
            for mention in list(&record, "mentions") {
                let at = |name: &str| mention[name].as_u64().unwrap() as usize;
                let quote: String = text[at("start")..at("end")].iter().collect();
                assert_eq!(quote, word(mention, "quote"), "{}", article.display());
            }
        }
    }
}

#[test]
fn ids_are_unique_and_findings_name_claims_that_exist() {
    for story in common::stories() {
        let report = report_of(&story);
        let unique = |name: &str| {
            let ids: BTreeSet<&str> = list(&report, name).iter().map(|x| word(x, "id")).collect();
            assert_eq!(ids.len(), list(&report, name).len(), "{name} of {}", story.display());
            ids
        };
        unique("findings");
        let (claims, sources) = (unique("claims"), unique("sources"));
        for finding in list(&report, "findings") {
            let named =
                |name: &str| list(finding, name).iter().map(|x| x.as_str().unwrap()).collect::<Vec<_>>();
            assert!(
                !named("claims").is_empty() && named("claims").iter().all(|c| claims.contains(c)),
                "{finding}"
            );
            assert!(!named("reasons").is_empty(), "a finding gives its reasons: {finding}");
            for value in list(finding, "values") {
                for id in list(value, "sources") {
                    assert!(sources.contains(id.as_str().unwrap()), "{finding}");
                }
            }
        }
    }
}

#[test]
fn the_summary_counts_the_findings() {
    for story in common::stories() {
        let report = report_of(&story);
        for (verdict, count) in report["summary"].as_object().unwrap() {
            let counted = |f: &&Value| f["verdict"] == verdict.as_str() && f["ignored"].is_null();
            let found = list(&report, "findings").iter().filter(counted).count();
            assert_eq!(count.as_u64().unwrap(), found as u64, "{verdict} of {}", story.display());
        }
    }
}

#[test]
fn the_order_of_arguments_and_the_number_of_threads_change_no_byte() {
    for story in common::stories() {
        let articles = common::articles(&story);
        let (_, first) = common::report(&story, &articles, &["--jobs", "1"]);
        for (turn, jobs) in (0..articles.len()).zip(["1", "2"].into_iter().cycle()) {
            let mut shuffled: Vec<PathBuf> = articles.clone();
            shuffled.rotate_left(turn);
            shuffled.reverse();
            let (_, again) = common::report(&story, &shuffled, &["--jobs", jobs]);
            assert!(first == again, "{} differs with {shuffled:?} and {jobs} jobs", story.display());
        }
    }
}

/// What unit tests of the command line do not try already: bad input beside good input.
#[test]
fn bad_input_is_named_and_the_rest_is_read() {
    let desk = Desk::new();
    let good = desk.put("good.txt", "The ferry carried 41 people.");
    let lines: String = (1..=9)
        .map(|n| {
            if n == 7 {
                "{\"id\": \"7\", \"text\"\n".into()
            } else {
                format!("{{\"id\": \"{n}\", \"text\": \"Line {n}.\"}}\n")
            }
        })
        .collect();
    let lines = desk.put("lines.jsonl", lines);
    let binary = desk.put("binary.txt", [0_u8, 159, 146, 150, 0, 1, 2, 3, 0, 0]);
    let empty = desk.put("empty.txt", "");
    let twice =
        desk.put("twice.jsonl", "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"a\",\"text\":\"Two.\"}\n");
    let gone = desk.at("gone.txt");
    let table: [(&str, &str, u8, usize); 6] = [
        (&good, "", 0, 1),
        (&lines, "lines.jsonl:7:", 2, 8),
        (&binary, "binary.txt", 2, 0),
        (&empty, "empty.txt", 2, 0),
        (&twice, "twice.jsonl:2", 0, 2),
        (&gone, "gone.txt", 2, 0),
    ];
    for (path, message, status, read) in table {
        for beside in [None, Some(desk.put("beside.txt", "Nine people came."))] {
            let mut args =
                vec!["check".to_owned(), "--isolated".into(), "--format".into(), "json".into(), path.into()];
            let more = usize::from(beside.is_some());
            args.extend(beside);
            let run = run(&args);
            assert_eq!(run.status, status, "{path}: {}", run.err);
            assert!(run.err.contains(message), "{path} lacks `{message}`: {}", run.err);
            let report: Value = serde_json::from_str(&run.out).unwrap();
            assert_eq!(list(&report, "sources").len(), read + more, "{path}: {}", run.err);
            assert_eq!(message.is_empty(), list(&report, "problems").is_empty(), "{path}: {}", run.out);
        }
    }
}

#[test]
fn other_encodings_than_utf_8_are_read_and_said() {
    let desk = Desk::new();
    let latin = desk.put("latin.txt", b"The caf\xe9 in Orl\xe9ans served 41 people on Monday.");
    let run = run(&["check", "--isolated", "--format", "json", &latin]);
    assert!(run.err.contains("latin.txt"), "what was guessed is said: {}", run.err);
    assert!(run.status == 0 || run.status == 2, "{}", run.err);
}

#[test]
fn one_article_is_checked_inside_itself_and_that_is_said() {
    let desk = Desk::new();
    let one = desk.put("one.txt", "The number of riders rose from 200 to 300, an increase of 40 percent.");
    let run = run(&["check", "--isolated", "--color", "never", &one]);
    assert!(run.out.contains("inside itself") || run.out.contains("1 article"), "{}", run.out);
    assert!(run.out.contains("INCONSISTENT"), "{}", run.out);
}

#[test]
fn mistakes_in_the_rules_are_shown_where_they_stand() {
    let desk = Desk::new();
    let good = desk.put("good.txt", "Words.");
    for (rules, place, hint) in [
        ("[[entity]]\nname = \"A\"\naliasses = [\"B\"]\n", "rules.toml:3:1", "aliases"),
        ("[severity]\ncount-difers = \"note\"\n", "rules.toml:2:1", "count-differs"),
        ("[[source]]\npath = \"a.txt\"\npublished = \"last week\"\n", "rules.toml:3:", "ISO"),
        ("[[entity]\n", "rules.toml:1:", ""),
    ] {
        let file = desk.put("rules.toml", rules);
        let run = run(&["check", "--rules", &file, &good]);
        assert_eq!(run.status, 2, "{rules}");
        assert!(
            run.err.contains(place) && run.err.contains(hint),
            "{rules} lacks {place}, {hint}:\n{}",
            run.err
        );
    }
}

#[test]
fn without_a_path_the_folder_sources_is_read() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_claimdiff"));
    let output = program.args(["check", "--format", "json"]).current_dir(common::root()).output().unwrap();
    assert!(output.status.code().unwrap() < 2, "{}", String::from_utf8_lossy(&output.stderr));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let paths: Vec<&str> = list(&report, "sources").iter().map(|s| word(s, "path")).collect();
    assert_eq!(paths.len(), 5);
    assert!(paths.iter().all(|p| p.starts_with("sources/alibaba-cloud/")), "{paths:?}");
}

#[test]
fn a_reader_that_stops_reading_is_no_error() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_claimdiff"));
    program.args(["check", "--format", "json"]).current_dir(common::root());
    let mut child = program.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.code().is_some_and(|code| code < 2), "{output:?}");
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn standard_input_is_an_article_like_any_other() {
    let desk = Desk::new();
    let text = "The ferry accident killed 41 people on 4 March 2019.";
    let file = desk.put("other.txt", "The ferry accident killed 47 people on 4 March 2019.");
    let run = run_with(&["check", "--isolated", "--format", "json", "-", &file], text.as_bytes());
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.status, list(&report, "sources").len()), (1, 2), "{}", run.err);
    assert_eq!(report["summary"]["conflict"], 1);
}
