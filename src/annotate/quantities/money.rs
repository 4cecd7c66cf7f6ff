//! Sums of money: signs, codes and names of currencies, before the number or after it.

use super::numeral::{self, Numeral};
use super::text::Text;
use crate::lexicon::currencies::{self, Currency};
use crate::lexicon::nouns;
use crate::lexicon::numbers::{NumberClass, number_word};
use crate::model::{Decimal, Mention, TokenKind};

/// A currency that stands before a number.
#[derive(Debug, Clone, Copy)]
pub struct Prefix {
    /// First token of the sign.
    pub start: usize,
    /// Token of the number.
    pub number: usize,
    /// The currency.
    pub currency: Currency,
}

/// The currency before the number at `at`, or the sign that itself stands at `at`; nothing before token `floor` is looked at.
pub fn prefix(text: Text, at: usize, floor: usize) -> Option<Prefix> {
    if text.kind(at) == Some(TokenKind::Currency) {
        let number = at + 1;
        let signed = text.is_dash(number) && text.glued_number(number + 1);
        (text.kind(number) == Some(TokenKind::Number) || signed || text.word(number) == ".").then_some(())?;
        let (start, currency) = sign_at(text, at, floor)?;
        return Some(Prefix { start, number, currency });
    }
    let (start, currency) = word_before(text, at, floor)?;
    Some(Prefix { start, number: at, currency })
}

/// The sign that ends with the sign token `at`, with the letters before it (`US$`, `C $`): its first token.
fn sign_at(text: Text, at: usize, floor: usize) -> Option<(usize, Currency)> {
    let end = text.doc.tokens.get(at)?.span.end;
    let from = text.doc.tokens[at.saturating_sub(3).max(floor.min(at))].span.start;
    let (len, currency) = currencies::sign_before(&text.doc.text()[from..end])?;
    let start =
        (floor.min(at)..=at).rev().find(|&k| text.doc.tokens[k].span.start <= end - len).unwrap_or(at);
    if start == at && at > floor && text.spaced(at) {
        // Text whose signs were set apart: `c $ 16`, `us $ 5`.
        let letters = text.word(at - 1).trim_end_matches('.').replace('.', "").to_uppercase();
        let apart = matches!(letters.as_str(), "C" | "US" | "HK" | "NZ" | "NT");
        let known = apart.then(|| currencies::sign_before(&format!("{letters}$"))).flatten();
        if let Some((_, currency)) = known.filter(|(n, _)| *n > 1 && text.word(at) == "$") {
            return Some((at - 1, currency));
        }
    }
    Some((start, currency))
}

/// A code or letter sign before the number: `EUR 20`, `Rs. 500`, `RM 42`, `rmb 10`.
fn word_before(text: Text, at: usize, floor: usize) -> Option<(usize, Currency)> {
    if at <= floor || text.kind(at) != Some(TokenKind::Number) {
        return None;
    }
    let dot = text.word(at - 1) == "." && text.glued(at - 1) && at > floor + 1;
    let start = if dot { at - 2 } else { at - 1 };
    if text.kind(start) != Some(TokenKind::Word) {
        return None;
    }
    let raw = text.raw(start);
    let currency = currencies::code_before(raw)
        .or_else(|| currencies::sign_before(raw).filter(|(n, _)| *n == raw.len()).map(|(_, c)| c))
        .or_else(|| lower_code(raw));
    currency.filter(|_| !dot || raw == "Rs").map(|c| (start, c))
}

/// Codes that are written in small letters too, none of them a word.
fn lower_code(raw: &str) -> Option<Currency> {
    let known = matches!(
        raw,
        "usd" | "eur" | "gbp" | "jpy" | "cny" | "aud" | "cad" | "nzd" | "mxn" | "inr" | "chf" | "hkd" | "sgd"
    );
    match raw {
        "rmb" | "RMB" => currencies::code("CNY"),
        _ if known => currencies::code(&raw.to_uppercase()),
        _ => None,
    }
}

/// A code or letter sign glued to the digits in one token: `USD34.6`, `RM100`.
pub fn glued(text: Text, at: usize) -> Option<(Numeral, Currency)> {
    let raw = text.raw(at);
    let letters = raw.find(|c: char| c.is_ascii_digit())?;
    let name = raw.get(..letters)?;
    let currency = currencies::code(name)
        .or_else(|| currencies::sign_before(name).filter(|(n, _)| *n == name.len()).map(|(_, c)| c))
        .or_else(|| lower_code(name))?;
    let from = text.doc.tokens[at].span.start + letters;
    let rest = &text.doc.text()[from..];
    let inner = |i: usize| rest.as_bytes().get(i).is_some_and(u8::is_ascii_digit);
    let length = (0..rest.len().min(40))
        .find(|&i| !(inner(i) || matches!(rest.as_bytes()[i], b'.' | b',') && inner(i + 1)))
        .unwrap_or(rest.len().min(40));
    let digits = super::digits::parse(rest.get(..length)?)?;
    let end = text.token_ending(at, from + length)?;
    let step = Decimal::ONE / crate::lexicon::numbers::power_of_ten(digits.decimals)?;
    let one = Numeral::new(at..end, digits.value, step, numeral::Form::Digits);
    Some((numeral::power(text, one, true)?, currency))
}

