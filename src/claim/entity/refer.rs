//! What descriptions and pronouns of one article mean.
//!
//! Careful: where two antecedents are possible and nothing decides, the words stay unresolved.

use super::describe::{Description, Owner, name_from};
use super::local::{Cluster, Local};
use super::role::RoleMention;
use super::{Form, key::Key, topic};
use crate::lexicon::naming::{self, DescriptionHead, Sex};
use crate::lexicon::{EXPLETIVE_VERBS, ORGANISATION_WORDS, PERSON_WORDS};
use crate::model::line::on_one_line;
use crate::model::{Annotations, Document, EntityKind, Fact, Tag};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A description or pronoun that means a cluster.
pub struct Reference {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it means.
    pub cluster: usize,
    /// How it says so.
    pub form: Form,
}

/// Tokens of `the 58-year-old`.
const AGED: usize = 6;

/// All references of the article, ordered by position. Adds to `local` what descriptions tell: parents, parts without a name.
pub fn references(
    doc: &Document,
    notes: &Annotations,
    local: &mut Local,
    found: &[Description],
    roles: &[RoleMention],
) -> Vec<Reference> {
    let mut reader = Reader::new(doc, notes, local, found, roles);
    for (index, sentence) in doc.sentences.iter().enumerate() {
        reader.sentence(index, sentence.tokens.clone());
    }
    reader.out
}

/// The state while an article is read from top to bottom.
struct Reader<'a> {
    doc: &'a Document,
    notes: &'a Annotations,
    local: &'a mut Local,
    found: &'a [Description],
    /// Index into `found` of the next description.
    next: usize,
    /// Per sentence, what it mentions, in order: token and cluster.
    said: Vec<Vec<(usize, usize)>>,
    /// Holders of offices, by office.
    offices: BTreeMap<String, Vec<usize>>,
    /// Whether each token stands in a quotation.
    quoted: Vec<bool>,
    /// The organisation that the article is about, if one stands out.
    topic: Option<usize>,
    /// Organisations that the article says to be of a country.
    countries: Vec<(usize, &'static str)>,
    /// Clusters with a description, and those that are parts of something.
    described: BTreeSet<usize>,
    parts: BTreeSet<usize>,
    out: Vec<Reference>,
}

impl<'a> Reader<'a> {
    /// At the top of the article.
    fn new(
        doc: &'a Document,
        notes: &'a Annotations,
        local: &'a mut Local,
        found: &'a [Description],
        roles: &[RoleMention],
    ) -> Self {
        let mut offices: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for held in roles {
            let tokens = doc.tokens_in(held.person);
            if let Some(name) = name_from(notes, tokens.start) {
                let holders = offices.entry(held.role_lemma.clone()).or_default();
                // Two are as good as many: `the sheriff` means neither.
                if holders.len() < 2 && !holders.contains(&local.of_name[name]) {
                    holders.push(local.of_name[name]);
                }
            }
        }
        let (topic, countries) = (topic::of(local, found), topic::countries(doc, notes, local));
        let mut quoted = vec![false; doc.tokens.len()];
        for quotation in &doc.quotations {
            quoted[doc.tokens_in(quotation.inner)].fill(true);
        }
        Self {
            doc,
            notes,
            local,
            found,
            next: 0,
            said: Vec::new(),
            offices,
            quoted,
            topic,
            countries,
            described: BTreeSet::new(),
            parts: BTreeSet::new(),
            out: Vec::new(),
        }
    }

