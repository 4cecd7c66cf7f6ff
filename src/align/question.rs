//! A group of claims as a question: its text, why they belong together, and what keeps it from being certain.

use super::Input;
use super::cluster::Cluster;
use super::event::Events;
use super::pair::Known;
use super::value::is_time;
use super::veto::{one_verb, opposite_changes};
use crate::lexicon::{FIXED_SERIES, TRADING_MOMENTS};
use crate::model::{BE, Claim, ClaimKind, EntityId, EntityKind, Kind, NAME, Question, Status};
use std::collections::{BTreeMap, BTreeSet};

/// The question of a group; `None` if one article tells it over and over. Values are worth a question inside one article too:
/// a headline and its text, a sum and its repetition further down, can come apart; so can the spellings of a name.
pub fn of(input: Input, known: &Known, cluster: &Cluster) -> Option<Question> {
    let claims: Vec<&Claim> = cluster.claims.iter().map(|&i| &input.claims[i]).collect();
    let sources = claims.iter().map(|c| c.source).collect::<std::collections::BTreeSet<_>>().len();
    let headline = claims.iter().any(|c| c.headline) && claims.iter().any(|c| !c.headline);
    let value = claims.iter().all(|c| matches!(c.kind, ClaimKind::Value(_)));
    // On one day an article tells of many things.
    let close = |c: &&&Claim| date_alike(claims[0], c);
    let value =
        value && (!is_time(claims[0]) || cluster.score >= NEARLY_ONE || claims.iter().all(|c| close(&c)));
    let name = claims[0].attribute == NAME;
    if sources < 2 && !headline && !value && !name {
        return None;
    }
    let indices = &cluster.claims;
    let one_slot = in_one_place(input, known, indices);
    let doubts = if one_slot { Vec::new() } else { doubts(input, &known.events, &claims, cluster.score) };
    let confidence = (0.35 + 0.5 * cluster.score.min(1.0)).min(0.95);
    Some(Question {
        text: text(&claims),
        claims: cluster.claims.clone(),
        reasons: reasons(input, &claims),
        confidence,
        certain: doubts.is_empty(),
        doubts,
        paraphrase: claims[0].kind == ClaimKind::Status && claims[0].verb != BE,
        one_place: one_slot,
        wording: None,
    })
}

/// Whether each claim stands where another stands in sentences that are nearly the same, or repeats one that does.
fn in_one_place(input: Input, known: &Known, claims: &[usize]) -> bool {
    let placed = |i: usize| known.verbatim.partners(i).any(|j| claims.binary_search(&j).is_ok());
    let one_article = |i: &usize, j: &usize| input.claims[*i].source == input.claims[*j].source;
    // Ascending, and so article by article.
    claims.chunk_by(one_article).all(|own| {
        let placed: Vec<usize> = own.iter().copied().filter(|&i| placed(i)).collect();
        let repeats = |i: usize| placed.iter().any(|&j| input.claims[i].value == input.claims[j].value);
        own.iter().all(|&i| placed.contains(&i) || repeats(i))
    })
}

/// Times that score as much are said of one thing, whatever their verbs.
const NEARLY_ONE: f32 = 0.5;

/// Whether two times are said of one attribute or under one verb.
fn date_alike(a: &Claim, b: &Claim) -> bool {
    a.attribute_id.is_some() && a.attribute_id == b.attribute_id || one_verb(&a.verb, &b.verb)
}

/// `subject: attribute`, of what most claims call them; where no value has a subject, the place it is said of.
pub fn text(claims: &[&Claim]) -> String {
    let values = claims.iter().filter(|c| matches!(c.kind, ClaimKind::Value(_)));
    let places = values.flat_map(|c| &c.places).filter(|p| !p.outside).map(|p| p.name.as_str());
    let subject = most(claims.iter().map(|c| c.subject_name.as_str())).or_else(|| most(places));
    let attribute = most(claims.iter().map(|c| c.attribute.as_str()));
    match (subject, attribute) {
        (Some(s), Some(a)) => [s, ": ", a].concat(),
        (s, a) => s.or(a).unwrap_or("value").to_owned(),
    }
}

