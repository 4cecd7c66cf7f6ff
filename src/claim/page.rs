//! One article with everything that reading its claims needs, looked up once.

use super::clause::{self, Clauses};
use super::context::{self, Stems};
use super::entity::role::RoleMention;
use super::entity::{Entities, Form};
use super::speaker::{Attribution, speakers};
use super::syntax::Syntax;
use super::{object, scope, statement, status, subject, verb, when};
use crate::lexicon::verbs::{self, Verb};
use crate::model::{
    Annotations, Claim, ClaimKind, ClaimValue, Document, EntityId, Fact, Kind, ParagraphKind, Span, Speaker,
    Tag, TokenKind,
};
use crate::rules::Rules;
use std::ops::Range;

/// An article being read.
pub struct Page<'a> {
    /// Index of the source within the story.
    pub source: usize,
    /// Its text and structure.
    pub doc: &'a Document,
    /// Its mentions and names.
    pub notes: &'a Annotations,
    /// The story's entities.
    pub entities: &'a Entities,
    /// The rules in force.
    pub rules: &'a Rules,
    /// Whether claims will be joined, and so need their context.
    joined: bool,
    /// Who says what, ordered by what they cover.
    pub attributions: Vec<Attribution>,
    /// For each attribution how far it and those before it reach.
    reach: Vec<usize>,
    /// Whether each token stands in a quotation.
    quoted: Vec<bool>,
    /// Who holds which office.
    pub roles: &'a [RoleMention],
    /// Verbs and their subjects.
    syntax: Syntax,
    /// For each token the verb that stands there, if one does.
    verbs: Vec<Option<Verb>>,
    /// Tokens with a verb that says something by itself, ascending.
    full_verbs: Vec<usize>,
    /// For each token whether it is a word that carries a topic.
    content: Vec<bool>,
    /// Tokens that say `not at home`.
    abroad: Vec<usize>,
    /// Where its clauses begin.
    clauses: Clauses,
    /// What its words are recognised by; none unless claims will be joined.
    keys: context::Keys,
}

impl<'a> Page<'a> {
    /// Looks up what the whole article needs; `stems` are those of the story, if claims will be joined.
    pub fn new(
        source: usize,
        doc: &'a Document,
        notes: &'a Annotations,
        entities: &'a Entities,
        rules: &'a Rules,
        stems: Option<&mut Stems>,
    ) -> Self {
        let attributions = speakers(doc, notes);
        let reach = attributions.iter().scan(0, |far, a| {
            *far = a.covers.end.max(*far);
            Some(*far)
        });
        let reach = reach.collect();
        let mut page = Self {
            source,
            doc,
            notes,
            entities,
            rules,
            joined: stems.is_some(),
            attributions,
            reach,
            quoted: quoted(doc),
            roles: entities.roles(source),
            syntax: Syntax::of(doc, notes),
            verbs: Vec::new(),
            full_verbs: Vec::new(),
            content: context::content(doc),
            abroad: scope::abroad(doc),
            clauses: Clauses::default(),
            keys: context::Keys::default(),
        };
        page.read_verbs();
        page.clauses = Clauses::of(&page);
        if let Some(stems) = stems {
            page.keys = context::Keys::of(&page, stems);
        }
        page
    }

    /// Looks up the verbs of all tokens, and which of them say something by themselves.
    fn read_verbs(&mut self) {
        self.verbs = vec![None; self.doc.tokens.len()];
        for i in 0..self.verbs.len() {
            let tag = self.tag(i);
            if !(tag.is_verb() || tag.is_auxiliary()) {
                continue;
            }
            let verb = verb::at(self.doc, &self.notes.tags, i);
            // `writes for the paper`, `wrote a song` say nothing of what is said.
            let writes =
                |v: Verb| v.base == "write" && matches!(self.tag(i + 1), Tag::Determiner | Tag::Preposition);
            // `claimed 41 lives`
            let lives = || (i + 1..i + 4).any(|k| matches!(self.doc.word(k), "life" | "lives"));
            // `added 500 jobs`, `pledged $5 million`
            let done =
                |v: Verb| matches!(v.base, "add" | "recall" | "pledge" | "promise") && self.has_figure(i);
            let deed = |v: Verb| writes(v) || v.base == "claim" && lives() || done(v);
            let full = |v: Verb| !is_auxiliary(v.base) && (!self.doc.is(i, Fact::Says) || deed(v));
            if verb.is_some_and(full) {
                self.full_verbs.push(i);
            }
            self.verbs[i] = verb;
        }
    }

