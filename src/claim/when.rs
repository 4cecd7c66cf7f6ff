//! When a claim holds, as far as its sentence says so.

use super::offset;
use super::page::Page;
use crate::model::{Kind, Mention, When};
use std::ops::Range;

/// The time stated nearest in the clause, else the only one of the sentence.
pub fn of(page: &Page, clause: &Range<usize>, sentence: usize, own: Option<usize>) -> When {
    let own_start = own.and_then(|m| page.notes.mentions.get(m)).map_or(clause.start, |m| m.tokens.start);
    let times = |range: &Range<usize>| {
        let from = page.notes.mentions.partition_point(|m| m.tokens.end <= range.start);
        let end = range.end;
        (from..page.notes.mentions.len())
            .map(|i| (i, &page.notes.mentions[i]))
            .take_while(move |(_, m)| m.tokens.start < end)
            .filter_map(move |(i, m)| Some((m, m.time().filter(|_| Some(i) != own)?)))
            .filter(|(m, _)| offset::of(page.doc, m).is_none())
            .map(|(m, time)| (m.tokens.start, time))
    };
    // `51 million a year ago` is not when another figure was.
    let of_another = |at: usize| own.is_some_and(|m| counts_between(page, m, at));
    let near = times(clause).filter(|(at, _)| !of_another(*at));
    let near = near.min_by_key(|(at, _)| at.abs_diff(own_start));
    if let Some((_, time)) = near {
        return When { time: Some(time.clone()), basis: "stated" };
    }
    let tokens = page.doc.sentences.get(sentence).map_or(0..0, |s| s.tokens.clone());
    let mut all = times(&tokens);
    match (all.next(), all.next()) {
        (Some((_, time)), None) => When { time: Some(time.clone()), basis: "sentence" },
        _ => When::default(),
    }
}

/// Whether another figure of the same kind stands between mention `own` and token `at`.
fn counts_between(page: &Page, own: usize, at: usize) -> bool {
    let all = &page.notes.mentions;
    let behind = all[own + 1..].iter().take_while(|m| m.tokens.start < at);
    let before = all[..own].iter().rev().take_while(|m| m.tokens.start > at);
    let same = |m: &Mention| m.kind != Kind::Ordinal && m.quantity().is_some();
    if at > all[own].tokens.start { behind.into_iter().any(same) } else { before.into_iter().any(same) }
}
