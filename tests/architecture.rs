//! The house holds its shape: who may know whom, one place for each outside crate, and sizes a reader can take in.
//!
//! Read from the source text with a small lexer, which is enough for the questions asked here and needs no parser.

#![allow(clippy::unwrap_used, reason = "a test may stop where its ground is missing")]

mod common;

use std::collections::BTreeMap;
use std::path::Path;

/// Modules and whom they may know. Everything flows one way; only the library's root, `cli` and tests join neighbours.
const MAY_KNOW: [(&str, &[&str]); 12] = [
    ("model", &[]),
    ("lexicon", &["model"]),
    ("rules", &["model"]),
    ("ingest", &["lexicon", "model", "rules"]),
    ("segment", &["lexicon", "model", "rules"]),
    ("annotate", &["lexicon", "model", "rules"]),
    ("claim", &["lexicon", "model", "rules"]),
    ("align", &["lexicon", "model", "rules"]),
    ("compare", &["lexicon", "model", "rules"]),
    ("record", &["model", "rules"]),
    ("report", &["model", "rules"]),
    ("cli", &["compare", "ingest", "model", "report", "rules"]),
];

/// What stands against [`MAY_KNOW`], with the reason; to be mended, not to be added to.
const KNOWN_BREACHES: [(&str, &str, &str); 1] = [(
    "align/mod.rs",
    "claim::entity::Entities",
    "the table of who is who is made by `claim` and asked by `align`",
)];

/// Outside crates and the one place that imports each (`/` at the end: a folder).
const PLACES: [(&str, &[&str]); 33] = [
    ("calendrical_calculations", &["annotate/times/calendars.rs"]),
    ("chardetng", &["ingest/decode.rs"]),
    ("clap", &["cli/"]),
    ("clap_complete", &["cli/"]),
    ("clap_mangen", &["cli/documents.rs"]),
    ("colored", &["report/text/paint.rs"]),
    ("csv", &["report/csv/"]),
    ("dom_query", &["ingest/html/"]),
    ("dom_smoothie", &["ingest/html/body.rs"]),
    ("encoding_rs", &["ingest/decode.rs"]),
    ("flate2", &["ingest/package.rs"]),
    ("ignore", &["ingest/walk.rs"]),
    ("indicatif", &["cli/progress.rs"]),
    ("iso_currency", &["lexicon/currencies.rs"]),
    ("jiff", &["model/"]),
    ("mail_parser", &["ingest/format/mail.rs"]),
    ("minijinja", &["report/html/mod.rs"]),
    ("pdf_extract", &["ingest/pdf/glyphs.rs"]),
    ("pulldown_cmark", &["ingest/markdown.rs"]),
    ("quick_junit", &["report/junit.rs"]),
    ("quick_xml", &["ingest/xml.rs"]),
    ("rust_decimal", &["model/mod.rs"]),
    ("rust_stemmers", &["lexicon/stem.rs"]),
    ("serde_saphyr", &["ingest/front.rs"]),
    ("serde_sarif", &["report/sarif/"]),
    ("sha2", &["model/hash.rs"]),
    // Spellings of names in articles, and words mistyped in rules: two questions, two thresholds.
    ("strsim", &["annotate/names/small.rs", "claim/entity/spelling.rs", "rules/words.rs"]),
    // The rules a user writes, and the tables compiled in.
    ("toml", &["lexicon/", "rules/file.rs"]),
    ("toml_edit", &["rules/baseline.rs"]),
    ("unicode_segmentation", &["model/unicode.rs"]),
    ("whatlang", &["ingest/language.rs"]),
    ("zip", &["ingest/package.rs"]),
    ("schemars", &["model/", "report/schema.rs", "rules/"]),
];

/// Crates that are a vocabulary rather than a service: their types and derives may stand anywhere.
const ANYWHERE: [&str; 3] = ["rustc_hash", "serde", "serde_json"];

/// Longest file, in lines without tests.
const FILE: usize = 400;
/// Longest function, in lines that are more than an entry of a word list.
const FUNCTION: usize = 50;

