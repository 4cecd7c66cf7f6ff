//! The element that holds the article: the one that says so, else the one `dom_smoothie` finds.

use super::text;
use crate::ingest::blocks::Text;
use dom_query::{Document, NodeRef};
use dom_smoothie::{CandidateSelectMode, Config, Readability};

/// Selectors of elements that say they are the article, the surest first.
const CLAIMANTS: &[&str] = &["[itemprop=articleBody]", "article", "main", "[role=main]"];

/// An element must hold this share of the page's prose to be believed.
const ENOUGH: f64 = 0.6;

/// The text of the article on a page without furniture; all text of the page if no part stands out.
pub fn text(page: &Document) -> Text {
    let root = page.root();
    let whole = weight(&root);
    for selector in CLAIMANTS {
        let selection = page.select(selector);
        let best = selection.nodes().iter().max_by_key(|node| weight(node));
        if let Some(node) = best.filter(|node| whole > 0 && weight(node) as f64 >= ENOUGH * whole as f64) {
            return text::of(node);
        }
    }
    readable(page)
        .filter(|t| !t.text.trim().is_empty())
        .unwrap_or_else(|| text::of(&page.body().unwrap_or(root)))
}

/// Length of the prose in an element: its paragraphs' text outside links.
fn weight(node: &NodeRef) -> usize {
    let prose =
        |n: &NodeRef| n.has_name("p") || n.has_name("li") || n.has_name("td") || n.has_name("blockquote");
    let blocks = node.descendants_it().filter(prose);
    blocks.map(|b| b.text().len().saturating_sub(linked(&b))).sum()
}

/// Length of the text inside links.
fn linked(node: &NodeRef) -> usize {
    node.descendants_it().filter(|n| n.has_name("a")).map(|a| a.text().len()).sum()
}

fn readable(page: &Document) -> Option<Text> {
    let config = Config {
        candidate_select_mode: CandidateSelectMode::DomSmoothie,
        disable_json_ld: true,
        char_threshold: 200,
        ..Config::default()
    };
    let mut readability = Readability::with_document(page.clone(), None, Some(config)).ok()?;
    let found = readability.parse().ok()?;
    let part = Document::fragment(found.content.to_string());
    let part_weight = weight(&part.root());
    // A page without paragraphs, or a hit that lost most of the prose, is better read whole.
    (part_weight * 2 >= weight(&page.root())).then(|| text::of(&part.root()))
}
