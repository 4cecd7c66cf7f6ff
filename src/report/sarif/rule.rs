//! Rules as SARIF describes them, with help.

use crate::model::report::{FindingRecord, Report};
use crate::model::{RuleInfo, Severity};
use serde_json::json;
use serde_sarif::sarif::{MultiformatMessageString, ReportingConfiguration, ReportingDescriptor};

/// The rules of the registry in its order, then those of findings that it does not know.
pub fn descriptors(rules: &[RuleInfo], shown: &[(&Report, &FindingRecord)]) -> Vec<ReportingDescriptor> {
    let mut descriptors: Vec<ReportingDescriptor> = rules.iter().map(descriptor).collect();
    for (_, finding) in shown {
        if descriptors.iter().all(|d| d.id != finding.rule) {
            descriptors
                .push(ReportingDescriptor::builder().id(finding.rule).name(name(finding.rule)).build());
        }
    }
    descriptors
}

fn descriptor(rule: &RuleInfo) -> ReportingDescriptor {
    ReportingDescriptor::builder()
        .id(rule.id)
        .name(name(rule.id))
        .short_description(text(rule.summary))
        .full_description(text(rule.why))
        .help(help(rule))
        .default_configuration(ReportingConfiguration::builder().level(json!(level(rule.severity))).build())
        .build()
}

/// What the rule checks, why, and an example each way.
fn help(rule: &RuleInfo) -> MultiformatMessageString {
    let list = |texts: &[&str]| texts.iter().map(|t| ["- ", t, "\n"].concat()).collect::<String>();
    let (agree, conflict) = (list(rule.agree), list(rule.conflict));
    let plain = format!(
        "{}\n\n{}\n\nNothing to complain of:\n{agree}\nReported:\n{conflict}",
        rule.summary, rule.why
    );
    let markdown = format!(
        "**{}**\n\n{}\n\nNothing to complain of:\n\n{agree}\nReported:\n\n{conflict}",
        rule.summary, rule.why
    );
    MultiformatMessageString::builder().text(plain).markdown(markdown).build()
}

fn text(text: &str) -> MultiformatMessageString {
    MultiformatMessageString::builder().text(text).build()
}

/// `count-differs` as the name that viewers expect: `CountDiffers`.
fn name(id: &str) -> String {
    id.split('-')
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().map(|c| c.to_ascii_uppercase()).into_iter().chain(letters)
        })
        .collect()
}

const fn level(severity: Severity) -> &'static str {
    severity.as_str()
}