/// Which dollar, where it is told behind a sum whose sign leaves it open: `$5 million Canadian`, `$20 (U.S.)`. The token
/// behind.
pub fn told(text: Text, end: usize, currency: Currency) -> Option<(Currency, usize)> {
    let opened = text.word(end) == "(";
    let at = end + usize::from(opened);
    let named = currencies::names_from(country(text.word(at)))
        .find_map(|(rest, c)| (rest == ["dollar"]).then_some(c));
    let behind = at + 1;
    let closed = if opened {
        text.word(behind) == ")"
    } else {
        text.kind(behind) != Some(TokenKind::Word) || nouns::NOUN_PHRASE_STOPS.has(text.word(behind))
    };
    let dollar = currency.assumed && currency.code == "USD" && closed;
    named.filter(|_| dollar).map(|c| (c, behind + usize::from(opened)))
}

/// `u.s` may have lost its last point.
fn country(word: &str) -> &str {
    if matches!(word, "u.s" | "u.s.") { "us" } else { word }
}

/// Gives sums whose sign leaves the dollar open the one that the text says its figures are in (`All figures are in Canadian
/// dollars`).
pub fn settle(text: Text, mentions: &mut [Mention]) {
    let open = |m: &Mention| m.unit.as_deref() == Some("USD") && m.unit_basis.is_some();
    if !mentions.iter().any(open) {
        return;
    }
    let Some(currency) = (0..text.doc.tokens.len()).find_map(|at| stated(text, at)) else { return };
    for mention in mentions.iter_mut().filter(|m| open(m)) {
        mention.unit = Some(currency.code.to_owned());
        mention.unit_basis = None;
    }
}

/// The currency of `figures … in Canadian dollars`, whose last word stands at token `at`.
fn stated(text: Text, at: usize) -> Option<Currency> {
    let start = at.checked_sub(2).filter(|_| text.word(at) == "dollars" && text.before(at - 1) == "in")?;
    let (currency, _) = name(text, start + 1).filter(|(c, _)| !c.assumed)?;
    let figures = (start.saturating_sub(8)..start)
        .any(|i| matches!(text.word(i), "figures" | "amounts" | "sums" | "prices" | "values" | "currency"));
    figures.then_some(currency)
}

/// A currency after a number.
#[derive(Debug, Clone, Copy)]
pub struct Suffix {
    /// The currency.
    pub currency: Currency,
    /// Token behind its name.
    pub end: usize,
    /// A power written onto the code (`75 USD million`, `30 MUSD`), else 1.
    pub power: Decimal,
}

impl Suffix {
    fn plain(currency: Currency, end: usize) -> Self {
        Self { currency, end, power: Decimal::ONE }
    }
}

/// The currency named at token `at`, behind a number (`dollars`, `US dollars`, `USD`, `€`, `-dollar`).
pub fn suffix(text: Text, number: &Numeral) -> Option<Suffix> {
    let end = number.tokens.end;
    let of = number.form == numeral::Form::Vague && text.word(end) == "of";
    let at = if of || text.is_glued_dash(end) { end + 1 } else { end };
    if let Some(found) = sign_suffix(text, at) {
        return Some(found);
    }
    if text.kind(at) != Some(TokenKind::Word) {
        return None;
    }
    if let Some(currency) = currencies::code(text.raw(at)).or_else(|| lower_code(text.raw(at))) {
        let power = number_word(text.word(at + 1)).filter(|(c, _)| *c == NumberClass::Scale);
        let own = number.power > Decimal::ONE;
        return Some(match power.filter(|_| !own) {
            Some((_, v)) => Suffix { currency, end: at + 2, power: Decimal::from(v) },
            None => Suffix::plain(currency, at + 1),
        });
    }
    if let Some(currency) = text.raw(at).strip_prefix('M').and_then(currencies::code) {
        return Some(Suffix { currency, end: at + 1, power: Decimal::from(1_000_000) });
    }
    let (currency, end) = name(text, at)?;
    let fits = match text.word(at) {
        // Weights are more often meant, and `won` is a verb.
        "p" => text.glued(at),
        "c" | "ct" | "cts" => text.glued(at) && !text.capital(at),
        "won" => false,
        "mark" | "marks" => number.value >= Decimal::ONE_HUNDRED,
        "sterling" | "sen" | "sens" => true,
        _ => true,
    };
    fits.then_some(Suffix::plain(currency, end))
}

