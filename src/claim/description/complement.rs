//! What stands behind the phrase of a description: whose and where the thing is, and who made it.

use crate::claim::entity::name_from;
use crate::claim::page::Page;
use crate::lexicon::naming;
use crate::model::{EntityKind, Name, Tag, TokenKind};

/// How many phrases with a name are read behind a description.
const COMPLEMENTS: usize = 4;
/// How far behind `by` the names of makers are looked for, in tokens.
const MAKERS: usize = 10;

/// How far behind a description further makers are looked for, in tokens.
const FURTHER: usize = 40;

/// What makers do, and their role.
const DEEDS: [(&str, &str); 10] = [
    ("composed", "composed by"),
    ("created", "created by"),
    ("designed", "designed by"),
    ("directed", "directed by"),
    ("discovered", "discovered by"),
    ("founded", "founded by"),
    ("invented", "invented by"),
    ("painted", "painted by"),
    ("recorded", "recorded by"),
    ("written", "written by"),
];

/// By whom a thing is, right behind its description: `by Ann Doe`, `written and directed by Ann Doe and Tom Reed`; with the
/// roles.
pub fn makers<'a>(page: &Page<'a>, at: usize) -> Option<(Vec<&'static str>, Vec<&'a Name>)> {
    let role = |i: usize| DEEDS.iter().find(|(deed, _)| *deed == page.doc.word(i)).map(|(_, role)| *role);
    let mut roles: Vec<&'static str> = role(at).into_iter().collect();
    let mut from = at + usize::from(!roles.is_empty());
    while matches!(page.doc.word(from), "and" | "," | "&") && !roles.is_empty() && from < at + MAKERS {
        roles.extend(role(from + 1));
        from += 2;
    }
    // `discovered in 1931 by Ann Doe`
    if !roles.is_empty() && page.doc.word(from) != "by" {
        from = behind_time(page, from);
    }
    if page.doc.word(from) != "by" {
        return None;
    }
    if roles.is_empty() {
        roles.push("by");
    }
    let limit = page.doc.sentences[page.doc.sentence_of(from)].tokens.end.min(from + MAKERS);
    let mut names: Vec<&Name> = Vec::new();
    for name in &page.notes.names[page.notes.names.partition_point(|n| n.tokens.start < from)..] {
        let joined = |last: &&Name| {
            // `by writer Ann Doe and artist Tom Reed`
            (last.tokens.end..name.tokens.start).all(|i| {
                matches!(page.doc.word(i), "," | "and" | "&")
                    || page.tag(i).is_noun() && !page.doc.tokens[i].capital
            })
        };
        if name.tokens.start >= limit || !names.last().is_none_or(joined) {
            break;
        }
        if name.kind != EntityKind::Place {
            names.push(name);
        }
    }
    (!names.is_empty()).then_some((roles, names))
}

/// Further makers behind `from`, in the same clause: `directed by Ann Doe, starring Tom Reed and written by Mo Hale`.
pub fn further<'a>(page: &Page<'a>, from: usize) -> Vec<(Vec<&'static str>, Vec<&'a Name>)> {
    let sentence = page.doc.sentences[page.doc.sentence_of(from)].tokens.end.min(from + FURTHER);
    let inside = |&i: &usize| {
        let finite = matches!(
            page.tag(i),
            Tag::Past | Tag::Third | Tag::Be | Tag::Have | Tag::Modal | Tag::Relative | Tag::Subordinator
        );
        !finite && !matches!(page.doc.word(i), ";" | "(" | ":")
    };
    let deed = |&i: &usize| i > from && DEEDS.iter().any(|(deed, _)| *deed == page.doc.word(i));
    let opens = |&i: &usize| {
        !DEEDS.iter().any(|(deed, _)| *deed == page.doc.word(i - 1)) && page.doc.word(i - 1) != "by"
    };
    let at = (from..sentence).take_while(inside).filter(deed).filter(opens);
    let apart = |i: usize| {
        i < 2 || page.doc.word(i - 1) != "and" || !DEEDS.iter().any(|(deed, _)| *deed == page.doc.word(i - 2))
    };
    at.filter(|&i| apart(i)).filter_map(|i| makers(page, i)).collect()
}

/// One past a time with its preposition at `at`.
fn behind_time(page: &Page, at: usize) -> usize {
    let mentions = &page.notes.mentions;
    let next = mentions.partition_point(|m| m.tokens.end <= at);
    let time = mentions.get(next).filter(|m| m.time().is_some() && m.tokens.start <= at + 1);
    time.filter(|_| matches!(page.doc.word(at), "in" | "on")).map_or(at, |m| m.tokens.end)
}

/// The names in the phrases behind the head: `in Mexico`, `in the south of France`, `in Harrow County, Iowa`, `of Norvik`.
pub fn complements<'a>(page: &Page<'a>, mut at: usize) -> Vec<&'a Name> {
    let mut out = Vec::new();
    for _ in 0..COMPLEMENTS {
        let place = out.last().is_some_and(|n: &&Name| n.kind == EntityKind::Place);
        let goes_on =
            matches!(page.doc.word(at), "in" | "of" | "from" | "on") || place && page.doc.word(at) == ",";
        if !goes_on {
            break;
        }
        let comma = page.doc.word(at) == ",";
        at += 1;
        let reach = if comma { 1 } else { 5 };
        let found = (at..at + reach)
            .take_while(|&i| {
                i == at
                    || !matches!(page.doc.word(i), "of" | "in")
                        && page.doc.tokens.get(i - 1).is_some_and(|t| t.kind == TokenKind::Word)
            })
            .find_map(|i| name_from(page.notes, i));
        match found {
            Some(name) => {
                let name = &page.notes.names[name];
                if comma && name.kind != EntityKind::Place {
                    break;
                }
                at = name.tokens.end;
                // `the Maghreb region`
                at += usize::from(naming::is_place_head(page.doc.word(at)));
                out.push(name);
            }
            None if comma => break,
            None => {
                let next = (at..at + reach).find(|&i| matches!(page.doc.word(i), "of" | "in"));
                let Some(next) =
                    next.filter(|&n| (at..n).all(|i| page.doc.tokens[i].kind == TokenKind::Word))
                else {
                    break;
                };
                at = next;
            }
        }
    }
    out
}
