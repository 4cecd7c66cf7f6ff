//! The noun that a value is said of: what is counted, or what the sum, share or length is.

use super::clause;
use super::entity::Form;
use super::page::Page;
use crate::lexicon::words;
use crate::lexicon::{DIMENSION_NOUNS, DIMENSION_WORDS, MEASURING_VERBS, QUANTITY_NOUNS, STOPWORDS};
use crate::model::{Kind, Mention, Tag, TokenKind};
use std::ops::Range;

/// The noun's token, if one is found: behind the value (`a $1 billion investment`, `28 % share`) or before it
/// (`an investment of $1 billion`, `a stake of 28.1 %`), or the subject that a verb measures (`turnout reached 61 %`).
pub fn of(page: &Page, mention: &Mention) -> Option<usize> {
    if let Some(counted) = &mention.counted {
        return counted.end.checked_sub(1).filter(|&i| i >= counted.start);
    }
    behind(page, mention).or_else(|| before(page, mention)).or_else(|| subject(page, mention))
}

/// The head of the subject where the verb measures it: `the temperature reached 41 degrees`, `bail was set at $20,000`.
fn subject(page: &Page, mention: &Mention) -> Option<usize> {
    if matches!(mention.kind, Kind::Date | Kind::Time) {
        return None;
    }
    let clause = clause::around(page, &mention.tokens);
    let Some((at, verb, before)) = page.governing(&clause, &mention.tokens) else {
        return complement(page, &clause, mention);
    };
    if !before || !MEASURING_VERBS.has(verb.base) {
        return None;
    }
    phrase_head(page, page.subject_phrase(at)?)
}

/// The head of the subject of a clause without any verb but `be`: `revenue was down 4 percent at $2 billion`.
fn complement(page: &Page, clause: &Range<usize>, mention: &Mention) -> Option<usize> {
    let measures = matches!(mention.kind, Kind::Money | Kind::Percent | Kind::Dimension);
    let at =
        (clause.start..mention.tokens.start).rev().find(|&i| page.tag(i) == Tag::Be).filter(|_| measures)?;
    let changed = matches!(page.doc.word(at + 1), "up" | "down" | "higher" | "lower" | "flat" | "unchanged");
    phrase_head(page, page.subject_phrase(at).filter(|_| changed)?)
}

/// The last noun of a phrase. A word at the start of a sentence may look like a name (`Turnout was low`).
fn phrase_head(page: &Page, phrase: Range<usize>) -> Option<usize> {
    let noun = |i: usize| matches!(page.tag(i), Tag::Noun | Tag::Nouns);
    let known = |i: usize| {
        page.tag(i) == Tag::Proper && words::tags(page.doc.word(i)).is_some_and(|t| t.has(Tag::Noun))
    };
    let alone = phrase.len() == 1 && known(phrase.start);
    let head = if alone { phrase.start } else { phrase.rev().find(|&i| noun(i))? };
    Some(counted(page, head))
}

/// What a noun of quantity at token `i` is a quantity of: the riders of `the number of riders`; any other noun itself.
fn counted(page: &Page, i: usize) -> usize {
    if !QUANTITY_NOUNS.has(page.doc.word(i)) || page.doc.word(i + 1) != "of" {
        return i;
    }
    let inside =
        |k: &usize| page.tag(*k).is_noun() || matches!(page.tag(*k), Tag::Determiner | Tag::Adjective);
    let end = page.doc.sentences[page.doc.sentence_of(i)].tokens.end;
    (i + 2..end).take_while(inside).last().unwrap_or(i)
}

/// The last of the plain words right behind the value: `market share` in `20-percent market share in China`.
fn behind(page: &Page, mention: &Mention) -> Option<usize> {
    let mut i = mention.tokens.end;
    if matches!(mention.kind, Kind::Date | Kind::Time) {
        return None;
    }
    if matches!(mention.kind, Kind::Percent | Kind::Dimension) && page.doc.word(i) == "of" {
        i += 1;
        while matches!(page.doc.word(i), "the" | "its" | "their" | "all" | "a") {
            i += 1;
        }
    }
    // `26 metres in length`
    if mention.kind == Kind::Dimension
        && page.doc.word(i) == "in"
        && DIMENSION_NOUNS.has(page.doc.word(i + 1))
    {
        return Some(i + 1);
    }
    if mention.kind == Kind::Dimension
        && let Some(of) = (i..i + 2).find(|&k| DIMENSION_WORDS.has(page.doc.word(k)))
        && (i..of).all(|k| page.doc.tokens[k].kind == TokenKind::Dash)
    {
        return Some(of);
    }
    let mut last = None;
    let end = page.doc.sentences[page.doc.sentence_of(mention.tokens.start)].tokens.end;
    while i < end && i < mention.tokens.end + 7 {
        let token = page.doc.tokens[i];
        let word = page.doc.word(i);
        let hyphen = token.kind == TokenKind::Dash && !token.spaced;
        if hyphen || token.kind == TokenKind::Possessive {
            i += 1;
            continue;
        }
        if token.kind != TokenKind::Word
            || STOPWORDS.has(word)
            || (last.is_some() && page.verb_at(i).is_some())
        {
            break;
        }
        if last.is_none() && (page.verb_at(i).is_some() || page.tag(i) == Tag::Adverb) {
            break;
        }
        last = Some(i);
        i += 1;
    }
    last
}

/// The noun before `of` or `at`: `a stake of 28.1 %`, `a quota of 210,000 barrels`.
fn before(page: &Page, mention: &Mention) -> Option<usize> {
    let start = page.doc.tokens_in(mention.stated).start;
    let link = start.checked_sub(1)?;
    if !matches!(page.doc.word(link), "of" | "at" | "to" | "is" | "was" | "totaling" | "totalling" | "worth")
    {
        return None;
    }
    // `the deal is worth $2 bn`
    let being = if page.doc.word(link) == "worth" && link > 0 { link - 1 } else { link };
    if page.tag(being) == Tag::Be
        && let Some(head) = page.subject_phrase(being).and_then(|phrase| phrase_head(page, phrase))
    {
        return Some(head);
    }
    // `shortly before noon at 2,700 metres`, `fell by a quarter to $310 million`
    let noun = before_maker(page, link.checked_sub(1)?).filter(|&i| !page.is_mention(i))?;
    let token = page.doc.tokens.get(noun)?;
    (token.kind == TokenKind::Word && !STOPWORDS.has(page.doc.word(noun)) && page.verb_at(noun).is_none())
        .then(|| head(page, noun))
}

/// The token itself, or what stands before `by` and a name that ends there: the takeover of `a takeover by Norvik at $35`.
fn before_maker(page: &Page, noun: usize) -> Option<usize> {
    match page.entities.mention_at(page.source, noun) {
        Some(name) if name.form == Form::Name => {
            let by = name.tokens.start.checked_sub(1).filter(|&i| page.doc.word(i) == "by")?;
            by.checked_sub(1)
        }
        _ => Some(noun),
    }
}

/// The noun that `of` makes the one at token `noun` a complement of: `the depth of the lake` is a depth.
fn head(page: &Page, noun: usize) -> usize {
    let start = page.doc.sentences[page.doc.sentence_of(noun)].tokens.start;
    let inside =
        |i: &usize| page.tag(*i).is_noun() || matches!(page.tag(*i), Tag::Determiner | Tag::Adjective);
    let first = (start..noun).rev().take_while(inside).last().unwrap_or(noun);
    match first.checked_sub(2) {
        Some(outer) if outer >= start && page.doc.word(first - 1) == "of" && page.tag(outer).is_noun() => {
            outer
        }
        _ => noun,
    }
}
