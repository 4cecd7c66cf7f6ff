//! A noun phrase that says what something is: `an American drama film`, `the country's largest software vendor`, `an actress,
//! singer and author`.
//!
//! Read from its first token up to a preposition, a verb, a relative pronoun or a comma that no further head follows.

use crate::claim::entity::{name_from, name_to};
use crate::claim::page::Page;
use crate::lexicon::memo::Memo;
use crate::lexicon::nouns::NOUN_PHRASE_STOPS;
use crate::lexicon::{naming, thesaurus, words};
use crate::model::{Fact, Tag, TokenKind};
use std::ops::Range;

/// The longest phrase, in tokens, and the most heads.
const LONGEST: usize = 24;
const HEADS: usize = 6;

/// A noun phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Its tokens, determiner included, complements excluded.
    pub tokens: Range<usize>,
    /// The tokens of its heads: one, or several joined by commas and `and`.
    pub heads: Vec<usize>,
    /// Whether a determiner or an owner stands before it.
    pub determined: bool,
}

/// The phrase that starts at token `from`, within `limit`.
pub fn read(page: &Page, from: usize, limit: usize) -> Option<Phrase> {
    let (start, determined) = determiner(page, from, limit);
    let start = start + ranked(page, start);
    let start = start + nations(page, start);
    let mut heads = Vec::new();
    let mut at = start;
    let mut end = start;
    while at < limit && at < from + LONGEST && heads.len() < HEADS {
        let (head, next) = member(page, at, limit);
        let Some(head) = head else { break };
        heads.push(head);
        end = next;
        let comma = usize::from(page.doc.word(next) == ",");
        let and = usize::from(matches!(page.doc.word(next + comma), "and" | "&" | "or"));
        if comma + and == 0 {
            break;
        }
        at = next + comma + and;
        at += usize::from(matches!(page.doc.word(at), "a" | "an" | "the"));
        // Behind a comma without `and` only the next of several heads goes on.
        if and == 0 && !goes_on(page, at, limit) {
            break;
        }
    }
    (!heads.is_empty()).then_some(Phrase { tokens: from..end, heads, determined })
}

/// How many tokens `first and only`, `fifth and final` at `at` have.
fn ranked(page: &Page, at: usize) -> usize {
    let rank = page.tag(at) == Tag::Number || matches!(page.doc.word(at), "first" | "second");
    let ends = matches!(page.doc.word(at + 2), "only" | "final" | "last");
    if (rank || page.doc.word(at).ends_with("th")) && page.doc.word(at + 1) == "and" && ends { 3 } else { 0 }
}

/// How many tokens of `Mexican and American` at `at` stand before the last.
fn nations(page: &Page, at: usize) -> usize {
    let nation = |i: usize| page.doc.is(i, Fact::OfPlace);
    2 * usize::from(nation(at) && page.doc.word(at + 1) == "and" && nation(at + 2))
}

/// Whether another head follows at `at`, and after it a comma or `and` again.
fn goes_on(page: &Page, at: usize, limit: usize) -> bool {
    let (head, next) = member(page, at, limit);
    head.is_some_and(|h| name_to(page.notes, h + 1).is_none())
        && next - at <= 4
        && (page.doc.word(next) == "," || matches!(page.doc.word(next), "and" | "&" | "or"))
}

/// Skips `a`, `the`, `one of the`, `its`, `Norvik's`; whether there was one.
fn determiner(page: &Page, from: usize, limit: usize) -> (usize, bool) {
    let word = |i: usize| page.doc.word(i);
    if word(from) == "one" && word(from + 1) == "of" {
        return (
            from + 2 + usize::from(matches!(word(from + 2), "the" | "its" | "his" | "her" | "their")),
            true,
        );
    }
    if matches!(word(from), "a" | "an" | "the" | "its" | "his" | "her" | "their" | "another") {
        return (from + 1, true);
    }
    let owner = name_from(page.notes, from).map(|n| page.notes.names[n].tokens.end);
    match owner.filter(|&end| end < limit && page.doc.tokens[end].kind == TokenKind::Possessive) {
        Some(end) => (end + 1, true),
        None => (from, false),
    }
}

