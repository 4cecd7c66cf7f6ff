//! The noun phrase beside a verb of saying.

use crate::claim::entity::{name_from, name_to};
use crate::lexicon::{calendar, naming};
use crate::model::{Annotations, Document, TokenKind};

/// A noun phrase for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrase {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// The token of the head.
    pub head: usize,
    /// First token with everything that belongs to it on the left.
    pub outer: usize,
}

impl Phrase {
    /// Whether it can speak: a name, a pronoun, a noun for people or organisations.
    pub fn is_somebody(&self, doc: &Document, notes: &Annotations) -> bool {
        let word = doc.word(self.head);
        let singular = word.strip_suffix('s').unwrap_or(word);
        name_to(notes, self.head + 1).is_some()
            || matches!(word, "he" | "she" | "it" | "they" | "we" | "i" | "who")
            || naming::role(word).or_else(|| naming::role(singular)).is_some()
            || naming::description_head(word).or_else(|| naming::description_head(singular)).is_some()
            || naming::is_organisation_head(word)
            || is_speaker(singular)
            || is_speaker(word)
    }

    /// Whether it speaks of several.
    pub fn is_plural(&self, doc: &Document, notes: &Annotations) -> bool {
        let word = doc.word(self.head);
        let several = matches!(word, "they" | "we" | "i" | "some" | "many" | "others" | "people" | "police");
        several || (word.ends_with('s') && name_to(notes, self.head + 1).is_none())
    }
}

/// Nouns that speak besides offices and organisations.
fn is_speaker(word: &str) -> bool {
    matches!(
        word,
        "source"
            | "official"
            | "authority"
            | "authoritie"
            | "statement"
            | "report"
            | "survey"
            | "study"
            | "paper"
            | "papers"
            | "document"
            | "witness"
            | "witnesse"
            | "relative"
            | "family"
            | "expert"
            | "critic"
            | "supporter"
            | "opponent"
            | "victim"
            | "survivor"
            | "people"
            | "friend"
            | "colleague"
            | "neighbor"
            | "neighbour"
            | "regulator"
            | "court"
            | "advertisement"
            | "announcement"
            | "release"
            | "memo"
            | "letter"
            | "filing"
            | "lawsuit"
            | "complaint"
            | "indictment"
            | "wife"
            | "husband"
            | "father"
            | "mother"
            | "son"
            | "daughter"
            | "brother"
            | "sister"
            | "creditor"
            | "diplomat"
            | "aide"
            | "insider"
            | "observer"
            | "user"
            | "customer"
            | "employee"
            | "worker"
            | "team"
            | "executive"
            | "investigator"
            | "some"
            | "many"
            | "others"
            | "one"
            | "website"
            | "newspaper"
            | "magazine"
            | "poll"
            | "index"
            | "website's"
            | "agencie"
            | "companie"
            | "data"
            | "figure"
    )
}

/// The phrase that ends before the verb `v`, adverbs and auxiliaries skipped.
pub fn before(doc: &Document, notes: &Annotations, v: usize, from: usize) -> Option<Phrase> {
    let mut end = v;
    while end > from && is_between(doc.word(end - 1)) {
        end -= 1;
    }
    if end == from
        || matches!(
            doc.word(end - 1),
            "to" | "is"
                | "was"
                | "were"
                | "are"
                | "be"
                | "been"
                | "being"
                | "the"
                | "a"
                | "an"
                | "this"
                | "not"
                | "by"
                | "of"
                | "and"
                | "or"
        )
    {
        return None;
    }
    if matches!(doc.word(end - 1), "who" | "which") && end >= from + 2 {
        end -= 1;
    }
    if doc.word(end - 1) == "," || doc.word(end - 1) == ")" {
        return behind_apposition(doc, notes, end, from);
    }
    let start = left_edge(doc, end, from);
    if start >= end {
        return None;
    }
    let name = name_to(notes, end).map(|n| notes.names[n].tokens.clone());
    let head = head_before_preposition(doc, start, end);
    match (name, head) {
        (_, Some(head)) => Some(Phrase { start, end, head, outer: start }),
        (Some(name), None) => {
            Some(Phrase { start: name.start, end, head: end - 1, outer: start.min(name.start) })
        }
        (None, None) => Some(Phrase { start, end, head: end - 1, outer: start }),
    }
}

/// `Tom Kirsch, a lawyer for the family, said`: the name before the apposition; `her lawyer, Tom Kirsch, said`: the name that it is.
fn behind_apposition(doc: &Document, notes: &Annotations, end: usize, from: usize) -> Option<Phrase> {
    let named = name_to(notes, end - 1).map(|n| notes.names[n].tokens.clone());
    let put = named.filter(|n| n.start > from + 1 && doc.word(n.start - 1) == ",");
    if let Some(name) = put.filter(|n| name_to(notes, n.start - 1).is_none()) {
        let outer = left_edge(doc, name.start - 1, from);
        return Some(Phrase { start: name.start, end: name.end, head: name.end - 1, outer });
    }
    let reach = from.max(end.saturating_sub(28));
    let comma = (reach + 1..end - 1)
        .rev()
        .find(|&i| matches!(doc.word(i), "," | "(") && name_to(notes, i).is_some())?;
    let name = &notes.names[name_to(notes, comma)?];
    Some(Phrase {
        start: name.tokens.start,
        end: name.tokens.end,
        head: name.tokens.end - 1,
        outer: name.tokens.start,
    })
}

