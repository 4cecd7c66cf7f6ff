//! What holds for any bytes at all: the same properties that the targets in `fuzz/` try for longer.

use claimdiff::model::Article;
use claimdiff::rules::{Rules, baseline};
use proptest::prelude::*;
use std::path::Path;

/// Reads bytes from standard input, as whatever format they look like, and checks what was read against its spans.
pub fn read_and_check(bytes: &[u8]) {
    let options = claimdiff::ingest::Options::default();
    let rules = Rules::shipped();
    let (articles, problems) = claimdiff::ingest::read(&["-".to_owned()], &mut &bytes[..], &options, rules);
    assert!(!articles.is_empty() || !problems.is_empty(), "neither an article nor a word about it");
    assert!(problems.iter().all(|p| !p.message.contains("Reading failed")), "{problems:?}");
    for article in articles {
        spans_fit(&article);
        reconcile_holds(article);
    }
}

/// Every span that a format gives slices the text.
fn spans_fit(article: &Article) {
    let cells = article.tables.iter().flat_map(|t| t.header.iter().chain(t.rows.iter().flatten()));
    let spans = article.blocks.iter().map(|b| &b.span).chain(&article.skipped).chain(cells);
    for span in spans {
        assert!(article.text.get(span.start..span.end).is_some(), "{span:?} does not fit");
    }
}

/// Every claim is where it says.
fn reconcile_holds(article: Article) {
    let text: Vec<char> = article.text.chars().collect();
    let report = claimdiff::reconcile(None, vec![article], Rules::shipped());
    for claim in &report.claims {
        let quote: String = text[claim.span.start..claim.span.end].iter().collect();
        assert_eq!(quote, claim.quote);
    }
}

/// Pieces that mean something to one reader or another.
fn pieces() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "41 ",
        "people ",
        "died ",
        "$1.4 million ",
        "\n\n",
        "\n",
        "# ",
        "| a | b |\n|---|---|\n",
        "**",
        "](",
        "<!--",
        "-->",
        "<table><tr><td>",
        "</p>",
        "{\"text\": \"",
        "\"}",
        "---\n",
        "+++\n",
        "“",
        "”",
        "\u{200b}",
        "\u{202e}",
        "é",
        "渡",
        "%",
        " on Tuesday ",
        "in 2015",
        "From: a\n",
        "<rss>",
        "<item>",
        "[[ignore]]\n",
        "fingerprint = \"0\"\n",
        "[json]\n",
        "`",
        "~~",
        "> ",
        "1. ",
        "&amp;",
        "\\",
        "[^1]",
        "\u{301}",
        "between ",
        "and ",
        "percent ",
    ]);
    prop::collection::vec(prop_oneof![4 => known.prop_map(str::to_owned), 1 => "\\PC{0,6}"], 0..40)
        .prop_map(|p| p.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused_with_a_word(text in pieces()) {
        read_and_check(text.as_bytes());
    }

    #[test]
    fn any_bytes_are_read_or_refused_with_a_word(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        read_and_check(&bytes);
    }

    #[test]
    fn any_rules_are_read_or_refused_with_a_place(text in pieces()) {
        let mut rules = Rules::default();
        if let Err(faults) = rules.add("rules.toml", &text, Path::new("")) {
            prop_assert!(faults.to_string().contains("rules.toml:"));
        }
        let _ = baseline::read("baseline.toml", &text);
        let _ = baseline::edited(&text, &["0"].into(), &[]);
        let _ = claimdiff::rules::decision::read("decisions.toml", &text);
    }
}

/// The corpus of the fuzz targets holds too.
#[test]
fn the_corpus_is_read_or_refused_with_a_word() {
    let folder = crate::common::root().join("fuzz/corpus/read");
    let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).collect();
    assert!(files.len() >= 10, "{} holds the corpus", folder.display());
    for file in files {
        read_and_check(&std::fs::read(file).unwrap());
    }
}
