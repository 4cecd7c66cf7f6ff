//! Files that are broken, damaged or meant to do harm: each gives an exit status and a clear line, never a panic.
//!
//! Every sample format is cut short, has bits flipped and bytes replaced, by a fixed sequence of pseudo-random numbers, so that a
//! failure comes again. `CLAIMDIFF_MUTATIONS` sets how many variants of each sample are tried (40 if it is not set).

#![allow(clippy::unwrap_used, reason = "a test may stop where its ground is missing")]

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A small generator of pseudo-random numbers (xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
}

/// A folder of its own that goes away with the test.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("claimdiff-robust-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    /// Checks a file of these bytes; returns the exit status and standard error.
    fn check(&self, name: &str, bytes: &[u8]) -> (u8, String) {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).unwrap();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let args = ["claimdiff", "check", "--isolated", "--format", "json"].map(OsString::from);
        let args = args.into_iter().chain([path.into_os_string()]);
        let status = claimdiff::cli::run(args, &mut std::io::empty(), &mut out, &mut err);
        let report: Result<serde_json::Value, _> = serde_json::from_slice(&out);
        assert!(report.is_ok(), "{name}: the report is not JSON");
        (status, String::from_utf8(err).unwrap())
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const TEXT: &str = "A barge loaded with 900 tonnes of gravel struck the harbour bridge on Tuesday, injuring 14 people.\n\n\
    Repairs will cost $12 million, said Ruth Amsel, who runs the port. “We will not reopen it in March,” she said.\n";

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

/// One small sound file of every format.
fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let paragraphs = |open: &str, close: &str| {
        TEXT.split("\n\n").map(|p| [open, p.trim(), close].concat()).collect::<Vec<_>>().concat()
    };
    let html = format!(
        "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Bridge | Gazette</title><script type='application/ld+json'>\
         {{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-03-05\"}}</script></head><body><nav><a href=/>Home</a></nav><article>\
         <h1>Bridge</h1>{}<table><tr><td>a<td>b</table></article></body></html>",
        paragraphs("<p>", "</p>")
    );
    let docx = format!(
        "<w:document xmlns:w='w'><w:body>{}</w:body></w:document>",
        paragraphs("<w:p><w:r><w:t>", "</w:t></w:r></w:p>")
    );
    let odt = format!("<o:d xmlns:o='o' xmlns:text='t'>{}</o:d>", paragraphs("<text:p>", "</text:p>"));
    let line = serde_json::json!({"id": "a", "title": "Bridge", "published": "2024-03-05", "text": TEXT})
        .to_string();
    let rss = format!(
        "<rss><channel><title>G</title><item><title>T</title><description><![CDATA[{}]]></description></item></channel></rss>",
        paragraphs("<p>", "</p>")
    );
    let mail = format!(
        "From: P <p@x.example>\r\nSubject: Bridge\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n{html}\r\n--b--\r\n"
    );
    let answer = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{html}");
    let warc = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {}\r\n\r\n{answer}\r\n\r\n",
        answer.len()
    );
    vec![
        ("a.rss", rss.into_bytes()),
        ("a.eml", mail.into_bytes()),
        ("a.warc", warc.clone().into_bytes()),
        ("a.warc.gz", gzipped(warc.as_bytes())),
        ("a.txt", TEXT.as_bytes().to_vec()),
        ("a.md", format!("---\ntitle: Bridge\ndate: 2024-03-05\ntags: [a, b]\n---\n\n{TEXT}").into_bytes()),
        ("b.md", format!("+++\ntitle = \"Bridge\"\ndate = 2024-03-05\n+++\n\n{TEXT}").into_bytes()),
        ("a.html", html.clone().into_bytes()),
        ("a.json", line.clone().into_bytes()),
        ("a.jsonl", format!("{line}\n{line}\n").into_bytes()),
        ("a.docx", packed(&[("word/document.xml", &docx)])),
        ("a.odt", packed(&[("content.xml", &odt)])),
        ("a.pdf", include_bytes!("samples/bridge.pdf").to_vec()),
        ("a.html.gz", gzipped(html.as_bytes())),
    ]
}

/// A variant of `bytes`: cut, bits flipped, bytes replaced, a piece doubled or taken out.
fn mutated(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len());
        match random.below(6) {
            0 => bytes.truncate(at),
            1 if !bytes.is_empty() => bytes[at] ^= 1 << random.below(8),
            2 if !bytes.is_empty() => bytes[at] = random.next() as u8,
            3 => bytes.insert(at, [0, 0xff, b'<', b'{', b'"', b'\n'][random.below(6)]),
            4 => {
                let end = (at + random.below(64)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => {
                let end = (at + random.below(64)).min(bytes.len());
                bytes.drain(at..end);
            }
        }
    }
    bytes
}

#[test]
fn sound_files_of_every_format_are_read() {
    let desk = Desk::new("sound");
    for (name, bytes) in samples() {
        let (status, err) = desk.check(name, &bytes);
        assert!(status < 2, "{name}: {err}");
    }
}

