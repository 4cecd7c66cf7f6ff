//! A map by words that says quickly what it does not hold: most words of a text are in most lists not found, and a filter
//! of a few bytes tells so without hashing the word.

use super::short::Short;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::borrow::Borrow;
use std::hash::Hash;

/// Words with what is known of them.
#[derive(Debug)]
pub struct WordMap<K, V> {
    filter: Filter,
    map: FxHashMap<Short, (K, V)>,
    /// Those that are no [`Short`].
    longer: FxHashMap<K, V>,
}

impl<K: Borrow<str> + Hash + Eq, V> WordMap<K, V> {
    /// What is known of `word`.
    pub fn get(&self, word: &str) -> Option<&V> {
        if !self.filter.may_hold(word) {
            return None;
        }
        match Short::of(word) {
            Some(key) => self.map.get(&key).map(|(_, value)| value),
            None => self.longer.get(word),
        }
    }

    /// Whether `word` is listed.
    pub fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// All words with what is known of them, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.map.values().map(|(word, value)| (word, value)).chain(&self.longer)
    }

    /// All words, in no order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.iter().map(|(word, _)| word)
    }
}

impl<K: Borrow<str> + Hash + Eq, V> From<FxHashMap<K, V>> for WordMap<K, V> {
    fn from(all: FxHashMap<K, V>) -> Self {
        let filter = Filter::of(all.keys().map(Borrow::borrow), all.len());
        let mut map = FxHashMap::with_capacity_and_hasher(all.len(), FxBuildHasher);
        let mut longer = FxHashMap::default();
        for (word, value) in all {
            match Short::of(word.borrow()) {
                Some(key) => {
                    map.insert(key, (word, value));
                }
                None => {
                    longer.insert(word, value);
                }
            }
        }
        Self { filter, map, longer }
    }
}

impl<K: Borrow<str> + Hash + Eq, V> FromIterator<(K, V)> for WordMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        entries.into_iter().collect::<FxHashMap<K, V>>().into()
    }
}

/// Bits for each word of a list; more make fewer mistakes.
const BITS_PER_WORD: usize = 8;

/// A bit for every length, first, middle and last byte of a word that there is.
#[derive(Debug)]
struct Filter {
    bits: Vec<u64>,
    /// Bits to drop from a mark of 32 bits.
    shift: u32,
}

impl Filter {
    fn of<'a>(words: impl Iterator<Item = &'a str>, count: usize) -> Self {
        let size = (count * BITS_PER_WORD).next_power_of_two().max(64);
        let mut filter = Self { bits: vec![0; size / 64], shift: 32 - size.trailing_zeros() };
        for word in words {
            let place = filter.place(word);
            filter.bits[place / 64] |= 1 << (place % 64);
        }
        filter
    }

    fn may_hold(&self, word: &str) -> bool {
        let place = self.place(word);
        self.bits[place / 64] >> (place % 64) & 1 == 1
    }

    fn place(&self, word: &str) -> usize {
        let bytes = word.as_bytes();
        let byte = |i: usize| u32::from(bytes.get(i).copied().unwrap_or_default());
        let n = bytes.len();
        let mark = byte(0).wrapping_mul(0x9E37_79B1)
            ^ byte(n / 2).wrapping_mul(0x85EB_CA6B)
            ^ byte(n.wrapping_sub(1)).wrapping_mul(0xC2B2_AE35)
            ^ (n as u32).wrapping_mul(0x27D4_EB2F);
        (mark.wrapping_mul(0x1656_67B1) >> self.shift) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_map_holds_what_was_put_in_and_nothing_else(words: Vec<String>, others: Vec<String>) {
            let map: WordMap<String, usize> = words.iter().cloned().zip(0..).collect();
            for word in words.iter().chain(&others) {
                proptest::prop_assert_eq!(map.contains(word), words.contains(word));
            }
        }
    }
}
