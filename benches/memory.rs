//! How much memory each station allocates: bytes a byte of text, counted by divan's allocator.
//!
//! `cargo bench --bench memory`. `max alloc` is what was held at once, `alloc` what was asked for in all; divide by the bytes of
//! text, which stand beside the time. Times here are those of the counting allocator; `stations.rs` measures speed.

#![allow(clippy::unwrap_used, reason = "a bench may stop where its ground is missing")]

mod texts;

use claimdiff::model::{Annotations, Article, Document};
use claimdiff::rules::Rules;
use claimdiff::{annotate, claim, segment};
use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher};
use texts::{articles, story, synthetic};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

fn main() {
    // Tables and rules are made before anything is counted.
    for article in articles("sample") {
        divan::black_box(claimdiff::extract(article, Rules::shipped()));
    }
    divan::main();
}

/// Sizes of a text, in kilobytes: what is held must grow no faster.
const SIZES: [usize; 3] = [50, 500, 5_000];

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn segment(bencher: Bencher, size: usize) {
    let articles = synthetic(1, size * 1000);
    bencher.counter(bytes(&articles)).with_inputs(|| articles[0].clone()).bench_values(segment::segment);
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn annotate(bencher: Bencher, size: usize) {
    let articles = synthetic(1, size * 1000);
    let bytes = bytes(&articles);
    let document = segment::segment(articles.into_iter().next().unwrap());
    bencher.counter(bytes).bench(|| annotate::annotate(&document, Rules::shipped()));
}

/// News prose, where a figure stands in every line or two; the synthetic text has several a line.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn annotate_sample(bencher: Bencher) {
    let articles = articles("sample");
    let bytes = bytes(&articles);
    let documents: Vec<Document> = articles.into_iter().map(segment::segment).collect();
    bencher.counter(bytes).bench(|| -> Vec<Annotations> {
        documents.iter().map(|d| annotate::annotate(d, Rules::shipped())).collect()
    });
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn claim(bencher: Bencher, size: usize) {
    let articles = synthetic(1, size * 1000);
    let bytes = bytes(&articles);
    let documents: Vec<Document> = articles.into_iter().map(segment::segment).collect();
    let notes: Vec<Annotations> = documents.iter().map(|d| annotate::annotate(d, Rules::shipped())).collect();
    bencher.counter(bytes).bench(|| claim::read(&documents, &notes, Rules::shipped()));
}

/// The whole of a story of one event that many articles tell.
#[divan::bench(args = [10, 100, 1000, 10_000], sample_count = 2, sample_size = 1)]
fn whole_story(bencher: Bencher, count: usize) {
    let articles = story(count);
    let read = |all: Vec<Article>| claimdiff::reconcile(None, all, Rules::shipped());
    bencher.counter(bytes(&articles)).with_inputs(|| articles.clone()).bench_values(read);
}

fn bytes(articles: &[Article]) -> BytesCount {
    BytesCount::new(articles.iter().map(|a| a.text.len()).sum::<usize>())
}
