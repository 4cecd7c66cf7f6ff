//! The noun that a value is said of: what is counted, or what the sum, share or length is.

use super::page::Page;
use crate::lexicon::STOPWORDS;
use crate::model::{Kind, Mention, TokenKind};

/// The noun's token, if one is found: behind the value (`a $1 billion investment`, `28 % share`) or before it
/// (`an investment of $1 billion`, `a stake of 28.1 %`).
pub fn of(page: &Page, mention: &Mention) -> Option<usize> {
    if let Some(counted) = &mention.counted {
        return counted.end.checked_sub(1).filter(|&i| i >= counted.start);
    }
    behind(page, mention).or_else(|| before(page, mention))
}

/// The last of the plain words right behind the value: `market share` in `20-percent market share in China`.
fn behind(page: &Page, mention: &Mention) -> Option<usize> {
    let mut i = mention.tokens.end;
    if matches!(mention.kind, Kind::Date | Kind::Time) {
        return None;
    }
    if mention.kind == Kind::Percent && page.doc.word(i) == "of" {
        i += 1;
        while matches!(page.doc.word(i), "the" | "its" | "their" | "all" | "a") {
            i += 1;
        }
    }
    let mut last = None;
    let end = page.doc.sentences[page.doc.sentence_of(mention.tokens.start)].tokens.end;
    while i < end && i < mention.tokens.end + 7 {
        let token = page.doc.tokens[i];
        let word = page.doc.word(i);
        let hyphen = token.kind == TokenKind::Dash && !token.spaced;
        if hyphen || token.kind == TokenKind::Possessive {
            i += 1;
            continue;
        }
        if token.kind != TokenKind::Word
            || STOPWORDS.has(word)
            || (last.is_some() && page.verb_at(i).is_some())
        {
            break;
        }
        if last.is_none() && page.verb_at(i).is_some() {
            break;
        }
        last = Some(i);
        i += 1;
    }
    last
}

/// The noun before `of` or `at`: `a stake of 28.1 %`, `a quota of 210,000 barrels`.
fn before(page: &Page, mention: &Mention) -> Option<usize> {
    let start = page.doc.tokens_in(mention.stated).start;
    let link = start.checked_sub(1)?;
    if !matches!(page.doc.word(link), "of" | "at" | "to" | "is" | "was" | "totaling" | "totalling" | "worth")
    {
        return None;
    }
    let noun = link.checked_sub(1)?;
    let token = page.doc.tokens.get(noun)?;
    (token.kind == TokenKind::Word && !STOPWORDS.has(page.doc.word(noun)) && page.verb_at(noun).is_none())
        .then_some(noun)
}
