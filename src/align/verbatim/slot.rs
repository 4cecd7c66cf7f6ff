//! Where two sentences that are nearly the same differ, and in what.

use super::side::{Item, Side};
use super::values::{look_at_values, pair};
use crate::lexicon::{VIEWS, kinds, places, thesaurus};
use crate::model::{Fact, Kind};
use std::ops::Range;

/// What differs in one place of two sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Values, by their mentions.
    Value([usize; 2]),
    /// Words that exclude each other.
    Opposed,
    /// Places of which neither lies in the other.
    Place,
    /// Names of two.
    Name,
    /// Only one of them denies it.
    Denied,
    /// Something else that makes two things of it: another scope, another speaker.
    Other,
    /// More differs than can be told.
    Blurred,
}

/// One place in which they differ: what, and the tokens on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub sort: Sort,
    pub at: [Range<usize>; 2],
}

/// Two sentences laid side by side.
#[derive(Debug, Clone, Default)]
pub struct Laid {
    /// What tells them apart.
    pub differences: Vec<Difference>,
    /// In how many places other words stand of which nobody knows whether they say something else.
    pub open: usize,
    /// Values in one place, the same or not, by their mentions.
    pub values: Vec<[usize; 2]>,
    /// How many words stand only in one of them, where the other has none.
    added: [usize; 2],
    /// All values that stand in one place, comparable or not.
    pub met: Vec<[usize; 2]>,
    /// How many words of content they share.
    pub shared: usize,
    /// The tokens from the first to the last shared word.
    pub window: [Range<usize>; 2],
    /// Only one of them says that it is no plain fact, or asks.
    pub hedged: bool,
}

impl Laid {
    /// Whether no word stands in only one of the two but where they differ.
    pub const fn is_whole(&self) -> bool {
        self.open == 0 && self.added[0] == 0 && self.added[1] == 0
    }
}

/// Lays two sentences side by side; `shared` are their common units in order, at least one.
pub fn lay(sides: [&Side; 2], shared: &[(usize, usize)]) -> Laid {
    let mut laid = Laid {
        shared: shared.iter().filter(|(i, _)| sides[0].units[*i].content).count(),
        window: window(sides, shared),
        ..Laid::default()
    };
    let mut from = [0, 0];
    let ends = (sides[0].units.len(), sides[1].units.len());
    for (n, &(i, j)) in shared.iter().chain([&ends]).enumerate() {
        let gap = [from[0]..i, from[1]..j];
        let edge = match n {
            0 => Some(Edge::Start),
            n if n == shared.len() => Some(Edge::End),
            _ => None,
        };
        look(sides, gap, edge, &mut laid);
        if n < shared.len() {
            let mentions = [sides[0].mention(sides[0].token(i)), sides[1].mention(sides[1].token(j))];
            pair(sides, mentions, &mut laid);
        }
        from = [i + 1, j + 1];
    }
    // What both add, each elsewhere, may be one thing in other words.
    laid.open += laid.added[0].min(laid.added[1]);
    deny(sides, shared, &mut laid);
    look_at_values(sides, &mut laid);
    laid.hedged = sides[0].is_hedged(laid.window[0].clone()) != sides[1].is_hedged(laid.window[1].clone())
        || sides[0].asks()
        || sides[1].asks();
    laid
}

/// From the first to the last shared word; to the ends of the sentences where both begin or end with one.
fn window(sides: [&Side; 2], shared: &[(usize, usize)]) -> [Range<usize>; 2] {
    let (Some(&first), Some(&last)) = (shared.first(), shared.last()) else { return [0..0, 0..0] };
    let begin = first == (0, 0);
    let end = (last.0 + 1, last.1 + 1) == (sides[0].units.len(), sides[1].units.len());
    let of = |side: &Side, first: usize, last: usize| {
        let all = side.tokens();
        let from = if begin { all.start } else { side.token(first) };
        from..if end { all.end } else { side.token(last) + 1 }
    };
    [of(sides[0], first.0, last.0), of(sides[1], first.1, last.1)]
}

/// A gap before the first or behind the last shared word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Start,
    End,
}

/// So many words before the first shared one are who or what the sentence speaks of.
const HEAD: usize = 4;

