//! The grammar of quantities as tables: text, what it means, why. Every row stands for a rule, not for a text.

use crate::model::{Article, Document, Kind, Mention};
use crate::rules::Rules;
use crate::segment::segment;

/// The quantities of `doc`, joined.
fn find(doc: &Document, times: &[Mention], rules: &Rules) -> Vec<Mention> {
    let mut found = super::find(doc, times, rules);
    super::join(doc, &mut found);
    found
}

/// Each mention of `text` as `quote = value unit`, the value as the contract writes it, with the bound where there is one.
fn read(text: &str) -> Vec<String> {
    let doc = segment(Article { text: text.to_owned(), ..Article::default() });
    find(&doc, &[], Rules::shipped()).iter().map(|m| show(text, m)).collect()
}

fn show(text: &str, mention: &Mention) -> String {
    let q = mention.quantity().expect("quantities only");
    let bound = match q.bound.as_str() {
        "exactly" | "range" => String::new(),
        word => format!("{word} "),
    };
    let ends = [q.low, q.high].map(|v| v.map_or("-".to_owned(), |v| v.normalize().to_string()));
    let value = if ends[0] == ends[1] { ends[0].clone() } else { ends.join("..") };
    let unit = match (mention.kind, mention.unit.as_deref()) {
        (Kind::Percent, None) => " %".to_owned(),
        (Kind::Ordinal, None) => "th".to_owned(),
        (_, Some(unit)) => format!(" {unit}"),
        _ => String::new(),
    };
    format!("{} = {bound}{value}{unit}", mention.span.of(text))
}

#[track_caller]
fn check(table: &[(&str, &[&str], &str)]) {
    for (text, want, why) in table {
        assert_eq!(read(text), *want, "{text}: {why}");
    }
}

#[test]
fn counts() {
    check(&[
        ("It now has 1.4 million customers.", &["1.4 million = 1400000 customer"], "digits, power, noun"),
        ("The fire left five people dead.", &["five = 5 person"], "words, irregular plural"),
        (
            "They bought two hundred and thirty-two new trucks.",
            &["two hundred and thirty-two = 232 truck"],
            "`and` inside a number",
        ),
        ("At least 15,000 residents fled.", &["15,000 = at-least 15000 resident"], "bound before"),
        ("Five hundred or more workers left.", &["Five hundred = at-least 500 worker"], "bound behind"),
        (
            "Five data centers and 12 police officers.",
            &["Five = 5 data center", "12 = 12 officer"],
            "a compound of the rules; a modifier without -s",
        ),
        ("As many as 40 boats sank.", &["40 = at-most 40 boat"], "`as many as` is an upper bound"),
        ("Some 200 fans came.", &["200 = about 200 fan"], "`some` before a number"),
        ("It landed at about a quarter to ten.", &[], "a time of day"),
        ("Between 18 and 25 ships waited.", &["18 and 25 = 18..25 ship"], "a range in words"),
        ("A gang of five came.", &["five = 5 person"], "how many a group of people are"),
        ("One gunman raises his arms.", &["One = 1 gunman"], "a person ends the phrase"),
        ("Two burnt-out cars stood there.", &["Two = 2 car"], "a small word behind a hyphen"),
        (
            "It has two mining and farming towns and three cheap COVID-19 vaccines.",
            &["two = 2 town", "three = 3 vaccine"],
            "joined modifiers, a number in a name",
        ),
        ("A 10-member team came.", &["10 = 10 member"], "number and noun with a hyphen"),
        (
            "It sold 2 to 3 million cars.",
            &["2 to 3 million = 2000000..3000000 car"],
            "the power belongs to both ends",
        ),
        ("Half a million homes were dark.", &["Half a million = 500000 home"], "a fraction of a power"),
        ("Dozens of villages were cut off.", &["Dozens = 24..99 village"], "a vague number is an interval"),
        (
            "Tens of thousands of people marched.",
            &["Tens of thousands = 20000..99999 person"],
            "a vague power",
        ),
        ("The toll rose from 40 to 45 people.", &["40 = 40", "45 = 45 person"], "a change is no range"),
    ]);
}

