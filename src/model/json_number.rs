//! Numbers of the machine-readable reports: exact, and written as a person would write them.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// A number or a stated range.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum NumberOrRange {
    /// One number.
    Number(
        #[serde(serialize_with = "number")]
        #[schemars(with = "f64")]
        f64,
    ),
    /// Low and high; null for an open end.
    Range(
        #[serde(serialize_with = "ends")]
        #[schemars(with = "[Option<f64>; 2]")]
        [Option<f64>; 2],
    ),
}

/// A number as a person would write it in JSON: `1000000000`, not `1000000000.0`.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
fn number<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    whole(*value).serialize(serializer)
}

/// One end of an interval, absent or a number.
#[expect(clippy::ref_option, reason = "serde hands out references")]
pub(super) fn end<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    value.map(whole).serialize(serializer)
}

/// Both ends of an interval.
pub(super) fn ends<S: Serializer>(value: &[Option<f64>; 2], serializer: S) -> Result<S::Ok, S::Error> {
    value.map(|v| v.map(whole)).serialize(serializer)
}

/// The JSON number for `value`, without a fraction where it has none (up to 2^53, where floats stop being exact).
fn whole(value: f64) -> serde_json::Number {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() <= EXACT {
        serde_json::Number::from(value as i64)
    } else {
        serde_json::Number::from_f64(value).unwrap_or_else(|| serde_json::Number::from(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_write_them() {
        for (value, json) in [
            (NumberOrRange::Number(1_000_000_000.0), "1000000000"),
            (NumberOrRange::Number(2.5), "2.5"),
            (NumberOrRange::Range([Some(18.0), None]), "[18,null]"),
        ] {
            assert_eq!(serde_json::to_string(&value).unwrap(), json);
        }
    }
}
