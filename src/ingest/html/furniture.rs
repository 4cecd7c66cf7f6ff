//! What surrounds an article on its page, by what elements are and by what they are called.
//!
//! An element that holds a good part of the page's text, or the headline, is never furniture, whatever it is called.

use dom_query::{Document, NodeRef};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Elements that are never part of an article.
const ELEMENTS: &str = "script, style, noscript, template, iframe, object, embed, svg, canvas, form, button, input, select, textarea, \
    nav, aside, footer, dialog, menu, audio, video, amp-ad, amp-embed, amp-sidebar, amp-consent, amp-social-share, amp-analytics, amp-iframe";

/// Elements whose role or state says so.
const MARKED: &str = "[role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=search], [role=dialog], \
    [role=alertdialog], [role=menu], [role=toolbar], [hidden], [aria-hidden=true], [aria-modal=true]";

/// An element with this share of the page's prose is not furniture.
const GOOD_PART: f64 = 0.4;

static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    include_str!("furniture.txt")
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
        .collect()
});

/// Takes furniture out of the page.
pub fn remove(page: &Document) {
    page.select(ELEMENTS).remove();
    let whole = prose(&page.root());
    let spared = |node: &NodeRef| whole > 0 && prose(node) as f64 >= GOOD_PART * whole as f64;
    let mut doomed = Vec::new();
    for node in page.select(MARKED).nodes() {
        if !spared(node) {
            doomed.push(*node);
        }
    }
    for node in page.select("[class], [id], [style]").nodes() {
        if is_furniture(node) && !node_holds_headline(node) && !spared(node) {
            doomed.push(*node);
        }
    }
    for node in page.select("body header").nodes() {
        if node.ancestors_it(None).all(|a| !a.has_name("article") && !a.has_name("main"))
            && !node_holds_headline(node)
        {
            doomed.push(*node);
        }
    }
    for node in doomed {
        node.remove_from_parent();
    }
}

/// Length of the text in paragraphs, where prose is; elsewhere lists of links would count.
fn prose(node: &NodeRef) -> usize {
    node.descendants_it().filter(|n| n.has_name("p")).map(|p| p.text().len()).sum()
}

fn node_holds_headline(node: &NodeRef) -> bool {
    node.has_name("h1") || node.descendants_it().any(|n| n.has_name("h1"))
}

fn is_furniture(node: &NodeRef) -> bool {
    if ["html", "body", "main", "article"].iter().any(|name| node.has_name(name)) {
        return false;
    }
    let named =
        |value: Option<String>| value.is_some_and(|v| words(&v).iter().any(|w| WORDS.contains(w.as_str())));
    let style = node.attr("style").map(|s| s.to_ascii_lowercase().replace(' ', "")).unwrap_or_default();
    named(node.class().map(|v| v.to_string()))
        || named(node.id_attr().map(|v| v.to_string()))
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

/// The words of a name: `ad-slot`, `ad_slot` and `adSlot` are `ad` and `slot`; each name also as one word (`adslot`).
fn words(value: &str) -> Vec<String> {
    let mut found = Vec::new();
    for name in value.split_ascii_whitespace() {
        let mut word = String::new();
        let mut lower_before = false;
        for c in name.chars().take(100) {
            if !c.is_alphanumeric() || (c.is_uppercase() && lower_before) {
                found.push(std::mem::take(&mut word));
            }
            if c.is_alphanumeric() {
                word.extend(c.to_lowercase());
            }
            lower_before = c.is_lowercase();
        }
        found.push(word);
        found.push(name.to_lowercase());
        found.push(name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase());
    }
    found.retain(|w| !w.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart_however_they_are_written() {
        for name in ["ad-slot", "adSlot", "top ad_slot", "AD"] {
            assert!(words(name).iter().any(|w| w == "ad"), "{name}: {:?}", words(name));
        }
        for name in ["header-load", "admin", "shadow", "reading"] {
            assert!(words(name).iter().all(|w| w != "ad"), "{name}: {:?}", words(name));
        }
    }

    #[test]
    fn what_holds_the_article_stays_whatever_it_is_called() {
        let html = "<body><div class='widget sidebar'><h1>T</h1><p>One long paragraph of the story itself.</p></div>\
                    <div class='related'><p>Other</p></div></body>";
        let page = Document::from(html);
        remove(&page);
        let text = page.text();
        assert!(text.contains("One long paragraph") && !text.contains("Other"), "{text}");
    }
}