#[test]
fn modules_know_only_whom_they_may_know() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_KNOW.into_iter().collect();
    let mut wrong = Vec::new();
    for file in sources() {
        let module = file.module();
        if module == "lib" || module == "main" {
            continue;
        }
        let known = allowed.get(module).unwrap_or_else(|| panic!("say in MAY_KNOW whom `{module}` may know"));
        for (number, line) in file.lines() {
            for path in line.split("crate::").skip(1) {
                let other = word_at_start(path);
                if KNOWN_BREACHES.iter().any(|(at, what, _)| *at == file.path && path.starts_with(what)) {
                    continue;
                }
                if other != module && allowed.contains_key(other) && !known.contains(&other) {
                    wrong.push(format!("src/{}:{number}: `{module}` may not know `{other}`", file.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_outside_crate_has_one_importing_place() {
    let places: BTreeMap<&str, &[&str]> = PLACES.into_iter().collect();
    let files = sources();
    let mut wrong = Vec::new();
    for name in dependencies() {
        if ANYWHERE.contains(&name.as_str()) {
            continue;
        }
        let Some(places) = places.get(name.as_str()) else {
            wrong.push(format!("say in PLACES which place imports `{name}`"));
            continue;
        };
        let mut used = false;
        for file in &files {
            // Where a sibling module has the crate's name, only `::name` means the crate.
            let wanted = if file.shadows(&name) { format!("::{name}") } else { name.clone() };
            for (number, _) in file.lines().into_iter().filter(|(_, line)| names(line, &wanted)) {
                used = true;
                if !places.iter().any(|place| file.is_at(place)) {
                    wrong.push(format!("src/{}:{number}: `{name}` belongs to {places:?}", file.path));
                }
            }
        }
        if !used {
            wrong.push(format!("`{name}` is a dependency that no file imports"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_stay_short() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|f| f.code.lines().count() > FILE)
        .map(|f| {
            format!("src/{}: {} lines without tests, {FILE} is the limit", f.path, f.code.lines().count())
        })
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn functions_stay_short() {
    let long: Vec<String> = sources()
        .iter()
        .flat_map(|f| functions(&f.code).into_iter().map(|fun| (f.path.clone(), fun)))
        .filter(|(_, fun)| fun.lines > FUNCTION)
        .map(|(path, fun)| {
            format!(
                "src/{path}:{}: `{}` has {} lines, {FUNCTION} is the limit",
                fun.line, fun.name, fun.lines
            )
        })
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn every_module_says_why_it_exists() {
    let silent: Vec<String> = sources().into_iter().filter(|f| !f.documented).map(|f| f.path).collect();
    assert!(silent.is_empty(), "these open without `//!`: {silent:?}");
}

#[test]
fn the_lexer_sees_code_and_nothing_else() {
    let text = "fn a<'x>(c: &'x str) { // }\n  let b = '{'; let s = \"}\\\"}\"; /* } */ let r = r#\"}\"#;\n}\nfn b() {}\n";
    let found: Vec<(String, usize, usize)> =
        functions(&code_of(text)).into_iter().map(|f| (f.name, f.line, f.lines)).collect();
    assert_eq!(found, [("a".to_owned(), 1, 3), ("b".to_owned(), 4, 1)]);
    assert!(names("use zip::read;", "zip") && names("x(zip::y)", "zip"));
    assert!(!names("use unzip::x;", "zip") && !names("super::zip::x", "zip"));
}

/// A source file with comments and the insides of literals blanked out, and without its tests.
struct Source {
    path: String,
    code: String,
    documented: bool,
}

impl Source {
    /// First part of the path: the module of the house.
    fn module(&self) -> &str {
        self.path.split('/').next().unwrap().trim_end_matches(".rs")
    }

    fn lines(&self) -> Vec<(usize, &str)> {
        self.code.lines().enumerate().map(|(i, line)| (i + 1, line)).collect()
    }

    fn is_at(&self, place: &str) -> bool {
        if place.ends_with('/') { self.path.starts_with(place) } else { self.path == place }
    }

    /// Whether `name` means a sibling module here rather than the crate.
    fn shadows(&self, name: &str) -> bool {
        let folder = common::root().join("src").join(Path::new(&self.path).parent().unwrap());
        folder.join(name).is_dir() || folder.join(format!("{name}.rs")).is_file()
    }
}

/// All source files that are not tests.
fn sources() -> Vec<Source> {
    let src = common::root().join("src");
    let mut folders = vec![src.clone()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if path.extension().is_none_or(|e| e != "rs") || is_test(&path) {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            found.push(Source {
                path: common::text(path.strip_prefix(&src).unwrap()).replace('\\', "/"),
                code: code_of(&text),
                documented: text.starts_with("//!"),
            });
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 50, "the sources were not found");
    found
}

/// Whether the module that declares this file does so for tests only.
fn is_test(path: &Path) -> bool {
    let name = path.file_stem().unwrap().to_str().unwrap();
    let declared = |file: &Path| {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        ["mod", "pub mod", "pub(crate) mod"]
            .iter()
            .any(|word| text.contains(&format!("#[cfg(test)]\n{word} {name};")))
    };
    let folder = path.parent().unwrap();
    declared(&folder.join("mod.rs"))
        || declared(&folder.with_extension("rs"))
        || declared(&folder.join("lib.rs"))
}

/// The dependencies of the program, as code writes them.
fn dependencies() -> Vec<String> {
    let manifest = std::fs::read_to_string(common::root().join("Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    manifest["dependencies"].as_table().unwrap().keys().map(|name| name.replace('-', "_")).collect()
}

/// The word that `text` starts with.
fn word_at_start(text: &str) -> &str {
    let end = text.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(text.len());
    &text[..end]
}

/// Whether `line` names something of the crate `name`.
fn names(line: &str, name: &str) -> bool {
    line.match_indices(&format!("{name}::")).any(|(at, _)| {
        let before = &line[..at];
        !before.ends_with(|c: char| c == '_' || c.is_alphanumeric())
            && (!before.ends_with("::")
                || matches!(before.chars().rev().nth(2), None | Some(' ' | '<' | '(' | '&')))
    })
}

/// A function with a body.
struct Function {
    name: String,
    line: usize,
    lines: usize,
}

/// Functions in blanked code, from the line of `fn` to that of the closing brace.
fn functions(code: &str) -> Vec<Function> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        if code[..at].ends_with(|c: char| c == '_' || c.is_alphanumeric()) {
            continue;
        }
        let Some(end) = body_end(&code[at..]) else { continue };
        let line = code[..at].matches('\n').count() + 1;
        let lines = code[at..at + end].lines().filter(|line| !is_entry(line)).count();
        found.push(Function { name: word_at_start(&code[at + 3..]).to_owned(), line, lines });
    }
    found
}

/// Whether a blanked line holds nothing but a literal of a list.
fn is_entry(line: &str) -> bool {
    matches!(line.trim(), "|" | ",")
}

/// Where the body of the function that `code` starts with ends; `None` without a body.
fn body_end(code: &str) -> Option<usize> {
    let (mut depth, mut brackets) = (0_usize, 0_usize);
    for (i, c) in code.char_indices() {
        match c {
            '(' | '[' if depth == 0 => brackets += 1,
            ')' | ']' if depth == 0 => brackets = brackets.saturating_sub(1),
            ';' if depth == 0 && brackets == 0 => return None,
            '{' => depth += 1,
            '}' if depth <= 1 => return Some(i + 1),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The text with comments and literals blanked out, up to its tests.
fn code_of(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    let chars: Vec<char> = text[..end].chars().collect();
    let mut code = String::with_capacity(end);
    let mut i = 0;
    while i < chars.len() {
        let stop = literal_end(&chars, i);
        if stop == i {
            code.push(chars[i]);
            i += 1;
        } else {
            code.extend(chars[i..stop].iter().map(|c| if *c == '\n' { '\n' } else { ' ' }));
            i = stop;
        }
    }
    code
}

/// Where the comment or literal that starts at `i` ends; `i` if none starts there.
fn literal_end(chars: &[char], i: usize) -> usize {
    let rest = &chars[i..];
    let find = |from: usize, end: &[char]| {
        let found = rest[from..].windows(end.len()).position(|w| w == end);
        found.map_or(chars.len(), |p| i + from + p + end.len())
    };
    match rest {
        ['/', '/', ..] => find(2, &['\n']) - 1,
        ['/', '*', ..] => find(2, &['*', '/']),
        ['r', '"', ..] => find(2, &['"']),
        ['r', '#', '"', ..] => find(3, &['"', '#']),
        ['"', ..] => i + 1 + string_length(&rest[1..]),
        ['\'', '\\', _, ..] => find(3, &['\'']),
        ['\'', _, '\'', ..] => i + 3,
        _ => i,
    }
}

/// Length of a string literal after its opening quotation mark, the closing one included.
fn string_length(rest: &[char]) -> usize {
    let mut escaped = false;
    for (i, c) in rest.iter().enumerate() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return i + 1,
            _ => {}
        }
    }
    rest.len()
}
