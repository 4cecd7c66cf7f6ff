//! Markdown: front matter is metadata, the rest is the article; offsets stay those of the file.
//!
//! Markup and the fences of front matter are marked as no prose; blocks and tables are those of the format.

use super::{Input, Sink, decode, decoded, start};
use crate::ingest::draft::Draft;
use crate::ingest::{front, markdown};
use crate::model::Span;

/// Whether it begins with the fence of front matter.
pub fn begins(bytes: &[u8]) -> bool {
    let first = start(bytes).split(|&b| b == b'\n').next().unwrap_or_default().trim_ascii_end();
    first == b"---" || first == b"+++"
}

/// Reads one article.
pub fn read(_: &Input, bytes: &[u8], sink: &mut Sink) {
    let Some(text) = decoded(bytes, sink) else { return };
    let front = front::split(&text);
    let start = front.as_ref().map_or(0, |f| f.span.end);
    let layout = markdown::layout(&text, start);
    let mut skipped: Vec<Span> = front.iter().map(|f| f.span).collect();
    skipped.extend(layout.skipped);
    let meta = front.map(|f| {
        if let Some((line, column, message)) = f.fault {
            sink.fail_at(line, column, message);
        }
        f.meta
    });
    sink.push(Draft {
        meta: meta.unwrap_or_default(),
        body: Some(Span::new(start, text.len())),
        text: text.into_owned(),
        skipped,
        blocks: layout.blocks,
        tables: layout.tables,
        extraction: "markdown",
        file_line: 1,
        sha256: decode::sha256(bytes),
    });
}
