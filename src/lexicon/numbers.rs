//! Number words and the letters that multiply a number.

use super::entries;
use crate::model::Decimal;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word contributes to a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberClass {
    /// 0 to 9.
    Unit,
    /// 10 to 19.
    Teen,
    /// 20, 30, … 90.
    Ten,
    /// 100.
    Hundred,
    /// 1,000 and up.
    Scale,
    /// A group of twelve.
    Dozen,
    /// A fraction with this denominator; in the singular also an ordinal.
    Part,
    /// An ordinal that is no fraction.
    Order,
    /// `dozens`, `hundreds`, `several`.
    Vague,
}

/// Class and value of the number word `word` (lower case).
pub fn number_word(word: &str) -> Option<(NumberClass, u64)> {
    // Longer than every entry, or with no letter that starts one: most words of a text leave here.
    if word.len() > 12 || word.len() < 3 {
        return None;
    }
    WORDS.get(word).copied()
}

/// Where a multiplying letter may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterPlace {
    /// Right after the digits.
    Glued,
    /// Only in a sum of money.
    Money,
    /// Anywhere.
    Any,
}

/// The power of ten that `letters` (as written) stand for, and where.
pub fn number_letters(letters: &str) -> Option<(u32, LetterPlace)> {
    if letters.len() > 3 {
        return None;
    }
    LETTERS.get(letters).copied()
}

/// Ten to the power of `exponent`; `None` beyond 28 digits.
pub fn power_of_ten(exponent: u32) -> Option<Decimal> {
    10_i128.checked_pow(exponent).and_then(|v| Decimal::try_from_i128_with_scale(v, 0).ok())
}

static WORDS: LazyLock<FxHashMap<&'static str, (NumberClass, u64)>> = LazyLock::new(|| {
    entries(include_str!("number-words.txt"))
        .filter_map(|line| {
            let mut columns = line.split_whitespace();
            let (word, class, value) = (columns.next()?, columns.next()?, columns.next()?);
            Some((word, (class_of(class)?, value.parse().ok()?)))
        })
        .collect()
});

fn class_of(name: &str) -> Option<NumberClass> {
    Some(match name {
        "unit" => NumberClass::Unit,
        "teen" => NumberClass::Teen,
        "ten" => NumberClass::Ten,
        "hundred" => NumberClass::Hundred,
        "scale" => NumberClass::Scale,
        "dozen" => NumberClass::Dozen,
        "part" => NumberClass::Part,
        "order" => NumberClass::Order,
        "vague" => NumberClass::Vague,
        _ => return None,
    })
}

static LETTERS: LazyLock<FxHashMap<&'static str, (u32, LetterPlace)>> = LazyLock::new(|| {
    entries(include_str!("number-letters.txt"))
        .filter_map(|line| {
            let mut columns = line.split_whitespace();
            let (letters, power, place) = (columns.next()?, columns.next()?, columns.next()?);
            let place = match place {
                "glued" => LetterPlace::Glued,
                "money" => LetterPlace::Money,
                _ => LetterPlace::Any,
            };
            Some((letters, (power.parse().ok()?, place)))
        })
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_tables_is_read() {
        assert_eq!(WORDS.len(), entries(include_str!("number-words.txt")).count());
        assert_eq!(LETTERS.len(), entries(include_str!("number-letters.txt")).count());
        assert!(WORDS.keys().all(|w| (3..=12).contains(&w.len())), "number_word() filters by length");
    }
}
