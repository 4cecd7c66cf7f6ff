//! The words before a value that bound it: `at least`, `more than`, `about`.

use super::reader::Reader;
use crate::model::Bound;

/// Phrases and what they make of the value behind them; longer ones first.
const PHRASES: [(&[&str], Bound); 27] = [
    (&["no", "more", "than"], Bound::AtMost),
    (&["not", "more", "than"], Bound::AtMost),
    (&["no", "less", "than"], Bound::AtLeast),
    (&["no", "fewer", "than"], Bound::AtLeast),
    (&["not", "less", "than"], Bound::AtLeast),
    (&["as", "long", "as"], Bound::AtMost),
    (&["as", "much", "as"], Bound::AtMost),
    (&["as", "many", "as"], Bound::AtMost),
    (&["as", "little", "as"], Bound::AtLeast),
    (&["more", "than"], Bound::MoreThan),
    (&["longer", "than"], Bound::MoreThan),
    (&["less", "than"], Bound::LessThan),
    (&["fewer", "than"], Bound::LessThan),
    (&["at", "least"], Bound::AtLeast),
    (&["at", "most"], Bound::AtMost),
    (&["up", "to"], Bound::AtMost),
    (&["within"], Bound::AtMost),
    (&["over"], Bound::MoreThan),
    (&["under"], Bound::LessThan),
    (&["about"], Bound::About),
    (&["around"], Bound::About),
    (&["roughly"], Bound::About),
    (&["approximately"], Bound::About),
    (&["nearly"], Bound::About),
    (&["almost"], Bound::About),
    (&["some"], Bound::About),
    (&["barely"], Bound::About),
];

/// The bound that the words before token `i` give, and the first token of those words.
pub fn before(cx: &Reader, i: usize) -> (Bound, usize) {
    // `at least the past 18 months`
    let at = if cx.is(i.wrapping_sub(1), &["past", "last", "next"]) { i - 1 } else { i };
    let at = if cx.before(at) == "the" { at - 1 } else { at };
    for start in [i, at] {
        for (words, bound) in PHRASES {
            if let Some(first) = start.checked_sub(words.len())
                && first >= cx.from
                && words.iter().enumerate().all(|(k, w)| cx.word(first + k) == *w)
                && !(words[0] == "over" && start != i)
            {
                return (bound, first);
            }
        }
    }
    (Bound::Exactly, i)
}
