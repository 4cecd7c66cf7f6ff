//! One number as it stands in the text, whatever it is made of: digits, words, fractions, powers.

use super::{digits, exponent, fraction, text::Text, vague, words};
use crate::lexicon::calendar::{self, Term};
use crate::lexicon::numbers::{LetterPlace, NumberClass, number_letters, number_word, power_of_ten};
use crate::model::{Decimal, ParagraphKind, TokenKind};
use std::ops::Range;

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Digits alone, nothing in them: could be a year, a label, a code.
    Plain,
    /// Digits with separators, a decimal or a power.
    Digits,
    /// Words.
    Words,
    /// A fraction below one (`two thirds`, `3/4`, `half`).
    Fraction,
    /// A vague number word.
    Vague,
    /// An ordinal.
    Ordinal,
}

/// A number in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numeral {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The value; of a vague word the lower end.
    pub value: Decimal,
    /// The upper end of a vague word, else the value.
    pub high: Decimal,
    /// The step it is stated to.
    pub step: Decimal,
    /// The power word or letter on it (`million`), else 1.
    pub power: Decimal,
    /// How it is written.
    pub form: Form,
}

impl Numeral {
    /// A number whose value is `value`.
    pub fn new(tokens: Range<usize>, value: Decimal, step: Decimal, form: Form) -> Self {
        Self { tokens, value, high: value, step, power: Decimal::ONE, form }
    }

    /// The same times `power`; `None` if it gets too large.
    pub fn times(mut self, power: Decimal, end: usize) -> Option<Self> {
        self.value = self.value.checked_mul(power)?;
        self.high = self.high.checked_mul(power)?;
        self.step = self.step.checked_mul(power)?;
        self.power = self.power.checked_mul(power)?;
        self.tokens.end = end;
        if matches!(self.form, Form::Plain | Form::Fraction) {
            self.form = Form::Digits;
        }
        Some(self)
    }

    /// The same with its sign turned, starting at token `start`.
    pub fn negated(mut self, start: usize) -> Self {
        (self.value, self.high) = (-self.high, -self.value);
        self.tokens.start = start;
        if self.form == Form::Plain {
            self.form = Form::Digits;
        }
        self
    }
}

/// The number that starts at token `at`. `money`: a currency sign stands before it, so that a single letter after it is
/// a power.
pub fn read(text: Text, at: usize, money: bool) -> Option<Numeral> {
    let token = text.doc.tokens.get(at)?;
    match token.kind {
        TokenKind::Number => from_digits(text, at, at, money),
        TokenKind::Punct if text.word(at) == "." && text.glued_number(at + 1) => {
            let found = digits::parse(text.word(at + 1))?;
            let scale = text.word(at + 1).len() as u32;
            let unit = power_of_ten(scale)?;
            (found.decimals == 0).then_some(())?;
            let one = Numeral::new(at..at + 2, found.value / unit, Decimal::ONE / unit, Form::Digits);
            power(text, one, money)
        }
        TokenKind::Dash if text.glued_number(at + 1) && text.opens_sign(at) => {
            read(text, at + 1, money).map(|n| n.negated(at))
        }
        TokenKind::Word if is_named(text, at) => None,
        TokenKind::Word => from_words(text, at),
        _ => None,
    }
}

/// The digits at token `at`, their fraction and their power; `start` is the first token of the mention.
pub fn from_digits(text: Text, start: usize, at: usize, money: bool) -> Option<Numeral> {
    if let Some(value) = digits::vulgar(text.word(at)) {
        let one = Numeral::new(start..at + 1, value, Decimal::new(1, 2), Form::Fraction);
        return power(text, one, money);
    }
    let digits = digits::parse(text.word(at))?;
    let form = if digits.marked { Form::Digits } else { Form::Plain };
    let step = Decimal::ONE / power_of_ten(digits.decimals)?;
    let mut one = Numeral::new(start..at + 1, digits.value, step, form);
    if digits.decimals == 0 {
        one = spaced_groups(text, &one)
            .or_else(|| spaced_decimal(text, &one))
            .or_else(|| spoken_decimal(text, &one))
            .unwrap_or(one);
        if one.form == Form::Plain
            && let Some(n) = fraction::in_digits(text, &one)
        {
            return power(text, n, money);
        }
    }
    if let Some(raised) = exponent::read(text, &one) {
        return Some(raised);
    }
    if let Some(ordinal) = ordinal_suffix(text, &one) {
        return Some(ordinal);
    }
    power(text, one, money)
}

