//! Times of day as the dial shows them: `half past six`, `a quarter to ten`, `ten past four`, `twenty minutes before midnight`.
//!
//! `To` stands between numbers of many kinds (`fell by a quarter to ten`, `won ten to six`): without a word for minutes or the
//! quarter it counts only behind `at`.

use super::reader::Reader;

/// What a dial shows.
pub struct Dial {
    /// The hour as written, 1 to 12; 0 midnight.
    pub hour: u32,
    pub minute: u32,
    /// The hour is told for good: noon, midnight.
    pub fixed: bool,
    /// One past the last token.
    pub end: usize,
}

/// The time of day that token `i` begins to tell by the dial.
pub fn read(cx: &Reader, i: usize) -> Option<Dial> {
    let (minutes, at, sure) = minutes(cx, i)?;
    let behind =
        cx.is(i.wrapping_sub(1), &["at", "until", "till", "around", "about", "after", "before", "since"]);
    let past = match cx.word(at) {
        "past" => true,
        "to" if minutes != 30 && behind && !cx.is(i.wrapping_sub(2), &["by"]) => false,
        "before" if sure => false,
        "after" if sure && behind => true,
        _ => return None,
    };
    let (hour, fixed) = hour(cx, at + 1)?;
    let told = hour * 60;
    let minute = if past { told + minutes } else { (told + 24 * 60 - minutes) % (24 * 60) };
    let hour = minute / 60;
    // An hour before one is twelve on the dial.
    let hour = if fixed || hour <= 12 && hour > 0 { hour } else { 12 };
    Some(Dial { hour, minute: minute % 60, fixed, end: at + 2 })
}

/// The minutes told at token `i`, one past them, and whether nothing else can be meant.
fn minutes(cx: &Reader, i: usize) -> Option<(u32, usize, bool)> {
    let at = cx.past(i, &["a"]);
    match cx.word(at) {
        "quarter" => return Some((15, at + 1, false)),
        "half" if at == i => return Some((30, at + 1, false)),
        _ if at > i => return None,
        _ => {}
    }
    let first = cx.cardinal(i).or_else(|| cx.digits(i))?;
    let dash = cx.dash(i + 1);
    let ones = cx.cardinal(i + 1 + usize::from(dash)).filter(|ones| first == 20 && *ones < 10);
    let end = if ones.is_some() { i + 2 + usize::from(dash) } else { i + 1 };
    let minutes = first + ones.unwrap_or(0);
    let named = cx.is(end, &["minutes", "minute"]);
    let told = named || cx.digits(i).is_none() && matches!(minutes, 5 | 10 | 20 | 25);
    (told && (1..60).contains(&minutes)).then_some((minutes, end + usize::from(named), named))
}

/// The hour at token `i`, and whether it is told for good.
fn hour(cx: &Reader, i: usize) -> Option<(u32, bool)> {
    match cx.word(i) {
        "noon" | "midday" => Some((12, true)),
        "midnight" => Some((0, true)),
        _ => {
            let hour = cx.cardinal(i).or_else(|| cx.digits(i)).filter(|h| (1..=12).contains(h))?;
            Some((hour, false))
        }
    }
}
