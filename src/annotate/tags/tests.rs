use super::find;
use crate::model::{Annotations, Article, Tag};

/// The words of `text` with one letter for their tag.
fn tagged(text: &str) -> String {
    let article = Article { text: text.to_owned(), ..Article::default() };
    let doc = crate::segment::segment(article);
    let notes = Annotations { names: crate::annotate::names::find(&doc, crate::rules::Rules::shipped()), ..Annotations::default() };
    let tags = find(&doc, &notes.names);
    let words = (0..doc.tokens.len()).filter(|&i| tags[i] != Tag::Sign).map(|i| format!("{}/{:?}", doc.token_text(i), tags[i]));
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn print_tags() {
    if let Ok(path) = std::env::var("CD_TAGS") {
        let text = std::fs::read_to_string(path).unwrap();
        std::fs::write("/tmp/d/tags.out", tagged(&text)).unwrap();
    }
}
