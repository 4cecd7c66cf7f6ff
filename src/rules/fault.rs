//! What is wrong with a rules file, and where: one message for a person, with the line, a caret and a hint.
//!
//! Knows nothing about rules or TOML; any text with a byte range can be shown this way.

use std::fmt;
use std::ops::Range;

/// One thing wrong with a file of the user's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Path of the file as people know it.
    pub path: String,
    /// Line and column, 1-based, the column in code points; `None` where the file as a whole is meant.
    pub at: Option<(usize, usize)>,
    /// One whole sentence.
    pub message: String,
    /// The line concerned, with carets under the place; empty where the file as a whole is meant.
    pub excerpt: String,
    /// What to do about it, if anything is known.
    pub hint: Option<String>,
}

/// Everything wrong with a rules file, in order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl Fault {
    /// A fault at the bytes `span` of `text`.
    pub fn new(path: &str, text: &str, span: Range<usize>, message: impl Into<String>) -> Self {
        let at = position(text, span.start);
        Self {
            path: path.to_owned(),
            at: Some(at),
            message: message.into(),
            excerpt: excerpt(text, &span, at),
            hint: None,
        }
    }

    /// A fault of the file as a whole.
    pub fn whole(path: &str, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), at: None, message: message.into(), excerpt: String::new(), hint: None }
    }

    /// The same with a hint, if there is one.
    #[must_use]
    pub fn hint(mut self, hint: Option<String>) -> Self {
        self.hint = hint;
        self
    }

    /// `path:line:column`, or the path alone.
    pub fn place(&self) -> String {
        match self.at {
            Some((line, column)) => format!("{}:{line}:{column}", self.path),
            None => self.path.clone(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place(), self.message)?;
        if !self.excerpt.is_empty() {
            write!(f, "\n{}", self.excerpt)?;
        }
        if let Some(hint) = &self.hint {
            write!(f, "\n  hint: {hint}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.0.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Fault {}
impl std::error::Error for Faults {}

/// Line and column of byte `at` in `text`, both 1-based, the column in code points.
pub fn position(text: &str, at: usize) -> (usize, usize) {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |n| n + 1);
    (before.bytes().filter(|&b| b == b'\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// The line that holds the start of `span`, with carets under the part of `span` on that line.
fn excerpt(text: &str, span: &Range<usize>, (line, column): (usize, usize)) -> String {
    let content = text.split('\n').nth(line - 1).unwrap_or_default().trim_end_matches('\r');
    let rest = content.chars().count().saturating_sub(column - 1);
    let wanted = text.get(span.clone()).map_or(1, |s| s.lines().next().unwrap_or_default().chars().count());
    let carets = wanted.clamp(1, rest.max(1));
    let margin = " ".repeat(line.to_string().len());
    // Tabs are repeated below so that the carets stand where a terminal puts the text.
    let indent: String =
        content.chars().take(column - 1).map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
    format!(" {margin} |\n {line} | {content}\n {margin} | {indent}{}", "^".repeat(carets))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_shows_the_line_with_carets_under_the_words_meant() {
        let text = "one = 1\nkinds = [\"cuont\"]\n";
        let at = text.find("\"cuont\"").unwrap();
        let fault = Fault::new("rules.toml", text, at..at + 7, "`cuont` is not a kind of value.")
            .hint(Some("did you mean `count`?".to_owned()));
        assert_eq!(
            fault.to_string(),
            "rules.toml:2:10: `cuont` is not a kind of value.\n   |\n 2 | kinds = [\"cuont\"]\n   |          ^^^^^^^\n  hint: did you mean `count`?"
        );
    }

    #[test]
    fn columns_count_code_points_and_survive_any_offset() {
        let text = "é = 1\r\nü = 2";
        assert_eq!(position(text, text.find('2').unwrap()), (2, 5));
        for at in 0..text.len() + 3 {
            let _ = Fault::new("f", text, at..at + 2, "x").to_string();
        }
    }
}
