//! Small stories, and who is who in them.

use super::*;
use crate::model::Article;

/// The entities of a story of `texts`, and its documents.
fn story(texts: &[&str]) -> (Entities, Vec<Document>) {
    let docs: Vec<Document> = texts
        .iter()
        .map(|t| crate::segment::segment(Article { text: (*t).to_owned(), ..Article::default() }))
        .collect();
    let rules = Rules::default();
    let notes: Vec<Annotations> = docs
        .iter()
        .map(|d| Annotations { names: crate::annotate::names::find(d, &rules), ..Annotations::default() })
        .collect();
    (resolve(&docs, &notes, &rules), docs)
}

/// The name of what the first (`n` = 0) or a later occurrence of `words` in `source` means; empty if nothing.
fn who(story: &(Entities, Vec<Document>), source: usize, words: &str, n: usize) -> String {
    let text = story.1[source].text();
    let (at, _) = text.match_indices(words).nth(n).expect("the words are there");
    story
        .0
        .entity_of(source, Span::new(at, at + words.len()))
        .map(|id| story.0.name(id).to_owned())
        .unwrap_or_default()
}

#[test]
fn last_names_and_titles() {
    let s = story(&[
        "Anna Berg, the mayor of Oslo, met Jonas Ward on Monday. Berg said that Mr. Ward had agreed. He left early.",
    ]);
    assert_eq!(who(&s, 0, "Berg", 1), "Anna Berg");
    assert_eq!(who(&s, 0, "Ward", 1), "Jonas Ward");
}

#[test]
fn a_family_name_may_be_put_first() {
    let s = story(&[
        "Park Jin-ho, a judge, spoke on Monday. Park said that he had agreed.",
        "Ann Berg met Ann Lund on Monday. Ann said that she had agreed.",
    ]);
    assert_eq!(who(&s, 0, "Park", 1), "Park Jin-ho");
    assert_ne!(who(&s, 1, "Ann said", 0), "Ann Berg", "it may be either");
}

#[test]
fn the_giant_of_a_country_is_what_the_article_is_about() {
    let of = |more: &str| {
        let text = "Norvik grows. Norvik sails far. Norvik pays well. ".to_owned() + more;
        let s = story(&[&text]);
        who(&s, 0, "The Danish shipping giant", 0)
    };
    assert_eq!(of("The Danish shipping giant hired pilots."), "Norvik");
    assert_eq!(of("The Danish shipping giant met the German company."), "", "there is another");
}

#[test]
fn two_people_with_one_last_name_stay_two() {
    let s = story(&["Chief executive Peter Lund resigned.", "Chairman Maria Lund took over."]);
    assert_ne!(who(&s, 0, "Peter Lund", 0), who(&s, 1, "Maria Lund", 0));
}

#[test]
fn middle_initials_nicknames_and_juniors() {
    let s = story(&[
        "Judge Robert L. Stone sentenced William Hart Jr. on Monday.",
        "Judge Bob Stone spoke first. Later the Rev. William Hart wept.",
    ]);
    assert_eq!(who(&s, 0, "Robert L. Stone", 0), who(&s, 1, "Bob Stone", 0));
    assert_ne!(who(&s, 0, "William Hart Jr", 0), who(&s, 1, "William Hart", 0), "father and son");
}

#[test]
fn legal_forms_are_dropped_but_tell_two_companies_apart() {
    let s = story(&[
        "Norvik Shipping Inc bought two ferries. Norvik Shipping paid cash.",
        "Norvik Shipping is based in Bergen.",
    ]);
    assert_eq!(who(&s, 0, "Norvik Shipping", 1), who(&s, 1, "Norvik Shipping", 0));
    let s = story(&[
        "TC Holdings bid through TC Purchase Inc on Monday.",
        "Its vehicle, TC Purchase Corp, was set up in May.",
    ]);
    assert_ne!(who(&s, 0, "TC Purchase Inc", 0), who(&s, 1, "TC Purchase Corp", 0));
}

#[test]
fn acronyms_and_first_words() {
    let s = story(&[
        "Tarn Air Freight Corp made an offer. Tarn said that the Bureau of Ocean Data (BOD) was told.",
        "The BOD was told by Tarn Air Frieght Corp on Monday.",
    ]);
    assert_eq!(who(&s, 0, "Tarn", 1), who(&s, 0, "Tarn Air Freight Corp", 0));
    assert_eq!(who(&s, 1, "BOD", 0), who(&s, 0, "Bureau of Ocean Data", 0));
    assert_eq!(
        who(&s, 1, "Tarn Air Frieght Corp", 0),
        who(&s, 0, "Tarn Air Freight Corp", 0),
        "a slip of the pen"
    );
}

#[test]
fn parts_of_a_company_by_apposition_and_description() {
    let s = story(&[
        "Norvik Group said on Monday that Skylo, its cloud computing arm, would grow. The cloud division has 300 customers.",
        "Norvik hired 20 people for Norvik's cloud unit this year.",
    ]);
    assert_eq!(who(&s, 0, "cloud computing arm", 0), "Skylo");
    assert_eq!(who(&s, 0, "cloud division", 0), "Skylo");
    assert_eq!(who(&s, 1, "cloud unit", 0), "Skylo", "named only in the other article");
    let skylo =
        s.0.entity_of(0, Span::new(s.1[0].text().find("Skylo").expect("there"), 39)).expect("an entity");
    let whole = s.0.parent(skylo).expect("a parent");
    assert!(s.0.name(whole).starts_with("Norvik") && s.0.same_or_part(whole, skylo) && whole != skylo);
}

#[test]
fn the_company_and_it() {
    let s = story(&[
        "Tarn Freight Corp sold a depot. The company said it had lost money. \"It is sad,\" a driver said.",
    ]);
    assert_eq!(who(&s, 0, "The company", 0), "Tarn Freight Corp");
    assert_eq!(who(&s, 0, "it had", 0), "Tarn Freight Corp");
    assert_eq!(who(&s, 0, "It is", 0), "", "left open in quotations and with `is`");
}

#[test]
fn the_company_is_no_car() {
    let s =
        story(&["Norvik Motors Inc makes cars. The Endura is its latest. The company plans a smaller one."]);
    assert!(who(&s, 0, "The company", 0).starts_with("Norvik"));
}

#[test]
fn pronouns_only_where_one_person_fits() {
    let s = story(&[
        "Anna Berg met Peter Lund in Oslo. She left. On Friday Tom Reed told Carl Moss that he came.",
    ]);
    assert_eq!(who(&s, 0, "She", 0), "Anna Berg");
    assert_eq!(who(&s, 0, "he came", 0), "Tom Reed", "the one whom the sentence names first");
}

#[test]
fn places_have_their_canonical_name_and_order_does_not_matter() {
    let texts = [
        "The firm opened an office in the U.S. and in Hong Kong.",
        "Offices in the United States grew. Ole Berg spoke.",
    ];
    let s = story(&texts);
    assert_eq!(who(&s, 0, "U.S.", 0), "United States");
    let turned = story(&[texts[1], texts[0]]);
    assert_eq!(s.0.table, turned.0.table);
}
