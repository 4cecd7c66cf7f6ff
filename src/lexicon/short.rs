//! Words of up to 23 bytes as three numbers: to hash and compare these touches no other memory and calls nothing.

use rustc_hash::{FxBuildHasher, FxHashMap};

/// Longer words are no [`Short`].
pub const LONGEST: usize = 23;

/// A word; its length is the last byte, so that zeros at its end count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Short([u64; 3]);

impl Short {
    /// `word`, if it is short enough.
    pub fn of(word: &str) -> Option<Self> {
        let bytes = word.as_bytes();
        if bytes.len() > LONGEST {
            return None;
        }
        let length = (bytes.len() as u64) << 56;
        let Some((first, rest)) = bytes.split_first_chunk::<8>() else {
            return Some(Self([few(bytes), 0, length]));
        };
        let first = u64::from_le_bytes(*first);
        Some(Self(match rest.split_first_chunk::<8>() {
            None => [first, few(rest), length],
            Some((second, rest)) => [first, u64::from_le_bytes(*second), few(rest) | length],
        }))
    }
}

/// Fewer than eight bytes as a number, zeros behind them.
fn few(bytes: &[u8]) -> u64 {
    let count = bytes.len() as u32;
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        // Where they overlap they are the same.
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return u64::from(first) | u64::from(last) << (8 * (count - 4));
    }
    let at = |i: usize| bytes.get(i).map_or(0, |b| u64::from(*b) << (8 * i));
    at(0) | at(1) | at(2)
}

/// A map by words; most are found as a [`Short`].
#[derive(Debug)]
pub struct ShortMap<V> {
    short: FxHashMap<Short, V>,
    longer: FxHashMap<Box<str>, V>,
}

impl<V> Default for ShortMap<V> {
    fn default() -> Self {
        Self { short: FxHashMap::default(), longer: FxHashMap::default() }
    }
}

impl<V> ShortMap<V> {
    /// With room for so many words.
    pub fn with_room(words: usize) -> Self {
        Self {
            short: FxHashMap::with_capacity_and_hasher(words, FxBuildHasher),
            longer: FxHashMap::default(),
        }
    }

    /// What is known of `word`.
    pub fn get(&self, word: &str) -> Option<&V> {
        Short::of(word).map_or_else(|| self.longer.get(word), |key| self.short.get(&key))
    }

    /// Whether `word` is there.
    pub fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// Makes `value` what is known of `word`.
    pub fn set(&mut self, word: &str, value: V) {
        match Short::of(word) {
            Some(key) => self.short.insert(key, value),
            None => self.longer.insert(word.into(), value),
        };
    }

    /// What is known of `word`, which is `value` if nothing was.
    pub fn put(&mut self, word: &str, value: V) -> &V {
        match Short::of(word) {
            Some(key) => self.short.entry(key).or_insert(value),
            None => self.longer.entry(word.into()).or_insert(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// Two are the same where the words are.
        #[test]
        fn as_the_words_are(a in "[a\u{0}\u{e9}]{0,24}", b in "[a\u{0}\u{e9}]{0,24}", c in "[a-z]{0,23}") {
            proptest::prop_assert_eq!(Short::of(&a).is_some(), a.len() <= LONGEST);
            if let (Some(x), Some(y)) = (Short::of(&a), Short::of(&b)) {
                proptest::prop_assert_eq!(x == y, a == b);
            }
            let bytes: Vec<u8> = Short::of(&c).unwrap().0.iter().flat_map(|n| n.to_le_bytes()).collect();
            proptest::prop_assert_eq!(&bytes[..c.len()], c.as_bytes());
            proptest::prop_assert_eq!(usize::from(bytes[LONGEST]), c.len());
        }
    }
}
