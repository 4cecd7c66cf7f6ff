//! Words around a number that bound it (`more than`, `or so`), and words of change (`rose 5 %`, `20 more`).

use super::text::Text;
use crate::lexicon::phrases::{BoundPhrase, bounds_after, bounds_before, change_after, change_before};
use crate::model::{Bound, TokenKind};

/// What the words around a number say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hedge {
    /// The bound.
    pub bound: Bound,
    /// Whether it is marked as rough.
    pub hedged: bool,
    /// First token of these words.
    pub start: usize,
    /// Token behind them.
    pub end: usize,
    /// Direction, if the number is a change.
    pub change: i8,
}

/// Reads the words before token `start` and behind token `end`, not before `floor`.
pub fn read(text: Text, start: usize, end: usize, floor: usize) -> Hedge {
    let mut hedge = Hedge { bound: Bound::Exactly, hedged: false, start, end, change: 0 };
    before(text, &mut hedge, floor);
    after(text, &mut hedge);
    if hedge.bound == Bound::Exactly && hedge.hedged {
        hedge.bound = Bound::About;
    }
    hedge
}

/// The token behind a bound that stands right behind token `end` (`five hundred or more workers`), else `end`.
pub fn behind(text: Text, end: usize) -> usize {
    let mut hedge = Hedge { bound: Bound::Exactly, hedged: false, start: end, end, change: 0 };
    after(text, &mut hedge);
    hedge.end
}

fn before(text: Text, hedge: &mut Hedge, floor: usize) {
    for _ in 0..4 {
        if let Some((bound, start)) = phrase_before(text, hedge.start, floor) {
            hedge.add(bound);
            hedge.start = start;
        } else if hedge.start > floor && is_more(text.word(hedge.start - 1)) {
            hedge.change = 1;
            hedge.start -= 1;
        } else if hedge.start > floor
            && hedge.bound == Bound::Exactly
            && is_filler(text, hedge.start - 1, floor)
        {
            hedge.start -= 1;
        } else {
            break;
        }
    }
    if hedge.change == 0 && hedge.start > floor {
        hedge.change = change_left(text, hedge.start - 1, floor);
    }
}

/// `another 20`, `an additional 20`.
fn is_more(word: &str) -> bool {
    matches!(word, "another" | "additional" | "further" | "extra")
}

/// An article between a bound and the number: `more than the 20`, `at least a $1 billion`.
fn is_filler(text: Text, at: usize, floor: usize) -> bool {
    // `under a $2 million budget` bounds nothing.
    let governs =
        at > floor && matches!(text.word(at), "a" | "an") && matches!(text.word(at - 1), "under" | "over");
    matches!(text.word(at), "a" | "an" | "the")
        && at > floor
        && !governs
        && phrase_before(text, at, floor).is_some_and(|(b, _)| b != Bound::About)
}

/// The longest phrase that ends right before token `at`.
fn phrase_before(text: Text, at: usize, floor: usize) -> Option<(Bound, usize)> {
    let last = at.checked_sub(1).filter(|&i| i >= floor)?;
    bounds_before(text.word(last)).iter().find_map(|p| {
        let start = at.checked_sub(p.words.len()).filter(|&s| s >= floor)?;
        fits(text, p, start).then_some((p.bound, start))
    })
}

fn fits(text: Text, phrase: &BoundPhrase, start: usize) -> bool {
    phrase.words.iter().enumerate().all(|(i, w)| text.word(start + i) == *w)
}

fn after(text: Text, hedge: &mut Hedge) {
    let plus = text.is_glued_dash(hedge.end) && text.word(hedge.end + 1) == "plus";
    if plus {
        hedge.add(Bound::AtLeast);
        hedge.end += 2;
        return;
    }
    let found = bounds_after(text.word(hedge.end)).iter().find(|p| {
        let alone = p.words.len() == 1;
        fits(text, p, hedge.end)
            && (!alone || p.words[0] == "+" && text.glued(hedge.end))
            && !continues(text, hedge.end + p.words.len())
    });
    if let Some(phrase) = found {
        hedge.add(phrase.bound);
        hedge.end += phrase.words.len();
    } else if hedge.change == 0 {
        hedge.change = change_after(text.word(hedge.end));
    }
}

/// `20 or more than 30`, `above 1000 and below 1500`: the words belong to what follows.
fn continues(text: Text, at: usize) -> bool {
    text.word(at) == "than"
        || matches!(text.word(at - 1), "below" | "above" | "under" | "over")
            && matches!(text.kind(at), Some(TokenKind::Number | TokenKind::Currency))
}

impl Hedge {
    fn add(&mut self, bound: Bound) {
        if bound == Bound::About {
            self.hedged = true;
        } else if self.bound == Bound::Exactly {
            self.bound = bound;
        }
    }

    /// Takes in the words behind a noun that was found later (`five people or more`).
    pub fn read_after(&mut self, text: Text, end: usize) {
        let mut later = Self { end, change: self.change, ..*self };
        after(text, &mut later);
        self.bound = later.bound;
        self.hedged = later.hedged;
        self.change = later.change;
        if self.bound == Bound::Exactly && self.hedged {
            self.bound = Bound::About;
        }
    }
}

/// A verb or noun of change right before the number, or before `by`: `rose 5 %`, `rose by 5 %`, `up 3`; not `rose to 5`.
fn change_left(text: Text, at: usize, floor: usize) -> i8 {
    let word = text.word(at);
    if word == "by" || word == "of" {
        let back =
            |n: usize| at.checked_sub(n).filter(|&i| i >= floor).map_or(0, |i| change_before(text.word(i)));
        return if word == "by" && back(1) == 0 { back(2) } else { back(1) };
    }
    // `made up a fifth of sales`
    let made =
        word == "up" && at > floor && matches!(text.word(at - 1), "make" | "makes" | "made" | "making");
    if made { 0 } else { change_before(word) }
}

/// Whether a verb of change stands a few tokens before token `at`, so that `from 5 to 10` there is a change, not a range.
pub fn changes_nearby(text: Text, at: usize, floor: usize) -> bool {
    (at.saturating_sub(5).max(floor)..at).any(|i| change_before(text.word(i)) != 0)
}
