//! What the page shows, as plain data for the template: the report with everything looked up and nothing decided.

use super::marks;
use super::plot::{Grid, Plot};
use super::timeline::{self, Moment};
use crate::model::Verdict;
use crate::model::report::{
    ClaimRecord, Coverage, FindingRecord, ProblemRecord, Report, SourceRecord, ValueGroup,
};
use crate::report::text::meaning;
use crate::report::view::{View, count, location, publisher};
use crate::report::{difference, fragment};
use serde::Serialize;
use std::collections::HashMap;

/// One story.
#[derive(Serialize)]
pub struct Story {
    pub key: String,
    pub name: Option<String>,
    pub counts: Vec<Count>,
    pub articles: Vec<Article>,
    pub coverage: Coverage,
    pub problems: Vec<ProblemRecord>,
    pub groups: Vec<Group>,
    pub ignored: Vec<Ignored>,
    pub matrix: Vec<Row>,
    pub timeline: Vec<Moment>,
}

/// How many findings have a verdict.
#[derive(Serialize)]
pub struct Count {
    pub verdict: &'static str,
    pub meaning: &'static str,
    pub n: usize,
}

/// The findings of one verdict.
#[derive(Serialize)]
pub struct Group {
    pub verdict: &'static str,
    pub meaning: &'static str,
    pub open: bool,
    pub findings: Vec<Finding>,
}

/// A finding.
#[derive(Serialize)]
pub struct Finding {
    pub anchor: String,
    pub number: usize,
    pub id: String,
    pub verdict: &'static str,
    pub rule: &'static str,
    pub severity: &'static str,
    pub question: String,
    pub kind: &'static str,
    pub summary: String,
    pub reasons: Vec<String>,
    pub independence: String,
    pub confidence: u32,
    pub decision: Option<String>,
    pub sources: Vec<String>,
    pub values: Vec<Value>,
    pub plot: Option<Plot>,
    pub grid: Option<Grid>,
}

/// A value and who states it.
#[derive(Serialize)]
pub struct Value {
    pub display: String,
    /// The same in pieces where words differ from those of another quotation.
    pub pieces: Vec<difference::Piece>,
    pub evidence: Vec<Evidence>,
}

/// A statement in its paragraph.
#[derive(Serialize)]
pub struct Evidence {
    pub who: String,
    pub date: Option<String>,
    pub said: Option<String>,
    pub via: Option<String>,
    pub status: Option<&'static str>,
    pub place: String,
    pub anchor: String,
    pub link: Option<String>,
    pub before: String,
    pub quote: String,
    pub after: String,
}

/// A finding that the rules switch off.
#[derive(Serialize)]
pub struct Ignored {
    pub question: String,
    pub verdict: &'static str,
    pub id: String,
    pub reason: String,
}

/// An article in full.
#[derive(Serialize)]
pub struct Article {
    pub anchor: String,
    pub id: String,
    pub who: String,
    pub title: Option<String>,
    pub date: Option<String>,
    pub basis: &'static str,
    pub reason: Option<String>,
    pub origins: Vec<String>,
    pub claims: String,
    pub sha256: String,
    pub path: String,
    pub link: Option<String>,
    pub runs: Vec<Run>,
}

/// A run of an article's text.
#[derive(Serialize)]
pub struct Run {
    pub text: String,
    pub verdict: Option<&'static str>,
    pub anchors: Vec<String>,
    pub notes: Vec<Note>,
}

/// A link from an article to a finding.
#[derive(Serialize)]
pub struct Note {
    pub number: usize,
    pub anchor: String,
    pub question: String,
    pub verdict: &'static str,
}

/// A question with what each source says.
#[derive(Serialize)]
pub struct Row {
    pub question: String,
    pub verdict: &'static str,
    pub anchor: String,
    pub cells: Vec<String>,
}

