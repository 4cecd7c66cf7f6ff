//! The machine-readable report of the contract. Offsets here are Unicode code points, half-open; lines and columns 1-based.

pub use super::json_number::NumberOrRange;

use super::Severity;
use super::json_number::{end, ends};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// Version of the JSON layout.
pub const SCHEMA_VERSION: u32 = 1;

/// How much of a story a report holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Detail {
    /// Every claim.
    #[default]
    Claims,
    /// Those claims that findings are about; the others are only counted.
    Findings,
}

/// One story's report.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Report {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// The program.
    pub tool: Tool,
    /// Name of the story, if there is more than one or one was given.
    pub story: Option<String>,
    /// The articles, ordered by path and id.
    pub sources: Vec<SourceRecord>,
    /// Every claim, ordered by source and position.
    pub claims: Vec<ClaimRecord>,
    /// Every finding, loudest first, then by question and fingerprint.
    pub findings: Vec<FindingRecord>,
    /// Findings by verdict (ignored ones excluded).
    pub summary: Summary,
    /// What was read and understood, and what was not.
    pub coverage: Coverage,
    /// What could not be done.
    pub problems: Vec<ProblemRecord>,
}

/// Name and version.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Tool {
    /// `claimdiff`.
    pub name: &'static str,
    /// Version of the package.
    pub version: &'static str,
}

/// An article in the report.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourceRecord {
    /// Unique id.
    pub id: String,
    /// Path as given, relative where possible.
    pub path: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Address of the original.
    pub url: Option<String>,
    /// Date and how it is known.
    pub published: PublishedRecord,
    /// Upstream origins named or found (`Reuters`, `Alibaba statement`), sorted.
    pub origins: Vec<String>,
    /// Hexadecimal SHA-256 of the bytes read.
    pub sha256: String,
    /// How the text was obtained.
    pub extraction: &'static str,
    /// Number of claims.
    pub claims: usize,
    /// The whole text; not part of the JSON, for formats that show context.
    #[serde(skip)]
    pub text: String,
    /// Line of the file on which the text starts, minus one (for `.jsonl`).
    #[serde(skip)]
    pub line_offset: usize,
}

/// Publication date.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PublishedRecord {
    /// ISO 8601, or null.
    pub date: Option<String>,
    /// `given`, `stated`, `inferred` or `unknown`.
    pub basis: &'static str,
    /// Why, for stated and inferred dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A span with line and column of its start.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct SpanRecord {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// 1-based line.
    pub line: usize,
    /// 1-based column in code points.
    pub column: usize,
}

/// Start and end only.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct RangeRecord {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// A claim in the report.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ClaimRecord {
    /// `source#n`, n counting from 1 in order of the text.
    pub id: String,
    /// Id of the source.
    pub source: String,
    /// Where it stands.
    pub span: SpanRecord,
    /// The exact words.
    pub quote: String,
    /// Its sentence.
    pub sentence: RangeRecord,
    /// Of whom or what; null if not found.
    pub subject: Option<String>,
    /// What is measured or said.
    pub attribute: String,
    /// Kind of value.
    pub kind: &'static str,
    /// The value: the contract's object for the kind.
    pub value: ValueRecord,
    /// When it holds.
    pub when: Option<WhenRecord>,
    /// Where it holds (`outside China` for a complement).
    #[serde(rename = "where")]
    pub places: Vec<String>,
    /// Status word.
    pub status: &'static str,
    /// Who says so; null: the article.
    pub attributed_to: Option<String>,
    /// The agency or report it came through.
    pub via: Option<String>,
    /// 0 to 1, two decimals.
    pub confidence: f64,
}

/// The value object of a claim, by kind.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum ValueRecord {
    /// A number.
    Quantity {
        /// Lower end.
        #[serde(serialize_with = "end")]
        #[schemars(with = "Option<f64>")]
        low: Option<f64>,
        /// Upper end.
        #[serde(serialize_with = "end")]
        #[schemars(with = "Option<f64>")]
        high: Option<f64>,
        /// Unit.
        unit: Option<String>,
        /// Bound word.
        bound: &'static str,
        /// The numbers for which the statement is true, rounding included (`1.4 million` is 1.35 to 1.45 million); see
        /// [`super::Quantity::interval`].
        #[serde(serialize_with = "ends")]
        #[schemars(with = "[Option<f64>; 2]")]
        possible: [Option<f64>; 2],
        /// For people.
        display: String,
    },
    /// A date or time.
    Time {
        /// ISO 8601.
        date: String,
        /// First day or moment covered.
        start: Option<String>,
        /// First no longer covered.
        end: Option<String>,
        /// For people.
        display: String,
    },
    /// A list or a single name.
    Items {
        /// Canonical names.
        items: Vec<String>,
        /// Whether these are all.
        complete: bool,
        /// For people.
        display: String,
    },
    /// A quotation.
    Text {
        /// The words.
        text: String,
        /// For people.
        display: String,
    },
    /// A status.
    Predicate {
        /// Verb lemma.
        predicate: String,
        /// Whether denied.
        negated: bool,
        /// Participants by role.
        #[serde(serialize_with = "by_role")]
        #[schemars(with = "std::collections::BTreeMap<String, String>")]
        arguments: Vec<(String, String)>,
        /// For people.
        display: String,
    },
}

