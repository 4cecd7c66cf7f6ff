//! Parts of speech: which words are verbs, nouns, adjectives where they stand.
//!
//! Each token has the readings of the lexicon or of its ending ([`readings`]); where there are several, the words before and
//! behind decide ([`decide`]). One pass from left to right, no statistics: what is decided for a word can be explained.

mod ahead;
mod decide;
mod readings;

use crate::lexicon::words::Tags;
use crate::model::{Document, Name, Tag};

/// The tag of each token of `doc`; the tokens of `names` are proper nouns.
pub fn find(doc: &Document, names: &[Name]) -> Vec<Tag> {
    let mut readings: Vec<Tags> = Vec::with_capacity(doc.tokens.len());
    for sentence in &doc.sentences {
        let titled = readings::is_titled(doc, sentence);
        readings.extend(sentence.tokens.clone().map(|i| readings::of(doc, i, sentence.tokens.start, titled)));
    }
    readings.resize(doc.tokens.len(), Tags::only(Tag::Sign));
    for name in names {
        for i in name.tokens.clone() {
            if !matches!(readings[i].first, Tag::Preposition | Tag::Coordinator | Tag::Determiner | Tag::Sign)
            {
                readings[i] = Tags::only(Tag::Proper);
            }
        }
    }
    let mut tags = vec![Tag::Sign; readings.len()];
    for sentence in &doc.sentences {
        decide::sentence(doc, &readings, sentence.tokens.clone(), &mut tags);
    }
    tags
}

#[cfg(test)]
mod tests;
