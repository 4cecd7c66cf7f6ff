//! Whether two values that exclude each other may be said of one thing at all: a false difference costs more than a missed one.

use super::Input;
use super::event::{Events, of_two_topics};
use super::same::{Fit, significand, times};
use super::unmatched::swapped;
use super::value::{Shared, is_time};
use super::veto::opposite_changes;
use super::weight::Weights;
use crate::lexicon::{ONCE_VERBS, SORTS_OF_PEOPLE, kinds, thesaurus};
use crate::model::{Claim, ClaimKind, ClaimValue, Decimal, Granularity, Kind, Status, TimeValue};
use crate::rules::Holds;

/// Contexts as similar as this are two wordings of one sentence; phrases as similar as this name one thing.
const PARALLEL: f32 = 0.65;
/// Of figures that are left over: clauses as similar as this have something in common, or enough to be about one thing.
const SLIGHTLY: f32 = 0.1;
const RATHER: f32 = 0.4;
/// Contexts as similar as this are one sentence, whatever its verb and noun.
const VERY_LIKE: f32 = 0.75;
/// Without a noun in common and one subject, clauses less similar than this speak of two things.
const CLOSE: f32 = 0.3;
/// Clauses of one subject and verb as similar as this tell of one act.
const ONE_ACT: f32 = 0.45;
/// Values of one thing are hardly further apart than this, but for a slip by a power of ten.
const FAR: i64 = 5;
/// The same where a known attribute is counted, or one does one thing.
const FAR_MEASURED: i64 = 20;

/// Whether values that exclude each other are never said of one thing, whatever else the claims share: this costs little to
/// ask.
pub fn never(input: Input, events: &Events, x: &Claim, y: &Claim) -> bool {
    let possible = |c: &Claim| c.status == Status::Possible;
    // One article gives two values for one thing only in its headline and its text; elsewhere it tells of two things, or how
    // one value became the other.
    let retold = x.source == y.source && x.headline == y.headline;
    if rate(x) != rate(y) || retold || possible(x) != possible(y) {
        return true;
    }
    // `300 people attended the vigil`, `1,000 people attended the funeral`
    let other_target = !x.target.is_empty()
        && !y.target.is_empty()
        && x.passive == y.passive
        && x.verb == y.verb
        && !thesaurus::akin(&x.target, &y.target);
    other_target
        || of_two_periods(input, x, y)
        || is_part(x, y)
        || is_part(y, x)
        || of_two_sorts(x, y)
        || of_two_windows(input, x, y)
        || further_than(if x.kind == ClaimKind::Value(Kind::Dimension) { FAR } else { FAR_MEASURED }, x, y)
        || thesaurus::opposite(&x.verb, &y.verb) && !opposite_changes(x, y)
        || is_matched(input, events, x, y)
        || is_matched(input, events, y, x)
        || events.tells_of_another(input, x) != events.tells_of_another(input, y)
        || kinds::scopes_differ(events.scopes(input, x), events.scopes(input, y))
}

/// Whether the article of `there` gives the figure of `here` as well, and of what is measured there is one figure that does not grow.
fn is_matched(input: Input, events: &Events, here: &Claim, there: &Claim) -> bool {
    let attribute = here.attribute_id.as_deref().and_then(|id| input.rules.attribute(id));
    attribute.is_some_and(|a| !a.cumulative) && events.is_matched(here, there)
}

/// Whether values that exclude each other, and not [`never`], may be said of one thing at all.
pub fn may_differ(input: Input, weights: &Weights, shared: &Shared, a: usize, b: usize) -> bool {
    let (x, y) = (&input.claims[a], &input.claims[b]);
    if shared.other_name {
        return false;
    }
    // The word for what is counted alone does not make it one event.
    if !shared.subject && !shared.name && !shared.event && !shared.deed && !weights.beside(a, b) {
        return false;
    }
    if too_far(shared, x, y) {
        return false;
    }
    if is_when(x) {
        return when_differs(shared, x, y);
    }
    if x.is_age() || y.is_age() {
        return shared.subject || shared.event && thesaurus::akin(&x.topic, &y.topic);
    }
    let measured_thing = matches!(x.kind, ClaimKind::Value(Kind::Money | Kind::Dimension | Kind::Percent));
    if measured_thing && of_two_things(x, y) {
        return false;
    }
    // `spent $300 on shoes`, `spent $5,000 on furs`: one verb, two things.
    let sum = x.kind == ClaimKind::Value(Kind::Money);
    let unlike = shared.two_phrases || !shared.subject && shared.context < CLOSE;
    if sum && !shared.noun && !shared.attribute && unlike {
        return false;
    }
    let measured = shared.attribute || shared.noun && shared.verb;
    let alike = shared.context >= VERY_LIKE && !shared.two_phrases;
    let parallel = alike || (shared.verb || shared.noun) && shared.context >= PARALLEL;
    let one_act = shared.verb && shared.subject && shared.context >= ONE_ACT;
    let only = shared.event && shared.noun;
    measured || parallel || only || one_act && !sum || shared.phrase >= PARALLEL
}

