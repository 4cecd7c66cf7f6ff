//! The closed sets of words that rules may use, and the nearest one to a word that is not among them.
//!
//! The only user of `strsim` here; names in articles are compared elsewhere, with a threshold of their own.

use super::{Holds, Level};
use crate::model::{EntityKind, Kind};

/// Kinds of entity.
pub const ENTITY_KINDS: [(&str, EntityKind); 4] = [
    ("person", EntityKind::Person),
    ("organisation", EntityKind::Organisation),
    ("place", EntityKind::Place),
    ("product", EntityKind::Product),
];

/// Kinds of value.
pub const KINDS: [(&str, Kind); 9] = [
    ("number", Kind::Number),
    ("count", Kind::Count),
    ("ordinal", Kind::Ordinal),
    ("money", Kind::Money),
    ("percent", Kind::Percent),
    ("dimension", Kind::Dimension),
    ("duration", Kind::Duration),
    ("date", Kind::Date),
    ("time", Kind::Time),
];

/// Severities, with `off`.
pub const LEVELS: [(&str, Level); 4] =
    [("error", Level::Error), ("warning", Level::Warning), ("note", Level::Note), ("off", Level::Off)];

/// How long an attribute's value holds.
pub const HOLDS: [(&str, Holds); 2] = [("momentary", Holds::Momentary), ("event", Holds::Event)];

/// The value that `word` stands for in `table`; else a hint that names the nearest word, or all of them.
pub fn look_up<T: Copy>(table: &[(&str, T)], word: &str) -> Result<T, String> {
    match table.iter().find(|(w, _)| *w == word) {
        Some((_, value)) => Ok(*value),
        None => Err(suggest(word, table.iter().map(|(w, _)| *w))),
    }
}

/// A hint for a `word` that is not among `known`: the nearest one if it is near, else the whole list.
pub fn suggest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.collect();
    match nearest(word, &known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            format!("use one of {}.", known.iter().map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", "))
        }
    }
}

/// The word of `known` nearest to `word`, if at most a third of its letters differ.
pub fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let word = word.to_lowercase();
    let distance = |k: &str| strsim::osa_distance(&word, k);
    let best = known.iter().min_by_key(|k| distance(k))?;
    let allowed = best.chars().count().max(word.chars().count()).div_ceil(3);
    (distance(best) <= allowed).then_some(*best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_answered_with_the_word_meant_and_anything_else_with_all_words() {
        assert_eq!(look_up(&KINDS, "money"), Ok(Kind::Money));
        assert_eq!(look_up(&KINDS, "cuont"), Err("did you mean `count`?".to_owned()));
        assert_eq!(look_up(&KINDS, "Money"), Err("did you mean `money`?".to_owned()));
        assert_eq!(look_up(&LEVELS, "warn"), Err("did you mean `warning`?".to_owned()));
        assert_eq!(look_up(&HOLDS, "zzz"), Err("use one of `momentary`, `event`.".to_owned()));
        assert_eq!(look_up(&ENTITY_KINDS, "organization"), Err("did you mean `organisation`?".to_owned()));
    }

    #[test]
    fn every_kind_is_written_as_the_model_writes_it() {
        for (word, kind) in KINDS {
            assert_eq!(word, kind.as_str());
        }
    }
}
