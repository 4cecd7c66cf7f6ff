//! Statements without a figure: a verb with the participants of its clause.

use super::description::Described;
use super::page::Page;
use super::participant::{leave_out_subject, participants};
use super::{clause, denied, object, offence, predicate, status, subject, told};
use crate::lexicon::antonyms::of_oneself;
use crate::lexicon::verbs::{self, Verb};
use crate::lexicon::{places, thesaurus};
use crate::model::{BE, Claim, ClaimKind, ClaimValue, EntityId, EntityKind, Fact, Status, Tag, TokenKind};
use std::borrow::Cow;
use std::ops::Range;

/// Adds a claim for each clause with a verb that says something and at least one participant.
pub fn claims(page: &Page, described: &[Described], out: &mut Vec<Claim>) {
    for sentence in 0..page.doc.sentences.len() {
        for clause in clause::all(page, sentence) {
            // `was not the first to climb it` says of nobody that they climbed it.
            if Described::denied(described, &clause) {
                continue;
            }
            if let Some((at, verb)) = predicate::of(page, described, &clause) {
                out.extend(claim(page, described, &clause, at, verb));
            }
        }
    }
}

/// A clause with fewer terms, its verb included, states nothing.
pub const PARTICIPANTS: usize = 3;

/// Whether a participle at `at` stands behind `is` or `are`: `is conditioned on` holds now.
fn is_present(page: &Page, at: usize) -> bool {
    let be = (at.saturating_sub(3)..at).rev().find(|&i| !matches!(page.tag(i), Tag::Adverb | Tag::Not));
    be.is_some_and(|i| {
        page.tag(at) == Tag::Participle && matches!(page.doc.word(i), "is" | "are" | "'s" | "'re")
    })
}

/// Whether `failed to` and the like stand in the past before the verb at `at`.
fn led_in_the_past(page: &Page, at: usize) -> bool {
    let lead = at.checked_sub(2).filter(|&i| page.doc.word(i + 1) == "to").and_then(|i| page.verb_at(i));
    lead.is_some_and(|v| v.form == verbs::Form::Past && predicate::LEADING.contains(&v.base))
}

/// The verb at `at` with its particle (`turned down`, `turned the bid down`) as the thesaurus has it, and the particle.
pub fn phrasal(page: &Page, at: usize, verb: Verb) -> Option<(String, usize)> {
    if let Some((verdict, guilty)) = offence::verdict(page, at, verb) {
        return Some((verdict.to_owned(), guilty));
    }
    if let Some(found) = vote(page, at, verb) {
        return Some(found);
    }
    (at + 1..at + 5)
        .take_while(|&i| page.doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word))
        // `looks to edge out`
        .take_while(|&i| page.tag(i) != Tag::To && !page.is_verb(i))
        .find_map(|i| {
            let particle = page.doc.word(i);
            let is_one =
                matches!(particle, "down" | "up" | "off" | "out" | "over" | "back" | "away" | "through");
            let name = is_one.then(|| format!("{} {particle}", verb.base))?;
            (!thesaurus::classes(&name).is_empty()).then_some((name, i))
        })
}

/// What `will vote against`, `to vote for`, `would vote in favour of` at `at` come to, and their last word. What was voted on is
/// an act, not a view.
fn vote(page: &Page, at: usize, verb: Verb) -> Option<(String, usize)> {
    let word = |k: usize| page.doc.word(at + k);
    let (deed, last) = match (word(1), word(2), word(3)) {
        ("against", ..) => ("oppose", at + 1),
        ("for", ..) => ("support", at + 1),
        ("in", "favour" | "favor", "of") => ("support", at + 3),
        _ => return None,
    };
    let ahead = verb.base == "vote" && page.doc.word(at) == "vote";
    ahead.then(|| (deed.to_owned(), last))
}

