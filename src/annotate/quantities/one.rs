//! One number with what is written onto it: currency, percent sign, unit.

use super::numeral::{self, Form, Numeral};
use super::text::Text;
use super::{fraction, measure, money, percent};
use crate::lexicon::currencies::Currency;
use crate::model::{Decimal, TokenKind};

/// What a number is a number of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Nothing written onto it.
    Bare,
    /// A sum of money.
    Money(Currency),
    /// Per cent, or points.
    Percent(Option<&'static str>),
    /// A measure in the unit of this name.
    Measure(&'static str),
}

/// A number with its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct One {
    /// The number, in `what`'s units.
    pub number: Numeral,
    /// First token, signs included.
    pub start: usize,
    /// Token behind the unit.
    pub end: usize,
    /// Its unit.
    pub what: What,
}

/// The number at token `at`; signs before it are looked for down to token `floor`.
pub fn read(text: Text, at: usize, floor: usize) -> Option<One> {
    if text.kind(at) == Some(TokenKind::Mixed) {
        let (number, currency) = money::glued(text, at)?;
        return Some(with_prefix(text, number, at, currency));
    }
    if let Some(prefix) = money::prefix(text, at, floor) {
        let number = numeral::read(text, prefix.number, true)?;
        return Some(with_prefix(text, number, prefix.start, prefix.currency));
    }
    if text.kind(at) == Some(TokenKind::Currency) {
        return None;
    }
    let number = numeral::read(text, at, false)?;
    if number.form == Form::Ordinal {
        let (start, end) = (number.tokens.start, number.tokens.end);
        return Some(One { number, start, end, what: What::Bare });
    }
    Some(with_suffix(text, number, floor))
}

/// A sum whose currency stands before it; a currency named once more behind it tells more exactly (`$10 million USD`).
fn with_prefix(text: Text, number: Numeral, start: usize, currency: Currency) -> One {
    let mut end = number.tokens.end;
    let mut currency = currency;
    if (text.spaced(end) || text.is_glued_dash(end))
        && let Some(again) = money::suffix(text, &number)
        && !again.currency.hundredth
        && (currency.assumed || again.currency.code == currency.code)
    {
        end = again.end;
        let more = currency.assumed && !again.currency.assumed;
        currency = if more { again.currency } else { currency };
    }
    if let Some((cents, behind)) = money::hundredths(text, end, currency) {
        return One { number: plus(number, cents, behind), start, end: behind, what: What::Money(currency) };
    }
    if let Some((told, behind)) = money::told(text, end, currency) {
        return One { number, start, end: behind, what: What::Money(told) };
    }
    One { number, start, end, what: What::Money(currency) }
}

fn with_suffix(text: Text, number: Numeral, floor: usize) -> One {
    let start = number.tokens.start;
    if let Some((unit, end)) = percent::suffix(text, &number) {
        return One { number, start, end, what: What::Percent(unit) };
    }
    if let Some(found) = money::pounds(text, &number) {
        return One { number, start, end: found.end, what: What::Money(found.currency) };
    }
    if let Some(found) = measure::suffix(text, &number) {
        return measured(text, number, found);
    }
    if let Some(found) = money::suffix(text, &number) {
        return summed(text, number, found);
    }
    if let Some(end) = measure::below_zero(text, number.tokens.end).filter(|_| number.value > Decimal::ZERO) {
        return One { number: number.negated(start), start, end, what: What::Measure("degree") };
    }
    if let Some(first) = measure::magnitude_before(text, start, floor) {
        let end = number.tokens.end;
        return One { number, start: first, end, what: What::Measure("magnitude") };
    }
    if let Some(first) = percent::before(text, start, number.tokens.end, floor)
        .filter(|_| number.value < Decimal::ONE_THOUSAND)
    {
        let end = number.tokens.end;
        return One { number, start: first, end, what: What::Percent(None) };
    }
    let number = fraction::ratio(text, &number).unwrap_or(number);
    let end = number.tokens.end;
    One { number, start, end, what: What::Bare }
}

fn measured(text: Text, number: Numeral, found: measure::Suffix) -> One {
    let start = number.tokens.start;
    if let Some((sum, last)) = measure::compound(text, &number, &found) {
        let number = Numeral::new(start..last.end, sum, Decimal::ONE, Form::Digits);
        return One { number, start, end: last.end, what: What::Measure(last.unit.name) };
    }
    if let Some(end) = measure::below_zero(text, found.end).filter(|_| number.value > Decimal::ZERO) {
        return One { number: number.negated(start), start, end, what: What::Measure(found.unit.name) };
    }
    One { number, start, end: found.end, what: What::Measure(found.unit.name) }
}

fn summed(text: Text, mut number: Numeral, found: money::Suffix) -> One {
    let start = number.tokens.start;
    let currency = found.currency;
    if found.power > Decimal::ONE
        && let Some(larger) = number.clone().times(found.power, found.end)
    {
        return One { number: larger, start, end: found.end, what: What::Money(currency) };
    }
    if currency.hundredth {
        let hundredth = Decimal::new(1, 2);
        number.value *= hundredth;
        number.high *= hundredth;
        number.step *= hundredth;
    } else if let Some((cents, end)) = money::hundredths(text, found.end, currency)
        .or_else(|| money::bare_hundredths(text, &number, found.end))
    {
        return One { number: plus(number, cents, end), start, end, what: What::Money(currency) };
    }
    One { number, start, end: found.end, what: What::Money(currency) }
}

/// The number with a smaller part added (`50 cents`, `2 inches`), which ends before token `end`.
fn plus(mut number: Numeral, part: Decimal, end: usize) -> Numeral {
    number.value = number.value.saturating_add(part);
    number.high = number.value;
    number.step = Decimal::new(1, 2).min(part);
    number.tokens.end = end;
    number
}
