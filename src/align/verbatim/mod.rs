//! Sentences that two articles give in nearly the same words: what stands in one place of both answers one question.
//!
//! Copied drafts and wire reports that were gone over differ in a figure, a day, a name, a `not`; however the claims in them are
//! read, what differs is known from what does not. Where only one thing differs that tells facts apart, both speak of one thing;
//! where two do (`Smith scored 12`, `Jones scored 14`), they tell two. Other words that nobody lists are no difference. An
//! article that says nearly the same twice lists things, and is left alone.

mod line;
mod overlay;
mod reworded;
mod side;
mod slot;
mod values;

use super::Input;
use crate::lexicon::naming;
use crate::model::{Claim, ClaimKind, Kind, Question};
use line::Lines;
use reworded::Vocabularies;
use rustc_hash::FxHashMap;
use side::Side;
use slot::{Difference, Laid, Sort};

/// Sentences share at least so many words of content.
const LEAST: usize = 6;
/// It takes fewer to see that two are told alike of two things.
const LEAST_OF_TWO: usize = 5;
/// And so many in so many of the shorter one.
const SHARE: (usize, usize) = (3, 4);
/// Of sentences that share less a stretch may be nearly the same: it shares so many words of content, and so many of the longer
/// stretch.
const STRETCH: usize = 7;
const DENSE: (usize, usize) = (3, 4);
/// A sentence that shares so much of what another one shares may be meant as well.
const RIVAL: (usize, usize) = (4, 5);
/// For each sentence of the story so many pairs of words are compared; more only hostile texts need.
const CELLS: usize = 20_000;
/// So many words more are looked at around a stretch.
const MARGIN: usize = 4;
/// For so many words shared one place may be open.
const PER_OPEN: usize = 8;

/// What stands in one place of two sentences.
#[derive(Default)]
pub struct Verbatim {
    /// Claims of values in one place of two sentences that tell one thing, the smaller index first, in order.
    values: Vec<(usize, usize)>,
    /// The same in both orders.
    partners: Vec<(usize, usize)>,
    /// Sentences that are nearly the same and tell of two things, by article and number, the smaller first, in order.
    parallel: Vec<[(usize, usize); 2]>,
    /// What is told in other words that cannot both be true.
    reworded: Vec<Question>,
}

/// Two sentences that are nearly the same.
struct Near {
    lines: [u32; 2],
    laid: Laid,
}

impl Near {
    /// The one thing that tells the two apart, if there is no other.
    fn difference(&self) -> Option<&Difference> {
        self.laid.differences.first().filter(|_| self.laid.differences.len() == 1)
    }

    /// Which of its sentences `line` is.
    fn side_of(&self, line: u32) -> usize {
        usize::from(self.lines[1] == line)
    }
}

impl Verbatim {
    /// Lays all sentences that are nearly the same side by side.
    pub fn of(input: Input) -> Self {
        if input.documents.len() < 2 {
            return Self::default();
        }
        let story = Story { input, lines: Lines::of(input.documents, input.annotations, LEAST_OF_TWO) };
        let all = story.all_near();
        if all.is_empty() {
            return Self::default();
        }
        let beside = story.beside(&all);
        let mentions = by_mention(input.claims);
        let mut out = Self::default();
        let mut told = Vec::new();
        let mut known = Vocabularies::default();
        for near in &all {
            let laid = &near.laid;
            if story.tells_two(near) {
                out.parallel.push(near.lines.map(|i| story.place(i)));
            }
            let difference = near.difference();
            let least = if laid.is_whole() && !story.ranks(near) { LEAST_OF_TWO } else { LEAST };
            if laid.shared < least
                || laid.differences.len() > 1
                || laid.open * PER_OPEN > laid.shared
                || difference.is_some_and(|d| story.lists(near, d, &all, &beside))
            {
                continue;
            }
            let words = difference.and_then(|d| reworded::told(&story, near, d, &mentions, &mut known));
            if difference.is_some_and(|d| words.is_none() && story.knows_both(near, d, &mut known)) {
                out.parallel.push(near.lines.map(|i| story.place(i)));
            }
            // `the new stage cost 58 million`, `the new roof cost 53 million`
            let plain = difference.is_none_or(|d| matches!(d.sort, Sort::Value(_)));
            if laid.open == 0 && plain && words.is_none() {
                out.values.extend(laid.values.iter().flat_map(|v| story.pairs(near, *v, &mentions)));
            }
            told.extend(words);
        }
        out.values.sort_unstable();
        out.values.dedup();
        out.partners = out.values.iter().flat_map(|&(a, b)| [(a, b), (b, a)]).collect();
        out.partners.sort_unstable();
        out.parallel.sort_unstable();
        out.reworded = reworded::questions(input, told);
        out
    }

