//! What it means that two claims of one question give different values.
//!
//! `conflict` needs everything: both understood, both of one status, about one time. Whatever is missing becomes the
//! reason why it is only `changed` or `unclear`.

use super::Input;
use super::relation::{Relation, has_role};
use super::timing::{
    Moments, Timing, done_before, of_the_past, of_two_times, reported, timing, undated, years_between,
};
use crate::lexicon::{SINGLE_DEEDS, thesaurus};
use crate::model::rounding::step;
use crate::model::{BE, Bound, Claim, ClaimKind, ClaimValue, Decimal, Kind, NAME, Status, Verdict};
use crate::rules::{Attribute, Holds};

/// Claims read with less confidence than this are never in conflict.
const LEAST_CONFIDENCE: f32 = 0.5;
/// Rough figures that differ by at most this share are left open.
const ROUGH: (i64, u32) = (20, 2);

/// A verdict on two claims and the reason, a sentence.
pub type Judged = (Verdict, String);

/// Judges two claims whose values are disjoint, `relation` says why. `attribute` is the one both are about, `one_place`
/// whether they stand in one place of sentences that are nearly the same.
pub fn differ(
    a: &Claim,
    b: &Claim,
    relation: &Relation,
    (attribute, one_place): (Option<&Attribute>, bool),
    input: &Input,
) -> Judged {
    by_status(a, b, attribute, input).or_else(|| done_since(a, b, input)).unwrap_or_else(|| {
        if rough(a, b) {
            return unclear("At least one figure is rough, and they are not far apart");
        }
        if a.confidence.min(b.confidence) < LEAST_CONFIDENCE {
            return unclear("At least one of the sentences was not understood well enough");
        }
        match by_time(a, b, relation, attribute, input) {
            // One sentence, of which neither article says when it was written.
            (Verdict::Unclear, _) if one_place && undated(a, b, input) => (
                Verdict::Conflict,
                format!("{}, in sentences that are otherwise the same.", capital(&relation.reason)),
            ),
            judged => judged,
        }
    })
}

/// Judges two claims of sentences that are the same but for words which exclude each other, `denied` if one is
/// the denial of the other.
pub fn reworded(a: &Claim, b: &Claim, (reason, denied): (&str, bool), input: &Input) -> Judged {
    use Status::{Actual, Denied};
    let facts = |c: &Claim| matches!(c.status, Actual | Denied);
    if a.confidence.min(b.confidence) < LEAST_CONFIDENCE {
        return unclear("At least one of the sentences was not understood well enough");
    }
    let reason = capital(reason);
    match reported(a, b, input) {
        Timing::Earlier(when) | Timing::Later(when)
            if denied || !(a.past && b.past && facts(a) && facts(b)) =>
        {
            unclear(&format!("{reason}; it may have changed between {when}"))
        }
        _ => (Verdict::Conflict, format!("{reason}.")),
    }
}

/// Judges two claims whose values fit but of which one is a plan or a denial; `None` if status makes no difference.
pub fn fitting_status(a: &Claim, b: &Claim, input: &Input) -> Option<Judged> {
    if a.kind != ClaimKind::Status || a.status == b.status {
        return None;
    }
    if (a.status == Status::Denied) != (b.status == Status::Denied) {
        // Who was no major player may be one years later.
        let years = || years_between(a, b, input).is_some_and(|years| years != 0);
        if a.verb == BE && b.verb == BE && years() {
            return Some((Verdict::Changed, "The articles were published years apart.".to_owned()));
        }
        // What one denies in the middle of another story is not what the other says.
        // `is not strong enough to win against them` is held against `can challenge them`.
        let judged = has_role(a, "judged") || has_role(b, "judged");
        let one = judged || thesaurus::related(&a.verb, &b.verb);
        return one.then(|| unclear("One side says so, the other denies it"));
    }
    let later = |t: Timing| matches!(t, Timing::Later(_));
    // Only what is told in the past is done: a headline or a habit may still speak of the plan. What was done before the plan
    // was told is another deed.
    let done_since = |fact: &Claim, plan: &Claim| {
        fact.past && later(reported(fact, plan, input)) && !done_before(fact, plan, input)
    };
    let done = match (a.status, b.status) {
        (Status::Actual, Status::Planned | Status::Forecast) => done_since(a, b),
        (Status::Planned | Status::Forecast, Status::Actual) => done_since(b, a),
        _ => false,
    };
    Some(if done {
        (Verdict::Changed, "What one article still expects, the later one reports as done.".to_owned())
    } else {
        (Verdict::Compatible, format!("One says it as {}, the other as {}.", word(a.status), word(b.status)))
    })
}

