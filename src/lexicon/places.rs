//! Places: countries, their parts, regions and cities, with what lies in what (`places.toml`, and the larger cities in
//! `cities.txt`).
//!
//! Knows nothing of coordinates and of places with the same name: `Birmingham` is the larger one, `Georgia` the state.

use super::short::ShortMap;
use super::{beginning, entries, in_lower_case};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A place of the gazetteer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Canonical name.
    pub name: &'static str,
    /// Canonical names of what it directly lies in.
    pub within: Vec<&'static str>,
    /// Whether it is a sovereign country or territory (not a region, state or city).
    pub country: bool,
}

/// The place called `phrase` (`the U.S.`, `Hong Kong`, `Calif.`). Names longer than three letters may be in any case.
pub fn lookup(phrase: &str) -> Option<&'static Place> {
    let bare = phrase.strip_prefix("the ").or_else(|| phrase.strip_prefix("The ")).unwrap_or(phrase);
    GAZETTEER.find(phrase).or_else(|| if bare == phrase { None } else { GAZETTEER.find(bare) })
}

/// Whether a place, perhaps with `the`, may begin with the token `word` (lower case): most do not, and need no look at the
/// words behind them.
pub fn may_begin(word: &str) -> bool {
    word == "the" || GAZETTEER.beginnings.contains(beginning(word))
}

/// The place whose people, language or things are called `word` (`Chinese` is of China), in any case.
pub fn adjective(word: &str) -> Option<&'static Place> {
    in_lower_case(word, |lower| GAZETTEER.adjectives.get(lower).map(|&i| &GAZETTEER.places[i]))
}

/// Whether `inner` lies in `outer` or is the same; both may be any name of a place. Unknown places contain only themselves.
pub fn contains(outer: &str, inner: &str) -> bool {
    match (lookup(outer), lookup(inner)) {
        (Some(outer), Some(inner)) => within(outer.name, inner, 0),
        _ => outer == inner,
    }
}

/// The country that `phrase` is or lies in, where it lies in just one.
pub fn country(phrase: &str) -> Option<&'static Place> {
    let mut place = lookup(phrase)?;
    for _ in 0..DEPTH {
        if place.country {
            return Some(place);
        }
        place = GAZETTEER.find(place.within.first()?)?;
    }
    None
}

/// Whether `phrase` is no country or region and nothing listed lies in it: a town, or a place that nobody lists.
pub fn is_town(phrase: &str) -> bool {
    static OUTER: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
        let outer = GAZETTEER.places.iter().flat_map(|p| &p.within);
        outer.filter_map(|up| GAZETTEER.find(up)).map(|up| up.name).collect()
    });
    lookup(phrase).is_none_or(|place| !place.country && !OUTER.contains(place.name))
}

/// The most words a name of a place has.
pub fn longest() -> usize {
    GAZETTEER.longest
}

/// No chain of places is longer.
const DEPTH: usize = 12;

/// Whether `place` is or lies in the place named `outer`.
fn within(outer: &str, place: &Place, depth: usize) -> bool {
    place.name == outer
        || (depth < DEPTH
            && place
                .within
                .iter()
                .any(|up| GAZETTEER.find(up).is_some_and(|up| within(outer, up, depth + 1))))
}

/// All places, by name and by adjective.
struct Gazetteer {
    places: Vec<Place>,
    /// By name in lower case; the second part is the spelling, where only that one counts.
    names: ShortMap<(usize, Option<&'static str>)>,
    adjectives: ShortMap<usize>,
    /// See [`may_begin`].
    beginnings: ShortMap<()>,
    longest: usize,
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| Gazetteer::new(&TABLES));

/// Kept, since the gazetteer is made of its names.
static TABLES: LazyLock<Tables> = LazyLock::new(|| super::table(include_str!("places.toml")));

/// About as many places there are.
const ROOM: usize = 7_000;

/// The shape of `places.toml`.
type Tables = BTreeMap<String, toml::Table>;

impl Gazetteer {
    /// Reads the tables.
    fn new(tables: &'static Tables) -> Self {
        let mut out = Self {
            places: Vec::with_capacity(ROOM),
            names: ShortMap::with_room(ROOM),
            adjectives: ShortMap::default(),
            beginnings: ShortMap::with_room(ROOM),
            longest: 1,
        };
        for (name, within) in strings(tables, "regions") {
            out.add(name, within, false);
        }
        for (name, fields) in strings(tables, "countries") {
            out.add_country(name, fields);
        }
        for (outer, list) in tables.get("parts").into_iter().flatten() {
            for entry in list.as_array().into_iter().flatten().filter_map(toml::Value::as_str) {
                let (name, aliases) = entry.split_once('=').unwrap_or((entry, ""));
                let index = out.add(name.trim(), outer, false);
                out.call(index, aliases, '/');
            }
        }
        for (country, cities) in entries(include_str!("cities.txt")).filter_map(|line| line.split_once(": "))
        {
            for (name, alias) in list(cities, ',').map(|city| city.split_once('=').unwrap_or((city, ""))) {
                let index = out.add(name.trim(), country, false);
                out.call(index, alias, '/');
            }
        }
        for (alias, name) in strings(tables, "region-aliases") {
            if let Some(index) = out.called(name) {
                out.call(index, alias, '/');
            }
        }
        for (word, name) in strings(tables, "region-adjectives") {
            if let Some(index) = out.called(name) {
                out.adjectives.put(word, index);
            }
        }
        out
    }

