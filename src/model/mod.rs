//! Plain data that every station may use: spans, articles, documents, mentions, claims, questions, findings, reports.
//!
//! Nothing here reads files, knows rules or decides anything. Offsets inside the program are **bytes**; they become
//! Unicode code points in [`report`], where data leaves the program.

pub mod article;
pub mod claim;
pub mod display;
pub mod document;
pub mod entity;
pub mod facts;
pub mod finding;
pub mod hash;
pub mod interval;
mod json_number;
pub mod layout;
pub mod line;
pub mod mention;
pub mod period;
pub mod quantity;
pub mod report;
pub mod rounding;
pub mod rule;
pub mod span;
pub(crate) mod subsequence;
pub mod tag;
pub mod time;
pub mod unicode;
pub mod words;

pub use article::{Article, Basis, Problem, Published};
pub use claim::{
    AFFILIATION, BE, BECAUSE, Claim, ClaimKind, ClaimValue, NAME, Place, SAY, SCORE, Speaker, Status, When,
};
pub use document::{Document, Paragraph, ParagraphKind, Quotation, Sentence, Token, TokenKind};
pub use entity::{Entity, EntityId, EntityKind, Name};
pub use facts::{Fact, Facts};
pub use finding::{Finding, Question, Severity, Verdict, Wording, WordingSort};
pub use interval::Interval;
pub use layout::{Block, BlockKind, Table};
pub use mention::{Annotations, Kind, Mention, MentionValue};
pub use quantity::{Bound, Quantity};
pub use rule::RuleInfo;
pub use span::Span;
pub use tag::{Tag, Tags};
pub use time::{Granularity, TimeBasis, TimeValue};
pub use words::{Table as WordTable, Word, Words};

/// The exact decimal number used everywhere a person could check the arithmetic; 28 significant digits.
pub use rust_decimal::Decimal;
