//! What something is: the same, one said more precisely, or two things that nothing can be at once.
//!
//! Opposed by denial of the same, by two nationalities of one kind of thing, by two places neither of which holds the other,
//! and by kinds listed as exclusive. Whatever else differs can be true of one thing.

use super::items::same_name;
use super::predicate::Event;
use super::{Relation, RelationKind};
use crate::lexicon::{kinds, places, thesaurus};

/// Roles of makers: a thing has one set of them.
const MAKERS: [&str; 7] =
    ["by", "directed by", "written by", "recorded by", "composed by", "created by", "founded by"];

/// A description by its parts.
struct Said<'a> {
    roles: &'a [(String, String)],
}

impl<'a> Said<'a> {
    fn all(&self, role: &str) -> Vec<&'a str> {
        self.roles.iter().filter(|(r, _)| r == role).map(|(_, filler)| filler.as_str()).collect()
    }

    /// Whether it classifies in so many words (`X is a Y`), rather than in passing.
    fn states(&self) -> bool {
        self.roles.iter().any(|(r, _)| r == "is")
    }

    fn words(&self) -> String {
        self.all("is").first().or(self.all("called").first()).map_or_else(String::new, |w| (*w).to_owned())
    }
}

/// How description `a` relates to description `b` of the same thing.
pub fn relate((_, not_a, roles_a): Event, (_, not_b, roles_b): Event) -> Relation {
    let (a, b) = (Said { roles: roles_a }, Said { roles: roles_b });
    let (kinds_a, kinds_b) = (a.all("kind"), b.all("kind"));
    let shared = kinds_a.iter().any(|x| kinds_b.iter().any(|y| alike(x, y)));
    if not_a != not_b {
        let (denied, stated) = if not_a { (&a, &b) } else { (&b, &a) };
        return denial(denied, stated, shared);
    }
    if not_a {
        return Relation::new(RelationKind::Overlaps, "both deny it");
    }
    let explicit = a.states() && b.states();
    if explicit && let Some(relation) = apart(&a, &b, shared) {
        return relation;
    }
    let same = kinds_a.iter().all(|x| kinds_b.iter().any(|y| thesaurus::same(x, y)))
        && kinds_b.iter().all(|y| kinds_a.iter().any(|x| thesaurus::same(x, y)));
    let reason = format!("it is {} in one and {} in the other", a.words(), b.words());
    if same && !kinds_a.is_empty() {
        return Relation::new(RelationKind::Equal, "both say the same");
    }
    Relation::new(RelationKind::Overlaps, reason)
}

/// Whether one noun can stand for the other: the same, or a broader term.
fn alike(x: &str, y: &str) -> bool {
    thesaurus::same(x, y) || thesaurus::broader(x, y) || thesaurus::broader(y, x)
}

/// One says that it is, the other that it is not: opposed if all that is denied is stated.
fn denial(denied: &Said, stated: &Said, shared: bool) -> Relation {
    let words = stated.all("word");
    let covered = denied.all("word").iter().all(|w| words.iter().any(|v| alike(v, w)));
    let nations = stated.all("nationality");
    let covered =
        covered && denied.all("nationality").iter().all(|p| nations.iter().any(|q| places::contains(p, q)));
    let bare = denied.all("of").is_empty() && denied.all("place").is_empty();
    if shared && covered && bare {
        return Relation::new(
            RelationKind::Disjoint,
            format!("one says that it is {}, the other that it is not {}", stated.words(), denied.words()),
        );
    }
    Relation::new(RelationKind::Incomparable, "what one denies is not what the other says")
}

/// Why nothing can be both, if so.
fn apart(a: &Said, b: &Said, shared: bool) -> Option<Relation> {
    let no = |reason: String| Some(Relation::new(RelationKind::Disjoint, reason));
    if shared {
        for role in ["nationality", "place"] {
            let (x, y) = (a.all(role), b.all(role));
            let meet = x.iter().any(|p| y.iter().any(|q| places::contains(p, q) || places::contains(q, p)));
            let known = x.iter().chain(&y).all(|p| places::lookup(p).is_some());
            if !x.is_empty() && !y.is_empty() && !meet && known {
                return no(format!("it is {} in one and {} in the other", a.words(), b.words()));
            }
        }
        for role in MAKERS {
            let (x, y) = (a.all(role), b.all(role));
            let one = x.iter().any(|p| y.iter().any(|q| same_name(p, q)));
            if !x.is_empty() && !y.is_empty() && !one {
                return no(format!("it is {role} {} in one and {role} {} in the other", x[0], y[0]));
            }
        }
        return None;
    }
    let (x, y) = (a.all("kind"), b.all("kind"));
    let exclusive = x.iter().all(|k| y.iter().all(|l| kinds::exclusive(k, l)));
    if exclusive && !x.is_empty() && !y.is_empty() {
        return no(format!("what is {} is not {}", a.words(), b.words()));
    }
    None
}
