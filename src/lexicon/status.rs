//! Words that make a verb a plan, a forecast, a possibility, a denial or an opinion.

use super::table;
use super::word_map::WordMap;
use crate::model::Status;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The longest entry, in words.
pub const LONGEST: usize = 3;

/// The status that `phrase` (lower case, words joined by single spaces) gives a verb behind it.
pub fn status(phrase: &str) -> Option<Status> {
    TABLE.get(phrase).copied()
}

/// Whether a phrase with a status may begin with `word` (lower case).
pub fn may_begin(word: &str) -> bool {
    BEGINNINGS.contains(word)
}

static BEGINNINGS: LazyLock<WordMap<&'static str, ()>> =
    LazyLock::new(|| TABLE.keys().filter_map(|phrase| Some((phrase.split(' ').next()?, ()))).collect());

static TABLE: LazyLock<FxHashMap<String, Status>> = LazyLock::new(|| {
    let lists: FxHashMap<String, Vec<String>> = table(include_str!("status.toml"));
    let word = |name: &str| match name {
        "planned" => Status::Planned,
        "forecast" => Status::Forecast,
        "possible" => Status::Possible,
        "denied" => Status::Denied,
        _ => Status::Opinion,
    };
    // The lists are read in a fixed order, so that a phrase that stands in two has one meaning.
    ["opinion", "possible", "forecast", "planned", "denied"]
        .iter()
        .filter_map(|name| lists.get(*name).map(|list| (word(name), list)))
        .flat_map(|(status, list)| list.iter().map(move |phrase| (phrase.clone(), status)))
        .collect()
});
