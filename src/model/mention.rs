//! Quantities, times and names as they stand in a text, before anybody asks what they are said of.

use super::{Name, Published, Quantity, Span, TimeValue};
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
