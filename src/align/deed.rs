//! Whether two statements tell one deed: by who does it to whom, by its name, from its other end, or by how many they name.

use super::Input;
use crate::lexicon::antonyms::{ANTONYMS, CONVERSE};
use crate::lexicon::{LIGHT_VERBS, MAKING_VERBS, VERBS_OF_DEEDS, thesaurus};
use crate::model::{Claim, ClaimValue, EntityKind};

/// So many names in common, under verbs of one meaning, are one deed.
const NAMES: usize = 3;

/// What fills a role of a claim.
pub fn fillers<'a>(claim: &'a Claim, role: &str) -> impl Iterator<Item = &'a str> {
    let arguments = match &claim.value {
        ClaimValue::Predicate { arguments, .. } => &arguments[..],
        _ => &[],
    };
    arguments.iter().filter(move |(r, _)| r == role).map(|(_, filler)| filler.as_str())
}

/// Whether two statements tell one deed, of which one at least names it (`announced a partnership`), with somebody else each.
pub fn other_partners(x: &Claim, y: &Claim) -> bool {
    let names_it = |c: &Claim| VERBS_OF_DEEDS.has(&c.verb) && !c.noun.starts_with('@') && !c.noun.is_empty();
    let (named, other) = (names_it(x), names_it(y));
    if !named && !other {
        return false;
    }
    let deed = if named { &x.noun } else { &x.verb };
    if !thesaurus::related(deed, if other { &y.noun } else { &y.verb }) {
        return false;
    }
    let subjects = [x, y].map(|c| c.subject.map(|id| format!("@{}", id.0)).unwrap_or_default());
    let names = |c: &Claim| -> Vec<String> {
        let named = c.modifiers.iter().filter(|m| m.starts_with('@') && !subjects.contains(m));
        named.cloned().collect()
    };
    let (p, q) = (names(x), names(y));
    !p.is_empty() && !q.is_empty() && !p.iter().any(|name| q.contains(name))
}

/// Whether two articles have somebody speak on occasions that may be one: with nobody else there in each.
pub fn one_occasion(x: &Claim, y: &Claim) -> bool {
    if x.verb != y.verb || x.subject != y.subject || !thesaurus::related(&x.noun, &y.noun) {
        return false;
    }
    let (a, b) = (fillers(x, "with").collect::<Vec<_>>(), fillers(y, "with").collect::<Vec<_>>());
    a.is_empty() || b.is_empty() || a.iter().any(|n| b.contains(n))
}

/// Whether one statement names the deed that the other tells, with the same object: `teamed up with Pell`, `announced a partnership
/// with Pell`.
pub fn deed_told(input: Input, x: &Claim, named: &Claim) -> bool {
    let one = || x.subject.zip(named.subject).is_some_and(|(a, b)| input.entities.same_or_part(a, b));
    VERBS_OF_DEEDS.has(&named.verb)
        && x.noun.starts_with('@')
        && named.modifiers.contains(&x.noun)
        && one()
        && thesaurus::related(&x.verb, &named.noun)
}

/// Whether two statements tell one thing from its two ends: `Norvik leads`, `Tarn trails Norvik`.
pub fn from_other_end(x: &Claim, y: &Claim) -> bool {
    let acts_on =
        |a: &Claim, b: &Claim| a.subject.is_some_and(|id| b.modifiers.contains(&format!("@{}", id.0)));
    x.subject != y.subject && CONVERSE.has(&x.verb, &y.verb) && (acts_on(x, y) || acts_on(y, x))
}

/// Whether two statements speak of the same three names, of two where their verb says enough.
pub fn many_names(x: &Claim, y: &Claim) -> bool {
    let shared = |m: &&String| m.starts_with(['@', '+']) && y.modifiers.contains(m);
    let shared = x.modifiers.iter().filter(shared).count();
    let light = LIGHT_VERBS.has(&x.verb) || LIGHT_VERBS.has(&y.verb);
    shared >= NAMES || shared + 1 >= NAMES && !light
}

/// Whether two statements tell opposite deeds of one subject, in one more word at least: `accepted the mediation`, `refused any
/// mediation`; or of one thing, in two.
pub fn opposite_deeds(x: &Claim, y: &Claim) -> bool {
    if x.headline || y.headline || !ANTONYMS.has(&x.verb, &y.verb) {
        return false;
    }
    // `the stadium plan was rejected`, `they approved the stadium plan`
    let both = |t: &&String| y.modifiers.contains(t);
    let thing = !x.noun.is_empty() && !x.noun.starts_with('@') && x.noun == y.noun;
    if thing && x.modifiers.iter().filter(both).count() > 1 {
        return true;
    }
    let subject = x.subject.filter(|_| x.subject == y.subject && x.passive == y.passive);
    let Some(subject) = subject.map(|id| format!("@{}", id.0)) else { return false };
    x.modifiers.iter().filter(both).any(|t| *t != subject)
}

/// Whether two statements with one verb have one subject do it to one object.
pub fn one_deed(input: Input, x: &Claim, y: &Claim) -> bool {
    let one = |a, b| input.entities.same_or_part(a, b);
    // `a jury convicted Ann Doe`, `Ann Doe was found guilty`
    let suffers = |c: &Claim| c.noun.starts_with('@') && !LIGHT_VERBS.has(&c.verb) && !c.headline;
    if suffers(x) && x.noun == y.noun && (x.passive || y.passive) {
        return true;
    }
    // `Ann Doe was arrested`, `police detained Ann Doe`: what a person does or suffers is one deed, unless it is done every day.
    let person = |c: &Claim| {
        let subject = c.subject.and_then(|id| input.entities.table.get(id.0));
        subject.is_some_and(|e| e.kind == EntityKind::Person) && !LIGHT_VERBS.has(&c.verb) && !c.headline
    };
    if x.subject == y.subject && x.passive == y.passive && person(x) && person(y) {
        return true;
    }
    let topic =
        |c: &Claim| !c.topic.is_empty() && c.subject.is_none() && !LIGHT_VERBS.has(&c.verb) && !c.headline;
    if x.topic == y.topic && x.passive == y.passive && topic(x) && topic(y) {
        return true;
    }
    // `is a song recorded by`, `was recorded by`
    let made = x.passive && y.passive && x.verb == y.verb && MAKING_VERBS.has(&x.verb);
    if made && x.subject.is_some() && x.subject == y.subject {
        return true;
    }
    x.subject.zip(y.subject).is_some_and(|(a, b)| one(a, b))
        && !x.noun.is_empty()
        && !y.noun.is_empty()
        && thesaurus::related(&x.noun, &y.noun)
}

/// Whether the words before what one subject does something to say that it is of two sorts: `a boat shed`, `a tool shed`.
pub fn other_sort(input: Input, x: &Claim, y: &Claim) -> bool {
    let one = |a, b| input.entities.same_or_part(a, b);
    if x.noun.is_empty() || x.noun != y.noun || !x.subject.zip(y.subject).is_some_and(|(a, b)| one(a, b)) {
        return false;
    }
    let sort = |c: &Claim| -> Option<String> {
        let at = c.modifiers.iter().position(|m| *m == c.noun)?;
        let before = at.checked_sub(1).map(|i| &c.modifiers[i])?;
        let (noun, verb) = thesaurus::noun_and_verb(before);
        (noun > verb && !before.starts_with(['@', '+'])).then(|| before.clone())
    };
    let (Some(p), Some(q)) = (sort(x), sort(y)) else { return false };
    !thesaurus::related(&p, &q) && !x.modifiers.contains(&q) && !y.modifiers.contains(&p)
}