/// What stands on both sides of one gap between shared units.
fn look(sides: [&Side; 2], gap: [Range<usize>; 2], edge: Option<Edge>, laid: &mut Laid) {
    if gap[0].is_empty() || gap[1].is_empty() {
        if edge.is_none() {
            for (side, added) in laid.added.iter_mut().enumerate() {
                *added += sides[side].items(gap[side].clone()).len();
            }
        }
        return;
    }
    let gap = match edge {
        None => gap,
        // Behind the last shared word only what stands right behind it on both sides is one place.
        Some(Edge::End) if small_words_alike(sides, [gap[0].start, gap[1].start]) => {
            [gap[0].start..gap[0].start + 1, gap[1].start..gap[1].start + 1]
        }
        Some(Edge::Start) if gap.iter().all(|gap| gap.len() <= HEAD) => gap,
        Some(_) => return,
    };
    let [mut x, mut y] = [sides[0].items(gap[0].clone()), sides[1].items(gap[1].clone())];
    // What is the same in other words is no difference.
    x.retain(|x| {
        let same = y.iter().position(|y| classify(sides, [x, y]) == Class::Same);
        same.map(|at| y.remove(at)).is_none()
    });
    let told = laid.differences.len();
    match [sides[0].mentions(gap[0].clone()), sides[1].mentions(gap[1].clone())] {
        [a, b] if a.len() == 1 && b.len() == 1 => pair(sides, [Some(a[0]), Some(b[0])], laid),
        [a, b] if a.is_empty() || b.is_empty() => {}
        _ => note(Sort::Blurred, sides, &gap, laid),
    }
    let (first, differ) = (edge == Some(Edge::Start), laid.differences.len() > told);
    // `lasted nine days`, `deliberated for two days`
    if differ && !(x.is_empty() && y.is_empty()) {
        note(Sort::Blurred, sides, &gap, laid);
    } else if differ && first && ranks(sides[0], &gap[0]) && !is_behind_verb(sides[0], &gap[0]) {
        // `The first suspect was arrested`, `The second suspect was arrested`; not `It was the second win`
        note(Sort::Other, sides, &gap, laid);
    }
    match look_at_words(sides, [&x, &y], first) {
        Words::Same => {}
        Words::Two(items) => judge(sides, items, laid),
        Words::Open => laid.open += 1,
        Words::Many(sort) => note(sort, sides, &gap, laid),
    }
}

/// Whether one of the units of a gap is a rank.
fn ranks(side: &Side, gap: &Range<usize>) -> bool {
    let rank = |n: usize| side.notes.mentions.get(n).is_some_and(|m| m.kind == Kind::Ordinal);
    side.mentions(gap.clone()).into_iter().any(rank)
}

/// Whether a verb stands before a gap, so that what stands there is said of the subject.
fn is_behind_verb(side: &Side, gap: &Range<usize>) -> bool {
    let before = side.tokens().start..side.token(gap.start);
    before.into_iter().any(|i| side.notes.tags.get(i).is_some_and(|tag| tag.is_verb() || tag.is_auxiliary()))
}

/// The words in one gap.
enum Words<'a> {
    /// One side has none that the other has not.
    Same,
    /// It is these two that are to be judged.
    Two([&'a Item; 2]),
    Open,
    Many(Sort),
}

/// Which of the words in one gap stand against each other; `first`: none is shared before them.
fn look_at_words<'a>(sides: [&Side; 2], [x, y]: [&'a [Item]; 2], first: bool) -> Words<'a> {
    let apart = |x: &Item, y: &Item| matches!(classify(sides, [x, y]), Class::Apart(_));
    match (x, y) {
        ([], _) | (_, []) => Words::Same,
        ([x], [y]) if first && both_say(sides, [x, y]) => Words::Many(Sort::Other),
        // `Norvik`, `the carmaker`
        ([x], [y]) if first && sides[0].is_name(x) != sides[1].is_name(y) => Words::Same,
        ([x], [y]) => Words::Two([x, y]),
        // `an American`, `a British man`
        ([x], all) => all.iter().find(|y| apart(x, y)).map_or(Words::Open, |y| Words::Two([x, y])),
        (all, [y]) => all.iter().find(|x| apart(x, y)).map_or(Words::Open, |x| Words::Two([x, y])),
        (x, y) if x.iter().any(|x| y.iter().any(|y| apart(x, y))) => Words::Many(Sort::Blurred),
        _ => Words::Open,
    }
}

/// Whether behind both items it is said what they say.
fn both_say(sides: [&Side; 2], items: [&Item; 2]) -> bool {
    (0..2).all(|side| sides[side].document.is(items[side].tokens.end, Fact::Says))
}

/// Whether the small words between the last shared words and units `at` are the same.
fn small_words_alike(sides: [&Side; 2], at: [usize; 2]) -> bool {
    let words = |side: &Side, at: usize| -> Vec<String> {
        let from = at.checked_sub(1).map_or(side.tokens().start, |before| side.token(before) + 1);
        let small = (from..side.token(at)).map(|i| side.document.word(i));
        small.filter(|w| !matches!(*w, "a" | "an" | "the")).map(str::to_owned).collect()
    };
    words(sides[0], at[0]) == words(sides[1], at[1])
}

/// Two words in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Same,
    Apart(Sort),
    Open,
}

fn judge(sides: [&Side; 2], items: [&Item; 2], laid: &mut Laid) {
    match classify(sides, items) {
        Class::Same => {}
        Class::Open => laid.open += 1,
        Class::Apart(sort) => {
            // `sold to a firm`, `bought by a firm`
            let by = |side: usize| sides[side].document.word(items[side].tokens.end) == "by";
            let sort = if by(0) == by(1) { sort } else { Sort::Blurred };
            laid.differences.push(Difference { sort, at: items.map(|item| item.tokens.clone()) });
        }
    }
}

