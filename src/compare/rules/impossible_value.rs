//! `impossible-value`: a value that nothing can have, whatever it is said of.

use super::one::{One, Told, exact};
use crate::lexicon::{nouns, units};
use crate::model::{Decimal, Finding, Kind, Mention, RuleInfo, Severity, TokenKind, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "impossible-value",
    summary: "A share above the whole, a day that no month has, a part larger than what it is part of, a number with two units.",
    why: "Such a value is a slip in any article, whatever the others say.",
    verdict: Verdict::Inconsistent,
    severity: Severity::Error,
    agree: &["Turnout reached 97 percent of voters, and 9 of the 12 seats changed hands."],
    conflict: &["Turnout reached 109 percent of voters."],
};

/// Nouns of which nobody can have more than all.
const WHOLES: &[&str] = &[
    "vote",
    "votes",
    "voter",
    "voters",
    "ballots",
    "turnout",
    "residents",
    "inhabitants",
    "population",
    "respondents",
    "households",
    "members",
    "seats",
    "shares",
    "stake",
    "ownership",
    "electorate",
    "students",
    "patients",
    "employees",
    "workers",
];
/// Months with the number of days they have at most.
const MONTHS: &[(&str, u32)] = &[
    ("february", 29),
    ("feb", 29),
    ("april", 30),
    ("apr", 30),
    ("june", 30),
    ("september", 30),
    ("sept", 30),
    ("sep", 30),
    ("november", 30),
    ("nov", 30),
    ("january", 31),
    ("jan", 31),
    ("march", 31),
    ("july", 31),
    ("august", 31),
    ("aug", 31),
    ("october", 31),
    ("oct", 31),
    ("december", 31),
    ("dec", 31),
];
/// Most words between `percent of` and the noun.
const REACH: usize = 3;

/// Most words that join a part to its whole.
const JOINT: usize = 3;

/// Everything impossible in an article.
pub fn check(one: &One) -> Vec<Finding> {
    let shares = (0..one.mentions().len()).filter_map(|i| share(one, i));
    let parts = (1..one.mentions().len()).filter_map(|i| part(one, i - 1, i));
    let doubled = (0..one.mentions().len()).filter_map(|i| two_units(one, i));
    shares.chain(parts).chain(days(one)).chain(doubled).collect()
}

/// `51 mm inches`: two units of one family behind one number, as a conversion cut short leaves them.
fn two_units(one: &One, i: usize) -> Option<Finding> {
    let mention = &one.mentions()[i];
    let first =
        mention.unit.as_deref().filter(|_| mention.kind == Kind::Dimension && mention.per.is_none())?;
    // A singular can be an adjective: `a 5 km foot race`.
    let behind = one.word(mention.tokens.end);
    let plural = behind == "feet" || behind.ends_with('s');
    let second = units::unit(&nouns::singular_or_same(behind)).filter(|_| plural)?;
    let one_family = units::family(first).is_some_and(|f| units::family(second.name) == Some(f));
    if !one_family || first == second.name {
        return None;
    }
    let summary = format!("\u{201c}{} {behind}\u{201d} names two units.", one.quote(i));
    one.finding(&INFO, &[i], Told::inconsistent(summary, "A number has one unit.".to_owned(), 0.85))
}

/// More than 100 percent of something that has no more.
fn share(one: &One, i: usize) -> Option<Finding> {
    let mention = &one.mentions()[i];
    let value = exact(mention)?;
    if mention.kind != Kind::Percent
        || mention.unit.is_some()
        || mention.change != 0
        || value <= Decimal::ONE_HUNDRED
    {
        return None;
    }
    let after = mention.tokens.end;
    let of = one.word(after) == "of" && (after + 1..=after + REACH).any(|t| WHOLES.contains(&one.word(t)));
    if !of {
        return None;
    }
    let summary = format!("\u{201c}{}\u{201d} of a whole is more than all of it.", one.quote(i));
    one.finding(&INFO, &[i], Told::inconsistent(summary, "A share is at most 100 percent.".to_owned(), 0.85))
}

/// `12 of the 10 seats`.
fn part(one: &One, a: usize, b: usize) -> Option<Finding> {
    let (x, y) = (&one.mentions()[a], &one.mentions()[b]);
    if !joined_by_of(one, x, y) || !counts(x) || !counts(y) || exact(x)? <= exact(y)? {
        return None;
    }
    let (part, whole) = (one.quote(a), one.quote(b));
    let summary = format!("\u{201c}{part}\u{201d} of \u{201c}{whole}\u{201d} is more than there are.");
    let reason = "A part is at most as large as what it is part of.".to_owned();
    one.finding(&INFO, &[a, b], Told::inconsistent(summary, reason, 0.85))
}

fn counts(mention: &Mention) -> bool {
    matches!(mention.kind, Kind::Count | Kind::Number) && mention.per.is_none()
}

/// Only `of the`, `of its`, `of all` and the like stand between the two, and the first counts nothing else.
pub fn joined_by_of(one: &One, x: &Mention, y: &Mention) -> bool {
    let gap = x.tokens.end..y.tokens.start;
    if gap.is_empty() || gap.len() > JOINT {
        return false;
    }
    let between: Vec<&str> = gap.map(|t| one.word(t)).collect();
    matches!(
        between.as_slice(),
        ["of" | "out"]
            | ["of", "the" | "its" | "their" | "all" | "his" | "her" | "those" | "these"]
            | ["out", "of"]
            | ["out", "of", "the" | "its" | "their"]
    )
}

/// `June 31` and `31 June`.
fn days(one: &One) -> Vec<Finding> {
    let tokens = &one.document.tokens;
    let most = |i: usize| MONTHS.iter().find(|(name, _)| *name == one.word(i)).map(|(_, days)| *days);
    let mut found = Vec::new();
    for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Number) {
        let Ok(day) = one.word(i).parse::<u32>() else { continue };
        let name = [i.checked_sub(1), Some(i + 1)].into_iter().flatten().find(|&m| {
            tokens.get(m).is_some_and(|t| t.capital) && most(m).is_some_and(|days| day > days && day <= 31)
        });
        let Some(name) = name else { continue };
        let near = one.mentions().partition_point(|m| m.span.end <= token.span.start);
        let quote = tokens[i.min(name)].span.join(tokens[i.max(name)].span).of(one.document.text());
        let summary = format!("\u{201c}{quote}\u{201d}: that month has no such day.");
        let told = Told::inconsistent(summary, "Calendars are exact.".to_owned(), 0.9);
        found.extend(one.finding(&INFO, &[near.min(one.mentions().len().saturating_sub(1))], told));
    }
    found
}
