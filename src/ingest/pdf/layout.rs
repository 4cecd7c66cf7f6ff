//! Letters to reading order: runs on a line, columns by the white between them, lines to paragraphs.
//!
//! Columns are found by cutting: where white runs down the whole of a region with prose on both sides, left comes before right;
//! otherwise the region is cut at its widest white across. Heads and page numbers that repeat are left out; words that were
//! hyphenated at the end of a line are joined.

use super::glyphs::Glyph;
use crate::ingest::blocks::{Blocks, Kind, Text};
use std::collections::HashMap;

/// Letters closer than this share of the font's size are one word; further apart than `CELL`, two runs.
const SPACE: f64 = 0.15;
const CELL: f64 = 1.5;
/// Lines further apart than this many times the usual distance are two paragraphs; a gap that much wider cuts a region.
const PARAGRAPH: f64 = 1.35;
/// A column has at least so many runs, of so many letters on average.
const COLUMN_RUNS: usize = 3;
const COLUMN_LETTERS: usize = 10;
/// Cuts within cuts go this deep; pages have three or four levels.
const MAX_CUTS: usize = 40;

/// A piece of a line without wide gaps.
#[derive(Debug, Clone)]
struct Run {
    x: f64,
    end: f64,
    y: f64,
    size: f64,
    text: String,
}

/// A line of a region.
#[derive(Debug, Clone)]
struct Line {
    x: f64,
    end: f64,
    y: f64,
    size: f64,
    text: String,
    /// Its runs are cells of a row.
    row: bool,
}

/// The text of the pages.
pub fn text(pages: &[Vec<Glyph>]) -> Text {
    let mut pages: Vec<Vec<Vec<Line>>> = pages.iter().map(|glyphs| regions(glyphs)).collect();
    drop_repeated(&mut pages);
    let mut paragraphs: Vec<(String, Kind)> = Vec::new();
    for region in pages.iter().flatten() {
        for paragraph in paragraphs_of(region) {
            match paragraphs.last_mut() {
                // A sentence goes on in the next column or on the next page.
                Some((last, Kind::Prose)) if paragraph.1 == Kind::Prose && goes_on(last, &paragraph.0) => {
                    join(last, &paragraph.0);
                }
                _ => paragraphs.push(paragraph),
            }
        }
    }
    let mut blocks = Blocks::default();
    for (text, kind) in paragraphs {
        if kind == Kind::Row {
            let cells: Vec<String> = text.split(" | ").map(str::to_owned).collect();
            blocks.row(&cells, false);
        } else {
            blocks.put(&text, kind);
        }
    }
    blocks.finish()
}

/// The regions of a page in reading order, each a list of lines.
fn regions(glyphs: &[Glyph]) -> Vec<Vec<Line>> {
    let runs = runs(glyphs);
    let mut out = Vec::new();
    cut(runs, 0, &mut out);
    out
}

/// Letters that follow each other on a line without a wide gap.
fn runs(glyphs: &[Glyph]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for glyph in glyphs {
        let size = glyph.size.max(1.0);
        match runs.last_mut() {
            Some(run)
                if (glyph.y - run.y).abs() < 0.4 * size
                    && glyph.x - run.end < CELL * size
                    && glyph.x > run.end - size =>
            {
                if glyph.x - run.end > SPACE * size && !run.text.ends_with(' ') {
                    run.text.push(' ');
                }
                run.text.push_str(&glyph.text);
                run.end = run.end.max(glyph.end);
            }
            _ => runs.push(Run { x: glyph.x, end: glyph.end, y: glyph.y, size, text: glyph.text.clone() }),
        }
    }
    runs.retain(|run| !run.text.trim().is_empty());
    runs
}

fn cut(runs: Vec<Run>, depth: usize, out: &mut Vec<Vec<Line>>) {
    if runs.is_empty() {
        return;
    }
    if depth < MAX_CUTS {
        if let Some(x) = gutter(&runs) {
            let (left, right) = runs.into_iter().partition(|run| run.x < x);
            cut(left, depth + 1, out);
            return cut(right, depth + 1, out);
        }
        if let Some(y) = widest_gap(&runs) {
            let (upper, lower) = runs.into_iter().partition(|run| run.y > y);
            cut(upper, depth + 1, out);
            return cut(lower, depth + 1, out);
        }
    }
    out.push(lines(runs));
}

/// Where white runs down between two columns of prose.
fn gutter(runs: &[Run]) -> Option<f64> {
    let mut sorted: Vec<&Run> = runs.iter().collect();
    sorted.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut end = f64::MIN;
    for (i, run) in sorted.iter().enumerate() {
        if i > 0 && run.x - end > 0.8 * run.size && is_column(&sorted[..i]) && is_column(&sorted[i..]) {
            return Some(f64::midpoint(end, run.x));
        }
        end = end.max(run.end);
    }
    None
}

fn is_column(runs: &[&Run]) -> bool {
    let letters: usize = runs.iter().map(|run| run.text.chars().count()).sum();
    runs.len() >= COLUMN_RUNS && letters >= COLUMN_LETTERS * runs.len()
}

/// The middle of the widest white across, if it is wider than between lines.
fn widest_gap(runs: &[Run]) -> Option<f64> {
    let baselines = baselines(runs);
    let usual = usual_distance(&baselines)?;
    let gaps = baselines.windows(2).map(|w| (w[0] - w[1], f64::midpoint(w[0], w[1])));
    let (gap, middle) = gaps.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (gap > PARAGRAPH * usual).then_some(middle)
}

