//! The words of entities, attributes and synonyms by their match keys, so that a text looks up its own words instead of
//! asking every rule for each of its own.
//!
//! Built when first asked for. How words are stemmed is the caller's: rules know no language.

use super::{Attribute, EntityRule, Rules};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

/// Makes match keys of words.
#[derive(Clone, Copy)]
pub struct Keys {
    /// The stem of a word.
    pub stem: fn(&str) -> String,
    /// The verb that stands for its synonyms.
    pub verb: fn(&str) -> String,
}

/// What a word says about an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// It is not meant.
    Unless,
    /// A noun of it.
    Noun,
    /// A thing that its verbs apply to.
    Thing,
}

/// A phrase of an attribute, in stems.
#[derive(Debug)]
pub struct Phrase {
    /// Index of the attribute.
    pub attribute: usize,
    /// What it says.
    pub says: Says,
    /// The stems behind the first.
    pub rest: Vec<String>,
}

/// The words of all attributes by their keys.
#[derive(Debug, Default)]
pub struct Attributes {
    phrases: FxHashMap<String, Vec<Phrase>>,
    whole: FxHashMap<String, Vec<(usize, Says)>>,
    verbs: FxHashMap<String, Vec<usize>>,
}

impl Attributes {
    fn of(attributes: &[Attribute], keys: Keys) -> Self {
        let mut out = Self::default();
        for (i, attribute) in attributes.iter().enumerate() {
            let nouns = attribute.nouns.iter().map(|w| (w, Says::Noun));
            for (word, says) in nouns.clone().chain(attribute.unless.iter().map(|w| (w, Says::Unless))) {
                let mut stems = word.split(' ').map(keys.stem);
                let first = stems.next().unwrap_or_default();
                let phrase = Phrase { attribute: i, says, rest: stems.collect() };
                out.phrases.entry(first).or_default().push(phrase);
            }
            let single = nouns.filter(|(word, _)| !word.contains(' '));
            for (word, says) in single.chain(attribute.things.iter().map(|w| (w, Says::Thing))) {
                out.whole.entry((keys.stem)(word)).or_default().push((i, says));
            }
            for verb in &attribute.verbs {
                out.verbs.entry((keys.verb)(verb)).or_default().push(i);
            }
        }
        out
    }

    /// Nouns of attributes, and words that exclude one, that begin with the stem `first`.
    pub fn phrases(&self, first: &str) -> &[Phrase] {
        self.phrases.get(first).map_or(&[], Vec::as_slice)
    }

    /// The attributes of which the noun with the stem `stem`, in one word, is a noun or a thing.
    pub fn whole(&self, stem: &str) -> &[(usize, Says)] {
        self.whole.get(stem).map_or(&[], Vec::as_slice)
    }

    /// The attributes that have this verb.
    pub fn verbs(&self, verb: &str) -> &[usize] {
        self.verbs.get(verb).map_or(&[], Vec::as_slice)
    }
}

/// The sets of synonyms that a word stands in, by its stem.
#[derive(Debug, Default)]
pub struct Synonyms(FxHashMap<String, Vec<usize>>);

impl Synonyms {
    fn of(sets: &[Vec<String>], stem: fn(&str) -> String) -> Self {
        let mut out = Self::default();
        for (i, word) in sets.iter().enumerate().flat_map(|(i, set)| set.iter().map(move |w| (i, w))) {
            out.0.entry(stem(word)).or_default().push(i);
        }
        out
    }

    /// Whether one set holds words with both stems.
    pub fn join(&self, a: &str, b: &str) -> bool {
        let Some(sets) = self.0.get(a) else { return false };
        self.0.get(b).is_some_and(|others| sets.iter().any(|s| others.contains(s)))
    }
}

/// The names of entities by the lower-case form of their first token.
#[derive(Debug, Default)]
pub struct Names(FxHashMap<String, Vec<(usize, String)>>);

