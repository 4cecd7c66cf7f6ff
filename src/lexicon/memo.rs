//! What was found for a word, kept for its next occurrence: words repeat, and one look-up costs less than many.
//!
//! For functions of the word alone. Each thread has its own; nothing but speed depends on what is kept.

use super::short::Short;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::sync::Arc;

/// So many words are kept, which is a few megabytes; then it starts anew.
const MOST: usize = 30_000;

/// Values by word. Longer words than [`Short`] takes are rare and hostile ones: not kept.
pub struct Memo<V>(RefCell<FxHashMap<Short, V>>);

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<V> Memo<V> {
    /// Hands what `make` gives for `word` to `take`; `make` must give the same for the same word.
    pub fn with<R>(&self, word: &str, make: impl FnOnce(&str) -> V, take: impl FnOnce(&V) -> R) -> R {
        let Some(key) = Short::of(word) else { return take(&make(word)) };
        if let Some(value) = self.0.borrow().get(&key) {
            return take(value);
        }
        let value = make(word);
        let out = take(&value);
        let mut kept = self.0.borrow_mut();
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(key, value);
        out
    }
}

/// Values by words that an article shares with others ([`crate::model::Word::text`]): found by where the text lies in memory,
/// without a look at it.
pub struct ByPlace<V>(RefCell<Placed<V>>);

/// Values by place, and the words that lie there: as long as these are kept, no other text can.
struct Placed<V> {
    values: FxHashMap<*const u8, V>,
    words: Vec<Arc<str>>,
}

impl<V> Default for ByPlace<V> {
    fn default() -> Self {
        Self(RefCell::new(Placed { values: FxHashMap::default(), words: Vec::new() }))
    }
}

impl<V: Copy> ByPlace<V> {
    /// What `make` gives for `word`; it must give the same for the same word.
    pub fn get(&self, word: &Arc<str>, make: impl FnOnce() -> V) -> V {
        if let Some(value) = self.0.borrow().values.get(&word.as_ptr()) {
            return *value;
        }
        let value = make();
        let mut kept = self.0.borrow_mut();
        if kept.words.len() >= MOST {
            kept.values.clear();
            kept.words.clear();
        }
        kept.values.insert(word.as_ptr(), value);
        kept.words.push(Arc::clone(word));
        value
    }
}
