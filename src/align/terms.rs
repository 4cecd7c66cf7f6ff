//! The terms of a story's statements: their numbers, what they weigh, and which of them mean the same.

use crate::lexicon::thesaurus;
use rustc_hash::{FxBuildHasher, FxHashMap};

/// Rarity in news at large that makes a word count in full, and what a name counts for.
const RARE: f32 = 9.0;

/// Terms by number while they are counted.
pub struct Terms<'a> {
    numbers: FxHashMap<&'a str, u32>,
    /// Each with the number of statements that hold it.
    pub counted: Vec<(&'a str, u32)>,
}

impl<'a> Terms<'a> {
    /// With room for so many.
    pub fn with_room(terms: usize) -> Self {
        Self {
            numbers: FxHashMap::with_capacity_and_hasher(terms, FxBuildHasher),
            counted: Vec::with_capacity(terms),
        }
    }

    /// The number of a lemma.
    pub fn number(&mut self, lemma: &'a str) -> u32 {
        let next = self.counted.len() as u32;
        let number = *self.numbers.entry(lemma).or_insert(next);
        if number == next {
            self.counted.push((lemma, 0));
        }
        number
    }
}

fn is_name(lemma: &str) -> bool {
    lemma.starts_with(['@', '+'])
}

/// What terms weigh, each with the number of statements of `total` that hold it.
pub fn weights(terms: &[(&str, u32)], rarities: &[f32], total: f32) -> Vec<f32> {
    let most = terms.iter().map(|(_, count)| *count).max().unwrap_or_default();
    let of_story: Vec<f32> = (0..=most).map(|count| (1.0 + total / (1.0 + count as f32)).ln()).collect();
    let weight = |((_, count), rarity): (&(&str, u32), &f32)| {
        of_story[*count as usize] * (rarity / RARE).clamp(0.4, 1.2)
    };
    terms.iter().zip(rarities).map(weight).collect()
}

/// What the thesaurus knows of terms.
pub struct Meanings {
    /// For each how rare it is in news at large.
    pub rarities: Vec<f32>,
    /// For each the numbers of the others that share a class with it, ascending; names have no synonyms.
    pub synonyms: Vec<Vec<u32>>,
}

impl Meanings {
    /// Looks up all lemmas, each once.
    pub fn of<'a>(lemmas: impl Iterator<Item = &'a str>) -> Self {
        let mut rarities = Vec::new();
        let mut out: Vec<Vec<u32>> = Vec::new();
        let mut members: Vec<u64> = Vec::new();
        // Most classes hold one lemma of the story: only the others are sorted.
        let (mut once, mut again) = (ClassSet::default(), ClassSet::default());
        for (number, lemma) in (0..).zip(lemmas) {
            out.push(Vec::new());
            if is_name(lemma) {
                rarities.push(RARE);
                continue;
            }
            let (rarity, classes) = thesaurus::rarity_and_classes(lemma);
            rarities.push(rarity);
            for class in classes.iter() {
                if once.put(class) {
                    again.put(class);
                }
                members.push(u64::from(class) << 32 | number);
            }
        }
        members.retain(|member| again.has((member >> 32) as u16));
        members.sort_unstable();
        for class in members.chunk_by(|a, b| a >> 32 == b >> 32) {
            for &t in class {
                out[t as u32 as usize].extend(class.iter().filter(|u| **u != t).map(|u| *u as u32));
            }
        }
        for list in &mut out {
            list.sort_unstable();
            list.dedup();
        }
        Self { rarities, synonyms: out }
    }
}

/// Classes by number, a bit each.
struct ClassSet(Vec<u64>);

impl Default for ClassSet {
    fn default() -> Self {
        Self(vec![0; (usize::from(u16::MAX) + 1) / 64])
    }
}

impl ClassSet {
    /// Adds a class; says whether it was there.
    fn put(&mut self, class: u16) -> bool {
        let was = self.has(class);
        self.0[usize::from(class / 64)] |= 1 << (class % 64);
        was
    }

    fn has(&self, class: u16) -> bool {
        self.0[usize::from(class / 64)] & 1 << (class % 64) != 0
    }
}
