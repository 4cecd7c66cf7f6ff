//! Firms whose names differ in nothing but their legal form, told of in one role: `its wholly owned subsidiary, Tarn Inc` and
//! `its wholly owned subsidiary, Tarn Corp`.
//!
//! They stay two firms for everything else, as `Tarn Inc` and `Tarn Ltd` often are. Only what one firm alone can be makes the
//! name itself worth a look: the buyer, the operator, or an owner's subsidiary of which no article names both.

use super::entity::{Entities, Form};
use super::page::Page;
use crate::lexicon::{DEAL_PARTIES, naming, places};
use crate::model::line::on_one_line;
use crate::model::{Claim, ClaimKind, ClaimValue, EntityId, EntityKind, Fact, NAME, Status, Tag, TokenKind};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// So many words stand between an owner or `the` and the name or noun at most.
const MODIFIERS: usize = 5;
/// Of one name so many mentions with a role are compared.
const MOST: usize = 64;

/// The names with a legal form of a story, by the words before it.
#[derive(Default)]
pub struct Firms {
    /// Per words and source the forms that stand there.
    forms: BTreeMap<(String, usize), BTreeSet<&'static str>>,
    told: BTreeMap<String, Vec<Told>>,
}

/// A firm in a role.
struct Told {
    form: &'static str,
    role: Role,
    entity: EntityId,
    claim: Claim,
}

/// What only one firm is.
enum Role {
    /// A part of this owner.
    Part(EntityId),
    /// The one called so, in words.
    Party(String),
}

impl Firms {
    /// Reads an article whose claims will be joined.
    pub fn read(&mut self, page: &Page) {
        if !page.joined() {
            return;
        }
        let firms =
            |kind| matches!(kind, EntityKind::Organisation | EntityKind::Product | EntityKind::Unknown);
        for name in page.notes.names.iter().filter(|n| firms(n.kind)) {
            let text = name.span.of(page.doc.text());
            let Some((words, form)) = cut(text) else { continue };
            let base = words.to_lowercase();
            let Some(mention) = page.entities.mention_at(page.source, name.tokens.start) else { continue };
            self.forms.entry((base.clone(), page.source)).or_default().insert(form);
            let list = self.told.entry(base).or_default();
            if mention.form != Form::Name || list.len() >= MOST {
                continue;
            }
            if let Some(role) = role(page, &name.tokens) {
                list.push(Told {
                    form,
                    role,
                    entity: mention.entity,
                    claim: claim(page, &name.tokens, (text, words)),
                });
            }
        }
    }

    /// The claims about names of which two stand in one role.
    pub fn claims(self, entities: &Entities) -> Vec<Claim> {
        let mut out = Vec::new();
        for (base, list) in &self.told {
            let both =
                |t: &Told| self.forms.get(&(base.clone(), t.claim.source)).is_some_and(|f| f.len() > 1);
            let apart = |a: &Told, b: &Told| {
                // An article that names two parts of one owner may well know that they are two.
                let inside = a.claim.source == b.claim.source;
                let may = if inside {
                    matches!(a.role, Role::Party(_)) && a.claim.sentence != b.claim.sentence
                } else {
                    !both(a) && !both(b)
                };
                a.form != b.form && may && one_role(entities, a, b)
            };
            let found: Vec<&Told> = list.iter().filter(|a| list.iter().any(|b| apart(a, b))).collect();
            let Some(first) = found.iter().map(|t| t.entity).min() else { continue };
            out.extend(found.iter().map(|told| Claim { subject: Some(first), ..told.claim.clone() }));
        }
        out
    }
}

/// The words of a name before its legal form, and the form.
fn cut(name: &str) -> Option<(String, &'static str)> {
    let mut words: Vec<&str> = name.split_whitespace().map(|w| w.trim_end_matches(',')).collect();
    let mut last = None;
    while let Some(form) = words.last().and_then(|word| legal(word)).filter(|_| words.len() > 1) {
        last = last.or(Some(form));
        words.pop();
    }
    Some((words.join(" "), last?))
}

/// The legal form that a word is.
fn legal(word: &str) -> Option<&'static str> {
    naming::company_suffix(&word.to_lowercase()).filter(|form| !matches!(*form, "group" | "holding"))
}

/// Whether both roles are one that only one of the two can have. In several countries one owner may well have firms of one name.
fn one_role(entities: &Entities, a: &Told, b: &Told) -> bool {
    match (&a.role, &b.role) {
        (Role::Part(x), Role::Part(y)) => {
            let (inner, outer) = (a.entity, b.entity);
            one_owner(entities, *x, *y)
                && country(a.form) == country(b.form)
                && !entities.same_or_part(inner, outer)
        }
        (Role::Party(x), Role::Party(y)) => x == y,
        _ => false,
    }
}

/// Whether two owners are one or parts of one, which may be known by its name alone.
fn one_owner(entities: &Entities, x: EntityId, y: EntityId) -> bool {
    let called =
        |id: EntityId| [Some(id), entities.parent(id)].into_iter().flatten().map(|id| entities.name(id));
    entities.same_or_part(x, y) || called(x).any(|name| called(y).any(|other| name == other))
}

