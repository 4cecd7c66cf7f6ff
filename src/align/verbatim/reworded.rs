//! What is told in other words that cannot both be true, as questions: the words that stand in one place of sentences which
//! are otherwise the same, and who says which.

use super::side::Side;
use super::slot::{Difference, Sort};
use super::{Mentions, Near, Story};
use crate::align::{Input, question};
use crate::model::{Claim, ClaimKind, Fact, MentionValue, Question, Span, Wording, WordingSort};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::ops::Range;

/// How sure it is that sentences which differ in one place tell one thing.
const CONFIDENCE: f32 = 0.85;

/// Names in one place of sentences that share so many words are meant for one thing, if so many stand before them: two who do the
/// same stand at the beginning.
const LONG: usize = 12;
/// The same of places.
const PLACED: usize = 8;
const BEFORE: usize = 3;

/// One place of one sentence.
pub struct Place {
    /// The sentence and the token at which the place begins.
    key: (u32, usize),
    /// What stands there.
    words: String,
    /// The claim that says it.
    claim: usize,
}

/// Two sentences that differ in one place.
pub struct Told {
    places: [Place; 2],
    denied: bool,
}

/// What two sentences tell that cannot both be true, but for values that are claims of their own.
pub fn told<'a>(
    story: &'a Story,
    near: &Near,
    difference: &Difference,
    mentions: &Mentions,
    known: &mut Vocabularies<'a>,
) -> Option<Told> {
    let sides = story.sides(near.lines)?;
    if near.laid.hedged {
        return None;
    }
    let listed = match difference.sort {
        Sort::Denied => false,
        Sort::Opposed => before(&sides, difference) == 0 || known.tell_both(&sides, difference),
        Sort::Place | Sort::Name => {
            let named = if difference.sort == Sort::Place {
                before(&sides, difference) > 0 && near.laid.shared >= PLACED
            } else {
                long(&sides, near, difference)
            };
            !named || known.tell_both(&sides, difference) || known.keep_to_their_own(&sides, difference)
        }
        Sort::Value(values) => !days(&sides, values),
        Sort::Other | Sort::Blurred => true,
    };
    if listed {
        return None;
    }
    let place = |side: usize| {
        let at = &difference.at[side];
        let claim = match difference.sort {
            Sort::Value(values) => *mentions.get(&(sides[side].source, values[side]))?.first()?,
            _ => claim(story.input, &sides[side], at.start)?,
        };
        Some(Place { key: (near.lines[side], at.start), words: sides[side].quote(at.clone()), claim })
    };
    Some(Told { places: [place(0)?, place(1)?], denied: difference.sort == Sort::Denied })
}

/// By article, how often it has each of its words; filled in when first asked for.
#[derive(Default)]
pub struct Vocabularies<'a>(FxHashMap<usize, FxHashMap<&'a str, usize>>);

