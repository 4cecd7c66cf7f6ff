//! How fast each station is, and the whole: on the sample story and on a story of 2 MB made here; how joining grows with the
//! number of articles; what hostile repetitions cost; how fast each format is read; and how long the tables take to start.
//!
//! `cargo bench --bench stations` runs all; `cargo bench --bench stations extract` only what has that name. Throughput is bytes
//! of article text, of files for `ingest`. What memory it takes is measured in `memory.rs`.

#![allow(clippy::unwrap_used, reason = "a bench may stop where its ground is missing")]

mod texts;

use claimdiff::model::report::Report;
use claimdiff::model::{Annotations, Article, Document};
use claimdiff::rules::Rules;
use claimdiff::{align, annotate, claim, compare, ingest, segment};
use divan::Bencher;
use divan::counter::BytesCount;
use std::time::Instant;
use texts::{HOSTILE, articles, hostile, story, synthetic};

fn main() {
    start();
    divan::main();
}

/// The stories measured.
const STORIES: [&str; 2] = ["sample", "synthetic"];

/// Tells how long the tables take when they are first used: they are made once, so this can be measured once.
#[expect(clippy::print_stdout, reason = "divan prints its table there too")]
fn start() {
    let one = texts::article("one", "The ferry accident killed 41 people.".to_owned(), "2019-03-05");
    let began = Instant::now();
    divan::black_box(claimdiff::extract(one.clone(), Rules::shipped()));
    let cold = began.elapsed();
    let began = Instant::now();
    divan::black_box(claimdiff::extract(one, Rules::shipped()));
    println!("start of the tables: {:.2} ms", (cold.saturating_sub(began.elapsed())).as_secs_f64() * 1e3);
}

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

/// Joining the claims of stories of one event that many articles tell.
#[divan::bench(args = [10, 100, 1000, 10_000], sample_count = 5, sample_size = 1)]
fn align_story(bencher: Bencher, count: usize) {
    let desk = Desk::of(story(count));
    let claims = desk.reading.claims.len();
    bencher.counter(divan::counter::ItemsCount::new(claims)).bench(|| align::questions(desk.to_align()));
}

/// The whole of the same stories.
#[divan::bench(args = [10, 100, 1000, 10_000], sample_count = 3, sample_size = 1)]
fn whole_story(bencher: Bencher, count: usize) {
    let articles = story(count);
    let read = |all: Vec<Article>| -> Report { claimdiff::reconcile(None, all, Rules::shipped()) };
    bencher.counter(bytes(&articles)).with_inputs(|| articles.clone()).bench_values(read);
}

/// The whole on 100 kB of a hostile repetition; on four times as much in `whole_hostile_4x`, which may take no more than
/// about four times as long.
#[divan::bench(args = HOSTILE.map(|(name, _)| name), sample_count = 3, sample_size = 1)]
fn whole_hostile(bencher: Bencher, name: &str) {
    repeated(bencher, name, 100_000);
}

#[divan::bench(args = HOSTILE.map(|(name, _)| name), sample_count = 3, sample_size = 1)]
fn whole_hostile_4x(bencher: Bencher, name: &str) {
    repeated(bencher, name, 400_000);
}

fn repeated(bencher: Bencher, name: &str, size: usize) {
    let articles = hostile(name, size);
    let read = |all: Vec<Article>| -> Report { claimdiff::reconcile(None, all, Rules::shipped()) };
    bencher.counter(bytes(&articles)).with_inputs(|| articles.clone()).bench_values(read);
}

/// Reading a file of a format, up to its articles.
#[divan::bench(args = ["txt", "md", "html", "json", "jsonl"], sample_count = 10)]
fn ingest(bencher: Bencher, format: &str) {
    let text = in_format(format);
    let path = std::env::temp_dir().join(format!("claimdiff-bench-{}.{format}", std::process::id()));
    std::fs::write(&path, &text).unwrap();
    let paths = [path.to_str().unwrap().to_owned()];
    let options = ingest::Options::default();
    bencher
        .counter(BytesCount::new(text.len()))
        .bench(|| ingest::read(&paths, &mut std::io::empty(), &options, Rules::shipped()));
    std::fs::remove_file(&path).unwrap();
}

/// About a megabyte of articles as a file of that format.
#[allow(clippy::format_collect, reason = "texts are made once, before the clock starts")]
fn in_format(format: &str) -> String {
    let articles = synthetic(20, 50_000);
    let paragraphs = || articles.iter().flat_map(|a| a.text.split("\n\n")).map(str::trim);
    let line = |a: &Article| {
        let text = a.text.replace('\n', "\\n").replace('"', "\\\"");
        format!("{{\"id\": \"{}\", \"published\": \"2019-04-01\", \"text\": \"{text}\"}}\n", a.id)
    };
    match format {
        "txt" => paragraphs().map(|p| format!("{p}\n\n")).collect(),
        "md" => paragraphs().map(|p| format!("## Part\n\n**{p}**\n\n")).collect(),
        "html" => {
            let body: String = paragraphs().map(|p| format!("<p>{p}</p>\n")).collect();
            format!(
                "<html><head><title>Accidents</title></head><body><article>{body}</article></body></html>"
            )
        }
        "json" => {
            let text: String = paragraphs().map(|p| format!("{p}\\n\\n").replace('"', "\\\"")).collect();
            format!("{{\"text\": \"{}\"}}", text.replace('\n', "\\n"))
        }
        _ => articles.iter().map(line).collect(),
    }
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
        Self::of(articles(story))
    }

    fn of(articles: Vec<Article>) -> Self {
        let bytes = bytes(&articles);
        let documents = segmented(articles);
        let annotations = annotated(&documents);
        let reading = claim::read(&documents, &annotations, Rules::shipped());
        Self { bytes, documents, annotations, reading }
    }

    fn to_align(&self) -> align::Input<'_> {
        align::Input {
            documents: &self.documents,
            annotations: &self.annotations,
            claims: &self.reading.claims,
            entities: &self.reading.entities,
            stems: &self.reading.stems,
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
