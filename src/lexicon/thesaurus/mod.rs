//! What words mean in relation to others: synonyms, nouns made from verbs, opposites, broader terms, and how common a word is.
//!
//! Made from `WordNet` 3.0 by `../wordnet/generate.py`, with `../news-thesaurus.txt` for what it lacks. Words are lemmas in
//! lower case; phrasal verbs hold a space. A *class* is a set of words with one meaning (a synset, or a line of the news
//! thesaurus); a word is in the classes of its leading senses only, so that rare senses make no synonyms.
//!
//! `words.txt` holds a word a line; behind it, between tabs, groups that begin with a letter: `n`, `v`, `a` its
//! tags and classes as noun, verb, adjective; `d` the classes of the verb or noun it is made from; `o` its opposites; `N`,
//! `V` the noun or verb of which it is an irregular form. `parents.txt` holds three characters a class: the class above it,
//! or dots; `words.index` is a hash table of the lines. Nothing of this is built at the start; look-ups do not allocate.
//!
//! Leaves out which sense a word has in its sentence: `same` says that two words can mean one thing.

mod form;
mod table;

pub use form::{known_lemma, noun, verb};
pub use table::Classes;

use super::antonyms::ANTONYMS;
use super::memo::Memo;
use table::{Word, news, parent, word};

/// How far up broader terms are looked for.
const STEPS: usize = 10;
/// How far above both siblings the term may be under which they stand.
const NEAR: usize = 2;
/// Tags of all words together, the size of the collection that frequencies refer to.
const TAGS: f32 = 224_000.0;

/// Whether `a` and `b` can mean the same: one word, or synonyms as one part of speech.
pub fn same(a: &str, b: &str) -> bool {
    a == b || meanings(a).meets(&meanings(b))
}

/// Whether `a` and `b` are the same but for the part of speech too: `buy` and `purchase`, `agree` and `agreement`.
pub fn related(a: &str, b: &str) -> bool {
    a == b || classes(a).meets(&classes(b))
}

/// Whether each of `words`, terms of a statement, is one of `others` or related to one.
pub fn covers<'a>(words: impl IntoIterator<Item = &'a str>, others: &[String]) -> bool {
    words.into_iter().all(|word| others.iter().any(|other| related(word, other)))
}

/// Whether `a` and `b` are listed as opposites, as verbs of the news or in general.
pub fn opposite(a: &str, b: &str) -> bool {
    let opposites = |a: &str| KEPT.with(|kept| kept.with(a, Known::of, |known| known.opposites));
    let listed = |a: &str, b: &str| !b.is_empty() && opposites(a).split(' ').any(|o| o == b);
    ANTONYMS.has(a, b) || listed(a, b) || listed(b, a) || negates(a, b) || negates(b, a)
}

/// Whether `a` is `b` with a prefix that negates it: `uncontrolled`. Shorter words only look so (`union`).
fn negates(a: &str, b: &str) -> bool {
    let plain = a.strip_prefix("un").or_else(|| a.strip_prefix("non-"));
    plain == Some(b) && b.len() > 4
}

/// Whether `a` and `b` can be words for one thing: related, or one a broader term than the other.
pub fn akin(a: &str, b: &str) -> bool {
    related(a, b) || broader(a, b) || broader(b, a)
}

/// Whether `a` is a broader term than `b`: `work` than `film`, `acquire` than `buy`.
pub fn broader(a: &str, b: &str) -> bool {
    let above = meanings(a);
    a != b && meanings(b).iter().any(|class| ancestors(class).any(|up| above.has(up)))
}

/// Whether `a` and `b` stand close together under one term and neither is the same as or broader than the other: `car` and
/// `truck`. Says nothing of whether one thing can be both.
pub fn siblings(a: &str, b: &str) -> bool {
    let near = |class| ancestors(class).take(NEAR);
    let (x, y) = (meanings(a), meanings(b));
    let together = x.iter().any(|c| near(c).any(|up| y.iter().any(|d| near(d).any(|other| other == up))));
    together && !same(a, b) && !broader(a, b) && !broader(b, a)
}

/// How often `lemma` was tagged in the background texts (about 224,000 words); 0 where it is not known.
pub fn frequency(lemma: &str) -> u32 {
    KEPT.with(|kept| kept.with(lemma, Known::of, |known| known.tags))
}

/// Inverse document frequency of `lemma` in the background texts, about 4 (`man`) to 12 (never seen).
pub fn rarity(lemma: &str) -> f32 {
    KEPT.with(|kept| kept.with(lemma, Known::of, |known| known.rarity))
}

/// The same with all classes of `lemma`, see [`classes`].
pub fn rarity_and_classes(lemma: &str) -> (f32, Classes) {
    KEPT.with(|kept| kept.with(lemma, Known::of, |known| (known.rarity, known.classes)))
}

/// How often `lemma` was tagged as a noun and as a verb.
pub fn noun_and_verb(lemma: &str) -> (u32, u32) {
    word(lemma).map_or((0, 0), |(_, w)| (w.tagged('n'), w.tagged('v')))
}

/// The adjective `word` (lower case) as the table holds it, if it is one.
pub fn adjective(word: &str) -> Option<&'static str> {
    table::word(word).filter(|(_, entry)| entry.is('a')).map(|(known, _)| known)
}

/// Whether `lemma` is known as an adjective, and as neither noun nor verb more often.
pub fn is_adjective(lemma: &str) -> bool {
    word(lemma).is_some_and(|(_, w)| w.is('a') && w.tagged('a') >= w.tagged('n').max(w.tagged('v')))
}

/// All classes that `lemma` belongs to or is made from.
pub fn classes(lemma: &str) -> Classes {
    KEPT.with(|kept| kept.with(lemma, Known::of, |known| known.classes))
}

/// The classes that `lemma` itself belongs to.
fn meanings(lemma: &str) -> Classes {
    KEPT.with(|kept| kept.with(lemma, Known::of, |known| known.meanings))
}

thread_local! {
    /// In boxes, so that the table of the words themselves stays small.
    static KEPT: Memo<Box<Known>> = Memo::default();
}

/// What is asked of a lemma again and again.
struct Known {
    classes: Classes,
    meanings: Classes,
    tags: u32,
    rarity: f32,
    /// With spaces between them.
    opposites: &'static str,
}

impl Known {
    fn of(lemma: &str) -> Box<Self> {
        let word = word(lemma).map(|(_, word)| word);
        let of = |groups: &str| {
            let mut out = word.map_or_else(Classes::default, |word| word.classes(groups));
            out.extend(news(lemma));
            out
        };
        let tags = word.map_or(0, Word::tags);
        Box::new(Self {
            classes: of("nvad"),
            meanings: of("nva"),
            tags,
            rarity: (TAGS / (1.0 + tags as f32)).ln(),
            opposites: word.map_or("", Word::opposites),
        })
    }
}

fn ancestors(class: u16) -> impl Iterator<Item = u16> {
    std::iter::successors(parent(class), |&c| parent(c)).take(STEPS)
}

#[cfg(test)]
mod tests;
