//! What something is: the same, one said more precisely, or two things that nothing can be at once.
//!
//! Opposed by denial of the same, by two nationalities of one kind of thing, by two places neither of which holds the other,
//! and by kinds listed as exclusive. Whatever else differs can be true of one thing.

use super::items::same_name;
use super::predicate::Event;
use super::{Relation, RelationKind};
use crate::lexicon::antonyms::ANTONYMS;
use crate::lexicon::{kinds, naming, places, thesaurus};
use crate::model::Claim;

/// Roles of makers: a thing has one set of them.
const MAKERS: [&str; 11] = [
    "by",
    "directed by",
    "written by",
    "recorded by",
    "composed by",
    "created by",
    "founded by",
    "designed by",
    "discovered by",
    "invented by",
    "painted by",
];

/// Of what a thing of one of these kinds is one: a character of one work, a capital of one country.
const ONE_OF: [&str; 8] =
    ["character", "capital", "sequel", "prequel", "episode", "moon", "tributary", "spin-off"];

/// Ranks of which a thing has one among its like.
const RANKS: [&str; 8] = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "last"];

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
    // What says no kind (`is Danish`, `was written by Ann Doe`) goes with any.
    let shared = kinds_a.is_empty()
        || kinds_b.is_empty()
        || kinds_a.iter().any(|x| kinds_b.iter().any(|y| alike(x, y)));
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
    let parts = |said: &Said| -> Vec<(String, String)> {
        said.roles.iter().filter(|(role, _)| !matches!(role.as_str(), "is" | "called")).cloned().collect()
    };
    // `the first woman to sail there`, `the second woman to fly there`
    let ranked = ["rank", "tail"]
        .iter()
        .all(|role| a.all(role) == b.all(role) || a.all(role).is_empty() || b.all(role).is_empty());
    if same && ranked && !kinds_a.is_empty() || !parts(&a).is_empty() && parts(&a) == parts(&b) {
        return Relation::new(RelationKind::Equal, "both say the same");
    }
    Relation::new(RelationKind::Overlaps, reason)
}

/// How two descriptions relate that say how something stands among its like: in two markets, or of a unit and its whole, both
/// can be true, and who was no major one may be the second by now.
pub fn standing((a, x): (&Claim, Event), (b, y): (&Claim, Event), relation: Relation) -> Relation {
    let places = [Said { roles: x.2 }.all("place"), Said { roles: y.2 }.all("place")];
    let scopes = places[0] != places[1];
    let open = match relation.kind {
        RelationKind::Incomparable => true,
        RelationKind::Disjoint => a.subject != b.subject || scopes,
        _ => false,
    };
    if open {
        Relation::new(RelationKind::Overlaps, "both say how it stands among its like")
    } else {
        relation
    }
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
    let makers: Vec<&str> = MAKERS.iter().flat_map(|role| stated.all(role)).collect();
    let made = |role: &&str| denied.all(role).iter().all(|x| makers.iter().any(|y| same_name(x, y)));
    let ranks = stated.all("rank");
    let ranked = denied.all("rank").iter().all(|rank| ranks.contains(rank));
    // The second highest is not the highest.
    let most = denied.all("word").iter().any(|word| word.len() > 4 && word.ends_with("est"));
    let other = |rank: &&str| RANKS.contains(rank) && !denied.all("rank").contains(rank);
    let ranked = ranked && !(most && ranks.iter().any(other));
    // The first woman to head it need not be the first to head it.
    let first = denied.all("rank").iter().any(|rank| RANKS.contains(rank));
    let all = denied.all("word");
    let ranked = ranked && !(first && words.iter().any(|w| !all.iter().any(|v| alike(v, w))));
    let (tail, told) = (denied.all("tail"), stated.all("tail"));
    let restricted = tail.iter().all(|w| told.iter().any(|v| thesaurus::related(w, v)));
    let covered = covered && ranked && restricted && MAKERS.iter().all(made);
    let held = |role: &str| {
        let told = [stated.all("of"), stated.all("place")].concat();
        denied.all(role).iter().all(|x| told.iter().any(|y| same_name(x, y)))
    };
    let bare = held("of") && held("place");
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
            // Where a town lies is a question of its own.
            let town = |kind: &&str| {
                let named = naming::description_head(kind) == Some(naming::DescriptionHead::Place);
                named || naming::is_place_head(kind)
            };
            let lies = role == "place" && a.all("kind").iter().any(town);
            if !x.is_empty() && !y.is_empty() && !meet && known && !lies {
                return no(format!("it is {} in one and {} in the other", a.words(), b.words()));
            }
        }
        let (x, y) = (a.all("year"), b.all("year"));
        if !x.is_empty() && !y.is_empty() && !x.iter().any(|year| y.contains(year)) {
            return no(format!("it is {} in one and {} in the other", a.words(), b.words()));
        }
        if let Some((x, y)) = opposite_words(a, b) {
            return no(format!("\u{201c}{x}\u{201d} is the opposite of \u{201c}{y}\u{201d}"));
        }
        if let Some((x, y)) = two_ranks(a, b) {
            return no(format!("it is the {x} in one and the {y} in the other"));
        }
        if let Some((x, y)) = of_two(a, b) {
            return no(format!("it is of {x} in one and of {y} in the other"));
        }
        for role in MAKERS {
            let (x, y) = (a.all(role), b.all(role));
            let one = x.iter().any(|p| y.iter().any(|q| same_name(p, q)));
            if !x.is_empty() && !y.is_empty() && !one {
                return no(format!("it is {role} {} in one and {role} {} in the other", x[0], y[0]));
            }
        }
    }
    apart_by_kind(a, b)
}

