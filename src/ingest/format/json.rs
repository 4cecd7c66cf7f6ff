//! JSON: one article, an object with `text` or `html` and metadata, or one of IPTC's ninjs.

use super::{Input, Sink, decode, decoded, start};
use crate::ingest::draft::Draft;
use crate::ingest::{html, meta};
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
        Err(e) => return sink.fail_at(e.line(), e.column(), broken(&e)),
    };
    match draft(object, bytes, 1) {
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
pub fn draft(mut object: Map<String, Value>, bytes: &[u8], line: usize) -> Result<Draft, String> {
    let own = meta::of_object(&object);
    let mut take = |keys: &[&'static str]| {
        keys.iter().find_map(|key| Some((*key, object.remove(*key).filter(|v| !v.is_null())?)))
    };
    let (meta, text, extraction) = match (take(&TEXTS), take(&PAGES)) {
        (Some((_, Value::String(text))), _) => (own, text, "json"),
        (None, Some((_, Value::String(page)))) => {
            let page = html::page(&page)?;
            (own.or(page.meta), page.text, "html")
        }
        (Some((key, _)), _) | (None, Some((key, _))) => return Err(format!("`{key}` must be a string.")),
        (None, None) => return Err("This article has no `text`.".to_owned()),
    };
    Ok(Draft { meta, text, extraction, file_line: line, sha256: decode::sha256(bytes), ..Draft::default() })
}

/// What is wrong with the JSON, without the position, which stands in front of the message.
pub fn broken(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.rsplit_once(" at line ").map_or(text.as_str(), |(what, _)| what);
    format!("This is not JSON: {what}.")
}
