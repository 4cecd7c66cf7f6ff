//! What something or somebody is: `Norvik is a software firm`, `its cloud arm, Norvik`, `the software vendor Norvik`.
//!
//! Read beside every name: a verb of being behind it, an apposition on either side, a noun right before it. Offices of
//! persons are [`super::role`]'s business.

mod became;
mod beside;
mod complement;
mod phrase;
mod year;

use super::entity::{Form, name_to};
use super::page::Page;
use super::{clause, statement};
use crate::lexicon::{naming, places, thesaurus};
use crate::model::line::on_one_line;
use crate::model::{BE, Claim, ClaimKind, ClaimValue, EntityId, EntityKind, Fact, Status, Tag, TokenKind};
use became::became;
use beside::{ahead, before, behind, called, copula, in_subtitle};
pub(in crate::claim) use complement::complements;
use complement::{further, makers};
use phrase::Phrase;
use std::ops::Range;
pub(in crate::claim) use year::of_works;

/// A phrase that says what a name is.
pub struct Described {
    /// Its tokens.
    pub phrase: Range<usize>,
    /// The name's entity.
    pub subject: EntityId,
    /// `is not`.
    pub negated: bool,
    /// A sentence of its own, not a word in passing.
    pub stated: bool,
}

impl Described {
    /// Whether the last description in `clause` is denied, of sorted `all`.
    pub fn denied(all: &[Self], clause: &Range<usize>) -> bool {
        let before = all.partition_point(|d| d.phrase.end <= clause.end);
        all[..before].last().is_some_and(|d| d.negated && d.phrase.start >= clause.start)
    }

    /// Whom or what the phrase `tokens` stands for, if it is (part of) a description in sorted `all`.
    pub fn at(all: &[Self], tokens: &Range<usize>) -> Option<EntityId> {
        let from = all.partition_point(|d| d.phrase.end <= tokens.start);
        all.get(from).filter(|d| d.phrase.start < tokens.end).map(|d| d.subject)
    }
}

/// Adds a claim for each description of a name; gives all descriptions, in order of the text.
pub fn claims(page: &Page, out: &mut Vec<Claim>) -> Vec<Described> {
    let mut all = Vec::new();
    let mut add = |subject: EntityId, found: Option<Found>| {
        let Some(found) = found else { return };
        let Found { negated, stated, .. } = found;
        all.push(Described { phrase: found.phrase.tokens.clone(), subject, negated, stated });
        out.extend(claim(page, subject, &found));
    };
    for mention in page.entities.mentions(page.source) {
        let sentence = &page.doc.sentences[page.doc.sentence_of(mention.tokens.start)].tokens;
        let at = &mention.tokens;
        let named = mention.form == Form::Name;
        let ahead = || {
            let aside = || ahead(page, at, sentence.start).or_else(|| before(page, at, sentence.start));
            called(page, at, sentence.start).or_else(aside)
        };
        add(mention.entity, named.then(ahead).flatten());
        // `Port Sorrel, Tasmania is a town`: the county or country is not spoken of.
        let part = at.start > sentence.start + 1
            && page.doc.word(at.start - 1) == ","
            && is_place(page, at.start)
            && name_to(page.notes, at.start - 1).is_some()
            || in_subtitle(page, at);
        let behind = || behind(page, at, sentence.end).filter(|_| named);
        add(mention.entity, copula(page, at, sentence.end).filter(|_| !part).or_else(behind));
    }
    for (subject, found) in became(page) {
        add(subject, Some(found));
    }
    all.sort_by_key(|d| (d.phrase.end, d.phrase.start));
    all.dedup_by(|a, b| a.phrase == b.phrase && a.subject == b.subject);
    all
}

/// A description as found.
#[allow(clippy::struct_excessive_bools, reason = "each is a way of saying it")]
struct Found {
    /// From the name to the end of the phrase, or the other way round.
    tokens: Range<usize>,
    phrase: Phrase,
    /// `is not`.
    negated: bool,
    /// A sentence of its own (`is a`, or an apposition with `a`), not a word in passing.
    stated: bool,
    /// A verb of being in the past.
    past: bool,
    /// The days of a life stand between the name and the verb: a definition.
    defined: bool,
}