impl Names {
    fn of(entities: &[EntityRule], first: fn(&str) -> String) -> Self {
        let mut out = Self::default();
        for (i, entity) in entities.iter().enumerate() {
            for text in std::iter::once(&entity.name).chain(&entity.aliases) {
                out.0.entry(first(text)).or_default().push((i, text.clone()));
            }
        }
        for names in out.0.values_mut() {
            names.sort_by_key(|(_, text)| std::cmp::Reverse(text.len()));
        }
        out
    }

    /// The names that begin with the token `word` (lower case), longest first, each with the index of its entity.
    pub fn beginning_with(&self, word: &str) -> &[(usize, String)] {
        self.0.get(word).map_or(&[], Vec::as_slice)
    }
}

/// The nouns of several words of attributes and synonyms.
fn compounds(rules: &Rules) -> FxHashSet<String> {
    let attributes = rules.attributes.iter().flat_map(|a| a.nouns.iter().chain(&a.things));
    attributes.chain(rules.synonyms.iter().flatten()).filter(|noun| noun.contains(' ')).cloned().collect()
}

/// For each attribute the first of those that relations lead to.
fn groups(attributes: &[Attribute]) -> FxHashMap<String, String> {
    let mut group: FxHashMap<String, String> =
        attributes.iter().map(|a| (a.id.clone(), a.id.clone())).collect();
    let related = attributes.iter().flat_map(|a| a.related.iter().map(|id| (&a.id, id)));
    for (a, b) in related {
        let (Some(x), Some(y)) = (group.get(a).cloned(), group.get(b).cloned()) else { continue };
        let (keep, give) = if x <= y { (x, y) } else { (y, x) };
        group.values_mut().filter(|id| **id == give).for_each(|id| id.clone_from(&keep));
    }
    group
}

/// What is made when first asked for. A clone starts without it, since its rules may be changed.
#[derive(Debug, Default)]
pub struct Lazy {
    attributes: OnceLock<Attributes>,
    synonyms: OnceLock<Synonyms>,
    names: OnceLock<Names>,
    compounds: OnceLock<FxHashSet<String>>,
    attribute_stems: OnceLock<FxHashSet<String>>,
    groups: OnceLock<FxHashMap<String, String>>,
}

impl Clone for Lazy {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Rules {
    /// The words of all attributes by their keys; `keys` must be the same each time.
    pub fn attribute_words(&self, keys: Keys) -> &Attributes {
        self.index.attributes.get_or_init(|| Attributes::of(&self.attributes, keys))
    }

    /// The names of all entities; `first` cuts the first token of a name, and must be the same each time.
    pub fn entity_names(&self, first: fn(&str) -> String) -> &Names {
        self.index.names.get_or_init(|| Names::of(&self.entities, first))
    }

    /// The stems of all words by which attributes are known; `stem` must be the same each time.
    pub fn attribute_stems(&self, stem: fn(&str) -> String) -> &FxHashSet<String> {
        let words = |a: &Attribute| [&a.nouns[..], &a.verbs, &a.things].concat();
        let stems = || self.attributes.iter().flat_map(words).map(|word| stem(&word)).collect();
        self.index.attribute_stems.get_or_init(stems)
    }

    /// The id that stands for all attributes that are related to this one, or to one that is.
    pub fn attribute_group(&self, id: &str) -> Option<&str> {
        self.index.groups.get_or_init(|| groups(&self.attributes)).get(id).map(String::as_str)
    }

    /// Nouns of several words that the rules know, such as `data center`.
    pub fn compounds(&self) -> &FxHashSet<String> {
        self.index.compounds.get_or_init(|| compounds(self))
    }

    /// The synonyms by their stems; `stem` must be the same each time.
    pub fn synonym_sets(&self, stem: fn(&str) -> String) -> &Synonyms {
        self.index.synonyms.get_or_init(|| Synonyms::of(&self.synonyms, stem))
    }
}
