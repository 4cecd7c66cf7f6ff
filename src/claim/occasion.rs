//! On which occasion somebody spoke: `said in an interview with the Gazette`, `told reporters at a news conference in Lom`.
//!
//! One claim a speaker, occasion and article. Leaves out what is said in statements and reports, which says nothing more.

use super::page::Page;
use super::subject;
use crate::lexicon::thesaurus;
use crate::model::line::on_one_line;
use crate::model::{Claim, ClaimKind, ClaimValue, EntityId, Fact, SAY, Status, Tag};
use std::ops::Range;

/// Kinds of occasions.
const OCCASIONS: [&str; 14] = [
    "interview",
    "conference",
    "briefing",
    "speech",
    "letter",
    "memo",
    "memorandum",
    "hearing",
    "email",
    "filing",
    "testimony",
    "lecture",
    "sermon",
    "debate",
];
/// So many words behind the verb, and of the phrase that names the occasion.
const REACH: usize = 5;
const PHRASE: usize = 6;

/// Adds a claim for each occasion.
pub fn claims(page: &Page, out: &mut Vec<Claim>) {
    let mut seen: Vec<(EntityId, String)> = Vec::new();
    for sentence in &page.doc.sentences {
        for verb in sentence.tokens.clone().filter(|&i| says(page, i)) {
            let behind = (verb + 1..sentence.tokens.end.min(verb + 1 + REACH))
                .take_while(|&i| !page.is_verb(i) && page.doc.word(i) != "that")
                .find_map(|i| occasion(page, i, sentence.tokens.end));
            let ahead = || occasion(page, sentence.tokens.start, verb);
            let Some((head, tokens)) = behind.or_else(ahead) else { continue };
            let phrase = page.subject_phrase(verb);
            let Some(speaker) = phrase.and_then(|p| subject::named_by(page, &p)) else { continue };
            let noun = lemma(page, head);
            if !seen.contains(&(speaker, noun.clone())) {
                seen.push((speaker, noun.clone()));
                let from = if tokens.start > verb { verb } else { tokens.start };
                out.push(claim(page, speaker, noun, from..tokens.end));
            }
        }
    }
}

/// Whether a finite verb of saying stands at `i`.
fn says(page: &Page, i: usize) -> bool {
    page.doc.is(i, Fact::Says) && matches!(page.tag(i), Tag::Past | Tag::Third)
}

fn lemma(page: &Page, i: usize) -> String {
    let word = page.doc.word(i);
    thesaurus::noun(word).unwrap_or(word).to_owned()
}

/// The head of the occasion that the preposition at `at` leads to, and the tokens of both with whom or where it was.
fn occasion(page: &Page, at: usize, limit: usize) -> Option<(usize, Range<usize>)> {
    if !matches!(page.doc.word(at), "in" | "at" | "during") {
        return None;
    }
    let inside = |i: &usize| {
        let small = matches!(page.tag(*i), Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Noun);
        small || page.tag(*i).is_noun() || page.doc.word(*i) == "-"
    };
    let phrase = (at + 1..limit.min(at + 1 + PHRASE)).take_while(inside);
    let head = phrase.filter(|&i| OCCASIONS.contains(&lemma(page, i).as_str())).last()?;
    let with = matches!(page.doc.word(head + 1), "with" | "to" | "in" | "for" | "from");
    let from = head + 2 + usize::from(page.tag(head + 2) == Tag::Determiner);
    let name = page.entities.mention_at(page.source, from).filter(|m| with && m.tokens.end <= limit);
    Some((head, at..name.map_or(head + 1, |m| m.tokens.end)))
}

fn claim(page: &Page, speaker: EntityId, noun: String, tokens: Range<usize>) -> Claim {
    let name = page.entities.name(speaker);
    let mut arguments = vec![("subject".to_owned(), name.to_owned()), ("occasion".to_owned(), noun.clone())];
    let mut terms = vec![format!("@{}", speaker.0), noun.clone()];
    for (_, id, _) in page.entities_in(&tokens).filter(|(_, id, _)| *id != speaker) {
        arguments.push(("with".to_owned(), page.entities.name(id).to_owned()));
        terms.push(format!("@{}", id.0));
    }
    let value = ClaimValue::Predicate { predicate: SAY.to_owned(), negated: false, arguments };
    let words = page.doc.span_of(tokens.clone()).of(page.doc.text());
    let told = format!("[{name}] {}", on_one_line(words));
    let mut claim = page.claim(ClaimKind::Status, value, tokens, None);
    claim.told = told;
    claim.subject = Some(speaker);
    name.clone_into(&mut claim.subject_name);
    SAY.clone_into(&mut claim.verb);
    SAY.clone_into(&mut claim.attribute);
    claim.noun = noun;
    claim.modifiers = terms;
    claim.status = Status::Actual;
    claim.past = true;
    claim.confidence = 0.7;
    claim
}
