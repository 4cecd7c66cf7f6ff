//! Rows of tables: a figure under a header says what prose says in a sentence (`Company | Share | Year`).
//!
//! The row's first cell says of whom, the column's header says what, a cell or a header with a time says when. Headers and
//! labels make no claims of their own, and neither does a figure of which a row does not tell whose or what it is.

use super::attribute;
use super::context::Stems;
use super::page::Page;
use crate::lexicon::STOPWORDS;
use crate::lexicon::nouns::singular_or_same;
use crate::lexicon::stem::{kept, stem};
use crate::model::{
    Claim, ClaimKind, ClaimValue, EntityKind, Kind, Place, Span, Table, TimeValue, TokenKind, When,
};
use std::borrow::Cow;
use std::sync::Arc;

/// `claims` of one article with those in tables completed from their row and column, or left out.
pub fn completed(page: &Page, claims: Vec<Claim>, stems: &mut Stems) -> Vec<Claim> {
    let tables = &page.doc.article.tables;
    let mut rows: Vec<Row> = tables.iter().flat_map(|table| rows(page, table)).collect();
    rows.sort_by_key(|row| row.span.start);
    claims
        .into_iter()
        .filter_map(|claim| {
            let after = rows.partition_point(|row| row.span.start <= claim.span.start);
            match after.checked_sub(1).map(|i| &rows[i]).filter(|row| row.span.contains(claim.span)) {
                Some(row) => row.claim(page, claim, stems),
                None => Some(claim),
            }
        })
        .collect()
}

/// A row of a table.
struct Row<'a> {
    span: Span,
    /// Its cells; empty for the header itself.
    cells: &'a [Span],
    header: &'a [Span],
    /// The column whose cell is nothing but a time, and that time, where other cells hold figures.
    time: Option<(usize, TimeValue)>,
}

fn rows<'a>(page: &Page, table: &'a Table) -> Vec<Row<'a>> {
    let header = &table.header[..];
    let head = crate::model::layout::line(header).map(|span| Row { span, cells: &[], header, time: None });
    let below = table.rows.iter().filter_map(|cells| {
        let span = crate::model::layout::line(cells)?;
        // A row that does not fit the header is read as the words it holds.
        (cells.len() == header.len()).then(|| Row { span, cells, header, time: time_of(page, cells) })
    });
    head.into_iter().chain(below).collect()
}

/// The only cell that is nothing but a time, if another holds a quantity.
fn time_of(page: &Page, cells: &[Span]) -> Option<(usize, TimeValue)> {
    let quantity = cells.iter().skip(1).any(|cell| in_cell(page, *cell).any(|m| m.quantity().is_some()));
    let mut times = cells.iter().enumerate().filter_map(|(i, cell)| Some((i, whole_time(page, *cell)?)));
    match (times.next(), times.next()) {
        (Some(only), None) if quantity => Some(only),
        _ => None,
    }
}

/// The time that a cell is, if it is nothing else.
fn whole_time(page: &Page, cell: Span) -> Option<TimeValue> {
    let mut mentions = in_cell(page, cell);
    let first = mentions.next()?;
    let whole = first.stated.len().max(first.span.len()) >= cell.len();
    first.time().filter(|_| whole).cloned()
}

fn in_cell<'a>(page: &'a Page, cell: Span) -> impl Iterator<Item = &'a crate::model::Mention> {
    let from = page.notes.mentions.partition_point(|m| m.span.end <= cell.start);
    page.notes.mentions[from..].iter().take_while(move |m| m.span.start < cell.end)
}

