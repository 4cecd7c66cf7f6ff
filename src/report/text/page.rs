//! Lays text out in columns: wraps styled words between a hanging indent and the page's edge.

use super::paint::{Style, paint};
use crate::model::unicode::{columns, graphemes};
use crate::report::clean;
use std::io::{self, Write};

/// A piece of a paragraph: its style and its text. Cleaned on the way out.
pub type Piece<'t> = (Style, std::borrow::Cow<'t, str>);

/// A piece of text.
pub fn piece<'t>(style: Style, text: impl Into<std::borrow::Cow<'t, str>>) -> Piece<'t> {
    (style, text.into())
}

/// The page that is written to.
pub struct Page<'o> {
    out: &'o mut dyn Write,
    color: bool,
    width: usize,
}

impl<'o> Page<'o> {
    /// Narrower than this no layout is readable.
    const NARROWEST: usize = 40;

    /// A page `width` columns wide.
    pub fn new(out: &'o mut dyn Write, color: bool, width: usize) -> Self {
        Self { out, color, width: width.max(Self::NARROWEST) }
    }

    /// An empty line.
    pub fn gap(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// Wraps `pieces` at `indent`. `lead` stands before the indent on the first line, or on a line of its own if it is
    /// too long for that.
    pub fn paragraph(&mut self, lead: &[Piece<'_>], indent: usize, pieces: &[Piece<'_>]) -> io::Result<()> {
        let lead_width: usize = lead.iter().map(|(_, t)| columns(&clean::line(t))).sum();
        let mut line = String::new();
        if lead_width >= indent && lead_width > 0 {
            let margin = lead.first().map_or(0, |(_, t)| t.len() - t.trim_start_matches(' ').len());
            self.paragraph(&[], margin, lead)?;
            line.push_str(&" ".repeat(indent));
        } else {
            for (style, text) in lead {
                self.push(&mut line, *style, &clean::line(text));
            }
            line.push_str(&" ".repeat(indent - lead_width));
        }
        let room = self.width.saturating_sub(indent).max(Self::NARROWEST / 2);
        let words = words(pieces, room);
        for words in &wrap(&words, room) {
            self.push_words(&mut line, words);
            writeln!(self.out, "{}", line.trim_end())?;
            line = " ".repeat(indent);
        }
        if words.is_empty() && !line.trim().is_empty() {
            writeln!(self.out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    fn push(&self, line: &mut String, style: Style, text: &str) {
        if self.color {
            line.push_str(&paint(style, text));
        } else {
            line.push_str(text);
        }
    }

    /// Appends words with spaces between them; neighbours of one style are painted together.
    fn push_words(&self, line: &mut String, words: &[&Word]) {
        let mut run: Option<(Style, String)> = None;
        for (i, word) in words.iter().enumerate() {
            for (j, (style, text)) in word.0.iter().enumerate() {
                let space = if i > 0 && j == 0 { " " } else { "" };
                match &mut run {
                    Some((current, run_text)) if current == style => {
                        run_text.push_str(space);
                        run_text.push_str(text);
                    }
                    _ => {
                        if let Some((style, text)) = run.take() {
                            self.push(line, style, &text);
                        }
                        line.push_str(space);
                        run = Some((*style, text.clone()));
                    }
                }
            }
        }
        if let Some((style, text)) = run {
            self.push(line, style, &text);
        }
    }
}

/// A word, possibly of several styles (`Reuters` and the colon after it).
struct Word(Vec<(Style, String)>);

impl Word {
    fn columns(&self) -> usize {
        self.0.iter().map(|(_, t)| columns(t)).sum()
    }
}

/// Cuts pieces into words at spaces (not at no-break spaces). A word wider than `room` is cut between graphemes, unless
/// it is a place to look up, which stays whole so that it can be clicked.
fn words(pieces: &[Piece<'_>], room: usize) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut glued = false;
    for (style, text) in pieces {
        for (i, part) in clean::line(text).split(' ').enumerate() {
            glued &= i == 0;
            if part.is_empty() {
                continue;
            }
            let parts = if *style == Style::Faint { vec![part.to_owned()] } else { cut(part, room) };
            for part in parts {
                match words.last_mut() {
                    Some(word) if glued => word.0.push((*style, part)),
                    _ => words.push(Word(vec![(*style, part)])),
                }
                glued = false;
            }
            glued = true;
        }
        glued &= !text.ends_with(' ');
    }
    words
}

/// `word` in pieces of at most `room` columns.
fn cut(word: &str, room: usize) -> Vec<String> {
    if columns(word) <= room {
        return vec![word.to_owned()];
    }
    let mut parts = vec![String::new()];
    let mut used = 0;
    for grapheme in graphemes(word) {
        let wide = columns(grapheme);
        if used + wide > room {
            parts.push(String::new());
            used = 0;
        }
        used += wide;
        if let Some(part) = parts.last_mut() {
            part.push_str(grapheme);
        }
    }
    parts
}

/// Fills lines greedily.
fn wrap(words: &[Word], room: usize) -> Vec<Vec<&Word>> {
    let mut lines: Vec<Vec<&Word>> = Vec::new();
    let mut used = 0;
    for word in words {
        let wide = word.columns();
        match lines.last_mut() {
            Some(line) if used + 1 + wide <= room => {
                line.push(word);
                used += 1 + wide;
            }
            _ => {
                lines.push(vec![word]);
                used = wide;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid_out(width: usize, lead: &str, indent: usize, text: &str) -> String {
        let mut out = Vec::new();
        let mut page = Page::new(&mut out, false, width);
        page.paragraph(&[piece(Style::Strong, lead)], indent, &[piece(Style::Plain, text)]).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn paragraphs_hang_behind_their_lead() {
        let wanted = "  12 people   the coast guard said so on\n              Monday night\n";
        assert_eq!(laid_out(40, "  12 people", 14, "the coast guard said so on Monday night"), wanted);
    }

    #[test]
    fn a_long_lead_gets_a_line_of_its_own() {
        assert_eq!(
            laid_out(40, "  a very long value", 6, "says one"),
            "  a very long value\n      says one\n"
        );
    }

    #[test]
    fn endless_words_are_cut_and_places_stay_whole() {
        let long = "x".repeat(50);
        assert!(laid_out(40, "", 0, &long).lines().all(|l| l.len() <= 40));
        let mut out = Vec::new();
        Page::new(&mut out, false, 40).paragraph(&[], 0, &[piece(Style::Faint, long.as_str())]).unwrap();
        assert_eq!(String::from_utf8(out).unwrap().trim_end(), long);
    }

    #[test]
    fn pieces_without_a_space_between_them_stay_together() {
        let mut out = Vec::new();
        let pieces = [piece(Style::Strong, "Post"), piece(Style::Plain, ": said")];
        Page::new(&mut out, false, 80).paragraph(&[], 0, &pieces).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "Post: said\n");
    }
}