impl Found {
    fn aside(tokens: Range<usize>, phrase: Phrase) -> Self {
        Self { tokens, phrase, negated: false, stated: false, past: false, defined: false }
    }
}

/// Whether token `i` is part of the name of a place.
fn is_place(page: &Page, i: usize) -> bool {
    let id = page.entities.at_token(page.source, i);
    id.and_then(|id| page.entities.table.get(id.0)).is_some_and(|e| e.kind == EntityKind::Place)
}

/// The claim that a description makes; none where it is an office that [`super::role`] reads.
fn claim(page: &Page, subject: EntityId, found: &Found) -> Option<Claim> {
    let span = page.doc.span_of(found.tokens.clone());
    let phrase = page.doc.span_of(found.phrase.tokens.clone());
    let sentence = page.doc.sentences[page.doc.sentence_of(found.tokens.start)].span;
    let from = page.roles.partition_point(|r| r.span.start < sentence.start);
    let mut roles = page.roles[from..].iter().take_while(|r| r.span.start < sentence.end);
    if !found.stated && roles.any(|r| r.role.overlaps(phrase) && r.person.overlaps(span)) {
        return None;
    }
    // `his band, Doe`: not of Ann Doe, with whom it shares the name.
    let person = page.entities.table.get(subject.0).is_some_and(|e| e.kind == EntityKind::Person);
    let body = |&head: &usize| naming::is_organisation_head(page.doc.word(head));
    if person && !found.stated && found.phrase.heads.iter().all(body) {
        return None;
    }
    let name = page.entities.name(subject);
    let (tokens, arguments) = arguments(page, name, found);
    let mut terms: Vec<String> =
        arguments.iter().filter(|(r, _)| r == "word").map(|(_, w)| w.clone()).collect();
    if found.negated {
        // What is denied is denied with all that restricts it.
        let clause = clause::around(page, &found.phrase.tokens);
        let all = found.phrase.tokens.start..clause.end;
        terms = statement::written(page, &statement::terms(page, &all, usize::MAX, usize::MAX));
        terms.extend(all.filter(|&i| ranks(page, i)).map(|i| page.doc.word(i).to_owned()));
    }
    let noun = arguments.iter().find(|(r, _)| r == "kind").map(|(_, k)| k.clone()).unwrap_or_default();
    let value = ClaimValue::Predicate { predicate: BE.to_owned(), negated: found.negated, arguments };
    let mut claim = page.claim(ClaimKind::Status, value, tokens, None);
    claim.subject = Some(subject);
    name.clone_into(&mut claim.subject_name);
    BE.clone_into(&mut claim.verb);
    "is".clone_into(&mut claim.attribute);
    claim.noun = noun;
    claim.modifiers = terms;
    claim.status = if found.negated { Status::Denied } else { Status::Actual };
    claim.past = found.past;
    // `was not directed by Ann Doe`
    claim.passive = found.phrase.heads.is_empty() && makers(page, found.phrase.tokens.end).is_some();
    claim.confidence = 0.8;
    Some(claim)
}

