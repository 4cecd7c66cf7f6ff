//! What was typed: flags and their help, nothing of what they mean.

use crate::model::Severity;
use crate::report::Format;
use crate::rules::Level;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Compares several articles about one event: which of their claims agree, and which conflict.
#[derive(Debug, Parser)]
#[command(name = "claimdiff", version = VERSION, max_term_width = 100, after_help = STATUSES)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The version, with that of the JSON layout.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (report schema 1)");

const STATUSES: &str = "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 could not do its job.";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read articles and report where they agree and where they conflict
    #[command(after_help = STATUSES)]
    Check(CheckArgs),
    /// Show what is read out of each article, before any comparison
    Extract(ExtractArgs),
    /// Write down the findings there are, so that check fails on new ones only
    Baseline(BaselineArgs),
    /// List the rules with severity and summary
    Rules,
    /// Say what a rule checks and why, with an example that agrees and one that conflicts
    Explain {
        /// Id of the rule; without one, all rules are listed
        rule: Option<String>,
    },
    /// Print the JSON Schema of a file that is read or written
    Schema {
        /// Which one
        #[arg(value_enum, default_value = "report")]
        of: SchemaOf,
    },
    /// Print the completions of a shell
    Completions {
        /// Which one
        shell: clap_complete::Shell,
    },
    /// Write a manual page for each command
    Man {
        /// Folder to write to
        #[arg(default_value = ".")]
        folder: PathBuf,
    },
    /// Write a commented rules.toml and an example sources/; never overwrites anything
    Init {
        /// Folder to write to
        #[arg(default_value = ".")]
        folder: PathBuf,
    },
}

/// `check`
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// What to read.
    #[command(flatten)]
    pub input: InputArgs,
    /// Where reports go.
    #[command(flatten)]
    pub output: OutputArgs,
    /// Severity from which a finding makes the exit status 1
    #[arg(long, value_name = "LEVEL", default_value = "error", value_enum)]
    pub fail_on: FailOn,
    /// Exit with 0 although there are findings (never hides that the job could not be done)
    #[arg(long)]
    pub exit_zero: bool,
    /// Apply only this rule (may be repeated)
    #[arg(long, value_name = "RULE")]
    pub only: Vec<String>,
    /// Apply all rules but this one (may be repeated)
    #[arg(long, value_name = "RULE", conflicts_with = "only")]
    pub except: Vec<String>,
    /// Severity of a rule: error, warning, note or off (may be repeated)
    #[arg(long, value_name = "RULE=LEVEL", value_parser = rule_level)]
    pub severity: Vec<(String, Level)>,
    /// Ignore findings less sure than this, from 0 to 1
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, value_parser = share)]
    pub min_confidence: f64,
    /// Ignores in a file of their own; claimdiff-baseline.toml if that is there (not with --isolated)
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Decisions exported from the HTML report: dismissed and resolved findings are left out
    #[arg(long, value_name = "FILE")]
    pub decisions: Option<PathBuf>,
    /// Check again whenever an article, the rules, the baseline or the decisions change, until interrupted
    #[arg(long)]
    pub watch: bool,
    /// The day on which ignores are judged, instead of today
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<String>,
}

/// `baseline`
#[derive(Debug, clap::Args)]
pub struct BaselineArgs {
    /// What to read.
    #[command(flatten)]
    pub input: InputArgs,
    /// File to write
    #[arg(long, value_name = "FILE", default_value = crate::rules::baseline::DEFAULT_FILE)]
    pub file: PathBuf,
    /// Why the findings are to be left out
    #[arg(long, value_name = "TEXT", required_unless_present = "prune")]
    pub reason: Option<String>,
    /// Last day on which new entries apply
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub until: Option<String>,
    /// Severity from which findings are written down
    #[arg(long, value_name = "LEVEL", default_value = "error", value_enum)]
    pub fail_on: FailOn,
    /// Only remove entries that are over or fit no finding any more
    #[arg(long)]
    pub prune: bool,
}

/// What `schema` describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// `check --format json`, and each line of `jsonl`.
    Report,
    /// Each line of `extract --format jsonl`.
    Extract,
    /// rules.toml.
    Rules,
    /// Table Schema of `check --format csv`.
    Csv,
    /// Table Schema of `check --format csv-claims`.
    CsvClaims,
}

