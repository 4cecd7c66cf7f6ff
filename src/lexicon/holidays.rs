//! Days with names, and how to find their date in a year.

use super::entries;
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
}

/// The words of a name, and its rule.
type Holiday = (Vec<&'static str>, Rule);

static HOLIDAYS: LazyLock<FxHashMap<&'static str, Vec<Holiday>>> = LazyLock::new(|| {
    let mut table = FxHashMap::<_, Vec<Holiday>>::default();
    for (words, rule) in entries(include_str!("holidays.txt")).filter_map(line) {
        if let Some(first) = words.first() {
            table.entry(*first).or_default().push((words, rule));
        }
    }
    for list in table.values_mut() {
        list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    table
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
        _ => return None,
    };
    Some((fields.collect(), rule))
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
