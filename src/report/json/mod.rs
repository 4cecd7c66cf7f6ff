//! The machine-readable report, exactly as the model lays it out: key order is that of the structs.

mod indented;

use indented::Indented;
use serde::{Serialize, Serializer};
use std::cell::RefCell;
use std::io::{self, BufWriter, Write};

/// One document, indented; an array where there are several stories or none.
pub fn write<T: Serialize>(reports: &[T], out: &mut dyn Write) -> io::Result<()> {
    match reports {
        [one] => indented(one, out),
        all => indented(all, out),
    }
}

/// Always an array, indented. Each record is asked for when the one before is written.
pub fn write_array<T: Serialize>(
    records: impl IntoIterator<Item = T>,
    out: &mut dyn Write,
) -> io::Result<()> {
    indented(&Each(RefCell::new(records.into_iter())), out)
}

/// Records that are an array; it can be written once.
struct Each<I>(RefCell<I>);

impl<I: Iterator<Item: Serialize>> Serialize for Each<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&mut *self.0.borrow_mut())
    }
}

fn indented<T: Serialize + ?Sized>(value: &T, out: &mut dyn Write) -> io::Result<()> {
    let mut out = buffered(out);
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut out, Indented::default()))?;
    out.write_all(b"\n")?;
    out.flush()
}

/// One document a line.
pub fn write_lines<T: Serialize>(
    records: impl IntoIterator<Item = T>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut out = buffered(out);
    for record in records {
        serde_json::to_writer(&mut out, &record)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// JSON is written in pieces of a few bytes: each of them through `dyn Write` would cost more than the JSON.
fn buffered(out: &mut dyn Write) -> BufWriter<&mut dyn Write> {
    BufWriter::with_capacity(1 << 14, out)
}

#[cfg(test)]
mod tests {
    use super::super::sample::sample_report;
    use super::*;
    use serde_json::Value;

    fn keys(value: &Value) -> Vec<&str> {
        value.as_object().unwrap().keys().map(String::as_str).collect()
    }

    #[test]
    fn the_document_has_the_keys_of_the_contract_in_its_order() {
        let mut out = Vec::new();
        write(&[sample_report()], &mut out).unwrap();
        let json: Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(
            keys(&json),
            [
                "schema_version",
                "tool",
                "story",
                "sources",
                "claims",
                "findings",
                "summary",
                "coverage",
                "problems"
            ]
        );
        let finding = [
            "id", "verdict", "rule", "severity", "question", "kind", "summary", "reasons", "claims", "values",
        ];
        assert_eq!(keys(&json["findings"][0])[..10], finding);
        assert_eq!(keys(&json["claims"][0])[..5], ["id", "source", "span", "quote", "sentence"]);
        assert_eq!(
            keys(&json["claims"][0]["value"]),
            ["low", "high", "unit", "bound", "possible", "display"]
        );
    }

    #[test]
    fn several_stories_are_an_array_or_a_line_each() {
        let reports = [sample_report(), sample_report()];
        let mut array = Vec::new();
        write(&reports, &mut array).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&array).unwrap().as_array().unwrap().len(), 2);
        let mut lines = Vec::new();
        write_lines(&reports, &mut lines).unwrap();
        let lines = String::from_utf8(lines).unwrap();
        assert_eq!(lines.lines().filter(|l| serde_json::from_str::<Value>(l).is_ok()).count(), 2);
    }

    #[test]
    fn lines_are_indented_as_usual() {
        let mut deep = serde_json::json!({ "empty": {}, "none": [], "some": [1, [], [2, { "a": null }]] });
        for _ in 0..40 {
            deep = serde_json::json!([deep]);
        }
        for value in [deep, serde_json::to_value(sample_report()).unwrap()] {
            let mut out = Vec::new();
            write(&[&value], &mut out).unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string_pretty(&value).unwrap() + "\n");
        }
    }

    #[test]
    fn the_article_texts_stay_out_of_the_document() {
        let report = sample_report();
        let json = serde_json::to_value(&report).unwrap();
        assert!(json["sources"][0].get("text").is_none());
    }
}
