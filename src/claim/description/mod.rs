//! What something or somebody is: `Norvik is a software firm`, `its cloud arm, Norvik`, `the software vendor Norvik`.
//!
//! Read beside every name: a verb of being behind it, an apposition on either side, a noun right before it. Offices of
//! persons are [`super::role`]'s business.

mod phrase;

use super::entity::{Form, name_from, name_to};
use super::page::Page;
use crate::lexicon::{naming, places, thesaurus};
use crate::model::line::on_one_line;
use crate::model::{BE, Claim, ClaimKind, ClaimValue, EntityId, EntityKind, Name, Status, TokenKind};
use phrase::Phrase;
use std::ops::Range;

/// How many tokens a bracket or an apposition between a name and its verb may have.
const ASIDE: usize = 40;
/// How many phrases with a name are read behind a description.
const COMPLEMENTS: usize = 4;
/// How far behind `by` the names of makers are looked for, in tokens.
const MAKERS: usize = 10;

/// A phrase that says what a name is.
pub struct Described {
    /// Its tokens.
    pub phrase: Range<usize>,
    /// The name's entity.
    pub subject: EntityId,
}

impl Described {
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
        all.push(Described { phrase: found.phrase.tokens.clone(), subject });
        out.extend(claim(page, subject, &found));
    };
    for mention in page.entities.mentions(page.source) {
        let sentence = &page.doc.sentences[page.doc.sentence_of(mention.tokens.start)].tokens;
        let at = &mention.tokens;
        let named = mention.form == Form::Name;
        let ahead = || ahead(page, at, sentence.start).or_else(|| before(page, at, sentence.start));
        add(mention.entity, named.then(ahead).flatten());
        // `Port Sorrel, Tasmania is a town`: the county or country is not spoken of.
        let part = at.start > sentence.start + 1
            && page.doc.word(at.start - 1) == ","
            && is_place(page, at.start)
            && name_to(page.notes, at.start - 1).is_some();
        let behind = || behind(page, at, sentence.end).filter(|_| named);
        add(mention.entity, copula(page, at, sentence.end).filter(|_| !part).or_else(behind));
    }
    all.sort_by_key(|d| (d.phrase.end, d.phrase.start));
    all
}

/// A description as found.
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
}

impl Found {
    fn aside(tokens: Range<usize>, phrase: Phrase) -> Self {
        Self { tokens, phrase, negated: false, stated: false, past: false }
    }
}

/// `X is a Y`, with brackets and asides between.
fn copula(page: &Page, name: &Range<usize>, limit: usize) -> Option<Found> {
    let mut at = name.end;
    at = aside(page, at, limit);
    let (mut verb, mut negated, mut past) = (false, false, false);
    while at < limit {
        match page.doc.word(at) {
            "is" | "are" | "be" | "been" | "becomes" | "remains" => verb = true,
            "was" | "were" | "became" | "remained" => (verb, past) = (true, true),
            "not" | "n't" | "never" => negated = true,
            "isn't" | "wasn't" => (verb, negated) = (true, true),
            "has" | "have" | "had" | "also" | "now" | "currently" | "still" | "originally" | "really"
            | "actually" | "already" | "once" | "only" | "solely" | "exclusively" | "primarily" | "who"
            | "which" | "," => {}
            _ => break,
        }
        at += 1;
    }
    if !verb {
        return None;
    }
    let phrase = phrase::read(page, at, limit)?;
    let counted = phrase.determined || page.doc.word(phrase.heads[0]).ends_with('s');
    counted.then_some(Found { tokens: name.start..phrase.tokens.end, phrase, negated, stated: true, past })
}

/// One past a bracket, or past an aside between commas that a verb of being follows.
fn aside(page: &Page, at: usize, limit: usize) -> usize {
    let word = |i: usize| page.doc.word(i);
    let most = limit.min(at + ASIDE);
    let mut from = at;
    if matches!(word(at), "(" | "[")
        && let Some(end) = (at..most).find(|&i| word(i) == if word(at) == "(" { ")" } else { "]" })
    {
        from = end + 1;
    }
    if word(from) != "," {
        return from;
    }
    if let Some(region) = name_from(page.notes, from + 1).filter(|_| is_place(page, from + 1)) {
        return page.notes.names[region].tokens.end;
    }
    let is_being = |i: usize| matches!(word(i), "is" | "was" | "are" | "were");
    (from + 1..most).find(|&i| word(i) == "," && is_being(i + 1)).map_or(from, |i| i + 1)
}

/// Whether token `i` is part of the name of a place.
fn is_place(page: &Page, i: usize) -> bool {
    let id = page.entities.at_token(page.source, i);
    id.and_then(|id| page.entities.table.get(id.0)).is_some_and(|e| e.kind == EntityKind::Place)
}

