//! The words of an article with what the lists say of them, each asked once: what was found is kept for the next article.
//!
//! Each thread has its own vocabulary; nothing but speed depends on what it holds.

use super::short::Short;
use super::words::{Tags, tags};
use super::{
    CLAUSE_STARTERS, OTHER_EVENT_WORDS, STOPWORDS, kinds, naming, negation, numbers, places, status, stem,
    thesaurus,
};
use crate::model::{Fact, Facts, Span, Tag, Token, Word, Words};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::sync::Arc;

/// So many words are kept, and so many bytes of them, which is a few megabytes; then it starts anew.
const MOST: usize = 30_000;
const MOST_BYTES: usize = 1 << 20;

/// The words of `tokens` in the text `lower`.
pub fn words(lower: &str, tokens: &[Token]) -> Words {
    KEPT.with_borrow_mut(|kept| kept.words(lower, tokens))
}

thread_local! {
    static KEPT: RefCell<Vocabulary> = RefCell::default();
}

/// All words met so far.
#[derive(Default)]
struct Vocabulary {
    /// The place of each in `known`, and of those that are longer.
    places: FxHashMap<Short, u32>,
    longer: FxHashMap<Arc<str>, u32>,
    known: Vec<Word>,
    /// For each of these the article that it was met in last, and its place among the words there.
    met: Vec<(u64, u32)>,
    bytes: usize,
    /// How many articles were read.
    articles: u64,
}

impl Vocabulary {
    fn words(&mut self, lower: &str, tokens: &[Token]) -> Words {
        self.articles += 1;
        // Two passes: while the words are looked up nothing waits for what is known of them.
        let mut of_token: Vec<u32> = Vec::with_capacity(tokens.len());
        of_token.extend(tokens.iter().map(|token| self.place(Span::of(token.span, lower))));
        let mut distinct = Vec::with_capacity(tokens.len().min(1000) / 2);
        for place in &mut of_token {
            let met = &mut self.met[*place as usize];
            if met.0 != self.articles {
                *met = (self.articles, distinct.len() as u32);
                distinct.push(self.known[*place as usize].clone());
            }
            *place = met.1;
        }
        if self.known.len() > MOST || self.bytes > MOST_BYTES {
            *self = Self { articles: self.articles, ..Self::default() };
        }
        Words::new(distinct, of_token)
    }

    /// The place of a word in `known`.
    fn place(&mut self, word: &str) -> u32 {
        let key = Short::of(word);
        let known = key.map_or_else(|| self.longer.get(word), |key| self.places.get(&key));
        known.copied().unwrap_or_else(|| self.add(word, key))
    }

    fn add(&mut self, word: &str, key: Option<Short>) -> u32 {
        // Where the stem is the word, both are one text.
        let text = stem::kept(word);
        let place = self.known.len() as u32;
        match key {
            Some(key) => self.places.insert(key, place),
            None => self.longer.insert(Arc::clone(&text), place),
        };
        let (stem, lemma) = (stem::once(word), thesaurus::known_lemma(word));
        self.known.push(Word { text, facts: facts(word), stem, lemma });
        self.met.push((0, 0));
        self.bytes += word.len();
        place
    }
}

/// What the lists say of `word`.
fn facts(word: &str) -> Facts {
    let contraction = contraction(word);
    let holds = [
        (Fact::Content, word.len() > 1 && !STOPWORDS.has(word)),
        (Fact::Says, naming::say_verb(word).is_some()),
        (Fact::BeginsOffice, naming::begins_role(word)),
        (Fact::BeginsPlace, places::may_begin(word)),
        (Fact::OfPlace, places::adjective(word).is_some()),
        (Fact::Number, numbers::number_word(word).is_some()),
        (Fact::StartsClause, CLAUSE_STARTERS.has(word)),
        (Fact::BeginsStatus, status::may_begin(word)),
        (Fact::Abroad, matches!(word, "overseas" | "abroad")),
        (Fact::Determines, naming::determiner(word).is_some()),
        (Fact::Describes, naming::description_head(word).is_some()),
        (Fact::Contraction, contraction.is_some()),
        (Fact::OtherEvent, OTHER_EVENT_WORDS.has(word)),
        (Fact::Scope, kinds::is_scope(word)),
        (Fact::Exclusive, kinds::is_exclusive(word)),
        (Fact::Denies, negation::may_begin(word)),
    ];
    Facts::of(holds, contraction.or_else(|| tags(word)))
}

/// `won't`, `they're`: the auxiliary, or the pronoun with one behind it.
fn contraction(word: &str) -> Option<Tags> {
    let at = word.find(['\'', '’'])?;
    if word.ends_with("n't") || word.ends_with("n’t") {
        let stem = match &word[..at - 1] {
            "wo" => "will",
            "ca" => "can",
            stem => stem,
        };
        return tags(stem);
    }
    tags(&word[..at]).filter(|t| t.first == Tag::Pronoun)
}

#[cfg(test)]
mod tests {
    use super::{MOST, facts};
    use crate::model::{Article, Fact};

    #[test]
    fn what_lists_say_of_words() {
        for (word, fact, holds) in [
            ("ferry", Fact::Content, true),
            ("the", Fact::Content, false),
            ("said", Fact::Says, true),
            ("co", Fact::BeginsOffice, true),
            ("hong", Fact::BeginsPlace, true),
            ("peruvian", Fact::OfPlace, true),
            ("seven", Fact::Number, true),
            ("because", Fact::StartsClause, true),
            ("may", Fact::BeginsStatus, true),
            ("overseas", Fact::Abroad, true),
            ("its", Fact::Determines, true),
            ("company", Fact::Describes, true),
            ("won't", Fact::Contraction, true),
            ("ferry", Fact::Contraction, false),
            ("inside", Fact::Exclusive, true),
            ("didn't", Fact::Denies, true),
            ("failed", Fact::Denies, true),
            ("ferry", Fact::Denies, false),
        ] {
            assert_eq!(facts(word).has(fact), holds, "{word}: {fact:?}");
        }
    }

    /// An article with more words than are kept is read like any other, and so is the next.
    #[test]
    fn a_vocabulary_that_is_full_starts_anew() {
        let article = |text: String| crate::segment::segment(Article { text, ..Article::default() });
        let many: Vec<String> = (0..=MOST).map(|n| format!("w{n}x")).collect();
        for text in [many.join(" "), "Seven ferries, seven".to_owned(), "seven".to_owned()] {
            let doc = article(text);
            for (i, token) in doc.tokens.iter().enumerate() {
                assert_eq!(doc.word(i), token.span.of(&doc.lower));
                assert_eq!(doc.words.facts(i), facts(doc.word(i)));
            }
        }
    }
}
