//! WARC archives of crawlers: one article a page that was answered with success.
//!
//! Only `response` records with HTML (and `conversion` records with text) are read; requests, pictures, redirects and the rest are no
//! articles. The date of a record is that of the crawl and says nothing about when an article was published.

use super::{Input, Sink, decode};
use crate::ingest::draft::{Draft, Metadata};
use crate::ingest::html::{self, Page};
use crate::ingest::package;

/// Whether it begins like an archive.
pub fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(b"WARC/1.")
}

/// Reads one article a record.
pub fn read(input: &Input, bytes: &[u8], sink: &mut Sink) {
    let (mut rest, mut number) = (bytes, 0);
    while let Some(record) = next(&mut rest) {
        number += 1;
        if sink.drafts.len() == sink.limits.articles {
            let limit = sink.limits.articles;
            sink.fail(format!("The archive has more than {limit} articles; the rest is left out. Raise it with --max-articles."));
            return;
        }
        match article(&record, sink) {
            Ok(Some(mut draft)) => {
                draft.meta.id = Some(format!("{}-{number}", super::super::assemble::stem(input)));
                sink.push(draft);
            }
            Ok(None) => {}
            Err(message) => sink.fail(format!("Record {number}: {message}")),
        }
    }
    if !rest.trim_ascii().is_empty() {
        sink.fail(format!("The archive is damaged after record {number}; what follows was left out."));
    } else if sink.drafts.is_empty() && sink.problems.is_empty() {
        sink.fail("The archive has no page of HTML in it.");
    }
}

/// A record: its headers and its block.
struct Record<'a> {
    headers: Headers,
    block: &'a [u8],
}

/// Header lines, names in lower case.
struct Headers(Vec<(String, String)>);

impl Headers {
    fn of(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let pairs = text.lines().filter_map(|line| line.split_once(':'));
        Self(pairs.map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned())).collect())
    }

    fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }
}

/// Cuts the next record off `rest`; `None` where there is none.
fn next<'a>(rest: &mut &'a [u8]) -> Option<Record<'a>> {
    let bytes = rest.trim_ascii_start();
    if !begins(bytes) {
        return None;
    }
    let (head, body) = split_head(bytes)?;
    let headers = Headers::of(head);
    let length: usize = headers.get("content-length").parse().ok()?;
    let block = body.get(..length)?;
    *rest = &body[length..];
    Some(Record { headers, block })
}

/// Header and body, which an empty line separates.
fn split_head(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let crlf = bytes.windows(4).position(|w| w == b"\r\n\r\n").map(|at| (at, at + 4));
    let (end, start) = crlf.or_else(|| bytes.windows(2).position(|w| w == b"\n\n").map(|at| (at, at + 2)))?;
    Some((&bytes[..end], &bytes[start..]))
}

/// The article of a record; `None` if it is none.
fn article(record: &Record, sink: &Sink) -> Result<Option<Draft>, String> {
    let url = record.headers.get("warc-target-uri").trim_matches(['<', '>']).to_owned();
    let kind = record.headers.get("warc-type");
    if kind == "conversion" && record.headers.get("content-type").starts_with("text/plain") {
        let text = decode::text(record.block, None)?.text.into_owned();
        return Ok(Some(draft(Page { text, ..Page::default() }, url, record.block)));
    }
    if kind != "response" {
        return Ok(None);
    }
    let Some((head, body)) = split_head(record.block) else { return Ok(None) };
    let headers = Headers::of(head);
    let success = head.split(|&b| b == b' ').nth(1) == Some(b"200");
    if !success || !headers.get("content-type").to_ascii_lowercase().contains("html") {
        return Ok(None);
    }
    let body = if headers.get("transfer-encoding").eq_ignore_ascii_case("chunked") {
        unchunked(body)
    } else {
        body.to_vec()
    };
    let body = if package::is_gzip(&body) { package::gunzip(&body, sink.limits)? } else { body };
    let charset = headers
        .get("content-type")
        .split("charset=")
        .nth(1)
        .map(|c| c.trim_matches(['"', ' ', ';']).to_owned());
    let charset = charset.or_else(|| super::declared(&body));
    if body.len() > sink.limits.article_bytes {
        return Err(
            "The page is larger than the limit for one article; raise it with --max-article-size.".to_owned()
        );
    }
    let decoded = decode::text(&body, charset.as_deref())?;
    let page = html::page(&decoded.text, sink.limits)?;
    if page.text.trim().is_empty() {
        return Ok(None);
    }
    Ok(Some(draft(page, url, record.block)))
}

