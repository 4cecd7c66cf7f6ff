//! Lists of names, and single names: one list may hold the other; one name may be the short form of the other.

use super::{Relation, RelationKind};
use crate::lexicon::{places, thesaurus};
use crate::model::Claim;
use crate::model::display::listed;

/// How list `a` relates to list `b`; with each, whether the wording says that it is all. `one`: a question that has one
/// answer (a place, an office) rather than several.
pub fn relate((a, all_a): (&[String], bool), (b, all_b): (&[String], bool), one: bool) -> Relation {
    if let ([x], [y]) = (a, b)
        && let Some(relation) = nested(x, y)
    {
        return relation;
    }
    let only_a = without(a, b);
    let only_b = without(b, a);
    if a.len() == only_a.len() {
        return strangers(a, b, one && a.len() == 1 && b.len() == 1);
    }
    match (only_a.is_empty(), only_b.is_empty()) {
        (true, true) if alike(a, b) => Relation::new(RelationKind::Equal, "the names are the same"),
        (true, true) => Relation::new(RelationKind::Overlaps, "one name is a shorter form of the other"),
        (true, false) => {
            Relation::new(RelationKind::Inside, format!("the second list adds {}", listed(&only_b)))
        }
        (false, true) => {
            Relation::new(RelationKind::Contains, format!("the first list adds {}", listed(&only_a)))
        }
        (false, false) if all_a && all_b => Relation::new(
            RelationKind::Incomparable,
            format!("one list has {}, the other {}", listed(&only_a), listed(&only_b)),
        ),
        (false, false) => {
            Relation::new(RelationKind::Overlaps, "a list that is not complete may go on differently")
        }
    }
}

/// Two offices of one person: both can be held, but for two ministries; `None` if they may be one.
pub fn offices(a: &Claim, b: &Claim, (x, y): (&[String], &[String])) -> Option<Relation> {
    let ([x], [y]) = (x, y) else { return None };
    if same_name(x, y) {
        return None;
    }
    // `head of the commission`, `chairs the commission`
    if thesaurus::same(x, y) || thesaurus::broader(x, y) || thesaurus::broader(y, x) {
        return Some(Relation::new(RelationKind::Overlaps, "both are words for one office"));
    }
    let field = |office: &str| {
        let field = office.strip_suffix(" minister")?;
        (!matches!(field, "prime" | "deputy" | "deputy prime" | "junior" | "first" | "former"))
            .then(|| field.to_owned())
    };
    let held = a.modifiers.is_empty() && b.modifiers.is_empty();
    if held && field(x).is_some() && field(y).is_some() {
        return Some(Relation::new(RelationKind::Disjoint, format!("{x} is not {y}")));
    }
    Some(Relation::new(RelationKind::Overlaps, "one person can be both"))
}

/// One place that lies in the other.
fn nested(a: &str, b: &str) -> Option<Relation> {
    if fold_name(a) == fold_name(b) {
        return None;
    }
    let inside = |outer, inner| places::lookup(inner).is_some() && places::contains(outer, inner);
    match (inside(b, a), inside(a, b)) {
        (true, false) => Some(Relation::new(RelationKind::Inside, format!("{a} lies in {b}"))),
        (false, true) => Some(Relation::new(RelationKind::Contains, format!("{b} lies in {a}"))),
        (true, true) => Some(Relation::new(RelationKind::Equal, format!("{a} is {b}"))),
        (false, false) => None,
    }
}

/// The names of `a` that are not in `b`.
fn without<'a>(a: &'a [String], b: &[String]) -> Vec<&'a str> {
    a.iter().filter(|x| !b.iter().any(|y| same_name(x, y))).map(String::as_str).collect()
}

fn alike(a: &[String], b: &[String]) -> bool {
    a.iter().all(|x| b.iter().any(|y| fold_name(x) == fold_name(y)))
}

/// Nothing in common.
fn strangers(a: &[String], b: &[String], one: bool) -> Relation {
    let reason = format!("{} is not {}", listed(a), listed(b));
    Relation::new(if one { RelationKind::Disjoint } else { RelationKind::Incomparable }, reason)
}

/// Whether two names may name the same: equal but for case, articles and punctuation, or one the end or the start of the
/// other (`Hu`, `Simon Hu`).
pub fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (fold_name(a), fold_name(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    !short.is_empty()
        && (long == short || long.ends_with(short.as_slice()) || long.starts_with(short.as_slice()))
}

/// A name's words in lower case, without articles, titles' full stops and punctuation.
pub fn fold_name(name: &str) -> Vec<String> {
    super::text::fold(name).into_iter().filter(|w| !matches!(w.as_str(), "the" | "a" | "an")).collect()
}
