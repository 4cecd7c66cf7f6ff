//! What keeps two claims apart whatever else they share.

use super::Input;
use super::same::telling;
use super::value::is_time;
use crate::lexicon::stem::stem;
use crate::lexicon::{PEOPLE, RESTRICTING_WORDS, naming, places, thesaurus};
use crate::model::{Claim, ClaimKind, ClaimValue, EntityId, EntityKind, Kind};

/// Two significant digits and thousands, or three digits: that little else is said of such a value by chance.
const TELLING: f32 = 0.8;

/// A figure that tells as much is one whether it is said of ships or of ferries.
const SAYS_ENOUGH: f32 = 0.5;

/// Why `a` and `b` cannot answer one question; `None` if nothing speaks against it.
pub fn veto(input: Input, a: &Claim, b: &Claim) -> Option<&'static str> {
    if !matches!(a.kind, ClaimKind::Value(_)) {
        return None;
    }
    if a.attribute_id.is_some() && b.attribute_id.is_some() && !one_attribute(input, a, b) {
        return Some("they measure different things");
    }
    // What rose by 3 % in one article and fell by 3 % in the other is one change, told the wrong way round.
    if opposite_changes(a, b) && !one_figure(a, b) {
        return Some("one is a rise, the other a fall");
    }
    if units_differ(a, b) {
        return Some("their units differ");
    }
    let one_value = || says_the_same(a, b);
    // `150 million users`, `150 million Europeans`
    let person = |noun: &str| PEOPLE.has(noun) || places::adjective(noun).is_some();
    let people = || person(&a.noun) && person(&b.noun);
    let enough = || one_value() || one_figure(a, b) && telling(a) >= SAYS_ENOUGH;
    if nouns_differ(input, a, b) && !(people() && (enough() || of_anybody(a, b))) {
        return Some("they count different things");
    }
    // `17 missing passengers`, `seven are missing`: what is measured says it.
    let attribute = a.attribute_id.as_ref().filter(|_| a.attribute_id == b.attribute_id);
    let attribute = attribute.and_then(|id| input.rules.attribute(id));
    let said =
        |w: &str| attribute.is_some_and(|a| a.nouns.iter().chain(&a.verbs).any(|n| stem(n) == stem(w)));
    let alone = |x: &Claim, y: &Claim| {
        x.modifiers.iter().any(|w| RESTRICTING_WORDS.has(w) && !y.modifiers.contains(w) && !said(w))
    };
    if alone(a, b) || alone(b, a) {
        return Some("a restricting word stands with only one of them");
    }
    // Where what is said holds is not where it is said.
    let said = |c: &Claim| is_time(c) && naming::say_verb(&c.verb).is_some();
    if places_differ(a, b) && !one_value() && !(said(a) && said(b)) {
        return Some("they speak of different places");
    }
    None
}

/// Whether one value is a rise and the other a fall.
pub const fn opposite_changes(a: &Claim, b: &Claim) -> bool {
    a.change * b.change < 0
}

/// Whether both are figures of one attribute, or of two that may be meant by one another.
pub fn one_attribute(input: Input, a: &Claim, b: &Claim) -> bool {
    let both = a.attribute_id.as_deref().zip(b.attribute_id.as_deref());
    both.is_some_and(|(a, b)| a == b || input.rules.related(a, b))
}

/// Whether one of two figures that can both be right counts people of whatever sort: `more than 800 volunteers`, `hundreds of
/// people`.
fn of_anybody(a: &Claim, b: &Claim) -> bool {
    let fits = match (&a.value, &b.value) {
        (ClaimValue::Quantity { quantity: x, .. }, ClaimValue::Quantity { quantity: y, .. }) => {
            x.interval().intersects(&y.interval())
        }
        _ => false,
    };
    fits && (a.noun == "person" || b.noun == "person")
}

/// Whether it says much that two claims state this value.
pub fn is_telling(claim: &Claim) -> bool {
    telling(claim) >= TELLING
}

/// Whether both state one telling figure.
pub fn says_the_same(a: &Claim, b: &Claim) -> bool {
    is_telling(a) && one_figure(a, b)
}

