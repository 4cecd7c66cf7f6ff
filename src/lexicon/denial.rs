//! A denial and what it denies: all that one statement denies of somebody, the other says of them, in whatever order of words.

use super::antonyms::undergone;
use super::word_map::WordMap;
use super::{DENIAL_WORDS, entries, thesaurus, verbs};
use crate::model::{BE, BECAUSE, Claim, ClaimValue};
use std::sync::LazyLock;

/// What people of a calling do, by the calling.
static DEEDS: LazyLock<WordMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let lines = entries(include_str!("callings-deeds.txt")).filter_map(|line| line.split_once(' '));
    lines.map(|(calling, deeds)| (calling, deeds.split(' ').collect())).collect()
});

/// Words that say that something is so no longer, or not yet.
const FORMER: [&str; 7] = ["former", "ex", "retired", "onetime", "erstwhile", "future", "would-be"];

/// Of so many words of a denial one may differ.
const MANY: usize = 5;

/// Whether `stated` says the word `word` of a denial. A deed is denied by its own verb: what was designed may not be built.
fn says(stated: &Claim, word: &str, deed: bool) -> bool {
    let does = |other: &str| DEEDS.get(other).is_some_and(|deeds| deeds.contains(&word));
    stated.modifiers.iter().any(|other| {
        let one = if deed { one_deed(word, other) } else { thesaurus::related(word, other) };
        one || does(other)
    }) || fillers(stated, "rank").any(|rank| rank == word)
}

/// Whether two verbs are one to the newspapers; a thesaurus takes `design` and `build` for one too.
fn one_deed(a: &str, b: &str) -> bool {
    verbs::canonical(a) == verbs::canonical(b) || a.contains(' ') && thesaurus::same(a, b)
}

/// What fills a role of a statement.
fn fillers<'a>(claim: &'a Claim, role: &str) -> impl Iterator<Item = &'a str> {
    let arguments = match &claim.value {
        ClaimValue::Predicate { arguments, .. } => &arguments[..],
        _ => &[],
    };
    arguments.iter().filter(move |(r, _)| r == role).map(|(_, filler)| filler.as_str())
}

/// Whether of two statements of one subject with one verb one says that it is so in one place only, and both name places.
pub fn one_place_only(a: &Claim, b: &Claim) -> bool {
    let place = |c: &Claim| c.modifiers.iter().any(|m| m.starts_with('+'));
    let only = |c: &Claim| fillers(c, "only").next().is_some();
    let one = a.subject.is_some() && a.subject == b.subject && a.verb == b.verb && a.passive == b.passive;
    one && place(a) && place(b) && (only(a) || only(b))
}

/// Whether one says what was done to its subject, and the other that this did otherwise of itself: `was fired`, `resigned`.
pub fn excludes(a: &Claim, b: &Claim) -> bool {
    let denied = |c: &Claim| is_denial(c) != Some(false);
    let ends =
        |done: &Claim, does: &Claim| done.passive && !does.passive && undergone(&done.verb, &does.verb);
    a.subject.is_some() && a.subject == b.subject && !denied(a) && !denied(b) && (ends(a, b) || ends(b, a))
}

/// Whether one of two statements of one subject denies all that the other says, or part of it.
pub fn opposed(a: &Claim, b: &Claim) -> bool {
    match (is_denial(a), is_denial(b)) {
        (Some(true), Some(false)) => covered(a, b),
        (Some(false), Some(true)) => covered(b, a),
        _ => false,
    }
}

/// Whether one says that what the other tells is done to none: `no plant will be shut`, `it will close five plants`.
pub fn none_of(a: &Claim, b: &Claim) -> bool {
    let none = |denied: &Claim, stated: &Claim| {
        let of_all = denied.told.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("no "));
        of_all
            && denied.passive
            && is_denial(denied) == Some(true)
            && is_denial(stated) == Some(false)
            && !denied.noun.is_empty()
            && stated.modifiers.contains(&denied.noun)
            && one_deed(&denied.verb, &stated.verb)
    };
    none(a, b) || none(b, a)
}

/// Whether a statement is a denial; `None` of other claims.
pub fn is_denial(claim: &Claim) -> Option<bool> {
    match &claim.value {
        ClaimValue::Predicate { predicate, negated, .. } if predicate != BECAUSE => Some(*negated),
        _ => None,
    }
}

/// Whether of the words of a denial all but one in [`MANY`] are among those of a statement, or related to one.
pub fn nearly_covered(denied: &[String], stated: &[String]) -> bool {
    let what = || denied.iter().map(String::as_str).filter(|w| !DENIAL_WORDS.has(w));
    let missing = what().filter(|w| !thesaurus::covers([*w], stated)).count();
    missing * MANY <= what().count()
}

/// Whether a statement says of something that it is so no longer, or not yet: `is a former judge`.
pub fn is_former(claim: &Claim) -> bool {
    let said = fillers(claim, "is").chain(fillers(claim, "called")).chain([claim.told.as_str()]);
    said.flat_map(|text| text.split([' ', '-'])).any(|word| FORMER.contains(&word))
}

/// Whether all that `denied` denies of its subject, two things at least, `stated` says of it.
fn covered(denied: &Claim, stated: &Claim) -> bool {
    let subject = denied.subject.map(|id| format!("@{}", id.0));
    let what = || {
        let terms = denied.modifiers.iter().map(String::as_str);
        terms.filter(|&t| Some(t) != subject.as_deref() && !DENIAL_WORDS.has(t))
    };
    if subject.is_none() || denied.passive != stated.passive {
        return false;
    }
    // `was incapable of writing`, of an author.
    let never = fillers(denied, "never").next().is_some();
    let alone = denied.verb == BE || stated.verb == BE || never && denied.verb == stated.verb;
    let enough = what().count() >= 2 || alone && what().next().is_some();
    // One verb for one deed: a word in it may be another (`its main flavour`, `its leading flavour`).
    let most = usize::from(what().count() >= MANY && denied.verb == stated.verb && denied.verb != BE);
    let missing = what().filter(|w| !says(stated, w, denied.verb == **w));
    // `turned down offers to work there`
    let refused = || thesaurus::related(&stated.verb, "refuse") || stated.verb == "avoid";
    let ranked = || fillers(denied, "rank").all(|rank| says(stated, rank, false));
    // A former judge is none.
    let former = || is_former(stated) && !is_former(denied);
    enough && missing.take(most + 1).count() <= most && !refused() && ranked() && !former()
}
