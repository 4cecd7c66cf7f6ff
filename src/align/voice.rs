//! In a story of many articles, claims that say the same in the same way speak with one voice: pairs are formed between
//! distinct values and wordings, not between claims, so that a thousand articles cost little more than a hundred.
//!
//! A claim follows the first one with its value and measure that it would be joined with anyway. A story of few articles is
//! left as it is.

use super::cluster::Cluster;
use super::pair::Known;
use super::{Input, block, pair};
use crate::model::{Claim, ClaimValue, Decimal};
use rustc_hash::FxHashMap;

/// Up to so many articles every claim speaks for itself.
const FEW: usize = 16;
/// So many wordings of one value are heard; who fits none of them is not.
const WORDINGS: usize = 8;

/// Who speaks for whom.
pub struct Voices {
    /// For each claim the one that speaks for it; `None` if it is not heard.
    speaker: Vec<Option<usize>>,
    /// Those that speak for others: their followers, and the lowest score of a pair.
    followers: FxHashMap<usize, (Vec<usize>, f32)>,
    many: bool,
}

impl Voices {
    /// Looks at all claims once.
    pub fn of(input: Input, known: &Known) -> Self {
        let count = input.claims.len();
        let mut out = Self {
            speaker: (0..count).map(Some).collect(),
            followers: FxHashMap::default(),
            many: input.documents.len() > FEW,
        };
        if !out.many {
            return out;
        }
        let mut heard: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
        for (i, claim) in input.claims.iter().enumerate() {
            let speakers = heard.entry(key(claim)).or_default();
            let score = |s: usize| pair::judge(input, known, s, i).map(|pair| pair.score);
            let fits = speakers.iter().find_map(|&s| Some((s, score(s)?)));
            out.speaker[i] = match fits {
                Some((speaker, score)) => {
                    let (followers, lowest) = out.followers.entry(speaker).or_insert((Vec::new(), f32::MAX));
                    followers.push(i);
                    *lowest = lowest.min(score);
                    Some(speaker)
                }
                None if speakers.len() < WORDINGS => {
                    speakers.push(i);
                    Some(i)
                }
                None => None,
            };
        }
        out
    }

    /// Whether claim `i` speaks, for itself and perhaps for others.
    pub fn speaks(&self, i: usize) -> bool {
        self.speaker[i] == Some(i)
    }

    /// Of the claims `members` of a block the `most` that speak for the greatest number, ascending; none in a story of few
    /// articles, where a block that large says nothing.
    pub fn loudest(&self, members: impl Iterator<Item = usize>, most: usize) -> Vec<usize> {
        if !self.many {
            return Vec::new();
        }
        let mut all: Vec<usize> = members.collect();
        all.sort_by_key(|i| (std::cmp::Reverse(self.followers.get(i).map_or(0, |(f, _)| f.len())), *i));
        all.truncate(most);
        all.sort_unstable();
        all
    }

    /// The clusters of those that speak with all for whom they speak, and those who only repeat one another.
    pub fn joined(mut self, clusters: Vec<Cluster>) -> Vec<Cluster> {
        let mut out = clusters;
        for cluster in &mut out {
            for speaker in cluster.claims.clone() {
                if let Some((followers, score)) = self.followers.remove(&speaker) {
                    cluster.claims.extend(followers);
                    cluster.score = cluster.score.min(score);
                }
            }
            cluster.claims.sort_unstable();
        }
        out.extend(self.followers.into_iter().map(|(speaker, (mut claims, score))| {
            claims.insert(0, speaker);
            Cluster { claims, score }
        }));
        out.sort_by(|a, b| a.claims.cmp(&b.claims));
        out
    }
}

/// The same for claims of one value and one measure.
type Key<'a> = (u8, &'a str, Value<'a>);

/// A value, the same for the same as written.
#[derive(PartialEq, Eq, Hash)]
enum Value<'a> {
    /// Both ends, the unit, `per` what, and whether it is a change.
    Quantity([Option<(i128, u32)>; 2], Option<&'a str>, Option<&'a str>, i8),
    Items(&'a [String]),
    Words(&'a str),
    /// The predicate and the first of its participants.
    Predicate(&'a str, Option<&'a (String, String)>),
}

fn key(claim: &Claim) -> Key<'_> {
    let written = |end: Option<Decimal>| end.map(|d| (d.mantissa(), d.scale()));
    let value = match &claim.value {
        ClaimValue::Quantity { quantity: q, unit, per } => {
            Value::Quantity([q.low, q.high].map(written), unit.as_deref(), per.as_deref(), claim.change)
        }
        ClaimValue::Time(t) => Value::Words(&t.iso),
        ClaimValue::Items { items, .. } => Value::Items(items),
        ClaimValue::Text(text) => Value::Words(text),
        ClaimValue::Predicate { predicate, arguments, .. } => Value::Predicate(predicate, arguments.first()),
    };
    (block::family(claim), claim.attribute_id.as_deref().unwrap_or(&claim.noun), value)
}
