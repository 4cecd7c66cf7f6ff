//! `since-differs`: a start and a length of time of one state that do not fit: `has led Norvik since 2010`, `for nine years`.
//!
//! Only of one subject, under one verb of what lasts, with the same words behind it, and counted to the day on which the article
//! that gives the length was published.

use super::super::Input;
use super::super::origin::Origins;
use crate::lexicon::factors::unit_factor;
use crate::lexicon::{LASTING_VERBS, thesaurus};
use crate::model::display::{number, plural};
use crate::model::time::DateTime;
use crate::model::{
    Bound, Claim, ClaimKind, ClaimValue, Decimal, Document, EntityId, Fact, Finding, Kind, Quantity,
    RuleInfo, Severity, Span, Status, Tag, TimeValue, TokenKind, Verdict,
};
use std::collections::BTreeMap;
use std::ops::Range;

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "since-differs",
    summary: "A start and a length of time of one state that do not fit.",
    why: "Who has done something since 2010 has done it for 14 years in 2024; rounding and bounds are allowed for.",
    verdict: Verdict::Conflict,
    severity: Severity::Error,
    agree: &["Ann Marsh has led Norvik since 2010.", "Ann Marsh has led Norvik for more than 13 years."],
    conflict: &["Ann Marsh has led Norvik since 2010.", "Ann Marsh has led Norvik for the past nine years."],
};

/// So many tokens before its preposition the `has` of a state stands, and `since` before the day in its clause.
const REACH: usize = 12;
/// Of one subject so many states are compared.
const MOST: usize = 16;
/// Lengths further apart than this are of two things.
const FAR: i64 = 4;

/// A state with its start or its length.
struct Told {
    claim: usize,
    /// Of whom or what.
    name: String,
    verb: &'static str,
    /// The words behind the verb, sorted.
    words: Vec<String>,
}

/// Every start that does not fit a length.
pub fn check(input: &Input, origins: &Origins) -> Vec<Finding> {
    let mut of_subject: BTreeMap<EntityId, Vec<Told>> = BTreeMap::new();
    for (index, claim) in input.claims.iter().enumerate() {
        if let Some((subject, told)) = read(input, index, claim) {
            let all = of_subject.entry(subject).or_default();
            if all.len() < MOST {
                all.push(told);
            }
        }
    }
    let mut out = Vec::new();
    for all in of_subject.values() {
        let (starts, lengths): (Vec<&Told>, Vec<&Told>) =
            all.iter().partition(|t| start(&input.claims[t.claim]).is_some());
        for since in starts {
            let one = |length: &&&Told| {
                (length.verb == since.verb || thesaurus::same(length.verb, since.verb))
                    && length.words == since.words
            };
            out.extend(
                lengths.iter().filter(one).filter_map(|length| finding(input, origins, since, length)),
            );
        }
    }
    out
}

/// The time that a claim states.
fn start(claim: &Claim) -> Option<&TimeValue> {
    if let ClaimValue::Time(time) = &claim.value { Some(time) } else { None }
}

/// What a claim says of a state: of whom, and what.
fn read(input: &Input, index: usize, claim: &Claim) -> Option<(EntityId, Told)> {
    let timed = matches!(claim.kind, ClaimKind::Value(Kind::Date | Kind::Duration));
    if !timed || claim.headline || claim.status != Status::Actual {
        return None;
    }
    let document = input.documents.get(claim.source)?;
    let notes = input.annotations.get(claim.source)?;
    let mention = notes.mentions.get(claim.mention?)?;
    let sentence = &document.sentences.get(claim.sentence)?.tokens;
    let from = document.tokens_in(mention.stated).start.min(mention.tokens.start);
    let before =
        |n: usize| from.checked_sub(n).filter(|i| *i >= sentence.start).map_or("", |i| document.word(i));
    let at = match (start(claim).is_some(), before(1)) {
        (true, "since") | (false, "for") => from - 1,
        (true, "in" | "on") => since_in(document, sentence.start.max(from.saturating_sub(REACH))..from)?,
        (false, "last" | "past") if before(2) == "the" && before(3) == "for" => from - 3,
        _ => return None,
    };
    // `for three years as its chairman` is another state.
    if !matches!(document.word(mention.tokens.end), "." | "," | ";" | "") {
        return None;
    }
    let has = (at.saturating_sub(REACH).max(sentence.start)..at)
        .rev()
        .find(|&i| matches!(document.word(i), "has" | "have"))?;
    let plain = |i: usize| !matches!(document.word(i), "," | "not" | "never" | "and" | "no");
    let first = notes.mentions.partition_point(|m| m.tokens.start <= has);
    let counted = notes.mentions.get(first).is_some_and(|m| m.tokens.end <= at);
    let tag = |i: usize| notes.tags.get(i).copied().unwrap_or_default();
    let verb = (has + 1..at).find(|&i| tag(i).is_verb() && document.word(i) != "been")?;
    let lemma = thesaurus::verb(document.word(verb)).filter(|lemma| LASTING_VERBS.has(lemma))?;
    // `has been led by` is not `has led`.
    let passive = tag(verb) != Tag::Ing && (has..verb).any(|i| document.word(i) == "been");
    if counted || passive || !(has..at).all(plain) {
        return None;
    }
    let content = |&i: &usize| document.tokens[i].kind == TokenKind::Word && document.is(i, Fact::Content);
    let mut words: Vec<String> =
        (verb + 1..at).filter(content).map(|i| document.words.stem(i).to_owned()).collect();
    words.sort_unstable();
    let statement = statement(input, claim, document.tokens[verb].span)?;
    let told = Told { claim: index, name: statement.subject_name.clone(), verb: lemma, words };
    Some((statement.subject?, told))
}

