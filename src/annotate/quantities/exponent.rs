//! Powers as science and programs write them: `4e14`, `1.3x10^6`, `2.48×10−5`, `1.1^23`.

use super::numeral::{Form, Numeral};
use super::text::Text;
use crate::lexicon::numbers::power_of_ten;
use crate::model::Decimal;

/// The number `one` with the exponent glued to it.
pub fn read(text: Text, one: &Numeral) -> Option<Numeral> {
    let end = one.tokens.end;
    if !text.glued(end) || !matches!(text.rest(end).chars().next()?, 'e' | 'E' | 'x' | '×' | '^') {
        return None;
    }
    let from = text.doc.tokens.get(end)?.span.start;
    let rest = text.rest(end);
    let (base, length) = base(rest)?;
    let (exponent, digits) = integer(&rest[length..])?;
    let behind = text.token_ending(end, from + length + digits)?;
    let factor = match base {
        Base::Ten => power(Decimal::TEN, exponent)?,
        Base::Whole(base) => power(Decimal::from(base), exponent)?,
        Base::Number => power(one.value.abs(), exponent)?.checked_div(one.value.abs())?,
    };
    let value = one.value.checked_mul(factor)?;
    let step = one.step.checked_mul(factor.abs()).unwrap_or(Decimal::ZERO);
    Some(Numeral::new(one.tokens.start..behind, value, step, Form::Digits))
}

/// What is raised to the power.
enum Base {
    /// Ten, which multiplies the number before it.
    Ten,
    /// Another whole number, which multiplies too (`8x2^10`).
    Whole(u32),
    /// The number itself.
    Number,
}

/// The base and the length of what stands before the exponent.
fn base(rest: &str) -> Option<(Base, usize)> {
    let mut chars = rest.chars();
    let first = chars.next()?;
    match first {
        'e' | 'E' => Some((Base::Ten, 1)),
        '^' => Some((Base::Number, 1)),
        _ => {
            let tail = &rest[first.len_utf8()..];
            if let Some(after) = tail.strip_prefix("10") {
                let caret = usize::from(after.starts_with('^'));
                return Some((Base::Ten, first.len_utf8() + 2 + caret));
            }
            let digits = tail.bytes().take(3).take_while(u8::is_ascii_digit).count();
            let base = tail.get(..digits)?.parse().ok()?;
            tail[digits..].starts_with('^').then_some((Base::Whole(base), first.len_utf8() + digits + 1))
        }
    }
}

/// A whole number with signs before it, and its length.
fn integer(rest: &str) -> Option<(i32, usize)> {
    let mut sign = 1;
    let mut length = 0;
    for c in rest.chars().take(3) {
        match c {
            '+' => {}
            '-' | '−' | '–' => sign = -1,
            _ => break,
        }
        length += c.len_utf8();
    }
    let digits = rest[length..].bytes().take(4).take_while(u8::is_ascii_digit).count();
    let value: i32 = rest.get(length..length + digits)?.parse().ok()?;
    // `1.1^--23` is written by nobody but computers, who mean 23.
    let sign = if rest.starts_with("--") { 1 } else { sign };
    Some((sign * value, length + digits))
}

/// `base` to the power of `exponent`; `None` beyond 28 digits.
fn power(base: Decimal, exponent: i32) -> Option<Decimal> {
    if base == Decimal::TEN && exponent >= 0 {
        return power_of_ten(exponent.unsigned_abs());
    }
    let mut value = Decimal::ONE;
    for _ in 0..exponent.unsigned_abs().min(200) {
        value = value.checked_mul(base)?;
    }
    if exponent < 0 { Decimal::ONE.checked_div(value) } else { Some(value) }
}
