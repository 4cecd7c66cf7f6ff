//! From the claims of a question to one finding: the loudest relation among its distinct values decides.

use super::group::{Group, groups};
use super::origin::Origins;
use super::pair::{self, Judged};
use super::relation::{Context, RelationKind, relate};
use super::{Input, rules, wording};
use crate::model::{Claim, ClaimKind, Finding, Question, Status, Verdict};

/// At most so many claims of each of two values are set against each other, one or more a source.
const MOST_CLAIMS: usize = 12;

/// Two distinct values of a question and what comparing them gave.
pub struct Compared {
    /// Positions among the question's groups.
    pub groups: (usize, usize),
    /// The verdict on them.
    pub verdict: Verdict,
    /// A sentence that says why.
    pub reason: String,
}

/// Compares the answers to one question; `None` where there is nothing to say: one value from one source, or values that
/// no relation joins.
pub fn judge(question: &Question, input: &Input, origins: &Origins) -> Option<Finding> {
    let claims = question.claims_of(input.claims);
    let first = claims.first()?;
    let attribute =
        claims.iter().find_map(|c| c.attribute_id.as_deref()).and_then(|id| input.rules.attribute(id));
    let ctx = Context { rules: input.rules, attribute, day: day(&claims, input) };
    let (groups, _) = groups(&question.claims, input.claims, &ctx);
    let case = Case { question, input, ctx, groups };
    let mut compared = case.compare();
    let verdict = case.verdict(&mut compared)?;
    let rule = rules::for_kind(first.kind, verdict == Verdict::Inconsistent);
    let severity = rules::severity(rule, verdict, attribute, input.rules)?;
    let used = case.used();
    let of_origin: Vec<&Claim> = used.iter().map(|&i| &input.claims[i]).collect();
    let told = wording::Told { question, input, groups: &case.groups, compared: &compared, verdict };
    Some(Finding {
        verdict,
        rule: rule.id,
        severity,
        question: question.text.clone(),
        summary: wording::summary(&told),
        reasons: wording::reasons(&told),
        values: case.groups.iter().map(|g| (input.claims[g[0]].display(), g.clone())).collect(),
        origins: origins.count(&of_origin),
        confidence: question.confidence * least_confidence(&of_origin),
        claims: used,
    })
}

/// A day for exchange rates: the earliest on which one of the claims was published.
fn day(claims: &[&Claim], input: &Input) -> Option<crate::model::time::Date> {
    let published =
        claims.iter().filter_map(|c| input.annotations.get(c.source)?.published.date.as_ref()?.start);
    published.min().map(crate::model::time::DateTime::date)
}

fn least_confidence(claims: &[&Claim]) -> f32 {
    claims.iter().map(|c| c.confidence).fold(1.0, f32::min)
}

