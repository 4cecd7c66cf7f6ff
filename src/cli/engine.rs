//! The one place where the command line meets the analysis: stories in, reports out, several at a time.
//!
//! The only user of `rayon`. Results come in the order of the stories whatever the number of threads.

use super::progress::Progress;
use crate::compare;
use crate::model::report::{ExtractRecord, Report};
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
pub fn check(stories: Vec<Story>, rules: &Rules, jobs: usize, progress: &Progress) -> Vec<Report> {
    in_pool(jobs, || {
        stories
            .into_par_iter()
            .map(|(name, articles)| crate::reconcile(name.as_deref(), articles, rules))
            .inspect(|_| progress.step())
            .collect()
    })
}

/// What was read out of each article, in their order.
pub fn extract(
    articles: Vec<Article>,
    rules: &Rules,
    jobs: usize,
    progress: &Progress,
) -> Vec<ExtractRecord> {
    let one = |article| {
        let record = crate::extract(article, rules);
        progress.step();
        record
    };
    in_pool(jobs, || articles.into_par_iter().map(one).collect())
}

/// Runs `work` on its own threads; on the calling one if no thread can be had.
fn in_pool<T: Send>(jobs: usize, work: impl FnOnce() -> T + Send) -> T {
    match rayon::ThreadPoolBuilder::new().num_threads(jobs).build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}
