//! A case is a folder of `tests/cases`: a few articles, `rules.toml` where one is needed, and `expected.txt`.
//!
//! The lines of `expected.txt` that start with `#` say what the case is about; the rest is what the program finds: the exit
//! status, and of each finding its verdict, rule and question, then each value with the sources that state it. A new case is a
//! new folder. `UPDATE_EXPECTED=1 cargo test --test cases` writes the findings anew; read the difference before it is kept.

#![allow(clippy::unwrap_used, reason = "a test may stop where its ground is missing")]

mod common;

use serde_json::Value;
use std::fmt::Write;
use std::path::Path;

#[test]
fn every_case_finds_what_is_expected() {
    let update = std::env::var_os("UPDATE_EXPECTED").is_some();
    let mut wrong = String::new();
    for case in common::cases() {
        let file = case.join("expected.txt");
        let expected = std::fs::read_to_string(&file).unwrap_or_default();
        let found = format!("{}{}", about(&expected), summary(&case));
        if update {
            std::fs::write(&file, &found).unwrap();
        } else if found != expected {
            let name = case.file_name().unwrap().display();
            writeln!(wrong, "--- {name}: expected\n{expected}+++ {name}: found\n{found}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_case_says_what_it_is_about() {
    for case in common::cases() {
        let expected = std::fs::read_to_string(case.join("expected.txt")).unwrap_or_default();
        assert!(!about(&expected).is_empty(), "{} needs a line `# why`", case.join("expected.txt").display());
    }
}

/// The lines at the top that people wrote.
fn about(expected: &str) -> String {
    expected.lines().take_while(|l| l.starts_with('#')).fold(String::new(), |all, line| all + line + "\n")
}

/// What the program finds, in the form of `expected.txt`.
fn summary(case: &Path) -> String {
    let (status, report) = common::report(case, &common::articles(case), &[]);
    let report: Value = serde_json::from_str(&report).unwrap();
    let mut lines = format!("exit {status}\n");
    for finding in report["findings"].as_array().unwrap() {
        let field = |name: &str| finding[name].as_str().unwrap();
        writeln!(lines, "{} {} · {}", field("verdict"), field("rule"), field("question")).unwrap();
        for value in finding["values"].as_array().unwrap() {
            let sources: Vec<&str> =
                value["sources"].as_array().unwrap().iter().map(|s| s.as_str().unwrap()).collect();
            writeln!(lines, "    {}  ({})", value["display"].as_str().unwrap(), sources.join(", ")).unwrap();
        }
    }
    lines
}
