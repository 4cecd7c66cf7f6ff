//! Claims about values: one for every quantity and time of the text.

use super::page::Page;
use super::{age, clause, elided, lifespan, noun, offset};
use crate::lexicon::COUNTED_BODIES;
use crate::lexicon::nouns::singular_or_same;
use crate::model::{Claim, ClaimKind, ClaimValue, EntityId, Kind, Mention, MentionValue, Status, When};
use crate::rules::Attribute;
use std::ops::Range;

/// Adds a claim for each mention.
pub fn claims(page: &Page, out: &mut Vec<Claim>) {
    for (index, mention) in page.notes.mentions.iter().enumerate() {
        if page.is_dateline(mention.tokens.start) {
            continue;
        }
        let mut claim = claim(page, index, mention);
        if elided::refers_back(page, mention)
            && let Some(said) = near_before(out, claim.sentence).find(|c| is_count(c))
        {
            take_over(&mut claim, said);
        }
        if let Some(ends) = lifespan::ends(page, &claim, mention) {
            claim.attribute_id = None;
            claim.attribute = label(page, &claim, None);
            out.extend(ends);
        }
        out.push(claim);
    }
}

/// The claims of a sentence and of the one before it, from the last to the first.
fn near_before(all: &[Claim], sentence: usize) -> impl Iterator<Item = &Claim> {
    all.iter().rev().take_while(move |c| c.sentence + 1 >= sentence)
}

fn is_count(claim: &Claim) -> bool {
    claim.kind == ClaimKind::Value(Kind::Count) && !claim.noun.is_empty()
}

/// Makes of `the number` in `claim` that of what `said` counts.
fn take_over(claim: &mut Claim, said: &Claim) {
    claim.kind = said.kind;
    claim.noun.clone_from(&said.noun);
    claim.attribute_id.clone_from(&said.attribute_id);
    claim.attribute.clone_from(&said.attribute);
    claim.confidence = confidence(claim);
    if let (ClaimValue::Quantity { unit, .. }, ClaimValue::Quantity { unit: counted, .. }) =
        (&mut claim.value, &said.value)
    {
        unit.clone_from(counted);
    }
}

fn claim(page: &Page, index: usize, mention: &Mention) -> Claim {
    let Stated { kind, value, person, elided } = stated(page, index, mention);
    let noun = if elided.is_some() { None } else { noun::of(page, mention) };
    let shared = if elided.is_none() && noun.is_none() { elided::noun(page, index) } else { None };
    let mut claim = page.claim(ClaimKind::Value(kind), value, tokens(page, mention, noun), Some(index));
    if is_scheduled(page, &claim) {
        claim.status = Status::Planned;
    }
    if claim.status == Status::Denied && is_since_last(page, kind, mention) {
        claim.status = Status::Actual;
    }
    say_of(page, &mut claim, mention, (person, noun));
    claim.change = mention.change;
    if let Some(i) = noun.or(shared) {
        claim.noun = singular(page, mention, i);
    }
    if let Some(unit) = elided.and_then(|said| said.unit.as_ref()) {
        claim.noun.clone_from(unit);
    }
    claim.modifiers = modifiers(page, elided.unwrap_or(mention));
    claim.modifiers.extend(window(page, mention));
    name_members(&mut claim);
    // `the line, with 12 stations, opened`: it has them.
    let start = page.doc.tokens_in(mention.stated).start;
    if matches!(kind, Kind::Count | Kind::Number) && start > 0 && page.doc.word(start - 1) == "with" {
        "have".clone_into(&mut claim.verb);
        "have".clone_into(&mut claim.attribute);
    }
    // `Ann Doe, 43, who joined eight years ago`: how old somebody is holds now, but for `was 41 in 2009`, `died in 2009 aged 41`.
    let of_its_verb = matches!(claim.verb.as_str(), "be" | "die" | "kill" | "turn" | "marry");
    if claim.is_age() && (claim.when.basis == "sentence" || !of_its_verb) {
        claim.when = When::default();
    }
    attribute(page, &mut claim, index);
    if is_own_verb(page, &claim) {
        claim.change = 0;
    }
    let shown = noun.or(shared).map(|i| singular_or_same(page.doc.word(i)));
    claim.attribute = label(page, &claim, shown.as_deref());
    claim.confidence = confidence(&claim);
    claim.modifiers.extend(mention.time().and_then(|_| selector(page, mention)));
    claim
}

