//! What the tests of the whole program share: runs without a process, folders that go away, and the stories at hand.

#![allow(dead_code, reason = "each test file uses a part of it")]

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a run gave.
pub struct Run {
    pub status: u8,
    pub out: String,
    pub err: String,
}

/// Runs the program with these arguments and this standard input, in this process.
pub fn run_with<S: AsRef<str>>(args: &[S], mut stdin: &[u8]) -> Run {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = std::iter::once("claimdiff").chain(args.iter().map(AsRef::as_ref)).map(OsString::from);
    let status = claimdiff::cli::run(args, &mut stdin, &mut out, &mut err);
    Run { status, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

/// The same without standard input.
pub fn run<S: AsRef<str>>(args: &[S]) -> Run {
    run_with(args, b"")
}

/// The repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Folders in `tests/cases`, sorted.
pub fn cases() -> Vec<PathBuf> {
    folders(&root().join("tests/cases"))
}

/// Every story of the repository: the sample story and the cases.
pub fn stories() -> Vec<PathBuf> {
    let mut all = folders(&root().join("sources"));
    all.extend(cases());
    all
}

/// The articles of a story, sorted.
pub fn articles(story: &Path) -> Vec<PathBuf> {
    let is_article =
        |p: &PathBuf| p.is_file() && p.file_name().is_some_and(|n| n != "expected.txt" && n != "rules.toml");
    sorted(story).into_iter().filter(is_article).collect()
}

/// The flags that tell which rules a story is read with: its own, or only the shipped ones.
pub fn rules_of(story: &Path) -> Vec<String> {
    let rules = story.join("rules.toml");
    if rules.is_file() { vec!["--rules".into(), text(&rules)] } else { vec!["--isolated".into()] }
}

/// The report on these articles, as JSON, with the exit status.
pub fn report(story: &Path, articles: &[PathBuf], more: &[&str]) -> (u8, String) {
    let mut args: Vec<String> = ["check", "--format", "json"].map(String::from).to_vec();
    args.extend(rules_of(story));
    args.extend(more.iter().map(ToString::to_string));
    args.extend(articles.iter().map(|a| text(a)));
    let run = run(&args);
    assert!(run.status < 2, "{}: exit {}\n{}", story.display(), run.status, run.err);
    (run.status, run.out)
}

/// A path as an argument.
pub fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let found: Vec<PathBuf> = sorted(folder).into_iter().filter(|p| p.is_dir()).collect();
    assert!(!found.is_empty(), "{} holds no folder", folder.display());
    found
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    paths
}

/// A folder of its own that goes away with the test.
pub struct Desk(PathBuf);

impl Desk {
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("claimdiff-tests-{}-{n}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    /// Writes a file and gives its path.
    pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        text(&path)
    }

    /// A path in the folder, whether there is something or not.
    pub fn at(&self, name: &str) -> String {
        text(&self.0.join(name))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
