//! HTML: the article of a saved page.

use super::{Input, Sink, declared, decode, decoded_as, start};
use crate::ingest::draft::Draft;
use crate::ingest::html;

/// Whether it begins like a page.
pub fn begins(bytes: &[u8]) -> bool {
    let head = start(bytes);
    let head = head[..head.len().min(64)].to_ascii_lowercase();
    [&b"<!doctype html"[..], b"<html", b"<head", b"<body", b"<article"]
        .iter()
        .any(|tag| head.starts_with(tag))
}

/// Reads one article.
pub fn read(_: &Input, bytes: &[u8], sink: &mut Sink) {
    let Some(text) = decoded_as(bytes, declared(bytes).as_deref(), sink) else { return };
    if sink.too_long(text.len()) {
        return;
    }
    match html::page(&text, sink.limits) {
        Ok(page) if page.text.trim().is_empty() => {
            sink.fail("No article was found on this page; it may be built by scripts. Save it as text.");
        }
        Ok(page) => sink.push(Draft {
            meta: page.meta,
            text: page.text,
            tables: page.tables,
            extraction: "html",
            file_line: 1,
            sha256: decode::sha256(bytes),
            ..Draft::default()
        }),
        Err(message) => sink.fail(message),
    }
}