/// Judges two statements of what a thing is of which it has one, as a rule: `the cause was a heater`, `the cause was a spark`.
pub fn fitting_answers(a: &Claim, b: &Claim) -> Option<Judged> {
    let of = |c: &Claim, role: &str| match &c.value {
        ClaimValue::Predicate { arguments, .. } => {
            arguments.iter().find(|(r, _)| r == role).map(|(_, filler)| filler.clone())
        }
        _ => None,
    };
    let one = of(a, "what")? == of(b, "what")? && a.status == Status::Actual && b.status == Status::Actual;
    let (x, y) = (of(a, "answer")?, of(b, "answer")?);
    // `the cause of the fire`, `the cause of the flood`
    let other =
        of(a, "subject of").zip(of(b, "subject of")).is_some_and(|(p, q)| p != q && !thesaurus::akin(&p, &q));
    let differ = one && !other && !thesaurus::akin(&x, &y) && !thesaurus::related(&x, &y);
    differ.then(|| unclear(&format!("It is “{x}” in one and “{y}” in the other")))
}

/// Judges two claims whose values fit only because one is a lower bound: of a count that grows, two such bounds reported one
/// after the other are two states of it. `None` if that is not so.
pub fn fitting_growth(a: &Claim, b: &Claim, attribute: Option<&Attribute>, input: &Input) -> Option<Judged> {
    let lower = |c: &Claim| match &c.value {
        ClaimValue::Quantity { quantity: q, .. } => {
            let bounded = matches!(q.bound, Bound::AtLeast | Bound::MoreThan);
            q.stated().filter(|_| bounded || q.bound == Bound::Exactly).map(|v| (v, bounded))
        }
        _ => None,
    };
    let ((x, bounded_x), (y, bounded_y)) = (lower(a)?, lower(b)?);
    if !matches!(holding(a, attribute), Holding::Growing) || !(bounded_x || bounded_y) || x == y {
        return None;
    }
    match timing(a, b, input) {
        Timing::Earlier(_) if x > y => None,
        Timing::Later(_) if x < y => None,
        Timing::Earlier(when) | Timing::Later(when) => {
            Some((Verdict::Changed, format!("The count grew: they hold for {when}.")))
        }
        Timing::Same | Timing::Unknown => None,
    }
}

const fn word(status: Status) -> &'static str {
    match status {
        Status::Actual => "a fact",
        Status::Planned => "a plan",
        Status::Forecast => "a forecast",
        Status::Possible => "a possibility",
        Status::Denied => "not so",
        Status::Opinion => "an opinion",
    }
}

fn unclear(reason: &str) -> Judged {
    (Verdict::Unclear, format!("{reason}."))
}

/// What differing values mean where the two are not of one status.
fn by_status(a: &Claim, b: &Claim, attribute: Option<&Attribute>, input: &Input) -> Option<Judged> {
    use Status::{Actual, Forecast, Opinion, Planned, Possible};
    let both = format!("One is {}, the other {}", word(a.status), word(b.status));
    let ended = || Some(unclear("One speaks of the past, the other of the present"));
    match (a.status, b.status) {
        // Two sides of a dispute, each told as it is.
        (Actual, Status::Denied) | (Status::Denied, Actual)
            if has_role(a, "disputed") || has_role(b, "disputed") =>
        {
            Some(unclear("One side says so, the other denies it"))
        }
        (Actual, Status::Denied) | (Status::Denied, Actual)
            if has_role(a, "judged") || has_role(b, "judged") =>
        {
            Some(unclear("One of them is a judgement, not a fact"))
        }
        // `was a judge`, `is not a judge`
        (Actual, Status::Denied) if a.past && !b.past && a.verb == BE && b.verb == BE => ended(),
        (Status::Denied, Actual) if b.past && !a.past && a.verb == BE && b.verb == BE => ended(),
        // `backs the deal`, `will vote against the deal`
        (Actual, Planned | Forecast) | (Planned | Forecast, Actual) if takes_side(a) && takes_side(b) => None,
        // What is said and what is denied are compared as such.
        (Actual, Status::Denied) | (Status::Denied, Actual) if a.kind == ClaimKind::Status => None,
        (Opinion, _) | (_, Opinion) => Some(unclear("One of them is a judgement, not a fact")),
        (x, y) if x == y => {
            let speakers =
                !a.speaker.name.is_empty() && !b.speaker.name.is_empty() && a.speaker.name != b.speaker.name;
            (matches!(x, Forecast | Possible) && speakers)
                .then(|| unclear("Two speakers expect different things"))
        }
        (Actual, Planned | Forecast) if describes(a, attribute) => None,
        (Planned | Forecast, Actual) if describes(b, attribute) => None,
        (Actual, Planned | Forecast) => Some(overtaken(a, b, &both, input)),
        (Planned | Forecast, Actual) => Some(overtaken(b, a, &both, input)),
        _ => Some(unclear(&both)),
    }
}

