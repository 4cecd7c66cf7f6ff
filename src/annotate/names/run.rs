//! Runs of capitalised words, with the small words that names may hold (`Bank of England`, `Charles de Gaulle`).

use super::start::{is_defined, is_second_syllable, looks_ordinary, opens_with_deed};
use crate::lexicon::{MASS_NOUNS, NAME_ENDS, NAMES_WITH_OF, NO_NAMES, calendar, naming, places, words};
use crate::model::{Document, Fact, ParagraphKind, Sentence, Tag, TokenKind, WordTable};
use std::ops::Range;

/// What capitals mean in this document.
pub struct View<'a> {
    /// How the words are written that begin sentences, or stand behind those.
    elsewhere: WordTable<'a, Option<Written>>,
    /// Whether each sentence is a line in which capitals tell nothing.
    flat: Vec<bool>,
    /// Whether the prose has no capitals at all.
    lower: bool,
}

/// How a word is written in the document.
#[derive(Debug, Clone, Copy, Default)]
struct Written {
    /// With a capital in the middle of a sentence.
    inside: bool,
    /// Without a capital.
    small: bool,
}

impl<'a> View<'a> {
    /// Looks at all words twice: for those that begin sentences, and for how these are written elsewhere.
    pub fn new(doc: &'a Document) -> Self {
        let mut view = Self {
            elsewhere: doc.words.table(|_| None),
            flat: doc.sentences.iter().map(|s| is_flat_line(doc, s)).collect(),
            lower: false,
        };
        let words =
            |sentence: &Sentence| sentence.tokens.clone().filter(|&i| doc.tokens[i].kind == TokenKind::Word);
        let prose = || doc.sentences.iter().zip(&view.flat).filter(|(_, flat)| !**flat).map(|(s, _)| s);
        for sentence in prose() {
            for i in words(sentence).filter(|&i| can_name(doc, i) && begins(doc, i, sentence)) {
                for word in [i, i + 1] {
                    view.elsewhere.at_mut(word).map(Option::get_or_insert_default);
                }
            }
        }
        let (mut capitals, mut all) = (0, 0);
        for sentence in prose() {
            for i in words(sentence) {
                let capital = doc.tokens[i].capital;
                all += 1;
                capitals += usize::from(capital);
                if let Some(written) = view.elsewhere.at_mut(i).and_then(Option::as_mut) {
                    written.small |= !capital;
                    written.inside |= capital && !begins(doc, i, sentence);
                }
            }
        }
        view.lower = all >= 25 && capitals * 100 < all;
        view
    }

    /// Whether the document has no capitals.
    pub fn is_lower(&self) -> bool {
        self.lower
    }

    /// Whether capitals tell nothing in the sentence with that index.
    pub fn is_flat(&self, sentence: usize) -> bool {
        self.lower || self.flat[sentence]
    }

    fn written(&self, i: usize) -> Written {
        self.elsewhere.at(i).copied().flatten().unwrap_or_default()
    }

    /// The run that starts at token `i`.
    pub fn run_at(&self, doc: &Document, i: usize, sentence: &Sentence) -> Option<Range<usize>> {
        let limit = sentence.tokens.end;
        if !can_name(doc, i) || is_break(doc, i) || in_ticker(doc, i) || is_suffix(doc, i) {
            return None;
        }
        let end = run_end(doc, i, limit);
        // `Airline Norvik Air cut`: what it is, not its name.
        if begins(doc, i, sentence) && end > i + 1 && self.is_described(doc, i) {
            return None;
        }
        if begins(doc, i, sentence) && !self.is_name_at_start(doc, i, end) {
            return None;
        }
        (end > i && !(end == i + 1 && is_idle(doc, i))).then_some(i..end)
    }

    /// Whether the word at token `i`, which begins a sentence, says what the name behind it is.
    fn is_described(&self, doc: &Document, i: usize) -> bool {
        let word = doc.word(i);
        naming::description_head(word).is_some()
            && !naming::is_organisation_head(word)
            && !self.written(i).inside
    }

    /// Whether the capital of token `i`, which begins a sentence, is that of a name.
    fn is_name_at_start(&self, doc: &Document, i: usize, end: usize) -> bool {
        let word = doc.word(i);
        let place = super::known::place_at(doc, i, end).is_some();
        if place || naming::honorific(word).is_some() {
            return true;
        }
        let alone = end == i + 1;
        if alone && is_defined(doc, i) {
            return true;
        }
        // `Chief Executive Hans Wirth`
        if super::cut::role_len(doc, i, end).is_some_and(|len| len > 1 && i + len < end) {
            return true;
        }
        if naming::is_common(word) || naming::is_role_modifier(word) {
            // `First National Bank` is a name where both words have capitals elsewhere too.
            return !alone && self.written(i).inside && self.written(i + 1).inside && !self.written(i).small;
        }
        if alone && naming::role(word).is_some_and(|r| !r.title) {
            return false;
        }
        let written = self.written(i);
        // `Born in Lyon, she studied there.`
        if alone && !written.inside && opens_with_deed(doc, i) {
            return false;
        }
        // `Remarkably, the firm won.` `Turnout was high.` `Savings are planned.`
        if alone
            && !written.inside
            && (MASS_NOUNS.has(word) || words::tags(word).is_some_and(needs_no_article))
        {
            return false;
        }
        let unheard = || doc.sentences.len() == 1 && words::tags(word).is_none();
        !alone || written.inside || (!written.small && (!looks_ordinary(word) || unheard()))
    }
}