    /// Adds a country with its four fields.
    fn add_country(&mut self, name: &'static str, fields: &'static str) {
        let mut fields = fields.split(';').map(str::trim);
        let first = fields.next().unwrap_or_default();
        let index = self.add(name, first, true);
        let also = fields.next().unwrap_or_default();
        self.places[index].within.extend(list(also, ','));
        for word in list(fields.next().unwrap_or_default(), ',') {
            self.adjectives.set(word, index);
        }
        self.call(index, fields.next().unwrap_or_default(), ',');
    }

    /// Adds the place `name`, or another place that it lies in.
    fn add(&mut self, name: &'static str, within: &'static str, country: bool) -> usize {
        if let Some(index) = self.called(name) {
            self.places[index].within.push(within);
            return index;
        }
        let several = within.is_empty() || within.contains(',');
        let within = if several { list(within, ',').collect() } else { vec![within] };
        self.places.push(Place { name, within, country });
        self.call(self.places.len() - 1, name, '/');
        self.places.len() - 1
    }

    /// Which place has that name, in any case.
    fn called(&self, name: &str) -> Option<usize> {
        in_lower_case(name, |lower| self.names.get(lower).map(|&(index, _)| index))
    }

    /// Gives the place at `index` more names.
    fn call(&mut self, index: usize, names: &'static str, separator: char) {
        for name in list(names, separator) {
            // Short names and abbreviations are words of the language in other spellings: `us`, `la.`, `eu`.
            let exact = (name.len() <= 3 || name.ends_with('.')).then_some(name);
            self.longest = self.longest.max(1 + name.bytes().filter(|b| *b == b' ').count());
            in_lower_case(name, |lower| {
                self.beginnings.put(beginning(lower), ());
                Some(self.names.put(lower, (index, exact)))
            });
        }
    }

    /// The place called `phrase`.
    fn find(&self, phrase: &str) -> Option<&Place> {
        let (index, exact) = in_lower_case(phrase, |lower| self.names.get(lower))?;
        exact.is_none_or(|e| e == phrase).then(|| &self.places[*index])
    }
}

/// The entries of a table whose values are strings.
fn strings(tables: &'static Tables, name: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    tables.get(name).into_iter().flatten().filter_map(|(k, v)| Some((k.as_str(), v.as_str()?)))
}

/// The entries of a list written in one string.
fn list(text: &str, separator: char) -> impl Iterator<Item = &str> {
    // Names hold commas of their own (`Washington, D.C.`) only where the separator is another sign.
    text.split(separator).map(str::trim).filter(|s| !s.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_their_canonical_form() {
        for (phrase, want) in [
            ("U.S.", Some("United States")),
            ("the US", Some("United States")),
            ("us", None),
            ("UK", Some("United Kingdom")),
            ("HONG KONG", Some("Hong Kong")),
            ("Asia Pacific", Some("Asia-Pacific")),
            ("Calif.", Some("California")),
            ("Peru", Some("Peru")),
            ("PERU", Some("Peru")),
            ("Atlantis", None),
            ("Kiev", Some("Kyiv")),
        ] {
            assert_eq!(lookup(phrase).map(|p| p.name), want, "{phrase}");
        }
    }

    #[test]
    fn what_lies_in_what() {
        for (outer, inner, want) in [
            ("United States", "Silicon Valley", true),
            ("California", "Silicon Valley", true),
            ("Silicon Valley", "California", false),
            ("Greater China", "Hong Kong", true),
            ("Greater China", "Taiwan", true),
            ("China", "Hong Kong", true),
            ("China", "Taiwan", false),
            ("Greater China", "Shanghai", true),
            ("Asia-Pacific", "Singapore", true),
            ("Europe", "Middle East", false),
            ("Middle East", "Dubai", true),
            ("World", "Quito", true),
            ("Norway", "Stavanger", true),
            ("Europe", "Nuremberg", true),
            ("Germany", "Koln", true),
            ("US", "US", true),
        ] {
            assert_eq!(contains(outer, inner), want, "{outer} > {inner}");
        }
    }

    #[test]
    fn adjectives_and_countries() {
        assert_eq!(adjective("Chinese").map(|p| p.name), Some("China"));
        assert_eq!(adjective("American").map(|p| p.name), Some("United States"));
        assert_eq!(country("Silicon Valley").map(|p| p.name), Some("United States"));
        assert_eq!(country("Europe"), None);
    }

    #[test]
    fn every_place_can_be_looked_up() {
        for name in GAZETTEER.places.iter().map(|place| place.name) {
            assert!(lookup(name).is_some(), "{name}");
            let name = name.to_ascii_lowercase();
            assert!(may_begin(name.split([' ', '-']).next().unwrap_or_default()), "{name}");
        }
    }

    #[test]
    fn every_place_lies_in_one_that_is_known() {
        for place in &GAZETTEER.places {
            for up in &place.within {
                assert!(GAZETTEER.find(up).is_some_and(|p| p.name == *up), "{} lies in {up}", place.name);
            }
            assert!(place.name == "World" || within("World", place, 0), "{} is nowhere", place.name);
        }
    }
}
