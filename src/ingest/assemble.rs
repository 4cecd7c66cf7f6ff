//! Drafts to articles: joins what the rules, the article and its folder say, and makes ids unique.

use super::Options;
use super::collect::Input;
use super::draft::Draft;
use super::table::Sources;
use super::{language, meta};
use crate::model::{Article, Problem, Published, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The article of a draft, and what is odd about its metadata.
pub fn article(draft: Draft, input: &Input, sources: &Sources, options: &Options) -> (Article, Vec<Problem>) {
    let own = draft.meta;
    let id = own.id.filter(|id| !id.trim().is_empty()).unwrap_or_else(|| stem(input));
    let rule = sources.of(&input.file, &id).cloned().unwrap_or_default();
    let (published, problem) = match &rule.published {
        // The rules were checked when they were read.
        Some(date) => (meta::published(date).unwrap_or_default(), None),
        None => own_date(own.published.as_deref(), input, draft.file_line),
    };
    let body = draft.body.unwrap_or_else(|| Span::new(0, draft.text.len()));
    let foreign = language::foreign(body.of(&draft.text));
    let article = Article {
        id: rule.id.unwrap_or(id),
        path: input.path.as_ref().map(|_| input.name.clone()),
        story: options.story.clone().or(rule.story).or(own.story).or_else(|| input.story.clone()),
        title: rule.title.or(own.title),
        publisher: rule.publisher.or(own.publisher),
        author: own.author,
        url: rule.url.or(own.url),
        published,
        modified: own.modified,
        language: own.language,
        body,
        skipped: draft.skipped,
        blocks: draft.blocks,
        tables: draft.tables,
        foreign,
        text: draft.text,
        sha256: draft.sha256,
        extraction: draft.extraction,
        file_line: draft.file_line.max(1),
    };
    let problems = problem.into_iter().chain(foreign.map(|name| not_english(&article, name)));
    let problems = problems.collect();
    (article, problems)
}

/// That the rules for English were not applied.
fn not_english(article: &Article, language: &str) -> Problem {
    let message = format!(
        "This article is in {language}; the rules for English were not applied: its numbers and dates are listed, but nothing is claimed."
    );
    Problem { source: place(article), message, fatal: false }
}

/// The date an article gives itself, or a note that it is none.
fn own_date(text: Option<&str>, input: &Input, line: usize) -> (Published, Option<Problem>) {
    let Some(text) = text.map(str::trim).filter(|t| !t.is_empty()) else { return Default::default() };
    if let Some(published) = meta::published(text) {
        return (published, None);
    }
    let source = if line > 1 { format!("{}:{line}:1", input.name) } else { input.name.clone() };
    let message = format!(
        "The date `{text}` is not ISO 8601 (2015-07-23) and was left out; the text is asked instead."
    );
    (Published::default(), Some(Problem { source, message, fatal: false }))
}

/// The name of the file without its extension; `stdin` for standard input.
pub fn stem(input: &Input) -> String {
    let stem = Path::new(&input.name).file_stem().map(|s| s.to_string_lossy().into_owned());
    if input.path.is_none() { "stdin".to_owned() } else { stem.unwrap_or_else(|| input.name.clone()) }
}

/// Leaves `limit` articles to each story, the first ones; a story that has more is a problem.
pub fn at_most(limit: usize, articles: &mut Vec<Article>, problems: &mut Vec<Problem>) {
    let mut counts: BTreeMap<Option<String>, usize> = BTreeMap::new();
    articles.retain(|article| {
        let count = counts.entry(article.story.clone()).or_insert(0);
        *count += 1;
        if *count == limit + 1 {
            let message =
                format!("The story has more than {limit} articles; the rest is left out. Raise it with --max-articles.");
            problems.push(Problem { source: place(article), message, fatal: true });
        }
        *count <= limit
    });
}

/// Makes ids unique within each story: the second `a` becomes `a-2`, in the order of the articles. Each is a problem, as a
/// finding's fingerprint depends on ids.
pub fn unique_ids(articles: &mut [Article], problems: &mut Vec<Problem>) {
    let mut taken: BTreeSet<(Option<String>, String)> =
        articles.iter().map(|a| (a.story.clone(), a.id.clone())).collect();
    let mut seen: BTreeMap<(Option<String>, String), usize> = BTreeMap::new();
    for article in articles {
        let count = seen.entry((article.story.clone(), article.id.clone())).or_insert(0);
        *count += 1;
        if *count == 1 {
            continue;
        }
        let fresh = |n: usize| (article.story.clone(), format!("{}-{n}", article.id));
        // The count goes on from the number found, so that many doubles stay cheap.
        while taken.contains(&fresh(*count)) {
            *count += 1;
        }
        let new = fresh(*count);
        let message = format!(
            "The id `{}` is used twice in a story; this one is called `{}`. Give it an id.",
            article.id, new.1
        );
        problems.push(Problem { source: place(article), message, fatal: false });
        article.id.clone_from(&new.1);
        taken.insert(new);
    }
}

fn place(article: &Article) -> String {
    let path = article.path.as_deref().unwrap_or("-");
    if article.file_line > 1 { format!("{path}:{}:1", article.file_line) } else { path.to_owned() }
}
