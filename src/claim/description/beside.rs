//! Where a description stands: behind a verb of being, between commas on either side of a name, right before it.

use super::complement::makers;
use super::phrase::{self, Phrase};
use super::{Found, is_place};
use crate::claim::entity::{name_from, name_to};
use crate::claim::page::Page;
use crate::lexicon::{naming, places, thesaurus};
use crate::model::{Fact, TokenKind};
use std::ops::Range;

/// How many tokens a bracket or an apposition between a name and its verb may have.
const ASIDE: usize = 40;

/// `X is a Y`, with brackets and asides between.
pub fn copula(page: &Page, name: &Range<usize>, limit: usize) -> Option<Found> {
    let being = |i: usize| matches!(page.doc.word(i), "is" | "are" | "was" | "were");
    // `The play, staged by Ann Doe, is`: what ends an aside is not spoken of.
    if page.doc.word(name.end) == "," && being(name.end + 1) {
        return None;
    }
    let mut at = aside(page, name.end, limit);
    let (mut verb, mut negated, mut past) = (false, false, false);
    while at < limit {
        match page.doc.word(at) {
            "is" | "are" | "be" | "been" | "becomes" | "remains" => verb = true,
            "was" | "were" | "became" | "remained" => (verb, past) = (true, true),
            "not" | "n't" | "never" => negated = true,
            word if is_contraction(word, &["is", "are"]) => (verb, negated) = (true, true),
            word if is_contraction(word, &["was", "were"]) => (verb, negated, past) = (true, true, true),
            // `does not appear to be`
            "do" | "does" | "did" if seems(page, at + 1) => {}
            word if is_contraction(word, &["do", "does", "did"]) && seems(page, at + 1) => negated = true,
            "to" if seems(page, at - 1) => {}
            _ if seems(page, at) => {}
            "has" | "have" | "had" | "also" | "now" | "currently" | "still" | "originally" | "really"
            | "actually" | "already" | "once" | "only" | "solely" | "exclusively" | "primarily" | "who"
            | "which" | "," => {}
            _ => break,
        }
        // `was not only a moment`
        if negated && matches!(page.doc.word(at + 1), "only" | "just" | "merely") {
            return None;
        }
        at += 1;
    }
    if !verb {
        return None;
    }
    let found = |phrase: Phrase| {
        let tokens = name.start..phrase.tokens.end.max(at);
        Found { tokens, phrase, negated, stated: true, past, defined: defines(page, name.end, at) }
    };
    let Some(phrase) = phrase::read(page, at, limit) else {
        return bare(page, at, limit).map(found);
    };
    let counted = phrase.determined || page.doc.word(phrase.heads[0]).ends_with('s');
    counted.then(|| found(phrase))
}

/// Whether `word` is one of `verbs` with `not` in it: `isn't`, `isn’t`.
fn is_contraction(word: &str, verbs: &[&str]) -> bool {
    let bare = word.strip_suffix("n't").or_else(|| word.strip_suffix("n’t"));
    bare.is_some_and(|verb| verbs.contains(&verb))
}

/// Whether `appears to be`, `not seem to be` stands at `i`.
fn seems(page: &Page, i: usize) -> bool {
    let at = i + usize::from(page.doc.word(i) == "not");
    matches!(page.doc.word(at), "appear" | "appears" | "appeared" | "seem" | "seems" | "seemed")
        && page.doc.word(at + 1) == "to"
        && page.doc.word(at + 2) == "be"
}

/// Whether the days of a life stand in brackets in `from..to`.
fn defines(page: &Page, from: usize, to: usize) -> bool {
    let year = |i: usize| page.doc.tokens[i].kind == TokenKind::Number && page.doc.word(i).len() == 4;
    let open = |i: usize| page.doc.word(i) == "(";
    (from..to).any(open) && (from..to).any(year)
}

/// `There is a town called X`, `This is a town named X`.
pub fn called(page: &Page, name: &Range<usize>, from: usize) -> Option<Found> {
    let word = |i: usize| page.doc.word(i);
    let last = name.start.checked_sub(1).filter(|&i| i > from + 3)?;
    let opens = matches!(word(from), "there" | "this" | "that") && matches!(word(from + 1), "is" | "was");
    let names = matches!(word(last), "called" | "named" | "name") && matches!(word(from + 2), "a" | "an");
    let read = || phrase::read(page, from + 2, last).filter(|p| p.tokens.end == last);
    let phrase = (opens && names).then(read).flatten()?;
    let past = word(from + 1) == "was";
    Some(Found { tokens: from..name.end, phrase, negated: false, stated: true, past, defined: false })
}

