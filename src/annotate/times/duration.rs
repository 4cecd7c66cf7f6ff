//! Lengths of time: `two and a half years`, `five-hour`, `several months`, `weeks`, and the dates they lead to (`two years ago`).

use super::amount::{Amount, amount, part};
use super::reader::{Found, Reader, Says};
use super::shift;
use crate::lexicon::calendar::Unit;
use crate::lexicon::numbers::cardinal;
use crate::model::{Bound, Decimal, Quantity};

/// Words that may stand between the number and the unit.
const BETWEEN: [&str; 17] = [
    "more",
    "additional",
    "trading",
    "business",
    "working",
    "full",
    "straight",
    "consecutive",
    "calendar",
    "fewer",
    "long",
    "whole",
    "extra",
    "further",
    "successive",
    "short",
    "entire",
];

/// Words before `a week` that make it a length rather than a rate (`$5 a week`).
const LENGTHENS: [&str; 44] = [
    "for",
    "in",
    "within",
    "over",
    "after",
    "about",
    "nearly",
    "almost",
    "than",
    "of",
    "took",
    "takes",
    "take",
    "last",
    "lasts",
    "lasted",
    "spend",
    "spent",
    "barely",
    "just",
    "only",
    "least",
    "most",
    "to",
    "once",
    "roughly",
    "approximately",
    "around",
    "some",
    "less",
    "more",
    "under",
    "nearly",
    "is",
    "was",
    "be",
    "and",
    "or",
    "as",
    "by",
    "up",
    "every",
    "during",
    "hour",
];

/// A length of time, or a date counted by one, at token `i`.
pub fn read(cx: &Reader, i: usize) -> Option<Found> {
    let n = amount(cx, i)?;
    let (unit, end) = unit_after(cx, &n)?;
    let one_of_many = n.article && cx.word(end - 1).ends_with('s');
    if is_fraction(cx, i, unit, end) || second_is_order(cx, i, unit, end) {
        return None;
    }
    let (n, unit, end) = extended(cx, n, unit, end);
    if let Some(found) = shift::counted(cx, i, &n, unit, end) {
        return Some(found);
    }
    if n.article && (one_of_many || !lengthens(cx, i, end) || word_of_order(cx, unit, end)) {
        return None;
    }
    if vague_quantifier_only(cx, i, &n) {
        return None;
    }
    let quantity = quantity(cx, i, &n);
    let to = tail(cx, end);
    let aged = to > end && cx.word(to - 1) == "old";
    Some(Found {
        end: to,
        says: if aged { Says::Age(quantity, unit) } else { Says::Duration(quantity, unit) },
    })
}

/// `day-long`, at token `i`.
pub fn long(cx: &Reader, i: usize) -> Option<Found> {
    let unit = cx.unit(i)?;
    let fits = cx.dash(i + 1) && cx.word(i + 2) == "long" && !cx.dash(i.wrapping_sub(1));
    // `decades-long` does not say how many.
    let length =
        if cx.word(i).ends_with('s') { unknown() } else { Quantity::exactly(Decimal::ONE, Decimal::ONE) };
    fits.then(|| Found { end: i + 3, says: Says::Duration(length, unit) })
}

/// `all day`, `all week`, at token `i`: one of them.
pub fn all(cx: &Reader, i: usize) -> Option<Found> {
    let unit = cx.unit(i + 1).filter(|u| *u >= Unit::Day && !cx.word(i + 1).ends_with('s'))?;
    let closed = !cx.dash(i + 2)
        && (cx.kind(i + 2) != Some(crate::model::TokenKind::Word) || cx.is(i + 2, &["long"]))
        || crate::lexicon::nouns::NOUN_PHRASE_STOPS.has(cx.word(i + 2));
    let whole = Quantity::exactly(Decimal::ONE, Decimal::ONE);
    (cx.word(i) == "all" && closed).then(|| Found { end: i + 2, says: Says::Duration(whole, unit) })
}

