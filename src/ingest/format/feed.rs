//! RSS and Atom feeds saved to a file: one article an entry.

use super::{Input, Sink, declared, decode, decoded_as};
use crate::ingest::blocks::Text;
use crate::ingest::draft::{Draft, Metadata};
use crate::ingest::html;
use crate::ingest::limits::Limits;
use crate::ingest::xml::{self, Piece};

/// Elements that are an entry.
const ENTRIES: [&str; 2] = ["item", "entry"];

/// What may hold an entry's text, the fullest first.
const TEXTS: [&str; 4] = ["encoded", "content", "description", "summary"];

/// Whether it is XML that begins like a feed.
pub fn begins(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    ["<rss", "<feed", "<rdf:rdf"].iter().any(|tag| head.contains(tag))
        && head.trim_start_matches('\u{feff}').trim_start().starts_with('<')
}

/// Reads one article an entry; entries without text are left out and counted.
pub fn read(input: &Input, bytes: &[u8], sink: &mut Sink) {
    let Some(text) = decoded_as(bytes, declared(bytes).as_deref(), sink) else { return };
    if !begins(text.as_bytes()) {
        let message = "This is XML but no feed (RSS, Atom).";
        return if input.found { sink.note(1, message) } else { sink.fail(message) };
    }
    let mut reader = Reader { left: sink.limits.articles, ..Reader::default() };
    if let Err(reason) = xml::walk(&text, sink.limits, &mut |piece| reader.take(piece)) {
        sink.fail(format!("The feed is damaged. {reason}"));
    }
    let stem = super::super::assemble::stem(input);
    let mut empty = 0;
    for (n, entry) in reader.entries.into_iter().enumerate() {
        match entry.draft(&reader.publisher, &format!("{stem}-{}", n + 1), sink.limits) {
            Ok(draft) if draft.text.trim().is_empty() => empty += 1,
            Ok(draft) => sink.push(draft),
            Err(message) => sink.fail(message),
        }
    }
    if reader.over {
        let limit = sink.limits.articles;
        sink.fail(format!(
            "The feed has more than {limit} entries; the rest is left out. Raise it with --max-articles."
        ));
    }
    if sink.drafts.is_empty() && sink.problems.is_empty() {
        sink.fail("No entry of this feed has a text; there is nothing to compare.");
    } else if empty > 0 {
        sink.note(1, format!("Entries without text were left out: {empty}."));
    }
}

/// The fields of an entry, by element name; the first of a name counts.
#[derive(Default)]
struct Entry {
    fields: Vec<(String, String)>,
}

impl Entry {
    fn get(&self, names: &[&str]) -> Option<String> {
        let field = |name: &&str| self.fields.iter().find(|(n, text)| n == *name && !text.trim().is_empty());
        names.iter().find_map(field).map(|(_, text)| text.trim().to_owned())
    }

    fn draft(&self, publisher: &str, id: &str, limits: Limits) -> Result<Draft, String> {
        let content = self.get(&TEXTS).unwrap_or_default();
        let page = html::page(&format!("<article>{content}</article>"), limits)?;
        let title = self.get(&["title"]);
        let Text { text, tables } = Text { text: page.text, tables: page.tables }.under(title.as_deref());
        let meta = Metadata {
            id: Some(self.get(&["guid", "id"]).unwrap_or_else(|| id.to_owned())),
            title,
            publisher: Some(publisher.trim().to_owned()).filter(|p| !p.is_empty()),
            author: self.get(&["creator", "name", "author"]),
            url: self.get(&["link"]),
            published: self
                .get(&["pubDate", "published", "date", "issued"])
                .or_else(|| self.get(&["updated"])),
            modified: self.get(&["updated", "modified"]),
            ..Metadata::default()
        };
        let sha256 = decode::sha256(content.as_bytes());
        Ok(Draft { meta, text, tables, extraction: "feed", file_line: 1, sha256, ..Draft::default() })
    }
}

/// Collects entries from the pieces of a feed.
#[derive(Default)]
struct Reader {
    entries: Vec<Entry>,
    publisher: String,
    /// Names of the open elements.
    open: Vec<String>,
    inside: bool,
    left: usize,
    over: bool,
}

impl Reader {
    fn take(&mut self, piece: Piece) {
        match piece {
            Piece::Open(name, attributes) => self.enter(name, &attributes),
            Piece::Close(name) => {
                self.open.pop();
                if ENTRIES.contains(&name) {
                    self.inside = false;
                }
            }
            Piece::Text(text) => self.text(text),
        }
    }

