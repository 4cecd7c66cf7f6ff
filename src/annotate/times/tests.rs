//! What the rules read, as tables: text, the day of publication, what it means, why.

mod clocks;
mod days;
mod lengths;
mod tenses;

use crate::model::{Article, Basis, Document, Mention, Published, Span, TimeBasis, TimeValue};
use proptest::prelude::*;

fn document(text: &str, published: &str) -> Document {
    let date = TimeValue::from_iso(published);
    let basis = if date.is_some() { Basis::Given } else { Basis::Unknown };
    crate::segment::segment(Article {
        text: text.to_owned(),
        body: Span::new(0, text.len()),
        published: Published { date, basis, reason: None },
        ..Article::default()
    })
}

fn mentions(text: &str, published: &str) -> Vec<Mention> {
    super::find(&document(text, published)).1
}

/// `quote = value` of every mention.
fn read(text: &str, published: &str) -> Vec<String> {
    mentions(text, published)
        .iter()
        .map(|m| {
            let value = m.time().map_or_else(|| m.timex(), |t| Some(t.iso.clone()));
            let value = value.unwrap_or_else(|| {
                let q = m.quantity().expect("a mention is a time or a quantity");
                format!("{:?}..{:?} {}", q.low, q.high, m.unit.clone().unwrap_or_default())
            });
            format!("{} = {value}", m.span.of(text))
        })
        .collect()
}

#[track_caller]
fn check(table: &[(&str, &str, &[&str], &str)]) {
    for (text, published, want, why) in table {
        assert_eq!(read(text, published), *want, "{text} ({published}): {why}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_in_order(text in "\\PC{0,200}") {
        let found = mentions(&text, "2015-07-23");
        prop_assert!(found.windows(2).all(|w| w[0].span.end <= w[1].span.start));
    }

    #[test]
    fn words_of_time_in_any_order_are_read_without_panic(words in prop::collection::vec(prop::sample::select(WORDS), 1..30), dated: bool) {
        let text = words.join(" ");
        let found = mentions(&text, if dated { "2016-02-29" } else { "" });
        for m in &found {
            let ordered = m.time().is_none_or(|t| t.start.is_none() || t.end.is_none() || t.start < t.end);
            prop_assert!(ordered, "{text}: {m:?}");
            prop_assert!(!m.span.is_empty());
        }
    }
}

const WORDS: &[&str] = &[
    "last",
    "next",
    "this",
    "the",
    "year",
    "years",
    "week",
    "quarter",
    "May",
    "March",
    "29",
    "30",
    "31",
    "2015",
    "0000",
    "9999",
    "Monday",
    "Feb.",
    ",",
    "of",
    "-",
    "–",
    "/",
    "ago",
    "earlier",
    "two",
    "a",
    "half",
    "and",
    "to",
    "from",
    "between",
    "12",
    "99999",
    "third",
    "second",
    "century",
    "decade",
    "1990s",
    "summer",
    "noon",
    "p.m.",
    "7",
    ":",
    "30",
    "GMT",
    "in",
    "will",
    "was",
    "early",
    "mid",
    "end",
    "tomorrow",
    "tonight",
    "now",
    "1/2",
    "24",
    "fiscal",
    "nineteen",
    "ninety-nine",
    "million",
    "trillion",
    "weekend",
    "month",
    "day",
    "'s",
    "until",
    "since",
];

#[test]
fn the_date_of_publication() {
    let table = [
        (
            "Ferry sinks\n\n(Daily Example) Updated: 2015-07-23 08:26\n\nA ferry sank on Monday.",
            "2015-07-23T08:26",
            Basis::Stated,
        ),
        (
            "Ferry sinks\n\n3 May 2019\n\nA ferry sank on Friday off the coast of Oban.",
            "2019-05-03",
            Basis::Stated,
        ),
        ("Ferry sinks\n\nPublished May 3, 2019\n\nA ferry sank on Friday.", "2019-05-03", Basis::Stated),
        ("Ferry sinks\n\nOBAN, May 3, 2019 (Example) - A ferry sank today.", "2019-05-03", Basis::Stated),
        (
            "Ferry sinks\n\nOBAN, May 3 (Example) - A ferry sank today. It left on April 28, 2017.",
            "2017-05-03",
            Basis::Inferred,
        ),
        (
            "Ferry sinks\n\nA ferry sank on Wednesday, July 29. It was bought in 2014.",
            "2015-07-29",
            Basis::Inferred,
        ),
        (
            "Ferry sinks\n\nA study published on March 3, 2014 in a journal says ferries sink.",
            "",
            Basis::Unknown,
        ),
        ("Ferry sinks\n\nA ferry sank on Wednesday, July 29.", "", Basis::Unknown),
        (
            "Ferry sinks\n\nOBAN, May 3 (Example) - A ferry sank. It was built by December 1, 1987.",
            "",
            Basis::Unknown,
        ),
    ];
    for (text, want, basis) in table {
        let published = super::find(&document(text, "")).0;
        let iso = published.date.map(|d| d.iso).unwrap_or_default();
        assert_eq!((iso.as_str(), published.basis), (want, basis), "{text}");
        assert_eq!(published.reason.is_some(), basis != Basis::Unknown, "{text}");
    }
}
