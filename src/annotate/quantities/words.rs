//! Numbers in words: `two hundred and thirty-two thousand`, `two point five billion`, `twenty-first`.

use crate::lexicon::numbers::{NumberClass, number_word};
use crate::model::{Decimal, Document, TokenKind};

/// No number in words is longer than this; keeps hostile repetitions linear.
const LONGEST: usize = 24;

/// A number in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// The value.
    pub value: Decimal,
    /// The step it is stated to: the last power word (`million`), a decimal of it, or 1.
    pub step: Decimal,
    /// Token behind it.
    pub end: usize,
    /// Class of its last word.
    pub last: NumberClass,
    /// Whether it is an ordinal.
    pub ordinal: bool,
}

/// Reads the cardinal or ordinal that starts at token `at`; the longest.
pub fn read(doc: &Document, at: usize) -> Option<Words> {
    let mut state = State::default();
    let mut next = at;
    while next < at + LONGEST {
        let Some(step) = state.link(doc, next) else { break };
        let Some((class, value)) = number_word(doc.word(step)) else { break };
        if matches!(doc.word(step), "half" | "quarter") {
            break;
        }
        if !state.add(class, Decimal::from(value), doc.word(step).ends_with('s')) {
            break;
        }
        next = step + 1;
        if state.ordinal || class == NumberClass::Dozen {
            break;
        }
        if let Some(end) = state.point(doc, next) {
            next = end;
        }
    }
    let last = state.last?;
    Some(Words { value: state.value()?, step: state.step(), end: next, last, ordinal: state.ordinal })
}

/// What was read so far: `total` in finished powers, `group` below the next power.
struct State {
    total: Decimal,
    group: Decimal,
    power: Decimal,
    decimals: u32,
    last: Option<NumberClass>,
    ordinal: bool,
    overflow: bool,
}

impl Default for State {
    fn default() -> Self {
        Self {
            total: Decimal::ZERO,
            group: Decimal::ZERO,
            power: Decimal::MAX,
            decimals: 0,
            last: None,
            ordinal: false,
            overflow: false,
        }
    }
}

impl State {
    fn value(&self) -> Option<Decimal> {
        if self.overflow { None } else { self.total.checked_add(self.group) }
    }

    fn step(&self) -> Decimal {
        if self.ordinal {
            return Decimal::ZERO;
        }
        let unit = if self.last == Some(NumberClass::Scale) { self.power } else { Decimal::ONE };
        let mut step = unit;
        for _ in 0..self.decimals {
            step /= Decimal::TEN;
        }
        step
    }

    /// The token of the next number word behind `next`, past a hyphen or `and`; `None` if the number ends here.
    fn link(&self, doc: &Document, next: usize) -> Option<usize> {
        use NumberClass::{Hundred, Scale, Ten};
        let Some(last) = self.last else { return Some(next) };
        let token = doc.tokens.get(next)?;
        match token.kind {
            TokenKind::Dash => {
                let glued = !token.spaced && doc.tokens.get(next + 1).is_some_and(|t| !t.spaced);
                let below_ten = number_word(doc.word(next + 1)).is_some_and(|(_, v)| v < 10);
                (glued || (last == Ten && below_ten)).then_some(next + 1)
            }
            TokenKind::Word if matches!(last, Hundred | Scale) && doc.word(next) == "and" => {
                let small = number_word(doc.word(next + 1))
                    .is_some_and(|(c, v)| matches!(c, NumberClass::Unit | NumberClass::Teen | Ten) && v > 0);
                // `a hundred and two thirds` adds a fraction, which is not read here.
                let fraction = number_word(doc.word(next + 2)).is_some_and(|(c, _)| c == NumberClass::Part);
                (small && !fraction).then_some(next + 1)
            }
            TokenKind::Punct if matches!(last, Hundred | Scale) && doc.word(next) == "&" => Some(next + 1),
            _ => token.spaced.then_some(next),
        }
    }

    /// Adds a word; false if it does not continue the number.
    fn add(&mut self, class: NumberClass, value: Decimal, plural: bool) -> bool {
        use NumberClass::{Dozen, Hundred, Order, Part, Scale, Teen, Ten, Unit, Vague};
        let hundred = Decimal::ONE_HUNDRED;
        let fits = match (class, self.last) {
            (Vague, _) => false,
            (Part | Order, _) => return self.add_ordinal(value, plural),
            (_, None) => true,
            (Unit, Some(Ten)) => !value.is_zero(),
            (Unit | Teen | Ten, Some(Hundred | Scale)) => !value.is_zero() && self.decimals == 0,
            (Hundred, Some(Unit | Teen | Ten)) => self.group < hundred && !self.group.is_zero(),
            (Scale, Some(Scale)) => self.group.is_zero() && value >= Decimal::ONE_THOUSAND,
            (Scale, Some(_)) => value < self.power && !self.group.is_zero(),
            (Dozen, Some(_)) => true,
            _ => false,
        };
        if !fits {
            return false;
        }
        self.extend(class, value);
        self.last = Some(class);
        true
    }

    fn extend(&mut self, class: NumberClass, value: Decimal) {
        let one = if self.last.is_none() { Decimal::ONE } else { self.group };
        let done = match class {
            NumberClass::Hundred => one.checked_mul(value).map(|g| (self.total, g)),
            NumberClass::Scale if self.last == Some(NumberClass::Scale) => {
                self.power = self.power.saturating_mul(value);
                self.total.checked_mul(value).map(|t| (t, self.group))
            }
            NumberClass::Scale => {
                self.power = value;
                one.checked_mul(value).and_then(|g| self.total.checked_add(g)).map(|t| (t, Decimal::ZERO))
            }
            NumberClass::Dozen => {
                let all =
                    if self.last.is_none() { Some(Decimal::ONE) } else { self.total.checked_add(self.group) };
                all.and_then(|v| v.checked_mul(value)).map(|t| (t, Decimal::ZERO))
            }
            _ => self.group.checked_add(value).map(|g| (self.total, g)),
        };
        match done {
            Some((total, group)) => (self.total, self.group) = (total, group),
            None => self.overflow = true,
        }
    }

    /// `twenty-first`, `two hundredth`, `third`.
    fn add_ordinal(&mut self, value: Decimal, plural: bool) -> bool {
        use NumberClass::{Hundred, Scale, Ten};
        if plural {
            return false;
        }
        let fits = match self.last {
            None => true,
            Some(Ten) => value < Decimal::TEN,
            Some(Hundred | Scale) if value < Decimal::ONE_HUNDRED => true,
            Some(_) if value >= Decimal::ONE_HUNDRED => {
                return match self.group.checked_mul(value).and_then(|g| self.total.checked_add(g)) {
                    Some(total) => {
                        (self.total, self.group, self.ordinal) = (total, Decimal::ZERO, true);
                        true
                    }
                    None => false,
                };
            }
            Some(_) => false,
        };
        if fits {
            self.group += value;
            self.ordinal = true;
            self.last = Some(NumberClass::Order);
        }
        fits
    }

    /// `point five`: digits after a point, where the number is still below its first power.
    fn point(&mut self, doc: &Document, next: usize) -> Option<usize> {
        if doc.word(next) != "point" || !self.total.is_zero() || self.decimals > 0 {
            return None;
        }
        let mut end = next + 1;
        let mut place = Decimal::ONE;
        while self.decimals < 12 {
            let Some((NumberClass::Unit, digit)) = number_word(doc.word(end)) else { break };
            place /= Decimal::TEN;
            self.group += place * Decimal::from(digit);
            self.decimals += 1;
            end += 1;
        }
        (self.decimals > 0).then_some(end)
    }
}
