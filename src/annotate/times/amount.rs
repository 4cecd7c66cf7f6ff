//! How many units of time: digits, words, fractions, ranges, and the vague words that count none.

use super::reader::Reader;
use crate::model::{Decimal, TokenKind};

/// A number of units.
pub struct Amount {
    /// The number, or the lower end of a range; `None` for `several`, `a few`.
    pub low: Option<Decimal>,
    /// The upper end of a range.
    pub high: Option<Decimal>,
    /// Written `a`, `an` or `the`: a number only beside the right words.
    pub article: bool,
    /// One past the last token.
    pub end: usize,
}

/// Words that count without saying how many.
const VAGUE: [&str; 8] = ["several", "few", "many", "some", "numerous", "various", "countless", "couple"];

/// The number of units that starts at token `i`.
pub fn amount(cx: &Reader, i: usize) -> Option<Amount> {
    let first = single(cx, i)?;
    let to = first.end;
    let joined = cx.is(to, &["to", "or"]) || (cx.dash(to) && cx.kind(to + 1) == Some(TokenKind::Number));
    if joined
        && !first.article
        && first.low.is_some()
        && let Some(second) = single(cx, to + 1)
        && !second.article
        && second.low > first.low
    {
        return Some(Amount { low: first.low, high: second.low, article: false, end: second.end });
    }
    Some(first)
}

fn single(cx: &Reader, i: usize) -> Option<Amount> {
    let exact = |low: Decimal, end: usize| Some(Amount { low: Some(low), high: None, article: false, end });
    let vague = |end: usize| Some(Amount { low: None, high: None, article: false, end });
    if let Some((n, end)) = part_of_one(cx, i) {
        return exact(n, end);
    }
    let word = cx.word(i);
    match word {
        "a" | "an" if cx.is(i + 1, &["few", "couple", "number"]) => {
            let end = cx.past(i + 2, &["of"]);
            if cx.word(i + 1) == "couple" { exact(Decimal::TWO, end) } else { vague(end) }
        }
        "a" | "an" if cx.word(i + 1) == "half" => exact(half(), i + 2),
        "a" | "an" if cx.scale(i + 1).is_some() => {
            scaled(cx, Decimal::ONE, i + 1).and_then(|(n, end)| exact(n, end))
        }
        "a" | "an" => Some(Amount { low: Some(Decimal::ONE), high: None, article: true, end: i + 1 }),
        "another" => exact(Decimal::ONE, i + 1),
        "half" => exact(half(), if cx.is(i + 1, &["a", "an"]) { i + 2 } else { i + 1 }),
        "couple" => exact(Decimal::TWO, cx.past(i + 1, &["of"])),
        "dozens" | "hundreds" | "thousands" | "millions" | "scores" if cx.word(i + 1) == "of" => vague(i + 2),
        "several" if cx.scale(i + 1).is_some() => {
            let (low, end) = scaled(cx, Decimal::from(3), i + 1)?;
            Some(Amount { low: Some(low), high: Some(low * Decimal::from(3)), article: false, end })
        }
        _ if VAGUE.contains(&word) => vague(i + 1),
        _ => {
            let (n, end) = number(cx, i)?;
            let (n, end) = scaled(cx, n, end).unwrap_or((n, end));
            let (n, end) = fraction(cx, n, end);
            exact(n, end)
        }
    }
}

/// One half.
fn half() -> Decimal {
    Decimal::new(5, 1)
}

/// Digits or a number word below a hundred.
fn number(cx: &Reader, i: usize) -> Option<(Decimal, usize)> {
    if cx.kind(i)? == TokenKind::Number {
        let text = cx.word(i);
        if let Some(part) = vulgar(text) {
            return Some((part, i + 1));
        }
        if text.len() > 15 {
            return None;
        }
        let value = if text.contains(',') { text.replace(',', "").parse() } else { text.parse() };
        return Some((value.ok()?, i + 1));
    }
    let first = cx.cardinal(i)?;
    let at = if cx.dash(i + 1) { i + 2 } else { i + 1 };
    if first >= 20
        && first % 10 == 0
        && let Some(ones @ 1..=9) = cx.cardinal(at)
    {
        return Some((Decimal::from(first + ones), at + 1));
    }
    Some((Decimal::from(first), i + 1))
}

/// `hundred`, `million` behind `n`, each once.
fn scaled(cx: &Reader, n: Decimal, i: usize) -> Option<(Decimal, usize)> {
    let by = cx.scale(i)?;
    let product = n.checked_mul(Decimal::from(by))?;
    let and = cx.past(i + 1, &["and"]);
    if by == 100
        && let Some((rest, end)) = number(cx, and)
        && rest < Decimal::ONE_HUNDRED
        && cx.kind(and) == Some(TokenKind::Word)
    {
        return Some((product + rest, end));
    }
    Some((product, i + 1))
}

/// `1/2`, `½`, `and a half` behind a whole number.
fn fraction(cx: &Reader, n: Decimal, i: usize) -> (Decimal, usize) {
    if let Some(part) = vulgar(cx.word(i)) {
        return (n + part, i + 1);
    }
    let dashed = if cx.dash(i) { i + 1 } else { i };
    if let (Some(above @ 1..=9), "/", Some(below @ 2..=9)) =
        (cx.digits(dashed), cx.word(dashed + 1), cx.digits(dashed + 2))
    {
        return (n + Decimal::from(above) / Decimal::from(below), dashed + 3);
    }
    if cx.word(i) == "and"
        && let Some((part, end)) = part(cx, i + 1)
    {
        return (n + part, end);
    }
    (n, i)
}

/// `a half`, `half`, `a quarter`, `three quarters [of]`: a part of one.
pub fn part(cx: &Reader, i: usize) -> Option<(Decimal, usize)> {
    let quarter = Decimal::new(25, 2);
    let at = cx.past(i, &["a", "an", "one"]);
    match cx.word(at) {
        "half" => Some((half(), at + 1)),
        "quarter" => Some((quarter, cx.past(at + 1, &["of"]))),
        "two" | "three" if cx.is(at + 1, &["quarter", "quarters"]) => {
            let n = if cx.word(at) == "two" { Decimal::TWO } else { Decimal::from(3) };
            Some((n * quarter, cx.past(at + 2, &["of"])))
        }
        _ => None,
    }
}

/// `a quarter of an`, `three quarters of a` before a unit.
fn part_of_one(cx: &Reader, i: usize) -> Option<(Decimal, usize)> {
    let (n, of) = part(cx, i)?;
    let of_one = cx.is(of.wrapping_sub(1), &["of"]) && cx.is(of, &["a", "an"]) && cx.unit(of + 1).is_some();
    of_one.then_some((n, of + 1))
}

fn vulgar(text: &str) -> Option<Decimal> {
    Some(match text {
        "½" => Decimal::new(5, 1),
        "¼" => Decimal::new(25, 2),
        "¾" => Decimal::new(75, 2),
        _ => return None,
    })
}

/// A number without decimals, small enough to count units of the calendar.
pub fn whole(n: Decimal) -> Option<i32> {
    let n = i32::try_from(n).ok().filter(|_| n.fract() == Decimal::ZERO)?;
    (n.abs() <= 10_000).then_some(n)
}
