//! JSON: one article, an object with `text` or `html` and metadata, or one of IPTC's ninjs.

use super::{Input, Sink, decode, decoded, start};
use crate::ingest::draft::Draft;
use crate::ingest::{html, meta};
use crate::rules::JsonFields;
use serde_json::{Map, Value};

/// Whether it is an object that ends where the file ends (several lines of them are JSON Lines).
pub fn begins(bytes: &[u8]) -> bool {
    start(bytes).first() == Some(&b'{')
        && serde_json::from_slice::<serde::de::IgnoredAny>(start(bytes)).is_ok()
}

/// Reads one article.
pub fn read(input: &Input, bytes: &[u8], sink: &mut Sink) {
    let Some(text) = decoded(bytes, sink) else { return };
    let object = match serde_json::from_str::<Value>(&text) {
        Ok(Value::Object(object)) => object,
        Ok(_) if input.found => return sink.note(1, NO_ARTICLE),
        Ok(_) => return sink.fail("This is JSON, but not an object with the `text` of an article."),
        Err(e) => return sink.fail_at(e.line(), e.column().max(1), broken(&e)),
    };
    match draft(object, bytes, 1, sink) {
        Ok(draft) => sink.push(draft),
        Err(_) if input.found => sink.note(1, NO_ARTICLE),
        Err(message) => sink.fail(message),
    }
}

const NO_ARTICLE: &str = "Left out, as it is no article: it has no `text`. Name the file to have it read.";

/// Keys that hold the text of an article, and keys that hold it as HTML: ours, then those of IPTC's ninjs.
const TEXTS: [&str; 2] = ["text", "body_text"];
const PAGES: [&str; 3] = ["html", "body_html", "body_xhtml"];

/// The article that a JSON object is; a whole sentence where it is none.
pub fn draft(
    mut object: Map<String, Value>,
    bytes: &[u8],
    line: usize,
    sink: &Sink,
) -> Result<Draft, String> {
    rename(&mut object, sink.fields);
    bodies(&mut object);
    let own = meta::of_object(&object);
    let mut take = |keys: &[&'static str]| {
        keys.iter().find_map(|key| Some((*key, object.remove(*key).filter(|v| !v.is_null())?)))
    };
    let (text, page) = (take(&TEXTS), take(&PAGES));
    let file = Draft { file_line: line, sha256: decode::sha256(bytes), ..Draft::default() };
    match (text.map(|(key, value)| (key, words(value))), page) {
        (Some((_, Some(text))), _) => Ok(Draft { meta: own, text, extraction: "json", ..file }),
        (None, Some((_, Value::String(page)))) => {
            let page = html::page(&page, sink.limits)?;
            let meta = own.or(page.meta);
            Ok(Draft { meta, text: page.text, tables: page.tables, extraction: "html", ..file })
        }
        (Some((key, None)), _) | (None, Some((key, _))) => Err(format!("`{key}` must be a string.")),
        (None, None) => Err("This article has no `text`.".to_owned()),
    }
}

/// A text, or a list of its paragraphs.
fn words(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Array(paragraphs) => {
            let paragraphs: Option<Vec<&str>> = paragraphs.iter().map(Value::as_str).collect();
            paragraphs.map(|p| p.join("\n\n"))
        }
        _ => None,
    }
}

/// Puts what the user's names hold under ours. A name of the user's that is there wins.
fn rename(object: &mut Map<String, Value>, fields: &JsonFields) {
    for (ours, names) in fields {
        let found = names.iter().find_map(|name| at(object, name)).cloned();
        if let Some(value) = found {
            object.insert((*ours).to_owned(), value);
        }
    }
}

/// The value at a path (`content.body`), or under a key that looks like one; nothing that is null.
fn at<'a>(object: &'a Map<String, Value>, path: &str) -> Option<&'a Value> {
    let whole = object.get(path);
    let value = whole.or_else(|| {
        let (first, rest) = path.split_once('.')?;
        at(object.get(first)?.as_object()?, rest)
    });
    value.filter(|v| !v.is_null())
}

/// The second version of ninjs has lists of `bodies` and `headlines`, each for a purpose: the first text counts, else the first
/// page, and the first headline.
fn bodies(object: &mut Map<String, Value>) {
    let entries = |key: &str| -> Vec<(String, String)> {
        let list = object.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        let text =
            |v: &Value, key: &str| v.get(key).and_then(Value::as_str).unwrap_or_default().to_lowercase();
        list.iter()
            .filter_map(|v| {
                Some((text(v, "contentType") + &text(v, "contenttype"), v.get("value")?.as_str()?.to_owned()))
            })
            .collect()
    };
    let (bodies, headlines) = (entries("bodies"), entries("headlines"));
    let plain = bodies.iter().find(|(kind, _)| kind.contains("plain"));
    let page = bodies.iter().find(|(kind, _)| kind.contains("html"));
    let (key, body) = match (plain, page) {
        (Some((_, text)), _) => (TEXTS[1], Some(text)),
        (None, Some((_, page))) => (PAGES[1], Some(page)),
        (None, None) => (TEXTS[1], bodies.first().map(|(_, text)| text)),
    };
    for (key, value) in [(key, body), ("headline", headlines.first().map(|(_, text)| text))] {
        if let (Some(value), false) = (value, object.contains_key(key)) {
            object.insert(key.to_owned(), Value::String(value.clone()));
        }
    }
}

/// What is wrong with the JSON, without the position, which stands in front of the message.
pub fn broken(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.rsplit_once(" at line ").map_or(text.as_str(), |(what, _)| what);
    format!("This is not JSON: {what}.")
}
