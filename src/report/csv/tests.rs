use super::super::sample::{hostile_report, sample_report};
use super::*;

fn rows(
    write: fn(&[Report], &mut dyn Write) -> io::Result<()>,
    name: &str,
    reports: &[Report],
) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    write(reports, &mut out).unwrap();
    if let Ok(folder) = std::env::var("CLAIMDIFF_SAMPLES") {
        std::fs::write(format!("{folder}/{name}-{}.csv", reports.len()), &out).unwrap();
        std::fs::write(format!("{folder}/findings.schema.json"), findings_schema().to_string()).unwrap();
        std::fs::write(format!("{folder}/claims.schema.json"), claims_schema().to_string()).unwrap();
    }
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_slice());
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn findings_have_a_row_a_claim() {
    let report = sample_report();
    let claims: usize = report.findings.iter().map(|f| f.claims.len()).sum();
    let rows = rows(write_findings, "findings", &[report]);
    assert_eq!(rows.len(), claims + 1);
    assert_eq!(
        rows[1][11..],
        [
            "12 people",
            "gazette#1",
            "gazette",
            "Coast Gazette",
            "2024-03-05",
            "articles/gazette.md",
            "3",
            "1",
            "Twelve people"
        ]
    );
}

#[test]
fn headers_and_schemas_are_the_same_columns() {
    for (rows, schema) in [
        (rows(write_findings, "findings", &[sample_report()]), findings_schema()),
        (rows(write_claims, "claims", &[sample_report()]), claims_schema()),
    ] {
        let names: Vec<_> =
            schema["fields"].as_array().unwrap().iter().map(|f| f["name"].as_str().unwrap()).collect();
        assert_eq!(rows[0], names);
        assert!(rows.iter().all(|r| r.len() == names.len()));
    }
}

#[test]
fn no_cell_is_a_formula() {
    let mut report = hostile_report();
    report.claims[0].quote = "=HYPERLINK(\"http://a.org\")".into();
    report.claims[1].quote = "@SUM(1)".into();
    for rows in [
        rows(write_findings, "findings", &[report.clone(), report.clone()]),
        rows(write_claims, "claims", &[report.clone(), report]),
    ] {
        assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '@', '+'])));
    }
}