/// The `since` whose clause holds what stands behind `tokens`.
fn since_in(document: &Document, tokens: Range<usize>) -> Option<usize> {
    tokens.rev().take_while(|&i| document.word(i) != ",").find(|&i| document.word(i) == "since")
}

/// The statement with a subject that holds the verb at `span`, in the sentence of `claim`.
fn statement<'a>(input: &'a Input, claim: &Claim, span: Span) -> Option<&'a Claim> {
    let place = (claim.source, claim.sentence);
    let from = input.claims.partition_point(|c| (c.source, c.sentence) < place);
    let own = input.claims[from..].iter().take_while(|c| (c.source, c.sentence) == place);
    let holding = own.filter(|c| c.kind == ClaimKind::Status && c.span.contains(span));
    holding.min_by_key(|c| c.span.len()).filter(|c| c.subject.is_some())
}

/// The finding on a start and a length: that they cannot both be right, or of two articles that they can.
fn finding(input: &Input, origins: &Origins, since: &Told, length: &Told) -> Option<Finding> {
    let (a, b) = (&input.claims[since.claim], &input.claims[length.claim]);
    let ClaimValue::Quantity { quantity, unit: Some(unit), .. } = &b.value else { return None };
    let today = input.annotations.get(b.source)?.published.date.as_ref()?;
    let (low, high) = lasted(start(a)?, today, unit)?;
    let inside = a.source == b.source;
    let verdict = match (apart(quantity, low, high)?, inside) {
        (true, true) => Verdict::Inconsistent,
        (true, false) => Verdict::Conflict,
        (false, true) => return None,
        (false, false) => Verdict::Compatible,
    };
    let severity = super::severity(&INFO, verdict, None, input.rules)?;
    let (from, long) = (a.display(), b.display());
    let question = format!("{}: {}", since.name, since.verb);
    let summary = match verdict {
        Verdict::Compatible => format!("{question}: since {from} and for {long} can both be true."),
        _ => format!("{question}: since {from} against for {long}."),
    };
    let counted = format!(
        "From {from} to the day on which the length was published it is about {} {}.",
        number(((low + high) / Decimal::TWO).round_dp(1)),
        plural(unit, false)
    );
    Some(Finding {
        verdict,
        rule: INFO.id,
        severity,
        question,
        summary,
        reasons: vec!["Both tell how long one state has lasted, in the same words.".to_owned(), counted],
        claims: vec![since.claim.min(length.claim), since.claim.max(length.claim)],
        values: vec![
            (format!("since {from}"), vec![since.claim]),
            (format!("for {long}"), vec![length.claim]),
        ],
        origins: origins.count(&[a, b]),
        confidence: 0.7 * a.confidence.min(b.confidence),
    })
}

/// How long it is from a time to a day, at least and at most, in `unit`; `None` unless the time is over by then.
fn lasted(from: &TimeValue, to: &TimeValue, unit: &str) -> Option<(Decimal, Decimal)> {
    if !matches!(unit, "year" | "month" | "week" | "day" | "decade") {
        return None;
    }
    let factor = unit_factor("minute", unit)?;
    let between = |x: DateTime, y: DateTime| factor.apply(Decimal::from(y.duration_since(x).as_mins()));
    let (low, high) = (between(from.end?, to.start?)?, between(from.start?, to.end?)?);
    (low > Decimal::ZERO).then_some((low, high))
}

/// Whether a length of `low` to `high` cannot be told as `quantity`: whole units are told, and round numbers of longer ones.
/// `None` where both are hardly said of one thing.
fn apart(quantity: &Quantity, low: Decimal, high: Decimal) -> Option<bool> {
    let least = quantity.low.or(quantity.high)?;
    let most = quantity.high.unwrap_or(least);
    let far = Decimal::from(FAR);
    if quantity.vague || low > most * far || high * far < least {
        return None;
    }
    let round = (least % Decimal::from(5)).is_zero() || quantity.bound == Bound::About;
    let share = Decimal::new(if round { 25 } else { 15 }, 2);
    let slack = |n: Decimal| Decimal::ONE.max(n * share);
    let too_short = high + slack(least) < least;
    let too_long = low > most + slack(most);
    Some(match quantity.bound {
        Bound::AtLeast | Bound::MoreThan => too_short,
        Bound::AtMost | Bound::LessThan => too_long,
        _ => too_short || too_long,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_told_in_whole_or_round_numbers_and_as_bounds() {
        let of =
            |value: i64, bound| Quantity { bound, ..Quantity::exactly(Decimal::from(value), Decimal::ONE) };
        for (told, bound, lasted, want) in [
            (14, Bound::Exactly, 14, Some(false)),
            (14, Bound::Exactly, 15, Some(false)),
            (14, Bound::Exactly, 18, Some(true)),
            (9, Bound::Exactly, 14, Some(true)),
            (30, Bound::Exactly, 35, Some(false)),
            (30, Bound::Exactly, 45, Some(true)),
            (13, Bound::MoreThan, 20, Some(false)),
            (20, Bound::MoreThan, 13, Some(true)),
            (20, Bound::LessThan, 13, Some(false)),
            (10, Bound::LessThan, 20, Some(true)),
            (2, Bound::Exactly, 14, None),
        ] {
            let (low, high) = (Decimal::from(lasted), Decimal::from(lasted));
            assert_eq!(apart(&of(told, bound), low, high), want, "{bound:?} {told}, {lasted}");
        }
    }
}
