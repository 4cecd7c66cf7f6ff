//! Packed files: parts of ZIP packages and gzip streams, unpacked up to a limit and never to disk.
//!
//! The only user of `zip` and `flate2`. What unpacks to more than the limit is refused before it is held in memory.

use super::limits::{Limits, size};
use std::io::{Cursor, Read};

/// A ZIP package.
pub struct Package<'a> {
    archive: zip::ZipArchive<Cursor<&'a [u8]>>,
    limit: u64,
}

impl<'a> Package<'a> {
    /// Opens a package; a whole sentence where it is none.
    pub fn open(bytes: &'a [u8], limits: Limits) -> Result<Self, String> {
        let archive = zip::ZipArchive::new(Cursor::new(bytes))
            .map_err(|e| format!("The package cannot be opened: {e}."))?;
        Ok(Self { archive, limit: limits.unpacked_bytes })
    }

    /// Whether it has a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// A part as text.
    pub fn part(&mut self, name: &str) -> Result<String, String> {
        let file = self.archive.by_name(name).map_err(|e| format!("The part {name} cannot be read: {e}."))?;
        let bytes = limited(file, self.limit)?;
        let text = String::from_utf8(bytes).map_err(|_| format!("The part {name} is not UTF-8."))?;
        Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
    }
}

/// Whether the bytes begin like gzip.
pub fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1f, 0x8b, 8])
}

/// What a gzip file holds; several members are one stream.
pub fn gunzip(bytes: &[u8], limits: Limits) -> Result<Vec<u8>, String> {
    limited(flate2::read::MultiGzDecoder::new(bytes), limits.unpacked_bytes)
}

/// Unpacks a zlib stream that may be followed by anything, piece by piece, without keeping it; what is no such stream is
/// empty. Returns the number of bytes, or `None` once they are more than `limit`.
pub fn inflated(bytes: &[u8], limit: u64, visit: &mut dyn FnMut(&[u8])) -> Option<u64> {
    let mut reader = flate2::read::ZlibDecoder::new(bytes);
    let mut buffer = vec![0; 1 << 16];
    let mut total = 0;
    // A damaged stream ends where it is damaged.
    while let Ok(n @ 1..) = reader.read(&mut buffer) {
        total += n as u64;
        if total > limit {
            return None;
        }
        visit(&buffer[..n]);
    }
    Some(total)
}

fn limited(reader: impl Read, limit: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    reader.take(limit + 1).read_to_end(&mut bytes).map_err(|e| format!("It cannot be unpacked: {e}."))?;
    if bytes.len() as u64 > limit {
        let limit = size(limit);
        return Err(format!(
            "It unpacks to more than the limit of {limit}. Raise it with --max-unpacked-size."
        ));
    }
    Ok(bytes)
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use std::io::Write;

    /// A ZIP package of these parts.
    pub fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            let options = zip::write::SimpleFileOptions::default();
            writer.start_file(*name, options).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    /// Bytes as a gzip file.
    pub fn gzipped(bytes: &[u8]) -> Vec<u8> {
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        writer.write_all(bytes).unwrap();
        writer.finish().unwrap()
    }

    #[test]
    fn a_stream_of_several_members_is_unpacked_up_to_the_limit() {
        let two = [gzipped(b"one "), gzipped(b"two")].concat();
        assert_eq!(gunzip(&two, Limits::default()), Ok(b"one two".to_vec()));
        let limits = Limits { unpacked_bytes: 1000, ..Limits::default() };
        assert!(
            gunzip(&gzipped(&vec![b'x'; 100_000]), limits)
                .unwrap_err()
                .contains("more than the limit of 1.0 kB")
        );
        assert!(gunzip(&two[..10], limits).unwrap_err().contains("cannot be unpacked"));
    }
}
