//! Lists of places, partners and products: three or more names in a row, or two joined by `and`, with whether the wording says that
//! these are all.

use super::page::Page;
use crate::model::{Claim, ClaimKind, ClaimValue, Name, TokenKind};
use std::ops::Range;

/// Words that leave a list open.
const OPEN: [&str; 7] = ["including", "includes", "include", "like", "as", "especially", "among"];

/// Adds a claim for each list of names.
pub fn claims(page: &Page, out: &mut Vec<Claim>) {
    let names = &page.notes.names;
    let mut i = 0;
    while i < names.len() {
        let mut end = i + 1;
        while end < names.len() && linked(page, &names[end - 1], &names[end]) {
            end += 1;
        }
        let all = &names[i..end];
        // `Bergen, Norway` and `Ann Doe, the Norwegian` are one thing told twice.
        let told = all.len() > 2 || !only_comma(page, &all[0], &all[all.len() - 1]);
        if end - i >= 2 && told && !page.is_dateline(names[i].tokens.start) && same_kind(all) {
            out.push(claim(page, all));
        }
        i = end;
    }
}

/// Whether two names are joined by a comma alone, or by `, or`.
fn only_comma(page: &Page, a: &Name, b: &Name) -> bool {
    let between = || (a.tokens.end..b.tokens.start).map(|i| page.doc.word(i));
    let other_name = between().any(|w| w == ",") && between().any(|w| w == "or");
    other_name || between().all(|w| !matches!(w, "and" | "or" | "&"))
}

/// Whether only commas, `and`, `or` and articles stand between two names, at least one of them.
fn linked(page: &Page, a: &Name, b: &Name) -> bool {
    let between = a.tokens.end..b.tokens.start;
    !between.is_empty()
        && between.len() <= 4
        && page.doc.sentence_of(a.tokens.start) == page.doc.sentence_of(b.tokens.start)
        && between.clone().all(|i| {
            matches!(page.doc.word(i), "," | "and" | "or" | "the" | "&" | "inc" | "corp" | "." | "ltd")
                && page.doc.tokens[i].kind != TokenKind::Dash
        })
        && between.clone().any(|i| matches!(page.doc.word(i), "," | "and" | "or" | "&"))
}

/// A list holds names of one kind.
fn same_kind(names: &[Name]) -> bool {
    names.windows(2).all(|w| w[0].kind == w[1].kind)
}

fn claim(page: &Page, names: &[Name]) -> Claim {
    let tokens: Range<usize> = names[0].tokens.start..names[names.len() - 1].tokens.end;
    let items = names
        .iter()
        .map(|n| {
            let entity = page.entities.entity_of(page.source, n.span);
            entity.map_or_else(|| n.canonical.clone(), |id| page.entities.name(id).to_owned())
        })
        .collect();
    let before = tokens.start.checked_sub(1).map_or("", |i| page.doc.word(i));
    let complete = !OPEN.contains(&before) && !page.doc.word(tokens.end + 1).starts_with("other");
    let mut claim = page.claim(ClaimKind::List, ClaimValue::Items { items, complete }, tokens, None);
    claim.attribute = if claim.verb.is_empty() { "list".to_owned() } else { claim.verb.clone() };
    claim.confidence = 0.7;
    claim
}
