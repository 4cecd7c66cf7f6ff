//! Findings that people have left out: by baseline and rules (with a last day), in the article itself, by decision. What no
//! longer applies becomes a finding of its own, so that no entry outlives its reason unseen.

use super::filter;
use crate::model::report::{FindingRecord, Report};
use crate::model::time::Date;
use crate::model::{RuleInfo, Severity, Verdict};
use crate::rules::decision::Decision;
use crate::rules::{Ignore, Rules, inline};
use std::collections::BTreeSet;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Rules about ignores rather than articles.
pub const RULES: [RuleInfo; 2] = [
    RuleInfo {
        id: "unused-ignore",
        summary: "An `[[ignore]]` entry fits no finding any more.",
        why: "A value has changed or an article has gone. An entry that stays could hide something else some day; \
              `claimdiff baseline --prune` removes it from the baseline.",
        verdict: Verdict::Unclear,
        severity: Severity::Warning,
        agree: &["An entry whose finding the articles still give."],
        conflict: &["An entry for 12 dead where the article now says 14."],
    },
    RuleInfo {
        id: "expired-ignore",
        summary: "The last day of an `[[ignore]]` entry is over.",
        why: "Somebody wanted to look again at this date. The finding itself counts again.",
        verdict: Verdict::Unclear,
        severity: Severity::Warning,
        agree: &["An entry until the end of the month, on the last of the month."],
        conflict: &["An entry until the end of the month, on the first of the next."],
    },
];

/// The ISO date of today in UTC.
pub fn today() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    let epoch = Date::constant(1970, 1, 1);
    epoch.checked_add(since).map_or_else(|_| epoch.to_string(), |date| date.to_string())
}

/// Applies ignores and decisions to all reports. `all` says whether every rule ran on everything, without which nothing can
/// be said of entries that fit no finding.
pub fn apply(reports: &mut [Report], rules: &Rules, decisions: &[Decision], today: &str, all: bool) {
    for report in reports.iter_mut() {
        for finding in &mut report.findings {
            expire(finding, rules, today);
            decide(finding, decisions);
        }
        in_articles(report);
    }
    let stale = entries(reports, rules, today, all);
    if let Some(report) = reports.first_mut().filter(|_| !stale.is_empty()) {
        report.findings.extend(stale);
        // Stable: the report's own order stays.
        report.findings.sort_by_key(|f| order(f.verdict));
    }
    for report in reports {
        report.summary = filter::count(&report.findings);
    }
}

/// A finding that only expired entries ignore counts again.
fn expire(finding: &mut FindingRecord, rules: &Rules, today: &str) {
    if rules.ignores.iter().any(|i| i.fingerprint == finding.id) {
        finding.ignored = rules.ignored(&finding.id, Some(today)).map(|entry| entry.reason.clone());
    }
}

fn decide(finding: &mut FindingRecord, decisions: &[Decision]) {
    let Some(decision) = decisions.iter().rev().find(|d| d.fingerprint == finding.id) else { return };
    if decision.leaves_out() {
        finding.ignored.get_or_insert_with(|| decision.sentence());
    } else {
        finding.decision = Some(decision.sentence());
    }
}

/// Ignores written into Markdown articles; one without a reason does not count and is a problem.
fn in_articles(report: &mut Report) {
    for source in report.sources.iter().filter(|s| s.extraction == "markdown") {
        for order in inline::find(&source.text) {
            if order.reason.is_empty() {
                let place = format!("{}:{}", source.path.as_deref().unwrap_or(&source.id), order.line);
                let message = format!(
                    "This ignore gives no reason and was not applied; write `<!-- claimdiff: ignore {}: REASON -->`.",
                    order.rule
                );
                report.problems.push(crate::model::report::ProblemRecord {
                    source: place,
                    message,
                    fatal: false,
                });
                continue;
            }
            let covered: BTreeSet<&str> = report
                .claims
                .iter()
                .filter(|c| c.source == source.id && (order.lines.0..=order.lines.1).contains(&c.span.line))
                .map(|c| c.id.as_str())
                .collect();
            let concerned = report.findings.iter_mut().filter(|f| {
                f.rule == order.rule
                    && f.ignored.is_none()
                    && f.claims.iter().any(|c| covered.contains(c.as_str()))
            });
            for finding in concerned {
                finding.ignored = Some(order.reason.clone());
            }
        }
    }
}

/// Findings about entries that are over or fit nothing.
fn entries(reports: &[Report], rules: &Rules, today: &str, all: bool) -> Vec<FindingRecord> {
    let ids: BTreeSet<&str> = reports.iter().flat_map(|r| &r.findings).map(|f| f.id.as_str()).collect();
    let mut findings = Vec::new();
    for entry in &rules.ignores {
        let rule = if entry.expired(Some(today)) {
            &RULES[1]
        } else if all && !ids.contains(entry.fingerprint.as_str()) {
            &RULES[0]
        } else {
            continue;
        };
        if let Some(severity) = rules.severity_of(rule.id, rule.severity) {
            findings.push(finding(entry, rule, severity));
        }
    }
    findings
}

