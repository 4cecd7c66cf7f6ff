//! Which phrase is the subject of which verb.
//!
//! Verbs with their auxiliaries are groups, nouns with their determiners are phrases; the subject of a group follows from what
//! stands between it and the verb before it. No trees: what hangs on what inside a phrase is not asked.

use super::phrases::{drop_within, phrase, widen};
use crate::lexicon::{CONTROL_VERBS, words};
use crate::model::{Annotations, Document, Fact, Mention, Tag};
use std::cell::OnceCell;
use std::ops::Range;

/// A verb with its auxiliaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// From the first auxiliary, or `to`, to the verb.
    pub tokens: Range<usize>,
    /// How it stands in its clause.
    pub form: GroupForm,
}

/// How a group of verbs stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupForm {
    /// With a subject of its own: `opened`, `will open`.
    Finite,
    /// `to open`.
    Infinitive,
    /// `opening`, `opened` behind a noun.
    Participle,
}

/// At most so many groups of verbs stand in a relative clause that interrupts another.
const INTERRUPTING: usize = 3;

/// The groups and phrases of an article.
#[derive(Debug, Default)]
pub struct Syntax {
    groups: Vec<Group>,
    /// For each token its group, if it is part of one.
    of_token: Vec<Option<u32>>,
    phrases: Vec<Range<usize>>,
    /// For each group its subject, once it has been asked for.
    subjects: Vec<OnceCell<Option<Range<usize>>>>,
}

impl Syntax {
    /// Finds all groups and phrases.
    pub fn of(doc: &Document, notes: &Annotations) -> Self {
        let mut out = Self { of_token: vec![None; doc.tokens.len()], ..Self::default() };
        for sentence in &doc.sentences {
            let mut i = sentence.tokens.start;
            while i < sentence.tokens.end {
                let (group, end) = group(doc, &notes.tags, i, sentence.tokens.end);
                if let Some(form) = group {
                    out.of_token[i..end].fill(Some(out.groups.len() as u32));
                    out.groups.push(Group { tokens: i..end, form });
                    i = end;
                    continue;
                }
                let end = phrase(doc, &notes.tags, i, sentence.tokens.end);
                if end > i {
                    out.phrases.push(i..end);
                }
                i = end.max(i + 1);
            }
        }
        let (times, counted): (Vec<_>, Vec<_>) = notes.mentions.iter().partition(|m| m.time().is_some());
        let tokens = |all: Vec<&Mention>| all.iter().map(|m| doc.tokens_in(m.stated)).collect::<Vec<_>>();
        widen(&mut out.phrases, &tokens(counted));
        drop_within(&mut out.phrases, &tokens(times));
        out.subjects.resize_with(out.groups.len(), OnceCell::new);
        out
    }

    /// The group whose verb or auxiliary is token `i`.
    pub fn group_at(&self, i: usize) -> Option<usize> {
        self.of_token.get(i).copied().flatten().map(|group| group as usize)
    }

    /// The phrase that is the subject of the group with the verb at token `verb`, in the sentence that starts at `start`.
    pub fn subject(&self, doc: &Document, tags: &[Tag], verb: usize, start: usize) -> Option<Range<usize>> {
        let group = self.group_at(verb)?;
        self.subjects[group].get_or_init(|| self.subject_of(&Place { doc, tags, start }, group, 0)).clone()
    }

    fn subject_of(&self, place: &Place, group: usize, depth: usize) -> Option<Range<usize>> {
        if depth > 6 {
            return None;
        }
        let this = &self.groups[group];
        let previous = group.checked_sub(1).filter(|&p| self.groups[p].tokens.start >= place.start);
        match this.form {
            GroupForm::Finite => self.finite(place, group, previous, depth),
            GroupForm::Infinitive => {
                let before = previous?;
                let object = self.between(self.groups[before].tokens.end, this.tokens.start).next();
                let told = object.filter(|o| {
                    o.start <= self.groups[before].tokens.end + 1
                        && is_control(place.doc, &self.groups[before])
                });
                told.cloned().or_else(|| self.subject_of(place, before, depth + 1))
            }
            GroupForm::Participle => {
                let noun = self.phrase_ending(this.tokens.start);
                noun.cloned().or_else(|| match previous {
                    Some(before) => self.subject_of(place, before, depth + 1),
                    None => self.main_behind(place, group, depth),
                })
            }
        }
    }