fn claim(
    page: &Page,
    described: &[Described],
    clause: &Range<usize>,
    at: usize,
    verb: Verb,
) -> Option<Claim> {
    let tokens = trimmed(page, clause);
    let subject = page.subject_phrase(at);
    // `Ann Doe (born 1970) writes for the stage`, where a bracket ends a clause; `she writes for the stage`.
    let named = subject.as_ref().and_then(|s| subject::told_of(page, described, s));
    let name = phrasal(page, at, verb).map_or_else(|| verb.canonical.to_owned(), |(phrasal, _)| phrasal);
    let negated = denied::is_denied(page, clause, at);
    let mut participants = participants(page, described, &tokens, at, subject.as_ref(), negated);
    participants.extend(unsaid(page, at, &name).filter(|state| !participants.contains(state)));
    let enough = negated && denied::is_never(page, clause, at)
        || named.is_some() && (negated || says_enough(page, at) || of_oneself(verb.canonical));
    if participants.len() + usize::from(enough) < PARTICIPANTS {
        return None;
    }
    let mut claim = page.claim(ClaimKind::Status, ClaimValue::Text(String::new()), tokens.clone(), None);
    attribute(page, &mut claim, &tokens, at);
    if let Some(phrase) = &subject {
        claim.subject = Described::at(described, phrase).or(named);
        claim.subject_name = claim.subject.map_or_else(String::new, |id| page.entities.name(id).to_owned());
    }
    claim.status = stated(page, &claim, at, negated, status::of(page, clause, &tokens, Some(at)));
    claim.passive = object::is_passive(page, at);
    let did = (at.saturating_sub(2)..at).any(|i| page.doc.word(i) == "did");
    let past = matches!(verb.form, verbs::Form::Past) && !is_present(page, at);
    claim.past = past || led_in_the_past(page, at) || did;
    name.clone_into(&mut claim.verb);
    claim.value = ClaimValue::Predicate {
        predicate: name.clone(),
        negated,
        arguments: arguments(page, clause, at, negated, &doer(page, subject, &claim), &name),
    };
    claim.attribute = name;
    if page.joined() {
        claim.noun = object::head(page, clause, at);
    }
    claim.modifiers = written(page, &participants);
    if negated && named.is_some() {
        leave_out_subject(page, &mut claim, &tokens, at);
    }
    claim.mention = figure(page, &claim);
    claim.told = told::words(page, &claim, &tokens, at);
    claim.confidence = 0.6;
    Some(claim)
}

/// Says who says the statement `claim` over `tokens` with its verb at `at`. Where that is told at the end, the quotation ends
/// before it: `the mine collapsed, state media reported`.
fn attribute(page: &Page, claim: &mut Claim, tokens: &Range<usize>, at: usize) {
    let told = clause::without_speaker(page, tokens.clone());
    if told.end < tokens.end {
        claim.span = page.doc.span_of(told.clone());
        claim.speaker = page.speaker(claim.span, tokens.start);
    }
    // `Norvik said it will close`: what is said begins behind that.
    if claim.speaker.name.is_empty() {
        claim.speaker = page.speaker(page.doc.span_of(at..told.end), at);
    }
}

/// The term of the verb `name` at `at` where no word says it: `is behind Norvik`.
fn unsaid<'a>(page: &Page, at: usize, name: &str) -> Option<Term<'a>> {
    let state = page.tag(at) == Tag::Be && !matches!(name, BE | predicate::IS);
    state.then(|| Term::Lemma(Cow::Owned(name.to_owned())))
}

/// Whether the verb at `at` says enough of what has a name: `the series was cancelled`, `the series is over`.
fn says_enough(page: &Page, at: usize) -> bool {
    let passive = object::is_passive(page, at) && page.tag(at + 1) != Tag::Coordinator;
    // What `is` says stands behind it.
    passive || page.tag(at) == Tag::Be
}

/// Whether the statement `claim` with its verb at `at` is a fact, a plan, a denial, given the words before the verb.
fn stated(page: &Page, claim: &Claim, at: usize, negated: bool, status: Status) -> Status {
    if negated {
        return Status::Denied;
    }
    match status::reported(page, status, Some(at), claim.subject, &claim.speaker) {
        // `Norvik to open plant`
        Status::Actual | Status::Denied if claim.headline && page.doc.word(at.saturating_sub(1)) == "to" => {
            Status::Planned
        }
        Status::Denied => Status::Actual,
        status => status,
    }
}

/// The subject as shown: its name, or its words.
fn doer(page: &Page, phrase: Option<Range<usize>>, claim: &Claim) -> String {
    // `Norvik's bid` is not Norvik.
    let is_head = |p: &Range<usize>| page.entities.at_token(page.source, p.end - 1) == claim.subject;
    match phrase.filter(|p| claim.subject.is_none() || !p.is_empty() && !is_head(p)) {
        Some(phrase) => {
            let words = phrase.filter(|&i| page.is_content(i)).map(|i| page.doc.word(i));
            words.collect::<Vec<_>>().join(" ")
        }
        None => claim.subject_name.clone(),
    }
}

/// Who did what the passive at `at` tells: the name behind `by`, else the first words there.
fn agent(page: &Page, clause: &Range<usize>, at: usize) -> String {
    let Some(by) = (at + 1..clause.end.min(at + 6)).find(|&i| page.doc.word(i) == "by") else {
        return String::new();
    };
    let behind = by + 1..clause.end.min(by + 8);
    if let Some((_, id, _)) = page.entities_in(&behind).next() {
        return page.entities.name(id).to_owned();
    }
    let noun = behind.clone().find(|&i| page.tag(i).is_noun() && page.is_content(i));
    noun.map_or_else(String::new, |i| page.doc.word(i).to_owned())
}