/// `21st`, `2nd`.
fn ordinal_suffix(text: Text, one: &Numeral) -> Option<Numeral> {
    let end = one.tokens.end;
    // `9st` is a weight.
    let last = one.value % Decimal::TEN;
    let fits = match text.word(end) {
        "st" => last == Decimal::ONE && one.value % Decimal::ONE_HUNDRED != Decimal::from(11),
        "nd" | "rd" | "th" => true,
        _ => false,
    };
    let suffix = text.glued(end) && fits;
    suffix.then(|| Numeral::new(one.tokens.start..end + 1, one.value, Decimal::ZERO, Form::Ordinal))
}

/// `1 414 021 100`: groups of three after white space, where it is certain: more than one, or a hard space, or leading zeros.
fn spaced_groups(text: Text, one: &Numeral) -> Option<Numeral> {
    let first = one.tokens.end - 1;
    if text.word(first).len() > 3 || one.form != Form::Plain {
        return None;
    }
    let mut digits = text.word(first).to_owned();
    let mut end = first + 1;
    while end < first + 9 && text.is_group(end) {
        digits.push_str(text.word(end).get(..3)?);
        end += 1;
    }
    let last = text.word(end - 1);
    let certain =
        end > first + 2 || text.word(first + 1).starts_with('0') || text.hard_space_before(first + 1);
    (end > first + 1 && certain).then_some(())?;
    digits.push_str(&last[3..]);
    let parsed = digits::parse(&digits)?;
    let step = Decimal::ONE / power_of_ten(parsed.decimals)?;
    Some(Numeral::new(one.tokens.start..end, parsed.value, step, Form::Digits))
}

/// `46 . 8` and `80 , 000`: text whose signs were set apart by a program; no writer puts a space before a point.
fn spaced_decimal(text: Text, one: &Numeral) -> Option<Numeral> {
    let at = one.tokens.end;
    let sign = text.word(at);
    let apart = matches!(sign, "." | ",") && text.spaced(at) && text.spaced(at + 1);
    (apart && text.kind(at + 1) == Some(TokenKind::Number)).then_some(())?;
    let whole = text.word(at - 1);
    let rest = text.word(at + 1);
    if sign == "," && (rest.len() != 3 || whole.len() > 3) {
        return None;
    }
    let parsed = digits::parse(&format!("{whole}{sign}{rest}"))?;
    let step = Decimal::ONE / power_of_ten(parsed.decimals)?;
    Some(Numeral::new(one.tokens.start..at + 2, parsed.value, step, Form::Digits))
}

/// `1 point 1`: digits as a speaker says them, no `1 point 2 assists` of a game.
fn spoken_decimal(text: Text, one: &Numeral) -> Option<Numeral> {
    let at = one.tokens.end;
    let spoken = text.word(at) == "point"
        && text.kind(at + 1) == Some(TokenKind::Number)
        && (text.kind(at + 2) != Some(TokenKind::Word) || number_word(text.word(at + 2)).is_some());
    let parsed = spoken.then(|| digits::parse(&format!("{}.{}", text.word(at - 1), text.word(at + 1))))??;
    let step = Decimal::ONE / power_of_ten(parsed.decimals)?;
    Some(Numeral::new(one.tokens.start..at + 2, parsed.value, step, Form::Digits))
}

/// The number with the powers behind it: `million`, `bn`, `k`, `-million`, `hundred`.
pub fn power(text: Text, one: Numeral, money: bool) -> Option<Numeral> {
    let mut one = one;
    for _ in 0..3 {
        let end = one.tokens.end;
        let at = if text.is_glued_dash(end) { end + 1 } else { end };
        let by_word = match number_word(text.word(at)) {
            Some((NumberClass::Scale | NumberClass::Dozen, v)) => Some(Decimal::from(v)),
            Some((NumberClass::Hundred, v)) if one.value < Decimal::ONE_HUNDRED => Some(Decimal::from(v)),
            _ => plural_power(text, at),
        };
        let by_letter = || letters(text, &one, money);
        match by_word.map(|p| (p, at + 1)).or_else(by_letter) {
            Some((p, end)) => one = one.times(p, end)?,
            None => break,
        }
    }
    Some(fraction::added(text, &one).unwrap_or(one))
}

/// `three billions`, `3 dozens`: after a number a plural is exact.
fn plural_power(text: Text, at: usize) -> Option<Decimal> {
    match text.word(at) {
        "millions" | "billions" | "trillions" | "dozens" | "thousands" | "hundreds"
            if text.word(at + 1) != "of" =>
        {
            number_word(text.word(at)).map(|(_, v)| Decimal::from(v))
        }
        _ => None,
    }
}

