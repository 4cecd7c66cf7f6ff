//! Rules about one article, on sentences whose mentions are marked by hand: `(words, kind, value, unit)`, in order.

use super::*;
use crate::compare::Input;
use crate::model::{
    Annotations, Article, Claim, ClaimValue, Decimal, Document, Finding, Mention, MentionValue, Quantity,
    Span, TimeValue, Verdict,
};
use crate::rules::Rules;

type Marked<'a> = (&'a str, Kind, &'a str, Option<&'a str>);

/// Marks the mentions one after the other; a word behind that equals the unit, or its plural, is the noun counted.
fn annotated(text: &str, marked: &[Marked]) -> (Document, Annotations) {
    let document = crate::segment::segment(Article {
        text: text.to_owned(),
        body: Span::new(0, text.len()),
        ..Article::default()
    });
    let mut from = 0;
    let mut mentions = Vec::new();
    for (words, kind, value, unit) in marked {
        let start = from + text[from..].find(words).unwrap_or_else(|| panic!("{words} in {text}"));
        let span = Span::new(start, start + words.len());
        from = span.end;
        let tokens = document.tokens_in(span);
        let number: Decimal = value.parse().unwrap();
        let step = Decimal::new(1, number.scale());
        let noun = tokens.end..tokens.end + 1;
        mentions.push(Mention {
            unit: unit.map(str::to_owned),
            counted: (*kind == Kind::Count).then_some(noun),
            ..Mention::new(*kind, span, tokens, MentionValue::Quantity(Quantity::exactly(number, step)))
        });
    }
    (document, Annotations { mentions, ..Annotations::default() })
}

fn found_in(document: Document, annotations: Annotations, rules: &Rules) -> Vec<(&'static str, String)> {
    let claims: Vec<Claim> = annotations
        .mentions
        .iter()
        .enumerate()
        .map(|(i, mention)| {
            let value = match &mention.value {
                MentionValue::Quantity(q) => {
                    ClaimValue::Quantity { quantity: q.clone(), unit: mention.unit.clone(), per: None }
                }
                MentionValue::Time(t) => ClaimValue::Time(t.clone()),
            };
            Claim {
                mention: Some(i),
                span: mention.span,
                ..Claim::new(0, ClaimKind::Value(mention.kind), value)
            }
        })
        .collect();
    let (documents, annotations) = ([document], [annotations]);
    let input =
        Input { documents: &documents, annotations: &annotations, claims: &claims, questions: &[], rules };
    // What fits is told too, as compatible; these tests are about what does not.
    let fits = |f: &Finding| f.verdict == Verdict::Compatible;
    inside(&input).into_iter().filter(|f| !fits(f)).map(|f| (f.rule, f.summary)).collect()
}

fn found(text: &str, marked: &[Marked]) -> Vec<(&'static str, String)> {
    let (document, annotations) = annotated(text, marked);
    let rules = Rules { rates: [("CNY".to_owned(), 6.2)].into(), ..Rules::shipped().clone() };
    found_in(document, annotations, &rules)
}

use Kind::{Count, Dimension, Money, Number, Percent};

/// A bare number, which may stand for any noun.
const fn n<'a>(words: &'a str, value: &'a str) -> Marked<'a> {
    (words, Number, value, None)
}

const fn count<'a>(words: &'a str, value: &'a str, noun: &'a str) -> Marked<'a> {
    (words, Count, value, Some(noun))
}

