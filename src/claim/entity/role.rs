//! Who holds which office, as one article says it.
//!
//! An office beside a name (`Aliyun President Simon Hu`), in apposition to it (`Jeff Zhang, chairman of X`) or said of it
//! (`Ann Doe was named head of Y`). Occupations count as offices. Whether two statements agree is not decided here.

use super::describe::{name_from, name_to};
use crate::lexicon::naming;
use crate::model::line::on_one_line;
use crate::model::{Annotations, Document, EntityKind, Fact, Span, TokenKind};
use std::ops::Range;

/// A statement that a person holds (or held) an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleMention {
    /// The person's name.
    pub person: Span,
    /// The words for the office, with its field (`head of UK equities`).
    pub role: Span,
    /// The office in the form in which offices are compared (`chief executive` for `CEO`).
    pub role_lemma: String,
    /// The organisation or place, as named or described (`Aliyun`, `the company`, `its`).
    pub organisation: Option<Span>,
    /// Whether it is said to be over (`former`).
    pub former: bool,
    /// Person, office and organisation together.
    pub span: Span,
}

/// All offices stated in `doc`, ordered by position.
pub fn roles(doc: &Document, notes: &Annotations) -> Vec<RoleMention> {
    let mut out = Vec::new();
    for sentence in &doc.sentences {
        let limit = sentence.tokens.clone();
        let mut i = limit.start;
        while i < limit.end {
            let Some(office) =
                doc.is(i, Fact::BeginsOffice).then(|| Office::at(doc, notes, i, &limit)).flatten()
            else {
                i += 1;
                continue;
            };
            read(doc, notes, &office, &limit, &mut out);
            i = office.end;
        }
    }
    out.sort_by_key(|r| (r.span.start, r.role.start));
    out
}

/// Words that say that an office is no longer held.
fn is_over(word: &str) -> bool {
    matches!(word, "former" | "ex" | "outgoing" | "late" | "retired")
}

/// An office in the text, or two joined by `and`.
#[derive(Clone)]
struct Office {
    /// First token, words such as `former` and `deputy` included.
    start: usize,
    /// One past the last token.
    end: usize,
    /// Its lemmas.
    lemmas: Vec<String>,
    /// `former` stands there.
    former: bool,
    /// It stands in the plural.
    many: bool,
}

impl Office {
    /// The office whose main words start at token `i`.
    fn at(doc: &Document, notes: &Annotations, i: usize, limit: &Range<usize>) -> Option<Self> {
        let (first, mut end, many) = lemma_at(doc, i, limit.end)?;
        if name_from(notes, i).is_some() {
            return None;
        }
        let mut lemmas = vec![first];
        while matches!(doc.word(end), "and" | "&" | "/") {
            let Some((next, to, _)) = lemma_at(doc, end + 1, limit.end) else { break };
            lemmas.push(next);
            end = to;
        }
        let (mut start, mut former) = (i, false);
        if let Some(other) = portfolio_before(doc, i, end, limit.start) {
            lemmas.insert(0, other);
            start = i - 2;
        }
        while start > limit.start && name_to(notes, start).is_none() {
            let word = doc.word(start - 1);
            let dash = word == "-" && !doc.tokens[start - 1].spaced;
            if !(dash || naming::is_role_modifier(word)) {
                break;
            }
            former |= is_over(word);
            start -= 1;
        }
        if let Some(modifier) = (start < i && lemmas.len() == 1)
            .then(|| doc.word(i - 1))
            .filter(|m| matches!(*m, "vice" | "deputy" | "assistant" | "foreign" | "prime" | "district"))
        {
            lemmas[0] = format!("{modifier} {}", lemmas[0]);
        }
        Some(Self { start, end, lemmas, former, many })
    }
}

