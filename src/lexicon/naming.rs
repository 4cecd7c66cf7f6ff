//! Word lists about names: what people are called, what companies end in, which offices there are, who says.
//!
//! Data and look-ups only; what a capitalised word names is decided in `annotate`, who it is in `claim`.

use super::word_map::WordMap;
use super::{beginning, entries, in_lower_case};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Which pronoun a word before a name or a given name goes with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// `he`.
    Male,
    /// `she`.
    Female,
    /// Either.
    Unknown,
}

impl Sex {
    /// From the letter of the data files.
    fn from_letter(letter: &str) -> Self {
        match letter {
            "m" => Self::Male,
            "f" => Self::Female,
            _ => Self::Unknown,
        }
    }

    /// Whether one person can be both.
    pub fn fits(self, other: Self) -> bool {
        self == Self::Unknown || other == Self::Unknown || self == other
    }
}

/// What a noun such as `company` or `arm` stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DescriptionHead {
    /// A whole organisation (`the company`).
    Organisation,
    /// A part of one (`its cloud arm`).
    Division,
    /// A human being (`the tycoon`).
    Person,
    /// A place (`the city`).
    Place,
}

/// An office as the list writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Role {
    /// The form in which offices are compared (`chief executive` for `CEO`).
    pub lemma: &'static str,
    /// Whether it stands before a name as a title.
    pub title: bool,
}

/// A verb of saying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SayVerb {
    /// Its lemma.
    pub lemma: &'static str,
    /// It has other uses too: a quotation or a clause of its own must stand with it.
    pub weak: bool,
    /// Whom it is said to may stand before the `that`: `promised voters that`.
    pub addresses: bool,
}

/// Whether `word` (lower case) is an ordinary word that names nothing by itself.
pub fn is_common(word: &str) -> bool {
    COMMON.contains(word)
}

/// The sex a given name (lower case) tells; `None` if it is no given name.
pub fn given_name(word: &str) -> Option<Sex> {
    GIVEN.get(word).copied()
}

/// The same for a word as written.
pub fn given_name_in_any_case(word: &str) -> Option<Sex> {
    in_lower_case(word, given_name)
}

/// The full form of a given name (lower case): `david` for `dave`, itself if there is none.
pub fn full_given_name(word: &str) -> &str {
    NICKNAMES.get(word).copied().unwrap_or(word)
}

/// Whether `word` (lower case, no full stop) is a title such as `mr`, and which sex it tells.
pub fn honorific(word: &str) -> Option<Sex> {
    HONORIFICS.get(word).copied()
}

/// The legal form that a company's name ends in (`inc` for `incorporated`); `word` in lower case.
pub fn company_suffix(word: &str) -> Option<&'static str> {
    SUFFIXES.get(word.trim_end_matches('.')).copied()
}

/// Whether names of organisations have `word` (lower case) as their head.
pub fn is_organisation_head(word: &str) -> bool {
    ORGANISATION_HEADS.contains(word)
}

/// Whether names of places have `word` (lower case) as their head.
pub fn is_place_head(word: &str) -> bool {
    PLACE_HEADS.contains(word)
}

/// Whether names of events and works have `word` (lower case) as their head.
pub fn is_event_head(word: &str) -> bool {
    EVENT_HEADS.contains(word)
}

/// What the noun `word` (lower case, singular) can stand for.
pub fn description_head(word: &str) -> Option<DescriptionHead> {
    DESCRIPTIONS.get(word).copied()
}

/// How a description such as `the company` begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Determiner {
    /// `the`: of something known.
    Definite,
    /// `a`: of something new.
    Indefinite,
    /// `its`: of something that belongs to somebody.
    Possessive,
}

/// The determiner of a description that `word` (lower case) is.
pub fn determiner(word: &str) -> Option<Determiner> {
    match word {
        "the" => Some(Determiner::Definite),
        "a" | "an" => Some(Determiner::Indefinite),
        "its" | "their" | "his" | "her" => Some(Determiner::Possessive),
        _ => None,
    }
}

/// The office called `phrase` (lower case, words joined by one space).
pub fn role(phrase: &str) -> Option<Role> {
    ROLES.get(phrase).copied()
}

/// Whether an office, in the singular or plural, may begin with the token `word` (lower case): most do not, and need no
/// look at the words behind them.
pub fn begins_role(word: &str) -> bool {
    ROLE_BEGINNINGS.contains(beginning(word))
}

/// The most words an office has.
pub const LONGEST_ROLE: usize = 3;

/// Whether `word` (lower case) may belong to an office that follows (`former`, `deputy`, `energy`).
pub fn is_role_modifier(word: &str) -> bool {
    ROLE_MODIFIERS.contains(word)
}

/// The shown name of a news agency or outlet (`phrase` in lower case, without `the`).
pub fn agency(phrase: &str) -> Option<&'static str> {
    AGENCIES.get(phrase).copied()
}

/// The verb of saying that `word` (lower case) is a form of.
pub fn say_verb(word: &str) -> Option<SayVerb> {
    SAY_VERBS.get(word).copied()
}

type Map<T> = LazyLock<WordMap<&'static str, T>>;

