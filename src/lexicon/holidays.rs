//! Days with names, and how to find their date in a year.

use super::entries;
use super::word_map::WordMap;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How to find the date of a holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The same day each year.
    Fixed {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// The `n`-th weekday of a month, or some days from it.
    Nth {
        /// 1 to 12.
        month: i8,
        /// From 1; -1 is the last.
        n: i8,
        /// 1 (Monday) to 7.
        weekday: i8,
        /// Days to add.
        shift: i8,
    },
    /// Counted from Easter Sunday.
    Easter {
        /// Days to add.
        shift: i8,
    },
    /// By a calendar that follows the moon, or some days from it.
    Moon {
        /// Which calendar.
        calendar: Calendar,
        /// Month, from 1; 0 for the first day of the year.
        month: u8,
        /// Day of the month.
        day: u8,
        /// Hour in India that decides, in the Hindu calendar.
        hour: u8,
        /// Days to add.
        shift: i8,
        /// How many days it lasts.
        days: u8,
    },
}

/// Calendars whose feasts move through our year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// Easter as the Eastern churches reckon it.
    Orthodox,
    /// The Jewish calendar, months from Nisan; days begin on the evening before.
    Hebrew,
    /// The Islamic calendar of Mecca.
    Islamic,
    /// The new year of China.
    Chinese,
    /// The Hindu calendar, months from Chaitra, each from new moon to new moon.
    Hindu,
}

/// The words of a name, and its rule.
type Holiday = (Vec<&'static str>, Rule);

static HOLIDAYS: LazyLock<WordMap<&'static str, Vec<Holiday>>> = LazyLock::new(|| {
    let mut table = FxHashMap::<_, Vec<Holiday>>::default();
    for (words, rule) in entries(include_str!("holidays.txt")).filter_map(line) {
        if let Some(first) = words.first() {
            table.entry(*first).or_default().push((words, rule));
        }
    }
    for list in table.values_mut() {
        list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    table.into()
});

/// The holidays whose name begins with `word` (lower case), longest first.
pub fn beginning_with(word: &str) -> Option<&'static [Holiday]> {
    HOLIDAYS.get(word).map(Vec::as_slice)
}

/// One line of the table; `None` if it cannot be read, which a test excludes.
fn line(text: &'static str) -> Option<Holiday> {
    let mut fields = text.split_whitespace();
    let rule = match fields.next()? {
        "fixed" => {
            let (month, day) = fields.next()?.split_once('-')?;
            Rule::Fixed { month: month.parse().ok()?, day: day.parse().ok()? }
        }
        "nth" => {
            let mut number = || fields.next()?.parse().ok();
            Rule::Nth { month: number()?, n: number()?, weekday: number()?, shift: number()? }
        }
        "easter" => Rule::Easter { shift: fields.next()?.parse().ok()? },
        name => moon(calendar(name)?, fields.next()?)?,
    };
    Some((fields.collect(), rule))
}

fn calendar(name: &str) -> Option<Calendar> {
    Some(match name {
        "orthodox" => Calendar::Orthodox,
        "hebrew" => Calendar::Hebrew,
        "islamic" => Calendar::Islamic,
        "chinese" => Calendar::Chinese,
        "hindu" => Calendar::Hindu,
        _ => return None,
    })
}

/// `7-1` (month and day), `+0` (days from the first), `@18` (hour), `x2` (days it lasts), in this order.
fn moon(calendar: Calendar, text: &str) -> Option<Rule> {
    let (text, days) = text.split_once('x').map_or(Some((text, 1)), |(t, n)| Some((t, n.parse().ok()?)))?;
    let (text, hour) = text.split_once('@').map_or(Some((text, 6)), |(t, n)| Some((t, n.parse().ok()?)))?;
    if let Some((month, day)) = text.split_once('-').filter(|(month, _)| !month.is_empty()) {
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        return Some(Rule::Moon { calendar, month, day, hour, shift: 0, days });
    }
    Some(Rule::Moon { calendar, month: 0, day: 0, hour, shift: text.parse().ok()?, days })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_can_be_read() {
        for text in entries(include_str!("holidays.txt")) {
            assert!(line(text).is_some_and(|(words, _)| !words.is_empty()), "{text}");
        }
    }
}
