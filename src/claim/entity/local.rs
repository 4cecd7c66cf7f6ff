//! The names of one article, grouped: full names first, then the short forms that stand for them.

use super::key::Key;
use super::lookup::Lookup;
use crate::lexicon::naming::{self, Sex};
use crate::lexicon::places;
use crate::model::{Annotations, Document, EntityKind, Name, TokenKind};
use crate::rules::Rules;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Names of one article that name one thing.
#[derive(Debug, Clone)]
pub struct Cluster {
    /// How it is compared.
    pub key: Key,
    /// What it is.
    pub kind: EntityKind,
    /// Its names with how often each stands there, and its descriptions.
    pub names: BTreeMap<String, usize>,
    /// Other words for it, as written.
    pub descriptions: Vec<String>,
    /// The name under which rules or gazetteer know it.
    pub known: Option<String>,
    /// For a part of something: restricting words of its descriptions (`cloud`).
    pub division: Vec<String>,
    /// The cluster it belongs to.
    pub parent: Option<usize>,
    /// `he` or `she`.
    pub sex: Sex,
    /// First token of the first mention.
    pub first: usize,
    /// Number of mentions by name.
    pub count: usize,
}

/// The clusters of one article and where they are named.
#[derive(Debug, Clone, Default)]
pub struct Local {
    /// All clusters.
    pub clusters: Vec<Cluster>,
    /// For each name of the article, its cluster.
    pub of_name: Vec<usize>,
    /// Clusters of which the text says that they are one.
    pub aliases: Vec<(usize, usize)>,
}

impl Local {
    /// Groups the names of `doc`.
    pub fn new(doc: &Document, notes: &Annotations, rules: &Rules) -> Self {
        let mut spelt = Spellings::of(&notes.names);
        let mut out = Self {
            clusters: Vec::with_capacity(spelt.distinct.len()),
            of_name: vec![usize::MAX; notes.names.len()],
            aliases: Vec::new(),
        };
        // Long names first, so that short ones find what they stand for, wherever it is introduced.
        let mut lookup = Lookup::with_room(spelt.distinct.len());
        let mut order: Vec<usize> = (0..notes.names.len()).collect();
        order.sort_by_key(|&i| {
            let key = &spelt.at(i).key;
            (std::cmp::Reverse(key.words.len()), key.suffix.is_none(), i)
        });
        for i in order {
            let name = &notes.names[i];
            let cluster = out.cluster(doc, name, spelt.at_mut(i), &mut lookup, rules);
            out.of_name[i] = cluster;
            out.note(doc, cluster, name);
        }
        out.join_parenthesised(doc, notes);
        out.aliases = super::alias::aliases(doc, notes, &out.of_name);
        out
    }

    /// The cluster that `name` belongs to, a new one if there is none yet.
    fn cluster(
        &mut self,
        doc: &Document,
        name: &Name,
        spelt: &mut Spelling,
        lookup: &mut Lookup,
        rules: &Rules,
    ) -> usize {
        // What was found by its words alone is found again, but for a kind that was told since.
        if let Some(again) = spelt.cluster.filter(|&c| kinds_fit(self.clusters[c].kind, name.kind)) {
            return again;
        }
        let key = &spelt.key;
        if let Some(same) = self.same(name, key, lookup) {
            spelt.cluster = Some(same);
            return same;
        }
        self.short_for(doc, name, key, lookup).unwrap_or_else(|| {
            let added = self.add(name, key, rules);
            lookup.add(added, key);
            spelt.cluster = Some(added);
            added
        })
    }

    /// The first cluster with the same words as `name`.
    fn same(&self, name: &Name, key: &Key, lookup: &Lookup) -> Option<usize> {
        let same = |&i: &usize| {
            let c = &self.clusters[i];
            (c.key.is_written_as(key)
                || (name.kind != EntityKind::Person
                    && c.key.without_initials() == key.words.as_slice()
                    && key.words.len() > 1))
                && (key.suffix.is_none() || c.key.suffix.is_none() || c.key.suffix == key.suffix)
                && (key.words.len() == 1 || c.key.generation == key.generation)
                && kinds_fit(c.kind, name.kind)
        };
        lookup.same(key).into_iter().find(same)
    }

    /// The cluster of which `name` is a short form.
    fn short_for(&self, doc: &Document, name: &Name, key: &Key, lookup: &Lookup) -> Option<usize> {
        let known_place = name.kind == EntityKind::Place && places::lookup(&name.canonical).is_some();
        if known_place {
            return None;
        }
        if (name.kind == EntityKind::Person || name.kind == EntityKind::Unknown)
            && let Some(i) = self.person(doc, name, key, lookup)
        {
            return Some(i);
        }
        self.organisation(name, key, lookup)
    }

