//! Verbs of news English in all their forms: which base a form belongs to and which base stands for its set of synonyms.
//!
//! Forms are made from the base by the rules of spelling and from the list of irregular verbs. Whether a form that is also
//! a noun (`plans`, `cut`) is a verb in its sentence is decided in `claim`.

use super::memo::Memo;
use super::word_map::WordMap;
use super::{entries, thesaurus};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a form of a verb can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `open`: infinitive or present; also where past and base are alike.
    Base,
    /// `opens`.
    Third,
    /// `opened`: past or participle.
    Past,
    /// `opening`.
    Ing,
}

/// A form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verb {
    /// Base form.
    pub base: &'static str,
    /// The base that stands for its set of synonyms.
    pub canonical: &'static str,
    /// Which form.
    pub form: Form,
}

/// The verb of which `word` (lower case) is a form.
pub fn lookup(word: &str) -> Option<Verb> {
    FORMS.get(word).copied()
}

/// The canonical verb of a base form; the form itself where it is not listed.
pub fn canonical(base: &str) -> &str {
    lookup(base).map_or(base, |v| v.canonical)
}

/// The canonical verb of the deed that the noun `noun` (a lemma) names: `evacuate` for `evacuation`, `kill` for `killing`.
pub fn of_deed(noun: &str) -> Option<&'static str> {
    DEEDS.with(|kept| kept.with(noun, deed, |verb| *verb))
}

/// Of the verbs that the noun can be made from, the one that is spelt most like it; none that begins otherwise.
fn deed(noun: &str) -> Option<&'static str> {
    let alike = |verb: &str| verb.bytes().zip(noun.bytes()).take_while(|(a, b)| a == b).count();
    let bases = entries(include_str!("verbs.txt")).flat_map(str::split_whitespace);
    let made_from = bases.filter(|verb| alike(verb) > 0 && thesaurus::related(noun, verb));
    made_from.max_by_key(|verb| alike(verb)).map(canonical)
}

thread_local! {
    static DEEDS: Memo<Option<&'static str>> = Memo::default();
}

static FORMS: LazyLock<WordMap<String, Verb>> = LazyLock::new(|| {
    let mut forms = FxHashMap::default();
    let irregular: FxHashMap<&'static str, Vec<&'static str>> = entries(include_str!("irregular-verbs.txt"))
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            words.next().map(|base| (base, words.collect()))
        })
        .collect();
    for line in entries(include_str!("verbs.txt")) {
        let mut words = line.split_whitespace();
        let Some(first) = words.next() else { continue };
        for base in std::iter::once(first).chain(words) {
            add(&mut forms, base, first, irregular.get(base));
        }
    }
    for (base, rest) in &irregular {
        add(&mut forms, base, base, Some(rest));
    }
    forms.into()
});

/// Adds the forms of `base`; the first line that names a form keeps it.
fn add(
    forms: &mut FxHashMap<String, Verb>,
    base: &'static str,
    canonical: &'static str,
    irregular: Option<&Vec<&'static str>>,
) {
    let mut put = |word: String, form: Form| {
        forms.entry(word).or_insert(Verb { base, canonical, form });
    };
    put(base.to_owned(), Form::Base);
    put(third(base), Form::Third);
    for stem in stems(base) {
        put(format!("{stem}ing"), Form::Ing);
        if irregular.is_none() {
            put(format!("{stem}ed"), Form::Past);
        }
    }
    for form in irregular.into_iter().flatten() {
        put((*form).to_owned(), Form::Past);
    }
}

/// `opens`, `reaches`, `carries`.
fn third(base: &str) -> String {
    match base.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if base.ends_with(['s', 'x', 'z', 'o']) || base.ends_with("ch") || base.ends_with("sh") => {
            format!("{base}es")
        }
        _ => format!("{base}s"),
    }
}

/// What `-ed` and `-ing` are hung on: `open`, `launch`, `mov`, `stopp`, `carri`.
fn stems(base: &str) -> Vec<String> {
    if let Some(stem) = base.strip_suffix('e') {
        return vec![stem.to_owned()];
    }
    if let Some(stem) = base.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'o', 'u'])) {
        return vec![format!("{stem}i"), base.to_owned()];
    }
    let mut out = vec![base.to_owned()];
    let tail: Vec<char> = base.chars().rev().take(3).collect();
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    if let [last, middle, ..] = tail[..]
        && !vowel(last)
        && !matches!(last, 'w' | 'x' | 'y')
        && vowel(middle)
        && tail.get(2).is_none_or(|&c| !vowel(c))
    {
        out.push(format!("{base}{last}"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_to_their_set() {
        for (word, base, canonical, form) in [
            ("opened", "open", "open", Form::Past),
            ("inaugurates", "inaugurate", "open", Form::Third),
            ("slashing", "slash", "cut", Form::Ing),
            ("bought", "buy", "buy", Form::Past),
            ("planned", "plan", "plan", Form::Past),
            ("carried", "", "", Form::Past),
            ("fell", "fall", "fall", Form::Past),
        ] {
            match lookup(word) {
                Some(v) => assert_eq!((v.base, v.canonical, v.form), (base, canonical, form), "{word}"),
                None => assert!(base.is_empty(), "{word} is not known"),
            }
        }
    }
}