/// `extract`
#[derive(Debug, clap::Args)]
pub struct ExtractArgs {
    /// What to read.
    #[command(flatten)]
    pub input: InputArgs,
    /// Where the result goes.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// What is read, and with which rules.
#[derive(Debug, clap::Args)]
pub struct InputArgs {
    /// Files, folders, or - for standard input; sources/ if there is none. Each folder that directly holds articles is one
    /// story, files named by themselves form one together
    #[arg(value_name = "PATH")]
    pub paths: Vec<String>,
    /// Rules to use instead of the nearest rules.toml
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
    /// Use the shipped rules alone
    #[arg(long, conflicts_with = "rules")]
    pub isolated: bool,
    /// Treat all articles as one story of this name
    #[arg(long, value_name = "NAME")]
    pub story: Option<String>,
    /// Read only files in folders that match; `!` in front leaves out what matches (may be repeated)
    #[arg(long, value_name = "GLOB")]
    pub glob: Vec<String>,
    /// Number of stories worked on at a time; 0: as many as there are processors
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub jobs: usize,
    /// Largest file to read, in MB
    #[arg(long, value_name = "MB", default_value_t = 256)]
    pub max_file_size: u64,
    /// Longest text of one article, in MB
    #[arg(long, value_name = "MB", default_value_t = 8)]
    pub max_article_size: u64,
    /// Largest size of what a packed file (DOCX, gzip) unpacks to, in MB
    #[arg(long, value_name = "MB", default_value_t = 100)]
    pub max_unpacked_size: u64,
    /// Most articles in one file, and in one story
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    pub max_articles: usize,
    /// Deepest nesting of elements in pages and XML
    #[arg(long, value_name = "N", default_value_t = 512, value_parser = clap::value_parser!(u16).range(1..=2000))]
    pub max_depth: u16,
    /// Longest time for reading one file, in seconds
    #[arg(long, value_name = "N", default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_seconds: u32,
}

/// Where reports go and how they look.
#[derive(Debug, clap::Args)]
pub struct OutputArgs {
    /// Format of the report on standard output
    #[arg(long, value_name = "FMT", default_value = "text", value_parser = str::parse::<Format>)]
    pub format: Format,
    /// Write the report to a file as well (may be repeated)
    #[arg(long, value_name = "FMT=FILE", value_parser = target)]
    pub output: Vec<(Format, PathBuf)>,
    /// Colour in the text report
    #[arg(long, value_name = "WHEN", default_value = "auto", value_enum)]
    pub color: Color,
    /// Show how values were normalized and why claims were joined
    #[arg(long, short, conflicts_with = "quiet")]
    pub verbose: bool,
    /// Show only findings at or above --fail-on, and errors
    #[arg(long, short)]
    pub quiet: bool,
}

/// `--fail-on`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Errors only.
    Error,
    /// Warnings too.
    Warning,
    /// Everything.
    Note,
}

impl FailOn {
    /// The severity meant.
    pub const fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Note => Severity::Note,
        }
    }
}

/// `--color`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set; everywhere if `CLICOLOR_FORCE` is.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// `FMT=FILE`
fn target(text: &str) -> Result<(Format, PathBuf), String> {
    match text.split_once('=') {
        Some((format, file)) if !file.is_empty() => Ok((format.parse()?, file.into())),
        _ => Err("write a format and a file: `json=report.json`.".to_owned()),
    }
}

/// `RULE=LEVEL`
fn rule_level(text: &str) -> Result<(String, Level), String> {
    let (rule, word) = text.split_once('=').ok_or("write a rule and a severity: `count-differs=warning`.")?;
    let level = crate::rules::level(word).map_err(|hint| format!("`{word}` is not a severity; {hint}"))?;
    Ok((rule.to_owned(), level))
}

/// `2030-01-31`
fn day(text: &str) -> Result<String, String> {
    let day = text.parse::<crate::model::time::Date>().ok().filter(|_| text.len() == 10);
    day.map(|day| day.to_string()).ok_or_else(|| "write a date such as 2030-01-31.".to_owned())
}

/// A number from 0 to 1.
fn share(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|n| (0.0..=1.0).contains(n));
    number.ok_or_else(|| "write a number from 0 to 1, such as 0.5.".to_owned())
}
