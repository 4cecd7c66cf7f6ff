//! Other names that an article gives somebody in so many words: `better known as Nan Doe`, `born Ann Quist`.

use super::local::kinds_fit;
use crate::model::{Annotations, Document, EntityKind, Name};

/// Whom the subject of a sentence is also known as: `Ann Marsh (born 1970), better known as Nan Doe, is`.
pub fn aliases(doc: &Document, notes: &Annotations, of_name: &[usize]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    for (i, name) in notes.names.iter().enumerate().skip(1) {
        let word = |back: usize| name.tokens.start.checked_sub(back).map_or("", |at| doc.word(at));
        let known = if word(2) == "known" { 2 } else { 3 };
        let says = word(1) == "as"
            && word(known) == "known"
            && matches!(
                word(known + 1),
                "," | "("
                    | "also"
                    | "better"
                    | "best"
                    | "formerly"
                    | "previously"
                    | "commonly"
                    | "professionally"
            );
        // `Ann Marsh (born Ann Quist; 4 March 1920)`
        if matches!(word(1), "born" | "née" | "nee") && matches!(word(2), "(" | "]") {
            out.extend(born_as(doc, notes, of_name, i));
        }
        if !says {
            continue;
        }
        let sentence = doc.sentences[doc.sentence_of(name.tokens.start)].tokens.start;
        let first = notes.names.partition_point(|n| n.tokens.start < sentence);
        let subject = &notes.names[first];
        let opens = subject.tokens.start <= sentence + 1 && matches!(doc.word(subject.tokens.end), "," | "(");
        if opens && first < i && of_name[first] != of_name[i] && kinds_fit(subject.kind, name.kind) {
            out.push((of_name[first], of_name[i]));
        }
    }
    out
}

/// The name behind which the bracket with name `i` stands, and that one: what its bearer was called at birth.
fn born_as(doc: &Document, notes: &Annotations, of_name: &[usize], i: usize) -> Option<(usize, usize)> {
    let (before, name) = (&notes.names[i.checked_sub(1)?], &notes.names[i]);
    let opens = matches!(doc.word(before.tokens.end), "(" | "[");
    let person = |n: &Name| matches!(n.kind, EntityKind::Person | EntityKind::Unknown);
    (opens && person(before) && person(name) && of_name[i - 1] != of_name[i])
        .then(|| (of_name[i - 1], of_name[i]))
}