/// Whether both state one figure, or one time, whatever its unit.
fn one_figure(a: &Claim, b: &Claim) -> bool {
    match (&a.value, &b.value) {
        (ClaimValue::Quantity { quantity: x, .. }, ClaimValue::Quantity { quantity: y, .. }) => {
            x.low == y.low && x.high == y.high
        }
        (x, y) => x == y,
    }
}

fn units_differ(a: &Claim, b: &Claim) -> bool {
    let (ClaimValue::Quantity { unit: x, per: p, .. }, ClaimValue::Quantity { unit: y, per: q, .. }) =
        (&a.value, &b.value)
    else {
        return false;
    };
    let per = p.is_some() && q.is_some() && p != q;
    per || (a.kind == ClaimKind::Value(Kind::Percent) && x != y)
}

/// For counts the thing counted must be the same or a listed synonym; a bare number fits any.
fn nouns_differ(input: Input, a: &Claim, b: &Claim) -> bool {
    if !matches!(a.kind, ClaimKind::Value(Kind::Count)) || !matches!(b.kind, ClaimKind::Value(Kind::Count)) {
        return false;
    }
    if one_attribute(input, a, b) {
        return false;
    }
    let (x, y) = (&a.noun, &b.noun);
    // `112 aircraft`, `112 planes`
    let one =
        || thesaurus::same(x, y) || one_figure(a, b) && telling(a) >= SAYS_ENOUGH && thesaurus::akin(x, y);
    !x.is_empty() && !y.is_empty() && !synonymous(input, x, y) && !one()
}

/// Whether two nouns are the same or stand in one set of synonyms of the rules.
pub fn synonymous(input: Input, a: &str, b: &str) -> bool {
    let (a, b) = (stem(a), stem(b));
    a == b || input.rules.synonym_sets(|word| stem(word).into_owned()).join(&a, &b)
}

/// Whether two verbs tell one thing; `has` and `there are` say no more than that something is there.
pub fn one_verb(a: &str, b: &str) -> bool {
    let bare = |v: &str| matches!(v, "" | "be" | "have");
    if bare(a) && bare(b) {
        return !(a.is_empty() && b.is_empty());
    }
    a == b || thesaurus::same(a, b)
}

/// Places contradict if both claims name some, none lies in another, or one speaks of what is outside.
fn places_differ(a: &Claim, b: &Claim) -> bool {
    if a.places.is_empty() || b.places.is_empty() {
        return false;
    }
    !a.places.iter().any(|p| {
        b.places.iter().any(|q| {
            p.outside == q.outside
                && (p.name == q.name
                    || places::contains(&p.name, &q.name)
                    || places::contains(&q.name, &p.name))
        })
    })
}

