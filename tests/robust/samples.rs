//! One small sound file of every format, and the means to pack them.

use std::io::Write;

pub const TEXT: &str = "A barge loaded with 900 tonnes of gravel struck the harbour bridge on Tuesday, injuring 14 people.\n\n\
    Repairs will cost $12 million, said Ruth Amsel, who runs the port. “We will not reopen it in March,” she said.\n";

pub fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

pub fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

pub fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

/// A book of one page.
fn epub(page: &str) -> Vec<u8> {
    let long = page.replace("</article>", &format!("<p>{}</p></article>", TEXT.repeat(2)));
    packed(&[
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<c><rootfile full-path='p.opf'/></c>"),
        (
            "p.opf",
            "<p><manifest><item id='a' href='a.xhtml'/></manifest><spine><itemref idref='a'/></spine></p>",
        ),
        ("a.xhtml", &long),
    ])
}

/// One small sound file of every format.
pub fn samples() -> Vec<(&'static str, Vec<u8>)> {
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
    let mhtml = format!(
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://gazette.example/bridge\r\nSubject: Bridge\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=b\r\n\r\n--b\r\n\
         Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\
         Content-Location: https://gazette.example/bridge\r\n\r\n{}\r\n--b--\r\n",
        html.replace('=', "=3D")
    );
    let atom = format!(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>G</title><entry><title>T</title><published>2024-03-05T08:00:00Z\
         </published><content type='html'>{}</content></entry></feed>",
        paragraphs("&lt;p>", "&lt;/p>")
    );
    let two_bytes: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(TEXT.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let answer = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{html}");
    let warc = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {}\r\n\r\n{answer}\r\n\r\n",
        answer.len()
    );
    vec![
        ("a.rss", rss.into_bytes()),
        ("a.eml", mail.into_bytes()),
        ("a.mhtml", mhtml.into_bytes()),
        ("a.atom", atom.into_bytes()),
        ("b.txt", two_bytes),
        ("a.warc", warc.clone().into_bytes()),
        ("a.warc.gz", gzipped(warc.as_bytes())),
        ("a.txt", TEXT.as_bytes().to_vec()),
        ("a.md", format!("---\ntitle: Bridge\ndate: 2024-03-05\ntags: [a, b]\n---\n\n{TEXT}").into_bytes()),
        ("b.md", format!("+++\ntitle = \"Bridge\"\ndate = 2024-03-05\n+++\n\n{TEXT}").into_bytes()),
        ("a.html", html.clone().into_bytes()),
        ("a.json", line.clone().into_bytes()),
        ("a.jsonl", format!("{line}\n{line}\n").into_bytes()),
        ("a.docx", packed(&[("word/document.xml", &docx)])),
        ("a.epub", epub(&html)),
        ("b.json", serde_json::json!({"uri": "urn:a", "headlines": [{"value": "Bridge"}], "bodies": [{"contentType": "text/plain", "value": TEXT}]}).to_string().into_bytes()),
        ("c.md", format!("# Bridge\n\n{TEXT}\n| Company | Share |\n|---|---|\n| Acme Corp | **12 %** |\n\n> Quoted.[^1]\n\n[^1]: A note.\n").into_bytes()),
        ("a.odt", packed(&[("content.xml", &odt)])),
        ("a.pdf", include_bytes!("../samples/bridge.pdf").to_vec()),
        ("a.html.gz", gzipped(html.as_bytes())),
    ]
}
