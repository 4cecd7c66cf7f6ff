//! `conversion-mismatch`: a value in parentheses that is not the one before them in another unit or currency.

use super::one::{One, Told, exact};
use crate::lexicon::factors::{Factor, unit_factor};
use crate::lexicon::rates;
use crate::model::display::number;
use crate::model::{Decimal, Finding, Kind, Mention, RuleInfo, Severity, Verdict};

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "conversion-mismatch",
    summary: "A converted value that does not fit its unit or its exchange rate.",
    why: "Conversions are done by hand and in a hurry. Units convert exactly, so that only rounding is allowed for; \
          currencies are given a wide band, since the day of the rate is not known.",
    verdict: Verdict::Inconsistent,
    severity: Severity::Warning,
    agree: &["The pipeline broke 25 miles (40 km) east of the town."],
    conflict: &["The pipeline broke 25 miles (60 km) east of the town."],
};

/// Most words between a value and the parenthesis that converts it (`90 miles east (…)` is none).
const BETWEEN: usize = 3;
/// A rate that misses the known one by more than this share is wrong rather than of another day.
const RATE_BAND: (i64, u32) = (15, 2);
/// A rate within this share of the known one is the known one; between the two bands the reader is told the rate.
const SAME_RATE: (i64, u32) = (1, 2);

/// Every conversion that does not fit.
pub fn check(one: &One) -> Vec<Finding> {
    let pairs = (1..one.mentions().len()).map(|i| (i - 1, i));
    pairs.filter(|&(a, b)| in_parentheses(one, a, b)).filter_map(|(a, b)| compare(one, a, b)).collect()
}

/// Whether mention `b` stands in a parenthesis right behind mention `a`.
fn in_parentheses(one: &One, a: usize, b: usize) -> bool {
    let (a, b) = (&one.mentions()[a], &one.mentions()[b]);
    let gap = a.tokens.end..b.tokens.start;
    if gap.len() > BETWEEN + 1 || a.kind != b.kind {
        return false;
    }
    let close = (b.tokens.end..b.tokens.end + BETWEEN).any(|i| one.word(i) == ")");
    let opened = gap.clone().filter(|&i| one.word(i) == "(").count() == 1;
    let plain = gap.clone().all(|i| !matches!(one.word(i), ")" | "." | ";"));
    opened && plain && close
}

fn compare(one: &One, a: usize, b: usize) -> Option<Finding> {
    let (x, y) = (&one.mentions()[a], &one.mentions()[b]);
    let (from, to) = (x.unit.as_deref()?, y.unit.as_deref()?);
    if from == to || x.per != y.per {
        return None;
    }
    let (vx, vy) = (stated(x)?, stated(y)?);
    match x.kind {
        Kind::Dimension | Kind::Duration => {
            let forth = unit_factor(from, to)?;
            let back = unit_factor(to, from)?;
            let right = forth.apply(vx)?;
            let fits = rounded(one, right, y) || rounded(one, back.apply(vy)?, x);
            if fits { None } else { wrong_unit(one, [a, b], right, to) }
        }
        Kind::Money => rate(one, [a, b], [vx, vy], [from, to]),
        _ => None,
    }
}

/// The stated number, hedged or not.
fn stated(mention: &Mention) -> Option<Decimal> {
    exact(mention).or_else(|| mention.quantity()?.stated())
}

/// Whether `right` is the mention's number but for rounding: to a whole one where the number is small, else by the rules'
/// tolerance, or by what rounding to tens (never more than a tenth) or a twentieth makes of a round number.
fn rounded(one: &One, right: Decimal, mention: &Mention) -> bool {
    let (Some(value), Some(quantity)) = (stated(mention), mention.quantity()) else { return true };
    let tolerance = Decimal::try_from(one.input.rules.compare.unit_tolerance).unwrap_or_default();
    let tens = if (value % Decimal::TEN).is_zero() {
        (value.abs() / Decimal::TEN).min(Decimal::from(5)).max(value.abs() / Decimal::from(20))
    } else {
        Decimal::ZERO
    };
    let half = (quantity.step.min(Decimal::ONE) / Decimal::TWO).max(tens);
    near(right, value, tolerance) || (right - value).abs() <= half
}

fn near(a: Decimal, b: Decimal, share: Decimal) -> bool {
    a.abs().max(b.abs()).checked_mul(share).is_some_and(|allowed| (a - b).abs() <= allowed)
}

fn wrong_unit(one: &One, mentions: [usize; 2], right: Decimal, unit: &str) -> Option<Finding> {
    let [a, b] = mentions.map(|m| one.quote(m));
    let shown = format!("{} {}", number(right.round_dp(1)), crate::model::display::plural(unit, false));
    let summary = format!("\u{201c}{a}\u{201d} is {shown}, not \u{201c}{b}\u{201d}.");
    let reason = "The two are given as one value in two units, and units convert exactly.".to_owned();
    one.finding(&INFO, &mentions, Told::inconsistent(summary, reason, 0.9))
}

/// Sums of money: the rate that the text implies against the one known.
fn rate(one: &One, mentions: [usize; 2], values: [Decimal; 2], codes: [&str; 2]) -> Option<Finding> {
    let day =
        one.annotations.published.date.as_ref().and_then(|t| t.start).map(crate::model::time::DateTime::date);
    let known: Factor = rates::exchange(codes[0], codes[1], day, &one.input.rules.rates)?;
    let implied = values[1].checked_div(values[0])?;
    let band = Decimal::new(RATE_BAND.0, RATE_BAND.1);
    // One of the two is rounded to few digits, or the rate is of another day.
    let [x, y] = mentions.map(|m| &one.mentions()[m]);
    let back = Decimal::ONE.checked_div(known.times).and_then(|r| values[1].checked_mul(r))?;
    if near(known.times, implied, Decimal::new(SAME_RATE.0, SAME_RATE.1)) {
        return None;
    }
    let [a, b] = mentions.map(|m| one.quote(m));
    let shown = |v: Decimal| number(v.round_dp(3));
    if near(known.times, implied, band) || rounded(one, known.apply(values[0])?, y) || rounded(one, back, x) {
        let summary = format!(
            "\u{201c}{a}\u{201d} as \u{201c}{b}\u{201d} means {} {} per {}; about {} was usual.",
            shown(implied),
            codes[1],
            codes[0],
            shown(known.times)
        );
        let reason = "The two are given as one sum in two currencies, at a rate within the band.".to_owned();
        let told = Told { verdict: Verdict::Compatible, ..Told::inconsistent(summary, reason, 0.8) };
        return one.finding(&INFO, &mentions, told);
    }
    let summary = format!(
        "\u{201c}{a}\u{201d} as \u{201c}{b}\u{201d} means {} {} per {}, where about {} was usual.",
        shown(implied),
        codes[1],
        codes[0],
        shown(known.times)
    );
    let reason = "The two are given as one sum in two currencies.".to_owned();
    let told = Told::inconsistent(summary, reason, 0.7);
    // Without a day nobody knows which rate was usual.
    let verdict = if day.is_some() { Verdict::Inconsistent } else { Verdict::Unclear };
    one.finding(&INFO, &mentions, Told { verdict, ..told })
}
