//! Whether the values of a rules file make sense; what does is folded into [`Rules`], what doesn't is a [`Fault`].
//!
//! All faults of a file are collected, so that a user mends them in one go. A file adds to the rules it is folded into or
//! overrides them: entities by name (aliases are added), attributes by id (keys given replace keys known).

use super::fault::Fault;
use super::file::{
    AttributeEntry, Day, EntityEntry, IgnoreEntry, RulesFile, SourceEntry, Spanned, SynonymsEntry,
};
use super::words::{ENTITY_KINDS, HOLDS, KINDS, LEVELS, look_up, suggest};
use super::{Attribute, EntityRule, Ignore, Level, Rules, SourceRule};
use crate::model::{EntityKind, TimeValue};
use std::ops::{Range, RangeInclusive};
use std::path::Path;

/// The file that is being read.
pub struct Origin<'a> {
    /// How messages call it.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
    /// The folder that relative paths in it start from.
    pub folder: &'a Path,
}

/// Folds `file` into `rules`; returns what is wrong with it, in order of the text.
pub fn fold(rules: &mut Rules, file: &RulesFile, origin: &Origin) -> Vec<Fault> {
    let mut checker = Checker { origin, faults: Vec::new() };
    checker.entities(rules, &file.entity);
    checker.attributes(rules, &file.attribute);
    checker.related(rules, &file.attribute);
    checker.synonyms(rules, &file.synonyms);
    checker.compare(rules, file);
    checker.severities(rules, file);
    for entry in &file.ignore {
        checker.ignore(rules, entry);
    }
    for entry in &file.source {
        checker.source(rules, entry);
    }
    checker.rates(rules, file);
    for (field, names) in file.json.by_name().into_iter().filter(|(_, names)| !names.is_empty()) {
        rules.json.insert(field, names.to_vec());
    }
    checker.faults.sort_by_key(|fault| fault.at);
    checker.faults
}

struct Checker<'a> {
    origin: &'a Origin<'a>,
    faults: Vec<Fault>,
}

