//! `pronoun-mismatch`: `she`, where everybody of whom the article speaks is `he`, or the other way round.
//!
//! Only where that is certain: everybody named has a given name or a title that tells, one of them is called by the other
//! pronoun, and no word stands there for anybody else whom the pronoun could mean.

use super::one::{One, Told};
use crate::lexicon::naming::{self, DescriptionHead, Sex};
use crate::lexicon::{ANYBODY_WORDS, FEMININE_WORDS, MASCULINE_WORDS, PEOPLE, words};
use crate::model::line::on_one_line;
use crate::model::{
    EntityKind, Fact, Finding, Name, ParagraphKind, RuleInfo, Severity, Tag, TokenKind, Verdict,
};
use rustc_hash::FxHashSet;

/// The rule.
pub const INFO: RuleInfo = RuleInfo {
    id: "pronoun-mismatch",
    summary: "`She` in an article in which everybody is `he`, or the other way round.",
    why: "The pronoun stands for somebody whom a cut or a translation took away, or it is a slip.",
    verdict: Verdict::Inconsistent,
    severity: Severity::Warning,
    agree: &["Peter Lind opened the mill in Tarn. He praised the workers. In May he will open 12 shops."],
    conflict: &["Peter Lind opened the mill in Tarn. He praised the workers. In May she will open 12 shops."],
};

/// So many tokens from an office or a description a name stands whose it is.
const BESIDE: usize = 6;
/// In so many sentences at most somebody is meant by mistake.
const SLIPS: usize = 2;

/// Every pronoun that can stand for nobody of the article, the first of each sex.
pub fn check(one: &One) -> Vec<Finding> {
    let known = one.document.article.foreign.is_none();
    let sexes = [Sex::Female, Sex::Male].into_iter().filter(|_| known);
    sexes.filter_map(|sex| of_sex(one, sex)).collect()
}

const fn pronoun(sex: Sex) -> &'static str {
    if matches!(sex, Sex::Female) { "she" } else { "he" }
}

/// The pronoun of `sex`, where all are of the other.
fn of_sex(one: &One, sex: Sex) -> Option<Finding> {
    let other = if sex == Sex::Female { Sex::Male } else { Sex::Female };
    let slips = told(one, pronoun(sex));
    let (&slip, right) = (slips.first()?, told(one, pronoun(other)));
    let sentence = |i: usize| one.document.sentence_of(i);
    let mut sentences: Vec<usize> = slips.iter().map(|&i| sentence(i)).collect();
    sentences.dedup();
    let people: Vec<&Name> = one.annotations.names.iter().filter(|n| n.kind == EntityKind::Person).collect();
    let first = people.iter().find(|n| n.tokens.end <= slip && n.tokens.len() > 1)?;
    let few = sentences.len() <= SLIPS && sentences.len() <= right.len();
    let &right = right.first()?;
    let certain = few
        && right > first.tokens.start
        && all_are(one, &people, other)
        && !one.annotations.names.iter().any(|name| may_be_person(one, name))
        && !speaks_of(one, sex, sentence(slip));
    if !certain {
        return None;
    }
    let claims = [first.tokens.start, right, slip].map(|i| one.claim_at(i));
    let [Some(_), _, Some(_)] = claims else { return None };
    let name = on_one_line(first.span.of(one.document.text()));
    let (he, she) = (pronoun(other), pronoun(sex));
    let men = if sex == Sex::Female { "men" } else { "women" };
    let summary = format!("\u{201c}{she}\u{201d} can stand for nobody here: {name} is \u{201c}{he}\u{201d}.");
    let reason = format!(
        "All people named are {men}, as far as their names tell, the article says \u{201c}{he}\u{201d} of one, and no other word in it can be what \u{201c}{she}\u{201d} stands for."
    );
    let told =
        Told { question: Some(format!("{name}: he or she")), ..Told::inconsistent(summary, reason, 0.7) };
    one.about(&INFO, claims.into_iter().flatten().collect(), told)
}

/// The tokens at which the article itself, not somebody whom it quotes, has the pronoun as the subject of a verb.
fn told(one: &One, pronoun: &str) -> Vec<usize> {
    let document = one.document;
    let all = document.words.tokens_where(|word| word == pronoun);
    let quoted = |i: usize| {
        let before = document.quotations.partition_point(|q| q.outer.start <= document.tokens[i].span.start);
        before.checked_sub(1).is_some_and(|n| document.quotations[n].outer.contains(document.tokens[i].span))
    };
    let plain = |i: usize| {
        let sentence = &document.sentences[document.sentence_of(i)];
        // In the middle of a sentence a capital is that of a title.
        let titled = document.tokens[i].capital && i > sentence.tokens.start;
        !titled && document.paragraphs[sentence.paragraph].kind == ParagraphKind::Body
    };
    let verb = |i: usize| {
        let tag = one.annotations.tags.get(i + 1).copied().unwrap_or_default();
        tag.is_verb() || tag.is_auxiliary() || tag == Tag::Adverb
    };
    all.into_iter().filter(|&i| plain(i) && verb(i) && !quoted(i)).collect()
}

