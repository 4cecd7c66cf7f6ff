//! Finds what a document says in numbers, times and names, and normalizes it.
//!
//! Four readers, one after the other: [`times`] (dates, clock times, durations and the date of publication),
//! [`quantities`] (numbers, counts, ordinals, money, percentages, measures), [`names`] and [`tags`] (parts of speech). Each looks at the tokens alone;
//! what a mention is said of is no business of this station.

mod merge;
pub mod names;
pub mod quantities;
pub mod tags;
pub mod times;

use crate::model::{Annotations, Document, Tag};
use crate::rules::Rules;

/// Everything found in `doc`; never fails. Mentions are ordered by position and never overlap.
pub fn annotate(doc: &Document, rules: &Rules) -> Annotations {
    let (published, times) = times::find(doc);
    let quantities = quantities::find(doc, &times, rules);
    let mut mentions = merge::merge(times, quantities);
    quantities::join(doc, &mut mentions);
    if doc.article.foreign.is_some() {
        mentions.retain(|mention| !has_separator(mention.span.of(doc.text())));
        let mentions = merge::merge(times::foreign::find(doc), mentions);
        return Annotations {
            published,
            mentions,
            names: Vec::new(),
            tags: vec![Tag::Sign; doc.tokens.len()],
        };
    }
    let names = names::find(doc, rules);
    let tags = tags::find(doc, &names);
    Annotations { published, mentions, names, tags }
}

/// Whether a sign stands between digits whose sense depends on the language: `1.500` is 1.5 in English, 1,500 in German.
fn has_separator(words: &str) -> bool {
    words
        .as_bytes()
        .windows(3)
        .any(|w| w[0].is_ascii_digit() && matches!(w[1], b'.' | b',') && w[2].is_ascii_digit())
}

#[cfg(test)]
mod tests;
