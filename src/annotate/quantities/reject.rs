//! What looks like a number and is no quantity: names, labels, codes, telephone numbers, scores, clock times, years,
//! list numbers, `one` as a pronoun.

use super::numeral::{Form, Numeral};
use super::text::Text;
use crate::lexicon::nouns::{LABEL_NOUNS, NAME_BREAKERS, NOUN_PHRASE_STOPS, STREETS, singular};
use crate::model::{Decimal, TokenKind};

/// The token behind a chain of digits that is no quantity as a whole: `555-12-34`, `2015-07-23`, `10:30`, `1/2/2015`.
pub fn chain(text: Text, at: usize) -> Option<usize> {
    let mut end = at + 1;
    let mut links = 0;
    let mut dashes = 0;
    while let Some(next) = link(text, end) {
        dashes += usize::from(text.is_dash(end));
        links += 1;
        end = next;
    }
    let first = text.word(at);
    let second = text.word(at + 2);
    let all = match links {
        0 => false,
        1 if dashes == 1 => {
            (second.starts_with('0') && second.len() > 1)
                || (first.len() == 3 && second.len() == 4)
                || (first.len() > 4 && second.len() > 4 && !first.contains([',', '.']))
        }
        1 => text.word(at + 1) == ":",
        2 if text.word(at + 3) == "/" && dashes == 1 => false,
        _ => true,
    };
    // Parts of a list such as `5:30` at the end of a score belong to the chain as well.
    all.then_some(end)
}

/// The token behind the sign and digits that continue a chain at `end`.
fn link(text: Text, end: usize) -> Option<usize> {
    let sign = text.is_dash(end) || matches!(text.word(end), ":" | "/");
    (sign && text.glued(end) && text.glued_number(end + 1)).then_some(end + 2)
}

/// Whether something is glued to the front of the number that makes it part of a code, name or address.
pub fn glued_before(text: Text, number: &Numeral) -> bool {
    let start = number.tokens.start;
    if matches!(number.form, Form::Words | Form::Vague) {
        return glued_word(text, start);
    }
    start > 0 && text.glued(start) && glues_before(text, start - 1)
}

/// Whether something that is no unit is glued to its end, before token `end`: `5G`, `747s`, `20s`.
pub fn glued_after(text: Text, number: &Numeral, end: usize) -> bool {
    // `5 fb−1`, `4 s-1`: a unit with an exponent, which is not known.
    let raised =
        text.kind(end) == Some(TokenKind::Word) && text.is_glued_dash(end + 1) && text.glued_number(end + 2);
    if matches!(number.form, Form::Words | Form::Vague) || !text.glued(end) {
        return raised;
    }
    match text.kind(end) {
        Some(TokenKind::Word | TokenKind::Mixed | TokenKind::Number) => true,
        Some(TokenKind::Punct) => {
            matches!(text.word(end), "/" | ":" | "@" | "_" | "=" | "&" | "#" | "^" | "*")
                && text.glued(end + 1)
        }
        _ => false,
    }
}

fn glues_before(text: Text, at: usize) -> bool {
    match text.kind(at) {
        Some(TokenKind::Word | TokenKind::Mixed) => true,
        Some(TokenKind::Dash) => {
            text.glued(at) && at > 0 && !text.word(at - 1).ends_with([',', ';', ')', '"'])
        }
        Some(TokenKind::Punct) => {
            matches!(text.word(at), "/" | ":" | "." | "@" | "_" | "=" | "#" | "&" | "^")
        }
        _ => false,
    }
}

/// A number word behind a hyphen: `mid-thirties`, `Catch-twenty-two`.
fn glued_word(text: Text, start: usize) -> bool {
    start > 1 && text.glued(start) && text.is_dash(start - 1) && text.glued(start - 1)
}

/// Whether a bare number (no unit) is a label or part of a name. `counts`: a noun in the plural follows.
pub fn label(text: Text, number: &Numeral, floor: usize, counts: bool) -> bool {
    let start = number.tokens.start;
    if start == 0 || !matches!(number.form, Form::Plain | Form::Digits | Form::Words) {
        return false;
    }
    let previous = text.word(start - 1);
    if text.raw(number.tokens.end - 1).contains(',') {
        return false;
    }
    // `Ocean's Eleven`
    if text.kind(start - 1) == Some(TokenKind::Possessive)
        && number.form == Form::Words
        && text.capital(start)
        && start > 1
        && text.capital(start - 2)
    {
        return true;
    }
    // `world number three Ann Doe`
    let ranked = previous == "number" && number.form == Form::Words;
    if ranked || text.spaced(start) && matches!(previous, "no" | "no." | "nos" | "nr") && !counts {
        return true;
    }
    if previous == "."
        && start > 1
        && matches!(text.word(start - 2), "no" | "nos" | "nr" | "vol" | "fig" | "art" | "sec")
    {
        return true;
    }
    if number.power != Decimal::ONE
        || number.value >= Decimal::from(100_000)
        || text.raw(number.tokens.end - 1).contains(',')
    {
        return false;
    }
    let named = text.kind(start - 1) == Some(TokenKind::Word) && text.capital(start - 1);
    if LABEL_NOUNS.has(previous) && (!counts || named) {
        return true;
    }
    let titled = number.form != Form::Words || text.capital(start);
    named && titled && start > floor && is_name(text, start - 1, counts)
}

