//! Phrases that bound a number or say that it is a change.

use super::entries;
use super::word_map::WordMap;
use crate::model::Bound;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A phrase in words, with what it does to the number beside it.
#[derive(Debug)]
pub struct BoundPhrase {
    /// Its words in order.
    pub words: Vec<&'static str>,
    /// The bound.
    pub bound: Bound,
}

/// Phrases that may stand right before a number, those that end in `last`; longest first.
pub fn bounds_before(last: &str) -> &'static [BoundPhrase] {
    BEFORE.get(last).map_or(&[], Vec::as_slice)
}

/// Phrases that may stand right after a number, those that begin with `first`; longest first.
pub fn bounds_after(first: &str) -> &'static [BoundPhrase] {
    AFTER.get(first).map_or(&[], Vec::as_slice)
}

/// Direction (+1, -1) of a word of change that may stand before the number.
pub fn change_before(word: &str) -> i8 {
    CHANGES.get(word).filter(|(_, place)| *place != "after").map_or(0, |(d, _)| *d)
}

/// Direction (+1, -1) of a word of change that may stand after the number and its unit.
pub fn change_after(word: &str) -> i8 {
    CHANGES.get(word).filter(|(_, place)| matches!(*place, "after" | "both")).map_or(0, |(d, _)| *d)
}

type Table = WordMap<&'static str, Vec<BoundPhrase>>;

static BEFORE: LazyLock<Table> =
    LazyLock::new(|| table(include_str!("bounds-before.txt"), |w| w.last().copied()));
static AFTER: LazyLock<Table> =
    LazyLock::new(|| table(include_str!("bounds-after.txt"), |w| w.first().copied()));

fn table(text: &'static str, key: fn(&[&'static str]) -> Option<&'static str>) -> Table {
    let mut out = FxHashMap::<&'static str, Vec<BoundPhrase>>::default();
    for line in entries(text) {
        let Some((phrase, bound)) = line.split_once('|') else { continue };
        let words: Vec<_> = phrase.split_whitespace().collect();
        if let (Some(key), Some(bound)) = (key(&words), bound_of(bound.trim())) {
            out.entry(key).or_default().push(BoundPhrase { words, bound });
        }
    }
    for phrases in out.values_mut() {
        phrases.sort_by_key(|p| std::cmp::Reverse(p.words.len()));
    }
    out.into()
}

fn bound_of(name: &str) -> Option<Bound> {
    [Bound::About, Bound::AtLeast, Bound::MoreThan, Bound::AtMost, Bound::LessThan]
        .into_iter()
        .find(|b| b.as_str() == name)
}

/// Whether things can be the object of the word of change `word` (lower case), so that a count behind it is no change.
pub fn takes_things(word: &str) -> bool {
    CHANGES.get(word).is_some_and(|(_, place)| *place == "figure")
}

static CHANGES: LazyLock<WordMap<&'static str, (i8, &'static str)>> = LazyLock::new(|| {
    entries(include_str!("change-words.txt"))
        .filter_map(|line| {
            let mut columns = line.split_whitespace();
            let (word, direction, place) = (columns.next()?, columns.next()?, columns.next()?);
            Some((word, (direction.parse().ok()?, place)))
        })
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_tables_is_read() {
        for (table, text) in
            [(&*BEFORE, include_str!("bounds-before.txt")), (&*AFTER, include_str!("bounds-after.txt"))]
        {
            assert_eq!(table.iter().map(|(_, phrases)| phrases.len()).sum::<usize>(), entries(text).count());
        }
        assert_eq!(CHANGES.keys().count(), entries(include_str!("change-words.txt")).count());
    }
}
