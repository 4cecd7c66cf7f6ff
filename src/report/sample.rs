//! A report of a dozen findings about an invented ferry fire, shared by the tests of all formats; and a hostile one.
//!
//! Spans are found by searching the texts, so that every quotation slices to itself by construction.

use crate::model::report::*;
use crate::model::{Severity, Verdict};

const GAZETTE: &str = "Fire on harbour ferry kills 12\n\nTwelve people died when the Marigold burned off Port Ellery on \
Monday night, the coast guard said. The ferry carried 214 passengers and a crew of nine. Rescuers pulled 190 people from \
the water, among them 31 children. Repairs to the pier will cost $4.2 million.\n\nThe Marigold was launched in 1998.\n";
const POST: &str = "Fourteen dead in ferry blaze\n\nAt least 14 people were killed in the fire aboard the Marigold, police \
said on Tuesday. The ship had more than 200 passengers on board. The fire broke out at 9:40 p.m. and was put out after \
three hours. \u{201c}Nobody saw where the smoke came from,\u{201d} said Captain Ines Okafor.\n";
const WIRE: &str = "Port Ellery, Tuesday. Seven boats and two helicopters, ten vessels in all, searched the bay. The blaze \
started at 10:15 p.m. in the engine room. \u{201c}Nobody knew where the smoke came from,\u{201d} Captain Okafor said. The \
ferry, launched in the late 1990s, belongs to Bay Lines of Norway. The pier will be closed until April.\n";
const WEEKLY: &str = "A week later\n\nThe death toll has risen to 15 after a passenger died in hospital on Friday. Bay Lines, \
which serves Norway, Denmark and Iceland, has reopened the pier. About 210 people had bought tickets.\n";

