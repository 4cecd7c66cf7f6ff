//! The same entity across articles: same name, same name but for spelling, short form of a name used elsewhere.

use super::key::Key;
use super::local::{Cluster, Local, kinds_fit};
use super::spelling;
use crate::lexicon::{naming, words};
use crate::model::{Entity, EntityId, EntityKind};
use crate::rules::Rules;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// The clusters of all articles, joined.
pub struct Merged {
    /// The entities, sorted.
    pub table: Vec<Entity>,
    /// Per article and cluster, its entity.
    pub of: Vec<Vec<EntityId>>,
}

/// Joins the clusters of all articles. Does not depend on their order.
pub fn merge(locals: &[Local], rules: &Rules) -> Merged {
    let nodes: Vec<(usize, usize)> =
        locals.iter().enumerate().flat_map(|(s, l)| (0..l.clusters.len()).map(move |c| (s, c))).collect();
    let mut groups = Groups { parent: (0..nodes.len()).collect() };
    let all: Vec<&Cluster> = nodes.iter().map(|&(s, c)| &locals[s].clusters[c]).collect();
    same_names(&all, &mut groups);
    same_people(&all, &mut groups);
    if locals.len() > 1 {
        // Both join names of different articles only.
        short_forms(&nodes, &all, &mut groups);
        spelling::join(&nodes, &all, rules, &mut groups);
    }
    spelling::join_alone(&nodes, &all, &mut groups);
    let offsets = offsets(locals);
    for (local, offset) in locals.iter().zip(&offsets) {
        local.aliases.iter().for_each(|&(a, b)| groups.join(offset + a, offset + b));
    }
    parts(&nodes, &all, &offsets, &mut groups);
    table(locals, &nodes, &all, &offsets, &mut groups, rules)
}

/// Disjoint sets.
pub struct Groups {
    parent: Vec<usize>,
}

impl Groups {
    /// The representative of `i`.
    pub fn find(&mut self, i: usize) -> usize {
        let mut root = i;
        while self.parent[root] != root {
            root = self.parent[root];
        }
        let mut at = i;
        while self.parent[at] != root {
            at = std::mem::replace(&mut self.parent[at], root);
        }
        root
    }

    /// Makes `a` and `b` one.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        self.parent[a.max(b)] = a.min(b);
    }
}

/// Where each article's clusters start among all.
fn offsets(locals: &[Local]) -> Vec<usize> {
    let mut at = 0;
    locals
        .iter()
        .map(|l| {
            let start = at;
            at += l.clusters.len();
            start
        })
        .collect()
}

/// A cluster that names emptied is no entity.
pub fn is_empty(cluster: &Cluster) -> bool {
    cluster.names.is_empty()
}

/// Full name, whether of a person, and generation (`Jr`).
type Class<'a> = (String, bool, Option<&'a str>);

/// Joins clusters with the same known name or the same words; different legal forms keep companies apart.
fn same_names(all: &[&Cluster], groups: &mut Groups) {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let mut words: Vec<(Class, Option<&str>, usize)> = Vec::new();
    for (i, cluster) in all.iter().enumerate().filter(|(_, c)| !is_empty(c)) {
        if let Some(name) = &cluster.known {
            let first = *known.entry(name).or_insert(i);
            groups.join(first, i);
            continue;
        }
        let person = cluster.kind == EntityKind::Person && cluster.key.words.len() > 1;
        let class = (full_name(&cluster.key, person), person, cluster.key.generation);
        words.push((class, cluster.key.suffix, i));
    }
    words.sort_unstable();
    for class in words.chunk_by(|a, b| a.0 == b.0) {
        let by_suffix = || class.chunk_by(|a, b| a.1 == b.1);
        let forms = by_suffix().filter(|list| list[0].1.is_some()).count();
        let first = class[0].2;
        for list in by_suffix() {
            for (_, _, i) in list {
                groups.join(list[0].2, *i);
            }
            if forms <= 1 {
                groups.join(first, list[0].2);
            }
        }
    }
}

/// Joins what has a name of several words and may be anything to the one person of the story with that name.
fn same_people(all: &[&Cluster], groups: &mut Groups) {
    let full = |c: &Cluster| (full_name(&c.key, true), c.key.generation);
    let mut people: BTreeMap<(String, Option<&str>), BTreeSet<usize>> = BTreeMap::new();
    let long = |c: &Cluster| !is_empty(c) && c.known.is_none() && c.key.words.len() > 1;
    for (i, cluster) in all.iter().enumerate().filter(|(_, c)| long(c) && c.kind == EntityKind::Person) {
        people.entry(full(cluster)).or_default().insert(groups.find(i));
    }
    for (i, cluster) in all.iter().enumerate().filter(|(_, c)| long(c) && c.kind == EntityKind::Unknown) {
        let found = people.get(&full(cluster)).filter(|_| cluster.key.suffix.is_none());
        if let Some(&person) = found.filter(|all| all.len() == 1).and_then(|all| all.first()) {
            groups.join(i, person);
        }
    }
}