    /// The subject of a finite group.
    fn finite(
        &self,
        place: &Place,
        group: usize,
        previous: Option<usize>,
        depth: usize,
    ) -> Option<Range<usize>> {
        let this = &self.groups[group];
        let from = self.region(place, this.tokens.start, previous);
        if from > place.start && place.tags[from - 1] == Tag::Relative {
            let own = self.between(from, this.tokens.start).next();
            let share =
                || self.phrase_ending(from.checked_sub(2)?).filter(|_| place.doc.word(from - 2) == "of");
            let stated = own.or_else(share).cloned();
            return stated.or_else(|| self.antecedent(place, from - 1));
        }
        if let Some(opened) = self.taken_up(place, group) {
            return self.antecedent(place, opened);
        }
        if let Some(own) = self.behind_conjunction(place, group, previous) {
            return Some(own);
        }
        if let Some(first) = self.coordinated(place, group) {
            return self.subject_of(place, first, depth + 1);
        }
        let free = |p: &&Range<usize>| {
            !place.is_governed(p.start) && !self.is_object(place, p.start) && !place.is_qualifier(p)
        };
        // `while it is a mill, they work there`
        let pronoun = |p: &&Range<usize>| {
            let subject = matches!(place.doc.word(p.start), "he" | "she" | "they" | "we" | "i" | "it");
            p.len() == 1 && subject && p.start > from && place.doc.word(p.start - 1) == ","
        };
        let start = this.tokens.start;
        let adverbs = (from..start).rev().take_while(|&i| place.tags[i] == Tag::Adverb).count();
        if let Some(own) = self.phrase_ending(start - adverbs).filter(pronoun) {
            return Some(own.clone());
        }
        if let Some(phrase) = self.behind_opening(place, from, this.tokens.start) {
            return Some(phrase);
        }
        let found = self.between(from, this.tokens.start).find(free).cloned();
        // `3D sensing firm Delta cut`: what looks like an object stands right before the verb.
        let beside = || {
            self.phrase_ending(this.tokens.start).filter(|p| p.start >= from && !place.is_governed(p.start))
        };
        found
            .or_else(|| beside().cloned())
            .or_else(|| previous.and_then(|p| self.subject_of(place, p, depth + 1)))
    }

    /// Where the sentence opens with a participle (`Shot in Oslo, Norway, the film opened`) or with what somebody is (`A teacher of
    /// music, Ann Doe left`), the phrase right before the verb.
    fn behind_opening(&self, place: &Place, from: usize, verb: usize) -> Option<Range<usize>> {
        let is = |p: &Range<usize>| {
            let name = |i: usize| place.tags.get(i) == Some(&Tag::Proper);
            name(verb - 1)
                && !name(p.end - 1)
                && (p.end..verb).filter(|&i| place.doc.word(i) == ",").count() == 1
        };
        let described = || self.between(from, verb).next().is_some_and(|p| p.start == from && is(p));
        let opens =
            from == place.start && (matches!(place.tags[from], Tag::Participle | Tag::Ing) || described());
        let phrase = self.phrase_ending(verb).filter(|p| opens && p.start > from)?;
        (place.doc.word(phrase.start - 1) == ",").then(|| phrase.clone())
    }

    /// The relative pronoun whose clause a comma ends right before the verb of `group`, which takes up what it interrupted: `Omnia,
    /// which has plants where it sells, plans to`.
    fn taken_up(&self, place: &Place, group: usize) -> Option<usize> {
        let start = self.groups[group].tokens.start;
        if start <= place.start || place.doc.word(start - 1) != "," {
            return None;
        }
        let before = (0..group).rev().take_while(|&g| self.groups[g].tokens.start >= place.start);
        before.take(INTERRUPTING).find_map(|g| self.relative_before(place, g))
    }

