//! Text from outside as Markdown that shows it and does nothing else: no markup, no HTML, no mention of a person, no
//! reference to an issue, no table cell.

use crate::report::clean;
use std::fmt::Write;

/// `text` on one line, everything that Markdown or GitHub could act on escaped. Entities rather than backslashes where a
/// site acts on the letter after all (`@name`, `#12`).
pub fn escape(text: &str) -> String {
    let text = clean::line(text);
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    let mut digits_only = true;
    while let Some(c) = chars.next() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '@' => out.push_str("&#64;"),
            '#' => out.push_str("&#35;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '|' | '~' | '!' | '$' | '^' => {
                out.push('\\');
                out.push(c);
            }
            // Only at the start of a line do these begin lists, headings and rules.
            '-' | '+' | '=' if out.trim_start().is_empty() => {
                out.push('\\');
                out.push(c);
            }
            '.' | ')' if digits_only && !out.trim_start().is_empty() => {
                out.push('\\');
                out.push(c);
            }
            // `://` makes a link of what was text.
            ':' if chars.peek() == Some(&'/') => out.push_str("&#58;"),
            // Four spaces at the start of a line would make code of it.
            ' ' if out == " " => {}
            _ => out.push(c),
        }
        digits_only &= c.is_ascii_digit() || out == " ";
    }
    out.replace("www.", "www&#46;")
}

/// `text` inside an HTML element.
pub fn html(text: &str) -> String {
    // Escaped Markdown inside an element of a block of HTML would show its backslashes.
    let mut out = String::with_capacity(text.len() + 8);
    for c in clean::line(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '*' | '_' | '`' | '[' | ']' | '@' | '#' | '~' | '|' | '\\' | '!' => {
                let _ = write!(out, "&#{};", c as u32);
            }
            _ => out.push(c),
        }
    }
    out
}

/// `text` as code, between as many backticks as it takes; safe in a table cell.
pub fn code(text: &str) -> String {
    let text = clean::line(text).replace('|', "\u{a6}");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let marks = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{marks}{space}{text}{space}{marks}")
}

/// An address between `<` and `>`.
pub fn address(url: &str) -> String {
    url.replace('<', "%3C").replace('>', "%3E").replace('|', "%7C").replace('\\', "%5C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_stays_that_a_site_would_act_on() {
        for (text, wanted, why) in [
            ("12 people", "12 people", "plain text stays readable"),
            ("a|b", "a\\|b", "a cell ends at a bar"),
            ("<b>&", "&lt;b&gt;&amp;", "no HTML"),
            ("@mayor #12", "&#64;mayor &#35;12", "nobody is called, no issue is linked"),
            ("*x* _y_ `z`", "\\*x\\* \\_y\\_ \\`z\\`", "no emphasis, no code"),
            ("- item", "\\- item", "no list"),
            ("1. item", "1\\. item", "no numbered list"),
            ("3.5 miles", "3\\.5 miles", "an escaped full stop is a full stop"),
            ("https://a.org", "https&#58;//a.org", "no link"),
            ("two\nlines", "two lines", "one line"),
        ] {
            assert_eq!(escape(text), wanted, "{why}");
        }
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`"), "`` ` ``");
    }
}
