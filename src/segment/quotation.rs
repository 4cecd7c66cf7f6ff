//! Pieces between quotation marks, straight or curly.
//!
//! Straight marks open behind white space and close behind a word. A quotation that its paragraph does not close ends with
//! the paragraph and is marked as not closed.

use crate::model::{Document, Quotation, Span, TokenKind};

/// All quotations, in order of their start.
pub fn quotations(doc: &Document) -> Vec<Quotation> {
    let mut out = Vec::new();
    for paragraph in &doc.paragraphs {
        if paragraph.sentences.is_empty() {
            continue;
        }
        let from = doc.sentences[paragraph.sentences.start].tokens.start;
        let to = doc.sentences[paragraph.sentences.end - 1].tokens.end;
        in_tokens(doc, from, to, &mut out);
    }
    out.sort_by_key(|q| (q.outer.start, q.outer.end));
    out
}

/// Quotations of one paragraph.
fn in_tokens(doc: &Document, from: usize, to: usize, out: &mut Vec<Quotation>) {
    let mut double: Option<usize> = None;
    let mut single: Option<usize> = None;
    for i in from..to {
        if doc.tokens[i].kind != TokenKind::Punct {
            continue;
        }
        match doc.word(i) {
            "“" | "«" | "„" => double = Some(i),
            "\"" if opens(doc, i, to) && double.is_none() => double = Some(i),
            "\"" | "”" | "»" => {
                if let Some(open) = double.take() {
                    push(doc, open, i, true, out);
                }
            }
            "‘" => single = Some(i),
            "'" if opens(doc, i, to) && single.is_none() => single = Some(i),
            "'" | "’" => {
                if let Some(open) = single.take_if(|_| closes(doc, i, to)) {
                    push(doc, open, i, true, out);
                }
            }
            _ => {}
        }
    }
    if let Some(open) = double {
        push(doc, open, to, false, out);
    }
}

/// Whether the straight mark at `i` stands before a word and behind white space or an opening sign.
fn opens(doc: &Document, i: usize, to: usize) -> bool {
    let next_glued = i + 1 < to && !doc.tokens[i + 1].spaced;
    let behind = doc.tokens[i].spaced || (i > 0 && matches!(doc.word(i - 1), "(" | "[" | "—" | "–" | "-"));
    next_glued && behind
}

/// Whether the single mark at `i` stands behind a word and before white space or punctuation.
fn closes(doc: &Document, i: usize, to: usize) -> bool {
    !doc.tokens[i].spaced
        && (i + 1 >= to || doc.tokens[i + 1].spaced || doc.tokens[i + 1].kind == TokenKind::Punct)
}

/// Adds the quotation from the mark `open` to the mark `close` (or to the token before it, if unclosed).
fn push(doc: &Document, open: usize, close: usize, closed: bool, out: &mut Vec<Quotation>) {
    if close <= open + 1 {
        return;
    }
    let inner = doc.span_of(open + 1..close);
    let outer =
        if closed { doc.span_of(open..close + 1) } else { Span::new(doc.tokens[open].span.start, inner.end) };
    out.push(Quotation { inner, outer, closed });
}