impl Row<'_> {
    /// The claim with what its row and column say; `None` if it is none.
    fn claim(&self, page: &Page, mut claim: Claim, stems: &mut Stems) -> Option<Claim> {
        let column = self.cells.iter().position(|cell| cell.contains(claim.span))?;
        let ClaimKind::Value(_) = claim.kind else { return None };
        if column == 0 || self.time.as_ref().is_some_and(|(at, _)| *at == column) {
            return None;
        }
        let (label, header) = (self.cells[0], *self.header.get(column)?);
        let (own, head) = (words(page, label), words(page, header));
        let time = self.time.clone().map(|(_, t)| t).or_else(|| whole_time(page, header));
        self.subject(page, &mut claim);
        let named = claim.subject.is_some() || whole_time(page, label).is_some();
        // A label that is no name says what is measured: `Deaths | 41`.
        let telling = if named { &head } else { &own };
        claim.noun = telling.last().map_or_else(String::new, |w| singular_or_same(w).into_owned());
        claim.modifiers = telling.iter().rev().skip(1).cloned().collect();
        claim.modifiers.sort();
        unit(&mut claim, header.of(page.doc.text()));
        (claim.verb, claim.object, claim.change) = (String::new(), true, 0);
        claim.context = context(&claim, &own, &head, stems);
        let near: Vec<Cow<str>> = own.iter().chain(&head).map(|w| stem(w)).collect();
        let near: Vec<&str> = near.iter().map(|stem| &**stem).collect();
        claim.attribute_id = attribute::named(page, &claim, &claim.verb, &near);
        if claim.attribute_id.is_some() {
            // The attribute says what these words say.
            claim.modifiers.clear();
        }
        if claim.subject.is_none() && claim.attribute_id.is_none() {
            return None;
        }
        let rule = claim.attribute_id.as_deref().and_then(|id| page.rules.attribute(id));
        claim.attribute = rule.map_or_else(|| telling.join(" "), |rule| rule.label.clone());
        claim.when = time.map_or_else(When::default, |time| When { time: Some(time), basis: "stated" });
        claim.confidence = if rule.is_some() { 0.8 } else { 0.7 };
        Some(claim)
    }

    /// Puts the entity of the row's first cell in the place of what the sentence seemed to say.
    fn subject(&self, page: &Page, claim: &mut Claim) {
        let tokens = page.doc.tokens_in(self.cells[0]);
        let found = page.entities_in(&tokens).next().map(|(_, id, _)| id);
        claim.subject = found;
        claim.entities = found.into_iter().collect();
        claim.subject_name = found.map_or_else(String::new, |id| page.entities.name(id).to_owned());
        let place =
            found.and_then(|id| page.entities.table.get(id.0)).filter(|e| e.kind == EntityKind::Place);
        claim.places = place.map(|e| Place { name: e.name.clone(), outside: false }).into_iter().collect();
    }
}

/// The words of a cell that mean something, in lower case.
fn words(page: &Page, cell: Span) -> Vec<String> {
    let tokens = page.doc.tokens_in(cell);
    let telling = |i: &usize| {
        page.doc.tokens[*i].kind == TokenKind::Word
            && page.doc.word(*i).len() > 1
            && !STOPWORDS.has(page.doc.word(*i))
    };
    tokens.filter(telling).map(|i| page.doc.word(i).to_owned()).collect()
}

/// A bare number under `Share (%)` is a percentage, under `Customers` a count of customers.
fn unit(claim: &mut Claim, header: &str) {
    let ClaimValue::Quantity { unit, .. } = &mut claim.value else { return };
    if claim.kind != ClaimKind::Value(Kind::Number) {
        return;
    }
    let header = header.to_lowercase();
    if header.contains('%') || header.contains("percent") || header.contains("per cent") {
        claim.kind = ClaimKind::Value(Kind::Percent);
    } else if !claim.noun.is_empty() {
        claim.kind = ClaimKind::Value(Kind::Count);
        *unit = Some(claim.noun.clone());
    }
}

/// What the claim is recognised by: its row's label and its column's header.
fn context(claim: &Claim, own: &[String], head: &[String], stems: &mut Stems) -> Vec<(u32, u8)> {
    let entity = claim.subject.map(|id| kept(&format!("@{}", id.0)));
    let own = own.iter().filter(|_| entity.is_none());
    let mut keys: Vec<Arc<str>> =
        own.chain(head).map(|word| kept(&stem(word))).chain(entity.clone()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.iter().map(|key| (stems.add(key), 2)).collect()
}