/// Settles whom `claim` speaks of: the `person` whose age it states, who was born then, nobody where it is that of a relative.
fn say_of(
    page: &Page,
    claim: &mut Claim,
    mention: &Mention,
    (person, noun): (Option<EntityId>, Option<usize>),
) {
    let bearer = || mention.time().and_then(|_| lifespan::bearer(page, mention));
    if let Some(id) = person.or_else(bearer) {
        claim.subject = Some(id);
        page.entities.name(id).clone_into(&mut claim.subject_name);
    }
    // `her brother, 33,`: it is not she.
    if person.is_none() && age::is_of_kin(page, mention) {
        (claim.subject, claim.subject_name) = (None, String::new());
        claim.topic.clear();
    }
    if page.joined()
        && claim.kind == ClaimKind::Value(Kind::Dimension)
        && claim.subject.is_none()
        && claim.topic.is_empty()
    {
        claim.topic = age::holder(page, claim, mention, noun);
    }
}

/// Among how many words before and behind its verb a selector is looked for.
const SELECTORS: usize = 12;

/// Which of several its subject is, of a time: `the last episode aired`, `released its first album`. Marked, as it restricts no count.
fn selector(page: &Page, mention: &Mention) -> Option<String> {
    let clause = clause::around(page, &mention.tokens);
    let (verb, ..) = page.governing(&clause, &mention.tokens)?;
    let selects = |word: &str| {
        matches!(
            word,
            "first"
                | "second"
                | "third"
                | "last"
                | "final"
                | "pilot"
                | "opening"
                | "closing"
                | "next"
                | "debut"
        )
    };
    let subject = page.subject_phrase(verb).unwrap_or_default();
    // `first opened`, `opened its first branch`
    let around = verb.saturating_sub(1)..mention.tokens.start.max(verb).min(verb + SELECTORS);
    let found = subject.take(SELECTORS).chain(around).map(|i| page.doc.word(i)).find(|word| selects(word))?;
    Some(format!("~{found}"))
}

/// Says what is measured. A birth is done to nothing, whatever name stands behind `born`.
fn attribute(page: &Page, claim: &mut Claim, index: usize) {
    let mention = &page.notes.mentions[index];
    claim.attribute_id =
        lifespan::of(page, claim, index).or_else(|| super::attribute::of(page, claim, mention));
    if lifespan::is_day(claim.attribute_id.as_deref()) {
        claim.noun.clear();
    }
}

/// What a mention states where it stands.
struct Stated<'a> {
    /// An age and a length of time are told from dates and bare numbers here.
    kind: Kind,
    value: ClaimValue,
    /// Whose age it is.
    person: Option<EntityId>,
    /// The mention that says what is counted, where this one leaves it out.
    elided: Option<&'a Mention>,
}

fn stated<'a>(page: &Page<'a>, index: usize, mention: &Mention) -> Stated<'a> {
    if let Some((value, person)) = age::of(page, mention) {
        return Stated { kind: Kind::Dimension, value, person, elided: None };
    }
    let elided = elided::of(page, index);
    let unit = elided.map_or(&mention.unit, |said| &said.unit);
    let quantity = |quantity, unit| ClaimValue::Quantity { quantity, unit, per: mention.per.clone() };
    let (kind, value) = match &mention.value {
        MentionValue::Quantity(q) => {
            (elided.map_or(mention.kind, |_| Kind::Count), quantity(q.clone(), unit.clone()))
        }
        MentionValue::Time(t) => match offset::of(page.doc, mention) {
            Some((length, unit)) => {
                (Kind::Duration, ClaimValue::Quantity { quantity: length, unit: Some(unit), per: None })
            }
            None => (mention.kind, ClaimValue::Time(t.clone())),
        },
    };
    Stated { kind, value, person: age::named_behind(page, mention), elided }
}

/// Whether a time told as a fact lies ahead of the article: `the offer expires May 5`, `called a strike for May 5`.
fn is_scheduled(page: &Page, claim: &Claim) -> bool {
    let published = page.doc.article.published.date.as_ref().and_then(|t| t.end);
    let ahead = match &claim.value {
        ClaimValue::Time(t) => t.start.zip(published).is_some_and(|(start, today)| start >= today),
        _ => false,
    };
    ahead && claim.status == Status::Actual
}

