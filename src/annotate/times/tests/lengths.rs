//! How long something takes, and stretches with ends.

use super::*;

#[test]
fn lengths_of_time() {
    check(&[
        ("It took at least four months.", "", &["four months = P4M"], "the bound is kept beside the value"),
        ("It took three to five years.", "", &["three to five years = Some(3)..Some(5) year"], "a range"),
        ("They talked for several months.", "", &["several months = PXM"], "nobody counted"),
        ("A five-hour visit ended.", "", &["five-hour = PT5H"], "with a hyphen"),
        ("It lasted 5 1/2 hours.", "", &["5 1/2 hours = PT5H30M"], "a fraction"),
        ("It takes 10 hours 45 minutes.", "", &["10 hours 45 minutes = PT10H45M"], "two units, one length"),
        ("It took one hour, 20 minutes.", "", &["one hour, 20 minutes = PT80M"], "the smaller unit is exact"),
        (
            "He got 12 years and seven months.",
            "",
            &["12 years and seven months = P151M"],
            "months are parts of years",
        ),
        (
            "It took two days and 30 hours.",
            "",
            &["two days = P2D", "30 hours = PT30H"],
            "more than a day is left",
        ),
        ("It took a quarter of an hour.", "", &["a quarter of an hour = PT15M"], "a part of a unit"),
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
