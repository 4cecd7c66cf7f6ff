//! How old somebody is, where no unit says that a number is an age: `Ann Marsh, 34, was`, `Hal Brandt (34)`, `aged 34`.

use super::entity::name_to;
use super::page::Page;
use crate::model::{ClaimValue, Decimal, EntityId, EntityKind, Kind, Mention, MentionValue};

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
    let closed = match word(at) {
        "," => matches!(word(mention.tokens.end), "," | "." | ";" | ""),
        "(" => word(mention.tokens.end) == ")",
        _ => false,
    };
    let person = name_to(page.notes, at).filter(|_| closed)?;
    let id = page.entities.at_token(page.source, page.notes.names[person].tokens.start)?;
    let is_person = page.entities.table.get(id.0).is_some_and(|e| e.kind == EntityKind::Person);
    is_person.then(|| (value(), Some(id)))
}