/// Whether a length says how long something has not been: `had not won it for 30 years`. It is not denied.
fn is_since_last(page: &Page, kind: Kind, mention: &Mention) -> bool {
    let start = page.doc.tokens_in(mention.stated).start;
    let word = start.checked_sub(1).map_or("", |i| page.doc.word(i));
    kind == Kind::Duration && matches!(word, "for" | "in" | "after")
}

/// The value with its hedge and the noun it is said of, where that is near.
fn tokens(page: &Page, mention: &Mention, noun: Option<usize>) -> Range<usize> {
    let stated = page.doc.tokens_in(mention.stated);
    let mut range = stated.start.min(mention.tokens.start)..stated.end.max(mention.tokens.end);
    if let Some(i) = noun.filter(|&i| i >= range.end && i < range.end + 6) {
        range.end = i + 1;
    }
    range
}

/// The lemma of the noun: the unit of a count, else the word as a stem.
fn singular(page: &Page, mention: &Mention, i: usize) -> String {
    match (&mention.unit, mention.kind) {
        (Some(unit), Kind::Count) => unit.clone(),
        _ => page.doc.words.stem(i).to_owned(),
    }
}

fn modifiers(page: &Page, mention: &Mention) -> Vec<String> {
    let mut out: Vec<String> = mention.modifiers.clone();
    if out.is_empty()
        && let Some(counted) = &mention.counted
    {
        let last = counted.end.saturating_sub(1);
        out = (counted.start..last).map(|i| page.doc.word(i).to_owned()).filter(|w| w.len() > 1).collect();
    }
    out.sort();
    out.dedup();
    out
}

/// `past 24 hours`, where a figure counts what happened in them: it says nothing of another stretch of time.
fn window(page: &Page, mention: &Mention) -> Option<String> {
    if mention.kind != Kind::Count {
        return None;
    }
    let clause = clause::around(page, &mention.tokens);
    let led = |m: &&Mention| {
        m.kind == Kind::Duration && matches!(page.doc.word(m.tokens.start - 1), "past" | "last")
    };
    let mentions = &page.notes.mentions;
    let from = mentions.partition_point(|m| m.tokens.start <= clause.start);
    let window = mentions[from..].iter().take_while(|m| m.tokens.start < clause.end).find(led)?;
    Some(format!("past {}", window.span.of(page.doc.text()).to_lowercase()))
}

/// Whether the verb is one of the attribute itself: of `cut 900 jobs` the cut is what is counted, not a change of it.
fn is_own_verb(page: &Page, claim: &Claim) -> bool {
    let own = |a: &&Attribute| Some(&a.id) == claim.attribute_id.as_ref() && a.verbs.contains(&claim.verb);
    page.rules.attributes.iter().any(|a| own(&a))
}

/// Members of a crew are crew: the body they belong to is what is counted.
fn name_members(claim: &mut Claim) {
    let body = claim.modifiers.iter().position(|m| COUNTED_BODIES.has(m));
    if let Some(at) = body.filter(|_| matches!(claim.noun.as_str(), "member" | "person")) {
        claim.noun = claim.modifiers.remove(at);
    }
}

/// What is measured, in words: the verb of the claim stands in it so far; `noun` is the word behind the stem by which the claim is joined.
fn label(page: &Page, claim: &Claim, noun: Option<&str>) -> String {
    if let Some(attribute) =
        claim.attribute_id.as_ref().and_then(|id| page.rules.attributes.iter().find(|a| a.id == *id))
    {
        return attribute.label.clone();
    }
    let mut words: Vec<&str> = claim.modifiers.iter().map(String::as_str).collect();
    if matches!(claim.kind, ClaimKind::Value(Kind::Date | Kind::Time | Kind::Duration)) {
        words.push(&claim.attribute);
    } else {
        words.push(if claim.kind == ClaimKind::Value(Kind::Count) {
            &claim.noun
        } else {
            noun.unwrap_or(&claim.noun)
        });
    }
    words.retain(|w| !w.is_empty());
    if words.is_empty() {
        words.push(&claim.attribute);
        words.retain(|w| !w.is_empty());
    }
    if words.is_empty() { claim.kind.as_str().to_owned() } else { words.join(" ") }
}

/// A value whose subject, noun or attribute and verb are known was read well.
fn confidence(claim: &Claim) -> f32 {
    let known = [
        claim.subject.is_some(),
        !claim.noun.is_empty() || claim.attribute_id.is_some(),
        !claim.verb.is_empty(),
        claim.attribute_id.is_some(),
    ];
    0.5 + 0.1 * known.iter().filter(|k| **k).count() as f32
}
