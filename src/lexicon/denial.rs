//! A denial and what it denies: all that one statement denies of somebody, the other says of them, in whatever order of words.

use super::{DENIAL_WORDS, thesaurus};
use crate::model::{BE, BECAUSE, Claim, ClaimValue};

/// Of so many words of a denial one may differ.
const MANY: usize = 5;

/// Whether one of two statements of one subject denies all that the other says, or part of it.
pub fn opposed(a: &Claim, b: &Claim) -> bool {
    match (is_denial(a), is_denial(b)) {
        (Some(true), Some(false)) => covered(a, b),
        (Some(false), Some(true)) => covered(b, a),
        _ => false,
    }
}

/// Whether a statement is a denial; `None` of other claims.
pub fn is_denial(claim: &Claim) -> Option<bool> {
    match &claim.value {
        ClaimValue::Predicate { predicate, negated, .. } if predicate != BECAUSE => Some(*negated),
        _ => None,
    }
}

/// Whether all that `denied` denies of its subject, two things at least, `stated` says of it.
fn covered(denied: &Claim, stated: &Claim) -> bool {
    let subject = denied.subject.map(|id| format!("@{}", id.0));
    let what = || {
        let terms = denied.modifiers.iter().map(String::as_str);
        terms.filter(|&t| Some(t) != subject.as_deref() && !DENIAL_WORDS.has(t))
    };
    let enough = what().count() >= 2 || denied.verb == BE && what().next().is_some();
    let missing = || what().filter(|w| !thesaurus::covers([*w], &stated.modifiers)).count();
    // One verb for one deed: a word in it may be another (`its main flavour`, `its leading flavour`).
    let most = usize::from(what().count() >= MANY && denied.verb == stated.verb && denied.verb != BE);
    // `turned down offers to work there`
    let refused = thesaurus::related(&stated.verb, "refuse") || stated.verb == "avoid";
    subject.is_some() && !refused && enough && denied.passive == stated.passive && missing() <= most
}
