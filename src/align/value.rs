//! Whether two values answer one question: what is measured and the words around weigh most.
//!
//! Values that fit need less in common than values that exclude each other: a false difference costs more than a missed one.

use super::Input;
use super::apart::{is_once, may_differ, meant_for_one, never};
use super::event::Events;
use super::same::{Fit, fit, telling};
use super::unmatched::swapped;
use super::veto::{one_attribute, one_verb, opposite_changes, people_differ, synonymous};
use super::weight::{Likeness, Weights};
use crate::lexicon::stem::stem;
use crate::lexicon::{naming, thesaurus};
use crate::model::{Bound, Claim, ClaimKind, ClaimValue, Decimal, EntityId, Kind, Status};

/// Least score for claims whose values fit, and for claims whose values exclude each other.
const FITTING: f32 = 0.26;
/// Least score where it says little that values fit.
const COMMON: f32 = 0.36;
const APART: f32 = 0.62;
/// Sentences at least as similar as this tell of one event, whatever names their articles share.
const ONE_EVENT: f32 = 0.35;
/// What it adds that two figures are left over, see [`super::unmatched`].
const LEFT: f32 = 0.2;
/// What it adds that one more figure stands beside both.
const BESIDE: f32 = 0.25;
/// What it adds that they have the same digits in another order.
const SWAPPED: f32 = 0.35;
/// Pairs that only this joins score no more, so that any other comes before them.
const UNLIKE: f32 = 0.25;

/// Attributes of which somebody has one in a life, and what it adds to the score that one subject has both.
const OF_A_LIFE: [&str; 2] = ["birth", "death-date"];
const ONE_LIFE: f32 = 0.2;
/// The same for what is done to a thing once.
const ONCE: f32 = 0.35;

/// Sentences at least as similar as this, in which alone one thing is counted, count it for one event.
const COUNTED: f32 = 0.2;
/// Numbers that are apart by one such part of themselves are next to each other.
const HARDLY: i64 = 20;
/// Sentences less similar than this have nothing in common.
const NOTHING: f32 = 0.2;
/// What a year alone tells, see [`telling`].
const A_YEAR: f32 = 0.25;
/// What it adds that two articles on one event give one value.
const ALIKE: f32 = 0.15;
/// What it adds that one value is said of one subject.
const OF_ONE: f32 = 0.1;
/// Sentences less similar than this tell of two sayings of one speaker.
const SAME_SAYING: f32 = 0.12;
/// Sentences at least as similar as this, dated alike, tell of one announcement whoever is named for it.
const ONE_SAYING: f32 = 0.2;

/// The score of two claims about values, 0 to about 1.5; `None` if they do not answer one question.
pub fn value(input: Input, weights: &Weights, events: &Events, a: usize, b: usize) -> Option<f32> {
    let (x, y) = (&input.claims[a], &input.claims[b]);
    let fit = fit(input, x, y)?;
    let refused = match fit {
        Fit::Equal => one_is_denied(x, y),
        Fit::Compatible => x.source == y.source && !repeats(x, y),
        Fit::Apart => never(input, events, x, y) || events.of_two_sides(x, y),
    };
    if refused {
        return None;
    }
    let mut shared = Shared::of(input, weights, a, b);
    let known = shared.attribute && !is_time(x);
    shared.event = fit == Fit::Apart && (known || shared.context >= COUNTED) && events.one(x, y);
    // Two firms have a turnover each, and nothing else in common.
    let nothing = !shared.subject && !shared.name && shared.context < NOTHING;
    if fit == Fit::Apart && nothing && x.source != y.source && !events.one_event(x.source, y.source) {
        return None;
    }
    let done = fit == Fit::Apart && shared.verb && (shared.noun || shared.attribute);
    shared.deed = done && events.one_event(x.source, y.source);
    // One speaker says many things, on many days.
    let said = |c: &Claim| is_time(c) && naming::say_verb(&c.verb).is_some();
    let least_said = if shared.subject { SAME_SAYING } else { ONE_SAYING };
    if (said(x) || said(y)) && (fit == Fit::Apart || shared.context < least_said) {
        return None;
    }
    let mut score = shared.score();
    score += fitting(fit, &shared, (x, y), events);
    let of_a_life = x.attribute_id.as_deref().is_some_and(|id| OF_A_LIFE.contains(&id));
    score += match shared.subject {
        true if of_a_life && shared.attribute => ONE_LIFE,
        true if is_once(x, y) && x.places.is_empty() && y.places.is_empty() => ONCE,
        _ => 0.0,
    };
    // Articles name different bodies for one act (the buyer, its bank, its agent): that makes a shared value less telling,
    // and a difference none at all.
    score -= if shared.other_subject { 0.35 - 0.25 * telling(x) } else { 0.0 };
    let least = match fit {
        Fit::Equal | Fit::Compatible if is_common(x, fit) && !(shared.noun || shared.verb) => COMMON,
        Fit::Equal | Fit::Compatible => FITTING,
        Fit::Apart if !may_differ(input, weights, &shared, a, b) => f32::MAX,
        Fit::Apart => APART,
    };
    if score >= least { Some(score) } else { within_event(events, &shared, (x, y), fit, (score, least)) }
}