    /// The claims whose values stand in one place with that of claim `i`, ascending.
    pub fn partners(&self, i: usize) -> impl Iterator<Item = usize> {
        let from = self.partners.partition_point(|&(first, _)| first < i);
        self.partners[from..].iter().take_while(move |(first, _)| *first == i).map(|(_, other)| *other)
    }

    /// Whether the values of claims `a` and `b` stand in one place of two sentences that tell one thing.
    pub fn one_slot(&self, a: usize, b: usize) -> bool {
        self.values.binary_search(&(a.min(b), a.max(b))).is_ok()
    }

    /// Whether claims `a` and `b` stand in sentences that are nearly the same and tell of two things.
    pub fn of_two_things(&self, a: &Claim, b: &Claim) -> bool {
        let (x, y) = ((a.source, a.sentence), (b.source, b.sentence));
        !self.parallel.is_empty() && self.parallel.binary_search(&[x.min(y), x.max(y)]).is_ok()
    }

    /// All such pairs.
    pub fn values(&self) -> &[(usize, usize)] {
        &self.values
    }

    /// The questions of what is told in other words that cannot both be true.
    pub fn reworded(&self) -> &[Question] {
        &self.reworded
    }
}

/// The story while its sentences are laid side by side.
struct Story<'a> {
    input: Input<'a>,
    lines: Lines,
}

/// By article and mention, the claims of its value.
type Mentions = FxHashMap<(usize, usize), Vec<usize>>;
/// By sentence and another article, the pairs that it is part of.
type Beside = FxHashMap<(u32, usize), Vec<usize>>;

