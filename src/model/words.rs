//! The words of an article, each kept once: most are looked at many times, and stand there more than once.

use super::{Fact, Facts};
use std::sync::Arc;

/// A word with what is known of it whatever stands around it.
#[derive(Debug, Clone)]
pub struct Word {
    /// The word in ASCII lower case.
    pub text: Arc<str>,
    /// Which lists have it.
    pub facts: Facts,
    /// Its stem; one text for all words that have it, as long as texts are kept.
    pub stem: Arc<str>,
    /// Its lemma, where one is known.
    pub lemma: Option<&'static str>,
}

/// The distinct words of an article's tokens.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// In order of their first token.
    distinct: Vec<Word>,
    /// For each token the place of its word among these.
    of_token: Vec<u32>,
}

impl Words {
    /// The words `distinct`, in order of their first token; `of_token` has the place of each token's word among these.
    pub fn new(distinct: Vec<Word>, of_token: Vec<u32>) -> Self {
        Self { distinct, of_token }
    }

    /// The word of a token with what is known of it.
    pub fn get(&self, token: usize) -> Option<&Word> {
        self.distinct.get(*self.of_token.get(token)? as usize)
    }

    /// The word of a token; empty if there is none such.
    pub fn at(&self, token: usize) -> &str {
        self.get(token).map_or("", |word| &word.text)
    }

    /// The stem of the word of a token; empty if there is none such.
    pub fn stem(&self, token: usize) -> &str {
        self.get(token).map_or("", |word| &word.stem)
    }

    /// The lemma of the word of a token, else the word itself.
    pub fn lemma(&self, token: usize) -> &str {
        self.get(token).map_or("", |word| word.lemma.unwrap_or(&word.text))
    }

    /// Whether `fact` holds of the word of a token.
    pub fn is(&self, token: usize, fact: Fact) -> bool {
        self.get(token).is_some_and(|word| word.facts.has(fact))
    }

    /// The tokens of whose words `fact` holds, ascending.
    pub fn tokens_with(&self, fact: Fact) -> Vec<usize> {
        if !self.distinct.iter().any(|word| word.facts.has(fact)) {
            return Vec::new();
        }
        (0..self.of_token.len()).filter(|&i| self.is(i, fact)).collect()
    }

    /// The tokens whose words `holds` takes, ascending; each word is asked once.
    pub fn tokens_where(&self, holds: impl FnMut(&str) -> bool) -> Vec<usize> {
        let table = self.table(holds);
        if !table.values.contains(&true) {
            return Vec::new();
        }
        let tokens = self.of_token.iter().enumerate();
        tokens.filter(|(_, place)| table.values[**place as usize]).map(|(i, _)| i).collect()
    }

    /// What is known of the word of a token; nothing if there is none such.
    pub fn facts(&self, token: usize) -> Facts {
        self.get(token).map_or_else(Facts::default, |word| word.facts)
    }

    /// How many distinct words there are.
    pub fn count(&self) -> usize {
        self.distinct.len()
    }

    /// The place of a token's word among the distinct ones.
    pub fn place(&self, token: usize) -> Option<usize> {
        self.of_token.get(token).map(|&place| place as usize)
    }

    /// What `look` finds for each word, to be had for each token.
    pub fn table<'a, T>(&'a self, look: impl FnMut(&'a str) -> T) -> Table<'a, T> {
        Table { words: self, values: self.distinct.iter().map(|word| &*word.text).map(look).collect() }
    }
}

/// Something about each word of an article, looked up once a word.
pub struct Table<'a, T> {
    words: &'a Words,
    values: Vec<T>,
}

impl<T> Table<'_, T> {
    /// That of a token; `None` if there is none such.
    pub fn at(&self, token: usize) -> Option<&T> {
        self.values.get(self.words.place(token)?)
    }

    /// The same, to be changed.
    pub fn at_mut(&mut self, token: usize) -> Option<&mut T> {
        self.values.get_mut(self.words.place(token)?)
    }
}

impl Table<'_, bool> {
    /// For each token whether it is so.
    pub fn each(&self) -> Vec<bool> {
        self.words.of_token.iter().map(|&place| self.values[place as usize]).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Article;

    #[test]
    fn articles_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<crate::model::Document>();
        shared::<crate::claim::Reading>();
    }

    #[test]
    fn equal_words_have_one_entry() {
        let article = Article { text: "The ferry, the Ferry".to_owned(), ..Article::default() };
        let doc = crate::segment::segment(article);
        let mut looked = Vec::new();
        let table = doc.words.table(|word| {
            looked.push(word);
            word.len()
        });
        assert_eq!(
            (0..6).map(|i| table.at(i).copied()).collect::<Vec<_>>(),
            [Some(3), Some(5), Some(1), Some(3), Some(5), None]
        );
        assert_eq!(looked, ["the", "ferry", ","]);
        assert_eq!((doc.words.at(4), doc.words.at(5)), ("ferry", ""));
    }
}