/// The score of two claims that share too little, where two articles on one event speak for it.
fn within_event(
    events: &Events,
    shared: &Shared,
    (x, y): (&Claim, &Claim),
    fit: Fit,
    (score, least): (f32, f32),
) -> Option<f32> {
    if shared.context < ONE_EVENT && !events.one_event(x.source, y.source) {
        return None;
    }
    let beside = || events.beside_one(x, y);
    let left = || {
        let sure = if swapped(x, y) { SWAPPED } else { 0.0 };
        let score = score + LEFT + sure.max(if beside() { BESIDE } else { 0.0 });
        score >= APART && meant_for_one(shared, x, y, beside) && events.left(x, y)
    };
    match fit {
        Fit::Apart => left().then_some(score.min(UNLIKE)),
        Fit::Equal => (score + BESIDE >= least && beside()).then_some(least),
        Fit::Compatible => None,
    }
}

/// Whether the numbers of two figures, one of them told roughly or as a limit, are hardly apart: `5.1 million`, `more than five
/// million`.
fn next_to(x: &Claim, y: &Claim) -> bool {
    let figure = |c: &Claim| match &c.value {
        ClaimValue::Quantity { quantity, .. } => Some((quantity.low.or(quantity.high)?, quantity.bound)),
        _ => None,
    };
    let Some(((a, of_a), (b, of_b))) = figure(x).zip(figure(y)) else { return false };
    let apart = (a - b).abs().checked_mul(Decimal::from(HARDLY));
    (of_a != Bound::Exactly || of_b != Bound::Exactly)
        && apart.is_some_and(|apart| apart <= a.abs().max(b.abs()))
}

/// What it adds how two values fit.
fn fitting(fit: Fit, shared: &Shared, (x, y): (&Claim, &Claim), events: &Events) -> f32 {
    match fit {
        Fit::Equal => equal(shared, telling(x), || events.alike(x, y)),
        // One says it to the last digit, the other roughly.
        Fit::Compatible if next_to(x, y) => 0.4 * telling(x).max(telling(y)),
        Fit::Compatible => 0.2 * telling(x).min(telling(y)),
        Fit::Apart => 0.0,
    }
}

/// What it adds that two claims state one value; `alike` says whether two articles on one event do.
fn equal(shared: &Shared, telling: f32, alike: impl Fn() -> bool) -> f32 {
    let subject = if shared.subject && telling > A_YEAR { OF_ONE } else { 0.0 };
    0.5 * telling + subject + if telling >= A_YEAR && alike() { ALIKE } else { 0.0 }
}

/// Whether one of two ranks is denied: `was not the first` is no first.
fn one_is_denied(x: &Claim, y: &Claim) -> bool {
    let denied = |c: &Claim| c.status == Status::Denied;
    x.kind == ClaimKind::Value(Kind::Ordinal) && denied(x) != denied(y)
}

/// What two claims about values have in common.
#[allow(clippy::struct_excessive_bools, reason = "each is a thing shared or not")]
pub struct Shared {
    /// Similarity of the words around.
    pub context: f32,
    /// Similarity of the phrases that the values belong to; 0 where one says too little.
    pub phrase: f32,
    /// Both belong to a phrase, and these have nothing in common.
    pub two_phrases: bool,
    /// A name in the phrase of one stands in the clause of the other.
    pub name: bool,
    pub attribute: bool,
    pub noun: bool,
    pub verb: bool,
    /// They are the only figures of one attribute in two articles on one event.
    pub event: bool,
    /// One verb with one object or attribute governs them in two articles on one event.
    pub deed: bool,
    /// Both have a subject, and it is one.
    pub subject: bool,
    /// Both have a subject, and they are two.
    pub other_subject: bool,
    /// Both have a subject with a name, and these are two, whatever is known of them.
    pub other_name: bool,
}

impl Shared {
    fn of(input: Input, weights: &Weights, a: usize, b: usize) -> Self {
        let (x, y) = (&input.claims[a], &input.claims[b]);
        let same = |a: EntityId, b: EntityId| input.entities.same_or_part(a, b);
        let attribute = one_attribute(input, x, y);
        // That it rose and that it fell are told with two verbs.
        let verb = one_verb(&x.verb, &y.verb) || opposite_changes(x, y);
        // `The court jailed Hale`, `Hale was jailed`: it is done to one.
        let done = (attribute || verb) && (undergoes(x, y) || undergoes(y, x));
        // `Norvik bids $30 for Tarn`, `Tarn accepted a bid by Norvik of $30`
        let both = attribute && is_named(x.subject, y) && is_named(y.subject, x);
        let Likeness { context, phrase, two_phrases, name } = weights.likeness(a, b);
        Self {
            context,
            phrase,
            two_phrases,
            name,
            attribute,
            event: false,
            deed: false,
            noun: attribute && of_attribute(input, x, y)
                || !x.noun.is_empty() && !y.noun.is_empty() && synonymous(input, &x.noun, &y.noun),
            verb,
            subject: done || one_topic(x, y) || x.subject.zip(y.subject).is_some_and(|(a, b)| same(a, b)),
            other_subject: !done && !both && people_differ(input, x.subject, y.subject),
            other_name: !done && !both && x.subject.zip(y.subject).is_some_and(|(a, b)| !same(a, b)),
        }
    }