    /// The person whose last name(s) `key` is.
    fn person(&self, doc: &Document, name: &Name, key: &Key, lookup: &Lookup) -> Option<usize> {
        let fits = |c: &Cluster| {
            let (long, short) = (c.key.words.len(), key.words.len());
            c.kind == EntityKind::Person
                && long > short
                && (c.key.words[1..].windows(short).any(|w| w == key.words.as_slice())
                    || (short > 1
                        && c.key.words.starts_with(&key.words)
                        && c.key.generation == key.generation))
        };
        let shared = lookup.with_words(key).iter().copied();
        let mut all: Vec<usize> = shared.filter(|&i| fits(&self.clusters[i])).collect();
        if all.is_empty() && key.words.len() == 1 {
            return self.called_by_first_word(key, lookup);
        }
        let sex = sex_before(doc, name);
        if all.len() > 1 && sex != Sex::Unknown {
            all.retain(|&i| self.clusters[i].sex.fits(sex));
        }
        // One who is introduced at the top is whom the article is about; otherwise the last introduced.
        let top = doc.sentences.get(3).map_or(doc.tokens.len(), |s| s.tokens.end);
        let early = all
            .iter()
            .copied()
            .filter(|&i| self.clusters[i].first < top)
            .min_by_key(|&i| self.clusters[i].first);
        let before = all.iter().copied().filter(|&i| self.clusters[i].first < name.tokens.start);
        early.or_else(|| before.max_by_key(|&i| self.clusters[i].first)).or_else(|| all.first().copied())
    }

    /// The one person whose name begins with the one word of `key`: a given name, or a family name that is put first (`Park Jin-ho`,
    /// `Park said`).
    fn called_by_first_word(&self, key: &Key, lookup: &Lookup) -> Option<usize> {
        let begins = |&i: &usize| {
            let c = &self.clusters[i];
            c.kind == EntityKind::Person && c.key.words.len() > 1 && c.key.words.starts_with(&key.words)
        };
        let mut all = lookup.with_words(key).iter().copied().filter(begins);
        all.next().filter(|_| all.next().is_none())
    }

    /// The organisation of which `key` is a short form.
    fn organisation(&self, name: &Name, key: &Key, lookup: &Lookup) -> Option<usize> {
        if name.kind == EntityKind::Person && key.words.len() > 1 || key.suffix.is_some() {
            return None;
        }
        let text = key.text();
        let single = key.words.len() == 1;
        let acronym =
            single && text.len() >= 3 && name.canonical.chars().all(|c| c.is_uppercase() || c == '.');
        let is_long = |c: &Cluster| c.key.words.len() >= key.words.len() && c.known.is_none();
        let unique = |all: &[usize], fits: &dyn Fn(&Cluster) -> bool| {
            let other = |c: &Cluster| !matches!(c.kind, EntityKind::Person | EntityKind::Place);
            let fits = |c: &Cluster| is_long(c) && other(c) && fits(c);
            let mut found = all.iter().copied().filter(|&i| fits(&self.clusters[i]));
            let first = found.next();
            first.filter(|_| found.next().is_none())
        };
        let shared = lookup.with_words(key);
        unique(lookup.without_initials(&text), &|c| c.key.without_initials() == key.words.as_slice())
            .or_else(|| unique(lookup.with_initials(&text), &|_| acronym))
            .or_else(|| {
                unique(shared, &|c| {
                    let to = key.words.len();
                    c.key.words.len() > to && c.key.words.starts_with(&key.words) && c.key.is_cut_at(to)
                })
            })
            .or_else(|| unique(lookup.with_letters(key), &|c| c.key.is_abbreviated_by(key)))
            .or_else(|| {
                // `United` for the club named first and most often.
                let head = single && naming::is_organisation_head(&text);
                let ends = |c: &Cluster| {
                    c.kind == EntityKind::Organisation
                        && c.key.words.len() > 1
                        && c.key.words.last() == Some(&text)
                };
                let found = shared.iter().copied().filter(|_| head);
                found
                    .filter(|&i| is_long(&self.clusters[i]) && ends(&self.clusters[i]))
                    .max_by_key(|&i| (self.clusters[i].count, std::cmp::Reverse(i)))
            })
    }

    /// Adds a cluster for `name`.
    fn add(&mut self, name: &Name, key: &Key, rules: &Rules) -> usize {
        let ruled = rules.entities.iter().find(|e| e.name == name.canonical).map(|e| e.name.clone());
        let place = || {
            places::lookup(&name.canonical)
                .filter(|_| name.kind == EntityKind::Place)
                .map(|p| p.name.to_owned())
        };
        self.clusters.push(Cluster {
            key: key.clone(),
            kind: name.kind,
            names: BTreeMap::new(),
            descriptions: Vec::new(),
            known: ruled.or_else(place),
            division: Vec::new(),
            parent: None,
            sex: Sex::Unknown,
            first: name.tokens.start,
            count: 0,
        });
        self.clusters.len() - 1
    }

