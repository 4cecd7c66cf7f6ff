//! Paragraphs: blocks between blank lines, single lines, or indented blocks of hard-wrapped wire copy.

use super::furniture::{Shape, classify};
use crate::model::{Article, Paragraph, Span};

/// The paragraphs of `article.body` outside what ingest skipped, with their kinds.
pub fn paragraphs(article: &Article, lower: &str) -> Vec<Paragraph> {
    let body = if article.body.is_empty() { Span::new(0, article.text.len()) } else { article.body };
    let lines = lines(&article.text, body, &article.skipped);
    let wrapped = is_wrapped(&article.text, &lines);
    let mut spans: Vec<Span> = Vec::new();
    let mut open = false;
    for line in lines {
        let Some(text) = trimmed(&article.text, line) else {
            open = false;
            continue;
        };
        let indented = text.start >= line.start + 2;
        match spans.last_mut() {
            Some(last) if wrapped && open && !indented && !is_title_line(&article.text, *last) => {
                last.end = text.end;
            }
            _ => spans.push(text),
        }
        open = true;
    }
    let shape = Shape::of(&article.text, &spans);
    let mut out: Vec<Paragraph> = Vec::with_capacity(spans.len());
    for span in spans {
        let kind = classify(&article.text, lower, span, &shape, &out);
        out.push(Paragraph { span, kind, sentences: 0..0 });
    }
    out
}

/// The lines inside `body`, without line ends, but for those that ingest skipped.
fn lines(text: &str, body: Span, skipped: &[Span]) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = body.start;
    for (offset, c) in body.of(text).char_indices() {
        if !matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}') {
            continue;
        }
        let at = body.start + offset;
        // `\r\n` is one line end, not an empty line between two.
        if !(c == '\n' && text[..at].ends_with('\r')) {
            out.push(Span::new(start, at));
        }
        start = at + c.len_utf8();
    }
    out.push(Span::new(start, body.end));
    if !skipped.is_empty() {
        out.retain(|line| !skipped.iter().any(|s| s.overlaps(*line)));
    }
    out
}

/// `line` without surrounding white space; `None` if nothing is left.
fn trimmed(text: &str, line: Span) -> Option<Span> {
    let s = line.of(text);
    let left = s.len() - s.trim_start().len();
    let body = s.trim();
    (!body.is_empty()).then(|| Span::new(line.start + left, line.start + left + body.len()))
}

/// Whether the text is hard-wrapped: several lines, none long, most of middling length.
fn is_wrapped(text: &str, lines: &[Span]) -> bool {
    let full: Vec<usize> = lines.iter().map(|l| l.of(text).trim_end().len()).filter(|&n| n > 0).collect();
    let middling = full.iter().filter(|&&n| (45..=85).contains(&n)).count();
    full.len() >= 5 && full.iter().all(|&n| n <= 100) && middling * 2 > full.len()
}

/// Whether a line stands alone as a title: all capitals.
fn is_title_line(text: &str, span: Span) -> bool {
    let s = span.of(text);
    s.chars().any(char::is_uppercase) && !s.chars().any(char::is_lowercase)
}
