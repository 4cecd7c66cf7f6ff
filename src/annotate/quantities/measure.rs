//! Measures: a number with a unit, by name or symbol, compounds (`6 ft 2 in`), and magnitudes.

use super::numeral::{self, Form, Numeral};
use super::text::Text;
use crate::lexicon::units::{self, Unit};
use crate::model::{Decimal, TokenKind};

/// A unit behind a number.
#[derive(Debug, Clone, Copy)]
pub struct Suffix {
    /// The unit.
    pub unit: &'static Unit,
    /// Token behind it.
    pub end: usize,
}

/// The unit behind `number`: `kilometers`, `km`, `-mile`, and after a fraction `half a mile`, `a quarter of a mile`.
pub fn suffix(text: Text, number: &Numeral) -> Option<Suffix> {
    let end = number.tokens.end;
    let of = number.form == Form::Vague && text.word(end) == "of";
    let mut at = if of || text.is_glued_dash(end) { end + 1 } else { end };
    if number.form == Form::Fraction {
        at += usize::from(text.word(at) == "of" && matches!(text.word(at + 1), "a" | "an"));
        at += usize::from(matches!(text.word(at), "a" | "an"));
    }
    let degree = matches!(text.word(at), "°" | "º") && text.word(at + 1).len() > 6;
    by_name(text, at + usize::from(degree))
        .or_else(|| by_symbol(text, at, number))
        .map(|found| rate(text, found))
        .or_else(|| scale_letter(text, at, number))
        .or_else(|| marks(text, at))
}

fn by_name(text: Text, at: usize) -> Option<Suffix> {
    if text.kind(at) != Some(TokenKind::Word) {
        return None;
    }
    units::names_from(text.word(at))
        .find_map(|(rest, unit)| text.matches(at + 1, rest).map(|end| Suffix { unit, end }))
}

/// `mile an hour` and `km per hour` are units of their own.
fn rate(text: Text, found: Suffix) -> Suffix {
    let rate = super::money::per(text, found.end).and_then(|(noun, end)| {
        units::unit(&format!("{} per {noun}", found.unit.name)).map(|unit| Suffix { unit, end })
    });
    rate.unwrap_or(found)
}

fn by_symbol(text: Text, at: usize, number: &Numeral) -> Option<Suffix> {
    let start = text.doc.tokens.get(at)?.span.start;
    let ends_token = |n: usize| text.token_ending(at, start + n).is_some();
    let (n, unit) = units::symbol(text.rest(at), ends_token)?;
    let end = text.token_ending(at, start + n)?;
    let hyphen = at > number.tokens.end;
    let words = number.form == Form::Words;
    let next_is_name =
        text.kind(at) == Some(TokenKind::Word) && text.capital(at) && text.capital(end) && text.spaced(at);
    // A single capital after a space may begin a name or a sentence (`5 J. Smith`); `5 K` may be thousand.
    let single = n == 1 && text.kind(at) == Some(TokenKind::Word);
    let doubtful = single
        && (words
            || hyphen
            || next_is_name
            || text.is_glued_dash(end)
            || matches!(text.raw(at), "K" if text.glued(at) && number.value.fract().is_zero()));
    (!(doubtful || words && n < 2)).then_some(Suffix { unit, end })
}

/// `30 C`, `5 in`: letters that are words too, read as units only where nothing else can be meant.
fn scale_letter(text: Text, at: usize, number: &Numeral) -> Option<Suffix> {
    let unit = |name| units::unit(name).map(|unit| Suffix { unit, end: at + 1 });
    let closed = |i: usize| {
        (text.kind(i) != Some(TokenKind::Word) && !text.is_glued_dash(i) && text.word(i) != "/")
            || matches!(
                text.word(i),
                "thick" | "wide" | "long" | "tall" | "high" | "deep" | "outside" | "inside"
            )
    };
    let digits = matches!(number.form, Form::Plain | Form::Digits);
    // `46.8C was measured`
    let scale = digits && (closed(at + 1) || text.glued(at) && !number.value.fract().is_zero());
    match text.raw(at) {
        "C" if scale => unit("degree Celsius"),
        "F" if scale => unit("degree Fahrenheit"),
        "in" if digits
            && closed(at + 1)
            && !matches!(text.kind(at + 1), Some(TokenKind::Number | TokenKind::Currency | TokenKind::Punct) if text.spaced(at + 1)) =>
        {
            unit("inch")
        }
        _ => None,
    }
}

