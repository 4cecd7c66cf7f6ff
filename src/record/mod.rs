//! The last step before printing: analysed articles, claims and findings become the contract's records.
//!
//! Here bytes become code points, indices become ids, and what the rules ignore is marked. Decides nothing: verdicts and
//! severities come from `compare`, wording for people from the formats.

mod coverage;
mod fingerprint;
mod index;
mod value;

pub use coverage::Counts;

use crate::model::report::{
    ClaimRecord, Detail, ExtractRecord, FindingRecord, MentionRecord, ProblemRecord, PublishedRecord, Report,
    SCHEMA_VERSION, SourceRecord, Summary, Tool, ValueGroup, WhenRecord,
};
use crate::model::{Annotations, Article, Claim, Document, Finding, Mention, Problem, Published, Verdict};
use crate::rules::Rules;
use index::Index;
use std::collections::BTreeMap;

/// One analysed story. The lists of documents, annotations and origins are parallel, in the order of the report.
#[derive(Debug, Clone, Copy)]
pub struct Story<'a> {
    /// Its name, if it has one.
    pub name: Option<&'a str>,
    /// The articles.
    pub documents: &'a [Document],
    /// What was found in each.
    pub annotations: &'a [Annotations],
    /// Names of each article's upstream origins.
    pub origins: &'a [Vec<String>],
    /// All claims of all articles.
    pub claims: &'a [Claim],
    /// What comparing them gave.
    pub findings: &'a [Finding],
    /// What only the stations know.
    pub counts: Counts,
    /// What could not be done.
    pub problems: &'a [Problem],
    /// Which claims become records.
    pub detail: Detail,
}

/// The report of a story.
pub fn report(story: &Story, rules: &Rules) -> Report {
    let indices: Vec<Index> = story.documents.iter().map(|d| Index::new(d.text())).collect();
    let wanted = wanted(story);
    let records = Records::new(story.documents, story.annotations, story.claims, &indices, &wanted);
    let findings = findings(story, &records, rules);
    Report {
        schema_version: SCHEMA_VERSION,
        tool: Tool { name: "claimdiff", version: env!("CARGO_PKG_VERSION") },
        story: story.name.map(str::to_owned),
        sources: sources(story),
        summary: summary(&findings),
        findings,
        coverage: coverage::of(story),
        problems: story.problems.iter().map(problem).collect(),
        claims: records.claims,
    }
}

/// What was read out of one article; `claims` are those of this article, the only source there is.
pub fn extract(document: &Document, annotations: &Annotations, claims: &[Claim]) -> ExtractRecord {
    let index = Index::new(document.text());
    let records = Records::new(
        std::slice::from_ref(document),
        std::slice::from_ref(annotations),
        claims,
        std::slice::from_ref(&index),
        &vec![true; claims.len()],
    );
    ExtractRecord {
        id: document.article.id.clone(),
        path: document.article.path.clone(),
        published: published(&annotations.published),
        extraction: document.article.extraction,
        text: document.text().to_owned(),
        mentions: annotations.mentions.iter().map(|m| mention(m, document, &index)).collect(),
        claims: records.claims,
    }
}

/// For each claim whether it becomes a record.
fn wanted(story: &Story) -> Vec<bool> {
    let mut wanted = vec![story.detail == Detail::Claims; story.claims.len()];
    let of = |finding: &Finding| {
        let values = finding.values.iter().flat_map(|(_, claims)| claims);
        finding.claims.iter().chain(values).copied().collect::<Vec<usize>>()
    };
    for claim in story.findings.iter().flat_map(of) {
        if let Some(wanted) = wanted.get_mut(claim) {
            *wanted = true;
        }
    }
    wanted
}

/// The claims as records, in order of source and position, and where each went.
struct Records {
    claims: Vec<ClaimRecord>,
    /// Position in `claims` of the story's claim `i`.
    place: Vec<usize>,
}