fn draft(page: Page, url: String, bytes: &[u8]) -> Draft {
    let own = Metadata { url: Some(url).filter(|u| !u.is_empty()), ..Metadata::default() };
    Draft {
        meta: page.meta.or(own),
        text: page.text,
        tables: page.tables,
        extraction: "warc",
        file_line: 1,
        sha256: decode::sha256(bytes),
        ..Draft::default()
    }
}

/// The body of a chunked answer; what does not look like chunks is kept as it is.
fn unchunked(bytes: &[u8]) -> Vec<u8> {
    let (mut out, mut rest) = (Vec::new(), bytes);
    while let Some(end) = rest.windows(2).position(|w| w == b"\r\n") {
        let size = std::str::from_utf8(&rest[..end]).ok().and_then(|s| s.split(';').next());
        let Some(size) = size.and_then(|s| usize::from_str_radix(s.trim(), 16).ok()) else {
            return bytes.to_vec();
        };
        let Some(chunk) = rest.get(end + 2..).and_then(|r| r.get(..size)) else { return bytes.to_vec() };
        if size == 0 {
            return out;
        }
        out.extend_from_slice(chunk);
        rest = rest.get(end + 2 + size + 2..).unwrap_or_default();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::Limits;
    use crate::ingest::package::tests::gzipped;

    fn record(kind: &str, block: &[u8]) -> Vec<u8> {
        let head = format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://g.example/1\r\nContent-Length: {}\r\n\r\n",
            block.len()
        );
        [head.as_bytes(), block, b"\r\n\r\n"].concat()
    }

    fn found(bytes: &[u8]) -> (Vec<Draft>, Vec<String>) {
        let input = Input {
            name: "a.warc".to_owned(),
            path: Some("a.warc".into()),
            file: "a.warc".into(),
            story: None,
            found: false,
        };
        let mut sink = Sink::new("a.warc", Limits::default());
        read(&input, bytes, &mut sink);
        (sink.drafts, sink.problems.into_iter().map(|p| p.message).collect())
    }

    const PAGE: &str = "<html><head><title>T</title></head><body><article><p>A barge struck the bridge.</p></article></body></html>";

    #[test]
    fn pages_answered_with_success_are_articles_however_they_were_sent() {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";
        let plain = [format!("{head}\r\n").as_bytes(), PAGE.as_bytes()].concat();
        let (first, second) = PAGE.split_at(40);
        let chunked = format!(
            "{head}Transfer-Encoding: chunked\r\n\r\n{:x}\r\n{first}\r\n{:x}\r\n{second}\r\n0\r\n\r\n",
            first.len(),
            second.len()
        );
        let packed =
            [format!("{head}Content-Encoding: gzip\r\n\r\n").as_bytes(), &gzipped(PAGE.as_bytes())].concat();
        let archive = [
            record("warcinfo", b"software: x"),
            record("response", &plain),
            record("response", chunked.as_bytes()),
            record("response", &packed),
            record("response", b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Gone</p>"),
            record("response", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"),
        ]
        .concat();
        let (drafts, problems) = found(&archive);
        assert_eq!(problems, Vec::<String>::new());
        let ids: Vec<_> = drafts.iter().filter_map(|d| d.meta.id.as_deref()).collect();
        assert_eq!(ids, ["a-2", "a-3", "a-4"]);
        assert!(drafts.iter().all(|d| d.text == "T\n\nA barge struck the bridge.\n"
            && d.meta.url.as_deref() == Some("https://g.example/1")));
    }

    #[test]
    fn a_damaged_archive_gives_what_is_sound_and_says_so() {
        let plain = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}");
        let archive =
            [record("response", plain.as_bytes()), record("response", plain.as_bytes())[..120].to_vec()]
                .concat();
        let (drafts, problems) = found(&archive);
        assert_eq!(drafts.len(), 1);
        assert!(problems[0].contains("damaged after record 1"), "{problems:?}");
    }
}