    /// Whether a figure is the object of the verb at `i`: it stands right behind it, and no verb behind that.
    fn has_figure(&self, i: usize) -> bool {
        let mentions = &self.notes.mentions;
        let next = mentions.get(mentions.partition_point(|m| m.tokens.start <= i));
        next.is_some_and(|m| {
            let end = m.counted.as_ref().map_or(m.tokens.end, |c| c.end.max(m.tokens.end));
            let right_behind = self.doc.tokens_in(m.stated).start == i + 1;
            right_behind
                && m.quantity().is_some()
                && !self.tag(end).is_verb()
                && !self.tag(end).is_auxiliary()
        })
    }

    /// The verb of which token `i` is a form, if it stands there as one.
    pub fn verb_at(&self, i: usize) -> Option<Verb> {
        *self.verbs.get(i)?
    }

    /// Whether a verb stands at token `i`.
    pub fn is_verb(&self, i: usize) -> bool {
        self.verbs.get(i).is_some_and(Option::is_some)
    }

    /// The part of speech of token `i`.
    pub fn tag(&self, i: usize) -> Tag {
        self.notes.tags.get(i).copied().unwrap_or_default()
    }

    /// Whether token `i` is a word that carries a topic.
    pub fn is_content(&self, i: usize) -> bool {
        self.content.get(i).is_some_and(|content| *content)
    }

    /// Tokens that say `not at home`, ascending.
    pub fn abroad(&self) -> &[usize] {
        &self.abroad
    }

    /// The clauses of the article.
    pub fn clauses(&self) -> &Clauses {
        &self.clauses
    }

    /// Whether claims will be joined.
    pub fn joined(&self) -> bool {
        self.joined
    }

    /// What the words of the article are recognised by.
    pub fn keys(&self) -> &context::Keys {
        &self.keys
    }

    /// Whether `sentence` is a headline or heading.
    pub fn is_headline(&self, sentence: usize) -> bool {
        let paragraph = self.doc.sentences.get(sentence).and_then(|s| self.doc.paragraphs.get(s.paragraph));
        paragraph.is_some_and(|p| matches!(p.kind, ParagraphKind::Headline | ParagraphKind::Heading))
    }

    /// Whether token `i` stands in a dateline, which says where and when the report was written.
    pub fn is_dateline(&self, i: usize) -> bool {
        let sentence = self.doc.sentences.get(self.doc.sentence_of(i));
        sentence.is_some_and(|s| self.doc.tokens[s.tokens.end - 1].kind == TokenKind::Dash)
    }

    /// Whether a time stands at token `i`.
    pub fn is_time(&self, i: usize) -> bool {
        let mentions = &self.notes.mentions;
        let at = mentions.partition_point(|m| m.tokens.end <= i);
        mentions.get(at).is_some_and(|m| m.time().is_some() && m.tokens.start <= i)
    }

    /// Whether token `i` belongs to a value.
    pub fn is_mention(&self, i: usize) -> bool {
        let mentions = &self.notes.mentions;
        mentions.get(mentions.partition_point(|m| m.tokens.end <= i)).is_some_and(|m| m.tokens.start <= i)
    }