impl<'a> Vocabularies<'a> {
    /// Whether two articles may tell of both things in which their sentences differ: one of them knows a word, no small one, in
    /// which the sentence of the other differs.
    pub fn tell_both(&mut self, sides: &[Side<'a>; 2], difference: &Difference) -> bool {
        self.most(&sides[0], &sides[1], &difference.at[1]) > 0
            || self.most(&sides[1], &sides[0], &difference.at[0]) > 0
    }

    /// Whether each of two articles comes back to the name in which its sentence differs: it tells of another place or body.
    fn keep_to_their_own(&mut self, sides: &[Side<'a>; 2], difference: &Difference) -> bool {
        (0..2).all(|side| self.most(&sides[side], &sides[side], &difference.at[side]) > 1)
    }

    /// How often the article of `side` has one of the words, no small ones, that stand at `tokens` of the other.
    fn most(&mut self, side: &Side<'a>, other: &Side, tokens: &Range<usize>) -> usize {
        let document = side.document;
        let words = self.0.entry(side.source).or_insert_with(|| {
            let mut words = FxHashMap::default();
            for i in 0..document.tokens.len() {
                *words.entry(document.word(i)).or_default() += 1;
            }
            words
        });
        let told = tokens.clone().filter(|&i| other.document.is(i, Fact::Content));
        told.filter_map(|i| words.get(other.document.word(i)).copied()).max().unwrap_or(0)
    }
}

/// Whether two sentences share so much before and behind two names that these can only be meant for one.
fn long(sides: &[Side; 2], near: &Near, difference: &Difference) -> bool {
    near.laid.open == 0 && near.laid.shared >= LONG && before(sides, difference) >= BEFORE
}

/// How many words stand before what differs, on the side where there are fewer.
fn before(sides: &[Side; 2], difference: &Difference) -> usize {
    let on = |side: usize| {
        let at = difference.at[side].start;
        sides[side].units.iter().take_while(|u| (u.token as usize) < at).count()
    };
    on(0).min(on(1))
}

/// Whether both values are days that nothing tells the date of, as the articles have none.
fn days(sides: &[Side; 2], values: [usize; 2]) -> bool {
    let open = |side: &Side, mention: usize| {
        let value = side.notes.mentions.get(mention).map(|m| &m.value);
        let undated = side.notes.published.date.is_none();
        undated
            && matches!(value, Some(MentionValue::Time(t)) if t.start.is_none() && t.iso.starts_with("XXXX-"))
    };
    open(&sides[0], values[0]) && open(&sides[1], values[1])
}

/// The claim that says what stands at token `at`: the shortest statement around it, else any of its sentence.
fn claim(input: Input, side: &Side, at: usize) -> Option<usize> {
    let span = side.document.tokens.get(at)?.span;
    let place = (side.source, side.sentence);
    let from = input.claims.partition_point(|c| (c.source, c.sentence) < place);
    let own = input.claims[from..].iter().take_while(|c| (c.source, c.sentence) == place);
    let rank = |c: &Claim| {
        let around = c.span.overlaps(Span::new(span.start, span.end));
        (!around, c.kind != ClaimKind::Status, c.span.len())
    };
    own.enumerate().min_by_key(|(n, c)| (rank(c), *n)).map(|(n, _)| from + n)
}

/// The questions that `told` answer: those that share a place are one.
pub fn questions(input: Input, told: Vec<Told>) -> Vec<Question> {
    // Of each pair one before it that shares a place with it, or itself.
    let mut before: Vec<usize> = (0..told.len()).collect();
    let first_of = |before: &mut Vec<usize>, mut n: usize| {
        while before[n] != n {
            before[n] = before[before[n]];
            n = before[n];
        }
        n
    };
    let mut first: BTreeMap<(u32, usize), usize> = BTreeMap::new();
    for (n, pair) in told.iter().enumerate() {
        for place in &pair.places {
            let known = *first.entry(place.key).or_insert(n);
            let (a, b) = (first_of(&mut before, known), first_of(&mut before, n));
            before[a.max(b)] = a.min(b);
        }
    }
    let mut members: BTreeMap<usize, Vec<Told>> = BTreeMap::new();
    for (n, pair) in told.into_iter().enumerate() {
        members.entry(first_of(&mut before, n)).or_default().push(pair);
    }
    members.into_values().filter_map(|told| one(input, told)).collect()
}

/// The question of pairs that hang together.
fn one(input: Input, told: Vec<Told>) -> Option<Question> {
    let denied = told.iter().any(|t| t.denied);
    let mut values: BTreeMap<String, (String, Vec<usize>)> = BTreeMap::new();
    for place in told.into_iter().flat_map(|t| t.places) {
        let (_, claims) =
            values.entry(place.words.to_lowercase()).or_insert_with(|| (place.words, Vec::new()));
        claims.push(place.claim);
    }
    let mut values: Vec<(String, Vec<usize>)> = values.into_values().collect();
    for (_, claims) in &mut values {
        claims.sort_unstable();
        claims.dedup();
    }
    values.sort_by_key(|(_, claims)| claims[0]);
    let mut claims: Vec<usize> = values.iter().flat_map(|(_, claims)| claims.iter().copied()).collect();
    claims.sort_unstable();
    let all = claims.len();
    claims.dedup();
    if all != claims.len() || values.len() < 2 {
        return None;
    }
    let of: Vec<&Claim> = claims.iter().filter_map(|&i| input.claims.get(i)).collect();
    Some(Question {
        text: question::text(&of),
        claims,
        reasons: vec!["The sentences are the same in nearly all their words.".to_owned()],
        confidence: CONFIDENCE,
        certain: true,
        doubts: Vec::new(),
        paraphrase: false,
        one_place: true,
        wording: Some(Wording {
            values,
            sort: if denied { WordingSort::Denial } else { WordingSort::Words },
        }),
    })
}