/// `6 ft 2 in`, `5 feet and 2 inches`: the sum in the smallest unit named, where it is exact, that unit, and the token
/// behind. `None` if no smaller unit follows.
pub fn compound(text: Text, number: &Numeral, first: &Suffix) -> Option<(Decimal, Suffix)> {
    let mut sum = number.value;
    let mut last = *first;
    for _ in 0..3 {
        let Some((part, unit)) = smaller(text, &last) else { break };
        sum = units::convert(sum, last.unit.name, unit.unit.name)?.checked_add(part)?;
        last = unit;
    }
    (last.end > first.end).then_some((sum, last))
}

/// The next smaller unit of a compound behind `first`, with its number.
fn smaller(text: Text, first: &Suffix) -> Option<(Decimal, Suffix)> {
    let mut at = first.end;
    if let Some(found) = hyphenated_inches(text, first) {
        return Some(found);
    }
    at += usize::from(text.word(at) == "," && matches!(first.unit.name, "yard" | "foot" | "pound"));
    at += usize::from(text.word(at) == "and");
    if text.kind(at) != Some(TokenKind::Number) && text.kind(at) != Some(TokenKind::Word) {
        return None;
    }
    let number = numeral::read(text, at, false)?;
    let second = suffix(text, &number).or_else(|| inch_letters(text, first, &number))?;
    let pair = matches!(
        (first.unit.name, second.unit.name),
        ("foot", "inch")
            | ("yard", "foot" | "inch")
            | ("mile", "foot" | "yard")
            | ("pound", "ounce")
            | ("stone", "pound")
            | ("meter", "centimeter")
            | ("kilometer", "meter")
            | ("kilogram", "gram")
    );
    (pair && number.value > Decimal::ZERO).then_some((number.value, second))
}

/// `6-foot-4`: inches, which nobody names.
fn hyphenated_inches(text: Text, first: &Suffix) -> Option<(Decimal, Suffix)> {
    let hyphens = first.unit.name == "foot"
        && text.is_glued_dash(first.end)
        && first.end > 1
        && text.is_glued_dash(first.end - 2)
        && text.kind(first.end + 1) == Some(TokenKind::Number);
    let number = hyphens.then(|| numeral::read(text, first.end + 1, false))??;
    let end = number.tokens.end;
    (number.value < Decimal::from(12) && !text.glued(end))
        .then(|| units::unit("inch").map(|unit| (number.value, Suffix { unit, end })))?
}

/// `6'2"` and `8"`: signs for feet and inches, where no quotation ends there.
fn marks(text: Text, at: usize) -> Option<Suffix> {
    if !text.glued(at) {
        return None;
    }
    let single = |i: usize| matches!(text.word(i), "'" | "’" | "′");
    let (unit, end) = match text.word(at) {
        "\"" | "″" | "”" => ("inch", at + 1),
        _ if single(at) && single(at + 1) && text.glued(at + 1) => ("inch", at + 2),
        _ if single(at) && text.glued_number(at + 1) && matches!(text.word(at + 2), "\"" | "″" | "”") => {
            ("foot", at + 1)
        }
        _ => return None,
    };
    let quoted = text.doc.tokens.get(end - 1)?.closes;
    (!quoted).then(|| units::unit(unit).map(|unit| Suffix { unit, end })).flatten()
}

/// `in` for inches behind feet.
fn inch_letters(text: Text, first: &Suffix, number: &Numeral) -> Option<Suffix> {
    let at = number.tokens.end;
    let fits = first.unit.name == "foot"
        && matches!(text.word(at), "in" | "ins")
        && number.value < Decimal::from(12);
    fits.then(|| units::unit("inch").map(|unit| Suffix { unit, end: at + 1 })).flatten()
}

/// `magnitude 6.5`, `magnitude of 7`, `magnitude-5`: the first token, for a number at `at`.
pub fn magnitude_before(text: Text, at: usize, floor: usize) -> Option<usize> {
    let back = |n: usize| at.checked_sub(n).filter(|&i| i >= floor);
    let one = back(1)?;
    if text.word(one) == "magnitude" {
        return Some(one);
    }
    let two = back(2)?;
    let joined = text.is_dash(one) || matches!(text.word(one), "of");
    (joined && text.word(two) == "magnitude").then_some(two)
}

/// `10 degrees below zero`: whether the number is negative, and the token behind.
pub fn below_zero(text: Text, end: usize) -> Option<usize> {
    (text.word(end) == "below" && matches!(text.word(end + 1), "zero" | "freezing")).then_some(end + 2)
}