    /// The first token from `from` on with a verb that says something by itself.
    pub fn full_verb_from(&self, from: usize) -> Option<usize> {
        self.full_verbs.get(self.full_verbs.partition_point(|&i| i < from)).copied()
    }

    /// The last one before token `end`.
    pub fn full_verb_before(&self, end: usize) -> Option<usize> {
        self.full_verbs.partition_point(|&i| i < end).checked_sub(1).map(|n| self.full_verbs[n])
    }

    /// The speaker of what stands at `span`, which begins with token `first`.
    pub fn speaker(&self, span: Span, first: usize) -> Speaker {
        let quoted = self.quoted.get(first).is_some_and(|q| *q);
        let Some(found) = self.attribution(span) else { return Speaker { quoted, ..Speaker::default() } };
        let name = self.speaker_of(span).map_or_else(
            || found.speaker.of(self.doc.text()).to_owned(),
            |id| self.entities.name(id).to_owned(),
        );
        Speaker { name, via: found.via.clone(), quoted }
    }

    /// Who is said to say what stands at `span`, as far as it is a name.
    pub fn speaker_of(&self, span: Span) -> Option<EntityId> {
        let found = self.attribution(span)?;
        let at_head = self.entities.at_token(self.source, found.head);
        // `said its chairman, Ann Doe, who was there`
        let behind = || subject::put_behind(self, &found.tokens);
        behind().or(at_head).or_else(|| self.entities.entity_of(self.source, found.speaker))
    }

    /// The attribution that covers `span` most closely.
    fn attribution(&self, span: Span) -> Option<&Attribution> {
        let before = self.attributions.partition_point(|a| a.covers.start <= span.start);
        (0..before)
            .rev()
            .take_while(|&i| self.reach[i] >= span.end)
            .filter(|&i| self.attributions[i].covers.contains(span))
            .min_by_key(|&i| (self.attributions[i].covers.len(), i))
            .map(|i| &self.attributions[i])
    }

    /// The entities mentioned in `tokens`, pronouns included, in order of the text.
    pub fn entities_in(&self, tokens: &Range<usize>) -> impl Iterator<Item = (usize, EntityId, Form)> {
        let all = self.entities.mentions(self.source);
        let from = all.partition_point(|m| m.tokens.end <= tokens.start);
        let end = tokens.end;
        all[from..]
            .iter()
            .take_while(move |m| m.tokens.start < end)
            .map(|m| (m.tokens.start, m.entity, m.form))
    }