static COMMON: Map<()> = LazyLock::new(|| {
    entries(include_str!("common-words.txt")).flat_map(str::split_whitespace).map(listed).collect()
});
static ORGANISATION_HEADS: Map<()> =
    LazyLock::new(|| entries(include_str!("organisation-heads.txt")).map(listed).collect());
static PLACE_HEADS: Map<()> =
    LazyLock::new(|| entries(include_str!("place-heads.txt")).map(listed).collect());
static EVENT_HEADS: Map<()> =
    LazyLock::new(|| entries(include_str!("event-heads.txt")).map(listed).collect());
static ROLE_MODIFIERS: Map<()> =
    LazyLock::new(|| entries(include_str!("role-modifiers.txt")).map(listed).collect());
static NICKNAMES: Map<&'static str> = LazyLock::new(|| equations(include_str!("nicknames.txt")).collect());
static AGENCIES: Map<&'static str> = LazyLock::new(|| equations(include_str!("agencies.txt")).collect());
static SUFFIXES: Map<&'static str> =
    LazyLock::new(|| columns(include_str!("company-suffixes.txt")).collect());
static HONORIFICS: Map<Sex> = LazyLock::new(|| {
    columns(include_str!("honorifics.txt")).map(|(word, letter)| (word, Sex::from_letter(letter))).collect()
});

static GIVEN: Map<Sex> = LazyLock::new(|| {
    let mut out: FxHashMap<&'static str, Sex> = FxHashMap::default();
    for line in entries(include_str!("given-names.txt")) {
        let mut words = line.split_whitespace();
        let sex = Sex::from_letter(words.next().unwrap_or_default());
        for word in words {
            out.entry(word).and_modify(|s| *s = if *s == sex { sex } else { Sex::Unknown }).or_insert(sex);
        }
    }
    out.into()
});

static DESCRIPTIONS: Map<DescriptionHead> = LazyLock::new(|| {
    let head = |class: &str| match class {
        "division" => DescriptionHead::Division,
        "person" => DescriptionHead::Person,
        "place" => DescriptionHead::Place,
        _ => DescriptionHead::Organisation,
    };
    columns(include_str!("description-heads.txt")).map(|(word, class)| (word, head(class))).collect()
});

static ROLES: Map<Role> = LazyLock::new(|| {
    let role = |(phrase, lemma): (&'static str, &'static str)| {
        let bare = phrase.trim_end_matches('*');
        (bare, Role { lemma, title: bare.len() < phrase.len() })
    };
    equations(include_str!("roles.txt")).map(role).collect()
});

static ROLE_BEGINNINGS: LazyLock<WordMap<String, ()>> = LazyLock::new(|| {
    let plural = |word: &str| format!("{}s", beginning(word));
    ROLES.keys().flat_map(|phrase| [(beginning(phrase).to_owned(), ()), (plural(phrase), ())]).collect()
});

static SAY_VERBS: Map<SayVerb> = LazyLock::new(|| {
    let verb = |(form, rest): (&'static str, &'static str)| {
        let (lemma, marks) = rest.split_once(' ').unwrap_or((rest, ""));
        (form, SayVerb { lemma, weak: marks.contains('~'), addresses: marks.contains('>') })
    };
    columns(include_str!("say-verbs.txt")).map(verb).collect()
});

/// A word of which nothing is known but that it is listed.
fn listed(word: &'static str) -> (&'static str, ()) {
    (word, ())
}

/// Lines `left = right`.
fn equations(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    entries(text).filter_map(|l| l.split_once('=')).map(|(a, b)| (a.trim(), b.trim()))
}

/// Lines `first rest`.
fn columns(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    entries(text).filter_map(|l| l.split_once(' ')).map(|(a, b)| (a.trim(), b.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read() {
        assert_eq!(given_name("simon"), Some(Sex::Male));
        assert_eq!(given_name("andrea"), Some(Sex::Unknown));
        assert_eq!(role("ceo"), Some(Role { lemma: "chief executive", title: true }));
        assert_eq!(role("head").map(|r| r.title), Some(false));
        assert_eq!(say_verb("added"), Some(SayVerb { lemma: "add", weak: true, addresses: false }));
        assert_eq!(say_verb("promised").map(|v| (v.weak, v.addresses)), Some((true, true)));
        assert_eq!(description_head("arm"), Some(DescriptionHead::Division));
        assert_eq!(company_suffix("corporation"), Some("corp"));
        assert_eq!(full_given_name("dave"), "david");
        assert_eq!(agency("reuters"), Some("Reuters"));
        assert!(is_common("officials") && !is_common("purolator"));
    }

    #[test]
    fn every_office_begins_with_a_beginning() {
        for phrase in ROLES.keys() {
            let token = phrase.split([' ', '-']).next().unwrap_or_default();
            assert!(begins_role(token) && begins_role(&format!("{token}s")), "{phrase}");
        }
        assert!(!begins_role("ferry"));
    }

    #[test]
    fn no_office_is_longer_than_said() {
        assert!(ROLES.keys().all(|r| r.split(' ').count() <= LONGEST_ROLE));
    }
}
