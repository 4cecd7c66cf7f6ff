//! The formats, one file each, and which of them an input is in: by its extension, else by how it begins.

mod epub;
mod feed;
mod html;
mod json;
mod jsonl;
mod mail;
mod markdown;
mod office;
mod pdf;
mod text;
mod warc;

use super::collect::Input;
use super::decode;
use super::draft::Sink;
use super::package;
use std::borrow::Cow;
use std::path::Path;

/// A format articles come in.
struct Format {
    /// Extensions, lower case; the first is the usual one.
    extensions: &'static [&'static str],
    /// Whether a file without a known extension begins like this format.
    begins: fn(&[u8]) -> bool,
    /// Reads the articles.
    read: fn(&Input, &[u8], &mut Sink),
}

/// All formats, in the order in which beginnings are tried; the last takes everything.
static FORMATS: &[Format] = &[
    Format { extensions: &["md", "markdown"], begins: markdown::begins, read: markdown::read },
    Format { extensions: &["html", "htm", "xhtml"], begins: html::begins, read: html::read },
    Format { extensions: &["json"], begins: json::begins, read: json::read },
    Format { extensions: &["jsonl", "ndjson"], begins: jsonl::begins, read: jsonl::read },
    Format { extensions: &["epub"], begins: epub::begins, read: epub::read },
    Format { extensions: &["docx", "odt"], begins: office::begins, read: office::read },
    Format { extensions: &["pdf"], begins: pdf::begins, read: pdf::read },
    Format { extensions: &["rss", "atom", "xml"], begins: feed::begins, read: feed::read },
    Format { extensions: &["eml", "mhtml", "mht"], begins: mail::begins, read: mail::read },
    Format { extensions: &["warc"], begins: warc::begins, read: warc::read },
    Format { extensions: &["txt", "text"], begins: |_| true, read: text::read },
];

/// Reads the articles of an input into `sink`.
pub fn read(input: &Input, bytes: &[u8], sink: &mut Sink) {
    if package::is_gzip(bytes) {
        return match package::gunzip(bytes, sink.limits) {
            Ok(unpacked) => read_unpacked(input, &unpacked, sink),
            Err(message) => sink.fail(message),
        };
    }
    read_unpacked(input, bytes, sink);
}

fn read_unpacked(input: &Input, bytes: &[u8], sink: &mut Sink) {
    if start(bytes).is_empty() {
        sink.fail("The file is empty; there is nothing to compare.");
        return;
    }
    let extension = input.path.as_deref().and_then(extension);
    let by_extension =
        FORMATS.iter().find(|f| extension.as_deref().is_some_and(|e| f.extensions.contains(&e)));
    let by_beginning = || FORMATS.iter().find(|f| (f.begins)(bytes));
    if let Some(format) = by_extension.or_else(by_beginning) {
        (format.read)(input, bytes, sink);
    }
    // Whatever a format takes for nothing at all is said.
    if sink.drafts.is_empty() && sink.problems.is_empty() {
        sink.fail("No article was found in this file.");
    }
}

/// Whether a file found in a folder looks like an article by its name.
pub fn is_article(path: &Path) -> bool {
    let stem = path.file_stem().map(|s| s.to_string_lossy().to_lowercase()).unwrap_or_default();
    let known = extension(path).is_some_and(|e| FORMATS.iter().any(|f| f.extensions.contains(&e.as_str())));
    known && !["readme", "license", "changelog"].contains(&stem.as_str())
}

/// The usual extensions, for messages: `.md, .json, .jsonl, .txt`.
pub fn extensions() -> String {
    FORMATS.iter().map(|f| format!(".{}", f.extensions[0])).collect::<Vec<_>>().join(", ")
}

/// The extension in lower case; of `a.jsonl.gz` it is `jsonl`.
fn extension(path: &Path) -> Option<String> {
    let last = |path: &Path| path.extension().map(|e| e.to_string_lossy().to_lowercase());
    match last(path).as_deref() {
        Some("gz") => path.file_stem().and_then(|stem| last(Path::new(stem))),
        other => other.map(str::to_owned),
    }
}

/// The text of the bytes; says in `sink` why there is none, or how it was read by guess.
fn decoded<'a>(bytes: &'a [u8], sink: &mut Sink) -> Option<Cow<'a, str>> {
    decoded_as(bytes, None, sink)
}

/// The same where the file itself declares its encoding.
fn decoded_as<'a>(bytes: &'a [u8], declared: Option<&str>, sink: &mut Sink) -> Option<Cow<'a, str>> {
    match decode::text(bytes, declared) {
        Ok(decoded) => {
            if let Some(note) = decoded.note {
                sink.note(1, note);
            }
            Some(decoded.text)
        }
        Err(message) => {
            sink.fail(message);
            None
        }
    }
}

/// The encoding that a page or XML declares near its top: `<meta charset="…">` or `encoding="…"` of an XML declaration.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let after = ["charset=", "encoding="].iter().find_map(|key| head.split_once(key))?.1;
    let label: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
        .collect();
    (!label.is_empty()).then_some(label)
}

/// The first bytes that are not white space or a byte order mark.
fn start(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start()
}
