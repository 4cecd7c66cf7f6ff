//! Names of different articles that differ only in how they are spelt: by a slip of one word, a letter of a person's name, or
//! the family name put first.

use super::key::Key;
use super::local::Cluster;
use super::merge::{Groups, full_name, is_empty};
use crate::lexicon::{naming, words};
use crate::model::EntityKind;
use crate::rules::Rules;
use std::collections::{BTreeMap, BTreeSet};

/// Names of so few letters say too little to be held for misspelt.
const LETTERS: usize = 8;
/// Words that may differ have so many letters at least; of people those that may differ in a letter.
const WORD: usize = 5;
const OF_PEOPLE: usize = 4;
/// At most so many names with one beginning are compared with one another.
const MOST: usize = 200;

/// Joins long names of different articles that differ by a slip or a variant of spelling in one word.
pub fn join(nodes: &[(usize, usize)], all: &[&Cluster], rules: &Rules, groups: &mut Groups) {
    // Only names with the same first letters are compared, so that many articles stay cheap.
    let mut blocks: BTreeMap<(String, usize, bool), BTreeMap<String, Vec<usize>>> = BTreeMap::new();
    for (i, cluster) in all.iter().enumerate().filter(|(_, c)| !is_empty(c) && c.known.is_none()) {
        let person = may_be_person(cluster);
        let text = full_name(&cluster.key, person);
        if text.chars().count() < LETTERS {
            continue;
        }
        let mut starts = vec![text.chars().take(3).collect::<String>()];
        if person && cluster.key.words.len() == 2 {
            // `Lin Xiang` and `Xiang Lin`, and of two given names their first letter is enough: those of one family name.
            starts.push(in_order(&cluster.key));
            starts.push(format!("{}.{}", text.chars().take(1).collect::<String>(), cluster.key.words[1]));
        }
        for start in starts {
            let block = (start, cluster.key.words.len(), person);
            blocks.entry(block).or_default().entry(text.clone()).or_default().push(i);
        }
    }
    for ((_, _, person), block) in &blocks {
        let names: Vec<(&String, &Vec<usize>)> = block.iter().take(MOST).collect();
        for (n, (a, first)) in names.iter().enumerate() {
            for (b, second) in &names[n + 1..] {
                let apart = first.iter().any(|&i| second.iter().any(|&j| nodes[i].0 == nodes[j].0));
                let (x, y) = (&all[first[0]].key, &all[second[0]].key);
                let same_form = x.suffix.is_none() || y.suffix.is_none() || x.suffix == y.suffix;
                let alike = || {
                    if *person {
                        one_person(a, b, rules)
                    } else {
                        similar(a, b, rules.compare.name_similarity)
                    }
                };
                if !apart && same_form && x.generation == y.generation && alike() {
                    groups.join(first[0], second[0]);
                }
            }
        }
    }
}

/// Joins a family name alone to the one person of its article whose full name has it but for a letter, where nobody in the story
/// has it in full: `Jorge Brancho`, and `Bracho said`.
pub fn join_alone(nodes: &[(usize, usize)], all: &[&Cluster], groups: &mut Groups) {
    let person = |c: &Cluster| c.kind == EntityKind::Person && !is_empty(c) && c.known.is_none();
    let lone = |c: &Cluster| match &c.key.words[..] {
        [word] => {
            let heard = || words::tags(word).is_some() || naming::given_name(word).is_some();
            person(c) && word.len() >= WORD && word.is_ascii() && !heard()
        }
        _ => false,
    };
    if !all.iter().any(|c| lone(c)) {
        return;
    }
    let mut families: BTreeSet<&str> = BTreeSet::new();
    let mut of_source: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, c) in all.iter().enumerate().filter(|(_, c)| !is_empty(c) && c.key.words.len() > 1) {
        families.extend(c.key.words.iter().map(String::as_str));
        let own = of_source.entry(nodes[i].0).or_default();
        if person(c) && own.len() < MOST {
            own.push(i);
        }
    }
    for (i, c) in all.iter().enumerate().filter(|(_, c)| lone(c)) {
        let word = &c.key.words[0];
        let near = |&&j: &&usize| {
            all[j].key.words.last().is_some_and(|f| f.len() >= WORD && letters_apart(f, word) == 1)
        };
        let mut found = of_source.get(&nodes[i].0).into_iter().flatten().filter(near);
        if let (Some(&full), None) = (found.next(), found.next())
            && !families.contains(word.as_str())
        {
            groups.join(full, i);
        }
    }
}