impl Records {
    /// The records of those of `all` that are `wanted`; the lists of documents, annotations and indices are parallel.
    fn new(
        documents: &[Document],
        annotations: &[Annotations],
        all: &[Claim],
        indices: &[Index],
        wanted: &[bool],
    ) -> Self {
        let mut order: Vec<usize> = (0..all.len()).collect();
        order.sort_by_key(|&i| (all[i].source, all[i].span, all[i].kind, i));
        let mut place = vec![0; all.len()];
        let mut claims: Vec<ClaimRecord> = Vec::with_capacity(wanted.iter().filter(|w| **w).count());
        // Claims are numbered within their source, whether they are wanted or not.
        let (mut source, mut n) = (None, 0);
        for &i in &order {
            let claim = &all[i];
            let (Some(document), Some(index)) = (documents.get(claim.source), indices.get(claim.source))
            else {
                continue;
            };
            if source.replace(claim.source) != Some(claim.source) {
                n = 0;
            }
            n += 1;
            if wanted[i] {
                place[i] = claims.len();
                claims.push(claim_record(claim, document, annotations.get(claim.source), index, n));
            }
        }
        Self { claims, place }
    }

    fn id(&self, claim: usize) -> &str {
        self.place.get(claim).and_then(|&p| self.claims.get(p)).map_or("", |c| c.id.as_str())
    }

    /// Ids in order of the report.
    fn ids(&self, claims: &[usize]) -> Vec<String> {
        let mut sorted = claims.to_vec();
        sorted.sort_by_key(|&c| self.place.get(c));
        sorted.dedup();
        sorted.iter().map(|&c| self.id(c).to_owned()).collect()
    }
}

fn claim_record(
    claim: &Claim,
    document: &Document,
    annotations: Option<&Annotations>,
    index: &Index,
    n: usize,
) -> ClaimRecord {
    let sentence = document.sentences.get(claim.sentence).map_or(claim.span, |s| s.span);
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    ClaimRecord {
        id: [&document.article.id, "#", &n.to_string()].concat(),
        source: document.article.id.clone(),
        span: index.span(claim.span),
        quote: claim.span.of(document.text()).to_owned(),
        sentence: index.range(sentence),
        subject: some(&claim.subject_name),
        attribute: claim.attribute.clone(),
        kind: claim.kind.as_str(),
        value: value::record(claim),
        when: when(claim, annotations),
        places: claim.places.iter().map(place).collect(),
        status: claim.status.as_str(),
        attributed_to: some(&claim.speaker.name),
        via: claim.speaker.via.clone(),
        confidence: hundredths(claim.confidence),
    }
}

/// When the claim holds; where nothing says so, the day on which it was published.
fn when(claim: &Claim, annotations: Option<&Annotations>) -> Option<WhenRecord> {
    if let Some(time) = &claim.when.time {
        return Some(WhenRecord { date: time.iso.clone(), basis: claim.when.basis });
    }
    let date = annotations?.published.date.as_ref()?;
    Some(WhenRecord { date: date.iso.clone(), basis: "published" })
}

fn place(place: &crate::model::Place) -> String {
    if place.outside { format!("outside {}", place.name) } else { place.name.clone() }
}

fn mention(mention: &Mention, document: &Document, index: &Index) -> MentionRecord {
    let range = index.range(mention.span);
    MentionRecord {
        start: range.start,
        end: range.end,
        quote: mention.span.of(document.text()).to_owned(),
        kind: mention.kind.as_str(),
        value: mention.quantity().map(value::number),
        date: mention.time().map(|t| t.iso.clone()),
        ambiguous: mention.time().is_some_and(|t| t.ambiguous),
        unit: mention.unit.clone(),
        timex: mention.timex(),
        unit_basis: mention.unit_basis,
        bound: mention.quantity().map(|q| q.bound.as_str()),
    }
}

fn sources(story: &Story) -> Vec<SourceRecord> {
    let mut counts = vec![0; story.documents.len()];
    for claim in story.claims {
        if let Some(count) = counts.get_mut(claim.source) {
            *count += 1;
        }
    }
    let records = story.documents.iter().zip(counts).enumerate();
    records
        .map(|(i, (document, claims))| {
            let article: &Article = &document.article;
            let published_as = story.annotations.get(i).map_or(&article.published, |a| &a.published);
            SourceRecord {
                id: article.id.clone(),
                path: article.path.clone(),
                title: article.title.clone(),
                publisher: article.publisher.clone(),
                url: article.url.clone(),
                published: published(published_as),
                origins: story.origins.get(i).cloned().unwrap_or_default(),
                sha256: article.sha256.clone(),
                extraction: article.extraction,
                claims,
                text: article.text.clone(),
                line_offset: article.file_line.saturating_sub(1),
            }
        })
        .collect()
}

fn published(published: &Published) -> PublishedRecord {
    PublishedRecord {
        date: published.date.as_ref().map(|date| date.iso.clone()),
        basis: published.basis.as_str(),
        reason: published.reason.clone(),
    }
}