/// Distinct baselines from the top down.
fn baselines(runs: &[Run]) -> Vec<f64> {
    let mut ys: Vec<f64> = runs.iter().map(|run| run.y).collect();
    ys.sort_by(|a, b| b.total_cmp(a));
    ys.dedup_by(|a, b| (*a - *b).abs() < 3.0);
    ys
}

/// The median distance between lines.
fn usual_distance(baselines: &[f64]) -> Option<f64> {
    let mut gaps: Vec<f64> = baselines.windows(2).map(|w| w[0] - w[1]).collect();
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len() / 2).copied()
}

fn lines(mut runs: Vec<Run>) -> Vec<Line> {
    runs.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut lines: Vec<Vec<Run>> = Vec::new();
    for run in runs {
        match lines.last_mut() {
            Some(line) if line.first().is_some_and(|first| (first.y - run.y).abs() < 0.4 * run.size) => {
                line.push(run);
            }
            _ => lines.push(vec![run]),
        }
    }
    lines.into_iter().map(line).collect()
}

fn line(mut runs: Vec<Run>) -> Line {
    runs.sort_by(|a, b| a.x.total_cmp(&b.x));
    let texts: Vec<&str> = runs.iter().map(|run| run.text.trim()).collect();
    Line {
        x: runs.first().map_or(0.0, |run| run.x),
        end: runs.last().map_or(0.0, |run| run.end),
        y: runs.first().map_or(0.0, |run| run.y),
        size: runs.iter().map(|run| run.size).fold(0.0, f64::max),
        text: texts.join(" | "),
        row: texts.len() > 1,
    }
}

/// Takes out heads, feet and page numbers: the first or last line of pages that is the same but for its digits. A head of
/// the first page stays unless it is set smaller than the text: it is the title that later pages repeat.
fn drop_repeated(pages: &mut [Vec<Vec<Line>>]) {
    let key =
        |line: &Line| line.text.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect::<String>();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for page in pages.iter() {
        let mut keys: Vec<String> = edges(page).iter().map(|line| key(line)).collect();
        keys.dedup();
        for key in keys {
            *seen.entry(key).or_default() += 1;
        }
    }
    let count = pages.len();
    let repeated = |line: &Line| {
        let bare_number = !line.text.is_empty()
            && line.text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '–' | '/'));
        (count > 1 && seen.get(&key(line)).is_some_and(|n| *n * 2 > count))
            || (bare_number && line.text.len() < 8)
    };
    for (n, page) in pages.iter_mut().enumerate() {
        let usual = median(page.iter().flatten().map(|line| line.size));
        let top = page.iter().flatten().map(|line| line.y).fold(f64::MIN, f64::max);
        let doomed: Vec<f64> = edges(page)
            .iter()
            .filter(|l| repeated(l) && (n > 0 || l.y < top || l.size < 0.95 * usual))
            .map(|l| l.y)
            .collect();
        for region in page.iter_mut() {
            region.retain(|line| !doomed.contains(&line.y));
        }
        page.retain(|region| !region.is_empty());
    }
}

/// The value in the middle; 0 of none.
fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// The uppermost and the lowest line of a page.
fn edges(page: &[Vec<Line>]) -> Vec<&Line> {
    let lines = || page.iter().flatten();
    let top = lines().max_by(|a, b| a.y.total_cmp(&b.y));
    let bottom = lines().min_by(|a, b| a.y.total_cmp(&b.y));
    top.into_iter().chain(bottom).collect()
}

fn paragraphs_of(region: &[Line]) -> Vec<(String, Kind)> {
    let baselines: Vec<f64> = region.iter().map(|line| line.y).collect();
    let usual = usual_distance(&baselines).unwrap_or(f64::MAX);
    let left = region.iter().map(|line| line.x).fold(f64::MAX, f64::min);
    let right = region.iter().map(|line| line.end).fold(f64::MIN, f64::max);
    let mut out: Vec<(String, Kind)> = Vec::new();
    for (i, line) in region.iter().enumerate() {
        let before = i.checked_sub(1).map(|i| &region[i]);
        let begins = before.is_none_or(|before| {
            let apart =
                before.y - line.y > PARAGRAPH * usual || (before.size - line.size).abs() > 0.15 * line.size;
            let indented = line.x > left + 0.7 * line.size && before.x <= left + 0.7 * line.size;
            let ended = before.end < left + 0.75 * (right - left) && ends_sentence(&before.text);
            apart || indented || ended || line.row || before.row
        });
        match out.last_mut() {
            Some((paragraph, _)) if !begins => join(paragraph, &line.text),
            _ => out.push((line.text.clone(), if line.row { Kind::Row } else { Kind::Prose })),
        }
    }
    out
}

/// Appends a line; a word hyphenated at the end of the line before is made whole, unless its hyphen stands after a digit.
fn join(paragraph: &mut String, line: &str) {
    let mut last = paragraph.chars().rev();
    let hyphenated = matches!(last.next(), Some('-' | '\u{ad}' | '\u{2010}'))
        && last.next().is_some_and(char::is_alphabetic);
    if hyphenated && line.starts_with(char::is_lowercase) {
        paragraph.pop();
    } else {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

/// Whether `next` goes on with the sentence that `last` leaves open.
fn goes_on(last: &str, next: &str) -> bool {
    !ends_sentence(last) && last.split_whitespace().count() > 5 && next.starts_with(char::is_lowercase)
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end().trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', ':'])
}
