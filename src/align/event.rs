//! Whether two articles tell of one event, as far as the names they share can say; and what that says of two figures: whether
//! each is the only one of its attribute in its article, both are left over, or a third stands beside both.
//!
//! Two reports of one accident put its figures into sentences without a word in common (`142 survivors were pulled from the
//! water`, `145 of them were rescued`). Where both articles name the same people, ships and towns, and each has one figure of
//! the kind, it is one question.

use super::Input;
use super::apart::further_than;
use super::block::{Figure, stated};
use super::same::telling;
use super::unmatched::{self, Unmatched};
use crate::lexicon::{GENERIC_TOPICS, GROUPS_OF_PEOPLE, PEOPLE, thesaurus};
use crate::model::time::DateTime;
use crate::model::{
    Claim, ClaimKind, ClaimValue, Decimal, Document, EntityId, EntityKind, Fact, Kind, Status, TokenKind,
};
use rustc_hash::{FxHashMap, FxHashSet};

/// Names that two articles on one event share at least, places not counted; with a place in common one less.
const SHARED: usize = 2;
/// Figures of one event are at most so many times apart.
const FAR: i64 = 3;
/// Of a story of so many articles at most it is asked for each two of them beforehand.
const FEW: usize = 16;
/// One in so many names of the shorter article at least is shared.
const SHARE: usize = 3;

/// A figure that tells as much shows that two sentences are about one thing.
const TOLD: f32 = 0.5;
/// So many figures of a sentence are looked at.
const IN_SENTENCE: usize = 16;
/// What is repeated more often in one article is said of several things.
const REPEATED: usize = 2;

