use super::*;
use crate::model::ParagraphKind::{Body, Furniture, Headline};
use crate::model::Span;
use crate::model::{Block, BlockKind};

fn document(text: &str) -> Document {
    segment(Article { text: text.into(), body: Span::new(0, text.len()), ..Article::default() })
}

/// Sentences of a text, as written.
fn sentences(text: &str) -> Vec<String> {
    let doc = document(text);
    doc.sentences.iter().map(|s| s.span.of(doc.text()).to_owned()).collect()
}

#[test]
fn abbreviations_and_initials_do_not_end_a_sentence() {
    for (text, want) in [
        ("Mr. Smith met Gen. J. P. Jones at 5 p.m. Tuesday.", 1),
        ("Acme Holding Ltd. has bought Example.com Inc.'s unit.", 1),
        ("The U.S. Senate and U.S.-based firms agreed.", 1),
        ("It fell 3.5 percent, i.e. No. 4 in the list.", 1),
        ("She moved to Washington D.C. in 1999.", 1),
        ("Rates stay up for longer.The index fell 2%.Then it rose to 3.Banks lost on Monday.The end.", 5),
        ("He runs example.com, Amazon.Com and ASP.NET with J.P.Jones.", 1),
        ("“It was bad,” he said. “Very bad.”", 2),
    ] {
        assert_eq!(sentences(text).len(), want, "{:?}", sentences(text));
    }
}

#[test]
fn sentences_end_where_they_end() {
    assert_eq!(
        sentences("He moved to the U.S. He likes it. Five died!  \"No,\" she said."),
        ["He moved to the U.S.", "He likes it.", "Five died!", "\"No,\" she said."]
    );
    assert_eq!(
        sentences("It was “an engine.” The end came.\nNext line"),
        ["It was “an engine.”", "The end came.", "Next line"]
    );
}

#[test]
fn wrapped_lines_are_one_paragraph() {
    let text = "LIMA, March 6 -\nThe state oil company said on Friday that it would\nstop exports for three months after a strong tremor\nhad damaged the line. Prices rose.\n    A second paragraph starts with an indented line and\ngoes on here.\n    And a third one stands at the end of this story, too.\n";
    let doc = document(text);
    assert_eq!(doc.paragraphs.len(), 3, "{:?}", doc.paragraphs);
    assert_eq!(doc.sentences.len(), 5, "the dateline is one");
}

#[test]
fn furniture_has_no_sentences() {
    let text = "Share This:\n\nFlood kills five\n\nFive people died in a flood on Monday in the old town, police said.\n\nPhoto: somebody on a site. Used under CC by 2.0 license.\n\nLeave a reply\n";
    let doc = document(text);
    let kinds: Vec<_> = doc.paragraphs.iter().map(|p| p.kind).collect();
    assert_eq!(kinds, [Furniture, Headline, Body, Furniture, Furniture]);
    assert_eq!(doc.sentences.len(), 2);
}

#[test]
fn quotations_curly_straight_and_open() {
    for (text, want) in [
        ("“We won,” she said.", vec!["We won,"]),
        ("He called it \"an engine\" of growth.", vec!["an engine"]),
        ("The workers' union said it was 'too late' now.", vec!["too late"]),
        ("\"We go on.\nAnd on.\" That was all.", vec!["We go on."]),
    ] {
        let doc = document(text);
        let got: Vec<_> = doc.quotations.iter().map(|q| q.inner.of(doc.text())).collect();
        assert_eq!(got, want, "{text}");
    }
}

proptest::proptest! {
    /// Whatever the text: tokens are in order, lie on character boundaries and inside their sentence.
    #[test]
    fn any_text_is_cut(text in "\\PC{0,80}([\\n\\r ]\\PC{0,40}){0,4}") {
        let doc = document(&text);
        let mut last = 0;
        for s in &doc.sentences {
            for t in &doc.tokens[s.tokens.clone()] {
                assert!(t.span.start >= last && !t.span.is_empty());
                assert!(!t.span.of(doc.text()).is_empty() && s.span.contains(t.span));
                last = t.span.end;
            }
        }
    }
}

#[test]
fn skipped_marks_are_no_tokens_and_make_no_space() {
    let text = "It killed\n**41** people, un*believ*ably, on [Monday](https://x.example \"t\").";
    let find = |part: &str| text.find(part).map(|at| Span::new(at, at + part.len())).unwrap();
    let second = |part: &str| text.rfind(part).map(|at| Span::new(at, at + part.len())).unwrap();
    let mut skipped =
        vec![find("**"), second("**"), find("*b"), find("*a"), find("["), find("](https://x.example \"t\")")];
    for star in &mut skipped[2..4] {
        star.end -= 1;
    }
    skipped.sort_unstable();
    let blocks = vec![Block { span: Span::new(0, text.len()), kind: BlockKind::Prose }];
    let doc = segment(Article { text: text.to_owned(), skipped, blocks, ..Article::default() });
    let tokens: Vec<String> = (0..doc.tokens.len())
        .map(|i| {
            if doc.tokens[i].spaced {
                format!(" {}", doc.token_text(i))
            } else {
                doc.token_text(i).to_owned()
            }
        })
        .collect();
    assert_eq!(tokens.concat(), " It killed 41 people, unbelievably, on Monday.");
}
