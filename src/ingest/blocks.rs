//! Text written block by block, the same way for every format that has blocks: paragraphs with blank lines between, list
//! items (`- item`) and table rows (`cell | cell`) a line each.

use crate::model::{Span, Table};

/// What a block is.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A paragraph or heading.
    #[default]
    Prose,
    /// An entry of a list.
    Item,
    /// A row of a table.
    Row,
}

/// The text so far.
#[derive(Debug, Default)]
pub struct Blocks {
    out: String,
    last: Kind,
    tables: Vec<Rows>,
}

/// The rows of a table so far, and whether the first is marked as a header.
#[derive(Debug, Default)]
struct Rows {
    rows: Vec<Vec<Span>>,
    marked: bool,
}

/// A text and where its tables are.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Text {
    /// The text, with a newline at its end.
    pub text: String,
    /// Its tables.
    pub tables: Vec<Table>,
}

impl Text {
    /// The text with a headline in front, unless there is none, or the text is empty or begins with it.
    #[must_use]
    pub fn under(self, title: Option<&str>) -> Self {
        match title {
            Some(title) if !self.text.trim().is_empty() && !self.text.trim_start().starts_with(title) => {
                let by = title.len() + 2;
                Self {
                    text: format!("{title}\n\n{}", self.text),
                    tables: self.tables.into_iter().map(|table| table.shifted(by)).collect(),
                }
            }
            _ => self,
        }
    }
}

impl Blocks {
    /// Adds a block, unless it is empty.
    pub fn put(&mut self, text: &str, kind: Kind) {
        let text = text.trim_matches([' ', '\n', '\t', '\r']);
        if text.is_empty() {
            return;
        }
        if !self.out.is_empty() {
            let together = kind != Kind::Prose && self.last == kind;
            self.out.push_str(if together { "\n" } else { "\n\n" });
        }
        if kind == Kind::Item {
            self.out.push_str("- ");
        }
        self.out.push_str(text);
        self.last = kind;
    }

    /// Adds a row of a table; cells that are empty keep their column but leave no mark in the text. `header` says that the
    /// row is marked as one.
    pub fn row(&mut self, cells: &[String], header: bool) {
        // A no-break space is part of what a cell says; other white space only separates.
        let one_line = |cell: &String| {
            cell.split([' ', '\n', '\r', '\t']).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
        };
        let cells: Vec<String> = cells.iter().map(one_line).collect();
        let begins = self.last != Kind::Row || self.tables.is_empty();
        let filled: Vec<&str> = cells.iter().map(String::as_str).filter(|c| !c.is_empty()).collect();
        if filled.is_empty() {
            return;
        }
        self.put(&filled.join(" | "), Kind::Row);
        if begins {
            self.tables.push(Rows { rows: Vec::new(), marked: header });
        }
        let mut at = self.out.len() + 3 - filled.iter().map(|c| c.len() + 3).sum::<usize>();
        let mut row = Vec::with_capacity(cells.len());
        for cell in &cells {
            row.push(Span::new(at, at + cell.len()));
            at += if cell.is_empty() { 0 } else { cell.len() + 3 };
        }
        if let Some(table) = self.tables.last_mut() {
            table.rows.push(row);
        }
    }

    /// Says that the next row begins a table of its own.
    pub fn end_table(&mut self) {
        self.last = Kind::Prose;
    }

    /// Bytes written.
    pub const fn len(&self) -> usize {
        self.out.len()
    }

    /// The text and its tables.
    pub fn finish(mut self) -> Text {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let tables = self.tables.into_iter().map(|t| Table::new(t.rows, t.marked, &self.out)).collect();
        Text { text: self.out, tables }
    }
}
