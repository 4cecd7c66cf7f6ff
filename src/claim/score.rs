//! Scores of matches and votes: `beat Milford 3-2`, `voted 8-3`. The larger number comes first, whoever tells it.
//!
//! Leaves out whose numbers they are, and scores without a word that says so.

use super::page::Page;
use crate::lexicon::SCORE_WORDS;
use crate::model::{Claim, ClaimKind, ClaimValue, Kind, SCORE, TokenKind};

/// So many tokens at most lie between a score and the word that says that it is one.
const REACH: usize = 10;
/// A score has no more digits a side.
const DIGITS: usize = 3;

/// Adds a claim for each score.
pub fn claims(page: &Page, out: &mut Vec<Claim>) {
    for sentence in &page.doc.sentences {
        for at in sentence.tokens.clone() {
            let Some(score) = score(page, at).filter(|_| is_told(page, at, &sentence.tokens)) else {
                continue;
            };
            let value = ClaimValue::Items { items: vec![score], complete: true };
            let mut claim = page.claim(ClaimKind::List, value, at..at + 3, None);
            SCORE.clone_into(&mut claim.attribute);
            claim.confidence = 0.8;
            out.push(claim);
        }
    }
}

/// The score whose first number is token `at`, the larger number first.
fn score(page: &Page, at: usize) -> Option<String> {
    let token = |i: usize| page.doc.tokens.get(i);
    let kind = |i: usize| token(i).map(|t| t.kind);
    let glued = |i: usize| token(i).is_some_and(|t| !t.spaced);
    if kind(at) != Some(TokenKind::Number) || kind(at + 2) != Some(TokenKind::Number) {
        return None;
    }
    let dash = kind(at + 1) == Some(TokenKind::Dash) && glued(at + 1) && glued(at + 2);
    let open = |i: usize| {
        !(glued(i) && matches!(kind(i), Some(TokenKind::Dash | TokenKind::Word | TokenKind::Number)))
    };
    let mentions = &page.notes.mentions;
    let within = mentions
        .get(mentions.partition_point(|m| m.tokens.end <= at))
        .is_some_and(|m| m.tokens.start <= at && m.kind != Kind::Number);
    let alone = !within
        && at.checked_sub(1).is_none_or(|before| !glued(at) || kind(before) == Some(TokenKind::Punct))
        && open(at + 3);
    if !dash || !alone {
        return None;
    }
    let number = |i: usize| page.doc.word(i).parse::<u32>().ok().filter(|_| page.doc.word(i).len() <= DIGITS);
    let (a, b) = (number(at)?, number(at + 2)?);
    Some(format!("{}-{}", a.max(b), a.min(b)))
}

/// Whether a word near token `at` says that a score is told.
fn is_told(page: &Page, at: usize, sentence: &std::ops::Range<usize>) -> bool {
    let near = at.saturating_sub(REACH).max(sentence.start)..(at + 3 + REACH).min(sentence.end);
    near.into_iter().any(|i| SCORE_WORDS.has(page.doc.word(i)))
}

#[cfg(test)]
mod tests {
    use crate::model::{Article, Span};
    use crate::rules::Rules;
    use crate::{annotate, claim, segment};

    #[test]
    fn what_is_a_score() {
        for (text, want) in [
            ("Arden beat Milford 3-2 on Saturday.", &["3-2"][..]),
            ("Milford lost 2-3 to Arden.", &["3-2"]),
            ("It was 2–1 at half-time.", &["2-1"]),
            ("The council voted 8-3 for the plan.", &["8-3"]),
            ("Arden won the final 4-3 on penalties after it had ended 2-2.", &["4-3", "2-2"]),
            ("The road 3-2 is closed.", &[]),
            ("Arden won in 1950-51.", &[]),
            ("Arden won the 10-15 people over.", &[]),
        ] {
            let article =
                Article { text: text.to_owned(), body: Span::new(0, text.len()), ..Article::default() };
            let (doc, rules) = (segment::segment(article), Rules::shipped());
            let notes = annotate::annotate(&doc, rules);
            let reading = claim::read(&[doc], &[notes], rules);
            let scores = reading
                .claims
                .iter()
                .filter(|c| c.attribute == super::SCORE)
                .map(crate::model::Claim::display);
            assert_eq!(scores.collect::<Vec<_>>(), want, "{text}");
        }
    }
}