/// `X, a Y,`.
fn behind(page: &Page, name: &Range<usize>, limit: usize) -> Option<Found> {
    if page.doc.word(name.end) != "," {
        return None;
    }
    let phrase = phrase::read(page, name.end + 1, limit).filter(|p| p.determined)?;
    let closed = phrase.tokens.end >= limit
        || matches!(
            page.doc.word(phrase.tokens.end),
            "," | "."
                | ";"
                | ")"
                | "of"
                | "in"
                | "for"
                | "at"
                | "which"
                | "that"
                | "who"
                | "by"
                | "from"
                | "with"
                | "based"
        );
    (closed && !is_listed(page, name, &phrase)).then(|| Found::aside(name.start..phrase.tokens.end, phrase))
}

/// Whether the phrase is the next of a list (`Norvik, the bank and others`).
fn is_listed(page: &Page, name: &Range<usize>, phrase: &Phrase) -> bool {
    let before = name.start.checked_sub(1).map_or("", |i| page.doc.word(i));
    matches!(page.doc.word(phrase.tokens.end), "and" | "or")
        || matches!(before, "," | "and") && phrase.heads.len() > 1
}

/// `Y, X,`.
fn ahead(page: &Page, name: &Range<usize>, from: usize) -> Option<Found> {
    let comma = name.start.checked_sub(1).filter(|&i| i > from && page.doc.word(i) == ",")?;
    let closed =
        matches!(page.doc.word(name.end), "," | "." | ";" | ")" | "" | "which" | "that" | "who" | "to");
    let head = comma.checked_sub(1).filter(|&h| h > from && phrase::is_noun(page.doc.word(h)))?;
    let start = start_of(page, head, from)?;
    let phrase = phrase::read(page, start, comma).filter(|p| p.determined && p.tokens.end == comma)?;
    (closed && names_kind(page, head)).then(|| Found::aside(start..name.end, phrase))
}

/// `the Y X`, `Y X`, `the Y of X`.
fn before(page: &Page, name: &Range<usize>, from: usize) -> Option<Found> {
    let last = name.start.checked_sub(1).filter(|&i| i >= from)?;
    let of = page.doc.word(last) == "of" && last > from && naming::is_place_head(page.doc.word(last - 1));
    let head = if of { last - 1 } else { last };
    if page.doc.tokens[head].kind != TokenKind::Word
        || !phrase::is_noun(page.doc.word(head))
        || !names_kind(page, head)
    {
        return None;
    }
    let start = start_of(page, head, from).unwrap_or_else(|| first_modifier(page, head, from));
    let phrase = phrase::read(page, start, head + 1).filter(|p| p.tokens.end == head + 1)?;
    Some(Found::aside(start..name.end, phrase))
}

/// Where the determiner or owner of the phrase with this head stands, a few words before it.
fn start_of(page: &Page, head: usize, from: usize) -> Option<usize> {
    let lowest = head.saturating_sub(7).max(from);
    for i in (lowest..head).rev() {
        let token = page.doc.tokens[i];
        if token.kind == TokenKind::Possessive {
            return name_to(page.notes, i).map(|n| page.notes.names[n].tokens.start);
        }
        match page.doc.word(i) {
            "a" | "an" | "the" | "its" | "his" | "her" | "their" => return Some(i),
            word if token.kind != TokenKind::Dash && crate::lexicon::nouns::NOUN_PHRASE_STOPS.has(word) => {
                return None;
            }
            _ if token.kind == TokenKind::Punct => return None,
            _ => {}
        }
    }
    None
}

/// The first of the nouns and adjectives right before `head`.
fn first_modifier(page: &Page, head: usize, from: usize) -> usize {
    let mut start = head;
    while start > from.max(head.saturating_sub(4)) {
        let i = start - 1;
        let token = page.doc.tokens[i];
        let word = page.doc.word(i);
        let fits = name_to(page.notes, start).is_some()
            || token.kind == TokenKind::Dash && !token.spaced
            || token.kind == TokenKind::Word
                && (phrase::is_noun(word)
                    || thesaurus::is_adjective(word)
                    || places::adjective(word).is_some());
        if !fits {
            break;
        }
        start = name_to(page.notes, start).map_or(i, |n| page.notes.names[n].tokens.start.max(from));
    }
    start
}

/// Whether the noun at `head` says what a named thing is: a person, an organisation, a place, a work.
fn names_kind(page: &Page, head: usize) -> bool {
    let word = page.doc.word(head);
    let Some(lemma) = thesaurus::noun(word) else { return false };
    naming::description_head(lemma).is_some()
        || naming::is_place_head(lemma)
        || naming::is_organisation_head(lemma)
        || ["person", "organization", "company", "district"]
            .iter()
            .any(|kind| thesaurus::broader(kind, lemma))
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
    let name = page.entities.name(subject);
    let (tokens, arguments) = arguments(page, name, found);
    let terms = arguments.iter().filter(|(r, _)| r == "word").map(|(_, w)| w.clone()).collect();
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
    claim.confidence = 0.8;
    Some(claim)
}