/// Adverbs and plurals begin sentences without a word before them; a singular does so only as a name or a mass noun.
fn needs_no_article(tags: words::Tags) -> bool {
    tags.has(Tag::Adverb) || tags.first == Tag::Nouns
}

/// Whether token `i` breaks a run: a day, a month, `I`, a word of time.
pub fn is_break(doc: &Document, i: usize) -> bool {
    let word = doc.word(i);
    NAME_ENDS.has(word) || calendar::is_weekday(word) || (matches!(word, "march" | "may") && near_day(doc, i))
}

/// Whether a number or a preposition of time stands beside the month at `i`.
fn near_day(doc: &Document, i: usize) -> bool {
    let number = |j: usize| doc.tokens.get(j).is_some_and(|t| t.kind == TokenKind::Number);
    let before = i.checked_sub(1).map_or("", |j| doc.word(j));
    number(i + 1)
        || i.checked_sub(1).is_some_and(number)
        || matches!(
            before,
            "in" | "on" | "by" | "since" | "until" | "of" | "late" | "early" | "last" | "next"
        )
}

/// Words with a capital that are no names by themselves: adjectives of places, single letters, `The`.
fn is_idle(doc: &Document, i: usize) -> bool {
    let word = doc.word(i);
    let text = doc.token_text(i);
    (doc.is(i, Fact::OfPlace) && places::lookup(text).is_none())
        || text.chars().count() < 2
        || NO_NAMES.has(word)
}

/// Whether the token may be part of a name: a capital, or a brand such as `iPhone`.
pub fn can_name(doc: &Document, i: usize) -> bool {
    let Some(token) = doc.tokens.get(i) else { return false };
    matches!(token.kind, TokenKind::Word | TokenKind::Mixed)
        && (token.capital || token.inner_capital && !NO_NAMES.has(doc.word(i)))
        && !is_contraction(doc.word(i))
}

/// `I've`, `Don't`.
fn is_contraction(word: &str) -> bool {
    let ending = word.rsplit_once(['\'', '’']);
    ending.is_some_and(|(stem, end)| {
        matches!(end, "ve" | "m" | "ll" | "re" | "d") || end == "t" && stem.ends_with('n')
    })
}

/// The `B` of `$3.5B` belongs to the number.
fn is_suffix(doc: &Document, i: usize) -> bool {
    let number = i.checked_sub(1).is_some_and(|j| doc.tokens[j].kind == TokenKind::Number);
    number && !doc.tokens[i].spaced
}

/// Between `<` and `>` stands the sign of a share.
fn in_ticker(doc: &Document, i: usize) -> bool {
    i > 0 && doc.word(i - 1) == "<" && !doc.tokens[i].spaced
}

/// Whether token `i` begins its sentence or a quotation in it, so that its capital tells little.
pub fn begins(doc: &Document, i: usize, sentence: &Sentence) -> bool {
    let before = i.checked_sub(1).filter(|&j| j >= sentence.tokens.start);
    before.is_none_or(|j| match doc.word(j) {
        "\"" | "“" | "‘" | "'" | "(" | "[" | ":" | "•" | "*" | "—" | "–" | "…" | "." => true,
        "-" => doc.tokens[i].spaced,
        _ => false,
    })
}

/// No name has more tokens: a longer run is a line in capitals or a list without commas.
const LONGEST: usize = 24;

/// Where the run that starts at `i` ends.
fn run_end(doc: &Document, i: usize, limit: usize) -> usize {
    let limit = limit.min(i + LONGEST);
    let mut end = i + 1;
    let mut of = false;
    while end < limit {
        let step = step(doc, i, end, limit, of);
        if step == 0 {
            break;
        }
        of |= matches!(doc.word(end), "of" | "for");
        end += step;
    }
    end
}

