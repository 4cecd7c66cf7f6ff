use super::super::sample::{hostile_report, sample_report};
use super::*;
use crate::model::Severity;
use crate::model::unicode::columns;

fn written(report: &Report, options: &Options) -> String {
    let mut out = Vec::new();
    write(std::slice::from_ref(report), options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn position(text: &str, needle: &str) -> usize {
    text.find(needle).unwrap_or_else(|| panic!("`{needle}` is missing in:\n{text}"))
}

#[test]
fn conflicts_come_first_and_agreements_last() {
    let text = written(&sample_report(), &Options::default());
    let headings =
        ["CONFLICT (3)", "INCONSISTENT (1)", "UNCLEAR (1)", "CHANGED (2)", "COMPATIBLE (3)", "AGREE (1)"];
    let places: Vec<_> = headings.iter().map(|h| position(&text, h)).collect();
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn a_conflict_shows_both_sides_with_words_and_place() {
    let text = written(&sample_report(), &Options { width: 120, ..Options::default() });
    for part in [
        "12 people",
        "Coast Gazette, 2024-03-05: “Twelve people” articles/gazette.md:3:1",
        "at least 14 people",
        "Ellery Post, 2024-03-05: “14 people” articles/post.md:3:10",
        "2 outlets, 2 origins · error count-differs",
    ] {
        position(&text, part);
    }
}

#[test]
fn the_end_says_what_was_read_what_was_not_and_where_to_look_first() {
    let text = written(&sample_report(), &Options { width: 200, ..Options::default() });
    for part in [
        "4 articles; 22 of 27 figures became claims (20 claims in all)",
        "61 pairs compared",
        "3 paragraphs of page furniture; 2 figures not understood",
        "articles/broken.txt: The file is not UTF-8",
        "3 conflicts, 1 inconsistency, 1 unclear, 2 changed, 3 compatible, 1 agreed, 1 ignored",
        "look first: Marigold: deaths: 12 people (Coast Gazette) against at least 14 people (Ellery Post)",
        "date unknown",
    ] {
        position(&text, part);
    }
}

#[test]
fn notes_are_brief_until_asked() {
    let brief = written(&sample_report(), &Options::default());
    let full = written(&sample_report(), &Options { verbose: true, ..Options::default() });
    assert!(!brief.contains("Read as 214") && full.contains("Read as 214"), "{full}");
    assert!(!brief.contains("The weekly counts the pilot") && full.contains("The weekly counts the pilot"));
    assert!(full.contains("Subject, attribute and place are the same."));
}

#[test]
fn quiet_shows_what_fails_and_the_summary() {
    let text = written(&sample_report(), &Options { quiet: true, ..Options::default() });
    assert!(
        text.contains("CONFLICT (3)") && !text.contains("UNCLEAR (") && !text.contains("AGREE ("),
        "{text}"
    );
    assert!(text.contains("3 conflicts"));
    let warnings = Options { quiet: true, fail_on: Severity::Warning, ..Options::default() };
    assert!(written(&sample_report(), &warnings).contains("UNCLEAR (1)"));
}

#[test]
fn eighty_columns_are_enough_and_colour_changes_nothing_but_colour() {
    for report in [sample_report(), hostile_report()] {
        let plain = written(&report, &Options { verbose: true, ..Options::default() });
        for line in plain.lines().filter(|l| !l.contains("a b/")) {
            assert!(columns(line) <= 80, "{} columns: {line}", columns(line));
        }
    }
    let plain = written(&sample_report(), &Options::default());
    let colored = written(&sample_report(), &Options { color: true, ..Options::default() });
    assert_ne!(plain, colored);
    assert_eq!(without_escapes(&colored), plain);
}

#[test]
fn hostile_texts_bring_no_control_characters() {
    let text = written(&hostile_report(), &Options { verbose: true, ..Options::default() });
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
    assert!(!text.contains('\u{202e}'));
}

#[test]
fn several_stories_get_a_total() {
    let mut out = Vec::new();
    write(&[sample_report(), sample_report()], &Options::default(), &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains("2 stories in all: 6 conflicts, 2 inconsistencies"), "{text}");
}

/// Removes the escape sequences that colour text (`ESC [ … m`).
fn without_escapes(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('m').map_or("", |(_, rest)| rest));
    }
    plain
}

/// For looking at in a terminal: `CLAIMDIFF_SAMPLES=DIR cargo test samples` writes the sample report there.
#[test]
fn samples_are_written_where_asked() {
    let Ok(folder) = std::env::var("CLAIMDIFF_SAMPLES") else { return };
    for (name, options) in [
        ("text.txt", Options::default()),
        ("color.txt", Options { color: true, ..Options::default() }),
        ("verbose.txt", Options { color: true, verbose: true, ..Options::default() }),
    ] {
        std::fs::write(format!("{folder}/{name}"), written(&sample_report(), &options)).unwrap();
    }
}