/// The commonest non-empty word; of several the first in alphabetical order.
fn most<'a>(words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words.filter(|w| !w.is_empty()) {
        *counts.entry(word).or_default() += 1;
    }
    counts.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(a.0))).map(|(w, _)| w)
}

fn reasons(input: Input, claims: &[&Claim]) -> Vec<String> {
    let first = claims[0];
    let mut out = Vec::new();
    if let Some(id) = &first.attribute_id
        && claims.iter().all(|c| c.attribute_id.as_ref() == Some(id))
    {
        out.push(["All state the attribute “", &first.attribute, "”."].concat());
    } else if !first.noun.is_empty() && claims.iter().all(|c| c.noun == first.noun) {
        out.push(["All are said of “", &first.noun, "”."].concat());
    }
    if !first.verb.is_empty() && claims.iter().all(|c| c.verb == first.verb) {
        out.push(["All stand under the verb “", &first.verb, "”."].concat());
    }
    if let Some(id) = first.subject
        && claims.iter().all(|c| c.subject == Some(id))
    {
        out.push(["All speak of ", input.entities.name(id), "."].concat());
    }
    let shared: Vec<&str> = first
        .context
        .iter()
        .filter(|(stem, _)| claims.iter().all(|c| c.context.iter().any(|(other, _)| other == stem)))
        .map(|(stem, _)| &*input.stems[*stem as usize])
        .filter(|stem| !stem.starts_with('@'))
        .take(6)
        .collect();
    if !shared.is_empty() {
        out.push(["Their sentences share the words ", &shared.join(", "), "."].concat());
    }
    out
}

/// Whether two days or durations are said of one event: one subject does one thing, and what else is named fits.
fn one_event(input: Input, a: &Claim, b: &Claim) -> bool {
    let one_subject = match (a.subject, b.subject) {
        (Some(a), Some(b)) => input.entities.same_or_part(a, b),
        (a, b) => a == b,
    };
    let is_place = |e: EntityId| input.entities.table.get(e.0).is_some_and(|e| e.kind == EntityKind::Place);
    let others = |c: &Claim| -> Vec<EntityId> {
        c.entities.iter().copied().filter(|&e| Some(e) != c.subject && !is_place(e)).collect()
    };
    let (x, y) = (others(a), others(b));
    matches!(a.kind, ClaimKind::Value(Kind::Date | Kind::Time | Kind::Duration))
        && one_subject
        && one_verb(&a.verb, &b.verb)
        && (x.is_empty() || y.is_empty() || x.iter().any(|e| y.contains(e)))
}

/// Whether a name in the clause of `claim` holds `word` (lower case): `60 jets from Norvik` are `60 Norvik jets`.
fn names(input: Input, claim: &Claim, word: &str) -> bool {
    let holds = |name: &str| name.split(' ').any(|w| w.to_lowercase() == word);
    claim.entities.iter().any(|&e| holds(input.entities.name(e)))
}

/// Whether one thing is counted, and one verb governs it in every article, though an article may repeat it under another.
fn one_deed(claims: &[&Claim]) -> bool {
    let first = claims[0];
    let noun = !first.noun.is_empty() && claims.iter().all(|c| c.noun == first.noun);
    if !noun {
        return false;
    }
    let mut told: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for claim in claims {
        told.entry(&claim.verb).or_default().insert(claim.source);
    }
    let articles = claims.iter().map(|c| c.source).collect::<BTreeSet<_>>().len();
    let like = |a: &str, b: &str| a == b || one_verb(a, b);
    let everywhere = |of: &str| {
        let sources = told.iter().filter(|(verb, _)| like(verb, of)).flat_map(|(_, sources)| sources);
        sources.collect::<BTreeSet<_>>().len() == articles
    };
    told.iter().any(|(verb, sources)| sources.contains(&first.source) && everywhere(verb))
}

/// Claims with one verb that score as much tell one thing in nearly the same words.
const ALIKE: f32 = 0.9;

