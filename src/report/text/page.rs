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
        let mut line = String::with_capacity(self.width + self.width / 2);
        if lead_width >= indent && lead_width > 0 {
            let margin = lead.first().map_or(0, |(_, t)| t.len() - t.trim_start_matches(' ').len());
            self.paragraph(&[], margin, lead)?;
            spaces(&mut line, indent);
        } else {
            for (style, text) in lead {
                self.push(&mut line, *style, &clean::line(text));
            }
            spaces(&mut line, indent - lead_width);
        }
        let room = self.width.saturating_sub(indent).max(Self::NARROWEST / 2);
        let pieces: Vec<Cleaned> = pieces.iter().map(Cleaned::of).collect();
        let bits = bits(&pieces, room);
        for bits in wrap(&bits, room) {
            self.push_bits(&mut line, bits);
            self.end(&mut line)?;
            spaces(&mut line, indent);
        }
        if bits.is_empty() && !line.trim().is_empty() {
            self.end(&mut line)?;
        }
        Ok(())
    }

    /// Writes the line and empties it.
    fn end(&mut self, line: &mut String) -> io::Result<()> {
        line.truncate(line.trim_end().len());
        line.push('\n');
        let written = self.out.write_all(line.as_bytes());
        line.clear();
        written
    }

    fn push(&self, line: &mut String, style: Style, text: &str) {
        if self.color {
            line.push_str(&paint(style, text));
        } else {
            line.push_str(text);
        }
    }

    /// Appends words with spaces between them; neighbours of one style are painted together.
    fn push_bits(&self, line: &mut String, bits: &[Bit]) {
        let space = |i: usize| if i > 0 && bits[i].begins { " " } else { "" };
        if !self.color {
            for (i, bit) in bits.iter().enumerate() {
                line.push_str(space(i));
                line.push_str(bit.text);
            }
            return;
        }
        let mut from = 0;
        for run in bits.chunk_by(|a, b| a.style == b.style) {
            let mut text = String::new();
            for (i, bit) in run.iter().enumerate() {
                if i > 0 {
                    text.push_str(space(from + i));
                }
                text.push_str(bit.text);
            }
            line.push_str(space(from));
            self.push(line, run[0].style, &text);
            from += run.len();
        }
    }
}

fn spaces(line: &mut String, count: usize) {
    line.extend(std::iter::repeat_n(' ', count));
}

/// A piece whose text can do no harm.
struct Cleaned<'t> {
    style: Style,
    text: std::borrow::Cow<'t, str>,
    /// Whether it ends with a space.
    ended: bool,
}

impl<'t> Cleaned<'t> {
    fn of((style, text): &'t Piece<'_>) -> Self {
        Self { style: *style, text: clean::line(text), ended: text.ends_with(' ') }
    }
}

/// A word or a part of one, where it is of several styles (`Reuters` and the colon after it).
struct Bit<'t> {
    style: Style,
    text: &'t str,
    columns: usize,
    /// Whether a word begins here.
    begins: bool,
}

/// Cuts pieces into words at spaces (not at no-break spaces). A word wider than `room` is cut between graphemes, unless
/// it is a place to look up, which stays whole so that it can be clicked.
fn bits<'t>(pieces: &'t [Cleaned], room: usize) -> Vec<Bit<'t>> {
    let mut bits: Vec<Bit> = Vec::with_capacity(pieces.iter().map(|piece| piece.text.len() / 5 + 1).sum());
    let mut glued = false;
    for piece in pieces {
        for (i, word) in at_spaces(&piece.text).enumerate() {
            glued &= i == 0;
            if word.is_empty() {
                continue;
            }
            let mut rest = word;
            while !rest.is_empty() {
                let whole = piece.style == Style::Faint;
                let (text, columns) = if whole { (rest, columns(rest)) } else { fitting(rest, room) };
                rest = &rest[text.len()..];
                bits.push(Bit { style: piece.style, text, columns, begins: !glued || bits.is_empty() });
                glued = false;
            }
            glued = true;
        }
        glued &= !piece.ended;
    }
    bits
}

/// What stands between spaces, byte by byte, as most words are too short for a search to pay.
fn at_spaces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = text.bytes().position(|b| b == b' ');
        rest = end.map(|end| &text[end + 1..]);
        Some(end.map_or(text, |end| &text[..end]))
    })
}

/// The beginning of a word that takes at most `room` columns, and how many it takes.
fn fitting(word: &str, room: usize) -> (&str, usize) {
    let all = columns(word);
    if all <= room {
        return (word, all);
    }
    let (mut end, mut used) = (0, 0);
    for grapheme in graphemes(word) {
        let wide = columns(grapheme);
        if used + wide > room && end > 0 {
            break;
        }
        (end, used) = (end + grapheme.len(), used + wide);
    }
    (&word[..end], used)
}

/// Fills lines greedily.
fn wrap<'b, 't>(bits: &'b [Bit<'t>], room: usize) -> Vec<&'b [Bit<'t>]> {
    let mut lines: Vec<&[Bit]> = Vec::new();
    let (mut from, mut to, mut used) = (0, 0, 0);
    for word in bits.chunk_by(|_, next| !next.begins) {
        let wide: usize = word.iter().map(|bit| bit.columns).sum();
        if to > from && used + 1 + wide <= room {
            used += 1 + wide;
        } else {
            lines.extend((to > from).then(|| &bits[from..to]));
            (from, used) = (to, wide);
        }
        to += word.len();
    }
    lines.extend((to > from).then(|| &bits[from..to]));
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
