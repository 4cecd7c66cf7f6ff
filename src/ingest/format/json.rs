//! JSON: one article, an object with `text` and metadata.

use super::{Input, Sink, decode, decoded, start};
use crate::ingest::draft::Draft;
use crate::ingest::meta;
use serde_json::{Map, Value};

/// Whether it is an object that ends where the file ends (several lines of them are JSON Lines).
pub fn begins(bytes: &[u8]) -> bool {
    start(bytes).first() == Some(&b'{')
        && serde_json::from_slice::<serde::de::IgnoredAny>(start(bytes)).is_ok()
}

/// Reads one article.
pub fn read(input: &Input, bytes: &[u8], sink: &mut Sink) {
    let Some(text) = decoded(bytes, sink) else { return };
    let object = match serde_json::from_str::<Value>(text) {
        Ok(Value::Object(object)) => object,
        Ok(_) if input.found => return sink.note(1, NO_ARTICLE),
        Ok(_) => return sink.fail("This is JSON, but not an object with the `text` of an article."),
        Err(e) => return sink.fail_at(e.line(), e.column(), broken(&e)),
    };
    match draft(object, bytes, 1) {
        Ok(draft) => sink.push(draft),
        Err(_) if input.found => sink.note(1, NO_ARTICLE),
        Err(message) => sink.fail(message),
    }
}

const NO_ARTICLE: &str = "Left out, as it is no article: it has no `text`. Name the file to have it read.";

/// The article that a JSON object is; a whole sentence where it is none.
pub fn draft(mut object: Map<String, Value>, bytes: &[u8], line: usize) -> Result<Draft, String> {
    let meta = meta::of_object(&object);
    let text = match object.remove("text") {
        Some(Value::String(text)) => text,
        Some(_) => return Err("`text` must be a string.".to_owned()),
        None if object.contains_key("html") => {
            return Err("This article has `html` but no `text`; give its text.".to_owned());
        }
        None => return Err("This article has no `text`.".to_owned()),
    };
    Ok(Draft {
        meta,
        text,
        extraction: "json",
        file_line: line,
        sha256: decode::sha256(bytes),
        ..Draft::default()
    })
}

/// What is wrong with the JSON, without the position, which stands in front of the message.
pub fn broken(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.rsplit_once(" at line ").map_or(text.as_str(), |(what, _)| what);
    format!("This is not JSON: {what}.")
}