/// The words of a name, a person's given name in full.
pub fn full_name(key: &Key, person: bool) -> String {
    if !person {
        return key.words.concat();
    }
    let mut out = String::with_capacity(32);
    for (n, word) in key.words.iter().enumerate() {
        if n > 0 {
            out.push(' ');
        }
        out.push_str(if n == 0 { naming::full_given_name(word) } else { word });
    }
    out
}

/// A short form of a name, the group that has the name, and what else decides whether the short form may stand for it.
type Tried = (String, usize, EntityKind, Option<&'static str>);

/// Joins a short form that its own article does not explain to the one full name of the story that it can mean.
fn short_forms(nodes: &[(usize, usize)], all: &[&Cluster], groups: &mut Groups) {
    let mut targets: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut tried: FxHashMap<Tried, Vec<usize>> = FxHashMap::default();
    for (i, cluster) in all.iter().enumerate().filter(|(_, c)| !is_empty(c) && c.known.is_none()) {
        let key = &cluster.key;
        if key.words.len() < 2 || cluster.kind == EntityKind::Place {
            continue;
        }
        let (root, source) = (groups.find(i), nodes[i].0);
        let mut add = |short: String| {
            // Two articles with the same name are as good as all that have it.
            let known = tried.entry((short.clone(), root, cluster.kind, key.generation)).or_default();
            if known.len() < 2 && !known.contains(&source) {
                known.push(source);
                targets.entry(short).or_default().insert(i);
            }
        };
        // A name of words that mean nothing else is a person's, if anything is called by a part of it.
        let person = cluster.kind == EntityKind::Person
            || cluster.kind == EntityKind::Unknown && key.words.iter().all(|w| words::tags(w).is_none());
        short_names(key, person).into_iter().for_each(&mut add);
    }
    for (i, cluster) in
        all.iter().enumerate().filter(|(_, c)| !is_empty(c) && c.known.is_none() && c.key.suffix.is_none())
    {
        let person = cluster.kind == EntityKind::Person && cluster.key.words.len() > 1;
        let text = if person { full_name(&cluster.key, true) } else { cluster.key.text() };
        let given = || targets.get(&given(naming::full_given_name(&text)));
        let alone = naming::given_name(&text).is_some() && !matches!(cluster.kind, EntityKind::Place);
        let Some(found) = targets.get(&text).or_else(|| given().filter(|_| alone)) else { continue };
        let fits: BTreeSet<usize> = found
            .iter()
            .filter(|&&t| {
                kinds_fit(all[t].kind, cluster.kind)
                    && nodes[t].0 != nodes[i].0
                    && may_shorten(&all[t].key, &cluster.key)
            })
            .map(|&t| groups.find(t))
            .collect();
        if let (1, Some(&target)) = (fits.len(), fits.first()) {
            groups.join(i, target);
        }
    }
}

/// The short forms that a full name can take.
fn short_names(key: &Key, person: bool) -> Vec<String> {
    let mut words = key.words.clone();
    if !person {
        let party = words.last().is_some_and(|w| w == "party").then(|| words[..words.len() - 1].join(" "));
        let members = party.as_ref().map(|name| format!("{name}s"));
        let cut = (1..words.len()).filter(|&to| key.is_cut_at(to)).map(|to| words[..to].join(" "));
        return [key.initials(), key.without_initials().join(" ")]
            .into_iter()
            .chain(cut)
            .chain(party)
            .chain(members)
            .collect();
    }
    // `Tim Doe` for Timothy Mark Doe.
    if let Some(first) = words.first_mut() {
        *first = naming::full_given_name(first).to_owned();
    }
    let mut out: Vec<String> = (1..words.len()).map(|from| words[from..].join(" ")).collect();
    out.extend((2..words.len()).map(|to| words[..to].join(" ")));
    // `his wife, Ann`
    out.extend(words.first().map(|first| given(first)));
    // Without the names in the middle: `Ann Mary Doe` is `Ann Doe`.
    if let [first, _, .., last] = &words[..] {
        out.push(format!("{first} {last}"));
    }
    out
}

/// How a given name that stands alone is looked for: not as a family name.
fn given(name: &str) -> String {
    format!("{name} …")
}

/// `jr` is not left out where it tells father from son.
fn may_shorten(long: &Key, short: &Key) -> bool {
    short.words.len() == 1 || long.generation == short.generation
}

/// Joins parts without a name (`Alibaba's cloud unit`) to the named part of the same whole with the same description.
fn parts(nodes: &[(usize, usize)], all: &[&Cluster], offsets: &[usize], groups: &mut Groups) {
    let mut named: BTreeMap<(usize, &str), BTreeSet<usize>> = BTreeMap::new();
    let divisions: Vec<(usize, usize)> = (0..all.len())
        .filter(|&i| !is_empty(all[i]) && !all[i].division.is_empty())
        .filter_map(|i| Some((i, offsets[nodes[i].0] + all[i].parent?)))
        .collect();
    for &(i, whole) in &divisions {
        let (root, whole) = (groups.find(i), groups.find(whole));
        for word in all[i].division.iter().filter(|_| all[i].count > 0) {
            named.entry((whole, word)).or_default().insert(root);
        }
    }
    let mut nameless: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    for &(i, whole) in divisions.iter().filter(|&&(i, _)| all[i].count == 0) {
        let whole = groups.find(whole);
        for word in &all[i].division {
            match named.get(&(whole, word.as_str())) {
                Some(found) if found.len() == 1 => found.iter().for_each(|&f| groups.join(i, f)),
                Some(_) => {}
                None => {
                    let first = *nameless.entry((whole, word)).or_insert(i);
                    groups.join(first, i);
                }
            }
        }
    }
}

/// Makes the sorted table.
fn table(
    locals: &[Local],
    nodes: &[(usize, usize)],
    all: &[&Cluster],
    offsets: &[usize],
    groups: &mut Groups,
    rules: &Rules,
) -> Merged {
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for i in (0..all.len()).filter(|&i| !is_empty(all[i])) {
        members.entry(groups.find(i)).or_default().push(i);
    }
    let mut made: Vec<(Entity, usize)> =
        members.iter().map(|(&root, list)| (entity(list, all), root)).collect();
    made.sort_by(|(a, _), (b, _)| (&a.name, a.kind, &a.aliases).cmp(&(&b.name, b.kind, &b.aliases)));
    let id: BTreeMap<usize, usize> = made.iter().enumerate().map(|(n, &(_, root))| (root, n)).collect();
    let parents: Vec<Option<EntityId>> = made
        .iter()
        .map(|(_, root)| {
            let wholes = members[root].iter().filter_map(|&i| Some(offsets[nodes[i].0] + all[i].parent?));
            let others =
                wholes.filter_map(|w| id.get(&groups.find(w)).copied()).filter(|&w| Some(&w) != id.get(root));
            others.min().map(EntityId)
        })
        .collect();
    let ruled = |name: &str| ruled_parent(name, &made, rules);
    let parents: Vec<Option<EntityId>> =
        made.iter().zip(parents).map(|((e, _), parent)| ruled(&e.name).or(parent)).collect();
    let with_parent = |((entity, _), parent): ((Entity, usize), _)| Entity { parent, ..entity };
    let table: Vec<Entity> = made.into_iter().zip(parents).map(with_parent).collect();
    let of = locals
        .iter()
        .zip(offsets)
        .map(|(l, &at)| {
            (0..l.clusters.len())
                .map(|c| EntityId(id.get(&groups.find(at + c)).copied().unwrap_or(usize::MAX)))
                .collect()
        })
        .collect();
    Merged { table, of }
}

/// What the entity called `name` belongs to by the rules; `made` is sorted by name.
fn ruled_parent(name: &str, made: &[(Entity, usize)], rules: &Rules) -> Option<EntityId> {
    let parent = rules.entities.iter().find(|r| r.name == name)?.parent.as_deref()?;
    let behind = made.partition_point(|(e, _)| e.name.as_str() <= parent);
    behind.checked_sub(1).filter(|&n| made[n].0.name == parent).map(EntityId)
}

/// The entity that these clusters are.
fn entity(list: &[usize], all: &[&Cluster]) -> Entity {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    let mut kinds: FxHashMap<EntityKind, usize> = FxHashMap::default();
    for &i in list {
        for (name, &count) in &all[i].names {
            *counts.entry(name).or_default() += count;
        }
        *kinds.entry(all[i].kind).or_default() += all[i].count + 1;
    }
    let descriptions = list.iter().flat_map(|&i| &all[i].descriptions);
    let mut aliases: Vec<String> =
        counts.keys().map(|name| (*name).to_owned()).chain(descriptions.cloned()).collect();
    aliases.sort_unstable();
    aliases.dedup();
    let kind = kinds
        .into_iter()
        .filter(|&(kind, _)| kind != EntityKind::Unknown)
        .max_by_key(|&(k, n)| (n, std::cmp::Reverse(k)))
        .map_or(EntityKind::Unknown, |(k, _)| k);
    let known = list.iter().find_map(|&i| all[i].known.clone());
    // People go by their full name, everything else by the name used most.
    let rank = |name: &str, count: usize| {
        (if kind == EntityKind::Person { name.contains(' ') } else { count > 0 }, count, name.len())
    };
    let common = counts
        .iter()
        .max_by_key(|&(n, c)| (rank(n, *c), std::cmp::Reverse(*n)))
        .map(|(n, _)| (*n).to_owned());
    Entity { name: known.or(common).unwrap_or_default(), kind, aliases, parent: None }
}
