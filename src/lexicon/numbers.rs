//! Number words and the letters that multiply a number.

use super::entries;
use super::word_map::WordMap;
use crate::model::Decimal;
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
    /// `twice`, `threefold`: a factor.
    Times,
}

/// Class and value of the number word `word` (lower case).
pub fn number_word(word: &str) -> Option<(NumberClass, u64)> {
    // Longer than every entry, or with no letter that starts one: most words of a text leave here.
    if word.len() > 12 || word.len() < 3 {
        return None;
    }
    WORDS.get(word).copied()
}

/// `seven`, `forty`, `twelve`: the number below a hundred that one word states.
pub fn cardinal(word: &str) -> Option<u32> {
    match number_word(word)? {
        (NumberClass::Unit | NumberClass::Teen | NumberClass::Ten, n) => u32::try_from(n).ok(),
        _ => None,
    }
}

/// `third`, `twelfth`, `thirtieth`: the ordinal below a hundred that one word states.
pub fn ordinal(word: &str) -> Option<u32> {
    match number_word(word)? {
        // Halves and quarters are parts only, and so is every plural.
        (NumberClass::Part, _) if matches!(word, "half" | "quarter") || word.ends_with('s') => None,
        (NumberClass::Part | NumberClass::Order, n) if n < 100 && !word.ends_with('s') => {
            u32::try_from(n).ok()
        }
        _ => None,
    }
}

/// `hundred`, `million`, `dozen`: what a word multiplies the number before it by.
pub fn scale(word: &str) -> Option<u64> {
    match number_word(word)? {
        (NumberClass::Hundred | NumberClass::Scale | NumberClass::Dozen, n) => Some(n),
        _ => None,
    }
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

static WORDS: LazyLock<WordMap<&'static str, (NumberClass, u64)>> = LazyLock::new(|| {
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
        "times" => NumberClass::Times,
        _ => return None,
    })
}

static LETTERS: LazyLock<WordMap<&'static str, (u32, LetterPlace)>> = LazyLock::new(|| {
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
    fn words_by_what_they_are() {
        for (word, is_cardinal, is_ordinal, multiplies, why) in [
            ("seven", Some(7), None, None, "a number"),
            ("forty", Some(40), None, None, "a ten takes a unit behind it"),
            ("third", None, Some(3), None, "in the singular an order too"),
            ("thirds", None, None, None, "in the plural a part only"),
            ("half", None, None, None, "never an order"),
            ("quarter", None, None, None, "never an order"),
            ("second", None, Some(2), None, "never a part"),
            ("hundredth", None, None, None, "beyond days and centuries"),
            ("hundred", None, None, Some(100), "multiplies"),
            ("dozen", None, None, Some(12), "multiplies"),
            ("dozens", None, None, None, "says no number"),
        ] {
            assert_eq!(cardinal(word), is_cardinal, "{word}: {why}");
            assert_eq!(ordinal(word), is_ordinal, "{word}: {why}");
            assert_eq!(scale(word), multiplies, "{word}: {why}");
        }
    }

    #[test]
    fn every_line_of_the_tables_is_read() {
        assert_eq!(WORDS.keys().count(), entries(include_str!("number-words.txt")).count());
        assert_eq!(LETTERS.keys().count(), entries(include_str!("number-letters.txt")).count());
        assert!(WORDS.keys().all(|w| (3..=12).contains(&w.len())), "number_word() filters by length");
    }
}
