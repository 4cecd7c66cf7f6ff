//! Who holds which office: `Simon Hu, the president of Aliyun`.

use super::entity::Form;
use super::entity::role::RoleMention;
use super::page::Page;
use crate::model::{AFFILIATION, Claim, ClaimKind, ClaimValue, EntityId, EntityKind, Status, TokenKind};

/// Offices of which a body has one holder at a time.
const ONE_HOLDER: [&str; 12] = [
    "president",
    "chief executive",
    "chair",
    "prime minister",
    "mayor",
    "governor",
    "chief financial officer",
    "finance minister",
    "foreign minister",
    "pope",
    "king",
    "queen",
];

/// Adds a claim for each person with an office, and one for each office of a body that has a single holder.
pub fn claims(page: &Page, out: &mut Vec<Claim>) {
    for role in page.roles {
        let tokens = page.doc.tokens_in(role.span);
        if tokens.is_empty() {
            continue;
        }
        let value = ClaimValue::Items { items: vec![role.role_lemma.clone()], complete: false };
        let mut claim = page.claim(ClaimKind::Role, value, tokens, None);
        claim.subject = page.entities.entity_of(page.source, role.person);
        claim.subject_name = claim.subject.map_or_else(
            || role.person.of(page.doc.text()).to_owned(),
            |id| page.entities.name(id).to_owned(),
        );
        "role".clone_into(&mut claim.attribute);
        if role.former {
            claim.modifiers = vec!["former".to_owned()];
        }
        let body = role.organisation.and_then(|o| page.entities.entity_of(page.source, o));
        claim.noun = body.map_or_else(String::new, |id| page.entities.name(id).to_owned());
        claim.status = Status::Actual;
        claim.confidence = 0.85;
        // Who heads a body belongs to it.
        let held = body.filter(|_| !role.former).and_then(|body| holder(page, role, body, &claim));
        out.extend(held.or_else(|| affiliated(page, &claim, body?)));
        out.push(claim);
    }
}

/// Adds a claim for each person who is named with the body they speak for: `Ann Doe of the Norvik Institute`.
pub fn affiliations(page: &Page, out: &mut Vec<Claim>) {
    for mention in page.entities.mentions(page.source).iter().filter(|m| m.form == Form::Name) {
        let at = mention.tokens.end;
        let kind = |id: EntityId| page.entities.table.get(id.0).map(|e| e.kind);
        if kind(mention.entity) != Some(EntityKind::Person)
            || !matches!(page.doc.word(at), "of" | "at" | "from" | "with")
        {
            continue;
        }
        let start = at + 1 + usize::from(page.doc.word(at + 1) == "the");
        let Some(first) = page.entities.mention_at(page.source, start) else { continue };
        // `the weather service's Storm Centre`
        let inner = page.entities.mention_at(page.source, first.tokens.end + 1);
        let owned = page.doc.tokens.get(first.tokens.end).is_some_and(|t| t.kind == TokenKind::Possessive);
        let body = inner.filter(|_| owned).unwrap_or(first);
        let tokens = mention.tokens.start..body.tokens.end;
        if kind(body.entity) != Some(EntityKind::Organisation)
            || page.doc.sentence_of(tokens.start) != page.doc.sentence_of(start)
        {
            continue;
        }
        let value = ClaimValue::Items { items: Vec::new(), complete: false };
        let mut claim = page.claim(ClaimKind::Role, value, tokens, None);
        claim.subject = Some(mention.entity);
        page.entities.name(mention.entity).clone_into(&mut claim.subject_name);
        claim.status = Status::Actual;
        claim.confidence = 0.8;
        out.extend(affiliated(page, &claim, body.entity));
    }
}

/// The claim that the person of `claim` belongs to `body`.
fn affiliated(page: &Page, claim: &Claim, body: EntityId) -> Option<Claim> {
    let is_body = page.entities.table.get(body.0).is_some_and(|e| e.kind == EntityKind::Organisation);
    if !is_body || claim.subject.is_none_or(|person| person == body) {
        return None;
    }
    let value = ClaimValue::Items { items: vec![page.entities.name(body).to_owned()], complete: false };
    Some(Claim { value, attribute: AFFILIATION.to_owned(), noun: String::new(), ..claim.clone() })
}

/// Who holds the office of `body` that `claim` gives to a person.
fn holder(page: &Page, role: &RoleMention, body: EntityId, claim: &Claim) -> Option<Claim> {
    if !ONE_HOLDER.contains(&role.role_lemma.as_str()) || claim.subject.is_none_or(|person| person == body) {
        return None;
    }
    let value = ClaimValue::Items { items: vec![claim.subject_name.clone()], complete: true };
    Some(Claim {
        kind: ClaimKind::Person,
        value,
        subject: Some(body),
        subject_name: page.entities.name(body).to_owned(),
        attribute: role.role_lemma.clone(),
        noun: role.role_lemma.clone(),
        ..claim.clone()
    })
}