/// The ranks of which each gives another to the same: `the first woman to lead the club`, `the second woman to lead the club`.
fn two_ranks<'a>(a: &Said<'a>, b: &Said<'a>) -> Option<(&'a str, &'a str)> {
    let rank = |said: &Said<'a>| said.all("rank").into_iter().find(|rank| RANKS.contains(rank));
    let (x, y) = (rank(a)?, rank(b)?);
    let told = |said: &Said<'a>| -> Vec<&'a str> {
        let roles = ["word", "tail", "of", "place"];
        roles.iter().flat_map(|role| said.all(role)).filter(|w| !RANKS.contains(w)).collect()
    };
    let (p, q) = (told(a), told(b));
    let tails = (a.all("tail"), b.all("tail"));
    let within = |p: &[&str], q: &[&str]| {
        p.iter().all(|v| q.iter().any(|w| thesaurus::related(v, w) || same_name(v, w)))
    };
    // `the first album` may be any band's.
    let one = |p: &[&str], q: &[&str]| within(p, q) && within(q, p);
    let restricted = p.len() > 1 && one(&p, &q) || !tails.0.is_empty() && one(&tails.0, &tails.1);
    (x != y && restricted).then_some((x, y))
}

/// A word of each that are listed as opposites: `one of the largest cities`, `the smallest city`.
fn opposite_words<'a>(a: &Said<'a>, b: &Said<'a>) -> Option<(&'a str, &'a str)> {
    let (x, y) = (a.all("word"), b.all("word"));
    let both = |w: &&&str| x.contains(*w) && y.contains(*w);
    let own = |words: &[&'a str]| -> Vec<&'a str> { words.iter().filter(|w| !both(w)).copied().collect() };
    let (x, y) = (own(&x), own(&y));
    x.iter().find_map(|v| Some((*v, *y.iter().find(|w| ANTONYMS.has(v, w))?)))
}

/// Of which two things both say that it is, if it can be of one only.
fn of_two<'a>(a: &Said<'a>, b: &Said<'a>) -> Option<(&'a str, &'a str)> {
    let one = |said: &Said| said.all("kind").iter().any(|kind| ONE_OF.contains(kind));
    let whole = |said: &Said<'a>| -> Vec<&'a str> { [said.all("of"), said.all("place")].concat() };
    let (x, y) = (whole(a), whole(b));
    let fits = |p: &str, q: &str| same_name(p, q) || places::contains(p, q) || places::contains(q, p);
    let meet = x.iter().any(|p| y.iter().any(|q| fits(p, q)));
    if !one(a) || !one(b) || meet { None } else { x.first().copied().zip(y.first().copied()) }
}