/// Whether a statement says for or against what somebody is: that they will vote so says it too.
fn takes_side(claim: &Claim) -> bool {
    const SIDES: [&str; 6] = ["support", "back", "endorse", "favour", "favor", "oppose"];
    SIDES.contains(&claim.verb.as_str())
}

/// What an older article says has not been done yet and a younger one tells as done.
fn done_since(a: &Claim, b: &Claim, input: &Input) -> Option<Judged> {
    let since = |open: &Claim, fact: &Claim| {
        let told = open.status == Status::Denied && fact.status == Status::Actual && fact.past;
        if !told || !has_role(open, "so far") {
            return None;
        }
        let later = |t: Timing| if let Timing::Later(when) = t { Some(when.to_string()) } else { None };
        let by_report = || later(reported(fact, open, input)).filter(|_| !done_before(fact, open, input));
        later(timing(fact, open, input)).or_else(by_report)
    };
    if a.kind != ClaimKind::Status {
        return None;
    }
    let when = since(a, b).or_else(|| since(b, a))?;
    Some((Verdict::Changed, format!("What had not been done is told as done; they hold for {when}.")))
}

/// Whether a fact in the present is what a plan comes to: `the deal, to be closed in May, is worth $2 bn`.
fn describes(fact: &Claim, attribute: Option<&Attribute>) -> bool {
    let of_event = attribute.is_none_or(|a| a.holds == Holds::Event && !a.cumulative);
    of_event && !fact.past && matches!(fact.kind, ClaimKind::Value(Kind::Money))
}

/// A plan that came out differently, unless it is the younger one.
fn overtaken(fact: &Claim, plan: &Claim, both: &str, input: &Input) -> Judged {
    match reported(plan, fact, input) {
        Timing::Earlier(_) => (Verdict::Changed, format!("{both}, and the plan is the older one.")),
        _ => unclear(both),
    }
}

/// Whether one of two figures is rough and the other near it: two rough ones that are told to two digits or more each mean
/// what they say.
fn rough(a: &Claim, b: &Claim) -> bool {
    let stated = |c: &Claim| match &c.value {
        ClaimValue::Quantity { quantity: q, unit, .. } => {
            Some((q.low.or(q.high)?, q.bound == Bound::About || q.vague, unit.clone()))
        }
        _ => None,
    };
    let (Some((x, rough_x, unit_x)), Some((y, rough_y, unit_y))) = (stated(a), stated(b)) else {
        return false;
    };
    // `about 6,800` is no other way to say `about 6,200`.
    let told = |v: Decimal| step(v).checked_mul(Decimal::TEN).is_some_and(|ten| ten <= v.abs());
    if rough_x && rough_y && told(x) && told(y) {
        return false;
    }
    let near =
        (x - y).abs() <= x.abs().max(y.abs()).checked_mul(Decimal::new(ROUGH.0, ROUGH.1)).unwrap_or_default();
    (rough_x || rough_y) && near && unit_x == unit_y
}

/// How a value goes with time.
enum Holding {
    /// Fixed by one event.
    Event,
    /// Fixed by one event, but known better from day to day, and only growing.
    Growing,
    /// Another from one moment to the next.
    Momentary,
    /// Nothing tells.
    Unknown,
}

