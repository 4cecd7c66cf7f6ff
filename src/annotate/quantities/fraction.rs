//! Fractions: `3/4`, `66-2/3`, `2½`, `two thirds`, `half a million`, `five and a half`, `one in five`.

use super::numeral::{Form, Numeral};
use super::{digits, text::Text, words};
use crate::lexicon::numbers::{NumberClass, number_word};
use crate::model::{Decimal, TokenKind};

/// The fraction that continues the plain digits `one`: `3/4`, `2 1/2`, `66-2/3`, `2½`.
pub fn in_digits(text: Text, one: &Numeral) -> Option<Numeral> {
    let end = one.tokens.end;
    if let Some((value, end)) = slashed(text, end - 1) {
        return Some(Numeral::new(one.tokens.start..end, value, Decimal::new(1, 2), Form::Fraction));
    }
    let at = if text.is_glued_dash(end) { end + 1 } else { end };
    let (part, end) = match digits::vulgar(text.word(at)) {
        Some(value) => (value, at + 1),
        None => slashed(text, at)?,
    };
    let value = one.value.checked_add(part)?;
    Some(Numeral::new(one.tokens.start..end, value, Decimal::new(1, 2), Form::Digits))
}

/// `n/d` at token `at`, n below d: value and token behind. `24/7` and dates have n above d or a second slash.
fn slashed(text: Text, at: usize) -> Option<(Decimal, usize)> {
    let shape = text.kind(at) == Some(TokenKind::Number)
        && text.word(at + 1) == "/"
        && text.glued(at + 1)
        && text.glued_number(at + 2)
        && !(text.word(at + 3) == "/" && text.glued(at + 3));
    if !shape {
        return None;
    }
    let (n, d) = (digits::parse(text.word(at))?, digits::parse(text.word(at + 2))?);
    (!n.marked && !d.marked && n.value < d.value && !n.value.is_zero() && d.value <= Decimal::ONE_THOUSAND)
        .then(|| (n.value / d.value, at + 3))
}

/// A fraction in words that starts at token `at`: `two thirds`, `one-third`, `a quarter`, `half`, `half a million`.
pub fn in_words(text: Text, at: usize) -> Option<Numeral> {
    let hundredth = Decimal::new(1, 2);
    if let Some(end) = half(text, at) {
        let one = Numeral::new(at..end, Decimal::new(5, 1), Decimal::new(1, 1), Form::Fraction);
        let article = usize::from(matches!(text.word(end), "a" | "an"));
        let power = number_word(text.word(end + article)).filter(|(c, _)| is_power(*c));
        return match power {
            Some((_, v)) => one.times(Decimal::from(v), end + article + 1),
            None => Some(one),
        };
    }
    if text.word(at) == "quarter" {
        let (_, v) = number_word(text.word(at + 1)).filter(|(c, _)| is_power(*c))?;
        return Numeral::new(at..at + 1, Decimal::new(25, 2), hundredth, Form::Fraction)
            .times(Decimal::from(v), at + 2);
    }
    let (count, behind) = numerator(text, at)?;
    let (count, d, at_part) = denominator(text, count, behind)?;
    let plural = text.word(at_part).ends_with('s') || text.word(at_part) == "halves";
    let article = matches!(text.word(at), "a" | "an") && count == Decimal::ONE;
    if plural == (count == Decimal::ONE) || article && !is_share(text, at, at_part + 1, d) {
        return None;
    }
    let value = count.checked_div(Decimal::from(d))?;
    let one = Numeral::new(at..at_part + 1, value, hundredth, Form::Fraction);
    // `three quarters of a million`
    let of = text.word(at_part + 1) == "of" && text.word(at_part + 2) == "a";
    match number_word(text.word(at_part + 3)).filter(|(c, _)| of && is_power(*c)) {
        Some((_, v)) => one.times(Decimal::from(v), at_part + 4),
        None => Some(one),
    }
}

/// Value and end of what may stand above the line.
fn numerator(text: Text, at: usize) -> Option<(Decimal, usize)> {
    let article = matches!(text.word(at), "a" | "an");
    if article && !is_power_word(text.word(at + 1)) {
        return Some((Decimal::ONE, at + 1));
    }
    let found = words::read(text.doc, at + usize::from(article))?;
    (!found.ordinal).then_some((found.value, found.end))
}

/// The word below the line at token `at`, where `count` is what was read above it: both numbers and the token of the last
/// word. A ten belongs below (`one twenty-fifth`, `three twenty-firsts`), even if the reading of the number above had
/// taken it in (`one hundred thirty-fifths` is 100/35), but not where it is all there is (`twenty fifths`).
fn denominator(text: Text, count: Decimal, at: usize) -> Option<(Decimal, u64, usize)> {
    let behind_dash = |i: usize| if text.is_dash(i) { i + 1 } else { i };
    let part_at = behind_dash(at);
    let (class, d) = number_word(text.word(part_at))?;
    if class == NumberClass::Ten {
        let last = behind_dash(part_at + 1);
        let (class, ones) = number_word(text.word(last))?;
        let marked = text.is_dash(last - 1) || text.word(last).ends_with('s');
        // `one twenty-fifth anniversary` is no part.
        let closed = text.kind(last + 1) != Some(TokenKind::Word) || text.word(last + 1) == "of";
        let fits = matches!(class, NumberClass::Part | NumberClass::Order) && ones < 10 && marked && closed;
        return fits.then_some((count, d + ones, last));
    }
    if class != NumberClass::Part {
        return None;
    }
    let ten = number_word(text.word(at.checked_sub(1)?)).filter(|(c, _)| *c == NumberClass::Ten);
    match ten {
        Some((_, ten)) if d < 10 && count > Decimal::from(ten) && text.before(at - 1) != "and" => {
            Some((count - Decimal::from(ten), ten + d, part_at))
        }
        _ => Some((count, d, part_at)),
    }
}

