//! Word lists and tables, compiled in as data files; one file of code here per table, none of them decides anything.
//!
//! A list is a text file beside this module: one entry a line, `#` starts a comment, in ASCII lower case unless its head
//! says otherwise. A table with columns is TOML.

pub mod antonyms;
pub mod calendar;
pub mod currencies;
pub mod denial;
pub mod factors;
pub mod holidays;
pub mod kinds;
pub mod memo;
pub mod naming;
pub mod negation;
pub mod nouns;
pub mod numbers;
pub mod phrases;
pub mod places;
pub mod rates;
mod short;
pub mod states;
pub mod status;
pub mod stem;
pub mod thesaurus;
pub mod units;
pub mod verbs;
pub mod vocabulary;
pub mod word_map;
pub mod words;

use std::sync::LazyLock;
use word_map::WordMap;

/// A set of words or phrases from a list file.
pub struct WordList(WordMap<&'static str, ()>);

impl WordList {
    /// Reads a list: one entry a line, `#` starts a comment, blank lines are skipped.
    pub fn parse(text: &'static str) -> Self {
        Self(entries(text).map(|word| (word, ())).collect())
    }

    /// Whether `word` (already in lower case) is listed.
    pub fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

/// The entries of a list file, in order.
pub fn entries(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(|l| l.split('#').next().unwrap_or_default().trim()).filter(|l| !l.is_empty())
}

/// Declares word lists, each read from its file when first used.
macro_rules! word_lists {
    ($($(#[$doc:meta])* $name:ident: $file:literal;)*) => {
        $($(#[$doc])* pub static $name: LazyLock<WordList> = LazyLock::new(|| WordList::parse(include_str!($file)));)*
    };
}

word_lists! {
    /// Verbs that say for or against what somebody is.
    SIDING_VERBS: "siding-verbs.txt";
    /// Words for the moments of a day's trading.
    TRADING_MOMENTS: "trading-moments.txt";
    /// Nouns for sums of money of a sort.
    SUMS: "sums.txt";
    /// Nouns for a group of people that a number behind `of` counts.
    GROUPS_OF_PEOPLE: "groups-of-people.txt";
    /// Nouns for what a company, a place or a fund has as a figure: `the price of Norvik`, `shares in Tarn`.
    FIGURES_OF: "figures-of.txt";
    /// Words that keep their full stop and do not end a sentence (`mr`, `inc`, `sept`).
    ABBREVIATIONS: "abbreviations.txt";
    /// Abbreviations after which a sentence never ends, since a name or number must follow (`mr`, `gen`, `no`).
    TITLES: "abbreviations-before-name.txt";
    /// Words that begin sentences, for deciding whether `U.S.` or `Inc.` ended one.
    SENTENCE_STARTERS: "sentence-starters.txt";
    /// Whole lines (lower case, trimmed) that are page furniture.
    FURNITURE_LINES: "furniture-lines.txt";
    /// Words that put the time of their clause ahead (`will`, `plans`).
    FUTURE_CUES: "future-cues.txt";
    /// Past forms of verbs whose infinitive lies where they lie (`refused to`).
    IMPLICATIVE_VERBS: "implicative-verbs.txt";
    /// Verbs whose past is written like their base (`beat`, `cut`).
    UNCHANGED_VERBS: "unchanged-verbs.txt";
    /// Past forms that do not end in -ed, and auxiliaries of the past.
    PAST_VERBS: "past-verbs.txt";
    /// Participles that stand alone behind their noun (`the towns mentioned`).
    BEHIND_NOUNS: "behind-nouns.txt";
    /// Nouns to which the infinitive behind them belongs (`a plan to build`).
    NOUNS_BEFORE_TO: "nouns-before-to.txt";
    /// Verbs that tell the deed which their object names (`announced a merger`).
    VERBS_OF_DEEDS: "verbs-of-deeds.txt";
    /// Words behind the name of a firm that say its trade (`Norvik Shipping`).
    TRADE_WORDS: "trade-words.txt";
    /// What something is called by how it stands among its like (`player`).
    STANDING_KINDS: "standing-kinds.txt";
    /// Words that say how it stands (`largest`).
    STANDING_WORDS: "standing-words.txt";
    /// What a thing has one of (`the cause of the fire`).
    ONE_HOLDER_NOUNS: "one-holder-nouns.txt";
    /// What one firm alone is in a deal or a suit (`the acquiring company`, `the defendant`).
    DEAL_PARTIES: "deal-parties.txt";
    /// Whom or what `she` can stand for without a name.
    FEMININE_WORDS: "feminine-words.txt";
    /// Whom `he` can stand for without a name.
    MASCULINE_WORDS: "masculine-words.txt";
    /// Words for a person of whom nothing is said (`anyone`).
    ANYBODY_WORDS: "anybody-words.txt";
    /// Verbs of what lasts from a start on without a break (`lead`), base forms.
    LASTING_VERBS: "lasting-verbs.txt";
    /// Words that carry no topic.
    STOPWORDS: "stopwords.txt";
    /// Nouns that stand for a named thing behind `the`, where an excerpt opens with them.
    EXCERPT_NOUNS: "excerpt-nouns.txt";
    /// Verbs of deeds that are done to a thing once, base forms.
    ONCE_VERBS: "once-verbs.txt";
    /// Nouns that need no article, so that one which begins a sentence is no name for that (`turnout`, `revenue`).
    MASS_NOUNS: "mass-nouns.txt";
    /// Words behind a measure that say what is measured (`40 metres wide`, `across`).
    DIMENSION_WORDS: "dimension-words.txt";
    /// Words with a capital that end a name before them (`January`, `GMT`).
    NAME_ENDS: "name-ends.txt";
    /// Words that with a capital are still no name by themselves (`The`, `TV`).
    NO_NAMES: "no-names.txt";
    /// Words of names that go on with `of` (`Gulf of Mexico`), besides those of organisations.
    NAMES_WITH_OF: "names-with-of.txt";
    /// Verbs of which `it` may be an empty subject (`it is clear that`, `it takes`).
    EXPLETIVE_VERBS: "expletive-verbs.txt";
    /// Words that with `the` alone mean the organisation spoken of (`the company`).
    ORGANISATION_WORDS: "organisation-words.txt";
    /// Words that with `the` alone mean the only person spoken of (`the tycoon`).
    PERSON_WORDS: "person-words.txt";
    /// Verbs whose passive before an infinitive says nothing of its own (`are known to have died`), base forms.
    RAISING_VERBS: "raising-verbs.txt";
    /// Deeds that are over once told in the past, so that their figures stay (`stole four paintings`), base forms.
    SINGLE_DEEDS: "single-deeds.txt";
    /// Words for relatives and partners.
    KIN: "kin.txt";
    /// Offences of which people are accused and convicted, lemmas.
    OFFENCES: "offences.txt";
    /// Verbs that say little without their objects, or tell what is done every day, base forms.
    LIGHT_VERBS: "light-verbs.txt";
    /// Verbs of saying that tell of nothing but the saying, base forms.
    NO_DEEDS: "no-deeds.txt";
    /// Words for some of the people whom an event concerns (`passenger`, `child`), singulars.
    SORTS_OF_PEOPLE: "sorts-of-people.txt";
    /// Nouns behind `in` that say what is measured (`26 metres in length`).
    DIMENSION_NOUNS: "dimension-nouns.txt";
    /// Words that say that a sentence tells of another event (`a similar accident`).
    OTHER_EVENT_WORDS: "other-event-words.txt";
    /// Words for a person, singulars (`pupil`, `miner`).
    PEOPLE: "people.txt";
    /// Verbs of what one maker or one cause does to a thing, base forms.
    MAKING_VERBS: "making-verbs.txt";
    /// Words whose opposites both can be true.
    VIEWS: "opposites-of-view.txt";
    /// Words of a denial that are not what it denies.
    DENIAL_WORDS: "denial-words.txt";
    /// Nouns that behind `to` are verbs only where a phrase follows (`police`, `court`).
    NOUNS_BEHIND_TO: "nouns-behind-to.txt";
    /// Words that say of two numbers with a dash between them that they are a score (`beat`, `voted`).
    SCORE_WORDS: "score-words.txt";
    /// Words that are verbs where a figure follows, and nouns elsewhere (`cost`, `total`), in all their forms.
    FIGURE_VERBS: "figure-verbs.txt";
    /// Verbs whose object measures their subject (`reach`, `total`), base forms.
    MEASURING_VERBS: "measuring-verbs.txt";
    /// Nouns of quantity, which say nothing of what is counted (`number of`, `total of`).
    QUANTITY_NOUNS: "quantity-nouns.txt";
    /// Verbs whose object does what the infinitive behind it says (`ask`, `order`), base forms.
    CONTROL_VERBS: "control-verbs.txt";
    /// Nouns for somebody or something, which two sentences share by chance (`people`, `officials`, `number`).
    GENERIC_TOPICS: "generic-topics.txt";
    /// Bodies whose members are counted under their name (`crew`).
    COUNTED_BODIES: "counted-bodies.txt";
    /// Words behind which `to` hardly ever stands before a verb (`compared to record sales`).
    BEFORE_TO: "before-to.txt";
    /// Words behind which `over` bounds a length of time (`for over an hour`); elsewhere it says `during`.
    BEFORE_OVER: "before-over.txt";
    /// Words that end a clause before them (`which`, `while`, `because`).
    CLAUSE_STARTERS: "clause-starters.txt";
    /// Words that restrict what is counted so much that with and without them two things are meant (`injured`, `overseas`).
    RESTRICTING_WORDS: "restricting-words.txt";
}

/// Stems of nouns whose ordinals count from a start that is known (`the 87th minute`, `the 21st century`).
pub static FIXED_SERIES: LazyLock<rustc_hash::FxHashSet<String>> =
    LazyLock::new(|| entries(include_str!("fixed-series.txt")).map(|w| stem::stem(w).into_owned()).collect());

/// Beginnings of lines (lower case) that are page furniture.
pub static FURNITURE_PREFIXES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| entries(include_str!("furniture-prefixes.txt")).collect());

/// The letters and digits that a word or phrase begins with: of a phrase (`co-founder`) and its first token (`co`) the same,
/// so that a set of beginnings tells which tokens can start an entry at all.
fn beginning(text: &str) -> &str {
    let plain = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let end = match text.as_bytes().get(plain) {
        None => plain,
        Some(byte) if byte.is_ascii() => plain,
        Some(_) => text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len()),
    };
    &text[..end]
}

/// Longest text that [`in_lower_case`] looks up, in bytes.
const LONGEST_NAME: usize = 64;

/// Looks up `text` in ASCII lower case, without a copy on the heap; `None` if it is longer than every entry may be.
fn in_lower_case<T>(text: &str, look: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    let mut bytes = [0; LONGEST_NAME];
    let bytes = bytes.get_mut(..text.len())?;
    bytes.copy_from_slice(text.as_bytes());
    bytes.make_ascii_lowercase();
    look(std::str::from_utf8(bytes).ok()?)
}

/// A TOML table compiled in; the shape is the caller's.
pub(crate) fn table<T: serde::de::DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).expect("tables compiled in are tested")
}