#[test]
fn money() {
    check(&[
        ("It will invest $1 billion.", &["$1 billion = 1000000000 USD"], "sign and power"),
        (
            "The bid is worth US$2.5bn.",
            &["US$2.5bn = 2500000000 USD"],
            "letters glued to the sign and the number",
        ),
        ("A fine of A$5 million was set.", &["A$5 million = 5000000 AUD"], "the letter tells which dollar"),
        (
            "They paid EUR 20 and 30 euros.",
            &["EUR 20 = 20 EUR", "30 euros = 30 EUR"],
            "code before, name behind",
        ),
        ("A loan of 120 mln dlrs was agreed.", &["120 mln dlrs = 120000000 USD"], "wire style"),
        ("It costs 50 cents a litre.", &["50 cents = 0.5 USD"], "hundredths in major units"),
        ("It cost 3 dollars and 50 cents.", &["3 dollars and 50 cents = 3.5 USD"], "a sum in two units"),
        (
            "They want $1-2 million.",
            &["$1-2 million = 1000000..2000000 USD"],
            "range with one sign and one power",
        ),
        (
            "Profit rose from $5 million to $6 million.",
            &["$5 million = 5000000 USD", "$6 million = 6000000 USD"],
            "a change is no range",
        ),
        ("It cost millions of dollars.", &["millions of dollars = 2000000..99999999 USD"], "a vague sum"),
        ("A 12-cent-a-share dividend.", &["12-cent = 0.12 USD"], "hyphens throughout"),
        ("ALL 5 offers failed.", &["5 = 5 offer"], "a word in capitals is no code"),
    ]);
}

#[test]
fn percentages() {
    check(&[
        ("Sales fell 3.7 per cent.", &["3.7 per cent = 3.7 %"], "two words"),
        ("A 28-percent stake.", &["28-percent = 28 %"], "with a hyphen"),
        (
            "They own 66-2/3 pct of it.",
            &["66-2/3 pct = 66.666666666666666666666666667 %"],
            "a mixed fraction",
        ),
        ("Rates rose by 25 basis points.", &["25 basis points = 25 basis point"], "hundredths of a point"),
        (
            "It raised the dividend by $2 to $34.",
            &["$2 = 2 USD", "$34 = 34 USD"],
            "by how much and to what, no range",
        ),
        (
            "Support fell two percentage points.",
            &["two percentage points = 2 percentage point"],
            "points are no per cent",
        ),
        (
            "A third of voters stayed home.",
            &["A third = 33.33333333333333333333333333 %"],
            "a share of something named",
        ),
        ("Between 10 and 15 percent.", &["10 and 15 percent = 10..15 %"], "the unit belongs to both ends"),
    ]);
}

#[test]
fn measures() {
    check(&[
        (
            "It pumped 250,000 barrels per day, then 17,000 bpd.",
            &["250,000 barrels per day = 250000 barrel per day", "17,000 bpd = 17000 barrel per day"],
            "a rate with a unit of its own",
        ),
        ("A 25-mile (40 km) line.", &["25-mile = 25 mile", "40 km = 40 kilometer"], "name and symbol"),
        (
            "He is 6 ft 2 in tall.",
            &["6 ft 2 in = 74 inch"],
            "two units, told in the smaller, where the sum is exact",
        ),
        ("Winds of 188 miles an hour.", &["188 miles an hour = 188 mile per hour"], "`an` for `per`"),
        ("It was 45 degrees Celsius.", &["45 degrees Celsius = 45 degree Celsius"], "temperature"),
        ("An 8- to 16-meter mirror.", &["8- to 16-meter = 8..16 meter"], "a hyphen left hanging"),
        ("A magnitude 6.5 quake.", &["magnitude 6.5 = 6.5 magnitude"], "the unit stands before"),
    ]);
}

#[test]
fn what_is_no_quantity() {
    check(&[
        ("He flew a Boeing 737 to Lima.", &[], "a name"),
        ("Covid-19 and the G20.", &[], "names with a number in them"),
        ("The AlphaGo Zero program.", &[], "a word in a name"),
        ("See page 12 and chapter 7.", &[], "labels"),
        ("Call 555-1234.", &[], "a telephone number"),
        ("It came out at 10:30.", &[], "a clock time"),
        ("They won 3-1.", &[], "a score"),
        ("That one is good.", &[], "a pronoun"),
        ("A one-time gain.", &[], "an idiom"),
        ("It runs on 3.11.2.", &[], "a version"),
        ("A 5G phone.", &[], "a code"),
    ]);
}

#[test]
fn ordinals() {
    check(&[
        ("The twenty-first ship.", &["twenty-first = 21th"], "words"),
        ("Its 42nd branch.", &["42nd = 42th"], "digits"),
        ("A third man was seen.", &["third = 3th"], "one more, not a part"),
        ("At first nobody came.", &[], "an adverb"),
    ]);
}

