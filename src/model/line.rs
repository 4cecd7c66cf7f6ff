//! Text on one line.

use std::borrow::Cow;

/// `text` with single spaces for all white space between its words, and none around them.
pub fn on_one_line(text: &str) -> Cow<'_, str> {
    if is_on_one_line(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    Cow::Owned(out)
}

/// Whether there is no white space but single spaces between words; most texts have no other.
fn is_on_one_line(text: &str) -> bool {
    let mut space = true;
    for byte in text.bytes() {
        match byte {
            b' ' if space => return false,
            b' ' => space = true,
            // Beyond ASCII there are spaces too.
            0..b' ' | 0x7F.. => return false,
            _ => space = false,
        }
    }
    !space || text.is_empty()
}

#[cfg(test)]
mod tests {
    use super::on_one_line;

    proptest::proptest! {
        #[test]
        fn words_are_joined_by_single_spaces(text in "[a\u{e9}\u{7f}\u{a0}\u{2003} \n\t]{0,12}") {
            let want = text.split_whitespace().collect::<Vec<_>>().join(" ");
            proptest::prop_assert_eq!(on_one_line(&text), want);
        }
    }
}
