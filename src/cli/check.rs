//! `claimdiff check`: read, reconcile story by story, report.

use super::args::CheckArgs;
use super::{CLEAN, FAILED, FINDINGS, Streams, engine, filter, output, problems, setup};
use crate::model::Article;
use crate::model::report::Report;
use crate::report;
use std::path::PathBuf;

/// Runs the command; returns the exit status.
pub fn run(args: &CheckArgs, streams: &mut Streams) -> u8 {
    let rules = setup::rules(&args.input).and_then(|mut rules| {
        setup::severities(&mut rules, args)?;
        Ok(rules)
    });
    let rules = match rules {
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
    let mut reports = reports(args, articles, &rules);
    problems::assign(&found, &mut reports);

    let options = setup::report_options(&args.output, args.fail_on.severity());
    let failures =
        output::deliver(args.output.format, &args.output.output, streams.stdout, &|format, shown, out| {
            let options = report::Options { color: options.color && shown, ..options };
            report::write(format, &reports, &options, out)
        });
    for failure in &failures {
        streams.say(format_args!("error: {failure}"));
    }
    if nothing_read || !failures.is_empty() || found.iter().any(|p| p.fatal) {
        FAILED
    } else if !args.exit_zero && filter::any_at(&reports, args.fail_on.severity()) {
        FINDINGS
    } else {
        CLEAN
    }
}

/// One report a story; one without sources if nothing was read, so that there is always a report to hold the problems.
fn reports(args: &CheckArgs, articles: Vec<Article>, rules: &crate::rules::Rules) -> Vec<Report> {
    let mut stories = setup::stories(articles);
    if stories.is_empty() {
        stories.push((args.input.story.clone(), Vec::new()));
    }
    let mut reports = engine::check(stories, rules, args.input.jobs);
    for report in &mut reports {
        filter::by_confidence(report, args.min_confidence);
    }
    reports
}

/// The files that were read.
pub fn inputs(articles: &[Article], rules: Option<&PathBuf>) -> Vec<PathBuf> {
    articles.iter().filter_map(|a| a.path.as_ref().map(PathBuf::from)).chain(rules.cloned()).collect()
}
