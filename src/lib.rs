//! `claimdiff` reads several articles about one event and says which of their claims agree and which conflict.
//!
//! Data runs one way, one station after the other:
//!
//! 1. [`ingest`] reads files into [`model::Article`]s; the only reader of files.
//! 2. [`segment`] cuts an article into paragraphs, sentences, tokens and quotations.
//! 3. [`annotate`] finds quantities, times and names and normalizes them.
//! 4. [`claim`] makes claims of them: of whom, what, where, when, planned or done, who says so.
//! 5. [`align`] finds the claims that answer one question.
//! 6. [`compare`] says whether the answers fit.
//! 7. [`report`] writes that down in one format or another.
//!
//! Invariants, held by tests: stations are pure; analysis never fails, it returns results and problems; every span slices to
//! its quote; the same inputs give the same bytes whatever their order or the number of threads; nothing is dropped silently.

pub mod align;
pub mod annotate;
pub mod claim;
pub mod cli;
pub mod compare;
pub mod ingest;
pub mod lexicon;
pub mod model;
pub mod record;
pub mod report;
pub mod rules;
pub mod segment;

use model::report::{Detail, ExtractRecord, Report};
use model::{Annotations, Article, Document};
use rules::Rules;

/// Runs all stations on the articles of one story.
///
/// The report does not depend on the order of `articles`: they are put in order of path and id first.
///
/// ```
/// use claimdiff::model::Article;
/// use claimdiff::rules::Rules;
///
/// let article = |id: &str, text: &str| Article { id: id.into(), text: text.into(), ..Article::default() };
/// let report = claimdiff::reconcile(
///     None,
///     vec![
///         article("a", "The ferry accident killed 41 people on 4 March 2019."),
///         article("b", "The ferry accident killed 47 people on 4 March 2019."),
///     ],
///     Rules::shipped(),
/// );
/// assert_eq!(report.summary.conflict, 1);
/// ```
pub fn reconcile(story: Option<&str>, articles: Vec<Article>, rules: &Rules) -> Report {
    reconcile_in(story, articles, rules, Detail::Claims)
}

/// The same with as much detail as is asked for.
pub fn reconcile_in(
    story: Option<&str>,
    mut articles: Vec<Article>,
    rules: &Rules,
    detail: Detail,
) -> Report {
    articles.sort_by(|a, b| (&a.path, &a.id).cmp(&(&b.path, &b.id)));
    let (documents, annotations) = analysed(articles, rules);
    let reading = claim::read(&documents, &annotations, rules);
    let claims = &reading.claims;
    let input = align::Input {
        documents: &documents,
        annotations: &annotations,
        claims,
        entities: &reading.entities,
        stems: &reading.stems,
        rules,
    };
    let questions = align::questions(input);
    let origins = compare::origin::Origins::of(&documents, claims);
    let input = compare::Input {
        documents: &documents,
        annotations: &annotations,
        claims,
        questions: &questions,
        rules,
    };
    let (findings, pairs_compared) = compare::findings(&input, &origins);
    let claims_joined = questions.iter().filter(|q| q.wording.is_none()).map(|q| q.claims.len()).sum();
    let story = record::Story {
        name: story,
        documents: &documents,
        annotations: &annotations,
        origins: origins.names(),
        claims,
        findings: &findings,
        counts: record::Counts { claims_joined, pairs_compared },
        problems: &[],
        detail,
    };
    record::report(&story, rules)
}

/// What one article says, before any comparison.
pub fn extract(article: Article, rules: &Rules) -> ExtractRecord {
    let (documents, annotations) = analysed(vec![article], rules);
    let reading = claim::read_apart(&documents, &annotations, rules);
    record::extract(&documents[0], &annotations[0], &reading.claims)
}

/// The same of several articles, one station after the other.
pub fn extract_each(articles: Vec<Article>, rules: &Rules) -> Vec<ExtractRecord> {
    let (documents, annotations) = analysed(articles, rules);
    let each = || documents.chunks(1).zip(annotations.chunks(1));
    let readings: Vec<_> = each().map(|(doc, notes)| claim::read_apart(doc, notes, rules)).collect();
    let records = each().zip(readings);
    records.map(|((doc, notes), reading)| record::extract(&doc[0], &notes[0], &reading.claims)).collect()
}

/// Articles cut and annotated, in their order.
fn analysed(articles: Vec<Article>, rules: &Rules) -> (Vec<Document>, Vec<Annotations>) {
    let documents: Vec<Document> = articles.into_iter().map(segment::segment).collect();
    let annotations = documents.iter().map(|d| annotate::annotate(d, rules)).collect();
    (documents, annotations)
}
