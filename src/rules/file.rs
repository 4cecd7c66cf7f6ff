//! The shape of `rules.toml` as written, before anybody asks whether the values make sense.
//!
//! The only user of `toml`; therefore TOML front matter of articles is parsed here too. Every value that [`super::validate`]
//! may refuse keeps its place in the text.

use super::fault::Fault;
use super::words;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
pub use toml::Spanned;

/// A rules file.
#[derive(Debug, Default, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct RulesFile {
    /// `[[entity]]`
    pub entity: Vec<EntityEntry>,
    /// `[[attribute]]`
    pub attribute: Vec<AttributeEntry>,
    /// `[[synonyms]]`
    pub synonyms: Vec<SynonymsEntry>,
    /// `[compare]`
    pub compare: CompareEntry,
    /// `[severity]`
    #[schemars(with = "BTreeMap<String, String>")]
    pub severity: BTreeMap<Spanned<String>, Spanned<String>>,
    /// `[[ignore]]`
    pub ignore: Vec<IgnoreEntry>,
    /// `[[source]]`
    pub source: Vec<SourceEntry>,
    /// `[json]`
    pub json: JsonEntry,
    /// `[rates]`
    #[schemars(with = "BTreeMap<String, f64>")]
    pub rates: BTreeMap<Spanned<String>, Spanned<f64>>,
}

/// Names that the fields of an article have in a user's JSON, besides the usual ones; `a.b` is the field `b` of the object
/// `a`. The first that is there and not empty counts.
#[derive(Debug, Default, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct JsonEntry {
    /// The article's id.
    pub id: Vec<String>,
    /// Its text, or a list of its paragraphs.
    pub text: Vec<String>,
    /// Its page as HTML.
    pub html: Vec<String>,
    /// Headline.
    pub title: Vec<String>,
    /// Publisher.
    pub publisher: Vec<String>,
    /// Author.
    pub author: Vec<String>,
    /// Address.
    pub url: Vec<String>,
    /// Publication date.
    pub published: Vec<String>,
    /// Date of the last change.
    pub modified: Vec<String>,
    /// Language tag.
    pub language: Vec<String>,
    /// Story.
    pub story: Vec<String>,
}

impl JsonEntry {
    /// Our name of each field with the user's names.
    pub fn by_name(&self) -> [(&'static str, &[String]); 11] {
        [
            ("id", &self.id),
            ("text", &self.text),
            ("html", &self.html),
            ("title", &self.title),
            ("publisher", &self.publisher),
            ("author", &self.author),
            ("url", &self.url),
            ("published", &self.published),
            ("modified", &self.modified),
            ("language", &self.language),
            ("story", &self.story),
        ]
    }
}

/// An entity; everything but the name may be left out where a known entity is extended.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct EntityEntry {
    /// Canonical name.
    #[schemars(with = "String")]
    pub name: Spanned<String>,
    /// `person`, `organisation`, `place` or `product`.
    #[schemars(with = "Option<String>")]
    pub kind: Option<Spanned<String>>,
    /// Other names.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub aliases: Vec<Spanned<String>>,
    /// What it belongs to.
    #[schemars(with = "Option<String>")]
    pub parent: Option<Spanned<String>>,
}

/// An attribute; a key left out keeps the value that the shipped rules give it, or its default.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AttributeEntry {
    /// Kebab-case id.
    #[schemars(with = "String")]
    pub id: Spanned<String>,
    /// Shown to people.
    #[schemars(with = "Option<String>")]
    pub label: Option<Spanned<String>>,
    /// Kinds of value.
    #[schemars(with = "Option<Vec<String>>")]
    pub kinds: Option<Vec<Spanned<String>>>,
    /// Nouns that name it.
    #[schemars(with = "Option<Vec<String>>")]
    pub nouns: Option<Vec<Spanned<String>>>,
    /// Verbs that mean it.
    #[schemars(with = "Option<Vec<String>>")]
    pub verbs: Option<Vec<Spanned<String>>>,
    /// Nouns that the verbs apply to.
    #[schemars(with = "Option<Vec<String>>")]
    pub things: Option<Vec<Spanned<String>>>,
    /// Words that must not be near.
    #[schemars(with = "Option<Vec<String>>")]
    pub unless: Option<Vec<Spanned<String>>>,
    /// Ids of other attributes that may be meant by it.
    #[schemars(with = "Option<Vec<String>>")]
    pub related: Option<Vec<Spanned<String>>>,
    /// `momentary` or `event`.
    #[schemars(with = "Option<String>")]
    pub holds: Option<Spanned<String>>,
    /// Whether it can only grow.
    pub cumulative: Option<bool>,
    /// Relative difference that does not count.
    #[schemars(with = "Option<f64>")]
    pub tolerance: Option<Spanned<f64>>,
    /// Severity of a conflict about it.
    #[schemars(with = "Option<String>")]
    pub severity: Option<Spanned<String>>,
    /// Two texts that agree.
    #[schemars(with = "Option<Vec<String>>")]
    pub agree: Option<Spanned<Vec<String>>>,
    /// Two texts that conflict.
    #[schemars(with = "Option<Vec<String>>")]
    pub conflict: Option<Spanned<Vec<String>>>,
}

/// Words that mean the same.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SynonymsEntry {
    /// The words, the canonical one first.
    #[schemars(with = "Vec<String>")]
    pub words: Spanned<Vec<Spanned<String>>>,
}

