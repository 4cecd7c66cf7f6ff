//! Names as they are compared: without legal forms, middle initials, full stops.

use crate::lexicon::{TRADE_WORDS, naming};
use crate::model::EntityKind;

/// What stands before the name of a storm: `Hurricane Otto` is `Otto` further down.
const STORMS: [&str; 4] = ["hurricane", "typhoon", "cyclone", "storm"];

/// A name cut for comparing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Its words in lower case, without legal form and (for people) middle initials.
    pub words: Vec<String>,
    /// The legal form (`inc`): two names that differ in it are two companies.
    pub suffix: Option<&'static str>,
    /// `jr` or `sr`: father and son.
    pub generation: Option<&'static str>,
    /// Whether a word such as `Group` or a legal form was cut off.
    pub cut: bool,
}

impl Key {
    /// Cuts `name`, which names something of `kind`.
    pub fn new(name: &str, kind: EntityKind) -> Self {
        let mut words: Vec<String> =
            name.split([' ', '-', '\n', ',']).map(plain).filter(|w| !w.is_empty()).collect();
        if words.len() > 1 && (words[0] == "the" || STORMS.contains(&words[0].as_str())) {
            words.remove(0);
        }
        let mut key = Self { words, suffix: None, generation: None, cut: false };
        if kind == EntityKind::Person {
            key.cut_person();
        } else if kind != EntityKind::Place {
            key.cut_company();
        }
        key
    }

    /// Takes `jr` and middle initials off.
    fn cut_person(&mut self) {
        while let Some(mark) = self.words.last().and_then(|w| generation(w)).filter(|_| self.words.len() > 1)
        {
            self.generation = Some(mark);
            self.words.pop();
        }
        let last = self.words.len().saturating_sub(1);
        let mut at = 0;
        self.words.retain(|w| {
            at += 1;
            at == 1 || at - 1 == last || w.chars().count() > 1
        });
    }

    /// Takes legal forms, `Group` and leading initials off.
    fn cut_company(&mut self) {
        while self.words.len() > 1 {
            let Some(form) = self.words.last().and_then(|w| naming::company_suffix(w)) else { break };
            if !matches!(form, "group" | "holding") {
                self.suffix = self.suffix.or(Some(form));
            }
            self.cut = true;
            self.words.pop();
        }
    }

    /// Whether its first `to` words stand for the whole: the rest says the trade of a firm, or is often cut.
    pub fn is_cut_at(&self, to: usize) -> bool {
        self.cut || self.words.iter().skip(to).all(|word| TRADE_WORDS.has(word))
    }

    /// The words in one string.
    pub fn text(&self) -> String {
        self.words.join(" ")
    }

    /// The words without the spaces between them: `Data Works` is `DataWorks`.
    pub fn letters(&self) -> String {
        self.words.concat()
    }

    /// Whether both are one name, whether or not its words are written as one.
    pub fn is_written_as(&self, other: &Self) -> bool {
        self.words == other.words
            || self.words.len() != other.words.len() && self.letters() == other.letters()
    }

    /// The initials of the words that count, in lower case.
    pub fn initials(&self) -> String {
        let counts = |w: &&String| !matches!(w.as_str(), "of" | "the" | "and" | "for" | "&" | "de" | "in");
        self.words.iter().filter(counts).filter_map(|w| w.chars().next()).collect()
    }

    /// Whether `short` is an abbreviation of these words, word by word (`Man Utd` for `Manchester United`).
    pub fn is_abbreviated_by(&self, short: &Self) -> bool {
        self.words.len() == short.words.len()
            && self.words.len() > 1
            && self.words != short.words
            && self.words.iter().zip(&short.words).all(|(long, short)| abbreviates(short, long))
    }

    /// The words without leading initials (`E.F. Hutton`, `EF Hutton`: `Hutton`).
    pub fn without_initials(&self) -> &[String] {
        let initials = self.words.iter().take_while(|w| w.len() <= 2).count();
        if initials < self.words.len() { &self.words[initials..] } else { &self.words }
    }
}

/// A word in lower case without full stops, apostrophes and the ending of an address.
fn plain(word: &str) -> String {
    let mut lower = word.to_lowercase();
    if let Some(name) = lower.strip_suffix(".com") {
        lower.truncate(name.len());
    }
    if lower.contains(['.', '\'', '’', '"']) {
        lower.retain(|c| !matches!(c, '.' | '\'' | '’' | '"'));
    }
    if lower.is_ascii() { lower } else { lower.chars().map(without_mark).collect() }
}

/// A letter without the mark that some write and others leave out (`Pérez`, `Perez`).
const fn without_mark(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' => 'd',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ț' | 'ţ' => 't',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

/// `jr`, `sr`, numbers of a dynasty.
fn generation(word: &str) -> Option<&'static str> {
    match word {
        "jr" | "junior" => Some("jr"),
        "sr" | "senior" => Some("sr"),
        "ii" => Some("ii"),
        "iii" => Some("iii"),
        _ => None,
    }
}

/// Whether `short` is `long`, its beginning, or its first and last letters with some between in order.
fn abbreviates(short: &str, long: &str) -> bool {
    if short == long || (short.len() >= 3 && long.starts_with(short)) {
        return true;
    }
    let mut letters = long.chars();
    short.len() >= 3
        && short.chars().next() == long.chars().next()
        && short.chars().last() == long.chars().last()
        && short.chars().all(|c| letters.any(|l| l == c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> Key {
        Key::new(name, EntityKind::Organisation)
    }

    #[test]
    fn companies_lose_their_legal_form_and_remember_it() {
        for (name, words, suffix) in [
            ("Norvik Group Holding Ltd", "norvik", Some("ltd")),
            ("Tarn Air Freight Corp", "tarn air freight", Some("corp")),
            ("Example.com Inc.", "example", Some("inc")),
            ("E.F. Marsh Group Inc", "ef marsh", Some("inc")),
            ("Group", "group", None),
        ] {
            assert_eq!((key(name).text().as_str(), key(name).suffix), (words, suffix), "{name}");
        }
        assert_eq!(key("E.F. Marsh").without_initials(), ["marsh"]);
    }

    #[test]
    fn people_lose_middle_initials() {
        let key = Key::new("Jonas L. Ward Jr.", EntityKind::Person);
        assert_eq!((key.text().as_str(), key.generation), ("jonas ward", Some("jr")));
    }

    #[test]
    fn abbreviations_and_initials() {
        assert!(key("Manchester United").is_abbreviated_by(&key("Man Utd")));
        assert!(!key("Manchester United").is_abbreviated_by(&key("Leeds United")));
        assert_eq!(key("Bureau of Ocean Data").initials(), "bod");
    }
}