/// What is not known to match; without any the question is certain.
fn doubts(input: Input, events: &Events, claims: &[&Claim], score: f32) -> Vec<String> {
    let mut out = Vec::new();
    let first = claims[0];
    let same = |f: &dyn Fn(&Claim) -> bool| claims.iter().all(|c| f(c));
    if matches!(first.kind, ClaimKind::Value(_)) && !one_measure(input, events, claims, score) {
        out.push("It is not certain that they measure the same thing.".to_owned());
    }
    let fixed =
        |c: &Claim| c.attribute_id.is_some() || FIXED_SERIES.contains(&c.noun) && c.noun == first.noun;
    if matches!(first.kind, ClaimKind::Value(Kind::Ordinal)) && !same(&fixed) {
        out.push(
            "A rank counts from a start that is not told: the first abroad may be the fourth of all."
                .to_owned(),
        );
    }
    // Of whom the words of somebody speak does not matter: they are the same words, or others.
    let quoted = first.kind == ClaimKind::Quotation;
    let subjects_fit = quoted
        || claims.iter().all(|c| match (c.subject, first.subject) {
            (Some(a), Some(b)) => input.entities.same_or_part(a, b),
            _ => true,
        });
    if !subjects_fit {
        out.push("It is not certain that they speak of the same subject.".to_owned());
    }
    let shared = |m: &String| claims.iter().all(|c| c.modifiers.contains(m) || names(input, c, m));
    let modifiers = || claims.iter().flat_map(|c| &c.modifiers).collect::<BTreeSet<_>>();
    if matches!(first.kind, ClaimKind::Value(_)) && !modifiers().into_iter().all(shared) {
        out.push("Words that may restrict what is counted stand with only some of them.".to_owned());
    }
    if of_two_moments(input, claims) {
        out.push("They may speak of two moments of one day's trading.".to_owned());
    }
    let open = |c: &Claim| matches!(c.status, Status::Possible | Status::Opinion | Status::Forecast);
    // What two articles state as facts is not made doubtful by a third that only expects it.
    let facts = claims.iter().filter(|c| !open(c));
    let stated = facts.map(|c| c.source).collect::<BTreeSet<_>>().len();
    if claims.iter().any(|c| open(c)) && stated == 1 {
        out.push("Only some of them are stated as facts.".to_owned());
    }
    out
}

/// Whether it is certain that values measure one thing.
fn one_measure(input: Input, events: &Events, claims: &[&Claim], score: f32) -> bool {
    let (first, rest) = (claims[0], &claims[1..]);
    let same = |f: &dyn Fn(&Claim) -> bool| claims.iter().all(|c| f(c));
    same(&|c| c.attribute_id.is_some() && c.attribute_id == first.attribute_id)
        || one_deed(claims)
        || rest.iter().all(|c| super::weight::one_phrase(first, c))
        || rest.iter().all(|c| one_event(input, first, c))
        || rest.iter().all(|c| c.value == first.value || events.surely_left(first, c))
        || score >= ALIKE && same(&|c| !c.verb.is_empty() && one_verb(&c.verb, &first.verb))
}

/// Whether moves of a share may be those of two moments of a day: early in trading, at the close.
fn of_two_moments(input: Input, claims: &[&Claim]) -> bool {
    let of_share = |c: &Claim| c.change != 0 && matches!(c.noun.as_str(), "share" | "stock");
    let moments = |c: &Claim| trading_moments(input, c);
    // What rose by a figure and fell by it is one move.
    let two = |c: &Claim| moments(c) != moments(claims[0]) && !opposite_changes(claims[0], c);
    of_share(claims[0]) && claims[1..].iter().any(|c| two(c))
}

/// The words of the sentence of a claim that name moments of trading.
fn trading_moments<'a>(input: Input<'a>, claim: &Claim) -> BTreeSet<&'a str> {
    let Some(document) = input.documents.get(claim.source) else { return BTreeSet::new() };
    let tokens = document.sentences.get(claim.sentence).map_or(0..0, |s| s.tokens.clone());
    tokens.map(|i| document.word(i)).filter(|word| TRADING_MOMENTS.has(word)).collect()
}
