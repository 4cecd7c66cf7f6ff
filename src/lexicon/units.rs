//! Units of measure: their names, symbols and exact factors.

use super::entries;
use super::nouns::singular_or_same;
use crate::model::Decimal;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A unit of measure.
#[derive(Debug, Clone, Copy)]
pub struct Unit {
    /// Singular American name, the `unit` of a mention: `kilometer per hour`.
    pub name: &'static str,
    /// What it measures: `length`, `mass`, …; only units of one family convert.
    pub family: &'static str,
    /// How many of the family's base unit it is.
    factor: Decimal,
}

/// `value` in `from`, told in `to`; `None` if the units are unknown, of two families, or the number gets too large.
/// Exact up to 28 digits, the Celsius and Fahrenheit scales included.
pub fn convert(value: Decimal, from: &str, to: &str) -> Option<Decimal> {
    let (a, b) = (unit(from)?, unit(to)?);
    if a.family != b.family {
        return None;
    }
    if a.name == b.name {
        return Some(value);
    }
    if a.family == "temperature" {
        return from_celsius(to_celsius(value, a.name)?, b.name);
    }
    value.checked_mul(a.factor)?.checked_div(b.factor)
}

/// The family of the unit called `name`.
pub fn family(name: &str) -> Option<&'static str> {
    unit(name).map(|u| u.family)
}

/// The unit with exactly this name.
pub fn unit(name: &str) -> Option<&'static Unit> {
    TABLE.by_name.get(name).map(|&i| &TABLE.units[i])
}

/// The name of every unit.
#[cfg(test)]
pub fn names() -> impl Iterator<Item = &'static str> {
    TABLE.units.iter().map(|u| u.name)
}

/// Names that begin with `first` (lower case): the words after it, longest first, and the unit.
pub fn names_from(first: &str) -> impl Iterator<Item = (&'static [String], &'static Unit)> {
    TABLE.phrases.get(first).into_iter().flatten().map(|(rest, i)| (rest.as_slice(), &TABLE.units[*i]))
}

/// The symbol (case matters) that `text` begins with such that `fits` accepts its length; the longest.
pub fn symbol(text: &str, fits: impl Fn(usize) -> bool) -> Option<(usize, &'static Unit)> {
    let first = text.chars().next()?;
    let candidates = TABLE.symbols.get(&first)?;
    candidates
        .iter()
        .find(|(s, _)| text.starts_with(s) && fits(s.len()))
        .map(|&(s, i)| (s.len(), &TABLE.units[i]))
}

struct Table {
    units: Vec<Unit>,
    by_name: FxHashMap<&'static str, usize>,
    phrases: FxHashMap<String, Vec<(Vec<String>, usize)>>,
    symbols: FxHashMap<char, Vec<(&'static str, usize)>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        units: Vec::new(),
        by_name: FxHashMap::default(),
        phrases: FxHashMap::default(),
        symbols: FxHashMap::default(),
    };
    for line in entries(include_str!("units.txt")) {
        table.add(line);
    }
    for list in table.phrases.values_mut() {
        list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }
    for list in table.symbols.values_mut() {
        list.sort_by_key(|(s, _)| std::cmp::Reverse(s.len()));
    }
    table
});

impl Table {
    /// Adds one line of the data file.
    fn add(&mut self, line: &'static str) {
        let columns: Vec<&'static str> = line.split('|').map(str::trim).collect();
        let [name, family, factor, symbols, names] = columns.as_slice() else { return };
        let Ok(factor) = factor.parse::<Decimal>() else { return };
        let index = self.units.len();
        self.units.push(Unit { name, family, factor });
        self.by_name.insert(name, index);
        for symbol in symbols.split(',').map(str::trim).filter(|s| !s.is_empty()) {
            if let Some(first) = symbol.chars().next() {
                self.symbols.entry(first).or_default().push((symbol, index));
            }
        }
        for name in std::iter::once(*name).chain(names.split(',').map(str::trim)).filter(|n| !n.is_empty()) {
            self.add_name(&name.to_lowercase(), index);
        }
    }