#[test]
fn what_the_parts_of_a_number_may_be() {
    check(&[
        (
            "About five and a half million homes.",
            &["five and a half million = about 5500000 home"],
            "a fraction before a power",
        ),
        (
            "Some 3 million and a quarter.",
            &["3 million and a quarter = about 3250000"],
            "a fraction behind a power",
        ),
        ("A factor of 1.3x10^6.", &["1.3x10^6 = 1300000"], "a power of ten"),
        ("They took 45 and 50 mg.", &["45 = 45 milligram", "50 mg = 50 milligram"], "a unit said once"),
        (
            "Bring more than 10 and less than 20 cups.",
            &["10 and less than 20 cups = 10..20 cup"],
            "two bounds close a range",
        ),
        ("It lost 75 USD million.", &["75 USD million = 75000000 USD"], "the power behind the code"),
        (
            "It lost three quarters of a million dollars.",
            &["three quarters of a million dollars = 750000 USD"],
            "a part of a power",
        ),
        ("They paid a dollar, not a dollar bill.", &["a dollar = 1 USD"], "one of a currency"),
    ]);
}

#[test]
fn changes_and_levels() {
    for (text, want, why) in [
        ("Sales rose 5 percent.", 1, "verb of change before the number"),
        ("Sales fell by 5 percent.", -1, "with `by`"),
        ("Sales fell by almost a third to 310 million euros.", -1, "a share of itself"),
        ("Sales fell to 5 tons.", 0, "a level reached"),
        ("The storm sank 50 ships.", 0, "things are sunk"),
        ("Another 20 ships came.", 1, "more of the same"),
        ("Prices were 3 percent lower.", -1, "adjective behind"),
    ] {
        let doc = segment(Article { text: text.to_owned(), ..Article::default() });
        assert_eq!(find(&doc, &[], Rules::shipped())[0].change, want, "{text}: {why}");
    }
}

#[test]
fn a_conversion_in_parentheses_is_the_partner() {
    let doc = segment(Article {
        text: "They walked 25 miles (40 km) and paid $5 (4 euros).".to_owned(),
        ..Article::default()
    });
    let partners: Vec<_> = find(&doc, &[], Rules::shipped()).iter().map(|m| m.partner).collect();
    assert_eq!(partners, [Some(1), Some(0), Some(3), Some(2)]);
}

#[test]
fn steps_say_how_precisely_a_number_was_stated() {
    for (text, want) in [
        ("1.4 million cars", "100000"),
        ("1,400 cars", "1"),
        ("265 million cars", "1000000"),
        ("two point five billion cars", "100000000"),
        ("$15.40", "0.01"),
        ("28 percent", "1"),
    ] {
        let doc = segment(Article { text: text.to_owned(), ..Article::default() });
        let found = find(&doc, &[], Rules::shipped());
        let step = found[0].quantity().expect("a quantity").step;
        assert_eq!(step.normalize().to_string(), want, "{text}");
    }
}

proptest::proptest! {
    /// Whatever the text: no panic, mentions in order, none overlapping, every span on character boundaries.
    #[test]
    fn any_text_is_read(text in "([0-9]{1,4}|[-–.,/:$€%()'\"]| |million|two|half|of|and|a|to|feet|km|USD|\\PC){0,40}") {
        let doc = segment(Article { text, ..Article::default() });
        let mut last = 0;
        for m in find(&doc, &[], Rules::shipped()) {
            assert!(m.span.start >= last && !m.span.is_empty());
            assert!(!m.span.of(doc.text()).is_empty() && m.stated.contains(m.span));
            last = m.span.end;
        }
    }
}

#[test]
fn parts_and_ratios() {
    check(&[
        (
            "It grew to forty-two and a third.",
            &["forty-two and a third = 42.333333333333333333333333333"],
            "a part added",
        ),
        ("The rest is one twenty-fifth.", &["one twenty-fifth = 0.04"], "the ten belongs below the line"),
        (
            "They hold three twenty-firsts.",
            &["three twenty-firsts = 0.1428571428571428571428571429"],
            "in the plural too",
        ),
        (
            "It weighs one hundred thirty-fifths.",
            &["one hundred thirty-fifths = 2.8571428571428571428571428571"],
            "100/35",
        ),
        (
            "It weighs twenty-one fifths.",
            &["twenty-one fifths = 4.2"],
            "21/5: nothing else stands above the line",
        ),
        (
            "A dose of a hundred trillionths.",
            &["a hundred trillionths = 0.0000000001"],
            "a power above the line",
        ),
        ("The answer is one over three.", &["one over three = 0.3333333333333333333333333333"], "spoken"),
        ("His pressure was 120 over 80.", &[], "what a pressure says is not known: left out"),
        ("One in five voters stayed away.", &["One in five = 20 %"], "a share of what is counted"),
        ("They left one quarter of it.", &["one quarter = 25 %"], "a share of something"),
        ("He won with a percentage of 53.4.", &["percentage of 53.4 = 53.4 %"], "the word before the number"),
        ("It covers 5 percent of 10 towns.", &["5 percent = 5 %", "10 = 10 town"], "the word is taken"),
    ]);
}