/// Where the phrase that ends at `end` starts.
fn left_edge(doc: &Document, end: usize, from: usize) -> usize {
    let mut start = end;
    while start > from && start + 14 > end {
        let token = doc.tokens[start - 1];
        let initial = doc.word(start - 1) == "." && !token.spaced && start < end;
        let word = matches!(
            token.kind,
            TokenKind::Word | TokenKind::Mixed | TokenKind::Number | TokenKind::Possessive
        ) || (token.kind == TokenKind::Dash && !token.spaced)
            || initial
            || doc.word(start - 1) == "&";
        if !word || is_edge(doc.word(start - 1)) {
            break;
        }
        start -= 1;
    }
    start
}

/// `officials at Purolator`: the noun before the first preposition, where it is one that speaks.
fn head_before_preposition(doc: &Document, start: usize, end: usize) -> Option<usize> {
    let at = (start + 1..end).find(|&i| {
        matches!(doc.word(i), "of" | "for" | "at" | "with" | "from" | "in" | "close" | "familiar" | "on")
    })?;
    let word = doc.word(at - 1);
    let singular = word.strip_suffix('s').unwrap_or(word);
    let speaks = naming::role(word).or_else(|| naming::role(singular)).is_some()
        || naming::description_head(singular).is_some()
        || naming::description_head(word).is_some()
        || is_speaker(singular);
    speaks.then_some(at - 1)
}

/// The phrase that starts at token `at`, up to its end.
pub fn after(doc: &Document, notes: &Annotations, at: usize, limit: usize) -> Option<Phrase> {
    let end = phrase_end(doc, notes, at, limit);
    if end <= at
        || matches!(
            doc.word(at),
            "that" | "in" | "on" | "at" | "to" | "there" | "if" | "by" | "as" | "nothing" | "so" | "not"
        )
    {
        return None;
    }
    if matches!(doc.word(at), "he" | "she" | "it" | "they" | "we" | "i") {
        return Some(Phrase { start: at, end: at + 1, head: at, outer: at });
    }
    let first_name = (at..end).find_map(|i| name_from(notes, i)).map(|n| notes.names[n].tokens.clone());
    let head = head_before_preposition(doc, at, end);
    // `said Norvik's finance chief, Ann Doe`
    let owns = |name: &std::ops::Range<usize>| {
        doc.tokens.get(name.end).is_some_and(|t| t.kind == TokenKind::Possessive) && end > name.end + 1
    };
    let first_name = first_name.filter(|name| !owns(name) || name_to(notes, end).is_some());
    Some(match (head, first_name) {
        (Some(head), _) => Phrase { start: at, end, head, outer: at },
        (None, Some(name)) if name_to(notes, end).is_some() || name.start == at => {
            let last = name_to(notes, end).map_or(name.clone(), |n| notes.names[n].tokens.clone());
            let name = if name.start == at
                && doc.word(name.end) != "'s"
                && last.start != name.start
                && is_in(doc, name.end, last.start)
            {
                name
            } else {
                last
            };
            Phrase { start: at, end, head: name.end - 1, outer: at }
        }
        _ => Phrase { start: at, end, head: end - 1, outer: at },
    })
}

/// One past the last token of the phrase that starts at token `at`.
fn phrase_end(doc: &Document, notes: &Annotations, at: usize, limit: usize) -> usize {
    let mut end = at;
    while end < limit && end < at + 14 {
        let token = doc.tokens[end];
        if let Some(name) = name_from(notes, end) {
            end = notes.names[name].tokens.end.min(limit);
            continue;
        }
        let stop = doc.word(end) == "."
            && !token.spaced
            && end > at
            && doc.word(end - 1).len() <= 4
            && doc.tokens.get(end + 1).is_some_and(|t| t.capital)
            && end + 1 < limit;
        let word = matches!(token.kind, TokenKind::Word | TokenKind::Mixed | TokenKind::Possessive)
            || (token.kind == TokenKind::Dash && !token.spaced)
            || stop;
        let edge = end > at && (is_edge(doc.word(end)) || is_past(doc.word(end)));
        if !word || edge {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a preposition stands between two names.
fn is_in(doc: &Document, from: usize, to: usize) -> bool {
    (from..to).any(|i| matches!(doc.word(i), "of" | "for" | "at" | "with" | "from" | "in" | "on"))
}

/// Words that may stand between a speaker and the verb.
fn is_between(word: &str) -> bool {
    matches!(
        word,
        "has"
            | "have"
            | "had"
            | "also"
            | "later"
            | "earlier"
            | "then"
            | "previously"
            | "already"
            | "recently"
            | "reportedly"
            | "repeatedly"
            | "yesterday"
            | "today"
            | "once"
            | "further"
            | "however"
            | "again"
            | "now"
            | "still"
            | "simply"
            | "publicly"
            | "immediately"
            | "first"
    )
}

/// Words that no noun phrase goes over.
fn is_edge(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "but"
            | "or"
            | "while"
            | "as"
            | "that"
            | "because"
            | "although"
            | "though"
            | "when"
            | "if"
            | "which"
            | "who"
            | "whom"
            | "after"
            | "before"
            | "since"
            | "than"
            | "where"
            | "so"
            | "is"
            | "was"
            | "were"
            | "are"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "could"
            | "may"
            | "what"
            | "how"
            | "why"
            | "whether"
            | "like"
            | "during"
            | "until"
    ) || naming::say_verb(word)
        .is_some_and(|v| !v.weak && !matches!(word, "report" | "comment" | "estimate" | "claim" | "warning"))
}

/// Participles and times that end a speaker behind the verb (`said Ann Doe, …`; `said Ann Doe on Monday`).
fn is_past(word: &str) -> bool {
    matches!(word, "on" | "in" | "yesterday" | "today" | "late" | "earlier") || calendar::is_weekday(word)
}