fn classify(sides: [&Side; 2], items: [&Item; 2]) -> Class {
    let names = [sides[0].is_name(items[0]), sides[1].is_name(items[1])];
    if let (Some(p), Some(q)) = (sides[0].place(items[0]), sides[1].place(items[1])) {
        let within = places::contains(p.name, q.name) || places::contains(q.name, p.name);
        return if within { Class::Same } else { Class::Apart(Sort::Place) };
    }
    if names == [true, true] {
        let one = items[0].entity.zip(items[1].entity);
        let same = one.is_some_and(|(a, b)| sides[0].input.entities.same_or_part(a, b));
        let same = same
            || spelt_alike(
                &sides[0].quote(items[0].tokens.clone()),
                &sides[1].quote(items[1].tokens.clone()),
            );
        return if same { Class::Same } else { Class::Apart(Sort::Name) };
    }
    if names != [false, false] || items[0].tokens.len() * items[1].tokens.len() != 1 {
        return Class::Open;
    }
    let [i, j] = items.map(|item| item.tokens.start);
    let (x, y) = (sides[0].document.word(i), sides[1].document.word(j));
    let (s, t) = (sides[0].document.words.lemma(i), sides[1].document.words.lemma(j));
    if kinds::two_scopes(x, y) {
        Class::Apart(Sort::Other)
    } else if kinds::stand_apart(x, y) || [(x, y), (s, t)].iter().any(|(a, b)| opposite(a, b)) {
        Class::Apart(Sort::Opposed)
    } else if thesaurus::related(s, t) || thesaurus::related(x, y) {
        Class::Same
    } else {
        Class::Open
    }
}

/// Whether two names differ in marks on their letters only: `Noël`, `Noel`; the mark may be a character of its own.
fn spelt_alike(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.chars().filter(char::is_ascii).collect::<String>();
    if plain(a) == plain(b) {
        return true;
    }
    let one = |(x, y): (char, char)| x == y || !x.is_ascii() || !y.is_ascii();
    a.chars().count() == b.chars().count() && a.chars().zip(b.chars()).all(one)
}

/// Whether two words are opposites, whoever looks.
fn opposite(a: &str, b: &str) -> bool {
    thesaurus::opposite(a, b) && !VIEWS.has(a) && !VIEWS.has(b)
}

fn note(sort: Sort, sides: [&Side; 2], gap: &[Range<usize>; 2], laid: &mut Laid) {
    let tokens = |side: &Side, gap: &Range<usize>| side.token(gap.start)..side.token(gap.end - 1) + 1;
    let at = [tokens(sides[0], &gap[0]), tokens(sides[1], &gap[1])];
    laid.differences.push(Difference { sort, at });
}

/// Notes whether only one of two sentences denies what the other says.
fn deny(sides: [&Side; 2], shared: &[(usize, usize)], laid: &mut Laid) {
    let (a, qualified_a) = sides[0].denials(laid.window[0].clone());
    let (b, qualified_b) = sides[1].denials(laid.window[1].clone());
    if a.len() == b.len() && !qualified_a && !qualified_b {
        return;
    }
    let whole = [laid.window[0].clone(), laid.window[1].clone()];
    let (denying, at) = match (&a[..], &b[..]) {
        (&[at], []) => (0, at),
        ([], &[at]) => (1, at),
        _ => {
            let both =
                a.len() == b.len() && sides[0].quote(whole[0].clone()) == sides[1].quote(whole[1].clone());
            if !both {
                laid.differences.push(Difference { sort: Sort::Blurred, at: whole });
            }
            return;
        }
    };
    // `managed to`, `failed to`
    if laid.differences.iter().any(|d| d.sort == Sort::Opposed && d.at[denying].contains(&at)) {
        return;
    }
    let token = |n: usize| {
        let unit = if denying == 0 { shared[n].0 } else { shared[n].1 };
        sides[denying].token(unit)
    };
    let behind = (0..shared.len()).find(|&n| token(n) > at).unwrap_or(shared.len());
    let gap = |side: usize| {
        let place = |n: usize| if side == 0 { shared[n].0 } else { shared[n].1 };
        let from = behind.checked_sub(1).map_or(0, |n| place(n) + 1);
        from..if behind < shared.len() { place(behind) } else { sides[side].units.len() }
    };
    let excerpt = |side: usize| {
        let gap = gap(side);
        let from = gap.start.checked_sub(1).map_or(laid.window[side].start, |u| sides[side].token(u));
        from..sides[side].units.get(gap.end).map_or(laid.window[side].end, |u| u.token as usize + 1)
    };
    // The denying word itself may be one of the units: `failed to open`.
    let unit = usize::from(sides[denying].document.is(at, Fact::Content));
    let left = |side: usize| gap(side).len().saturating_sub(if side == denying { unit } else { 0 });
    let valued = (0..2).any(|side| !sides[side].mentions(gap(side)).is_empty());
    let plain = !qualified_a && !qualified_b && !valued && left(0) <= 1 && left(1) <= 1;
    let [x, y] = [sides[0].items(gap(0)), sides[1].items(gap(1))];
    let plain = plain && x.iter().zip(&y).all(|(x, y)| classify(sides, [x, y]) == Class::Same);
    let sort = if plain { Sort::Denied } else { Sort::Blurred };
    laid.differences.push(Difference { sort, at: [excerpt(0), excerpt(1)] });
}
