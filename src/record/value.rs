//! Values as the contract's JSON has them.

use crate::model::report::{NumberOrRange, ValueRecord};
use crate::model::{Bound, Claim, ClaimValue, Decimal, Quantity, TimeValue};

/// The value object of a claim.
pub fn record(claim: &Claim) -> ValueRecord {
    let display = claim.display();
    match &claim.value {
        ClaimValue::Quantity { quantity, unit, .. } => {
            let [low, high] = ends(quantity);
            let possible = quantity.interval();
            ValueRecord::Quantity {
                low: low.map(float),
                high: high.map(float),
                unit: unit.clone(),
                bound: quantity.bound.as_str(),
                possible: [possible.low.map(float), possible.high.map(float)],
                display,
            }
        }
        ClaimValue::Time(time) => ValueRecord::Time {
            date: time.iso.clone(),
            start: moment(time, time.start),
            end: moment(time, time.end),
            display,
        },
        ClaimValue::Items { items, complete } => {
            ValueRecord::Items { items: items.clone(), complete: *complete, display }
        }
        ClaimValue::Text(text) => ValueRecord::Text { text: text.clone(), display },
        ClaimValue::Predicate { predicate, negated, arguments } => ValueRecord::Predicate {
            predicate: predicate.clone(),
            negated: *negated,
            arguments: by_role(arguments),
            display,
        },
    }
}

/// Participants sorted by role; of several with one role the last.
fn by_role(arguments: &[(String, String)]) -> Vec<(String, String)> {
    let shown = |role: &str| {
        !matches!(
            role,
            "word"
                | "rank"
                | "life"
                | "tail"
                | "only"
                | "never"
                | "disputed"
                | "so far"
                | "limited"
                | "offence"
                | "object of"
                | "subject of"
        )
    };
    let mut out: Vec<(String, String)> = arguments.iter().filter(|(role, _)| shown(role)).cloned().collect();
    out.sort_by(|a, b| a.0.cmp(&b.0));
    out.dedup_by(|later, kept| {
        let same = later.0 == kept.0;
        if same {
            std::mem::swap(later, kept);
        }
        same
    });
    out
}

/// The value in one line, the same for the same value whatever its wording: what fingerprints are made of.
pub fn key(value: &ClaimValue) -> String {
    let end = |v: Option<Decimal>| v.map(|v| v.normalize().to_string()).unwrap_or_default();
    match value {
        ClaimValue::Quantity { quantity: q, unit, per } => {
            let [unit, per] = [unit, per].map(|said| said.as_deref().unwrap_or_default());
            [q.bound.as_str(), " ", &end(q.low), "..", &end(q.high), " ", unit, " ", per].concat()
        }
        ClaimValue::Time(time) => time.iso.clone(),
        ClaimValue::Items { items, complete } => {
            let mut items: Vec<&str> = items.iter().map(String::as_str).collect();
            items.sort_unstable();
            format!("{complete} {}", items.join("; "))
        }
        ClaimValue::Text(text) => text.clone(),
        ClaimValue::Predicate { predicate, negated, arguments } => {
            let mut roles: Vec<String> = arguments.iter().map(|(r, f)| [r, "=", f].concat()).collect();
            roles.sort_unstable();
            let negated = if *negated { "true " } else { "false " };
            [negated, predicate, " ", &roles.join("; ")].concat()
        }
    }
}

/// The stated ends with what the bound leaves open as none.
fn ends(quantity: &Quantity) -> [Option<Decimal>; 2] {
    match quantity.bound {
        Bound::AtLeast | Bound::MoreThan => [quantity.low, None],
        Bound::AtMost | Bound::LessThan => [None, quantity.high],
        Bound::Exactly | Bound::About | Bound::Range => [quantity.low, quantity.high],
    }
}

/// A mention's number: one, or both ends of a range.
pub fn number(quantity: &Quantity) -> NumberOrRange {
    match quantity.stated() {
        Some(value) if quantity.bound != Bound::Range => NumberOrRange::Number(float(value)),
        _ => NumberOrRange::Range([quantity.low.map(float), quantity.high.map(float)]),
    }
}

/// The nearest float, as JSON readers have it.
fn float(value: Decimal) -> f64 {
    /// Whole numbers up to here, and powers of ten up to the 22nd, are floats exactly; so one division rounds once.
    const EXACT: i128 = 1 << 53;
    let (digits, scale) = (value.mantissa(), value.scale());
    if digits.abs() <= EXACT && scale <= 22 && digits != 0 {
        return digits as f64 / 10_f64.powi(scale.cast_signed());
    }
    value.to_string().parse().unwrap_or_default()
}

/// A day where the time is a matter of days, else date and time.
fn moment(time: &TimeValue, at: Option<crate::model::time::DateTime>) -> Option<String> {
    let at = at?;
    let midnight = |t: Option<crate::model::time::DateTime>| {
        t.is_none_or(|t| t.hour() == 0 && t.minute() == 0 && t.second() == 0)
    };
    let days = midnight(time.start) && midnight(time.end);
    Some(if days {
        at.date().to_string()
    } else {
        format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute())
    })
}