impl Story<'_> {
    /// The two sentences of a pair.
    fn sides(&self, lines: [u32; 2]) -> Option<[Side<'_>; 2]> {
        let side = |i: u32| {
            let line = self.lines.line(i);
            Some(Side {
                document: self.input.documents.get(line.source)?,
                notes: self.input.annotations.get(line.source)?,
                input: self.input,
                source: line.source,
                sentence: line.sentence,
                units: self.lines.units(i),
            })
        };
        Some([side(lines[0])?, side(lines[1])?])
    }

    /// All sentences that are nearly the same, laid side by side.
    fn all_near(&self) -> Vec<Near> {
        let mut cells = CELLS * self.lines.len();
        let mut within = |&(a, b): &(u32, u32)| {
            let cost = self.lines.units(a).len() * self.lines.units(b).len();
            cells = cells.saturating_sub(cost);
            cells > 0
        };
        let candidates = self.lines.candidates().into_iter().take_while(|pair| within(pair));
        candidates.filter_map(|(a, b)| self.near([a, b])).collect()
    }

    /// Two sentences laid side by side, if they are nearly the same.
    fn near(&self, lines: [u32; 2]) -> Option<Near> {
        let sides = self.sides(lines)?;
        let [x, y] = sides.map(|side| side.units.iter().map(|u| u.key).collect::<Vec<u32>>());
        let shared = overlay::shared(&x, &y);
        let content =
            |shared: &[(usize, usize)]| shared.iter().filter(|(i, _)| sides[0].units[*i].content).count();
        // Values are what may differ.
        let words = |side: &Side| side.units.iter().filter(|u| !u.stated).count();
        let alike = shared.iter().filter(|(i, _)| !sides[0].units[*i].stated).count();
        let shorter = words(&sides[0]).min(words(&sides[1]));
        let whole = alike * SHARE.1 >= shorter * SHARE.0 && content(&shared) >= LEAST_OF_TWO;
        let shared = if whole { shared } else { around(stretch(&shared, content)?, [&x, &y], content)? };
        Some(Near { lines, laid: slot::lay([&sides[0], &sides[1]], &shared) })
    }

    /// The article and the number of a sentence.
    fn place(&self, line: u32) -> (usize, usize) {
        let line = self.lines.line(line);
        (line.source, line.sentence)
    }

    /// Whether two sentences tell of two things: what they speak of is another, and so is something else.
    fn tells_two(&self, near: &Near) -> bool {
        let Some(sides) = self.sides(near.lines) else { return false };
        let of = |d: &Difference, kind: Kind| match d.sort {
            Sort::Value([a, _]) => sides[0].notes.mentions.get(a).is_some_and(|m| m.kind == kind),
            _ => false,
        };
        // Two quakes on two days; a toll may well have grown from one day to the next.
        let measured = near.laid.differences.iter().any(|d| of(d, Kind::Dimension));
        let selects = |d: &Difference| match d.sort {
            Sort::Value(_) => of(d, Kind::Ordinal) || measured && of(d, Kind::Date),
            Sort::Denied | Sort::Blurred => false,
            Sort::Opposed | Sort::Place | Sort::Name | Sort::Other => true,
        };
        let told = near.laid.differences.iter().filter(|d| d.sort != Sort::Blurred);
        let other = told.clone().any(|d| d.sort == Sort::Other);
        other || told.clone().count() > 1 && told.into_iter().any(selects)
    }

    /// Whether two sentences differ in a rank.
    fn ranks(&self, near: &Near) -> bool {
        let rank = |d: &Difference| match d.sort {
            Sort::Value([a, _]) => {
                self.sides(near.lines).is_some_and(|sides| sides[0].notes.mentions[a].kind == Kind::Ordinal)
            }
            _ => false,
        };
        near.difference().is_some_and(rank)
    }

    /// Whether one of two articles knows the opposite, the place or the name that the other has in its sentence.
    fn knows_both<'a>(&'a self, near: &Near, difference: &Difference, known: &mut Vocabularies<'a>) -> bool {
        let named = matches!(difference.sort, Sort::Opposed | Sort::Place | Sort::Name);
        named && self.sides(near.lines).is_some_and(|sides| known.tell_both(&sides, difference))
    }

    fn beside(&self, all: &[Near]) -> Beside {
        let mut out = Beside::default();
        for (n, near) in all.iter().enumerate() {
            let [a, b] = near.lines;
            out.entry((a, self.lines.line(b).source)).or_default().push(n);
            out.entry((b, self.lines.line(a).source)).or_default().push(n);
        }
        out
    }

    /// Whether one of the two articles says nearly the same another time, and not what it says here.
    fn lists(&self, near: &Near, difference: &Difference, all: &[Near], beside: &Beside) -> bool {
        let other_words = |near: &Near, difference: &Difference, side: usize| {
            let sides = self.sides(near.lines)?;
            Some(sides[side].quote(difference.at[side].clone()).to_lowercase())
        };
        (0..2).any(|side| {
            let line = near.lines[side];
            let source = self.lines.line(near.lines[1 - side]).source;
            let others = beside.get(&(line, source)).into_iter().flatten().map(|&n| &all[n]);
            let at = &difference.at[side];
            others.filter(|other| other.lines != near.lines).any(|other| {
                let of = other.side_of(line);
                let window = &other.laid.window[of];
                let covers = window.start <= at.start && at.end <= window.end;
                let repeats = other.difference().is_some_and(|d| {
                    d.at[of] == *at
                        && other_words(other, d, 1 - of) == other_words(near, difference, 1 - side)
                });
                let as_near = other.laid.shared * RIVAL.1 >= near.laid.shared * RIVAL.0;
                covers
                    && as_near
                    && other.laid.shared >= LEAST
                    && other.laid.differences.len() < 2
                    && !repeats
            })
        })
    }

    /// The claims of two values, the smaller index first.
    fn pairs(&self, near: &Near, values: [usize; 2], mentions: &Mentions) -> Vec<(usize, usize)> {
        let of = |side: usize| {
            let source = self.lines.line(near.lines[side]).source;
            mentions.get(&(source, values[side])).map_or(&[][..], Vec::as_slice)
        };
        let pairs = of(0).iter().flat_map(|&a| of(1).iter().map(move |&b| (a.min(b), a.max(b))));
        pairs.filter(|&(a, b)| !self.retold(&self.input.claims[a], &self.input.claims[b])).collect()
    }

    /// Whether two claims date what somebody said in articles of two days: what was said on Monday may be said again on Tuesday.
    fn retold(&self, a: &Claim, b: &Claim) -> bool {
        let day = |c: &Claim| self.input.annotations.get(c.source)?.published.date.as_ref()?.start;
        let said = |c: &Claim| naming::say_verb(&c.verb).is_some();
        let date = matches!(a.kind, ClaimKind::Value(Kind::Date | Kind::Time));
        date && a.value != b.value && (said(a) || said(b)) && day(a) != day(b)
    }
}

