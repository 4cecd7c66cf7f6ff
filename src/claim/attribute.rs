//! Which attribute of the rules a value belongs to: by the noun it is said of, or by its verb and the thing counted.

use super::clause;
use super::page::Page;
use crate::lexicon::stem::stem;
use crate::lexicon::verbs;
use crate::lexicon::{GROUPS_OF_PEOPLE, PEOPLE, QUANTITY_NOUNS, SUMS, naming, thesaurus};
use crate::model::{Claim, ClaimKind, ClaimValue, Kind, Mention, Tag};
use crate::rules::Attribute;
use crate::rules::index::{Keys, Says};
use std::collections::BTreeMap;
use std::ops::Range;

/// So many tokens on either side of a value stand beside it.
const BESIDE: usize = 7;

/// Id of the first attribute that fits.
pub fn of(page: &Page, claim: &Claim, mention: &Mention) -> Option<String> {
    let ClaimKind::Value(kind) = claim.kind else { return None };
    if !page.rules.attributes.iter().any(|attribute| attribute.kinds.contains(&kind)) {
        return None;
    }
    let near = near(page, mention);
    // `none of the 176 people on board was hurt`, `3,000 of its 41,000 jobs`: what is done is not done to all of them.
    if is_none_of(page, mention) || is_whole(page, mention) {
        return named(page, claim, "", &near);
    }
    // `29 people in the town of 1,600 residents died`, `four of 27 people killed were children`
    if is_of_place(page, mention) || is_part_of_next(page, mention) || is_part_of_last(page, mention) {
        return named(page, claim, "", &[]);
    }
    // `shot by five officers`, `held over the disappearance of 12 people`: not done to them.
    if let Some((verb, noun)) = by_noun(page, mention) {
        return named(page, claim, verb, noun.as_slice());
    }
    // `three of the wounded`: their number is not that of the wounded.
    if is_part(page, mention) {
        return find(page, claim, &claim.verb, &near, |signs| signs.verb);
    }
    // What a sum is for says more than that it is a cost.
    of_purpose(page, claim, mention, &near).or_else(|| named(page, claim, &claim.verb, &near))
}

/// Whether the value says of how many the number before it are: `3,000 of its 41,000 jobs`.
fn is_whole(page: &Page, mention: &Mention) -> bool {
    let mentions = &page.notes.mentions;
    let ends = |at: usize| {
        let last = mentions.partition_point(|m| m.tokens.end <= at).checked_sub(1).map(|i| &mentions[i]);
        last.is_some_and(|m| m.tokens.end == at && m.quantity().is_some())
    };
    of_before(page, mention).is_some_and(ends)
}

/// Whether the value says how many of those who follow: `three of the wounded`.
fn is_part(page: &Page, mention: &Mention) -> bool {
    let end = mention.tokens.end;
    matches!(mention.kind, Kind::Count | Kind::Number)
        && page.doc.word(end) == "of"
        && matches!(page.doc.word(end + 1), "the" | "its" | "their" | "his" | "her" | "those")
}

/// Whether the value says how many of those counted before, and no verb what of them: `26 were hurt, five of them badly`.
fn is_part_of_last(page: &Page, mention: &Mention) -> bool {
    let end = mention.tokens.end;
    let of =
        page.doc.word(end) == "of" && matches!(page.doc.word(end + 1), "them" | "whom" | "which" | "these");
    let sentence = &page.doc.sentences[page.doc.sentence_of(mention.tokens.start)].tokens;
    let closes = |i: &usize| matches!(page.doc.word(*i), "," | "." | ";" | ")" | "and");
    of && !(end + 2..sentence.end).take_while(|i| !closes(i)).any(|i| page.is_verb(i))
}

/// Whether the value says how many of those that the next one counts: `four of at least 27 people killed`.
fn is_part_of_next(page: &Page, mention: &Mention) -> bool {
    let behind = mention.tokens.end + 1;
    let next = page.notes.mentions.get(page.notes.mentions.partition_point(|m| m.tokens.start < behind));
    let counts = |m: &Mention| m.kind == Kind::Count && page.doc.tokens_in(m.stated).start == behind;
    page.doc.word(mention.tokens.end) == "of" && next.is_some_and(counts)
}

