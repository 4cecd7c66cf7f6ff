//! The README shows what the program really prints: every command of its `console` blocks is run, and the output compared.
//!
//! A block runs in a folder that holds the repository's `sources/`, with the program on the path; later blocks find what
//! earlier ones wrote. `UPDATE_EXPECTED=1 cargo test --test readme` writes the outputs anew.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may stop where its ground is missing")]

mod common;

use std::path::Path;
use std::process::Command;

#[test]
fn the_readme_shows_what_the_program_prints() {
    let desk = common::Desk::new();
    for article in common::stories().iter().filter(|s| !s.starts_with(common::root().join("tests"))) {
        for file in common::articles(article) {
            let place = file.strip_prefix(common::root()).unwrap();
            desk.put(&common::text(place), std::fs::read(&file).unwrap());
        }
    }
    let file = common::root().join("README.md");
    let shown = std::fs::read_to_string(&file).unwrap();
    let (printed, commands) = replayed(&shown, desk.path());
    assert!(commands >= 5, "only {commands} commands were found in the README");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&file, &printed).unwrap();
    }
    for (number, (shown, printed)) in shown.lines().zip(printed.lines()).enumerate() {
        assert_eq!(shown, printed, "README.md:{}", number + 1);
    }
    assert_eq!(shown.lines().count(), printed.lines().count(), "the README is longer or shorter");
}

/// The text with the output of each command as it is now, and the number of commands.
fn replayed(text: &str, folder: &Path) -> (String, usize) {
    let (mut printed, mut commands, mut inside) = (String::new(), 0, false);
    for line in text.lines() {
        match (inside, line) {
            (false, "```console") => inside = true,
            (true, "```") => inside = false,
            _ => {}
        }
        let command = line.strip_prefix("$ ").filter(|_| inside);
        if inside && command.is_none() && line != "```console" {
            continue;
        }
        printed.push_str(line);
        printed.push('\n');
        if let Some(command) = command {
            commands += 1;
            printed.push_str(&output(command, folder));
        }
    }
    (printed, commands)
}

/// What a command prints, on both streams.
fn output(command: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_claimdiff")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap_or_default());
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("{{ {command}; }} 2>&1")]).current_dir(folder);
    let output = shell.env("PATH", path).env("NO_COLOR", "1").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}
