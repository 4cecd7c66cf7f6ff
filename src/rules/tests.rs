//! What a user may write, and what is said about what they should not have written.

use super::*;

fn added(text: &str) -> Result<Rules, Faults> {
    let mut rules = Rules { known_rules: vec!["count-differs", "date-differs"], ..Rules::shipped().clone() };
    rules.add("rules.toml", text, Path::new("desk"))?;
    Ok(rules)
}

#[test]
fn the_shipped_rules_are_read_without_a_fault() {
    let mut rules = Rules::default();
    if let Err(faults) = rules.add("rules.toml", SHIPPED, Path::new("")) {
        panic!("{faults}");
    }
    assert!(rules.attributes.len() >= 5 && rules.entities.len() >= 3);
    assert_eq!(rules.compare, CompareOptions::default(), "the defaults are those that the file shows");
}

#[test]
fn every_shipped_attribute_has_a_label_and_examples() {
    for a in &Rules::shipped().attributes {
        assert!(!a.label.is_empty(), "{}", a.id);
        assert_eq!(
            (a.agree.len(), a.conflict.len()),
            (2, 2),
            "{} needs two texts that agree and two that conflict",
            a.id
        );
    }
}

#[test]
fn a_file_extends_entities_and_overrides_the_keys_of_an_attribute_that_it_gives() {
    let rules = added(
        "[[entity]]\nname = \"United States\"\naliases = [\"the States\"]\n\
         [[entity]]\nname = \"Us Weekly\"\nkind = \"organisation\"\naliases = [\"US\"]\n\
         [[attribute]]\nid = \"deaths\"\ntolerance = 0.1\nseverity = \"off\"\n\
         [[attribute]]\nid = \"boats\"\nkinds = [\"count\"]\nnouns = [\"Boat\"]\n\
         [severity]\ncount-differs = \"off\"\n[rates]\nCNY = 6.2\n[compare]\njoin-score = 0.5\n",
    )
    .unwrap();
    let names = |name: &str| rules.entities.iter().find(|e| e.name == name).unwrap().aliases.clone();
    assert!(names("United States").contains(&"the States".to_owned()));
    assert!(names("United States").contains(&"U.S.".to_owned()));
    assert!(!names("United States").contains(&"US".to_owned()), "the later file says what `US` means");
    assert_eq!(names("Us Weekly"), ["US"]);
    let deaths = rules.attribute("deaths").unwrap();
    assert!((deaths.tolerance - 0.1).abs() < 1e-9 && deaths.cumulative && !deaths.nouns.is_empty());
    assert_eq!(deaths.severity, Some(Level::Off));
    let boats = rules.attribute("boats").unwrap();
    assert_eq!((boats.label.as_str(), boats.nouns.as_slice()), ("boats", ["boat".to_owned()].as_slice()));
    assert_eq!(rules.severity_of("count-differs", Severity::Error), None);
    assert_eq!(rules.severity_of("date-differs", Severity::Error), Some(Severity::Error));
    assert!((rules.compare.join_score - 0.5).abs() < 1e-9);
}

#[test]
fn paths_of_sources_start_at_the_folder_of_their_file() {
    let rules = added("[[source]]\npath = \"a.txt\"\npublished = 2015-07-23\n").unwrap();
    assert_eq!(Path::new(&rules.sources[0].path), Path::new("desk").join("a.txt"));
    assert_eq!(rules.sources[0].published.as_deref(), Some("2015-07-23"));
}

