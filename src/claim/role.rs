//! Who holds which office: `Simon Hu, the president of Aliyun`.

use super::page::Page;
use crate::model::{Claim, ClaimKind, ClaimValue};

/// Adds a claim for each person with an office.
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
        claim.noun = role
            .organisation
            .and_then(|o| page.entities.entity_of(page.source, o))
            .map_or_else(String::new, |id| page.entities.name(id).to_owned());
        claim.status = crate::model::Status::Actual;
        claim.confidence = 0.85;
        out.push(claim);
    }
}
