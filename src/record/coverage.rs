//! What was read and understood, so that a report is never green on nothing.

use super::Story;
use crate::model::report::Coverage;
use crate::model::{Annotations, Document, ParagraphKind, TokenKind};

/// Counts that only the stations know.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Claims that answer a question together with another.
    pub claims_joined: usize,
    /// Pairs of claims that were compared.
    pub pairs_compared: usize,
}

/// The coverage of a story.
pub fn of(story: &Story) -> Coverage {
    let annotated = story.documents.iter().zip(story.annotations);
    let mut used: Vec<(usize, usize)> =
        story.claims.iter().filter_map(|c| Some((c.source, c.mention?))).collect();
    used.sort_unstable();
    used.dedup();
    Coverage {
        articles: story.documents.len(),
        mentions: story.annotations.iter().map(|a| a.mentions.len()).sum(),
        mentions_in_claims: used.len(),
        not_understood: annotated.map(|(d, a)| not_understood(d, a)).sum(),
        claims: story.claims.len(),
        claims_joined: story.counts.claims_joined,
        pairs_compared: story.counts.pairs_compared,
        furniture: story
            .documents
            .iter()
            .flat_map(|d| &d.paragraphs)
            .filter(|p| p.kind == ParagraphKind::Furniture)
            .count(),
    }
}

/// Figures in digits that are part of no mention and no name.
fn not_understood(document: &Document, annotations: &Annotations) -> usize {
    let inside = |spans: &[(usize, usize)], token: usize| {
        let next = spans.partition_point(|(start, _)| *start <= token);
        next > 0 && token < spans[next - 1].1
    };
    let mentions: Vec<_> = annotations.mentions.iter().map(|m| (m.tokens.start, m.tokens.end)).collect();
    let names: Vec<_> = annotations.names.iter().map(|n| (n.tokens.start, n.tokens.end)).collect();
    let figures = document.tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Number);
    figures.filter(|(i, _)| !inside(&mentions, *i) && !inside(&names, *i)).count()
}
