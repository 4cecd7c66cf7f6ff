//! Tokens: one pass over the characters, no look-up.

use crate::model::{Span, Token, TokenKind};

/// Appends the tokens of `text[span]`.
pub fn tokenize(text: &str, span: Span, out: &mut Vec<Token>) {
    let mut at = span.start;
    let mut spaced = true;
    loop {
        at = plain(text, at, span.end, &mut spaced, out);
        let Some(c) = text[at..span.end].chars().next() else { break };
        if c.is_whitespace() || is_invisible(c) {
            spaced |= c.is_whitespace();
            at += c.len_utf8();
            continue;
        }
        if c == '-' && is_escaped(text, at) {
            out.push(Token {
                span: Span::new(at, at + 1),
                kind: TokenKind::Punct,
                spaced,
                capital: false,
                inner_capital: false,
                closes: false,
            });
            at += BRACKETS[0].0.len();
            continue;
        }
        let (kind, end) = scan(text, at, span.end, c);
        let end = if kind == TokenKind::Word { split_possessive(text, at, end) } else { end };
        out.push(Token {
            span: Span::new(at, end),
            kind,
            spaced,
            capital: c.is_uppercase(),
            inner_capital: has_inner_capital(&text[at..end]),
            closes: false,
        });
        spaced = false;
        at = end;
    }
}

/// Appends the words of ASCII letters from `at` on with single spaces between, which most of a text is; returns where they end.
fn plain(text: &str, mut at: usize, end: usize, spaced: &mut bool, out: &mut Vec<Token>) -> usize {
    let bytes = &text.as_bytes()[..end];
    loop {
        if bytes.get(at) == Some(&b' ') {
            (at, *spaced) = (at + 1, true);
        }
        let Some(&first) = bytes.get(at).filter(|b| b.is_ascii_alphabetic()) else { return at };
        let (mut word, mut inner) = (at + 1, false);
        while let Some(byte) = bytes.get(word).filter(|b| b.is_ascii_alphabetic()) {
            inner |= byte.is_ascii_uppercase();
            word += 1;
        }
        if bytes.get(word).copied().is_some_and(continues) {
            return at;
        }
        out.push(Token {
            span: Span::new(at, word),
            kind: TokenKind::Word,
            spaced: *spaced,
            capital: first.is_ascii_uppercase(),
            inner_capital: inner && word > at + 2,
            closes: false,
        });
        (at, *spaced) = (word, false);
    }
}

fn has_inner_capital(word: &str) -> bool {
    let plain = word.bytes().skip(1).all(|b| b.is_ascii_lowercase());
    word.len() > 2 && !plain && word.chars().skip(1).any(char::is_uppercase)
}

/// Brackets as treebanks write them (in lower case), and what they stand for.
const BRACKETS: [(&str, &str); 4] =
    [("-lrb-", "(    "), ("-rrb-", ")    "), ("-lsb-", "[    "), ("-rsb-", "]    ")];

/// Puts the bracket itself where `lower` has a treebank's word for it; the length stays the same.
pub fn brackets(mut lower: String) -> String {
    if lower.contains("rb-") || lower.contains("sb-") {
        for (escaped, bracket) in BRACKETS {
            lower = lower.replace(escaped, bracket);
        }
    }
    lower
}

/// Whether a treebank's word for a bracket stands at `at`.
fn is_escaped(text: &str, at: usize) -> bool {
    let word = text.get(at..at + BRACKETS[0].0.len());
    word.is_some_and(|w| BRACKETS.iter().any(|(escaped, _)| escaped.eq_ignore_ascii_case(w)))
}

/// Characters that take no room and carry no meaning in prose: soft hyphen, zero-width space and marks of direction.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Kind and end of the token that starts at `at` with `c`.
fn scan(text: &str, at: usize, limit: usize, c: char) -> (TokenKind, usize) {
    let one = at + c.len_utf8();
    match c {
        '0'..='9' => (TokenKind::Number, number_end(text, at, limit)),
        '\'' | '’' | '"' if possessive_at(text, at, limit) => (TokenKind::Possessive, one + 1),
        '\'' | '’' if plural_possessive(text, at, limit) => (TokenKind::Possessive, one),
        '-' | '‐' | '‑' | '–' | '—' | '−' => (TokenKind::Dash, one),
        '$' | '€' | '£' | '¥' | '₹' | '₩' | '₽' | '₺' | '₪' | '₫' | '₱' | '฿' | '₦' | '₴' | '¢' | '￥'
        | '＄' => (TokenKind::Currency, one),
        _ if c.is_alphabetic() => word(text, at, limit),
        _ if c.is_numeric() => (TokenKind::Number, one),
        _ => (TokenKind::Punct, one),
    }
}

/// Digits with `,` or `.` between digits.
fn number_end(text: &str, at: usize, limit: usize) -> usize {
    let bytes = text.as_bytes();
    let digit = |i: usize| i < limit && bytes[i].is_ascii_digit();
    let mut i = at;
    while digit(i) || (i < limit && matches!(bytes[i], b',' | b'.') && digit(i + 1)) {
        i += 1;
    }
    i
}