/// Whether all of them are of `sex`, as a title or a given name tells; a family name alone is that of who has it in full.
fn all_are(one: &One, people: &[&Name], sex: Sex) -> bool {
    let full = |n: &&&Name| n.tokens.len() > 1;
    let families: FxHashSet<&str> = people.iter().filter(full).map(|n| one.word(n.tokens.end - 1)).collect();
    people.iter().all(|name| match title(one, name) {
        Sex::Unknown if name.tokens.len() == 1 => families.contains(one.word(name.tokens.start)),
        Sex::Unknown => given(one, name) == sex,
        title => title == sex,
    })
}

/// What the title before a name tells.
fn title(one: &One, name: &Name) -> Sex {
    let before = name.tokens.start.checked_sub(1);
    let word = before.map(|i| if one.word(i) == "." { i.saturating_sub(1) } else { i });
    word.and_then(|i| naming::honorific(one.word(i))).unwrap_or(Sex::Unknown)
}

/// The sex that a given name tells.
fn given(one: &One, name: &Name) -> Sex {
    naming::given_name(one.word(name.tokens.start)).unwrap_or(Sex::Unknown)
}

/// Whether a name whose kind nothing tells may be a person's: its words mean nothing else.
fn may_be_person(one: &One, name: &Name) -> bool {
    let document = one.document;
    let unheard = |i: usize| {
        let word = document.tokens[i].kind == TokenKind::Word || one.word(i) == ".";
        word && (document.words.facts(i).tags.is_none() || naming::given_name(one.word(i)).is_some())
    };
    let said = || {
        let end = name.tokens.end;
        let before = name.tokens.start.checked_sub(1).is_some_and(|i| document.is(i, Fact::Says));
        document.is(end, Fact::Says) || before || one.word(end) == "who"
    };
    name.kind == EntityKind::Unknown && name.tokens.clone().all(unheard) && (name.tokens.len() > 1 || said())
}

/// Whether a word of the article can be what a pronoun of `sex` stands for: one for women or men, a given name, and up to the end
/// of `sentence` one for a person of either sex.
fn speaks_of(one: &One, sex: Sex, sentence: usize) -> bool {
    let document = one.document;
    let own = if sex == Sex::Female { &FEMININE_WORDS } else { &MASCULINE_WORDS };
    let end = document.sentences[sentence].tokens.end;
    (0..document.tokens.len()).filter(|&i| document.tokens[i].kind == TokenKind::Word).any(|i| {
        let word = one.word(i);
        let of_own = own.has(word) || word.ends_with(if sex == Sex::Female { "woman" } else { "man" });
        let named = || document.tokens[i].capital && !is_named(one, i) && naming::given_name(word).is_some();
        let anybody = || ANYBODY_WORDS.has(word) && !document.tokens[i].capital;
        of_own || named() || i < end && (anybody() || is_somebody(one, i))
    })
}

/// Whether a name of a person that was looked at stands at token `i`.
fn is_named(one: &One, i: usize) -> bool {
    let names = &one.annotations.names;
    let at = names.partition_point(|n| n.tokens.end <= i);
    names.get(at).is_some_and(|n| n.tokens.start <= i && n.kind == EntityKind::Person)
}

/// Whether the word at token `i` is for one person of either sex who is not named beside it: `the driver`, `an analyst`.
fn is_somebody(one: &One, i: usize) -> bool {
    let word = one.word(i);
    let noun = one.annotations.tags.get(i).is_none_or(|tag| matches!(tag, Tag::Noun | Tag::Proper));
    let person = naming::description_head(word) == Some(DescriptionHead::Person)
        || PEOPLE.has(word)
        || naming::role(word).is_some();
    noun && person && !is_named(one, i) && !beside_name(one, i) && !of_firm(one, i)
}

/// Whether a person is named right beside an office or description.
fn beside_name(one: &One, i: usize) -> bool {
    let sentence = &one.document.sentences[one.document.sentence_of(i)].tokens;
    let names = &one.annotations.names;
    let from = names.partition_point(|n| n.tokens.end + BESIDE <= i);
    let near = names[from..].iter().take_while(|n| n.tokens.start <= i + BESIDE);
    near.filter(|n| sentence.contains(&n.tokens.start)).any(|n| n.kind == EntityKind::Person)
}

/// Whether the word at `i` says what a firm is: `Norvik is the second largest player`.
fn of_firm(one: &One, i: usize) -> bool {
    let start = one.document.sentences[one.document.sentence_of(i)].tokens.start;
    let be = (start..i)
        .rev()
        .take_while(|&k| one.word(k) != ",")
        .find(|&k| one.annotations.tags.get(k) == Some(&Tag::Be));
    let Some(be) = be else { return false };
    let names = &one.annotations.names;
    let before = names.partition_point(|n| n.tokens.end <= be).checked_sub(1).map(|n| &names[n]);
    before.is_some_and(|n| n.kind != EntityKind::Person && n.tokens.start >= start && n.tokens.end + 1 >= be)
        && words::tags(one.word(be + 1)).is_none_or(|tags| tags.first != Tag::Ing)
}
