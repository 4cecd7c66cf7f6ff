//! Words that look at a part of a period: `early 2019`, `mid-March`, `late last week`, `the end of 1994`, `later this year`.
//!
//! The value stays that of the period, as TIMEX3 has it; the words belong to the mention.

use super::reader::{Found, Reader};
use super::tense::tense;
use super::{absolute, era, fiscal, holiday, position, relative, weekday};
use crate::lexicon::calendar::Term;

/// A modifier with the period behind it at token `i`.
pub fn read(cx: &Reader, i: usize) -> Option<Found> {
    let at = match cx.word(i) {
        "early" | "late" | "mid" | "earlier" | "later" => {
            let at = if cx.dash(i + 1) { i + 2 } else { i + 1 };
            cx.past(cx.past(at, &["in", "on"]), &["the"])
        }
        "end" | "beginning" | "start" | "middle" | "close" if cx.word(i + 1) == "of" => {
            cx.past(i + 2, &["the"])
        }
        _ => return None,
    };
    plain(cx, at)
}

/// A date without modifier at token `i`.
pub fn plain(cx: &Reader, i: usize) -> Option<Found> {
    match cx.term(i) {
        Some(Term::Month(_)) => absolute::read(cx, i),
        Some(Term::Weekday(_)) => weekday::read(cx, i),
        Some(Term::Which(_)) => relative::which(cx, i),
        Some(Term::Offset(_)) => relative::day(cx, i),
        Some(Term::Season(_)) => era::season(cx, i),
        Some(Term::Unit(_)) => match cx.word(i) {
            "year" => fiscal::this_year(cx, i),
            "weekend" => relative::weekend(cx, i, tense(cx, i, i + 1)),
            "quarter" => fiscal::spoken_of(cx, i),
            "month" | "week" if part_of_running(cx, i) => relative::running(cx, i),
            "day" => position::day_beside(cx, i),
            "week" => position::week_of(cx, i),
            _ => None,
        },
        _ => [
            absolute::read,
            fiscal::ordinal_part,
            fiscal::fiscal_year,
            fiscal::spoken_of,
            era::decade,
            era::century,
            era::year,
            holiday::read,
        ]
        .iter()
        .find_map(|rule| rule(cx, i)),
    }
}

/// `end of the month`, `early in the week`: the month or week at `i` is the running one.
fn part_of_running(cx: &Reader, i: usize) -> bool {
    let at = if cx.before(i) == "the" { i - 1 } else { i };
    let part = ["end", "beginning", "start", "middle", "close", "early", "late", "later", "earlier"];
    cx.is(at.wrapping_sub(1), &["of", "in"]) && cx.is(at.wrapping_sub(2), &part)
}
