//! Two numbers that are the ends of one range: `18 to 25`, `$1-2 million`, `between 3 and 5`, `five or six`.

use super::bound;
use super::numeral::{Form, Numeral};
use super::one::{self, One, What};
use super::text::Text;
use crate::lexicon::phrases::bounds_before;
use crate::model::{Bound, Decimal, TokenKind};

/// What joins the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    Dash,
    To,
    And,
    Or,
}

/// What came of looking for a second number.
pub enum Found {
    /// A range: its ends, its unit, the first token (with `between` or `from`) and the one behind.
    Range(Box<Ends>),
    /// A score or tally, no quantity; the token behind.
    Score(usize),
    /// Nothing: the first number stands alone.
    Alone,
}

/// The ends of a range.
pub struct Ends {
    /// Lower end.
    pub low: One,
    /// Upper end.
    pub high: One,
    /// First token with `between` or `from`.
    pub stated: usize,
}

/// Looks for the second end behind `first`.
pub fn read(text: Text, first: &One, floor: usize) -> Found {
    if matches!(first.number.form, Form::Vague | Form::Ordinal) && first.number.high != first.number.value {
        return Found::Alone;
    }
    if let Some(end) = super::reject::one_over_other(text, first) {
        return Found::Score(end);
    }
    let stated = opening(text, first.start, floor);
    let opener = if stated < first.start { text.word(stated) } else { "" };
    if let Some(ends) = two_bounds(text, first, floor) {
        return Found::Range(Box::new(ends));
    }
    let Some((link, at)) = link(text, first, opener) else { return Found::Alone };
    let at = past_hedge(text, at);
    // `US$2 to US$3`: the letters of a sign are a token of their own.
    let letters = text.kind(at + 1) == Some(TokenKind::Currency) && text.glued(at + 1);
    let Some(second) = one::read(text, at + usize::from(letters), at) else { return Found::Alone };
    if second.number.form == Form::Ordinal && first.number.form != Form::Ordinal {
        return Found::Alone;
    }
    if link == Link::To && is_on_dial(first, &second) {
        return Found::Score(second.end);
    }
    let ends = join(first, &second, link);
    if ends.is_none() && opener == "from" && matches!(text.before(stated), "ranged" | "ranging" | "range") {
        // `ranged from -18 °C to -34 °C`
        if let Some((low, high)) = join(&second, first, link) {
            return Found::Range(Box::new(reversed(high, low, stated)));
        }
    }
    let Some((low, high)) = ends else {
        let bare = first.what == What::Bare && second.what == What::Bare;
        let tally = matches!(link, Link::Dash | Link::To) && opener.is_empty();
        if bare && tally && reject_score(&first.number, &second.number) {
            return Found::Score(second.end);
        }
        return Found::Alone;
    };
    let moved = is_moved(text, first, (link, opener), stated, floor);
    if moved {
        return Found::Alone;
    }
    Found::Range(Box::new(Ends { low, high, stated }))
}

/// `at a quarter to ten`: a time of day.
fn is_on_dial(first: &One, second: &One) -> bool {
    let bare = first.what == What::Bare && second.what == What::Bare;
    bare && first.number.form == Form::Fraction && second.number.value > Decimal::ONE
}

/// Whether the second number is where something moved to, and not the end of a range.
fn is_moved(text: Text, first: &One, (link, opener): (Link, &str), stated: usize, floor: usize) -> bool {
    let change = bound::changes_nearby(text, stated, floor);
    let own_units = first.what != What::Bare;
    // `fell by almost a quarter to 310 million`, `raised it by 2 cents to 34 cents`
    let hedged = stated > floor + 1 && !bounds_before(text.before(stated)).is_empty();
    let led = if hedged { text.before(stated - 1) } else { text.before(stated) };
    let by = link == Link::To && led == "by" && (own_units || first.number.form == Form::Fraction);
    match (link, opener) {
        _ if by => true,
        (Link::Dash | Link::Or, _) | (_, "between") => false,
        (_, "from") => change,
        _ => change && own_units,
    }
}

/// The ends of a range whose larger number stands first: in the order of their size, the tokens in that of the text.
fn reversed(mut first: One, mut second: One, stated: usize) -> Ends {
    std::mem::swap(&mut first.number.value, &mut second.number.value);
    (first.number.high, second.number.high) = (first.number.value, second.number.value);
    Ends { low: first, high: second, stated }
}

