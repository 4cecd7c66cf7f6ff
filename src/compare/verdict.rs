//! From the claims of a question to one finding: the loudest relation among its distinct values decides.

use super::group::{Group, groups};
use super::origin::Origins;
use super::pair::{self, Judged};
use super::relation::{Context, Relation, RelationKind, relate, two_limits};
use super::status;
use super::wording::{self, Told};
use super::{Input, rules};
use crate::model::{Claim, ClaimKind, Finding, NAME, Question, Severity, Status, Verdict};

/// At most so many sources of each of two values are set against each other.
const MOST_SOURCES: usize = 12;

/// Two distinct values of a question and what comparing them gave.
pub struct Compared {
    /// Positions among the question's groups.
    pub groups: (usize, usize),
    /// The verdict on them.
    pub verdict: Verdict,
    /// A sentence that says why.
    pub reason: String,
    /// The values could not be compared at all; that counts only where nothing else is to be said.
    weak: bool,
}

/// Compares the answers to one question; `None` where there is nothing to say: one value from one source, or values that
/// no relation joins.
pub fn judge(question: &Question, input: &Input, origins: &Origins) -> Option<Finding> {
    let claims = question.claims_of(input.claims);
    let first = claims.first()?;
    let attribute =
        claims.iter().find_map(|c| c.attribute_id.as_deref()).and_then(|id| input.rules.attribute(id));
    let ctx =
        Context { rules: input.rules, attribute, day: day(&claims, input), paraphrase: question.paraphrase };
    let (groups, _) = groups(&question.claims, input.claims, &ctx);
    let sources = groups.iter().map(|g| sources(g, input.claims)).collect();
    let case = Case { question, input, ctx, groups, sources };
    let mut compared = case.compare();
    let verdict = case.verdict(&mut compared)?;
    let rule = rules::for_claim(first, verdict == Verdict::Inconsistent);
    let severity = rules::severity(rule, verdict, attribute, input.rules)?;
    let shown: Vec<String> = case.groups.iter().map(|g| input.claims[g[0]].display()).collect();
    let told = Told { question, input, groups: &case.groups, shown: &shown, compared: &compared, verdict };
    Some(finding(&told, (rule.id, severity), case.used(), origins))
}

/// The finding of the rule called `rule.0` that tells of `claims`, positions among all claims.
pub fn finding(
    told: &Told,
    rule: (&'static str, Severity),
    claims: Vec<usize>,
    origins: &Origins,
) -> Finding {
    let of: Vec<&Claim> = claims.iter().filter_map(|&i| told.input.claims.get(i)).collect();
    Finding {
        verdict: told.verdict,
        rule: rule.0,
        severity: rule.1,
        question: told.question.text.clone(),
        summary: wording::summary(told),
        reasons: wording::reasons(told),
        origins: origins.count(&of),
        confidence: told.question.confidence * of.iter().map(|c| c.confidence).fold(1.0, f32::min),
        claims,
        values: told.shown.iter().cloned().zip(told.groups.iter().cloned()).collect(),
    }
}

/// A day for exchange rates: the earliest on which one of the claims was published.
fn day(claims: &[&Claim], input: &Input) -> Option<crate::model::time::Date> {
    let published =
        claims.iter().filter_map(|c| input.annotations.get(c.source)?.published.date.as_ref()?.start);
    published.min().map(crate::model::time::DateTime::date)
}

/// The sources that state a value, ascending, each with one of its claims; a headline is a witness of its own.
fn sources(group: &Group, claims: &[Claim]) -> Vec<(usize, usize)> {
    let mut sources: Vec<(usize, bool, usize)> =
        group.iter().map(|&c| (claims[c].source, claims[c].headline, c)).collect();
    sources.sort_unstable();
    sources.dedup_by_key(|(source, headline, _)| (*source, *headline));
    sources.into_iter().map(|(source, _, claim)| (source, claim)).collect()
}

/// The first of those with the least rank; none behind the first of rank 0 is asked for.
fn first_least<T>(mut all: impl Iterator<Item = T>, rank: impl Fn(&T) -> u8) -> Option<T> {
    let mut best = all.next()?;
    while rank(&best) > 0 {
        let Some(one) = all.next() else { break };
        if rank(&one) < rank(&best) {
            best = one;
        }
    }
    Some(best)
}

impl Compared {
    /// Two values that were compared by the words that stand for them.
    pub fn new(groups: (usize, usize), verdict: Verdict, reason: String) -> Self {
        Self { groups, verdict, reason, weak: false }
    }
}

/// One question while it is judged.
struct Case<'a> {
    question: &'a Question,
    input: &'a Input<'a>,
    ctx: Context<'a>,
    groups: Vec<Group>,
    /// For each group, see [`sources`].
    sources: Vec<Vec<(usize, usize)>>,
}

