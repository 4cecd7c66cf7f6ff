use super::find;
use crate::model::{Article, Tag};

/// The tag of each word of `text`, signs left out.
fn tagged(text: &str) -> Vec<(String, Tag)> {
    let doc = crate::segment::segment(Article { text: text.to_owned(), ..Article::default() });
    let names = crate::annotate::names::find(&doc, crate::rules::Rules::shipped());
    let tags = find(&doc, &names);
    let words = (0..doc.tokens.len()).filter(|&i| tags[i] != Tag::Sign);
    words.map(|i| (doc.token_text(i).to_owned(), tags[i])).collect()
}

/// One word of a sentence, what it is there, and why that could be mistaken.
const ROWS: &[(&str, &str, Tag, &str)] = &[
    ("The company plans to open a store.", "plans", Tag::Third, "a verb behind a subject and before `to`"),
    ("Their plans were dropped.", "plans", Tag::Nouns, "a noun behind a determiner"),
    (
        "It says it plans a sale.",
        "plans",
        Tag::Third,
        "a pronoun's verb, though the sentence has one already",
    ),
    ("The mayor opened the bridge.", "opened", Tag::Past, "the only verb there is"),
    ("A bridge opened by the mayor has collapsed.", "opened", Tag::Participle, "a verb follows, and `by`"),
    (
        "The fire that began on May 8 destroyed homes.",
        "destroyed",
        Tag::Past,
        "the main clause waits for its verb",
    ),
    (
        "Norden, based in Lom, employs 40 people.",
        "based",
        Tag::Participle,
        "between commas, the verb behind them",
    ),
    ("Norden, based in Lom, employs 40 people.", "employs", Tag::Third, "the verb behind the commas"),
    ("Some of the vaccinated children fell ill.", "vaccinated", Tag::Adjective, "inside a phrase"),
    ("About 9% of vaccinated children fell ill.", "vaccinated", Tag::Adjective, "behind a preposition"),
    (
        "Opened in 1962, the mine accounts for a tenth of it.",
        "accounts",
        Tag::Third,
        "behind a subject, before `for`",
    ),
    ("Police read the bank accounts for clues.", "accounts", Tag::Nouns, "a verb stands before it"),
    (
        "It includes deals with mills and firms in the towns mentioned.",
        "mentioned",
        Tag::Participle,
        "it ends its phrase",
    ),
    ("The men in the boats died.", "died", Tag::Past, "the only verb of its clause"),
    ("They saw children aged five to nine.", "aged", Tag::Adjective, "no verb"),
    ("The road was closed.", "closed", Tag::Participle, "behind `be`"),
    ("The fire that killed two people is out.", "killed", Tag::Past, "a relative clause of its own"),
    ("The fire that killed two people is out.", "that", Tag::Relative, "before a verb"),
    ("She said that the offer was low.", "that", Tag::Relative, "opens a clause"),
    ("In that year sales rose.", "that", Tag::Determiner, "before a noun, behind a preposition"),
    ("He was first elected in 1995.", "first", Tag::Adverb, "before a participle, not a rank"),
    ("The first offer was low.", "first", Tag::Adjective, "before a noun"),
    ("They compared it to known figures.", "to", Tag::Preposition, "before a phrase"),
    ("They want to know.", "to", Tag::To, "before a base form"),
    ("A Go-playing program won.", "playing", Tag::Adjective, "joined by a hyphen"),
    ("It won't open in May.", "won't", Tag::Modal, "a contraction"),
    ("It won't open in May.", "open", Tag::Base, "behind a modal"),
    ("At least 21 people die and 35 are hurt.", "die", Tag::Base, "behind a plural, before `and`"),
    ("A gang of five attacked a van.", "attacked", Tag::Past, "the number ends the subject"),
    ("More than 70 officers are searching.", "than", Tag::Preposition, "before a number"),
    ("Prices rose after the report.", "after", Tag::Preposition, "before a phrase"),
    ("Prices rose after the bank cut rates.", "after", Tag::Subordinator, "before a clause"),
];

#[test]
fn words_are_told_by_their_neighbours() {
    for (text, word, tag, why) in ROWS {
        let found = tagged(text).into_iter().find(|(w, _)| w == word).map(|(_, t)| t);
        assert_eq!(found, Some(*tag), "{word:?} in {text:?}: {why}");
    }
}

#[test]
fn every_token_has_a_tag_whatever_the_text() {
    for text in ["", "-", "'s 's 's", "to to to to", "that that that", "(((", "and and", "A.B.C. 5 %"] {
        let doc = crate::segment::segment(Article { text: text.to_owned(), ..Article::default() });
        assert_eq!(find(&doc, &[]).len(), doc.tokens.len(), "{text:?}");
    }
}