#[test]
fn parts_add_up_or_are_reported() {
    let ferries = count("16", "16", "ferry");
    for (text, marked, summary, why) in [
        (
            "Of its 16 ferries, seven are in Norway and three in Iceland, so eight sail outside the north.",
            vec![ferries, n("seven", "7"), n("three", "3"), n("eight", "8")],
            Some("7, 3 and 8 make 18, not 16."),
            "more than all",
        ),
        (
            "Of its 16 ferries, seven are in Norway and three in Iceland, so six sail outside the north.",
            vec![ferries, n("seven", "7"), n("three", "3"), n("six", "6")],
            None,
            "they add up",
        ),
        (
            "Of its 16 ferries, seven are in Norway and three in Iceland.",
            vec![ferries, n("seven", "7"), n("three", "3")],
            None,
            "others may be elsewhere",
        ),
        (
            "Of its 16 ferries, seven are in Norway and the remaining eight in Iceland.",
            vec![ferries, n("seven", "7"), n("eight", "8")],
            Some("7 and 8 make 15, not 16."),
            "the rest is named",
        ),
        (
            "Of the 20 passengers, 15 were men and 9 came from Iceland.",
            vec![count("20", "20", "passenger"), n("15", "15"), n("9", "9")],
            None,
            "men may come from Iceland",
        ),
        (
            "Of its 16 ferries, ten are in Norway, including eight of them in Bergen.",
            vec![ferries, n("ten", "10"), n("eight", "8")],
            None,
            "one part lies inside the other",
        ),
        (
            "Seven boats and two helicopters, ten craft in all, searched the bay.",
            vec![count("Seven", "7", "boat"), count("two", "2", "helicopter"), count("ten", "10", "craft")],
            Some("7 and 2 make 9, not 10."),
            "all are named",
        ),
        (
            "The fire killed 12 people: three men and nine women.",
            vec![count("12", "12", "person"), count("three", "3", "man"), count("nine", "9", "woman")],
            None,
            "they add up",
        ),
        (
            "The fire killed 12 people: three men and eight women.",
            vec![count("12", "12", "person"), count("three", "3", "man"), count("eight", "8", "woman")],
            Some("3 and 8 make 11, not 12."),
            "a list behind its total",
        ),
        (
            "She sold most of its 16 ferries, seven in Norway and the remaining eight in Iceland.",
            vec![ferries, n("seven", "7"), n("eight", "8")],
            None,
            "parts of most of them",
        ),
        (
            "Last year, of its 16 ferries, seven were in Norway and the remaining eight in Iceland.",
            vec![ferries, n("seven", "7"), n("eight", "8")],
            Some("7 and 8 make 15, not 16."),
            "the total opens the clause",
        ),
        (
            "Of its 16 ferries in Norway, seven are in Bergen and the remaining nine in Oslo.",
            vec![ferries, n("seven", "7"), n("nine", "9")],
            None,
            "the total is no part of itself",
        ),
        (
            "Of its 16 ferries, seven sail when the weather is good enough up in Norway and the remaining ten in Iceland.",
            vec![ferries, n("seven", "7"), n("ten", "10")],
            None,
            "too far from its place to be sure",
        ),
        (
            "Of its 16 ferries, seven ferries are now all in Norway and the remaining eight in Iceland.",
            vec![ferries, count("seven", "7", "ferry"), n("eight", "8")],
            Some("7 and 8 make 15, not 16."),
            "the noun counted lies between",
        ),
        (
            "Of its 16 ferries, seven percent are in Norway and the remaining eight in Iceland.",
            vec![ferries, ("seven percent", Percent, "7", None), n("eight", "8")],
            None,
            "a share is no part",
        ),
        (
            "Nine divers searched the bay with seven boats and two helicopters, nine craft in all.",
            vec![
                count("Nine", "9", "diver"),
                count("seven", "7", "boat"),
                count("two", "2", "helicopter"),
                count("nine", "9", "craft"),
            ],
            None,
            "the divers stand before the list",
        ),
        (
            "The fire killed 12 people: three men, nine women who left with five boats.",
            vec![
                count("12", "12", "person"),
                count("three", "3", "man"),
                count("nine", "9", "woman"),
                count("five", "5", "boat"),
            ],
            None,
            "the list ends before the boats",
        ),
        (
            "The fire killed 12 people: three men, nine women, 5.",
            vec![
                count("12", "12", "person"),
                count("three", "3", "man"),
                count("nine", "9", "woman"),
                n("5", "5"),
            ],
            None,
            "a number without a noun is no part",
        ),
    ] {
        let found = found(text, &marked);
        assert_eq!(found.first().map(|f| f.1.as_str()), summary, "{why}: {text}");
        assert!(found.iter().all(|f| f.0 == "sum-mismatch"), "{why}");
    }
}

