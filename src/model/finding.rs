//! Questions that claims answer, and what comparing the answers gives.

use super::Claim;

/// Claims that answer one question. Claims are indices into the story's list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Question {
    /// Shown to people: `Alibaba Cloud: customers`.
    pub text: String,
    /// Indices into the story's claims, ascending.
    pub claims: Vec<usize>,
    /// Why these claims answer one question, a sentence each.
    pub reasons: Vec<String>,
    /// How sure it is that they do, 0 to 1.
    pub confidence: f32,
    /// Subject, attribute, scope and time are all known to match; without it nothing is a conflict.
    pub certain: bool,
    /// Why the question is not certain, a sentence each; empty if it is.
    pub doubts: Vec<String>,
    /// The claims are statements whose words were compared and found to tell one thing, so that other verbs and other words
    /// for the participants do not speak against it.
    pub paraphrase: bool,
    /// The claims stand in one place of sentences that are nearly the same.
    pub one_place: bool,
    /// Where the claims are told in sentences that are the same but for one place: what stands there.
    pub wording: Option<Wording>,
}

/// What stands in one place of sentences that are otherwise the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Wording {
    /// The words, with the claims of the sentences that have them.
    pub values: Vec<(String, Vec<usize>)>,
    /// What stands there.
    pub sort: WordingSort,
}

/// What stands in one place of sentences that are otherwise the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordingSort {
    /// Words that exclude each other.
    Words,
    /// A denial in only one of them.
    Denial,
    /// Who says the same words.
    Speaker,
}

/// What comparing the claims of a question gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What the comparison says.
    pub verdict: Verdict,
    /// Id of the rule that found it.
    pub rule: &'static str,
    /// How loud it is.
    pub severity: Severity,
    /// The question.
    pub question: String,
    /// One sentence for a person.
    pub summary: String,
    /// Why joined, how normalized, why this verdict; a sentence each.
    pub reasons: Vec<String>,
    /// Indices into the story's claims, ascending.
    pub claims: Vec<usize>,
    /// Groups of claims with the same value, in order of the text of the first; `display` and claim indices.
    pub values: Vec<(String, Vec<usize>)>,
    /// Number of distinct upstream origins among the sources concerned.
    pub origins: usize,
    /// 0 to 1.
    pub confidence: f32,
}

/// What a comparison says; the words of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Cannot all be true.
    Conflict,
    /// One source against itself.
    Inconsistent,
    /// A person should look.
    Unclear,
    /// Different values at different times.
    Changed,
    /// Different statements that can all be true.
    Compatible,
    /// The same value.
    Agree,
}

impl Verdict {
    /// All verdicts, loudest first.
    pub const ALL: [Self; 6] =
        [Self::Conflict, Self::Inconsistent, Self::Unclear, Self::Changed, Self::Compatible, Self::Agree];

    /// The word of the contract.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Inconsistent => "inconsistent",
            Self::Unclear => "unclear",
            Self::Changed => "changed",
            Self::Compatible => "compatible",
            Self::Agree => "agree",
        }
    }
}

/// How loud a finding is.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// A person should look.
    Warning,
    /// Fails a run by default.
    Error,
}

impl Severity {
    /// The word of the contract.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl Question {
    /// The claims themselves.
    pub fn claims_of<'a>(&self, all: &'a [Claim]) -> Vec<&'a Claim> {
        self.claims.iter().filter_map(|&i| all.get(i)).collect()
    }
}
