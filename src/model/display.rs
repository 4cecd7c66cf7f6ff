//! Values as people read them: `more than 1.4 million customers`, `US$1 billion`, `29 July 2015`.
//!
//! English only and never exact about style; whoever needs the value itself takes the value.

use super::time::{Date, DateTime};
use super::{
    BE, BECAUSE, Bound, Claim, ClaimKind, ClaimValue, Decimal, Granularity, Kind, Quantity, TimeBasis,
    TimeValue,
};
use std::borrow::Cow;

/// Names of large numbers, largest first.
const SCALES: [(i64, &str); 3] =
    [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")];
/// A larger number is shown with a scale word only if at most this many digits follow its decimal point.
const SCALED_DIGITS: u32 = 2;
/// Longest text of a quotation or a clause that is shown whole, in characters.
const QUOTED: usize = 160;

impl Claim {
    /// The value for people.
    pub fn display(&self) -> String {
        match &self.value {
            ClaimValue::Quantity { quantity: q, unit, per } => {
                let kind = if let ClaimKind::Value(kind) = self.kind { kind } else { Kind::Number };
                let noun = match kind {
                    Kind::Count if unit.is_none() && !self.noun.is_empty() => Some(self.noun.as_str()),
                    _ => unit.as_deref(),
                };
                let sign = ["down ", "", "up "][usize::try_from(self.change.signum() + 1).unwrap_or(1)];
                let shown = quantity(q, kind, noun, per.as_deref());
                if sign.is_empty() { shown } else { [sign, &shown].concat() }
            }
            ClaimValue::Time(t) => time(t),
            ClaimValue::Items { items, complete } => {
                let list = listed(items);
                if *complete || items.is_empty() { list } else { format!("{list}, among others") }
            }
            ClaimValue::Text(text) => quoted(text),
            ClaimValue::Predicate { .. } if !self.told.is_empty() => shortened(&self.told).into_owned(),
            ClaimValue::Predicate { predicate, negated, arguments } => {
                self.sentence(predicate, *negated, arguments)
            }
        }
    }

    /// A predicate with its participants in the order subject, verb, object, others.
    fn sentence(&self, predicate: &str, negated: bool, arguments: &[(String, String)]) -> String {
        let of = |role: &str| arguments.iter().find(|(r, _)| r == role).map(|(_, filler)| filler.as_str());
        if let Some(reason) = of("reason").filter(|_| predicate == BECAUSE) {
            return format!("because of {reason}");
        }
        if let Some(what) = of("is").or_else(|| of("called")).filter(|_| predicate == BE) {
            let who = of("subject").unwrap_or(&self.subject_name);
            return format!("{who} is {}{what}", if negated { "not " } else { "" });
        }
        let mut words: Vec<&str> = Vec::new();
        words.extend(of("subject").or(Some(self.subject_name.as_str()).filter(|s| !s.is_empty())));
        words.extend(negated.then_some("not"));
        words.push(predicate);
        words.extend(of("object"));
        for (role, filler) in arguments.iter().filter(|(r, _)| r != "subject" && r != "object") {
            words.extend([role.as_str(), filler.as_str()]);
        }
        words.join(" ")
    }
}

/// A quantity in `unit`, the singular noun or code that [`super::Mention::unit`] gives.
pub fn quantity(q: &Quantity, kind: Kind, unit: Option<&str>, per: Option<&str>) -> String {
    let one = |value: Decimal| with_unit(value, kind, unit);
    let text = match (q.low, q.high) {
        (Some(low), Some(high)) if low == high && prefix(q.bound).is_empty() => one(low),
        (Some(low), Some(high)) if low == high => [prefix(q.bound), &one(low)].concat(),
        (Some(low), Some(high)) => [&bare(low, kind, unit), " to ", &one(high)].concat(),
        (Some(low), None) => ["at least ", &one(low)].concat(),
        (None, Some(high)) => ["at most ", &one(high)].concat(),
        (None, None) => "an unknown number".to_owned(),
    };
    match per {
        Some(per) => [&text, " per ", per].concat(),
        None => text,
    }
}

/// How a bound is written before its number.
const fn prefix(bound: Bound) -> &'static str {
    match bound {
        Bound::Exactly | Bound::Range => "",
        Bound::About => "about ",
        Bound::AtLeast => "at least ",
        Bound::MoreThan => "> ",
        Bound::AtMost => "at most ",
        Bound::LessThan => "< ",
    }
}

fn with_unit(value: Decimal, kind: Kind, unit: Option<&str>) -> String {
    let shown = number(value);
    match (kind, unit) {
        (Kind::Money, Some(code)) => money(&shown, code),
        (Kind::Percent, None) => shown + "%",
        (Kind::Dimension, Some("magnitude")) => format!("magnitude {shown}"),
        (Kind::Ordinal, _) => shown + ordinal_ending(value),
        (_, Some(unit)) => [&shown, " ", &plural(unit, value.abs() == Decimal::ONE)].concat(),
        _ => shown,
    }
}

