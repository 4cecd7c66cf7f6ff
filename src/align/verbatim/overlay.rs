//! Two rows of words laid side by side: the words they share in order, as many as there can be.

use crate::model::subsequence::longest;

/// For each word of the longest common row its place in `x` and in `y`.
pub fn shared(x: &[u32], y: &[u32]) -> Vec<(usize, usize)> {
    let before = x.iter().zip(y).take_while(|(u, v)| u == v).count();
    let rest = x.len().min(y.len()) - before;
    let behind = x.iter().rev().zip(y.iter().rev()).take(rest).take_while(|(u, v)| u == v).count();
    let mut out: Vec<(usize, usize)> = (0..before).map(|i| (i, i)).collect();
    let between = longest(&x[before..x.len() - behind], &y[before..y.len() - behind]);
    out.extend(between.into_iter().map(|(i, j)| (i + before, j + before)));
    out.extend((0..behind).rev().map(|i| (x.len() - 1 - i, y.len() - 1 - i)));
    out
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn words_shared_in_order() {
        let row = |text: &str| -> Vec<u32> { text.bytes().map(u32::from).collect() };
        for (x, y, want) in [
            ("abcdef", "abcdef", "abcdef"),
            ("abxdef", "abydef", "abdef"),
            ("abdef", "abcdef", "abdef"),
            ("aab", "ab", "ab"),
            ("abc", "cab", "ab"),
            ("abc", "xyz", ""),
            ("", "xyz", ""),
            ("aaaa", "aa", "aa"),
            ("ab", "abcab", "ab"),
        ] {
            let (a, b) = (row(x), row(y));
            for (p, q) in [(&a, &b), (&b, &a)] {
                let found = shared(p, q);
                assert_eq!(found.len(), want.len(), "{x} / {y}");
                assert!(found.iter().all(|&(i, j)| p[i] == q[j]), "{x} / {y}");
                assert!(found.windows(2).all(|w| w[0].0 < w[1].0 && w[0].1 < w[1].1), "{x} / {y}");
            }
        }
    }

    proptest::proptest! {
        /// However two rows are laid on each other, they share as much, in order, and a row shares all with itself.
        #[test]
        fn rows_share_as_much_both_ways(
            x in proptest::collection::vec(0_u32..6, 0..20),
            y in proptest::collection::vec(0_u32..6, 0..20),
        ) {
            let (one, other) = (shared(&x, &y), shared(&y, &x));
            proptest::prop_assert_eq!(one.len(), other.len());
            proptest::prop_assert!(one.iter().all(|&(i, j)| x[i] == y[j]));
            proptest::prop_assert!(one.windows(2).all(|w| w[0].0 < w[1].0 && w[0].1 < w[1].1));
            proptest::prop_assert_eq!(shared(&x, &x).len(), x.len());
        }
    }
}
