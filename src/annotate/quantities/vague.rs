//! Vague numbers: `dozens`, `tens of thousands`, `several hundred`, `a few`, `a couple`.

use super::numeral::{Form, Numeral};
use super::text::Text;
use crate::lexicon::numbers::{NumberClass, number_word};
use crate::model::Decimal;

/// The vague number that starts at token `at`.
pub fn read(text: Text, at: usize) -> Option<Numeral> {
    let article = usize::from(text.word(at) == "a");
    let (class, value) = number_word(text.word(at + article))?;
    if class != NumberClass::Vague {
        return None;
    }
    let end = at + article + 1;
    match text.word(at + article) {
        word @ ("several" | "few") => {
            let (low, high) = if word == "few" { (3, 6) } else { (3, 10) };
            let power = number_word(text.word(end)).filter(|(c, _)| is_power(*c));
            // `few` alone says how small a number is, not which.
            (article == 1 || word == "several").then_some(())?;
            Some(match power {
                Some((_, v)) => between(at..end + 1, low * v, high.min(9) * v),
                None => between(at..end, low, high),
            })
        }
        "handful" => (article == 1).then(|| between(at..end, 3, 8)),
        "couple" | "pair" => (article == 1
            && (text.word(end) == "of" || number_word(text.word(end)).is_some()))
        .then(|| exactly_about(at..end, value)),
        _ if article == 1 => None,
        "tens" => of_power(text, at, end, value),
        "scores" => (text.word(end) == "of").then(|| between(at..end, 40, 99)),
        "dozens" => Some(between(at..end, 24, 99)),
        "hundreds" => of_power(text, at, end, value).or_else(|| Some(between(at..end, 200, 1999))),
        _ => Some(between(at..end, value.saturating_mul(2), value.saturating_mul(100) - 1)),
    }
}

/// `tens of thousands`, `hundreds of millions`.
fn of_power(text: Text, at: usize, end: usize, count: u64) -> Option<Numeral> {
    let (class, power) = number_word(text.word(end + 1))?;
    let plural = class == NumberClass::Vague && power >= 1000 && text.word(end) == "of";
    let low = count.checked_mul(power)?;
    plural.then(|| between(at..end + 2, low.saturating_mul(2), low.saturating_mul(10) - 1))
}

fn between(tokens: std::ops::Range<usize>, low: u64, high: u64) -> Numeral {
    let mut n = Numeral::new(tokens, Decimal::from(low), Decimal::ZERO, Form::Vague);
    n.high = Decimal::from(high);
    n
}

fn exactly_about(tokens: std::ops::Range<usize>, value: u64) -> Numeral {
    Numeral::new(tokens, Decimal::from(value), Decimal::ZERO, Form::Vague)
}

fn is_power(class: NumberClass) -> bool {
    matches!(class, NumberClass::Scale | NumberClass::Dozen | NumberClass::Hundred)
}