impl Case<'_> {
    fn claim(&self, index: usize) -> &Claim {
        &self.input.claims[index]
    }

    /// All claims that were compared, ascending.
    fn used(&self) -> Vec<usize> {
        let mut used: Vec<usize> = self.groups.iter().flatten().copied().collect();
        used.sort_unstable();
        used
    }

    /// Every pair of distinct values that says something.
    fn compare(&self) -> Vec<Compared> {
        let pairs = (0..self.groups.len()).flat_map(|x| (x + 1..self.groups.len()).map(move |y| (x, y)));
        pairs.filter_map(|(x, y)| self.pair(x, y)).collect()
    }

    /// Judges two distinct values by the claims that state them.
    fn pair(&self, x: usize, y: usize) -> Option<Compared> {
        let (first, second) = (self.claim(self.groups[x][0]), self.claim(self.groups[y][0]));
        let relation = self.relation(first, second);
        let sentence = format!("{}.", pair::capital(&relation.reason));
        let weak = relation.kind == RelationKind::Incomparable;
        let (verdict, reason) = match relation.kind {
            RelationKind::Incomparable => Self::incomparable(first).then_some((Verdict::Unclear, sentence)),
            RelationKind::Disjoint => self.disjoint(x, y, &relation),
            _ => {
                let fits =
                    if relation.kind == RelationKind::Equal { Verdict::Agree } else { Verdict::Compatible };
                let judged = self
                    .witnesses(x, y)
                    .into_iter()
                    .filter_map(|(a, b)| self.fitting(self.claim(a), self.claim(b)));
                judged.min_by_key(|(verdict, _)| *verdict).or(Some((fits, sentence)))
            }
        }?;
        Some(Compared { groups: (x, y), verdict, reason, weak })
    }

    /// How two values relate. Two limits in one place of sentences that are otherwise the same are two versions of one: `towns of
    /// more than 50,000 people`, `towns of more than 100,000 people`.
    fn relation(&self, a: &Claim, b: &Claim) -> Relation {
        let relation = relate(a, b, &self.ctx);
        if self.question.one_place && relation.kind.fits() && two_limits(a, b) {
            return Relation::new(RelationKind::Disjoint, format!("{} is not {}", a.display(), b.display()));
        }
        relation
    }

    /// What status or time make of two values that can both be true.
    fn fitting(&self, a: &Claim, b: &Claim) -> Option<Judged> {
        status::fitting_status(a, b, self.input)
            .or_else(|| pair::fitting_growth(a, b, self.ctx.attribute, self.input))
            .or_else(|| pair::fitting_answers(a, b))
    }

    /// Whether it is worth a person's look that these values cannot be compared. Two events or sayings that are simply not
    /// the same one are not.
    fn incomparable(claim: &Claim) -> bool {
        matches!(claim.kind, ClaimKind::Value(_) | ClaimKind::List)
    }

    /// Pairs of claims from two sources, one of each value; if there are none, of one source.
    fn witnesses(&self, x: usize, y: usize) -> Vec<(usize, usize)> {
        let pairs = |same: bool| {
            let of_x = self.sources[x].iter().take(MOST_SOURCES);
            of_x.flat_map(|a| self.sources[y].iter().take(MOST_SOURCES).map(move |b| (a, b)))
                .filter(|(a, b)| (a.0 == b.0) == same)
                .map(|(a, b)| (a.1, b.1))
                .collect::<Vec<_>>()
        };
        let across = pairs(false);
        if across.is_empty() { pairs(true) } else { across }
    }

    /// Judges values that cannot both be true. An article that states both values knows something that the other does not
    /// say (a toll that rose), so it is no witness against it.
    fn disjoint(&self, x: usize, y: usize, relation: &Relation) -> Option<Judged> {
        let about = (self.ctx.attribute, self.question.one_place);
        let judged = self.witnesses(x, y).into_iter().filter_map(|(a, b)| {
            let (a, b) = (self.claim(a), self.claim(b));
            if a.source == b.source {
                return Some(self.inside(a, b, [x, y], relation));
            }
            let knows_both = self.states(a.source, y) || self.states(b.source, x);
            (!knows_both).then(|| pair::differ(a, b, relation, about, self.input))
        });
        // One pair that time explains explains the values: the other claims quote a stale figure.
        let (verdict, reason) = first_least(judged, |(verdict, _)| match verdict {
            Verdict::Changed => 0,
            Verdict::Conflict | Verdict::Inconsistent => 1,
            _ => 2,
        })?;
        if matches!(verdict, Verdict::Conflict | Verdict::Inconsistent) && !self.question.certain {
            return Some((Verdict::Unclear, format!("The values differ. {}", self.doubts())));
        }
        Some((verdict, reason))
    }

    fn doubts(&self) -> String {
        if self.question.doubts.is_empty() {
            "It is not certain that they are about the same thing.".to_owned()
        } else {
            self.question.doubts.join(" ")
        }
    }

    fn states(&self, source: usize, group: usize) -> bool {
        self.sources[group].binary_search_by_key(&source, |(s, _)| *s).is_ok()
    }

    /// One article that gives two values for one question. Only its headline against its text is held against it, and two
    /// names of one; else it may well tell in the text how one became the other.
    fn inside(&self, a: &Claim, b: &Claim, groups: [usize; 2], relation: &Relation) -> Judged {
        let facts = a.status == Status::Actual && b.status == Status::Actual;
        let of_text = |group: usize| {
            self.sources[group].iter().any(|&(source, c)| source == a.source && !self.claim(c).headline)
        };
        if facts && a.headline != b.headline && !groups.into_iter().all(of_text) {
            let reason =
                format!("{}: the headline says one, the text the other.", pair::capital(&relation.reason));
            return (Verdict::Inconsistent, reason);
        }
        if facts && a.attribute == NAME {
            return (Verdict::Inconsistent, format!("{}, in one article.", pair::capital(&relation.reason)));
        }
        (Verdict::Unclear, "One article gives both values.".to_owned())
    }

    /// The verdict on the question; drops from `compared` what says nothing beside the others.
    fn verdict(&self, compared: &mut Vec<Compared>) -> Option<Verdict> {
        let one = |group: usize| {
            let first = self.sources[group].first().map(|s| s.0);
            (first == self.sources[group].last().map(|s| s.0)).then_some(first)
        };
        let alone = (1..self.groups.len()).all(|g| one(g).is_some() && one(g) == one(0)) && one(0).is_some();
        let differs = compared.iter().any(|c| c.verdict == Verdict::Unclear);
        let repeated = |g: usize| alone && !differs && self.groups[g].len() > 1;
        let agree = (0..self.groups.len()).any(|g| one(g).is_none() || repeated(g)).then_some(Verdict::Agree);
        // Beside other articles, what one alone says in two ways is no news, unless it contradicts itself.
        let inside = |c: &Compared| one(c.groups.0).is_some() && one(c.groups.0) == one(c.groups.1);
        let told = |v: Verdict| v == Verdict::Inconsistent || alone && v == Verdict::Compatible;
        compared.retain(|c| !inside(c) || told(c.verdict));
        if agree.is_some() || compared.iter().any(|c| !c.weak) {
            compared.retain(|c| !c.weak);
        }
        compared.iter().map(|c| c.verdict).chain(agree).min()
    }
}
