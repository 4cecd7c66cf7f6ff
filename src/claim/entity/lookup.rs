//! The clusters that a name may belong to, found by its words: asking every cluster for every name would make long lists of
//! names slow.

use super::key::Key;
use rustc_hash::{FxBuildHasher, FxHashMap};

/// So many clusters at most are looked at for one name. Who shares a word with more names of one article is no help.
const MOST: usize = 500;

/// Clusters by what their keys can be found by, each list ascending.
pub struct Lookup {
    whole: FxHashMap<String, Vec<usize>>,
    without_initials: FxHashMap<String, Vec<usize>>,
    word: FxHashMap<String, Vec<usize>>,
    initials: FxHashMap<String, Vec<usize>>,
    letters: FxHashMap<String, Vec<usize>>,
}

impl Lookup {
    /// With room for the clusters of so many names.
    pub fn with_room(names: usize) -> Self {
        let map = || FxHashMap::with_capacity_and_hasher(names, FxBuildHasher);
        Self { whole: map(), without_initials: map(), word: map(), initials: map(), letters: map() }
    }

    /// Adds the cluster with index `cluster`, larger than those before.
    pub fn add(&mut self, cluster: usize, key: &Key) {
        let put = |map: &mut FxHashMap<String, Vec<usize>>, at: String| {
            let list = map.entry(at).or_insert_with(|| Vec::with_capacity(1));
            if list.last() != Some(&cluster) {
                list.push(cluster);
            }
        };
        for word in &key.words {
            put(&mut self.word, word.clone());
        }
        put(&mut self.whole, key.letters());
        if key.words.len() > 1 {
            put(&mut self.without_initials, key.without_initials().join(" "));
            put(&mut self.initials, key.initials());
            put(&mut self.letters, letters(key));
        }
    }

    /// Clusters whose words are those of `key`, with or without leading initials, ascending.
    pub fn same(&self, key: &Key) -> Vec<usize> {
        let mut all = of(&self.whole, &key.letters()).to_vec();
        if key.words.len() > 1 {
            all.extend(of(&self.without_initials, &key.text()));
            all.sort_unstable();
        }
        all
    }

    /// Clusters that share the rarest word of `key`, and so all that hold all its words.
    pub fn with_words(&self, key: &Key) -> &[usize] {
        key.words.iter().map(|word| of(&self.word, word)).min_by_key(|list| list.len()).unwrap_or_default()
    }

    /// Clusters of several words that are `text` without their leading initials.
    pub fn without_initials(&self, text: &str) -> &[usize] {
        of(&self.without_initials, text)
    }

    /// Clusters of several words whose initials are `text`.
    pub fn with_initials(&self, text: &str) -> &[usize] {
        of(&self.initials, text)
    }

    /// Clusters of as many words as `key`, more than one, each with the same first letter.
    pub fn with_letters(&self, key: &Key) -> &[usize] {
        of(&self.letters, &letters(key))
    }
}

fn of<'a>(map: &'a FxHashMap<String, Vec<usize>>, at: &str) -> &'a [usize] {
    map.get(at).map_or(&[], |list| &list[..list.len().min(MOST)])
}

/// The first letter of each word.
fn letters(key: &Key) -> String {
    key.words.iter().filter_map(|w| w.chars().next()).collect()
}
