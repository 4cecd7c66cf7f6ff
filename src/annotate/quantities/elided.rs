//! Units said once for several numbers: `45 and 50 mg`, `5, 10 and 15 percent`.

use super::text::Text;
use crate::lexicon::numbers::scale;
use crate::model::{Decimal, Kind, Mention, MentionValue, TokenKind};

/// Sums in millions are told without their currency.
const LARGE: u64 = 1_000_000;

/// Gives bare numbers before `and`, `or` or a comma the kind and unit of the quantity they are listed with, and those in millions
/// behind a sum of money its currency.
pub fn fill(text: Text, mentions: &mut [Mention]) {
    let mut filled = false;
    for i in (1..mentions.len()).rev() {
        let (left, right) = mentions.split_at_mut(i);
        let (Some(bare), Some(full)) = (left.last_mut(), right.first()) else { continue };
        let unit =
            matches!(full.kind, Kind::Dimension | Kind::Percent | Kind::Count | Kind::Money | Kind::Duration);
        // A sign before the number belongs to that number alone.
        let behind =
            full.kind != Kind::Money || text.kind(full.tokens.start) == Some(crate::model::TokenKind::Number);
        // A comma before a count may as well close an age (`Smith, 45, three children`), unless the list goes on.
        let comma = filled || !matches!(full.kind, Kind::Count | Kind::Duration);
        // `nine out of ten, half of all`: a share told as a fraction has no sign that a list could have in common.
        let sign = full.kind != Kind::Percent || filled || says_percent(text, full);
        let of_them = full.kind == Kind::Count && part_of(text, bare, full);
        filled = bare.kind == Kind::Number
            && unit
            && behind
            && sign
            && (listed(text, bare, full, comma) || of_them);
        if filled {
            share(text, bare, full);
        }
    }
    // The last value that is no time.
    let mut last: Option<usize> = None;
    for i in 0..mentions.len() {
        let (before, rest) = mentions.split_at_mut(i);
        let Some(bare) = rest.first_mut().filter(|m| m.time().is_none()) else { continue };
        if let Some(sum) = last.map(|n| &before[n]).filter(|sum| goes_on(text, sum, bare)) {
            share(text, bare, sum);
        }
        last = Some(i);
    }
}

/// Whether a bare number in millions goes on with the sum before it: `$3 billion, of which the state pays 1.2 billion`.
fn goes_on(text: Text, sum: &Mention, bare: &Mention) -> bool {
    let large = bare.tokens.end.checked_sub(1).is_some_and(|i| scale(text.word(i)) >= Some(LARGE));
    let one_sentence = || {
        let sentence = |m: &Mention| text.doc.sentence_of(m.tokens.start);
        sentence(sum) == sentence(bare)
    };
    let spelt = text.kind(bare.tokens.start) == Some(TokenKind::Number);
    let open =
        !matches!(text.word(bare.tokens.end), "of" | "in" | "more" | "less" | "fewer" | "above" | "below");
    sum.kind == Kind::Money && bare.kind == Kind::Number && large && spelt && open && one_sentence()
}

/// Whether the percentage `full` is written as one.
fn says_percent(text: Text, full: &Mention) -> bool {
    full.unit.is_some()
        || full.tokens.clone().any(|i| {
            matches!(text.word(i), "%" | "％" | "percent" | "pct" | "percents" | "percentage" | "cent")
        })
}

/// `2,000 of the 5,000 workers`: the first number counts the same.
fn part_of(text: Text, bare: &Mention, full: &Mention) -> bool {
    let (of, to) = (bare.tokens.end, text.doc.tokens_in(full.stated).start);
    let determiner = matches!(text.word(of + 1), "the" | "its" | "their" | "his" | "her" | "our");
    text.word(of) == "of" && to == of + 1 + usize::from(determiner)
}

/// Whether only `and`, `or` or, if it may, a comma stands between the two.
fn listed(text: Text, bare: &Mention, full: &Mention, comma: bool) -> bool {
    let between = bare.tokens.end..text.doc.tokens_in(full.stated).start;
    let joint = |i: usize| matches!(text.word(i), "and" | "or") || (comma && text.word(i) == ",");
    let change = bare.tokens.start.checked_sub(1).is_some_and(|i| text.word(i) == "from");
    (1..=2).contains(&between.len()) && between.clone().all(joint) && !change
}

fn share(text: Text, bare: &mut Mention, full: &Mention) {
    bare.kind = full.kind;
    bare.unit.clone_from(&full.unit);
    bare.unit_basis = full.unit_basis;
    bare.per.clone_from(&full.per);
    bare.modifiers.clone_from(&full.modifiers);
    bare.counted.clone_from(&full.counted);
    let small = |i: usize| matches!(text.word(i), "cent" | "cents" | "pence" | "penny" | "p" | "c");
    let cents = full.kind == Kind::Money && full.tokens.clone().any(small);
    if let MentionValue::Quantity(q) = &mut bare.value {
        q.whole = full.quantity().is_none_or(|f| f.whole);
        if cents {
            q.low = q.low.map(|v| v / Decimal::ONE_HUNDRED);
            q.high = q.high.map(|v| v / Decimal::ONE_HUNDRED);
            q.step /= Decimal::ONE_HUNDRED;
        }
    }
}
