//! Questions that follow from others: if two articles state the same sum or report the same act, the times at which they say
//! it happened answer one question too.
//!
//! Only times that fit are joined so: whether two times exclude each other is not for an inference to say.

use super::Input;
use super::same::{Fit, fit};
use crate::model::{BE, Claim, ClaimKind, Kind, Question};

/// Date questions behind `questions` whose claims are in none yet.
pub fn dates(input: Input, questions: &[Question]) -> Vec<Question> {
    let mut taken = vec![false; input.claims.len()];
    let source = |&claim: &usize| input.claims[claim].source;
    // What one article repeats may still be what another dates.
    for question in questions.iter().filter(|q| q.claims.iter().any(|c| source(c) != source(&q.claims[0]))) {
        for &claim in &question.claims {
            taken[claim] = true;
        }
    }
    let mut out = Vec::new();
    for question in questions {
        // An office or a kind of thing does not begin when the clause says that something happened.
        if question.claims.iter().any(|&c| is_state(&input.claims[c])) {
            continue;
        }
        let mut times: Vec<usize> = Vec::new();
        // One claim of each value among them.
        let mut distinct: Vec<usize> = Vec::new();
        for &claim in &question.claims {
            let Some(time) = stated(input, claim).filter(|&t| !taken[t]) else { continue };
            if !distinct.iter().all(|&t| agrees(input, &input.claims[t], &input.claims[time])) {
                continue;
            }
            if distinct.iter().all(|&t| input.claims[t].value != input.claims[time].value) {
                distinct.push(time);
            }
            times.push(time);
        }
        times.sort_unstable();
        times.dedup();
        let sources: std::collections::BTreeSet<usize> =
            times.iter().map(|&t| input.claims[t].source).collect();
        if sources.len() < 2 {
            continue;
        }
        for &t in &times {
            taken[t] = true;
        }
        out.push(Question {
            text: format!("{}: when", question.text),
            claims: times,
            reasons: vec![format!("They date what is said of “{}”.", question.text)],
            confidence: question.confidence * 0.9,
            certain: false,
            doubts: vec!["The times were joined because what they date was.".to_owned()],
            ..Question::default()
        });
    }
    out
}

/// The date claim that tells when claim `index` holds: in the same sentence, with the same time.
fn stated(input: Input, index: usize) -> Option<usize> {
    let claim = &input.claims[index];
    let time = claim.when.time.as_ref()?;
    let from = input.claims.partition_point(|c| (c.source, c.sentence) < (claim.source, claim.sentence));
    (from..input.claims.len())
        .take_while(|&i| input.claims[i].source == claim.source && input.claims[i].sentence == claim.sentence)
        .find(|&i| {
            let other = &input.claims[i];
            matches!(other.kind, ClaimKind::Value(Kind::Date | Kind::Time))
                && matches!(&other.value, crate::model::ClaimValue::Time(t) if t == time)
        })
}

/// What somebody or something is.
fn is_state(claim: &Claim) -> bool {
    matches!(claim.kind, ClaimKind::Role | ClaimKind::Person | ClaimKind::Place) || claim.verb == BE
}

fn agrees(input: Input, a: &Claim, b: &Claim) -> bool {
    matches!(fit(input, a, b), Some(Fit::Equal | Fit::Compatible))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::entity::Entities;
    use crate::model::{ClaimValue, Decimal, Quantity, TimeValue, When};
    use crate::rules::Rules;

    /// A sum that `source` dates `day`, and the claim of that date, in one sentence.
    fn dated(source: usize, day: &str) -> [Claim; 2] {
        let time = TimeValue::from_iso(day).unwrap();
        let quantity = Quantity::exactly(5.into(), Decimal::ONE);
        let sum = ClaimValue::Quantity { quantity, unit: Some("USD".to_owned()), per: None };
        let when = When { time: Some(time.clone()), basis: "stated" };
        [
            Claim { when, sentence: 3, ..Claim::new(source, ClaimKind::Value(Kind::Money), sum) },
            Claim { sentence: 3, ..Claim::new(source, ClaimKind::Value(Kind::Date), ClaimValue::Time(time)) },
        ]
    }

    fn found(claims: &[Claim], questions: &[&[usize]]) -> Vec<Vec<usize>> {
        let entities = Entities::default();
        let input = Input {
            documents: &[],
            annotations: &[],
            claims,
            entities: &entities,
            stems: &[],
            rules: Rules::shipped(),
        };
        let question = |claims: &&[usize]| Question {
            text: "pier: cost".to_owned(),
            claims: claims.to_vec(),
            reasons: Vec::new(),
            confidence: 0.8,
            certain: true,
            doubts: Vec::new(),
            ..Question::default()
        };
        let questions: Vec<Question> = questions.iter().map(question).collect();
        let out = dates(input, &questions);
        assert!(out.iter().all(|q| (q.confidence - 0.72).abs() < 1e-5 && !q.certain));
        out.into_iter().map(|q| q.claims).collect()
    }

    #[test]
    fn dates_of_what_is_joined_are_joined_where_they_fit() {
        let of = |days: &[(usize, &str)]| -> Vec<Claim> {
            days.iter().flat_map(|(source, day)| dated(*source, day)).collect()
        };
        let same = of(&[(0, "2024-03-05"), (1, "2024-03-05")]);
        assert_eq!(found(&same, &[&[0, 2]]), [[1, 3]], "two articles, one day");
        assert!(found(&of(&[(0, "2024-03-05"), (1, "2024-03-06")]), &[&[0, 2]]).is_empty(), "two days");
        assert!(found(&of(&[(0, "2024-03-05"), (0, "2024-03-05")]), &[&[0, 2]]).is_empty(), "one article");
        assert!(found(&same, &[&[0, 2], &[1, 3]]).is_empty(), "the dates have a question already");
        assert!(found(&same, &[&[0]]).is_empty(), "one claim");
        let mut states = same.clone();
        states[0].verb = BE.to_owned();
        assert!(found(&states, &[&[0, 2]]).is_empty(), "a state has no day");
        let mut offices = same.clone();
        offices[2].kind = ClaimKind::Role;
        assert!(found(&offices, &[&[0, 2]]).is_empty(), "an office has no day");
        let mut elsewhere = same.clone();
        elsewhere[3].sentence = 4;
        assert!(found(&elsewhere, &[&[0, 2]]).is_empty(), "another sentence");
        let mut numbers = same;
        numbers[3].kind = ClaimKind::Value(Kind::Number);
        assert!(found(&numbers, &[&[0, 2]]).is_empty(), "no date");
    }
}