    /// Where a clause with a verb of its own stands before, the phrase between `and` or `but` and the verb: `she opened the mill, but
    /// the mayor stayed away`.
    fn behind_conjunction(
        &self,
        place: &Place,
        group: usize,
        previous: Option<usize>,
    ) -> Option<Range<usize>> {
        let verb = self.groups[group].tokens.start;
        let before = previous.filter(|&p| self.groups[p].form == GroupForm::Finite)?;
        let adverbs = (place.start..verb).rev().take_while(|&i| place.tags[i] == Tag::Adverb).count();
        let phrase = self.phrase_ending(verb - adverbs)?;
        let and = phrase.start.checked_sub(1).filter(|&i| i > self.groups[before].tokens.end)?;
        let comma = place.doc.word(and - 1) == ",";
        // `won the cup and Ann Doe left`: the verb before has its object.
        let end = self.groups[before].tokens.end;
        let object = |p: &Range<usize>| p.start == end && p.end == and;
        let done = || !place.doc.is(end - 1, Fact::Says) && self.phrase_ending(and).is_some_and(object);
        (place.tags[and] == Tag::Coordinator && (comma || done())).then(|| phrase.clone())
    }

    /// The finite group with which one behind `and` shares its subject: the nearest, or behind `, and` the nearest that does not
    /// stand in a relative clause (`it beat the team that had won, and took the cup`).
    fn coordinated(&self, place: &Place, group: usize) -> Option<usize> {
        let start = self.groups[group].tokens.start;
        let before =
            |end: usize| (place.start..end).rev().find(|&i| !matches!(place.tags[i], Tag::Adverb | Tag::Not));
        let mut and = before(start)?;
        // `and in March 2019 opened`
        let when = |i: usize| {
            let inside = |k: &usize| place.tags[*k] == Tag::Number || place.tags[*k].is_noun();
            let phrase = (place.start..=i).rev().take_while(inside).last()?;
            let preposition = phrase.checked_sub(1).filter(|&k| place.tags[k] == Tag::Preposition)?;
            let free = !self.between(phrase, i + 1).any(|p| p.end > phrase);
            preposition.checked_sub(1).filter(|&k| free && place.tags[k] == Tag::Coordinator)
        };
        and = when(and).unwrap_or(and);
        if place.tags[and] != Tag::Coordinator {
            return None;
        }
        let main = and > place.start && place.doc.word(and - 1) == ",";
        let finite = |g: &usize| self.groups[*g].form == GroupForm::Finite;
        let before =
            (0..group).rev().take_while(|&g| self.groups[g].tokens.start >= place.start).filter(finite);
        before.into_iter().find(|&g| !main || self.relative_before(place, g).is_none())
    }

    /// Where the clause of the group at `end` can begin: behind the finite group before it or what opens a clause.
    fn region(&self, place: &Place, end: usize, previous: Option<usize>) -> usize {
        let mut floor = place.start;
        let mut at = previous;
        while let Some(p) = at {
            if self.groups[p].form == GroupForm::Finite {
                floor = self.groups[p].tokens.end;
                break;
            }
            at = p.checked_sub(1).filter(|&q| self.groups[q].tokens.start >= place.start);
        }
        let mut i = end;
        while i > floor {
            i -= 1;
            if place.doc.word(i) == ")" {
                i = (floor..i).rev().find(|&k| place.doc.word(k) == "(").unwrap_or(i);
            } else if place.opens_clause(i) {
                return i + 1;
            }
        }
        floor
    }

    /// The relative pronoun whose clause group `group` stands in.
    fn relative_before(&self, place: &Place, group: usize) -> Option<usize> {
        let from = self.region(place, self.groups[group].tokens.start, None);
        // What follows `argued that` is no relative clause.
        let is_relative =
            |&i: &usize| i > place.start && place.is_relative(i) && !place.tags[i - 1].is_verb();
        from.checked_sub(1).filter(is_relative)
    }

    /// What a relative pronoun at `at` stands for: the phrase before it, or the one that this is part of.
    fn antecedent(&self, place: &Place, at: usize) -> Option<Range<usize>> {
        // `the marchers, 43 of whom were held`
        let share = at > place.start + 1 && place.doc.word(at - 1) == "of";
        let comma = (place.start..at).rev().find(|&i| place.doc.word(i) == ",").filter(|_| share);
        let at = comma.unwrap_or(at);
        let before = self.phrases.partition_point(|p| p.end <= at);
        // `Omnia was bought by Delta, which`: what stands before the verb is no antecedent.
        let groups = &self.groups[..self.groups.partition_point(|g| g.tokens.end <= at)];
        let verb = groups.iter().rev().find(|g| g.form == GroupForm::Finite).map_or(0, |g| g.tokens.end);
        let floor = verb.max(place.start);
        let near = self.phrases[..before].iter().rev().take_while(|p| p.start >= floor).take(3);
        let mut nearest = None;
        for phrase in near {
            if !place.is_governed(phrase.start) {
                return Some(phrase.clone());
            }
            nearest = nearest.or_else(|| Some(phrase.clone()));
        }
        nearest
    }

