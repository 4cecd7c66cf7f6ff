//! EPUB: a ZIP package of pages; each page of the reading order that holds prose is one article.

use super::{Input, Sink, decode};
use crate::ingest::assemble;
use crate::ingest::draft::{Draft, Metadata};
use crate::ingest::html::{self, Page};
use crate::ingest::package::Package;
use crate::ingest::xml::{self, Piece};
use std::collections::BTreeMap;

/// Where every package says which part describes it.
const CONTAINER: &str = "META-INF/container.xml";

/// A page with fewer letters is a cover, a title page or a list of contents.
const LEAST: usize = 200;

/// Whether it begins like a package that calls itself one of these.
pub fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") && bytes.get(30..58) == Some(b"mimetypeapplication/epub+zip")
}

/// Reads one article a page.
pub fn read(input: &Input, bytes: &[u8], sink: &mut Sink) {
    if let Err(message) = pages(&assemble::stem(input), bytes, sink) {
        sink.fail(message);
    }
}

fn pages(stem: &str, bytes: &[u8], sink: &mut Sink) -> Result<(), String> {
    let mut package = Package::open(bytes, sink.limits)?;
    let container = package.part(CONTAINER)?;
    let mut root = None;
    walk(&container, sink, &mut |piece| {
        if let Piece::Open("rootfile", attributes) = &piece {
            root = root.take().or_else(|| attribute(attributes, "full-path"));
        }
    })?;
    let root = root.ok_or("This EPUB does not say where its contents are.")?;
    let book = Book::of(&package.part(&root)?, sink)?;
    let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
    let (mut read, mut left_out, mut short, mut left) = (0, 0, Vec::new(), sink.limits.unpacked_bytes);
    for (n, href) in book.spine.iter().enumerate() {
        let page = package.part(&below(folder, href))?;
        left = left
            .checked_sub(page.len() as u64)
            .ok_or("It unpacks to more than --max-unpacked-size allows.")?;
        let page = html::page(&page, sink.limits)?;
        let letters = page.text.chars().filter(|c| c.is_alphabetic()).count();
        let draft = article(format!("{stem}-{}", n + 1), page, &book);
        if letters < LEAST {
            short.extend(Some(draft).filter(|_| letters > 0 && short.len() < sink.limits.articles));
            left_out += 1;
            continue;
        }
        if read == sink.limits.articles {
            return Err(format!(
                "The book has more than {read} pages; the rest is left out. Raise it with --max-articles."
            ));
        }
        read += 1;
        sink.push(draft);
    }
    match (read, left_out) {
        (0, _) if short.is_empty() => Err("This EPUB has no page with an article.".to_owned()),
        // A book of short pages only: they are what there is to read.
        (0, _) => {
            for draft in short {
                sink.push(draft);
            }
            Ok(())
        }
        (_, 0) => Ok(()),
        (_, n) => {
            sink.note(1, format!("Pages without an article, such as covers, were left out: {n}."));
            Ok(())
        }
    }
}

/// A page of the book.
fn article(id: String, page: Page, book: &Book) -> Draft {
    let own = Metadata { id: Some(id), ..page.meta };
    Draft {
        meta: own.or(book.meta.clone()),
        sha256: decode::sha256(page.text.as_bytes()),
        text: page.text,
        tables: page.tables,
        extraction: "epub",
        file_line: 1,
        ..Draft::default()
    }
}

/// What the package says of the book.
#[derive(Default)]
struct Book {
    meta: Metadata,
    /// Addresses of its pages, in reading order.
    spine: Vec<String>,
}

