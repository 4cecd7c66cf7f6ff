//! Whether a PDF stays within bounds, told from its bytes before a parser unpacks and recurses into it.

use crate::ingest::limits::{Limits, size};
use crate::ingest::package;

/// Arrays and dictionaries may be nested this deep.
const MAX_DEPTH: usize = 200;

/// Refuses a file whose streams unpack to too much or whose objects are nested too deep.
pub fn check(bytes: &[u8], limits: Limits) -> Result<(), String> {
    let mut left = limits.unpacked_bytes;
    let mut deep = false;
    let mut at = 0;
    while let Some(start) = find(&bytes[at..], b"stream").map(|i| at + i + b"stream".len()) {
        deep |= too_deep(&bytes[at..start]);
        let body = bytes[start..]
            .strip_prefix(b"\r\n")
            .or_else(|| bytes[start..].strip_prefix(b"\n"))
            .unwrap_or(&bytes[start..]);
        let Some(unpacked) = package::inflated(body, left, &mut |piece| deep |= too_deep(piece)) else {
            let limit = size(limits.unpacked_bytes);
            return Err(format!(
                "It unpacks to more than the limit of {limit}. Raise it with --max-unpacked-size."
            ));
        };
        left -= unpacked;
        // What is in the stream is no syntax of the file.
        at = find(&bytes[start..], b"endstream").map_or(bytes.len(), |i| start + i + b"endstream".len());
    }
    deep |= too_deep(&bytes[at..]);
    if deep {
        return Err(format!(
            "The objects of this PDF are nested more than {MAX_DEPTH} deep; it was left out."
        ));
    }
    Ok(())
}

/// Whether brackets pile up; the end of an object closes them all. Random bytes open and close about as many.
fn too_deep(bytes: &[u8]) -> bool {
    let mut depth = 0usize;
    for (i, byte) in bytes.iter().enumerate() {
        match byte {
            b'[' | b'<' | b'(' => depth += 1,
            b']' | b'>' | b')' => depth = depth.saturating_sub(1),
            b'e' if bytes[i..].starts_with(b"endobj") => depth = 0,
            _ => {}
        }
        if depth > MAX_DEPTH {
            return true;
        }
    }
    false
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|w| w == what)
}
