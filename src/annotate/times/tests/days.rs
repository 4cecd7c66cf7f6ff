//! Days, months and years by date, by their order and by name.

use super::*;

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
        ("They met on a Monday in May 2015.", "2015-07-23", &["May 2015 = 2015-05"], "one that is not told"),
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
        (
            "It will grow in the years ahead.",
            "2015-03-01",
            &["the years ahead = FUTURE_REF"],
            "no year is meant",
        ),
        ("They will meet in the spring.", "2015-03-01", &["spring = 2015-SP"], "the one that has begun"),
        (
            "Sales fell in the fourth quarter and for the full year.",
            "2015-02-01",
            &["fourth quarter = 2014-Q4", "full year = 2014"],
            "the year of the quarter",
        ),
        (
            "It will open by the end of the decade.",
            "2015-03-01",
            &["end of the decade = 2019-01-01/2021-01-01"],
            "its last year, or the round one behind it",
        ),
        ("They now sell tea.", "", &["now = PRESENT_REF"], "no date, but a time"),
    ]);
}

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
