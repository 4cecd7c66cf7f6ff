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

/// The article as a site prints it, with all that stands around it: figures in the furniture must not become claims.
fn page() -> String {
    let [headline, first, second, third] = PARAGRAPHS;
    format!(
        r##"<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{headline} | The Eastmouth Gazette</title>
<link rel="canonical" href="https://gazette.example/2024/03/05/barge"><meta property="og:title" content="{headline}">
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"NewsArticle","headline":"{headline}",
"author":{{"@type":"Person","name":"Ina Holt"}}}}]}}</script>
<script>window.views = 12000;</script><style>.ad {{ width: 728px }}</style></head><body class="story">
<div id="cookie-banner" role="dialog"><p>We and our 842 partners store and read information on your device.</p><button>Accept all</button></div>
<header class="site-header"><a href="/">The Eastmouth Gazette</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<div class="breaking-ticker"><a href="/live">LIVE: 3 killed in storm further north</a></div>
<main><article><header><p class="kicker"><a href="/news">Harbour</a></p><h1>{headline}</h1>
<div class="byline">By <a rel="author" href="/staff/holt">Ina Holt</a></div><div class="share-bar"><a href="#">Share</a> <span>1,204 shares</span></div></header>
<p>{first}</p><div class="ad-slot" data-size="300x250"><p>Advertisement. Save 40 percent today.</p></div>
<p>{second}</p>
<aside class="related"><h2>Read more</h2><ul><li><a href="/a">Ferry fares to rise by 12 percent</a></li><li><a href="/b">Port handles 2 million containers</a></li></ul></aside>
<div class="newsletter-signup"><p>Join 50,000 readers who get our morning briefing.</p><input type="email"></div>
<p>{third}</p></article>
<section id="comments" class="comments"><h2>18 comments</h2><div class="comment"><p>It hurt 400 people at least, I was there!</p></div></section></main>
<aside class="sidebar"><h3>Most read</h3><ol><li><a href="/1">Mayor to pay back $9,000</a></li></ol></aside>
<footer><p>© 2024 Gazette Media. Founded in 1871.</p><a href="/terms">Terms</a></footer></body></html>"##
    )
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
    let html = page();
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