/// A letter that multiplies digits: `1.4m`, `$1B`, `20 mn`.
fn letters(text: Text, one: &Numeral, money: bool) -> Option<(Decimal, usize)> {
    let at = one.tokens.end;
    if one.power != Decimal::ONE || !matches!(one.form, Form::Plain | Form::Digits) {
        return None;
    }
    let (exponent, place) = number_letters(text.raw(at))?;
    let glued = text.glued(at);
    let fits = match place {
        LetterPlace::Any => true,
        // `2.33 k`; a whole number before it may be the length of a race.
        LetterPlace::Glued => glued || text.raw(at) == "k" && one.step < Decimal::ONE,
        LetterPlace::Money => money,
    };
    fits.then(|| power_of_ten(exponent).map(|p| (p, at + 1))).flatten()
}

/// Whether the number word is the end of a name: `Delta Zero`, `Formula One`. Where all words have capitals, that tells nothing.
fn is_named(text: Text, at: usize) -> bool {
    let capital = |i: usize| text.doc.tokens.get(i).is_some_and(|t| t.capital && t.kind != TokenKind::Number);
    let sentence = &text.doc.sentences[text.doc.sentence_of(at)];
    let headline = text.doc.paragraphs[sentence.paragraph].kind != ParagraphKind::Body;
    at > sentence.tokens.start + 1
        && capital(at)
        && capital(at - 1)
        && !headline
        && !matches!(calendar::term(text.word(at - 1)), Some(Term::Month(_)))
        && !capital(at + 1)
        && number_word(text.word(at)).is_some_and(|(class, _)| class == NumberClass::Unit)
}

/// A number that begins with a word.
fn from_words(text: Text, at: usize) -> Option<Numeral> {
    if matches!(text.word(at), "minus" | "negative") {
        return match text.kind(at + 1) {
            Some(TokenKind::Number | TokenKind::Word) => read_unsigned(text, at + 1).map(|n| n.negated(at)),
            _ => None,
        };
    }
    read_unsigned(text, at)
}

fn read_unsigned(text: Text, at: usize) -> Option<Numeral> {
    if text.kind(at) == Some(TokenKind::Number) {
        return from_digits(text, at, at, false);
    }
    if let Some(n) = vague::read(text, at) {
        return Some(n);
    }
    if let Some(n) = fraction::in_words(text, at) {
        return power(text, n, false);
    }
    let article = matches!(text.word(at), "a" | "an");
    if article && is_unit_article(text, at) {
        return Some(Numeral::new(at..at + 1, Decimal::ONE, Decimal::ONE, Form::Words));
    }
    let first = if article { at + 1 } else { at };
    let (class, _) = number_word(text.word(first))?;
    if article && !matches!(class, NumberClass::Hundred | NumberClass::Scale | NumberClass::Dozen) {
        return None;
    }
    let found = words::read(text.doc, first)?;
    let form = if found.ordinal { Form::Ordinal } else { Form::Words };
    let mut one = Numeral::new(at..found.end, found.value, found.step, form);
    if found.ordinal {
        return Some(one);
    }
    if found.last == NumberClass::Scale {
        one.power = found.step.max(Decimal::ONE);
    }
    power(text, one, false)
}

/// Whether the article at `at` says one of a currency or unit: `a dollar`, `a mile away`; not `a dollar bill`.
pub fn is_unit_article(text: Text, at: usize) -> bool {
    let unit = matches!(
        text.word(at + 1),
        "dollar"
            | "euro"
            | "penny"
            | "cent"
            | "mile"
            | "kilometer"
            | "kilometre"
            | "kilogram"
            | "kilo"
            | "liter"
            | "litre"
            | "milliliter"
            | "millilitre"
            | "ml"
            | "gallon"
            | "megawatt"
            | "gigabyte"
            | "kibibyte"
    );
    let next = text.word(at + 2);
    let rate = text.kind(at.wrapping_sub(1)) == Some(TokenKind::Number)
        || matches!(text.before(at), "cents" | "dollars" | "percent" | "miles" | "degrees");
    let closed = text.kind(at + 2) != Some(TokenKind::Word)
        || crate::lexicon::nouns::NOUN_PHRASE_STOPS.has(next)
        || next == "away"
        || next == "long";
    unit && closed && !rate && !text.is_dash(at + 2) && text.kind(at + 2) != Some(TokenKind::Possessive)
}
