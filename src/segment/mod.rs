//! Cuts an article into paragraphs, sentences, tokens and quotations.
//!
//! Everything is by rule and by data in `lexicon`: no model, no look at what words mean. What is page furniture gets a
//! paragraph but no sentences, so that nothing later reads it.

mod furniture;
mod paragraph;
mod quotation;
mod sentence;
mod token;

use crate::model::{Article, Document, ParagraphKind, Sentence};
use std::ops::Range;

/// Cuts `article`; never fails.
pub fn segment(article: Article) -> Document {
    let lower = article.text.to_ascii_lowercase();
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
    token::tokenize(&doc.article.text, span, &mut doc.tokens);
    let ranges: Vec<Range<usize>> = sentence::sentences(doc, from..doc.tokens.len());
    for tokens in ranges {
        let span = doc.span_of(tokens.clone());
        doc.sentences.push(Sentence { span, paragraph: index, tokens });
    }
}

#[cfg(test)]
mod tests;
