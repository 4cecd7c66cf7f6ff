use super::*;
use crate::model::{Article, ClaimKind, ClaimValue, display};
use crate::{annotate, segment};

/// The claims of `text`.
fn claims(text: &str) -> Vec<Claim> {
    let rules = Rules::shipped();
    let doc = segment::segment(Article { text: text.to_owned(), ..Article::default() });
    let notes = annotate::annotate(&doc, rules);
    read(&[doc], &[notes], rules).claims
}

/// `what is measured: value (subject)` of the values that `text` states.
fn values(text: &str) -> Vec<String> {
    let shown = |c: &Claim| match (&c.value, c.kind) {
        (ClaimValue::Quantity { quantity, unit, per }, ClaimKind::Value(kind)) => {
            let value = display::quantity(quantity, kind, unit.as_deref(), per.as_deref());
            Some(format!("{}: {value} ({})", c.attribute, c.subject_name))
        }
        _ => None,
    };
    claims(text).iter().filter_map(shown).collect()
}

#[test]
fn what_a_value_is_said_of() {
    for (text, want, why) in [
        (
            "Norvik has two offices in Oslo and three in Bergen.",
            &["office: 2 offices (Norvik)", "office: 3 offices (Norvik)"][..],
            "the noun is said once",
        ),
        (
            "Of its 16 ships, seven are in Oslo and three in Bergen.",
            &["ship: 16 ships ()", "ship: 7 ships ()", "ship: 3 ships ()"],
            "parts of what was counted",
        ),
        (
            "The attacker shot dead two pupils and wounded five others.",
            &["deaths: 2 pupils ()", "injured: 5 pupils ()"],
            "others of the same kind",
        ),
        (
            "They sold 12 boats for 3.5 cents.",
            &["boat: 12 boats ()", "sale price: US$0.035 ()"],
            "a sum is no count",
        ),
        (
            "The storm brought gusts of 150 km/h to the coast and 110 km/h inland.",
            &["wind speed: 150 kilometers per hour ()", "wind speed: 110 kilometers per hour ()"],
            "what is measured is said once",
        ),
        ("Seven people are known to have died.", &["deaths: 7 people ()"], "`known` says nothing"),
        ("None of the 176 people on board was hurt.", &["on board: 176 people ()"], "nobody is hurt"),
        (
            "The listing values the firm, which was founded by Ann Doe, at $7.4 billion.",
            &["valuation: US$7.4 billion ()"],
            "what the relative clause interrupted",
        ),
        (
            "The drugs, worth $540 million, were found in May.",
            &["find: US$540 million ()"],
            "found is not founded",
        ),
        ("46.8C was measured in Lom.", &["measure: 46.8 degrees Celsius ()"], "a letter glued to the figure"),
        ("Taxes rise under a $1.3 billion budget.", &["cost: US$1.3 billion ()"], "`under` bounds nothing"),
        ("The wreck, 26 metres in length, is old.", &["length: 26 meters ()"], "the noun behind"),
        (
            "Some 900 people marched in Lom. Police put the number at 400.",
            &["protesters: about 900 people ()", "protesters: 400 people ()"],
            "the number of those counted before",
        ),
        ("A man of 72 whose car was hit died.", &["age: 72 years of age ()"], "no crowd of men"),
        ("A crew of 72 was rescued.", &["crew: 72 ()"], "a crowd"),
        ("The crater measures 55 metres across.", &["width: 55 meters ()"], "a word behind the measure"),
        ("They built a 300-metre-high tower.", &["height: 300 meters ()"], "with hyphens"),
        (
            "Revenue was down 4 percent at $2.1 billion.",
            &["revenue: 4% ()", "revenue: US$2.1 billion ()"],
            "the subject of `be` is measured",
        ),
        (
            "Revenue slid 4% to $2.2 billion.",
            &["revenue: 4% ()", "revenue: US$2.2 billion ()"],
            "that of a change too",
        ),
        (
            "Children who were given three doses had 52% fewer cases.",
            &["dose: 3 doses ()", "case: 52% ()"],
            "the verb of the relative clause is another's",
        ),
        ("A gang of five robbed the bank.", &["rob: 5 people ()"], "how many the gang are"),
        (
            "White, 52, was arrested in Lom. The seventh victim, Elia da Rosa, 47 - a nurse - died.",
            &["age: 52 years of age ()", "victim: 7th (Elia da Rosa)", "age: 47 years of age (Elia da Rosa)"],
            "ages behind names that look like words",
        ),
        (
            "Norvik will pay 11 billion euros, of which the state gives 3.3 billion.",
            &["pay: €11 billion (Norvik)", "give: €3.3 billion ()"],
            "the currency is said once",
        ),
        (
            "The price of Norvik stock climbed by 17 percent. Shares in Tarn rose 3%.",
            &["price: 17% (Norvik)", "share: 3% (Tarn)"],
            "whose price, whose shares",
        ),
        (
            "The number of people killed by floods in the south of Alba has risen to 16.",
            &["deaths: 16 ()"],
            "counted far off",
        ),
        (
            "Profit in spring was $1.5bn and in autumn it was $8.4bn.",
            &["profit: US$1.5 billion ()", "money: US$8.4 billion ()"],
            "the letters of a sum are no noun",
        ),
        (
            "At least 21 people die and 35 are injured.",
            &["deaths: at least 21 people ()", "injured: 35 people ()"],
            "each count has its own verb",
        ),
        (
            "Two people in the town of 1,600 residents died.",
            &["deaths: 2 people ()", "resident: 1,600 residents ()"],
            "how many live there",
        ),
        (
            "Two of the firm's directors quit. Tom Reed, 41, and Jo Lang, 52 were fired. Eva Brandt was 95 and died.",
            &[
                "director: 2 directors ()",
                "age: 41 years of age (Tom Reed)",
                "age: 52 years of age (Jo Lang)",
                "age: 95 years of age (Eva Brandt)",
            ],
            "a part of somebody's; ages",
        ),
        (
            "Police detained three people over the disappearance of 12 people.",
            &["arrested: 3 people ()", "person: 12 people ()"],
            "who disappeared was not arrested",
        ),
        ("He was killed by a gang of five youths.", &["youth: 5 youths ()"], "who killed is not dead"),
        (
            "The fire led to the evacuation of 300 residents and the rescue of 33 miners.",
            &["evacuated: 300 residents ()", "rescued: 33 miners ()"],
            "nouns made from verbs",
        ),
        ("They offered a $5 million reward.", &["reward: US$5 million ()"], "the sum has a name"),
        (
            "Four of at least 27 people killed are children.",
            &["person: 4 people ()", "deaths: at least 27 people ()"],
            "a part of those who follow",
        ),
        (
            "The driver, 61-year-old Tom Reed, left. Ann Lang may lose two toes; her brother, 33, is well.",
            &["age: 61 years of age (Tom Reed)", "toe: 2 toes (Ann Lang)", "age: 33 years of age ()"],
            "whose age",
        ),
        (
            "Twenty-six pupils were hurt, five of them badly. Six people were hurt, two of whom died.",
            &["injured: 26 pupils ()", "hurt: 5 ()", "injured: 6 people ()", "deaths: 2 ()"],
            "a part is not the whole",
        ),
        (
            "Sales fell by a quarter to 310 million euros.",
            &["sales: 25% ()", "revenue: €310 million ()"],
            "a share and a level, no range",
        ),
        ("Norvik will lay off 1,800 people.", &["job cuts: 1,800 people (Norvik)"], "people who work"),
        (
            "They found him shortly before noon at 2,700 metres.",
            &["find: 2,700 meters ()"],
            "noon is not so high",
        ),
        ("They make up a fifth of sales.", &["sales: 20% ()"], "`make up` is no rise"),
        ("He was jailed for 12 years and seven months.", &["sentence: 151 months ()"], "one length"),
    ] {
        assert_eq!(values(text), want, "{why}: {text}");
    }
}