/// Letters, inner apostrophes, full stops of acronyms and of names such as `Amazon.com`; digits make it [`TokenKind::Mixed`].
fn word(text: &str, at: usize, limit: usize) -> (TokenKind, usize) {
    if let Some(end) = plain_word(&text.as_bytes()[..limit], at) {
        return (TokenKind::Word, end);
    }
    let mut kind = TokenKind::Word;
    let mut end = at;
    let mut segment = at;
    let mut dotted = false;
    let mut chars = text[at..limit].char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let next = chars.peek().map(|&(_, n)| n);
        let here = at + offset;
        if c.is_ascii_alphabetic() || c.is_alphabetic() || is_mark(c) {
            end = here + c.len_utf8();
        } else if c.is_ascii_digit() {
            if text[at..here].ends_with(is_unspaced) {
                break;
            }
            kind = TokenKind::Mixed;
            end = here + 1;
        } else if matches!(c, '\'' | '’') && next.is_some_and(char::is_alphabetic) {
            end = here + c.len_utf8();
        } else if c == '.' && joins(text, segment, here, next, dotted) {
            dotted = here - segment == 1;
            segment = here + 1;
            end = here + 1;
            if next.is_none_or(|n| !n.is_alphabetic()) {
                break;
            }
        } else {
            break;
        }
    }
    (kind, end)
}

/// The end of a word of ASCII letters that nothing can continue, as most are.
fn plain_word(text: &[u8], at: usize) -> Option<usize> {
    let end = at + text[at..].iter().take_while(|b| b.is_ascii_alphabetic()).count();
    (end > at && !text.get(end).copied().is_some_and(continues)).then_some(end)
}

/// Whether a word of ASCII letters may go on with `byte`.
const fn continues(byte: u8) -> bool {
    !byte.is_ascii() || byte.is_ascii_digit() || matches!(byte, b'\'' | b'.')
}

/// Whether the full stop at `dot` belongs to the word: `U.S.`, `a.m.`, `Amazon.com`; not `end.The`.
fn joins(text: &str, segment: usize, dot: usize, next: Option<char>, dotted: bool) -> bool {
    let single = dot - segment == 1 && text.as_bytes()[segment].is_ascii_alphabetic();
    match next {
        Some(n) if n.is_alphabetic() => single || n.is_lowercase(),
        _ => single && dotted,
    }
}

/// Letters of scripts that put no space between words (Thai, Chinese, Japanese), and Hangul: a number beside them stands by itself.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..)
}

/// Combining marks continue a word.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Cuts a possessive `'s` off a word.
fn split_possessive(text: &str, at: usize, end: usize) -> usize {
    let word = &text[at..end];
    if !word.ends_with(['s', 'S']) {
        return end;
    }
    ["'s", "’s", "'S", "’S"]
        .iter()
        .find_map(|mark| word.strip_suffix(mark))
        .map_or(end, |stem| at + stem.len())
}

/// Whether `'s` stands at `at`, right behind a letter (also `"s`, as old wire copy has it).
fn possessive_at(text: &str, at: usize, limit: usize) -> bool {
    let mut rest = text[at..limit].chars();
    rest.next();
    let behind = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    behind
        && rest.next().is_some_and(|c| matches!(c, 's' | 'S'))
        && rest.next().is_none_or(|c| !c.is_alphanumeric())
}

/// Whether the apostrophe at `at` follows a plural `s` and a space and a word follow (`workers' rights`).
fn plural_possessive(text: &str, at: usize, limit: usize) -> bool {
    let mut rest = text[at..limit].chars();
    rest.next();
    let behind = text[..at].chars().next_back().is_some_and(|c| matches!(c, 's' | 'S'));
    behind && rest.next() == Some(' ') && rest.next().is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut out);
        out.iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn words_numbers_and_signs() {
        for (text, want) in [
            ("US$1B in 2015-07-23", vec!["US", "$", "1", "B", "in", "2015", "-", "07", "-", "23"]),
            ("Alibaba's 1,234.5 U.S. units", vec!["Alibaba", "'s", "1,234.5", "U.S.", "units"]),
            ("At 5 p.m. G20 won't act.", vec!["At", "5", "p.m.", "G20", "won't", "act", "."]),
            ("Amazon.com Inc's end.The", vec!["Amazon.com", "Inc", "'s", "end", ".", "The"]),
            ("workers' rights", vec!["workers", "'", "rights"]),
            ("5th 20-percent 3.", vec!["5", "th", "20", "-", "percent", "3", "."]),
            ("Ecuador\"s J. P. Jones", vec!["Ecuador", "\"s", "J", ".", "P", ".", "Jones"]),
        ] {
            assert_eq!(tokens(text), want, "{text}");
        }
    }
}
