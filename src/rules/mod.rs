//! What a user may change: entities, attributes, tolerances, severities, sources, ignores.
//!
//! The shipped rules are the top-level `rules.toml`, compiled in; a user's file adds to them or overrides them by name or
//! id. This module holds the resolved rules that stations read; [`file`] reads the text, [`validate`] checks it.

use crate::model::{EntityKind, Kind, Severity};
use std::collections::BTreeMap;

/// The rules in force.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// Known entities.
    pub entities: Vec<EntityRule>,
    /// Known attributes.
    pub attributes: Vec<Attribute>,
    /// Words that mean the same thing, each set's first word being the canonical one (`data center`, `facility`).
    pub synonyms: Vec<Vec<String>>,
    /// Severity by rule id.
    pub severity: BTreeMap<String, Severity>,
    /// Findings to leave out.
    pub ignores: Vec<Ignore>,
    /// Metadata of sources.
    pub sources: Vec<SourceRule>,
    /// Tolerances and thresholds.
    pub compare: CompareOptions,
    /// Exchange rates given by the user, units of the currency per US dollar, by ISO code.
    pub rates: BTreeMap<String, f64>,
}

/// An entity a user or the shipped rules name.
#[derive(Debug, Clone)]
pub struct EntityRule {
    /// Canonical name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Other names, matched as whole words, case as given.
    pub aliases: Vec<String>,
    /// Canonical name of what it belongs to.
    pub parent: Option<String>,
}

/// An attribute that news events have: what is measured.
#[derive(Debug, Clone)]
pub struct Attribute {
    /// Id in kebab case, unique.
    pub id: String,
    /// Shown to people.
    pub label: String,
    /// Kinds of value it takes.
    pub kinds: Vec<Kind>,
    /// Nouns (lemmas, several words allowed) that name it: counted nouns (`death`) or heads (`death toll`).
    pub nouns: Vec<String>,
    /// Verbs (lemmas) that, governing a counted noun of `things`, mean it (`kill` + `person`).
    pub verbs: Vec<String>,
    /// Nouns that the verbs apply to; empty: any.
    pub things: Vec<String>,
    /// Words near the value that must not be there (`injured` for deaths).
    pub unless: Vec<String>,
    /// Whether it holds at a moment or belongs to one event.
    pub holds: Holds,
    /// A count that can only grow (a toll).
    pub cumulative: bool,
    /// Relative difference that is still the same value (0.05 is 5 %).
    pub tolerance: f64,
    /// Severity of a conflict about it, if not the rule's.
    pub severity: Option<Severity>,
    /// Two texts that agree on it, run by the tests.
    pub agree: Vec<String>,
    /// Two texts that conflict on it, run by the tests.
    pub conflict: Vec<String>,
}

/// Whether an attribute's value changes with time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Holds {
    /// Differs from one moment to the next: a number of employees.
    #[default]
    Momentary,
    /// Fixed by one event: the price of a deal.
    Event,
}

/// A finding to leave out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignore {
    /// The finding's id.
    pub fingerprint: String,
    /// Why.
    pub reason: String,
    /// ISO date after which it no longer applies.
    pub until: Option<String>,
    /// The question, for people.
    pub question: Option<String>,
}

/// Metadata of a source, strongest of all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceRule {
    /// Absolute or working-directory path of the article.
    pub path: String,
    /// Its id, if it is to differ from the file's stem.
    pub id: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// ISO 8601 date or date-time.
    pub published: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Story.
    pub story: Option<String>,
}

/// Tolerances and thresholds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CompareOptions {
    /// Relative band for converted currencies (0.05 is 5 %).
    pub currency_tolerance: f64,
    /// Relative band for converted units.
    pub unit_tolerance: f64,
    /// Least similarity (0 to 1) for two names to be spelling variants of one.
    pub name_similarity: f64,
    /// Least score (0 to 1) for two claims to answer one question.
    pub join_score: f64,
}

impl Default for CompareOptions {
    fn default() -> Self {
        Self { currency_tolerance: 0.05, unit_tolerance: 0.03, name_similarity: 0.93, join_score: 0.35 }
    }
}
