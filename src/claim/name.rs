//! People whose name the articles of a story spell in two ways: `Jorge Brancho`, `Jorge Bracho`; and in one article, where nobody
//! else is called by the family name alone: `Bracho said`.
//!
//! Leaves out what is only another way to write a name: marks, initials, the order of its words, and the letters in which
//! transcriptions differ (`Zelensky`, `Zelenskyy`). Names of bodies that differ are two bodies.

use super::entity::{Entities, EntityMention, Form, letters_apart};
use super::page::Page;
use crate::lexicon::naming;
use crate::model::{Claim, ClaimKind, ClaimValue, Document, EntityId, EntityKind, NAME, Status};
use std::collections::BTreeMap;

/// Words that differ by a slip have so many letters at least, and differ in so many at most.
const LETTERS: usize = 4;
const SLIP: usize = 2;
/// Of one person so many spellings are compared.
const MOST: usize = 16;
/// Letters that transcriptions of one name write differently (of Russian, Arabic, Persian and Chinese names, mostly), and one
/// letter for them.
const TRANSCRIBED: [(&str, &str); 16] = [
    ("sch", "s"),
    ("ph", "f"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("x", "ks"),
    ("c", "k"),
    ("g", "k"),
    ("q", "k"),
    ("w", "v"),
    ("u", "v"),
    ("y", "i"),
    ("j", "i"),
    ("z", "s"),
    ("h", ""),
    ("'", ""),
];

/// Per source, the mentions that show how a name is spelt which other articles spell in another way.
#[derive(Default)]
pub struct Spellings(Vec<Vec<EntityMention>>);

impl Spellings {
    /// Looks at all names of a story once.
    pub fn of(docs: &[Document], entities: &Entities) -> Self {
        let mut forms: BTreeMap<(EntityId, Vec<String>), BTreeMap<usize, &EntityMention>> = BTreeMap::new();
        for (source, doc) in docs.iter().enumerate() {
            let people = entities.mentions(source).iter().filter(|m| is_person(entities, m));
            for (mention, words) in people.filter_map(|m| Some((m, full_name(m.span.of(doc.text()))?))) {
                forms.entry((mention.entity, words)).or_default().entry(source).or_insert(mention);
            }
        }
        let mut out = vec![Vec::new(); docs.len()];
        for ((entity, words), sources) in &forms {
            let others =
                forms.range((*entity, Vec::new())..).take_while(|((of, _), _)| of == entity).take(MOST);
            if others.into_iter().any(|((_, other), _)| is_slip(words, other)) {
                for (&source, mention) in sources {
                    out[source].push((*mention).clone());
                }
            }
        }
        for (source, doc) in docs.iter().enumerate() {
            for mention in alone(doc, entities, entities.mentions(source)) {
                if !out[source].contains(&mention) {
                    out[source].push(mention);
                }
            }
        }
        Self(out)
    }
}

/// Of `mentions`, those of an article, full names and family names alone of one person that differ by a slip.
fn alone(doc: &Document, entities: &Entities, mentions: &[EntityMention]) -> Vec<EntityMention> {
    let (mut fulls, mut lone) = (BTreeMap::new(), BTreeMap::new());
    let is_short = |m: &EntityMention| m.tokens.len() == 1 && is_person(entities, m);
    for mention in mentions.iter().filter(|m| is_short(m)) {
        lone.entry((mention.entity, mention.span.of(&doc.lower))).or_insert(mention);
    }
    // How somebody's family name is spelt in full, as long as that is one way.
    for mention in
        mentions.iter().filter(|m| m.tokens.len() > 1 && !lone.is_empty() && is_person(entities, m))
    {
        let name = full_name(mention.span.of(doc.text())).and_then(|mut words| words.pop());
        let (_, known) = fulls.entry(mention.entity).or_insert_with(|| (mention, name.clone()));
        *known = known.take().filter(|known| Some(known) == name.as_ref());
    }
    let slip = |((entity, word), short): ((EntityId, &str), &EntityMention)| {
        let plain = word.bytes().all(|b| b.is_ascii_lowercase()) && naming::given_name(word).is_none();
        let (full, name) = fulls.get(&entity).filter(|_| plain)?;
        is_letter(name.as_deref()?, word).then(|| [(*full).clone(), short.clone()])
    };
    lone.into_iter().filter_map(slip).flatten().collect()
}

/// Whether the two differ by one letter, and not as transcriptions do.
fn is_letter(a: &str, b: &str) -> bool {
    a.len().min(b.len()) > LETTERS && letters_apart(a, b) == 1 && transcribed(a) != transcribed(b)
}

/// Adds a claim for each spelling of a name that is spelt in two ways.
pub fn claims(page: &Page, spellings: &Spellings, out: &mut Vec<Claim>) {
    for mention in spellings.0.get(page.source).into_iter().flatten() {
        let items = vec![mention.span.of(page.doc.text()).to_owned()];
        let value = ClaimValue::Items { items, complete: true };
        let claim = page.claim(ClaimKind::Person, value, mention.tokens.clone(), None);
        out.push(Claim {
            subject: Some(mention.entity),
            subject_name: page.entities.name(mention.entity).to_owned(),
            attribute: NAME.to_owned(),
            // How a name is spelt hangs on nothing that its clause says.
            status: Status::Actual,
            confidence: 0.8,
            ..claim
        });
    }
}

fn is_person(entities: &Entities, mention: &EntityMention) -> bool {
    let kind = entities.table.get(mention.entity.0).map(|e| e.kind);
    mention.form == Form::Name && kind == Some(EntityKind::Person)
}

/// The words of a full name in lower case, without initials; `None` for what is no full name, or holds other signs.
fn full_name(name: &str) -> Option<Vec<String>> {
    let words: Vec<String> =
        name.split(' ').filter(|w| w.len() > 2 && !w.ends_with('.')).map(str::to_lowercase).collect();
    let plain = words.iter().all(|w| w.bytes().all(|b| b.is_ascii_lowercase()));
    (plain && words.len() > 1).then_some(words)
}

/// Whether two names differ by a slip in one word.
fn is_slip(a: &[String], b: &[String]) -> bool {
    let mut differing = a.iter().zip(b).filter(|(x, y)| x != y);
    let (Some((x, y)), None) = (differing.next(), differing.next()) else { return false };
    a.len() == b.len()
        && x.len().min(y.len()) >= LETTERS
        && letters_apart(x, y) <= SLIP
        && naming::full_given_name(x) != naming::full_given_name(y)
        && transcribed(x) != transcribed(y)
}

/// A word with one letter for those in which transcriptions differ, and no letter twice in a row.
fn transcribed(word: &str) -> String {
    let mut word = word.to_owned();
    for (letters, one) in TRANSCRIBED {
        word = word.replace(letters, one);
    }
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_and_other_ways_to_write_a_name() {
        for (a, b, slip) in [
            ("Jorge Brancho", "Jorge Bracho", true),
            ("Tanya Bell", "Tonya Bell", true),
            ("Ann Olsen", "Ann Olson", true),
            ("Volodymyr Zelensky", "Volodymyr Zelenskyy", false),
            ("Moammar Gaddafi", "Moammar Qadhafi", false),
            ("Rosa Fischer", "Rosa Fisher", false),
            ("Greta Lindqvist", "Greta Lindquist", false),
            ("Dave Silver", "David Silver", false),
            ("Jorge L. Bracho", "Jorge Bracho", false),
            ("Rosa Lee", "Rosa Low", false),
            ("Rosa Hansen", "Rosa Berglund", false),
            ("Bracho", "Brancho", false),
        ] {
            let found = full_name(a).zip(full_name(b)).is_some_and(|(a, b)| is_slip(&a, &b));
            assert_eq!(found, slip, "{a} / {b}");
        }
    }
}
