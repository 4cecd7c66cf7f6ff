//! Names in the text, and the people, organisations, places and products behind them.

use super::Span;
use std::ops::Range;

/// A name as it stands in one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name, without title and role (`Simon Hu` in `Aliyun President Simon Hu`).
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it seems to name.
    pub kind: EntityKind,
    /// Canonical spelling where the lexicon or rules know the name (`United States` for `the US`), else as written.
    pub canonical: String,
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, agency, government, team, party.
    Organisation,
    /// A country, region, city, building site.
    Place,
    /// A product, service, work, event with a name.
    Product,
    /// A name whose kind nothing tells.
    Unknown,
}

/// Index into the story's table of entities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub usize);

/// Somebody or something that a story names, across its articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// The name shown.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// All names and descriptions seen for it, sorted (`Aliyun`, `its cloud computing arm`).
    pub aliases: Vec<String>,
    /// The entity it belongs to, where stated or given by rules (Aliyun → Alibaba).
    pub parent: Option<EntityId>,
}
