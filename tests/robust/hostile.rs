//! Files that are broken on purpose or meant to do harm, with what is to be said of them.

use crate::samples::{gzipped, packed, zlib};

/// Name, bytes, and the words that the one line on standard error holds; `None` where the file is only odd and is read.
pub type Hostile = (&'static str, Vec<u8>, Option<&'static str>);

/// All of them. The largest are made here and stored nowhere.
pub fn files() -> Vec<Hostile> {
    let mut all = damaged();
    all.extend(bombs());
    all.extend(deep());
    all.extend(odd_texts());
    all.extend(long());
    all
}

fn damaged() -> Vec<Hostile> {
    vec![
        ("nul.txt", b"ab\0cd".to_vec(), Some("binary file")),
        ("empty.txt", Vec::new(), Some("empty")),
        ("mark.jsonl", b"\xef\xbb\xbf".to_vec(), Some("empty")),
        ("mark.json", b"\xef\xbb\xbf \n".to_vec(), Some("empty")),
        ("lines.txt", "\n".repeat(1_000_000).into_bytes(), Some("empty")),
        ("cut-utf8.txt", "naïve café, said the mayor of Æbeltoft\u{fffd}".as_bytes().split_last().unwrap().1.to_vec(), Some("damaged at byte")),
        ("noise.txt", (0..5000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8 | 0x80).collect(), Some("not UTF-8")),
        ("lone.json", br#"{"text": "\ud800 and \udc00"}"#.to_vec(), Some("not JSON")),
        ("pair.json", br#"{"text": "\ud83d\ude92 and 41 people died in the fire."}"#.to_vec(), None),
        ("list.json", b"[1, 2]".to_vec(), Some("not an object")),
        ("number.jsonl", b"{\"text\": 7}\n".to_vec(), Some("must be a string")),
        ("bare.rss", b"<rss><channel><item><title>T</title></item></channel></rss>".to_vec(), Some("No entry of this feed has a text")),
        ("none.rss", b"<rss><channel><title>T</title></channel></rss>".to_vec(), Some("No entry of this feed has a text")),
        ("stray.rss", b"<rss><channel>>item><description>At 41</description></item></channel></rss>".to_vec(), Some("error")),
        ("not.docx", b"PK\x03\x04".to_vec(), Some("cannot be opened")),
        ("not.epub", packed(&[("mimetype", "application/epub+zip")]), Some("META-INF/container.xml")),
        ("not.pdf", b"%PDF-1.7\n%%EOF\n".to_vec(), Some("PDF cannot be read")),
        ("short.warc", b"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\nx".to_vec(), Some("damaged after record 0")),
        ("cut.gz", gzipped(b"words")[..12].to_vec(), Some("cannot be unpacked")),
        ("external.rss", b"<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>T</title><description>At &x; 41 people died.</description></item></channel></rss>".to_vec(), None),
    ]
}

fn bombs() -> Vec<Hostile> {
    let laughs = |n: usize| {
        (1..n)
            .map(|i| format!("a{i}: &a{i} [{}]\n", vec![format!("*a{}", i - 1); 9].join(", ")))
            .collect::<Vec<_>>()
            .concat()
    };
    let entities: Vec<String> =
        (1..40).map(|i| format!("<!ENTITY a{i} \"{}\">", format!("&a{};", i - 1).repeat(10))).collect();
    let blank = vec![b' '; 120_000_000];
    let many: Vec<(String, String)> = (0..60_000).map(|i| (format!("part-{i}"), String::new())).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    vec![
        ("laughs.md", format!("---\na0: &a0 ha\n{}---\nText.\n", laughs(40)).into_bytes(), Some("front matter")),
        ("laughs.rss", format!("<!DOCTYPE r [<!ENTITY a0 \"ha\">{}]><rss><channel><item><title>T</title><description>&a39; said 41 people died.</description></item></channel></rss>", entities.concat()).into_bytes(), Some("no feed")),
        ("bomb.docx", packed(&[("word/document.xml", &" ".repeat(120_000_000))]), Some("more than the limit of 100.0 MB")),
        ("bomb.txt.gz", gzipped(&blank), Some("more than the limit of 100.0 MB")),
        ("twice.txt.gz", gzipped(&gzipped(&blank)), Some("binary file")),
        ("parts.docx", packed(&many), Some("neither DOCX nor ODT")),
        ("bomb.pdf", [b"%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n", &zlib(&blank)[..]].concat(), Some("more than the limit of 100.0 MB")),
    ]
}

fn deep() -> Vec<Hostile> {
    let deep = |open: &str, n: usize| open.repeat(n);
    vec![
        ("divs.html", deep("<div>", 200_000).into_bytes(), Some("nested more than 512 deep")),
        ("bold.html", deep("<b><p>", 100_000).into_bytes(), Some("nested more than 512 deep")),
        ("tables.html", deep("<table><tr><td>", 100_000).into_bytes(), Some("nested more than 512 deep")),
        ("json.json", deep("[", 1_000_000).into_bytes(), Some("not JSON")),
        ("json.jsonl", format!("{}\n", deep("{\"a\":", 100_000)).into_bytes(), Some("not JSON")),
        (
            "deep.md",
            format!("---\na: {}\n---\nText.\n", deep("[", 100_000)).into_bytes(),
            Some("front matter"),
        ),
        ("quotes.md", format!("{}41 people died.", deep("> ", 50_000)).into_bytes(), None),
        (
            "items.md",
            (0..2_000)
                .map(|i| format!("{}- item {i}\n", "  ".repeat(i)))
                .collect::<Vec<_>>()
                .concat()
                .into_bytes(),
            None,
        ),
        ("brackets.md", deep("[", 100_000).into_bytes(), None),
        ("stars.md", format!("{}41 people died.", deep("*a **b ", 10_000)).into_bytes(), None),
        (
            "deep.docx",
            packed(&[("word/document.xml", &deep("<w:p>", 100_000))]),
            Some("nested more than 512 deep"),
        ),
        (
            "deep.pdf",
            format!("%PDF-1.4\n1 0 obj\n{}\nendobj\n", deep("[", 500_000)).into_bytes(),
            Some("nested more than 200 deep"),
        ),
        (
            "deep.rss",
            format!("<rss>{}", deep("<item>", 100_000)).into_bytes(),
            Some("nested more than 512 deep"),
        ),
        (
            "parts.eml",
            deep("From: a\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", 20_000).into_bytes(),
            Some("no text"),
        ),
    ]
}

fn odd_texts() -> Vec<Hostile> {
    vec![
        ("turned.txt", "The fire killed \u{202e}41\u{202c} people and \u{2067}hurt\u{2069} 12 others.".into(), None),
        ("marks.txt", "The fire killed 4\u{301}1 people; ca\u{301}rs, e\u{301}\u{301}\u{301}\u{301}.".into(), None),
        ("towers.txt", format!("The fire e{} killed 41 people.", "\u{301}".repeat(100_000)).into(), None),
        ("zero-width.txt", "The fire killed 1\u{200b}2\u{200d}3 people and hurt 4\u{2060}1 others.".into(), None),
        ("homoglyphs.txt", "It killed \u{661}\u{662} people, \u{ff14}\u{ff11} more, \u{1d7d2}\u{1d7cf} later and O1 or l2 at last.".into(), None),
        ("bidi-mail.eml", "From: a <\u{202e}b@x.example>\r\nSubject: T\r\n\r\nThe fire killed 41 people.\r\n".into(), None),
        ("emoji.txt", "👩‍🚒🏳️‍🌈 The fire 🔥 killed 4️⃣1️⃣ people.".into(), None),
    ]
}

fn long() -> Vec<Hostile> {
    vec![
        ("line.txt", vec![b'x'; 100_000_000], Some("the limit is 8.0 MB")),
        ("line.html", [b"<p>", &vec![b'x'; 100_000_000][..]].concat(), Some("the limit is 8.0 MB")),
        (
            "line.jsonl",
            [b"{\"text\": \"", &vec![b'x'; 100_000_000][..], b"\"}\n"].concat(),
            Some("the limit is 8.0 MB"),
        ),
        ("word.txt", vec![b'x'; 7_900_000], None),
        ("ones.txt", "1,".repeat(50_000).into_bytes(), None),
        ("millions.txt", "million ".repeat(25_000).into_bytes(), None),
        ("marks-only.txt", "“".repeat(100_000).into_bytes(), None),
        ("hyphens.txt", "one-".repeat(25_000).into_bytes(), None),
        ("times.txt", "May 5, 3 p.m., June 6, ".repeat(20_000).into_bytes(), None),
        ("names.txt", "Anna Berg and ".repeat(20_000).into_bytes(), None),
        ("rows.html", format!("<table>{}", "<tr><td>1</td><td>2</td></tr>".repeat(5_000)).into_bytes(), None),
        (
            "rows.md",
            format!("| Name | Deaths |\n|---|---|\n{}", "| Acme | 1 |\n".repeat(5_000)).into_bytes(),
            None,
        ),
        (
            "links.html",
            format!("<article><p>Words here.</p>{}", "<a href=x>y</a>".repeat(50_000)).into_bytes(),
            None,
        ),
        ("attributes.html", format!("<p {}>41 people died.</p>", "a=b ".repeat(200_000)).into_bytes(), None),
    ]
}