/// The other office of `Energy and Mines Minister`, whose words from token `i` to `end` are `Mines Minister`.
fn portfolio_before(doc: &Document, i: usize, end: usize, from: usize) -> Option<String> {
    let first = i.checked_sub(2).filter(|&first| first >= from && doc.word(i - 1) == "and")?;
    let head = end.checked_sub(1).filter(|&head| head > i)?;
    let phrase = format!("{} {}", doc.word(first), doc.word(head));
    naming::role(&phrase).map(|role| role.lemma.to_owned())
}

/// Lemma and end of the longest office at token `i`, and whether it stands in the plural.
fn lemma_at(doc: &Document, i: usize, limit: usize) -> Option<(String, usize, bool)> {
    if !doc.is(i, Fact::BeginsOffice) {
        return None;
    }
    for len in (1..=naming::LONGEST_ROLE + 2).rev().filter(|len| i + len <= limit) {
        let phrase = on_one_line(doc.span_of(i..i + len).of(&doc.lower));
        let singular = phrase.strip_suffix('s');
        let found =
            naming::role(&phrase).map(|r| (r, false)).or_else(|| Some((naming::role(singular?)?, true)));
        if let Some((role, many)) = found {
            let stop = usize::from(
                doc.word(i + len) == "."
                    && !doc.tokens[i + len].spaced
                    && i + len + 1 < limit
                    && doc.tokens[i + len + 1].capital
                    && phrase.len() <= 4,
            );
            return Some((role.lemma.to_owned(), i + len + stop, many));
        }
    }
    None
}

/// Adds what is said with `office`.
fn read(
    doc: &Document,
    notes: &Annotations,
    office: &Office,
    limit: &Range<usize>,
    out: &mut Vec<RoleMention>,
) {
    let owner = owner(doc, notes, office.start, limit);
    let ahead =
        owner.map_or(office.start, |o| doc.tokens_in(o).start).checked_sub(1).filter(|&i| i >= limit.start);
    let office =
        &Office { former: office.former || ahead.is_some_and(|i| is_over(doc.word(i))), ..office.clone() };
    if let Some(name) = following(doc, notes, office, owner.is_some(), limit) {
        let after = notes.names[name].tokens.end;
        let organisation = owner.or_else(|| tail(doc, notes, after, limit).1);
        push(doc, notes, office, name, office.end, organisation, out);
        let joined =
            name_from(notes, after + 1).filter(|_| office.many && matches!(doc.word(after), "and" | ","));
        if let Some(second) = joined.filter(|&n| is_person(notes, n)) {
            push(doc, notes, office, second, office.end, organisation, out);
        }
        return;
    }
    let phrase = owner.map_or(office.start, |o| doc.tokens_in(o).start);
    if let Some(name) = preceding(doc, notes, phrase, limit) {
        let (role_end, found) = tail(doc, notes, office.end, limit);
        push(doc, notes, office, name, role_end, owner.or(found), out);
    }
}

/// Adds one mention for each lemma.
fn push(
    doc: &Document,
    notes: &Annotations,
    office: &Office,
    name: usize,
    role_end: usize,
    organisation: Option<Span>,
    out: &mut Vec<RoleMention>,
) {
    let person = notes.names[name].span;
    let role = doc.span_of(office.start..role_end);
    let span = organisation.map_or(person.join(role), |o| person.join(role).join(o));
    for lemma in &office.lemmas {
        out.push(RoleMention {
            person,
            role,
            role_lemma: lemma.clone(),
            organisation,
            former: office.former,
            span,
        });
    }
}

/// Whether a name can be a person's.
fn is_person(notes: &Annotations, name: usize) -> bool {
    matches!(notes.names[name].kind, EntityKind::Person | EntityKind::Unknown)
}

/// The organisation before the office: `Aliyun`, `Aliyun's`, `its`, `the company's`.
fn owner(doc: &Document, notes: &Annotations, start: usize, limit: &Range<usize>) -> Option<Span> {
    let before = start.checked_sub(1).filter(|&i| i >= limit.start)?;
    if matches!(doc.word(before), "its" | "their") {
        return Some(doc.tokens[before].span);
    }
    let possessive = doc.tokens[before].kind == TokenKind::Possessive;
    let end = if possessive { before } else { start };
    if let Some(name) =
        name_to(notes, end).filter(|&n| notes.names[n].kind != EntityKind::Person || possessive)
    {
        return Some(notes.names[name].span);
    }
    let described = possessive && end >= limit.start + 2 && matches!(doc.word(end - 2), "the" | "a" | "an");
    described.then(|| doc.span_of(end - 2..end))
}