/// What says no kind: a nationality alone (`is Danish`, `is a Dane`), or who made a thing (`was written by Ann Doe`).
fn bare(page: &Page, at: usize, limit: usize) -> Option<Phrase> {
    let phrase = |end: usize| Phrase { tokens: at..end, heads: Vec::new(), determined: false };
    if makers(page, at).is_some() && page.doc.word(at) != "by" {
        return Some(phrase(at));
    }
    let word = at + usize::from(matches!(page.doc.word(at), "a" | "an"));
    let alone = word + 1 >= limit || matches!(page.doc.word(word + 1), "." | "," | ";" | "but");
    (page.doc.is(word, Fact::OfPlace) && alone).then(|| phrase(word + 1))
}

/// Where the subtitle ends that begins at `at`, behind the title that opens the sentence: `Deep Water: A Tale of the Sea is`.
fn subtitle(page: &Page, at: usize, limit: usize) -> Option<usize> {
    let sentence = page.doc.sentences[page.doc.sentence_of(at)].tokens.start;
    let colon = page.doc.word(at) == ":" && at <= sentence + 5;
    let part = |i: usize| {
        page.doc.tokens[i].capital
            || matches!(page.doc.word(i), "of" | "the" | "a" | "an" | "and" | "in" | "for" | "to" | "'s")
    };
    let end = (at + 1..limit.min(at + 10)).find(|&i| !part(i)).filter(|_| colon)?;
    (end > at + 1 && matches!(page.doc.word(end), "is" | "was")).then_some(end)
}

/// One past the brackets that open at `from`: `(Polish: …) (born 1970)`, `(… [ … ])`.
fn brackets(page: &Page, mut from: usize, most: usize) -> usize {
    let word = |i: usize| page.doc.word(i);
    while matches!(word(from), "(" | "[") {
        let close = if word(from) == "(" { ")" } else { "]" };
        let Some(end) = (from..most).find(|&i| word(i) == close) else { break };
        from = end + 1;
        while matches!(word(from), ")" | "]") {
            from += 1;
        }
    }
    from
}

/// Whether the name that ends at `at` is part of a subtitle.
pub fn in_subtitle(page: &Page, name: &Range<usize>) -> bool {
    let sentence = &page.doc.sentences[page.doc.sentence_of(name.start)].tokens;
    let colon = (sentence.start..name.start.min(sentence.start + ASIDE)).find(|&i| page.doc.word(i) == ":");
    colon.is_some_and(|c| subtitle(page, c, sentence.end).is_some_and(|end| name.end <= end))
}

/// One past a bracket, or past an aside between commas that a verb of being follows.
fn aside(page: &Page, mut at: usize, limit: usize) -> usize {
    // `"Roar" is`
    while matches!(page.doc.word(at), "\"" | "”" | "``" | "`" | "''" | "'" | "’") {
        at += 1;
    }
    let word = |i: usize| page.doc.word(i);
    let most = limit.min(at + ASIDE);
    let mut from = brackets(page, at, most);
    if let Some(end) = subtitle(page, at, limit) {
        return end;
    }
    // A name in another script.
    while from < most
        && !page.doc.token_text(from).is_ascii()
        // `isn’t`
        && !page.doc.word(from).ends_with('t')
        && page.doc.tokens[from].kind == TokenKind::Word
    {
        from += 1;
    }
    from = brackets(page, from, most);
    if word(from) != "," {
        return from;
    }
    if let Some(region) = name_from(page.notes, from + 1).filter(|_| is_place(page, from + 1)) {
        return page.notes.names[region].tokens.end;
    }
    let is_being = |i: usize| matches!(word(i), "is" | "was" | "are" | "were");
    (from + 1..most).find(|&i| word(i) == "," && is_being(i + 1)).map_or(from, |i| i + 1)
}

/// `X, a Y,`.
pub fn behind(page: &Page, name: &Range<usize>, limit: usize) -> Option<Found> {
    if page.doc.word(name.end) != "," {
        return None;
    }
    let phrase = phrase::read(page, name.end + 1, limit).filter(|p| p.determined)?;
    let closed = phrase.tokens.end >= limit
        || matches!(
            page.doc.word(phrase.tokens.end),
            "," | "."
                | ";"
                | ")"
                | "of"
                | "in"
                | "for"
                | "at"
                | "which"
                | "that"
                | "who"
                | "by"
                | "from"
                | "with"
                | "based"
        );
    (closed && !is_listed(page, name, &phrase)).then(|| Found::aside(name.start..phrase.tokens.end, phrase))
}

