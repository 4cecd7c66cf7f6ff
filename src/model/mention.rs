//! Quantities, times and names as they stand in a text, before anybody asks what they are said of.

use super::{Decimal, Name, Published, Quantity, Span, Tag, TimeValue};
use std::ops::Range;

/// Everything `annotate` found in one document.
#[derive(Debug, Clone, Default)]
pub struct Annotations {
    /// Publication date, completed from the text where metadata gave none.
    pub published: Published,
    /// Quantities and times, ordered by position, never overlapping.
    pub mentions: Vec<Mention>,
    /// Names of people, organisations, places, products, ordered by position, never overlapping one another.
    pub names: Vec<Name>,
    /// The part of speech of each token of the document.
    pub tags: Vec<Tag>,
}

/// A quantity or a time in the text, normalized.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// The shortest text that states the value, hedge words excluded (`1.4 million customers` has span `1.4 million`).
    pub span: Span,
    /// The tokens of `span`.
    pub tokens: Range<usize>,
    /// The value together with its hedge or bound words (`more than 1.4 million`).
    pub stated: Span,
    /// What sort of value.
    pub kind: Kind,
    /// The value.
    pub value: MentionValue,
    /// Unit: ISO 4217 code for money; singular noun for a count (`customer`); singular unit name for dimension and
    /// duration (`mile`, `kilometer per hour`, `month`); `None` otherwise.
    pub unit: Option<String>,
    /// `assumed` where the unit was guessed (a bare `$`).
    pub unit_basis: Option<&'static str>,
    /// For a count: the tokens of the noun phrase that is counted (`new data centers`), modifiers included.
    pub counted: Option<Range<usize>>,
    /// For a count: modifiers of the noun, lower case, in order (`new`).
    pub modifiers: Vec<String>,
    /// The value is a change (`rose 5 %`, `an additional $1 billion`, `up 3`): `+1`, `-1`; `0` if it is a level.
    pub change: i8,
    /// The statement is marked as rough by its wording (`about`, `some`, `an estimated`).
    pub hedged: bool,
    /// `per` what, for rates (`per share`, `a day`): the singular noun.
    pub per: Option<String>,
    /// Mentions that belong to one list with `respectively`, or a conversion in parentheses: index of the partner.
    pub partner: Option<usize>,
}

/// The contract's kinds of mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A bare number.
    Number,
    /// A number of things.
    Count,
    /// `first`, `22nd`.
    Ordinal,
    /// A sum of money.
    Money,
    /// A percentage; `unit` is `percentage point` for points, `basis point` for basis points.
    Percent,
    /// Length, area, volume, mass, speed, temperature, energy, power, data size, pressure, magnitude, …
    Dimension,
    /// A length of time.
    Duration,
    /// A day or a longer period of the calendar.
    Date,
    /// A time of day.
    Time,
}

impl Kind {
    /// The word of the contract.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Count => "count",
            Self::Ordinal => "ordinal",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Dimension => "dimension",
            Self::Duration => "duration",
            Self::Date => "date",
            Self::Time => "time",
        }
    }
}

/// What a mention says.
#[derive(Debug, Clone, PartialEq)]
pub enum MentionValue {
    /// A number with its bound and precision, in `unit`s.
    Quantity(Quantity),
    /// A time or period.
    Time(TimeValue),
}

impl Mention {
    /// The quantity, if it is one.
    pub const fn quantity(&self) -> Option<&Quantity> {
        match &self.value {
            MentionValue::Quantity(q) => Some(q),
            MentionValue::Time(_) => None,
        }
    }

    /// The time, if it is one.
    pub const fn time(&self) -> Option<&TimeValue> {
        match &self.value {
            MentionValue::Time(t) => Some(t),
            MentionValue::Quantity(_) => None,
        }
    }

    /// The TIMEX3 value of a length of time: `P2M`, `PT5H30M`, `PXD` where nobody counted the days; `None` for anything
    /// else and for a range.
    pub fn timex(&self) -> Option<String> {
        let (time, letter, factor, parts) = match self.unit.as_deref()? {
            "second" => ("T", "S", 1, None),
            "minute" => ("T", "M", 1, Some((60, "S"))),
            "hour" => ("T", "H", 1, Some((60, "M"))),
            "day" => ("", "D", 1, None),
            "week" => ("", "W", 1, None),
            "weekend" => ("", "WE", 1, None),
            "fortnight" => ("", "W", 2, None),
            "month" => ("", "M", 1, None),
            "quarter" => ("", "Q", 1, None),
            "year" => ("", "Y", 1, Some((12, "M"))),
            "decade" => ("", "Y", 10, None),
            "century" => ("", "Y", 100, None),
            _ => return None,
        };
        let quantity = self.quantity().filter(|_| self.kind == Kind::Duration)?;
        if quantity.vague {
            return Some(format!("P{time}X{letter}"));
        }
        let n = quantity.stated()?.checked_mul(Decimal::from(factor))?.normalize();
        let (whole, rest) = (n.trunc(), n.fract());
        let smaller = parts.map(|(count, letter)| (rest * Decimal::from(count), letter));
        Some(match smaller {
            Some((m, small)) if !rest.is_zero() && m.fract().is_zero() && whole.is_zero() => {
                format!("P{time}{}{small}", m.normalize())
            }
            Some((m, small)) if !rest.is_zero() && m.fract().is_zero() => {
                format!("P{time}{whole}{letter}{}{small}", m.normalize())
            }
            _ => format!("P{time}{n}{letter}"),
        })
    }

    /// A mention of `kind` with value `value` over `tokens` at `span`, everything else unset.
    pub fn new(kind: Kind, span: Span, tokens: Range<usize>, value: MentionValue) -> Self {
        Self {
            span,
            tokens,
            stated: span,
            kind,
            value,
            unit: None,
            unit_basis: None,
            counted: None,
            modifiers: Vec::new(),
            change: 0,
            hedged: false,
            per: None,
            partner: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Decimal;

    #[test]
    fn lengths_of_time_have_a_timex_value() {
        let length = |value: Quantity, unit: &str| Mention {
            unit: Some(unit.to_owned()),
            ..Mention::new(Kind::Duration, Span::default(), 0..0, MentionValue::Quantity(value))
        };
        let exactly = |n: i64, scale: u32| Quantity::exactly(Decimal::new(n, scale), Decimal::ONE);
        let vague = Quantity { low: None, high: None, vague: true, ..exactly(1, 0) };
        for (value, unit, want) in [
            (exactly(10, 0), "hour", "PT10H"),
            (exactly(2, 0), "month", "P2M"),
            (exactly(25, 1), "year", "P2Y6M"),
            (exactly(55, 1), "hour", "PT5H30M"),
            (exactly(4, 0), "decade", "P40Y"),
            (vague, "quarter", "PXQ"),
        ] {
            assert_eq!(length(value, unit).timex().as_deref(), Some(want));
        }
        assert_eq!(length(exactly(3, 0), "mile").timex(), None);
    }
}
