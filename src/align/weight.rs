//! How much a word tells: inverse document frequency over the sentences of the story.

use super::Input;
use super::words::Words;
use crate::lexicon::stem::stem;
use crate::model::Claim;
use rustc_hash::FxHashSet;

/// Least weight of the stems of the phrase that a value belongs to.
const PHRASE: u8 = 3;

/// The contexts of all claims, weighed, and their similarity.
pub struct Weights {
    /// The stems of all claims.
    stems: Vec<Stem>,
    /// Per claim, where in `stems` its own begin, and what else is known of them.
    contexts: Vec<Context>,
}

/// A stem of a context.
#[derive(Clone, Copy)]
struct Stem {
    /// Its number among the words of the story, in order.
    word: u32,
    /// Its weight in the claim.
    weight: u8,
    /// Whether it is a name.
    name: bool,
    /// Whether it is a word by which the rules know attributes: two reports of two events share them.
    attribute: bool,
    /// That weight times its inverse document frequency.
    value: f32,
}

/// The context of a claim.
struct Context {
    /// Where its stems begin and end.
    stems: (usize, usize),
    /// Its lengths, cut at the weights 1, 2, 3.
    norms: [f32; 3],
    /// How many of its stems belong to the phrase of its value.
    phrase: usize,
    /// The stems of its own noun and verb.
    own: [u32; 2],
}

/// What two contexts have in common.
pub struct Likeness {
    /// Cosine of the contexts, 0 to 1: of the clauses alone or with their sentences, whichever is closer, since one article
    /// puts in a subordinate clause what another gives a sentence of its own.
    pub context: f32,
    /// Cosine of the phrases that the values belong to (`$20 on flowers`); 0 unless they share two words.
    pub phrase: f32,
    /// Both values belong to a phrase, and these have no word in common.
    pub two_phrases: bool,
    /// A name in the phrase of one value stands in the clause of the other.
    pub name: bool,
}

impl Weights {
    /// Counts in how many sentences of the story each stem stands, and weighs all contexts once.
    pub fn of(input: Input, words: &Words) -> Self {
        let mut counts = vec![0_usize; words.all().len()];
        let mut seen: FxHashSet<(usize, usize)> = FxHashSet::default();
        for (i, claim) in input.claims.iter().enumerate() {
            if seen.insert((claim.source, claim.sentence)) {
                for (word, _) in words.context(i) {
                    counts[*word as usize] += 1;
                }
            }
        }
        let total = seen.len().max(40) as f32;
        let attributes = input.rules.attribute_stems(|word| stem(word).into_owned());
        let most = counts.iter().copied().max().unwrap_or_default();
        let idf: Vec<f32> = (0..=most).map(|count| (1.0 + total / (1.0 + count as f32)).ln()).collect();
        let of_word =
            |(word, count): (&&str, usize)| (idf[count], word.starts_with('@'), attributes.contains(*word));
        let known: Vec<(f32, bool, bool)> = words.all().iter().zip(counts).map(of_word).collect();
        let mut out = Self { stems: Vec::new(), contexts: Vec::with_capacity(input.claims.len()) };
        for i in 0..input.claims.len() {
            let from = out.stems.len();
            out.stems.extend(words.context(i).iter().map(|&(word, weight)| {
                let (idf, name, attribute) = known[word as usize];
                Stem { word, weight, name, attribute, value: idf * f32::from(weight) }
            }));
            let stems = &out.stems[from..];
            let norm = |least: u8| {
                let cut = stems.iter().filter(|s| s.weight >= least);
                cut.map(|s| s.value * s.value).sum::<f32>().sqrt()
            };
            out.contexts.push(Context {
                norms: [norm(1), norm(2), norm(3)],
                phrase: stems.iter().filter(|s| s.weight >= PHRASE).count(),
                own: words.named(i).stems,
                stems: (from, out.stems.len()),
            });
        }
        out
    }

    /// The stems of claim `i`, in order.
    fn stems(&self, i: usize) -> &[Stem] {
        let (from, to) = self.contexts[i].stems;
        &self.stems[from..to]
    }

    /// Whether the sentences of both values have a word in common that is neither what is counted nor a word of attributes. Where
    /// hardly anything else is said, nothing speaks against it.
    pub fn beside(&self, a: usize, b: usize) -> bool {
        let (x, y) = (&self.contexts[a].own, &self.contexts[b].own);
        let says = |s: &Stem| !x.contains(&s.word) && !y.contains(&s.word);
        let mut tells = false;
        self.common(a, b, |stem, _| tells |= says(stem) && !stem.attribute);
        let count = |i: usize| self.stems(i).iter().filter(|stem| says(stem)).count();
        tells || count(a).min(count(b)) < 2
    }

    /// How alike the contexts of claims `a` and `b` are, see [`Likeness::context`].
    pub fn similarity(&self, a: usize, b: usize) -> f32 {
        self.likeness(a, b).context
    }

    /// What the contexts of claims `a` and `b` have in common.
    pub fn likeness(&self, a: usize, b: usize) -> Likeness {
        // For the stems that weigh at least 1, 2 and 3 in both claims, the product of their values and their number.
        let mut shared = [(0.0, 0); 3];
        let mut name = false;
        self.common(a, b, |u, v| {
            for (dot, count) in shared.iter_mut().take(usize::from(u.weight.min(v.weight))) {
                *dot += u.value * v.value;
                *count += 1;
            }
            name |= u.name && u.weight.max(v.weight) >= PHRASE && u.weight.min(v.weight) >= PHRASE - 1;
        });
        let (x, y) = (&self.contexts[a], &self.contexts[b]);
        let cosine = |least: u8| {
            let level = usize::from(least) - 1;
            let norms = x.norms[level] * y.norms[level];
            if norms > 0.0 { shared[level].0 / norms } else { 0.0 }
        };
        let (_, phrase) = shared[usize::from(PHRASE) - 1];
        Likeness {
            context: cosine(1).max(cosine(2)),
            phrase: if phrase < 2 { 0.0 } else { cosine(PHRASE) },
            two_phrases: x.phrase >= 2 && y.phrase >= 2 && phrase == 0,
            name,
        }
    }

    /// Hands each stem that both claims have to `found`, with its weight in either.
    fn common(&self, a: usize, b: usize, mut found: impl FnMut(&Stem, &Stem)) {
        let (x, y) = (self.stems(a), self.stems(b));
        let (mut i, mut j) = (0, 0);
        while let (Some(u), Some(v)) = (x.get(i), y.get(j)) {
            if u.word == v.word {
                found(u, v);
            }
            let (on, and) = (u.word <= v.word, v.word <= u.word);
            i += usize::from(on);
            j += usize::from(and);
        }
    }
}

/// Whether the phrases of both values share most of their words, two at least.
pub fn one_phrase(a: &Claim, b: &Claim) -> bool {
    let (x, y, shared) = phrases(a, b);
    shared >= 2 && shared * 3 >= x.min(y) * 2
}

/// How many words the phrases of both values have, and how many they share.
fn phrases(a: &Claim, b: &Claim) -> (usize, usize, usize) {
    let shared = stems(a, PHRASE).filter(|w| stems(b, PHRASE).any(|v| v == *w));
    (stems(a, PHRASE).count(), stems(b, PHRASE).count(), shared.count())
}

/// The stems that weigh at least `least` in a claim.
fn stems(claim: &Claim, least: u8) -> impl Iterator<Item = u32> {
    claim.context.iter().filter(move |(_, w)| *w >= least).map(|(stem, _)| *stem)
}