/// The person whose name follows the office, where needed behind a comma (`its president, Warren Idsal,`).
fn following(
    doc: &Document,
    notes: &Annotations,
    office: &Office,
    owned: bool,
    limit: &Range<usize>,
) -> Option<usize> {
    let mut at = office.end;
    while naming::honorific(doc.word(at)).is_some() || (doc.word(at) == "." && at > office.end) {
        at += 1;
    }
    let definite = matches!(office.start.checked_sub(1).map_or("", |i| doc.word(i)), "the" | "his" | "her");
    if at < limit.end && doc.word(at) == "," && (owned || definite) {
        let long = |n: usize| notes.names[n].tokens.len() > 1 && is_person(notes, n);
        let person = |n: &usize| notes.names[*n].kind == EntityKind::Person || long(*n);
        let titled =
            (at + 1..limit.end).find(|&i| naming::honorific(doc.word(i)).is_none() && doc.word(i) != ".")?;
        let name = name_from(notes, titled).filter(person)?;
        let closed = matches!(doc.word(notes.names[name].tokens.end), "," | "." | ";" | ")");
        return closed.then_some(name);
    }
    name_from(notes, at).filter(|&n| at < limit.end && is_person(notes, n))
}

/// The person named before the office phrase that starts at `start`: in apposition, or with a verb of being or naming.
fn preceding(doc: &Document, notes: &Annotations, start: usize, limit: &Range<usize>) -> Option<usize> {
    let mut at = start;
    let mut verbs = 0;
    while at > limit.start && at + 12 > start {
        match doc.word(at - 1) {
            "the" | "a" | "an" | "one" | "also" | "now" | "currently" | "who" | "then" | "his" | "her" => {}
            "is" | "was" | "be" | "been" | "became" | "becomes" | "become" | "will" | "has" | "had"
            | "remains" | "as" | "serves" | "served" | "named" | "appointed" | "elected" | "to" => verbs += 1,
            _ => break,
        }
        at -= 1;
    }
    if at <= limit.start {
        return None;
    }
    let comma = doc.word(at - 1) == ",";
    if let Some(name) = name_to(notes, if comma { at - 1 } else { at }).filter(|&n| is_person(notes, n)) {
        let named = matches!(
            notes.names[name].tokens.start.checked_sub(1).map_or("", |i| doc.word(i)),
            "named" | "appointed" | "elected" | "made"
        );
        return (comma || verbs > 0 || named).then_some(name);
    }
    // `Ann Doe, 51, head of X` and `Ann Doe, head of X, will be head of Y`.
    let reach = (comma && (verbs > 0 || at >= 3 && doc.tokens[at - 2].kind == TokenKind::Number))
        .then_some(limit.start.max(at.saturating_sub(20)))?;
    (reach..at - 1)
        .rev()
        .filter(|&i| doc.word(i) == ",")
        .find_map(|i| name_to(notes, i))
        .filter(|&n| is_person(notes, n))
}

/// What follows an office: the end of its field, and the organisation (`of UK equities for Standard Life`).
fn tail(doc: &Document, notes: &Annotations, from: usize, limit: &Range<usize>) -> (usize, Option<Span>) {
    let mut end = from;
    for _ in 0..3 {
        if end >= limit.end || !matches!(doc.word(end), "of" | "for" | "at" | "with" | "in" | "to") {
            break;
        }
        let start = end + 1 + usize::from(doc.word(end + 1) == "the");
        if let Some(name) = name_from(notes, start) {
            let after = notes.names[name].tokens.end;
            let next = doc
                .tokens
                .get(after)
                .filter(|t| after < limit.end && t.kind == TokenKind::Word && !t.capital);
            let closed = next.is_none_or(|_| ends_field(doc.word(after)));
            if closed {
                return (end, Some(notes.names[name].span));
            }
        }
        let field = (start..limit.end.min(start + 6))
            .find(|&i| doc.tokens[i].kind != TokenKind::Word || ends_field(doc.word(i)));
        let field = field.unwrap_or(limit.end.min(start + 6));
        if field == start {
            break;
        }
        if naming::description_head(doc.word(field - 1)).is_some() && doc.word(start - 1) == "the" {
            return (end, Some(doc.span_of(start - 1..field)));
        }
        end = field;
    }
    (end, None)
}

