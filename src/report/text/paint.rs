//! Colour. The only importer of `colored`, whose switch is global to the process: it is set only when colour was asked
//! for, and without colour nothing here touches it.

use crate::model::Verdict;
use colored::{ColoredString, Colorize};

/// What a piece of text is, which decides its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Running text.
    Plain,
    /// What the eye should find first.
    Strong,
    /// Evidence that is looked up, not read: places, ids.
    Faint,
    /// Words quoted from an article.
    Quote,
    /// Words that another quotation does not have.
    Different,
    /// A verdict's name.
    Verdict(Verdict),
}

/// `text` in its style as ANSI escape sequences.
pub fn paint(style: Style, text: &str) -> String {
    colored::control::set_override(true);
    let painted: ColoredString = match style {
        Style::Plain => return text.to_owned(),
        Style::Strong => text.bold(),
        Style::Faint => text.dimmed(),
        Style::Quote => text.italic(),
        Style::Different => text.bold().underline(),
        Style::Verdict(Verdict::Conflict) => text.red().bold(),
        Style::Verdict(Verdict::Inconsistent) => text.magenta().bold(),
        Style::Verdict(Verdict::Unclear) => text.yellow().bold(),
        Style::Verdict(Verdict::Changed) => text.blue().bold(),
        Style::Verdict(Verdict::Compatible) => text.cyan(),
        Style::Verdict(Verdict::Agree) => text.green(),
    };
    painted.to_string()
}
