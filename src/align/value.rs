//! Whether two values answer one question: what is measured and the words around weigh most.
//!
//! Values that fit need less in common than values that exclude each other: a false difference costs more than a missed one.

use super::Input;
use super::same::{Fit, fit, telling};
use super::veto::{one_verb, people_differ, synonymous};
use super::weight::{Weights, one_name, phrases_differ};
use crate::lexicon::naming;
use crate::model::{Claim, ClaimKind, ClaimValue, EntityId, Kind, Status};

/// Least score for claims whose values fit, and for claims whose values exclude each other.
const FITTING: f32 = 0.26;
/// Least score where it says little that values fit.
const COMMON: f32 = 0.36;
const APART: f32 = 0.62;

/// Contexts as similar as this are two wordings of one sentence; phrases as similar as this name one thing.
const PARALLEL: f32 = 0.65;
/// Without a noun in common and one subject, clauses less similar than this speak of two things.
const CLOSE: f32 = 0.3;
/// Sentences less similar than this tell of two sayings of one speaker.
const SAME_SAYING: f32 = 0.12;
/// Clauses of one subject and verb as similar as this tell of one act.
const ONE_ACT: f32 = 0.45;

/// The score of two claims about values, 0 to about 1.5; `None` if they do not answer one question.
pub fn value(input: Input, weights: &Weights, a: usize, b: usize) -> Option<f32> {
    let (x, y) = (&input.claims[a], &input.claims[b]);
    let fit = fit(input, x, y)?;
    let shared = Shared::of(input, weights, a, b);
    // One speaker says many things, on many days.
    let said = |c: &Claim| is_time(c) && naming::say_verb(&c.verb).is_some();
    if (said(x) || said(y)) && (!shared.subject || fit == Fit::Apart || shared.context < SAME_SAYING) {
        return None;
    }
    let mut score = shared.score();
    score += match fit {
        Fit::Equal => 0.5 * telling(x),
        Fit::Compatible => 0.2 * telling(x).min(telling(y)),
        Fit::Apart => 0.0,
    };
    // Articles name different bodies for one act (the buyer, its bank, its agent): that makes a shared value less telling,
    // and a difference none at all.
    score -= if shared.other_subject { 0.35 - 0.25 * telling(x) } else { 0.0 };
    let least = match fit {
        Fit::Compatible if x.source == y.source && !repeats(x, y) => return None,
        Fit::Equal | Fit::Compatible if is_common(x, fit) && !(shared.noun || shared.verb) => COMMON,
        Fit::Equal | Fit::Compatible => FITTING,
        Fit::Apart if !may_differ(&shared, x, y) => return None,
        Fit::Apart => APART,
    };
    (score >= least).then_some(score)
}

/// What two claims about values have in common.
#[allow(clippy::struct_excessive_bools, reason = "each is a thing shared or not")]
struct Shared {
    /// Similarity of the words around.
    context: f32,
    /// Similarity of the phrases that the values belong to; 0 where one says too little.
    phrase: f32,
    /// Both belong to a phrase, and these have nothing in common.
    two_phrases: bool,
    /// A name in the phrase of one stands in the clause of the other.
    name: bool,
    attribute: bool,
    noun: bool,
    verb: bool,
    /// Both have a subject, and it is one.
    subject: bool,
    /// Both have a subject, and they are two.
    other_subject: bool,
    /// Both have a subject with a name, and these are two, whatever is known of them.
    other_name: bool,
}

impl Shared {
    fn of(input: Input, weights: &Weights, a: usize, b: usize) -> Self {
        let (x, y) = (&input.claims[a], &input.claims[b]);
        let same = |a: EntityId, b: EntityId| input.entities.same_or_part(a, b);
        let attribute = x.attribute_id.is_some() && x.attribute_id == y.attribute_id;
        let verb = one_verb(&x.verb, &y.verb);
        // `The court jailed Hale`, `Hale was jailed`: it is done to one.
        let done = (attribute || verb) && (undergoes(x, y) || undergoes(y, x));
        // `Norvik bids $30 for Tarn`, `Tarn accepted a bid by Norvik of $30`
        let both = attribute && is_named(x.subject, y) && is_named(y.subject, x);
        Self {
            context: weights.similarity(a, b),
            phrase: weights.phrase(a, b),
            two_phrases: phrases_differ(x, y),
            name: one_name(x, y),
            attribute,
            noun: !x.noun.is_empty() && !y.noun.is_empty() && synonymous(input, &x.noun, &y.noun),
            verb,
            subject: done || x.subject.zip(y.subject).is_some_and(|(a, b)| same(a, b)),
            other_subject: !done && !both && people_differ(input, x.subject, y.subject),
            other_name: !done && !both && x.subject.zip(y.subject).is_some_and(|(a, b)| !same(a, b)),
        }
    }

