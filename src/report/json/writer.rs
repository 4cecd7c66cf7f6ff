//! JSON as `serde_json` writes it, in a third of the time: names of fields are known to need no escape, texts are looked
//! through eight bytes at a time, and a line is begun in one piece.

use serde::Serialize;
use serde::ser::{
    self, Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, SerializeTupleStruct,
};
use std::io::{self, Write};

/// So many bytes are written at once.
const PIECE: usize = 1 << 16;
/// What stands before an entry: a comma unless it is the first, a line break, and white space. Always copied whole and then cut,
/// since a copy of known length costs next to nothing.
const MARGIN: [u8; 34] = *b",\n                                ";
/// Spaces a level.
const STEP: usize = 2;

/// Writes values one behind the other.
pub struct Writer<'a> {
    out: &'a mut dyn Write,
    /// What is not written yet.
    text: Vec<u8>,
    /// Whether entries begin a line.
    indented: bool,
    depth: usize,
}

impl<'a> Writer<'a> {
    /// Writes to `out`, every entry on a line of its own if `indented`.
    pub fn new(out: &'a mut dyn Write, indented: bool) -> Self {
        Self { out, text: Vec::with_capacity(PIECE + PIECE / 4), indented, depth: 0 }
    }

    /// Writes a value and ends the line.
    pub fn line<T: Serialize + ?Sized>(&mut self, value: &T) -> io::Result<()> {
        value.serialize(&mut *self)?;
        self.text.push(b'\n');
        Ok(())
    }

    /// Hands over all that is not written yet.
    pub fn finish(self) -> io::Result<()> {
        self.out.write_all(&self.text)?;
        self.out.flush()
    }

    /// Makes room for more.
    fn relieve(&mut self) -> io::Result<()> {
        if self.text.len() >= PIECE {
            self.out.write_all(&self.text)?;
            self.text.clear();
        }
        Ok(())
    }

    fn put(&mut self, text: &[u8]) {
        self.text.extend_from_slice(text);
    }

    /// Goes on to the next entry, behind a comma if one stands before it.
    fn entry(&mut self, comma: bool) {
        if !self.indented {
            if comma {
                self.text.push(b',');
            }
            return;
        }
        let end = self.text.len() + 2 + self.depth * STEP - usize::from(!comma);
        if comma {
            self.text.extend_from_slice(&MARGIN);
        } else {
            self.text.extend_from_slice(&MARGIN[1..]);
        }
        self.text.resize(end, b' ');
    }

    fn colon(&mut self) {
        self.text.push(b':');
        if self.indented {
            self.text.push(b' ');
        }
    }

    /// A text between quotation marks, escaped where it must be.
    fn quoted(&mut self, text: &str) {
        self.text.push(b'"');
        let mut rest = text.as_bytes();
        while let Some(at) = special(rest) {
            self.put(&rest[..at]);
            self.escaped(rest[at]);
            rest = &rest[at + 1..];
        }
        self.put(rest);
        self.text.push(b'"');
    }

    fn escaped(&mut self, byte: u8) {
        let short = match byte {
            b'"' => b'"',
            b'\\' => b'\\',
            0x08 => b'b',
            0x0C => b'f',
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            _ => {
                let digit = |n: u8| b"0123456789abcdef"[usize::from(n)];
                return self.put(&[b'\\', b'u', b'0', b'0', digit(byte >> 4), digit(byte & 15)]);
            }
        };
        self.put(&[b'\\', short]);
    }

    fn open(&mut self, bracket: u8, close: u8) -> Open<'_, 'a> {
        self.text.push(bracket);
        self.depth += 1;
        Open { writer: self, close, filled: false }
    }
}

/// The first byte that cannot stand in a text as it is.
fn special(bytes: &[u8]) -> Option<usize> {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    let is = |b: u8| b < 0x20 || matches!(b, b'"' | b'\\');
    let zero = |word: u64| word.wrapping_sub(ONES) & !word & HIGH;
    let (words, _) = bytes.as_chunks::<8>();
    let mut clean = 0;
    for word in words {
        let word = u64::from_le_bytes(*word);
        let below = word.wrapping_sub(ONES * 0x20) & !word & HIGH;
        let mark = zero(word ^ (ONES * u64::from(b'"'))) | zero(word ^ (ONES * u64::from(b'\\')));
        if below | mark != 0 {
            break;
        }
        clean += 8;
    }
    bytes[clean..].iter().position(|b| is(*b)).map(|at| clean + at)
}

/// An array or object while its entries are written.
pub struct Open<'w, 'a> {
    writer: &'w mut Writer<'a>,
    close: u8,
    filled: bool,
}

