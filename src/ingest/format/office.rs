//! Documents of word processors: DOCX (Office Open XML) and ODT (`OpenDocument`).
//!
//! Both are packages of XML in which paragraphs, list items and table rows are marked; only the names differ. What was
//! deleted with changes tracked, comments and field codes are left out. The date a file was made says nothing about when the
//! article was published and is not used.

use super::{Input, Sink, decode};
use crate::ingest::blocks::{Blocks, Kind};
use crate::ingest::draft::{Draft, Metadata};
use crate::ingest::limits::Limits;
use crate::ingest::package::Package;
use crate::ingest::xml::{self, Piece};

/// The names of one kind of document.
struct Dialect {
    extraction: &'static str,
    /// Parts with the text and with the metadata.
    content: &'static str,
    about: &'static str,
    /// Elements that are a paragraph, an item, a row, a cell.
    paragraphs: &'static [&'static str],
    item: &'static str,
    row: &'static str,
    cell: &'static str,
    /// The element that holds text, where not all text counts.
    run: Option<&'static str>,
    /// Elements that stand for a space or a new line.
    spaces: &'static [&'static str],
    breaks: &'static [&'static str],
    /// Elements whose content is not part of the text.
    skipped: &'static [&'static str],
}

static DIALECTS: [Dialect; 2] = [
    Dialect {
        extraction: "docx",
        content: "word/document.xml",
        about: "docProps/core.xml",
        paragraphs: &["p"],
        item: "numPr",
        row: "tr",
        cell: "tc",
        run: Some("t"),
        spaces: &["tab", "noBreakHyphen"],
        breaks: &["br", "cr"],
        skipped: &["del", "moveFrom", "instrText", "delText", "Fallback"],
    },
    Dialect {
        extraction: "odt",
        content: "content.xml",
        about: "meta.xml",
        paragraphs: &["p", "h"],
        item: "list-item",
        row: "table-row",
        cell: "table-cell",
        run: None,
        spaces: &["s", "tab"],
        breaks: &["line-break"],
        skipped: &[
            "tracked-changes",
            "annotation",
            "note",
            "sequence-decls",
            "automatic-styles",
            "font-face-decls",
            "scripts",
        ],
    },
];

/// Whether it begins like a package.
pub fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Reads one article.
pub fn read(_: &Input, bytes: &[u8], sink: &mut Sink) {
    match document(bytes, sink) {
        Ok(draft) => sink.push(draft),
        Err(message) => sink.fail(message),
    }
}

fn document(bytes: &[u8], sink: &Sink) -> Result<Draft, String> {
    let mut package = Package::open(bytes, sink.limits)?;
    let dialect = DIALECTS.iter().find(|d| package.has(d.content));
    let dialect =
        dialect.ok_or("This package is neither DOCX nor ODT; convert it to one of them or to text.")?;
    let content = package.part(dialect.content)?;
    let mut reader = Reader::new(dialect, sink.limits.article_bytes);
    xml::walk(&content, sink.limits, &mut |piece| reader.take(&piece))
        .map_err(|e| format!("The document is damaged. {e}"))?;
    let meta = package.part(dialect.about).map(|part| metadata(&part, sink.limits)).unwrap_or_default();
    let text = reader.blocks.finish();
    Ok(Draft {
        meta,
        text: text.text,
        tables: text.tables,
        extraction: dialect.extraction,
        file_line: 1,
        sha256: decode::sha256(bytes),
        ..Draft::default()
    })
}

/// Title and author of the document's own metadata.
fn metadata(part: &str, limits: Limits) -> Metadata {
    let (mut meta, mut open) = (Metadata::default(), String::new());
    let _ = xml::walk(part, limits, &mut |piece| match piece {
        Piece::Open(name, _) => name.clone_into(&mut open),
        Piece::Close(_) => open.clear(),
        Piece::Text(text) => {
            let field = match open.as_str() {
                "title" => &mut meta.title,
                "creator" => &mut meta.author,
                "language" => &mut meta.language,
                _ => return,
            };
            field.get_or_insert_default().push_str(text);
        }
    });
    meta
}

/// Collects blocks from the pieces of a document.
struct Reader {
    dialect: &'static Dialect,
    limit: usize,
    blocks: Blocks,
    text: String,
    kind: Kind,
    /// Nested elements that are skipped, runs, items and rows open.
    skipping: usize,
    runs: usize,
    items: usize,
    rows: usize,
    cells: Vec<String>,
}

impl Reader {
    fn new(dialect: &'static Dialect, limit: usize) -> Self {
        Self {
            dialect,
            limit,
            blocks: Blocks::default(),
            text: String::new(),
            kind: Kind::Prose,
            skipping: 0,
            runs: 0,
            items: 0,
            rows: 0,
            cells: Vec::new(),
        }
    }

    fn take(&mut self, piece: &Piece) {
        // One byte over the limit is enough for the sink to refuse the article.
        if self.blocks.len() > self.limit {
            return;
        }
        let skipped = |name: &str| self.dialect.skipped.contains(&name);
        match piece {
            Piece::Open(name, _) if skipped(name) => self.skipping += 1,
            Piece::Close(name) if skipped(name) => self.skipping = self.skipping.saturating_sub(1),
            _ if self.skipping > 0 => {}
            Piece::Open(name, _) => self.open(name),
            Piece::Close(name) => self.close(name),
            Piece::Text(text) if self.dialect.run.is_none() || self.runs > 0 => self.text.push_str(text),
            Piece::Text(_) => {}
        }
    }