/// The report of four articles: three conflicts, two inconsistencies, and one or more of every other verdict.
pub fn sample_report() -> Report {
    let mut sample = Sample::default();
    sample.source(
        "gazette",
        "articles/gazette.md",
        "Coast Gazette",
        Some("2024-03-05"),
        &["coast guard"],
        GAZETTE,
    );
    sample.source("post", "articles/post.md", "Ellery Post", Some("2024-03-05"), &["police"], POST);
    sample.source("wire", "articles/wire.txt", "", None, &["Northern Wire"], WIRE);
    sample.source(
        "weekly",
        "articles/weekly.md",
        "Harbour Weekly",
        Some("2024-03-12"),
        &["Northern Wire"],
        WEEKLY,
    );

    let dead_12 = sample.quantity(
        "gazette",
        "Twelve people",
        "Marigold",
        "deaths",
        [Some(12.0); 2],
        "exactly",
        "12 people",
    );
    let dead_14 = sample.quantity(
        "post",
        "14 people",
        "Marigold",
        "deaths",
        [Some(14.0), None],
        "at-least",
        "at least 14 people",
    );
    let dead_15 =
        sample.quantity("weekly", "15", "Marigold", "deaths", [Some(15.0); 2], "exactly", "15 people");
    let aboard_214 = sample.quantity(
        "gazette",
        "214 passengers",
        "Marigold",
        "passengers",
        [Some(214.0); 2],
        "exactly",
        "214 passengers",
    );
    let aboard_200 = sample.quantity(
        "post",
        "200 passengers",
        "Marigold",
        "passengers",
        [Some(200.0), None],
        "more-than",
        "> 200 passengers",
    );
    let tickets = sample.quantity(
        "weekly",
        "210 people",
        "Marigold",
        "passengers",
        [Some(189.0), Some(231.0)],
        "about",
        "about 210",
    );
    let pulled = sample.quantity(
        "gazette",
        "190 people",
        "rescuers",
        "people rescued",
        [Some(190.0); 2],
        "exactly",
        "190 people",
    );
    let boats =
        sample.quantity("wire", "Seven boats", "search", "boats", [Some(7.0); 2], "exactly", "7 boats");
    let helicopters = sample.quantity(
        "wire",
        "two helicopters",
        "search",
        "helicopters",
        [Some(2.0); 2],
        "exactly",
        "2 helicopters",
    );
    let vessels =
        sample.quantity("wire", "ten vessels", "search", "vessels", [Some(10.0); 2], "exactly", "10 vessels");
    let at_940 = sample.time("post", "9:40 p.m.", "fire", "start", ["2024-03-04T21:40", "2024-03-04T21:41"]);
    let at_1015 =
        sample.time("wire", "10:15 p.m.", "fire", "start", ["2024-03-04T22:15", "2024-03-04T22:16"]);
    let in_1998 = sample.time("gazette", "in 1998", "Marigold", "launch", ["1998", "1999"]);
    let late_90s = sample.time("wire", "in the late 1990s", "Marigold", "launch", ["1995/2000", "2000"]);
    let saw = sample.words("post", "Nobody saw where the smoke came from,");
    let knew = sample.words("wire", "Nobody knew where the smoke came from,");
    let norway = sample.items("wire", "Norway", "Bay Lines", "country", &["Norway"], true);
    let three = sample.items(
        "weekly",
        "Norway, Denmark and Iceland",
        "Bay Lines",
        "country",
        &["Norway", "Denmark", "Iceland"],
        true,
    );
    let closed = sample.status("wire", "pier will be closed until April", "close", "pier");
    let reopened = sample.status("weekly", "has reopened the pier", "reopen", "pier");

    sample.finding(Verdict::Conflict, "count-differs", "Marigold: deaths", &[&[&dead_12], &[&dead_14]], 2);
    sample.finding(Verdict::Conflict, "time-differs", "Fire: start", &[&[&at_940], &[&at_1015]], 2);
    sample.finding(
        Verdict::Conflict,
        "quotation-differs",
        "Captain Ines Okafor: words",
        &[&[&saw], &[&knew]],
        1,
    );
    sample.finding(
        Verdict::Inconsistent,
        "sum-differs",
        "Search: vessels",
        &[&[&vessels], &[&boats, &helicopters]],
        1,
    );
    sample.finding(
        Verdict::Unclear,
        "count-differs",
        "Marigold: people rescued",
        &[&[&pulled], &[&tickets]],
        2,
    );
    sample.finding(Verdict::Changed, "count-differs", "Marigold: deaths", &[&[&dead_12], &[&dead_15]], 2);
    sample.finding(Verdict::Changed, "status-differs", "Pier: open", &[&[&closed], &[&reopened]], 1);
    sample.finding(
        Verdict::Compatible,
        "count-differs",
        "Marigold: passengers",
        &[&[&aboard_214], &[&aboard_200], &[&tickets]],
        3,
    );
    sample.finding(Verdict::Compatible, "date-differs", "Marigold: launch", &[&[&in_1998], &[&late_90s]], 2);
    sample.finding(Verdict::Compatible, "list-differs", "Bay Lines: country", &[&[&norway], &[&three]], 1);
    sample.finding(
        Verdict::Agree,
        "count-differs",
        "Marigold: passengers",
        &[&[&aboard_214, &aboard_200]],
        2,
    );
    sample.finding(Verdict::Conflict, "count-differs", "Marigold: crew", &[&[&boats], &[&dead_15]], 2);
    sample.findings.last_mut().unwrap().ignored = Some("The weekly counts the pilot as crew.".into());
    sample.report()
}

/// The same report with texts, titles, names and paths that try to be markup, script, commands and terminal codes.
pub fn hostile_report() -> Report {
    const EVIL: &str = "</script><script>alert(1)</script>\" onload='x' ]]> --> \u{1b}[31m \u{202e} | `a` ::error::%0A =1+1 \0 \n# h";
    let mut report = sample_report();
    for source in &mut report.sources {
        source.title = Some(EVIL.into());
        source.publisher = Some(EVIL.into());
        source.path = Some(format!("a b/{EVIL}.md"));
        source.url = Some(format!("javascript:alert(1)//{EVIL}"));
        source.text = format!("{EVIL}\n{}", source.text.replace("people", EVIL));
    }
    for claim in &mut report.claims {
        // The spans no longer fit their texts: a format must survive that too.
        claim.quote = EVIL.into();
        claim.subject = Some(EVIL.into());
    }
    for finding in &mut report.findings {
        finding.question = EVIL.into();
        finding.summary = EVIL.into();
        finding.reasons = vec![EVIL.into()];
        for value in &mut finding.values {
            value.display = EVIL.into();
        }
    }
    report.problems.push(ProblemRecord { source: EVIL.into(), message: EVIL.into(), fatal: true });
    report
}

