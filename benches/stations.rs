//! How fast each station is, and the whole: on the sample story and on a story of 2 MB made here.
//!
//! `cargo bench` runs all; `cargo bench extract` only what has that name. Throughput is bytes of article text.

#![allow(clippy::unwrap_used, reason = "a bench may stop where its ground is missing")]

use claimdiff::model::report::Report;
use claimdiff::model::{Annotations, Article, Document, Span, TimeValue};
use claimdiff::rules::Rules;
use claimdiff::{align, annotate, claim, compare, segment};
use divan::Bencher;
use divan::counter::BytesCount;
use std::fmt::Write;

fn main() {
    divan::main();
}

/// The stories measured.
const STORIES: [&str; 2] = ["sample", "synthetic"];
/// Articles of the synthetic story.
const ARTICLES: usize = 40;
/// Bytes of each.
const ARTICLE_BYTES: usize = 50_000;

#[divan::bench(args = STORIES)]
fn segment(bencher: Bencher, story: &str) {
    let articles = articles(story);
    bencher.counter(bytes(&articles)).with_inputs(|| articles.clone()).bench_values(segmented);
}

#[divan::bench(args = STORIES)]
fn annotate(bencher: Bencher, story: &str) {
    let articles = articles(story);
    let bytes = bytes(&articles);
    let documents = segmented(articles);
    bencher.counter(bytes).bench(|| annotated(&documents));
}

#[divan::bench(args = STORIES)]
fn claim(bencher: Bencher, story: &str) {
    let desk = Desk::new(story);
    bencher.counter(desk.bytes).bench(|| claim::read(&desk.documents, &desk.annotations, Rules::shipped()));
}

#[divan::bench(args = STORIES, sample_count = 10)]
fn align(bencher: Bencher, story: &str) {
    let desk = Desk::new(story);
    bencher.counter(desk.bytes).bench(|| align::questions(desk.to_align()));
}

#[divan::bench(args = STORIES, sample_count = 10)]
fn compare(bencher: Bencher, story: &str) {
    let desk = Desk::new(story);
    let questions = align::questions(desk.to_align());
    let input = compare::Input {
        documents: &desk.documents,
        annotations: &desk.annotations,
        claims: &desk.reading.claims,
        questions: &questions,
        rules: Rules::shipped(),
    };
    bencher.counter(desk.bytes).bench(|| {
        let origins = compare::origin::Origins::of(&desk.documents, &desk.reading.claims);
        compare::findings(&input, &origins)
    });
}

/// All that one article says, article by article.
#[divan::bench(args = STORIES, sample_count = 10)]
fn extract(bencher: Bencher, story: &str) {
    let articles = articles(story);
    let read = |all: Vec<Article>| {
        all.into_iter().map(|a| claimdiff::extract(a, Rules::shipped())).collect::<Vec<_>>()
    };
    bencher.counter(bytes(&articles)).with_inputs(|| articles.clone()).bench_values(read);
}

/// From articles to the report.
#[divan::bench(args = STORIES, sample_count = 10)]
fn whole(bencher: Bencher, story: &str) {
    let articles = articles(story);
    let read = |all: Vec<Article>| -> Report { claimdiff::reconcile(None, all, Rules::shipped()) };
    bencher.counter(bytes(&articles)).with_inputs(|| articles.clone()).bench_values(read);
}

/// A story up to its claims.
struct Desk {
    bytes: BytesCount,
    documents: Vec<Document>,
    annotations: Vec<Annotations>,
    reading: claim::Reading,
}

impl Desk {
    fn new(story: &str) -> Self {
        let articles = articles(story);
        let bytes = bytes(&articles);
        let documents = segmented(articles);
        let annotations = annotated(&documents);
        let reading = claim::read(&documents, &annotations, Rules::shipped());
        Self { bytes, documents, annotations, reading }
    }

    fn to_align(&self) -> align::Input<'_> {
        align::Input {
            documents: &self.documents,
            claims: &self.reading.claims,
            entities: &self.reading.entities,
            rules: Rules::shipped(),
        }
    }
}

fn segmented(articles: Vec<Article>) -> Vec<Document> {
    articles.into_iter().map(segment::segment).collect()
}

fn annotated(documents: &[Document]) -> Vec<Annotations> {
    documents.iter().map(|d| annotate::annotate(d, Rules::shipped())).collect()
}

fn bytes(articles: &[Article]) -> BytesCount {
    BytesCount::new(articles.iter().map(|a| a.text.len()).sum::<usize>())
}

fn articles(story: &str) -> Vec<Article> {
    if story == "sample" { sample() } else { synthetic() }
}

/// The story of the repository, without its front matter but for the date.
fn sample() -> Vec<Article> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/sources/alibaba-cloud");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        let (front, body) = text.trim_start_matches("---\n").split_once("---\n").unwrap();
        let date = front.lines().find_map(|l| l.strip_prefix("published: ")).unwrap();
        article(path.file_stem().unwrap().to_str().unwrap(), body.to_owned(), date)
    };
    paths.iter().map(read).collect()
}

/// Articles about many accidents, each told by several articles with figures that agree, are rounded, rise or differ.
fn synthetic() -> Vec<Article> {
    const PLACES: [&str; 8] =
        ["Hollin", "Brenner", "Marlow", "Cape Orne", "Eastmouth", "Gdansk", "Port Sorrel", "Alder Creek"];
    const EVENTS: [&str; 6] =
        ["ferry accident", "mill explosion", "derailment", "flood", "bridge collapse", "fire"];
    const NAMES: [&str; 6] =
        ["Ruth Amsel", "Jon Halden", "Mira Tarrant", "Paul Kestrel", "Ines Lombard", "Tom Delphine"];
    let story = |n: usize| {
        let mut text = String::with_capacity(ARTICLE_BYTES + 1000);
        let mut i = n;
        while text.len() < ARTICLE_BYTES {
            let (place, event, name) = (PLACES[i % 8], EVENTS[i / 8 % 6], NAMES[i % 6]);
            let (dead, cost, share) = (3 + i * 7 % 90 + n % 2, 1 + i * 13 % 70, i * 17 % 95 + 1);
            writeln!(
                text,
                "The {event} at {place} killed {dead} people on {} March 2019 and injured more than {}, said {name}, \
                 the mayor of {place}. Repairs will cost about ${cost}.{} million, {share} percent more than planned, \
                 and take {} months.\n\n\"We will rebuild {place} within {} years,\" {name} told reporters. Some {},000 \
                 people live within 25 miles (40 km) of the place, where the Brenner Works employs {} workers.\n",
                1 + i % 28,
                dead * 3,
                n % 10,
                2 + i % 11,
                2 + i % 5,
                1 + i % 40,
                100 + i % 900,
            )
            .unwrap();
            i += 1;
        }
        article(&format!("article-{n:02}"), text, &format!("2019-04-{:02}", 1 + n % 28))
    };
    (0..ARTICLES).map(story).collect()
}

fn article(id: &str, text: String, date: &str) -> Article {
    let body = Span::new(0, text.len());
    let mut article = Article { id: id.into(), text, body, file_line: 1, ..Article::default() };
    article.published.date = TimeValue::from_iso(date);
    article.published.basis = claimdiff::model::Basis::Given;
    article
}
