//! Fifteen pages in the manner of as many kinds of news site carry one article; its text must come out, and little else.

use super::*;
use std::collections::HashMap;

const HEADLINE: &str = "Barge strikes harbour bridge at Eastmouth";

/// Caption or deck, then six paragraphs.
const PARTS: [&str; 7] = [
    "The bridge was closed to all traffic within an hour of the collision.",
    "A barge loaded with gravel struck the harbour bridge at Eastmouth early on Tuesday, injuring 14 people, the port authority said.",
    "Two of the injured are in a serious condition. The others were treated at the quay for cuts and bruises and were allowed to go home.",
    "About 31,000 cars cross the bridge on a working day. The city asked commuters to use the tunnel at Fenwick, 9 kilometers to the north.",
    "Ruth Amsel, who runs the port authority, said that repairs would take eight months and cost $12 million. \"We will not reopen it before we are certain that it is safe,\" she said.",
    "The barge was built in 1987 and had passed its last inspection in November. Its captain was not hurt, and a test for alcohol was negative.",
    "It was the third collision of a vessel with the bridge since 2011, and by far the worst. An inquiry is to report before the summer.",
];

/// Name, page, date, publisher.
const PAGES: [(&str, &str, &str, Option<&str>); 15] = [
    (
        "broadsheet",
        include_str!("samples/broadsheet.html"),
        "2024-03-05T18:04:00+01:00",
        Some("The Eastmouth Gazette"),
    ),
    ("wire", include_str!("samples/wire.html"), "2024-03-05T17:04:00Z", Some("Norwire")),
    ("amp", include_str!("samples/amp.html"), "2024-03-05T16:04:00Z", Some("Harbour Pilot")),
    ("paywall", include_str!("samples/paywall.html"), "2024-03-05T18:04:00+0100", Some("Ledger Business")),
    ("liveblog", include_str!("samples/liveblog.html"), "2024-03-05T06:10:00+01:00", Some("Channel Nine")),
    ("gallery", include_str!("samples/gallery.html"), "2024-03-05", Some("Coast Weekly")),
    ("oldtable", include_str!("samples/oldtable.html"), "2024-03-05", None),
    ("blog", include_str!("samples/blog.html"), "2024-03-05T17:04:11+00:00", Some("Port Watch")),
    ("divsoup", include_str!("samples/divsoup.html"), "2024-03-05T18:04:00+01:00", Some("Metro Eastmouth")),
    ("magazine", include_str!("samples/magazine.html"), "2024-03-05", Some("Tideline Magazine")),
    (
        "consent",
        include_str!("samples/consent.html"),
        "2024-03-05T17:21:44.000Z",
        Some("The Eastmouth Courier"),
    ),
    ("comments", include_str!("samples/comments.html"), "2024-03-05T20:14:02+0000", Some("Mail Online")),
    (
        "wireterminal",
        include_str!("samples/wireterminal.html"),
        "2024-03-05T16:40:00Z",
        Some("Norwire Markets"),
    ),
    (
        "paywallstub",
        include_str!("samples/paywallstub.html"),
        "2024-03-05T15:00:17.102Z",
        Some("Financial Ledger"),
    ),
    ("livestream", include_str!("samples/livestream.html"), "2024-03-05T06:30:00-05:00", Some("The Bugle")),
];

fn filled(skeleton: &str) -> String {
    let mut html = skeleton
        .replace("{{J4}}", &PARTS[4].replace('"', "\\\""))
        .replace("{{H}}", HEADLINE)
        .replace("{{C}}", PARTS[0]);
    for (i, part) in PARTS.iter().enumerate().skip(1) {
        html = html.replace(&format!("{{{{{i}}}}}"), part);
    }
    html
}

/// Precision and recall of the words of `got` against those of `want`.
fn scores(got: &str, want: &str) -> (f64, f64) {
    let count = |text: &str| {
        let mut words: HashMap<String, i64> = HashMap::new();
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
            *words.entry(word.to_lowercase()).or_default() += 1;
        }
        words
    };
    let (got, want) = (count(got), count(want));
    let common: i64 = got.iter().map(|(word, n)| *n.min(want.get(word).unwrap_or(&0))).sum();
    let total = |words: &HashMap<String, i64>| words.values().sum::<i64>().max(1) as f64;
    (common as f64 / total(&got), common as f64 / total(&want))
}

#[test]
fn the_article_comes_out_of_pages_of_every_kind() {
    let want = format!("{HEADLINE}\n{}", PARTS.join("\n"));
    for (name, skeleton, date, publisher) in PAGES {
        let page = page(&filled(skeleton), Limits::default()).unwrap();
        let (precision, recall) = scores(&page.text, &want);
        eprintln!("{name:10} precision {precision:.3} recall {recall:.3}");
        assert!(
            precision >= 0.95 && recall >= 0.95,
            "{name}: precision {precision:.3}, recall {recall:.3}\n{}",
            page.text
        );
        assert_eq!(page.meta.published.as_deref(), Some(date), "{name}");
        assert!(crate::ingest::meta::published(date).is_some(), "{name}: {date}");
        assert_eq!(page.meta.publisher.as_deref(), publisher, "{name}");
        if name != "oldtable" {
            assert_eq!(page.meta.title.as_deref(), Some(HEADLINE), "{name}");
        }
    }
}

#[test]
fn every_paragraph_is_a_block_of_its_own() {
    for (name, skeleton, ..) in PAGES {
        let text = page(&filled(skeleton), Limits::default()).unwrap().text;
        let blocks: Vec<&str> = text.split("\n\n").map(str::trim).collect();
        for part in PARTS {
            assert!(blocks.contains(&part), "{name}: no block of its own for `{part}`\n{text}");
        }
    }
}

#[test]
fn lists_and_tables_keep_a_line_for_each_entry() {
    let html = "<article><h1>Shares</h1><p>Who sells how much, in brief.</p><ul><li>First <b>item</b></li><li><p>Second</p></li></ul>\
        <table><caption>Market</caption><tr><th>Company</th><th>Share</th></tr><tr><td>Acme</td><td>12&nbsp;%</td></tr>\
        <tr><td>Bolt</td><td>7 %</td></tr></table><p>One<br>two<br><br>three.</p></article>";
    let text = page(html, Limits::default()).unwrap().text;
    assert_eq!(
        text,
        "Shares\n\nWho sells how much, in brief.\n\n- First item\n- Second\n\nMarket\n\nCompany | Share\nAcme | 12\u{a0}%\nBolt | 7 %\n\nOne\ntwo\n\nthree.\n"
    );
}

#[test]
fn a_stub_with_the_whole_text_in_its_data_gives_the_whole_text() {
    let body = PARTS.join(" ");
    let html = format!(
        "<html><head><script type='application/ld+json'>{}</script></head><body><article><h1>T</h1><p>Only the start of it.</p></article></body></html>",
        serde_json::json!({"@type": "NewsArticle", "headline": "T", "articleBody": body})
    );
    assert!(page(&html, Limits::default()).unwrap().text.contains(PARTS[5]));
}

#[test]
fn pages_that_are_no_pages_give_little_and_no_harm() {
    for html in [
        "",
        "<",
        "<html>",
        "<p",
        "<!--",
        "<table><tr><td>",
        "</div></div>",
        "<a><a><a>x",
        "<script>while(1){}</script>",
        "&#x110000;&#0;",
    ] {
        let _ = page(html, Limits::default()).unwrap();
    }
    assert!(page(&"<div>".repeat(2000), Limits::default()).unwrap_err().contains("nested"));
}