/// Pairs as an object.
fn by_role<S: Serializer>(pairs: &[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(role, filler)| (role, filler)))
}

impl ValueRecord {
    /// The value for people.
    pub fn display(&self) -> &str {
        match self {
            Self::Quantity { display, .. }
            | Self::Time { display, .. }
            | Self::Items { display, .. }
            | Self::Text { display, .. }
            | Self::Predicate { display, .. } => display,
        }
    }
}

/// When a claim holds.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WhenRecord {
    /// ISO 8601.
    pub date: String,
    /// How it is known.
    pub basis: &'static str,
}

/// A finding in the report.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FindingRecord {
    /// Stable fingerprint: 16 hexadecimal digits.
    pub id: String,
    /// Verdict word.
    pub verdict: &'static str,
    /// Rule id.
    pub rule: &'static str,
    /// Severity after overrides.
    pub severity: Severity,
    /// The question.
    pub question: String,
    /// Kind of the values compared.
    pub kind: &'static str,
    /// One sentence.
    pub summary: String,
    /// Sentences: why joined, how normalized, why this verdict.
    pub reasons: Vec<String>,
    /// Claim ids in order.
    pub claims: Vec<String>,
    /// Values with who states them.
    pub values: Vec<ValueGroup>,
    /// Number of sources.
    pub outlets: usize,
    /// Number of distinct origins.
    pub origins: usize,
    /// 0 to 1, two decimals.
    pub confidence: f64,
    /// Reason given in an `[[ignore]]`, or null.
    pub ignored: Option<String>,
    /// What a person has decided about it (`confirmed: asked the coast guard`), where a decisions file says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
}

/// One value of a finding and who states it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ValueGroup {
    /// For people.
    pub display: String,
    /// Claim ids.
    pub claims: Vec<String>,
    /// Source ids.
    pub sources: Vec<String>,
}

/// Findings by verdict.
#[derive(Debug, Clone, Copy, Default, Serialize, JsonSchema)]
pub struct Summary {
    /// Same value.
    pub agree: usize,
    /// Can all be true.
    pub compatible: usize,
    /// Different at different times.
    pub changed: usize,
    /// Cannot all be true.
    pub conflict: usize,
    /// A source against itself.
    pub inconsistent: usize,
    /// Left open.
    pub unclear: usize,
    /// Switched off by the rules.
    pub ignored: usize,
}

/// What was read and understood.
#[derive(Debug, Clone, Copy, Default, Serialize, JsonSchema)]
pub struct Coverage {
    /// Articles read.
    pub articles: usize,
    /// Quantities and times found.
    pub mentions: usize,
    /// Of these, how many became claims.
    pub mentions_in_claims: usize,
    /// Digits and number words that no grammar understood.
    pub not_understood: usize,
    /// Claims of all kinds.
    pub claims: usize,
    /// Claims that answer a question together with another.
    pub claims_joined: usize,
    /// Pairs of claims that were compared.
    pub pairs_compared: usize,
    /// Paragraphs left out as page furniture.
    pub furniture: usize,
}

/// Something that could not be done.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ProblemRecord {
    /// File or article.
    pub source: String,
    /// Whole sentence.
    pub message: String,
    /// Whether something asked for was not done (exit status 2); else it is only worth knowing.
    pub fatal: bool,
}

/// One line of `extract --format jsonl`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ExtractRecord {
    /// Id of the article.
    pub id: String,
    /// Path as given.
    pub path: Option<String>,
    /// Date and how it is known.
    pub published: PublishedRecord,
    /// How the text was obtained: `text`, `markdown`, `html`, …
    pub extraction: &'static str,
    /// The whole text; not part of the JSON.
    #[serde(skip)]
    pub text: String,
    /// Quantities and times.
    pub mentions: Vec<MentionRecord>,
    /// Claims.
    pub claims: Vec<ClaimRecord>,
}

/// A mention in the report.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MentionRecord {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The exact words.
    pub quote: String,
    /// Kind word.
    pub kind: &'static str,
    /// A number, `[low, high]`, or absent for dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<NumberOrRange>,
    /// ISO 8601 or a TIMEX3 reference, for dates and times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Set where the wording leaves open which is the day and which the month (`03/04/2015`).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub ambiguous: bool,
    /// Unit.
    pub unit: Option<String>,
    /// The TIMEX3 value of a duration: `P2M`, `PXD` where nobody counted the days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timex: Option<String>,
    /// `assumed` where guessed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_basis: Option<&'static str>,
    /// Bound word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<&'static str>,
}