    /// Reads one sentence.
    fn sentence(&mut self, index: usize, tokens: Range<usize>) {
        self.said.resize(index + 1, Vec::new());
        let names = &self.notes.names;
        let mut next = names.partition_point(|n| n.tokens.start < tokens.start);
        let mut i = tokens.start;
        while i < tokens.end {
            while names.get(next).is_some_and(|n| n.tokens.start < i) {
                next += 1;
            }
            if let Some(name) = names.get(next).filter(|n| n.tokens.start == i) {
                self.said[index].push((i, self.local.of_name[next]));
                i = name.tokens.end;
                continue;
            }
            let found = self.found;
            if let Some(description) = found.get(self.next).filter(|d| d.tokens.start <= i) {
                self.next += 1;
                if let Some(cluster) = self.describe(index, description) {
                    self.refer(index, description.tokens.clone(), cluster, Form::Description);
                    i = description.tokens.end;
                    continue;
                }
            }
            if let Some((cluster, end)) = self.aged(index, i) {
                self.refer(index, i..end, cluster, Form::Description);
                i = end;
                continue;
            }
            if let Some(cluster) = self.pronoun(index, i) {
                self.refer(index, i..i + 1, cluster, Form::Pronoun);
            }
            i += 1;
        }
    }

    /// Whom `the 58-year-old` at token `i` means, or `the 58-year-old Dane`, and one past it: the person with whom one of the three
    /// sentences before begins, else the only one of the sentence before, else the only one there is.
    fn aged(&self, index: usize, i: usize) -> Option<(usize, usize)> {
        let word = |k: usize| self.doc.word(i + k);
        let aged =
            word(0) == "the" && word(3) == "year" && word(5) == "old" && word(2) == "-" && word(4) == "-";
        let noun = |k: usize| self.notes.tags.get(i + k).is_some_and(|t| t.is_noun() || *t == Tag::Adjective);
        let end = AGED + usize::from(aged && self.doc.is(i + AGED, Fact::OfPlace));
        if !aged || self.quoted[i] || noun(end) {
            return None;
        }
        let is_person = |c: usize| self.local.clusters[c].kind == EntityKind::Person;
        let before = &self.said[index.saturating_sub(3)..index];
        let led =
            before.iter().rev().filter_map(|said| said.first()).map(|&(_, c)| c).find(|&c| is_person(c));
        let in_last = || {
            let mut people = before.last()?.iter().map(|&(_, c)| c).filter(|&c| is_person(c));
            let first = people.next()?;
            people.all(|c| c == first).then_some(first)
        };
        Some((led.or_else(in_last).or_else(|| self.only_person())?, i + end))
    }

    /// Notes that `tokens` mean `cluster`.
    fn refer(&mut self, index: usize, tokens: Range<usize>, cluster: usize, form: Form) {
        self.said[index].push((tokens.start, cluster));
        self.out.push(Reference { tokens, cluster, form });
    }

    /// What a description means.
    fn describe(&mut self, index: usize, description: &Description) -> Option<usize> {
        let owner = match description.owner {
            Owner::Name(n) => Some(self.local.of_name[n]),
            Owner::Pronoun => self.organisation(index, description.tokens.start, true),
            Owner::Description => self.out.last().map(|r| r.cluster),
            Owner::None => None,
        };
        let written = self.doc.span_of(description.tokens.clone()).of(self.doc.text());
        let written = on_one_line(written).into_owned();
        if let Some(name) = description.beside {
            let cluster = self.local.of_name[name];
            if owner != Some(cluster) {
                self.learn(cluster, description, owner, written);
            }
            return Some(cluster);
        }
        if !description.definite {
            return None;
        }
        match description.head {
            DescriptionHead::Division => self.division(description, owner, written),
            DescriptionHead::Organisation if owner.is_none() => self.whole(index, description),
            DescriptionHead::Person if owner.is_none() || description.owner == Owner::Description => {
                self.person_called(description)
            }
            _ => None,
        }
    }

    /// Takes from an apposition what it says of `cluster`.
    fn learn(&mut self, cluster: usize, description: &Description, owner: Option<usize>, written: String) {
        let entry = &mut self.local.clusters[cluster];
        entry.descriptions.push(written);
        self.described.insert(cluster);
        if description.head == DescriptionHead::Division {
            self.parts.insert(cluster);
            entry.division.extend(description.modifiers.iter().cloned());
            entry.parent = entry.parent.or(owner);
        }
    }

