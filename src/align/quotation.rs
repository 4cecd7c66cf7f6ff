//! How much two quotations share of their words in order.

use crate::model::{Claim, ClaimValue};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cmp::Ordering;

/// Three words in a row, by number.
type Gram = [u32; 3];

/// Quotations of so many words are compared word by word, and so much of the shorter is in the other.
const LEAST_RETOLD: usize = 4;
const MOST_RETOLD: usize = 80;
const RETOLD: f32 = 0.65;

/// The quotations of a story.
pub struct Quotations {
    /// Per claim, its words by threes, sorted; `None` for claims that are no text.
    grams: Vec<Option<Vec<Gram>>>,
    /// Per claim, its words in order; none for claims that are no text.
    words: Vec<Vec<u32>>,
    /// Per claim, whether its text begins like a sentence.
    whole: Vec<bool>,
}

impl Quotations {
    /// Reads the quotations among `claims`.
    pub fn of(claims: &[Claim]) -> Self {
        let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
        let mut of_claim = |claim: &Claim| {
            let ClaimValue::Text(text) = &claim.value else { return Vec::new() };
            words(text)
                .map(|word| {
                    let next = numbers.len() as u32;
                    numbers.get(&*word).copied().unwrap_or_else(|| {
                        numbers.insert(word.into_owned(), next);
                        next
                    })
                })
                .collect()
        };
        let words: Vec<Vec<u32>> = claims.iter().map(&mut of_claim).collect();
        let text = |claim: &Claim| matches!(claim.value, ClaimValue::Text(_));
        let grams = |(claim, words): (&Claim, &Vec<u32>)| text(claim).then(|| grams(words));
        let whole = |claim: &Claim| match &claim.value {
            ClaimValue::Text(text) => {
                text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
            }
            _ => false,
        };
        let whole = claims.iter().map(whole).collect();
        Self { grams: claims.iter().zip(&words).map(grams).collect(), words, whole }
    }

    /// How many words the quotation of claim `i` has.
    pub fn len(&self, i: usize) -> usize {
        self.words[i].len()
    }

    /// The share of the shorter quotation whose words stand in the other in their order, if it is most of it: what one speaker
    /// said is cited from memory, too. Of fragments nobody can tell whether they are of one sentence.
    pub fn retold(&self, a: usize, b: usize) -> Option<f32> {
        let (x, y) = (&self.words[a], &self.words[b]);
        let (least, most) = (x.len().min(y.len()), x.len().max(y.len()));
        if least < LEAST_RETOLD || most > MOST_RETOLD || !(self.whole[a] && self.whole[b]) {
            return None;
        }
        let share = in_order(x, y) as f32 / least as f32;
        (share >= RETOLD).then_some(share / 2.0)
    }

    /// The share of the shorter quotation that `a` and `b` have in common, if it is most of it.
    pub fn shared(&self, a: usize, b: usize) -> Option<f32> {
        let (Some(x), Some(y)) = (&self.grams[a], &self.grams[b]) else { return None };
        let shared = common(x, y) as f32;
        let smaller = x.len().min(y.len()).max(1) as f32;
        (shared >= 2.0 && shared / smaller >= 0.5).then_some(shared / smaller)
    }
}

/// The words by threes, sorted.
fn grams(words: &[u32]) -> Vec<Gram> {
    let mut grams: Vec<Gram> = words.windows(3).map(|w| [w[0], w[1], w[2]]).collect();
    grams.sort_unstable();
    grams.dedup();
    grams
}

/// The length of the longest common subsequence.
fn in_order(x: &[u32], y: &[u32]) -> usize {
    let mut row = vec![0; y.len() + 1];
    for u in x {
        let mut diagonal = 0;
        for (j, v) in y.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if u == v { diagonal + 1 } else { above.max(row[j]) };
            diagonal = above;
        }
    }
    row[y.len()]
}

/// How many entries two sorted lists share.
fn common(x: &[Gram], y: &[Gram]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while let (Some(u), Some(v)) = (x.get(i), y.get(j)) {
        match u.cmp(v) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => (i, j, count) = (i + 1, j + 1, count + 1),
        }
    }
    count
}

/// Words in lower case, without punctuation.
fn words(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let is_lower = |word: &str| word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    let lower =
        move |word| if is_lower(word) { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ClaimKind;

    #[test]
    fn quotations_share_half_of_their_runs_of_three_words() {
        let of = |text: &str| Claim::new(0, ClaimKind::Quotation, ClaimValue::Text(text.to_owned()));
        for (a, b, want) in [
            ("nobody saw the smoke", "Nobody saw the smoke!", Some(1.0)),
            ("saw the smoke", "saw the smoke", None),
            ("a b c d e f", "a b c d x y", Some(0.5)),
            ("a b c d e f g", "a b c d x y z", None),
            ("a b c d e f", "a b c x y z", None),
            ("a-b, c d e f", "a b c d e f g h i", Some(1.0)),
            ("a b c a b c", "a b c a b c", Some(1.0)),
        ] {
            let quotations = Quotations::of(&[of(a), of(b)]);
            assert_eq!(quotations.shared(0, 1), want, "{a} / {b}");
            assert_eq!(quotations.shared(1, 0), want, "{b} / {a}");
        }
        let of_two = Quotations::of(&[
            of("It came over the ridge faster than a man can run."),
            of("It came over that ridge faster than anyone can run."),
            of("It came when nobody was there to see it run."),
        ]);
        assert_eq!((of_two.retold(0, 1), of_two.retold(0, 2)), (Some(0.4), None));
        let parts =
            Quotations::of(&[of("used money that was not mine"), of("I used money I should not have used")]);
        assert_eq!(parts.retold(0, 1), None, "a fragment");
        let number = Claim::new(0, ClaimKind::List, ClaimValue::Items { items: Vec::new(), complete: true });
        assert_eq!(Quotations::of(&[of("a b c d"), number]).shared(0, 1), None, "no text");
    }
}
