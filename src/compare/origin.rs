//! Where articles have their knowledge from: three outlets that copy one agency are one origin.
//!
//! Evidence only, never a score: an agency or statement both credit, a speaker both quote for the claim in question, or
//! long runs of the same words outside quotations.

use crate::model::{Claim, ClaimValue, Document};
use rustc_hash::{FxHashMap, FxHasher};
use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

/// That many words in a row, outside quotations, are copied rather than met by chance.
const COPIED_WORDS: usize = 12;

/// What a run's hash is multiplied with for each word, and what a word that leaves the run has been multiplied with.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
const BEHIND: u64 = FACTOR.wrapping_pow(COPIED_WORDS as u32);

/// What is known of the origins of a story's articles.
#[derive(Debug, Clone, Default)]
pub struct Origins {
    names: Vec<Vec<String>>,
    /// Agencies and reports that each source credits anywhere, in lower case.
    agencies: Vec<Vec<String>>,
    /// For each source the first source it shares text with, itself if none.
    copied: Vec<usize>,
    publishers: Vec<Option<String>>,
}

impl Origins {
    /// Reads the origins out of the articles and their claims.
    pub fn of(documents: &[Document], claims: &[Claim]) -> Self {
        let mut names = vec![BTreeSet::new(); documents.len()];
        let mut agencies = vec![BTreeSet::new(); documents.len()];
        for claim in claims {
            if let Some(names) = names.get_mut(claim.source) {
                names.extend(claim.speaker.via.iter().cloned());
                agencies[claim.source].extend(claim.speaker.via.iter().map(|n| n.to_lowercase()));
                names.extend(Some(&claim.speaker.name).filter(|n| !n.is_empty()).cloned());
            }
        }
        Self {
            agencies: agencies.into_iter().map(|n: BTreeSet<String>| n.into_iter().collect()).collect(),
            names: names.into_iter().map(|n| n.into_iter().collect()).collect(),
            copied: copied(documents),
            publishers: documents.iter().map(|d| d.article.publisher.clone()).collect(),
        }
    }

    /// Names of each source's origins, sorted.
    pub fn names(&self) -> &[Vec<String>] {
        &self.names
    }

    /// Number of distinct origins behind these claims: their sources, less those that have it from one place.
    pub fn count(&self, claims: &[&Claim]) -> usize {
        let mut sources: Vec<usize> = claims.iter().map(|c| c.source).collect();
        sources.sort_unstable();
        sources.dedup();
        let mut sets = Sets::new(sources.len());
        let place = |s: usize| sources.partition_point(|&x| x < s);
        let mut seen: FxHashMap<String, usize> = FxHashMap::default();
        for &source in &sources {
            // Copies of one text, then what is credited by name.
            let text = self.copied.get(source).copied().unwrap_or(source);
            let publisher = self.publishers.get(source).into_iter().flatten().map(|p| p.to_lowercase());
            // Two articles that credit one agency have it from there, wherever in the text they say so.
            let agencies = self.agencies.get(source).into_iter().flatten().cloned();
            let keys = std::iter::once(format!("\u{0}{text}")).chain(publisher).chain(agencies);
            keys.for_each(|key| sets.join(place(source), *seen.entry(key).or_insert(place(source))));
        }
        for claim in claims {
            // The same words were said once.
            if matches!(&claim.value, ClaimValue::Text(words) if !words.is_empty()) {
                let at = place(claim.source);
                sets.join(at, *seen.entry("\u{1}".to_owned()).or_insert(at));
            }
            let credited =
                claim.speaker.via.iter().chain(Some(&claim.speaker.name).filter(|n| !n.is_empty()));
            for name in credited {
                let at = place(claim.source);
                sets.join(at, *seen.entry(name.to_lowercase()).or_insert(at));
            }
        }
        sets.count()
    }
}

/// For each document the first one that shares a long run of words with it.
fn copied(documents: &[Document]) -> Vec<usize> {
    let mut sets = Sets::new(documents.len());
    if documents.len() < 2 {
        return (0..documents.len()).collect();
    }
    let all: Vec<Vec<u64>> = documents.iter().map(shingles).collect();
    let again = Again::of(&all);
    let mut first: FxHashMap<u64, usize> = FxHashMap::default();
    for (i, shingles) in all.into_iter().enumerate() {
        for shingle in shingles.into_iter().filter(|s| again.may_hold(*s)) {
            let before = *first.entry(shingle).or_insert(i);
            if before != i {
                sets.join(i, before);
            }
        }
    }
    (0..documents.len()).map(|i| sets.root(i)).collect()
}

/// Bits for each hash, of which most stand there once.
const BITS: usize = 16;

/// The hashes that stand there more than once, and some that look so.
struct Again(Vec<u64>);

impl Again {
    fn of(all: &[Vec<u64>]) -> Self {
        let count: usize = all.iter().map(Vec::len).sum();
        let words = (count * BITS / 64).next_power_of_two().max(2);
        let (mut once, mut again) = (vec![0_u64; words], Self(vec![0; words]));
        for hash in all.iter().flatten() {
            let (word, bit) = again.place(*hash);
            again.0[word] |= once[word] & bit;
            once[word] |= bit;
        }
        again
    }