/// Whether the phrase is the next of a list (`Norvik, the bank and others`).
fn is_listed(page: &Page, name: &Range<usize>, phrase: &Phrase) -> bool {
    let before = name.start.checked_sub(1).map_or("", |i| page.doc.word(i));
    matches!(page.doc.word(phrase.tokens.end), "and" | "or")
        || matches!(before, "," | "and") && phrase.heads.len() > 1
}

/// `Y, X,`.
pub fn ahead(page: &Page, name: &Range<usize>, from: usize) -> Option<Found> {
    let comma = name.start.checked_sub(1).filter(|&i| i > from && page.doc.word(i) == ",")?;
    let closed =
        matches!(page.doc.word(name.end), "," | "." | ";" | ")" | "" | "which" | "that" | "who" | "to");
    let head = comma.checked_sub(1).filter(|&h| h > from && phrase::is_noun(page.doc.word(h)))?;
    let start = start_of(page, head, from)?;
    let phrase = phrase::read(page, start, comma).filter(|p| p.determined && p.tokens.end == comma)?;
    (closed && names_kind(page, head)).then(|| Found::aside(start..name.end, phrase))
}

/// `the Y X`, `Y X`, `the Y of X`.
pub fn before(page: &Page, name: &Range<usize>, from: usize) -> Option<Found> {
    let last = name.start.checked_sub(1).filter(|&i| i >= from)?;
    let town = |i: usize| {
        matches!(
            page.doc.word(i),
            "city"
                | "town"
                | "village"
                | "state"
                | "island"
                | "province"
                | "county"
                | "republic"
                | "kingdom"
                | "municipality"
                | "parish"
                | "port"
                | "district"
                | "emirate"
        )
    };
    let of = page.doc.word(last) == "of" && last > from && town(last - 1);
    let head = if of { last - 1 } else { last };
    if page.doc.tokens[head].kind != TokenKind::Word
        || !phrase::is_noun(page.doc.word(head))
        || !names_kind(page, head)
    {
        return None;
    }
    let start = start_of(page, head, from).unwrap_or_else(|| first_modifier(page, head, from));
    let phrase = phrase::read(page, start, head + 1).filter(|p| p.tokens.end == head + 1)?;
    Some(Found::aside(start..name.end, phrase))
}

/// Where the determiner or owner of the phrase with this head stands, a few words before it.
fn start_of(page: &Page, head: usize, from: usize) -> Option<usize> {
    let lowest = head.saturating_sub(7).max(from);
    for i in (lowest..head).rev() {
        let token = page.doc.tokens[i];
        if token.kind == TokenKind::Possessive {
            return name_to(page.notes, i).map(|n| page.notes.names[n].tokens.start);
        }
        match page.doc.word(i) {
            "a" | "an" | "the" | "its" | "his" | "her" | "their" => return Some(i),
            word if token.kind != TokenKind::Dash && crate::lexicon::nouns::NOUN_PHRASE_STOPS.has(word) => {
                return None;
            }
            _ if token.kind == TokenKind::Punct => return None,
            _ => {}
        }
    }
    None
}

/// The first of the nouns and adjectives right before `head`.
fn first_modifier(page: &Page, head: usize, from: usize) -> usize {
    let mut start = head;
    while start > from.max(head.saturating_sub(4)) {
        let i = start - 1;
        let token = page.doc.tokens[i];
        let word = page.doc.word(i);
        let fits = name_to(page.notes, start).is_some()
            || token.kind == TokenKind::Dash && !token.spaced
            || token.kind == TokenKind::Word
                && (phrase::is_noun(word)
                    || thesaurus::is_adjective(word)
                    || places::adjective(word).is_some());
        if !fits {
            break;
        }
        start = name_to(page.notes, start).map_or(i, |n| page.notes.names[n].tokens.start.max(from));
    }
    start
}

/// Whether the noun at `head` says what a named thing is: a person, an organisation, a place, a work.
fn names_kind(page: &Page, head: usize) -> bool {
    let word = page.doc.word(head);
    let Some(lemma) = thesaurus::noun(word) else { return false };
    naming::description_head(lemma).is_some()
        || naming::is_place_head(lemma)
        || naming::is_organisation_head(lemma)
        || ["person", "organization", "company", "district"]
            .iter()
            .any(|kind| thesaurus::broader(kind, lemma))
}
