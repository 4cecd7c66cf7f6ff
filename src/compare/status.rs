//! What it means that two claims are of two statuses: a fact and a plan, a plan and a denial, two sides of a dispute.

use super::Input;
use super::pair::{Judged, unclear};
use super::relation::has_role;
use super::timing::{Timing, done_before, reported, timing, years_between};
use crate::lexicon::{SIDING_VERBS, thesaurus};
use crate::model::{BE, Claim, ClaimKind, Kind, Status, Verdict};
use crate::rules::{Attribute, Holds};

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

/// What differing values mean where the two are not of one status.
pub fn by_status(a: &Claim, b: &Claim, attribute: Option<&Attribute>, input: &Input) -> Option<Judged> {
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
        // `would sign the law`, `would not sign the law`, by one who should know
        (Planned | Forecast, Status::Denied) | (Status::Denied, Planned | Forecast)
            if a.kind == ClaimKind::Status && is_ahead(a) && is_ahead(b) && !of_two_speakers(a, b) =>
        {
            None
        }
        // What is said and what is denied are compared as such.
        (Actual, Status::Denied) | (Status::Denied, Actual) if a.kind == ClaimKind::Status => None,
        (Opinion, _) | (_, Opinion) => Some(unclear("One of them is a judgement, not a fact")),
        (x, y) if x == y => (matches!(x, Forecast | Possible) && of_two_speakers(a, b))
            .then(|| unclear("Two speakers expect different things")),
        (Actual, Planned | Forecast) if describes(a, attribute) => None,
        (Planned | Forecast, Actual) if describes(b, attribute) => None,
        (Actual, Planned | Forecast) => Some(overtaken(a, b, &both, input)),
        (Planned | Forecast, Actual) => Some(overtaken(b, a, &both, input)),
        _ => Some(unclear(&both)),
    }
}

/// Whether both are said by somebody, and not by one.
fn of_two_speakers(a: &Claim, b: &Claim) -> bool {
    !a.speaker.name.is_empty() && !b.speaker.name.is_empty() && a.speaker.name != b.speaker.name
}

/// Whether a statement tells of what is to come: a plan, or a denial of one for good.
fn is_ahead(claim: &Claim) -> bool {
    let modal = || {
        claim
            .told
            .split(' ')
            .take(8)
            .any(|w| matches!(w, "will" | "would" | "won't" | "wouldn't" | "won’t" | "wouldn’t"))
    };
    claim.status != Status::Denied || modal() && !has_role(claim, "limited")
}

/// Whether a statement says for or against what somebody is: that they will vote so says it too.
fn takes_side(claim: &Claim) -> bool {
    SIDING_VERBS.has(&claim.verb)
}

/// What an older article says has not been done yet and a younger one tells as done.
pub fn done_since(a: &Claim, b: &Claim, input: &Input) -> Option<Judged> {
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
