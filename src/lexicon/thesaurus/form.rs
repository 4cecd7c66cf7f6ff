//! From a form to its lemma: irregular forms from the table, the others by the rules of spelling, if the table knows the
//! result.

use super::table::word;
use crate::lexicon::memo::Memo;

/// The longest form looked at, in bytes.
const LONGEST: usize = 32;

/// Endings of verb forms and what stands there in the lemma; longer ones first.
const VERB_ENDINGS: [(&str, &str); 9] = [
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
];
/// The same of nouns.
const NOUN_ENDINGS: [(&str, &str); 6] =
    [("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("sses", "ss"), ("s", "")];

/// The verb of which `form` (lower case) is or can be a form, if one is known.
pub fn verb(form: &str) -> Option<&'static str> {
    lemma_of(form, 'V', 'v', &VERB_ENDINGS, true)
}

/// The noun of which `form` (lower case) is or can be a form, if one is known.
pub fn noun(form: &str) -> Option<&'static str> {
    KEPT_NOUNS.with(|kept| kept.with(form, known_noun, |noun| *noun))
}

fn known_noun(form: &str) -> Option<&'static str> {
    lemma_of(form, 'N', 'n', &NOUN_ENDINGS, false)
}

fn lemma_of(
    form: &str,
    irregular: char,
    letter: char,
    endings: &[(&str, &str)],
    doubles: bool,
) -> Option<&'static str> {
    if let Some((known, entry)) = word(form) {
        if let Some(lemma) = entry.lemma(irregular) {
            return Some(lemma);
        }
        if entry.is(letter) {
            return Some(known);
        }
    }
    let mut buffer = [0_u8; LONGEST + 2];
    if form.len() > LONGEST || !form.is_ascii() {
        return None;
    }
    let mut best: Option<(&'static str, u32)> = None;
    for (ending, instead) in endings {
        let Some(stem) = form.strip_suffix(ending).filter(|s| s.len() > 1) else { continue };
        let (stem_end, end) = (stem.len(), stem.len() + instead.len());
        buffer[..stem_end].copy_from_slice(stem.as_bytes());
        buffer[stem_end..end].copy_from_slice(instead.as_bytes());
        consider(&buffer[..end], letter, &mut best);
        // `stopped`, `planning`
        let twin = stem.len() > 2 && stem.as_bytes()[stem_end - 1] == stem.as_bytes()[stem_end - 2];
        if doubles && instead.is_empty() && twin && *ending != "s" {
            consider(&buffer[..stem_end - 1], letter, &mut best);
        }
    }
    best.map(|(lemma, _)| lemma)
}

/// Keeps the candidate if the table knows it and knows none that is more common.
fn consider(candidate: &[u8], letter: char, best: &mut Option<(&'static str, u32)>) {
    let Some((known, entry)) = std::str::from_utf8(candidate).ok().and_then(word) else { return };
    let tags = entry.tagged(letter);
    if entry.is(letter) && best.is_none_or(|(_, most)| tags > most) {
        *best = Some((known, tags));
    }
}

thread_local! {
    static KEPT_NOUNS: Memo<Option<&'static str>> = Memo::default();
}

/// The lemma of which `form` (lower case) is most often a form, as whatever part of speech.
pub fn known_lemma(form: &str) -> Option<&'static str> {
    let tagged = |lemma: &'static str, letter| word(lemma).map_or(0, |(_, w)| w.tagged(letter));
    let adjective = word(form).filter(|(_, w)| w.is('a')).map(|(known, w)| (w.tagged('a'), known));
    let verb = verb(form).map(|v| (tagged(v, 'v'), v));
    let noun = known_noun(form).map(|n| (tagged(n, 'n'), n));
    // Of equals the first: the shortest lemma brings most forms together.
    let mut best: Option<(u32, &'static str)> = None;
    for (tags, lemma) in [verb, noun, adjective].into_iter().flatten() {
        if best.is_none_or(|(most, _)| tags > most) {
            best = Some((tags, lemma));
        }
    }
    best.map(|(_, lemma)| lemma)
}
