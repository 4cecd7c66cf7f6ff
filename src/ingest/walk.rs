//! Which files lie in a folder, as tools that search sources have it: hidden files, what `.gitignore` or `.claimdiffignore` name and
//! links that lead out of the folder are left out. The only user of `ignore`.

use super::collect::{real, shown};
use crate::model::Problem;
use ignore::WalkBuilder;
use ignore::overrides::{Override, OverrideBuilder};
use std::path::{Path, PathBuf};

/// Folders deeper than this below the one given are not looked into.
const MAX_DEPTH: usize = 64;

/// The files below `root`, folders in order of their names. `globs` choose among them as those of `ripgrep` do (`*.md`, `!draft-*`).
pub fn files(root: &Path, globs: &[String], problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let chosen = match overrides(root, globs) {
        Ok(chosen) => chosen,
        Err(problem) => {
            problems.push(problem);
            return Vec::new();
        }
    };
    let walk = WalkBuilder::new(root)
        // What one user's machine ignores everywhere must not change what is read; nor does it take a repository.
        .git_global(false)
        .git_exclude(false)
        .require_git(false)
        .add_custom_ignore_filename(".claimdiffignore")
        .max_depth(Some(MAX_DEPTH + 1))
        .overrides(chosen)
        .sort_by_file_name(std::cmp::Ord::cmp)
        .build();
    let tree = real(root);
    let (mut files, mut leading_out) = (Vec::new(), Vec::new());
    for entry in walk {
        match entry {
            Ok(entry) if entry.depth() > MAX_DEPTH => {
                let message =
                    format!("Folders are looked into {MAX_DEPTH} deep; what lies deeper was left out.");
                problems.push(Problem { source: shown(root), message, fatal: true });
            }
            Ok(entry) => {
                let inside = !entry.path_is_symlink() || real(entry.path()).starts_with(&tree);
                if !inside {
                    leading_out.push(shown(entry.path().strip_prefix(root).unwrap_or(entry.path())));
                } else if entry.path().is_file() {
                    files.push(entry.into_path());
                }
            }
            Err(error) => {
                let message = format!("A part of this folder cannot be read: {error}.");
                problems.push(Problem { source: shown(root), message, fatal: true });
            }
        }
    }
    if !leading_out.is_empty() {
        let message =
            format!("Links that lead out of this folder were left out: {}.", leading_out.join(", "));
        problems.push(Problem { source: shown(root), message, fatal: false });
    }
    files
}

fn overrides(root: &Path, globs: &[String]) -> Result<Override, Problem> {
    let mut builder = OverrideBuilder::new(root);
    for glob in globs {
        builder.add(glob).map_err(|error| Problem {
            source: format!("--glob {glob}"),
            message: format!("This is no pattern for files: {error}."),
            fatal: true,
        })?;
    }
    builder.build().map_err(|error| Problem {
        source: "--glob".to_owned(),
        message: format!("These patterns cannot be used: {error}."),
        fatal: true,
    })
}
