//! Markdown to blocks: where its paragraphs, headings, items and rows are in the source, and what in them is only markup.
//!
//! The text stays that of the file, so that offsets and quotations are exact; marks of emphasis, addresses of links, images,
//! tags and comments are skipped. Fenced code and struck-out words are no statement of the article; indented blocks are
//! read, as wire copy indents its paragraphs. The only user of `pulldown-cmark`.

use crate::model::{Block, BlockKind, Span, Table};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The layout of a text in Markdown.
#[derive(Debug, Default)]
pub struct Layout {
    /// Blocks in order.
    pub blocks: Vec<Block>,
    /// Marks within blocks, in order.
    pub skipped: Vec<Span>,
    /// Tables in order.
    pub tables: Vec<Table>,
}

/// The layout of `text` from byte `from` on.
pub fn layout(text: &str, from: usize) -> Layout {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader {
        text,
        layout: Layout::default(),
        kind: BlockKind::Prose,
        words: Vec::new(),
        muted: 0,
        rows: Vec::new(),
        cells: Vec::new(),
    };
    for (event, range) in Parser::new_ext(&text[from..], options).into_offset_iter() {
        reader.take(event, Span::new(range.start + from, range.end + from));
    }
    reader.end_block();
    reader.layout.blocks.sort_by_key(|b| b.span);
    reader.layout.skipped.sort_unstable();
    reader.layout
}

struct Reader<'a> {
    text: &'a str,
    layout: Layout,
    /// What the open block is, and its words so far.
    kind: BlockKind,
    words: Vec<Span>,
    /// Open elements whose words are none of the article's.
    muted: usize,
    /// The rows of the open table, and the cells of its open row.
    rows: Vec<Vec<Span>>,
    cells: Vec<Span>,
}

