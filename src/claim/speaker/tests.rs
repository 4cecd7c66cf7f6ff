//! Attributions by example: a text, and who says what by which words.

use super::*;
use crate::model::Article;

/// `speaker's head: words covered` for each attribution; `via` in brackets.
fn said(text: &str) -> Vec<String> {
    let doc = crate::segment::segment(Article { text: text.to_owned(), ..Article::default() });
    let names = crate::annotate::names::find(&doc, &crate::rules::Rules::default());
    let notes = Annotations { names, ..Annotations::default() };
    let show = |a: &Attribution| {
        let via = a.via.as_ref().map(|v| format!(" [{v}]")).unwrap_or_default();
        format!("{}{via}: {}", doc.token_text(a.head), a.covers.of(doc.text()))
    };
    speakers(&doc, &notes).iter().map(show).collect()
}

#[test]
fn who_says_what() {
    for (text, want, why) in [
        ("Norvik said it would buy two ferries.", "Norvik: it would buy two ferries", "speaker first"),
        (
            "The ferries will sail in May, Norvik said.",
            "Norvik: The ferries will sail in May",
            "speaker last",
        ),
        ("\"We were lucky,\" said Anna Berg.", "Berg: We were lucky,", "verb before the speaker"),
        ("\"We were lucky,\" the driver told Reuters.", "driver [Reuters]: We were lucky,", "told an agency"),
        (
            "Peter Lund, the chairman of Norvik, said that sales had doubled.",
            "Lund: sales had doubled",
            "apposition between",
        ),
        (
            "Officials at Norvik said the depot was safe.",
            "Officials: the depot was safe",
            "a noun with a name",
        ),
        (
            "Sales doubled, according to a Reuters report.",
            "report [Reuters]: Sales doubled",
            "according to, behind",
        ),
        (
            "According to Anna Berg, sales doubled last year.",
            "Berg: sales doubled last year",
            "according to, before",
        ),
        (
            "In a statement, the company warned that prices would rise.",
            "company: prices would rise",
            "a description",
        ),
        (
            "He said on Friday that the road was closed.",
            "He: the road was closed",
            "a pronoun; the day is no part of it",
        ),
    ] {
        assert_eq!(said(text), [want], "{text}: {why}");
    }
}

#[test]
fn quotations_go_on() {
    let text = "\"The river rose fast,\" Anna Berg said. \"We left everything behind us.\"";
    assert_eq!(said(text), ["Berg: The river rose fast,", "Berg: We left everything behind us."]);
    let two = "\"The river rose fast. We had to leave,\" Anna Berg said.";
    assert_eq!(said(two), ["Berg: The river rose fast. We had to leave,"], "two sentences of one quotation");
}

#[test]
fn no_speaker_no_attribution() {
    for text in
        ["The road is said to be closed.", "The report was long.", "He wants to say more about prices."]
    {
        assert_eq!(said(text), Vec::<String>::new(), "{text}");
    }
}
