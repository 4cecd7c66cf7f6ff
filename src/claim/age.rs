//! How old somebody is, where no unit says that a number is an age: `Ann Marsh, 34, was`, `Hal Brandt (34)`, `aged 34`.

use super::entity::name_to;
use super::page::Page;
use crate::lexicon::naming::{self, DescriptionHead};
use crate::lexicon::{KIN, PEOPLE};
use crate::model::{
    Claim, ClaimValue, Decimal, EntityId, EntityKind, Kind, Mention, MentionValue, Tag, TokenKind,
};

/// The unit of ages, as the reader of times names it.
pub const UNIT: &str = "year of age";
/// Nobody is older.
const OLDEST: i64 = 120;

/// The age that a bare number states, and whose it is, where the name stands beside it.
pub fn of(page: &Page, mention: &Mention) -> Option<(ClaimValue, Option<EntityId>)> {
    let MentionValue::Quantity(quantity) = &mention.value else { return None };
    let age = quantity.low.filter(|_| mention.kind == Kind::Number && quantity.low == quantity.high)?;
    let possible = age.fract() == Decimal::ZERO && age > Decimal::ZERO && age < Decimal::from(OLDEST);
    let at = mention.tokens.start.checked_sub(1).filter(|_| possible)?;
    let value =
        || ClaimValue::Quantity { quantity: quantity.clone(), unit: Some(UNIT.to_owned()), per: None };
    let word = |i: usize| page.doc.word(i);
    if word(at) == "aged" || word(at) == "age" || word(at) == "of" && at > 0 && word(at - 1) == "age" {
        return Some((value(), None));
    }
    // `a man of 72 whose car`
    let person = |i: usize| naming::description_head(word(i)) == Some(DescriptionHead::Person);
    let counts =
        mention.counted.is_some() && !matches!(word(mention.tokens.end), "who" | "whose" | "," | ".");
    if word(at) == "of" && at > 1 && person(at - 1) && matches!(word(at - 2), "a" | "the") && !counts {
        return Some((value(), None));
    }
    let behind = word(mention.tokens.end);
    // `the actor, who was 74,`, `Ann Doe was 95 and died`, `at 29, she became`
    let is = matches!(word(at), "was" | "is") && at > 0;
    let told = is && matches!(word(at - 1), "who" | "he" | "she");
    if is
        && matches!(behind, "," | "." | "and" | "when" | "")
        && let Some(id) = named(page, at)
    {
        return Some((value(), Some(id)));
    }
    let first = at == page.doc.sentences[page.doc.sentence_of(at)].tokens.start;
    if matches!(behind, "," | "." | "and" | "") && told || behind == "," && first && word(at) == "at" {
        return Some((value(), None));
    }
    let closed = is_enclosed(page, mention);
    // `the boy, 7, was`
    let head = at.checked_sub(1).filter(|_| closed)?;
    if person(head) || PEOPLE.has(word(head)) || KIN.has(word(head)) {
        return Some((value(), None));
    }
    let id = entity(page, at);
    match id.and_then(|id| page.entities.table.get(id.0)).map(|e| e.kind) {
        Some(EntityKind::Person) => Some((value(), id)),
        // `White, 52, was`: a name like a word, or of somebody named once.
        Some(EntityKind::Unknown) if acts(page, head, mention.tokens.end + 1) => Some((value(), id)),
        None if acts(page, head, mention.tokens.end + 1) => Some((value(), None)),
        _ => None,
    }
}

/// The entity whose name ends before token `at`.
fn entity(page: &Page, at: usize) -> Option<EntityId> {
    let name = name_to(page.notes, at)?;
    page.entities.at_token(page.source, page.notes.names[name].tokens.start)
}

/// The person whose name ends before token `at`.
fn named(page: &Page, at: usize) -> Option<EntityId> {
    entity(page, at).filter(|id| page.entities.table.get(id.0).is_some_and(|e| e.kind == EntityKind::Person))
}

/// Whether the number stands behind a relative without a name: `her brother, 33,`.
pub fn is_of_kin(page: &Page, mention: &Mention) -> bool {
    let kin = mention.tokens.start.checked_sub(2).filter(|_| is_enclosed(page, mention));
    mention.kind == Kind::Number && kin.is_some_and(|i| KIN.has(page.doc.word(i)))
}

/// Whose age a mention states whose name stands right behind it: `61-year-old Tom Reed`.
pub fn named_behind(page: &Page, mention: &Mention) -> Option<EntityId> {
    let of_age = mention.unit.as_deref() == Some(UNIT);
    let name = page.entities.mention_at(page.source, mention.tokens.end).filter(|_| of_age)?;
    let person = page.entities.table.get(name.entity.0)?.kind == EntityKind::Person;
    (person && name.tokens.start == mention.tokens.end).then_some(name.entity)
}

/// Whether a number stands between commas, a comma and a dash, or in brackets.
fn is_enclosed(page: &Page, mention: &Mention) -> bool {
    let behind = page.doc.word(mention.tokens.end);
    let token = page.doc.tokens.get(mention.tokens.end);
    match page.doc.word(mention.tokens.start.saturating_sub(1)) {
        "," => {
            matches!(behind, "," | "." | ";" | "" | "was" | "were" | "is" | "are")
                || token.is_some_and(|t| t.kind == TokenKind::Dash && t.spaced)
        }
        "(" => behind == ")",
        _ => false,
    }
}

/// Whether the word at token `head` looks like a name, and the one at token `i` like what a person is or does.
fn acts(page: &Page, head: usize, i: usize) -> bool {
    let verb = if page.tag(i) == Tag::Adverb { i + 1 } else { i };
    let told = matches!(page.doc.word(verb), "who" | "was" | "is" | "of" | "from" | "a" | "an")
        || page.tag(verb) == Tag::Past;
    let plural = page.tag(head) == Tag::Nouns;
    told && page.doc.tokens[head].capital && !plural
}

/// The lemma of the word for a person without a name whose age `claim` is: `the nine-year-old boy`, `the boy, 9, was`. Empty for
/// other claims.
pub fn holder(page: &Page, claim: &Claim, mention: &Mention, noun: Option<usize>) -> String {
    let of_age = matches!(&claim.value, ClaimValue::Quantity { unit: Some(unit), .. } if unit == UNIT);
    let person = |i: &usize| {
        let word = page.doc.word(*i);
        let description = naming::description_head(word) == Some(DescriptionHead::Person);
        description || naming::role(word).is_some() || PEOPLE.has(word) || KIN.has(word)
    };
    let start = mention.tokens.start;
    let before = start.checked_sub(2);
    // `the driver, a 52-year-old man`, `the driver, who is 54`
    let behind_comma = || {
        let comma = start.checked_sub(if page.doc.word(start.checked_sub(2)?) == "," { 2 } else { 3 })?;
        let led = matches!(page.doc.word(start - 1), "a" | "an") || page.doc.word(comma + 1) == "who";
        comma.checked_sub(1).filter(|_| led && page.doc.word(comma) == ",").filter(person)
    };
    let subject = || {
        let verb = page.full_verb_from(mention.tokens.start.saturating_sub(1))?;
        page.subject_phrase(verb)?.rev().find(person)
    };
    let found = behind_comma()
        .or_else(|| noun.filter(person))
        .or_else(|| before.filter(person))
        .or_else(subject)
        .filter(|_| of_age);
    found.map_or_else(String::new, |i| page.doc.word(i).to_owned())
}
