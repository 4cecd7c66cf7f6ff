//! Any text is cut, annotated, read and compared without a panic, and every claim is where it says.

#![no_main]

use claimdiff::model::Article;
use claimdiff::rules::Rules;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (first, second) = text.split_once("\n===\n").unwrap_or((text, ""));
    let article = |id: &str, text: &str| Article { id: id.to_owned(), text: text.to_owned(), ..Article::default() };
    let report = claimdiff::reconcile(None, vec![article("a", first), article("b", second)], Rules::shipped());
    for claim in &report.claims {
        let text = if claim.source == "a" { first } else { second };
        let quote: String = text.chars().skip(claim.span.start).take(claim.span.end - claim.span.start).collect();
        assert_eq!(quote, claim.quote);
    }
});