#[derive(Default)]
struct Sample {
    sources: Vec<SourceRecord>,
    claims: Vec<ClaimRecord>,
    findings: Vec<FindingRecord>,
}

impl Sample {
    fn source(
        &mut self,
        id: &str,
        path: &str,
        publisher: &str,
        date: Option<&str>,
        origins: &[&str],
        text: &str,
    ) {
        let basis = if date.is_some() { "given" } else { "unknown" };
        self.sources.push(SourceRecord {
            id: id.into(),
            path: Some(path.into()),
            title: text.lines().next().map(str::to_owned),
            publisher: (!publisher.is_empty()).then(|| publisher.to_owned()),
            url: Some(format!("https://example.org/{id}")),
            published: PublishedRecord { date: date.map(str::to_owned), basis, reason: None },
            origins: origins.iter().map(|&o| o.to_owned()).collect(),
            sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855".into(),
            extraction: "text",
            claims: 0,
            text: text.into(),
            line_offset: 0,
        });
    }

    fn claim(
        &mut self,
        source: &str,
        quote: &str,
        about: [&str; 2],
        kind: &'static str,
        value: ValueRecord,
    ) -> String {
        let record = self.sources.iter_mut().find(|s| s.id == source).expect("a source of the sample");
        let text = &record.text;
        let byte = text.find(quote).unwrap_or_else(|| panic!("`{quote}` is not in {source}"));
        let point = |byte: usize| text[..byte].chars().count();
        let line_start = text[..byte].rfind('\n').map_or(0, |n| n + 1);
        let sentence_start = text[..byte].rfind(['.', '\n']).map_or(0, |n| n + 1);
        let sentence_start =
            sentence_start + text[sentence_start..].len() - text[sentence_start..].trim_start().len();
        let after = byte + quote.len();
        let sentence_end = text[after..]
            .find(". ")
            .or_else(|| text[after..].find('\n'))
            .map_or(text.len(), |n| after + n + 1);
        let span = SpanRecord {
            start: point(byte),
            end: point(after),
            line: text[..byte].matches('\n').count() + 1,
            column: text[line_start..byte].chars().count() + 1,
        };
        let sentence = RangeRecord { start: point(sentence_start), end: point(sentence_end) };
        record.claims += 1;
        let id = format!("{source}#{}", record.claims);
        self.claims.push(ClaimRecord {
            id: id.clone(),
            source: source.into(),
            span,
            quote: quote.into(),
            sentence,
            subject: Some(about[0].into()),
            attribute: about[1].into(),
            kind,
            value,
            when: Some(WhenRecord { date: "2024-03-04".into(), basis: "stated" }),
            places: vec!["Port Ellery".into()],
            status: "actual",
            attributed_to: None,
            via: None,
            confidence: 0.9,
        });
        id
    }

    #[expect(clippy::too_many_arguments, reason = "one row of a table of claims")]
    fn quantity(
        &mut self,
        source: &str,
        quote: &str,
        subject: &str,
        attribute: &str,
        [low, high]: [Option<f64>; 2],
        bound: &'static str,
        display: &str,
    ) -> String {
        let value = ValueRecord::Quantity {
            low,
            high,
            unit: Some("person".into()),
            bound,
            possible: [low, high],
            display: display.into(),
        };
        self.claim(source, quote, [subject, attribute], "count", value)
    }

    fn time(
        &mut self,
        source: &str,
        quote: &str,
        subject: &str,
        attribute: &str,
        [date, end]: [&str; 2],
    ) -> String {
        let start = date.split('/').next().map(str::to_owned);
        let value = ValueRecord::Time {
            date: date.into(),
            start,
            end: Some(end.into()),
            display: quote.replace("in ", ""),
        };
        self.claim(source, quote, [subject, attribute], if date.len() > 10 { "time" } else { "date" }, value)
    }

    fn words(&mut self, source: &str, quote: &str) -> String {
        let value = ValueRecord::Text { text: quote.into(), display: format!("\u{201c}{quote}\u{201d}") };
        self.claim(source, quote, ["Captain Ines Okafor", "words"], "quotation", value)
    }

    fn items(
        &mut self,
        source: &str,
        quote: &str,
        subject: &str,
        attribute: &str,
        items: &[&str],
        complete: bool,
    ) -> String {
        let items: Vec<String> = items.iter().map(|&i| i.to_owned()).collect();
        let display = items.join(", ");
        self.claim(
            source,
            quote,
            [subject, attribute],
            "list",
            ValueRecord::Items { items, complete, display },
        )
    }