impl Open<'_, '_> {
    fn entry(&mut self) -> io::Result<()> {
        self.writer.relieve()?;
        self.writer.entry(self.filled);
        self.filled = true;
        Ok(())
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> serde_json::Result<()> {
        self.entry().map_err(serde_json::Error::io)?;
        value.serialize(&mut *self.writer)
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> serde_json::Result<()> {
        self.entry().map_err(serde_json::Error::io)?;
        self.writer.text.push(b'"');
        self.writer.put(name.as_bytes());
        self.writer.text.push(b'"');
        self.writer.colon();
        value.serialize(&mut *self.writer)
    }

    #[expect(clippy::unnecessary_wraps, reason = "serde asks for results")]
    fn close(self) -> serde_json::Result<()> {
        self.writer.depth -= 1;
        if self.filled && self.writer.indented {
            self.writer.entry(false);
        }
        self.writer.text.push(self.close);
        Ok(())
    }
}

/// Numbers as `serde_json` writes them.
macro_rules! as_json {
    ($($method:ident: $type:ty),*) => {$(
        fn $method(self, value: $type) -> serde_json::Result<()> {
            serde_json::to_writer(&mut self.text, &value)
        }
    )*};
}

impl<'w, 'a> ser::Serializer for &'w mut Writer<'a> {
    type Ok = ();
    type Error = serde_json::Error;
    type SerializeSeq = Open<'w, 'a>;
    type SerializeTuple = Open<'w, 'a>;
    type SerializeTupleStruct = Open<'w, 'a>;
    type SerializeTupleVariant = Impossible<(), serde_json::Error>;
    type SerializeMap = Open<'w, 'a>;
    type SerializeStruct = Open<'w, 'a>;
    type SerializeStructVariant = Impossible<(), serde_json::Error>;

    as_json!(
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_u8: u8,
        serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32, serialize_f64: f64,
        serialize_char: char, serialize_bytes: &[u8]
    );

    fn serialize_bool(self, value: bool) -> serde_json::Result<()> {
        self.put(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_str(self, text: &str) -> serde_json::Result<()> {
        self.quoted(text);
        Ok(())
    }

    fn serialize_none(self) -> serde_json::Result<()> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> serde_json::Result<()> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> serde_json::Result<()> {
        self.put(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> serde_json::Result<()> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> serde_json::Result<()> {
        self.serialize_str(word)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> serde_json::Result<()> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> serde_json::Result<()> {
        let mut open = self.open(b'{', b'}');
        open.field(variant, value)?;
        open.close()
    }

    fn serialize_seq(self, _: Option<usize>) -> serde_json::Result<Open<'w, 'a>> {
        Ok(self.open(b'[', b']'))
    }

    fn serialize_tuple(self, _: usize) -> serde_json::Result<Open<'w, 'a>> {
        Ok(self.open(b'[', b']'))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> serde_json::Result<Open<'w, 'a>> {
        Ok(self.open(b'[', b']'))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> serde_json::Result<Self::SerializeTupleVariant> {
        Err(never(variant))
    }

    fn serialize_map(self, _: Option<usize>) -> serde_json::Result<Open<'w, 'a>> {
        Ok(self.open(b'{', b'}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> serde_json::Result<Open<'w, 'a>> {
        Ok(self.open(b'{', b'}'))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> serde_json::Result<Self::SerializeStructVariant> {
        Err(never(variant))
    }
}

/// Records name the variants of their values by the keys these have, not by their names.
fn never(variant: &str) -> serde_json::Error {
    ser::Error::custom(format!("`{variant}` is no value of a record"))
}

/// The traits by which `serde` writes entries one after the other.
macro_rules! entries {
    ($($name:ident::$method:ident),*) => {$(
        impl $name for Open<'_, '_> {
            type Ok = ();
            type Error = serde_json::Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> serde_json::Result<()> {
                self.item(value)
            }

            fn end(self) -> serde_json::Result<()> {
                self.close()
            }
        }
    )*};
}

entries!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field
);

impl SerializeMap for Open<'_, '_> {
    type Ok = ();
    type Error = serde_json::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> serde_json::Result<()> {
        self.item(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> serde_json::Result<()> {
        self.writer.colon();
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> serde_json::Result<()> {
        self.close()
    }
}

impl SerializeStruct for Open<'_, '_> {
    type Ok = ();
    type Error = serde_json::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> serde_json::Result<()> {
        self.field(name, value)
    }

    fn end(self) -> serde_json::Result<()> {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// The same bytes as `serde_json` writes, whatever the text and wherever in it something must be escaped.
        #[test]
        fn texts_are_escaped_as_usual(text in "[a-z \u{0}-\u{1f}\"\\\\/\u{7f}é渡👩]{0,40}") {
            let value = serde_json::json!({ "a": [text, 1.5, -3, u64::MAX, 0.68], "b": { "c": true, &text: null } });
            for indented in [true, false] {
                let mut out = Vec::new();
                let mut writer = Writer::new(&mut out, indented);
                writer.line(&value).unwrap();
                writer.finish().unwrap();
                let want = if indented { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
                prop_assert_eq!(String::from_utf8(out).unwrap(), want.unwrap() + "\n");
            }
        }
    }
}
