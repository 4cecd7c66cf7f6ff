//! Numbers, counts, ordinals, sums of money, percentages and measures.
//!
//! One walk over the tokens. Only a digit, a currency sign or a number word can start a quantity; everything else is
//! looked at once and left. [`numeral`] reads the number, [`one`] what is written onto it, [`range`] a second end,
//! [`bound`] the words around, [`counted`] the noun behind, and [`reject`] knows what is no quantity at all.
//! Dates, clock times and durations are the business of `times`.

mod bound;
mod counted;
mod digits;
mod elided;
mod exponent;
mod fraction;
mod measure;
mod mention;
mod money;
mod multiple;
mod numeral;
mod one;
mod partner;
mod percent;
mod range;
mod reject;
mod text;
mod vague;
mod words;

use crate::lexicon::numbers::number_word;
use crate::model::{Decimal, Document, Fact, Granularity, Kind, Mention, TokenKind};
use crate::rules::Rules;
use numeral::Form;
use one::What;
use range::Found;
use text::Text;

/// Every quantity, ordered by position. `times` are the time references found before: a number inside one of them is no
/// quantity, unless it is a bare year, which a unit behind it may turn into one.
pub fn find(doc: &Document, times: &[Mention], rules: &Rules) -> Vec<Mention> {
    let text = Text { doc };
    // About one a sentence: to move them costs more than the room.
    let mut out: Vec<Mention> = Vec::with_capacity(doc.sentences.len());
    let mut taken = times.iter().filter(|t| !is_year(t)).peekable();
    let (mut at, mut floor) = (0, 0);
    while at < doc.tokens.len() {
        if !can_start(text, at) {
            at += 1;
            continue;
        }
        while taken.next_if(|t| t.tokens.end <= at).is_some() {}
        if let Some(time) = taken.peek().filter(|t| t.tokens.start <= at) {
            let behind = time.tokens.end;
            if !is_quarter(time) || !longer(text, at, floor, behind) {
                (at, floor) = (behind, behind);
                continue;
            }
        }
        let end = read(text, at, floor, rules, &mut out);
        if end > at {
            floor = end;
        }
        at = end.max(at + 1);
    }
    out
}

/// What mentions say of one another, once all are in order: a unit said once for a list, a conversion in parentheses.
pub fn join(doc: &Document, mentions: &mut [Mention]) {
    let text = Text { doc };
    elided::fill(text, mentions);
    partner::link(text, mentions);
    money::settle(text, mentions);
}

/// `three quarters`, which may be a fraction as well.
fn is_quarter(time: &Mention) -> bool {
    time.kind == Kind::Duration && time.unit.as_deref() == Some("quarter")
}

/// Whether the quantity at token `at` goes on behind token `end`.
fn longer(text: Text, at: usize, floor: usize, end: usize) -> bool {
    one::read(text, at, floor).is_some_and(|one| one.end > end || text.word(one.end) == "of")
}

fn is_year(time: &Mention) -> bool {
    time.kind == Kind::Date
        && time.tokens.len() == 1
        && time.time().is_some_and(|t| t.granularity == Granularity::Year)
}

/// Whether a quantity may start at token `at`; cheap, since it is asked of every token.
fn can_start(text: Text, at: usize) -> bool {
    let Some(token) = text.doc.tokens.get(at) else { return false };
    match token.kind {
        TokenKind::Number | TokenKind::Currency => true,
        TokenKind::Word => match text.word(at) {
            "a" | "an" => number_word(text.word(at + 1)).is_some() || numeral::is_unit_article(text, at),
            "minus" | "negative" => true,
            _ => text.doc.is(at, Fact::Number),
        },
        TokenKind::Mixed => token.span.len() <= 24 && text.raw(at).ends_with(|c: char| c.is_ascii_digit()),
        TokenKind::Dash => text.glued_number(at + 1) && text.opens_sign(at),
        TokenKind::Punct => text.word(at) == "." && token.spaced && text.glued_number(at + 1),
        TokenKind::Possessive => false,
    }
}