fn holding(claim: &Claim, attribute: Option<&Attribute>) -> Holding {
    use ClaimKind::{List, Person, Place, Quotation, Role, Status, Value};
    if matches!(claim.kind, Value(Kind::Date | Kind::Time)) {
        return Holding::Event;
    }
    if let Some(attribute) = attribute {
        return match (attribute.cumulative, attribute.holds) {
            (true, _) => Holding::Growing,
            (false, Holds::Event) => Holding::Event,
            (false, Holds::Momentary) => Holding::Momentary,
        };
    }
    match claim.kind {
        // A kind of thing, a nationality, and what happened stay so.
        Status if claim.verb == BE || claim.past => Holding::Event,
        // How long it took and what it cost is over with the deed.
        Value(Kind::Duration | Kind::Money) if claim.past => Holding::Event,
        Value(Kind::Count | Kind::Number) if claim.past && SINGLE_DEEDS.has(&claim.verb) => Holding::Event,
        Value(Kind::Dimension | Kind::Ordinal) | Place | Quotation | List => Holding::Event,
        Person if claim.attribute == NAME => Holding::Event,
        Value(Kind::Count | Kind::Number | Kind::Percent) | Role | Person => Holding::Momentary,
        Value(_) | Status => Holding::Unknown,
    }
}

/// Whether the age that `old` states can have become that of `new` between their articles; of what is no age it is so.
fn could_age(old: &Claim, new: &Claim, input: &Input) -> bool {
    let age = |c: &Claim| match &c.value {
        ClaimValue::Quantity { quantity, unit: Some(unit), .. } if unit.ends_with(" of age") => {
            quantity.stated()
        }
        _ => None,
    };
    let Some((before, after)) = age(old).zip(age(new)) else { return true };
    let years = years_between(old, new, input).unwrap_or(0);
    before <= after && after - before <= Decimal::from(years + 1)
}

/// What differing values of one status mean: another time, or a contradiction.
fn by_time(
    a: &Claim,
    b: &Claim,
    relation: &Relation,
    attribute: Option<&Attribute>,
    input: &Input,
) -> Judged {
    let conflict = || {
        (Verdict::Conflict, format!("{}, at the same time and of the same thing.", capital(&relation.reason)))
    };
    let at = timing(a, b, input);
    match (holding(a, attribute), at) {
        // Two figures of two times are two events, unless it is the time itself that differs.
        (Holding::Event, Timing::Earlier(when) | Timing::Later(when))
            if matches!(a.kind, ClaimKind::Value(k) if !matches!(k, Kind::Date | Kind::Time))
                && of_two_times(a, b) =>
        {
            unclear(&format!("They are said of {when}"))
        }
        (Holding::Growing | Holding::Momentary, _) if of_the_past(a, b, input) => {
            unclear("One names a time long past, the other none")
        }
        (Holding::Event, _) if a.status != Status::Planned => (
            Verdict::Conflict,
            format!("{}, and it does not change from day to day.", capital(&relation.reason)),
        ),
        (Holding::Event, _) => match reported(a, b, input) {
            Timing::Earlier(when) | Timing::Later(when) => {
                (Verdict::Changed, format!("The plan was reported on {when}."))
            }
            Timing::Same | Timing::Unknown => conflict(),
        },
        (_, Timing::Same) => conflict(),
        (Holding::Momentary, Timing::Earlier(_)) if !could_age(a, b, input) => conflict(),
        (Holding::Momentary, Timing::Later(_)) if !could_age(b, a, input) => conflict(),
        (Holding::Unknown, Timing::Unknown) if a.kind == ClaimKind::Status && undated(a, b, input) => (
            Verdict::Conflict,
            format!("{}, and neither text tells of another time.", capital(&relation.reason)),
        ),
        (_, Timing::Unknown) => unclear("It may have changed, and the articles' dates are not known"),
        (Holding::Growing, Timing::Earlier(when)) => grown(a, b, when),
        (Holding::Growing, Timing::Later(when)) => grown(b, a, when),
        (Holding::Momentary, Timing::Earlier(when) | Timing::Later(when)) => {
            (Verdict::Changed, format!("They hold for {when}."))
        }
        (Holding::Unknown, Timing::Earlier(when) | Timing::Later(when)) => {
            (Verdict::Unclear, format!("They hold for {when}, and nothing tells whether it can change."))
        }
    }
}

/// A count that can only grow: a later, higher value is an update.
fn grown(early: &Claim, late: &Claim, when: Moments) -> Judged {
    let number = |c: &Claim| match &c.value {
        ClaimValue::Quantity { quantity, .. } => quantity.low.or(quantity.high),
        _ => None,
    };
    if number(late) >= number(early) {
        (Verdict::Changed, format!("The count grew: they hold for {when}."))
    } else {
        (
            Verdict::Unclear,
            format!("They hold for {when}, and a count that can only grow is lower at the later one."),
        )
    }
}

/// With a capital at the start.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