/// A name for the countries whose law knows the form.
fn country(form: &'static str) -> &'static str {
    match form {
        "inc" | "corp" | "co" | "llc" => "US",
        "ltd" | "plc" | "llp" => "UK",
        other => other,
    }
}

fn claim(page: &Page, tokens: &Range<usize>, (name, words): (&str, String)) -> Claim {
    let value = ClaimValue::Items { items: vec![on_one_line(name).into_owned()], complete: true };
    let claim = page.claim(ClaimKind::Person, value, tokens.clone(), None);
    Claim {
        subject_name: words,
        attribute: NAME.to_owned(),
        status: Status::Actual,
        confidence: 0.8,
        ..claim
    }
}

/// What the firm named at `at` is said to be beside its name.
fn role(page: &Page, at: &Range<usize>) -> Option<Role> {
    ahead(page, at).or_else(|| behind(page, at))
}

/// `Marsh's Tarn Inc subsidiary`, `its wholly owned subsidiary, Tarn Inc`, `the acquiring company, Tarn Inc`.
fn ahead(page: &Page, at: &Range<usize>) -> Option<Role> {
    if is_part(page, at.end) {
        return part_of(page, owner_before(page, at.start)?, at.end);
    }
    let comma = usize::from(at.start > 0 && page.doc.word(at.start - 1) == ",");
    let head = at.start.checked_sub(1 + comma)?;
    if is_part(page, head) {
        return part_of(page, owner_before(page, head)?, head);
    }
    let the = (head.saturating_sub(MODIFIERS)..head).rev().find(|&i| !is_modifier(page, i))?;
    (page.doc.word(the) == "the").then(|| party(page, the + 1..head + 1)).flatten()
}

/// `Tarn Inc, a unit of Marsh`, `Tarn Inc is the operator of the mine`.
fn behind(page: &Page, at: &Range<usize>) -> Option<Role> {
    if !matches!(page.doc.word(at.end), "," | "is" | "was") {
        return None;
    }
    let from = at.end + 1;
    let head = (from + 1..from + 2 + MODIFIERS).find(|&i| {
        let noun = is_part(page, i) || page.tag(i).is_noun();
        noun && !page.tag(i + 1).is_noun()
            && page.doc.tokens.get(i + 1).is_none_or(|t| t.kind != TokenKind::Dash)
    })?;
    if !(from + 1..head).all(|i| is_modifier(page, i)) {
        return None;
    }
    let of = page.doc.word(head + 1) == "of";
    if is_part(page, head) {
        let owner = if of {
            let the = usize::from(page.doc.word(head + 2) == "the");
            page.entities.at_token(page.source, head + 2 + the)
        } else {
            page.entities.at_token(page.source, from).filter(|_| is_own(page, from))
        };
        return part_of(page, (owner?, from + 1), head);
    }
    let complement =
        if of { (head + 1..head + 2 + MODIFIERS).find(|&i| page.tag(i).is_noun())? } else { head };
    (page.doc.word(from) == "the").then(|| party(page, from + 1..complement + 1)).flatten()
}

/// The part of an owner that stands between it and token `head`; of those in several countries there may be one in each.
fn part_of(page: &Page, (owner, from): (EntityId, usize), head: usize) -> Option<Role> {
    let abroad =
        (from..head).any(|i| page.doc.is(i, Fact::OfPlace) || places::adjective(page.doc.word(i)).is_some());
    (!abroad).then_some(Role::Part(owner))
}

/// The owner before the words that lead up to token `end`, and where these words begin.
fn owner_before(page: &Page, end: usize) -> Option<(EntityId, usize)> {
    let at = (end.saturating_sub(MODIFIERS + 1)..end).rev().find(|&i| !is_modifier(page, i))?;
    let owner = if is_own(page, at) { at } else { at.checked_sub(1)? };
    let owned = is_own(page, at) || page.tag(at) == Tag::Possessive;
    Some((page.entities.at_token(page.source, owner).filter(|_| owned)?, at + 1))
}

/// What a firm is called of which there is one; `None` for what many can be.
fn party(page: &Page, phrase: Range<usize>) -> Option<Role> {
    let words: Vec<&str> = phrase.clone().map(|i| page.doc.word(i)).collect();
    let place = |i: usize| page.doc.is(i, Fact::OfPlace);
    let one = words.iter().any(|word| DEAL_PARTIES.has(word)) && !phrase.into_iter().any(place);
    one.then(|| Role::Party(words.join(" ")))
}

fn is_own(page: &Page, i: usize) -> bool {
    matches!(page.doc.word(i), "its" | "their")
}

/// Whether a noun for a firm that belongs to another stands at `i`.
fn is_part(page: &Page, i: usize) -> bool {
    matches!(page.doc.word(i), "subsidiary" | "unit" | "affiliate" | "arm" | "division" | "vehicle")
}

/// Whether the word at `i` can stand before the head of a phrase, and is not its determiner or owner.
fn is_modifier(page: &Page, i: usize) -> bool {
    let open = matches!(page.tag(i), Tag::Adjective | Tag::Adverb | Tag::Past | Tag::Participle | Tag::Ing);
    !is_own(page, i) && (open || page.tag(i).is_noun() || page.doc.word(i) == "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_legal_form_is_cut_and_short_forms_are_one() {
        for (name, base, form) in [
            ("Northgate Holdings Inc", "Northgate Holdings", Some("inc")),
            ("Northgate Holdings\nCorporation", "Northgate Holdings", Some("corp")),
            ("Tarn Co Ltd", "Tarn", Some("ltd")),
            ("Tarn Limited", "Tarn", Some("ltd")),
            ("Tarn Company", "Tarn", Some("co")),
            ("Tarn, Inc.", "Tarn", Some("inc")),
            ("Tarn Group", "", None),
            ("Inc", "", None),
        ] {
            let found = cut(name);
            assert_eq!(found.as_ref().map(|f| f.1), form, "{name}");
            assert!(found.is_none_or(|f| f.0 == base), "{name}");
        }
    }
}
