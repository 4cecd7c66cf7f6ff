//! Percentages: `5 %`, `28-percent`, `three percentage points`, `25 basis points`, and shares told as fractions.

use super::numeral::Numeral;
use super::text::Text;
use crate::lexicon::nouns::NOUN_PHRASE_STOPS;
use crate::lexicon::numbers::number_word;
use crate::model::TokenKind;

/// The sign or words of a percentage behind `number`: the unit (none for per cent itself) and the token behind.
pub fn suffix(text: Text, number: &Numeral) -> Option<(Option<&'static str>, usize)> {
    let end = number.tokens.end;
    let at = if text.is_glued_dash(end) { end + 1 } else { end };
    let points = |i: usize| {
        let i = if text.is_glued_dash(i) { i + 1 } else { i };
        matches!(text.word(i), "point" | "points" | "pt" | "pts").then_some(i + 1)
    };
    let behind = match text.word(at) {
        "%" | "％" => at + 1,
        "percent" | "pct" | "percents" | "percentage" => at + 1,
        "per" if text.word(at + 1) == "cent" => at + 2,
        "basis" => return points(at + 1).map(|end| (Some("basis point"), end)),
        "bp" | "bps" => return Some((Some("basis point"), at + 1)),
        _ => return None,
    };
    // `20 percent points of view` is not written; `pct.` keeps its full stop.
    if let Some(end) = points(behind) {
        return Some((Some("percentage point"), end));
    }
    let dotted = text.word(at) == "pct"
        && text.word(behind) == "."
        && text.glued(behind)
        && text.doc.tokens.get(behind + 1).is_some_and(|t| !t.capital);
    Some((None, behind + usize::from(dotted)))
}

/// `a percentage of 53.4`, `percent of 10`: the first token, for a bare number at token `start` that ends before `end`,
/// where nothing is counted and no number has taken the word (`5 percent of 10`).
pub fn before(text: Text, start: usize, end: usize, floor: usize) -> Option<usize> {
    let word = start.checked_sub(2).filter(|&i| i >= floor && text.word(i + 1) == "of")?;
    let named = matches!(text.word(word), "percent" | "percents" | "percentage");
    let taken = text.kind(word.wrapping_sub(1)) == Some(TokenKind::Number)
        || number_word(text.before(word)).is_some();
    let closed = text.kind(end) != Some(TokenKind::Word) || NOUN_PHRASE_STOPS.has(text.word(end));
    (named && !taken && closed).then_some(word)
}

/// Whether a fraction that ends before token `end` is a share of something named: `a third of voters`, `half the seats`.
pub fn is_share(text: Text, end: usize) -> bool {
    matches!(text.word(end), "of" | "the" | "its" | "their" | "his" | "her" | "our")
}
