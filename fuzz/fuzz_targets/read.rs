//! Any bytes on standard input are read or refused with a word, and what is read is where it says.

#![no_main]

use claimdiff::ingest::{self, Options};
use claimdiff::rules::Rules;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (articles, problems) = ingest::read(&["-".to_owned()], &mut &bytes[..], &Options::default(), Rules::shipped());
    assert!(!articles.is_empty() || !problems.is_empty());
    assert!(problems.iter().all(|p| !p.message.contains("Reading failed")), "{problems:?}");
    for article in articles {
        let cells = article.tables.iter().flat_map(|t| t.header.iter().chain(t.rows.iter().flatten()));
        for span in article.blocks.iter().map(|b| &b.span).chain(&article.skipped).chain(cells) {
            assert!(article.text.get(span.start..span.end).is_some());
        }
    }
});