/// One head with what stands before it: its token, and where it ends.
fn member(page: &Page, from: usize, limit: usize) -> (Option<usize>, usize) {
    let mut head = None;
    let mut at = from;
    while at < limit {
        let token = page.doc.tokens[at];
        let word = page.doc.word(at);
        let joins = token.kind == TokenKind::Dash && !token.spaced;
        let name = name_from(page.notes, at);
        // `a large, highly residential university`
        let comma = word == ","
            && head.is_none()
            && at > from
            && matches!(page.tag(at + 1), Tag::Adjective | Tag::Adverb);
        if joins || comma || token.kind == TokenKind::Number || token.kind == TokenKind::Possessive {
            at += 1;
        } else if let Some(name) = name {
            // A name is a modifier (`a Warner film`) unless nothing follows: then the phrase stands before its name.
            let end = page.notes.names[name].tokens.end;
            if head.is_some() || !is_inner(page, end, limit) {
                break;
            }
            at = end;
        } else if matches!(token.kind, TokenKind::Word | TokenKind::Mixed)
            && (hangs(page, at, from) || !ends(page, at, head.is_some()))
        {
            if is_noun(word) || tagged(page, at) {
                head = Some(at);
            }
            at += 1;
        } else {
            break;
        }
    }
    match head {
        Some(head) => (Some(head), head + 1),
        None => (None, at),
    }
}

/// Whether a dash hangs the word at `at` on one of the phrase: `a stand-up comedian`.
fn hangs(page: &Page, at: usize, from: usize) -> bool {
    let dash = at.checked_sub(1).filter(|&i| i > from).map(|i| page.doc.tokens[i]);
    !page.doc.tokens[at].spaced && dash.is_some_and(|t| t.kind == TokenKind::Dash && !t.spaced)
}

/// Whether the phrase goes on at `at`.
fn is_inner(page: &Page, at: usize, limit: usize) -> bool {
    at < limit
        && (matches!(page.doc.tokens[at].kind, TokenKind::Word | TokenKind::Possessive | TokenKind::Number)
            || page.doc.tokens[at].kind == TokenKind::Dash && !page.doc.tokens[at].spaced)
        && !ends(page, at, false)
}

/// Whether no noun phrase holds token `at`, given that it has a head already: `a film directed by`, `a firm making cars`.
fn ends(page: &Page, at: usize, headed: bool) -> bool {
    let word = page.doc.word(at);
    let verbal = matches!(page.tag(at), Tag::Ing | Tag::Participle | Tag::Past | Tag::Third);
    // `cloud computing arm` goes on.
    let goes_on =
        page.tag(at) == Tag::Ing && (page.tag(at + 1).is_noun() || page.tag(at + 1) == Tag::Adjective);
    NOUN_PHRASE_STOPS.has(word) && !matches!(word, "first" | "second") || headed && verbal && !goes_on
}

/// Whether a word that is more often a verb stands at `at` as a noun: `a 1950 play`.
fn tagged(page: &Page, at: usize) -> bool {
    let word = page.doc.word(at);
    let listed = || thesaurus::noun(word).is_some() || words::tags(word).is_none_or(|t| t.first == Tag::Noun);
    page.tag(at) == Tag::Noun && listed() && !thesaurus::is_adjective(word)
}

/// Whether `word` can be the head: a noun more often than a verb or an adjective.
pub fn is_noun(word: &str) -> bool {
    NOUNS.with(|kept| kept.with(word, is_mostly_noun, |noun| *noun))
}

thread_local! {
    static NOUNS: Memo<bool> = Memo::default();
}

fn is_mostly_noun(word: &str) -> bool {
    if naming::description_head(word).is_some() {
        return true;
    }
    let Some(lemma) = thesaurus::noun(word) else {
        // Those who do something are many more than any list has: `cricketer`.
        let doer = || words::tags(word).is_none() && word.len() > 5 && word.ends_with("er");
        return naming::role(word).is_some() || doer();
    };
    let (noun, verb) = thesaurus::noun_and_verb(lemma);
    noun >= verb && !thesaurus::is_adjective(word)
}
