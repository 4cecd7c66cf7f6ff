//! Names of people, organisations, places and products.

use crate::model::{Document, Name};
use crate::rules::Rules;

/// Every name, ordered by position.
pub fn find(_doc: &Document, _rules: &Rules) -> Vec<Name> {
    Vec::new()
}
