//! The same for a file of each format in turn, chosen by the first byte.

#![no_main]

use claimdiff::ingest::{self, Options};
use claimdiff::rules::Rules;

const EXTENSIONS: [&str; 14] =
    ["md", "html", "json", "jsonl", "epub", "docx", "odt", "pdf", "rss", "eml", "mhtml", "warc", "txt", "txt.gz"];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let extension = EXTENSIONS[usize::from(*first) % EXTENSIONS.len()];
    let file = std::env::temp_dir().join(format!("claimdiff-fuzz-{}.{extension}", std::process::id()));
    if std::fs::write(&file, rest).is_err() {
        return;
    }
    let paths = [file.to_string_lossy().into_owned()];
    let (articles, problems) = ingest::read(&paths, &mut std::io::empty(), &Options::default(), Rules::shipped());
    assert!(!articles.is_empty() || !problems.is_empty());
    assert!(problems.iter().all(|p| !p.message.contains("Reading failed")), "{problems:?}");
});
