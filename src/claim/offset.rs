//! Lengths of time that the annotators resolve to days: `in four years`.

use crate::lexicon::numbers::cardinal;
use crate::model::{Decimal, Document, Mention, Quantity};

/// The length of time and its unit, if the mention is such an offset.
///
/// `in four years` names a day only as far as the day of speaking is known, which a report of what somebody said does not
/// tell: what is claimed is the length of time.
pub fn of(doc: &Document, mention: &Mention) -> Option<(Quantity, String)> {
    mention.time()?;
    let before = mention.tokens.start.checked_sub(1).map_or("", |i| doc.word(i));
    let first = doc.word(mention.tokens.start);
    let start = mention.tokens.start + usize::from(matches!(first, "in" | "within"));
    if !matches!(before, "in" | "within") && start == mention.tokens.start {
        return None;
    }
    if mention.tokens.end != start + 2 {
        return None;
    }
    let number = doc.word(start);
    let value = number.parse().ok().or_else(|| cardinal(number))?;
    let unit = doc.word(start + 1);
    let unit = unit.strip_suffix('s').unwrap_or(unit);
    matches!(unit, "year" | "month" | "week" | "day" | "hour" | "minute")
        .then(|| (Quantity::exactly(Decimal::from(value), Decimal::ONE), unit.to_owned()))
}
