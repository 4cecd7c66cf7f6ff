//! Finds what a document says in numbers, times and names, and normalizes it.
//!
//! Three readers, one after the other: [`times`] (dates, clock times, durations and the date of publication),
//! [`quantities`] (numbers, counts, ordinals, money, percentages, measures) and [`names`]. Each looks at the tokens alone;
//! what a mention is said of is no business of this station.

mod merge;
pub mod names;
pub mod quantities;
pub mod times;

use crate::model::{Annotations, Document};
use crate::rules::Rules;

/// Everything found in `doc`; never fails. Mentions are ordered by position and never overlap.
pub fn annotate(doc: &Document, rules: &Rules) -> Annotations {
    let (published, times) = times::find(doc);
    let quantities = quantities::find(doc, &times, rules);
    Annotations { published, mentions: merge::merge(times, quantities), names: names::find(doc, rules) }
}