/// Of a count that is no subject or object, what says what is done: behind `by` nothing, behind `of` the noun before it with
/// the verb that it is made from.
fn by_noun<'a>(page: &'a Page, mention: &Mention) -> Option<(&'a str, Option<&'a str>)> {
    let start = page.doc.tokens_in(mention.stated).start;
    let link = preposition(page, start).filter(|_| mention.kind == Kind::Count)?;
    let word = page.doc.word(link);
    let noun = link.checked_sub(1).filter(|&i| word == "of" && page.tag(i).is_noun());
    let group = noun.filter(|&i| GROUPS_OF_PEOPLE.has(page.doc.word(i)));
    let outer = group.and_then(|i| preposition(page, i)).map_or(word, |i| page.doc.word(i));
    if matches!(outer, "by" | "against") {
        return Some(("", None));
    }
    let noun = noun.filter(|&i| group.is_none() && !QUANTITY_NOUNS.has(page.doc.word(i)))?;
    let lemma = thesaurus::noun(page.doc.word(noun)).unwrap_or_default();
    Some((verbs::of_deed(lemma).unwrap_or_default(), Some(page.doc.words.stem(noun))))
}

/// The preposition before token `i`, or before its article.
fn preposition(page: &Page, i: usize) -> Option<usize> {
    let before = i.checked_sub(1)?;
    let at = if page.tag(before) == Tag::Determiner { before.checked_sub(1)? } else { before };
    (page.tag(at) == Tag::Preposition).then_some(at)
}

/// Whether the value says how many live at a place: `the town of 1,600 residents`.
fn is_of_place(page: &Page, mention: &Mention) -> bool {
    let head = of_before(page, mention).and_then(|of| of.checked_sub(1));
    mention.kind == Kind::Count && head.is_some_and(|i| naming::is_place_head(page.doc.word(i)))
}

/// Whether `none of the` or `no one of` stands before the value.
fn is_none_of(page: &Page, mention: &Mention) -> bool {
    of_before(page, mention)
        .is_some_and(|i| i > 0 && matches!(page.doc.word(i - 1), "none" | "neither" | "nobody"))
}

/// The `of` right before the value, or before its article.
fn of_before(page: &Page, mention: &Mention) -> Option<usize> {
    let start = page.doc.tokens_in(mention.stated).start;
    (start.saturating_sub(2)..start).rev().find(|&i| page.doc.word(i) == "of")
}

/// The attribute of what a sum is for: `it would take $40 million to repair the line`.
fn of_purpose(page: &Page, claim: &Claim, mention: &Mention, near: &[&str]) -> Option<String> {
    let at = mention.tokens.end;
    let led = mention.kind == Kind::Money && page.tag(at) == Tag::To;
    let verb = page.verb_at(at + 1).filter(|_| led)?;
    named(page, claim, verb.canonical, near)
}

/// The same for a claim under the verb `verb` that these stems stand beside.
pub fn named(page: &Page, claim: &Claim, verb: &str, near: &[&str]) -> Option<String> {
    find(page, claim, verb, near, |_| true)
}

/// The same of those whose signs will do.
fn find(
    page: &Page,
    claim: &Claim,
    verb: &str,
    near: &[&str],
    will_do: impl Fn(Signs) -> bool,
) -> Option<String> {
    let ClaimKind::Value(kind) = claim.kind else { return None };
    signs(page, claim, verb, near).into_iter().find_map(|(attribute, signs)| {
        let attribute = &page.rules.attributes[attribute];
        let one = attribute.kinds.contains(&kind) && fits(attribute, claim, signs) && will_do(signs);
        one.then(|| attribute.id.clone())
    })
}

/// Stems of the words beside the value, within its clause.
fn near<'a>(page: &'a Page, mention: &Mention) -> Vec<&'a str> {
    let clause = clause::around(page, &mention.tokens);
    let from = mention.tokens.start.saturating_sub(BESIDE).max(clause.start);
    let to = (mention.tokens.end + BESIDE).min(clause.end);
    let counted = counted_far_off(page, &clause, mention).map_or(0..0, |at| at..(at + BESIDE).min(from));
    counted.chain(from..to).map(|i| page.doc.words.stem(i)).collect()
}

/// Where it is told what a number at the end of its clause is the number of: `the number of people killed by floods in the south
/// of the country has risen to 16`.
fn counted_far_off(page: &Page, clause: &Range<usize>, mention: &Mention) -> Option<usize> {
    let (verb, _, _) = page.governing(clause, &mention.tokens).filter(|_| mention.kind == Kind::Number)?;
    let subject = page.subject_phrase(verb)?;
    let number = |i: &usize| QUANTITY_NOUNS.has(page.doc.word(*i)) && page.doc.word(i + 1) == "of";
    subject.into_iter().find(number)
}

/// Among the things of an attribute, this stands for every word for a person.
const PERSON: &str = "person";

