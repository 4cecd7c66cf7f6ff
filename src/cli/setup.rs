//! What the flags mean: the rules in force, the articles read, the stories they form.

use super::args::{CheckArgs, Color, InputArgs, OutputArgs};
use super::progress::Progress;
use super::{Streams, registry};
use crate::ingest::{self, Limits};
use crate::model::{Article, Problem, Severity};
use crate::report::Options;
use crate::rules::decision::{self, Decision};
use crate::rules::{Level, Rules, baseline, discover, suggest};
use std::cell::OnceCell;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The folder that is read where no path is given.
const DEFAULT_PATH: &str = "sources";

/// The rules that the flags ask for; a whole message where there is something wrong with them.
pub fn rules(input: &InputArgs) -> Result<Rules, String> {
    let file = match &input.rules {
        _ if input.isolated => None,
        Some(file) => Some(file.clone()),
        None => nearest()?,
    };
    match file {
        None => Ok(Rules::shipped().clone()),
        Some(file) => Rules::load_checked(&file, &ids()).map_err(|faults| faults.to_string()),
    }
}

/// The nearest `rules.toml`, as a path relative to the working directory where it lies in it.
pub fn nearest() -> Result<Option<PathBuf>, String> {
    let here = std::env::current_dir().map_err(|e| format!("The working directory cannot be read: {e}."))?;
    let found = discover::find(&here);
    Ok(found.map(|path| path.strip_prefix(&here).map(Path::to_path_buf).unwrap_or(path)))
}

fn ids() -> Vec<&'static str> {
    registry::rules().iter().map(|rule| rule.id).collect()
}

/// Puts the ignores of the baseline on top: of `file`, or of the usual one if that is there and nothing forbids it.
pub fn baseline(rules: &mut Rules, file: Option<&Path>, isolated: bool) -> Result<(), String> {
    let usual = Path::new(baseline::DEFAULT_FILE);
    let file = match file {
        Some(file) => file,
        None if !isolated && usual.exists() => usual,
        None => return Ok(()),
    };
    let text = text_of(file)?;
    let entries = baseline::read(&file.to_string_lossy(), &text).map_err(|faults| faults.to_string())?;
    rules.ignores.extend(entries);
    Ok(())
}

/// The decisions in `file`; none without one.
pub fn decisions(file: Option<&Path>) -> Result<Vec<Decision>, String> {
    let Some(file) = file else { return Ok(Vec::new()) };
    decision::read(&file.to_string_lossy(), &text_of(file)?).map_err(|faults| faults.to_string())
}

fn text_of(file: &Path) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|e| format!("{}: This cannot be read: {e}.", file.display()))
}

/// Puts the severities that the flags of `check` ask for into `rules`.
pub fn severities(rules: &mut Rules, args: &CheckArgs) -> Result<(), String> {
    let ids = ids();
    let named = args.only.iter().chain(&args.except).chain(args.severity.iter().map(|(rule, _)| rule));
    for rule in named {
        if !ids.contains(&rule.as_str()) {
            return Err(format!("No rule is called `{rule}`; {}", suggest(rule, ids.iter().copied())));
        }
    }
    for (rule, level) in &args.severity {
        rules.severity.insert(rule.clone(), *level);
    }
    let off = ids.iter().filter(|id| {
        let named = |list: &[String]| list.iter().any(|rule| rule == *id);
        named(&args.except) || (!args.only.is_empty() && !named(&args.only))
    });
    for rule in off {
        rules.severity.insert((*rule).to_owned(), Level::Off);
    }
    Ok(())
}

/// Reads the articles that the flags name.
pub fn read(input: &InputArgs, rules: &Rules, streams: &mut Streams) -> (Vec<Article>, Vec<Problem>) {
    if input.paths.is_empty() && !Path::new(DEFAULT_PATH).exists() {
        let message = "There is no folder `sources` here. Name files or folders, or let `claimdiff init` write an example.";
        let problem = Problem { source: DEFAULT_PATH.to_owned(), message: message.to_owned(), fatal: true };
        return (Vec::new(), vec![problem]);
    }
    let (progress, watched) = (OnceCell::new(), streams.watched);
    let told = |files| progress.get_or_init(|| Progress::new("reading", files, watched)).step();
    ingest::read_told(&paths(input), streams.stdin, &options(input), rules, &told)
}

/// The files that the flags name.
pub fn files(input: &InputArgs, rules: &Rules) -> Vec<PathBuf> {
    ingest::files(&paths(input), &options(input), rules)
}

fn paths(input: &InputArgs) -> Vec<String> {
    if input.paths.is_empty() { vec![DEFAULT_PATH.to_owned()] } else { input.paths.clone() }
}

fn options(input: &InputArgs) -> ingest::Options {
    let megabytes = |n: u64| n.saturating_mul(1_000_000);
    let limits = Limits {
        file_bytes: megabytes(input.max_file_size),
        article_bytes: usize::try_from(megabytes(input.max_article_size)).unwrap_or(usize::MAX),
        unpacked_bytes: megabytes(input.max_unpacked_size),
        articles: input.max_articles,
        depth: input.max_depth.into(),
        time: Duration::from_secs(input.max_seconds.into()),
    };
    ingest::Options { story: input.story.clone(), globs: input.glob.clone(), limits }
}

/// The articles of each story, stories in order of first appearance.
pub fn stories(articles: Vec<Article>) -> Vec<(Option<String>, Vec<Article>)> {
    let mut index = std::collections::HashMap::new();
    let mut stories: Vec<(Option<String>, Vec<Article>)> = Vec::new();
    for article in articles {
        let at = *index.entry(article.story.clone()).or_insert_with(|| {
            stories.push((article.story.clone(), Vec::new()));
            stories.len() - 1
        });
        stories[at].1.push(article);
    }
    stories
}

/// How the report on standard output looks.
pub fn report_options(output: &OutputArgs, fail_on: Severity) -> Options {
    let terminal = std::io::stdout().is_terminal();
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    let color = match output.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            set("CLICOLOR_FORCE") || (terminal && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()))
        }
    };
    let columns = std::env::var("COLUMNS").ok().filter(|_| terminal).and_then(|c| c.parse().ok());
    let width = columns.unwrap_or(Options::default().width);
    Options { color, verbose: output.verbose, width, fail_on, quiet: output.quiet, rules: registry::rules() }
}