#[test]
fn conversions_fit_their_unit_or_rate() {
    let money = |words, value, code| (words, Money, value, Some(code));
    let measure = |words, value, unit| (words, Dimension, value, Some(unit));
    let (mile, km) = ("mile", "kilometer");
    for (text, marked, wrong) in [
        (
            "It broke 25 miles (40 km) away.",
            [measure("25 miles", "25", mile), measure("40 km", "40", km)],
            false,
        ),
        (
            "It broke 60 miles (100 km) away.",
            [measure("60 miles", "60", mile), measure("100 km", "100", km)],
            false,
        ),
        ("It broke 1 mile (2 km) away.", [measure("1 mile", "1", mile), measure("2 km", "2", km)], false),
        (
            "It broke 25 miles (60 km) away.",
            [measure("25 miles", "25", mile), measure("60 km", "60", km)],
            true,
        ),
        (
            "It broke 70 km (40 miles) away.",
            [measure("70 km", "70", km), measure("40 miles", "40", mile)],
            false,
        ),
        (
            "It broke 80 km (40 miles) away.",
            [measure("80 km", "80", km), measure("40 miles", "40", mile)],
            true,
        ),
        (
            "It broke 25 miles (60 km and then a good deal more all the way north) away.",
            [measure("25 miles", "25", mile), measure("60 km", "60", km)],
            false,
        ),
        (
            "It broke 25 miles (60 km away, he said.",
            [measure("25 miles", "25", mile), measure("60 km", "60", km)],
            false,
        ),
        (
            "It broke 25 miles, 60 km) away.",
            [measure("25 miles", "25", mile), measure("60 km", "60", km)],
            false,
        ),
        (
            "It broke 25 miles. (60 km) was said.",
            [measure("25 miles", "25", mile), measure("60 km", "60", km)],
            false,
        ),
        (
            "It broke 25 miles (that is to say, as we were told, 60 km) away.",
            [measure("25 miles", "25", mile), measure("60 km", "60", km)],
            false,
        ),
        (
            "It broke 25 miles (60 miles) away.",
            [measure("25 miles", "25", mile), measure("60 miles", "60", mile)],
            false,
        ),
        (
            "It broke 25 miles (100 km) away.",
            [measure("25 miles", "25", mile), measure("100 km", "100", km)],
            true,
        ),
        ("It broke 3 miles (4 km) away.", [measure("3 miles", "3", mile), measure("4 km", "4", km)], true),
        (
            "It broke 1234 miles (1983 km) away.",
            [measure("1234 miles", "1234", mile), measure("1983 km", "1983", km)],
            false,
        ),
    ] {
        let found = found(text, &marked);
        assert_eq!(found.iter().any(|f| f.0 == "conversion-mismatch"), wrong, "{text} {found:?}");
    }
    for (text, marked, wrong) in [
        (
            "It cost 620 yuan ($100) a piece.",
            vec![money("620 yuan", "620", "CNY"), money("$100", "100", "USD")],
            false,
        ),
        (
            "It cost 600 yuan ($100) a piece.",
            vec![money("600 yuan", "600", "CNY"), money("$100", "100", "USD")],
            false,
        ),
        (
            "It cost 620 yuan ($150) a piece.",
            vec![money("620 yuan", "620", "CNY"), money("$150", "150", "USD")],
            true,
        ),
        (
            // Off by what lies within the band, though neither is the other rounded.
            "It cost 6200 yuan ($1,070) a piece.",
            vec![money("6200 yuan", "6200", "CNY"), money("$1,070", "1070", "USD")],
            false,
        ),
        (
            "It cost 620 yuan, not $150 (in cash).",
            vec![money("620 yuan", "620", "CNY"), money("$150", "150", "USD")],
            false,
        ),
    ] {
        let found = found(text, &marked);
        assert_eq!(found.iter().any(|f| f.0 == "conversion-mismatch"), wrong, "{text} {found:?}");
    }
}

#[test]
fn percentages_follow_from_their_numbers() {
    let percent = |words, value| (words, Percent, value, None);
    for (text, marked, wrong) in [
        (
            "In all 12 of the 48 members, or 25 percent, left.",
            [n("12", "12"), count("48", "48", "member"), percent("25 percent", "25")],
            false,
        ),
        (
            "In all 13 of the 48 members, or 27 percent, left.",
            [n("13", "13"), count("48", "48", "member"), percent("27 percent", "27")],
            false,
        ),
        (
            "In all 12 of the 48 members, or 35 percent, left.",
            [n("12", "12"), count("48", "48", "member"), percent("35 percent", "35")],
            true,
        ),
        (
            "It rose from 200 to 250 seats, up 25 percent.",
            [count("200", "200", "seat"), count("250", "250", "seat"), percent("25 percent", "25")],
            false,
        ),
        (
            "It rose from 200 to 250 seats, up 35 percent.",
            [count("200", "200", "seat"), count("250", "250", "seat"), percent("35 percent", "35")],
            true,
        ),
        (
            "It rose from 200 boats to 250 seats, up 35 percent.",
            [count("200", "200", "boat"), count("250", "250", "seat"), percent("35 percent", "35")],
            false,
        ),
        (
            "It had 200 to 250 seats, up 35 percent.",
            [count("200", "200", "seat"), count("250", "250", "seat"), percent("35 percent", "35")],
            false,
        ),
        (
            "It bought from 200 and 250 seats, up 35 percent.",
            [count("200", "200", "seat"), count("250", "250", "seat"), percent("35 percent", "35")],
            false,
        ),
        (
            "It rose from 200 seats in the old days of the port and the town to 250 seats, up 35 percent.",
            [count("200", "200", "seat"), count("250", "250", "seat"), percent("35 percent", "35")],
            false,
        ),
        (
            "In all 12 of the 48 members left. Or 35 percent did.",
            [n("12", "12"), count("48", "48", "member"), percent("35 percent", "35")],
            false,
        ),
        (
            "In all 12 of the 48 members, or 35 points, left.",
            [
                n("12", "12"),
                count("48", "48", "member"),
                ("35 points", Percent, "35", Some("percentage point")),
            ],
            false,
        ),
        (
            "In all 12 of the 48 members, or 35 boats, left.",
            [n("12", "12"), count("48", "48", "member"), count("35", "35", "boat")],
            false,
        ),
        (
            "In all 12 of the 48 members, who had come by boat from the islands, or 35 percent, left.",
            [n("12", "12"), count("48", "48", "member"), percent("35 percent", "35")],
            false,
        ),
        (
            "In all 12 of the 48 members left when 35 percent were asked.",
            [n("12", "12"), count("48", "48", "member"), percent("35 percent", "35")],
            false,
        ),
    ] {
        let found = found(text, &marked);
        assert_eq!(found.iter().any(|f| f.0 == "percentage-mismatch"), wrong, "{text} {found:?}");
    }
}

