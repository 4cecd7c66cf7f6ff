//! Variants of a file by a fixed sequence of pseudo-random numbers, so that a failure comes again.

use std::io::{Cursor, Read, Write};

/// A small generator of pseudo-random numbers (xorshift).
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
}

/// Pieces that mean something to a reader or an annotator; a byte at a time would hardly ever make them.
const PIECES: [&str; 24] = [
    "<",
    "</p>",
    "<table><tr><td>",
    "{",
    "\":[",
    "\"",
    "\n",
    "\n\n",
    "\r\n",
    "\0",
    "**",
    "| a | b |\n|---|---|\n",
    "](",
    "“",
    "[^1]",
    "&#x80;",
    "=",
    "\u{200b}",
    "\u{202e}",
    "渡",
    "41 ",
    " million ",
    "%",
    "\u{feff}",
];

/// A variant of `bytes`: cut, bits flipped, bytes replaced, a piece doubled or taken out.
pub fn mutated(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len());
        match random.below(7) {
            0 => bytes.truncate(at),
            1 if !bytes.is_empty() => bytes[at] ^= 1 << random.below(8),
            2 if !bytes.is_empty() => bytes[at] = random.next() as u8,
            3 => bytes.insert(at, random.next() as u8),
            5 => {
                bytes.splice(at..at, PIECES[random.below(PIECES.len())].bytes());
            }
            4 => {
                let end = (at + random.below(64)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => {
                let end = (at + random.below(64)).min(bytes.len());
                bytes.drain(at..end);
            }
        }
    }
    bytes
}

/// `bytes` with all but a short beginning, which tells the format, replaced by noise.
pub fn noise(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let kept = random.below(48).min(bytes.len());
    let mut out = bytes[..kept].to_vec();
    out.extend((0..random.below(2000)).map(|_| random.next() as u8));
    out
}

/// A variant of a packed file whose packing is sound: one of its parts is damaged and packed anew, so that the damage gets past
/// the sums and lengths of the packing. Nothing for a file that is not packed.
pub fn damaged_inside(bytes: &[u8], random: &mut Random) -> Option<Vec<u8>> {
    if bytes.starts_with(&[0x1f, 0x8b]) {
        let mut inside = Vec::new();
        flate2::read::GzDecoder::new(bytes).read_to_end(&mut inside).unwrap();
        return Some(crate::samples::gzipped(&mutated(&inside, random)));
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let damaged = random.below(archive.len());
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for i in 0..archive.len() {
        let mut part = archive.by_index(i).unwrap();
        let mut inside = Vec::new();
        part.read_to_end(&mut inside).unwrap();
        let inside = if i == damaged { mutated(&inside, random) } else { inside };
        writer
            .start_file(part.name().unwrap().into_owned(), zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(&inside).unwrap();
    }
    Some(writer.finish().unwrap().into_inner())
}

/// A variant of any of these kinds.
pub fn variant(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    match random.below(8) {
        0 => noise(bytes, random),
        1..4 => damaged_inside(bytes, random).unwrap_or_else(|| mutated(bytes, random)),
        _ => mutated(bytes, random),
    }
}
