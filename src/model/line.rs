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

/// Whether there are only ASCII letters and signs, with single spaces between words; most texts are so. Beyond ASCII there
/// are spaces too.
pub fn is_on_one_line(text: &str) -> bool {
    let bytes = text.as_bytes();
    let ends = bytes.first() == Some(&b' ') || bytes.last() == Some(&b' ');
    // To the end in any case, and in bytes, so that many are looked at at a time.
    let strange = bytes.iter().fold(0, |any, b| any | u8::from(!(b' '..0x7f).contains(b)));
    let behind = bytes.get(1..).unwrap_or_default();
    let both = |a: u8, b: u8| u8::from(a == b' ') & u8::from(b == b' ');
    let double = bytes.iter().zip(behind).fold(0, |any, (a, b)| any | both(*a, *b));
    strange == 0 && double == 0 && !ends
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
