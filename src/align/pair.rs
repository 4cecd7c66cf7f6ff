//! Judges one pair: vetoes, then a score of what the claims share, against a threshold that depends on whether they agree.

use super::apart::never;
use super::deed::{
    deed_told, fillers, from_other_end, many_names, one_deed, one_occasion, opposite_deeds, other_partners,
    other_sort,
};
use super::event::Events;
use super::quotation::Quotations;
use super::statement::{Shared, Statements};
use super::value::value;
use super::verbatim::Verbatim;
use super::veto::{one_verb, people_differ, veto};
use super::weight::Weights;
use super::words::Words;
use super::{Input, block};
use crate::lexicon::{denial, kinds, thesaurus};
use crate::model::{AFFILIATION, BE, BECAUSE, Claim, ClaimKind, ClaimValue, SAY, SCORE};

/// What is known of the claims of a story before any two are compared.
pub struct Known<'a> {
    weights: Weights,
    /// Which articles tell of one event.
    pub events: Events<'a>,
    statements: Statements,
    quotations: Quotations,
    /// What stands in one place of sentences that are nearly the same.
    pub verbatim: Verbatim,
}

impl<'a> Known<'a> {
    /// Looks at all claims once.
    pub fn of(input: Input<'a>, words: &Words) -> Self {
        Self {
            weights: Weights::of(input, words),
            events: Events::of(input),
            statements: Statements::of(input),
            quotations: Quotations::of(input.claims),
            verbatim: Verbatim::of(input),
        }
    }

