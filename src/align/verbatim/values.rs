//! The values in two sentences that are laid side by side: which stand in one place, and which have none there.

use super::side::Side;
use super::slot::{Difference, Laid, Sort};
use crate::model::{Granularity, Kind, Mention, MentionValue};

/// Notes two values that stand in one place.
pub fn pair(sides: [&Side; 2], mentions: [Option<usize>; 2], laid: &mut Laid) {
    let [Some(a), Some(b)] = mentions else { return };
    if laid.met.contains(&[a, b]) {
        return;
    }
    let (Some(x), Some(y)) = (sides[0].notes.mentions.get(a), sides[1].notes.mentions.get(b)) else { return };
    let at = [x.tokens.clone(), y.tokens.clone()];
    let taken = laid.met.iter().any(|v| v[0] == a || v[1] == b);
    laid.met.push([a, b]);
    if taken || sort(x.kind) != sort(y.kind) {
        laid.differences.push(Difference { sort: Sort::Blurred, at });
        return;
    }
    if one_value(x, y) {
        laid.values.push([a, b]);
    } else if sides[0].quote(at[0].clone()).to_lowercase() != sides[1].quote(at[1].clone()).to_lowercase() {
        laid.values.push([a, b]);
        laid.differences.push(Difference { sort: Sort::Value([a, b]), at });
    }
}

/// Notes where each says of another time when it was, where a figure is that of a longer time in one of them (`this year`), and
/// where one has a figure more of the sort that differs: nobody knows which is which.
pub fn look_at_values(sides: [&Side; 2], laid: &mut Laid) {
    let (a, b) = (alone(sides[0], 0, laid), alone(sides[1], 1, laid));
    let time = |m: &&&Mention| matches!(m.kind, Kind::Date | Kind::Time | Kind::Duration);
    let long = |m: &&&Mention| match &m.value {
        MentionValue::Time(t) => t.granularity > Granularity::Weekend,
        MentionValue::Quantity(_) => m.kind == Kind::Duration,
    };
    let apart = laid.differences.iter().find_map(|d| match d.sort {
        Sort::Value([n, _]) => sides[0].notes.mentions.get(n),
        _ => None,
    });
    let more = |m: &&&Mention| apart.is_some_and(|apart| sort(apart.kind) == sort(m.kind));
    let both = || a.iter().chain(&b);
    let times = a.iter().any(|m| time(&m)) && b.iter().any(|m| time(&m));
    if times || apart.is_some() && both().any(|m| long(&m)) || both().any(|m| more(&m)) {
        let at = laid.window.clone();
        laid.differences.push(Difference { sort: Sort::Blurred, at });
    }
}

/// The mentions of values between the first and the last shared word of one side that have none in their place on the other.
fn alone<'a>(on: &Side<'a>, side: usize, laid: &Laid) -> Vec<&'a Mention> {
    let window = &laid.window[side];
    let all = &on.notes.mentions;
    let from = all.partition_point(|m| m.tokens.start < window.start);
    let within = (from..all.len()).take_while(|&n| all[n].tokens.end <= window.end);
    within.filter(|n| laid.met.iter().all(|met| met[side] != *n)).map(|n| &all[n]).collect()
}

/// Kinds of value that can stand for one another.
const fn sort(kind: Kind) -> Kind {
    match kind {
        Kind::Count => Kind::Number,
        Kind::Time => Kind::Date,
        other => other,
    }
}

/// Whether two mentions state one value, whatever it is called.
fn one_value(x: &Mention, y: &Mention) -> bool {
    match (&x.value, &y.value) {
        (MentionValue::Quantity(a), MentionValue::Quantity(b)) => {
            a.low == b.low && a.high == b.high && (x.kind == Kind::Count || x.unit == y.unit)
        }
        (MentionValue::Time(a), MentionValue::Time(b)) => a.iso == b.iso,
        _ => false,
    }
}
