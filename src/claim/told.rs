//! A statement as it is shown: the words of its clause, with whoever they speak of in square brackets where the clause has
//! only a pronoun, or leaves it to the words before.

use super::page::Page;
use crate::model::line::on_one_line;
use crate::model::{Claim, Tag};
use std::ops::Range;

/// The words of `tokens`, the clause of `claim` without loose words at its ends, whose verb stands at `verb`.
pub fn words(page: &Page, claim: &Claim, tokens: &Range<usize>, verb: usize) -> String {
    let link = |i: usize| {
        let tag = matches!(page.tag(i), Tag::Relative | Tag::Subordinator | Tag::Coordinator);
        tag || page.doc.word(i) == "that" && page.tag(i) != Tag::Noun
    };
    let mut from = (tokens.start..verb).find(|&i| !link(i)).unwrap_or(verb);
    let subject = page.subject_phrase(verb);
    let inside = subject.as_ref().is_some_and(|s| tokens.start <= s.start && s.end <= verb);
    let stands_in = subject.as_ref().is_some_and(|s| s.len() == 1 && is_pronoun(page, s.start));
    let mut before = String::new();
    if !claim.subject_name.is_empty() && (!inside || stands_in) {
        // `which opened`, `he opened`, and of what begins with its verb `opened`.
        let led = |i: usize| page.tag(i).is_auxiliary() || matches!(page.tag(i), Tag::Adverb | Tag::Not);
        if let Some(phrase) = subject.filter(|s| inside && s.start == from) {
            from = phrase.end;
            before = format!("[{}] ", claim.subject_name);
        } else if (from..verb).all(led) {
            before = format!("[{}] ", claim.subject_name);
        }
    }
    let words = page.doc.span_of(from..tokens.end).of(page.doc.text());
    before + &on_one_line(words)
}

/// Whether the word at `i` stands for a name.
fn is_pronoun(page: &Page, i: usize) -> bool {
    page.tag(i) == Tag::Pronoun || page.tag(i) == Tag::Relative
}
