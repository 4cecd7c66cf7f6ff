//! The words around a value by which its question is recognised: stems of the clause and of the rest of the sentence.

use super::page::Page;
use crate::lexicon::{STOPWORDS, stem::stem};
use crate::model::TokenKind;
use std::ops::Range;

/// Weight of a stem in the clause of the value, and elsewhere in its sentence.
const CLAUSE: u8 = 2;
const SENTENCE: u8 = 1;

/// Stems with their weights, sorted; the value's own tokens are left out.
pub fn of(page: &Page, sentence: usize, clause: &Range<usize>, own: &Range<usize>) -> Vec<(String, u8)> {
    let mut out: Vec<(String, u8)> = Vec::new();
    let Some(all) = page.doc.sentences.get(sentence) else { return out };
    for i in all.tokens.clone() {
        let token = page.doc.tokens[i];
        let word = page.doc.word(i);
        let content = matches!(token.kind, TokenKind::Word | TokenKind::Mixed)
            && word.len() > 1
            && !STOPWORDS.has(word);
        if !content || (own.contains(&i) && !word.bytes().all(|b| b.is_ascii_alphabetic())) {
            continue;
        }
        let weight = if clause.contains(&i) { CLAUSE } else { SENTENCE };
        out.push((key(page, i, word), weight));
    }
    out.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    out.dedup_by(|b, a| a.0 == b.0);
    out
}

/// A name counts as its entity, so that two names of one company match; other words as their canonical verb or their stem.
fn key(page: &Page, i: usize, word: &str) -> String {
    if let Some(id) = page.entities.at_token(page.source, i) {
        return format!("@{}", id.0);
    }
    if let Some(verb) = page.verb_at(i) {
        return stem(verb.canonical).into_owned();
    }
    stem(word).into_owned()
}