/// Reads the quantity at token `at` into `out`; the token behind what was understood, or `at` if nothing was.
fn read(text: Text, at: usize, floor: usize, rules: &Rules, out: &mut Vec<Mention>) -> usize {
    if text.kind(at) == Some(TokenKind::Number)
        && let Some(end) = reject::chain(text, at)
    {
        return end;
    }
    if let Some(times) = multiple::word(text, at) {
        out.push(times);
        return at + 1;
    }
    let Some(first) = one::read(text, at, floor) else { return at };
    if let Some(times) = multiple::fold(text, &first) {
        out.push(times);
        return first.end + 2;
    }
    let ends = match range::read(text, &first, floor) {
        Found::Score(end) => return end,
        Found::Range(ends) => *ends,
        Found::Alone => range::Ends { low: first.clone(), stated: first.start, high: first },
    };
    let end = ends.high.end;
    let bare = ends.high.what == What::Bare;
    if ends.high.number.form == Form::Ordinal {
        if !reject::no_ordinal(text, &ends.low.number) && !reject::glued_before(text, &ends.low.number) {
            out.push(mention::ordinal(text, &ends));
        }
        return end;
    }
    let measure = matches!(ends.high.what, What::Measure(_));
    if measure && reject::glued_before(text, &ends.low.number) {
        return end;
    }
    let counted = if bare { counted::read(text, &ends.high.number, rules.compounds()) } else { None };
    if bare && is_no_quantity(text, &ends, floor, counted.as_ref()) {
        return end;
    }
    out.push(mention::quantity(text, &ends, floor, counted));
    end
}

/// Whether a number without a unit is none to be reported.
fn is_no_quantity(text: Text, ends: &range::Ends, floor: usize, counted: Option<&counted::Counted>) -> bool {
    let (low, high) = (&ends.low.number, &ends.high.number);
    let end = ends.high.end;
    let single = low.tokens == high.tokens;
    let idiom =
        counted.is_none() && text.is_glued_dash(end) && text.kind(end + 1) == Some(TokenKind::Word) && single;
    reject::glued_before(text, low)
        || reject::glued_after(text, high, end)
        || idiom && reject_idiom(text, end)
        || (single && reject::label(text, low, floor, counted.is_some()))
        || years(text, ends, floor, counted.is_some())
        || (low.form == Form::Vague && (text.word(end) == "times" || is_lone_few(text, low, counted)))
        || (single && reject::address(text, low))
        || reject::list_number(text, low)
        || reject::pronoun(text, low, counted.map(|c| c.noun.as_str()))
}

/// `a few` of nothing that is named says only that there are not many.
fn is_lone_few(text: Text, number: &numeral::Numeral, counted: Option<&counted::Counted>) -> bool {
    counted.is_none() && text.word(number.tokens.end - 1) == "few"
}

/// A bare year or range of years, which nothing bounds and nothing is counted by.
fn years(text: Text, ends: &range::Ends, floor: usize, counts: bool) -> bool {
    let (low, high) = (&ends.low.number, &ends.high.number);
    let short = low.tokens != high.tokens
        && high.form == Form::Plain
        && high.value < crate::model::Decimal::ONE_HUNDRED;
    // `2,009 fires` has its comma; `2009 Black Saturday fires` is of that year.
    let counts = counts && !text.is_glued_dash(ends.high.end) && !text.capital(ends.high.end);
    let counts = counts && !of_year(text, low);
    reject::year(low) && (reject::year(high) || short) && !counts && !is_bounded(text, ends, floor)
}

/// Whether `the 1989 operating results`, `its 2014 sales` tells the year of what is counted: behind a determiner, and no
/// round number, of which there may as well be so many.
fn of_year(text: Text, number: &numeral::Numeral) -> bool {
    let start = number.tokens.start;
    let determined = matches!(text.before(start), "the" | "its" | "their" | "his" | "her" | "our" | "this")
        || start > 0 && text.kind(start - 1) == Some(TokenKind::Possessive);
    determined && !(number.value % Decimal::ONE_HUNDRED).is_zero()
}

/// `one-time`, `two-way`, `50-a-day`.
fn reject_idiom(text: Text, end: usize) -> bool {
    counted::is_idiom(text.word(end + 1)) || crate::lexicon::nouns::NOUN_PHRASE_STOPS.has(text.word(end + 1))
}

/// Whether words bound the number, as nobody bounds a year (`more than 2000`).
fn is_bounded(text: Text, ends: &range::Ends, floor: usize) -> bool {
    let hedge = bound::read(text, ends.stated, ends.high.end, floor);
    !matches!(hedge.bound, crate::model::Bound::Exactly | crate::model::Bound::About)
}

#[cfg(test)]
mod tests;