/// What restricts the deed `name` with its verb at `at`: a rank, a sole case, an offence, and if it is `negated` how.
fn restrictions(
    page: &Page,
    clause: &Range<usize>,
    at: usize,
    negated: bool,
    name: &str,
) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut put = |role: &str, filler: &str| out.push((role.to_owned(), filler.to_owned()));
    for i in clause.clone() {
        // `First National Bank` has no rank.
        let capital = |k: usize| page.doc.tokens.get(k).is_some_and(|t| t.capital);
        let named = || page.entities.at_token(page.source, i).is_some() || capital(i) && capital(i + 1);
        match page.doc.word(i) {
            rank @ ("first" | "second" | "third" | "last") if !named() => put("rank", rank),
            only @ ("only" | "exclusively" | "solely") => put("only", only),
            _ => {}
        }
    }
    for offence in offence::offences(page, clause, at, name) {
        put("offence", offence);
    }
    if denied::is_never(page, clause, at) {
        put("never", "told");
    }
    if denied::is_disputed(page, clause, at) {
        put("disputed", "told");
    }
    if denied::is_judged(page, clause, at) {
        put("judged", "told");
    }
    if name == predicate::IS
        && let Some((what, is)) = predicate::definition(page, at)
    {
        put("what", &what);
        put("answer", &is);
    }
    if negated && denied::is_so_far(page, clause, at) {
        put("so far", "told");
    }
    if negated && denied::is_limited(page, clause) {
        put("limited", "told");
    }
    out
}

/// Who does what to whom, as far as it stands beside the verb: of a passive the subject is the object, and who stands
/// behind `by` the subject.
fn arguments(
    page: &Page,
    clause: &Range<usize>,
    at: usize,
    negated: bool,
    subject: &str,
    name: &str,
) -> Vec<(String, String)> {
    let mut out = restrictions(page, clause, at, negated, name);
    let mut put = |role: &str, filler: String| {
        if !filler.is_empty() {
            out.push((role.to_owned(), filler));
        }
    };
    let object = || {
        let words = (at + 1..clause.end).filter(|&i| page.is_content(i) && !page.is_time(i)).take(4);
        words.map(|i| page.doc.word(i)).collect::<Vec<_>>().join(" ")
    };
    put("object of", object::of_what(page, clause, at));
    put(
        "subject of",
        if object::is_passive(page, at) { String::new() } else { object::subject_of_what(page, at) },
    );
    if denied::of_nobody(page, clause, at) {
        // Who is nobody is left to whoever the other side names.
        put("object", if object::is_passive(page, at) { String::new() } else { object() });
    } else if object::is_passive(page, at) {
        put("subject", agent(page, clause, at));
        put("object", if subject.is_empty() { object() } else { subject.to_owned() });
    } else {
        put("subject", subject.to_owned());
        put("object", object());
    }
    out
}

/// The first figure of the clause, if it states one: such statements are compared by their figures.
fn figure(page: &Page, claim: &Claim) -> Option<usize> {
    let mentions = &page.notes.mentions;
    let from = mentions.partition_point(|m| m.span.start < claim.span.start);
    (from..mentions.len())
        .take_while(|&i| mentions[i].span.start < claim.span.end)
        .find(|&i| claim.span.contains(mentions[i].span) && mentions[i].quantity().is_some())
}

/// The clause without leading and trailing punctuation and conjunctions.
fn trimmed(page: &Page, clause: &Range<usize>) -> Range<usize> {
    let mut range = clause.clone();
    let loose = |i: usize| {
        page.doc.tokens[i].kind == TokenKind::Punct && page.doc.word(i) != "%"
            || matches!(page.doc.word(i), "and" | "but" | "or" | "-" | "–" | "—")
    };
    while range.start + 1 < range.end && loose(range.start) {
        range.start += 1;
    }
    // `at 800 (1,100 dollars)`
    let closes =
        |i: usize, from: usize| page.doc.word(i) == ")" && (from..i).any(|k| page.doc.word(k) == "(");
    while range.end > range.start + 1 && loose(range.end - 1) && !closes(range.end - 1, range.start) {
        range.end -= 1;
    }
    range
}