    /// The subject of the first finite group behind: `Citing costs, the firm closed`.
    fn main_behind(&self, place: &Place, group: usize, depth: usize) -> Option<Range<usize>> {
        let end = place.doc.sentences.get(place.doc.sentence_of(place.start))?.tokens.end;
        let main = (group + 1..self.groups.len())
            .take_while(|&g| self.groups[g].tokens.start < end)
            .find(|&g| self.groups[g].form == GroupForm::Finite)?;
        self.subject_of(place, main, depth + 1)
    }

    /// The phrases that start in `from..to`.
    fn between(&self, from: usize, to: usize) -> impl Iterator<Item = &Range<usize>> {
        let first = self.phrases.partition_point(|p| p.start < from);
        self.phrases[first..].iter().take_while(move |p| p.start < to)
    }

    fn phrase_ending(&self, at: usize) -> Option<&Range<usize>> {
        let before = self.phrases.partition_point(|p| p.end < at);
        self.phrases.get(before).filter(|p| p.end == at)
    }

    /// Whether the phrase at `at` is the object of a verb that is not finite.
    fn is_object(&self, place: &Place, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|&b| b >= place.start) else { return false };
        self.group_at(before).is_some_and(|g| self.groups[g].form != GroupForm::Finite)
    }
}

/// A sentence being asked about.
struct Place<'a> {
    doc: &'a Document,
    tags: &'a [Tag],
    start: usize,
}

impl Place<'_> {
    /// Whether a preposition stands before the phrase at `at`, `in just` included.
    fn is_governed(&self, at: usize) -> bool {
        let mut before = (self.start..at).rev();
        before.find(|&i| self.tags[i] != Tag::Adverb).is_some_and(|i| self.tags[i] == Tag::Preposition)
    }

    /// `3D` of `3D sensing firm`.
    fn is_qualifier(&self, phrase: &Range<usize>) -> bool {
        let glued = (phrase.start + 1..phrase.end).all(|i| !self.doc.tokens[i].spaced);
        glued && self.tags[phrase.start] == Tag::Number && self.tags.get(phrase.end) == Some(&Tag::Ing)
    }

    fn is_relative(&self, i: usize) -> bool {
        self.tags[i] == Tag::Relative || self.doc.word(i) == "whose"
    }

    fn opens_clause(&self, i: usize) -> bool {
        self.is_relative(i)
            || self.tags[i] == Tag::Subordinator
            || matches!(self.doc.word(i), ";" | ":" | "(" | "\"" | "“" | "”" | "—" | "–")
            || self.doc.word(i).starts_with('-') && self.doc.tokens[i].spaced
    }
}

/// The group that starts at `i`, and its end.
fn group(doc: &Document, tags: &[Tag], i: usize, end: usize) -> (Option<GroupForm>, usize) {
    let first = tags[i];
    let form = match first {
        Tag::To => GroupForm::Infinitive,
        Tag::Participle | Tag::Ing => GroupForm::Participle,
        Tag::Be if matches!(doc.word(i), "being" | "been") => GroupForm::Participle,
        t if t.is_auxiliary() || t.is_verb() => GroupForm::Finite,
        _ => return (None, i),
    };
    let mut last = i;
    let mut k = i + 1;
    let mut open = first.is_auxiliary() || first == Tag::To;
    while open && k < end {
        match tags[k] {
            Tag::Adverb | Tag::Not => {}
            t if t.is_auxiliary() => last = k,
            t if t.is_verb() => {
                last = k;
                open = false;
            }
            _ => break,
        }
        k += 1;
    }
    (Some(form), last + 1)
}

