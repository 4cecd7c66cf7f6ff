//! JSON Schemas of what the program writes, made from the structs that are written.

use super::csv;
use crate::model::report::{ExtractRecord, Report};
use serde_json::Value;

/// The schema of `check --format json`.
pub fn report() -> Value {
    schemars::schema_for!(Report).to_value()
}

/// The schema of a line of `extract --format jsonl`.
pub fn extract() -> Value {
    schemars::schema_for!(ExtractRecord).to_value()
}

/// The Table Schema of `check --format csv`.
pub fn csv() -> Value {
    csv::findings_schema()
}

/// The Table Schema of `check --format csv-claims`.
pub fn csv_claims() -> Value {
    csv::claims_schema()
}

#[cfg(test)]
mod tests {
    use super::super::sample::sample_report;
    use super::*;

    #[test]
    fn the_schema_knows_every_key_that_is_written() {
        let schema = report();
        let written = serde_json::to_value(sample_report()).unwrap();
        for key in written.as_object().unwrap().keys() {
            assert!(schema["properties"].get(key).is_some(), "{key}");
        }
        for (name, list) in
            [("ClaimRecord", "claims"), ("FindingRecord", "findings"), ("SourceRecord", "sources")]
        {
            for key in written[list][0].as_object().unwrap().keys() {
                assert!(schema["$defs"][name]["properties"].get(key).is_some(), "{name}.{key}");
            }
        }
    }
}