/// Why nothing is of the kinds that both say, if so.
fn apart_by_kind(a: &Said, b: &Said) -> Option<Relation> {
    let no = |reason: String| Some(Relation::new(RelationKind::Disjoint, reason));
    let (x, y) = (a.all("kind"), b.all("kind"));
    let opposite =
        |k: &&str| y.iter().find(|l| thesaurus::opposite(k, l)).map(|l| (k.to_string(), l.to_string()));
    if let Some((k, l)) = x.iter().find_map(opposite) {
        return no(format!("\u{201c}{k}\u{201d} is the opposite of \u{201c}{l}\u{201d}"));
    }
    let (x, y) = (kinds::without_vague_callings(x), kinds::without_vague_callings(y));
    let exclusive = x.iter().all(|k| y.iter().all(|l| kinds::exclusive(k, l)));
    if exclusive && !x.is_empty() && !y.is_empty() {
        return no(format!("what is {} is not {}", a.words(), b.words()));
    }
    // Nobody is said to have been something else once.
    let once = |said: &Said| said.all("word").iter().any(|w| matches!(*w, "former" | "ex" | "retired"));
    if once(a) || once(b) {
        return None;
    }
    if !x.is_empty() && !y.is_empty() && kinds::fields_differ(&a.all("word"), &b.all("word")) {
        return no(format!("what is {} is not {}", a.words(), b.words()));
    }
    let alone = |said: &Said| !said.all("only").is_empty();
    let apart = !x.iter().any(|k| y.iter().any(|l| thesaurus::akin(k, l)));
    let people = x.iter().chain(&y).all(|k| thesaurus::broader("person", k));
    if (alone(a) || alone(b)) && apart && people && !x.is_empty() && !y.is_empty() {
        return no(format!("one says that it is only {}, the other that it is {}", a.words(), b.words()));
    }
    let defined = |said: &Said| !said.all("life").is_empty();
    if defined(a) && kinds::callings_differ(&x, &y) || defined(b) && kinds::callings_differ(&y, &x) {
        return no(format!("one defines it as {}, the other as {}", a.words(), b.words()));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use RelationKind::{Disjoint, Equal, Incomparable, Overlaps};

    #[test]
    fn things_are_opposed_by_denial_nation_maker_and_kind() {
        type Roles = &'static [(&'static str, &'static str)];
        const DANISH: Roles =
            &[("is", "a Danish tanker"), ("kind", "tanker"), ("word", "tanker"), ("nationality", "Denmark")];
        const NORWEGIAN: Roles = &[
            ("is", "a Norwegian tanker"),
            ("kind", "tanker"),
            ("word", "tanker"),
            ("nationality", "Norway"),
        ];
        const TANKER: Roles = &[("is", "a tanker"), ("kind", "tanker"), ("word", "tanker")];
        const OLD: Roles =
            &[("is", "an old tanker"), ("kind", "tanker"), ("word", "tanker"), ("word", "wreck")];
        const OF: Roles =
            &[("is", "a tanker of Acme"), ("kind", "tanker"), ("word", "tanker"), ("of", "Acme")];
        const IN_OSLO: Roles = &[("is", "a club in Oslo"), ("kind", "club"), ("place", "Oslo")];
        const IN_NORWAY: Roles = &[("is", "a club in Norway"), ("kind", "club"), ("place", "Norway")];
        const IN_DENMARK: Roles = &[("is", "a club in Denmark"), ("kind", "club"), ("place", "Denmark")];
        const NOWHERE: Roles = &[("is", "a club in Qwertsk"), ("kind", "club"), ("place", "Qwertsk")];
        const BY_AMSEL: Roles = &[("is", "a film by Amsel"), ("kind", "film"), ("by", "Amsel")];
        const BY_OKAFOR: Roles = &[("is", "a film by Okafor"), ("kind", "film"), ("by", "Okafor")];
        const FILM: Roles = &[("is", "a film"), ("kind", "film")];
        const PASSING: Roles = &[("called", "the film"), ("kind", "film"), ("by", "Okafor")];
        const BARE: Roles = &[("is", "it")];
        const HIGHEST: Roles =
            &[("is", "the highest hill"), ("kind", "hill"), ("word", "highest"), ("word", "hill")];
        const LOWEST: Roles =
            &[("is", "the lowest hill"), ("kind", "hill"), ("word", "lowest"), ("word", "hill")];
        const SECOND_HIGHEST: Roles = &[
            ("is", "the second highest hill"),
            ("kind", "hill"),
            ("rank", "second"),
            ("word", "highest"),
            ("word", "hill"),
        ];
        const FIRST_TO_FLY: Roles = &[
            ("is", "the first girl"),
            ("kind", "girl"),
            ("rank", "first"),
            ("word", "girl"),
            ("tail", "fly"),
        ];
        const FIRST_TO_SAIL: Roles = &[
            ("is", "the first girl"),
            ("kind", "girl"),
            ("rank", "first"),
            ("word", "girl"),
            ("tail", "sail"),
        ];
        const SECOND_TO_FLY: Roles = &[
            ("is", "the second girl"),
            ("kind", "girl"),
            ("rank", "second"),
            ("word", "girl"),
            ("tail", "fly"),
        ];
        const OF_ORLA: Roles = &[("is", "a character in Orla"), ("kind", "character"), ("of", "Orla")];
        const OF_NAN: Roles = &[("is", "a character in Nan"), ("kind", "character"), ("of", "Nan")];
        const ACTOR: Roles = &[("is", "an actor"), ("kind", "actor")];
        const ONLY_ACTOR: Roles = &[("is", "an actor"), ("kind", "actor"), ("only", "told")];
        const BORN_ACTOR: Roles = &[("is", "an actor"), ("kind", "actor"), ("life", "told")];
        const DIRECTOR: Roles = &[("is", "a director"), ("kind", "director")];
        const SENATOR: Roles = &[("is", "a senator"), ("kind", "senator")];
        const TENNIS: Roles = &[("is", "a tennis player"), ("kind", "player"), ("word", "tennis")];
        const CHESS: Roles = &[("is", "a chess player"), ("kind", "player"), ("word", "chess")];
        for (a, b, want, why) in [
            ((true, TANKER), (false, DANISH), Disjoint, "all that is denied is stated"),
            ((true, DANISH), (false, TANKER), Incomparable, "the nation is not stated"),
            ((true, DANISH), (false, NORWEGIAN), Incomparable, "another nation is stated"),
            ((true, DANISH), (false, DANISH), Disjoint, "all of it is stated"),
            ((true, OLD), (false, TANKER), Incomparable, "a word is not stated"),
            ((true, OF), (false, OF), Disjoint, "of one owner"),
            ((true, OF), (false, TANKER), Incomparable, "it may be of somebody else"),
            ((true, IN_OSLO), (false, IN_OSLO), Disjoint, "in one place"),
            ((true, IN_OSLO), (false, IN_DENMARK), Incomparable, "it may be somewhere else"),
            ((true, HIGHEST), (false, SECOND_HIGHEST), Incomparable, "the second is not the first"),
            ((true, FIRST_TO_FLY), (false, FIRST_TO_SAIL), Incomparable, "the first at something else"),
            ((true, FIRST_TO_FLY), (false, FIRST_TO_FLY), Disjoint, "the first at one thing"),
            ((false, FIRST_TO_FLY), (false, SECOND_TO_FLY), Disjoint, "two ranks at one thing"),
            ((false, FIRST_TO_SAIL), (false, SECOND_TO_FLY), Overlaps, "two ranks at two things"),
            ((false, HIGHEST), (false, LOWEST), Disjoint, "opposite words"),
            ((false, OF_ORLA), (false, OF_NAN), Disjoint, "a character of two works"),
            ((false, OF_ORLA), (false, OF_ORLA), Equal, "a character of one work"),
            ((false, ONLY_ACTOR), (false, DIRECTOR), Disjoint, "one is only one thing"),
            ((false, ACTOR), (false, DIRECTOR), Overlaps, "somebody can be both"),
            ((false, BORN_ACTOR), (false, SENATOR), Disjoint, "a definition is of another calling"),
            ((false, ACTOR), (false, SENATOR), Overlaps, "no definition"),
            ((false, TENNIS), (false, CHESS), Disjoint, "two sports"),
            ((true, TANKER), (false, FILM), Incomparable, "another thing"),
            ((true, TANKER), (true, TANKER), Overlaps, "both deny it"),
            ((false, DANISH), (false, NORWEGIAN), Disjoint, "two nations"),
            ((false, DANISH), (false, TANKER), Equal, "one nation"),
            ((false, IN_OSLO), (false, IN_NORWAY), Equal, "one place lies in the other"),
            ((false, IN_OSLO), (false, IN_DENMARK), Disjoint, "two places"),
            ((false, IN_OSLO), (false, NOWHERE), Equal, "nobody knows where that is"),
            ((false, BY_AMSEL), (false, BY_OKAFOR), Disjoint, "two makers"),
            ((false, BY_AMSEL), (false, FILM), Equal, "one maker"),
            ((false, BY_AMSEL), (false, PASSING), Equal, "said in passing"),
            ((false, BARE), (false, FILM), Overlaps, "no kind"),
            ((false, BARE), (false, BARE), Overlaps, "no kinds"),
        ] {
            let owned = |roles: Roles| -> Vec<(String, String)> {
                roles.iter().map(|(r, f)| ((*r).to_owned(), (*f).to_owned())).collect()
            };
            let (x, y) = (owned(a.1), owned(b.1));
            assert_eq!(relate(("be", a.0, &x), ("be", b.0, &y)).kind, want, "{why}: {x:?} {y:?}");
            assert_eq!(relate(("be", b.0, &y), ("be", a.0, &x)).kind, want, "{why}: {y:?} {x:?}");
        }
        let owned =
            |role: &str| vec![("is".to_owned(), role.to_owned()), ("kind".to_owned(), "film".to_owned())];
        let (x, y) = (owned("a film"), vec![("called".to_owned(), "a ship".to_owned())]);
        let reason = relate(("be", false, &x), ("be", false, &y)).reason;
        assert_eq!(reason, "it is a film in one and a ship in the other");
    }
}