    /// `its cloud division`: a part that has a name in this article, else a part without one.
    fn division(
        &mut self,
        description: &Description,
        owner: Option<usize>,
        written: String,
    ) -> Option<usize> {
        let shares = |c: &Cluster| {
            let fits = description.modifiers.iter().any(|m| c.division.contains(m))
                || (description.modifiers.is_empty() && !c.division.is_empty());
            fits && (owner.is_none() || c.parent.is_none() || c.parent == owner)
        };
        let all: Vec<usize> =
            self.parts.iter().copied().filter(|&i| shares(&self.local.clusters[i])).take(2).collect();
        match (all.as_slice(), owner) {
            ([one], _) => {
                self.local.clusters[*one].descriptions.push(written);
                self.described.insert(*one);
                Some(*one)
            }
            ([], Some(owner)) if !description.modifiers.is_empty() => {
                Some(self.nameless(description, owner, written))
            }
            _ => None,
        }
    }

    /// A new cluster for a part that has no name here.
    fn nameless(&mut self, description: &Description, owner: usize, written: String) -> usize {
        let whole = self.local.clusters[owner].names.keys().next().cloned().unwrap_or_default();
        let name = format!("{whole}'s {} {}", description.modifiers.join(" "), description.noun);
        self.local.clusters.push(Cluster {
            key: Key::new(&name, EntityKind::Organisation),
            kind: EntityKind::Organisation,
            names: BTreeMap::from([(name, 0)]),
            descriptions: vec![written],
            known: None,
            division: description.modifiers.clone(),
            parent: Some(owner),
            sex: Sex::Unknown,
            first: description.tokens.start,
            count: 0,
        });
        let added = self.local.clusters.len() - 1;
        self.described.insert(added);
        self.parts.insert(added);
        added
    }

    /// `the company`.
    fn whole(&self, index: usize, description: &Description) -> Option<usize> {
        let written = &description.modifiers;
        let bare = written.is_empty();
        let generic = ORGANISATION_WORDS.has(&description.noun);
        if bare && generic {
            return self.organisation(index, description.tokens.start, false);
        }
        if generic && topic::is_called_so(self.topic, description, self.found, &self.countries) {
            return self.topic;
        }
        // `the acquiring company` only where an apposition used the same words.
        let phrase = |d: &String| {
            !bare && d.to_ascii_lowercase().ends_with(&format!("{} {}", written.join(" "), description.noun))
        };
        let described = self.described.iter().copied();
        let mut fits = described.filter(|&i| self.local.clusters[i].descriptions.iter().any(phrase));
        fits.next().filter(|_| fits.next().is_none())
    }

    /// `the sheriff`: the one person who holds that office here, or the only person there is.
    fn person_called(&self, description: &Description) -> Option<usize> {
        let lemma = naming::role(&description.noun).map_or(description.noun.as_str(), |r| r.lemma);
        match self.offices.get(lemma).map(Vec::as_slice) {
            Some([one]) => return Some(*one),
            Some(_) => return None,
            None => {}
        }
        PERSON_WORDS.has(&description.noun).then(|| self.only_person()).flatten()
    }

    /// The person of the article, if it names but one.
    fn only_person(&self) -> Option<usize> {
        let clusters = &self.local.clusters;
        let mut people =
            (0..clusters.len()).filter(|&i| clusters[i].kind == EntityKind::Person && clusters[i].count > 0);
        people.next().filter(|_| people.next().is_none())
    }

    /// What the pronoun at token `i` means.
    fn pronoun(&self, index: usize, i: usize) -> Option<usize> {
        let sex = match self.doc.word(i) {
            "he" | "him" | "his" => Sex::Male,
            "she" | "her" => Sex::Female,
            "its" => Sex::Unknown,
            "it" if !self.is_expletive(i) => Sex::Unknown,
            "they" => return self.body(index, i),
            _ => return None,
        };
        if self.quoted[i] {
            return None;
        }
        if sex == Sex::Unknown { self.organisation(index, i, true) } else { self.person(index, sex) }
    }