/// `more than 10 and less than 20`: two bounds that close a range. The ends are in the order of their size, the tokens in
/// that of the text.
fn two_bounds(text: Text, first: &One, floor: usize) -> Option<Ends> {
    matches!(text.word(first.end), "and" | "but").then_some(())?;
    let near = bound::read(text, first.start, first.end, floor);
    let at = (first.end + 2..first.end + 7)
        .find(|&i| matches!(text.kind(i), Some(TokenKind::Number | TokenKind::Currency)))?;
    let second = one::read(text, at, first.end + 1)?;
    let far = bound::read(text, second.start, second.end, first.end + 1);
    let below = |b: Bound| matches!(b, Bound::AtMost | Bound::LessThan);
    let above = |b: Bound| matches!(b, Bound::AtLeast | Bound::MoreThan);
    let joined = far.start == first.end + 1 && near.end == first.end;
    let (a, b) = (first.number.value, second.number.value);
    let opposite =
        (above(near.bound) && below(far.bound) && a < b) || (below(near.bound) && above(far.bound) && a > b);
    if !joined || !opposite || (first.what != What::Bare && first.what != second.what) {
        return None;
    }
    let stated = near.start;
    Some(if a > b {
        reversed(first.clone(), second, stated)
    } else {
        Ends { low: first.clone(), high: second, stated }
    })
}

fn reject_score(low: &Numeral, high: &Numeral) -> bool {
    super::reject::score(low, high)
}

/// The first token with `between` or `from` before the number, hedges skipped; else the number's own.
fn opening(text: Text, start: usize, floor: usize) -> usize {
    let mut at = start;
    for _ in 0..2 {
        let Some(before) = at.checked_sub(1).filter(|&i| i >= floor) else { break };
        match text.word(before) {
            "between" | "from" => return before,
            "about" | "around" | "roughly" | "approximately" | "some" | "the" => at = before,
            _ => break,
        }
    }
    start
}

/// The word or dash behind `first`, and the token of the second number.
fn link(text: Text, first: &One, opener: &str) -> Option<(Link, usize)> {
    let at = first.end;
    if text.is_dash(at) {
        // `8- to 16-meter`
        if text.word(at + 1) == "to" && text.glued(at) {
            return Some((Link::To, at + 2));
        }
        let even = text.spaced(at) == text.spaced(at + 1) || text.spaced(at) && text.glued_number(at + 1);
        return even.then_some((Link::Dash, at + 1));
    }
    match text.word(at) {
        "to" => Some((Link::To, at + 1)),
        "and" if opener == "between" => Some((Link::And, at + 1)),
        "or" => Some((Link::Or, at + 1)),
        "~" if text.glued(at) => Some((Link::Dash, at + 1)),
        _ => None,
    }
}

/// Past a hedge between the two: `between 2 and about 7`, `up to`, the article of an ordinal.
fn past_hedge(text: Text, at: usize) -> usize {
    let single = |w: &str| bounds_before(w).iter().any(|p| p.words.len() == 1 && p.bound == Bound::About);
    if single(text.word(at)) || text.word(at) == "the" { at + 1 } else { at }
}

/// The two with the power and unit they share; `None` if they do not fit or are not in order.
fn join(first: &One, second: &One, link: Link) -> Option<(One, One)> {
    let (mut low, mut high) = (first.clone(), second.clone());
    match (first.what, second.what) {
        (a, b) if a == b => {}
        (What::Bare, unit) => {
            low.what = unit;
            if matches!(unit, What::Money(c) if c.hundredth) {
                low.number = low.number.times(Decimal::new(1, 2), first.number.tokens.end)?;
            }
        }
        (What::Money(c), What::Bare) => {
            // `$5-10`, `US$1 to 2 million`; `$5 to 10 people` is no range of money, but then nobody writes it.
            (!c.hundredth && link != Link::Or).then_some(())?;
            high.what = first.what;
        }
        (What::Money(a), What::Money(b)) if b.assumed || a.code == b.code => high.what = first.what,
        (What::Money(a), What::Money(_)) if a.assumed => low.what = second.what,
        _ => return None,
    }
    if low.number.power == Decimal::ONE
        && high.number.power > Decimal::ONE
        && low.number.form != Form::Fraction
    {
        let bare = high.number.value.checked_div(high.number.power)?;
        if low.number.value < bare {
            let end = low.number.tokens.end;
            low.number = low.number.times(high.number.power, end)?;
        }
    }
    let near = link != Link::Or
        || (high.number.value <= low.number.value * Decimal::TWO && low.number.value >= Decimal::ONE);
    let kinds = (low.number.form == Form::Ordinal) == (high.number.form == Form::Ordinal);
    (low.number.value < high.number.value && near && kinds).then_some((low, high))
}
