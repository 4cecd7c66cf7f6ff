//! Paragraphs: blocks between blank lines, single lines, or indented blocks of hard-wrapped wire copy.

use super::furniture::{Shape, classify};
use crate::model::{Article, Block, BlockKind, Paragraph, Span, Table};

/// The paragraphs of `article.body` outside what ingest skipped, with their kinds.
pub fn paragraphs(article: &Article, lower: &str) -> Vec<Paragraph> {
    let body = if article.body.is_empty() { Span::new(0, article.text.len()) } else { article.body };
    let blocks = if article.blocks.is_empty() { by_lines(article, body) } else { article.blocks.clone() };
    let spans: Vec<Span> = blocks.iter().map(|b| b.span).collect();
    let shape = Shape::of(&article.text, &spans);
    let mut out: Vec<Paragraph> = Vec::with_capacity(blocks.len());
    for block in blocks {
        let kind = classify(&article.text, lower, block, &shape, &out);
        out.push(Paragraph { span: block.span, kind, sentences: 0..0 });
    }
    out
}

/// Blocks by line ends, blank lines and indents; the rows of tables are known.
fn by_lines(article: &Article, body: Span) -> Vec<Block> {
    let lines = lines(&article.text, body, &article.skipped);
    let wrapped = is_wrapped(&article.text, &lines);
    let mut rows = article.tables.iter().flat_map(Table::lines).peekable();
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    for line in lines {
        let Some(text) = trimmed(&article.text, line) else {
            open = false;
            continue;
        };
        while rows.next_if(|row| row.end <= text.start).is_some() {}
        let row = rows.peek().is_some_and(|row| row.overlaps(text));
        let indented = text.start >= line.start + 2;
        match blocks.last_mut() {
            Some(last)
                if wrapped && open && !row && !indented && !is_title_line(&article.text, last.span) =>
            {
                last.span.end = text.end;
            }
            _ => blocks.push(Block { span: text, kind: if row { BlockKind::Row } else { BlockKind::Prose } }),
        }
        open = !row;
    }
    blocks
}

/// The lines inside `body`, without line ends, but for those that ingest skipped.
fn lines(text: &str, body: Span, skipped: &[Span]) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = body.start;
    let bytes = body.of(text).as_bytes();
    for offset in breaks(bytes) {
        let byte = bytes[offset];
        let width = break_width(byte, &bytes[offset + 1..]);
        if width == 0 {
            continue;
        }
        let at = body.start + offset;
        // `\r\n` is one line end, not an empty line between two.
        if !(byte == b'\n' && text[..at].ends_with('\r')) {
            out.push(Span::new(start, at));
        }
        start = at + width;
    }
    out.push(Span::new(start, body.end));
    out.retain(|line| {
        let next = skipped.partition_point(|s| s.end <= line.start);
        !skipped.get(next).is_some_and(|s| s.overlaps(*line))
    });
    out
}

/// Where line ends may begin. Most stretches of text have none, which is seen at a glance.
fn breaks(bytes: &[u8]) -> impl Iterator<Item = usize> {
    const STRETCH: usize = 32;
    let may_break = |byte: u8| byte <= b'\r' || byte == 0xe2;
    let any = move |(_, stretch): &(usize, &[u8])| stretch.iter().fold(false, |any, b| any | may_break(*b));
    let stretches = bytes.chunks(STRETCH).enumerate().filter(any);
    stretches
        .flat_map(|(n, stretch)| n * STRETCH..n * STRETCH + stretch.len())
        .filter(move |&at| may_break(bytes[at]))
}

/// Bytes of the line end that starts with `byte`, before `rest`; 0 if none does.
fn break_width(byte: u8, rest: &[u8]) -> usize {
    match byte {
        b'\n' | b'\r' | 0x0b | 0x0c => 1,
        // U+2028 and U+2029.
        0xe2 if matches!(rest, [0x80, 0xa8 | 0xa9, ..]) => 3,
        _ => 0,
    }
}

/// `line` without surrounding white space; `None` if nothing is left.
fn trimmed(text: &str, line: Span) -> Option<Span> {
    let s = line.of(text);
    let left = s.len() - s.trim_start().len();
    let body = s.trim();
    (!body.is_empty()).then(|| Span::new(line.start + left, line.start + left + body.len()))
}

/// Longest line that hard-wrapped text has, in bytes, and the share of it that a full line reaches.
const WRAPPED: usize = 160;
const FULL: f32 = 0.7;

/// Whether the text is hard-wrapped: several lines, none long, most about as long as the longest, and many that break off
/// inside a sentence.
fn is_wrapped(text: &str, lines: &[Span]) -> bool {
    let lines: Vec<&str> = lines.iter().map(|l| l.of(text).trim_end()).filter(|l| !l.is_empty()).collect();
    let longest = lines.iter().map(|l| l.len()).max().unwrap_or_default();
    let full = lines.iter().filter(|l| l.len() as f32 >= FULL * longest as f32).count();
    let broken = lines.iter().filter(|l| l.ends_with(|c: char| c.is_alphanumeric() || c == ',')).count();
    lines.len() >= 5
        && (45..=WRAPPED).contains(&longest)
        && full * 2 > lines.len()
        && broken * 3 > lines.len()
}

/// Whether a line stands alone as a title: all capitals.
fn is_title_line(text: &str, span: Span) -> bool {
    let s = span.of(text);
    s.chars().any(char::is_uppercase) && !s.chars().any(char::is_lowercase)
}