    fn status(&mut self, source: &str, quote: &str, predicate: &str, object: &str) -> String {
        let arguments = [("object".to_owned(), object.to_owned())].into();
        let display = format!("{predicate} {object}");
        let value =
            ValueRecord::Predicate { predicate: predicate.into(), negated: false, arguments, display };
        self.claim(source, quote, [object, "open"], "status", value)
    }

    fn finding(
        &mut self,
        verdict: Verdict,
        rule: &'static str,
        question: &str,
        groups: &[&[&String]],
        origins: usize,
    ) {
        let find = |id: &str| self.claims.iter().find(|c| c.id == id).expect("a claim of the sample");
        let values: Vec<ValueGroup> = groups
            .iter()
            .map(|ids| ValueGroup {
                display: ids.iter().map(|id| find(id).value.display()).collect::<Vec<_>>().join(" + "),
                claims: ids.iter().map(|&id| id.clone()).collect(),
                sources: ids.iter().map(|id| find(id).source.clone()).collect(),
            })
            .collect();
        let mut outlets: Vec<_> = values.iter().flat_map(|v| v.sources.clone()).collect();
        outlets.sort();
        outlets.dedup();
        let claims: Vec<String> = values.iter().flat_map(|v| v.claims.clone()).collect();
        let severity = match verdict {
            Verdict::Conflict => Severity::Error,
            Verdict::Inconsistent | Verdict::Unclear => Severity::Warning,
            _ => Severity::Note,
        };
        let shown: Vec<_> = values.iter().map(|v| v.display.clone()).collect();
        let kind = find(&claims[0]).kind;
        self.findings.push(FindingRecord {
            id: format!("{:016x}", 0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(self.findings.len() as u64 + 1)),
            verdict: verdict.as_str(),
            rule,
            severity,
            question: question.into(),
            kind,
            summary: format!(
                "The sources answer \u{201c}{question}\u{201d} with {}.",
                shown.join(" and with ")
            ),
            reasons: vec![
                "Subject, attribute and place are the same.".into(),
                format!("Read as {}.", shown.join("; ")),
                format!(
                    "Compared as sets, the values give the verdict \u{201c}{}\u{201d}.",
                    verdict.as_str()
                ),
            ],
            claims,
            values,
            outlets: outlets.len(),
            origins,
            confidence: 0.9,
            ignored: None,
            decision: None,
        });
    }

    fn report(self) -> Report {
        let count = |v: Verdict| {
            self.findings.iter().filter(|f| f.ignored.is_none() && f.verdict == v.as_str()).count()
        };
        let summary = Summary {
            agree: count(Verdict::Agree),
            compatible: count(Verdict::Compatible),
            changed: count(Verdict::Changed),
            conflict: count(Verdict::Conflict),
            inconsistent: count(Verdict::Inconsistent),
            unclear: count(Verdict::Unclear),
            ignored: self.findings.iter().filter(|f| f.ignored.is_some()).count(),
        };
        Report {
            schema_version: SCHEMA_VERSION,
            tool: Tool { name: "claimdiff", version: "0.0.0-test" },
            story: Some("ferry-fire".into()),
            sources: self.sources,
            claims: self.claims,
            findings: self.findings,
            summary,
            coverage: Coverage {
                articles: 4,
                mentions: 27,
                mentions_in_claims: 22,
                not_understood: 2,
                claims: 20,
                claims_joined: 18,
                pairs_compared: 61,
                furniture: 3,
            },
            problems: vec![ProblemRecord {
                fatal: true,
                source: "articles/broken.txt".into(),
                message: "The file is not UTF-8 (byte 0xff at offset 12); save it as UTF-8 and run again."
                    .into(),
            }],
        }
    }
}

/// The rules of the sample.
pub fn rules() -> &'static [crate::model::RuleInfo] {
    &[crate::model::RuleInfo {
        id: "count-differs",
        summary: "Two articles count the same things differently.",
        why: "A number that is wrong in one article is wrong for its readers.",
        verdict: Verdict::Conflict,
        severity: Severity::Error,
        agree: &["Twelve people died.", "12 died."],
        conflict: &["Twelve people died.", "Fourteen people died."],
    }]
}