    /// The quotations of the story.
    pub const fn quotations(&self) -> &Quotations {
        &self.quotations
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

/// Sentences at least as similar as this tell one score.
const ALIKE: f32 = 0.15;
/// Statements at least this likely to be compared by people tell one thing.
const TOLD_ALIKE: f32 = 0.28;
/// The score of values that stand in one place of sentences which are nearly the same.
const VERBATIM: f32 = 1.2;
/// How likely that is of what one denies and the other says.
const DENIED: f32 = 0.85;
/// How likely that is of two with one subject, verb and object.
const ONE_DEED: f32 = 0.6;

/// Judges claims `a` and `b`; `None` if they do not answer one question.
pub fn judge(input: Input, known: &Known, a: usize, b: usize) -> Option<Pair> {
    let (x, y) = (&input.claims[a], &input.claims[b]);
    if x.source == y.source && x.sentence == y.sentence {
        return None;
    }
    let held = || match x.kind {
        ClaimKind::Value(_) => x.value != y.value,
        // `carries 80 passengers`, `carries 45 passengers`
        ClaimKind::Status => x.value != y.value || x.mention.is_some() && y.mention.is_some(),
        _ => false,
    };
    if known.verbatim.of_two_things(x, y) && held() {
        return None;
    }
    // `No plant will be shut`, `it will close five plants`: of one event, or of nothing in common.
    if denial::none_of(x, y) {
        let one = x.source != y.source && known.events.one_event(x.source, y.source);
        return one.then_some(Pair { a, b, score: DENIED });
    }
    if denies(input, known, a, b) {
        return Some(Pair { a, b, score: DENIED });
    }
    if block::family(x) != block::family(y) {
        return None;
    }
    if veto(input, x, y).is_some() {
        return None;
    }
    let score = match x.kind {
        ClaimKind::Value(_) if one_place(input, known, a, b) => Some(VERBATIM),
        ClaimKind::Value(_) => value(input, &known.weights, &known.events, a, b),
        ClaimKind::Place => place(x, y),
        ClaimKind::List => list(x, y, known.weights.similarity(a, b)),
        ClaimKind::Role | ClaimKind::Person => role(x, y),
        ClaimKind::Quotation => known.quotations.shared(a, b).or_else(|| {
            let one = x.source != y.source && x.subject.is_some() && x.subject == y.subject;
            one.then(|| known.quotations.retold(a, b)).flatten()
        }),
        ClaimKind::Status if x.verb == BE => described(input, x, y),
        ClaimKind::Status => statement(input, known, a, b),
    }?;
    Some(Pair { a, b, score })
}

/// Whether two values stand in one place of sentences that tell one thing, and nothing says that they are two.
fn one_place(input: Input, known: &Known, a: usize, b: usize) -> bool {
    let (x, y) = (&input.claims[a], &input.claims[b]);
    known.verbatim.one_slot(a, b) && (x.value == y.value || !never(input, &known.events, x, y))
}

/// Whether one of two statements of one subject denies what the other says.
fn denies(input: Input, known: &Known, a: usize, b: usize) -> bool {
    let (x, y) = (&input.claims[a], &input.claims[b]);
    let one = || x.subject.zip(y.subject).is_some_and(|(a, b)| a == b);
    // `The alarm went off`, `The alarm did not go off`
    let thing = || {
        let nameless = x.subject.is_none() && y.subject.is_none() && !x.topic.is_empty();
        nameless && x.topic == y.topic && x.passive == y.passive && known.events.one_event(x.source, y.source)
    };
    x.source != y.source
        && (one() || thing())
        && denial::opposed(x, y)
        && known.statements.figures_fit(input, a, b)
}

/// The score of one match: scores that differ need both sides and the verb in common.
fn score(x: &Claim, y: &Claim, context: f32) -> Option<f32> {
    let names = x.entities.iter().filter(|e| y.entities.contains(e)).count();
    let one = if x.value == y.value {
        names > 0 || context >= ALIKE
    } else {
        names > 1 && one_verb(&x.verb, &y.verb)
    };
    (one && x.source != y.source).then_some(0.5 + context)
}

fn list(x: &Claim, y: &Claim, context: f32) -> Option<f32> {
    if x.attribute == SCORE && y.attribute == SCORE {
        return score(x, y, context);
    }
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
    if x.kind == ClaimKind::Person || (x.attribute == AFFILIATION) != (y.attribute == AFFILIATION) {
        return (x.attribute == y.attribute).then_some(1.0);
    }
    let (ClaimValue::Items { items: a, .. }, ClaimValue::Items { items: b, .. }) = (&x.value, &y.value)
    else {
        return None;
    };
    let alike = |m: &String, n: &String| {
        thesaurus::same(m, n) || thesaurus::broader(m, n) || thesaurus::broader(n, m)
    };
    if a.iter().any(|m| b.iter().any(|n| alike(m, n))) {
        return Some(1.0);
    }
    // What somebody is called in one article and in the other: two sides of one answer, or of which only one can be right.
    (x.source != y.source).then_some(OTHER_OFFICE)
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
    let denied = |c: &Claim| matches!(c.value, ClaimValue::Predicate { negated: true, .. });
    // What something is not, it may not be twice.
    let both_denied = denied(x) && denied(y);
    if any("kind", &thesaurus::akin) || !both_denied && any("word", &|a, b| thesaurus::related(a, b)) {
        return Some(0.8);
    }
    // What says no kind (`is Danish`, `was written by Ann Doe`) goes with any that says as much.
    let bare = fillers(x, "kind").next().is_none() || fillers(y, "kind").next().is_none();
    let role = |r: &str| !matches!(r, "subject" | "is" | "called" | "word" | "kind" | "of" | "place");
    let as_much = || match &x.value {
        ClaimValue::Predicate { arguments, .. } => {
            arguments.iter().any(|(r, _)| role(r) && fillers(y, r).next().is_some())
        }
        _ => false,
    };
    if bare && as_much() {
        return Some(0.8);
    }
    let callings = || {
        let all = |claim, role| fillers(claim, role).collect::<Vec<&str>>();
        let (a, b) = (all(x, "kind"), all(y, "kind"));
        // `is only a director`
        let only = || {
            let said = !all(x, "only").is_empty() || !all(y, "only").is_empty();
            said && !a.is_empty() && !b.is_empty()
        };
        kinds::callings_differ(&a, &b)
            || kinds::callings_differ(&b, &a)
            || kinds::fields_differ(&all(x, "word"), &all(y, "word"))
            || only()
    };
    (any("kind", &kinds::exclusive) || callings()).then_some(0.6)
}

/// Descriptions that can answer what one thing is, or how it, or a part of it, stands among its like.
fn described(input: Input, x: &Claim, y: &Claim) -> Option<f32> {
    if !(kinds::is_standing(x) && kinds::is_standing(y)) {
        return description(x, y);
    }
    // The first of one market may be the second of another.
    let places = |c| fillers(c, "place").collect::<Vec<_>>();
    let (p, q) = (places(x), places(y));
    let one_market = p.is_empty() || q.is_empty() || p.iter().any(|place| q.contains(place));
    let one = || x.subject.zip(y.subject).is_some_and(|(a, b)| input.entities.same_or_part(a, b));
    let standing = || (x.source != y.source && one()).then_some(STANDING);
    one_market.then(|| description(x, y).or_else(standing)).flatten()
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
    if x.verb == SAY || y.verb == SAY {
        return (one_occasion(x, y) && known.statements.figures_fit(input, a, b)).then_some(ONE_DEED);
    }
    let likely = |same_verb| told_alike(known, (a, b), same_verb, figures(x) + figures(y));
    // Most pairs have neither their verbs nor enough words in common: that costs least to ask.
    let one_verb = known.statements.same_verb(a, b);
    if !one_verb && !known.statements.may_pair_verbs(a, b) && likely(false).is_none() {
        return None;
    }
    // Two actors of which neither stands in the other statement do two things.
    let elsewhere = |c: &Claim, of: &Claim| c.subject.is_some_and(|s| !of.entities.contains(&s));
    if elsewhere(x, y) && elsewhere(y, x) && people_differ(input, x.subject, y.subject) {
        return None;
    }
    if other_partners(x, y) {
        return None;
    }
    if denial::one_place_only(x, y) {
        return Some(ONE_DEED);
    }
    // `Ann Doe was fired`, `Ann Doe resigned`
    if denial::excludes(x, y) && known.events.one_event(x.source, y.source) {
        return Some(ONE_DEED);
    }
    let same_verb = one_verb || from_other_end(x, y);
    if same_verb && other_sort(input, x, y) {
        return None;
    }
    // What had not been done on Tuesday may be done on Friday.
    let open = |c: &Claim| fillers(c, "so far").next().is_some();
    let told = || one_deed(input, x, y) || deed_told(input, x, y) || deed_told(input, y, x);
    if (same_verb && (told() || many_names(x, y)) || opposite_deeds(x, y))
        && (open(x) != open(y) || known.statements.figures_fit(input, a, b))
    {
        return Some(ONE_DEED);
    }
    likely(same_verb).filter(|_| known.statements.figures_fit(input, a, b))
}

/// How likely it is that two statements tell one thing, by the words they share; `None` if that is not enough.
fn told_alike(known: &Known, (a, b): (usize, usize), same_verb: bool, figures: usize) -> Option<f32> {
    let shared = known.statements.shared(a, b)?;
    let context = known.weights.similarity(a, b);
    Some(likelihood(&shared, context, same_verb, figures)).filter(|score| *score >= TOLD_ALIKE)
}

/// How many of a statement's figures keep it from being one without: 0 or 1.
fn figures(claim: &Claim) -> usize {
    usize::from(claim.mention.is_some())
}

/// How sure it is that two descriptions of how something stands answer one question.
const STANDING: f32 = 0.5;

/// How sure it is that two offices of one person answer one question.
const OTHER_OFFICE: f32 = 0.5;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EntityId;

    fn near(found: Option<f32>, want: Option<f32>) -> bool {
        match (found, want) {
            (Some(a), Some(b)) => (a - b).abs() < 0.01,
            (a, b) => a.is_none() && b.is_none(),
        }
    }

    fn items(kind: ClaimKind, names: &str) -> Claim {
        let items = names.split_whitespace().map(str::to_owned).collect();
        Claim::new(0, kind, ClaimValue::Items { items, complete: true })
    }

    #[test]
    fn lists_share_half_of_their_items_and_words_around_them() {
        for (a, b, context, want) in [
            ("x y z", "x y z", 0.0, Some(1.0)),
            ("x y", "x z", 1.0, None),
            ("x y z u v", "x y", 1.0, None),
            ("x y z", "x y", 0.3, Some(0.967)),
            ("x y z", "x y", 0.1, None),
            ("x y z u", "x y", 0.5, Some(1.0)),
            ("x", "x", 1.0, None),
        ] {
            let (x, y) = (items(ClaimKind::List, a), items(ClaimKind::List, b));
            assert!(near(list(&x, &y, context), want), "{a} / {b}");
        }
    }

    #[test]
    fn places_and_roles_are_those_of_one_subject() {
        let of = |kind, source, subject: Option<usize>, attribute: &str, names: &str| Claim {
            source,
            subject: subject.map(EntityId),
            attribute: attribute.to_owned(),
            ..items(kind, names)
        };
        let (oslo, some) = (of(ClaimKind::Place, 0, Some(1), "seat", "Oslo"), Some(0.9));
        for (other, want, why) in [
            (of(ClaimKind::Place, 1, Some(1), "seat", "Bergen"), some, "two articles on one seat"),
            (of(ClaimKind::Place, 0, Some(1), "seat", "Bergen"), None, "one article"),
            (of(ClaimKind::Place, 1, Some(2), "seat", "Bergen"), None, "two subjects"),
            (of(ClaimKind::Place, 1, None, "seat", "Bergen"), None, "no subject"),
            (of(ClaimKind::Place, 1, Some(1), "birth", "Bergen"), None, "another respect"),
            (of(ClaimKind::Person, 1, Some(1), "seat", "Bergen"), None, "another kind"),
        ] {
            assert!(near(place(&oslo, &other), want), "{why}");
        }
        let nobody = of(ClaimKind::Place, 0, None, "seat", "Oslo");
        assert_eq!(place(&nobody, &of(ClaimKind::Place, 1, None, "seat", "Oslo")), None, "no subjects");
        let mayor = of(ClaimKind::Role, 0, Some(1), "", "mayor");
        for (other, want, why) in [
            (of(ClaimKind::Role, 1, Some(1), "", "mayor"), Some(1.0), "one office"),
            (of(ClaimKind::Role, 1, Some(1), "", "poet mayor"), Some(1.0), "one of two"),
            (of(ClaimKind::Role, 1, Some(1), "", "violinist"), Some(0.5), "two occupations"),
            (of(ClaimKind::Role, 0, Some(1), "", "violinist"), None, "two occupations in one article"),
            (of(ClaimKind::Role, 1, Some(2), "", "mayor"), None, "two people"),
            (of(ClaimKind::Person, 1, Some(1), "", "mayor"), None, "another kind"),
        ] {
            assert!(near(role(&mayor, &other), want), "{why}");
        }
        let held = |subject, attribute| of(ClaimKind::Person, 1, subject, attribute, "Amsel");
        assert_eq!(role(&held(Some(1), "mayor"), &held(Some(1), "mayor")), Some(1.0));
        assert_eq!(role(&held(Some(1), "mayor"), &held(Some(1), "editor")), None, "two offices");
        assert_eq!(role(&held(None, "mayor"), &held(None, "mayor")), None, "no body");
    }

    #[test]
    fn descriptions_are_of_one_thing_in_two_articles() {
        let of = |source, subject: Option<usize>, role: &str, noun: &str| {
            let arguments = vec![(role.to_owned(), noun.to_owned())];
            let value = ClaimValue::Predicate { predicate: BE.to_owned(), negated: false, arguments };
            Claim { subject: subject.map(EntityId), ..Claim::new(source, ClaimKind::Status, value) }
        };
        let tanker = of(0, Some(1), "kind", "tanker");
        for (other, want, why) in [
            (of(1, Some(1), "kind", "tanker"), Some(1.0), "one kind"),
            (of(1, Some(1), "kind", "ship"), Some(0.8), "a broader kind"),
            (of(1, Some(1), "word", "tanker"), None, "a word, no kind"),
            (of(0, Some(1), "kind", "tanker"), None, "one article"),
            (of(1, Some(2), "kind", "tanker"), None, "two things"),
            (of(1, None, "kind", "tanker"), None, "of nothing known"),
        ] {
            assert!(near(description(&tanker, &other), want), "{why}");
            assert!(near(description(&other, &tanker), want), "{why}, the other way round");
        }
        let nothing = of(0, None, "kind", "tanker");
        assert_eq!(description(&nothing, &of(1, None, "kind", "tanker")), None, "neither known");
        let (old, aged) = (of(0, Some(1), "word", "tanker"), of(1, Some(1), "word", "tanker"));
        assert!(near(description(&old, &aged), Some(0.8)), "one word");
    }
}