/// The token behind `half` or `a half`, which starts at `at`.
fn half(text: Text, at: usize) -> Option<usize> {
    let article = usize::from(text.word(at) == "a");
    let end = at + article + 1;
    (text.word(at + article) == "half"
        && !matches!(text.word(end), "way" | "time" | "an" if text.word(end + 1) == "hour"))
    .then_some(end)
}

/// Whether `a third` is a part of something and not one more thing (`a third man`): what follows is no noun.
fn is_share(text: Text, at: usize, end: usize, denominator: u64) -> bool {
    let next = text.word(end);
    if matches!(next, "of" | "more" | "less" | "fewer" | "lower" | "higher") || is_power_word(next) {
        return true;
    }
    let closed =
        text.kind(end) != Some(TokenKind::Word) || crate::lexicon::nouns::NOUN_PHRASE_STOPS.has(next);
    let before = at.checked_sub(1).map_or("", |i| text.word(i));
    let measured = matches!(
        before,
        "by" | "nearly" | "almost" | "about" | "around" | "than" | "to" | "roughly" | "over"
    );
    // `a quarter`, `a second` are periods of time when they stand alone.
    closed && (measured || (denominator > 4 && at == 0))
}

fn is_power_word(word: &str) -> bool {
    number_word(word).is_some_and(|(c, _)| is_power(c))
}

fn is_power(class: NumberClass) -> bool {
    matches!(class, NumberClass::Scale | NumberClass::Dozen | NumberClass::Hundred)
}

/// The fraction added by `and`: `five and a half` (and its power, `million`), `3 million and a half`.
pub fn added(text: Text, one: &Numeral) -> Option<Numeral> {
    let end = one.tokens.end;
    if text.word(end) != "and" || !matches!(one.form, Form::Plain | Form::Words | Form::Digits) {
        return None;
    }
    let (part, behind) = part(text, end + 1)?;
    // `five million and a third of …` are two numbers, `three and a fifth man` counts men.
    let next = text.word(behind);
    let noun = text.kind(behind) == Some(TokenKind::Word)
        && text.word(behind - 1) != "half"
        && !is_power_word(next)
        && !crate::lexicon::nouns::NOUN_PHRASE_STOPS.has(next);
    if next == "of" || (noun && matches!(text.word(end + 1), "a" | "an")) {
        return None;
    }
    let power = number_word(next).filter(|(c, _)| is_power(*c));
    if let Some((_, v)) = power.filter(|_| one.power == Decimal::ONE) {
        let sum = Numeral::new(
            one.tokens.start..behind,
            one.value.checked_add(part)?,
            Decimal::new(1, 1),
            Form::Digits,
        );
        return sum.times(Decimal::from(v), behind + 1);
    }
    let unit = power.map_or(one.power, |(_, v)| Decimal::from(v));
    let value = part.checked_mul(unit)?.checked_add(one.value)?;
    let end = behind + usize::from(power.is_some());
    let mut sum = Numeral::new(one.tokens.start..end, value, unit.checked_div(Decimal::TEN)?, Form::Digits);
    sum.power = one.power;
    Some(sum)
}

/// A bare fraction at token `at`, no power taken in: its value and the token behind.
fn part(text: Text, at: usize) -> Option<(Decimal, usize)> {
    let (count, behind) = match text.word(at) {
        "half" => return Some((Decimal::new(5, 1), at + 1)),
        "a" | "an" => (Decimal::ONE, at + 1),
        _ => numerator(text, at)?,
    };
    let at = if text.is_dash(behind) { behind + 1 } else { behind };
    let (class, d) = number_word(text.word(at))?;
    (class == NumberClass::Part).then_some(())?;
    Some((count.checked_div(Decimal::from(d))?, at + 1))
}

/// `one in five`, `two out of three`, `one over three`: the value and the token behind, for the number `one` before it.
pub fn ratio(text: Text, one: &Numeral) -> Option<Numeral> {
    let at = one.tokens.end;
    let behind = match (text.word(at), text.word(at + 1)) {
        ("in" | "over", _) => at + 1,
        ("out", "of") => at + 2,
        _ => return None,
    };
    let count = one.value.abs();
    if count < Decimal::ONE || count > Decimal::TEN || one.step != Decimal::ONE {
        return None;
    }
    let whole = super::numeral::read(text, behind, false)?;
    let year = whole.form == Form::Plain && whole.value > Decimal::ONE_THOUSAND;
    let fits = matches!(whole.form, Form::Plain | Form::Words | Form::Digits)
        && whole.value > count
        && whole.value.fract().is_zero()
        && !year
        && (text.word(at) != "in" || one.value <= Decimal::from(3) && one.value > Decimal::ZERO)
        && (text.word(at) != "over" || text.kind(whole.tokens.end) != Some(TokenKind::Word))
        && !is_period(text.word(whole.tokens.end));
    let value = one.value.checked_div(whole.value)?;
    fits.then(|| Numeral::new(one.tokens.start..whole.tokens.end, value, Decimal::new(1, 2), Form::Fraction))
}

/// `killed two in three days` is no ratio.
fn is_period(word: &str) -> bool {
    let singular = crate::lexicon::nouns::singular_or_same(word);
    matches!(
        singular.as_ref(),
        "second"
            | "minute"
            | "hour"
            | "day"
            | "night"
            | "week"
            | "weekend"
            | "month"
            | "quarter"
            | "year"
            | "decade"
            | "season"
    )
}
