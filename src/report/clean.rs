//! Makes text from outside harmless for a terminal: an article must not move the cursor, colour the screen or turn the
//! reading direction round. Markup formats escape for themselves and use this only for control characters.

use std::borrow::Cow;

/// `text` on one line: white space that breaks lines becomes a space, control characters become visible signs
/// (`\u{1b}` becomes `␛`), direction marks and other invisible format characters become `\u{fffd}`.
pub fn line(text: &str) -> Cow<'_, str> {
    // To the end in any case, so that many bytes are looked at at a time.
    let plain = |all: bool, byte: u8| all & matches!(byte, b' '..=b'~');
    if text.bytes().fold(true, plain) || text.chars().all(|c| replacement(c).is_none()) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.chars() {
        // A Windows line end is one break, not two.
        if !(after_return && c == '\n') {
            clean.push(replacement(c).unwrap_or(c));
        }
        after_return = c == '\r';
    }
    Cow::Owned(clean)
}

/// `text` with its lines and tabs kept and everything else as in [`line`]; for media that escape for themselves.
pub fn block(text: &str) -> Cow<'_, str> {
    let harmless = |c: char| matches!(c, '\n' | '\t' | '\u{200e}' | '\u{200f}') || replacement(c).is_none();
    if text.chars().all(harmless) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n");
    Cow::Owned(text.chars().map(|c| if harmless(c) { c } else { replacement(c).unwrap_or(c) }).collect())
}

/// What to show instead of `c`, if `c` is not harmless.
fn replacement(c: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32),
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => Some('\u{fffd}'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_an_article_steers_the_terminal() {
        for (text, clean, why) in [
            ("twelve dead", "twelve dead", "plain text stays"),
            ("café\u{a0}渡船", "café\u{a0}渡船", "letters and no-break spaces stay"),
            ("\u{1b}[31mred\u{1b}[0m", "␛[31mred␛[0m", "escape sequences lose their escape"),
            ("bell\u{7}", "bell␇", "bells are seen, not heard"),
            ("a\r\nb\tc", "a b c", "line breaks and tabs become spaces"),
            ("\u{202e}lla", "\u{fffd}lla", "nobody turns the direction round"),
            ("\u{9b}31m", "\u{fffd}31m", "C1 controls start escape sequences too"),
        ] {
            assert_eq!(line(text), clean, "{why}");
        }
    }
}