#[test]
fn whom_the_58_year_old_means() {
    let text = "Peter Brandt led Lom. The 58-year-old took $9,000 from Tom Reed. He paid back $4,000.";
    let subjects: Vec<String> = values(text).into_iter().filter(|v| v.contains("$4,000")).collect();
    assert!(subjects.iter().all(|v| v.ends_with("(Peter Brandt)")), "{subjects:?}");
}

/// The lists of `text`, their items joined by `+`.
fn lists(text: &str) -> Vec<String> {
    let shown = |c: &Claim| match &c.value {
        ClaimValue::Items { items, .. } if c.kind == ClaimKind::List => Some(items.join("+")),
        _ => None,
    };
    claims(text).iter().filter_map(shown).collect()
}

#[test]
fn two_names_with_a_comma_are_no_list() {
    for (text, want, why) in [
        ("It opens shops in Oslo and Bergen.", &["Oslo+Bergen"][..], "two towns"),
        ("It opens shops in Oslo, Bergen, Turku.", &["Oslo+Bergen+Turku"], "three of them"),
        ("A train derailed in Bergen, Norway.", &[], "a town and its country"),
    ] {
        assert_eq!(lists(text), want, "{why}");
    }
}

#[test]
fn due_to_gives_a_reason_or_a_plan() {
    let of = |text: &str| {
        let rules = Rules::shipped();
        let doc = segment::segment(Article { text: text.to_owned(), ..Article::default() });
        let notes = annotate::annotate(&doc, rules);
        let claims = read(&[doc], &[notes], rules).claims;
        let reason = claims.iter().any(|c| c.verb == crate::model::BECAUSE);
        let planned = claims.iter().any(|c| c.status == crate::model::Status::Planned);
        (reason, planned)
    };
    assert_eq!(of("The port closed due to heavy rain."), (true, false));
    assert_eq!(of("The port is due to close in May."), (false, true));
}