/// Tolerances and thresholds, each a share between 0 and 1.
#[derive(Debug, Default, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct CompareEntry {
    /// See [`super::CompareOptions::currency_tolerance`].
    #[schemars(with = "Option<f64>")]
    pub currency_tolerance: Option<Spanned<f64>>,
    /// See [`super::CompareOptions::unit_tolerance`].
    #[schemars(with = "Option<f64>")]
    pub unit_tolerance: Option<Spanned<f64>>,
    /// See [`super::CompareOptions::name_similarity`].
    #[schemars(with = "Option<f64>")]
    pub name_similarity: Option<Spanned<f64>>,
    /// See [`super::CompareOptions::join_score`].
    #[schemars(with = "Option<f64>")]
    pub join_score: Option<Spanned<f64>>,
}

/// A finding to leave out.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct IgnoreEntry {
    /// The finding's id.
    #[schemars(with = "String")]
    pub fingerprint: Spanned<String>,
    /// Why; required.
    #[schemars(with = "String")]
    pub reason: Spanned<String>,
    /// Last day on which it applies.
    #[schemars(with = "Option<Day>")]
    pub until: Option<Spanned<Day>>,
    /// The question, for people.
    pub question: Option<String>,
}

/// Metadata of a source.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SourceEntry {
    /// Path relative to the rules file.
    #[schemars(with = "String")]
    pub path: Spanned<String>,
    /// Id instead of the file's stem.
    #[schemars(with = "Option<String>")]
    pub id: Option<Spanned<String>>,
    /// Headline.
    pub title: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Date or date-time.
    #[schemars(with = "Option<Day>")]
    pub published: Option<Spanned<Day>>,
    /// Address.
    pub url: Option<String>,
    /// Story.
    pub story: Option<String>,
}

/// A date, written as a string or as TOML's own date.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
pub enum Day {
    /// `"2015-07-23"`
    Text(String),
    /// `2015-07-23`
    Date(#[schemars(with = "String")] toml::value::Datetime),
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Date(date) => date.fmt(f),
        }
    }
}

/// Reads the text of a rules file; `name` is how messages call it.
pub fn parse(name: &str, text: &str) -> Result<RulesFile, Fault> {
    parse_as(name, text)
}

/// `text` as a TOML string with its quotes.
pub fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// Reads the text of another file of the user's; `name` is how messages call it.
pub fn parse_as<T: serde::de::DeserializeOwned>(name: &str, text: &str) -> Result<T, Fault> {
    toml::from_str(text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        Fault::new(name, text, span, sentence(error.message())).hint(unknown_word_hint(error.message()))
    })
}

/// Reads TOML front matter; on failure says at which bytes of `text` and what is wrong.
pub fn metadata(text: &str) -> Result<serde_json::Value, (Range<usize>, String)> {
    let table: toml::Table =
        toml::from_str(text).map_err(|e| (e.span().unwrap_or(0..0), sentence(e.message())))?;
    Ok(json(toml::Value::Table(table)))
}

/// TOML as JSON; dates become the text they were written as.
fn json(value: toml::Value) -> serde_json::Value {
    match value {
        toml::Value::String(s) => s.into(),
        toml::Value::Integer(i) => i.into(),
        toml::Value::Float(f) => f.into(),
        toml::Value::Boolean(b) => b.into(),
        toml::Value::Datetime(d) => d.to_string().into(),
        toml::Value::Array(items) => items.into_iter().map(json).collect(),
        toml::Value::Table(table) => {
            serde_json::Value::Object(table.into_iter().map(|(k, v)| (k, json(v))).collect())
        }
    }
}

/// The parser's message as a sentence.
fn sentence(message: &str) -> String {
    let mut out: String = message.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(first) = out.get(..1) {
        let upper = first.to_ascii_uppercase();
        out.replace_range(..1, &upper);
    }
    if !out.ends_with('.') {
        out.push('.');
    }
    out
}

/// For "unknown field `x`, expected one of `a`, `b`": which of them was meant.
fn unknown_word_hint(message: &str) -> Option<String> {
    let (unknown, expected) = message.strip_prefix("unknown field")?.split_once(", expected")?;
    let word = unknown.split('`').nth(1)?;
    let known: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
    words::nearest(word, &known).map(|near| format!("did you mean `{near}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_is_shown_with_its_place_and_the_key_that_was_meant() {
        let fault =
            parse("rules.toml", "[[entity]]\nname = \"Acme\"\nalaises = [\"ACME Corp\"]\n").unwrap_err();
        assert_eq!(fault.place(), "rules.toml:3:1");
        assert_eq!(fault.hint.as_deref(), Some("did you mean `aliases`?"), "{fault}");
    }

    #[test]
    fn a_slip_of_syntax_is_shown_with_its_place() {
        let fault = parse("rules.toml", "[compare]\njoin-score = \n").unwrap_err();
        assert_eq!(fault.at.map(|(line, _)| line), Some(2), "{fault}");
    }

    #[test]
    fn dates_may_be_written_with_or_without_quotation_marks() {
        let text = "[[source]]\npath = \"a\"\npublished = 2015-07-23\n[[source]]\npath = \"b\"\npublished = \"2015-07-23\"";
        let file = parse("rules.toml", text).unwrap();
        let dates: Vec<String> =
            file.source.iter().filter_map(|s| Some(s.published.as_ref()?.get_ref().to_string())).collect();
        assert_eq!(dates, ["2015-07-23", "2015-07-23"]);
    }

    #[test]
    fn front_matter_becomes_json_with_dates_as_text() {
        let value = metadata("title = \"A\"\ndate = 2015-07-23T08:26:00+08:00\ntags = [\"x\"]").unwrap();
        assert_eq!(value.to_string(), r#"{"date":"2015-07-23T08:26:00+08:00","tags":["x"],"title":"A"}"#);
    }
}
