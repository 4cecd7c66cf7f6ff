//! One article while it is checked against itself.

use super::super::Input;
use crate::model::{
    Annotations, Bound, Claim, ClaimKind, Decimal, Document, Finding, Mention, Quantity, RuleInfo, Verdict,
};
use rustc_hash::FxHashMap;

/// An article, what was found in it and the claims made of that.
pub struct One<'a> {
    /// Its index within the story.
    source: usize,
    pub document: &'a Document,
    pub annotations: &'a Annotations,
    pub input: &'a Input<'a>,
    /// The claim made of a mention.
    of_mention: FxHashMap<usize, usize>,
    /// Claims by sentence.
    of_sentence: FxHashMap<usize, usize>,
}

impl<'a> One<'a> {
    /// Every article of a story.
    pub fn all(input: &'a Input<'a>) -> Vec<Self> {
        let mut all: Vec<Self> = input
            .documents
            .iter()
            .zip(input.annotations)
            .enumerate()
            .map(|(source, (document, annotations))| Self {
                source,
                document,
                annotations,
                input,
                of_mention: FxHashMap::default(),
                of_sentence: FxHashMap::default(),
            })
            .collect();
        for (i, claim) in input.claims.iter().enumerate() {
            let Some(one) = all.get_mut(claim.source) else { continue };
            one.of_sentence.entry(claim.sentence).or_insert(i);
            // A statement that holds a figure is no claim about the figure.
            if let Some(mention) = claim.mention.filter(|_| matches!(claim.kind, ClaimKind::Value(_))) {
                one.of_mention.entry(mention).or_insert(i);
            }
        }
        all
    }

    /// The article's mentions.
    pub fn mentions(&self) -> &'a [Mention] {
        &self.annotations.mentions
    }

    /// The word at token `i` in lower case.
    pub fn word(&self, i: usize) -> &str {
        self.document.word(i)
    }

    /// The sentence that a mention stands in.
    pub fn sentence(&self, mention: usize) -> usize {
        self.mentions().get(mention).map_or(0, |m| self.document.sentence_of(m.tokens.start))
    }

    /// The words of a mention as the article has them.
    pub fn quote(&self, mention: usize) -> String {
        let span = self.mentions().get(mention).map(|m| m.span).unwrap_or_default();
        span.of(self.document.text()).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// A finding of `rule` about these mentions. `None` where no claim was made of any of them or of their sentence, so
    /// that there is nothing to point to, or where the rule is switched off.
    pub fn finding(&self, rule: &'static RuleInfo, mentions: &[usize], told: Told) -> Option<Finding> {
        let mut claims: Vec<usize> =
            mentions.iter().filter_map(|m| self.of_mention.get(m).copied()).collect();
        if claims.is_empty() {
            claims.extend(mentions.iter().find_map(|&m| self.of_sentence.get(&self.sentence(m))));
        }
        self.about(rule, claims, told)
    }

    /// The claim that tells most of what token `i` says: a statement that holds it, else another claim, else one of its sentence.
    pub fn claim_at(&self, i: usize) -> Option<usize> {
        let span = self.document.tokens.get(i)?.span;
        let sentence = self.document.sentence_of(i);
        let all = self.input.claims.iter().enumerate();
        let near = all.filter(|(_, c)| c.source == self.source && c.sentence == sentence);
        let rank = |c: &Claim| (!c.span.contains(span), c.kind != ClaimKind::Status, c.span.len());
        near.min_by_key(|(n, c)| (rank(c), *n)).map(|(n, _)| n)
    }

    /// A finding of `rule` about these claims; `None` where there are none, or where the rule is switched off.
    pub fn about(&self, rule: &'static RuleInfo, mut claims: Vec<usize>, told: Told) -> Option<Finding> {
        claims.sort_unstable();
        claims.dedup();
        let severity = super::severity(rule, told.verdict, None, self.input.rules)?;
        let first = self.input.claims.get(*claims.first()?)?;
        let values = claims.iter().map(|&c| (self.input.claims[c].display(), vec![c])).collect();
        Some(Finding {
            verdict: told.verdict,
            rule: rule.id,
            severity,
            question: told.question.unwrap_or_else(|| question(first)),
            summary: told.summary,
            reasons: told.reasons,
            claims,
            values,
            origins: 1,
            confidence: told.confidence,
        })
    }
}

/// What a finding about one article says.
pub struct Told {
    pub verdict: Verdict,
    /// In place of what the claim is about.
    pub question: Option<String>,
    pub summary: String,
    pub reasons: Vec<String>,
    pub confidence: f32,
}

impl Told {
    /// An inconsistency.
    pub fn inconsistent(summary: String, reason: String, confidence: f32) -> Self {
        Self { verdict: Verdict::Inconsistent, question: None, summary, reasons: vec![reason], confidence }
    }
}

fn question(claim: &Claim) -> String {
    match (claim.subject_name.as_str(), claim.attribute.as_str()) {
        ("", attribute) => attribute.to_owned(),
        (subject, "") => subject.to_owned(),
        (subject, attribute) => format!("{subject}: {attribute}"),
    }
}

/// The number of a mention that is stated without bound, range or hedge.
pub fn exact(mention: &Mention) -> Option<Decimal> {
    let q: &Quantity = mention.quantity()?;
    q.stated().filter(|_| q.bound == Bound::Exactly && !q.vague && !mention.hedged)
}
