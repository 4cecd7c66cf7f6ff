//! Arguments to inputs: which files are read, in which order, and which of them form a story.
//!
//! A folder that directly holds articles is one story, called by its path below the folder given (or by its own name if it
//! is the one given). Files given by themselves form one story without a name. The result is ordered by path, each file once.

use super::format;
use super::limits::{Limits, size};
use super::table::Sources;
use super::walk;
use crate::model::Problem;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

/// One file to read, or standard input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Path for people: relative where possible, `/` as separator; `-` for standard input.
    pub name: String,
    /// Where it is; `None`: standard input.
    pub path: Option<PathBuf>,
    /// The same without links and `..`, to tell whether two are one file.
    pub file: PathBuf,
    /// The story its folder makes; `None` for files given by themselves.
    pub story: Option<String>,
    /// Found in a folder rather than named: need not be an article.
    pub found: bool,
}

/// The inputs that `paths` name, ordered and without doubles; what is not there goes to `problems`. `globs` choose among the
/// files found in folders.
pub fn inputs(
    paths: &[String],
    globs: &[String],
    sources: &Sources,
    problems: &mut Vec<Problem>,
) -> Vec<Input> {
    let mut paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    paths.sort_unstable();
    paths.dedup();
    let mut inputs = Vec::new();
    for path in paths {
        if path == "-" {
            let file = PathBuf::new();
            inputs.push(Input { name: "-".to_owned(), path: None, file, story: None, found: false });
            continue;
        }
        let name = shown(Path::new(path));
        match std::fs::metadata(path) {
            Ok(meta) if meta.is_dir() => inputs.extend(folder(Path::new(path), sources, globs, problems)),
            Ok(_) => {
                let file = real(Path::new(path));
                inputs.push(Input { name, path: Some(path.into()), file, story: None, found: false });
            }
            Err(e) => problems.push(Problem {
                source: name,
                message: format!("This cannot be read: {e}. Check the path."),
                fatal: true,
            }),
        }
    }
    told_apart(&mut inputs);
    without_doubles(inputs)
}

/// The bytes of an input, at most as many as the limit allows.
pub fn bytes(input: &Input, stdin: &mut dyn Read, limits: Limits) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let limit = limits.file_bytes;
    let outcome = match &input.path {
        None => stdin.take(limit + 1).read_to_end(&mut bytes),
        Some(path) => std::fs::File::open(path).and_then(|f| f.take(limit + 1).read_to_end(&mut bytes)),
    };
    outcome.map_err(|e| format!("This cannot be read: {e}."))?;
    if bytes.len() as u64 > limit {
        let limit = size(limit);
        return Err(format!("The file is larger than the limit of {limit}. Raise it with --max-file-size."));
    }
    Ok(bytes)
}

/// A path for people: without `.` and `x/..`, relative to the working directory where it lies below it, `/` as separator.
pub fn shown(path: &Path) -> String {
    let below = std::env::current_dir().ok().and_then(|here| path.strip_prefix(here).ok());
    let text = without_detours(below.unwrap_or(path)).to_string_lossy().replace('\\', "/");
    if text.is_empty() { ".".to_owned() } else { text }
}

/// The path without `.` and `x/..`, unless `x` is a link and that would lead elsewhere.
fn without_detours(path: &Path) -> PathBuf {
    let mut short = PathBuf::new();
    for part in path.components() {
        match (part, short.components().next_back()) {
            (Component::CurDir, _) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => _ = short.pop(),
            _ => short.push(part),
        }
    }
    if path.exists() && real(&Path::new(".").join(&short)) != real(path) { path.to_path_buf() } else { short }
}

/// The path without links and `..`, where the file is there.
pub fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}

/// The articles of a folder and of the folders in it.
fn folder(root: &Path, sources: &Sources, globs: &[String], problems: &mut Vec<Problem>) -> Vec<Input> {
    let mut left_out: BTreeMap<PathBuf, Vec<String>> = BTreeMap::new();
    let (mut found, before) = (Vec::new(), problems.len());
    for path in walk::files(root, globs, problems) {
        if format::is_article(&path) && sources.admit(&path) {
            found.push(path);
        } else if !is_companion(&path) {
            left_out.entry(path.parent().unwrap_or(root).to_path_buf()).or_default().push(file_name(&path));
        }
    }
    // Where the folder could not be looked through, that has been said.
    if found.is_empty() && !problems[before..].iter().any(|p| p.fatal) {
        let message = format!(
            "No articles in this folder; articles are files that end in {} and that no .gitignore or .claimdiffignore names.",
            format::extensions()
        );
        problems.push(Problem { source: shown(root), message, fatal: true });
    }
    problems.extend(left_out.into_iter().map(|(folder, names)| left_out_note(&folder, names)));
    found.into_iter().map(|path| in_story(root, path)).collect()
}

fn in_story(root: &Path, path: PathBuf) -> Input {
    let folder = path.parent().unwrap_or(root);
    let below = folder.strip_prefix(root).map(|p| p.to_string_lossy().replace('\\', "/")).unwrap_or_default();
    let own_name = || Some(real(root).file_name()?.to_string_lossy().into_owned());
    let story = if below.is_empty() { own_name() } else { Some(below) };
    Input { name: shown(&path), story, file: real(&path), path: Some(path), found: true }
}

/// Folders of one name in different places get their whole path as the name of their story.
fn told_apart(inputs: &mut [Input]) {
    let folder = |input: &Input| input.file.parent().map(shown).unwrap_or_default();
    let mut folders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for input in inputs.iter() {
        if let Some(story) = &input.story {
            let known = folders.entry(story.clone()).or_default();
            let folder = folder(input);
            if !known.contains(&folder) {
                known.push(folder);
            }
        }
    }
    for input in inputs {
        if input.story.as_ref().and_then(|s| folders.get(s)).is_some_and(|f| f.len() > 1) {
            input.story = Some(folder(input));
        }
    }
}

/// Each file once, ordered by name; a file found in a folder keeps the folder's story though it was named as well.
fn without_doubles(inputs: Vec<Input>) -> Vec<Input> {
    let mut by_file: BTreeMap<PathBuf, Input> = BTreeMap::new();
    for input in inputs {
        match by_file.get_mut(&input.file) {
            Some(known) => {
                known.found &= input.found;
                known.story = match (known.story.take(), input.story) {
                    (Some(a), Some(b)) => Some(a.min(b)),
                    (a, b) => a.or(b),
                };
                known.name = input.name.min(known.name.clone());
            }
            None => _ = by_file.insert(input.file.clone(), input),
        }
    }
    let mut inputs: Vec<Input> = by_file.into_values().collect();
    inputs.sort_by(|a, b| a.name.cmp(&b.name));
    inputs
}

/// Files that usually lie beside articles and are none; they are not worth a word.
fn is_companion(path: &Path) -> bool {
    let name = file_name(path).to_lowercase();
    name == "rules.toml" || ["readme", "license", "changelog"].iter().any(|stem| name.starts_with(stem))
}

fn left_out_note(folder: &Path, mut names: Vec<String>) -> Problem {
    names.sort();
    let (shown_names, more) =
        (names.iter().take(5).cloned().collect::<Vec<_>>().join(", "), names.len().saturating_sub(5));
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let message = format!("Left out, as no articles: {shown_names}{more}. Name a file to have it read.");
    Problem { source: shown(folder), message, fatal: false }
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}
