//! A file of its own for findings that were known before: `[[ignore]]` entries, written by the program, kept in the
//! repository, read like any rules file.

use super::{Faults, Ignore, Rules};
use std::fmt::Write;
use std::path::Path;

/// The file that is read and written where none is named.
pub const DEFAULT_FILE: &str = "claimdiff-baseline.toml";

const HEAD: &str = "\
# Findings that were known when this file was written; `claimdiff check` leaves them out and reports only new ones.
# A finding's fingerprint follows its rule, question and values: when a value changes, the finding is new.
# Written by `claimdiff baseline`; `claimdiff baseline --prune` removes entries that no longer apply.
";

/// The entries of a baseline file; `name` is how messages call it.
pub fn read(name: &str, text: &str) -> Result<Vec<Ignore>, Faults> {
    let mut rules = Rules::default();
    rules.add(name, text, Path::new(""))?;
    Ok(rules.ignores)
}

/// The text of a baseline file with these entries, in order of question and fingerprint.
pub fn written(entries: &[Ignore]) -> String {
    let mut entries: Vec<&Ignore> = entries.iter().collect();
    entries.sort_by(|a, b| (&a.question, &a.fingerprint).cmp(&(&b.question, &b.fingerprint)));
    entries.dedup_by(|a, b| a.fingerprint == b.fingerprint);
    let mut text = HEAD.to_owned();
    for entry in entries {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n[[ignore]]\nfingerprint = {}\n", super::file::quoted(&entry.fingerprint));
        if let Some(question) = &entry.question {
            let _ = writeln!(text, "question = {}", super::file::quoted(question));
        }
        let _ = writeln!(text, "reason = {}", super::file::quoted(&entry.reason));
        if let Some(until) = &entry.until {
            let _ = writeln!(text, "until = {}", super::file::quoted(until));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back_whatever_the_words() {
        let entry = |fingerprint: &str, question: &str, until: Option<&str>| Ignore {
            fingerprint: fingerprint.to_owned(),
            reason: "both \"estimates\"\n\\ \u{1b} é".to_owned(),
            until: until.map(str::to_owned),
            question: Some(question.to_owned()),
        };
        let entries = [
            entry("0123456789abcdef", "Bridge: cost", Some("2030-01-31")),
            entry("fedcba9876543210", "A 'b' ]] # c", None),
        ];
        let back = read("baseline.toml", &written(&entries)).unwrap();
        assert_eq!(back, [entries[1].clone(), entries[0].clone()]);
        assert_eq!(written(&back), written(&entries), "the order is fixed");
    }
}
