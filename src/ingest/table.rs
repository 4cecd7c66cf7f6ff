//! The `[[source]]` tables of the rules, found by the file they name.

use super::collect::shown;
use crate::model::Problem;
use crate::rules::SourceRule;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The tables by file; `articles.jsonl#id` names one article of a file.
pub struct Sources<'a> {
    by_file: BTreeMap<(PathBuf, Option<String>), &'a SourceRule>,
    missing: Vec<&'a SourceRule>,
}

impl<'a> Sources<'a> {
    /// Finds the files that the tables name.
    pub fn new(rules: &'a [SourceRule]) -> Self {
        let mut sources = Self { by_file: BTreeMap::new(), missing: Vec::new() };
        for rule in rules {
            match located(&rule.path) {
                Some(key) => _ = sources.by_file.insert(key, rule),
                None => sources.missing.push(rule),
            }
        }
        sources
    }

    /// What the rules say about the article with the id `id` in `file`, a path without links.
    pub fn of(&self, file: &Path, id: &str) -> Option<&'a SourceRule> {
        if self.by_file.is_empty() {
            return None;
        }
        let whole = self.by_file.get(&(file.to_path_buf(), None));
        self.by_file.get(&(file.to_path_buf(), Some(id.to_owned()))).or(whole).copied()
    }

    /// Whether a file found in a folder is to be read. Where tables name files of that folder, they show what its articles look
    /// like: notes of another format beside them (`.md` beside articles in `.txt`) are none.
    pub fn admit(&self, path: &Path) -> bool {
        let Some(file) = path.canonicalize().ok() else { return true };
        let mut beside =
            self.by_file.keys().map(|(f, _)| f).filter(|f| f.parent() == file.parent()).peekable();
        beside.peek().is_none() || beside.any(|f| f.extension() == file.extension())
    }

    /// A note for each table whose file is not there.
    pub fn missing(&self) -> Vec<Problem> {
        let message = "A [[source]] table of the rules names this file, but it is not there. Mend the path or remove the table.";
        self.missing
            .iter()
            .map(|rule| Problem {
                source: shown(Path::new(&rule.path)),
                message: message.to_owned(),
                fatal: false,
            })
            .collect()
    }
}

/// The file a table names, and the id of the article in it, if one is given.
fn located(path: &str) -> Option<(PathBuf, Option<String>)> {
    if let Ok(file) = Path::new(path).canonicalize() {
        return Some((file, None));
    }
    let (file, id) = path.rsplit_once('#')?;
    Some((Path::new(file).canonicalize().ok()?, Some(id.to_owned())))
}