/// One question while it is judged.
struct Case<'a> {
    question: &'a Question,
    input: &'a Input<'a>,
    ctx: Context<'a>,
    groups: Vec<Group>,
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
        let mut all = Vec::new();
        for x in 0..self.groups.len() {
            for y in x + 1..self.groups.len() {
                if let Some((verdict, reason)) = self.pair(&self.groups[x], &self.groups[y]) {
                    all.push(Compared { groups: (x, y), verdict, reason });
                }
            }
        }
        all
    }

    /// Judges two distinct values by the claims that state them.
    fn pair(&self, x: &Group, y: &Group) -> Option<Judged> {
        let relation = relate(self.claim(x[0]), self.claim(y[0]), &self.ctx);
        let sentence = format!("{}.", pair::capital(&relation.reason));
        let pairs = self.across(x, y);
        match relation.kind {
            RelationKind::Incomparable => self.incomparable(x).then_some((Verdict::Unclear, sentence)),
            RelationKind::Disjoint => self.disjoint(x, y, &pairs, &relation),
            _ => pairs
                .iter()
                .filter_map(|&(a, b)| pair::fitting_status(self.claim(a), self.claim(b), self.input))
                .min_by_key(|(verdict, _)| *verdict)
                .or(Some((
                    if relation.kind == RelationKind::Equal { Verdict::Agree } else { Verdict::Compatible },
                    sentence,
                ))),
        }
    }

    /// Whether it is worth a person's look that these values cannot be compared. Two events or sayings that are simply not
    /// the same one are not.
    fn incomparable(&self, group: &Group) -> bool {
        matches!(self.claim(group[0]).kind, ClaimKind::Value(_) | ClaimKind::List)
    }

    /// Pairs of claims from two sources; if there are none, of one.
    fn across(&self, x: &Group, y: &Group) -> Vec<(usize, usize)> {
        let pairs = |same: bool| {
            x.iter()
                .take(MOST_CLAIMS)
                .flat_map(|&a| y.iter().take(MOST_CLAIMS).map(move |&b| (a, b)))
                .filter(|&(a, b)| (self.claim(a).source == self.claim(b).source) == same)
                .collect::<Vec<_>>()
        };
        let across = pairs(false);
        if across.is_empty() { pairs(true) } else { across }
    }

    /// Judges values that cannot both be true. An article that states both values knows something that the other does not
    /// say (a toll that rose), so it is no witness against it.
    fn disjoint(
        &self,
        x: &Group,
        y: &Group,
        pairs: &[(usize, usize)],
        relation: &super::relation::Relation,
    ) -> Option<Judged> {
        let attribute = self.ctx.attribute;
        let witnesses = |&&(a, b): &&(usize, usize)| {
            self.claim(a).source == self.claim(b).source
                || (!self.source_states(self.claim(a).source, y)
                    && !self.source_states(self.claim(b).source, x))
        };
        let judged = pairs.iter().filter(witnesses).map(|&(a, b)| {
            let (a, b) = (self.claim(a), self.claim(b));
            if a.source == b.source {
                self.inside(a, b, [x, y], relation)
            } else {
                pair::differ(a, b, relation, attribute, self.input)
            }
        });
        // One pair that time explains explains the values: the other claims quote a stale figure.
        let (verdict, reason) = judged.min_by_key(|(verdict, _)| match verdict {
            Verdict::Changed => 0,
            Verdict::Conflict | Verdict::Inconsistent => 1,
            _ => 2,
        })?;
        let loud = matches!(verdict, Verdict::Conflict | Verdict::Inconsistent);
        if loud && !self.question.certain {
            let doubts = self.question.doubts.join("; ");
            let doubt = if doubts.is_empty() {
                "it is not certain that both are about the same thing".to_owned()
            } else {
                doubts
            };
            return Some((Verdict::Unclear, format!("The values differ, but {doubt}.")));
        }
        Some((verdict, reason))
    }

    fn source_states(&self, source: usize, group: &Group) -> bool {
        group.iter().any(|&c| self.claim(c).source == source)
    }

    /// One article that gives two values for one question. Only its headline against its text is held against it; in the
    /// text it may well tell how one became the other.
    fn inside(
        &self,
        a: &Claim,
        b: &Claim,
        groups: [&Group; 2],
        relation: &super::relation::Relation,
    ) -> Judged {
        let facts = a.status == Status::Actual && b.status == Status::Actual;
        let of_text =
            |group: &Group| group.iter().map(|&c| self.claim(c)).any(|c| c.source == a.source && !c.headline);
        if facts && a.headline != b.headline && !groups.into_iter().all(of_text) {
            let reason =
                format!("{}: the headline says one, the text the other.", pair::capital(&relation.reason));
            return (Verdict::Inconsistent, reason);
        }
        (Verdict::Unclear, "One article gives both values.".to_owned())
    }

    /// The verdict on the question; drops from `compared` what says nothing beside the others.
    fn verdict(&self, compared: &mut Vec<Compared>) -> Option<Verdict> {
        let sources = |group: &Group| {
            let first = self.claim(group[0]).source;
            group.iter().any(|&c| self.claim(c).source != first)
        };
        let several = self.groups.iter().any(sources);
        let across = |c: &Compared| {
            let (x, y) = (&self.groups[c.groups.0], &self.groups[c.groups.1]);
            x.iter().any(|&a| y.iter().any(|&b| self.claim(a).source != self.claim(b).source))
        };
        compared.retain(|c| across(c) || c.verdict == Verdict::Inconsistent);
        let agree = several.then_some(Verdict::Agree);
        compared.iter().map(|c| c.verdict).chain(agree).min()
    }
}
