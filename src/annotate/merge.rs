//! Joins times and quantities into one list without overlaps.

use crate::model::{Granularity, Kind, Mention};

/// All of both that do not overlap a stronger one, ordered by position. Stronger is a date over a bare number, a quantity
/// with a unit over a bare year, and otherwise the longer one.
pub fn merge(times: Vec<Mention>, quantities: Vec<Mention>) -> Vec<Mention> {
    let mut all = times;
    all.extend(quantities);
    all.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
    let mut out: Vec<Mention> = Vec::with_capacity(all.len());
    for mention in all {
        match out.last_mut() {
            Some(last) if last.span.overlaps(mention.span) => {
                if wins(&mention, last) {
                    *last = mention;
                }
            }
            _ => out.push(mention),
        }
    }
    out
}

/// Whether `mention` is to replace `last`, which it overlaps. A quantity that says more words than a length of time inside
/// it is the better reading (`three quarters of a million`).
fn wins(mention: &Mention, last: &Mention) -> bool {
    let covers =
        |a: &Mention, b: &Mention| a.span.contains(b.span) && a.span != b.span && b.kind == Kind::Duration;
    covers(mention, last) || (!covers(last, mention) && strength(mention) > strength(last))
}

/// Order in which overlapping mentions win: sort of mention first, then length.
fn strength(mention: &Mention) -> (u8, usize) {
    let year = mention.time().is_some_and(|t| t.granularity == Granularity::Year);
    let sort = match mention.kind {
        Kind::Number | Kind::Ordinal => 0,
        Kind::Date if year => 1,
        Kind::Count | Kind::Money | Kind::Percent | Kind::Dimension => 2,
        Kind::Date | Kind::Time | Kind::Duration => 3,
    };
    (sort, mention.span.len())
}
