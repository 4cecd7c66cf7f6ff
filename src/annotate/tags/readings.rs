//! What a token can be, whatever stands around it.

use crate::lexicon::numbers::number_letters;
use crate::model::{Document, Fact, Sentence, Tag, Tags, TokenKind};

/// Readings of a noun phrase, the likelier first.
pub const NOMINAL: [Tag; 4] = [Tag::Noun, Tag::Nouns, Tag::Adjective, Tag::Proper];

/// Endings of words that are in no list, and what such words are.
const ENDINGS: [(&str, &[Tag]); 14] = [
    ("ly", &[Tag::Adverb]),
    ("ing", &[Tag::Ing, Tag::Noun]),
    ("ed", &[Tag::Past, Tag::Participle]),
    ("tion", &[Tag::Noun]),
    ("ness", &[Tag::Noun]),
    ("ity", &[Tag::Noun]),
    ("ment", &[Tag::Noun]),
    ("ous", &[Tag::Adjective]),
    ("ful", &[Tag::Adjective]),
    ("able", &[Tag::Adjective]),
    ("ible", &[Tag::Adjective]),
    ("ive", &[Tag::Adjective, Tag::Noun]),
    ("ss", &[Tag::Noun]),
    ("s", &[Tag::Nouns]),
];

/// Share of capitalised words above which the capitals of a sentence tell nothing, in percent.
const TITLE_CASE: usize = 60;

/// Whether most words of the sentence are capitalised, as in headlines.
pub fn is_titled(doc: &Document, sentence: &Sentence) -> bool {
    let words =
        sentence.tokens.clone().filter(|&i| doc.tokens[i].kind == TokenKind::Word && doc.word(i).len() > 3);
    let (all, capital) = words.fold((0, 0), |(n, c), i| (n + 1, c + usize::from(doc.tokens[i].capital)));
    all > 3 && capital * 100 >= all * TITLE_CASE
}

/// The readings of token `i` of the sentence that starts at `start`; capitals tell nothing in `titled` sentences.
pub fn of(doc: &Document, i: usize, start: usize, titled: bool) -> Tags {
    let token = doc.tokens[i];
    let word = doc.word(i);
    match token.kind {
        TokenKind::Number => Tags::only(Tag::Number),
        TokenKind::Mixed => Tags::only(Tag::Noun),
        TokenKind::Currency | TokenKind::Dash => Tags::only(Tag::Sign),
        TokenKind::Punct => Tags::only(if word == "%" {
            Tag::Noun
        } else if word == "&" {
            Tag::Coordinator
        } else {
            Tag::Sign
        }),
        TokenKind::Possessive => Tags::only(Tag::Possessive).and(Tag::Be).and(Tag::Have),
        TokenKind::Word => {
            // `$1.5bn`
            if !token.spaced
                && i > start
                && doc.tokens[i - 1].kind == TokenKind::Number
                && number_letters(doc.token_text(i)).is_some()
            {
                return Tags::only(Tag::Number);
            }
            if word == "may" && token.capital && i > start {
                return Tags::only(Tag::Proper);
            }
            let facts = doc.words.facts(i);
            let listed = match facts.tags {
                Some(tags) if facts.has(Fact::Contraction) => return tags,
                tags => tags,
            };
            // A capital inside a sentence is a name's, unless a grammar word or all words have one.
            if token.capital && !titled && i > start && doc.tokens[i - 1].kind != TokenKind::Punct {
                let grammar = listed.is_some_and(|t| is_grammar(t.first));
                return if grammar {
                    listed.unwrap_or(Tags::only(Tag::Proper))
                } else {
                    Tags::only(Tag::Proper)
                };
            }
            listed.unwrap_or_else(|| if token.capital { Tags::only(Tag::Proper) } else { by_ending(word) })
        }
    }
}

const fn is_grammar(tag: Tag) -> bool {
    !(tag.is_noun() || tag.is_verb() || matches!(tag, Tag::Adjective | Tag::Adverb))
}

fn by_ending(word: &str) -> Tags {
    // The last letter tells of most endings that they are not the word's.
    let last = word.bytes().next_back();
    let ends = |ending: &str| {
        ending.bytes().next_back() == last && word.len() > ending.len() + 2 && word.ends_with(ending)
    };
    let found = ENDINGS.iter().find(|(ending, _)| ends(ending));
    found.and_then(|(_, tags)| Tags::of(tags.iter().copied())).unwrap_or(Tags::only(Tag::Noun))
}

/// Behind `be`: a participle, an -ing form or an adjective, else a noun.
pub fn behind_be(can: Tags) -> Option<Tag> {
    // `was shot`: a noun would have an article.
    let irregular = can.first == Tag::Noun && can.has(Tag::Past);
    if can.has(Tag::Participle) && (irregular || !matches!(can.first, Tag::Adjective | Tag::Noun)) {
        return Some(Tag::Participle);
    }
    if can.has(Tag::Ing) {
        return Some(Tag::Ing);
    }
    let likely = Some(can.first).filter(|t| !matches!(t, Tag::Base | Tag::Third | Tag::Past));
    likely.or_else(|| can.among(&NOMINAL)).or_else(|| can.among(&[Tag::Participle]))
}