/// Words that end the field of an office.
fn ends_field(word: &str) -> bool {
    naming::say_verb(word).is_some()
        || matches!(
            word,
            "of" | "for"
                | "at"
                | "with"
                | "in"
                | "to"
                | "and"
                | "or"
                | "who"
                | "which"
                | "that"
                | "is"
                | "was"
                | "has"
                | "had"
                | "will"
                | "would"
                | "on"
                | "by"
                | "as"
                | "when"
                | "after"
                | "before"
                | "from"
                | "until"
                | "since"
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Article;

    /// `person | office | organisation`, with `ex` for what is over.
    fn found(text: &str) -> Vec<String> {
        let doc = crate::segment::segment(Article { text: text.to_owned(), ..Article::default() });
        let names = crate::annotate::names::find(&doc, &crate::rules::Rules::default());
        let notes = Annotations { names, ..Annotations::default() };
        let show = |r: &RoleMention| {
            let of = |s: Span| s.of(doc.text()).to_owned();
            let over = if r.former { " ex" } else { "" };
            format!(
                "{} | {}{over} | {}",
                of(r.person),
                r.role_lemma,
                r.organisation.map(of).unwrap_or_default()
            )
        };
        roles(&doc, &notes).iter().map(show).collect()
    }

    #[test]
    fn offices_beside_names_and_in_apposition() {
        for (text, want, why) in [
            (
                "Norvik President Anna Berg spoke.",
                "Anna Berg | president | Norvik",
                "organisation, office, name",
            ),
            (
                "On Friday Peter Lund, the chief executive of Norvik, spoke.",
                "Peter Lund | chief executive | Norvik",
                "apposition",
            ),
            (
                "Norvik's CEO Peter Lund spoke.",
                "Peter Lund | chief executive | Norvik",
                "CEO is the same office",
            ),
            ("Tarn's chairman, John Marsh, wrote a letter.", "John Marsh | chair | Tarn", "with commas"),
            (
                "Susan Hill, head of UK equities for Marsh Investments, agreed.",
                "Susan Hill | head | Marsh Investments",
                "with its field",
            ),
            (
                "Sheriff Carl Moss of Harrow County warned.",
                "Carl Moss | sheriff | Harrow County",
                "place after the name",
            ),
            ("Former Tarn boss Bernie Holt was jailed.", "Bernie Holt | head ex | Tarn", "`former` is kept"),
            (
                "Anna Berg was named chairman of the company.",
                "Anna Berg | chair | the company",
                "with a verb",
            ),
            ("Tom Reed, 51, mayor of Oslo, resigned.", "Tom Reed | mayor | Oslo", "age between"),
        ] {
            assert_eq!(found(text), [want], "{text}: {why}");
        }
    }

    #[test]
    fn two_offices_and_two_holders() {
        assert_eq!(
            found("Norvik co-founder and CEO Anna Berg spoke."),
            ["Anna Berg | co-founder | Norvik", "Anna Berg | chief executive | Norvik"]
        );
        let two = found("It owed money to its shareholders John Marsh and Peter Lund.");
        assert_eq!(two, ["John Marsh | shareholder | its", "Peter Lund | shareholder | its"]);
    }

    #[test]
    fn no_office_without_a_holder() {
        assert_eq!(found("The president spoke to analysts on Monday."), Vec::<String>::new());
    }
}