    fn score(&self) -> f32 {
        let mut score = self.context.max(self.phrase);
        score += if self.attribute { 0.45 } else { 0.0 };
        score += if self.noun { 0.25 } else { 0.0 };
        score += if self.verb { 0.15 } else { 0.0 };
        score += if self.name { 0.15 } else { 0.0 };
        score
    }
}

/// Whether the clause of `claim` names `id`.
fn is_named(id: Option<EntityId>, claim: &Claim) -> bool {
    id.is_some_and(|id| claim.entities.contains(&id))
}

/// Whether what `told` tells in the active is done to the subject of `done`, a passive.
fn undergoes(done: &Claim, told: &Claim) -> bool {
    let named = |id: EntityId| told.subject != Some(id) && told.entities.contains(&id);
    done.passive && !told.passive && done.subject.is_some_and(named)
}

/// Whether values that exclude each other may be said of one thing at all.
fn may_differ(shared: &Shared, x: &Claim, y: &Claim) -> bool {
    let possible = |c: &Claim| c.status == Status::Possible;
    // One article gives two values for one thing only in its headline and its text; elsewhere it tells of two things, or how
    // one value became the other.
    let retold = x.source == y.source && x.headline == y.headline;
    if shared.other_name || rate(x) != rate(y) || retold || possible(x) != possible(y) {
        return false;
    }
    // Days and durations are said of so many things that a difference needs a known attribute, or one act.
    if matches!(x.kind, ClaimKind::Value(Kind::Date | Kind::Time | Kind::Duration | Kind::Ordinal)) {
        let one_act = shared.verb && shared.context >= ONE_ACT;
        let nobody = x.subject.is_none() && y.subject.is_none();
        return shared.subject && (shared.attribute || one_act)
            || (shared.attribute || shared.verb && nobody) && shared.context >= PARALLEL;
    }
    if is_age(x) || is_age(y) {
        return shared.subject;
    }
    // `spent $300 on shoes`, `spent $5,000 on furs`: one verb, two things.
    let sum = x.kind == ClaimKind::Value(Kind::Money);
    if sum && !shared.noun && (shared.two_phrases || !shared.subject && shared.context < CLOSE) {
        return false;
    }
    let measured = shared.attribute || shared.noun && shared.verb;
    let parallel = (shared.verb || shared.noun) && shared.context >= PARALLEL;
    measured || parallel || shared.phrase >= PARALLEL
}

/// Whether the value is somebody's age.
fn is_age(claim: &Claim) -> bool {
    matches!(&claim.value, ClaimValue::Quantity { unit: Some(unit), .. } if unit.ends_with(" of age"))
}

/// Whether the value is a day or a time of day.
fn is_time(claim: &Claim) -> bool {
    matches!(claim.kind, ClaimKind::Value(Kind::Date | Kind::Time))
}

/// Whether it says little that both values fit: ranks, and times of which one is part of the other.
fn is_common(x: &Claim, fit: Fit) -> bool {
    match x.kind {
        ClaimKind::Value(Kind::Ordinal) => true,
        _ if is_time(x) => fit == Fit::Compatible,
        _ => false,
    }
}

/// Whether one article can mean the same by both: the same figure, with other bounds (`more than 20`, `at least 20`).
fn repeats(x: &Claim, y: &Claim) -> bool {
    match (&x.value, &y.value) {
        (ClaimValue::Quantity { quantity: a, .. }, ClaimValue::Quantity { quantity: b, .. }) => {
            a.low.or(a.high) == b.low.or(b.high)
        }
        _ => false,
    }
}

/// Whether the value is `per` something.
fn rate(claim: &Claim) -> bool {
    matches!(&claim.value, ClaimValue::Quantity { per: Some(_), .. })
}
