//! The words before a value that bound it: `at least`, `more than`, `about`.

use super::reader::Reader;
use crate::lexicon::BEFORE_OVER;
use crate::lexicon::phrases::bounds_before;
use crate::model::Bound;

/// The bound that the words before token `i` give, and the first token of those words.
pub fn before(cx: &Reader, i: usize) -> (Bound, usize) {
    // `at least the past 18 months`
    let at = if cx.is(i.wrapping_sub(1), &["past", "last", "next"]) { i - 1 } else { i };
    let at = if cx.before(at) == "the" { at - 1 } else { at };
    for start in [i, at] {
        let found = bounds_before(cx.before(start)).iter().find_map(|phrase| {
            let first = start.checked_sub(phrase.words.len()).filter(|&first| first >= cx.from)?;
            let fits = phrase.words.iter().enumerate().all(|(k, w)| cx.word(first + k) == *w);
            // `over the past two years`, `tax breaks over 15 years` say when, not how long.
            let during = phrase.words == ["over"] && (start != i || !BEFORE_OVER.has(cx.before(first)));
            (fits && !during).then_some((phrase.bound, first))
        });
        if let Some(found) = found {
            return found;
        }
    }
    (Bound::Exactly, i)
}
