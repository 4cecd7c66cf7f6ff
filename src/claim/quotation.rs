//! Quotations long enough to be recognised, with their speakers.

use super::page::Page;
use crate::model::{Claim, ClaimKind, ClaimValue, TokenKind};

/// Fewest words for which sameness means something.
const WORDS: usize = 4;

/// Adds a claim for each quotation.
pub fn claims(page: &Page, out: &mut Vec<Claim>) {
    for quotation in &page.doc.quotations {
        let tokens = page.doc.tokens_in(quotation.outer);
        let words = tokens.clone().filter(|&i| page.doc.tokens[i].kind == TokenKind::Word).count();
        if words < WORDS {
            continue;
        }
        let text = quotation.inner.of(page.doc.text()).to_owned();
        let mut claim = page.claim(ClaimKind::Quotation, ClaimValue::Text(text), tokens, None);
        if let Some(id) = page.speaker_of(quotation.inner) {
            claim.subject = Some(id);
            page.entities.name(id).clone_into(&mut claim.subject_name);
        }
        "quotation".clone_into(&mut claim.attribute);
        claim.speaker.quoted = true;
        claim.confidence = 0.9;
        out.push(claim);
    }
}
