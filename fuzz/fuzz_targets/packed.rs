//! What is inside packed files: any bytes as a part of a DOCX, ODT or EPUB, or as what a gzip file holds, with sound packing
//! around them, which damage from outside would not get past. The first byte chooses.

#![no_main]

use claimdiff::ingest::{self, Options};
use claimdiff::rules::Rules;
use std::io::Write;

const PAGE: &str = "<html><body><p>The fire killed 41 people.</p></body></html>";
const BOOK: &str =
    "<p><manifest><item id='a' href='a.xhtml'/></manifest><spine><itemref idref='a'/></spine></p>";
const CONTAINER: &str = "<c><rootfile full-path='p.opf'/></c>";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((first, inside)) = bytes.split_first() else { return };
    let packed = match first % 8 {
        0 => zipped(&[("word/document.xml", inside)]),
        1 => zipped(&[("word/document.xml", PAGE.as_bytes()), ("docProps/core.xml", inside)]),
        2 => zipped(&[("content.xml", inside)]),
        3 => zipped(&[("content.xml", PAGE.as_bytes()), ("meta.xml", inside)]),
        4 => book(inside, BOOK.as_bytes(), PAGE.as_bytes()),
        5 => book(CONTAINER.as_bytes(), inside, PAGE.as_bytes()),
        6 => book(CONTAINER.as_bytes(), BOOK.as_bytes(), inside),
        _ => gzipped(inside),
    };
    let (articles, problems) =
        ingest::read(&["-".to_owned()], &mut &packed[..], &Options::default(), Rules::shipped());
    assert!(!articles.is_empty() || !problems.is_empty());
    assert!(problems.iter().all(|p| !p.message.contains("Reading failed")), "{problems:?}");
});

fn book(container: &[u8], list: &[u8], page: &[u8]) -> Vec<u8> {
    zipped(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container),
        ("p.opf", list),
        ("a.xhtml", page),
    ])
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, stored).expect("the name is sound");
        writer.write_all(bytes).expect("memory takes it");
    }
    writer.finish().expect("memory takes it").into_inner()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    writer.write_all(bytes).expect("memory takes it");
    writer.finish().expect("memory takes it")
}