/// Whether the value says when, how long, or the how many-th.
fn is_when(claim: &Claim) -> bool {
    matches!(claim.kind, ClaimKind::Value(Kind::Date | Kind::Time | Kind::Duration | Kind::Ordinal))
}

/// Whether anything speaks for it that two figures which are left over are meant for one, and nothing against it.
pub fn meant_for_one(shared: &Shared, x: &Claim, y: &Claim, beside: impl Fn() -> bool) -> bool {
    let alike = !x.topic.is_empty() && thesaurus::akin(&x.topic, &y.topic);
    let bare = |verb: &str| matches!(verb, "" | "be" | "have");
    let verb = shared.verb || thesaurus::akin(&x.verb, &y.verb) || bare(&x.verb) && bare(&y.verb);
    // One thing is left, another sinks, within the hour.
    if is_when(x) && !(verb || shared.attribute || shared.noun) {
        return false;
    }
    let measured = shared.attribute || shared.noun;
    let words = (verb || alike) && shared.context >= SLIGHTLY || shared.context >= RATHER;
    let words = words || shared.subject && swapped(x, y);
    let one_thing = if measured { !of_two_things(x, y) } else { !of_two_topics(x, y) };
    (measured || words || beside())
        && !of_two_moments(x, y)
        && one_thing
        && !shared.other_name
        && (alike || !x.is_age())
}

/// Whether the sentences of both say when, and do not mean one time, or only one of them gives the time of day: at noon, at the
/// close.
fn of_two_moments(x: &Claim, y: &Claim) -> bool {
    let stated = |c: &'_ Claim| c.when.time.clone().filter(|_| c.when.basis != "published");
    let (a, b) = (stated(x), stated(y));
    let clock = |time: &Option<TimeValue>| time.as_ref().is_some_and(|t| t.granularity < Granularity::Day);
    clock(&a) != clock(&b) || a.zip(b).is_some_and(|(a, b)| times(&a, &b) == Some(Fit::Apart))
}

/// Whether one counts people and the other fewer of a sort: `176 people on board`, `171 passengers`.
fn is_part(all: &Claim, some: &Claim) -> bool {
    let stated = |c: &Claim| match &c.value {
        ClaimValue::Quantity { quantity, .. } => quantity.low.or(quantity.high),
        _ => None,
    };
    let sort = all.noun == "person" && SORTS_OF_PEOPLE.has(&some.noun);
    sort && stated(some).zip(stated(all)).is_some_and(|(some, all)| some < all)
}

/// Whether two sorts of people are counted: six guests, two firefighters.
fn of_two_sorts(x: &Claim, y: &Claim) -> bool {
    let sorts = SORTS_OF_PEOPLE.has(&x.noun) && SORTS_OF_PEOPLE.has(&y.noun);
    sorts && !thesaurus::akin(&x.noun, &y.noun)
}

/// Whether one says how often something happened in a month, a year or a longer time, and the other does not: arrests this year,
/// arrests on Saturday.
fn of_two_windows(input: Input, x: &Claim, y: &Claim) -> bool {
    let attribute = x.attribute_id.as_ref().and_then(|id| input.rules.attribute(id));
    let long = |c: &Claim| {
        let time = c.when.time.as_ref().filter(|_| c.when.basis != "published");
        time.is_some_and(|t| t.granularity >= Granularity::Month && t.granularity < Granularity::Vague)
    };
    let counted = matches!(x.kind, ClaimKind::Value(Kind::Count | Kind::Number));
    counted && attribute.is_some_and(|a| a.cumulative) && long(x) != long(y)
}

/// Whether what both sentences speak of, in one role, are words for two things: the first phase of a project, the project.
fn of_two_things(x: &Claim, y: &Claim) -> bool {
    let (a, b) = (&x.topic, &y.topic);
    let known = !a.is_empty() && !b.is_empty() && x.passive == y.passive && x.verb == y.verb;
    known && !thesaurus::akin(a, b)
}

