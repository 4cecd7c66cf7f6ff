//! What a number counts whose noun was said before: `two offices in Oslo and three in Bergen`, `of its 16 ships, seven sank`,
//! `wounded five others`. The annotators leave such a number bare; here it goes on with the last count of its sentence.

use super::page::Page;
use crate::lexicon::QUANTITY_NOUNS;
use crate::model::{Kind, Mention, Tag};

/// The unit of `five others`.
const OTHERS: &str = "other";
/// So many tokens at most stand between the number and the comma or conjunction that leads on to it.
const LEAD: usize = 4;

/// The mention whose noun the mention with that index leaves out.
pub fn of<'a>(page: &Page<'a>, index: usize) -> Option<&'a Mention> {
    let mentions = &page.notes.mentions;
    let mention = &mentions[index];
    if !leads_on(page, mention) && mention.unit.as_deref() != Some(OTHERS) {
        return None;
    }
    let sentence = page.doc.sentences.get(page.doc.sentence_of(mention.tokens.start))?.tokens.start;
    let before = mentions[..index].iter().rev().take_while(|m| m.tokens.start >= sentence);
    let mut counts = before.filter(|m| m.kind == Kind::Count && m.unit.as_deref() != Some(OTHERS));
    counts.next().filter(|m| m.per.is_none() && m.counted.is_some())
}

/// Whether the number is that of what was counted before: `police put the number at 35,000`.
pub fn refers_back(page: &Page, mention: &Mention) -> bool {
    let start = page.doc.tokens_in(mention.stated).start;
    let Some(noun) = start.checked_sub(2).filter(|_| mention.kind == Kind::Number) else { return false };
    let word = |i: usize| page.doc.word(i);
    let led = matches!(word(start - 1), "at" | "is" | "was" | "to");
    led && noun > 0 && QUANTITY_NOUNS.has(word(noun)) && matches!(word(noun - 1), "the" | "their")
}

/// The noun that the measure, share or sum with that index shares with the one before it: `gusts of 150 km/h on the coast and 110
/// km/h inland`.
pub fn noun(page: &Page, index: usize) -> Option<usize> {
    let mention = &page.notes.mentions[index];
    let start = page.doc.tokens_in(mention.stated).start;
    let measured = matches!(mention.kind, Kind::Dimension | Kind::Percent | Kind::Money);
    if !measured || start == 0 || page.tag(start - 1) != Tag::Coordinator {
        return None;
    }
    let sentence = page.doc.sentences.get(page.doc.sentence_of(mention.tokens.start))?.tokens.start;
    let mut before = page.notes.mentions[..index].iter().rev().take_while(|m| m.tokens.start >= sentence);
    let before = before.find(|m| m.time().is_none())?;
    let one = before.kind == mention.kind && before.unit == mention.unit && before.per == mention.per;
    one.then(|| super::noun::of(page, before)).flatten()
}

/// Whether the bare number continues a list of counts: behind a comma or conjunction, and before where, who or nothing.
fn leads_on(page: &Page, mention: &Mention) -> bool {
    let (start, end) = (page.doc.tokens_in(mention.stated).start, mention.tokens.end);
    let whole = mention.quantity().is_some_and(|q| q.whole || q.low.is_some_and(|v| v.fract().is_zero()));
    if mention.kind != Kind::Number || !whole || mention.change != 0 {
        return false;
    }
    let behind = match page.tag(end) {
        Tag::Preposition => page.doc.word(end) != "of" && page.doc.word(end) != "to",
        Tag::Be | Tag::Past | Tag::Adverb => true,
        _ => matches!(page.doc.word(end), "," | "." | ";" | ""),
    };
    let leads = |i: usize| page.tag(i) == Tag::Coordinator || page.doc.word(i) == ",";
    // What stands between is at most the verb: `and lost five`.
    let between = |&i: &usize| page.tag(i).is_verb() || matches!(page.tag(i), Tag::Adverb | Tag::Determiner);
    let lead = (start.saturating_sub(LEAD)..start).rev().find(|i| !between(i));
    behind && lead.is_some_and(leads)
}
