//! The article among the linked data of a page: `NewsArticle` and its kin, alone, in a list or in a `@graph`.

use crate::ingest::draft::Metadata;
use serde_json::{Map, Value};

/// Objects deeper than this in the data are not looked at.
const MAX_DEPTH: usize = 6;

/// What the linked data say.
#[derive(Debug, Default)]
pub struct Linked {
    /// Metadata of the article.
    pub meta: Metadata,
    /// Its whole text, where given.
    pub article_body: Option<String>,
}

/// The article in the texts of a page's `application/ld+json` scripts, if there is one.
pub fn article(scripts: &[String]) -> Option<Linked> {
    let values: Vec<Value> = scripts.iter().filter_map(|s| serde_json::from_str(&cleaned(s)).ok()).collect();
    let mut objects = Vec::new();
    for value in &values {
        collect(value, 0, &mut objects);
    }
    let article = objects.iter().find(|o| is_a(o, &is_article))?;
    let by_id = |id: &str| {
        objects
            .iter()
            .find(|o| o.get("@id").and_then(Value::as_str) == Some(id) && o.contains_key("name"))
            .copied()
    };
    let text = |key: &str| article.get(key).and_then(Value::as_str).map(plain).filter(|t| !t.is_empty());
    let name = |key: &str| {
        article.get(key).map(|v| names(v, &by_id)).filter(|n| !n.is_empty()).map(|n| n.join(", "))
    };
    Some(Linked {
        meta: Metadata {
            title: text("headline").or_else(|| text("name")),
            publisher: name("publisher"),
            author: name("author"),
            url: text("url").or_else(|| address(article.get("mainEntityOfPage"))),
            published: text("datePublished").or_else(|| text("dateCreated")),
            modified: text("dateModified"),
            language: text("inLanguage"),
            ..Metadata::default()
        },
        article_body: article
            .get("articleBody")
            .and_then(Value::as_str)
            .map(str::trim)
            .map(str::to_owned)
            .filter(|t| !t.is_empty()),
    })
}

/// Scripts as they are found: wrapped in CDATA or comments, with raw newlines inside strings.
fn cleaned(script: &str) -> String {
    let mut script = script.trim();
    for (open, close) in [("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>")] {
        script = script.strip_prefix(open).unwrap_or(script).trim();
        script = script.strip_suffix(close).unwrap_or(script).trim();
    }
    script.replace(['\n', '\r', '\t'], " ")
}

fn collect<'a>(value: &'a Value, depth: usize, objects: &mut Vec<&'a Map<String, Value>>) {
    match value {
        _ if depth > MAX_DEPTH => {}
        Value::Array(items) => items.iter().for_each(|item| collect(item, depth + 1, objects)),
        Value::Object(object) => {
            objects.push(object);
            for (_, value) in object.iter().filter(|(_, v)| v.is_object() || v.is_array()) {
                collect(value, depth + 1, objects);
            }
        }
        _ => {}
    }
}

fn is_a(object: &Map<String, Value>, test: &dyn Fn(&str) -> bool) -> bool {
    match object.get("@type") {
        Some(Value::String(kind)) => test(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(test),
        _ => false,
    }
}

fn is_article(kind: &str) -> bool {
    kind.ends_with("Article") || matches!(kind, "BlogPosting" | "LiveBlogPosting" | "Report")
}

/// The names of people or organisations: text, objects with a `name`, references to such, or a list of these.
fn names<'a>(value: &Value, by_id: &dyn Fn(&str) -> Option<&'a Map<String, Value>>) -> Vec<String> {
    match value {
        // Some pages give an address here, which is no name.
        Value::String(text) if !text.starts_with("http") => vec![plain(text)],
        Value::Array(items) => items.iter().flat_map(|item| names(item, by_id)).collect(),
        Value::Object(object) => {
            let referred = || by_id(object.get("@id")?.as_str()?)?.get("name");
            object.get("name").or_else(referred).and_then(Value::as_str).map(plain).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn address(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(url) => Some(url.clone()),
        Value::Object(object) => object.get("@id").and_then(Value::as_str).map(str::to_owned),
        _ => None,
    }
}

/// Text on one line; entities that were escaped twice are resolved for the common ones.
fn plain(text: &str) -> String {
    let text =
        text.replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'").replace("&#039;", "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_found_in_a_graph_with_its_publisher_by_reference() {
        let script = r##"{"@context":"https://schema.org","@graph":[
            {"@type":"WebSite","name":"Site"},
            {"@type":"Organization","@id":"#org","name":"The Daily Post"},
            {"@type":["NewsArticle"],"headline":"Bridge &amp; tunnel closed","datePublished":"2024-03-05T10:20:00+01:00",
             "dateModified":"2024-03-06","publisher":{"@id":"#org"},"author":[{"name":"A. One"},{"name":"B. Two"}],
             "mainEntityOfPage":{"@id":"https://example.org/a"},"inLanguage":"en"}]}"##;
        let found = article(&["not json".to_owned(), script.to_owned()]).unwrap().meta;
        assert_eq!(found.title.as_deref(), Some("Bridge & tunnel closed"));
        assert_eq!(found.publisher.as_deref(), Some("The Daily Post"));
        assert_eq!(found.author.as_deref(), Some("A. One, B. Two"));
        assert_eq!(found.published.as_deref(), Some("2024-03-05T10:20:00+01:00"));
        assert_eq!(found.modified.as_deref(), Some("2024-03-06"));
        assert_eq!(found.url.as_deref(), Some("https://example.org/a"));
    }

    #[test]
    fn a_page_without_an_article_has_none() {
        assert!(article(&[r#"{"@type":"BreadcrumbList"}"#.to_owned(), "[[[".to_owned()]).is_none());
    }
}