/// What a word of a clause is compared by.
#[derive(PartialEq)]
pub enum Term<'a> {
    /// Whom it names.
    Entity(EntityId),
    /// The place it names, so that `U.S.` and `American` are one.
    Place(&'a str),
    /// Its lemma.
    Lemma(Cow<'a, str>),
}

/// Terms as `align` compares them; none where nothing will be joined.
pub fn written(page: &Page, terms: &[Term]) -> Vec<String> {
    let written = |term: &Term| match term {
        Term::Entity(id) => ["@", &id.0.to_string()].concat(),
        Term::Place(name) => ["+", name].concat(),
        Term::Lemma(lemma) => lemma.clone().into_owned(),
    };
    terms.iter().filter(|_| page.joined()).map(written).collect()
}

/// Lemmas and names of the clause in the order of the text, the first `most` of them. A name counts once however many words
/// it has.
pub fn terms<'a>(page: &'a Page, clause: &Range<usize>, verb: usize, most: usize) -> Vec<Term<'a>> {
    let mut out: Vec<Term> = Vec::with_capacity(clause.len().min(most));
    for i in clause.clone().filter(|&i| page.is_content(i)) {
        let term = match page.entities.at_token(page.source, i) {
            Some(id) => named(page, id),
            None if i == verb => Term::Lemma(page.verb_at(i).map_or(Cow::Borrowed(""), |v| {
                phrasal(page, i, v).map_or(Cow::Borrowed(v.canonical), |(name, _)| Cow::Owned(name))
            })),
            None => match of_place(page, i) {
                Some(place) => Term::Place(place.name),
                None => Term::Lemma(Cow::Borrowed(page.doc.words.lemma(i))),
            },
        };
        if out.last() != Some(&term) {
            out.push(term);
            if out.len() == most {
                break;
            }
        }
    }
    out
}

/// The place whose adjective stands at `i`.
fn of_place(page: &Page, i: usize) -> Option<&'static places::Place> {
    page.doc.is(i, Fact::OfPlace).then(|| places::adjective(page.doc.word(i))).flatten()
}

/// The term for a named thing.
pub fn named<'a>(page: &'a Page, id: EntityId) -> Term<'a> {
    match page.entities.table.get(id.0) {
        Some(entity) if entity.kind == EntityKind::Place => Term::Place(&entity.name),
        _ => Term::Entity(id),
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Article, ClaimKind, ClaimValue, Span};
    use crate::rules::Rules;

    /// The statements of `text` as people see them, with what is not a plain fact.
    fn told(text: &str) -> Vec<String> {
        let rules = Rules::shipped();
        let article = Article { text: text.into(), body: Span::new(0, text.len()), ..Article::default() };
        let docs = [crate::segment::segment(article)];
        let notes = [crate::annotate::annotate(&docs[0], rules)];
        let claims = crate::claim::read(&docs, &notes, rules).claims;
        let statement = |c: &&crate::model::Claim| {
            c.kind == ClaimKind::Status
                && matches!(&c.value, ClaimValue::Predicate { predicate, .. } if predicate != "be")
        };
        claims.iter().filter(statement).map(|c| format!("{} ({})", c.display(), c.status.as_str())).collect()
    }

    #[test]
    fn who_does_what_to_whom_and_whether() {
        for (text, want, why) in [
            (
                "The council rejected the bid on Monday.",
                "The council rejected the bid on Monday (actual)",
                "an act",
            ),
            (
                "The bid was rejected by the council on Monday.",
                "The bid was rejected by the council on Monday (actual)",
                "a passive, with who did it",
            ),
            (
                "The council turned down the old bid.",
                "The council turned down the old bid (actual)",
                "a phrasal verb",
            ),
            (
                "The council did not accept the old bid.",
                "The council did not accept the old bid (denied)",
                "denied before the verb",
            ),
            (
                "The council refused to accept the old bid.",
                "The council refused to accept the old bid (denied)",
                "the act that is refused",
            ),
            (
                "The council plans to accept the old bid.",
                "The council plans to accept the old bid (planned)",
                "the act planned",
            ),
            (
                "The council not only accepted the old bid.",
                "The council not only accepted the old bid (actual)",
                "`not only` denies nothing",
            ),
            (
                "The council made no comment on the old bid.",
                "The council made no comment on the old bid (denied)",
                "denied by its object",
            ),
            (
                "The council was not strong enough to accept the bid.",
                "The council was not strong enough to accept the bid (denied)",
                "what it is not able to do",
            ),
            (
                "The council is going to accept the old bid.",
                "The council is going to accept the old bid (planned)",
                "`going to` goes nowhere",
            ),
            (
                "The cause of the fire was a faulty heater.",
                "The cause of the fire was a faulty heater (actual)",
                "what a thing without a name is",
            ),
            (
                "The mayor isn\u{2019}t a member of the old board.",
                "The mayor isn\u{2019}t a member of the old board (denied)",
                "denied by its own verb",
            ),
            (
                "The council does not appear to accept the old bid.",
                "The council does not appear to accept the old bid (denied)",
                "what does not seem so",
            ),
        ] {
            assert_eq!(told(text), [want], "{text}: {why}");
        }
    }
}