impl Book {
    fn of(description: &str, sink: &Sink) -> Result<Self, String> {
        let (mut book, mut hrefs, mut order) = (Self::default(), BTreeMap::new(), Vec::new());
        let mut open = String::new();
        walk(description, sink, &mut |piece| match piece {
            Piece::Open("item", a) => {
                if let (Some(id), Some(href)) = (attribute(&a, "id"), attribute(&a, "href")) {
                    hrefs.insert(id, href);
                }
            }
            Piece::Open("itemref", a) => order.extend(attribute(&a, "idref")),
            Piece::Open(name, _) => name.clone_into(&mut open),
            Piece::Close(_) => open.clear(),
            Piece::Text(text) if !text.trim().is_empty() => {
                let field = match open.as_str() {
                    "publisher" => &mut book.meta.publisher,
                    "creator" => &mut book.meta.author,
                    "date" => &mut book.meta.published,
                    "language" => &mut book.meta.language,
                    _ => return,
                };
                field.get_or_insert_default().push_str(text.trim());
            }
            Piece::Text(_) => {}
        })?;
        book.spine = order.iter().filter_map(|id| hrefs.get(id).cloned()).collect();
        Ok(book)
    }
}

fn walk(xml: &str, sink: &Sink, visit: &mut dyn FnMut(Piece)) -> Result<(), String> {
    xml::walk(xml, sink.limits, visit).map_err(|e| format!("The book's description is damaged. {e}"))
}

fn attribute(attributes: &[(String, String)], name: &str) -> Option<String> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
}

/// The name of the part at the address `href` relative to `folder`.
fn below(folder: &str, href: &str) -> String {
    let href = href.split('#').next().unwrap_or_default().replace("%20", " ");
    let mut parts: Vec<&str> = folder.split('/').filter(|p| !p.is_empty()).collect();
    for part in href.split('/') {
        match part {
            "." | "" => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::Limits;
    use crate::ingest::package::tests::packed;

    #[test]
    fn each_page_with_prose_is_an_article() {
        let page = |title: &str, text: &str| {
            format!(
                "<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>"
            )
        };
        let long = "A barge loaded with gravel struck the harbour bridge early on Tuesday, and the port was closed. ".repeat(4);
        let book = packed(&[
            ("mimetype", "application/epub+zip"),
            (
                CONTAINER,
                "<container><rootfiles><rootfile full-path=\"OEBPS/content.opf\"/></rootfiles></container>",
            ),
            (
                "OEBPS/content.opf",
                "<package xmlns:dc='d'><metadata><dc:publisher>Gazette</dc:publisher><dc:date>2024-03-05</dc:date></metadata>\
             <manifest><item id='c' href='cover.xhtml'/><item id='b' href='text/b.xhtml'/><item id='a' href='text/a%20one.xhtml#top'/></manifest>\
             <spine><itemref idref='c'/><itemref idref='a'/><itemref idref='b'/></spine></package>",
            ),
            ("OEBPS/cover.xhtml", &page("Cover", "")),
            ("OEBPS/text/a one.xhtml", &page("First", &long)),
            ("OEBPS/text/b.xhtml", &page("Second", &long)),
        ]);
        let mut sink = Sink::new("a.epub", Limits::default());
        pages("a", &book, &mut sink).unwrap();
        let seen: Vec<_> = sink
            .drafts
            .iter()
            .map(|d| (d.meta.id.as_deref(), d.meta.title.as_deref(), d.meta.publisher.as_deref()))
            .collect();
        assert_eq!(
            seen,
            [(Some("a-2"), Some("First"), Some("Gazette")), (Some("a-3"), Some("Second"), Some("Gazette"))]
        );
        assert!(sink.problems[0].message.contains("left out: 1") && !sink.problems[0].fatal);
        assert!(pages("a", &packed(&[("x", "y")]), &mut sink).is_err());
    }

    #[test]
    fn a_book_of_short_pages_only_is_read_all_the_same() {
        let book = packed(&[
            (CONTAINER, "<c><rootfile full-path='p.opf'/></c>"),
            (
                "p.opf",
                "<p><manifest><item id='a' href='a'/><item id='b' href='b'/></manifest><spine><itemref idref='a'/>\
                 <itemref idref='b'/></spine></p>",
            ),
            ("a", "<html><body><article><p>A barge struck the bridge.</p></article></body></html>"),
            ("b", "<html><body></body></html>"),
        ]);
        let mut sink = Sink::new("a.epub", Limits::default());
        pages("a", &book, &mut sink).unwrap();
        assert_eq!(sink.drafts.len(), 1);
        assert!(sink.drafts[0].text.contains("A barge struck the bridge."));
    }
}
