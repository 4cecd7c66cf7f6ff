//! JUnit XML for CI servers: a suite a story, a case a finding; what reaches `--fail-on` fails.
//!
//! The first case of a suite says whether anything was read at all, so that a story of nothing is not green. The only user
//! of `quick-junit`.

use super::view::{View, count, location, publisher};
use super::{Options, clean};
use crate::model::report::{FindingRecord, Report as Story};
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};
use std::fmt::Write as _;
use std::io::{self, Write};

/// Writes all stories.
pub fn write(reports: &[Story], options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut document = Report::new("claimdiff");
    for story in reports {
        document.add_test_suite(suite(story, options));
    }
    let text = document.to_string().map_err(io::Error::other)?;
    out.write_all(text.as_bytes())
}

fn suite(story: &Story, options: &Options) -> TestSuite {
    let view = View::new(story);
    let mut suite = TestSuite::new(story.story.as_deref().unwrap_or("claimdiff"));
    suite.add_test_case(read(story));
    for finding in &story.findings {
        suite.add_test_case(case(&view, finding, options));
    }
    suite
}

/// Whether the articles could be read.
fn read(story: &Story) -> TestCase {
    let c = &story.coverage;
    let mut status = TestCaseStatus::success();
    if story.problems.iter().any(|p| p.fatal) || c.articles == 0 {
        status = TestCaseStatus::non_success(NonSuccessKind::Error);
        let problems: Vec<String> =
            story.problems.iter().map(|p| format!("{}: {}", p.source, p.message)).collect();
        status
            .set_message(format!("{} read", count(c.articles, "article")))
            .set_description(problems.join("\n"));
    }
    let mut case = TestCase::new("articles read and compared", status);
    case.set_classname("claimdiff.read");
    let read = format!(
        "{}, {}, {}",
        count(c.articles, "article"),
        count(c.claims, "claim"),
        count(c.pairs_compared, "pair")
    );
    case.set_system_out(format!("{read} compared"));
    case
}

fn case(view: &View, finding: &FindingRecord, options: &Options) -> TestCase {
    let evidence = evidence(view, finding);
    let status = match &finding.ignored {
        Some(reason) => {
            let mut status = TestCaseStatus::skipped();
            status.set_message(reason.as_str());
            status
        }
        None if finding.severity >= options.fail_on => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status
                .set_type(finding.verdict)
                .set_message(finding.summary.as_str())
                .set_description(evidence.as_str());
            status
        }
        None => TestCaseStatus::success(),
    };
    let passed = matches!(status, TestCaseStatus::Success { .. });
    let mut case = TestCase::new(format!("{} [{}]", clean::line(&finding.question), finding.id), status);
    case.set_classname(format!("claimdiff.{}.{}", finding.verdict, finding.rule));
    if passed {
        case.set_system_out(format!("{}\n{evidence}", finding.summary));
    }
    case
}

/// Each statement on a line.
fn evidence(view: &View, finding: &FindingRecord) -> String {
    let mut text = String::new();
    for value in &finding.values {
        for (claim, source) in view.evidence(value) {
            // Writing to a string cannot fail.
            let _ = writeln!(
                text,
                "{}: {}, \u{201c}{}\u{201d}, {}",
                value.display,
                publisher(source),
                claim.quote,
                location(claim, source)
            );
        }
    }
    for reason in &finding.reasons {
        text.push_str(reason);
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::sample::{hostile_report, sample_report};
    use super::*;

    fn written(reports: &[Story]) -> Report {
        let mut out = Vec::new();
        write(reports, &Options::default(), &mut out).unwrap();
        if let Ok(folder) = std::env::var("CLAIMDIFF_SAMPLES") {
            std::fs::write(format!("{folder}/junit-{}.xml", reports.len()), &out).unwrap();
        }
        Report::deserialize_from_str(&String::from_utf8(out).unwrap()).unwrap()
    }

    #[test]
    fn conflicts_fail_ignored_ones_are_skipped_the_rest_passes() {
        let report = written(&[sample_report()]);
        let suite = &report.test_suites[0];
        assert_eq!(
            (
                suite.name.as_str(),
                suite.tests,
                suite.failures,
                suite.errors,
                suite
                    .test_cases
                    .iter()
                    .filter(|c| matches!(c.status, TestCaseStatus::Skipped { .. }))
                    .count()
            ),
            ("ferry-fire", 13, 3, 1, 1)
        );
    }

    #[test]
    fn a_story_of_nothing_is_not_green() {
        let mut story = sample_report();
        story.problems.clear();
        story.findings.clear();
        assert_eq!(written(&[story.clone()]).test_suites[0].errors, 0);
        story.coverage.articles = 0;
        assert_eq!(written(&[story]).test_suites[0].errors, 1);
    }

    #[test]
    fn hostile_texts_parse_back() {
        assert_eq!(written(&[hostile_report(), sample_report()]).test_suites.len(), 2);
    }
}
