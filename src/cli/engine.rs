//! The one place where the command line meets the analysis: stories in, reports out, several at a time.
//!
//! The only user of `rayon`. Results come in the order of the stories whatever the number of threads.

use super::progress::Progress;
use crate::compare;
use crate::model::report::{Detail, ExtractRecord, Report};
use crate::model::{Article, RuleInfo};
use crate::rules::Rules;
use rayon::prelude::*;

/// A story: its name and its articles.
pub type Story = (Option<String>, Vec<Article>);

/// The rules that findings come from.
pub fn rules() -> &'static [RuleInfo] {
    compare::rules::ALL
}

/// One report a story, in their order; `jobs` threads, 0: as many as there are processors.
pub fn check(
    stories: Vec<Story>,
    rules: &Rules,
    detail: Detail,
    jobs: usize,
    progress: &Progress,
) -> Vec<Report> {
    let one = |(name, articles): Story| {
        let report = crate::reconcile_in(name.as_deref(), articles, rules, detail);
        progress.step();
        report
    };
    // One thread is the calling one: what it made it can give back and use again.
    match if jobs == 1 { None } else { pool(jobs) } {
        Some(pool) => pool.install(|| stories.into_par_iter().map(one).collect()),
        None => stories.into_iter().map(one).collect(),
    }
}

/// So many articles are read at a time for each thread.
const BATCH: usize = 16;

/// What was read out of each article, in their order; an article is read when its record is asked for, or a few before, so
/// that no more of them is kept than is used.
pub fn extract(
    articles: Vec<Article>,
    rules: &Rules,
    jobs: usize,
    progress: &Progress,
) -> impl Iterator<Item = ExtractRecord> {
    // One thread is the calling one: what it made it can give back and use again.
    let pool = if jobs == 1 { None } else { pool(jobs) };
    let batch = pool.as_ref().map_or(1, |pool| BATCH * pool.current_num_threads());
    let one = |article| {
        let record = crate::extract(article, rules);
        progress.step();
        record
    };
    let mut articles = articles.into_iter();
    let records = std::iter::from_fn(move || {
        let next: Vec<Article> = articles.by_ref().take(batch).collect();
        if next.is_empty() {
            return None;
        }
        Some(match &pool {
            Some(pool) => pool.install(|| next.into_par_iter().map(one).collect()),
            None => next.into_iter().map(one).collect::<Vec<_>>(),
        })
    });
    records.flatten()
}

/// Threads of its own, if they can be had.
fn pool(jobs: usize) -> Option<rayon::ThreadPool> {
    rayon::ThreadPoolBuilder::new().num_threads(jobs).build().ok()
}
