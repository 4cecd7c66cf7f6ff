//! `claimdiff explain`: what a rule checks and why, from the same description that reports use.

use super::{CLEAN, Streams, output, registry};
use crate::model::RuleInfo;
use crate::rules::suggest;
use std::fmt::Write;

/// Runs the command; without a rule, lists all.
pub fn run(rule: Option<&str>, streams: &mut Streams) -> u8 {
    let rules = registry::rules();
    let text = match rule {
        None => list(rules),
        Some(id) => {
            let Some(rule) = rules.iter().find(|rule| rule.id == id) else {
                let hint = suggest(id, rules.iter().map(|rule| rule.id));
                return streams.fail(format_args!("error: No rule is called `{id}`; {hint}"));
            };
            explained(rule)
        }
    };
    match output::unless_closed(streams.stdout.write_all(text.as_bytes())) {
        Ok(()) => CLEAN,
        Err(error) => streams.fail(format_args!("error: The text could not be written: {error}.")),
    }
}

fn list(rules: &[RuleInfo]) -> String {
    let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
    let mut text = String::new();
    for rule in rules {
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(text, "{:width$}  {:7}  {}", rule.id, rule.severity.as_str(), rule.summary);
    }
    text
}

fn explained(rule: &RuleInfo) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}: {}", rule.id, rule.summary);
    let _ = writeln!(text, "Verdict: {}. Severity: {}.\n", rule.verdict.as_str(), rule.severity.as_str());
    let _ = writeln!(text, "{}", rule.why);
    for (title, texts) in [("Nothing to complain of:", rule.agree), ("Reported:", rule.conflict)] {
        let _ = writeln!(text, "\n{title}");
        for (letter, example) in ('A'..).zip(texts) {
            let _ = writeln!(text, "  {letter}: {example}");
        }
    }
    let _ = writeln!(text, "\nIn rules.toml:\n  [severity]\n  {} = \"off\"", rule.id);
    text
}