/// The longest stretch around a run of shared words: in a long sentence words near it may have been taken for others far off.
fn around(
    run: &[(usize, usize)],
    [x, y]: [&[u32]; 2],
    content: impl Fn(&[(usize, usize)]) -> usize,
) -> Option<Vec<(usize, usize)>> {
    let (&first, &last) = run.first().zip(run.last())?;
    let rest = (x.len() - last.0, y.len() - last.1);
    let from = (first.0.saturating_sub(first.1 + MARGIN), first.1.saturating_sub(first.0 + MARGIN));
    let to = (x.len().min(last.0 + rest.1 + MARGIN), y.len().min(last.1 + rest.0 + MARGIN));
    let near = overlay::shared(&x[from.0..to.0], &y[from.1..to.1]);
    let near: Vec<_> = near.into_iter().map(|(i, j)| (i + from.0, j + from.1)).collect();
    let best = stretch(&near, content).filter(|best| best.len() > run.len()).unwrap_or(run);
    Some(best.to_vec())
}

/// The longest run of shared words between which hardly any other stands.
fn stretch(
    shared: &[(usize, usize)],
    content: impl Fn(&[(usize, usize)]) -> usize,
) -> Option<&[(usize, usize)]> {
    let (mut from, mut to) = (0, shared.len());
    while to - from >= STRETCH {
        let (first, last) = (shared[from], shared[to - 1]);
        let width = (last.0 - first.0 + 1).max(last.1 - first.1 + 1);
        if (to - from) * DENSE.1 >= width * DENSE.0 {
            let run = &shared[from..to];
            return (content(run) >= STRETCH).then_some(run);
        }
        // The end behind the wider gap is given up.
        let gap = |p: (usize, usize), q: (usize, usize)| (q.0 - p.0).max(q.1 - p.1);
        if gap(first, shared[from + 1]) > gap(shared[to - 2], last) {
            from += 1;
        } else {
            to -= 1;
        }
    }
    None
}

fn by_mention(claims: &[Claim]) -> Mentions {
    let mut out = Mentions::default();
    for (i, claim) in claims.iter().enumerate() {
        if let Some(mention) = claim.mention.filter(|_| matches!(claim.kind, ClaimKind::Value(_))) {
            out.entry((claim.source, mention)).or_default().push(i);
        }
    }
    out
}

#[cfg(test)]
mod tests;
