//! Judges one pair: vetoes, then a score of what the claims share, against a threshold that depends on whether they agree.

use super::quotation::Quotations;
use super::statement::{Shared, Statements};
use super::value::value;
use super::veto::{people_differ, veto};
use super::weight::Weights;
use super::{Input, block};
use crate::lexicon::{kinds, thesaurus};
use crate::model::{BE, BECAUSE, Claim, ClaimKind, ClaimValue};

/// What is known of the claims of a story before any two are compared.
pub struct Known {
    weights: Weights,
    statements: Statements,
    quotations: Quotations,
}

impl Known {
    /// Looks at all claims once.
    pub fn of(input: Input) -> Self {
        Self {
            weights: Weights::of(input),
            statements: Statements::of(input),
            quotations: Quotations::of(input.claims),
        }
    }
}

/// Two claims that answer one question.
#[derive(Debug, Clone)]
pub struct Pair {
    /// Index of the first claim.
    pub a: usize,
    /// Index of the second.
    pub b: usize,
    /// What they share, 0 to about 1.5.
    pub score: f32,
}

/// Statements at least this likely to be compared by people tell one thing.
const TOLD_ALIKE: f32 = 0.5;
/// How likely that is of two with one subject, verb and object.
const ONE_DEED: f32 = 0.6;

/// Judges claims `a` and `b`; `None` if they do not answer one question.
pub fn judge(input: Input, known: &Known, a: usize, b: usize) -> Option<Pair> {
    let (x, y) = (&input.claims[a], &input.claims[b]);
    if block::family(x) != block::family(y) || (x.source == y.source && x.sentence == y.sentence) {
        return None;
    }
    if veto(input, x, y).is_some() {
        return None;
    }
    let score = match x.kind {
        ClaimKind::Value(_) => value(input, &known.weights, a, b),
        ClaimKind::Place => place(x, y),
        ClaimKind::List => list(x, y, known.weights.similarity(a, b)),
        ClaimKind::Role | ClaimKind::Person => role(x, y),
        ClaimKind::Quotation => known.quotations.shared(a, b),
        ClaimKind::Status if x.verb == BE => description(x, y),
        ClaimKind::Status => statement(input, known, a, b),
    }?;
    Some(Pair { a, b, score })
}

fn list(x: &Claim, y: &Claim, context: f32) -> Option<f32> {
    let (ClaimValue::Items { items: a, .. }, ClaimValue::Items { items: b, .. }) = (&x.value, &y.value)
    else {
        return None;
    };
    let shared = a.iter().filter(|i| b.contains(i)).count();
    let union = a.len() + b.len() - shared;
    let overlap = shared as f32 / union.max(1) as f32;
    (shared >= 2 && overlap >= 0.5 && overlap + context >= 0.9).then_some(overlap + context)
}

/// The place of one thing, said in one respect.
fn place(x: &Claim, y: &Claim) -> Option<f32> {
    let one = x.source != y.source && x.subject.is_some() && x.subject == y.subject;
    (x.kind == y.kind && one && x.attribute == y.attribute).then_some(0.9)
}

/// The same person's office, or the holder of the same office of the same body.
fn role(x: &Claim, y: &Claim) -> Option<f32> {
    if x.kind != y.kind || x.subject.is_none() || x.subject != y.subject {
        return None;
    }
    if x.kind == ClaimKind::Person {
        return (x.attribute == y.attribute).then_some(1.0);
    }
    let (ClaimValue::Items { items: a, .. }, ClaimValue::Items { items: b, .. }) = (&x.value, &y.value)
    else {
        return None;
    };
    let alike = |m: &String, n: &String| {
        thesaurus::same(m, n) || thesaurus::broader(m, n) || thesaurus::broader(n, m)
    };
    a.iter().any(|m| b.iter().any(|n| alike(m, n))).then_some(1.0)
}

/// Descriptions of one thing that can answer what it is: alike, or of kinds of which it can be only one.
fn description(x: &Claim, y: &Claim) -> Option<f32> {
    if x.source == y.source || x.subject.is_none() || x.subject != y.subject {
        return None;
    }
    let any = |role: &str, fits: &dyn Fn(&str, &str) -> bool| {
        fillers(x, role).any(|a| fillers(y, role).any(|b| fits(a, b)))
    };
    if any("kind", &thesaurus::same) {
        return Some(1.0);
    }
    let near =
        |a: &str, b: &str| thesaurus::related(a, b) || thesaurus::broader(a, b) || thesaurus::broader(b, a);
    if any("kind", &near) || any("word", &|a, b| thesaurus::related(a, b)) {
        return Some(0.8);
    }
    any("kind", &kinds::exclusive).then_some(0.6)
}

/// What fills a role of a claim.
fn fillers<'a>(claim: &'a Claim, role: &str) -> impl Iterator<Item = &'a str> {
    let arguments = match &claim.value {
        ClaimValue::Predicate { arguments, .. } => &arguments[..],
        _ => &[],
    };
    arguments.iter().filter(move |(r, _)| r == role).map(|(_, filler)| filler.as_str())
}

/// Statements: the same predicate, and participants in common.
fn statement(input: Input, known: &Known, a: usize, b: usize) -> Option<f32> {
    let (x, y) = (&input.claims[a], &input.claims[b]);
    if x.source == y.source {
        return None;
    }
    if (x.verb == BECAUSE) != (y.verb == BECAUSE) {
        return None;
    }
    // Two actors of which neither stands in the other statement do two things.
    let elsewhere = |c: &Claim, of: &Claim| c.subject.is_some_and(|s| !of.entities.contains(&s));
    if elsewhere(x, y) && elsewhere(y, x) && people_differ(input, x.subject, y.subject) {
        return None;
    }
    let shared = known.statements.shared(a, b)?;
    let context = known.weights.similarity(a, b);
    let mut score = likelihood(&shared, context, Statements::same_verb(x, y), figures(x) + figures(y));
    if one_deed(input, x, y) {
        score = score.max(ONE_DEED);
    }
    (score >= TOLD_ALIKE && known.statements.figures_fit(input, a, b)).then_some(score)
}

/// Whether two statements have one subject do one thing to one object.
fn one_deed(input: Input, x: &Claim, y: &Claim) -> bool {
    let one = |a, b| input.entities.same_or_part(a, b);
    x.subject.zip(y.subject).is_some_and(|(a, b)| one(a, b))
        && !x.noun.is_empty()
        && !y.noun.is_empty()
        && Statements::same_verb(x, y)
        && thesaurus::related(&x.noun, &y.noun)
}

/// How many of a statement's figures keep it from being one without: 0 or 1.
fn figures(claim: &Claim) -> usize {
    usize::from(claim.mention.is_some())
}

/// How likely it is that people would compare two statements, 0 to 1: a logistic regression on what annotators compared in
/// nine stories, each left out once; its weights hardly differ from story to story.
fn likelihood(shared: &Shared, context: f32, same_verb: bool, figures: usize) -> f32 {
    let verb = if same_verb { 1.7 * shared.cosine } else { 0.0 };
    let figures = [0.0, -0.2, 0.5][figures.min(2)];
    let beside = 0.85 * (shared.pairs as f32).ln_1p() + 0.11 * shared.heaviest;
    let sum =
        2.6 * shared.cosine + 5.1 * context + verb + beside + figures + 0.07 * shared.terms.min(4) as f32
            - 4.1;
    1.0 / (1.0 + (-sum).exp())
}
