//! Numbers in digits: grouping, decimals, and what one token says exactly.

use crate::model::Decimal;

/// A number in digits: its value and how many decimals were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits {
    /// The value.
    pub value: Decimal,
    /// Number of digits after the point.
    pub decimals: u32,
    /// Whether it has separators or a point, so that it can be no year, code or telephone number.
    pub marked: bool,
}

/// Reads digits with inner separators, as the segmenter cuts them. `1,234.5` and `12,34,567` are grouped, `1.5` has a
/// decimal; `1.111,11` can only be continental. What could be either (`1,3`) or neither (`3.11.2`) is not read.
pub fn parse(text: &str) -> Option<Digits> {
    if text.len() > 34 || !text.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let commas = text.bytes().filter(|b| *b == b',').count();
    let points = text.bytes().filter(|b| *b == b'.').count();
    let (whole, fraction) = match (commas, points) {
        (0, 0) => (text, ""),
        (_, 0) => (text, ""),
        (_, 1) if text.find('.') > text.rfind(',') => text.split_once('.')?,
        (1, _) if text.find(',') > text.rfind('.') && points > 0 => {
            let (whole, fraction) = text.split_once(',')?;
            return grouped(whole, '.').then(|| build(whole, fraction)).flatten();
        }
        _ => return None,
    };
    (commas == 0 || grouped(whole, ',') || indian(whole)).then(|| build(whole, fraction)).flatten()
}

/// A vulgar fraction of one sign (`½`).
pub fn vulgar(text: &str) -> Option<Decimal> {
    let mut chars = text.chars();
    let (n, d) = match chars.next()? {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅐' => (1, 7),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅑' => (1, 9),
        '⅒' => (1, 10),
        _ => return None,
    };
    chars.next().is_none().then(|| Decimal::from(n) / Decimal::from(d))
}

/// Groups of three after a first group of one to three digits.
fn grouped(whole: &str, separator: char) -> bool {
    let mut groups = whole.split(separator);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && groups.all(|g| g.len() == 3)
}

/// `12,34,567`: groups of two before the last of three.
fn indian(whole: &str) -> bool {
    let groups: Vec<&str> = whole.split(',').collect();
    let [first, middle @ .., last] = groups.as_slice() else { return false };
    (1..=2).contains(&first.len())
        && !middle.is_empty()
        && middle.iter().all(|g| g.len() == 2)
        && last.len() == 3
}

fn build(whole: &str, fraction: &str) -> Option<Digits> {
    let mut plain: String = whole.chars().filter(char::is_ascii_digit).collect();
    let marked = plain.len() != whole.len() || !fraction.is_empty();
    if !fraction.is_empty() {
        plain.push('.');
        plain.push_str(fraction);
    }
    Some(Digits { value: Decimal::from_str_exact(&plain).ok()?, decimals: fraction.len() as u32, marked })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators() {
        for (text, want, why) in [
            ("28", Some("28"), "plain"),
            ("1,234,567", Some("1234567"), "groups of three"),
            ("1,234.50", Some("1234.50"), "groups and a point"),
            ("4.800", Some("4.800"), "a point is a decimal point"),
            ("12,34,567.89", Some("1234567.89"), "lakh and crore"),
            ("1.111,11", Some("1111.11"), "both signs in continental order: certain"),
            ("1,3", None, "a list, or a continental decimal: not certain"),
            ("3.11.2", None, "a version"),
            ("1,23,4", None, "no grouping of any kind"),
        ] {
            assert_eq!(parse(text).map(|d| d.value.to_string()), want.map(str::to_owned), "{text}: {why}");
        }
    }
}
