//! The one place where the command line meets the analysis: stories in, reports out, several at a time.
//!
//! The only user of `rayon`. Results come in the order of the stories whatever the number of threads.

use crate::model::report::{
    Coverage, ExtractRecord, PublishedRecord, Report, SCHEMA_VERSION, SourceRecord, Summary, Tool,
};
use crate::model::{Article, RuleInfo};
use crate::rules::Rules;
use rayon::prelude::*;

/// A story: its name and its articles.
pub type Story = (Option<String>, Vec<Article>);

/// The rules that findings come from.
pub fn rules() -> &'static [RuleInfo] {
    crate::compare::rules::ALL
}

/// One report a story, in their order; `jobs` threads, 0: as many as there are processors.
pub fn check(stories: Vec<Story>, rules: &Rules, jobs: usize) -> Vec<Report> {
    in_pool(jobs, || {
        stories.into_par_iter().map(|(name, articles)| reconcile(name, articles, rules)).collect()
    })
}

/// What was read out of each article, in their order.
pub fn extract(articles: Vec<Article>, _rules: &Rules, jobs: usize) -> Vec<ExtractRecord> {
    in_pool(jobs, || {
        articles
            .into_par_iter()
            .map(|article| ExtractRecord {
                id: article.id.clone(),
                path: article.path.clone(),
                published: published(&article),
                mentions: Vec::new(),
                claims: Vec::new(),
            })
            .collect()
    })
}

/// Runs `work` on its own threads; on the calling one if no thread can be had.
fn in_pool<T: Send>(jobs: usize, work: impl FnOnce() -> T + Send) -> T {
    match rayon::ThreadPoolBuilder::new().num_threads(jobs).build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}

fn reconcile(story: Option<String>, articles: Vec<Article>, _rules: &Rules) -> Report {
    let coverage = Coverage { articles: articles.len(), ..Coverage::default() };
    Report {
        schema_version: SCHEMA_VERSION,
        tool: Tool { name: "claimdiff", version: env!("CARGO_PKG_VERSION") },
        story,
        sources: articles.into_iter().map(source).collect(),
        claims: Vec::new(),
        findings: Vec::new(),
        summary: Summary::default(),
        coverage,
        problems: Vec::new(),
    }
}

fn source(article: Article) -> SourceRecord {
    SourceRecord {
        published: published(&article),
        id: article.id,
        path: article.path,
        title: article.title,
        publisher: article.publisher,
        url: article.url,
        origins: Vec::new(),
        sha256: article.sha256,
        extraction: article.extraction,
        claims: 0,
        text: article.text,
        line_offset: article.file_line.saturating_sub(1),
    }
}

fn published(article: &Article) -> PublishedRecord {
    PublishedRecord {
        date: article.published.date.as_ref().map(|date| date.iso.clone()),
        basis: article.published.basis.as_str(),
        reason: article.published.reason.clone(),
    }
}