    /// Counts one mention.
    fn note(&mut self, doc: &Document, cluster: usize, name: &Name) {
        let sex = if name.kind == EntityKind::Person { sex_before(doc, name) } else { Sex::Unknown };
        let given = || {
            let first = name.canonical.split(' ').next().unwrap_or_default();
            naming::given_name_in_any_case(first)
        };
        let cluster = &mut self.clusters[cluster];
        match cluster.names.get_mut(&name.canonical) {
            Some(count) => *count += 1,
            None => {
                cluster.names.insert(name.canonical.clone(), 1);
            }
        }
        cluster.count += 1;
        cluster.first = cluster.first.min(name.tokens.start);
        if cluster.sex == Sex::Unknown {
            cluster.sex = if sex == Sex::Unknown && name.canonical.contains(' ') {
                given().unwrap_or(sex)
            } else {
                sex
            };
        }
        if cluster.kind == EntityKind::Unknown {
            cluster.kind = name.kind;
        }
    }

    /// `International Data Corp (IDC)`: the name in parentheses is the one before.
    fn join_parenthesised(&mut self, doc: &Document, notes: &Annotations) {
        // Where each cluster went: itself, unless another took it in.
        let mut place: Vec<usize> = (0..self.clusters.len()).collect();
        for (i, pair) in notes.names.windows(2).enumerate() {
            let (a, b) = (&pair[0], &pair[1]);
            let inside = doc.word(a.tokens.end) == "("
                && b.tokens.start == a.tokens.end + 1
                && doc.word(b.tokens.end) == ")";
            if !inside {
                continue;
            }
            let initials = Key::new(&a.canonical, EntityKind::Unknown);
            let short = b.canonical.to_lowercase();
            let fits = initials.words.len() > 1
                && initials.initials().chars().next() == short.chars().next()
                && short.len() <= 6;
            let (from, to) = (root(&mut place, self.of_name[i + 1]), root(&mut place, self.of_name[i]));
            if fits && from != to && self.clusters[from].known.is_none() {
                self.absorb(from, to);
                place[from] = to;
            }
        }
        for cluster in &mut self.of_name {
            *cluster = root(&mut place, *cluster);
        }
    }

    /// Moves the names of cluster `from` into `to`; `from` stays, empty.
    fn absorb(&mut self, from: usize, to: usize) {
        let names = std::mem::take(&mut self.clusters[from].names);
        for (name, count) in names {
            *self.clusters[to].names.entry(name).or_default() += count;
        }
        self.clusters[to].count += std::mem::take(&mut self.clusters[from].count);
    }
}

/// The names of an article, each spelling of a kind once.
struct Spellings {
    distinct: Vec<Spelling>,
    /// For each name the place of its spelling among these.
    of_name: Vec<usize>,
}

/// A name as it is written, however often.
struct Spelling {
    key: Key,
    /// The cluster that has these words, once it is known.
    cluster: Option<usize>,
}

impl Spellings {
    fn of(names: &[Name]) -> Self {
        let mut places: FxHashMap<(&str, EntityKind), usize> = FxHashMap::default();
        let mut distinct = Vec::new();
        let place = |name| {
            let Name { canonical, kind, .. }: &Name = name;
            *places.entry((canonical, *kind)).or_insert_with(|| {
                distinct.push(Spelling { key: Key::new(canonical, *kind), cluster: None });
                distinct.len() - 1
            })
        };
        let of_name = names.iter().map(place).collect();
        Self { distinct, of_name }
    }

    fn at(&self, name: usize) -> &Spelling {
        &self.distinct[self.of_name[name]]
    }

    fn at_mut(&mut self, name: usize) -> &mut Spelling {
        &mut self.distinct[self.of_name[name]]
    }
}

/// The cluster that took `at` in at last.
fn root(place: &mut [usize], mut at: usize) -> usize {
    while place[at] != at {
        place[at] = place[place[at]];
        at = place[at];
    }
    at
}

/// Whether one thing may be seen as both kinds.
pub fn kinds_fit(a: EntityKind, b: EntityKind) -> bool {
    let open = |k| matches!(k, EntityKind::Unknown | EntityKind::Organisation | EntityKind::Product);
    a == b || a == EntityKind::Unknown || b == EntityKind::Unknown || (open(a) && open(b))
}

/// The sex that a title before `name` tells (`Mrs.`).
fn sex_before(doc: &Document, name: &Name) -> Sex {
    let mut i = name.tokens.start;
    for _ in 0..2 {
        let Some(before) = i.checked_sub(1) else { break };
        i = before;
        if doc.tokens[i].kind == TokenKind::Word {
            return naming::honorific(doc.word(i)).unwrap_or(Sex::Unknown);
        }
    }
    Sex::Unknown
}
