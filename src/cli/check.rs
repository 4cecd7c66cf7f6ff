//! `claimdiff check`: read, reconcile story by story, report.

use super::args::CheckArgs;
use super::progress::Progress;
use super::{
    CLEAN, FAILED, FINDINGS, Streams, engine, filter, leave_out, output, problems, setup, summary, watch,
};
use crate::model::report::{Detail, Report};
use crate::model::{Article, Problem};
use crate::report::{self, Format};
use crate::rules::Rules;
use crate::rules::decision::Decision;
use std::cell::{Cell, RefCell};
use std::io::{IsTerminal, Write};
use std::path::PathBuf;

/// Runs the command; returns the exit status.
pub fn run(args: &CheckArgs, streams: &mut Streams) -> u8 {
    if args.watch { watch::run(args, streams, &once) } else { once(args, streams) }
}

fn once(args: &CheckArgs, streams: &mut Streams) -> u8 {
    let rules = setup::rules(&args.input).and_then(|mut rules| {
        setup::severities(&mut rules, args)?;
        setup::baseline(&mut rules, args.baseline.as_deref(), args.input.isolated)?;
        Ok((rules, setup::decisions(args.decisions.as_deref())?))
    });
    let (rules, decisions) = match rules {
        Ok(rules) => rules,
        Err(message) => return streams.fail(format_args!("error: {message}")),
    };
    let (articles, found) = setup::read(&args.input, &rules, streams);
    if let Err(message) =
        output::check_targets(&args.output.output, &inputs(&articles, args.input.rules.as_ref()))
    {
        return streams.fail(format_args!("error: {message}"));
    }
    problems::tell(&found, args.output.quiet, streams);
    let mut stories = setup::stories(articles);
    let nothing_read = stories.is_empty();
    if nothing_read {
        // There is always a report to hold the problems.
        stories.push((args.input.story.clone(), Vec::new()));
    }
    let apart = apart(args, &rules, &found) && stories.len() > 1;
    let progress = Progress::new("comparing", stories.len(), streams.watched && !args.output.quiet);
    let rest = Rest { args, rules: &rules, decisions: &decisions, found: &found, today: today(args) };
    let outcome = engine::check(stories, &rules, detail(args), args.input.jobs, &progress, |reports| {
        if apart { rest.one_by_one(reports, streams) } else { rest.all(reports, &progress, streams) }
    });
    for failure in &outcome.failures {
        streams.say(format_args!("error: {failure}"));
    }
    if nothing_read || !outcome.failures.is_empty() || found.iter().any(|p| p.fatal) {
        FAILED
    } else if !args.exit_zero && outcome.findings {
        FINDINGS
    } else {
        CLEAN
    }
}

/// Whether the report of each story can be written before the next is known: nothing has to be put into the first or into
/// one of them, one report is asked for, and what is written does not run into the progress shown on the same terminal.
fn apart(args: &CheckArgs, rules: &Rules, found: &[Problem]) -> bool {
    rules.ignores.is_empty()
        && found.is_empty()
        && args.output.output.is_empty()
        && args.output.format != Format::Github
        && !std::io::stdout().is_terminal()
}

/// What came of writing the reports.
struct Outcome {
    /// What could not be written.
    failures: Vec<String>,
    /// Whether there is anything at or above `--fail-on`.
    findings: bool,
}

/// What is done with reports that were made.
struct Rest<'a> {
    args: &'a CheckArgs,
    rules: &'a Rules,
    decisions: &'a [Decision],
    found: &'a [Problem],
    today: String,
}

impl Rest<'_> {
    /// Writes each report before the next one is asked for.
    fn one_by_one(&self, reports: &mut dyn Iterator<Item = Report>, streams: &mut Streams) -> Outcome {
        let (options, level) = (self.options(), self.args.fail_on.severity());
        let findings = Cell::new(false);
        let reports = RefCell::new(reports.map(|mut report| {
            self.leave_out(std::slice::from_mut(&mut report));
            findings.set(findings.get() || filter::any_at(std::slice::from_ref(&report), level));
            report
        }));
        let write = |format, _, out: &mut dyn Write| {
            report::write_each(format, &mut *reports.borrow_mut(), &options, out)
        };
        let failures = output::deliver(self.args.output.format, &[], streams.stdout, &write);
        // That nobody reads on changes nothing of what there is to find.
        reports.into_inner().for_each(drop);
        Outcome { failures, findings: findings.get() }
    }

    /// Writes all reports to all outputs.
    fn all(
        &self,
        reports: &mut dyn Iterator<Item = Report>,
        progress: &Progress,
        streams: &mut Streams,
    ) -> Outcome {
        let mut reports: Vec<Report> = reports.collect();
        progress.done();
        self.leave_out(&mut reports);
        problems::assign(self.found, &mut reports);
        let (options, output) = (self.options(), &self.args.output);
        let mut failures =
            output::deliver(output.format, &output.output, streams.stdout, &|format, shown, out| {
                let options = report::Options { color: options.color && shown, ..options };
                report::write(format, &reports, &options, out)
            });
        if let Err(error) = summary::append(formats(self.args), &reports, &options) {
            failures.push(format!("The job's summary could not be written: {error}."));
        }
        let findings = filter::any_at(&reports, self.args.fail_on.severity());
        // Unless it is to run again the program ends here: to give back every text by itself would only take time.
        if !self.args.watch {
            std::mem::forget(reports);
        }
        Outcome { failures, findings }
    }

    fn options(&self) -> report::Options {
        setup::report_options(&self.args.output, self.args.fail_on.severity())
    }

    /// Applies confidence, ignores and decisions. Of ignores that fit nothing only a run of all rules on everything can speak.
    fn leave_out(&self, reports: &mut [Report]) {
        for report in reports.iter_mut() {
            filter::by_confidence(report, self.args.min_confidence);
        }
        let all =
            self.args.only.is_empty() && self.args.except.is_empty() && self.found.iter().all(|p| !p.fatal);
        leave_out::apply(reports, self.rules, self.decisions, &self.today, all);
    }
}

fn today(args: &CheckArgs) -> String {
    args.today.clone().unwrap_or_else(leave_out::today)
}

/// The formats that are asked for.
fn formats(args: &CheckArgs) -> impl Iterator<Item = Format> {
    args.output.output.iter().map(|(format, _)| *format).chain([args.output.format])
}

/// As much as one of the formats shows.
fn detail(args: &CheckArgs) -> Detail {
    if formats(args).any(|format| format.detail() == Detail::Claims) {
        Detail::Claims
    } else {
        Detail::Findings
    }
}

/// The files that were read.
pub fn inputs(articles: &[Article], rules: Option<&PathBuf>) -> Vec<PathBuf> {
    articles.iter().filter_map(|a| a.path.as_ref().map(PathBuf::from)).chain(rules.cloned()).collect()
}
