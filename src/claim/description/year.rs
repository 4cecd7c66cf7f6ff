//! `a 2009 film` says when it was released, `a 1930 novel` when it was published.

use super::Described;
use crate::claim::page::Page;
use crate::lexicon::verbs;
use crate::model::{Claim, ClaimKind, ClaimValue, Granularity, Kind};

/// Works that have one year of release.
const WORKS: [&str; 11] = [
    "film",
    "movie",
    "documentary",
    "album",
    "single",
    "novel",
    "book",
    "memoir",
    "game",
    "musical",
    "sitcom",
];

/// So many descriptions at most are tried for a year.
const NEAR: usize = 4;

/// Says of the years in descriptions of works what they are.
pub fn of_works(page: &Page, described: &[Described], claims: &mut [Claim]) {
    for claim in claims {
        let year = matches!(&claim.value, ClaimValue::Time(t) if t.granularity == Granularity::Year);
        if !year || claim.kind != ClaimKind::Value(Kind::Date) {
            continue;
        }
        let tokens = page.doc.tokens_in(claim.span);
        // Descriptions are sorted by their ends.
        let next = described.partition_point(|d| d.phrase.end <= tokens.end);
        let holds = |d: &&Described| d.phrase.start <= tokens.start && d.stated && !d.negated;
        let Some(found) = described[next..].iter().take(NEAR).find(holds) else { continue };
        if !WORKS.contains(&page.doc.word(found.phrase.end - 1)) {
            continue;
        }
        claim.subject = Some(found.subject);
        page.entities.name(found.subject).clone_into(&mut claim.subject_name);
        verbs::canonical("release").clone_into(&mut claim.verb);
        "release".clone_into(&mut claim.attribute);
        claim.noun.clear();
        claim.topic.clear();
        claim.passive = true;
        claim.past = true;
    }
}