    /// The organisation that `they` at token `i` means: the one of which the sentence has spoken, where it has spoken of nothing else in
    /// the plural.
    fn body(&self, index: usize, i: usize) -> Option<usize> {
        let &(first, cluster) = self.said[index].first().filter(|_| !self.quoted[i])?;
        let plural = |k: usize| matches!(self.notes.tags.get(k), Some(Tag::Nouns | Tag::Coordinator));
        let start = self.doc.sentences[index].tokens.start;
        let named = self.is_organisation(cluster);
        let alone = !(start..i).any(plural)
            && self.said[index].iter().all(|&(_, c)| c == cluster || !self.is_organisation(c));
        (first < i && named && alone).then_some(cluster)
    }

    /// Whether the `it` at token `i` may mean nothing: `it is clear that`, `it would take`.
    fn is_expletive(&self, i: usize) -> bool {
        let modal = matches!(self.doc.word(i + 1), "would" | "may" | "might" | "could" | "will" | "can");
        EXPLETIVE_VERBS.has(self.doc.word(i + 1 + usize::from(modal)))
    }

    /// The organisation meant at token `at` of sentence `index`; `near`: by a pronoun, which does not reach far.
    fn organisation(&self, index: usize, at: usize, near: bool) -> Option<usize> {
        // `the company` is no car, where the article names a company.
        let surely =
            |c: &Cluster| c.kind == EntityKind::Organisation && naming::agency(&c.key.text()).is_none();
        let named = !near && self.local.clusters.iter().any(surely);
        let is = |c: usize| if named { surely(&self.local.clusters[c]) } else { self.is_organisation(c) };
        let here = &self.said[index];
        let first_is_other =
            here.first().is_some_and(|&(_, c)| !is(c) && self.local.clusters[c].kind == EntityKind::Place);
        let mut all: Vec<usize> = Vec::new();
        for &(token, cluster) in here {
            if token < at && is(cluster) && !all.contains(&cluster) {
                all.push(cluster);
            }
        }
        if let Some(&first) = all.first() {
            return (!near || !first_is_other).then_some(first);
        }
        if near && first_is_other {
            return None;
        }
        let reach = if near { 1 } else { 3 };
        for back in (index.saturating_sub(reach)..index).rev() {
            if let Some(&(_, cluster)) = self.said[back].iter().find(|&&(_, c)| is(c)) {
                let lead = self.said[back].first().is_some_and(|&(_, c)| c == cluster);
                return (!near || lead).then_some(cluster);
            }
        }
        self.topic.filter(|_| !near)
    }

    /// Whether `it` and `the company` can mean the cluster.
    fn is_organisation(&self, cluster: usize) -> bool {
        let cluster = &self.local.clusters[cluster];
        matches!(cluster.kind, EntityKind::Organisation | EntityKind::Unknown)
            && naming::agency(&cluster.key.text()).is_none()
    }

    /// The person of that sex in this sentence or the three before: the only one, else the one whom the sentence begins with.
    fn person(&self, index: usize, sex: Sex) -> Option<usize> {
        for back in (index.saturating_sub(3)..=index).rev() {
            let mut people: Vec<usize> = Vec::new();
            for &(_, c) in &self.said[back] {
                let cluster = &self.local.clusters[c];
                if cluster.kind == EntityKind::Person && cluster.sex.fits(sex) && !people.contains(&c) {
                    people.push(c);
                }
            }
            match people.as_slice() {
                [] => {}
                [one] => return Some(*one),
                many => {
                    let lead = self.said[back].first().map(|&(_, c)| c);
                    return lead.filter(|c| many.contains(c));
                }
            }
        }
        None
    }
}