    fn score(&self) -> f32 {
        let mut score = self.context.max(self.phrase);
        score += if self.attribute { 0.45 } else { 0.0 };
        score += if self.event { 0.2 } else { 0.0 };
        score += if self.noun { 0.25 } else { 0.0 };
        score += if self.verb { 0.15 } else { 0.0 };
        score += if self.name { 0.15 } else { 0.0 };
        score
    }
}

/// Whether both nouns are words for what the attribute of `x` counts: `troops`, `soldiers`.
fn of_attribute(input: Input, x: &Claim, y: &Claim) -> bool {
    let attribute = x.attribute_id.as_ref().and_then(|id| input.rules.attribute(id));
    let counts = |noun: &str| {
        let noun = stem(noun);
        attribute.is_some_and(|a| a.nouns.iter().any(|n| stem(n) == noun))
    };
    counts(&x.noun) && (x.noun == y.noun || counts(&y.noun))
}

/// Whether the clause of `claim` names `id`.
fn is_named(id: Option<EntityId>, claim: &Claim) -> bool {
    id.is_some_and(|id| claim.entities.contains(&id))
}

/// Whether the subjects of both, which have no names, are one thing: `the dam`.
fn one_topic(x: &Claim, y: &Claim) -> bool {
    let nameless = x.subject.is_none() && y.subject.is_none();
    nameless && !x.topic.is_empty() && (x.topic == y.topic || thesaurus::same(&x.topic, &y.topic))
}

/// Whether what `told` tells in the active is done to the subject of `done`, a passive.
fn undergoes(done: &Claim, told: &Claim) -> bool {
    let named = |id: EntityId| told.subject != Some(id) && told.entities.contains(&id);
    done.passive && !told.passive && done.subject.is_some_and(named)
}

/// Whether the value is a day or a time of day.
pub fn is_time(claim: &Claim) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Quantity, TimeValue};

    fn of(kind: Kind, unit: Option<&str>, per: Option<&str>) -> Claim {
        let quantity = Quantity::exactly(20.into(), Decimal::ONE);
        let value =
            ClaimValue::Quantity { quantity, unit: unit.map(str::to_owned), per: per.map(str::to_owned) };
        Claim::new(0, ClaimKind::Value(kind), value)
    }

    const NOTHING: Shared = Shared {
        context: 0.0,
        phrase: 0.0,
        two_phrases: false,
        name: false,
        attribute: false,
        event: false,
        deed: false,
        noun: false,
        verb: false,
        subject: false,
        other_subject: false,
        other_name: false,
    };

    #[test]
    fn what_is_shared_adds_up() {
        let near = |shared: Shared, want: f32| assert!((shared.score() - want).abs() < 1e-5, "{want}");
        near(NOTHING, 0.0);
        near(Shared { context: 0.2, phrase: 0.3, ..NOTHING }, 0.3);
        near(Shared { attribute: true, ..NOTHING }, 0.45);
        near(Shared { noun: true, ..NOTHING }, 0.25);
        near(Shared { verb: true, ..NOTHING }, 0.15);
        near(Shared { context: 0.2, name: true, attribute: true, noun: true, verb: true, ..NOTHING }, 1.2);
    }

    #[test]
    fn figures_repeat_and_ranks_say_little() {
        let bounded = |bound, number: i64| {
            let quantity = Quantity { bound, ..Quantity::exactly(number.into(), Decimal::ONE) };
            let value = ClaimValue::Quantity { quantity, unit: None, per: None };
            Claim::new(0, ClaimKind::Value(Kind::Count), value)
        };
        assert!(repeats(&bounded(Bound::AtLeast, 20), &bounded(Bound::MoreThan, 20)));
        assert!(!repeats(&bounded(Bound::AtLeast, 20), &bounded(Bound::AtLeast, 21)));
        let time = ClaimValue::Time(TimeValue::from_iso("2015-07-29").unwrap());
        let date = Claim::new(0, ClaimKind::Value(Kind::Date), time);
        assert!(!repeats(&date, &date));
        assert!(is_common(&date, Fit::Compatible) && !is_common(&date, Fit::Equal));
        assert!(is_common(&of(Kind::Ordinal, None, None), Fit::Equal));
        assert!(!is_common(&bounded(Bound::Exactly, 20), Fit::Compatible));
    }
}
