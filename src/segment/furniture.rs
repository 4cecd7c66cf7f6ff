//! What a paragraph is for: headline, heading, prose, list item, caption, or furniture of the page.
//!
//! Decided by its shape (length, final punctuation, position) and by the word lists `lexicon/furniture-*.txt`.

use crate::lexicon::{FURNITURE_LINES, FURNITURE_PREFIXES};
use crate::model::{Block, BlockKind, Paragraph, ParagraphKind, Span};

/// What is usual in this article, to judge single paragraphs against.
pub struct Shape {
    /// Whether any paragraph is prose: long and closed by punctuation.
    has_prose: bool,
}

impl Shape {
    /// Looks at all paragraphs once.
    pub fn of(text: &str, spans: &[Span]) -> Self {
        Self { has_prose: spans.iter().any(|s| is_prose(s.of(text))) }
    }
}

/// The kind of the paragraph that `block` is; `before` are those already classified.
pub fn classify(text: &str, lower: &str, block: Block, shape: &Shape, before: &[Paragraph]) -> ParagraphKind {
    let (raw, low) = (block.span.of(text), block.span.of(lower));
    if block.kind == BlockKind::Row {
        return ParagraphKind::Row;
    }
    if is_furniture(raw, low) {
        return ParagraphKind::Furniture;
    }
    if block.kind == BlockKind::Item || is_item(raw) {
        return ParagraphKind::Item;
    }
    if block.kind == BlockKind::Heading {
        let first = before.iter().all(|p| p.kind == ParagraphKind::Furniture);
        return if first || is_headline_again(text, raw, before) {
            ParagraphKind::Headline
        } else {
            ParagraphKind::Heading
        };
    }
    let again = is_headline_again(text, raw, before);
    if !shape.has_prose || is_prose(raw) {
        return if again { ParagraphKind::Headline } else { ParagraphKind::Body };
    }
    let early = before.len() < 12;
    let prose_before = !early || before.iter().any(|p| p.kind == ParagraphKind::Body);
    let headline_before = before.iter().take(12).any(|p| p.kind == ParagraphKind::Headline);
    if !prose_before && (!headline_before || again) && raw.split_whitespace().count() > 2 {
        return ParagraphKind::Headline;
    }
    if ends_sentence(raw) || raw.ends_with([',', '-', '—']) {
        ParagraphKind::Body
    } else {
        ParagraphKind::Heading
    }
}

/// Long enough for prose and closed like a sentence.
fn is_prose(raw: &str) -> bool {
    raw.len() >= 60 && ends_sentence(raw)
}

/// Whether the last sign closes a sentence.
fn ends_sentence(raw: &str) -> bool {
    raw.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']).ends_with(['.', '!', '?', '…', ':', ';'])
}

/// A bullet at the start.
fn is_item(raw: &str) -> bool {
    ["- ", "* ", "• ", "– ", "· ", "▪ "].iter().any(|b| raw.starts_with(b))
}

/// Whether `raw` repeats the headline.
fn is_headline_again(text: &str, raw: &str, before: &[Paragraph]) -> bool {
    let mut headlines = before.iter().take(12).filter(|p| p.kind == ParagraphKind::Headline);
    headlines.any(|p| p.span.of(text).eq_ignore_ascii_case(raw))
}

/// Share bars, credits, bylines, link lists, rules of signs.
fn is_furniture(raw: &str, low: &str) -> bool {
    let line = low.trim_end_matches(':').trim();
    if FURNITURE_LINES.has(line) || !raw.chars().any(char::is_alphanumeric) {
        return true;
    }
    // Most paragraphs are too long for what follows, which a few of their words tell.
    let few = words_up_to(raw, 13);
    let begins =
        |prefix: &str| prefix.as_bytes().first() == low.as_bytes().first() && low.starts_with(prefix);
    FURNITURE_PREFIXES.iter().any(|p| begins(p)) && words_up_to(raw, 31) <= 30
        || few <= 12 && (is_byline(low) || is_contribution(low))
        || few <= 8 && is_menu(raw)
}

/// How many words `raw` has, `most` if it has more.
fn words_up_to(raw: &str, most: usize) -> usize {
    if !raw.is_ascii() {
        return raw.split_whitespace().take(most).count();
    }
    let (mut words, mut inside) = (0, false);
    for byte in raw.bytes() {
        let space = matches!(byte, b' ' | b'\t'..=b'\r');
        words += usize::from(!space && !inside);
        if words >= most {
            break;
        }
        inside = !space;
    }
    words
}

/// `By Jane Doe`.
fn is_byline(low: &str) -> bool {
    low.starts_with("by ") && !ends_sentence(low) && !low.chars().any(|c| c.is_ascii_digit())
}

/// `A Name contributed to this story.`
fn is_contribution(low: &str) -> bool {
    low.contains("contributed to this")
}

/// A navigation bar: several words in capitals or single capitalised words, no sentence.
fn is_menu(raw: &str) -> bool {
    let separated = raw.contains(" / ") || raw.contains(" | ") || raw.contains(" > ") || raw.contains(" » ");
    let short = !ends_sentence(raw) && !raw.chars().any(|c| c.is_ascii_digit());
    let codes = raw.split_whitespace().nth(2).is_some()
        && raw.split_whitespace().all(|w| w.chars().count() <= 7 && !w.chars().any(char::is_lowercase))
        && !raw.is_ascii();
    short && (separated || codes)
}
