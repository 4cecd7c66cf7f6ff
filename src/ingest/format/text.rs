//! Plain text: the file is the article.

use super::{Input, Sink, decode, decoded};
use crate::ingest::draft::Draft;

/// Reads one article.
pub fn read(_: &Input, bytes: &[u8], sink: &mut Sink) {
    let Some(text) = decoded(bytes, sink) else { return };
    sink.push(Draft {
        text: text.into_owned(),
        extraction: "text",
        file_line: 1,
        sha256: decode::sha256(bytes),
        ..Draft::default()
    });
}
