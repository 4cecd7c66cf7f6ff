//! References without a date: `now`, `recently`, `in the near future`.

use super::amount;
use super::reader::{Found, Reader};
use crate::lexicon::entries;
use crate::lexicon::word_map::WordMap;
use crate::model::{Granularity, TimeBasis, TimeValue, TokenKind};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Phrases by their first word, longest first: the words and the TIMEX3 value.
type Phrases = WordMap<&'static str, Vec<(Vec<&'static str>, &'static str)>>;

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = FxHashMap::<_, Vec<(Vec<&'static str>, &'static str)>>::default();
    for line in entries(include_str!("../../lexicon/vague-times.txt")) {
        let mut words = line.split_whitespace();
        let (Some(value), Some(first)) = (words.next(), words.clone().next()) else { continue };
        phrases.entry(first).or_default().push((words.collect(), value));
    }
    for list in phrases.values_mut() {
        list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    phrases.into()
});

/// Whether a phrase begins with `word`.
pub fn may_begin(word: &str) -> bool {
    PHRASES.contains(word)
}

/// A vague reference at token `i`.
pub fn read(cx: &Reader, i: usize) -> Option<Found> {
    let list = PHRASES.get(cx.word(i))?;
    let goes_on = |words: &[&str]| words.iter().enumerate().skip(1).all(|(k, w)| cx.word(i + k) == *w);
    let (words, value) = list.iter().find(|(words, _)| goes_on(words))?;
    let end = i + words.len();
    if cx.is(end - 1, &["past", "future", "recent"])
        && (cx.unit(end).is_some() || amount::amount(cx, end).is_some())
    {
        return None;
    }
    if words.len() == 1 && !refers(cx, i) {
        return None;
    }
    Some(Found::date(end, TimeValue::open(*value, Granularity::Vague, TimeBasis::Stated)))
}

/// Whether a single word refers to a time here: not in a name (`Future Farmers`), not `as soon as`, not `current affairs`.
fn refers(cx: &Reader, i: usize) -> bool {
    let named = cx.capital(i) && i > cx.from && cx.before(i) != "."
        || cx.capital(i) && cx.capital(i + 1) && cx.word(i) != "now";
    let sooner = cx.word(i) == "soon" && (cx.before(i) == "as" || cx.word(i + 1) == "after");
    let glued = cx.dash(i + 1) || cx.dash(i.wrapping_sub(1)) && cx.glued(i);
    let current = cx.word(i) == "current" && cx.is(i + 1, &["account", "affairs", "accounts"]);
    !(named || sooner || glued || current) && cx.kind(i) == Some(TokenKind::Word)
}
