//! The words of a story by number, in alphabetical order: what is asked of every pair of claims is asked of numbers.

use crate::lexicon::stem::{beginning, stem};
use crate::model::{Claim, ClaimKind};
use crate::rules::Rules;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::sync::Arc;

/// Stands for a word that is no word of the story, or for none.
pub const NONE: u32 = u32::MAX;

/// The words of the claims of a story.
pub struct Words<'a> {
    /// All of them in order.
    all: Vec<&'a str>,
    /// Per claim its context, a stem and its weight each, in order.
    contexts: Vec<(u32, u8)>,
    /// Where in `contexts` that of each claim begins, and where the last one ends.
    starts: Vec<usize>,
    named: Vec<Named>,
}

/// The words by which a claim is known beside its context; each may be [`NONE`].
#[derive(Clone, Copy)]
pub struct Named {
    /// Stands for all attributes that may be meant by one another.
    pub attribute: u32,
    pub noun: u32,
    pub subject: u32,
    pub verb: u32,
    /// Of a value, the stems of its noun and its verb.
    pub stems: [u32; 2],
}

impl<'a> Words<'a> {
    /// Reads the words of `claims`, whose contexts are of `stems`.
    pub fn of(claims: &'a [Claim], stems: &'a [Arc<str>], rules: &'a Rules) -> Self {
        let attribute = |claim: &'a Claim| rules.attribute_group(claim.attribute_id.as_deref()?);
        let mut found = Found::with_room(stems.len() + claims.len());
        let mut contexts = Vec::with_capacity(claims.iter().map(|claim| claim.context.len()).sum());
        let mut starts = vec![0];
        let mut of_stem = vec![NONE; stems.len()];
        for claim in claims {
            contexts.extend(claim.context.iter().map(|&(stem, weight)| {
                let number = &mut of_stem[stem as usize];
                if *number == NONE {
                    *number = found.number(&stems[stem as usize]);
                }
                (*number, weight)
            }));
            starts.push(contexts.len());
        }
        let mut named: Vec<Named> = claims
            .iter()
            .map(|claim| Named {
                attribute: attribute(claim).map_or(NONE, |id| found.number(id)),
                noun: found.number(&claim.noun),
                subject: found.number(&claim.subject_name),
                verb: found.number(&claim.verb),
                stems: [NONE; 2],
            })
            .collect();
        for (claim, named) in claims.iter().zip(&mut named) {
            if matches!(claim.kind, ClaimKind::Value(_)) {
                named.stems = [&claim.noun, &claim.verb].map(|word| found.known(&stem(word)));
            }
        }
        let (all, ranks) = found.in_order();
        let rank = |number: &mut u32| *number = ranks.get(*number as usize).copied().unwrap_or(NONE);
        for (stem, _) in &mut contexts {
            rank(stem);
        }
        for Named { attribute, noun, subject, verb, stems: [a, b] } in &mut named {
            for word in [attribute, noun, subject, verb, a, b] {
                rank(word);
            }
        }
        Self { all, contexts, starts, named }
    }

    /// All words in order.
    pub fn all(&self) -> &[&'a str] {
        &self.all
    }

    /// The context of claim `i`.
    pub fn context(&self, i: usize) -> &[(u32, u8)] {
        &self.contexts[self.starts[i]..self.starts[i + 1]]
    }

    /// What else claim `i` is known by.
    pub fn named(&self, i: usize) -> Named {
        self.named[i]
    }

    /// Whether a word is there and says something.
    pub fn says(&self, word: u32) -> bool {
        self.all.get(word as usize).is_some_and(|word| !word.is_empty())
    }
}

/// Words by number while they are found.
struct Found<'a> {
    all: Vec<&'a str>,
    numbers: FxHashMap<&'a str, u32>,
}

impl<'a> Found<'a> {
    /// With room for so many words.
    fn with_room(words: usize) -> Self {
        Self {
            all: Vec::with_capacity(words),
            numbers: FxHashMap::with_capacity_and_hasher(words, FxBuildHasher),
        }
    }

    fn number(&mut self, word: &'a str) -> u32 {
        let next = self.all.len() as u32;
        let number = *self.numbers.entry(word).or_insert(next);
        if number == next {
            self.all.push(word);
        }
        number
    }

    fn known(&self, word: &str) -> u32 {
        self.numbers.get(word).copied().unwrap_or(NONE)
    }

    /// The words in order, and the place of each there.
    fn in_order(self) -> (Vec<&'a str>, Vec<u32>) {
        let mut order: Vec<(u64, &str, u32)> =
            self.all.iter().zip(0..).map(|(word, number)| (beginning(word), *word, number)).collect();
        order.sort_unstable();
        let mut ranks = vec![0; order.len()];
        for (rank, (_, _, number)) in (0..).zip(&order) {
            ranks[*number as usize] = rank;
        }
        (order.into_iter().map(|(_, word, _)| word).collect(), ranks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ClaimValue;

    #[test]
    fn words_are_numbered_in_their_order() {
        let stems = ["harbour", "harbourmast", "pier", "été"].map(Arc::from);
        let claim = |context: &[u32], noun: &str, verb: &str| Claim {
            context: context.iter().map(|stem| (*stem, 2)).collect(),
            noun: noun.to_owned(),
            verb: verb.to_owned(),
            ..Claim::new(0, ClaimKind::Value(crate::model::Kind::Count), ClaimValue::Text(String::new()))
        };
        let claims = [claim(&[0, 1, 2], "pier", "build"), claim(&[3], "", "ab")];
        let words = Words::of(&claims, &stems, Rules::shipped());
        assert_eq!(words.all(), ["", "ab", "build", "harbour", "harbourmast", "pier", "été"]);
        assert_eq!(words.context(0), [(3, 2), (4, 2), (5, 2)]);
        assert_eq!(words.context(1), [(6, 2)]);
        let (first, second) = (words.named(0), words.named(1));
        assert_eq!((first.attribute, first.noun, first.verb, first.stems), (NONE, 5, 2, [5, 2]));
        assert_eq!((second.noun, second.verb, second.stems), (0, 1, [0, 1]));
        assert!(words.says(first.noun) && !words.says(second.noun) && !words.says(NONE));
    }
}