/// The lower end of a range, whose unit stands behind the upper one.
fn bare(value: Decimal, kind: Kind, unit: Option<&str>) -> String {
    // A sign stands before the number, so that it would be taken for the upper end's alone.
    if kind == Kind::Money && matches!(unit, Some("USD" | "EUR" | "GBP")) {
        return with_unit(value, kind, unit);
    }
    if kind == Kind::Percent && unit.is_none() { format!("{}%", number(value)) } else { number(value) }
}

fn money(shown: &str, code: &str) -> String {
    match code {
        "USD" => ["US$", shown].concat(),
        "EUR" => ["€", shown].concat(),
        "GBP" => ["£", shown].concat(),
        _ => [shown, " ", code].concat(),
    }
}

fn ordinal_ending(value: Decimal) -> &'static str {
    let rest = value % Decimal::ONE_HUNDRED;
    if (Decimal::from(11)..=Decimal::from(13)).contains(&rest) {
        return "th";
    }
    match (rest % Decimal::TEN).try_into().unwrap_or(0_u32) {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    }
}

/// More digits behind the point than this have no end.
const MOST_DIGITS: u32 = 12;
/// So many of them are shown.
const ENDLESS_DIGITS: u32 = 4;

/// A number with thousands separators, or with a scale word where it is round: `43,885,310`, `1.4 million`.
pub fn number(value: Decimal) -> String {
    let small = value.scale() == 0 && value.mantissa().abs() < 1000;
    if small {
        return (value.mantissa() as i32).to_string();
    }
    for (scale, word) in SCALES {
        let scale = Decimal::from(scale);
        if value.abs() >= scale {
            let scaled = (value / scale).normalize();
            if scaled.scale() <= SCALED_DIGITS {
                return format!("{} {word}", grouped(scaled));
            }
        }
    }
    let value = value.normalize();
    // A third has no end; nobody reads more than this of it.
    grouped(if value.scale() > MOST_DIGITS { value.round_dp(ENDLESS_DIGITS).normalize() } else { value })
}

fn grouped(value: Decimal) -> String {
    let text = value.abs().to_string();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(w, f)| (w, Some(f)));
    let mut shown = String::from(if value.is_sign_negative() && !value.is_zero() { "-" } else { "" });
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    if let Some(fraction) = fraction {
        shown.push('.');
        shown.push_str(fraction);
    }
    shown
}

/// The noun for one thing or several: `data center`, `data centers`; `kilometer per hour`, `kilometers per hour`.
pub fn plural(noun: &str, one: bool) -> String {
    if one {
        return noun.to_owned();
    }
    for joint in [" per ", " of "] {
        if let Some((head, tail)) = noun.split_once(joint) {
            return format!("{}{joint}{tail}", plural(head, false));
        }
    }
    if let Some(scale) = noun.strip_prefix("degree ") {
        return format!("degrees {scale}");
    }
    match noun.rsplit_once(' ') {
        Some((before, last)) => [before, " ", &plural_word(last)].concat(),
        None => plural_word(noun),
    }
}

fn plural_word(word: &str) -> String {
    const IRREGULAR: [(&str, &str); 22] = [
        ("dead", "dead"),
        ("killed", "killed"),
        ("injured", "injured"),
        ("wounded", "wounded"),
        ("missing", "missing"),
        ("homeless", "homeless"),
        ("person", "people"),
        ("man", "men"),
        ("woman", "women"),
        ("child", "children"),
        ("foot", "feet"),
        ("mouse", "mice"),
        ("life", "lives"),
        ("half", "halves"),
        ("aircraft", "aircraft"),
        ("people", "people"),
        ("police", "police"),
        ("personnel", "personnel"),
        ("staff", "staff"),
        ("lux", "lux"),
        ("siemens", "siemens"),
        ("horsepower", "horsepower"),
    ];
    if let Some((_, plural)) = IRREGULAR.iter().find(|(one, _)| *one == word) {
        return (*plural).to_owned();
    }
    if word.ends_with("hertz") {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("man").filter(|stem| stem.len() > 3 && *stem != "otto") {
        return format!("{stem}men");
    }
    let consonant_y =
        word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']) && !stem.is_empty());
    match consonant_y {
        Some(stem) => format!("{stem}ies"),
        None if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) => format!("{word}es"),
        None => format!("{word}s"),
    }
}