    /// Adds a name with its plural and its British spellings.
    fn add_name(&mut self, name: &str, index: usize) {
        let words: Vec<&str> = name.split([' ', '-']).filter(|w| !w.is_empty()).collect();
        // `mile per hour` and `degree celsius` take the plural on their first word, `square mile` on its last.
        let head = if words.len() > 1 && (words[1] == "per" || words[0] == "degree" || words[1] == "of") {
            0
        } else {
            words.len() - 1
        };
        for spelling in spellings(words[head]) {
            let mut all: Vec<String> = words.iter().map(|w| (*w).to_owned()).collect();
            all[head] = spelling;
            let first = all.remove(0);
            self.phrases.entry(first).or_default().push((all, index));
        }
    }
}

/// A word in the singular and plural, American and British.
fn spellings(word: &str) -> Vec<String> {
    let mut out = vec![word.to_owned()];
    if word.ends_with("meter") || word.ends_with("liter") {
        out.push(format!("{}re", &word[..word.len() - 2]));
    }
    // Only full names take -s here; plural symbols stand in the table.
    if word.len() > 2 && singular_or_same(word) == word && word != "hertz" {
        for i in 0..out.len() {
            let ending =
                if ["s", "x", "z", "ch", "sh"].iter().any(|end| out[i].ends_with(end)) { "es" } else { "s" };
            out.push(format!("{}{ending}", out[i]));
        }
    }
    out
}

fn to_celsius(value: Decimal, unit: &str) -> Option<Decimal> {
    match unit {
        "degree Celsius" => Some(value),
        "kelvin" => value.checked_sub(ZERO_CELSIUS),
        _ => {
            value.checked_sub(Decimal::from(32))?.checked_mul(Decimal::from(5))?.checked_div(Decimal::from(9))
        }
    }
}

fn from_celsius(value: Decimal, unit: &str) -> Option<Decimal> {
    match unit {
        "degree Celsius" => Some(value),
        "kelvin" => value.checked_add(ZERO_CELSIUS),
        _ => {
            value.checked_mul(Decimal::from(9))?.checked_div(Decimal::from(5))?.checked_add(Decimal::from(32))
        }
    }
}

/// 273.15: zero degrees Celsius in kelvin.
const ZERO_CELSIUS: Decimal = Decimal::from_parts(27315, 0, 0, false, 2);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        assert_eq!(TABLE.units.len(), entries(include_str!("units.txt")).count());
    }

    #[test]
    fn conversions_are_exact() {
        for (value, from, to, want) in [
            ("1", "mile", "meter", "1609.344"),
            ("6", "foot", "inch", "72"),
            ("1", "acre", "square foot", "43560"),
            ("100", "degree Celsius", "degree Fahrenheit", "212"),
            ("-40", "degree Fahrenheit", "degree Celsius", "-40"),
            ("0", "kelvin", "degree Celsius", "-273.15"),
            ("36", "kilometer per hour", "meter per second", "10"),
            ("1", "kilowatt hour", "joule", "3600000"),
        ] {
            let got = convert(value.parse().expect(value), from, to).expect(from);
            let want: Decimal = want.parse().expect(want);
            assert_eq!(got.round_dp(18).normalize(), want, "{value} {from} in {to}");
        }
    }

    #[test]
    fn units_of_two_families_do_not_convert() {
        assert_eq!(convert(Decimal::ONE, "mile", "kilogram"), None);
        assert_eq!(convert(Decimal::ONE, "mile", "smoot"), None);
    }

    proptest::proptest! {
        /// There and back gives the number again.
        #[test]
        fn conversions_round_trip(n in -1_000_000_i64..1_000_000, a in 0_usize..200, b in 0_usize..200) {
            let (a, b) = (&TABLE.units[a % TABLE.units.len()], &TABLE.units[b % TABLE.units.len()]);
            let value = Decimal::new(n, 2);
            if let Some(there) = convert(value, a.name, b.name) {
                // Below 10^-9 the 28 digits of a decimal no longer hold the number.
                if there.abs() > Decimal::new(1, 9) {
                    let back = convert(there, b.name, a.name).expect("the same pair");
                    let off = (back - value).abs();
                    assert!(off <= value.abs() * Decimal::new(1, 6), "{value} {} {}", a.name, b.name);
                }
            }
        }
    }
}
