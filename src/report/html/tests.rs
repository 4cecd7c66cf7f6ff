use super::super::sample::{hostile_report, sample_report};
use super::*;

fn page(reports: &[Report]) -> String {
    let mut out = Vec::new();
    write(reports, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn base64_is_that_of_the_standard() {
    for (text, encoded) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
    {
        assert_eq!(base64(text.as_bytes()), encoded);
    }
}

#[test]
fn the_page_shows_every_finding_and_every_article() {
    let report = sample_report();
    let page = page(std::slice::from_ref(&report));
    for finding in &report.findings {
        assert!(page.contains(&finding.id), "{}", finding.question);
    }
    for source in &report.sources {
        assert!(page.contains(&source.sha256));
    }
    assert_eq!(
        page.matches("class=\"lane\"").count(),
        18,
        "numbers and times are drawn, one lane a statement"
    );
}

#[test]
fn every_link_inside_the_page_has_its_target_once() {
    let page = page(&[sample_report(), sample_report()]);
    let attributes = |name: &str| -> Vec<String> {
        page.split(&format!(" {name}=\""))
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .map(str::to_owned)
            .collect()
    };
    let mut ids = attributes("id");
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all, "ids are unique");
    for link in attributes("href").iter().filter_map(|h| h.strip_prefix('#')) {
        assert!(ids.binary_search(&link.to_owned()).is_ok(), "#{link} leads nowhere");
    }
}

#[test]
fn nothing_from_an_article_becomes_markup() {
    let page = page(&[hostile_report()]);
    assert_eq!(page.matches("<script").count(), 1, "only the page's own script");
    assert!(!page.contains("onload='x'") && !page.contains("href=\"javascript:"));
    assert!(page.chars().all(|c| c == '\n' || c == '\t' || !c.is_control()));
}

#[test]
fn style_and_script_are_the_ones_the_policy_allows() {
    let page = page(&[sample_report()]);
    let style = page.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    let script = page.split("<script>").nth(1).unwrap().split("</script>").next().unwrap();
    assert_eq!((style, script), (STYLE, SCRIPT));
    assert!(
        page.contains(&base64(&sha256(STYLE.as_bytes())).replace('/', "&#x2f;")) || page.contains(&policy())
    );
    assert!(!page.contains(" style=\"") && !page.contains("http-equiv=\"refresh\""));
}

/// For looking at in a browser: `CLAIMDIFF_SAMPLES=DIR cargo test samples` writes the pages there.
#[test]
fn samples_are_written_where_asked() {
    let Ok(folder) = std::env::var("CLAIMDIFF_SAMPLES") else { return };
    std::fs::write(format!("{folder}/sample.html"), page(&[sample_report()])).unwrap();
    std::fs::write(format!("{folder}/hostile.html"), page(&[hostile_report(), sample_report()])).unwrap();
    let mut large = sample_report();
    let findings = large.findings.clone();
    for n in 0..100 {
        large.findings.extend(findings.iter().cloned().map(|mut f| {
            f.question = format!("{} {n}", f.question);
            f.id = format!("{n:04x}{}", &f.id[4..]);
            f
        }));
    }
    std::fs::write(format!("{folder}/large.html"), page(&[large])).unwrap();
}
