//! What a user may change: entities, attributes, tolerances, severities, sources, ignores.
//!
//! The shipped rules are the top-level `rules.toml`, compiled in; a user's file adds to them or overrides them by name or
//! id. This module holds the resolved rules that stations read; [`mod@file`] reads the text, [`validate`] checks it,
//! [`discover`] finds the user's file. Wrong rules are [`Faults`], each with its place in the file.

pub mod baseline;
pub mod decision;
pub mod discover;
mod fault;
pub mod file;
mod ignore;
pub mod index;
pub mod inline;
mod validate;
mod words;

pub use fault::{Fault, Faults, position};
pub use validate::level;
pub use words::suggest;

use crate::model::{EntityKind, Kind, Severity};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

/// The text of the shipped rules, as `claimdiff init` writes it.
pub const SHIPPED: &str = include_str!("../../rules.toml");

/// The JSON Schema of a rules file.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(file::RulesFile).to_value()
}

/// The rules in force.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// Known entities.
    pub entities: Vec<EntityRule>,
    /// Known attributes.
    pub attributes: Vec<Attribute>,
    /// Words that mean the same thing, each set's first word being the canonical one (`data center`, `facility`).
    pub synonyms: Vec<Vec<String>>,
    /// Severity by rule id, where it is not the rule's own.
    pub severity: BTreeMap<String, Level>,
    /// Findings to leave out.
    pub ignores: Vec<Ignore>,
    /// Metadata of sources.
    pub sources: Vec<SourceRule>,
    /// Tolerances and thresholds.
    pub compare: CompareOptions,
    /// Exchange rates given by the user, units of the currency per US dollar, by ISO code.
    pub rates: BTreeMap<String, f64>,
    /// The user's names for the fields of a JSON article, by ours.
    pub json: JsonFields,
    /// Ids of all rules there are, to tell a slip in `[severity]`; empty: not checked.
    pub known_rules: Vec<&'static str>,
    /// Words of the rules by their stems, made when first asked for: change rules before they are used.
    pub index: index::Lazy,
}

/// Our names of the fields of an article (`text`, `published`), each with the names that the user's JSON gives it.
pub type JsonFields = BTreeMap<&'static str, Vec<String>>;

/// How loud a rule is to be; a [`Severity`], or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Not reported.
    Off,
    /// As [`Severity::Note`].
    Note,
    /// As [`Severity::Warning`].
    Warning,
    /// As [`Severity::Error`].
    Error,
}

impl Level {
    /// The severity; `None` for `off`.
    pub const fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Note => Some(Severity::Note),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

impl Rules {
    /// The rules that the program brings along: `rules.toml` at the top of its sources.
    pub fn shipped() -> &'static Self {
        static RULES: LazyLock<Rules> = LazyLock::new(|| {
            let mut rules = Rules::default();
            rules.add("rules.toml (shipped)", SHIPPED, Path::new("")).expect("the shipped rules are tested");
            rules
        });
        &RULES
    }

    /// The shipped rules with the file at `path` on top. Everything wrong with the file is said, in order of its text.
    pub fn load(path: &Path) -> Result<Self, Faults> {
        Self::load_checked(path, &[])
    }

    /// The same, and a severity for a rule that is not among `known_rules` is a fault.
    pub fn load_checked(path: &Path, known_rules: &[&'static str]) -> Result<Self, Faults> {
        let name = path.to_string_lossy().replace('\\', "/");
        let bytes = std::fs::read(path)
            .map_err(|e| Faults(vec![Fault::whole(&name, format!("The rules cannot be read: {e}."))]))?;
        let text = String::from_utf8(bytes).map_err(|e| {
            let at = e.utf8_error().valid_up_to();
            Faults(vec![Fault::whole(
                &name,
                format!("The rules are not UTF-8 at byte {at}; save them as UTF-8."),
            )])
        })?;
        let mut rules = Self { known_rules: known_rules.to_vec(), ..Self::shipped().clone() };
        rules.add(
            &name,
            text.strip_prefix('\u{feff}').unwrap_or(&text),
            path.parent().unwrap_or(Path::new("")),
        )?;
        Ok(rules)
    }

    /// Folds the rules written in `text` into these. `name` is how messages call the file, `folder` where its relative
    /// paths start. On faults the rules are left half changed; throw them away.
    pub fn add(&mut self, name: &str, text: &str, folder: &Path) -> Result<(), Faults> {
        let file = file::parse(name, text).map_err(|fault| Faults(vec![fault]))?;
        self.index = index::Lazy::default();
        let faults = validate::fold(self, &file, &validate::Origin { name, text, folder });
        if faults.is_empty() { Ok(()) } else { Err(Faults(faults)) }
    }

    /// The severity of the rule `id` whose own is `default`; `None` where it is switched off.
    pub fn severity_of(&self, id: &str, default: Severity) -> Option<Severity> {
        self.severity.get(id).map_or(Some(default), |level| level.severity())
    }

    /// The attribute with this id.
    pub fn attribute(&self, id: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|a| a.id == id)
    }

    /// Whether two attributes may be meant by one another.
    pub fn related(&self, a: &str, b: &str) -> bool {
        let names = |a: &str, b: &str| self.attribute(a).is_some_and(|a| a.related.iter().any(|id| id == b));
        names(a, b) || names(b, a)
    }
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
#[derive(Debug, Clone, Default)]
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
    /// Ids of other attributes that another article may call it: the price of a firm is the value of the deal.
    pub related: Vec<String>,
    /// Whether it holds at a moment or belongs to one event.
    pub holds: Holds,
    /// A count that can only grow (a toll).
    pub cumulative: bool,
    /// Relative difference that is still the same value (0.05 is 5 %).
    pub tolerance: f64,
    /// Severity of a conflict about it, if not the rule's.
    pub severity: Option<Level>,
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

#[cfg(test)]
mod tests;
