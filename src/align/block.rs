//! Which pairs are worth a look: claims of a comparable kind that share a key. Keeps the work near linear in the number of claims.

use super::Input;
use super::voice::Voices;
use crate::lexicon::denial::is_denial;
use crate::model::{BE, Claim, ClaimKind, ClaimValue, Kind};
use rustc_hash::FxHashMap;

/// Keys shared by more claims than this say nothing and are not used, unless they name what is measured: of those the claims
/// that most others repeat are taken.
const COMMON: usize = 64;

/// Pairs of indices, each once, the smaller first, sorted.
pub fn candidates(input: Input, voices: &Voices) -> Vec<(usize, usize)> {
    let mut blocks: FxHashMap<(u8, &str), Vec<usize>> = FxHashMap::default();
    for (i, claim) in input.claims.iter().enumerate().filter(|(i, _)| voices.speaks(*i)) {
        let own = family(claim);
        // What somebody is not can be denied of what they do, and the other way round.
        let other = match own {
            10 | 11 if is_denial(claim) == Some(true) => Some(21 - own),
            _ => None,
        };
        for key in keys(claim) {
            blocks.entry((own, key)).or_default().push(i);
            if let Some(other) = other {
                blocks.entry((other, key)).or_default().push(i);
            }
        }
    }
    // In one number each, which sorts fastest.
    let mut pairs: Vec<u64> = Vec::new();
    for ((_, key), mut members) in blocks {
        if members.len() > COMMON {
            let measures = |i: &usize| {
                let claim = &input.claims[*i];
                claim.attribute_id.as_deref() == Some(key) || claim.noun == key
            };
            members = voices.loudest(members.into_iter().filter(measures), COMMON);
        }
        for (n, &a) in members.iter().enumerate() {
            pairs.extend(members[n + 1..].iter().map(|&b| (a as u64) << 32 | b as u64));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs.into_iter().map(|pair| ((pair >> 32) as usize, pair as u32 as usize)).collect()
}

/// Kinds of value that can answer one question.
pub fn family(claim: &Claim) -> u8 {
    match claim.kind {
        ClaimKind::Value(Kind::Number | Kind::Count) => 0,
        ClaimKind::Value(Kind::Money) => 1,
        ClaimKind::Value(Kind::Percent) => 2,
        ClaimKind::Value(Kind::Dimension) => 3,
        ClaimKind::Value(Kind::Duration) => 4,
        ClaimKind::Value(Kind::Date | Kind::Time) => 5,
        ClaimKind::Value(Kind::Ordinal) => 6,
        ClaimKind::List => 7,
        ClaimKind::Place => 12,
        ClaimKind::Person | ClaimKind::Role => 8,
        ClaimKind::Quotation => 9,
        ClaimKind::Status if claim.verb == BE => 11,
        ClaimKind::Status => 10,
    }
}

fn keys(claim: &Claim) -> impl Iterator<Item = &str> {
    let named = [claim.attribute_id.as_deref().unwrap_or(""), &claim.noun, &claim.subject_name, &claim.verb];
    let named = named.into_iter().filter(|k| !k.is_empty());
    // A statement is found by any of its words; a value by the words of its clause.
    let least = if matches!(claim.value, ClaimValue::Text(_)) { 1 } else { 2 };
    named.chain(claim.context.iter().filter(move |(_, w)| *w >= least).map(|(s, _)| &**s))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_claims_of_one_family_are_looked_at() {
        let of = |kind, verb: &str| Claim {
            verb: verb.to_owned(),
            ..Claim::new(0, kind, ClaimValue::Text(String::new()))
        };
        let value = |kind| of(ClaimKind::Value(kind), "");
        let families = [
            vec![value(Kind::Number), value(Kind::Count)],
            vec![value(Kind::Money)],
            vec![value(Kind::Percent)],
            vec![value(Kind::Dimension)],
            vec![value(Kind::Duration)],
            vec![value(Kind::Date), value(Kind::Time)],
            vec![value(Kind::Ordinal)],
            vec![of(ClaimKind::List, "")],
            vec![of(ClaimKind::Place, BE)],
            vec![of(ClaimKind::Person, ""), of(ClaimKind::Role, "")],
            vec![of(ClaimKind::Quotation, "say")],
            vec![of(ClaimKind::Status, BE)],
            vec![of(ClaimKind::Status, "open"), of(ClaimKind::Status, "")],
        ];
        for (i, one) in families.iter().enumerate() {
            for (j, other) in families.iter().enumerate() {
                for (a, b) in one.iter().flat_map(|a| other.iter().map(move |b| (a, b))) {
                    assert_eq!(family(a) == family(b), i == j, "{:?} {:?}", a.kind, b.kind);
                }
            }
        }
    }
}