#[test]
fn damaged_files_of_every_format_give_a_status_and_a_line() {
    let desk = Desk::new("damaged");
    let count = std::env::var("CLAIMDIFF_MUTATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(40);
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for (name, bytes) in samples() {
        for n in 0..count {
            let variant = mutated(&bytes, &mut random);
            let (status, err) = desk.check(name, &variant);
            assert!(
                status < 2 || err.contains("error: "),
                "{name}, variant {n}: status {status} without a word: {err}"
            );
        }
    }
}

#[test]
fn files_meant_to_do_harm_are_refused_or_read_in_little_time() {
    let desk = Desk::new("harm");
    let deep = |open: &str, n: usize| open.repeat(n);
    let laughs: Vec<String> =
        (1..40).map(|i| format!("a{i}: &a{i} [{}]\n", vec![format!("*a{}", i - 1); 9].join(", "))).collect();
    let laughs = laughs.concat();
    let table: Vec<(&str, Vec<u8>, Option<&str>)> = vec![
        ("nul.txt", b"ab\0cd".to_vec(), Some("binary file")),
        ("long.txt", vec![b'x'; 9_000_000], Some("the limit is 8.0 MB")),
        ("divs.html", deep("<div>", 200_000).into_bytes(), Some("nested more than 512 deep")),
        ("bold.html", deep("<b><p>", 100_000).into_bytes(), Some("nested more than 512 deep")),
        ("json.json", deep("[", 1_000_000).into_bytes(), Some("not JSON")),
        ("json.jsonl", format!("{}\n", deep("{\"a\":", 100_000)).into_bytes(), Some("not JSON")),
        ("lone.json", br#"{"text": "\ud800 and \udc00"}"#.to_vec(), Some("not JSON")),
        ("laughs.md", format!("---\na0: &a0 ha\n{laughs}---\nText.\n").into_bytes(), Some("front matter")),
        ("deep.md", format!("---\na: {}\n---\nText.\n", deep("[", 100_000)).into_bytes(), Some("front matter")),
        ("bomb.docx", packed(&[("word/document.xml", &" ".repeat(120_000_000))]), Some("more than the limit of 100.0 MB")),
        ("bomb.txt.gz", gzipped(&vec![b'x'; 120_000_000]), Some("more than the limit of 100.0 MB")),
        ("deep.docx", packed(&[("word/document.xml", &deep("<w:p>", 100_000))]), Some("nested more than 512 deep")),
        ("deep.pdf", format!("%PDF-1.4\n1 0 obj\n{}\nendobj\n", deep("[", 500_000)).into_bytes(), Some("nested more than 200 deep")),
        ("bomb.pdf", [b"%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n", &zlib(&vec![b' '; 120_000_000])[..]].concat(), Some("more than the limit of 100.0 MB")),
        ("deep.rss", format!("<rss>{}", deep("<item>", 100_000)).into_bytes(), Some("nested more than 512 deep")),
        ("parts.eml", deep("From: a\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", 20_000).into_bytes(), Some("no text")),
        ("short.warc", b"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\nx".to_vec(), Some("damaged after record 0")),
        ("not.docx", b"PK\x03\x04".to_vec(), Some("cannot be opened")),
        ("marks.txt", "Some \u{202e}41\u{202c} people and 1\u{200b}2\u{200d}3 ca\u{301}rs, \u{661}\u{662} boats, \u{ff14}\u{ff11} vans; e\u{301}\u{301}\u{301}.".into(), None),
        ("ones.txt", "1,".repeat(200_000).into_bytes(), None),
        ("millions.txt", "million ".repeat(100_000).into_bytes(), None),
        ("quotes.txt", "“".repeat(100_000).into_bytes(), None),
        ("hyphens.txt", "one-".repeat(100_000).into_bytes(), None),
        ("lines.txt", "\n".repeat(1_000_000).into_bytes(), Some("empty")),
        ("tables.html", format!("<table>{}", "<tr><td>1</td><td>2</td></tr>".repeat(20_000)).into_bytes(), None),
        ("links.html", format!("<article><p>Words here.</p>{}", "<a href=x>y</a>".repeat(50_000)).into_bytes(), None),
    ];
    for (name, bytes, message) in table {
        let start = Instant::now();
        let (status, err) = desk.check(name, &bytes);
        let spent = start.elapsed();
        match message {
            Some(message) => assert!(
                status == 2 && err.contains(message),
                "{name}: status {status}, lacks `{message}`: {err}"
            ),
            None => assert!(status < 2, "{name}: {err}"),
        }
        assert!(err.lines().count() <= 2, "{name} says more than a line or two: {err}");
        eprintln!(
            "{name:14} {status} {:6.2} s  {}",
            spent.as_secs_f64(),
            err.lines().next().unwrap_or_default()
        );
        assert!(spent < Duration::from_secs(20), "{name} took {spent:?}");
    }
}