#[test]
fn how_long_something_has_not_been_is_not_denied() {
    let rules = Rules::shipped();
    for text in
        ["It has not rained in Alba for 40 days.", "After 30 years without a title Norvik won the cup."]
    {
        let doc = segment::segment(Article { text: text.to_owned(), ..Article::default() });
        let notes = annotate::annotate(&doc, rules);
        let claims = read(&[doc], &[notes], rules).claims;
        let length = claims.iter().find(|c| c.kind == ClaimKind::Value(crate::model::Kind::Duration));
        assert_eq!(length.map(|c| c.status), Some(crate::model::Status::Actual), "{text}");
    }
}

#[test]
fn statements_end_where_their_speaker_is_told() {
    let rules = Rules::shipped();
    for (text, want, why) in [
        (
            "A mine collapsed in Alba on Wednesday, killing two people, state media reported.",
            "collapse: A mine collapsed in Alba on Wednesday, killing two people (media)",
            "the agency is no part of it",
        ),
        (
            "“We lost two ships in the storm,” the owner, Tom Reed, told the court.",
            "lose: We lost two ships in the storm (Tom Reed)",
            "the quotation ends it",
        ),
        (
            "The firm will voluntarily recall 19 cars to fix the brakes.",
            "recall: The firm will voluntarily recall 19 cars to fix the brakes ()",
            "a verb of saying with a figure for its object, and what that is for",
        ),
    ] {
        let doc = segment::segment(Article { text: text.to_owned(), ..Article::default() });
        let notes = annotate::annotate(&doc, rules);
        let claims = read(std::slice::from_ref(&doc), &[notes], rules).claims;
        let shown = |c: &Claim| format!("{}: {} ({})", c.verb, c.span.of(&doc.article.text), c.speaker.name);
        let found: Vec<String> = claims.iter().filter(|c| c.kind == ClaimKind::Status).map(shown).collect();
        assert_eq!(found, [want], "{why}");
    }
}
