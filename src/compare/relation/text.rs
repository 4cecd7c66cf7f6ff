//! Quotations: the same words, a part of them, or others.
//!
//! Case, punctuation and the shape of quotation marks do not count; words in square brackets and dots for words left out
//! are the quoting writer's. Words are compared one by one, so that a reader sees which differ.

use super::{Relation, RelationKind};
use crate::model::subsequence::longest;

/// At least this share of the shorter text's words must recur in order, or the two are different sayings.
const SAME_SAYING: (usize, usize) = (3, 5);
/// Longest texts that are compared word by word; of longer ones, the beginning.
const MOST_WORDS: usize = 400;
/// Words that carry no content; where only these differ, the wording differs but not what was said.
const LIGHT: &[&str] = &[
    "a",
    "an",
    "the",
    "and",
    "but",
    "so",
    "that",
    "which",
    "this",
    "these",
    "it",
    "its",
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "has",
    "have",
    "had",
    "of",
    "in",
    "on",
    "to",
    "for",
    "with",
    "at",
    "by",
    "i",
    "we",
    "he",
    "she",
    "they",
    "our",
    "their",
    "his",
    "her",
    "my",
    "your",
    "you",
    "am",
    "will",
    "do",
    "does",
    "did",
    "very",
    "really",
    "just",
    "him",
    "them",
    "me",
    "us",
    "himself",
    "herself",
    "myself",
    "themselves",
];

/// How quotation `a` relates to quotation `b`.
pub fn relate(a: &str, b: &str) -> Relation {
    let (x, y) = (fold(a), fold(b));
    if x == y {
        return Relation::new(RelationKind::Equal, "the words are the same");
    }
    let (x, y) = (&x[..x.len().min(MOST_WORDS)], &y[..y.len().min(MOST_WORDS)]);
    let common = common(x, y);
    let (only_x, only_y) = (rest(x, common.iter().map(|c| c.0)), rest(y, common.iter().map(|c| c.1)));
    let denies = |words: &[String], used: &[usize]| {
        let inside = |i: usize| used.first().is_some_and(|f| *f < i) && used.last().is_some_and(|l| i < *l);
        words.iter().enumerate().any(|(i, w)| {
            inside(i)
                && matches!(w.as_str(), "not" | "never" | "no" | "nobody" | "nothing")
                && !used.contains(&i)
        })
    };
    let (used_x, used_y): (Vec<usize>, Vec<usize>) = common.iter().copied().unzip();
    // What is left out inside may not be what turns the sense round.
    let denied = denies(x, &used_x) || denies(y, &used_y);
    match (only_x.is_empty(), only_y.is_empty()) {
        _ if denied => {}
        (true, false) => return Relation::new(RelationKind::Inside, "the first is a part of the second"),
        (false, true) => return Relation::new(RelationKind::Contains, "the second is a part of the first"),
        _ => {}
    }
    if common.len() * SAME_SAYING.1 < x.len().min(y.len()) * SAME_SAYING.0 {
        return Relation::new(RelationKind::Incomparable, "they are different sayings");
    }
    let reason = format!(
        "\u{201c}{}\u{201d} stands where the other has \u{201c}{}\u{201d}",
        shown(&only_x),
        shown(&only_y)
    );
    let light = |runs: &[String]| runs.iter().flat_map(|r| r.split(' ')).all(|w| LIGHT.contains(&w));
    if light(&only_x) && light(&only_y) {
        return Relation::new(RelationKind::Overlaps, reason);
    }
    Relation::new(RelationKind::Disjoint, reason)
}

/// Runs of words as they are shown.
fn shown(runs: &[String]) -> String {
    if runs.is_empty() { "nothing".to_owned() } else { runs.join(" … ") }
}

/// The first place where two texts of the same words differ in case or punctuation: `“Microsoft and” against “Microsoft, and”`.
pub fn punctuation(a: &str, b: &str) -> Option<String> {
    let (x, y): (Vec<&str>, Vec<&str>) = (a.split_whitespace().collect(), b.split_whitespace().collect());
    let last = x.len().min(y.len()).checked_sub(1)?;
    // The marks that close a quotation belong to the sentence around it.
    let at = (0..last).find(|&i| x[i] != y[i])?;
    let shown = |words: &[&str]| words[at..(at + 2).min(words.len())].join(" ");
    Some(format!("\u{201c}{}\u{201d} against \u{201c}{}\u{201d}", shown(&x), shown(&y)))
}

