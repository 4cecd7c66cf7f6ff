//! PDF: the article of a file with a text layer.

use super::{Input, Sink, decode};
use crate::ingest::draft::Draft;
use crate::ingest::pdf;

/// Whether it begins like a PDF.
pub fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// Reads one article. The document's own title is often that of the program that wrote it and is not used.
pub fn read(_: &Input, bytes: &[u8], sink: &mut Sink) {
    match pdf::text(bytes, sink.limits) {
        Ok(read) => sink.push(Draft {
            text: read.text,
            tables: read.tables,
            extraction: "pdf",
            file_line: 1,
            sha256: decode::sha256(bytes),
            ..Draft::default()
        }),
        Err(message) => sink.fail(message),
    }
}
