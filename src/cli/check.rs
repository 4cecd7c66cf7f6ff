//! `claimdiff check`: read, reconcile story by story, report.

use super::args::CheckArgs;
use super::progress::Progress;
use super::{
    CLEAN, FAILED, FINDINGS, Streams, engine, filter, leave_out, output, problems, setup, summary, watch,
};
use crate::model::report::{Detail, Report};
use crate::model::{Article, Problem};
use crate::report;
use crate::rules::Rules;
use crate::rules::decision::Decision;
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
    let nothing_read = articles.is_empty();
    let watched = streams.watched && !args.output.quiet;
    let mut reports = reports(args, articles, &rules, watched);
    leave_out(args, &mut reports, &rules, &decisions, &found);
    problems::assign(&found, &mut reports);

    let options = setup::report_options(&args.output, args.fail_on.severity());
    let mut failures =
        output::deliver(args.output.format, &args.output.output, streams.stdout, &|format, shown, out| {
            let options = report::Options { color: options.color && shown, ..options };
            report::write(format, &reports, &options, out)
        });
    let formats = args.output.output.iter().map(|(format, _)| *format).chain([args.output.format]);
    if let Err(error) = summary::append(formats, &reports, &options) {
        failures.push(format!("The job's summary could not be written: {error}."));
    }
    for failure in &failures {
        streams.say(format_args!("error: {failure}"));
    }
    let status = if nothing_read || !failures.is_empty() || found.iter().any(|p| p.fatal) {
        FAILED
    } else if !args.exit_zero && filter::any_at(&reports, args.fail_on.severity()) {
        FINDINGS
    } else {
        CLEAN
    };
    // Unless it is to run again the program ends here: to give back every text by itself would only take time.
    if !args.watch {
        std::mem::forget(reports);
    }
    status
}

/// Applies ignores and decisions. Of ignores that fit nothing only a run of all rules on everything can speak.
fn leave_out(
    args: &CheckArgs,
    reports: &mut [Report],
    rules: &Rules,
    decisions: &[Decision],
    found: &[Problem],
) {
    let today = args.today.clone().unwrap_or_else(leave_out::today);
    let all = args.only.is_empty() && args.except.is_empty() && found.iter().all(|p| !p.fatal);
    leave_out::apply(reports, rules, decisions, &today, all);
}

/// One report a story; one without sources if nothing was read, so that there is always a report to hold the problems.
fn reports(args: &CheckArgs, articles: Vec<Article>, rules: &Rules, watched: bool) -> Vec<Report> {
    let mut stories = setup::stories(articles);
    if stories.is_empty() {
        stories.push((args.input.story.clone(), Vec::new()));
    }
    let progress = Progress::new("comparing", stories.len(), watched);
    let mut reports = engine::check(stories, rules, detail(args), args.input.jobs, &progress);
    for report in &mut reports {
        filter::by_confidence(report, args.min_confidence);
    }
    reports
}

/// As much as one of the formats shows.
fn detail(args: &CheckArgs) -> Detail {
    let mut formats = args.output.output.iter().map(|(format, _)| *format).chain([args.output.format]);
    if formats.any(|format| format.detail() == Detail::Claims) { Detail::Claims } else { Detail::Findings }
}

/// The files that were read.
pub fn inputs(articles: &[Article], rules: Option<&PathBuf>) -> Vec<PathBuf> {
    articles.iter().filter_map(|a| a.path.as_ref().map(PathBuf::from)).chain(rules.cloned()).collect()
}
