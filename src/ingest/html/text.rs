//! An element's text, block by block: paragraphs with blank lines between, list items and table rows a line each.
//!
//! White space collapses as HTML has it; no-break spaces stay. A row is `cell | cell`, an item `- item`. Blocks that are nothing
//! but links are left out: they lead elsewhere.

use crate::ingest::blocks::{Blocks, Kind, Text};
use dom_query::{NodeId, NodeRef};

/// Elements that begin and end a block.
const BLOCKS: [&str; 36] = [
    "address",
    "article",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tr",
    "ul",
    "td",
    "th",
];

/// A block with this share of its text in links, and no sentence of its own, is a list of links.
const MOSTLY_LINKS: f64 = 0.8;

/// A cell longer than this makes a table one for layout, whose cells are blocks.
const LONG_CELL: usize = 400;

/// The text of `node`.
pub fn of(node: &NodeRef) -> Text {
    let mut writer = Writer::default();
    writer.walk(node);
    writer.finish()
}

#[derive(Default)]
struct Writer {
    blocks: Blocks,
    /// The block being written, white space collapsed.
    block: String,
    /// Bytes of `block` that stand in links.
    linked: usize,
    /// What the current block is.
    kind: Kind,
    /// How many links are open.
    links: usize,
    /// How many `<time>` elements are open, and bytes of `block` that stand in such.
    times: usize,
    timed: usize,
    /// The table whose rows are lines, and the cells of its current row.
    table: Option<NodeId>,
    cells: Vec<String>,
    /// Cells of the current row that are marked as headers.
    headers: usize,
}

/// More columns than a table can have.
const MAX_COLUMNS: usize = 64;

/// A step of the walk, which keeps its own stack so that depth costs no stack of the thread.
enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(NodeRef<'a>),
}

impl Writer {
    fn walk(&mut self, root: &NodeRef) {
        let mut steps = vec![Step::Enter(*root)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Enter(node) if node.is_text() => self.text(&node.text()),
                Step::Enter(node) => {
                    self.enter(&node);
                    steps.push(Step::Leave(node));
                    steps.extend(node.children_it(true).map(Step::Enter));
                }
                Step::Leave(node) => self.leave(&node),
            }
        }
    }

    fn enter(&mut self, node: &NodeRef) {
        let Some(name) = node.node_name() else { return };
        match &*name {
            "br" => self.line_break(),
            "a" => self.links += 1,
            "time" => self.times += 1,
            "table" if self.table.is_none() && is_data(node) => {
                self.end_block();
                self.table = Some(node.id);
            }
            _ if self.table.is_some() => {}
            "li" => {
                self.end_block();
                self.kind = Kind::Item;
            }
            // A paragraph directly in an item is the item.
            _ if self.kind == Kind::Item && self.block.trim().is_empty() => {}
            name if BLOCKS.contains(&name) => self.end_block(),
            _ => {}
        }
    }

    fn leave(&mut self, node: &NodeRef) {
        let Some(name) = node.node_name() else { return };
        match &*name {
            "a" => self.links = self.links.saturating_sub(1),
            "time" => self.times = self.times.saturating_sub(1),
            "table" if self.table == Some(node.id) => {
                self.end_row();
                self.blocks.end_table();
                self.table = None;
            }
            name @ ("td" | "th") if self.table.is_some() => {
                let cell = std::mem::take(&mut self.block).trim().to_owned();
                self.headers += usize::from(name == "th" || cell.is_empty());
                self.cells.push(cell);
                // A cell over several columns leaves the others empty.
                let span =
                    node.attr("colspan").and_then(|n| n.parse().ok()).unwrap_or(1).clamp(1, MAX_COLUMNS);
                self.headers += span - 1;
                self.cells.extend(std::iter::repeat_n(String::new(), span - 1));
            }
            "tr" | "caption" if self.table.is_some() => self.end_row(),
            _ if self.table.is_some() => {}
            name if BLOCKS.contains(&name) => self.end_block(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let before = self.block.len();
        for c in text.chars() {
            let space = matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
            if !space {
                self.block.push(c);
            } else if !self.block.is_empty() && !self.block.ends_with([' ', '\n']) {
                self.block.push(' ');
            }
        }
        if self.links > 0 {
            self.linked += self.block.len() - before;
        }
        if self.times > 0 {
            self.timed += self.block.len() - before;
        }
    }

    /// One `<br>` is a new line; two are a new paragraph.
    fn line_break(&mut self) {
        let trimmed = self.block.trim_end_matches(' ').len();
        self.block.truncate(trimmed);
        if self.table.is_some() {
            self.block.push(' ');
        } else if self.block.ends_with('\n') {
            self.end_block();
        } else if !self.block.is_empty() {
            self.block.push('\n');
        }
    }

    fn end_row(&mut self) {
        // Text outside cells is a caption.
        let caption = std::mem::take(&mut self.block);
        self.linked = 0;
        let cells = std::mem::take(&mut self.cells);
        let header = std::mem::take(&mut self.headers) == cells.len();
        self.blocks.put(&caption, Kind::Prose);
        self.blocks.row(&cells, header);
    }

    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        let linked = std::mem::take(&mut self.linked);
        let timed = std::mem::take(&mut self.timed);
        let kind = std::mem::take(&mut self.kind);
        let text = block.trim_matches([' ', '\n']);
        let only_links = linked as f64 >= MOSTLY_LINKS * text.len() as f64 && linked > 0;
        // When something was posted is no statement of the article.
        let only_time = timed >= text.len() && timed > 0;
        if !only_time && (!only_links || ends_sentence(text)) {
            self.blocks.put(text, kind);
        }
    }

    fn finish(mut self) -> Text {
        self.end_block();
        self.blocks.finish()
    }
}

/// Whether a table's rows are data: no long cells, more than one row, more than one column, no table inside.
fn is_data(table: &NodeRef) -> bool {
    let (mut rows, mut cells) = (0, 0);
    for node in table.descendants_it() {
        match node.node_name().as_deref() {
            Some("tr") => rows += 1,
            Some("td" | "th") => {
                cells += 1;
                if node.text().len() > LONG_CELL {
                    return false;
                }
            }
            Some("table") => return false,
            _ => {}
        }
    }
    rows > 1 && cells > rows
}

fn ends_sentence(text: &str) -> bool {
    let trimmed = text.trim_end_matches(['"', '\'', '”', '’', ')']);
    trimmed.ends_with(['.', '!', '?']) && text.split_whitespace().count() > 4
}
