//! An article's text cut at the ends of its claims, so that claims can be marked however they overlap.

use crate::model::report::ClaimRecord;

/// A run of text with the same claims over all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run<'a> {
    /// The text.
    pub text: &'a str,
    /// Indices of the claims (into the list given) that cover it.
    pub over: Vec<usize>,
    /// Claims that start here.
    pub starts: Vec<usize>,
    /// Claims that end here.
    pub ends: Vec<usize>,
}

/// Cuts `text` at the spans of `claims` (code points). Spans that do not fit the text are cut to it; all text comes back
/// once and in order. Linear in text and claims but for claims that cover one another.
pub fn runs<'a>(text: &'a str, claims: &[&ClaimRecord]) -> Vec<Run<'a>> {
    let mut cuts: Vec<usize> = claims.iter().flat_map(|c| [c.span.start, c.span.end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let pieces = slices(text, &cuts);
    let mut by_start: Vec<usize> = (0..claims.len()).collect();
    by_start.sort_by_key(|&i| (claims[i].span.start, std::cmp::Reverse(claims[i].span.end), i));
    let mut waiting = by_start.into_iter().peekable();
    let mut open: Vec<usize> = Vec::new();
    let mut runs = Vec::with_capacity(pieces.len());
    for (start, end, text) in pieces {
        let mut starts = Vec::new();
        while let Some(i) = waiting.next_if(|&i| claims[i].span.start <= start) {
            starts.push(i);
        }
        open.extend(&starts);
        let ends: Vec<usize> = open.iter().copied().filter(|&i| claims[i].span.end <= end).collect();
        runs.push(Run { text, over: open.clone(), starts, ends });
        open.retain(|&i| claims[i].span.end > end);
    }
    runs
}

/// The pieces of `text` between cuts, with their code points; empty pieces are left out.
fn slices<'a>(text: &'a str, cuts: &[usize]) -> Vec<(usize, usize, &'a str)> {
    let mut pieces = Vec::with_capacity(cuts.len() + 1);
    let mut cuts = cuts.iter().copied().peekable();
    let (mut from_point, mut from_byte, mut point) = (0, 0, 0);
    for (byte, _) in text.char_indices() {
        while cuts.next_if(|&c| c == point).is_some() {
            if point > from_point {
                pieces.push((from_point, point, &text[from_byte..byte]));
            }
            (from_point, from_byte) = (point, byte);
        }
        point += 1;
    }
    if point > from_point {
        pieces.push((from_point, usize::MAX, &text[from_byte..]));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{hostile_report, sample_report};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn overlapping_claims_are_all_marked() {
        let report = sample_report();
        let mut outer = report.claims[0].clone();
        let mut inner = report.claims[0].clone();
        (outer.span.start, outer.span.end) = (2, 9);
        (inner.span.start, inner.span.end) = (4, 6);
        let runs = runs("ab: 12 people.", &[&outer, &inner]);
        let seen: Vec<_> = runs.iter().map(|r| (r.text, r.over.clone())).collect();
        assert_eq!(
            seen,
            [("ab", vec![]), (": ", vec![0]), ("12", vec![0, 1]), (" pe", vec![0]), ("ople.", vec![])]
        );
        assert_eq!((&runs[2].starts[..], &runs[2].ends[..]), (&[1][..], &[1][..]));
    }

    #[test]
    fn spans_that_do_not_fit_lose_no_text() {
        let report = hostile_report();
        for source in &report.sources {
            let claims: Vec<_> = report.claims.iter().filter(|c| c.source == source.id).collect();
            let text: String = runs("short", &claims).iter().map(|r| r.text).collect();
            assert_eq!(text, "short");
        }
    }

    proptest! {
        #[test]
        fn all_text_comes_back_in_order(text in "\\PC{0,40}", spans in prop::collection::vec((0usize..50, 0usize..50), 0..6)) {
            let report = sample_report();
            let claims: Vec<ClaimRecord> = spans.iter().map(|&(a, b)| {
                let mut claim = report.claims[0].clone();
                (claim.span.start, claim.span.end) = (a.min(b), a.max(b));
                claim
            }).collect();
            let back: String = runs(&text, &claims.iter().collect::<Vec<_>>()).iter().map(|r| r.text).collect();
            prop_assert_eq!(back, text);
        }
    }
}