/// The words in lower case, quotation marks straightened, punctuation and dots dropped.
pub fn fold(text: &str) -> Vec<String> {
    let word = |w: &str| -> String {
        if w.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return w.to_ascii_lowercase();
        }
        w.chars()
            .map(|c| if matches!(c, '\u{2019}' | '\u{2018}') { '\'' } else { c })
            .filter(|c| c.is_alphanumeric() || *c == '\'' || *c == '%' || *c == '$')
            .flat_map(char::to_lowercase)
            .collect::<String>()
            .trim_matches('\'')
            .to_owned()
    };
    text.split(|c: char| c.is_whitespace() || matches!(c, '—' | '–' | '…' | '-'))
        .map(word)
        .filter(|w| !w.is_empty())
        .flat_map(in_full)
        .collect()
}

/// A word that stands for two (`haven't`, `it's`) as these.
fn in_full(word: String) -> impl Iterator<Item = String> {
    let two = |first: &str, second: &str| (first.to_owned(), Some(second.to_owned()));
    let (first, second) = match word.as_str() {
        "cannot" | "can't" => two("can", "not"),
        "won't" => two("will", "not"),
        "it's" | "that's" | "he's" | "she's" | "there's" | "what's" | "here's" | "who's" => {
            two(&word[..word.len() - 2], "is")
        }
        "i'm" => two("i", "am"),
        _ => match word.rsplit_once('\'') {
            Some((stem, "ve")) => two(stem, "have"),
            Some((stem, "re")) => two(stem, "are"),
            Some((stem, "ll")) => two(stem, "will"),
            Some((stem, "t")) if stem.ends_with('n') => two(&stem[..stem.len() - 1], "not"),
            _ => (word, None),
        },
    };
    std::iter::once(first).chain(second)
}

/// The longest common subsequence, as pairs of positions. Of several, the same one whichever text comes first.
fn common(x: &[String], y: &[String]) -> Vec<(usize, usize)> {
    if x <= y { longest(x, y) } else { longest(y, x).into_iter().map(|(j, i)| (i, j)).collect() }
}

/// The words that are not at the positions `used` (ascending), in runs.
fn rest(words: &[String], used: impl Iterator<Item = usize>) -> Vec<String> {
    let mut runs = Vec::new();
    let mut next = 0;
    for stop in used.chain([words.len()]) {
        if next < stop {
            runs.push(words[next..stop].join(" "));
        }
        next = stop + 1;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::{RelationKind, punctuation, relate};

    #[test]
    fn the_first_difference_of_punctuation_is_shown() {
        for (a, b, want) in [
            ("we and Acme and they", "we and Acme, and they", Some("“Acme and” against “Acme, and”")),
            ("we left, they said", "we left they said", Some("“left, they” against “left they”")),
            ("we left", "we left,", None),
            ("Left we", "left we", Some("“Left we” against “left we”")),
            ("left", "Left", None),
            ("", "", None),
        ] {
            assert_eq!(punctuation(a, b).as_deref(), want, "{a} / {b}");
        }
    }

    #[test]
    fn short_forms_are_the_words_they_stand_for() {
        for (a, b) in [
            ("It is what we haven't seen", "It's what we have not seen"),
            ("I've said it won't do", "I have said it will not do"),
            ("they're here and you'll see", "they are here and you will see"),
            ("I’m glad that’s over, it can't last", "I am glad that is over, it cannot last"),
        ] {
            assert_eq!(relate(a, b).kind, RelationKind::Equal, "{a} / {b}");
        }
        for (a, b, want) in [
            ("we have seen the smoke", "we haven't seen the smoke", RelationKind::Disjoint),
            ("we have seen the smoke", "we have seen the smoke but not the fire", RelationKind::Inside),
            ("we have seen the smoke", "we have seen all the smoke", RelationKind::Inside),
        ] {
            assert_eq!(relate(a, b).kind, want, "{a} / {b}");
        }
    }
}
