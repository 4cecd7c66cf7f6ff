//! What is measured: the sample story of the repository, and texts made here.

#![allow(dead_code, reason = "each bench takes what it measures")]

use claimdiff::model::{Article, Basis, Span, TimeValue};
use std::fmt::Write;

/// Articles of the synthetic story.
const ARTICLES: usize = 40;
/// Bytes of each.
const ARTICLE_BYTES: usize = 50_000;

/// The story called `name`.
pub fn articles(name: &str) -> Vec<Article> {
    if name == "sample" { sample() } else { synthetic(ARTICLES, ARTICLE_BYTES) }
}

/// The story of the repository, without its front matter but for the date.
fn sample() -> Vec<Article> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/sources/alibaba-cloud");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        let (front, body) = text.trim_start_matches("---\n").split_once("---\n").unwrap();
        let date = front.lines().find_map(|l| l.strip_prefix("published: ")).unwrap();
        article(path.file_stem().unwrap().to_str().unwrap(), body.to_owned(), date)
    };
    paths.iter().map(read).collect()
}

/// Articles about many accidents, each told by several articles with figures that agree, are rounded, rise or differ.
pub fn synthetic(count: usize, bytes: usize) -> Vec<Article> {
    const PLACES: [&str; 8] =
        ["Hollin", "Brenner", "Marlow", "Cape Orne", "Eastmouth", "Gdansk", "Port Sorrel", "Alder Creek"];
    const EVENTS: [&str; 6] =
        ["ferry accident", "mill explosion", "derailment", "flood", "bridge collapse", "fire"];
    const NAMES: [&str; 6] =
        ["Ruth Amsel", "Jon Halden", "Mira Tarrant", "Paul Kestrel", "Ines Lombard", "Tom Delphine"];
    let story = |n: usize| {
        let mut text = String::with_capacity(bytes + 1000);
        let mut i = n;
        while text.len() < bytes {
            let (place, event, name) = (PLACES[i % 8], EVENTS[i / 8 % 6], NAMES[i % 6]);
            let (dead, cost, share) = (3 + i * 7 % 90 + n % 2, 1 + i * 13 % 70, i * 17 % 95 + 1);
            writeln!(
                text,
                "The {event} at {place} killed {dead} people on {} March 2019 and injured more than {}, said {name}, \
                 the mayor of {place}. Repairs will cost about ${cost}.{} million, {share} percent more than planned, \
                 and take {} months.\n\n\"We will rebuild {place} within {} years,\" {name} told reporters. Some {},000 \
                 people live within 25 miles (40 km) of the place, where the Brenner Works employs {} workers.\n",
                1 + i % 28,
                dead * 3,
                n % 10,
                2 + i % 11,
                2 + i % 5,
                1 + i % 40,
                100 + i % 900,
            )
            .unwrap();
            i += 1;
        }
        article(&format!("article-{n:05}"), text, &format!("2019-04-{:02}", 1 + n % 28))
    };
    (0..count).map(story).collect()
}

/// Many short articles about one accident, whose figures are of a few values or of many.
pub fn story(count: usize) -> Vec<Article> {
    let told = |n: usize| {
        let dead = [41, 41, 41, 42, 43, 47][n * 7 % 6];
        let text = format!(
            "Ferry accident kills {dead} people in Hollin\n\nThe ferry accident at Hollin killed {dead} people on 4 March \
             2019 and injured more than {}, said the mayor, Ruth Amsel.\n\nRepairs will cost about ${} million, {} percent \
             more than planned, and take {} months. \"We will rebuild the harbour within {} years,\" Amsel told \
             reporters.\n\nSome {},000 people live within 25 miles (40 km) of the harbour, where the Brenner Works employs \
             {} workers. The ship carried {} passengers.\n",
            90 + n % 5,
            12 + n % 4,
            5 + n * 13 % 35,
            2 + n % 7,
            2 + n % 2,
            3 + n % 6,
            100 + n * 31 % 800,
            200 + n % 60,
        );
        article(&format!("article-{n:05}"), text, &format!("2019-03-{:02}", 5 + n % 20))
    };
    (0..count).map(told).collect()
}

/// What no writer writes, `bytes` long: the same piece over and over.
pub fn hostile(name: &str, bytes: usize) -> Vec<Article> {
    let piece = HOSTILE.iter().find(|(n, _)| *n == name).unwrap().1;
    vec![article(name, piece.repeat(bytes / piece.len()), "2019-03-05")]
}

/// Names of the hostile texts, and the piece that each repeats.
pub const HOSTILE: [(&str, &str); 26] = [
    ("commas", "1,"),
    ("digits", "7"),
    ("millions", "million "),
    ("hyphens", "a-"),
    ("quotes", "\" "),
    ("brackets", "("),
    ("opened", "[a(b \u{201c}"),
    ("said", "said "),
    ("company", "the company "),
    ("capitals", "Norvik "),
    ("ordinals", "first second "),
    ("sums", "$5-"),
    ("inches", "5\" "),
    ("choices", "5 or "),
    ("feet", "7 ft, "),
    ("fractions", "1/2 "),
    ("hedges", "more than "),
    ("hundreds", "two hundred and "),
    ("decades", "1990s "),
    ("halves", "half past "),
    ("mays", "May "),
    ("ordinal-days", "the first Monday of "),
    ("ranges", "from 2012 to "),
    ("weekdays", "Monday, "),
    ("weeks-before", "two weeks before "),
    ("sentences", "Norvik Corp said 5 people died in Oslo on March 3. "),
];

/// An article of 2019.
pub fn article(id: &str, text: String, date: &str) -> Article {
    let body = Span::new(0, text.len());
    let mut article = Article { id: id.into(), text, body, file_line: 1, ..Article::default() };
    article.published.date = TimeValue::from_iso(date);
    article.published.basis = Basis::Given;
    article
}
