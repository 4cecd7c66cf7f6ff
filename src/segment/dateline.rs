//! The dateline that a report opens with: `OSLO, Norway, March 2 (Reuters) -`. It tells where and when it was written, and is
//! no part of the sentence behind it.

use crate::lexicon::{calendar, naming};
use crate::model::line::on_one_line;
use crate::model::{Document, TokenKind};
use std::ops::Range;

/// The longest dateline, in tokens.
const LONGEST: usize = 18;
/// A name in capitals has at least so many letters; fewer are an acronym (`WHO - a body of the United Nations`).
const LETTERS: usize = 4;

/// One past the dash of the dateline that `tokens`, those of a paragraph, begin with.
pub fn end(doc: &Document, tokens: &Range<usize>) -> Option<usize> {
    let most = tokens.end.min(tokens.start + LONGEST);
    let dash = (tokens.start + 1..most).find(|&i| is_dash(doc, i))?;
    let next = (dash + 1..tokens.end).find(|&i| !is_dash(doc, i))?;
    let token = doc.tokens[next];
    let opens =
        token.capital || token.kind == TokenKind::Number || matches!(doc.word(next), "\"" | "“" | "‘");
    let place = tokens.start..dash;
    // `Ann Doe (March 4, 1970 – May 1, 2013) was a writer`
    let brackets = |mark: &str| place.clone().filter(|&i| doc.word(i) == mark).count();
    let closed = brackets("(") == brackets(")");
    (opens && closed && place.clone().all(|i| may_stand(doc, i)) && is_told(doc, &place)).then_some(next)
}

/// Whether a dash stands at `i` that parts a dateline from its text.
fn is_dash(doc: &Document, i: usize) -> bool {
    let token = doc.tokens[i];
    token.kind == TokenKind::Dash
        && (token.spaced || matches!(doc.word(i), "—" | "--") || is_dash_before(doc, i))
}

/// The second of `--`.
fn is_dash_before(doc: &Document, i: usize) -> bool {
    i > 0 && doc.tokens[i - 1].kind == TokenKind::Dash && doc.tokens[i - 1].spaced
}

/// Whether token `i` can stand in a dateline: names, days, brackets.
fn may_stand(doc: &Document, i: usize) -> bool {
    let token = doc.tokens[i];
    token.capital
        || token.kind == TokenKind::Number
        || matches!(doc.word(i), "," | "." | "/" | "(" | ")" | "de" | "al" | "of" | "del" | "la")
}

/// Whether `tokens` say that they are a dateline: by an agency in brackets, a day, or a place in capitals and nothing more.
fn is_told(doc: &Document, tokens: &Range<usize>) -> bool {
    let credited = || {
        let open = tokens.clone().find(|&i| doc.word(i) == "(")?;
        let close = (open + 1..tokens.end).find(|&i| doc.word(i) == ")").filter(|&c| c > open + 1)?;
        naming::agency(&on_one_line(doc.span_of(open + 1..close).of(&doc.lower)))
    };
    let day = |i: usize| {
        matches!(calendar::term(doc.word(i).trim_end_matches('.')), Some(calendar::Term::Month(_)))
            && (i + 1..tokens.end.min(i + 3)).any(|k| doc.tokens[k].kind == TokenKind::Number)
    };
    let text = doc.token_text(tokens.start);
    let capitals = text.chars().count() >= LETTERS && text.chars().all(|c| c.is_uppercase() || c == '.');
    let plain = || tokens.clone().all(|i| doc.tokens[i].kind != TokenKind::Number && doc.word(i) != "(");
    let town = || capitals && plain() && !naming::is_organisation_head(doc.word(tokens.end - 1));
    tokens.clone().skip(1).any(day) || credited().is_some() || town()
}

#[cfg(test)]
mod tests {
    use crate::model::{Article, Span};

    /// The sentences of `text`.
    fn sentences(text: &str) -> Vec<String> {
        let article = Article { text: text.into(), body: Span::new(0, text.len()), ..Article::default() };
        let doc = crate::segment::segment(article);
        doc.sentences.iter().map(|s| s.span.of(doc.text()).to_owned()).collect()
    }

    #[test]
    fn a_dateline_stands_by_itself() {
        for (line, why) in [
            ("LOM, Norway, March 2 (Reuters) -", "place, day and agency"),
            ("LOMVIK (AP) —", "place and agency"),
            ("LOMVIK —", "a place in capitals"),
            ("Lomvik, March 2 --", "a place and a day"),
            ("ST. LOMVIK, Ohio (AP) —", "a place of two words"),
        ] {
            let text = format!("{line} Norvik said it closed the plant.");
            assert_eq!(sentences(&text), [line, "Norvik said it closed the plant."], "{why}");
        }
        for (text, why) in [
            ("Norvik — Tarn in the north — closed the plant.", "a name"),
            ("Ann Doe (March 4, 1970 – May 1, 2013) was a writer.", "a life"),
            ("WHO — The body of the world's doctors — closed the plant.", "an acronym"),
            ("The plant - Norvik owns it - closed.", "no name"),
            ("LOMVIK - a town in the north - lost its plant.", "goes on in small letters"),
        ] {
            assert_eq!(sentences(text), [text], "{why}");
        }
    }
}
