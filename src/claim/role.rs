//! Who holds which office: `Simon Hu, the president of Aliyun`.

use super::entity::role::RoleMention;
use super::page::Page;
use crate::model::{Claim, ClaimKind, ClaimValue, EntityId};

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
        claim.status = crate::model::Status::Actual;
        claim.confidence = 0.85;
        out.extend(body.filter(|_| !role.former).and_then(|body| holder(page, role, body, &claim)));
        out.push(claim);
    }
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
