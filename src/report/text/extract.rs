//! What was read out of each article, for people: figures and claims in order of the text.

use super::page::{Page, Piece, piece};
use super::paint::Style;
use crate::model::report::{ClaimRecord, ExtractRecord, MentionRecord, NumberOrRange};
use crate::report::Options;
use crate::report::view::count;
use std::borrow::Borrow;
use std::io::{self, Write};

/// Writes one block an article.
pub fn write(
    records: impl IntoIterator<Item = impl Borrow<ExtractRecord>>,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut page = Page::new(out, options.color, options.width);
    for (i, record) in records.into_iter().enumerate() {
        if i > 0 {
            page.gap()?;
        }
        article(&mut page, record.borrow(), options)?;
    }
    Ok(())
}

fn article(page: &mut Page, record: &ExtractRecord, options: &Options) -> io::Result<()> {
    let date = record.published.date.as_deref().unwrap_or("date unknown");
    let rest = format!(
        ", {date} ({}), {}, {}",
        record.published.basis,
        count(record.mentions.len(), "figure"),
        count(record.claims.len(), "claim")
    );
    page.paragraph(&[], 0, &[piece(Style::Strong, record.id.as_str()), piece(Style::Plain, rest)])?;
    if options.verbose || !matches!(record.extraction, "text" | "markdown") {
        text(page, record)?;
    }
    if options.verbose || record.claims.is_empty() {
        for m in &record.mentions {
            page.paragraph(&[piece(Style::Faint, format!("  {}", m.start))], 9, &mention(m))?;
        }
    }
    for c in &record.claims {
        page.paragraph(&[piece(Style::Faint, format!("  {}:{}", c.span.line, c.span.column))], 9, &claim(c))?;
    }
    Ok(())
}

/// The text that was read, with the numbers of its lines, to which claims refer.
fn text(page: &mut Page, record: &ExtractRecord) -> io::Result<()> {
    page.paragraph(&[], 2, &[piece(Style::Plain, format!("Its text, read as {}:", record.extraction))])?;
    for (i, line) in record.text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        page.paragraph(&[piece(Style::Faint, format!("  {}", i + 1))], 9, &[piece(Style::Plain, line)])?;
    }
    Ok(())
}

fn mention(m: &MentionRecord) -> Vec<Piece<'_>> {
    let value = match (m.value, &m.date) {
        (Some(NumberOrRange::Number(n)), _) => n.to_string(),
        (Some(NumberOrRange::Range([low, high])), _) => format!("{} to {}", open(low), open(high)),
        (None, Some(date)) => date.clone(),
        (None, None) => String::new(),
    };
    let unit = m.unit.as_deref().map_or(String::new(), |u| format!(" {u}"));
    let bound = m.bound.filter(|b| *b != "exactly").map_or(String::new(), |b| format!(", {b}"));
    vec![
        piece(Style::Quote, format!("\u{201c}{}\u{201d}", m.quote)),
        piece(Style::Plain, format!(" {}: {value}{unit}{bound}", m.kind)),
    ]
}

fn claim(c: &ClaimRecord) -> Vec<Piece<'_>> {
    let about = match &c.subject {
        Some(subject) => format!("{subject}: {}", c.attribute),
        None => c.attribute.clone(),
    };
    let mut facts = vec![c.kind.to_owned(), c.status.to_owned()];
    facts.extend(c.when.as_ref().map(|w| w.date.clone()));
    facts.extend(c.places.iter().cloned());
    facts.extend(c.attributed_to.as_ref().map(|who| format!("says {who}")));
    vec![
        piece(Style::Strong, about),
        piece(Style::Plain, format!(" = {} ", c.value.display())),
        piece(Style::Quote, format!("\u{201c}{}\u{201d} ", c.quote)),
        piece(Style::Faint, facts.join(", ")),
    ]
}

fn open(end: Option<f64>) -> String {
    end.map_or_else(|| "?".to_owned(), |n| n.to_string())
}
