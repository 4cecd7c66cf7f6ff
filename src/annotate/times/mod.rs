//! Dates, clock times, durations, and the date of publication where only the text gives one.
//!
//! One rule per file: a rule looks at a token and says what time expression starts there, if any. [`find`] goes through the
//! sentences from left to right, asks the rules that the token's class calls for, and takes the first answer; so rules that
//! read longer expressions come first. Nothing here says what a time is said of, and holidays are left out.

mod absolute;
mod amount;
mod bound;
mod calendars;
mod clock;
mod dial;
mod duration;
mod era;
mod fiscal;
pub mod foreign;
mod holiday;
mod modified;
mod moon;
mod numeric;
mod open;
mod position;
mod published;
mod range;
mod reader;
mod relative;
mod resolve;
mod shift;
mod tense;
mod vague;
mod weekday;

use crate::lexicon::calendar::{Term, Unit};
use crate::lexicon::holidays::beginning_with;
use crate::lexicon::memo::ByPlace;
use crate::lexicon::numbers::{cardinal, ordinal};
use crate::model::time::DateTime;
use crate::model::{
    Bound, Document, Granularity, Kind, Mention, MentionValue, Published, TimeValue, TokenKind, WordTable,
};
use reader::{Found, Reader, Says};

/// A rule: what time expression starts at a token.
type Rule = fn(&Reader, usize) -> Option<Found>;

/// The publication date and every time reference, ordered by position, never overlapping.
pub fn find(doc: &Document) -> (Published, Vec<Mention>) {
    let published = published::of(doc);
    let anchor = published::anchor(&published);
    let mut cx = Reader::new(doc, anchor);
    // About one a sentence: to move them costs more than the room.
    let mut mentions = Vec::with_capacity(doc.sentences.len());
    let mut of_words = doc.words.table(|_| None);
    for sentence in &doc.sentences {
        (cx.from, cx.to) = (sentence.tokens.start, sentence.tokens.end);
        let mut i = cx.from;
        while i < cx.to {
            let Some(found) = rules(&cx, &mut of_words, i).iter().find_map(|rule| rule(&cx, i)) else {
                i += 1;
                continue;
            };
            let found = clock::behind(&cx, &found).or_else(|| open::behind(&cx, &found)).unwrap_or(found);
            remember(&mut cx, &found);
            let end = found.end.clamp(i + 1, cx.to);
            mentions.push(mention(&cx, doc, i, end, found));
            i = end;
        }
    }
    (published, mentions)
}

/// The rules that may read something at token `i`, in the order in which they are asked; `of_words` keeps those of words.
fn rules(cx: &Reader, of_words: &mut WordTable<Option<&'static [Rule]>>, i: usize) -> &'static [Rule] {
    match cx.kind(i) {
        Some(TokenKind::Number) => NUMBER,
        Some(TokenKind::Word) => {
            let Some(word) = cx.doc.words.get(i) else { return &[] };
            let kept = || KEPT.with(|kept| kept.get(&word.text, || word_rules(cx, i)));
            of_words.at_mut(i).map_or(&[], |rules| rules.get_or_insert_with(kept))
        }
        Some(TokenKind::Mixed) => word_rules(cx, i),
        _ => &[],
    }
}

thread_local! {
    /// The rules that a word calls for.
    static KEPT: ByPlace<&'static [Rule]> = ByPlace::default();
}

const NUMBER: &[Rule] = &[
    range::read,
    position::nth,
    absolute::read,
    weekday::counted,
    clock::read,
    fiscal::ordinal_part,
    era::century,
    era::decade,
    fiscal::spoken_of,
    fiscal::year_and_quarter,
    duration::read,
    absolute::year_first,
    era::year,
    absolute::day_of_month,
];
const NUMBER_WORD: &[Rule] = &[
    position::nth,
    fiscal::ordinal_part,
    era::century,
    absolute::read,
    weekday::counted,
    clock::read,
    duration::read,
    era::year,
    duration::bare,
    absolute::day_of_month,
];

/// The same for a word; a function of the word alone.
fn word_rules(cx: &Reader, i: usize) -> &'static [Rule] {
    match cx.term(i) {
        Some(Term::Month(_)) => return &[holiday::read, range::read, absolute::read],
        Some(Term::Weekday(_)) => return &[weekday::read],
        Some(Term::Which(_)) => {
            return &[position::nth, fiscal::last_half, relative::which, duration::past_decade, vague::read];
        }
        Some(Term::Offset(_)) => return &[relative::day],
        Some(Term::Season(_)) => return &[era::season],
        Some(Term::Unit(unit)) => return unit_rules(unit),
        Some(Term::Part(_) | Term::Zone(_) | Term::ZoneOfSeason(_)) | None => {}
    }
    let word = cx.word(i);
    match word {
        "from" | "between" => &[range::read, vague::read],
        "noon" | "midday" | "midnight" => &[clock::read],
        "tonight" | "overnight" => &[relative::day],
        "that" => &[relative::that],
        "latter" => &[fiscal::last_half],
        "all" => &[duration::all],
        "eoy" | "eom" => &[modified::read],
        "early" | "late" | "mid" | "earlier" | "later" | "end" | "beginning" | "start" | "middle"
        | "close" => &[modified::read, open::read, vague::read],
        "after" | "before" | "prior" | "starting" | "effective" => &[open::read],
        "fiscal" | "fy" => &[fiscal::fiscal_year, fiscal::ordinal_part],
        "latest" | "recent" | "full" => &[fiscal::spoken_of, duration::recent, vague::read],
        _ if word.len() <= 6
            && (word.starts_with("fy") || word.starts_with("cy"))
            && word.ends_with(|c: char| c.is_ascii_digit()) =>
        {
            &[fiscal::glued_year]
        }
        "period" => &[fiscal::spoken_of],
        "twenties" | "thirties" | "forties" | "fifties" | "sixties" | "seventies" | "eighties"
        | "nineties" => &[era::decade],
        "q1" | "q2" | "q3" | "q4" | "h1" | "h2" => &[fiscal::short_quarter],
        "half" => &[clock::read, duration::read, vague::read],
        "a" => &[clock::read, duration::read, vague::read],
        "an" | "several" | "few" | "couple" | "another" | "some" | "many" | "dozens" | "hundreds"
        | "thousands" => &[duration::read, vague::read],
        _ if cardinal(word).is_some() || ordinal(word).is_some() => NUMBER_WORD,
        _ if vague::may_begin(word) || beginning_with(word).is_some() => &[vague::read, holiday::read],
        _ => &[],
    }
}