/// The findings, loudest first, then by question and fingerprint.
fn findings(story: &Story, records: &Records, rules: &Rules) -> Vec<FindingRecord> {
    let mut all: Vec<(&Finding, u64)> = story.findings.iter().map(|f| (f, identity(f, story))).collect();
    let first = |f: &Finding| f.claims.iter().map(|&c| records.place.get(c)).min();
    all.sort_by(|(a, x), (b, y)| {
        (a.verdict, &a.question, x, first(a)).cmp(&(b.verdict, &b.question, y, first(b)))
    });
    let mut seen: BTreeMap<u64, u64> = BTreeMap::new();
    all.into_iter()
        .map(|(finding, print)| {
            // The same values twice in the same articles: the later one is told apart by its number.
            let times = seen.entry(print).and_modify(|n| *n += 1).or_insert(0);
            let id = fingerprint::hex(print.wrapping_add(*times));
            finding_record(finding, id, story, records, rules)
        })
        .collect()
}

fn identity(finding: &Finding, story: &Story) -> u64 {
    let values = finding.claims.iter().filter_map(|&i| {
        let claim = story.claims.get(i)?;
        Some((story.documents.get(claim.source)?.article.id.as_str(), value::key(&claim.value)))
    });
    fingerprint::fingerprint(finding.rule, &finding.question, values.collect())
}

fn finding_record(
    finding: &Finding,
    id: String,
    story: &Story,
    records: &Records,
    rules: &Rules,
) -> FindingRecord {
    let sources = source_ids(&finding.claims, story);
    let kinds = finding.claims.iter().filter_map(|&c| story.claims.get(c)).map(|c| c.kind.as_str());
    FindingRecord {
        verdict: finding.verdict.as_str(),
        rule: finding.rule,
        severity: finding.severity,
        question: finding.question.clone(),
        kind: most_common(kinds).unwrap_or("status"),
        summary: finding.summary.clone(),
        reasons: finding.reasons.clone(),
        claims: records.ids(&finding.claims),
        values: finding
            .values
            .iter()
            .map(|(display, claims)| group(display, claims, story, records))
            .collect(),
        outlets: sources.len(),
        origins: finding.origins,
        confidence: hundredths(finding.confidence),
        ignored: rules.ignored(&id, None).map(|ignore| ignore.reason.clone()),
        decision: None,
        id,
    }
}

fn group(display: &str, claims: &[usize], story: &Story, records: &Records) -> ValueGroup {
    ValueGroup {
        display: display.to_owned(),
        claims: records.ids(claims),
        sources: source_ids(claims, story),
    }
}

/// The ids of the claims' sources, in order of the report, each once.
fn source_ids(claims: &[usize], story: &Story) -> Vec<String> {
    let mut sources: Vec<usize> =
        claims.iter().filter_map(|&c| story.claims.get(c)).map(|c| c.source).collect();
    sources.sort_unstable();
    sources.dedup();
    sources.iter().filter_map(|&s| story.documents.get(s)).map(|d| d.article.id.clone()).collect()
}

/// The word that occurs most often; of several the first in alphabetical order.
fn most_common<'a>(words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    counts.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(a.0))).map(|(word, _)| word)
}

fn summary(findings: &[FindingRecord]) -> Summary {
    let mut summary = Summary::default();
    for finding in findings {
        let verdict = Verdict::ALL.into_iter().find(|v| v.as_str() == finding.verdict);
        *match (finding.ignored.is_some(), verdict) {
            (true, _) => &mut summary.ignored,
            (_, Some(Verdict::Agree)) => &mut summary.agree,
            (_, Some(Verdict::Compatible)) => &mut summary.compatible,
            (_, Some(Verdict::Changed)) => &mut summary.changed,
            (_, Some(Verdict::Conflict)) => &mut summary.conflict,
            (_, Some(Verdict::Inconsistent)) => &mut summary.inconsistent,
            (_, Some(Verdict::Unclear) | None) => &mut summary.unclear,
        } += 1;
    }
    summary
}

fn problem(problem: &Problem) -> ProblemRecord {
    ProblemRecord { source: problem.source.clone(), message: problem.message.clone(), fatal: problem.fatal }
}

/// Two decimals, the nearest float to each.
fn hundredths(value: f32) -> f64 {
    (f64::from(value) * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests;
