use super::super::sample::{hostile_report, sample_report};
use super::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

fn written(reports: &[Report]) -> String {
    let mut out = Vec::new();
    write(reports, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn events(markdown: &str) -> Vec<Event<'_>> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_GFM | Options::ENABLE_STRIKETHROUGH)
        .collect()
}

#[test]
fn every_finding_is_a_table_row_or_more() {
    let report = sample_report();
    let text = written(std::slice::from_ref(&report));
    let tables = events(&text).iter().filter(|e| matches!(e, Event::Start(Tag::Table(_)))).count();
    let shown = report.findings.iter().filter(|f| f.ignored.is_none()).count();
    assert_eq!(tables, shown + 1, "one table a finding and one of the articles");
    for part in [
        "3 conflicts",
        "| **12 people** | Coast Gazette, 2024-03-05 | <b>Twelve people</b> died",
        "`articles/post.md:3:10`",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn hostile_texts_stay_text() {
    let plain = written(&[sample_report()]);
    let hostile = written(&[hostile_report()]);
    let shape = |text: &str| -> Vec<String> {
        let tag = |e: &Event| match e {
            Event::Start(tag) => {
                Some(format!("{tag:?}").split(['{', '(']).next().unwrap_or_default().trim().to_owned())
            }
            _ => None,
        };
        events(text)
            .iter()
            .filter_map(tag)
            .filter(|t| !t.contains("Link") && !t.contains("TableRow"))
            .collect()
    };
    let heading = |s: &[String], kind: &str| s.iter().filter(|t| t.starts_with(kind)).count();
    let (plain, shaped) = (shape(&plain), shape(&hostile));
    for kind in ["Heading", "Table", "CodeBlock", "Image", "Strikethrough", "Emphasis"] {
        assert_eq!(heading(&shaped, kind), heading(&plain, kind), "{kind} in\n{hostile}");
    }
    for event in events(&hostile) {
        if let Event::Html(html) | Event::InlineHtml(html) = event {
            let allowed = ["<b>", "</b>", "<details><summary>", "</details>"];
            assert!(allowed.iter().any(|a| html.starts_with(a)) && !html.contains("<script"), "{html}");
        }
    }
    assert!(hostile.chars().all(|c| c == '\n' || !c.is_control()));
}
