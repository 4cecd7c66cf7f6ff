//! Bytes to text: UTF-8 with or without a byte order mark, newlines kept as they are.

use crate::model::hash;

/// The text of `bytes` without a byte order mark; a whole sentence where they are no text.
pub fn text(bytes: &[u8]) -> Result<&str, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Some(at) = bytes.iter().position(|&b| b == 0) {
        return Err(format!(
            "This is a binary file, not text (NUL at byte {at}); leave it out or convert it."
        ));
    }
    std::str::from_utf8(bytes)
        .map_err(|e| format!("This is not UTF-8 (invalid at byte {}); save it as UTF-8.", e.valid_up_to()))
}

/// Lower-case hexadecimal SHA-256.
pub fn sha256(bytes: &[u8]) -> String {
    hash::hex(&hash::sha256(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_kept_as_it_is_but_for_the_byte_order_mark() {
        assert_eq!(text(b"\xef\xbb\xbfa\r\nb\xc2\xa0c"), Ok("a\r\nb\u{a0}c"));
        assert!(text(b"abc\xff").unwrap_err().contains("byte 3"));
        assert!(text(b"ab\0c").unwrap_err().contains("binary"));
    }

    #[test]
    fn digests_are_those_of_the_standard() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
