//! Metadata by their many names: the keys of front matter and JSON, and dates as metadata write them.

use super::draft::Metadata;
use crate::model::{Basis, Published, TimeValue};
use serde_json::{Map, Value};

/// The metadata among the keys of an object; keys compare without case, the first name that is there wins.
pub fn of_object(object: &Map<String, Value>) -> Metadata {
    let get = |names: &[&str]| {
        names.iter().find_map(|name| {
            object.iter().find(|(k, _)| k.eq_ignore_ascii_case(name)).and_then(|(_, v)| text(v))
        })
    };
    Metadata {
        id: get(&["id"]),
        title: get(&["title", "headline"]),
        publisher: get(&["publisher", "outlet", "site", "copyrightholder"]),
        author: get(&["author", "byline"]),
        url: get(&["url", "link", "canonical", "uri"]),
        published: get(&["published", "date", "datePublished", "pubdate", "firstcreated", "versioncreated"]),
        story: get(&["story"]),
        modified: get(&["modified", "updated", "dateModified", "versioncreated"]),
        language: get(&["language", "lang", "inLanguage"]),
    }
}

/// A value as text: a string, a number, the `name` of an object, the entries of a list. Empty text is none.
fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(s) => s.trim().to_owned(),
        Value::Number(n) => n.to_string(),
        Value::Array(items) => items.iter().filter_map(text).collect::<Vec<_>>().join(", "),
        Value::Object(object) => text(object.get("name")?)?,
        Value::Null | Value::Bool(_) => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// A publication date that metadata give; `None` if it is written neither as ISO 8601 nor as in mails.
pub fn published(text: &str) -> Option<Published> {
    let date = TimeValue::from_iso(text).or_else(|| TimeValue::from_rfc2822(text))?;
    Some(Published { date: Some(date), basis: Basis::Given, reason: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_are_found_under_their_usual_names() {
        let object = serde_json::json!({
            "id": 7, "Headline": " A ", "publisher": {"name": "Daily"}, "author": ["A. One", "B. Two"], "date": "2015-07-23", "story": null
        });
        let meta = of_object(object.as_object().unwrap());
        assert_eq!(meta.id.as_deref(), Some("7"));
        assert_eq!(meta.title.as_deref(), Some("A"));
        assert_eq!(meta.publisher.as_deref(), Some("Daily"));
        assert_eq!(meta.author.as_deref(), Some("A. One, B. Two"));
        assert_eq!(meta.published.as_deref(), Some("2015-07-23"));
        assert_eq!(meta.story, None);
    }
}