/// What tells whether articles speak of one event.
pub struct Events<'a> {
    /// By source.
    names: Vec<Names>,
    /// Of a story of few articles, for each two whether they tell of one event.
    together: Vec<bool>,
    /// Per source and measure the one value given; `None` where there are several.
    only: FxHashMap<(usize, Measure<'a>), Option<Bounds>>,
    unmatched: Unmatched<'a>,
    /// By the article and the figure, who is said to give it, and how often it is given.
    given: FxHashMap<(usize, Figure), (&'a str, usize)>,
    /// By the article and the attribute, the figures that are given.
    measured: FxHashSet<(usize, &'a str, Figure)>,
    /// Per source the tokens that say that their sentence tells of another event, and those that name scopes, ascending.
    others: Vec<Vec<usize>>,
    scopes: Vec<Vec<usize>>,
    /// By article and sentence, the telling figures in it.
    sentences: FxHashMap<(usize, usize), Vec<Figure>>,
}

/// What a figure measures, as far as the program knows.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Measure<'a> {
    /// An attribute of the rules.
    Attribute(&'a str),
    /// What is counted.
    Noun(&'a str),
    /// The day of what is planned.
    Day(&'a str),
}

/// What `claim` measures.
fn measure(claim: &Claim) -> Option<Measure<'_>> {
    // Of people an article counts many.
    let counted =
        claim.kind == ClaimKind::Value(Kind::Count) && !claim.noun.is_empty() && !PEOPLE.has(&claim.noun);
    let noun = || counted.then_some(Measure::Noun(&claim.noun));
    // Of a plan, the day of what is planned: `called a strike for March 7`.
    let ahead = claim.status == Status::Planned && claim.kind == ClaimKind::Value(Kind::Date);
    let day = || (ahead && !claim.noun.is_empty()).then_some(Measure::Day(&claim.noun));
    claim.attribute_id.as_deref().map(Measure::Attribute).or_else(noun).or_else(day)
}

/// The ends of a quantity or of a time.
#[derive(Clone, Copy, PartialEq)]
enum Bounds {
    Of(Option<Decimal>, Option<Decimal>),
    During(DateTime, Option<DateTime>),
}

impl<'a> Events<'a> {
    /// Looks at all articles and claims once.
    pub fn of(input: Input<'a>) -> Self {
        let is_place =
            |id: &EntityId| input.entities.table.get(id.0).is_some_and(|e| e.kind == EntityKind::Place);
        let names = (0..input.documents.len()).map(|source| {
            let mut all: Vec<EntityId> = input.entities.mentions(source).iter().map(|m| m.entity).collect();
            all.sort_unstable();
            all.dedup();
            all.into_iter().partition(|id| !is_place(id))
        });
        let mut only: FxHashMap<(usize, Measure<'a>), Option<Bounds>> = FxHashMap::default();
        for claim in input.claims {
            let (Some(measure), Some(bounds)) = (measure(claim), bounds(claim)) else { continue };
            only.entry((claim.source, measure))
                .and_modify(|known| *known = known.filter(|k| *k == bounds))
                .or_insert(Some(bounds));
        }
        let mut given: FxHashMap<(usize, Figure), (&'a str, usize)> = FxHashMap::default();
        let mut sentences: FxHashMap<(usize, usize), Vec<Figure>> = FxHashMap::default();
        let mut measured = FxHashSet::default();
        for claim in input.claims {
            let Some(figure) = stated(claim) else { continue };
            measured.extend(claim.attribute_id.as_deref().map(|id| (claim.source, id, figure)));
            if telling(claim) >= TOLD {
                let told = sentences.entry((claim.source, claim.sentence)).or_default();
                if told.len() < IN_SENTENCE {
                    told.push(figure);
                }
            }
            let (speaker, times) = given.entry((claim.source, figure)).or_default();
            *times += 1;
            if speaker.is_empty() {
                *speaker = &claim.speaker.name;
            }
        }
        let names: Vec<_> = names.collect();
        let all = |fact| input.documents.iter().map(|document| document.words.tokens_with(fact)).collect();
        Self {
            together: together(&names),
            names,
            only,
            unmatched: Unmatched::of(input.claims),
            given,
            measured,
            sentences,
            others: all(Fact::OtherEvent),
            scopes: all(Fact::Scope),
        }
    }

    /// Whether the sentence of a claim says that it tells of another event: `a similar accident killed 30`, or of more of them:
    /// `another 180 flights`.
    pub fn tells_of_another(&self, input: Input, claim: &Claim) -> bool {
        let Some(document) = input.documents.get(claim.source) else { return false };
        let kind = |i: usize| document.tokens.get(i).map(|t| t.kind);
        let before = |i: usize| matches!(kind(i + 1), Some(TokenKind::Word | TokenKind::Number));
        in_sentence(document, claim, &self.others[claim.source]).any(before)
    }

    /// The words of the sentence of a claim that name scopes, in lower case.
    pub fn scopes<'b>(&'b self, input: Input<'b>, claim: &Claim) -> impl Iterator<Item = &'b str> {
        let named = |document: &'b Document| {
            in_sentence(document, claim, &self.scopes[claim.source]).map(|i| document.word(i))
        };
        input.documents.get(claim.source).into_iter().flat_map(named)
    }

    /// Whether both claims give the only figure of one attribute, or of one noun, in two articles on one event, and nothing says
    /// that they speak of two things.
    pub fn one(&self, a: &Claim, b: &Claim) -> bool {
        let only = |c: &Claim, measure| self.only.get(&(c.source, measure)).is_some_and(Option::is_some);
        let Some(measure) = measure(a).filter(|m| measure(b) == Some(*m)) else { return false };
        a.source != b.source
            && only(a, measure)
            && only(b, measure)
            && self.one_event(a.source, b.source)
            && !of_two_topics(a, b)
            && !lasts_apart(a, b)
            && !further_than(FAR, a, b)
    }

    /// Whether both claims give the one figure of its sort that is left over in their articles, see [`Unmatched`].
    pub fn left(&self, a: &Claim, b: &Claim) -> bool {
        self.unmatched.left(a, b)
    }

    /// Whether two speakers say so, and one article has several figures of the kind: 100,000 marchers by the union's count, 40,000
    /// by that of the police.
    pub fn of_two_sides(&self, a: &'a Claim, b: &'a Claim) -> bool {
        let several = |c: &Claim| {
            let known = measure(c).and_then(|m| self.only.get(&(c.source, m)));
            known.is_some_and(Option::is_none)
        };
        let (x, y) = (self.side(a), self.side(b));
        let counted = matches!(a.kind, ClaimKind::Value(Kind::Count | Kind::Number));
        counted && !x.is_empty() && !y.is_empty() && x != y && (several(a) || several(b))
    }

    /// Who says so; a headline leaves that to the text.
    fn side(&self, claim: &'a Claim) -> &'a str {
        let here = claim.speaker.name.as_str();
        if here.is_empty() { self.given(claim).0 } else { here }
    }

    fn given(&self, claim: &Claim) -> (&'a str, usize) {
        stated(claim).and_then(|figure| self.given.get(&(claim.source, figure)).copied()).unwrap_or_default()
    }

    /// Whether the article of `there` gives the figure of `here` for the same measure, so that `there` gives another one.
    pub fn is_matched(&self, here: &'a Claim, there: &Claim) -> bool {
        let measure = here.attribute_id.as_deref().filter(|id| there.attribute_id.as_deref() == Some(id));
        let figure = measure.and_then(|id| Some((there.source, id, stated(here)?)));
        here.source != there.source && figure.is_some_and(|f| self.measured.contains(&f))
    }

    /// Whether two figures that are [`Self::left`] are surely meant for one: they have swapped digits, or one more figure stands
    /// beside both.
    pub fn surely_left(&self, a: &Claim, b: &Claim) -> bool {
        self.left(a, b) && (unmatched::swapped(a, b) || self.beside_one(a, b))
    }

    /// Whether beside both claims stands one telling figure that neither of them gives.
    pub fn beside_one(&self, a: &Claim, b: &Claim) -> bool {
        let all = |c: &Claim| self.sentences.get(&(c.source, c.sentence)).map_or(&[][..], Vec::as_slice);
        let own = [stated(a), stated(b)];
        let shared = |figure: &&Figure| all(b).contains(figure) && !own.contains(&Some(**figure));
        a.source != b.source && all(a).iter().any(|f| shared(&f))
    }

    /// Whether both claims give one figure that two articles on one event hardly repeat.
    pub fn alike(&self, a: &Claim, b: &Claim) -> bool {
        let told = |c: &Claim| (1..=REPEATED).contains(&self.given(c).1);
        a.source != b.source && told(a) && told(b) && self.one_event(a.source, b.source)
    }

    /// Whether two articles share enough names.
    pub fn one_event(&self, a: usize, b: usize) -> bool {
        let (Some(x), Some(y)) = (self.names.get(a), self.names.get(b)) else { return false };
        if self.together.is_empty() { share_enough(x, y) } else { self.together[a * self.names.len() + b] }
    }
}

/// The names of an article: of what is no place, and of places, each sorted.
type Names = (Vec<EntityId>, Vec<EntityId>);

/// Of few articles, for each two whether they share enough names; nothing of many.
fn together(names: &[Names]) -> Vec<bool> {
    let few = if names.len() > FEW { &[] } else { names };
    few.iter().flat_map(|x| few.iter().map(|y| share_enough(x, y))).collect()
}

/// Whether two articles share enough names.
fn share_enough(x: &Names, y: &Names) -> bool {
    let names = shared(&x.0, &y.0);
    let least = SHARED - usize::from(shared(&x.1, &y.1) > 0);
    names >= least.max(1) && names * SHARE >= x.0.len().min(y.0.len())
}

/// Whether what is spoken of is another: the dam and the wave. Of people (the gang, the robbers) nobody can tell.
pub fn of_two_topics(a: &Claim, b: &Claim) -> bool {
    let people =
        |c: &Claim| PEOPLE.has(&c.topic) || GROUPS_OF_PEOPLE.has(&c.topic) || GENERIC_TOPICS.has(&c.topic);
    // `40 people and four dogs took part`: who searched is not told beside them.
    let own = |c: &Claim| c.topic == c.noun;
    let untold = a.topic.is_empty() || b.topic.is_empty() || people(a) && people(b) || own(a) || own(b);
    !untold && !thesaurus::akin(&a.topic, &b.topic)
}

/// Whether one says how long what has a name lasts, the other under another verb how long something else does: the probe lasts
/// two weeks, the journey took four.
fn lasts_apart(a: &Claim, b: &Claim) -> bool {
    let named = |c: &Claim| c.subject.is_some();
    let told = |c: &Claim| !c.topic.is_empty();
    let other = named(a) && !named(b) && told(b) || named(b) && !named(a) && told(a);
    a.kind == ClaimKind::Value(Kind::Duration) && a.verb != b.verb && other
}

/// The ends of what a claim states.
fn bounds(claim: &Claim) -> Option<Bounds> {
    match (&claim.value, claim.kind) {
        (ClaimValue::Quantity { quantity, .. }, ClaimKind::Value(_)) => {
            Some(Bounds::Of(quantity.low, quantity.high))
        }
        (ClaimValue::Time(time), ClaimKind::Value(_)) => Some(Bounds::During(time.start?, time.end)),
        _ => None,
    }
}

/// Those of `tokens`, ascending, that stand in the sentence of a claim.
fn in_sentence(document: &Document, claim: &Claim, tokens: &[usize]) -> impl Iterator<Item = usize> {
    let sentence = document.sentences.get(claim.sentence).map_or(0..0, |s| s.tokens.clone());
    let from = tokens.partition_point(|&i| i < sentence.start);
    tokens[from..].iter().copied().take_while(move |&i| i < sentence.end)
}

/// How many ids two sorted lists share.
fn shared(a: &[EntityId], b: &[EntityId]) -> usize {
    a.iter().filter(|id| b.binary_search(id).is_ok()).count()
}

#[cfg(test)]
mod tests {
    use crate::align::tests::reading;

    /// Whether the first value of attribute `id` in both texts is one question for being the only one in two articles on one event.
    fn one(id: &str, a: &str, b: &str) -> bool {
        first_are_one(a, b, |c| c.attribute_id.as_deref() == Some(id))
    }

    fn first_are_one(a: &str, b: &str, fits: impl Fn(&crate::model::Claim) -> bool) -> bool {
        reading(&[a, b], |input| {
            let first = |source| {
                let of = |c: &&crate::model::Claim| c.source == source && fits(c);
                input.claims.iter().find(of).expect("the text gives one")
            };
            super::Events::of(input).one(first(0), first(1))
        })
    }

    #[test]
    fn things_are_counted_once_people_often() {
        let nets = [
            "Teams from 11 countries are in Lom, said Agus Brandt.",
            "Agus Brandt said 13 countries sent teams to Lom.",
        ];
        let people = ["Three men robbed Agus Brandt in Lom.", "Two men fled, said Agus Brandt in Lom."];
        for ([a, b], noun, want) in [(nets, "country", true), (people, "man", false)] {
            let of = |c: &crate::model::Claim| c.noun == noun;
            assert_eq!(first_are_one(a, b, of), want, "{noun}");
        }
    }

    #[test]
    fn the_only_figure_in_two_articles_on_one_event() {
        let a =
            "The Surya Delta sank off Bergen, said Agus Brandt. Boats pulled 142 survivors from the water.";
        for (b, want, why) in [
            (
                "145 of them were rescued from the Surya Delta, said Agus Brandt in Bergen.",
                true,
                "two names and a town",
            ),
            ("145 people were rescued from the Star of Lom, said Ann Doe in Bergen.", false, "another ship"),
            (
                "145 were rescued from the Surya Delta, Agus Brandt said in Bergen. Last year 31 people were rescued.",
                false,
                "two figures",
            ),
        ] {
            assert_eq!(one("rescued", a, b), want, "{why}");
        }
    }
}