/// `pounds` is money where the sum is too large for a weight or the text says so, else a weight.
pub fn pounds(text: Text, number: &Numeral) -> Option<Suffix> {
    let end = number.tokens.end;
    let at = if text.is_glued_dash(end) { end + 1 } else { end };
    let named = matches!(text.word(at), "pound" | "pounds") && number.power >= Decimal::from(1_000_000);
    let currency = currencies::code("GBP")?;
    named.then_some(Suffix::plain(currency, at + 1))
}

/// `20€`, `10 $`, `10k$`, `42RM`, `20Rs`.
fn sign_suffix(text: Text, at: usize) -> Option<Suffix> {
    if !matches!(text.kind(at)?, TokenKind::Currency | TokenKind::Word | TokenKind::Punct) {
        return None;
    }
    let start = text.doc.tokens[at].span.start;
    let ends_token = |n: usize| text.token_ending(at, start + n).is_some();
    let (n, currency) = currencies::sign_after(text.rest(at), ends_token)?;
    let end = text.token_ending(at, start + n)?;
    // `5 $ 10`: the sign belongs to the number behind it, as does `US$` in front of digits.
    let belongs_ahead = text.glued_number(end)
        || (text.spaced(at)
            && text.kind(end) == Some(TokenKind::Number)
            && text.spaced(end)
            && text.kind(end + 1) != Some(TokenKind::Currency));
    (!belongs_ahead || text.glued(at)).then_some(Suffix::plain(currency, end))
}

/// The name of a currency at token `at`: the longest.
fn name(text: Text, at: usize) -> Option<(Currency, usize)> {
    let first = text.word(at);
    let by_name = |first: &str| {
        currencies::names_from(first).find_map(|(rest, c)| text.matches(at + 1, rest).map(|end| (c, end)))
    };
    by_name(first).or_else(|| match first {
        // `U.S.` may have lost its last point to the end of a sentence.
        "u.s" => by_name("us"),
        _ => None,
    })
}

/// `3 dollars and 50 cents`: the hundredths behind a sum, as (value in major units, token behind).
pub fn hundredths(text: Text, end: usize, currency: Currency) -> Option<(Decimal, usize)> {
    let at = if text.word(end) == "and" { end + 1 } else { end };
    let small = numeral::read(text, at, false)?;
    let unit = suffix(text, &small)?;
    let same = unit.currency.code == currency.code || unit.currency.assumed;
    (unit.currency.hundredth && same && small.value < Decimal::ONE_HUNDRED)
        .then(|| (small.value / Decimal::ONE_HUNDRED, unit.end))
}

/// `15 dollars and 50.`: the hundredths behind a sum that ends the clause, and the token behind; not the upper end of
/// `between 15 dollars and 50`.
pub fn bare_hundredths(text: Text, number: &Numeral, end: usize) -> Option<(Decimal, usize)> {
    let ranged = matches!(text.before(number.tokens.start), "between" | "from");
    if text.word(end) != "and" || ranged || number.power != Decimal::ONE {
        return None;
    }
    let small = numeral::read(text, end + 1, false)?;
    let behind = small.tokens.end;
    let closed = !matches!(text.kind(behind), Some(TokenKind::Word | TokenKind::Dash | TokenKind::Number))
        && text.word(behind) != "%";
    let fits = matches!(small.form, numeral::Form::Plain | numeral::Form::Words)
        && small.value < Decimal::ONE_HUNDRED
        && small.value.fract().is_zero();
    (closed && fits).then(|| (small.value / Decimal::ONE_HUNDRED, behind))
}

/// `per share`, `a share`, `an hour`, `/hour`, `-a-share` behind a sum or measure: the noun in the singular and the token behind.
pub fn per(text: Text, end: usize) -> Option<(String, usize)> {
    let skip = |i: usize| if text.is_glued_dash(i) { i + 1 } else { i };
    let at = skip(end);
    if matches!(text.word(at), "apiece" | "each") {
        return Some(("piece".to_owned(), at + 1));
    }
    if matches!(text.word(at), "annually" | "yearly") {
        return Some(("year".to_owned(), at + 1));
    }
    let slash = text.word(at) == "/" && text.glued(at) && text.glued(at + 1);
    if !slash && !matches!(text.word(at), "per" | "a" | "an" | "every") {
        return None;
    }
    let noun = skip(at + 1);
    if text.kind(noun) != Some(TokenKind::Word) || nouns::NOUN_PHRASE_STOPS.has(text.word(noun)) {
        return None;
    }
    // `51 million a year ago` is no rate.
    if matches!(text.word(noun + 1), "ago" | "earlier" | "before" | "later") {
        return None;
    }
    let known = text.word(at) == "per" || slash || nouns::RATE_NOUNS.has(text.word(noun));
    known.then(|| (nouns::singular_or_same(text.word(noun)).into_owned(), noun + 1))
}
