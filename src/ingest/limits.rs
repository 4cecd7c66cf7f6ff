//! What is too much to read: one place for the figures, so that every format refuses alike.

use std::time::Duration;

/// Limits on what is read; what is over a limit is a problem, never cut short in silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Largest file, in bytes.
    pub file_bytes: u64,
    /// Longest text of one article, in bytes. A long newspaper article has 50 kB, a novel 1 MB.
    pub article_bytes: usize,
    /// Largest size of what a packed file unpacks to, in bytes.
    pub unpacked_bytes: u64,
    /// Most articles in one file and in one story.
    pub articles: usize,
    /// Deepest nesting of elements in pages and XML. Pages have about 30 levels; browsers stop at 512.
    pub depth: usize,
    /// Longest time for reading one file.
    pub time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 256_000_000,
            article_bytes: 8_000_000,
            unpacked_bytes: 100_000_000,
            articles: 100_000,
            depth: 512,
            time: Duration::from_mins(1),
        }
    }
}

/// What is said of something nested deeper than `limit`.
pub fn too_deep(what: &str, limit: usize) -> String {
    format!("{what} are nested more than {limit} deep; it was left out. Raise it with --max-depth.")
}

/// A number of bytes for people: `512 bytes`, `50.0 MB`.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn sizes_are_written_for_people() {
        let shown: Vec<String> = [0, 999, 1_500, 50_000_000].map(super::size).to_vec();
        assert_eq!(shown, ["0 bytes", "999 bytes", "1.5 kB", "50.0 MB"]);
    }
}
