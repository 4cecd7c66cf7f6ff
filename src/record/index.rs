//! From byte offsets to code points, lines and columns, in near constant time however long the lines are.

use crate::model::Span;
use crate::model::report::{RangeRecord, SpanRecord};

/// Distance in bytes between two counted places.
const STRIDE: usize = 64;

/// Counts of one text, built once.
pub struct Index<'a> {
    text: &'a str,
    /// Whether every byte is a code point.
    ascii: bool,
    /// Code points that start before byte `i * STRIDE`.
    counted: Vec<usize>,
    /// Bytes at which lines start.
    lines: Vec<usize>,
}

impl<'a> Index<'a> {
    /// Counts `text`.
    pub fn new(text: &'a str) -> Self {
        let ascii = text.is_ascii();
        let count = |points: &mut usize, chunk: &[u8]| {
            let before = *points;
            *points += starts(chunk);
            Some(before)
        };
        // In ASCII every byte is one.
        let counted = if ascii { "" } else { text }.as_bytes().chunks(STRIDE).scan(0, count).collect();
        let breaks = text.match_indices('\n').map(|(i, _)| i + 1);
        Self { text, ascii, counted, lines: std::iter::once(0).chain(breaks).collect() }
    }

    /// Number of code points before byte `at`.
    pub fn point(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        if self.ascii {
            return at;
        }
        let stop = (at / STRIDE).min(self.counted.len().saturating_sub(1));
        let counted = self.counted.get(stop).copied().unwrap_or_default();
        counted + starts(&self.text.as_bytes()[(stop * STRIDE).min(at)..at])
    }

    /// The span in code points.
    pub fn range(&self, span: Span) -> RangeRecord {
        RangeRecord { start: self.point(span.start), end: self.point(span.end) }
    }

    /// The span in code points, with line and column of its start.
    pub fn span(&self, span: Span) -> SpanRecord {
        let RangeRecord { start, end } = self.range(span);
        let line = self.lines.partition_point(|&l| l <= span.start);
        let column = start - self.point(self.lines[line - 1]) + 1;
        SpanRecord { start, end, line, column }
    }
}

/// Number of code points that start in `bytes` of UTF-8.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| **b & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_span_is_what_counting_by_hand_gives(
            text in "[a\n\u{a0}é渡👩]{0,700}",
            a in any::<prop::sample::Index>(),
            b in any::<prop::sample::Index>(),
        ) {
            let bounds: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
            let (a, b) = (*a.get(&bounds), *b.get(&bounds));
            let span = Span::new(a.min(b), a.max(b));
            let record = Index::new(&text).span(span);
            let points: Vec<char> = text.chars().collect();
            prop_assert_eq!(points[record.start..record.end].iter().collect::<String>(), span.of(&text));
            let before = &text[..span.start];
            prop_assert_eq!(record.line, before.matches('\n').count() + 1);
            prop_assert_eq!(record.column, before.rsplit('\n').next().unwrap().chars().count() + 1);
        }
    }
}