impl Reader<'_> {
    fn take(&mut self, event: Event, at: Span) {
        match event {
            Event::Start(tag) => self.start(&tag, at),
            Event::End(tag) => self.end(tag),
            // A character written as an entity (`&nbsp;`) is not among the words of the source.
            Event::Text(text)
                if self.muted == 0 && (*text == *at.of(self.text) || !is_entity(at.of(self.text))) =>
            {
                self.words.push(at);
            }
            Event::Code(_) if self.muted == 0 => self.words.push(within_ticks(self.text, at)),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag, at: Span) {
        match tag {
            // A paragraph directly in an item is the item.
            Tag::Paragraph if self.kind == BlockKind::Item && self.words.is_empty() => {}
            Tag::Item => {
                self.begin(BlockKind::Item);
                self.words.extend(figure_as_marker(self.text, at));
            }
            Tag::Heading { .. } => self.begin(BlockKind::Heading),
            Tag::HtmlBlock => {
                self.end_block();
                self.html(at);
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => {
                self.end_block();
                self.muted += 1;
            }
            Tag::Image { .. } | Tag::Strikethrough => self.muted += 1,
            Tag::TableHead | Tag::TableRow => self.begin(BlockKind::Row),
            Tag::TableCell => self.cells.push(Span::new(at.start, at.start)),
            Tag::Paragraph
            | Tag::CodeBlock(_)
            | Tag::FootnoteDefinition(_)
            | Tag::List(_)
            | Tag::Table(_)
            | Tag::BlockQuote(_) => {
                self.begin(BlockKind::Prose);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image | TagEnd::Strikethrough => self.muted = self.muted.saturating_sub(1),
            TagEnd::CodeBlock => {
                // Indented code is not muted; fenced code has no words.
                self.muted = self.muted.saturating_sub(usize::from(self.words.is_empty()));
                self.end_block();
            }
            TagEnd::TableCell => self.end_cell(),
            TagEnd::TableHead | TagEnd::TableRow => {
                self.rows.push(std::mem::take(&mut self.cells));
                self.end_block();
            }
            TagEnd::Table => {
                let table = Table::new(std::mem::take(&mut self.rows), true, self.text);
                self.layout.tables.push(table);
            }
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::BlockQuote(_) => self.end_block(),
            _ => {}
        }
    }

    fn begin(&mut self, kind: BlockKind) {
        self.end_block();
        self.kind = kind;
    }

    /// The cell is from its first word to its last.
    fn end_cell(&mut self) {
        if let Some(cell) = self.cells.last_mut()
            && let Some(words) =
                self.words.iter().filter(|w| w.start >= cell.start).copied().reduce(Span::join)
        {
            *cell = words;
        }
    }

    fn end_block(&mut self) {
        let words = std::mem::take(&mut self.words);
        let kind = std::mem::replace(&mut self.kind, BlockKind::Prose);
        let Some(all) = words.iter().copied().reduce(Span::join) else { return };
        let Some(span) = trimmed(self.text, all) else { return };
        let mut end = span.start;
        for word in words {
            if word.start > end {
                self.skip(Span::new(end, word.start), kind);
            }
            end = end.max(word.end);
        }
        self.layout.blocks.push(Block { span, kind });
    }

    /// Skips the marks in `gap`; what parts the cells of a row stays, so that they do not run into one another.
    fn skip(&mut self, gap: Span, kind: BlockKind) {
        let mut start = gap.start;
        for part in gap.of(self.text).split(|c| c == '|' && kind == BlockKind::Row) {
            self.layout.skipped.extend(trimmed(self.text, Span::new(start, start + part.len())));
            start += part.len() + 1;
        }
    }

    /// A block of HTML: what stands between its tags, blank lines between blocks.
    fn html(&mut self, at: Span) {
        for piece in outside_tags(self.text, at.start..at.end) {
            let mut start = piece.start;
            for part in piece.of(self.text).split("\n\n") {
                if start > piece.start {
                    self.end_block();
                }
                self.words.extend(trimmed(self.text, Span::new(start, start + part.len())));
                start += part.len() + 2;
            }
        }
        self.end_block();
    }
}

/// `span` without surrounding white space; `None` if nothing is left.
fn trimmed(text: &str, span: Span) -> Option<Span> {
    let raw = span.of(text);
    let start = span.start + raw.len() - raw.trim_start().len();
    let words = raw.trim();
    (!words.is_empty()).then(|| Span::new(start, start + words.len()))
}

fn is_entity(source: &str) -> bool {
    source.starts_with('&') && source.ends_with(';')
}

fn within_ticks(text: &str, at: Span) -> Span {
    let raw = at.of(text);
    let ticks = raw.len() - raw.trim_start_matches('`').len();
    Span::new(at.start + ticks, (at.end - ticks).max(at.start + ticks))
}

/// A paragraph that begins `1986. ` is no entry of a list; its figure belongs to the text.
fn figure_as_marker(text: &str, at: Span) -> Option<Span> {
    let digits = at.of(text).bytes().take_while(u8::is_ascii_digit).count();
    (digits >= 3).then(|| Span::new(at.start, at.start + digits + 1))
}

/// The pieces of `text[at]` outside tags and comments; what opens a comment that is never closed is text.
fn outside_tags(text: &str, at: Range<usize>) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = at.start;
    while let Some(open) = text[start..at.end].find('<').map(|i| start + i) {
        let rest = &text[open..at.end];
        let lower = rest.get(..8).unwrap_or(rest).to_ascii_lowercase();
        let close = ["<!--", "<script", "<style"].iter().zip(["-->", "</script>", "</style>"]);
        let close =
            close.into_iter().find(|(tag, _)| lower.starts_with(*tag)).map_or(">", |(_, close)| close);
        let Some(length) = rest.find(close) else { break };
        pieces.push(Span::new(start, open));
        start = open + length + close.len();
    }
    pieces.push(Span::new(start, at.end));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The blocks, with what is skipped in them cut out.
    fn read(text: &str) -> Vec<(BlockKind, String)> {
        let layout = layout(text, 0);
        let words = |block: &Block| {
            let mut out = String::new();
            let mut at = block.span.start;
            for gap in layout.skipped.iter().filter(|s| block.span.contains(**s)) {
                out.push_str(&text[at..gap.start]);
                at = gap.end;
            }
            out + &text[at..block.span.end]
        };
        layout.blocks.iter().map(|b| (b.kind, words(b))).collect()
    }

    #[test]
    fn markup_is_told_from_words() {
        use BlockKind::{Heading, Item, Prose};
        for (text, want, why) in [
            (
                "# A *fire*\n\nIt began\nat dawn.\n",
                vec![(Heading, "A fire"), (Prose, "It began\nat dawn.")],
                "lines of a paragraph belong together",
            ),
            (
                "**41** people [died](https://x.example/1 \"t\").",
                vec![(Prose, "41 people died.")],
                "emphasis and links",
            ),
            ("Fire\n====\n\nText.", vec![(Heading, "Fire"), (Prose, "Text.")], "underlined headings"),
            (
                "- one\n- two\n  - three\n\n1. four",
                vec![(Item, "one"), (Item, "two"), (Item, "three"), (Item, "four")],
                "lists",
            ),
            ("1986. That was the year.", vec![(Item, "1986. That was the year.")], "a year is no marker"),
            ("Toll ~~41~~ 47.", vec![(Prose, "Toll  47.")], "struck-out words are withdrawn"),
            ("> He said\n> so.", vec![(Prose, "He said\n so.")], "quotations"),
            ("See.[^1]\n\n[^1]: The *note*.", vec![(Prose, "See."), (Prose, "The note.")], "footnotes"),
            ("    Indented copy.", vec![(Prose, "Indented copy.")], "wire copy is indented"),
            ("```\nlet x = 41;\n```\nText.", vec![(Prose, "Text.")], "fenced code"),
            ("![A photo of 41 boats](a.jpg) Text.", vec![(Prose, "Text.")], "images"),
            (
                "<div class=\"x\">41 people</div>\n\nText <b>too</b>.",
                vec![(Prose, "41 people"), (Prose, "Text too.")],
                "tags",
            ),
            (
                "One <!-- two --> three.\n\n<!-- four\n\nfive -->\n\nSix.",
                vec![(Prose, "One  three."), (Prose, "Six.")],
                "comments",
            ),
            ("Price \\$5 at `noon`.", vec![(Prose, "Price $5 at noon.")], "escapes and code"),
            ("About 12&nbsp;million AT&T users.", vec![(Prose, "About 12million AT&T users.")], "entities"),
        ] {
            let got = read(text);
            let got: Vec<(BlockKind, &str)> =
                got.iter().map(|(kind, words)| (*kind, words.as_str())).collect();
            assert_eq!(got, want, "{why}");
        }
    }

    #[test]
    fn tables_have_a_header_and_rows_of_cells() {
        let text =
            "| Company | *Share* | |\n|---|---|---|\n| Acme | 12 % | |\n| Bolt \\| Co | **7** % | x |\n";
        let layout = layout(text, 0);
        let words = |row: &Vec<Span>| row.iter().map(|c| c.of(text).to_owned()).collect::<Vec<_>>();
        let table = &layout.tables[0];
        assert_eq!(words(&table.header), ["Company", "Share", ""]);
        let rows: Vec<_> = table.rows.iter().map(words).collect();
        assert_eq!(rows, [["Acme", "12 %", ""], ["Bolt \\| Co", "7** %", "x"]]);
        assert!(layout.blocks.iter().all(|b| b.kind == BlockKind::Row) && layout.blocks.len() == 3);
    }

    #[test]
    fn offsets_are_those_of_the_file() {
        let text = "---\ntitle: T\n---\nOne *two*.";
        let layout = layout(text, 17);
        assert_eq!(layout.blocks[0].span.of(text), "One *two*.");
        assert_eq!(layout.skipped.iter().map(|s| s.of(text)).collect::<Vec<_>>(), ["*", "*"]);
    }
}