/// `weeks`, `months of talks`: a bare plural where the words around make it a length.
pub fn bare(cx: &Reader, i: usize) -> Option<Found> {
    let unit = cx.unit(i)?;
    // Numbers before it have been read, and were none of time (`three quarters of the staff`).
    let counted = cardinal(cx.before(i)).is_some();
    if !cx.word(i).ends_with('s') || unit < Unit::Minute || cx.dash(i.wrapping_sub(1)) || counted {
        return None;
    }
    let leads = cx.is(
        i.wrapping_sub(1),
        &["for", "in", "over", "after", "within", "took", "takes", "take", "last", "follows", "spent", "the"],
    );
    let follows = cx.is(i + 1, &["after", "before", "later", "ago", "of", "earlier", "ahead"])
        || (cx.dash(i + 1) && cx.is(i + 2, &["long", "old"]));
    let fits = if cx.before(i) == "the" || cx.before(i) == "in" {
        follows && cx.word(i + 1) != "of" || cx.before(i) == "in"
    } else {
        leads || follows
    };
    if !fits || cx.is(i + 1, &["to"]) {
        return None;
    }
    let end = tail(cx, i + 1);
    Some(Found { end, says: Says::Duration(unknown(), unit) })
}

/// The unit behind the number, with or without a hyphen, and one past it.
fn unit_after(cx: &Reader, n: &Amount) -> Option<(Unit, usize)> {
    let mut at = n.end;
    if cx.dash(at) && cx.glued(at) {
        at += 1;
    } else if cx.is(at, &BETWEEN) {
        at = if cx.dash(at + 1) { at + 2 } else { at + 1 };
    }
    cx.unit(at).map(|unit| (unit, at + 1))
}

/// `three quarters of the staff`, `one quarter of`, `one hundred and three quarters`: parts rather than quarters of a year.
fn is_fraction(cx: &Reader, i: usize, unit: Unit, end: usize) -> bool {
    let counted = cx.is(i, &["one", "three"])
        && cx.word(end) == "of"
        && !cx.is(i.wrapping_sub(1), &["first", "last", "past", "next", "for", "after", "within"]);
    let added = cx.is(end.wrapping_sub(2), &["one", "two", "three"])
        && cx.word(end.wrapping_sub(3)) == "and"
        && end - 3 > i;
    unit == Unit::Quarter && (counted || added)
}

/// `one second` is a length; `30 second-graders` is none, and `the forty-second president` is in an order.
fn second_is_order(cx: &Reader, i: usize, unit: Unit, end: usize) -> bool {
    if unit != Unit::Second || cx.word(end - 1) != "second" {
        return false;
    }
    let joined = cx.dash(end) && !cx.is(end + 1, &["long"]);
    let ten = cx.cardinal(i).is_some_and(|n| n >= 20 && n % 10 == 0);
    let lone = end - 1 == i + 1 + usize::from(cx.dash(i + 1));
    joined && cx.kind(i) == Some(crate::model::TokenKind::Number)
        || ten && lone && !cx.is(i.wrapping_sub(1), &["a", "an"]) && !joined
}

/// `an hour and a half`, `two hours and 30 minutes`, `12 years seven months`.
fn extended(cx: &Reader, n: Amount, unit: Unit, end: usize) -> (Amount, Unit, usize) {
    let Some(low) = n.low else { return (n, unit, end) };
    let and = cx.word(end) == "and";
    if and
        && let Some((more, to)) = part(cx, end + 1)
        && cx.unit(to).is_none()
    {
        let amount = Amount { low: Some(low + more), article: false, ..n };
        return (amount, unit, to);
    }
    let next = end + usize::from(and || cx.is(end, &[","]));
    if let Some(more) = amount(cx, next)
        && !more.article
        && more.high.is_none()
        && let Some(add) = more.low
        && let Some((smaller, to)) = unit_after(cx, &more)
        && let Some((sum, unit)) = sum((low, unit), (add, smaller))
    {
        return (Amount { low: Some(sum), article: false, ..n }, unit, to);
    }
    (n, unit, end)
}

