//! Who says a quotation that two articles give: a question of its own where they name two people.
//!
//! Only speakers that are named in the sentence of the quotation count: whom a pronoun or the paragraph before it means is not
//! sure enough to say that somebody has been quoted for somebody else.

use super::Input;
use super::quotation::Quotations;
use crate::model::{Claim, ClaimKind, EntityId, EntityKind, Question, Wording, WordingSort};

/// Quotations share so much of the shorter one that they are one saying, however cut.
const SAME: f32 = 0.7;
/// So many words or more are nobody's common saying.
const WORDS: usize = 6;
/// How sure it is that the same words were said once.
const CONFIDENCE: f32 = 0.85;

/// The questions of who says what the quotations of `questions` say.
pub fn questions(input: Input, quotations: &Quotations, questions: &[Question]) -> Vec<Question> {
    questions.iter().filter_map(|question| speakers(input, quotations, question)).collect()
}

fn speakers(input: Input, quotations: &Quotations, question: &Question) -> Option<Question> {
    let quoted = |&i: &usize| {
        let claim = &input.claims[i];
        Some((i, named(input, claim)?))
    };
    let all: Vec<(usize, EntityId)> = question.claims.iter().filter_map(quoted).collect();
    let &(first, one) = all.first()?;
    let apart = |id: EntityId| !input.entities.same_or_part(one, id);
    let one_saying =
        |i: usize| quotations.len(i) >= WORDS && quotations.shared(first, i).is_some_and(|s| s >= SAME);
    let &(second, two) = all.iter().find(|&&(i, id)| {
        input.claims[i].source != input.claims[first].source && apart(id) && one_saying(i)
    })?;
    // An article that gives the words to both knows something that the other does not say.
    let knows = |source: usize, id: EntityId| {
        all.iter().any(|&(i, other)| input.claims[i].source == source && other == id)
    };
    if knows(input.claims[first].source, two) || knows(input.claims[second].source, one) {
        return None;
    }
    let of = |speaker: EntityId| -> Vec<usize> {
        all.iter().filter(|(_, id)| *id == speaker).map(|(i, _)| *i).collect()
    };
    let values = [one, two].map(|id| (input.entities.name(id).to_owned(), of(id))).to_vec();
    let mut claims: Vec<usize> = values.iter().flat_map(|(_, claims)| claims.iter().copied()).collect();
    claims.sort_unstable();
    Some(Question {
        text: "quotation: who says it".to_owned(),
        claims,
        reasons: vec!["The quotations are the same in nearly all their words.".to_owned()],
        confidence: CONFIDENCE,
        certain: true,
        doubts: Vec::new(),
        paraphrase: false,
        one_place: true,
        wording: Some(Wording { values, sort: WordingSort::Speaker }),
    })
}

/// The person who is named as the speaker in the sentence of a quotation.
fn named(input: Input, claim: &Claim) -> Option<EntityId> {
    let id = claim.subject.filter(|_| claim.kind == ClaimKind::Quotation)?;
    let person = matches!(input.entities.table.get(id.0)?.kind, EntityKind::Person | EntityKind::Unknown);
    let document = input.documents.get(claim.source)?;
    let sentence = &document.sentences.get(claim.sentence)?.tokens;
    let here = input.entities.is_named_in(claim.source, id, sentence);
    (person && here).then_some(id)
}

#[cfg(test)]
mod tests {
    use crate::align::questions;
    use crate::align::tests::reading;

    /// The speakers of the quotation that both texts give, where they are two.
    fn speakers(a: &str, b: &str) -> Vec<String> {
        reading(&[a, b], |input| {
            let told = questions(input).into_iter().filter_map(|q| q.wording);
            told.flat_map(|w| w.values.into_iter().map(|(name, _)| name)).collect()
        })
    }

    #[test]
    fn one_saying_has_one_speaker() {
        let judge = "\"Nobody in this town believed a word of it,\" said judge Ines Valcarce.";
        for (other, want, why) in [
            (
                "\"Nobody in this town believed a word of it,\" said mayor Tom Reed.",
                &["Ines Valcarce", "Tom Reed"][..],
                "two",
            ),
            ("\"Nobody in this town believed a word of it,\" said Valcarce.", &[], "one"),
            ("\"Nobody in this town believed a word of it,\" he said.", &[], "nobody knows who he is"),
            ("\"Nobody in this room knew the mayor,\" said mayor Tom Reed.", &[], "two sayings"),
        ] {
            assert_eq!(speakers(judge, other), want, "{why}");
        }
    }
}
