//! Which rules file a run uses: the one named, else the nearest `rules.toml` in the working directory or above it.

use std::path::{Path, PathBuf};

/// Name that is looked for.
pub const FILE_NAME: &str = "rules.toml";

/// The nearest `rules.toml` in `folder` or one of its parents, as a path that starts like `folder` does.
pub fn find(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().map(|f| f.join(FILE_NAME)).find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_rules_win() {
        let root = std::env::temp_dir().join(format!("claimdiff-discover-{}", std::process::id()));
        let deep = root.join("a/b/c");
        std::fs::create_dir_all(&deep).unwrap();
        std::fs::write(root.join(FILE_NAME), "").unwrap();
        assert_eq!(find(&deep), Some(root.join(FILE_NAME)));
        std::fs::write(root.join("a/b").join(FILE_NAME), "").unwrap();
        assert_eq!(find(&deep), Some(root.join("a/b").join(FILE_NAME)));
        std::fs::remove_dir_all(&root).unwrap();
    }
}
