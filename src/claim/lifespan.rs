//! The days on which somebody was born and died, as brackets behind a name give them: `Ann Marsh (4 March 1920 – 5 May 1990)`.

use super::page::Page;
use crate::lexicon::thesaurus;
use crate::model::time::{Date, Time, plus_days, plus_months};
use crate::model::{
    Claim, ClaimKind, ClaimValue, EntityId, EntityKind, Granularity, Kind, Mention, TimeValue, TokenKind,
};
use std::ops::Range;

/// Attributes of the shipped rules.
const BIRTH: &str = "birth";
const DEATH: &str = "death-date";
/// How far behind its opening a bracket is looked for, in tokens.
const REACH: usize = 24;

/// Whether the attribute with that id is a day of a life, which is done to nothing: `born Ann Marsh; 4 March 1920`.
pub fn is_day(id: Option<&str>) -> bool {
    matches!(id, Some(BIRTH | DEATH))
}

/// How far before its opening the name that a bracket belongs to is looked for, in tokens.
const NAMED: usize = 60;

/// Which of the two the date of `claim`, made from mention `index`, is.
pub fn of(page: &Page, claim: &Claim, index: usize) -> Option<String> {
    let mentions = &page.notes.mentions;
    let this = &mentions[index];
    let is_date = |m: &&Mention| m.time().is_some_and(|t| t.granularity <= Granularity::Year);
    is_date(&this).then_some(())?;
    let open = opening(page, this.tokens.start)?;
    let first_of = |a: &Mention, b: &Mention| {
        let between = a.tokens.end..b.tokens.start;
        let dash = !between.is_empty() && between.clone().all(|i| page.doc.tokens[i].kind == TokenKind::Dash);
        dash && page.doc.word(b.tokens.end) == ")"
    };
    let next = mentions.get(index + 1).filter(is_date);
    let before = index.checked_sub(1).map(|i| &mentions[i]).filter(is_date);
    let attribute = if next.is_some_and(|next| first_of(this, next)) {
        BIRTH
    } else if before.is_some_and(|before| before.tokens.start > open && first_of(before, this)) {
        DEATH
    } else {
        return None;
    };
    is_person(page, claim, open).then(|| attribute.to_owned())
}

/// The name behind which a bracket says when its bearer was born, or lived.
pub fn bearer(page: &Page, mention: &Mention) -> Option<EntityId> {
    let open = opening(page, mention.tokens.start)?;
    let born = (open + 1..mention.tokens.start).any(|i| page.doc.word(i) == "born");
    let dash = |i: usize| page.doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Dash);
    let stretch = mention.time().is_some_and(|t| t.granularity == Granularity::Range);
    let pair = stretch || dash(mention.tokens.end) || dash(mention.tokens.start - 1);
    if born || pair { named(page, open) } else { None }
}

/// Whose name stands before the bracket at `open`, behind other brackets or a title between commas (`Ann Marsh, 3rd Baroness
/// Marsh, (`).
fn named(page: &Page, open: usize) -> Option<EntityId> {
    let start = page.doc.sentences[page.doc.sentence_of(open)].tokens.start.max(open.saturating_sub(NAMED));
    let mut last = open.checked_sub(1).filter(|&i| i >= start)?;
    while matches!(page.doc.word(last), "]" | ")") {
        let opens = |&i: &usize| matches!(page.doc.word(i), "[" | "(");
        last = (start..last).rev().find(opens)?.checked_sub(1).filter(|&i| i >= start)?;
    }
    if page.doc.word(last) == "," {
        let comma = (start..last).rev().find(|&i| page.doc.word(i) == ",")?;
        let mention = page.entities.mention_at(page.source, comma.checked_sub(1)?)?;
        return (mention.tokens.start <= start + 1 && mention.tokens.end == comma).then_some(mention.entity);
    }
    page.entities.at_token(page.source, last)
}

