//! JSON Lines: one article a line. A broken line is named and the others are read.

use super::{Input, Sink, decode, json, start};
use serde_json::Value;

/// Whether it begins with an object.
pub fn begins(bytes: &[u8]) -> bool {
    start(bytes).first() == Some(&b'{')
}

/// Reads one article a line; blank lines are nothing.
pub fn read(_: &Input, bytes: &[u8], sink: &mut Sink) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    for (i, line) in bytes.split(|&b| b == b'\n').enumerate() {
        let line = line.trim_ascii();
        if line.is_empty() {
            continue;
        }
        if sink.drafts.len() == sink.limits.articles {
            let limit = sink.limits.articles;
            let message = format!(
                "The file has more than {limit} articles; the rest is left out. Raise it with --max-articles."
            );
            return sink.fail_at(i + 1, 1, message);
        }
        if let Err((column, message)) = article(line, i + 1, sink) {
            sink.fail_at(i + 1, column, message);
        }
    }
}

fn article(line: &[u8], number: usize, sink: &mut Sink) -> Result<(), (usize, String)> {
    let text = decode::utf8(line).map_err(|message| (1, message))?;
    match serde_json::from_str::<Value>(text) {
        Ok(Value::Object(object)) => {
            let draft = json::draft(object, line, number, sink).map_err(|message| (1, message))?;
            sink.push(draft);
            Ok(())
        }
        Ok(_) => Err((1, "This line is JSON, but not an object with the `text` of an article.".to_owned())),
        Err(e) => Err((e.column().max(1), json::broken(&e))),
    }
}
