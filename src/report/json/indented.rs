//! The layout of indented reports: that of `serde_json`, in fewer pieces.

use serde_json::ser::Formatter;
use std::io::{self, Write};

/// Indents as `serde_json` does, by two spaces, but a line in one piece: with a piece a level, half the time went into white
/// space.
#[derive(Default)]
pub struct Indented {
    depth: usize,
    /// Whether something stands in the array or object that is open.
    filled: bool,
}

/// What stands before an entry: a comma unless it is the first, a line break, and white space.
const MARGIN: &[u8] = b",\n                                                                ";
/// Spaces a level.
const STEP: usize = 2;

impl Indented {
    /// Begins a line, behind a comma if something stands before it.
    fn line<W: ?Sized + Write>(&self, out: &mut W, comma: bool) -> io::Result<()> {
        let end = 2 + self.depth * STEP;
        out.write_all(&MARGIN[usize::from(!comma)..end.min(MARGIN.len())])?;
        for _ in MARGIN.len()..end {
            out.write_all(b" ")?;
        }
        Ok(())
    }

    fn open<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.filled = false;
        out.write_all(bracket)
    }

    fn close<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if self.filled {
            self.line(out, false)?;
        }
        out.write_all(bracket)
    }
}

impl Formatter for Indented {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.line(out, !first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.line(out, !first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::Serialize;
    use serde_json::ser::Serializer;

    proptest! {
        /// The same bytes as the layout of `serde_json`.
        #[test]
        fn lines_are_those_of_serde_json(text in "[a-z \"\\\\é]{0,20}", deep in 0..40_usize) {
            let mut value = serde_json::json!({ "a": [text, 1.5, [], {}], "b": { &text: null } });
            for _ in 0..deep {
                value = serde_json::json!([value]);
            }
            let mut out = Vec::new();
            value.serialize(&mut Serializer::with_formatter(&mut out, Indented::default())).unwrap();
            prop_assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string_pretty(&value).unwrap());
        }
    }
}
