//! One article in seven formats, beside the same second article: the findings are the same.
#![allow(clippy::unwrap_used, reason = "a test may stop where its ground is missing")]

use std::ffi::OsString;
use std::io::Write;

const PARAGRAPHS: [&str; 4] = [
    "Barge strikes harbour bridge",
    "A barge loaded with 900 tonnes of gravel struck the harbour bridge on Tuesday, injuring 14 people, the port authority said. It was the third such collision since 2011.",
    "Repairs will cost $12 million, said Ruth Amsel, who runs the port. “We will not reopen it in March,” she said.",
    "Second page says 41 people.",
];

const OTHER: &str = "Bridge hit by barge\n\nThe barge struck the harbour bridge on Tuesday, injuring 17 people, officials said. Its load was 900 tonnes of gravel.\n\n\
    Repairs will cost $12 million, Ruth Amsel said.\n";

fn wrapped(open: &str, close: &str) -> String {
    PARAGRAPHS.map(|p| [open, p, close].concat()).concat()
}

fn docx() -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let body = wrapped("<w:p><w:r><w:t>", "</w:t></w:r></w:p>");
    writer
        .write_all(format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>").as_bytes())
        .unwrap();
    writer.finish().unwrap().into_inner()
}

/// Verdict, question and summary of every finding about the article in `bytes` and the other one.
fn findings(name: &str, bytes: &[u8]) -> Vec<[String; 3]> {
    let desk = std::env::temp_dir().join(format!("claimdiff-formats-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&desk).unwrap();
    std::fs::write(desk.join(name), bytes).unwrap();
    std::fs::write(desk.join("other.txt"), OTHER).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args =
        ["claimdiff", "check", "--isolated", "--format", "json", "--story", "bridge"].map(OsString::from);
    let status = claimdiff::cli::run(
        args.into_iter().chain([desk.clone().into_os_string()]),
        &mut std::io::empty(),
        &mut out,
        &mut err,
    );
    std::fs::remove_dir_all(&desk).unwrap();
    assert!(status < 2, "{name}: {}", String::from_utf8_lossy(&err));
    let report: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let text = |f: &serde_json::Value, key: &str| f[key].as_str().unwrap_or_default().to_owned();
    report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| ["verdict", "question", "summary"].map(|key| text(f, key)))
        .collect()
}

#[test]
fn one_article_in_seven_formats_gives_the_same_findings() {
    let text = PARAGRAPHS.join("\n\n") + "\n";
    let html = format!(
        "<html><head><title>x</title></head><body><nav><a href=/>Home</a></nav><article><h1>{}</h1>{}</article></body></html>",
        PARAGRAPHS[0],
        PARAGRAPHS[1..].iter().map(|p| ["<p>", p, "</p>"].concat()).collect::<Vec<_>>().concat()
    );
    let want = findings("a.txt", text.as_bytes());
    assert!(!want.is_empty(), "the two articles have something in common");
    let json = serde_json::json!({"id": "a", "text": text}).to_string();
    let others: [(&str, Vec<u8>); 6] = [
        ("a.md", text.clone().into_bytes()),
        ("a.html", html.into_bytes()),
        ("a.jsonl", json.clone().into_bytes()),
        ("a.json", json.into_bytes()),
        ("a.docx", docx()),
        ("a.pdf", include_bytes!("samples/bridge.pdf").to_vec()),
    ];
    for (name, bytes) in others {
        assert_eq!(findings(name, &bytes), want, "{name}");
    }
}
