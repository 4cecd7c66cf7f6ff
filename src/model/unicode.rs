//! The one place that asks the Unicode tables about text segmentation.
//!
//! Leaves out what needs a language: which full stops end a sentence is `segment`'s business.

use unicode_segmentation::UnicodeSegmentation;

/// The text cut into what a reader sees as characters (extended grapheme clusters).
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.graphemes(true)
}

/// The text cut at the sentence bounds of UAX 29, each with its byte offset. Breaks too often after abbreviations.
pub fn sentence_bounds(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_sentence_bound_indices()
}

/// Number of terminal columns that `text` takes: one a grapheme, two where it starts with an East Asian wide
/// character or an emoji (by block, which is what terminals agree on).
pub fn columns(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    if text.chars().all(is_alone) {
        return text.chars().count();
    }
    graphemes(text).map(|g| g.chars().next().map_or(0, |c| if is_wide(c) { 2 } else { 1 })).sum()
}

/// Whether `c` is a letter or sign of one column that joins nothing beside it: Latin letters and the signs of print.
const fn is_alone(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a1}'..='\u{a8}' | '\u{b0}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{20a0}'..='\u{20bf}')
}

/// Whether terminals draw `c` over two columns.
const fn is_wide(c: char) -> bool {
    matches!(c as u32,
        0x1100..=0x115F | 0x2E80..=0x303E | 0x3041..=0x33FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xA000..=0xA4CF
        | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6
        | 0x1F300..=0x1F64F | 0x1F900..=0x1F9FF | 0x2_0000..=0x3_FFFD)
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// The short way gives what the long one gives.
        #[test]
        fn columns_are_those_of_graphemes(text in "[ -~\u{a0}-\u{36f}\u{2000}-\u{20ff}渡\u{1f469}\r\n]{0,6}") {
            let long: usize =
                graphemes(&text).map(|g| if g.chars().next().is_some_and(is_wide) { 2 } else { 1 }).sum();
            proptest::prop_assert_eq!(columns(&text), if text.is_ascii() { text.len() } else { long });
        }
    }

    #[test]
    fn columns_count_what_a_terminal_draws() {
        for (text, columns_wanted, why) in [
            ("ferry", 5, "one column a letter"),
            ("cafe\u{301}", 4, "a combining accent takes no column"),
            ("渡船", 4, "ideographs take two columns"),
            ("👩‍🚒", 2, "a joined emoji is one picture"),
            ("", 0, "nothing takes nothing"),
        ] {
            assert_eq!(columns(text), columns_wanted, "{why}");
        }
    }
}