impl Checker<'_> {
    fn fault(&mut self, span: Range<usize>, message: String, hint: Option<String>) {
        self.faults.push(Fault::new(self.origin.name, self.origin.text, span, message).hint(hint));
    }

    /// The value a word stands for; a fault if it stands for none.
    fn word<T: Copy>(&mut self, table: &[(&str, T)], word: &Spanned<String>, what: &str) -> Option<T> {
        match look_up(table, word.get_ref()) {
            Ok(value) => Some(value),
            Err(hint) => {
                self.fault(word.span(), format!("`{}` is not {what}.", word.get_ref()), Some(hint));
                None
            }
        }
    }

    /// A number that must lie in `range`.
    fn share(&mut self, value: &Spanned<f64>, range: &RangeInclusive<f64>, what: &str) -> Option<f64> {
        let number = *value.get_ref();
        if range.contains(&number) {
            return Some(number);
        }
        let message = format!("{what} must lie between {} and {}.", range.start(), range.end());
        self.fault(value.span(), message, Some("it is a share: 0.05 is 5 %.".to_owned()));
        None
    }

    /// A text that must not be empty.
    fn filled(&mut self, text: &Spanned<String>, what: &str) -> bool {
        let filled = !text.get_ref().trim().is_empty();
        if !filled {
            self.fault(text.span(), format!("{what} is empty."), None);
        }
        filled
    }

    /// Words in lower case, as the text is searched for them.
    fn lower(&mut self, words: &[Spanned<String>]) -> Vec<String> {
        let filled = words.iter().filter(|w| self.filled(w, "This word")).collect::<Vec<_>>();
        filled.iter().map(|w| w.get_ref().trim().to_lowercase()).collect()
    }

    fn entities(&mut self, rules: &mut Rules, entries: &[EntityEntry]) {
        let mut seen: Vec<(&str, &str)> = Vec::new();
        for entry in entries {
            let name = entry.name.get_ref().as_str();
            for alias in std::iter::once(&entry.name).chain(&entry.aliases) {
                match seen.iter().find(|(word, _)| word == alias.get_ref()) {
                    Some((word, owner)) => {
                        let message = format!("`{word}` already names `{owner}` in this file.");
                        self.fault(
                            alias.span(),
                            message,
                            Some("one name can mean one entity only.".to_owned()),
                        );
                    }
                    None => seen.push((alias.get_ref(), name)),
                }
            }
            self.entity(rules, entry);
        }
        for parent in entries.iter().filter_map(|e| e.parent.as_ref()) {
            if !rules.entities.iter().any(|e| e.name == *parent.get_ref()) {
                let hint = suggest_near(parent.get_ref(), rules.entities.iter().map(|e| e.name.as_str()));
                self.fault(parent.span(), format!("No entity is called `{}`.", parent.get_ref()), hint);
            }
        }
    }

    fn entity(&mut self, rules: &mut Rules, entry: &EntityEntry) {
        if !self.filled(&entry.name, "The name of the entity") {
            return;
        }
        let kind = entry.kind.as_ref().and_then(|k| self.word(&ENTITY_KINDS, k, "a kind of entity"));
        let aliases: Vec<String> = entry
            .aliases
            .iter()
            .filter(|a| self.filled(a, "This alias"))
            .map(|a| a.get_ref().clone())
            .collect();
        let name = entry.name.get_ref();
        // A name that this file claims no longer means what an earlier file said.
        for other in rules.entities.iter_mut().filter(|e| e.name != *name) {
            other.aliases.retain(|a| a != name && !aliases.contains(a));
        }
        let at = rules.entities.iter().position(|e| e.name == *name).unwrap_or_else(|| {
            let new = EntityRule {
                name: name.clone(),
                kind: EntityKind::Unknown,
                aliases: Vec::new(),
                parent: None,
            };
            rules.entities.push(new);
            rules.entities.len() - 1
        });
        let entity = &mut rules.entities[at];
        entity.kind = kind.unwrap_or(entity.kind);
        if let Some(parent) = &entry.parent {
            entity.parent = Some(parent.get_ref().clone());
        }
        for alias in aliases {
            if !entity.aliases.contains(&alias) {
                entity.aliases.push(alias);
            }
        }
    }

    fn attributes(&mut self, rules: &mut Rules, entries: &[AttributeEntry]) {
        for (i, entry) in entries.iter().enumerate() {
            let id = entry.id.get_ref();
            if !is_kebab(id) {
                let hint = "lower-case letters, digits and hyphens: `death-toll`.".to_owned();
                self.fault(entry.id.span(), format!("`{id}` is not an id in kebab case."), Some(hint));
            } else if entries[..i].iter().any(|e| e.id.get_ref() == id) {
                self.fault(entry.id.span(), format!("`{id}` is defined twice in this file."), None);
            } else {
                self.attribute(rules, entry);
            }
        }
    }

    fn attribute(&mut self, rules: &mut Rules, entry: &AttributeEntry) {
        let id = entry.id.get_ref();
        let known = rules.attributes.iter().position(|a| a.id == *id);
        let mut attribute = known.map_or_else(|| new_attribute(id), |at| rules.attributes[at].clone());
        self.fill(&mut attribute, entry);
        let mut missing = None;
        if attribute.kinds.is_empty() && entry.kinds.is_none() {
            missing = Some(("kinds", "say which kinds of value it takes: `kinds = [\"count\"]`."));
        } else if attribute.nouns.is_empty() && attribute.verbs.is_empty() {
            missing = Some(("nouns or verbs", "without either nothing in a text can mean it."));
        }
        if let Some((what, hint)) = missing {
            let message = format!("The attribute `{id}` has no {what}.");
            self.fault(entry.id.span(), message, Some(hint.to_owned()));
        }
        match known {
            Some(at) => rules.attributes[at] = attribute,
            None => rules.attributes.push(attribute),
        }
    }

    /// An attribute may come before those it is related to.
    fn related(&mut self, rules: &Rules, entries: &[AttributeEntry]) {
        let known = |id: &str| rules.attributes.iter().any(|a| a.id == id);
        for id in entries.iter().filter_map(|entry| entry.related.as_ref()).flatten() {
            if !known(id.get_ref()) {
                let message = format!("There is no attribute `{}`.", id.get_ref());
                let hint = suggest_near(id.get_ref(), rules.attributes.iter().map(|a| a.id.as_str()));
                self.fault(id.span(), message, hint);
            }
        }
    }

    fn fill(&mut self, attribute: &mut Attribute, entry: &AttributeEntry) {
        if let Some(label) = &entry.label
            && self.filled(label, "The label")
        {
            attribute.label.clone_from(label.get_ref());
        }
        if let Some(kinds) = &entry.kinds {
            attribute.kinds = kinds.iter().filter_map(|k| self.word(&KINDS, k, "a kind of value")).collect();
        }
        let lists = [
            (&entry.nouns, &mut attribute.nouns),
            (&entry.verbs, &mut attribute.verbs),
            (&entry.things, &mut attribute.things),
            (&entry.unless, &mut attribute.unless),
            (&entry.related, &mut attribute.related),
        ];
        for (given, list) in lists {
            if let Some(words) = given {
                *list = self.lower(words);
            }
        }
        if let Some(holds) = &entry.holds {
            attribute.holds = self.word(&HOLDS, holds, "a way to hold").unwrap_or_default();
        }
        attribute.cumulative = entry.cumulative.unwrap_or(attribute.cumulative);
        if let Some(t) = &entry.tolerance {
            attribute.tolerance = self.share(t, &(0.0..=1.0), "The tolerance").unwrap_or_default();
        }
        if let Some(level) = &entry.severity {
            attribute.severity = self.word(&LEVELS, level, "a severity");
        }
        for (given, texts) in
            [(&entry.agree, &mut attribute.agree), (&entry.conflict, &mut attribute.conflict)]
        {
            if let Some(given) = given {
                if given.get_ref().len() != 2 {
                    self.fault(given.span(), "An example is two texts.".to_owned(), None);
                }
                texts.clone_from(given.get_ref());
            }
        }
    }

    fn synonyms(&mut self, rules: &mut Rules, entries: &[SynonymsEntry]) {
        for entry in entries {
            if entry.words.get_ref().len() < 2 {
                let hint = "the first is the one shown, the others mean the same.".to_owned();
                self.fault(entry.words.span(), "Synonyms are two words or more.".to_owned(), Some(hint));
            }
            let words = self.lower(entry.words.get_ref());
            if !rules.synonyms.contains(&words) {
                rules.synonyms.push(words);
            }
        }
    }

    fn compare(&mut self, rules: &mut Rules, file: &RulesFile) {
        let options = &mut rules.compare;
        let table = [
            (
                &file.compare.currency_tolerance,
                &mut options.currency_tolerance,
                "The tolerance for currencies",
            ),
            (&file.compare.unit_tolerance, &mut options.unit_tolerance, "The tolerance for units"),
            (&file.compare.name_similarity, &mut options.name_similarity, "The similarity of names"),
            (&file.compare.join_score, &mut options.join_score, "The score for joining claims"),
        ];
        for (given, option, what) in table {
            if let Some(number) = given.as_ref().and_then(|given| self.share(given, &(0.0..=1.0), what)) {
                *option = number;
            }
        }
    }

    fn severities(&mut self, rules: &mut Rules, file: &RulesFile) {
        for (rule, level) in &file.severity {
            if !rules.known_rules.is_empty() && !rules.known_rules.contains(&rule.get_ref().as_str()) {
                let hint = suggest_near(rule.get_ref(), rules.known_rules.iter().copied());
                self.fault(rule.span(), format!("No rule is called `{}`.", rule.get_ref()), hint);
            } else if let Some(level) = self.word(&LEVELS, level, "a severity") {
                rules.severity.insert(rule.get_ref().clone(), level);
            }
        }
    }

    fn ignore(&mut self, rules: &mut Rules, entry: &IgnoreEntry) {
        let hexadecimal =
            |s: &str| s.len() == 16 && s.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if !hexadecimal(entry.fingerprint.get_ref()) {
            let hint = "copy the finding's id from the report: 16 hexadecimal digits.".to_owned();
            let message = format!("`{}` is not a fingerprint.", entry.fingerprint.get_ref());
            self.fault(entry.fingerprint.span(), message, Some(hint));
        }
        self.filled(&entry.reason, "The reason");
        let until = entry.until.as_ref().and_then(|day| self.date(day));
        rules.ignores.push(Ignore {
            fingerprint: entry.fingerprint.get_ref().clone(),
            reason: entry.reason.get_ref().clone(),
            until,
            question: entry.question.clone(),
        });
    }

    fn source(&mut self, rules: &mut Rules, entry: &SourceEntry) {
        if !self.filled(&entry.path, "The path") {
            return;
        }
        let published = entry.published.as_ref().and_then(|day| self.date(day));
        if let Some(id) = &entry.id {
            self.filled(id, "The id");
        }
        let path = self.origin.folder.join(entry.path.get_ref()).to_string_lossy().into_owned();
        rules.sources.retain(|s| s.path != path);
        rules.sources.push(SourceRule {
            path,
            id: entry.id.as_ref().map(|id| id.get_ref().clone()),
            title: entry.title.clone(),
            publisher: entry.publisher.clone(),
            published,
            url: entry.url.clone(),
            story: entry.story.clone(),
        });
    }

    /// A date or date-time of ISO 8601, as written.
    fn date(&mut self, day: &Spanned<Day>) -> Option<String> {
        let text = day.get_ref().to_string();
        if TimeValue::from_iso(&text).is_some() {
            return Some(text);
        }
        let hint = "write `2015-07-23` or `2015-07-23T08:26+08:00`.".to_owned();
        self.fault(day.span(), format!("`{text}` is not a date of ISO 8601."), Some(hint));
        None
    }

    fn rates(&mut self, rules: &mut Rules, file: &RulesFile) {
        for (code, rate) in &file.rates {
            let number = *rate.get_ref();
            if code.get_ref().len() != 3 || !code.get_ref().bytes().all(|b| b.is_ascii_uppercase()) {
                let message = format!("`{}` is not a currency code of ISO 4217.", code.get_ref());
                self.fault(code.span(), message, Some("three capital letters: `CNY`.".to_owned()));
            } else if number.is_finite() && number > 0.0 {
                rules.rates.insert(code.get_ref().clone(), number);
            } else {
                let hint = "units of the currency that one US dollar buys: `CNY = 6.21`.".to_owned();
                self.fault(rate.span(), "A rate must be above zero.".to_owned(), Some(hint));
            }
        }
    }
}

/// An attribute with nothing but its id.
fn new_attribute(id: &str) -> Attribute {
    Attribute { id: id.to_owned(), label: id.replace('-', " "), ..Attribute::default() }
}

/// Lower-case letters and digits in groups joined by single hyphens.
fn is_kebab(id: &str) -> bool {
    id.split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// A hint for a name among many: the nearest, or none.
fn suggest_near<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let hint = suggest(word, known);
    (hint.starts_with("did you mean") || hint.len() < 200).then_some(hint)
}

/// The level a word on the command line stands for; else a hint.
pub fn level(word: &str) -> Result<Level, String> {
    look_up(&LEVELS, word)
}
