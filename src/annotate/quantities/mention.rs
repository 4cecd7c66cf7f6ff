//! From what was read to a mention: kind, value, bound, unit, words around.

use super::bound::{self, Hedge};
use super::counted::Counted;
use super::numeral::Form;
use super::one::What;
use super::range::Ends;
use super::text::Text;
use super::{money, percent};
use crate::lexicon::phrases::{bounds_before, change_before, takes_things};
use crate::model::{Bound, Decimal, Kind, Mention, MentionValue, Quantity};

/// An ordinal or a range of them.
pub fn ordinal(text: Text, ends: &Ends) -> Mention {
    let tokens = ends.low.number.tokens.start..ends.high.number.tokens.end;
    let (low, high) = (ends.low.number.value, ends.high.number.value);
    let value = if low == high {
        Quantity::exactly(low, Decimal::ZERO)
    } else {
        Quantity::range(Some(low), Some(high), Decimal::ZERO)
    };
    let span = text.doc.span_of(tokens.clone());
    Mention::new(Kind::Ordinal, span, tokens, MentionValue::Quantity(value))
}

/// Any other quantity.
pub fn quantity(text: Text, ends: &Ends, floor: usize, counted: Option<Counted>) -> Mention {
    let tokens = ends.low.start..ends.high.end;
    let mut hedge = bound::read(text, ends.stated, ends.high.end, floor);
    let share = is_share(text, ends, counted.as_ref());
    let kind = kind(ends, share, counted.as_ref());
    let mut mention = Mention::new(
        kind,
        text.doc.span_of(tokens.clone()),
        tokens,
        MentionValue::Quantity(Quantity::exactly(Decimal::ZERO, Decimal::ONE)),
    );
    let object = counted.is_some() && hedge.start > floor && takes_things(text.word(hedge.start - 1));
    set_unit(text, &mut mention, ends, counted, &mut hedge);
    mention.value = MentionValue::Quantity(value(ends, hedge.bound, share, kind));
    mention.hedged = hedge.hedged;
    mention.change = if object && kind == Kind::Count { 0 } else { hedge.change };
    let stated = text.doc.span_of(hedge.start.min(ends.stated)..hedge.end.max(ends.high.end));
    mention.stated = if stated.contains(mention.span) { stated } else { mention.span };
    mention
}

/// Whether a fraction says a share of something (`a third of voters`, `one in five people`).
fn is_share(text: Text, ends: &Ends, counted: Option<&Counted>) -> bool {
    let number = &ends.high.number;
    let ratio = number.tokens.len() > 2 && counted.is_some();
    ends.high.what == What::Bare
        && number.form == Form::Fraction
        && number.value < Decimal::ONE
        && (ratio || percent::is_share(text, ends.high.end) || changes_by(text, ends.stated))
}

/// Whether a word of change and `by` stand before token `at`: `fell by a quarter`, `fell by almost a quarter`.
fn changes_by(text: Text, at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).map_or("", |i| text.word(i));
    let hedge = usize::from(!bounds_before(before(1)).is_empty());
    before(1 + hedge) == "by" && change_before(before(2 + hedge)) != 0
}

fn kind(ends: &Ends, share: bool, counted: Option<&Counted>) -> Kind {
    match ends.high.what {
        What::Money(_) => Kind::Money,
        What::Percent(_) => Kind::Percent,
        What::Measure(_) => Kind::Dimension,
        What::Bare if share => Kind::Percent,
        What::Bare if counted.is_some() => Kind::Count,
        What::Bare => Kind::Number,
    }
}

/// Unit, counted noun, `per`.
fn set_unit(text: Text, mention: &mut Mention, ends: &Ends, counted: Option<Counted>, hedge: &mut Hedge) {
    match ends.high.what {
        What::Money(currency) => {
            mention.unit = Some(currency.code.to_owned());
            mention.unit_basis = currency.assumed.then_some("assumed");
        }
        What::Percent(unit) => mention.unit = unit.map(str::to_owned),
        What::Measure(unit) => mention.unit = Some(unit.to_owned()),
        What::Bare => {}
    }
    if let Some(counted) = counted {
        hedge.read_after(text, counted.tokens.end);
        mention.counted = Some(counted.tokens);
        mention.modifiers = counted.modifiers;
        if mention.kind == Kind::Count {
            mention.unit = Some(counted.noun);
        }
    }
    let behind = mention.counted.as_ref().map_or(ends.high.end, |c| c.end);
    mention.per = money::per(text, behind).map(|(noun, _)| noun);
}

fn value(ends: &Ends, bound: Bound, share: bool, kind: Kind) -> Quantity {
    let (low, high) = (&ends.low.number, &ends.high.number);
    let hundred = |v: Decimal| if share { v.saturating_mul(Decimal::ONE_HUNDRED) } else { v };
    let step = hundred(low.step.min(high.step));
    let mut value = Quantity {
        low: Some(hundred(low.value)),
        high: Some(hundred(high.high)),
        bound,
        step,
        vague: high.form == Form::Vague,
        whole: !matches!(kind, Kind::Percent | Kind::Dimension),
    };
    if value.low != value.high {
        value.bound = Bound::Range;
    } else if value.vague && bound == Bound::Exactly {
        value.bound = Bound::About;
    }
    value
}