#[test]
fn orders_and_counts_of_number_words() {
    check(&[
        ("He is the forty-second president.", &["forty-second = 42th"], "an order"),
        (
            "They built five two-bedroom flats.",
            &["five = 5 flat", "two = 2 bedroom"],
            "a number word with a hyphen modifies",
        ),
        ("It scored 2.33 k.", &["2.33 k = 2330"], "thousands behind a decimal"),
        ("It is now 1 point 5.", &["1 point 5 = 1.5"], "a point as a speaker says it"),
        ("It took 5 fb-1 of data.", &[], "a unit with an exponent that is not known"),
        ("Numbers above 1000 and below 1500 fit.", &["1000 and below 1500 = 1000..1500"], "two bounds"),
    ]);
}

#[test]
fn which_dollar() {
    check(&[
        ("It costs $5 million.", &["$5 million = 5000000 USD"], "nothing tells: assumed"),
        ("It costs $5 million Canadian.", &["$5 million Canadian = 5000000 CAD"], "told behind the sum"),
        ("It costs $20 (U.S.) there.", &["$20 (U.S.) = 20 USD"], "told in parentheses"),
        ("A $5 million Canadian project failed.", &["$5 million = 5000000 USD"], "the project is Canadian"),
        ("All figures are in Canadian dollars. It cost $5.", &["$5 = 5 CAD"], "told once for all"),
        (
            "The bid of US$2 to US$3 a share failed.",
            &["US$2 to US$3 = 2..3 USD"],
            "letters before both signs",
        ),
        ("It paid 300 MZN.", &["300 MZN = 300 MZN"], "a code that has no sign or name here"),
    ]);
    for (text, assumed, why) in [
        ("It costs $5.", true, "many countries have a dollar"),
        ("It costs US$5.", false, "said"),
        ("It costs ¥500.", true, "yen or yuan"),
        ("It costs Rs 500.", true, "rupees of several countries"),
        ("It costs $5 Australian.", false, "said behind"),
    ] {
        let doc = segment(Article { text: text.to_owned(), ..Article::default() });
        assert_eq!(find(&doc, &[], Rules::shipped())[0].unit_basis.is_some(), assumed, "{text}: {why}");
    }
}

#[test]
fn ranges_told_from_above() {
    check(&[
        (
            "It ranged from -18 °C to -34 °C.",
            &["-18 °C to -34 °C = -34..-18 degree Celsius"],
            "no change, a range",
        ),
        (
            "It fell from 20 °C to 12 °C.",
            &["20 °C = 20 degree Celsius", "12 °C = 12 degree Celsius"],
            "a change",
        ),
    ]);
}

#[test]
fn people_and_weather() {
    check(&[
        ("The 6-foot-4 forward scored.", &["6-foot-4 = 76 inch"], "inches that nobody names"),
        ("She weighs 9st 4lb.", &["9st 4lb = 130 pound"], "no ordinal ends so"),
        ("He came 21st.", &["21st = 21th"], "an ordinal"),
        ("It was 30C outside.", &["30C = 30 degree Celsius"], "a capital behind the digits"),
        (
            "Of them 2,000 of the 5,000 workers left.",
            &["2,000 = 2000 worker", "5,000 = 5000 worker"],
            "a part of what is counted",
        ),
        (
            "Of 4, nine out of ten, half of it.",
            &["4 = 4", "nine out of ten = 0.9", "half = 50 %"],
            "a fraction has no sign to share",
        ),
        ("They paid 15 dollars and 50.", &["15 dollars and 50 = 15.5 USD"], "cents that nobody names"),
        ("It is between 15 dollars and 50.", &["15 dollars and 50 = 15..50 USD"], "a range"),
    ]);
}

#[test]
fn factors() {
    check(&[
        ("He was arrested twice.", &["twice = 2"], "a factor in one word"),
        ("Output rose three-fold.", &["three-fold = 3"], "with a hyphen"),
        ("A tenfold rise followed.", &["tenfold = 10"], "in one word"),
        ("It did a 10-fold test.", &["10-fold = 10"], "in digits"),
    ]);
}

#[test]
fn names_and_numbers_of_houses_are_no_quantities() {
    check(&[
        ("He lives at 10 Downing Street.", &[], "the number of a house"),
        ("Staff left 1600 Pennsylvania Avenue.", &[], "the number of a house"),
        ("The film Ocean's Eleven was shown.", &[], "a title"),
        ("Two Boeing 737 jets and an iPhone 6 were lost.", &["Two = 2"], "models"),
        ("Liverpool won 3-1 and lost 2-2.", &[], "a score is one thing, and no quantity"),
        ("The seat went 52 to 48.", &[], "a tally"),
    ]);
}
