//! Text written block by block, the same way for every format that has blocks: paragraphs with blank lines between, list
//! items (`- item`) and table rows (`cell | cell`) a line each.

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

    /// Adds a row of a table; empty cells are left out.
    pub fn row(&mut self, cells: &[String]) {
        // A no-break space is part of what a cell says; other white space only separates.
        let one_line = |cell: &String| {
            cell.split([' ', '\n', '\r', '\t']).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
        };
        let cells: Vec<String> = cells.iter().map(one_line).filter(|c| !c.is_empty()).collect();
        self.put(&cells.join(" | "), Kind::Row);
    }

    /// Bytes written.
    pub const fn len(&self) -> usize {
        self.out.len()
    }

    /// The text, with a newline at its end.
    pub fn finish(mut self) -> String {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out
    }
}