    /// Where the bit of a hash is: told by its first bits, which all words of the run have a part in.
    fn place(&self, hash: u64) -> (usize, u64) {
        let bit = hash >> (64 - 6 - self.0.len().trailing_zeros());
        ((bit / 64) as usize, 1 << (bit % 64))
    }

    fn may_hold(&self, hash: u64) -> bool {
        let (word, bit) = self.place(hash);
        self.0[word] & bit != 0
    }
}

/// Hashes of all runs of [`COPIED_WORDS`] words; a quotation ends a run.
fn shingles(document: &Document) -> Vec<u64> {
    let words = document.words.table(|word| word.starts_with(char::is_alphanumeric).then(|| hash(word)));
    let mut hashes = Vec::with_capacity(document.tokens.len());
    let mut run: Vec<u64> = Vec::new();
    let mut rolling = 0_u64;
    let mut quotations = document.quotations.iter().peekable();
    for (i, token) in document.tokens.iter().enumerate() {
        while quotations.peek().is_some_and(|q| q.outer.end <= token.span.start) {
            quotations.next();
        }
        if quotations.peek().is_some_and(|q| q.outer.overlaps(token.span)) {
            run.clear();
            rolling = 0;
            continue;
        }
        let Some(word) = words.at(i).copied().flatten() else { continue };
        // Each step takes the new word in and the word before the run out.
        let left = run.len().checked_sub(COPIED_WORDS).map_or(0, |at| run[at]);
        rolling = rolling.wrapping_mul(FACTOR).wrapping_add(word).wrapping_sub(left.wrapping_mul(BEHIND));
        run.push(word);
        if run.len() >= COPIED_WORDS {
            hashes.push(rolling);
        }
    }
    hashes
}

fn hash<T: Hash + ?Sized>(value: &T) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Disjoint sets, each named by its smallest member.
struct Sets(Vec<usize>);

impl Sets {
    fn new(size: usize) -> Self {
        Self((0..size).collect())
    }

    fn root(&mut self, mut i: usize) -> usize {
        while self.0[i] != i {
            self.0[i] = self.0[self.0[i]];
            i = self.0[i];
        }
        i
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }

    fn count(&self) -> usize {
        self.0.iter().enumerate().filter(|(i, p)| i == *p).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ClaimKind, ClaimValue, Speaker};

    fn said(source: usize, speaker: &str, via: Option<&str>) -> Claim {
        let speaker = Speaker { name: speaker.to_owned(), via: via.map(str::to_owned), quoted: false };
        Claim { speaker, ..Claim::new(source, ClaimKind::Quotation, ClaimValue::Text(String::new())) }
    }

    fn document(publisher: &str, text: &str) -> Document {
        let article = crate::model::Article {
            text: text.to_owned(),
            publisher: (!publisher.is_empty()).then(|| publisher.to_owned()),
            ..Default::default()
        };
        crate::segment::segment(article)
    }

    fn origins(texts: &[(&str, &str)], claims: &[Claim]) -> usize {
        let documents: Vec<Document> = texts.iter().map(|(p, t)| document(p, t)).collect();
        Origins::of(&documents, claims).count(&claims.iter().collect::<Vec<_>>())
    }

    #[test]
    fn outlets_that_credit_one_agency_are_one_origin() {
        let three = [("", "one"), ("", "two"), ("", "three")];
        for (claims, count, why) in [
            ([said(0, "", None), said(1, "", None), said(2, "", None)], 3, "nobody is credited"),
            (
                [said(0, "", Some("Northern Wire")), said(1, "", Some("Northern Wire")), said(2, "", None)],
                2,
                "agency",
            ),
            ([said(0, "Okafor", None), said(1, "Okafor", None), said(2, "Okafor", None)], 1, "one speaker"),
            (
                [said(0, "Okafor", None), said(1, "Okafor", Some("Wire")), said(2, "", Some("Wire"))],
                1,
                "in a chain",
            ),
        ] {
            assert_eq!(origins(&three, &claims), count, "{why}");
        }
        let wire = [("Northern Wire", "one"), ("", "two")];
        assert_eq!(
            origins(&wire, &[said(0, "", None), said(1, "", Some("Northern Wire"))]),
            1,
            "the agency itself"
        );
    }

    #[test]
    fn long_runs_of_the_same_words_outside_quotations_are_copies() {
        let words = "the ferry had left the harbour at nine with two hundred people on its upper deck";
        let quoted = format!("He said: \u{201c}{words}.\u{201d} So much for that.");
        let claims = [said(0, "", None), said(1, "", None)];
        assert_eq!(
            origins(&[("", &format!("Then {words}.")), ("", &format!("Yes, {words}, they say."))], &claims),
            1
        );
        assert_eq!(
            origins(&[("", &quoted), ("", &quoted.replace("He", "She"))], &claims),
            2,
            "a quotation is no copy"
        );
        assert_eq!(
            origins(
                &[("", "the ferry had left the harbour"), ("", "the ferry had left the harbour")],
                &claims
            ),
            2
        );
    }
}
