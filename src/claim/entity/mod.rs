//! Who is who in a story: names, descriptions and pronouns of all its articles, brought to one table of entities.
//!
//! First each article by itself ([`local`]: last names, acronyms, short forms; [`describe`] and [`refer`]: appositions,
//! descriptions, pronouns), then across articles ([`merge`]: same name, spelling variants). What could be two is kept as two: a wrong merger makes false conflicts.

mod alias;
mod describe;
mod excerpt;
mod key;
mod local;
mod lookup;
mod merge;
mod refer;
pub mod role;
mod spelling;
mod topic;

pub(in crate::claim) use describe::{name_from, name_to};
pub(in crate::claim) use spelling::letters_apart;

use crate::model::{Annotations, Document, Entity, EntityId, Span};
use crate::rules::Rules;
use role::RoleMention;
use std::ops::Range;

/// The entities of a story and where they are mentioned.
#[derive(Debug, Clone, Default)]
pub struct Entities {
    /// All entities, sorted by name; an [`EntityId`] is an index into it.
    pub table: Vec<Entity>,
    /// Per source, in the order given: mentions ordered by position, never overlapping.
    mentions: Vec<Vec<EntityMention>>,
    /// Per source, for each token the index of the mention of which it is part.
    at_token: Vec<Vec<Option<u32>>>,
    /// Per source, who holds which office.
    roles: Vec<Vec<RoleMention>>,
}

/// How a mention refers to its entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// By a name.
    Name,
    /// By a description (`the company`, `its cloud arm`).
    Description,
    /// By a pronoun (`he`, `its`).
    Pronoun,
}

/// A piece of text that refers to an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityMention {
    /// Where it stands.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Of whom or what it speaks.
    pub entity: EntityId,
    /// How.
    pub form: Form,
}

/// Resolves all names, descriptions and safe pronouns of a story. `docs` and `notes` go in pairs. The table does not depend
/// on the order of the articles.
pub fn resolve(docs: &[Document], notes: &[Annotations], rules: &Rules) -> Entities {
    let mut locals = Vec::with_capacity(docs.len());
    let mut references = Vec::with_capacity(docs.len());
    let mut roles = Vec::with_capacity(docs.len());
    for (doc, notes) in docs.iter().zip(notes) {
        let mut local = local::Local::new(doc, notes, rules);
        let found = describe::descriptions(doc, notes);
        let held = role::roles(doc, notes);
        references.push(refer::references(doc, notes, &mut local, &found, &held));
        roles.push(held);
        locals.push(local);
    }
    let merged = merge::merge(&locals, rules);
    let mut mentions = Vec::with_capacity(docs.len());
    for (source, refs) in references.into_iter().enumerate() {
        let of =
            |cluster: usize| merged.of[source].get(cluster).copied().filter(|id| id.0 < merged.table.len());
        let names = notes[source].names.iter().zip(&locals[source].of_name).filter_map(|(name, &cluster)| {
            Some(EntityMention {
                span: name.span,
                tokens: name.tokens.clone(),
                entity: of(cluster)?,
                form: Form::Name,
            })
        });
        let refs = refs.into_iter().filter_map(|r| {
            let span = docs[source].span_of(r.tokens.clone());
            Some(EntityMention { span, tokens: r.tokens, entity: of(r.cluster)?, form: r.form })
        });
        let mut all: Vec<EntityMention> = names.chain(refs).collect();
        all.sort_by_key(|m| (m.tokens.start, m.form));
        all.dedup_by(|b, a| b.tokens.start < a.tokens.end);
        mentions.push(all);
    }
    let tags: Vec<&[crate::model::Tag]> = notes.iter().map(|n| n.tags.as_slice()).collect();
    excerpt::resolve(docs, &tags, &merged.table, &mut mentions);
    let at_token = docs.iter().zip(&mentions).map(|(doc, all)| at_token(doc, all)).collect();
    Entities { table: merged.table, mentions, at_token, roles }
}

/// For each token of `doc` the mention of which it is part.
fn at_token(doc: &Document, mentions: &[EntityMention]) -> Vec<Option<u32>> {
    let mut out = vec![None; doc.tokens.len()];
    for (index, mention) in (0..).zip(mentions) {
        if let Some(tokens) = out.get_mut(mention.tokens.clone()) {
            tokens.fill(Some(index));
        }
    }
    out
}

impl Entities {
    /// The entity mentioned by the text at `span` of `source`: the mention that covers it, else the first that overlaps it.
    pub fn entity_of(&self, source: usize, span: Span) -> Option<EntityId> {
        let mentions = self.mentions(source);
        let from = mentions.partition_point(|m| m.span.end <= span.start);
        let near = mentions[from..].iter().take_while(|m| m.span.start < span.end);
        near.clone().find(|m| m.span.contains(span)).or_else(|| near.clone().next()).map(|m| m.entity)
    }

    /// The entity mentioned by the words of which token `token` of `source` is one.
    pub fn at_token(&self, source: usize, token: usize) -> Option<EntityId> {
        self.mention_at(source, token).map(|m| m.entity)
    }

    /// The mention of which token `token` of `source` is part.
    pub fn mention_at(&self, source: usize, token: usize) -> Option<&EntityMention> {
        let mention = (*self.at_token.get(source)?.get(token)?)?;
        self.mentions(source).get(mention as usize)
    }

    /// The name of which token `token` of `source` is part: its tokens, and whose it is.
    pub fn name_at(&self, source: usize, token: usize) -> Option<(Range<usize>, EntityId)> {
        let mention = self.mention_at(source, token).filter(|m| m.form == Form::Name)?;
        Some((mention.tokens.clone(), mention.entity))
    }

    /// All mentions of `source`, ordered by position.
    pub fn mentions(&self, source: usize) -> &[EntityMention] {
        self.mentions.get(source).map_or(&[], Vec::as_slice)
    }

    /// Whether `id` is called by a name among `tokens` of `source`, not by a pronoun or a description.
    pub fn is_named_in(&self, source: usize, id: EntityId, tokens: &Range<usize>) -> bool {
        let all = self.mentions(source);
        let from = all.partition_point(|m| m.tokens.start < tokens.start);
        let inside = all[from..].iter().take_while(|m| m.tokens.end <= tokens.end);
        inside.into_iter().any(|m| m.entity == id && m.form == Form::Name)
    }

    /// Who holds which office, as `source` says it, ordered by position.
    pub fn roles(&self, source: usize) -> &[RoleMention] {
        self.roles.get(source).map_or(&[], Vec::as_slice)
    }

    /// The name shown for `id`; empty if there is none such.
    pub fn name(&self, id: EntityId) -> &str {
        self.table.get(id.0).map_or("", |e| &e.name)
    }

    /// What `id` belongs to.
    pub fn parent(&self, id: EntityId) -> Option<EntityId> {
        self.table.get(id.0).and_then(|e| e.parent)
    }

    /// Whether `a` and `b` are the same or one belongs to the other, directly or through others.
    pub fn same_or_part(&self, a: EntityId, b: EntityId) -> bool {
        self.within(a, b) || self.within(b, a)
    }

    /// Whether `inner` is `outer` or belongs to it.
    fn within(&self, inner: EntityId, outer: EntityId) -> bool {
        let mut at = Some(inner);
        for _ in 0..8 {
            match at {
                Some(id) if id == outer => return true,
                Some(id) => at = self.parent(id),
                None => return false,
            }
        }
        false
    }
}

#[cfg(test)]
mod tests;