/// The tokens of a description with its complement, and its parts by role: the phrase (`is`, in passing `called`), its
/// heads (`kind`), all its words (`word`), the nationality and place it names, whose it is (`of`).
fn arguments(page: &Page, subject: &str, found: &Found) -> (Range<usize>, Vec<(String, String)>) {
    let phrase = &found.phrase;
    let mut out = Vec::new();
    let mut put = |role: &str, filler: &str| out.push((role.to_owned(), filler.to_owned()));
    put("subject", subject);
    for &head in &phrase.heads {
        put("kind", &lemma(page, head));
    }
    for i in phrase.tokens.clone() {
        let name = page.entities.at_token(page.source, i).is_some();
        if let Some(place) = places::adjective(page.doc.word(i)) {
            put("nationality", &place.name);
        }
        if is_term(page, i) && !name {
            put("word", &lemma(page, i));
        }
    }
    let mut end = phrase.tokens.end;
    for name in complements(page, phrase.tokens.end).into_iter().filter(|n| n.canonical != subject) {
        put(if name.kind == EntityKind::Place { "place" } else { "of" }, &name.canonical);
        end = name.tokens.end;
    }
    if let Some((verb, names)) = makers(page, phrase.tokens.end) {
        for name in names {
            put(verb, &name.canonical);
            end = end.max(name.tokens.end);
        }
    }
    let shown = page.doc.span_of(phrase.tokens.start..end).of(page.doc.text());
    put(if found.stated { "is" } else { "called" }, &on_one_line(shown));
    (found.tokens.start..found.tokens.end.max(end), out)
}

/// By whom a thing is, right behind its description: `by Ann Doe`, `written by Ann Doe and Tom Reed`; with the role.
fn makers<'a>(page: &Page<'a>, at: usize) -> Option<(&'static str, Vec<&'a Name>)> {
    let role = match page.doc.word(at) {
        "by" => "by",
        "directed" => "directed by",
        "written" => "written by",
        "recorded" => "recorded by",
        "composed" => "composed by",
        "created" => "created by",
        "founded" => "founded by",
        _ => return None,
    };
    let from = at + usize::from(role != "by");
    if page.doc.word(from) != "by" {
        return None;
    }
    let limit = page.doc.sentences[page.doc.sentence_of(from)].tokens.end.min(from + MAKERS);
    let mut names: Vec<&Name> = Vec::new();
    for name in &page.notes.names[page.notes.names.partition_point(|n| n.tokens.start < from)..] {
        let joined = |last: &&Name| {
            (last.tokens.end..name.tokens.start).all(|i| matches!(page.doc.word(i), "," | "and" | "&"))
        };
        if name.tokens.start >= limit || !names.last().is_none_or(joined) {
            break;
        }
        if name.kind != EntityKind::Place {
            names.push(name);
        }
    }
    (!names.is_empty()).then_some((role, names))
}

/// The names in the phrases behind the head: `in Mexico`, `in the south of France`, `in Harrow County, Iowa`, `of Norvik`.
fn complements<'a>(page: &Page<'a>, mut at: usize) -> Vec<&'a Name> {
    let mut out = Vec::new();
    for _ in 0..COMPLEMENTS {
        let place = out.last().is_some_and(|n: &&Name| n.kind == EntityKind::Place);
        let goes_on =
            matches!(page.doc.word(at), "in" | "of" | "from" | "on") || place && page.doc.word(at) == ",";
        if !goes_on {
            break;
        }
        let comma = page.doc.word(at) == ",";
        at += 1;
        let reach = if comma { 1 } else { 5 };
        let found = (at..at + reach)
            .take_while(|&i| {
                i == at
                    || !matches!(page.doc.word(i), "of" | "in")
                        && page.doc.tokens.get(i - 1).is_some_and(|t| t.kind == TokenKind::Word)
            })
            .find_map(|i| name_from(page.notes, i));
        match found {
            Some(name) => {
                let name = &page.notes.names[name];
                if comma && name.kind != EntityKind::Place {
                    break;
                }
                at = name.tokens.end;
                // `the Maghreb region`
                at += usize::from(naming::is_place_head(page.doc.word(at)));
                out.push(name);
            }
            None if comma => break,
            None => {
                let next = (at..at + reach).find(|&i| matches!(page.doc.word(i), "of" | "in"));
                let Some(next) =
                    next.filter(|&n| (at..n).all(|i| page.doc.tokens[i].kind == TokenKind::Word))
                else {
                    break;
                };
                at = next;
            }
        }
    }
    out
}

fn lemma(page: &Page, i: usize) -> String {
    thesaurus::noun(page.doc.word(i)).unwrap_or(page.doc.word(i)).to_owned()
}

fn is_term(page: &Page, i: usize) -> bool {
    matches!(page.doc.tokens[i].kind, TokenKind::Word | TokenKind::Mixed)
        && !crate::lexicon::STOPWORDS.has(page.doc.word(i))
        && places::adjective(page.doc.word(i)).is_none()
}
