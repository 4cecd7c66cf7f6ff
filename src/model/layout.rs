//! What a format says about the layout of a text: its blocks, and its tables cell by cell.

use super::Span;

/// A block of text whose bounds the format gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Where its words stand; marks of the format may lie inside (see [`super::Article::skipped`]).
    pub span: Span,
    /// What the format says it is.
    pub kind: BlockKind,
}

/// What a format calls a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading of any level.
    Heading,
    /// A paragraph.
    Prose,
    /// An entry of a list.
    Item,
    /// A row of a table.
    Row,
}

/// A table with its cells in rows and columns. An empty cell has an empty span.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The cells of the header, one a column; empty where the table has none.
    pub header: Vec<Span>,
    /// The rows below the header.
    pub rows: Vec<Vec<Span>>,
}

impl Table {
    /// The table of these rows. The first is the header if the format says so (`marked`), or if it looks like one: words
    /// or years over a row with figures.
    pub fn new(mut rows: Vec<Vec<Span>>, marked: bool, text: &str) -> Self {
        let has_header = rows.len() > 1 && (marked || looks_like_header(&rows, text));
        let header = if has_header { rows.remove(0) } else { Vec::new() };
        Self { header, rows }
    }

    /// The same table where its text begins `by` bytes later.
    #[must_use]
    pub fn shifted(mut self, by: usize) -> Self {
        for cell in self.header.iter_mut().chain(self.rows.iter_mut().flatten()) {
            *cell = Span::new(cell.start + by, cell.end + by);
        }
        self
    }

    /// All rows, the header first, as the span from the first cell with text to the last.
    pub fn lines(&self) -> impl Iterator<Item = Span> {
        std::iter::once(&self.header).chain(&self.rows).filter_map(|row| line(row))
    }
}

/// From the first cell with text to the last; `None` for a row without text.
pub fn line(row: &[Span]) -> Option<Span> {
    row.iter().copied().filter(|cell| !cell.is_empty()).reduce(Span::join)
}

fn looks_like_header(rows: &[Vec<Span>], text: &str) -> bool {
    let has_digit = |cell: &Span| cell.of(text).bytes().any(|b| b.is_ascii_digit());
    let is_year = |cell: &Span| {
        let cell = cell.of(text).trim();
        cell.len() == 4 && cell.bytes().all(|b| b.is_ascii_digit())
    };
    let Some((head, below)) = rows.split_first() else { return false };
    head.len() > 1
        && head.iter().skip(1).all(|cell| !cell.is_empty() && (!has_digit(cell) || is_year(cell)))
        && below.iter().any(|row| row.iter().skip(1).any(has_digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cells of `text`, a row a line.
    fn rows(text: &str) -> Vec<Vec<Span>> {
        let mut start = 0;
        text.lines()
            .map(|line| {
                line.split('|')
                    .map(|cell| {
                        let span = Span::new(start, start + cell.len());
                        start = span.end + 1;
                        span
                    })
                    .collect()
            })
            .collect()
    }

    #[test]
    fn a_first_row_of_words_or_years_over_figures_is_a_header() {
        for (text, header, why) in [
            ("Company|Share\nAcme|12 %", true, "words over figures"),
            ("Company|2014|2015\nAcme|12|13", true, "years over figures"),
            ("Acme|12\nBolt|13", false, "figures from the first row on"),
            ("Name|Role\nAda|Chair", false, "no figures below: may be data from the first row on"),
            ("Company|Share", false, "nothing below"),
        ] {
            let table = Table::new(rows(text), false, text);
            assert_eq!(!table.header.is_empty(), header, "{why}");
        }
        let text = "Name|Role\nAda|Chair";
        assert_eq!(Table::new(rows(text), true, text).header.len(), 2, "the format says so");
    }
}
