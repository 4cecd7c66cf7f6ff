use super::super::sample::{hostile_report, rules, sample_report};
use super::*;

fn written(reports: &[Report]) -> Value {
    let options = Options { rules: rules(), ..Options::default() };
    let mut out = Vec::new();
    write(reports, &options, &mut out).unwrap();
    // Reading it back as the typed document checks names and types.
    serde_json::from_slice::<Sarif>(&out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

#[test]
fn a_result_has_all_its_evidence() {
    let log = written(&[sample_report()]);
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "count-differs");
    assert_eq!(result["level"], "error");
    let region = &result["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        (&region["startLine"], &region["startColumn"], &region["endColumn"]),
        (&json!(3), &json!(1), &json!(14))
    );
    assert_eq!(region["snippet"]["text"], "Twelve people");
    assert_eq!(
        result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "articles/post.md"
    );
    assert!(result["message"]["text"].as_str().unwrap().contains("[Ellery Post, “14 people”](1)"));
    assert_eq!(result["partialFingerprints"]["claimdiff/v1"], "9e3779b97f4a7c15");
}

#[test]
fn results_point_at_their_rules() {
    let log = written(&[sample_report()]);
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap().clone();
    for result in log["runs"][0]["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_i64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    assert!(rules[0]["help"]["markdown"].as_str().unwrap().contains("Nothing to complain of"));
}

#[test]
fn ignored_findings_are_suppressed_and_notes_are_counted() {
    let log = written(&[sample_report()]);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let suppressed: Vec<_> =
        results.iter().filter(|r| r["suppressions"].as_array().is_some_and(|s| !s.is_empty())).collect();
    assert_eq!(suppressed.len(), 1);
    assert_eq!(log["runs"][0]["properties"]["notesLeftOut"], 6);
    assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], false);
}

#[test]
fn brackets_of_articles_make_no_links() {
    let mut report = hostile_report();
    report.findings[0].question = "see [this](1)".into();
    let log = written(&[report]);
    let text = log["runs"][0]["results"][0]["message"]["text"].as_str().unwrap().to_owned();
    assert!(text.starts_with("see \\[this\\](1)"), "{text}");
}

#[test]
fn samples_are_written_where_asked() {
    let Ok(folder) = std::env::var("CLAIMDIFF_SAMPLES") else { return };
    let text = serde_json::to_string_pretty(&written(&[sample_report()])).unwrap();
    std::fs::write(format!("{folder}/sample.sarif"), text).unwrap();
    let text = serde_json::to_string_pretty(&written(&[hostile_report(), sample_report()])).unwrap();
    std::fs::write(format!("{folder}/hostile.sarif"), text).unwrap();
}