/// Everything the page shows of `report`, the `n`th story.
pub fn story(report: &Report, n: usize) -> Story {
    let maker = Maker::new(report, n);
    let groups: Vec<Group> = Verdict::ALL.into_iter().filter_map(|v| maker.group(v)).collect();
    Story {
        key: format!("s{n}"),
        name: report.story.clone(),
        counts: counts(&maker.view),
        articles: report.sources.iter().enumerate().map(|(i, s)| maker.article(i, s)).collect(),
        coverage: report.coverage,
        problems: report.problems.clone(),
        groups,
        ignored: report.findings.iter().filter_map(ignored).collect(),
        matrix: maker.matrix(),
        timeline: timeline::moments(&maker.view, |claim| maker.claim_anchor(claim)),
    }
}

fn counts(view: &View) -> Vec<Count> {
    let count = |v: Verdict| Count { verdict: v.as_str(), meaning: meaning(v), n: view.findings(v).count() };
    Verdict::ALL.into_iter().map(count).collect()
}

fn ignored(f: &FindingRecord) -> Option<Ignored> {
    let reason = f.ignored.clone()?;
    Some(Ignored { question: f.question.clone(), verdict: f.verdict, id: f.id.clone(), reason })
}

/// Looks things up while the page is made.
struct Maker<'a> {
    view: View<'a>,
    n: usize,
    claim_numbers: HashMap<&'a str, usize>,
    /// Findings in the order shown, with the number shown.
    numbered: Vec<(usize, &'a FindingRecord)>,
    by_claim: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Maker<'a> {
    fn new(report: &'a Report, n: usize) -> Self {
        let view = View::new(report);
        let numbered: Vec<_> = Verdict::ALL
            .into_iter()
            .flat_map(|v| view.findings(v))
            .enumerate()
            .map(|(i, f)| (i + 1, f))
            .collect();
        let mut by_claim: HashMap<&str, Vec<usize>> = HashMap::new();
        for (i, (_, finding)) in numbered.iter().enumerate() {
            for claim in &finding.claims {
                by_claim.entry(claim).or_default().push(i);
            }
        }
        let claim_numbers = report.claims.iter().enumerate().map(|(i, c)| (c.id.as_str(), i)).collect();
        Self { view, n, claim_numbers, numbered, by_claim }
    }

    fn group(&self, verdict: Verdict) -> Option<Group> {
        let findings: Vec<_> = self
            .numbered
            .iter()
            .filter(|(_, f)| f.verdict == verdict.as_str())
            .map(|(number, f)| self.finding(*number, f))
            .collect();
        let open = matches!(verdict, Verdict::Conflict | Verdict::Inconsistent | Verdict::Unclear);
        (!findings.is_empty()).then(|| Group {
            verdict: verdict.as_str(),
            meaning: meaning(verdict),
            open,
            findings,
        })
    }

    fn finding(&self, number: usize, f: &FindingRecord) -> Finding {
        let mut sources: Vec<String> =
            f.values.iter().flat_map(|v| &v.sources).map(|id| self.source_key(id)).collect();
        sources.sort();
        sources.dedup();
        Finding {
            anchor: self.anchor(number),
            number,
            id: f.id.clone(),
            verdict: f.verdict,
            rule: f.rule,
            severity: f.severity.as_str(),
            question: f.question.clone(),
            kind: f.kind,
            summary: f.summary.clone(),
            reasons: f.reasons.iter().filter(|r| **r != f.summary).cloned().collect(),
            independence: format!("{}, {}", count(f.outlets, "outlet"), count(f.origins, "origin")),
            confidence: (f.confidence * 100.0).round() as u32,
            decision: f.decision.clone(),
            sources,
            values: self.values(f),
            plot: Plot::new(&self.view, f),
            grid: Grid::new(&self.view, f),
        }
    }

    fn values(&self, f: &FindingRecord) -> Vec<Value> {
        let displays: Vec<&str> = f.values.iter().map(|v| v.display.as_str()).collect();
        let quotations = f.kind == "quotation" && f.verdict != "agree";
        let marked =
            if quotations { difference::of_values(&displays) } else { vec![Vec::new(); displays.len()] };
        f.values.iter().zip(marked).map(|(v, pieces)| self.value(v, pieces)).collect()
    }

    fn value(&self, group: &ValueGroup, pieces: Vec<difference::Piece>) -> Value {
        let evidence = self.view.evidence(group).into_iter().map(|(c, s)| self.evidence(c, s)).collect();
        Value { display: group.display.clone(), pieces, evidence }
    }

    fn evidence(&self, claim: &ClaimRecord, source: &SourceRecord) -> Evidence {
        let [before, quote, after] = self.view.paragraph(claim);
        // Where text and span do not fit, the recorded words are still the evidence.
        let (before, after) = if quote == claim.quote { (before, after) } else { Default::default() };
        Evidence {
            who: publisher(source).to_owned(),
            date: source.published.date.clone(),
            said: claim.attributed_to.clone(),
            via: claim.via.clone(),
            status: (claim.status != "actual").then_some(claim.status),
            place: location(claim, source),
            anchor: self.claim_anchor(&claim.id),
            link: source.url.as_deref().and_then(|url| fragment::link(url, [&before, &claim.quote, &after])),
            before,
            quote: claim.quote.clone(),
            after,
        }
    }

    fn article(&self, i: usize, source: &SourceRecord) -> Article {
        let claims: Vec<_> = self.view.report.claims.iter().filter(|c| c.source == source.id).collect();
        let runs = marks::runs(&source.text, &claims).into_iter().map(|r| self.run(&r, &claims)).collect();
        Article {
            anchor: format!("s{}-a{i}", self.n),
            id: source.id.clone(),
            who: publisher(source).to_owned(),
            title: source.title.clone(),
            date: source.published.date.clone(),
            basis: source.published.basis,
            reason: source.published.reason.clone(),
            origins: source.origins.clone(),
            claims: count(source.claims, "claim"),
            sha256: source.sha256.clone(),
            path: source.path.clone().unwrap_or_else(|| "<standard input>".into()),
            link: source.url.as_deref().and_then(fragment::safe).map(str::to_owned),
            runs,
        }
    }

    fn run(&self, run: &marks::Run, claims: &[&ClaimRecord]) -> Run {
        let findings = |i: usize| self.by_claim.get(claims[i].id.as_str()).map_or(&[][..], Vec::as_slice);
        // Findings are numbered loudest first, so the smallest number gives the colour.
        let loudest = run.over.iter().flat_map(|&i| findings(i)).min().map(|&f| self.numbered[f].1.verdict);
        let mut ending: Vec<usize> = run.ends.iter().flat_map(|&i| findings(i).iter().copied()).collect();
        ending.sort_unstable();
        ending.dedup();
        Run {
            text: run.text.to_owned(),
            verdict: if run.over.is_empty() { None } else { Some(loudest.unwrap_or("claim")) },
            anchors: run.starts.iter().map(|&i| self.claim_anchor(&claims[i].id)).collect(),
            notes: ending.into_iter().map(|f| self.note(f)).collect(),
        }
    }

    fn note(&self, i: usize) -> Note {
        let (number, f) = self.numbered[i];
        Note { number, anchor: self.anchor(number), question: f.question.clone(), verdict: f.verdict }
    }

    fn matrix(&self) -> Vec<Row> {
        let cell = |f: &FindingRecord, source: &SourceRecord| {
            let said: Vec<&str> = f
                .values
                .iter()
                .filter(|v| v.sources.contains(&source.id))
                .map(|v| v.display.as_str())
                .collect();
            said.join("; ")
        };
        let row = |(number, f): &(usize, &FindingRecord)| Row {
            question: f.question.clone(),
            verdict: f.verdict,
            anchor: self.anchor(*number),
            cells: self.view.report.sources.iter().map(|s| cell(f, s)).collect(),
        };
        self.numbered.iter().map(row).collect()
    }

    fn anchor(&self, number: usize) -> String {
        format!("s{}-f{number}", self.n)
    }

    fn claim_anchor(&self, id: &str) -> String {
        format!("s{}-c{}", self.n, self.claim_numbers.get(id).copied().unwrap_or_default())
    }

    fn source_key(&self, id: &str) -> String {
        let i = self.view.report.sources.iter().position(|s| s.id == id).unwrap_or_default();
        format!("s{}-a{i}", self.n)
    }
}
