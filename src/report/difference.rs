//! Where two quotations differ, word by word: which words of one have no counterpart in the other.
//!
//! Punctuation and capitals at the ends of words do not count, as papers differ in them without a word being different.

use crate::model::subsequence::longest;

/// More words than this on either side are not compared; nobody reads marks in so long a passage.
const MOST: usize = 300;

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether the other text has no counterpart for them.
    pub differs: bool,
}

/// `text` cut into runs of words that stand in `other` in the same order, and runs that do not.
pub fn pieces(text: &str, other: &str) -> Vec<Piece> {
    let (own, others): (Vec<&str>, Vec<&str>) =
        (text.split_inclusive(' ').collect(), other.split(' ').collect());
    if own.len() > MOST || others.len() > MOST {
        return vec![Piece { text: text.to_owned(), differs: false }];
    }
    let keys = |words: &[&str]| words.iter().map(|w| key(w)).collect::<Vec<_>>();
    let common = common(&keys(&own), &keys(&others));
    let mut out: Vec<Piece> = Vec::new();
    for (word, shared) in own.iter().zip(common) {
        match out.last_mut() {
            Some(last) if last.differs != shared => last.text.push_str(word),
            _ => out.push(Piece { text: (*word).to_owned(), differs: !shared }),
        }
    }
    spaces_apart(out)
}

/// The same pieces, but the space behind words that differ belongs to what follows.
fn spaces_apart(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut space = String::new();
    for mut piece in pieces {
        piece.text.insert_str(0, &std::mem::take(&mut space));
        if piece.differs {
            space = piece.text.split_off(piece.text.trim_end().len());
        }
        out.push(piece);
    }
    if !space.is_empty() {
        out.push(Piece { text: space, differs: false });
    }
    out
}

/// The pieces of each of a finding's values against the next, the last against the one before.
pub fn of_values(displays: &[&str]) -> Vec<Vec<Piece>> {
    let other = |i: usize| displays.get(i + 1).or_else(|| i.checked_sub(1).and_then(|b| displays.get(b)));
    let whole = |text: &str| vec![Piece { text: text.to_owned(), differs: false }];
    displays
        .iter()
        .enumerate()
        .map(|(i, own)| other(i).map_or_else(|| whole(own), |other| pieces(own, other)))
        .collect()
}

fn key(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Which of `a` belong to the longest common subsequence with `b`.
fn common(a: &[String], b: &[String]) -> Vec<bool> {
    let mut shared = vec![false; a.len()];
    for (_, i) in longest(b, a) {
        shared[i] = true;
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with the words that differ in brackets.
    fn marked(text: &str, other: &str) -> String {
        pieces(text, other)
            .iter()
            .map(|p| if p.differs { format!("[{}]", p.text) } else { p.text.clone() })
            .collect()
    }

    #[test]
    fn words_without_a_counterpart_are_marked() {
        for (text, other, want, why) in [
            ("We lost the old mill", "We lost the new mill", "We lost the [old] mill", "another word"),
            ("We will not reopen it", "We will reopen it", "We will [not] reopen it", "a word more"),
            ("We will reopen it", "We will not reopen it", "We will reopen it", "a word less"),
            ("“We will reopen,”", "“We will reopen.”", "“We will reopen,”", "punctuation does not count"),
            ("one two three", "four", "[one two three]", "nothing in common"),
            ("a b a c", "a c", "a [b a] c", "the longest common part, from the left"),
            ("", "x", "", "nothing"),
        ] {
            assert_eq!(marked(text, other), want, "{why}");
        }
    }

    #[test]
    fn all_words_come_back_once_and_in_order() {
        let long = "word ".repeat(2000);
        for (text, other) in [("a  b   c", "c b a"), (long.as_str(), "word"), ("é ü", "É Ü")] {
            assert_eq!(pieces(text, other).iter().map(|p| p.text.as_str()).collect::<String>(), text);
        }
    }
}
