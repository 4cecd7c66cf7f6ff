//! Names by example: a text, and what is found in it.

use super::*;
use crate::model::Article;
use crate::segment::segment;

/// `name:K` for each name, K being the first letter of its kind.
fn names(text: &str) -> Vec<String> {
    let doc = segment(Article { text: text.to_owned(), ..Article::default() });
    let show = |n: Name| {
        format!(
            "{}:{}",
            surface(n.span.of(doc.text())),
            format!("{:?}", n.kind).chars().next().unwrap_or('?')
        )
    };
    find(&doc, &Rules::default()).into_iter().map(show).collect()
}

#[test]
fn what_is_a_name_and_of_what() {
    for (text, want, why) in [
        (
            "Yesterday Norvik Shipping Corp sold two ferries.",
            vec!["Norvik Shipping Corp:O"],
            "a legal form ends a company's name",
        ),
        (
            "The ferry left Oslo and Bergen on Monday.",
            vec!["Oslo:P", "Bergen:P"],
            "places of the gazetteer; days are no names",
        ),
        (
            "Shares of Norvik rose. Norvik President Anna Berg resigned.",
            vec!["Norvik:O", "Norvik:O", "Anna Berg:P"],
            "an office cuts a run in two",
        ),
        ("Chief Executive Tom Reed was there.", vec!["Tom Reed:P"], "an office of two words at the start"),
        (
            "They met Secretary of Commerce Anna Berg and the chairman of the Trade Committee Tom Reed.",
            vec!["Anna Berg:P", "Trade Committee:O", "Tom Reed:P"],
            "a person behind the body of an office",
        ),
        ("Turnout was low. Savings are planned.", vec![], "mass nouns and plurals begin sentences bare"),
        ("Lom lands $3B Norvik plant", vec!["Lom:U", "Norvik:U"], "the letter belongs to the number"),
        ("Former Mayor Tom Reed was there.", vec!["Tom Reed:P"], "words before the office are dropped"),
        (
            "The Bank of England raised rates.",
            vec!["Bank of England:O"],
            "`of` belongs to the name after a head",
        ),
        (
            "Officials in Harrow County closed the road.",
            vec!["Harrow County:P"],
            "an ordinary word at the start is no name",
        ),
        ("Robert L. Stone, 47, pleaded guilty.", vec!["Robert L. Stone:P"], "initials keep their full stop"),
        (
            "They flew from New York to Washington, D.C. on Friday.",
            vec!["New York:P", "Washington, D.C.:P"],
            "a place with a comma",
        ),
        ("The Chinese firm hired 30 people.", vec![], "an adjective of place is no name"),
        (
            "He bought an iPhone in the U.S. last May.",
            vec!["iPhone:P", "U.S.:P"],
            "brands with an inner capital; a month",
        ),
        (
            "The California Department of Forestry and Fire Protection said so.",
            vec!["California Department of Forestry and Fire Protection:O"],
            "`and` inside, once there is an `of`",
        ),
        ("Many fled the town of Marlow on foot.", vec!["Marlow:P"], "`town of` tells a place"),
        ("Sales at General Motors fell.", vec!["General Motors:O"], "an office that heads an organisation"),
        ("\"We won,\" said Coach Ruiz.", vec!["Ruiz:P"], "a quotation begins like a sentence"),
    ] {
        assert_eq!(names(text), want, "{text}: {why}");
    }
}

#[test]
fn a_name_alone_takes_the_kind_of_the_whole() {
    let text = "Daniela Moss joined Tarn Air Freight Corp. Moss said that Tarn would grow.";
    assert_eq!(names(text), ["Daniela Moss:P", "Tarn Air Freight Corp:O", "Moss:P", "Tarn:O"]);
}

#[test]
fn lines_in_capitals_and_copy_without_them() {
    let text = "TARN BIDS FOR COLLIER\n\nLOM, March 3 - Tarn Air Corp said it would buy Collier Courier Inc, which had been for sale for years.\n";
    assert_eq!(names(text)[..2], ["TARN:O".to_owned(), "COLLIER:O".to_owned()]);
    let lower = "president marta olveda said the quake hit quito at night and that the pipeline was cut near the river. olveda said repairs would take two months.";
    assert_eq!(names(lower), ["marta olveda:P", "quito:P", "olveda:P"]);
}

#[test]
fn rules_come_first() {
    let mut rules = Rules::default();
    rules.entities.push(crate::rules::EntityRule {
        name: "Norvik Cloud".into(),
        kind: EntityKind::Organisation,
        aliases: vec!["NCloud".into()],
        parent: None,
    });
    let doc = segment(Article { text: "NCloud grew; so did Norvik  Cloud.".into(), ..Article::default() });
    let found: Vec<String> = find(&doc, &rules).into_iter().map(|n| n.canonical).collect();
    assert_eq!(found, ["Norvik Cloud", "Norvik Cloud"]);
}
