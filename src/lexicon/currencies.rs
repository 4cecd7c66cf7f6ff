//! Currencies: ISO 4217 codes, signs, and the names news give them.
//!
//! The codes in force are those of `iso_currency`; the table here has the signs and names, and codes of currencies that are
//! no longer in use or were never listed.

use super::{WordList, entries};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a sign or name tells about the currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Currency {
    /// ISO 4217 code.
    pub code: &'static str,
    /// Whether other currencies go by the same sign or name (`$`, `dollar`, `peso`).
    pub assumed: bool,
    /// Whether it is a hundredth (`cent`, `pence`).
    pub hundredth: bool,
}

/// The currency with this ISO code, in upper case.
pub fn code(word: &str) -> Option<Currency> {
    if word.len() != 3 {
        return None;
    }
    TABLE.codes.get(word).copied().or_else(|| listed(word))
}

/// The currency that ISO 4217 lists under this code. Those that begin with X are metals and units of account.
fn listed(word: &str) -> Option<Currency> {
    let national = word.bytes().all(|b| b.is_ascii_uppercase()) && !word.starts_with('X');
    let known = national.then(|| iso_currency::Currency::from_code(word)).flatten()?;
    Some(Currency { code: known.code(), assumed: false, hundredth: false })
}

/// The same, where the word stands before a number: codes that are words of headlines do not count.
pub fn code_before(word: &str) -> Option<Currency> {
    code(word).filter(|_| !CODE_WORDS.has(word))
}

/// The sign (case matters) that `text` ends with; the longest.
pub fn sign_before(text: &str) -> Option<(usize, Currency)> {
    let stands_alone = |sign: &str| {
        let letters = sign.starts_with(char::is_alphabetic);
        !letters || !text[..text.len() - sign.len()].ends_with(|c: char| c.is_alphanumeric() || c == '.')
    };
    let last = text.as_bytes().last()?;
    // One byte tells of most signs that they do not stand there.
    let ends = |sign: &str| sign.as_bytes().last() == Some(last) && text.ends_with(sign);
    let found = TABLE.signs.iter().find(|(sign, _)| ends(sign) && stands_alone(sign));
    found.map(|&(sign, c)| (sign.len(), c))
}

/// The sign (case matters) that `text` begins with such that `fits` accepts its length; the longest.
pub fn sign_after(text: &str, fits: impl Fn(usize) -> bool) -> Option<(usize, Currency)> {
    let first = text.as_bytes().first()?;
    let begins = |sign: &str| sign.as_bytes().first() == Some(first) && text.starts_with(sign);
    let found = TABLE.signs.iter().find(|(sign, _)| begins(sign) && fits(sign.len()));
    found.map(|&(sign, c)| (sign.len(), c))
}

/// Names that begin with `first` (lower case): the words after it, longest first, and the currency.
pub fn names_from(first: &str) -> impl Iterator<Item = (&'static [String], Currency)> {
    TABLE.names.get(first).into_iter().flatten().map(|(rest, c)| (rest.as_slice(), *c))
}

struct Table {
    codes: FxHashMap<&'static str, Currency>,
    signs: Vec<(&'static str, Currency)>,
    names: FxHashMap<String, Vec<(Vec<String>, Currency)>>,
}

static CODE_WORDS: LazyLock<WordList> =
    LazyLock::new(|| WordList::parse(include_str!("currency-code-words.txt")));

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { codes: FxHashMap::default(), signs: Vec::new(), names: FxHashMap::default() };
    for line in entries(include_str!("currencies.txt")) {
        table.add(line);
    }
    let usd = Currency { code: "USD", assumed: true, hundredth: false };
    table.signs.extend([("$", usd), ("＄", usd), ("¢", Currency { hundredth: true, ..usd })]);
    table.signs.sort_by_key(|(sign, _)| std::cmp::Reverse(sign.len()));
    for list in table.names.values_mut() {
        list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }
    table
});

impl Table {
    /// Adds one line of the data file.
    fn add(&mut self, line: &'static str) {
        let mut columns = line.split('|').map(str::trim);
        let (Some(code), Some(signs)) = (columns.next(), columns.next()) else { return };
        let whole = Currency { code, assumed: false, hundredth: false };
        self.codes.insert(code, whole);
        self.signs.extend(list(signs).map(|sign| match sign.strip_prefix('*') {
            Some(shared) => (shared, Currency { assumed: true, ..whole }),
            None => (sign, whole),
        }));
        for (names, hundredth) in [(columns.next(), false), (columns.next(), true)] {
            for name in list(names.unwrap_or_default()) {
                self.add_name(name, Currency { hundredth, ..whole });
            }
        }
    }

    /// Adds a name and its plural in -s; `*` marks that it tells only with a country beside it.
    fn add_name(&mut self, name: &str, currency: Currency) {
        let bare = name.trim_start_matches('*');
        let currency = Currency { assumed: bare != name, ..currency };
        let plural = match bare.strip_suffix('y') {
            Some(stem) if bare.len() > 3 => format!("{stem}ies"),
            _ => format!("{bare}s"),
        };
        for form in [bare.to_owned(), plural] {
            let mut words: Vec<String> = form.split([' ', '-']).map(str::to_owned).collect();
            let first = words.remove(0);
            self.names.entry(first).or_default().push((words, currency));
        }
    }
}

/// The entries of a column.
fn list(column: &'static str) -> impl Iterator<Item = &'static str> {
    column.split(',').map(str::trim).filter(|s| !s.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        assert_eq!(TABLE.codes.len(), entries(include_str!("currencies.txt")).count());
    }

    #[test]
    fn every_code_of_the_standard_is_known() {
        for (word, known, why) in [
            ("MZN", true, "listed by the standard"),
            ("DEM", true, "no longer in use, still in old news"),
            ("XAU", false, "gold"),
            ("usd", false, "in capitals only"),
            ("WAR", false, "a word"),
        ] {
            assert_eq!(code(word).is_some(), known, "{word}: {why}");
        }
    }

    #[test]
    fn the_longest_sign_tells() {
        for (text, want) in [("A$", "AUD"), ("US$", "USD"), ("the HK$", "HKD"), ("€", "EUR"), ("Rs.", "INR")]
        {
            assert_eq!(sign_before(text).map(|(_, c)| c.code), Some(want), "{text}");
        }
        assert!(sign_before("only $").is_some_and(|(_, c)| c.assumed), "which dollar is not said");
    }
}
