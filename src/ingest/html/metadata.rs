//! What a page says of itself: linked data first, then `<meta>` tags, then elements that say what they are.

use super::json_ld;
use crate::ingest::draft::Metadata;
use dom_query::Document;

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// The article's metadata.
    pub meta: Metadata,
    /// The whole text, where linked data give it.
    pub article_body: Option<String>,
}

/// `<meta>` tags by what they mean, the best first; each is tried as `property`, `name` and `itemprop`.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "datePublished",
    "og:published_time",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "DC.date.issued",
    "citation_publication_date",
];
const MODIFIED: &[&str] = &[
    "article:modified_time",
    "dateModified",
    "og:updated_time",
    "lastmod",
    "last-modified",
    "dcterms.modified",
];
const TITLES: &[&str] =
    &["og:title", "twitter:title", "headline", "dc.title", "sailthru.title", "parsely-title"];
const PUBLISHERS: &[&str] = &[
    "og:site_name",
    "publisher",
    "dc.publisher",
    "application-name",
    "apple-mobile-web-app-title",
    "copyright",
];
const AUTHORS: &[&str] =
    &["author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator"];

/// Selectors of elements that carry the date when `<meta>` tags don't.
const TIMES: &[&str] = &[
    "time[itemprop=datePublished]",
    "time[pubdate]",
    "article header time[datetime]",
    "article time[datetime]",
    "main time[datetime]",
    "time[datetime]",
];

/// Reads the metadata of a page that still has its scripts.
pub fn of(page: &Document) -> Found {
    let scripts: Vec<String> =
        page.select("script[type='application/ld+json']").iter().map(|s| s.text().to_string()).collect();
    let linked = json_ld::article(&scripts).unwrap_or_default();
    let own = linked.meta;
    let meta = Metadata {
        title: own.title.or_else(|| title(page)),
        publisher: own.publisher.or_else(|| tagged(page, PUBLISHERS)),
        author: own.author.or_else(|| tagged(page, AUTHORS).filter(|a| !a.starts_with("http"))),
        url: attribute(page, "link[rel=canonical]", "href").or(own.url).or_else(|| tagged(page, &["og:url"])),
        published: own.published.or_else(|| tagged(page, PUBLISHED)).or_else(|| time(page)),
        modified: own.modified.or_else(|| tagged(page, MODIFIED)),
        language: attribute(page, "html[lang]", "lang")
            .or(own.language)
            .or_else(|| tagged(page, &["og:locale"])),
        ..Metadata::default()
    };
    Found { meta, article_body: linked.article_body }
}

/// The content of the first of these tags that is there and not empty.
fn tagged(page: &Document, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        ["property", "name", "itemprop"]
            .iter()
            .find_map(|key| attribute(page, &format!("meta[{key}='{name}']"), "content"))
    })
}

fn attribute(page: &Document, selector: &str, name: &str) -> Option<String> {
    let value = page.select(selector).iter().find_map(|e| e.attr(name))?;
    filled(&value)
}

/// The headline: of the tags, else the only `<h1>`, else the page's title without the site's name behind it.
fn title(page: &Document) -> Option<String> {
    let tagged = tagged(page, TITLES);
    let headings = page.select("h1");
    let heading = (headings.length() == 1).then(|| headings.text()).and_then(|t| filled(&t));
    let of_page = || filled(&page.select("head title").text()).map(|t| without_site(&t));
    // A tag may carry the site's name as well; then the heading is the headline.
    match (tagged, heading) {
        (Some(tag), Some(heading)) if tag.starts_with(&heading) => Some(heading),
        (Some(tag), _) => Some(tag),
        (None, heading) => heading.or_else(of_page),
    }
}

fn without_site(title: &str) -> String {
    let cut = [" | ", " — ", " – ", " - ", " :: "].iter().find_map(|sep| title.rsplit_once(sep));
    cut.filter(|(head, site)| head.len() > site.len())
        .map_or_else(|| title.to_owned(), |(head, _)| head.trim().to_owned())
}

fn time(page: &Document) -> Option<String> {
    TIMES.iter().find_map(|selector| attribute(page, selector, "datetime"))
}

/// Text on one line; `None` if there is none.
fn filled(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}