/// Days and durations are said of so many things that a difference needs a known attribute, or one act; and what is done, done
/// to one thing.
fn when_differs(shared: &Shared, x: &Claim, y: &Claim) -> bool {
    let one_object =
        shared.noun || x.noun.is_empty() || y.noun.is_empty() || thesaurus::akin(&x.noun, &y.noun);
    // Firms post results every quarter.
    let recurs = |c: &Claim| matches!(&c.value, ClaimValue::Time(t) if matches!(t.granularity, Granularity::Quarter | Granularity::HalfYear));
    if !one_object || (recurs(x) || recurs(y)) && !shared.attribute {
        return false;
    }
    // `the pilot episode aired`, `the last episode aired`
    let selector = |c: &Claim| c.modifiers.iter().position(|m| m.starts_with('~'));
    if selector(x).map(|i| &x.modifiers[i]) != selector(y).map(|i| &y.modifiers[i]) {
        return false;
    }
    let once = is_once(x, y);
    let one_act = shared.verb && (shared.context >= ONE_ACT || once);
    if x.kind == ClaimKind::Value(Kind::Ordinal) {
        return shared.subject && one_act;
    }
    let nobody = x.subject.is_none() && y.subject.is_none();
    shared.event && (shared.attribute || shared.noun)
        || shared.subject && (shared.attribute || one_act)
        || (shared.attribute || shared.verb && nobody) && shared.context >= PARALLEL
        || shared.phrase >= PARALLEL && shared.context >= VERY_LIKE
}

/// Whether two times are told of what is done to a thing once.
pub fn is_once(x: &Claim, y: &Claim) -> bool {
    x.verb == y.verb && ONCE_VERBS.has(&x.verb) && (x.passive && y.passive || x.verb == "premiere")
}

/// Whether both are figures of named periods, and these are two: the profits of two quarters. What is counted from moment to
/// moment may well be another in another year, and that is worth telling.
fn of_two_periods(input: Input, x: &Claim, y: &Claim) -> bool {
    let (Some(a), Some(b)) = (period(x), period(y)) else { return false };
    if is_time(x) || times(a, b) != Some(Fit::Apart) {
        return false;
    }
    let attribute = x.attribute_id.as_ref().and_then(|id| input.rules.attribute(id));
    match attribute {
        Some(a) => a.holds == Holds::Event && !a.cumulative,
        None => matches!(x.kind, ClaimKind::Value(Kind::Money | Kind::Percent)),
    }
}

/// The named quarter, half-year or year for which a value is said.
fn period(claim: &Claim) -> Option<&TimeValue> {
    use Granularity::{HalfYear, Quarter, Year};
    let time = claim.when.time.as_ref().filter(|_| claim.when.basis == "stated")?;
    matches!(time.granularity, Quarter | HalfYear | Year).then_some(time)
}

/// Whether two figures are so far apart that they hardly measure one thing. Millions for billions is a slip, not two things.
fn too_far(shared: &Shared, x: &Claim, y: &Claim) -> bool {
    let known = shared.attribute || shared.subject && shared.verb;
    !known && further_than(FAR, x, y)
}

/// Whether one figure is more than `most` times the other, and not by a slip.
pub fn further_than(most: i64, x: &Claim, y: &Claim) -> bool {
    let (
        ClaimValue::Quantity { quantity: a, unit: u, .. },
        ClaimValue::Quantity { quantity: b, unit: v, .. },
    ) = (&x.value, &y.value)
    else {
        return false;
    };
    let same_unit = u == v || matches!(x.kind, ClaimKind::Value(Kind::Count | Kind::Number));
    let (Some(a), Some(b)) = (a.low.or(a.high), b.low.or(b.high)) else { return false };
    let (small, large) = (a.abs().min(b.abs()), a.abs().max(b.abs()));
    if !same_unit || small.is_zero() {
        return false;
    }
    large > small.checked_mul(Decimal::from(most)).unwrap_or(Decimal::MAX) && !is_power_apart(small, large)
}

/// Whether one figure is the other times a power of ten.
fn is_power_apart(small: Decimal, large: Decimal) -> bool {
    significand(small) == significand(large)
}

/// Whether the value is `per` something.
fn rate(claim: &Claim) -> bool {
    matches!(&claim.value, ClaimValue::Quantity { per: Some(_), .. })
}
