use super::*;

#[test]
fn synonyms_and_nominal_forms() {
    let table = [
        ("buy", "purchase", true, true, "two verbs of one class"),
        ("acquire", "acquisition", true, true, "the deed and its verb, by the news thesaurus"),
        ("deploy", "deployment", false, true, "another part of speech"),
        ("agree", "agreement", false, true, "another part of speech"),
        ("film", "movie", true, true, "two nouns of one class"),
        ("turn down", "reject", true, true, "a phrasal verb"),
        ("film", "novel", false, false, "two kinds of work"),
        ("open", "close", false, false, "opposites"),
        ("issue", "offspring", false, false, "a rare sense makes no synonyms"),
        ("zzyzx", "zzyzx", true, true, "an unknown word is itself"),
    ];
    for (a, b, as_same, as_related, why) in table {
        assert_eq!((same(a, b), related(a, b)), (as_same, as_related), "{a}, {b}: {why}");
        assert_eq!((same(b, a), related(b, a)), (as_same, as_related), "{b}, {a}: {why}");
    }
}

#[test]
fn broader_terms_and_siblings() {
    for (above, below) in
        [("musician", "drummer"), ("performer", "actor"), ("acquire", "buy"), ("vehicle", "truck")]
    {
        assert!(broader(above, below) && !broader(below, above), "{above} is broader than {below}");
        assert!(!siblings(above, below), "{above} and {below} can be said of one thing");
    }
    assert!(siblings("car", "truck") && siblings("singer", "dancer"));
    for (a, b) in [("film", "movie"), ("film", "zzyzx"), ("river", "agreement")] {
        assert!(!siblings(a, b), "{a}, {b}");
    }
}

#[test]
fn opposites_hold_both_ways() {
    for (a, b) in [("rise", "fall"), ("agreement", "disagreement"), ("alive", "dead"), ("approve", "block")] {
        assert!(opposite(a, b) && opposite(b, a), "{a}, {b}");
    }
    assert!(!opposite("rise", "climb"));
}

#[test]
fn forms_lead_to_their_lemma() {
    for (form, as_verb, as_noun) in [
        ("bought", Some("buy"), None),
        ("stopped", Some("stop"), None),
        ("carried", Some("carry"), None),
        ("used", Some("use"), None),
        ("agrees", Some("agree"), None),
        ("plans", Some("plan"), Some("plan")),
        ("men", None, Some("man")),
        ("universities", None, Some("university")),
        ("zzyzxes", None, None),
    ] {
        assert_eq!((verb(form), form_noun(form)), (as_verb, as_noun), "{form}");
    }
}

fn form_noun(form: &str) -> Option<&'static str> {
    noun(form)
}

#[test]
fn common_words_weigh_less() {
    assert!(rarity("man") < rarity("company") && rarity("company") < rarity("earthquake"));
    let (noun, verb) = noun_and_verb("company");
    assert!(noun > verb);
}

#[test]
fn every_word_is_found_and_its_classes_known() {
    let classes_known = include_str!("../wordnet/parents.txt").len() / 3;
    for line in include_str!("../wordnet/words.txt").lines() {
        let lemma = line.split('\t').next().unwrap_or_default();
        let (found, entry) = word(lemma).expect(lemma);
        assert_eq!(found, lemma);
        assert!(entry.classes("nvad").iter().all(|c| usize::from(c) < classes_known), "{lemma}");
    }
}