fn unit_rules(unit: Unit) -> &'static [Rule] {
    match unit {
        Unit::Year => &[fiscal::year_ago, fiscal::this_year, duration::long, duration::bare, length_of_year],
        Unit::Quarter => &[clock::read, fiscal::spoken_of, duration::bare],
        Unit::Weekend => &[the_weekend],
        Unit::Second => NUMBER_WORD,
        Unit::Week => &[position::week_of, duration::long, duration::bare],
        Unit::Day => &[position::day_beside, duration::long, duration::bare, holiday::read],
        _ => &[duration::long, duration::bare],
    }
}

/// `the weekend`.
fn the_weekend(cx: &Reader, i: usize) -> Option<Found> {
    (cx.before(i) == "the").then(|| relative::weekend(cx, i, tense::tense(cx, i, i + 1))).flatten()
}

/// `the year ended March 31`: a length.
fn length_of_year(cx: &Reader, i: usize) -> Option<Found> {
    let fits = cx.before(i) == "the" && cx.is(i + 1, &["ended", "ending"]);
    let one = crate::model::Quantity::exactly(crate::model::Decimal::ONE, crate::model::Decimal::ONE);
    fits.then(|| Found { end: i + 1, says: Says::Duration(one, Unit::Year) })
}

/// Keeps the quarter and the day that were spoken of, for `the quarter`, `a year earlier`, `the next day`.
fn remember(cx: &mut Reader, found: &Found) {
    let Some(value) = found.value() else { return };
    let Some(start) = value.start.map(DateTime::date) else { return };
    cx.spoken = Some(start);
    match value.granularity {
        Granularity::Quarter if value.basis != crate::model::TimeBasis::Text => {
            cx.quarter = Some((start.year(), relative::quarter_of(start)));
        }
        Granularity::Day | Granularity::Hour | Granularity::Minute | Granularity::PartOfDay => {
            cx.day = Some(start);
        }
        _ => {}
    }
}

fn mention(cx: &Reader, doc: &Document, from: usize, end: usize, found: Found) -> Mention {
    let (bound, first) = bound::before(cx, from);
    let stated = doc.span_of(first..end);
    let span = doc.span_of(from..end);
    let time = |kind: Kind, value: TimeValue| Mention::new(kind, span, from..end, MentionValue::Time(value));
    let base = match found.says {
        Says::Date(value) => time(Kind::Date, value),
        Says::Time(value) => time(Kind::Time, value),
        Says::Duration(quantity, unit) => Mention {
            unit: Some(unit.as_str().to_owned()),
            ..Mention::new(Kind::Duration, span, from..end, MentionValue::Quantity(quantity))
        },
        Says::Age(quantity, unit) => Mention {
            unit: Some(format!("{} of age", unit.as_str())),
            ..Mention::new(Kind::Dimension, span, from..end, MentionValue::Quantity(quantity))
        },
    };
    Mention { stated, hedged: bound == Bound::About, ..base }
}

#[cfg(test)]
mod tests;
