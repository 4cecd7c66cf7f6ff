//! `claimdiff extract`: what was read out of each article, before any comparison.

use super::args::{ExtractArgs, OutputArgs};
use super::progress::Progress;
use super::{CLEAN, FAILED, Streams, check, engine, output, problems, setup};
use crate::model::Severity;
use crate::model::report::ExtractRecord;
use crate::report::{self, Format};
use std::cell::RefCell;
use std::io::IsTerminal;

/// Runs the command; returns the exit status.
pub fn run(args: &ExtractArgs, streams: &mut Streams) -> u8 {
    let formats =
        std::iter::once(args.output.format).chain(args.output.output.iter().map(|(format, _)| *format));
    for format in formats {
        if !Format::EXTRACT.contains(&format) {
            let known: Vec<_> = Format::EXTRACT.iter().map(|f| f.as_str()).collect();
            let (format, known) = (format.as_str(), known.join(", "));
            return streams
                .fail(format_args!("error: `extract` cannot write `{format}`; use one of: {known}."));
        }
    }
    let rules = match setup::rules(&args.input) {
        Ok(rules) => rules,
        Err(message) => return streams.fail(format_args!("error: {message}")),
    };
    let (articles, found) = setup::read(&args.input, &rules, streams);
    let inputs = check::inputs(&articles, args.input.rules.as_ref());
    if let Err(message) = output::check_targets(&args.output.output, &inputs) {
        return streams.fail(format_args!("error: {message}"));
    }
    problems::tell(&found, args.output.quiet, streams);
    let nothing_read = articles.is_empty();
    let progress = Progress::new("reading", articles.len(), streams.watched && !args.output.quiet);
    let failures = engine::extract(articles, &rules, args.input.jobs, &progress, |records| {
        deliver(&args.output, records, &progress, streams)
    });
    for failure in &failures {
        streams.say(format_args!("error: {failure}"));
    }
    if nothing_read || !failures.is_empty() || found.iter().any(|p| p.fatal) { FAILED } else { CLEAN }
}

/// Writes the records to all outputs; returns what failed.
fn deliver(
    args: &OutputArgs,
    records: &mut dyn Iterator<Item = ExtractRecord>,
    progress: &Progress,
    streams: &mut Streams,
) -> Vec<String> {
    let options = setup::report_options(args, Severity::Error);
    // Each record is written as soon as it is there and then dropped, unless there are several to write it, or what is
    // written would run into the progress shown on the same terminal.
    if args.output.is_empty() && !std::io::stdout().is_terminal() {
        let records = RefCell::new(records);
        return output::deliver(args.format, &[], streams.stdout, &|format, _, out| {
            report::write_extract(format, &mut **records.borrow_mut(), &options, out)
        });
    }
    let records: Vec<ExtractRecord> = records.collect();
    progress.done();
    let failures = output::deliver(args.format, &args.output, streams.stdout, &|format, shown, out| {
        let options = report::Options { color: options.color && shown, ..options };
        report::write_extract(format, &records, &options, out)
    });
    // The program ends here: to give back every text by itself would only take time.
    std::mem::forget(records);
    failures
}