/// Whether the capitalised word at `at` and the number behind it are one name (`Boeing 737`).
fn is_name(text: Text, at: usize, counts: bool) -> bool {
    if NAME_BREAKERS.has(text.word(at)) {
        return false;
    }
    if !counts {
        return true;
    }
    // `the Boeing 737 jets`, but `in China 12 people`, `On Friday 20 men`.
    matches!(text.before(at), "a" | "an" | "the" | "new" | "its" | "their" | "old" | "two" | "three")
}

/// Whether the number is that of a house: `10 Downing Street`, `1600 Pennsylvania Avenue`, up to three names before the
/// street.
pub fn address(text: Text, number: &Numeral) -> bool {
    let end = number.tokens.end;
    let plain = matches!(number.form, Form::Plain | Form::Digits) && number.value.fract().is_zero();
    plain
        && text.capital(end)
        && (end + 1..end + 4)
            .take_while(|&i| text.capital(i) && text.kind(i) == Some(TokenKind::Word))
            .any(|i| STREETS.has(text.word(i)))
}

/// Whether plain digits are a year: four digits from 1500 to 2100 with nothing that says otherwise.
pub fn year(number: &Numeral) -> bool {
    number.form == Form::Plain && number.value >= Decimal::from(1500) && number.value <= Decimal::from(2100)
}

/// Whether the number opens an entry of a list: `1. First`, `2) Second`, at the start of a paragraph.
pub fn list_number(text: Text, number: &Numeral) -> bool {
    let start = number.tokens.start;
    let first = text.doc.tokens.get(start).is_some_and(|t| {
        let sentence = &text.doc.sentences.get(text.doc.sentence_of(start));
        sentence.is_some_and(|s| {
            s.tokens.start == start
                && text.doc.paragraphs.get(s.paragraph).is_some_and(|p| p.span.start == t.span.start)
        })
    });
    let end = number.tokens.end;
    first
        && number.form == Form::Plain
        && matches!(text.word(end), "." | ")")
        && text.glued(end)
        && text.kind(end + 1).is_some()
}

/// Whether `one` is a pronoun: nothing is counted, or a determiner stands before it.
pub fn pronoun(text: Text, number: &Numeral, counted: Option<&str>) -> bool {
    let start = number.tokens.start;
    if number.tokens.len() != 1 || text.word(start) != "one" {
        return false;
    }
    let before = text.before(start);
    let determined = matches!(
        before,
        "the"
            | "this"
            | "that"
            | "which"
            | "no"
            | "any"
            | "every"
            | "each"
            | "some"
            | "another"
            | "last"
            | "first"
            | "next"
            | "other"
            | "only"
            | "number"
            | "good"
            | "bad"
            | "new"
            | "big"
    );
    let idiom = matches!(counted, Some("another" | "thing" | "way" | "day" | "side" | "hand" | "time"));
    determined || idiom || counted.is_none() || text.word(number.tokens.end) == "of"
}

/// The token behind two bare numbers that `over` sets one above the other and that are no fraction: a blood pressure, a
/// result; what they say is not known.
pub fn one_over_other(text: Text, first: &super::one::One) -> Option<usize> {
    use super::one::{self, What};
    (first.what == What::Bare && text.word(first.end) == "over").then_some(())?;
    let second = one::read(text, first.end + 1, first.end + 1)?;
    let closed =
        text.kind(second.end) != Some(TokenKind::Word) || NOUN_PHRASE_STOPS.has(text.word(second.end));
    (second.what == What::Bare && closed).then_some(second.end)
}

/// Whether `at` starts a score: `3-1`, `52 to 48`: two bare whole numbers of which the first is not below the second.
pub fn score(low: &Numeral, high: &Numeral) -> bool {
    let whole = |n: &Numeral| matches!(n.form, Form::Plain | Form::Words) && n.power == Decimal::ONE;
    whole(low) && whole(high) && low.value >= high.value
}

/// Whether an ordinal word is used for an order of speech (`at first`, `second, …`) or as a unit of time.
pub fn no_ordinal(text: Text, number: &Numeral) -> bool {
    let start = number.tokens.start;
    let before = text.before(start);
    match text.word(start) {
        "first" if number.tokens.len() == 1 => {
            before == "at" || (text.word(start + 1) == "of" && text.word(start + 2) == "all")
        }
        "second" if number.tokens.len() == 1 => {
            let unit = matches!(before, "per" | "split" | "every" | "each" | "one")
                || text.kind(start.wrapping_sub(1)) == Some(TokenKind::Number);
            unit || (matches!(before, "a")
                && singular(text.word(start + 1)).is_none()
                && text.kind(start + 1) != Some(TokenKind::Word))
        }
        _ => false,
    }
}