fn finding(entry: &Ignore, rule: &RuleInfo, severity: Severity) -> FindingRecord {
    let about = entry.question.as_deref().unwrap_or("a finding");
    let until = entry.until.as_deref().map_or(String::new(), |day| format!(" applied until {day} and"));
    let summary = if rule.id == RULES[1].id {
        format!(
            "The ignore of {about} ({}){until} is over; look again, then renew or remove it.",
            entry.fingerprint
        )
    } else {
        format!("The ignore of {about} ({}) fits no finding any more; remove it.", entry.fingerprint)
    };
    FindingRecord {
        id: crate::model::hash::hex(
            &crate::model::hash::sha256(format!("{}\0{}", rule.id, entry.fingerprint).as_bytes())[..8],
        ),
        verdict: rule.verdict.as_str(),
        rule: rule.id,
        severity,
        question: format!("Ignored: {about}"),
        kind: "ignore",
        summary,
        reasons: vec![format!("Its reason was: {}", entry.reason)],
        claims: Vec::new(),
        values: Vec::new(),
        outlets: 0,
        origins: 0,
        confidence: 1.0,
        ignored: None,
        decision: None,
    }
}

fn order(verdict: &str) -> usize {
    Verdict::ALL.iter().position(|v| v.as_str() == verdict).unwrap_or(Verdict::ALL.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::sample_report;
    use crate::rules::decision::Ruling;

    const TODAY: &str = "2026-11-22";

    fn entry(fingerprint: &str, until: Option<&str>) -> Ignore {
        Ignore {
            fingerprint: fingerprint.to_owned(),
            reason: "both are estimates".to_owned(),
            until: until.map(str::to_owned),
            question: Some("Marigold: deaths".to_owned()),
        }
    }

    fn applied(ignores: Vec<Ignore>, decisions: &[Decision]) -> Report {
        let rules = Rules { ignores, ..Rules::default() };
        let mut reports = [sample_report()];
        apply(&mut reports, &rules, decisions, TODAY, true);
        let [report] = reports;
        report
    }

    #[test]
    fn an_ignore_applies_until_its_day_and_then_is_a_finding_itself() {
        let id = sample_report().findings[0].id.clone();
        let current = applied(vec![entry(&id, Some(TODAY))], &[]);
        assert_eq!((current.summary.conflict, current.summary.ignored), (2, 2));
        let over = applied(vec![entry(&id, Some("2026-11-21"))], &[]);
        assert_eq!(over.summary.conflict, 3, "the finding counts again");
        let told = over.findings.iter().find(|f| f.rule == "expired-ignore").unwrap();
        assert!(told.summary.contains("applied until 2026-11-21"), "{}", told.summary);
    }

    #[test]
    fn an_ignore_that_fits_nothing_is_told_if_everything_was_looked_at() {
        let report = applied(vec![entry("00000000000000aa", None)], &[]);
        assert_eq!(report.findings.iter().filter(|f| f.rule == "unused-ignore").count(), 1);
        let mut reports = [sample_report()];
        let rules = Rules { ignores: vec![entry("00000000000000aa", None)], ..Rules::default() };
        apply(&mut reports, &rules, &[], TODAY, false);
        assert!(reports[0].findings.iter().all(|f| f.rule != "unused-ignore"));
    }

    #[test]
    fn decisions_leave_out_or_confirm() {
        let ids: Vec<String> = sample_report().findings.iter().map(|f| f.id.clone()).collect();
        let decision =
            |i: usize, ruling| Decision { fingerprint: ids[i].clone(), ruling, note: "asked".to_owned() };
        let report = applied(Vec::new(), &[decision(0, Ruling::Dismissed), decision(1, Ruling::Confirmed)]);
        assert_eq!(report.findings[0].ignored.as_deref(), Some("dismissed: asked"));
        assert_eq!(report.findings[1].decision.as_deref(), Some("confirmed: asked"));
        assert_eq!(report.summary.conflict, 2);
    }

    #[test]
    fn an_article_can_ignore_a_rule_for_a_paragraph_and_must_say_why() {
        let with = |comment: &str| {
            let mut report = sample_report();
            report.sources[0].extraction = "markdown";
            // Line 2 is empty; the claims stand on line 3.
            report.sources[0].text = report.sources[0].text.replacen("\n\n", &format!("\n{comment}\n"), 1);
            let mut reports = [report];
            apply(&mut reports, &Rules::default(), &[], TODAY, true);
            let [report] = reports;
            report
        };
        let report = with("<!-- claimdiff: ignore count-differs: the toll rose that night -->");
        assert_eq!(report.findings[0].ignored.as_deref(), Some("the toll rose that night"));
        assert!(report.findings[1].ignored.is_none(), "another rule");
        let report = with("<!-- claimdiff: ignore count-differs -->");
        assert!(report.findings[0].ignored.is_none());
        assert!(report.problems.iter().any(|p| p.message.contains("gives no reason")));
    }

    #[test]
    fn today_is_a_day() {
        assert_eq!(today().len(), 10);
    }
}
