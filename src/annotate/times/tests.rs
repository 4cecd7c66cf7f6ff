//! What the rules read, as tables: text, the day of publication, what it means, why.

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

#[test]
fn calendar_dates() {
    check(&[
        (
            "The ferry sank on July 29, 2015.",
            "",
            &["July 29, 2015 = 2015-07-29"],
            "month first, as in the United States",
        ),
        ("It sank on 29 July 2015 off Oban.", "", &["29 July 2015 = 2015-07-29"], "day first, as in Britain"),
        ("The file is dated 2015-07-29.", "", &["2015-07-29 = 2015-07-29"], "ISO 8601"),
        ("The plant opened in March 2015.", "", &["March 2015 = 2015-03"], "the precision is the month's"),
        (
            "The plant opened on Sept. 3.",
            "2015-10-01",
            &["Sept. 3 = 2015-09-03"],
            "no year: the nearest past",
        ),
        ("The plant will open on Sept. 3.", "2015-06-01", &["Sept. 3 = 2015-09-03"], "the verb looks ahead"),
        ("The plant will open in March.", "2015-10-01", &["March = 2016-03"], "the next March"),
        ("The plant opened in March.", "", &["March = XXXX-03"], "nothing to count from"),
        ("Mrs May may march in a row.", "2018-06-01", &[], "neither May is a month, nor is march"),
        ("They met in May.", "2018-06-01", &["May = 2018-05"], "a month behind `in`"),
        (
            "The law of 30 February 2015 is a joke.",
            "",
            &["February 2015 = 2015-02"],
            "no such day; the month remains",
        ),
    ]);
}

#[test]
fn weekdays_fix_the_week_and_check_the_date() {
    check(&[
        ("The court ruled Tuesday.", "2015-07-23", &["Tuesday = 2015-07-21"], "the last one"),
        ("The court ruled Thursday.", "2015-07-23", &["Thursday = 2015-07-23"], "the day itself"),
        ("The court will rule Tuesday.", "2015-07-23", &["Tuesday = 2015-07-28"], "the verb looks ahead"),
        (
            "The court ruled last Friday.",
            "2015-07-23",
            &["last Friday = 2015-07-17"],
            "before the day itself",
        ),
        ("They met Monday night.", "2015-07-23", &["Monday night = 2015-07-20TNI"], "a part of the day"),
        ("They met on Monday.", "", &["Monday = XXXX-WXX-1"], "nothing to count from"),
    ]);
    let fits = &mentions("They met on Wednesday, July 29, 2015.", "")[0];
    let wrong = &mentions("They met on Tuesday, July 29, 2015.", "")[0];
    assert!(!fits.time().unwrap().contradicts);
    assert!(wrong.time().unwrap().contradicts, "29 July 2015 was a Wednesday");
    let year = &mentions("They met on Tuesday, July 29, before the war.", "2015-01-05")[0];
    assert_eq!(year.time().map(|t| (t.iso.as_str(), t.basis)), Some(("2014-07-29", TimeBasis::NearestYear)));
}

#[test]
fn times_counted_from_the_day_of_publication() {
    check(&[
        ("It rained yesterday.", "2015-03-01", &["yesterday = 2015-02-28"], "over the end of a month"),
        ("Sales fell last year.", "2015-03-01", &["last year = 2014"], "the calendar year"),
        ("Sales fell last week.", "2016-01-05", &["last week = 2015-W53"], "weeks of ISO 8601"),
        ("She left two years ago.", "2015-03-01", &["two years ago = 2013"], "as precise as its unit"),
        ("She left five months ago.", "2015-03-01", &["five months ago = 2014-10"], "as precise as its unit"),
        ("The third quarter was weak.", "2015-11-02", &["third quarter = 2015-Q3"], "the one just over"),
        (
            "Sales rose in the third quarter of 2014.",
            "2015-11-02",
            &["third quarter of 2014 = 2014-Q3"],
            "stated",
        ),
        ("It opens next month.", "", &["next month = XXXX-XX"], "nothing to count from"),
        ("They now sell tea.", "", &["now = PRESENT_REF"], "no date, but a time"),
    ]);
}

#[test]
fn lengths_of_time() {
    check(&[
        ("It took at least four months.", "", &["four months = P4M"], "the bound is kept beside the value"),
        ("It took three to five years.", "", &["three to five years = Some(3)..Some(5) year"], "a range"),
        ("They talked for several months.", "", &["several months = PXM"], "nobody counted"),
        ("A five-hour visit ended.", "", &["five-hour = PT5H"], "with a hyphen"),
        ("It lasted 5 1/2 hours.", "", &["5 1/2 hours = PT5H30M"], "a fraction"),
        ("It costs $40 a month.", "", &[], "a rate, no length"),
        ("Shares rose for a third week.", "", &[], "an order, no length"),
    ]);
    let bounded = &mentions("It took more than a month.", "")[0];
    assert_eq!(bounded.quantity().map(|q| q.bound.as_str()), Some("more-than"));
    let during = &mentions("It gets tax breaks over 15 years.", "")[0];
    assert_eq!(during.quantity().map(|q| q.bound.as_str()), Some("exactly"));
}