#[test]
fn a_bad_value_is_named_with_its_place_and_a_hint() {
    let table = [
        (
            "[[entity]]\nname = \"A\"\nkind = \"persn\"",
            "3:8",
            "`persn` is not a kind of entity.",
            "did you mean `person`?",
        ),
        ("[[entity]]\nname = \" \"", "2:8", "The name of the entity is empty.", ""),
        (
            "[[entity]]\nname = \"A\"\nparent = \"United State\"",
            "3:10",
            "No entity is called",
            "`United States`",
        ),
        (
            "[[entity]]\nname = \"A\"\n[[entity]]\nname = \"B\"\naliases = [\"A\"]",
            "5:12",
            "`A` already names `A`",
            "",
        ),
        ("[[attribute]]\nid = \"Big One\"", "2:6", "not an id in kebab case", "lower-case"),
        ("[[attribute]]\nid = \"x\"\nnouns = [\"y\"]", "2:6", "has no kinds", "kinds"),
        ("[[attribute]]\nid = \"x\"\nkinds = [\"count\"]", "2:6", "has no nouns or verbs", ""),
        (
            "[[attribute]]\nid = \"deaths\"\nkinds = [\"count\", \"monney\"]",
            "3:19",
            "not a kind of value",
            "`money`",
        ),
        (
            "[[attribute]]\nid = \"deaths\"\nrelated = [\"injurd\"]",
            "3:12",
            "There is no attribute `injurd`.",
            "did you mean `injured`?",
        ),
        ("[[attribute]]\nid = \"deaths\"\ntolerance = 5.0", "3:13", "between 0 and 1", "share"),
        ("[[attribute]]\nid = \"deaths\"\nholds = \"evnt\"", "3:9", "not a way to hold", "`event`"),
        ("[[attribute]]\nid = \"deaths\"\nagree = [\"one\"]", "3:9", "two texts", ""),
        (
            "[severity]\ncount-difers = \"error\"",
            "2:1",
            "No rule is called `count-difers`.",
            "`count-differs`",
        ),
        (
            "[severity]\ncount-differs = \"eror\"",
            "2:17",
            "`eror` is not a severity.",
            "did you mean `error`?",
        ),
        ("[compare]\njoin-score = 1.5", "2:14", "between 0 and 1", ""),
        ("[[ignore]]\nfingerprint = \"abc\"\nreason = \"r\"", "2:15", "not a fingerprint", "16"),
        ("[[ignore]]\nfingerprint = \"0123456789abcdef\"\nreason = \"\"", "3:10", "The reason is empty.", ""),
        ("[[ignore]]\nfingerprint = \"0123456789abcdef\"", "1:1", "Missing field `reason`.", ""),
        (
            "[[source]]\npath = \"a\"\npublished = \"last week\"",
            "3:13",
            "not a date of ISO 8601",
            "2015-07-23",
        ),
        ("[rates]\ncny = 6.2", "2:1", "not a currency code", "CNY"),
        ("[rates]\nCNY = 0.0", "2:7", "above zero", ""),
        ("[[synonyms]]\nwords = [\"one\"]", "2:9", "two words or more", ""),
        ("[[enttity]]\nname = \"A\"", "1:3", "Unknown field `enttity`", "did you mean `entity`?"),
    ];
    for (text, place, message, hint) in table {
        let shown = added(text).expect_err(text).to_string();
        let place = format!("rules.toml:{place}:");
        assert!(shown.starts_with(&place), "{text}\nis at {place}, but:\n{shown}");
        assert!(
            shown.contains(message) && shown.contains(hint),
            "{text}\nlacks `{message}` or `{hint}`:\n{shown}"
        );
    }
}

#[test]
fn all_faults_of_a_file_are_said_at_once_in_order() {
    let faults =
        added("[severity]\nnope = \"error\"\n[[entity]]\nname = \"\"\n[compare]\njoin-score = -1.0\n")
            .unwrap_err();
    let lines: Vec<usize> = faults.0.iter().filter_map(|f| Some(f.at?.0)).collect();
    assert_eq!(lines, [2, 4, 6]);
}

#[test]
fn a_file_that_is_not_there_is_a_fault_with_its_name() {
    let faults = Rules::load(Path::new("no/such/rules.toml")).unwrap_err();
    assert!(faults.to_string().starts_with("no/such/rules.toml: The rules cannot be read"), "{faults}");
}
