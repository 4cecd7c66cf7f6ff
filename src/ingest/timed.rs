//! Reads one input within its time: on a thread of its own, which is left behind when the time is over.
//!
//! A thread cannot be stopped, so one that takes too long goes on until the program ends; the others are read meanwhile.

use super::collect::Input;
use super::draft::{Draft, Sink};
use super::format;
use super::limits::Limits;
use crate::model::Problem;
use crate::rules::JsonFields;
use std::sync::mpsc;
use std::thread;

/// Stack of the thread; some parsers recurse as deep as a page is nested.
const STACK: usize = 16 << 20;

/// The drafts and problems of an input with these bytes.
pub fn read(
    input: &Input,
    bytes: Vec<u8>,
    limits: Limits,
    fields: &JsonFields,
) -> (Vec<Draft>, Vec<Problem>) {
    let (sender, receiver) = mpsc::channel();
    let (own, names) = (input.clone(), fields.clone());
    let work = move || {
        let mut sink = Sink::new(&own.name, limits).with_fields(&names);
        format::read(&own, &bytes, &mut sink);
        // Nobody listens any more if the time is over.
        let _ = sender.send((sink.drafts, sink.problems));
    };
    let started = thread::Builder::new().stack_size(STACK).spawn(work);
    let outcome = started.map_err(|e| format!("No thread could be had to read it: {e}.")).and_then(|_| {
        receiver.recv_timeout(limits.time).map_err(|error| match error {
            mpsc::RecvTimeoutError::Timeout => format!(
                "Reading took longer than the limit of {} seconds; it was left out. Raise it with --max-seconds.",
                limits.time.as_secs_f64()
            ),
            mpsc::RecvTimeoutError::Disconnected => "Reading failed on this file; it was left out.".to_owned(),
        })
    });
    outcome.unwrap_or_else(|message| {
        let mut sink = Sink::new(&input.name, limits);
        sink.fail(message);
        (sink.drafts, sink.problems)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;
    use std::time::Duration;

    #[test]
    fn what_takes_too_long_is_left_out_with_a_word() {
        let input =
            Input { name: "a.txt".to_owned(), path: None, file: PathBuf::new(), story: None, found: false };
        let limits = Limits { time: Duration::ZERO, ..Limits::default() };
        let text = "Words. ".repeat(500_000).into_bytes();
        let (drafts, problems) = read(&input, text, limits, &JsonFields::new());
        assert!(drafts.is_empty());
        assert!(
            problems[0].fatal && problems[0].message.contains("longer than the limit of 0 seconds"),
            "{problems:?}"
        );
    }
}
