//! How many times: `twice`, `threefold`, `a ten-fold rise`. The number is the factor; what it multiplies is not read here.

use super::one::{One, What};
use super::text::Text;
use crate::lexicon::numbers::{NumberClass, number_word};
use crate::model::{Decimal, Kind, Mention, MentionValue, Quantity};
use std::ops::Range;

/// The factor that the word at token `at` states.
pub fn word(text: Text, at: usize) -> Option<Mention> {
    let (_, factor) = number_word(text.word(at)).filter(|(class, _)| *class == NumberClass::Times)?;
    Some(mention(text, at..at + 1, Decimal::from(factor)))
}

/// The factor that the number `one` states with `-fold` behind it.
pub fn fold(text: Text, one: &One) -> Option<Mention> {
    let end = one.end;
    let fits = one.what == What::Bare && text.is_glued_dash(end) && text.word(end + 1) == "fold";
    fits.then(|| mention(text, one.start..end + 2, one.number.value))
}

fn mention(text: Text, tokens: Range<usize>, factor: Decimal) -> Mention {
    let value = MentionValue::Quantity(Quantity::exactly(factor, Decimal::ONE));
    Mention::new(Kind::Number, text.doc.span_of(tokens.clone()), tokens, value)
}
