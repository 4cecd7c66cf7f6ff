//! Cuts an article into paragraphs, sentences, tokens and quotations.
//!
//! Everything is by rule and by data in `lexicon`: no model, no look at what words mean. What is page furniture gets a
//! paragraph but no sentences, so that nothing later reads it.

mod furniture;
mod paragraph;
mod quotation;
mod sentence;
mod token;

use crate::model::{Article, Document, ParagraphKind, Sentence, Span};
use std::ops::Range;

/// Cuts `article`; never fails.
pub fn segment(article: Article) -> Document {
    let lower = token::brackets(article.text.to_ascii_lowercase());
    let mut doc = Document { article, lower, ..Document::default() };
    doc.paragraphs = paragraph::paragraphs(&doc.article, &doc.lower);
    for index in 0..doc.paragraphs.len() {
        let first = doc.sentences.len();
        if doc.paragraphs[index].kind != ParagraphKind::Furniture {
            cut(&mut doc, index);
        }
        doc.paragraphs[index].sentences = first..doc.sentences.len();
    }
    doc.quotations = quotation::quotations(&doc);
    for quotation in &doc.quotations {
        let last = doc.tokens.partition_point(|t| t.span.end < quotation.outer.end);
        doc.tokens[last].closes = true;
    }
    doc
}

/// Adds tokens and sentences of paragraph `index`.
fn cut(doc: &mut Document, index: usize) {
    let span = doc.paragraphs[index].span;
    let from = doc.tokens.len();
    let mut space = true;
    for piece in outside(span, &doc.article.skipped) {
        let first = doc.tokens.len();
        token::tokenize(&doc.article.text, piece, &mut doc.tokens);
        // Skipped marks make no space by themselves: `**41**st` is one figure.
        if let Some(token) = doc.tokens.get_mut(first) {
            token.spaced = space || token.span.start > piece.start;
            space = false;
        }
        space |= piece.of(&doc.article.text).ends_with(char::is_whitespace);
    }
    let ranges: Vec<Range<usize>> = sentence::sentences(doc, from..doc.tokens.len());
    for tokens in ranges {
        let span = doc.span_of(tokens.clone());
        doc.sentences.push(Sentence { span, paragraph: index, tokens });
    }
}

/// The parts of `span` that are not skipped.
fn outside(span: Span, skipped: &[Span]) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = span.start;
    let from = skipped.partition_point(|s| s.end <= span.start);
    for gap in skipped[from..].iter().take_while(|s| s.start < span.end) {
        if gap.start > start {
            pieces.push(Span::new(start, gap.start));
        }
        start = start.max(gap.end);
    }
    if start < span.end {
        pieces.push(Span::new(start, span.end));
    }
    pieces
}

#[cfg(test)]
mod tests;
