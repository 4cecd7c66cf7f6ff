//! What it means that two claims of one question give different values.
//!
//! `conflict` needs everything: both understood, both of one status, about one time. Whatever is missing becomes the
//! reason why it is only `changed` or `unclear`.

use super::Input;
use super::relation::Relation;
use super::status::{by_status, done_since};
use super::timing::{Moments, Timing, of_the_past, of_two_times, reported, timing, undated, years_between};
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

/// A verdict for a person to look at.
pub fn unclear(reason: &str) -> Judged {
    (Verdict::Unclear, format!("{reason}."))
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
