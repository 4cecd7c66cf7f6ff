//! Which attribute of the rules a value belongs to: by the noun it is said of, or by its verb and the thing counted.

use super::clause;
use super::page::Page;
use crate::lexicon::stem::stem;
use crate::lexicon::verbs;
use crate::model::{Claim, ClaimKind, Mention};
use crate::rules::Attribute;

/// Id of the first attribute that fits.
pub fn of(page: &Page, claim: &Claim, mention: &Mention) -> Option<String> {
    let ClaimKind::Value(kind) = claim.kind else { return None };
    let near = near(page, mention);
    let fitting = page.rules.attributes.iter().filter(|a| a.kinds.contains(&kind));
    fitting.filter(|a| fits(a, claim, &near)).map(|a| a.id.clone()).next()
}

/// Stems of the words beside the value, within its clause.
fn near(page: &Page, mention: &Mention) -> Vec<String> {
    let clause = clause::around(page, &mention.tokens);
    let from = mention.tokens.start.saturating_sub(7).max(clause.start);
    let to = (mention.tokens.end + 7).min(clause.end);
    (from..to).map(|i| stem(page.doc.word(i)).into_owned()).collect()
}

fn fits(attribute: &Attribute, claim: &Claim, near: &[String]) -> bool {
    if attribute.unless.iter().any(|w| has(near, w)) {
        return false;
    }
    let thing = attribute.things.iter().any(|t| stem(t) == stem(&claim.noun));
    // Beside people or a bare number, a word such as `missing` or `unaccounted` says what is counted.
    let counted = thing || (claim.noun.is_empty() && !attribute.things.is_empty());
    let noun = attribute.nouns.iter().any(|n| is_noun(n, claim, near) || (counted && has(near, n)));
    let verb = attribute.verbs.iter().any(|v| verbs::canonical(v) == claim.verb);
    noun || (verb && (counted || attribute.things.is_empty()))
}

/// Whether the value's noun is `phrase`, or the phrase stands right beside it.
fn is_noun(phrase: &str, claim: &Claim, near: &[String]) -> bool {
    let words: Vec<_> = phrase.split(' ').map(stem).collect();
    match &words[..] {
        [one] => *one == stem(&claim.noun),
        _ => near.windows(words.len()).any(|w| w.iter().zip(&words).all(|(a, b)| a == b)),
    }
}

fn has(near: &[String], phrase: &str) -> bool {
    let words: Vec<_> = phrase.split(' ').map(stem).collect();
    near.windows(words.len()).any(|w| w.iter().zip(&words).all(|(a, b)| a == b))
}
