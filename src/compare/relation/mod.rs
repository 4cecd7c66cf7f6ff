//! How two values relate, before anybody asks what follows from it.
//!
//! Values are sets of possibilities; relating them is set algebra, plus what writers do: they round, they cut digits off,
//! they say `more than` of the number itself. Leaves out scope, time and status: that is [`super::verdict`]'s business.

mod description;
mod items;
mod number;
mod predicate;
mod text;
mod time;

pub use number::two_limits;
pub use predicate::has_role;
pub use text::punctuation;

pub use items::{fold_name, same_name};
pub use text::fold as fold_words;

use crate::lexicon::{denial, kinds, places};
use crate::model::time::Date;
use crate::model::{BE, Claim, ClaimKind, ClaimValue, Kind, SCORE};
use crate::rules::{Attribute, Rules};

/// How value `a` relates to value `b`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RelationKind {
    /// The same value.
    Equal,
    /// `a` says more: whatever makes it true makes `b` true (a day in its month, a part of a list).
    Inside,
    /// `b` says more.
    Contains,
    /// Neither, but both can be true (rounding, hedges, overlapping ranges).
    Overlaps,
    /// The same after converting a unit or a currency.
    Converted,
    /// They cannot both be true of one thing at one time.
    Disjoint,
    /// Nothing can be said: unresolved times, units that do not convert, a change beside a level.
    Incomparable,
}

impl RelationKind {
    /// The relation of `b` to `a`.
    #[must_use]
    pub const fn inverse(self) -> Self {
        match self {
            Self::Inside => Self::Contains,
            Self::Contains => Self::Inside,
            other => other,
        }
    }

    /// Whether both values can be true.
    pub const fn fits(self) -> bool {
        !matches!(self, Self::Disjoint | Self::Incomparable)
    }
}

/// A relation and why it holds, a clause without a full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// How they relate.
    pub kind: RelationKind,
    /// Why, for people.
    pub reason: String,
}

impl Relation {
    /// A relation of that kind, and why it holds.
    pub fn new(kind: RelationKind, reason: impl Into<String>) -> Self {
        Self { kind, reason: reason.into() }
    }

    /// The same seen from the other side.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { kind: self.kind.inverse(), ..self }
    }
}

/// What relating two values may depend on.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Tolerances and rates.
    pub rules: &'a Rules,
    /// The attribute both claims are about, if one is known.
    pub attribute: Option<&'a Attribute>,
    /// A day on which to convert currencies, if one is known.
    pub day: Option<Date>,
    /// Whether the question says that its statements tell one thing in several wordings.
    pub paraphrase: bool,
}

/// How the value of `a` relates to that of `b`.
pub fn relate(a: &Claim, b: &Claim, ctx: &Context) -> Relation {
    match (&a.value, &b.value) {
        (
            ClaimValue::Quantity { quantity: qa, unit: ua, per: pa },
            ClaimValue::Quantity { quantity: qb, unit: ub, per: pb },
        ) => {
            if pa != pb && pa.is_some() && pb.is_some() {
                return Relation::new(RelationKind::Incomparable, "they are rates per different things");
            }
            let sides =
                [number::Side::of(a.kind, qa, ua.as_deref()), number::Side::of(b.kind, qb, ub.as_deref())];
            let relation = number::relate(&sides[0], &sides[1], ctx);
            changes(a, b, relation)
        }
        (ClaimValue::Time(ta), ClaimValue::Time(tb)) => time::relate(ta, tb),
        (ClaimValue::Items { items: ia, complete: ca }, ClaimValue::Items { items: ib, complete: cb }) => {
            if a.kind == ClaimKind::Role
                && let Some(relation) = items::offices(a, b, (ia, ib))
            {
                return relation;
            }
            let one = matches!(a.kind, ClaimKind::Place | ClaimKind::Person | ClaimKind::Role)
                || a.attribute == SCORE;
            let relation = items::relate((ia, *ca), (ib, *cb), one);
            // Of a place that no table has nobody knows what it lies in.
            let known = ia.iter().chain(ib).all(|p| places::lookup(p).is_some());
            if a.kind == ClaimKind::Place && relation.kind == RelationKind::Disjoint && !known {
                return Relation::new(
                    RelationKind::Incomparable,
                    "nothing tells whether one lies in the other",
                );
            }
            relation
        }
        (ClaimValue::Text(wa), ClaimValue::Text(wb)) => text::relate(wa, wb),
        (
            ClaimValue::Predicate { predicate: pa, negated: na, arguments: aa },
            ClaimValue::Predicate { predicate: pb, negated: nb, arguments: ab },
        ) => statements((a, (pa.as_str(), *na, aa.as_slice())), (b, (pb.as_str(), *nb, ab.as_slice())), ctx),
        _ => Relation::new(RelationKind::Incomparable, "one is of another kind than the other"),
    }
}

/// How statement `a` relates to statement `b`.
fn statements(
    (a, x): (&Claim, predicate::Event),
    (b, y): (&Claim, predicate::Event),
    ctx: &Context,
) -> Relation {
    if x.1 != y.1 && denial::is_former(a) != denial::is_former(b) {
        return Relation::new(RelationKind::Incomparable, "one speaks of what was or will be");
    }
    if x.0 == BE && y.0 == BE {
        let relation = description::relate(x, y);
        let told = relation.kind != RelationKind::Incomparable;
        let relation = if told { relation } else { predicate::denial(a, b) };
        return if kinds::is_standing(a) && kinds::is_standing(b) {
            description::standing((a, x), (b, y), relation)
        } else {
            relation
        };
    }
    let told = || predicate::other_makers(a, b).or_else(|| predicate::elsewhere(a, b));
    if let Some(relation) =
        told().or_else(|| predicate::two_ends(a, b)).or_else(|| predicate::two_sides(a, b))
    {
        return relation;
    }
    let relation = predicate::denial(a, b);
    if relation.kind == RelationKind::Disjoint {
        return relation;
    }
    predicate::relate(x, y, ctx.paraphrase, (&a.modifiers, &b.modifiers))
}

/// A rise is no level and no fall: values that differ that way are not compared, equal ones are.
fn changes(a: &Claim, b: &Claim, relation: Relation) -> Relation {
    let (x, y) = (a.change.signum(), b.change.signum());
    if x * y < 0 {
        return Relation::new(RelationKind::Disjoint, "one is a rise, the other a fall");
    }
    if x != y && relation.kind == RelationKind::Disjoint {
        return Relation::new(RelationKind::Incomparable, "one is a change, the other a level");
    }
    relation
}

/// Whether numbers of this kind are measured rather than counted, so that every statement of one is rounded.
const fn is_measured(kind: ClaimKind) -> bool {
    matches!(kind, ClaimKind::Value(Kind::Money | Kind::Percent | Kind::Dimension | Kind::Duration))
}

#[cfg(test)]
mod tests;