/// Both as claims, where the text gives them as one stretch of time; none if `claim` is no such stretch.
pub fn ends(page: &Page, claim: &Claim, mention: &Mention) -> Option<[Claim; 2]> {
    let stretch = mention.time().filter(|t| t.granularity == Granularity::Range)?;
    let open = opening(page, mention.tokens.start)?;
    let closed = page.doc.word(mention.tokens.end) == ")";
    let dash = mention.tokens.clone().find(|&i| matches!(page.doc.word(i), "–" | "-" | "—" | "−" | "--"))?;
    let sides = [mention.tokens.start..dash, dash + 1..mention.tokens.end];
    if !closed || sides.iter().any(Range::is_empty) || !is_person(page, claim, open) {
        return None;
    }
    let [born, died] = sides;
    let last = plus_days(stretch.end?.date(), -1)?;
    let one = |tokens: Range<usize>, id: &str, day: Date| {
        let label = page.rules.attributes.iter().find(|a| a.id == id)?.label.clone();
        let value = ClaimValue::Time(precise(day, tokens.len())?);
        let span = page.doc.span_of(tokens);
        let kind = ClaimKind::Value(Kind::Date);
        Some(Claim {
            kind,
            value,
            span,
            attribute_id: Some(id.to_owned()),
            attribute: label,
            ..claim.clone()
        })
    };
    Some([one(born, BIRTH, stretch.start?.date())?, one(died, DEATH, last)?])
}

/// The time that starts with `day`, at the precision of so many words: a year, a month, a day.
fn precise(day: Date, words: usize) -> Option<TimeValue> {
    let first = |date: Date| date.to_datetime(Time::midnight());
    let (start, end, granularity, iso) = match words {
        1 => {
            let start = Date::new(day.year(), 1, 1).ok()?;
            (start, plus_months(start, 12)?, Granularity::Year, format!("{:04}", day.year()))
        }
        2 => {
            let start = Date::new(day.year(), day.month(), 1).ok()?;
            let iso = format!("{:04}-{:02}", day.year(), day.month());
            (start, plus_months(start, 1)?, Granularity::Month, iso)
        }
        _ => (day, plus_days(day, 1)?, Granularity::Day, day.to_string()),
    };
    Some(TimeValue::given(first(start), Some(first(end)), granularity, iso))
}

/// The bracket in which token `at` stands.
fn opening(page: &Page, at: usize) -> Option<usize> {
    let from = page.doc.sentences[page.doc.sentence_of(at)].tokens.start.max(at.saturating_sub(REACH));
    (from..at).rev().find(|&i| matches!(page.doc.word(i), "(" | ")")).filter(|&i| page.doc.word(i) == "(")
}

/// Whether the bracket at `open` stands behind a person: by the name, or by what the sentence says of it (`was a painter`).
fn is_person(page: &Page, claim: &Claim, open: usize) -> bool {
    let named = named(page, open).or(claim.subject);
    if named.is_none() || named != claim.subject {
        return false;
    }
    match named.and_then(|id| page.entities.table.get(id.0)).map(|e| e.kind) {
        Some(EntityKind::Person) => true,
        Some(EntityKind::Unknown) => is_called_person(page, open),
        _ => false,
    }
}

/// Whether the first noun that `is` or `was` says behind `open` is one of people.
fn is_called_person(page: &Page, open: usize) -> bool {
    let end = page.doc.sentences[page.doc.sentence_of(open)].tokens.end;
    let being = |&i: &usize| {
        matches!(page.doc.word(i), "is" | "was") && matches!(page.doc.word(i + 1), "a" | "an" | "the")
    };
    let Some(at) = (open..end).find(being) else { return false };
    let noun = (at + 2..end.min(at + 8)).filter(|&i| page.tag(i).is_noun());
    noun.filter_map(|i| thesaurus::noun(page.doc.word(i))).any(|noun| thesaurus::broader("person", noun))
}