/// Two known subjects that are neither the same nor parts of each other.
pub fn people_differ(input: Input, a: Option<EntityId>, b: Option<EntityId>) -> bool {
    let (Some(x), Some(y)) = (a, b) else { return false };
    let kind = |id: EntityId| input.entities.table.get(id.0).map(|e| e.kind);
    let named = |k: Option<EntityKind>| matches!(k, Some(EntityKind::Person | EntityKind::Organisation));
    named(kind(x)) && kind(x) == kind(y) && !input.entities.same_or_part(x, y)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::entity::Entities;
    use crate::model::{Decimal, Place, Quantity};
    use crate::rules::Rules;

    fn boats() -> Claim {
        let quantity = Quantity::exactly(5.into(), Decimal::ONE);
        let value = ClaimValue::Quantity { quantity, unit: Some("boat".to_owned()), per: None };
        Claim { noun: "boat".to_owned(), ..Claim::new(0, ClaimKind::Value(Kind::Count), value) }
    }

    fn many() -> Claim {
        let quantity = Quantity::exactly(70.into(), Decimal::ONE);
        Claim { value: ClaimValue::Quantity { quantity, unit: None, per: None }, ..boats() }
    }

    fn attribute(id: &str) -> Claim {
        Claim { attribute_id: Some(id.to_owned()), ..boats() }
    }

    fn counting(noun: &str) -> Claim {
        Claim { noun: noun.to_owned(), ..boats() }
    }

    fn modified(word: &str) -> Claim {
        Claim { modifiers: vec![word.to_owned()], ..boats() }
    }

    fn at(name: &str, outside: bool) -> Claim {
        Claim { places: vec![Place { name: name.to_owned(), outside }], ..boats() }
    }

    fn changed(change: i8) -> Claim {
        Claim { change, ..boats() }
    }

    fn of(kind: Kind, unit: Option<&str>, per: Option<&str>) -> Claim {
        let quantity = Quantity::exactly(5.into(), Decimal::ONE);
        let value =
            ClaimValue::Quantity { quantity, unit: unit.map(str::to_owned), per: per.map(str::to_owned) };
        Claim::new(0, ClaimKind::Value(kind), value)
    }

    #[test]
    fn claims_about_different_things_are_kept_apart() {
        let entities = Entities::default();
        let input = Input {
            documents: &[],
            annotations: &[],
            claims: &[],
            entities: &entities,
            stems: &[],
            rules: Rules::shipped(),
        };
        let bare = |kind| Claim { noun: String::new(), kind, ..boats() };
        let status = |id: &str| Claim { kind: ClaimKind::Status, ..attribute(id) };
        let table = vec![
            (boats(), boats(), false, "the same"),
            (status("deaths"), status("injured"), false, "statements are told apart elsewhere"),
            (attribute("deaths"), attribute("injured"), true, "two attributes"),
            (attribute("deaths"), attribute("deaths"), false, "one attribute"),
            (attribute("deaths"), boats(), false, "one attribute is not known"),
            (changed(1), Claim { change: -1, ..many() }, true, "a rise and a fall"),
            (changed(1), changed(-1), false, "a rise told as a fall"),
            (changed(1), changed(1), false, "two rises"),
            (changed(1), boats(), false, "a rise and a level"),
            (
                of(Kind::Money, Some("USD"), Some("share")),
                of(Kind::Money, Some("USD"), Some("day")),
                true,
                "rates",
            ),
            (
                of(Kind::Money, Some("USD"), Some("day")),
                of(Kind::Money, Some("USD"), Some("day")),
                false,
                "one rate",
            ),
            (
                of(Kind::Money, Some("USD"), Some("day")),
                of(Kind::Money, Some("USD"), None),
                false,
                "rate left out",
            ),
            (
                of(Kind::Percent, None, None),
                of(Kind::Percent, Some("percentage point"), None),
                true,
                "points",
            ),
            (of(Kind::Percent, None, None), of(Kind::Percent, None, None), false, "percentages"),
            (
                of(Kind::Dimension, Some("mile"), None),
                of(Kind::Dimension, Some("meter"), None),
                false,
                "convertible",
            ),
            (boats(), counting("car"), true, "two nouns"),
            (boats(), counting("boats"), false, "singular and plural"),
            (boats(), counting(""), false, "no noun"),
            (counting(""), boats(), false, "no noun"),
            (
                boats(),
                Claim { kind: ClaimKind::Value(Kind::Number), ..counting("car") },
                false,
                "a bare number",
            ),
            (bare(ClaimKind::Value(Kind::Number)), boats(), false, "a bare number"),
            (
                Claim { noun: "person".to_owned(), ..attribute("deaths") },
                Claim { noun: "crew".to_owned(), ..attribute("deaths") },
                false,
                "what is measured tells",
            ),
            (
                Claim { noun: "crew".to_owned(), ..attribute("deaths") },
                boats(),
                true,
                "one attribute is not known",
            ),
            (modified("female"), boats(), true, "a restricting word"),
            (modified("female"), modified("female"), false, "the same restricting word"),
            (modified("big"), boats(), false, "a word that restricts little"),
            (at("Oslo", false), at("Denmark", false), true, "two places"),
            (at("Oslo", false), at("Oslo", false), false, "one place"),
            (at("Oslo", false), at("Norway", false), false, "one lies in the other"),
            (at("Norway", false), at("Oslo", false), false, "one lies in the other"),
            (at("Norway", true), at("Norway", false), true, "outside and inside"),
            (at("Qwertsk", false), at("Qwertsk", false), false, "a place that nobody knows"),
            (at("Oslo", false), boats(), false, "one place is not known"),
        ];
        for (a, b, apart, why) in table {
            assert_eq!(veto(input, &a, &b).is_some(), apart, "{why}");
            assert_eq!(veto(input, &b, &a).is_some(), apart, "{why}, the other way round");
        }
    }
}