/// Verbs whose object does what the infinitive behind it says: `asked Qwest to bid`.
fn is_control(doc: &Document, group: &Group) -> bool {
    words::base(doc.word(group.tokens.end - 1)).is_some_and(|verb| CONTROL_VERBS.has(verb))
}

#[cfg(test)]
mod tests {
    use super::Syntax;
    use crate::model::Article;

    /// The words of the subject of `verb` in `text`.
    fn subject(text: &str, verb: &str) -> Option<String> {
        let doc = crate::segment::segment(Article { text: text.to_owned(), ..Article::default() });
        let notes = crate::annotate::annotate(&doc, crate::rules::Rules::shipped());
        let at = (0..doc.tokens.len()).find(|&i| doc.word(i) == verb)?;
        let found = Syntax::of(&doc, &notes).subject(&doc, &notes.tags, at, 0)?;
        Some(doc.span_of(found).of(&doc.article.text).to_owned())
    }

    #[test]
    fn subjects_of_verbs() {
        let rows = [
            ("The firm opened a plant.", "opened", "The firm"),
            ("In May, the firm opened a plant.", "opened", "the firm"),
            ("Last week, the firm opened a plant.", "opened", "the firm"),
            (
                "Yesterday, Norvik's Delta Corp subsidiary extended its offer.",
                "extended",
                "Norvik's Delta Corp subsidiary",
            ),
            ("Omnia left Bergen in May and reached Oslo in June.", "reached", "Omnia"),
            ("Omnia beat the firm that made cars, and then closed it.", "closed", "Omnia"),
            ("Hundreds of marchers, 43 of whom were held, crossed the bridge.", "crossed", "Hundreds"),
            ("Hundreds of marchers, 43 of whom were held, crossed the bridge.", "held", "43"),
            ("In just three days it had beaten them.", "beaten", "it"),
            ("Former Rep. Anna Berg Jr. resigned.", "resigned", "Former Rep. Anna Berg Jr"),
            ("For its part, 3D sensing firm Norvik cut its forecast.", "cut", "firm Norvik"),
            ("The number of people killed rose to 12.", "rose", "The number"),
            ("Citing Delta Research, Omnia cut its forecast.", "cut", "Omnia"),
            ("Omnia, which has plants in Spain, plans to open one.", "plans", "Omnia"),
            ("Omnia, which has plants in Spain, plans to open one.", "has", "Omnia"),
            ("Omnia plans to open a plant.", "open", "Omnia"),
            ("Omnia asked Delta to raise its offer.", "raise", "Delta"),
            ("Anna Berg (Labour) resigned on Monday.", "resigned", "Anna Berg"),
            ("Anna Berg was first elected in 1995 and resigned in May.", "resigned", "Anna Berg"),
            (
                "Anna Berg argued that Omnia is bigger than Delta, has debts and has built one.",
                "built",
                "Omnia",
            ),
            ("Omnia beat Delta in court and became the leader.", "became", "Omnia"),
            ("More than 20 people died in the fire.", "died", "More than 20 people"),
            ("Police said the driver fled.", "fled", "the driver"),
            ("The fire that began on May 8 burned ten homes.", "burned", "The fire"),
            ("Omnia was bought by Delta, which has debts.", "has", "Delta"),
            ("The harbour reopened after a repair that took a year and cost a fortune.", "cost", "a repair"),
            ("The head of the firm that makes cars resigned.", "makes", "The head"),
            ("Omnia runs ten mills in Spain and in March 2019 opened one in Lom.", "opened", "Omnia"),
            ("Omnia made a big bet and Anna Berg promised to win.", "promised", "Anna Berg"),
            (
                "Omnia made a big bet and Delta's Anna Berg boldly promised to win.",
                "promised",
                "Delta's Anna Berg",
            ),
            ("Omnia said the bank and the fund lost money.", "lost", "the bank"),
            ("While the mill is a ruin, they work there.", "work", "they"),
            ("While rain hampered the search, it also helped the town.", "helped", "it"),
            ("A former friend of Anna Berg, Carl Lund left in May.", "left", "Carl Lund"),
            ("Anna Berg, a former friend of Lund, left in May.", "left", "Anna Berg"),
        ];
        for (text, verb, expected) in rows {
            assert_eq!(subject(text, verb).as_deref(), Some(expected), "{verb} in {text:?}");
        }
    }
}