#[test]
fn impossible_values_are_named() {
    let percent = |words, value| (words, Percent, value, None);
    for (text, marked, wrong) in [
        ("Turnout reached 109 percent of voters.", vec![percent("109 percent", "109")], true),
        ("Turnout reached 99 percent of voters.", vec![percent("99 percent", "99")], false),
        ("Sales reached 109 percent of the plan.", vec![percent("109 percent", "109")], false),
        (
            "Turnout rose by 109 points of voters.",
            vec![("109 points", Percent, "109", Some("percentage point"))],
            false,
        ),
        ("It took 109 of the voters along.", vec![n("109", "109")], false),
        ("Turnout reached 109 percent of the registered voters.", vec![percent("109 percent", "109")], true),
        (
            "It was 109 percent of the plan that a party of old men gave to voters.",
            vec![percent("109 percent", "109")],
            false,
        ),
        (
            "It paid $12 of the $10 due.",
            vec![("$12", Money, "12", Some("USD")), ("$10", Money, "10", Some("USD"))],
            false,
        ),
        ("The pier will open on 31 June for 5 boats.", vec![count("5", "5", "boat")], true),
        ("The party won 12 of the 10 seats.", vec![n("12", "12"), count("10", "10", "seat")], true),
        ("The party won 9 of the 10 seats.", vec![n("9", "9"), count("10", "10", "seat")], false),
        ("The pier will open on June 31 for 5 boats.", vec![count("5", "5", "boat")], true),
        ("The pier will open on June 30 for 5 boats.", vec![count("5", "5", "boat")], false),
        (
            "Up to 102mm inches of rain fell.",
            vec![("102mm", Kind::Dimension, "102", Some("millimeter"))],
            true,
        ),
        ("A 5 km foot race was held.", vec![("5 km", Kind::Dimension, "5", Some("kilometer"))], false),
        ("She may 31 times have asked for 5 boats.", vec![count("5", "5", "boat")], false),
    ] {
        let found = found(text, &marked);
        assert_eq!(found.iter().any(|f| f.0 == "impossible-value"), wrong, "{text} {found:?}");
    }
}

#[test]
fn what_is_hedged_or_open_is_no_slip() {
    let told = |text: &str| -> Vec<&'static str> {
        let article = Article { text: text.to_owned(), ..Article::default() };
        let report = crate::reconcile(None, vec![article], Rules::shipped());
        report.findings.iter().map(|f| f.rule).collect()
    };
    for (text, want) in [
        ("In the vote, 12 of the 48 members, or 35 percent, stayed at home.", &["percentage-mismatch"][..]),
        ("In the vote, about 12 of the 48 members, or 35 percent, stayed at home.", &[]),
        ("In the vote, more than 12 of the 48 members, or 35 percent, stayed at home.", &[]),
        ("Turnout reached 109 percent of voters.", &["impossible-value"]),
        ("Turnout reached about 109 percent of voters.", &[]),
        ("Turnout rose 109 percent of voters.", &[]),
    ] {
        assert_eq!(told(text), want, "{text}");
    }
}

#[test]
fn weekdays_are_those_of_their_dates() {
    let text = "The council met on Tuesday, July 29, 2015 to vote.";
    for contradicts in [true, false] {
        let (document, mut annotations) =
            annotated(text, &[("Tuesday, July 29, 2015", Dimension, "0", None)]);
        let time = TimeValue {
            weekday: Some(crate::model::time::Weekday::Tuesday),
            contradicts,
            ..TimeValue::from_iso("2015-07-29").unwrap()
        };
        annotations.mentions[0].value = MentionValue::Time(time);
        annotations.mentions[0].kind = Kind::Date;
        let found = found_in(document, annotations, Rules::shipped());
        let summary = "“Tuesday, July 29, 2015”: 29 July 2015 was a Wednesday.";
        assert_eq!(found.first().map(|f| f.1.as_str()), contradicts.then_some(summary));
    }
}