/// The tokens of a description with its complement, and its parts by role: the phrase (`is`, in passing `called`), its
/// heads (`kind`), all its words (`word`), the nationality, year and place it names, whose it is (`of`), and who made it.
fn arguments(page: &Page, subject: &str, found: &Found) -> (Range<usize>, Vec<(String, String)>) {
    let phrase = &found.phrase;
    let mut out = Vec::new();
    let mut put = |role: &str, filler: &str| out.push((role.to_owned(), filler.to_owned()));
    put("subject", subject);
    for &head in &phrase.heads {
        put("kind", &lemma(page, head));
    }
    for (role, filler) in of_words(page, phrase) {
        put(role, &filler);
    }
    if found.defined {
        put("life", "told");
    }
    let only = |i: usize| matches!(page.doc.word(i), "only" | "solely" | "exclusively");
    let before = found.tokens.start..phrase.tokens.start.max(found.tokens.start);
    if found.stated && before.into_iter().any(only) {
        put("only", "told");
    }
    for term in tail(page, &phrase.tokens) {
        put("tail", &term);
    }
    let mut end = phrase.tokens.end;
    for name in complements(page, phrase.tokens.end).into_iter().filter(|n| n.canonical != subject) {
        put(if name.kind == EntityKind::Place { "place" } else { "of" }, &name.canonical);
        end = name.tokens.end;
    }
    let first = makers(page, phrase.tokens.end);
    if let Some((_, names)) = &first {
        end = names.iter().map(|name| name.tokens.end).fold(end, usize::max);
    }
    for (roles, names) in first.into_iter().chain(further(page, phrase.tokens.end)) {
        let roles: Vec<&str> =
            roles.iter().flat_map(|role| [Some(*role), deed(page, phrase, role)]).flatten().collect();
        let each = names.iter().flat_map(|name| roles.iter().map(|role| (*role, &*name.canonical)));
        each.for_each(|(role, name)| put(role, name));
    }
    let shown = page.doc.span_of(phrase.tokens.start..end).of(page.doc.text());
    put(if found.stated { "is" } else { "called" }, &on_one_line(shown));
    (found.tokens.start..found.tokens.end.max(end), out)
}

/// What `by` says of a work of this kind: a novel is written.
fn deed(page: &Page, phrase: &Phrase, role: &str) -> Option<&'static str> {
    let kind = phrase.heads.last().map_or("", |&i| page.doc.word(i));
    match kind {
        _ if role != "by" => None,
        "novel" | "book" | "poem" | "play" | "essay" | "memoir" | "biography" | "story" => Some("written by"),
        "album" | "single" | "song" => Some("recorded by"),
        "painting" => Some("painted by"),
        "opera" | "symphony" => Some("composed by"),
        _ => None,
    }
}

/// What the single words of a description say: the nationality, a year, a rank, and all words.
fn of_words(page: &Page, phrase: &Phrase) -> Vec<(&'static str, String)> {
    let mut out = Vec::new();
    for i in phrase.tokens.clone() {
        let mention = page.entities.mention_at(page.source, i);
        let name = mention.is_some_and(|m| m.form == Form::Name);
        if let Some(place) = places::adjective(page.doc.word(i)) {
            out.push(("nationality", place.name.to_owned()));
        }
        if page.doc.tokens[i].kind == TokenKind::Number && page.doc.word(i).len() == 4 {
            out.push(("year", page.doc.word(i).to_owned()));
        }
        // `not the first`: of the second it is no denial.
        if ranks(page, i) {
            out.push(("rank", page.doc.word(i).to_owned()));
        }
        if is_term(page, i) && !name {
            out.push(("word", lemma(page, i)));
        }
    }
    out
}

/// The terms of an infinitive behind a description, which restricts it: `the first woman to lead the club`.
fn tail(page: &Page, phrase: &Range<usize>) -> Vec<String> {
    let leads = page.doc.word(phrase.end) == "to";
    let clause = clause::around(page, phrase);
    let tokens = phrase.end..clause.end.max(phrase.end);
    if leads {
        statement::written(page, &statement::terms(page, &tokens, usize::MAX, usize::MAX))
    } else {
        Vec::new()
    }
}

/// Whether the word at `i` gives a rank or a share, which is all that a denial may deny.
fn ranks(page: &Page, i: usize) -> bool {
    page.tag(i) == Tag::Number
        || matches!(
            page.doc.word(i),
            "first"
                | "second"
                | "third"
                | "fourth"
                | "fifth"
                | "sixth"
                | "seventh"
                | "last"
                | "only"
                | "all"
                | "every"
                | "most"
        )
}

fn lemma(page: &Page, i: usize) -> String {
    thesaurus::noun(page.doc.word(i)).unwrap_or(page.doc.word(i)).to_owned()
}

fn is_term(page: &Page, i: usize) -> bool {
    matches!(page.doc.tokens[i].kind, TokenKind::Word | TokenKind::Mixed)
        && !crate::lexicon::STOPWORDS.has(page.doc.word(i))
        && !page.doc.is(i, Fact::OfPlace)
}
