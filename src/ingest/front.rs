//! Front matter: the metadata between `---` (YAML) or `+++` (TOML) at the very top of a Markdown file.
//!
//! The only user of `serde_saphyr`. A fence that is never closed is no front matter but part of the text.

use super::draft::Metadata;
use super::meta;
use crate::model::Span;
use crate::rules::{file, position};

/// What stands at the top of a file.
pub struct Front {
    /// Fences and all, up to the first byte after the closing fence's line.
    pub span: Span,
    /// What it says.
    pub meta: Metadata,
    /// What is wrong with it: line, column and a whole sentence.
    pub fault: Option<(usize, usize, String)>,
}

/// The front matter of `text`, if it has any.
pub fn split(text: &str) -> Option<Front> {
    let fence =
        ["---", "+++"].into_iter().find(|fence| text.lines().next().map(str::trim_end) == Some(fence))?;
    let inner_start = text.find('\n')? + 1;
    let (inner_end, end) = closing(text, inner_start, fence)?;
    let inner = &text[inner_start..inner_end];
    let parsed = if fence == "+++" { toml(inner) } else { yaml(inner) };
    let span = Span::new(0, end);
    Some(match parsed {
        Ok(serde_json::Value::Object(object)) => Front { span, meta: meta::of_object(&object), fault: None },
        Ok(serde_json::Value::Null) => Front { span, meta: Metadata::default(), fault: None },
        Ok(_) => faulty(span, 1, 1, "it holds no `key: value` pairs"),
        Err((line, column, message)) => faulty(span, line, column, &message),
    })
}

fn faulty(span: Span, line: usize, column: usize, message: &str) -> Front {
    let sentence = format!("The front matter cannot be read: {message}. The article is read without it.");
    // The fence is line 1.
    Front { span, meta: Metadata::default(), fault: Some((line + 1, column, sentence)) }
}

/// Where the inner part ends and where the line of the closing fence ends. YAML may also close with `...`.
fn closing(text: &str, from: usize, fence: &str) -> Option<(usize, usize)> {
    let mut at = from;
    for line in text[from..].split_inclusive('\n') {
        let bare = line.trim_end();
        if bare == fence || (fence == "---" && bare == "...") {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}

type Parsed = Result<serde_json::Value, (usize, usize, String)>;

fn toml(inner: &str) -> Parsed {
    file::metadata(inner).map_err(|(span, message)| {
        let (line, column) = position(inner, span.start);
        (line, column, message.trim_end_matches('.').to_owned())
    })
}

fn yaml(inner: &str) -> Parsed {
    if inner.trim().is_empty() {
        return Ok(serde_json::Value::Null);
    }
    serde_saphyr::from_str(inner).map_err(|error| {
        let at = error.location().map_or((1, 1), |l| (l.line() as usize, l.column() as usize));
        let message = error.without_snippet().to_string();
        let what = message.lines().next().unwrap_or_default();
        // The place stands in front of the message.
        let what = what.split_once(" at line ").map_or(what, |(what, _)| what);
        (at.0, at.1, what.trim_end_matches('.').to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_read_in_yaml_and_toml_with_either_newline() {
        let table = [
            "---\ntitle: A day\npublisher: Daily\ndate: 2015-07-23\n---\nText",
            "---\r\ntitle: \"A day\"\r\npublisher: Daily\r\ndate: '2015-07-23'\r\n...\r\nText",
            "+++\ntitle = \"A day\"\npublisher = \"Daily\"\ndate = 2015-07-23\n+++\nText",
        ];
        for text in table {
            let front = split(text).expect(text);
            assert_eq!(front.fault, None, "{text}");
            assert_eq!(&text[front.span.end..], "Text");
            assert_eq!(front.meta.title.as_deref(), Some("A day"));
            assert_eq!(front.meta.publisher.as_deref(), Some("Daily"));
            assert_eq!(front.meta.published.as_deref(), Some("2015-07-23"));
        }
    }

    #[test]
    fn a_rule_without_an_end_or_further_down_is_text() {
        for text in ["---\ntitle: A", "Text\n---\ntitle: A\n---\n", "----\nText\n----\n", "", "---"] {
            assert!(split(text).is_none(), "{text}");
        }
    }

    #[test]
    fn broken_front_matter_is_named_with_its_line_in_the_file() {
        let (line, _, message) = split("---\ntitle: A\nurl: [1\n---\nText").unwrap().fault.unwrap();
        assert!((3..=4).contains(&line), "{line} {message}");
        let (line, column, message) =
            split("+++\ntitle = \"A\"\nurl = = 1\n+++\nText").unwrap().fault.unwrap();
        assert_eq!((line, column), (3, 7), "{message}");
        assert!(split("---\njust words\n---\nText").unwrap().fault.is_some());
    }
}
