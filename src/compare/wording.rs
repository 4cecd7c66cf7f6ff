//! What a finding says to people: one sentence, and the reasons.

use super::group::Group;
use super::relation::punctuation;
use super::verdict::Compared;
use super::{Input, pair::capital};
use crate::model::display::listed;
use crate::model::{ClaimValue, Question, Verdict};
use rustc_hash::FxHashSet;

/// At most so many values are named in a summary.
const NAMED: usize = 4;

/// Everything a finding's words depend on.
pub struct Told<'a> {
    pub question: &'a Question,
    pub input: &'a Input<'a>,
    pub groups: &'a [Group],
    /// The value of each group for people.
    pub shown: &'a [String],
    pub compared: &'a [Compared],
    pub verdict: Verdict,
}

impl Told<'_> {
    /// Who states a value, by publisher where known; one name a publisher.
    fn who(&self, group: usize) -> Vec<&str> {
        let mut seen: FxHashSet<&str> = FxHashSet::default();
        let documents =
            self.groups[group].iter().filter_map(|&c| self.input.documents.get(self.input.claims[c].source));
        let names = documents.map(|d| d.article.publisher.as_deref().unwrap_or(&d.article.id));
        names.filter(|name| seen.insert(name)).collect()
    }

    /// The groups that the loudest comparisons are about, ascending; all if there are none.
    fn loudest(&self) -> Vec<usize> {
        let mut groups: Vec<usize> = self
            .compared
            .iter()
            .filter(|c| c.verdict == self.verdict)
            .flat_map(|c| [c.groups.0, c.groups.1])
            .collect();
        groups.sort_unstable();
        groups.dedup();
        if groups.is_empty() { (0..self.groups.len()).collect() } else { groups }
    }
}

/// The finding in one sentence.
pub fn summary(told: &Told) -> String {
    let groups = told.loudest();
    let rest = groups.len().saturating_sub(NAMED);
    let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
    let with_who = || {
        let stated =
            groups.iter().take(NAMED).map(|&g| format!("{} ({})", told.shown[g], shortened(&told.who(g))));
        format!("{}{more}", stated.collect::<Vec<_>>().join(" against "))
    };
    let text = match told.verdict {
        Verdict::Agree => {
            let most = (0..told.groups.len())
                .max_by_key(|&g| (told.who(g).len(), std::cmp::Reverse(g)))
                .unwrap_or(0);
            [told.shown[most].as_str(), " in ", &shortened(&told.who(most))].concat()
        }
        Verdict::Compatible => {
            let values: Vec<&str> = groups.iter().take(NAMED).map(|&g| told.shown[g].as_str()).collect();
            format!("{}{more} can all be true", listed(&values))
        }
        Verdict::Changed => format!("{} at different times", with_who()),
        Verdict::Unclear => format!("{}, to be looked at", with_who()),
        Verdict::Conflict | Verdict::Inconsistent => with_who(),
    };
    [capital(&told.question.text).as_str(), ": ", &text, "."].concat()
}

fn shortened(names: &[&str]) -> String {
    match names.len() {
        0..=3 => listed(names),
        n => format!("{} and {} others", names[..2].join(", "), n - 2),
    }
}

/// Why the claims were joined, how their values were normalized, why this verdict.
pub fn reasons(told: &Told) -> Vec<String> {
    let mut reasons = told.question.reasons.clone();
    let values = if told.question.wording.is_some() { 0 } else { NAMED };
    for (group, shown) in told.groups.iter().zip(told.shown).take(values) {
        reasons.extend(normalized(told, group, shown));
    }
    if told.verdict == Verdict::Agree {
        reasons.push("The value is the same wherever it is stated.".to_owned());
        reasons.extend(marks(told));
    }
    let mut seen: Vec<&str> = Vec::new();
    for compared in told.compared.iter().filter(|c| c.verdict == told.verdict) {
        if seen.len() < NAMED && !seen.contains(&compared.reason.as_str()) {
            seen.push(&compared.reason);
        }
    }
    reasons.extend(seen.into_iter().map(str::to_owned));
    reasons
}

/// How quotations of the same words differ in punctuation or case, if they do.
fn marks(told: &Told) -> Option<String> {
    let mut texts = told.question.claims.iter().filter_map(|&c| match &told.input.claims[c].value {
        ClaimValue::Text(text) => Some(text),
        _ => None,
    });
    let first = texts.next()?;
    let differing = texts.find_map(|text| punctuation(first, text))?;
    Some(format!("Only punctuation or case differs: {differing}."))
}

/// `“$1B” and “US$1 billion” are both US$1 billion.`; nothing where the words are already the value.
fn normalized(told: &Told, group: &Group, shown: &str) -> Option<String> {
    let claims = group.iter().map(|&c| &told.input.claims[c]);
    let mut quotes: Vec<&str> = Vec::new();
    for claim in claims {
        if matches!(claim.value, ClaimValue::Text(_) | ClaimValue::Predicate { .. }) {
            return None;
        }
        let quote = told.input.documents.get(claim.source).map_or("", |d| claim.span.of(d.text()));
        if !quote.is_empty() && quotes.len() < NAMED && !quotes.iter().any(|q| q.eq_ignore_ascii_case(quote))
        {
            quotes.push(quote);
        }
    }
    let marked: Vec<String> = quotes.iter().map(|q| format!("\u{201c}{}\u{201d}", one_line(q))).collect();
    match marked.len() {
        0 => None,
        1 if quotes[0].eq_ignore_ascii_case(shown) => None,
        1 => Some(format!("{} is {shown}.", marked[0])),
        2 => Some(format!("{} are both {shown}.", listed(&marked))),
        _ => Some(format!("{} are all {shown}.", listed(&marked))),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