/// How many letters of two words differ; two that are swapped count once.
pub fn letters_apart(a: &str, b: &str) -> usize {
    strsim::osa_distance(a, b)
}

/// Whether a name is a person's: known as one, or two words that mean nothing else.
fn may_be_person(cluster: &Cluster) -> bool {
    let unheard = |w: &String| words::tags(w).is_none() || naming::given_name(w).is_some();
    let free = || cluster.key.suffix.is_none() && !cluster.key.cut && cluster.key.words.iter().all(unheard);
    match cluster.kind {
        EntityKind::Person => true,
        EntityKind::Unknown => cluster.key.words.len() == 2 && free(),
        _ => false,
    }
}

/// The words of a name in alphabetical order.
fn in_order(key: &Key) -> String {
    let mut words = key.words.clone();
    words.sort_unstable();
    words.join(" ")
}

/// Whether two names of people are one: the same words in another order, or alike in all but one, the family name by a letter
/// or two, the given name by a letter, where it is not two names (`Paul`, `Paula`).
fn one_person(a: &str, b: &str, rules: &Rules) -> bool {
    let (x, y): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    if x.len() == 2 && y.len() == 2 && x[0] == y[1] && x[1] == y[0] {
        return true;
    }
    let differing: Vec<usize> = (0..x.len().min(y.len())).filter(|&i| x[i] != y[i]).collect();
    let ([at], true) = (&differing[..], x.len() == y.len()) else { return false };
    let (x, y) = (x[*at], y[*at]);
    let letters = x.chars().count().min(y.chars().count());
    let letter = letters >= OF_PEOPLE && letters_apart(x, y) == 1;
    if *at == 0 {
        let known = |w: &str| naming::given_name(w).is_some();
        // The last letter tells `Simon` from `Simona`.
        let longer = x.starts_with(y) || y.starts_with(x) || x.chars().last() != y.chars().last();
        return letter && letters >= WORD && !(known(x) && known(y)) && !longer;
    }
    letter || similar(a, b, rules.compare.name_similarity)
}

/// Whether two names are spellings of one: all words but one equal, that one alike, no digit in it.
fn similar(a: &str, b: &str, least: f64) -> bool {
    let mut differing = a.split(' ').zip(b.split(' ')).filter(|(x, y)| x != y);
    let Some((x, y)) = differing.next() else { return false };
    differing.next().is_none()
        && x.len().min(y.len()) >= WORD
        && !a.bytes().chain(b.bytes()).any(|c| c.is_ascii_digit())
        && x.chars().count().abs_diff(y.chars().count()) <= 2
        && strsim::jaro_winkler(x, y) >= least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_one_but_for_a_letter() {
        for (a, b, one, why) in [
            ("ilse branick", "ilse branik", true, "a letter of the family name"),
            ("rosa haas", "rosa hass", true, "a letter of a short one"),
            ("tanya bell", "tonya bell", true, "a letter of the given name"),
            ("lin xiang", "xiang lin", true, "the family name first"),
            ("simon bell", "simona bell", false, "another given name"),
            ("maria bell", "mario bell", false, "known as two names"),
            ("ilse branick", "otto branik", false, "two words differ"),
            ("ilse lund", "ilse berg", false, "another family name"),
            ("rosa lee", "rosa low", false, "too short"),
        ] {
            assert_eq!(one_person(a, b, Rules::shipped()), one, "{a} / {b}: {why}");
            assert_eq!(one_person(b, a, Rules::shipped()), one, "{b} / {a}: {why}");
        }
    }
}