    /// The entities mentioned in `tokens`, sorted, each once.
    fn named_in(&self, tokens: &Range<usize>) -> Vec<EntityId> {
        let mut all: Vec<EntityId> = self.entities_in(tokens).map(|(_, id, _)| id).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// A claim over `tokens` of `sentence` with everything that follows from its place in the text; `value` and what is
    /// measured are the caller's.
    pub fn claim(
        &self,
        kind: ClaimKind,
        value: ClaimValue,
        tokens: Range<usize>,
        mention: Option<usize>,
    ) -> Claim {
        let sentence = self.doc.sentence_of(tokens.start);
        let clause = clause::around(self, &tokens);
        let dated = matches!(kind, ClaimKind::Value(Kind::Date | Kind::Time));
        let said = || dated.then(|| self.saying(&tokens)).flatten();
        let governing = said().or_else(|| self.governing(&clause, &tokens));
        let span = self.doc.span_of(tokens.clone());
        let verb = governing.map(|g| g.0);
        let subject = subject::of(self, &clause, &tokens, verb, is_figure(kind));
        let speaker = self.speaker(span, tokens.clone().next().unwrap_or_default());
        let status = status::of(self, &clause, &tokens, verb);
        Claim {
            span,
            sentence,
            mention,
            subject,
            subject_name: subject.map_or_else(String::new, |id| self.entities.name(id).to_owned()),
            topic: self.topic(&clause, &tokens, verb),
            verb: governing.map_or_else(String::new, |(i, v, _)| self.verb_name(i, v, v.canonical)),
            // What a value is called by, unless more is known: the verb as it is told.
            attribute: governing
                .filter(|(_, v, _)| matches!(kind, ClaimKind::Value(_)) && !v.canonical.is_empty())
                .map_or_else(String::new, |(i, v, _)| self.verb_name(i, v, v.base)),
            object: governing.is_none_or(|(_, _, before)| before),
            passive: governing.is_some_and(|(i, _, _)| object::is_passive(self, i)),
            noun: verb
                .filter(|_| is_when(kind))
                .map_or_else(String::new, |i| object::direct(self, &clause, i)),
            target: governing
                .filter(|(_, _, before)| self.joined && !before)
                .map_or_else(String::new, |(i, ..)| object::direct(self, &clause, i)),
            context: self.context(kind, &clause, &tokens, verb),
            entities: if self.joined { self.named_in(&clause) } else { Vec::new() },
            when: when::of(self, &clause, sentence, mention),
            places: scope::places(self, &clause, &tokens),
            status: status::reported(self, status, verb, subject, &speaker),
            speaker,
            past: governing
                .is_some_and(|(i, verb, _)| is_past(verb) || self.doc.word(i.saturating_sub(1)) == "did"),
            headline: self.is_headline(sentence),
            confidence: 0.5,
            ..Claim::new(self.source, kind, value)
        }
    }

    /// The phrasal verb at token `i`, else `plain`.
    fn verb_name(&self, i: usize, verb: Verb, plain: &str) -> String {
        statement::phrasal(self, i, verb).map_or_else(|| plain.to_owned(), |(name, _)| name)
    }

    /// Of what a claim speaks that has no name; nothing where nothing will be joined.
    fn topic(&self, clause: &Range<usize>, at: &Range<usize>, verb: Option<usize>) -> String {
        let verb = verb.or_else(|| subject::slight(self, clause, at)).filter(|_| self.joined);
        verb.map_or_else(String::new, |verb| subject::topic(self, verb))
    }

    /// The words around a claim; none where nothing will be joined.
    fn context(
        &self,
        kind: ClaimKind,
        clause: &Range<usize>,
        at: &Range<usize>,
        verb: Option<usize>,
    ) -> Vec<(u32, u8)> {
        if !self.joined {
            return Vec::new();
        }
        let sentence = self.doc.sentence_of(at.start);
        let subject = verb.and_then(|v| self.subject_phrase(v)).unwrap_or_default();
        context::of(self, sentence, clause, at, &subject, matches!(kind, ClaimKind::Value(_)))
    }

    /// The phrase that is the subject of the verb at token `verb`.
    pub fn subject_phrase(&self, verb: usize) -> Option<Range<usize>> {
        let start = self.doc.sentences.get(self.doc.sentence_of(verb))?.tokens.start;
        self.syntax.subject(self.doc, &self.notes.tags, verb, start)
    }
}

/// For each token whether it stands in a quotation.
fn quoted(doc: &Document) -> Vec<bool> {
    let mut out = vec![false; doc.tokens.len()];
    for quotation in &doc.quotations {
        out[doc.tokens_in(quotation.inner)].fill(true);
    }
    out
}

/// Whether it is a figure and not when or how long.
fn is_figure(kind: ClaimKind) -> bool {
    matches!(kind, ClaimKind::Value(_)) && !is_when(kind)
}

/// Whether the value says when or how long: what is done then, or so long, is what it is said of.
fn is_when(kind: ClaimKind) -> bool {
    matches!(kind, ClaimKind::Value(Kind::Date | Kind::Time | Kind::Duration))
}

/// Whether the form can be a participle.
pub fn is_past(verb: Verb) -> bool {
    verb.form == verbs::Form::Past
}

/// Whether the verb says nothing by itself.
pub fn is_auxiliary(base: &str) -> bool {
    matches!(base, "be" | "have" | "do")
}
