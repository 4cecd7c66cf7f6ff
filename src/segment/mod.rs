//! Cuts an article into paragraphs, sentences, tokens and quotations.
//!
//! Everything is by rule and by data in `lexicon`: no model, no look at what words mean. What is page furniture gets a
//! paragraph but no sentences, so that nothing later reads it.

mod dateline;
mod furniture;
mod paragraph;
mod quotation;
mod sentence;
mod token;

use crate::lexicon::vocabulary;
use crate::model::{Article, Document, ParagraphKind, Sentence, Span, Token};
use std::ops::Range;

/// Cuts `article`; never fails.
pub fn segment(article: Article) -> Document {
    let lower = token::brackets(article.text.to_ascii_lowercase());
    let mut doc = Document { article, lower, ..Document::default() };
    doc.paragraphs = paragraph::paragraphs(&doc.article, &doc.lower);
    let ranges = tokens(&mut doc);
    doc.words = vocabulary::words(&doc.lower, &doc.tokens);
    for (paragraph, tokens) in ranges.into_iter().enumerate() {
        let first = doc.sentences.len();
        for tokens in sentence::sentences(&doc, tokens) {
            let span = doc.span_of(tokens.clone());
            doc.in_sentence.resize(tokens.end, doc.sentences.len() as u32);
            doc.sentences.push(Sentence { span, paragraph, tokens });
        }
        doc.paragraphs[paragraph].sentences = first..doc.sentences.len();
    }
    doc.quotations = quotation::quotations(&doc);
    for quotation in &doc.quotations {
        let last = doc.tokens.partition_point(|t| t.span.end < quotation.outer.end);
        doc.tokens[last].closes = true;
    }
    doc
}

/// Adds the tokens of all paragraphs; returns which are those of each.
fn tokens(doc: &mut Document) -> Vec<Range<usize>> {
    // A token has about five bytes, the space before it included.
    doc.tokens.reserve(doc.article.text.len() / 5);
    let mut out = Vec::with_capacity(doc.paragraphs.len());
    for paragraph in &doc.paragraphs {
        let from = doc.tokens.len();
        if paragraph.kind != ParagraphKind::Furniture {
            cut(&doc.article, paragraph.span, &mut doc.tokens);
        }
        out.push(from..doc.tokens.len());
    }
    out
}

/// Adds the tokens of the paragraph at `span`.
fn cut(article: &Article, span: Span, out: &mut Vec<Token>) {
    let mut space = true;
    for piece in outside(span, &article.skipped) {
        let first = out.len();
        token::tokenize(&article.text, piece, out);
        // Skipped marks make no space by themselves: `**41**st` is one figure.
        if let Some(token) = out.get_mut(first) {
            token.spaced = space || token.span.start > piece.start;
            space = false;
        }
        space |= piece.of(&article.text).ends_with(char::is_whitespace);
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
