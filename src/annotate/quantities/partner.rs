//! Which quantities say the same thing twice: a conversion in parentheses (`25 miles (40 km)`).

use super::text::Text;
use crate::lexicon::units;
use crate::model::{Kind, Mention};

/// Links each quantity with the one in parentheses right behind it, if both are money or measures of one family.
pub fn link(text: Text, mentions: &mut [Mention]) {
    for i in 1..mentions.len() {
        let (a, b) = (&mentions[i - 1], &mentions[i]);
        let start = text.doc.tokens_in(b.stated).start;
        let opened = start.checked_sub(1).is_some_and(|p| text.word(p) == "(");
        let adjacent = opened && start > a.tokens.end && start - 1 - a.tokens.end <= 4;
        if adjacent && converts(a, b) {
            mentions[i - 1].partner = Some(i);
            mentions[i].partner = Some(i - 1);
        }
    }
}

fn converts(a: &Mention, b: &Mention) -> bool {
    let (Some(x), Some(y)) = (a.unit.as_deref(), b.unit.as_deref()) else { return false };
    match (a.kind, b.kind) {
        (Kind::Money, Kind::Money) => x != y,
        (Kind::Dimension, Kind::Dimension) => x != y && units::family(x) == units::family(y),
        _ => false,
    }
}
