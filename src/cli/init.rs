//! `claimdiff init`: a commented `rules.toml` and two example articles to start from. What is there is never touched.

use super::{CLEAN, FAILED, Streams};
use crate::rules;
use std::io::{self, Write};
use std::path::Path;

/// Two short articles that agree on some figures and differ on others.
const EXAMPLES: [(&str, &str); 2] = [
    ("sources/harbour-bridge/gazette.md", include_str!("example/gazette.md")),
    ("sources/harbour-bridge/courier.md", include_str!("example/courier.md")),
];

/// Runs the command in `folder`.
pub fn run(folder: &Path, streams: &mut Streams) -> u8 {
    // Articles that somebody has collected are not to be mixed with examples.
    let examples = if folder.join("sources").exists() { &[][..] } else { &EXAMPLES };
    let mut status = CLEAN;
    for (name, text) in std::iter::once(&("rules.toml", rules::SHIPPED)).chain(examples) {
        let path = folder.join(name);
        match create(&path, text) {
            Ok(()) => streams.say(format_args!("wrote {}", path.display())),
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {
                streams.say(format_args!("{} is there already and was left as it is", path.display()));
            }
            Err(e) => {
                streams.say(format_args!("error: {}: This could not be written: {e}.", path.display()));
                status = FAILED;
            }
        }
    }
    if examples.is_empty() {
        streams.say(format_args!(
            "{} is there already; no example was written",
            folder.join("sources").display()
        ));
    }
    if status == CLEAN {
        streams.say("now run `claimdiff check`");
    }
    status
}

/// Writes a file that must not be there yet.
fn create(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}
