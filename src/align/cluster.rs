//! Complete linkage: pairs are taken best first, and two groups are merged only if every claim of one fits every claim of
//! the other; of statements, which everybody puts in words of their own, half of them do.

use super::pair::Pair;
use rustc_hash::FxHashMap;

/// Claims that answer one question.
#[derive(Debug, Clone)]
pub struct Cluster {
    /// Indices, ascending.
    pub claims: Vec<usize>,
    /// The lowest score of a pair in it.
    pub score: f32,
}

/// Of a claim its article, and the first claim there that gives the same figure, maybe itself.
#[derive(Debug, Clone, Copy)]
pub struct Twin {
    pub source: usize,
    pub first: usize,
}

/// The groups of two claims or more. What fits a figure fits its repetition in the same article. Pairs that are `sure` come
/// before all others. `told`: whether a claim is a statement that denies nothing.
pub fn clusters(
    mut pairs: Vec<Pair>,
    twins: &[Twin],
    sure: impl Fn(&Pair) -> bool,
    told: impl Fn(usize) -> bool,
) -> Vec<Cluster> {
    pairs.sort_by(|p, q| q.score.total_cmp(&p.score).then((p.a, p.b).cmp(&(q.a, q.b))));
    pairs.sort_by_cached_key(|p| !sure(p));
    let scores: FxHashMap<(usize, usize), f32> = pairs.iter().map(|p| ((p.a, p.b), p.score)).collect();
    let linked = |x: usize, y: usize| scores.contains_key(&(x.min(y), x.max(y)));
    let fits = |x: usize, g: &[usize], y: usize, h: &[usize]| {
        let twin = |c: usize, of: usize| twins[c].first == twins[of].first;
        let any = |&u: &usize| twin(u, x) && h.iter().any(|&v| twin(v, y) && linked(u, v));
        linked(x, y) || twin(x, y) || twins[x].source != twins[y].source && g.iter().any(any)
    };
    let claims = twins.len();
    let mut group: Vec<usize> = (0..claims).collect();
    let mut members: Vec<Vec<usize>> = (0..claims).map(|i| vec![i]).collect();
    for pair in &pairs {
        let (g, h) = (group[pair.a], group[pair.b]);
        let (one, other) = (&members[g], &members[h]);
        if g == h {
            continue;
        }
        let mut between = one.iter().flat_map(|&x| other.iter().map(move |&y| (x, y)));
        let fit = |&(x, y): &(usize, usize)| fits(x, one, y, other);
        let joins = if one.iter().chain(other).all(|&x| told(x)) {
            2 * between.filter(fit).count() >= one.len() * other.len()
        } else {
            between.all(|pair| fit(&pair))
        };
        if !joins {
            continue;
        }
        let (keep, give) = (g.min(h), g.max(h));
        let moved = std::mem::take(&mut members[give]);
        for &claim in &moved {
            group[claim] = keep;
        }
        members[keep].extend(moved);
    }
    told_of(members, &scores)
}

/// The groups of more than one claim.
fn told_of(members: Vec<Vec<usize>>, scores: &FxHashMap<(usize, usize), f32>) -> Vec<Cluster> {
    members
        .into_iter()
        .filter(|m| m.len() > 1)
        .map(|mut claims| {
            claims.sort_unstable();
            let score = lowest(&claims, scores);
            Cluster { claims, score }
        })
        .collect()
}

fn lowest(claims: &[usize], scores: &FxHashMap<(usize, usize), f32>) -> f32 {
    let pairs = claims.iter().enumerate().flat_map(|(n, &a)| claims[n + 1..].iter().map(move |&b| (a, b)));
    pairs.filter_map(|p| scores.get(&p).copied()).fold(f32::MAX, f32::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Claims of which the second stands in an article of its own.
    fn twins(first: [usize; 4]) -> Vec<Twin> {
        first.into_iter().enumerate().map(|(i, first)| Twin { source: usize::from(i == 1), first }).collect()
    }

    #[test]
    fn every_claim_of_a_group_fits_every_other() {
        let pair = |a, b, score| Pair { a, b, score };
        let found = |pairs: Vec<Pair>| -> Vec<(Vec<usize>, f32)> {
            clusters(pairs, &twins([0, 1, 2, 3]), |_| false, |_| false)
                .into_iter()
                .map(|c| (c.claims, c.score))
                .collect()
        };
        assert_eq!(found(vec![pair(0, 1, 0.9), pair(1, 2, 0.5), pair(0, 2, 0.7)]), [(vec![0, 1, 2], 0.5)]);
        assert_eq!(found(vec![pair(0, 1, 0.8), pair(1, 2, 0.9)]), [(vec![1, 2], 0.9)]);
        assert_eq!(found(vec![pair(0, 1, 0.8), pair(2, 3, 0.9)]), [(vec![0, 1], 0.8), (vec![2, 3], 0.9)]);
        assert!(found(Vec::new()).is_empty());
        let two = |first: [usize; 4], sure: &dyn Fn(&Pair) -> bool| -> Vec<Vec<usize>> {
            let pairs = vec![pair(0, 1, 0.9), pair(1, 2, 0.5)];
            clusters(pairs, &twins(first), sure, |_| false).into_iter().map(|c| c.claims).collect()
        };
        assert_eq!(two([0, 1, 0, 3], &|_| false), [vec![0, 1, 2]], "what fits a figure fits its repetition");
        assert_eq!(two([0, 1, 2, 3], &|p| p.b == 2), [vec![1, 2]], "what is sure comes first");
        let told = |pairs| clusters(pairs, &twins([0, 1, 2, 3]), |_| false, |_| true);
        let chain = told(vec![pair(0, 1, 0.9), pair(1, 2, 0.5), pair(2, 3, 0.4)]);
        assert_eq!(chain.len(), 1, "half of what is told fits");
        assert_eq!(chain[0].claims, [0, 1, 2], "no chains: of three pairs one is too few");
    }
}