    fn open(&mut self, name: &str) {
        let d = self.dialect;
        if d.run == Some(name) {
            self.runs += 1;
        } else if d.spaces.contains(&name) {
            self.text.push(' ');
        } else if d.breaks.contains(&name) {
            self.text.push('\n');
        } else if name == d.item {
            self.items += 1;
            self.kind = Kind::Item;
        } else if name == d.row {
            self.rows += 1;
        } else if d.paragraphs.contains(&name) && self.rows == 0 {
            self.kind = if self.items > 0 { Kind::Item } else { Kind::Prose };
            self.text.clear();
        }
    }

    fn close(&mut self, name: &str) {
        let d = self.dialect;
        if d.run == Some(name) {
            self.runs = self.runs.saturating_sub(1);
        } else if name == d.item {
            self.items = self.items.saturating_sub(1);
        } else if name == d.cell && self.rows == 1 {
            self.cells.push(std::mem::take(&mut self.text));
        } else if name == d.row {
            self.rows = self.rows.saturating_sub(1);
            if self.rows == 0 {
                self.blocks.row(&std::mem::take(&mut self.cells), false);
            }
        } else if d.paragraphs.contains(&name) && self.rows > 0 {
            // Paragraphs of a cell stay in its line.
            self.text.push(' ');
        } else if d.paragraphs.contains(&name) {
            self.blocks.put(&std::mem::take(&mut self.text), self.kind);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::Limits;
    use crate::ingest::package::tests::packed;

    fn read_all(bytes: &[u8], limits: Limits) -> Result<Draft, String> {
        let sink = Sink::new("a", limits);
        document(bytes, &sink)
    }

    const DOCX: &str = r#"<w:document xmlns:w="w"><w:body>
        <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Bridge </w:t></w:r><w:r><w:t>closed</w:t></w:r></w:p>
        <w:p><w:r><w:t xml:space="preserve">It cost </w:t></w:r><w:del><w:r><w:delText>$11</w:delText></w:r></w:del><w:ins><w:r><w:t>$12 million &amp; more.</w:t></w:r></w:ins></w:p>
        <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Two</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Company</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Share</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:p><w:r><w:t>Acme</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p><w:p><w:r><w:t>percent</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:p><w:r><w:t>End.</w:t><w:br/><w:t>Really.</w:t></w:r></w:p></w:body></w:document>"#;

    const ODT: &str = r#"<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="tb"><office:body><office:text>
        <text:h>Bridge <text:span>closed</text:span></text:h>
        <text:p>It cost<text:s/>$12 million &amp; more.<office:annotation><text:p>Check!</text:p></office:annotation></text:p>
        <text:list><text:list-item><text:p>One</text:p></text:list-item><text:list-item><text:p>Two</text:p></text:list-item></text:list>
        <table:table><table:table-row><table:table-cell><text:p>Company</text:p></table:table-cell><table:table-cell><text:p>Share</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell><text:p>Acme</text:p></table:table-cell><table:table-cell><text:p>12</text:p><text:p>percent</text:p></table:table-cell></table:table-row></table:table>
        <text:p>End.<text:line-break/>Really.</text:p></office:text></office:body></office:document-content>"#;

    const TEXT: &str = "Bridge closed\n\nIt cost $12 million & more.\n\n- One\n- Two\n\nCompany | Share\nAcme | 12 percent\n\nEnd.\nReally.\n";

    #[test]
    fn both_kinds_of_document_give_the_same_text() {
        let about = "<m><dc:title xmlns:dc='d'>Bridge &amp; port</dc:title><dc:creator xmlns:dc='d'>Ina Holt</dc:creator></m>";
        let docx = packed(&[("word/document.xml", DOCX), ("docProps/core.xml", about)]);
        let odt = packed(&[("content.xml", ODT), ("meta.xml", about)]);
        for (bytes, extraction) in [(docx, "docx"), (odt, "odt")] {
            let draft = read_all(&bytes, Limits::default()).unwrap();
            assert_eq!((draft.text.as_str(), draft.extraction), (TEXT, extraction));
            assert_eq!(draft.meta.title.as_deref(), Some("Bridge & port"));
            assert_eq!(draft.meta.author.as_deref(), Some("Ina Holt"));
        }
    }

    #[test]
    fn what_is_no_document_is_said() {
        let table = [
            (packed(&[("hello.txt", "x")]), "neither DOCX nor ODT"),
            (packed(&[("word/document.xml", "<a><b></a>")]), "damaged"),
            (b"PK\x03\x04 but no more".to_vec(), "cannot be opened"),
        ];
        for (bytes, message) in table {
            let error = read_all(&bytes, Limits::default()).unwrap_err();
            assert!(error.contains(message), "{error}");
        }
    }

    #[test]
    fn a_package_that_unpacks_to_too_much_is_refused() {
        let bomb = packed(&[("word/document.xml", &"<p>".repeat(2_000_000))]);
        assert!(bomb.len() < 100_000);
        let limits = Limits { unpacked_bytes: 1_000_000, ..Limits::default() };
        assert!(read_all(&bomb, limits).unwrap_err().contains("more than the limit of 1.0 MB"));
    }
}
