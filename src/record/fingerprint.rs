//! The stable id of a finding: the same finding has the same id tomorrow, in another folder, among other articles' findings.
//!
//! FNV-1a 64 because it is fixed for ever; the standard library's hasher promises no such thing.

/// The fingerprint of a finding of `rule` on `question` with these values, each with the id of its source. Offsets and
/// paths are left out on purpose: a paragraph more does not make it another finding, another value does.
pub fn fingerprint(rule: &str, question: &str, mut values: Vec<(&str, String)>) -> u64 {
    values.sort_unstable();
    values.dedup();
    let mut hash = Fnv::default();
    hash.field(rule);
    hash.field(question);
    for (source, value) in &values {
        hash.field(source);
        hash.field(value);
    }
    hash.0
}

/// Sixteen hexadecimal digits.
pub fn hex(fingerprint: u64) -> String {
    format!("{fingerprint:016x}")
}

/// FNV-1a with 64 bits (offset basis and prime of the authors' specification).
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }

    /// A text and a byte that no UTF-8 text holds, so that neighbours cannot run together.
    fn field(&mut self, text: &str) {
        text.bytes().for_each(|b| self.byte(b));
        self.byte(0xFF);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        let of = |text: &str| {
            let mut hash = Fnv::default();
            text.bytes().for_each(|b| hash.byte(b));
            hash.0
        };
        assert_eq!(of(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(of("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(of("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn order_does_not_matter_and_values_do() {
        let of = |values: &[(&'static str, &str)]| {
            fingerprint(
                "count-differs",
                "deaths",
                values.iter().map(|(s, v)| (*s, (*v).to_owned())).collect(),
            )
        };
        assert_eq!(of(&[("a", "12"), ("b", "14")]), of(&[("b", "14"), ("a", "12")]));
        assert_ne!(of(&[("a", "12"), ("b", "14")]), of(&[("a", "12"), ("b", "15")]));
        assert_ne!(of(&[("a", "12")]), of(&[("a1", "2")]));
    }
}
