//! Reads articles: the only station that touches files.
//!
//! Paths become inputs ([`collect`]), bytes become text ([`decode`]), text becomes drafts of articles (one file per format
//! under [`format`]), and metadata of all sources are joined ([`meta`]). What cannot be read becomes a [`Problem`]; the rest is
//! still read. The order of the articles depends on their paths alone, never on the order of the arguments.

mod assemble;
mod blocks;
mod collect;
mod decode;
mod draft;
mod format;
mod front;
mod html;
mod language;
mod limits;
mod markdown;
mod meta;
mod package;
mod pdf;
mod table;
mod timed;
mod walk;
mod xml;

pub use limits::Limits;

use crate::model::{Article, Problem};
use crate::rules::Rules;
use draft::Sink;
use std::io::Read;
use std::path::PathBuf;

/// What a run asks of this station.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// All articles belong to this story, whatever they or their folders say.
    pub story: Option<String>,
    /// Which of the files found in folders are read, as patterns (`*.md`, `!draft-*`); none: all.
    pub globs: Vec<String>,
    /// What is too much to read.
    pub limits: Limits,
}

/// Reads the articles that `paths` name: files, folders, `-` for `stdin`.
///
/// Articles come ordered by path and, within a file, by position; ids are unique within a story. Problems come ordered by
/// source; a fatal one means that something asked for was not read.
pub fn read(
    paths: &[String],
    stdin: &mut dyn Read,
    options: &Options,
    rules: &Rules,
) -> (Vec<Article>, Vec<Problem>) {
    read_told(paths, stdin, options, rules, &|_| {})
}

/// The same; after each file `told` is called with the number of files there are.
pub fn read_told(
    paths: &[String],
    stdin: &mut dyn Read,
    options: &Options,
    rules: &Rules,
    told: &dyn Fn(usize),
) -> (Vec<Article>, Vec<Problem>) {
    let sources = table::Sources::new(&rules.sources);
    let mut problems = sources.missing();
    let inputs = collect::inputs(paths, &options.globs, &sources, &mut problems);
    let mut articles = Vec::new();
    for input in &inputs {
        let (drafts, mut said) = match collect::bytes(input, stdin, options.limits) {
            Ok(bytes) => timed::read(input, bytes, options.limits, &rules.json),
            Err(message) => {
                let mut sink = Sink::new(&input.name, options.limits);
                sink.fail(message);
                (Vec::new(), sink.problems)
            }
        };
        problems.append(&mut said);
        for draft in drafts {
            let (article, mut found) = assemble::article(draft, input, &sources, options);
            problems.append(&mut found);
            articles.push(article);
        }
        told(inputs.len());
    }
    assemble::at_most(options.limits.articles, &mut articles, &mut problems);
    assemble::unique_ids(&mut articles, &mut problems);
    problems.sort();
    problems.dedup();
    (articles, problems)
}

/// The files that `paths` name, without reading them; what is not there is left out.
pub fn files(paths: &[String], options: &Options, rules: &Rules) -> Vec<PathBuf> {
    let sources = table::Sources::new(&rules.sources);
    let inputs = collect::inputs(paths, &options.globs, &sources, &mut Vec::new());
    inputs.into_iter().filter_map(|input| input.path).collect()
}

#[cfg(test)]
mod tests;
