//! Any text is cut and annotated: in order, nothing over another, everything where it says.

#![no_main]

use claimdiff::model::{Article, Span};
use claimdiff::rules::Rules;
use claimdiff::{annotate, segment};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let document = segment::segment(Article { text: text.to_owned(), ..Article::default() });
    in_order(text, document.paragraphs.iter().map(|p| p.span));
    in_order(text, document.sentences.iter().map(|s| s.span));
    in_order(text, document.tokens.iter().map(|t| t.span));
    for sentence in &document.sentences {
        assert!(sentence.tokens.end <= document.tokens.len() && !sentence.tokens.is_empty());
    }
    let annotations = annotate::annotate(&document, Rules::shipped());
    in_order(text, annotations.mentions.iter().map(|m| m.span));
    in_order(text, annotations.names.iter().map(|n| n.span));
    assert_eq!(annotations.tags.len(), document.tokens.len());
});

/// Spans follow one another and cut no character in two.
fn in_order(text: &str, spans: impl Iterator<Item = Span>) {
    let mut end = 0;
    for span in spans {
        assert!(end <= span.start, "{span:?} begins before {end}");
        assert!(text.get(span.start..span.end).is_some(), "{span:?} does not fit");
        end = span.end;
    }
}