#[test]
fn stretches_with_two_ends() {
    check(&[
        (
            "It ran from 2012 to 2015.",
            "",
            &["from 2012 to 2015 = 2012-01-01/2016-01-01"],
            "both years belong to it",
        ),
        ("It ran in 2012–13.", "", &["2012–13 = 2012-01-01/2014-01-01"], "a short second year"),
        ("It ran July 13-15, 2015.", "", &["July 13-15, 2015 = 2015-07-13/2015-07-16"], "days of one month"),
        (
            "It rained between June and September 2015.",
            "",
            &["between June and September 2015 = 2015-06-01/2015-10-01"],
            "one year for both",
        ),
    ]);
}

#[test]
fn times_of_day() {
    check(&[
        (
            "It began at 7:15 p.m. EST on Monday.",
            "2015-07-23",
            &["7:15 p.m. EST on Monday = 2015-07-20T19:15-05:00"],
            "a zone",
        ),
        (
            "It began Monday at 8 a.m.",
            "2015-07-23",
            &["Monday at 8 a.m. = 2015-07-20T08:00"],
            "the day first",
        ),
        ("Gates closed at noon.", "2015-07-23", &["noon = 2015-07-23T12:00"], "the day of publication"),
        ("They won 3:2 at home.", "2015-07-23", &[], "a score"),
    ]);
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
fn days_by_their_place_and_by_their_name() {
    check(&[
        (
            "It met on the first Monday of October 2014.",
            "",
            &["first Monday of October 2014 = 2014-10-06"],
            "counted",
        ),
        (
            "It closed in the last week of 2016.",
            "",
            &["last week of 2016 = 2016-W52"],
            "the week of the last Thursday",
        ),
        (
            "Polls open the week of March 6.",
            "2000-02-24",
            &["week of March 6 = 2000-W10"],
            "the week that holds it",
        ),
        (
            "It opens the day after tomorrow.",
            "2015-02-27",
            &["day after tomorrow = 2015-03-01"],
            "two days on",
        ),
        (
            "He left two weeks before May 13, 1999.",
            "",
            &["two weeks before May 13, 1999 = 1999-04-29"],
            "from a day",
        ),
        ("Shops closed on Thanksgiving.", "2016-01-07", &["Thanksgiving = 2015-11-26"], "the last one"),
        ("They fled on Good Friday 2018.", "", &["Good Friday 2018 = 2018-03-30"], "two days before Easter"),
    ]);
    let age = &mentions("A 27-year-old man was hurt.", "")[0];
    assert_eq!(age.unit.as_deref(), Some("year of age"));
}

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

#[test]
fn stretches_with_one_end() {
    check(&[
        ("Prices fell after 2018.", "", &["after 2018 = 2019-01-01/.."], "when the year is over"),
        ("It opened before May 3, 2016.", "", &["before May 3, 2016 = ../2016-05-03"], "up to that day"),
        ("It was later than 2020.", "", &["later than 2020 = 2021-01-01/.."], "`later than` is `after`"),
        (
            "Cars of 2016 or later are free.",
            "",
            &["2016 or later = 2016-01-01/.."],
            "the year itself belongs to it",
        ),
        (
            "Tours run starting January 7, 2016.",
            "",
            &["starting January 7, 2016 = 2016-01-07/.."],
            "the day itself belongs to it",
        ),
        (
            "It has stood since 1990.",
            "",
            &["1990 = 1990"],
            "`since` keeps the time it names, as TIMEX3 has it",
        ),
        (
            "Two days after July 4, 2015 it rained.",
            "",
            &["Two days after July 4, 2015 = 2015-07-06"],
            "counted",
        ),
        (
            "After Monday's vote they left.",
            "2015-07-30",
            &["Monday = 2015-07-27"],
            "the vote, not the day, comes before",
        ),
    ]);
}

#[test]
fn parts_of_a_period() {
    check(&[
        (
            "It opened at the end of March 2015.",
            "",
            &["end of March 2015 = 2015-03-21/2015-04-01"],
            "the last ten days or so",
        ),
        (
            "It opened at the beginning of 2017.",
            "",
            &["beginning of 2017 = 2017-01-01/2017-04-01"],
            "a quarter",
        ),
        (
            "They meet at the end of this week.",
            "2013-02-12",
            &["end of this week = 2013-02-15/2013-02-18"],
            "from Friday on",
        ),
        (
            "It opened in early 2019.",
            "",
            &["early 2019 = 2019"],
            "an adverb leaves the year, as TIMEX3 has it",
        ),
        ("It fell at the close of 1969.", "", &["close of 1969 = 1969"], "of a market year the last day"),
    ]);
}

#[test]
fn days_in_other_words() {
    check(&[
        ("It burned on 5/17.", "2018-05-20", &["5/17 = 2018-05-17"], "month and day behind `on`"),
        ("He ate 5/17 of it.", "2018-05-20", &[], "a fraction"),
        ("Much changed since 9/11.", "2004-01-01", &["9/11 = 2001-09-11"], "the day of the attacks"),
        ("The log is 20150729.", "", &["20150729 = 2015-07-29"], "as files are named"),
        (
            "It met on the 20th of next month.",
            "2013-02-12",
            &["20th of next month = 2013-03-20"],
            "a day of a month counted from today",
        ),
        (
            "It met on the second last day of May 2018.",
            "",
            &["second last day of May 2018 = 2018-05-30"],
            "from the end",
        ),
        (
            "They left May twenty nine.",
            "2016-06-07",
            &["May twenty nine = 2016-05-29"],
            "as a speaker says it",
        ),
        ("In March twenty ships sank.", "2016-06-07", &["March = 2016-03"], "a count behind a month"),
        ("They play Mon 13th.", "2022-06-01", &["Mon 13th = 2022-06-13"], "an abbreviation with its day"),
        (
            "They will return three Fridays from now.",
            "2013-02-12",
            &["three Fridays from now = 2013-03-01"],
            "weekdays counted",
        ),
        ("Sales rose in H1 2016.", "", &["H1 2016 = 2016-H1"], "half a year"),
        ("Sales rose in 2019 Q1.", "", &["2019 Q1 = 2019-Q1"], "the year before its quarter"),
        (
            "She fled in June 1998 and came back later that year.",
            "2001-01-01",
            &["June 1998 = 1998-06", "later that year = 1998"],
            "the year spoken of",
        ),
        (
            "He came three weeks ago.",
            "2013-02-12",
            &["three weeks ago = 2013-01-22"],
            "weeks are counted to the day",
        ),
        (
            "Roads filled on Labor Day weekend 2021.",
            "",
            &["Labor Day weekend 2021 = 2021-09-04/2021-09-07"],
            "with the day beside it",
        ),
        (
            "The fair is July 13-15.",
            "2013-02-12",
            &["July 13-15 = 2013-07-13/2013-07-16"],
            "nothing says past or future: the nearer year",
        ),
    ]);
    let weeks = &mentions("He came three weeks ago.", "2013-02-12")[0];
    let time = weeks.time().expect("a time");
    assert_eq!(
        time.end.zip(time.start).map(|(e, s)| e.date() - s.date()).map(|d| d.get_days()),
        Some(7),
        "within half a week"
    );
}

/// `03/04/2015` is 3 April in Britain and 4 March in the United States.
#[test]
fn dates_in_digits_follow_the_order_that_the_text_shows() {
    for (text, want, ambiguous, why) in [
        ("It opened on 03/04/2015.", "2015-03-04", true, "nothing shows the order: said to be ambiguous"),
        ("It opened on 04/04/2015.", "2015-04-04", false, "either way"),
        ("It opened on 29/07/2015.", "2015-07-29", false, "there is no month 29"),
        (
            "It opened on 03/04/2015 and closed on 29/07/2015.",
            "2015-04-03",
            false,
            "the other date has the day first",
        ),
        (
            "It opened on 03/04/2015 and closed on 7/29/2015.",
            "2015-03-04",
            false,
            "the other date has the month first",
        ),
    ] {
        let found = mentions(text, "");
        let time = found[0].time().expect(text);
        assert_eq!((time.iso.as_str(), time.ambiguous), (want, ambiguous), "{text}: {why}");
    }
}

#[test]
fn feasts_of_other_calendars() {
    check(&[
        (
            "It was shut for Ramadan 2021.",
            "",
            &["Ramadan 2021 = 2021-04-13/2021-05-13"],
            "a month of the moon",
        ),
        ("They met on Eid al-Adha 2018.", "", &["Eid al-Adha 2018 = 2018-08-21"], "the Islamic calendar"),
        ("Lamps burned on Diwali 2021.", "", &["Diwali 2021 = 2021-11-04"], "the Hindu calendar"),
        (
            "Trains were full at Chinese New Year 2018.",
            "",
            &["Chinese New Year 2018 = 2018-02-16"],
            "the new year of China",
        ),
        (
            "It rained on Yom Kippur 2018.",
            "",
            &["Yom Kippur 2018 = 2018-09-18/2018-09-20"],
            "a Jewish day begins on the evening before",
        ),
        (
            "It snowed on Orthodox Easter 2018.",
            "",
            &["Orthodox Easter 2018 = 2018-04-08"],
            "the Easter of the East",
        ),
    ]);
}

#[test]
fn zones_and_the_dial() {
    check(&[
        (
            "It starts Friday at 3 p.m. ET.",
            "2015-07-23",
            &["Friday at 3 p.m. ET = 2015-07-24T15:00-04:00"],
            "summer in New York",
        ),
        (
            "It began at 3 p.m. ET.",
            "2015-01-23",
            &["3 p.m. ET = 2015-01-23T15:00-05:00"],
            "winter in New York",
        ),
        (
            "It began at 9 a.m. Pacific time.",
            "2015-01-23",
            &["9 a.m. Pacific time = 2015-01-23T09:00-08:00"],
            "a zone in words",
        ),
        (
            "It began at half past six.",
            "2015-07-23",
            &["half past six = 2015-07-23T06:30"],
            "half an hour behind six",
        ),
        ("Half of it burned.", "2015-07-23", &[], "no time of day"),
        (
            "It lasted from 9 a.m. to 5 p.m. on Friday.",
            "2015-07-23",
            &["9 a.m. = 2015-07-17T09:00", "5 p.m. on Friday = 2015-07-17T17:00"],
            "both on the day that is named once",
        ),
    ]);
}

#[test]
fn verbs_say_which_way_a_time_lies() {
    check(&[
        ("The dividend will be paid Dec. 14.", "1989-10-26", &["Dec. 14 = 1989-12-14"], "a passive ahead"),
        ("The dividend was paid Dec. 14.", "1989-10-26", &["Dec. 14 = 1988-12-14"], "a passive behind"),
        ("The bonds are payable Dec. 7.", "1989-10-26", &["Dec. 7 = 1989-12-07"], "payable ahead"),
        ("It was set on Aug. 6.", "1998-02-06", &["Aug. 6 = 1997-08-06"], "no plan: what is set"),
        (
            "Until Thursday, they had not called.",
            "1999-05-07",
            &["Thursday = 1999-05-06"],
            "a limit, told of what had been",
        ),
        ("They will wait until Thursday.", "1999-05-07", &["Thursday = 1999-05-13"], "a limit ahead"),
        (
            "It would be paid on a still unspecified date in January.",
            "1989-10-26",
            &["January = 1990-01"],
            "an adjective is no verb",
        ),
        ("They announced the plan Aug. 21.", "1989-10-27", &["Aug. 21 = 1989-08-21"], "a noun is no verb"),
        ("They will meet Tuesday.", "2015-07-23", &["Tuesday = 2015-07-28"], "the next one"),
        (
            "Arden beat Lom on Tuesday to reach the final.",
            "2015-07-23",
            &["Tuesday = 2015-07-21"],
            "no `beats`",
        ),
        (
            "He refused to answer on Tuesday.",
            "2015-07-23",
            &["Tuesday = 2015-07-21"],
            "he did so there and then",
        ),
        ("Power was back by Tuesday.", "2015-07-23", &["Tuesday = 2015-07-21"], "a state reached"),
        ("It was to be done by Tuesday.", "2015-07-23", &["Tuesday = 2015-07-28"], "no state"),
        ("She will be sworn in on Feb. 20.", "2015-07-23", &["Feb. 20 = 2016-02-20"], "far ahead, but ahead"),
        ("Output fell by 3 percent in May.", "2015-07-23", &["May = 2015-05"], "`by` says how much"),
        (
            "It was adopted by the council on Tuesday.",
            "2015-07-23",
            &["Tuesday = 2015-07-21"],
            "`by` says who",
        ),
        ("They called a strike for March 7.", "2015-07-23", &["March 7 = 2016-03-07"], "`for` looks ahead"),
        ("They met Tuesday.", "2015-07-23", &["Tuesday = 2015-07-21"], "the last one"),
        ("In March for the first time it rained.", "2015-07-23", &["March = 2015-03"], "a month behind `in`"),
        ("Mrs May may go in May.", "2015-07-23", &["May = 2015-05"], "a name, a verb and a month"),
    ]);
}

#[test]
fn lengths_in_other_words() {
    check(&[
        ("He waited all day.", "", &["all day = P1D"], "the whole of it"),
        ("It was a decades-long war.", "", &["decades-long = PXY"], "nobody counted"),
        ("He is the forty-second president.", "", &[], "an order"),
        ("One quarter of the staff left.", "", &[], "a part"),
        ("It lasted one hundred and three quarters of it.", "", &[], "a part added"),
    ]);
    let age = mentions("A years-old claim was dropped.", "");
    assert!(age.iter().all(|m| m.unit.as_deref() != Some("year of age")), "no age: {age:?}");
}
