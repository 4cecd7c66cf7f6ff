//! A file of its own for findings that were known before: `[[ignore]]` entries, written by the program, kept in the
//! repository, read like any rules file. What people write into it, comments and order, stays. The only user of `toml_edit`.

use super::{Faults, Ignore, Rules};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use toml_edit::{ArrayOfTables, DocumentMut};

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

/// The text of a baseline file without the entries of these fingerprints and with `new` ones at its end, in order of question
/// and fingerprint. An empty text gets a head that says what the file is.
pub fn edited(text: &str, outdated: &BTreeSet<&str>, new: &[Ignore]) -> Result<String, String> {
    let mut text = if text.trim().is_empty() { HEAD.to_owned() } else { without(text, outdated)? };
    let mut new: Vec<&Ignore> = new.iter().collect();
    new.sort_by(|a, b| (&a.question, &a.fingerprint).cmp(&(&b.question, &b.fingerprint)));
    new.dedup_by(|a, b| a.fingerprint == b.fingerprint);
    if !new.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    for entry in new {
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
    Ok(text)
}

/// `text` without the entries of these fingerprints. The comment right above an entry goes with it; one that a blank line
/// sets apart stays.
fn without(text: &str, outdated: &BTreeSet<&str>) -> Result<String, String> {
    if outdated.is_empty() {
        return Ok(text.to_owned());
    }
    let mut document: DocumentMut =
        text.parse().map_err(|e: toml_edit::TomlError| format!("The baseline cannot be edited: {e}"))?;
    let Some(entries) = document.get_mut("ignore").and_then(|item| item.as_array_of_tables_mut()) else {
        return Ok(text.to_owned());
    };
    let mut apart = String::new();
    let mut kept = ArrayOfTables::new();
    for mut entry in std::mem::take(entries) {
        let above = entry.decor().prefix().and_then(|raw| raw.as_str()).unwrap_or_default().to_owned();
        let fingerprint = entry.get("fingerprint").and_then(|item| item.as_str()).unwrap_or_default();
        if outdated.contains(fingerprint) {
            apart.push_str(above.rfind("\n\n").map_or("", |end| &above[..=end]));
        } else {
            let above = std::mem::take(&mut apart) + &above;
            entry.decor_mut().set_prefix(above);
            kept.push(entry);
        }
    }
    let empty = kept.is_empty();
    *entries = kept;
    if empty {
        document.remove("ignore");
    }
    let trailing = document.trailing().as_str().unwrap_or_default().to_owned();
    document.set_trailing(apart + &trailing);
    Ok(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(fingerprint: &str, question: &str, until: Option<&str>) -> Ignore {
        Ignore {
            fingerprint: fingerprint.to_owned(),
            reason: "both \"estimates\"\n\\ \u{1b} é".to_owned(),
            until: until.map(str::to_owned),
            question: Some(question.to_owned()),
        }
    }

    #[test]
    fn what_is_written_reads_back_whatever_the_words() {
        let entries = [
            entry("0123456789abcdef", "Bridge: cost", Some("2030-01-31")),
            entry("fedcba9876543210", "A 'b' ]] # c", None),
        ];
        let text = edited("", &BTreeSet::new(), &entries).unwrap();
        assert_eq!(read("baseline.toml", &text).unwrap(), [entries[1].clone(), entries[0].clone()]);
    }

    #[test]
    fn what_people_wrote_into_the_file_stays() {
        let text = "# Our baseline.\n\n# About the toll.\n[[ignore]]\nfingerprint = \"000000000000000a\"\nreason = \"x\" # ask Ina\n\n\
                    # About the cost.\n[[ignore]]\nfingerprint = '000000000000000b'\nreason = \"y\"\n\n# The end.\n";
        assert_eq!(edited(text, &BTreeSet::new(), &[]).unwrap(), text, "nothing to do, nothing done");
        let pruned = edited(text, &BTreeSet::from(["000000000000000a"]), &[]).unwrap();
        assert_eq!(
            pruned,
            "# Our baseline.\n\n# About the cost.\n[[ignore]]\nfingerprint = '000000000000000b'\nreason = \"y\"\n\n# The end.\n"
        );
        let all = BTreeSet::from(["000000000000000a", "000000000000000b"]);
        assert_eq!(edited(text, &all, &[]).unwrap(), "# Our baseline.\n\n# The end.\n");
        let added = edited(text, &BTreeSet::new(), &[entry("000000000000000c", "q", None)]).unwrap();
        assert!(added.starts_with(text) && added.contains("000000000000000c"), "{added}");
    }
}