/// A time as precisely as it was stated: `29 July 2015`, `March 2015`, `10:30 on 29 July 2015`.
pub fn time(t: &TimeValue) -> String {
    let Some(start) = t.start else {
        return match (t.iso.as_str(), t.end) {
            ("PAST_REF", _) => "in the past".to_owned(),
            ("PRESENT_REF", _) => "now".to_owned(),
            ("FUTURE_REF", _) => "in the future".to_owned(),
            (_, Some(end)) => format!("before {}", day(end.date())),
            (iso, None) => iso.to_owned(),
        };
    };
    let date = start.date();
    match (t.granularity, t.end) {
        (Granularity::Day, _) => day(date),
        (Granularity::Minute | Granularity::Hour, _) if t.basis == TimeBasis::Clock => {
            format!("{:02}:{:02}", start.hour(), start.minute())
        }
        (Granularity::Minute | Granularity::Hour, _) => {
            format!("{:02}:{:02} on {}", start.hour(), start.minute(), day(date))
        }
        (Granularity::PartOfDay, _) => format!("{}{}", part(&t.iso), day(date)),
        (Granularity::Month, _) => format!("{} {}", month(date), date.year()),
        (Granularity::Quarter, _) => format!("Q{} {}", (date.month() - 1) / 3 + 1, date.year()),
        (Granularity::Year, _) => date.year().to_string(),
        (Granularity::Decade, _) => format!("{}s", date.year()),
        (Granularity::Week, _) => format!("week of {}", day(date)),
        (_, Some(end)) if last_day(end) == date => day(date),
        (_, Some(end)) => format!("{} to {}", day(date), day(last_day(end))),
        (_, None) => format!("{} or later", day(date)),
    }
}

/// The part of the day that a time names by the letters behind its date: `2015-07-29TMO`.
fn part(iso: &str) -> &'static str {
    match iso.rsplit_once('T').map_or("", |(_, letters)| letters) {
        "MO" => "morning of ",
        "AF" => "afternoon of ",
        "EV" => "evening of ",
        "NI" => "night of ",
        _ => "",
    }
}

fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

fn month(date: Date) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS[date.month() as usize - 1]
}

/// The last day before the moment `end`.
fn last_day(end: DateTime) -> Date {
    end.checked_sub(jiff::Span::new().minutes(1)).unwrap_or(end).date()
}

/// `a, b and c`.
pub fn listed<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [init @ .., last] => {
            let init: Vec<&str> = init.iter().map(AsRef::as_ref).collect();
            [init.join(", ").as_str(), " and ", last.as_ref()].concat()
        }
    }
}

fn quoted(text: &str) -> String {
    format!("\u{201c}{}\u{201d}", shortened(text))
}

/// The beginning of a text that is longer than is shown.
fn shortened(text: &str) -> Cow<'_, str> {
    // No text has more characters than bytes.
    let long = text.len() > QUOTED;
    match long.then(|| text.char_indices().nth(QUOTED)).flatten() {
        Some((cut, _)) => format!("{}…", text[..cut].trim_end()).into(),
        None => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exactly(value: &str) -> Quantity {
        Quantity::exactly(value.parse().unwrap(), Decimal::ONE)
    }

    #[test]
    fn quantities_are_shown_with_their_bound_and_unit() {
        let bound = |bound, value| Quantity { bound, ..exactly(value) };
        for (q, kind, unit, shown) in [
            (bound(Bound::MoreThan, "1400000"), Kind::Count, Some("customer"), "> 1.4 million customers"),
            (exactly("1"), Kind::Count, Some("data center"), "1 data center"),
            (exactly("1432"), Kind::Count, Some("person"), "1,432 people"),
            (exactly("1000000000"), Kind::Money, Some("USD"), "US$1 billion"),
            (exactly("43885310"), Kind::Money, Some("EUR"), "€43,885,310"),
            (exactly("66.5"), Kind::Percent, None, "66.5%"),
            (exactly("2"), Kind::Percent, Some("percentage point"), "2 percentage points"),
            (exactly("22"), Kind::Ordinal, None, "22nd"),
            (exactly("111"), Kind::Ordinal, None, "111th"),
            (exactly("120"), Kind::Dimension, Some("kilometer per hour"), "120 kilometers per hour"),
            (exactly("-5"), Kind::Dimension, Some("degree"), "-5 degrees"),
            (
                Quantity::range(Some(Decimal::from(18)), Some(Decimal::from(25)), Decimal::ONE),
                Kind::Duration,
                Some("day"),
                "18 to 25 days",
            ),
        ] {
            assert_eq!(quantity(&q, kind, unit, None), shown);
        }
    }

    #[test]
    fn times_are_shown_as_precisely_as_they_were_stated() {
        for (iso, shown) in [("2015-07-29", "29 July 2015"), ("2015-07-29T08:05", "08:05 on 29 July 2015")] {
            assert_eq!(time(&TimeValue::from_iso(iso).unwrap()), shown);
        }
    }
}