/// A length and what is left over in a smaller unit: in the larger unit where that takes no more than two decimals, else in the
/// smaller. `None` if as much would be told in the larger one.
fn sum((many, unit): (Decimal, Unit), (add, smaller): (Decimal, Unit)) -> Option<(Decimal, Unit)> {
    let times = Decimal::from(times(unit, smaller)?);
    let exact = (many + add.checked_div(times)?).normalize();
    let fits = add < times && add.fract().is_zero() && many.fract().is_zero();
    let sum = if exact.scale() <= 2 { (exact, unit) } else { (many.checked_mul(times)? + add, smaller) };
    fits.then_some(sum)
}

/// How many of the smaller unit are one of the larger, where that is always so.
fn times(larger: Unit, smaller: Unit) -> Option<u32> {
    if (larger, smaller) == (Unit::Year, Unit::Month) {
        return Some(12);
    }
    let (a, b) = (seconds(larger)?, seconds(smaller)?);
    (b < a && a % b == 0).then(|| a / b)
}

/// Length of the units that have a fixed one.
fn seconds(unit: Unit) -> Option<u32> {
    Some(match unit {
        Unit::Second => 1,
        Unit::Minute => 60,
        Unit::Hour => 3_600,
        Unit::Day => 86_400,
        Unit::Week => 604_800,
        _ => return None,
    })
}

/// `a second betrayal`, `a quarter of the market`: an order and a fraction.
fn word_of_order(cx: &Reader, unit: Unit, end: usize) -> bool {
    matches!(unit, Unit::Second | Unit::Quarter) && !cx.is(end, &["ago", "later", "earlier"])
}

/// `recent months`, at token `i`: a length that nobody counted.
pub fn recent(cx: &Reader, i: usize) -> Option<Found> {
    let unit =
        cx.unit(i + 1).filter(|u| matches!(u, Unit::Day | Unit::Week | Unit::Month | Unit::Quarter))?;
    let fits = cx.word(i) == "recent" && cx.word(i + 1).ends_with('s');
    fits.then(|| Found { end: i + 2, says: Says::Duration(unknown(), unit) })
}

/// `past decade`, `last century` at token `i`: a length that reaches to now.
pub fn past_decade(cx: &Reader, i: usize) -> Option<Found> {
    let unit = cx.unit(i + 1).filter(|u| *u >= Unit::Decade)?;
    let fits = cx.is(i, &["past", "last"]) && !cx.word(i + 1).ends_with('s');
    fits.then(|| Found {
        end: i + 2,
        says: Says::Duration(Quantity::exactly(Decimal::ONE, Decimal::ONE), unit),
    })
}

/// Whether `a week` at `i` is a length.
fn lengthens(cx: &Reader, i: usize, end: usize) -> bool {
    i == cx.from
        || cx.is(i - 1, &LENGTHENS)
        || cx.dash(end)
        || cx.is(end, &["after", "before", "later", "earlier", "ago"])
}

/// `some days`, `many years` are too loose; `some` and `many` count only behind `for` and the like.
fn vague_quantifier_only(cx: &Reader, i: usize, n: &Amount) -> bool {
    n.low.is_none()
        && cx.is(i, &["some", "many", "various"])
        && !cx.is(i.wrapping_sub(1), &["for", "in", "after", "over"])
}

/// `-long`, `-old`, `of age` behind the unit.
fn tail(cx: &Reader, end: usize) -> usize {
    let at = if cx.dash(end) { end + 1 } else { end };
    if at > end && cx.is(at, &["long", "old"]) || cx.is(at, &["old"]) { at + 1 } else { end }
}

/// A length that nobody counted.
fn unknown() -> Quantity {
    Quantity { low: None, high: None, bound: Bound::Exactly, step: Decimal::ZERO, vague: true, whole: true }
}

/// The number with the bound that the words before it give.
fn quantity(cx: &Reader, i: usize, n: &Amount) -> Quantity {
    let Some(low) = n.low else { return unknown() };
    let step = if low.fract() == Decimal::ZERO { Decimal::ONE } else { Decimal::new(1, low.scale()) };
    if n.high.is_some() {
        return Quantity::range(Some(low), n.high, step);
    }
    let (bound, _) = super::bound::before(cx, i);
    Quantity { bound, ..Quantity::exactly(low, step) }
}
