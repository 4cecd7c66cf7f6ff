//! What is read from files and folders as people have them, and what is said about those that cannot be read.

use super::*;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder of its own that goes away with the test.
struct Desk(PathBuf);

impl Desk {
    fn new(files: &[(&str, &[u8])]) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let desk = Self(std::env::temp_dir().join(format!("claimdiff-ingest-{}-{n}", std::process::id())));
        for (name, bytes) in files {
            let path = desk.0.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        desk
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }

    /// Reads the paths below the desk with a rules file of this text, which lies on the desk.
    fn read_with(&self, names: &[&str], rules: &str, options: &Options) -> (Vec<Article>, Vec<Problem>) {
        let mut all = Rules::default();
        all.add("rules.toml", rules, &self.0).unwrap();
        let paths: Vec<String> = names.iter().map(|n| self.path(n)).collect();
        let (articles, mut problems) = read(&paths, &mut std::io::empty(), options, &all);
        for p in &mut problems {
            p.source = p.source.replace(&format!("{}/", self.0.to_string_lossy()), "");
        }
        (articles, problems)
    }

    fn read(&self, names: &[&str]) -> (Vec<Article>, Vec<Problem>) {
        self.read_with(names, "", &Options::default())
    }

    fn name(&self, article: &Article) -> String {
        Path::new(article.path.as_ref().unwrap())
            .strip_prefix(&self.0)
            .unwrap()
            .to_string_lossy()
            .into_owned()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn fatal(problems: &[Problem]) -> Vec<(&str, &str)> {
    problems.iter().filter(|p| p.fatal).map(|p| (p.source.as_str(), p.message.as_str())).collect()
}

#[test]
fn each_folder_that_directly_holds_articles_is_one_story() {
    let desk = Desk::new(&[
        ("in/fire/a.txt", b"Nine homes burned."),
        ("in/fire/b.md", b"---\ntitle: Fire\n---\nNine houses burned."),
        ("in/fire/photo.jpg", b"\xff\xd8"),
        ("in/fire/.hidden.txt", b"x"),
        ("in/2015/flood/c.txt", b"Rain."),
        ("in/README.md", b"About these."),
        ("alone.txt", b"Another thing."),
    ]);
    let (articles, problems) = desk.read(&["in", "alone.txt"]);
    let seen: Vec<_> = articles.iter().map(|a| (desk.name(a), a.id.clone(), a.story.clone())).collect();
    let want = [
        ("alone.txt", "alone", None),
        ("in/2015/flood/c.txt", "c", Some("2015/flood")),
        ("in/fire/a.txt", "a", Some("fire")),
        ("in/fire/b.md", "b", Some("fire")),
    ];
    assert_eq!(seen, want.map(|(p, i, s)| (p.to_owned(), i.to_owned(), s.map(str::to_owned))));
    assert!(problems.iter().any(|p| !p.fatal && p.message.contains("photo.jpg")), "{problems:?}");
    assert_eq!(fatal(&problems), []);
}

#[test]
fn the_order_and_number_of_arguments_changes_nothing() {
    let desk = Desk::new(&[("x/a.txt", b"A."), ("x/b.txt", b"B."), ("y/a.txt", b"C."), ("z.txt", b"D.")]);
    let read = |names: &[&str]| {
        desk.read(names).0.iter().map(|a| (desk.name(a), a.id.clone(), a.story.clone())).collect::<Vec<_>>()
    };
    let once = read(&["x", "y", "z.txt"]);
    assert_eq!(once.len(), 4);
    assert_eq!(read(&["z.txt", "y/../y", "x/b.txt", "x", "./y/a.txt", "x"]), once);
}

#[test]
fn folders_of_one_name_are_two_stories() {
    let desk = Desk::new(&[("x/fire/a.txt", b"A."), ("y/fire/a.txt", b"B.")]);
    let (articles, problems) = desk.read(&["x", "y"]);
    assert_ne!(articles[0].story, articles[1].story);
    assert_eq!((articles[0].id.as_str(), articles[1].id.as_str()), ("a", "a"));
    assert_eq!(problems, []);
}

#[test]
fn rules_outrank_the_article_which_outranks_its_folder() {
    let desk = Desk::new(&[
        ("s/a.md", b"---\nid: own\ntitle: Own\npublisher: Own Daily\npublished: 2015-07-22\nstory: own-story\n---\nText."),
        ("s/b.jsonl", b"{\"id\":\"1\",\"text\":\"One.\",\"publisher\":\"P\"}\n{\"id\":\"2\",\"text\":\"Two.\"}\n"),
    ]);
    let rules = "[[source]]\npath = \"s/a.md\"\npublisher = \"Daily\"\npublished = \"2015-07-23\"\n\
                 [[source]]\npath = \"s/b.jsonl#2\"\npublisher = \"Q\"\n\
                 [[source]]\npath = \"s/gone.txt\"\n";
    let (articles, problems) = desk.read_with(&["s"], rules, &Options::default());
    let a = &articles[0];
    assert_eq!(
        (a.id.as_str(), a.title.as_deref(), a.publisher.as_deref()),
        ("own", Some("Own"), Some("Daily"))
    );
    assert_eq!(a.published.date.as_ref().unwrap().iso, "2015-07-23");
    assert_eq!(a.story.as_deref(), Some("own-story"));
    let publishers: Vec<_> = articles[1..].iter().map(|a| a.publisher.as_deref()).collect();
    assert_eq!(publishers, [Some("P"), Some("Q")]);
    assert!(problems.iter().any(|p| p.source == "s/gone.txt" && !p.fatal), "{problems:?}");
    let options = Options { story: Some("all".to_owned()), ..Options::default() };
    assert!(desk.read_with(&["s"], "", &options).0.iter().all(|a| a.story.as_deref() == Some("all")));
}

#[test]
fn notes_beside_articles_that_the_rules_list_are_not_read() {
    let desk = Desk::new(&[("s/a.txt", b"A."), ("s/b.txt", b"B."), ("s/notes.md", b"My notes on a and b.")]);
    let (articles, problems) =
        desk.read_with(&["s"], "[[source]]\npath = \"s/a.txt\"\n", &Options::default());
    assert_eq!(articles.len(), 2);
    assert!(problems.iter().any(|p| p.message.contains("notes.md")), "{problems:?}");
    assert_eq!(desk.read(&["s"]).0.len(), 3);
}

#[test]
fn text_is_kept_as_read_but_for_the_byte_order_mark() {
    let desk = Desk::new(&[("a.txt", b"\xef\xbb\xbfOne\r\n\r\nTwo \xc2\xa0three\r\n")]);
    let (articles, _) = desk.read(&["a.txt"]);
    assert_eq!(articles[0].text, "One\r\n\r\nTwo \u{a0}three\r\n");
    assert_eq!(articles[0].body, crate::model::Span::new(0, articles[0].text.len()));
    assert_eq!(articles[0].sha256.len(), 64);
}

#[test]
fn text_in_another_encoding_is_read_with_a_word() {
    let desk = Desk::new(&[("a.txt", b"The caf\xe9 on the quay was \x93damaged\x94, its owner said.")]);
    let (articles, problems) = desk.read(&["a.txt"]);
    assert_eq!(articles[0].text, "The café on the quay was “damaged”, its owner said.");
    assert!(!problems[0].fatal && problems[0].message.contains("read as windows-1252"), "{problems:?}");
}

#[test]
fn front_matter_and_comments_are_no_prose() {
    let desk = Desk::new(&[("a.md", b"---\ntitle: T\n---\nOne <!-- two --> three.\n")]);
    let a = &desk.read(&["a.md"]).0[0];
    assert_eq!(a.body.of(&a.text), "One <!-- two --> three.\n");
    let skipped: Vec<&str> = a.skipped.iter().map(|s| s.of(&a.text)).collect();
    assert_eq!(skipped, ["---\ntitle: T\n---\n", "<!-- two -->"]);
}

#[test]
fn a_broken_line_is_named_and_the_others_are_read() {
    let mut lines: Vec<String> =
        (1..=9).map(|i| format!("{{\"id\":\"{i}\",\"text\":\"Text {i}.\"}}")).collect();
    lines[6] = "{\"id\":\"7\",\"text\":}".to_owned();
    lines[2] = String::new();
    let desk = Desk::new(&[("a.jsonl", lines.join("\r\n").as_bytes())]);
    let (articles, problems) = desk.read(&["a.jsonl"]);
    let ids: Vec<&str> = articles.iter().map(|a| a.id.as_str()).collect();
    assert_eq!(ids, ["1", "2", "4", "5", "6", "8", "9"]);
    assert_eq!(articles[2].file_line, 4);
    assert_eq!(problems[0].source, "a.jsonl:7:18");
    assert!(
        problems[0].fatal && problems[0].message.starts_with("This is not JSON: expected value"),
        "{problems:?}"
    );
}

#[test]
fn what_cannot_be_read_is_named_and_nothing_else_is_lost() {
    let desk = Desk::new(&[
        ("good.txt", b"Good."),
        ("empty.txt", b""),
        ("blank.md", b"---\ntitle: T\n---\n\n"),
        ("damaged.txt", b"na\xc3\xafve caf\xe9 culture"),
        ("binary.txt", b"PK\x03\x04\0\0"),
        ("list.json", b"[1]"),
        ("lone.json", br#"{"text": "\ud800"}"#),
        ("folder/photo.jpg", b"x"),
    ]);
    let names = [
        "good.txt",
        "empty.txt",
        "blank.md",
        "damaged.txt",
        "binary.txt",
        "list.json",
        "lone.json",
        "folder",
        "gone.txt",
    ];
    let (articles, problems) = desk.read(&names);
    assert_eq!(articles.len(), 1);
    let table = [
        ("binary.txt", "binary file"),
        ("blank.md", "empty"),
        ("empty.txt", "empty"),
        ("folder", "No articles in this folder"),
        ("gone.txt", "cannot be read"),
        ("damaged.txt", "UTF-8 but damaged at byte 10"),
        ("list.json", "not an object"),
        ("lone.json", "hex escape"),
    ];
    for (name, message) in table {
        let said =
            fatal(&problems).into_iter().filter(|(s, m)| s.starts_with(name) && m.contains(message)).count();
        assert_eq!(said, 1, "{name}: {problems:#?}");
    }
    assert_eq!(fatal(&problems).len(), table.len());
}

#[test]
fn what_lies_in_a_folder_need_not_be_an_article() {
    let desk =
        Desk::new(&[("s/a.txt", b"A."), ("s/gold.json", b"{\"story\": \"x\"}"), ("s/rules.toml", b"")]);
    let (articles, problems) = desk.read(&["s"]);
    assert_eq!((articles.len(), fatal(&problems)), (1, vec![]));
    assert!(problems[0].message.contains("no article"), "{problems:?}");
}

#[test]
fn doubles_of_an_id_are_told_apart_and_said() {
    let text = "{\"id\":\"a\",\"text\":\"1\"}\n{\"id\":\"a-2\",\"text\":\"2\"}\n{\"id\":\"a\",\"text\":\"3\"}\n{\"id\":\"a\",\"text\":\"4\"}\n{\"id\":\"a\",\"text\":\"5\",\"story\":\"other\"}\n";
    let desk = Desk::new(&[("a.jsonl", text.as_bytes())]);
    let (articles, problems) = desk.read(&["a.jsonl"]);
    let ids: Vec<&str> = articles.iter().map(|a| a.id.as_str()).collect();
    assert_eq!(ids, ["a", "a-2", "a-3", "a-4", "a"]);
    assert_eq!(problems.len(), 2);
    assert!(problems.iter().all(|p| !p.fatal) && problems[0].source == "a.jsonl:3:1", "{problems:?}");
}

#[test]
fn a_date_that_is_none_is_said_and_left_out() {
    let desk = Desk::new(&[("a.md", b"---\npublished: last week\n---\nText.")]);
    let (articles, problems) = desk.read(&["a.md"]);
    assert_eq!(articles[0].published, crate::model::Published::default());
    assert!(problems[0].message.contains("`last week` is not ISO 8601") && !problems[0].fatal);
}

#[test]
fn standard_input_is_recognised_by_its_beginning() {
    let table: [(&str, &str, usize); 4] = [
        ("Just words.", "text", 1),
        ("---\ntitle: T\n---\nWords.", "markdown", 1),
        ("{\"text\": \"Words.\",\n \"id\": \"x\"}", "json", 1),
        ("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n", "json", 2),
    ];
    for (input, extraction, count) in table {
        let (articles, problems) =
            read(&["-".to_owned()], &mut input.as_bytes(), &Options::default(), &Rules::default());
        assert_eq!((articles.len(), articles[0].extraction), (count, extraction), "{input} {problems:?}");
        assert_eq!(articles[0].path, None);
    }
}

#[test]
fn what_is_over_a_limit_is_refused_with_the_limit() {
    let long = "x".repeat(3000);
    let lines = format!("{{\"text\":\"{long}\"}}\n{{\"text\":\"short\"}}\n{{\"text\":\"short\"}}\n");
    let desk = Desk::new(&[("long.txt", long.as_bytes()), ("l.jsonl", lines.as_bytes())]);
    let limits = Limits { article_bytes: 2000, file_bytes: 5000, articles: 1, ..Limits::default() };
    let (articles, problems) =
        desk.read_with(&["long.txt", "l.jsonl"], "", &Options { limits, ..Options::default() });
    assert_eq!(articles.len(), 1, "{problems:?}");
    let (three, short) = (["a.txt", "b.txt", "c.txt"], Limits { articles: 2, ..limits });
    let many = Desk::new(&three.map(|name| (name, b"Words.".as_slice())));
    let (two, over) = many.read_with(&three, "", &Options { limits: short, ..Options::default() });
    assert_eq!(two.len(), 2);
    assert_eq!(
        fatal(&over),
        [(
            "c.txt",
            "The story has more than 2 articles; the rest is left out. Raise it with --max-articles."
        )]
    );
    let said = fatal(&problems);
    assert!(
        said.iter().any(|(s, m)| *s == "long.txt" && m.contains("3.0 kB; the limit is 2.0 kB")),
        "{said:?}"
    );
    assert!(said.iter().any(|(s, m)| *s == "l.jsonl:3:1" && m.contains("more than 1 articles")), "{said:?}");
    let limits = Limits { file_bytes: 100, ..limits };
    let (_, problems) = desk.read_with(&["long.txt"], "", &Options { limits, ..Options::default() });
    assert!(problems[0].message.contains("larger than the limit of 100 bytes"), "{problems:?}");
}

#[test]
fn json_may_carry_a_page_or_be_of_an_agency() {
    let page = "<html><head><title>T</title><meta name='date' content='2024-03-05'></head><body><article><p>A barge struck the bridge.</p></article></body></html>";
    let lines = [
        serde_json::json!({"id": "page", "html": page, "publisher": "Given"}),
        serde_json::json!({"uri": "urn:x", "headline": "H", "body_text": "Words.", "versioncreated": "2024-03-05T18:04:00Z", "text": null}),
        serde_json::json!({"id": "bad", "text": 7}),
    ];
    let text = lines.map(|l| l.to_string()).join("\n");
    let desk = Desk::new(&[("a.jsonl", text.as_bytes())]);
    let (articles, problems) = desk.read(&["a.jsonl"]);
    let (a, b) = (&articles[0], &articles[1]);
    assert_eq!((a.text.as_str(), a.extraction), ("T\n\nA barge struck the bridge.\n", "html"));
    assert_eq!(a.publisher.as_deref(), Some("Given"));
    assert_eq!(a.published.date.as_ref().unwrap().iso, "2024-03-05");
    assert_eq!((b.title.as_deref(), b.text.as_str(), b.extraction), (Some("H"), "Words.", "json"));
    assert_eq!(b.published.date.as_ref().unwrap().iso, "2024-03-05T18:04Z");
    assert_eq!(fatal(&problems), [("a.jsonl:3:1", "`text` must be a string.")]);
}

#[test]
fn fields_of_json_are_called_what_the_rules_say() {
    let lines = [
        serde_json::json!({"key": 7, "content": {"paragraphs": ["One.", "Two."]}, "released": "2024-03-05", "text": "A teaser."}),
        serde_json::json!({"id": "b", "text": "Usual names go on to count."}),
    ];
    let desk = Desk::new(&[("a.jsonl", lines.map(|l| l.to_string()).join("\n").as_bytes())]);
    let rules =
        "[json]\nid = [\"key\"]\ntext = [\"body\", \"content.paragraphs\"]\npublished = [\"released\"]\n";
    let (articles, problems) = desk.read_with(&["a.jsonl"], rules, &Options::default());
    assert_eq!(problems, []);
    let seen: Vec<_> = articles.iter().map(|a| (a.id.as_str(), a.text.as_str())).collect();
    assert_eq!(seen, [("7", "One.\n\nTwo."), ("b", "Usual names go on to count.")]);
    assert_eq!(articles[0].published.date.as_ref().unwrap().iso, "2024-03-05");
    let mut rules = Rules::default();
    let fault = rules.add("rules.toml", "[json]\nbody = [\"x\"]\n", Path::new("")).unwrap_err().to_string();
    assert!(fault.contains("rules.toml:2:1") && fault.contains("Unknown field"), "{fault}");
}

#[test]
fn both_versions_of_ninjs_are_read() {
    let new = serde_json::json!({
        "uri": "urn:x", "versioncreated": "2024-03-05T18:04:00Z", "headlines": [{"role": "main", "value": "Bridge closed"}, {"role": "short", "value": "Closed"}],
        "bodies": [{"contenttype": "text/html", "value": "<p>Page.</p>"}, {"contenttype": "text/plain", "value": "A barge struck the bridge."}],
    });
    let desk = Desk::new(&[("a.json", new.to_string().as_bytes())]);
    let (articles, problems) = desk.read(&["a.json"]);
    assert_eq!(problems, []);
    let a = &articles[0];
    assert_eq!((a.title.as_deref(), a.text.as_str()), (Some("Bridge closed"), "A barge struck the bridge."));
    assert_eq!(a.published.date.as_ref().unwrap().iso, "2024-03-05T18:04Z");
}

#[test]
fn packed_files_are_read_as_what_they_hold() {
    let packed =
        package::tests::gzipped(b"{\"id\":\"1\",\"text\":\"One.\"}\n{\"id\":\"2\",\"text\":\"Two.\"}\n");
    let desk = Desk::new(&[("s/a.jsonl.gz", &packed)]);
    let ids: Vec<String> = desk.read(&["s"]).0.into_iter().map(|a| a.id).collect();
    assert_eq!(ids, ["1", "2"]);
}

#[test]
fn what_ignore_files_name_and_links_out_of_the_folder_are_left_out() {
    let desk = Desk::new(&[
        ("in/a.txt", b"A."),
        ("in/draft-b.txt", b"B."),
        ("in/old/c.txt", b"C."),
        ("in/d.md", b"D."),
        ("in/.claimdiffignore", b"draft-*\n"),
        ("in/.gitignore", b"old/\n"),
        ("out/secret.txt", b"S."),
    ]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(desk.0.join("out/secret.txt"), desk.0.join("in/link.txt")).unwrap();
        std::os::unix::fs::symlink(desk.0.join("out"), desk.0.join("in/linked")).unwrap();
        std::os::unix::fs::symlink(desk.0.join("in"), desk.0.join("in/loop")).unwrap();
    }
    let names = |globs: &[&str]| {
        let options =
            Options { globs: globs.iter().map(|g| (*g).to_owned()).collect(), ..Options::default() };
        let (articles, problems) = desk.read_with(&["in"], "", &options);
        assert_eq!(fatal(&problems), []);
        #[cfg(unix)]
        assert_eq!(
            problems.iter().any(|p| p.message.ends_with("left out: link.txt, linked.")),
            globs != ["*.md"],
            "{problems:?}"
        );
        articles.iter().map(|a| desk.name(a)).collect::<Vec<_>>()
    };
    assert_eq!(names(&[]), ["in/a.txt", "in/d.md"]);
    assert_eq!(names(&["*.md"]), ["in/d.md"]);
    assert_eq!(names(&["!*.md"]), ["in/a.txt"]);
    let wrong = Options { globs: vec!["[".to_owned()], ..Options::default() };
    let said = desk.read_with(&["in"], "", &wrong).1;
    assert!(matches!(&fatal(&said)[..], [("--glob [", _)]), "{said:?}");
}
