//! The words that two texts share in order: quotations, sentences nearly the same and what a report marks all ask for them.
//!
//! Every word is compared with every other, so callers bound what they ask; fewer than 65,536 words can be shared.

/// A longest common subsequence, as pairs of ascending positions in `x` and in `y`. Of several, the one that leaves out the
/// words of `x` first.
pub fn longest<T: PartialEq>(x: &[T], y: &[T]) -> Vec<(usize, usize)> {
    if x.is_empty() || y.is_empty() {
        return Vec::new();
    }
    let width = y.len() + 1;
    // The length of the longest row common to what begins at each pair of places.
    let mut length = vec![0_u16; (x.len() + 1) * width];
    for i in (0..x.len()).rev() {
        for j in (0..y.len()).rev() {
            length[i * width + j] = if x[i] == y[j] {
                length[(i + 1) * width + j + 1] + 1
            } else {
                length[(i + 1) * width + j].max(length[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < x.len() && j < y.len() {
        if x[i] == y[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if length[(i + 1) * width + j] >= length[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::longest;
    use proptest::prelude::*;

    /// The length of a longest common subsequence, by trying all.
    fn most(x: &[String], y: &[String]) -> usize {
        let (Some((a, x_rest)), Some((b, y_rest))) = (x.split_first(), y.split_first()) else { return 0 };
        if a == b { 1 + most(x_rest, y_rest) } else { most(x_rest, y).max(most(x, y_rest)) }
    }

    proptest! {
        #[test]
        fn no_common_subsequence_is_longer(x in "[abc]{0,7}", y in "[abc]{0,7}") {
            let words = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
            let (x, y) = (words(&x), words(&y));
            let pairs = longest(&x, &y);
            prop_assert_eq!(pairs.len(), most(&x, &y));
            prop_assert!(pairs.iter().all(|&(i, j)| x[i] == y[j]));
            prop_assert!(pairs.windows(2).all(|w| w[0].0 < w[1].0 && w[0].1 < w[1].1));
        }
    }
}
