//! Times of day, with and without a zone.

use super::*;

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
            "It began at a quarter to ten.",
            "2015-07-23",
            &["a quarter to ten = 2015-07-23T09:45"],
            "to the hour, by the dial",
        ),
        (
            "It struck at ten past four in the afternoon.",
            "2015-07-23",
            &["ten past four in the afternoon = 2015-07-23T16:10"],
            "past the hour",
        ),
        (
            "It ended twenty-five minutes before midnight.",
            "2015-07-23",
            &["twenty-five minutes before midnight = 2015-07-23T23:35"],
            "before a fixed hour",
        ),
        ("They won the vote ten to six.", "2015-07-23", &[], "a score"),
        ("It fell by a quarter to ten.", "2015-07-23", &[], "a share"),
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