/// What speaks for and against one attribute.
#[allow(clippy::struct_excessive_bools, reason = "each is a sign of its own")]
#[derive(Debug, Clone, Copy, Default)]
struct Signs {
    /// A word that excludes it stands near.
    unless: bool,
    /// The value's noun is a thing that its verbs apply to.
    thing: bool,
    /// The value's noun is a noun of it, or a noun of several words stands near.
    noun: bool,
    /// A noun of it stands near.
    near: bool,
    /// The value's verb is one of it.
    verb: bool,
}

/// The attributes of the rules that have signs, in order.
fn signs(page: &Page, claim: &Claim, verb: &str, near: &[&str]) -> BTreeMap<usize, Signs> {
    let mut out: BTreeMap<usize, Signs> = BTreeMap::new();
    let index = page.rules.attribute_words(KEYS);
    let counts = |attribute: usize| !page.rules.attributes[attribute].things.is_empty();
    for (i, first) in near.iter().enumerate() {
        let behind = &near[i + 1..];
        let stands =
            |rest: &[String]| rest.len() <= behind.len() && rest.iter().zip(behind).all(|(r, b)| r == b);
        for phrase in index.phrases(first).iter().filter(|p| stands(&p.rest)) {
            let signs = out.entry(phrase.attribute).or_default();
            match phrase.says {
                Says::Unless => signs.unless = true,
                // `on board` says what is counted only beside the right things.
                _ if phrase.rest.is_empty() || counts(phrase.attribute) => signs.near = true,
                _ => signs.noun = true,
            }
        }
    }
    for &(attribute, says) in index.whole(&stem(&claim.noun)) {
        match says {
            Says::Thing => out.entry(attribute).or_default().thing = true,
            _ => out.entry(attribute).or_default().noun = true,
        }
    }
    of_people(page, claim, verb, &mut out);
    // `a magnitude 6.1 earthquake`: the unit says what is measured.
    if let ClaimValue::Quantity { unit: Some(unit), .. } = &claim.value
        && claim.kind == ClaimKind::Value(Kind::Dimension)
    {
        // `year of age`
        let named = unit.rsplit_once(" of ").map_or(unit.as_str(), |(_, noun)| noun);
        for &(attribute, _) in index.whole(&stem(named)) {
            out.entry(attribute).or_default().noun = true;
        }
    }
    for &attribute in index.verbs(verb) {
        out.entry(attribute).or_default().verb = true;
    }
    out
}

/// Adds to the signs what words for people are things of.
fn of_people(page: &Page, claim: &Claim, verb: &str, out: &mut BTreeMap<usize, Signs>) {
    let index = page.rules.attribute_words(KEYS);
    // `lay off 1,800 people`
    if claim.noun == PERSON {
        let works = |a: usize| page.rules.attributes[a].things.iter().any(|thing| PEOPLE.has(thing));
        for &attribute in index.verbs(verb).iter().filter(|&&a| works(a)) {
            out.entry(attribute).or_default().thing = true;
        }
    }
    // What people do, pupils do.
    if PEOPLE.has(&claim.noun) {
        for &(attribute, _) in index.whole(PERSON).iter().filter(|(_, says)| *says == Says::Thing) {
            out.entry(attribute).or_default().thing = true;
        }
    }
}

/// How the words of rules are compared with those of texts.
const KEYS: Keys =
    Keys { stem: |word| stem(word).into_owned(), verb: |verb| verbs::canonical(verb).to_owned() };

/// Whether a whole number stands alone, so that the words around say what it counts.
fn is_bare(claim: &Claim) -> bool {
    let whole = match &claim.value {
        ClaimValue::Quantity { quantity, .. } => {
            quantity.low.or(quantity.high).is_none_or(|v| v.fract().is_zero())
        }
        _ => true,
    };
    claim.noun.is_empty() && whole
}

fn fits(attribute: &Attribute, claim: &Claim, signs: Signs) -> bool {
    // Beside people or a bare number, a word such as `missing` or `unaccounted` says what is counted. A number without a noun
    // means people more often than houses.
    let counts = matches!(claim.kind, ClaimKind::Value(Kind::Count | Kind::Number));
    let meant = |thing: &String| !counts || thing == PERSON || PEOPLE.has(thing);
    let counted = signs.thing || (is_bare(claim) && attribute.things.iter().any(meant));
    let noun = signs.noun || (counted && signs.near);
    // `offered a $5 million reward`: the noun says what the sum is.
    let sum = claim.kind == ClaimKind::Value(Kind::Money);
    let told = sum && signs.verb && !noun && !counted && !claim.noun.is_empty() && SUMS.has(&claim.noun);
    !signs.unless && !told && (noun || (signs.verb && (counted || attribute.things.is_empty())))
}