/// How many tokens from `at` on belong to the run `start..at`; `of` tells that it holds an `of`.
fn step(doc: &Document, start: usize, at: usize, limit: usize, of: bool) -> usize {
    let token = doc.tokens[at];
    let next = |k: usize| at + k < limit && can_name(doc, at + k) && !is_break(doc, at + k);
    let before = doc.word(at - 1);
    match (token.kind, doc.word(at)) {
        (TokenKind::Word | TokenKind::Mixed, _) if can_name(doc, at) => {
            usize::from(!is_break(doc, at) && (token.spaced || glued(doc, at)))
        }
        (TokenKind::Punct, ".") if !token.spaced && next(1) && keeps_stop(doc, at - 1) => 2,
        (TokenKind::Punct, "&") if next(1) => 2,
        (TokenKind::Dash, _) if !token.spaced && next(1) && !doc.tokens[at + 1].spaced => 2,
        // `Uranium-235`, `F-35`
        (TokenKind::Dash, _) if !token.spaced && at + 1 < limit && is_mark(doc, at + 1) => 2,
        (TokenKind::Dash, _) if !token.spaced && at + 1 < limit && is_second_syllable(doc, start, at) => 2,
        (TokenKind::Number, n)
            if n.len() <= 3
                && token.spaced
                && doc.tokens[at - 1].inner_capital
                && !doc.token_text(at - 1).chars().next().is_some_and(char::is_uppercase) =>
        {
            1
        }
        (TokenKind::Word, "of") if takes_of(before) => of_step(&next, doc, at),
        (TokenKind::Word, "for") if takes_of(before.trim_end_matches('s')) => of_step(&next, doc, at),
        (TokenKind::Word, "and")
            if next(1) && (of || joined_place(doc, start, at) || joins_with_and(before)) =>
        {
            2
        }
        (
            TokenKind::Word,
            "de" | "van" | "von" | "der" | "den" | "da" | "dos" | "del" | "della" | "di" | "du" | "y" | "bin"
            | "al" | "el" | "ibn",
        ) => {
            if next(1) {
                2
            } else {
                2 * usize::from(matches!(doc.word(at + 1), "la" | "las" | "los" | "der" | "den") && next(2))
            }
        }
        (TokenKind::Word, "la" | "las" | "los") if next(1) => 2,
        _ => 0,
    }
}

/// Whether a number of up to three digits is glued to what stands before `at`, and nothing to it.
fn is_mark(doc: &Document, at: usize) -> bool {
    let token = doc.tokens[at];
    let ends = doc.tokens.get(at + 1).is_none_or(|t| t.spaced || t.kind == TokenKind::Punct);
    token.kind == TokenKind::Number && !token.spaced && ends && doc.word(at).len() <= 3
}

/// Whether the token at `at` is glued to the run by a dash or stop that the run already took.
fn glued(doc: &Document, at: usize) -> bool {
    matches!(doc.word(at - 1), "." | "&" | "'" | "’") || doc.tokens[at - 1].kind == TokenKind::Dash
}

/// Whether a full stop after token `i` belongs to an initial or an abbreviation of names.
fn keeps_stop(doc: &Document, i: usize) -> bool {
    let word = doc.word(i);
    let initial = word.len() == 1 && i.checked_sub(1).is_none_or(|j| doc.word(j) != "&");
    initial
        || naming::honorific(word).is_some()
        || naming::role(word).is_some()
        || crate::lexicon::TITLES.has(word)
        || matches!(word, "jr" | "sr" | "st" | "mt" | "ft" | "bros")
}

/// Whether names go on with `of` after `word`.
fn takes_of(word: &str) -> bool {
    naming::is_organisation_head(word) || NAMES_WITH_OF.has(word)
}

/// Tokens of `of X` or `of the X`.
fn of_step(next: &impl Fn(usize) -> bool, doc: &Document, at: usize) -> usize {
    match (next(1), doc.word(at + 1) == "the" && next(2)) {
        (true, _) => 2,
        (_, true) => 3,
        _ => 0,
    }
}

/// First halves of well-known double names (`Securities and Exchange Commission`).
fn joins_with_and(before: &str) -> bool {
    matches!(
        before,
        "securities"
            | "food"
            | "johnson"
            | "procter"
            | "marks"
            | "standard"
            | "ernst"
            | "barnes"
            | "crown"
            | "homeland"
            | "fannie"
    )
}

/// Whether the words from `start` to past `and` are one place (`Bosnia and Herzegovina`).
fn joined_place(doc: &Document, start: usize, and: usize) -> bool {
    places::lookup(&super::surface(doc.span_of(start..and + 2).of(doc.text()))).is_some()
}

/// Whether no letter of token `i` is a small one.
fn is_shouted(doc: &Document, i: usize) -> bool {
    let first = doc.text().as_bytes().get(doc.tokens[i].span.start);
    !first.is_some_and(u8::is_ascii_lowercase) && doc.token_text(i).chars().all(|c| !c.is_lowercase())
}

/// Whether a line is all in capitals, or a headline with a capital on nearly every word.
fn is_flat_line(doc: &Document, sentence: &Sentence) -> bool {
    let headline = matches!(
        doc.paragraphs[sentence.paragraph].kind,
        ParagraphKind::Headline | ParagraphKind::Heading | ParagraphKind::Item
    );
    let (mut long, mut capital, mut shouting, mut all, mut small) = (0, 0, 0, 0, 0);
    for i in sentence.tokens.clone().filter(|&i| doc.tokens[i].kind == TokenKind::Word) {
        let length = doc.tokens[i].span.len();
        all += 1;
        shouting += usize::from(is_shouted(doc, i));
        small += usize::from(length > 3 && !doc.tokens[i].capital);
        if length > 3 && i > sentence.tokens.start {
            long += 1;
            capital += usize::from(doc.tokens[i].capital);
        }
    }
    let shouted = all >= 3 && shouting * 10 >= all * 8;
    shouted || (headline && ((long >= 3 && capital * 10 >= long * 8) || (long >= 1 && small == 0)))
}