    fn enter(&mut self, name: &str, attributes: &[(String, String)]) {
        self.open.push(name.to_owned());
        if ENTRIES.contains(&name) {
            self.over |= self.left == 0;
            self.inside = self.left > 0;
            self.left = self.left.saturating_sub(1);
            if self.inside {
                self.entries.push(Entry::default());
            }
        } else if let Some(entry) = self.entries.last_mut().filter(|_| self.inside) {
            // Atom's links stand in an attribute; only the one to the page itself counts.
            let get = |key: &str| attributes.iter().find(|(k, _)| k == key).map(|(_, v)| v.as_str());
            let own = name == "link" && get("rel").is_none_or(|rel| rel == "alternate");
            let address = get("href").filter(|_| own).unwrap_or_default().to_owned();
            entry.fields.push((name.to_owned(), address));
        }
    }

    fn text(&mut self, text: &str) {
        if self.inside {
            if let Some((_, field)) = self.entries.last_mut().and_then(|e| e.fields.last_mut()) {
                field.push_str(text);
            }
        } else if self.entries.is_empty()
            && self.open.last().is_some_and(|n| n == "title")
            && self.open.len() <= 3
        {
            // The first title is the feed's own; pictures of it may have one further in.
            self.publisher.push_str(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::Limits;

    fn drafts(xml: &str) -> Vec<Draft> {
        let input = Input {
            name: "news.rss".to_owned(),
            path: None,
            file: "news.rss".into(),
            story: None,
            found: false,
        };
        let mut sink = Sink::new("news.rss", Limits::default());
        read(&input, xml.as_bytes(), &mut sink);
        assert!(sink.problems.iter().all(|p| !p.fatal), "{:?}", sink.problems);
        sink.drafts
    }

    #[test]
    fn entries_of_rss_are_articles() {
        let found = drafts(
            "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"c\" xmlns:dc=\"d\"><channel><title>The Gazette</title>\
             <item><title>Bridge &amp; tunnel closed</title><link>https://g.example/1</link><guid>g-1</guid><dc:creator>Ina Holt</dc:creator>\
             <pubDate>Tue, 05 Mar 2024 18:04:00 +0100</pubDate><description>Short.</description>\
             <content:encoded><![CDATA[<p>A barge struck the bridge.</p><p>Repairs cost $12 million.</p>]]></content:encoded></item>\
             <item><title>No text</title></item><item><description>Plain &lt;b&gt;words&lt;/b&gt; only.</description></item></channel></rss>",
        );
        assert_eq!(found.len(), 2);
        assert_eq!(
            found[0].text,
            "Bridge & tunnel closed\n\nA barge struck the bridge.\n\nRepairs cost $12 million.\n"
        );
        let meta = &found[0].meta;
        assert_eq!(
            (meta.id.as_deref(), meta.publisher.as_deref(), meta.author.as_deref()),
            (Some("g-1"), Some("The Gazette"), Some("Ina Holt"))
        );
        assert_eq!(meta.published.as_deref(), Some("Tue, 05 Mar 2024 18:04:00 +0100"));
        assert_eq!(found[1].text, "Plain words only.\n");
    }

    #[test]
    fn entries_of_atom_are_articles() {
        let found = drafts(
            "<feed xmlns=\"a\"><title>Port Watch</title><entry><title>Closed</title><id>tag:1</id><link rel=\"self\" href=\"x\"/>\
             <link href=\"https://p.example/1\"/><published>2024-03-05T18:04:00Z</published><updated>2024-03-06T07:00:00Z</updated>\
             <author><name>Ina Holt</name></author><content type=\"html\">&lt;p&gt;The bridge is closed.&lt;/p&gt;</content></entry></feed>",
        );
        let meta = &found[0].meta;
        assert_eq!(
            (meta.url.as_deref(), meta.author.as_deref()),
            (Some("https://p.example/1"), Some("Ina Holt"))
        );
        assert_eq!(
            (meta.published.as_deref(), meta.modified.as_deref()),
            (Some("2024-03-05T18:04:00Z"), Some("2024-03-06T07:00:00Z"))
        );
        assert_eq!(found[0].text, "Closed\n\nThe bridge is closed.\n");
    }
}
