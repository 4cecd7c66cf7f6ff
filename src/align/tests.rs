use super::*;
use crate::model::{Article, Span};
use crate::{annotate, claim, segment};

/// What `look` makes of articles with these texts, read as `check` reads them.
pub(super) fn reading<T>(texts: &[&str], look: impl FnOnce(Input) -> T) -> T {
    let rules = Rules::shipped();
    let article = |t: &&str| Article { text: (*t).into(), body: Span::new(0, t.len()), ..Article::default() };
    let documents: Vec<Document> = texts.iter().map(article).map(segment::segment).collect();
    let annotations: Vec<_> = documents.iter().map(|d| annotate::annotate(d, rules)).collect();
    let reading = claim::read(&documents, &annotations, rules);
    look(Input {
        documents: &documents,
        annotations: &annotations,
        claims: &reading.claims,
        entities: &reading.entities,
        stems: &reading.stems,
        rules,
    })
}

/// The questions of a story told by `texts`, as quotes of their claims.
fn joined(texts: &[&str]) -> Vec<Vec<String>> {
    reading(texts, quotes)
}

fn quotes(input: Input) -> Vec<Vec<String>> {
    let quote = |i: &usize| {
        let c = &input.claims[*i];
        c.span.of(input.documents[c.source].text()).to_owned()
    };
    questions(input)
        .iter()
        .filter(|q| matches!(input.claims[q.claims[0]].kind, crate::model::ClaimKind::Value(_)))
        .map(|q| q.claims.iter().map(quote).collect())
        .collect()
}

#[test]
fn tolls_of_one_accident_answer_one_question() {
    let got =
        joined(&["The ferry accident killed 41 people.", "Forty-one people died in the ferry accident."]);
    assert_eq!(got.len(), 1, "{got:?}");
}

#[test]
fn dead_and_injured_do_not() {
    let got = joined(&["The ferry accident killed 41 people.", "The ferry accident injured 41 people."]);
    assert!(got.is_empty(), "{got:?}");
}
