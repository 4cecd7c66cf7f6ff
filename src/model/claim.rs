//! A claim: who or what, which attribute, which value, when, where, with which status, and who says so.

use super::{EntityId, Kind, Quantity, Span, TimeValue};

/// The predicate of claims that say what something is.
pub const BE: &str = "be";
/// The predicate of claims that give a reason.
pub const BECAUSE: &str = "because";
/// The predicate of claims that say on which occasion somebody spoke.
pub const SAY: &str = "say";
/// The attribute of claims that say to which body a person belongs.
pub const AFFILIATION: &str = "affiliation";
/// What the score of a match or a vote is called.
pub const SCORE: &str = "score";
/// What a claim about the spelling of a name is called.
pub const NAME: &str = "name";

/// One claim of one article.
#[allow(clippy::struct_excessive_bools, reason = "each is a mark of its sentence, set or not")]
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Index of the source within the story.
    pub source: usize,
    /// The shortest text that states the value with the thing it is about.
    pub span: Span,
    /// Index of the sentence in the source's document.
    pub sentence: usize,
    /// Index of the mention it was made from, if any.
    pub mention: Option<usize>,
    /// Kind of value.
    pub kind: ClaimKind,
    /// The value.
    pub value: ClaimValue,
    /// Of whom or what it is said.
    pub subject: Option<EntityId>,
    /// The subject as shown, canonical where known; empty if none was found.
    pub subject_name: String,
    /// Where the subject has no name, the lemma of its head (`dam`); empty for people and bodies, which are too many.
    pub topic: String,
    /// Id of the attribute of the rules, if one fits (`deaths`).
    pub attribute_id: Option<String>,
    /// What is measured, in words: canonical noun, verb, modifiers (`customers`, `data centers in China`).
    pub attribute: String,
    /// The governing verb's lemma; empty if none.
    pub verb: String,
    /// Whether the value is (part of) the verb's object or complement rather than its subject.
    pub object: bool,
    /// Whether the governing verb is a passive, so that the subject is whom it is done to.
    pub passive: bool,
    /// The lemma of the noun counted or measured; empty if none (`customer`).
    pub noun: String,
    /// Of a count that is the subject of its verb, the lemma of the verb's object: what 300 people attended. Empty if none.
    pub target: String,
    /// Restricting modifiers of that noun and clause, lower-case lemmas, sorted (`injured`, `overseas`, `new`).
    pub modifiers: Vec<String>,
    /// Content stems of the clause with weight 2 and of the rest of the sentence with weight 1, in order of the stems: their
    /// numbers among those of the story.
    pub context: Vec<(u32, u8)>,
    /// All entities of the clause, sorted.
    pub entities: Vec<EntityId>,
    /// When it holds.
    pub when: When,
    /// Where it holds: canonical places, sorted.
    pub places: Vec<Place>,
    /// Whether it is a fact, a plan, a forecast, …
    pub status: Status,
    /// Who says so.
    pub speaker: Speaker,
    /// The value is a change rather than a level: -1, 0, +1.
    pub change: i8,
    /// Whether the governing verb stands in the past: what it tells is over and does not change any more.
    pub past: bool,
    /// Whether the sentence is a headline, deck or heading.
    pub headline: bool,
    /// Of a statement, its own words as they are shown; empty for other claims.
    pub told: String,
    /// How sure the reading is, 0 to 1.
    pub confidence: f32,
}

impl Claim {
    /// A claim with this value and nothing else known: actual, said by the article itself, beyond doubt.
    pub fn new(source: usize, kind: ClaimKind, value: ClaimValue) -> Self {
        Self {
            source,
            span: Span::default(),
            sentence: 0,
            mention: None,
            kind,
            value,
            subject: None,
            subject_name: String::new(),
            topic: String::new(),
            attribute_id: None,
            attribute: String::new(),
            verb: String::new(),
            object: false,
            passive: false,
            noun: String::new(),
            target: String::new(),
            modifiers: Vec::new(),
            context: Vec::new(),
            entities: Vec::new(),
            when: When::default(),
            places: Vec::new(),
            status: Status::Actual,
            speaker: Speaker::default(),
            change: 0,
            past: false,
            headline: false,
            told: String::new(),
            confidence: 1.0,
        }
    }
}

impl Claim {
    /// Whether the value is somebody's age.
    pub fn is_age(&self) -> bool {
        matches!(&self.value, ClaimValue::Quantity { unit: Some(unit), .. } if unit.ends_with(" of age"))
    }
}

/// Kind of a claim: that of its value, or one of the kinds without a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimKind {
    /// A number, sum, percentage, measure, duration, date or time.
    Value(Kind),
    /// Where something is or happens.
    Place,
    /// Who somebody is.
    Person,
    /// What office somebody holds.
    Role,
    /// A list of places, partners, respects.
    List,
    /// Words between quotation marks.
    Quotation,
    /// An event or state with its participants.
    Status,
}

impl ClaimKind {
    /// The word of the contract.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Value(k) => k.as_str(),
            Self::Place => "place",
            Self::Person => "person",
            Self::Role => "role",
            Self::List => "list",
            Self::Quotation => "quotation",
            Self::Status => "status",
        }
    }
}

/// The value of a claim.
#[derive(Debug, Clone, PartialEq)]
pub enum ClaimValue {
    /// A quantity in a unit (`customer`, `USD`, `mile`, none for percent), `per` something if a rate.
    Quantity {
        /// The number.
        quantity: Quantity,
        /// Its unit, see [`super::Mention::unit`].
        unit: Option<String>,
        /// `per` what.
        per: Option<String>,
    },
    /// A time.
    Time(TimeValue),
    /// Canonical names, in order of the text.
    Items {
        /// The names.
        items: Vec<String>,
        /// Whether the wording says that these are all (`including` says they are not).
        complete: bool,
    },
    /// Exact words.
    Text(String),
    /// A predicate with its participants.
    Predicate {
        /// Canonical verb lemma.
        predicate: String,
        /// Whether it is denied.
        negated: bool,
        /// Role name (`subject`, `object`, `in`, `with`) and canonical filler.
        arguments: Vec<(String, String)>,
    },
}

/// When a claim holds, and how that is known.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct When {
    /// The time, if any is known.
    pub time: Option<TimeValue>,
    /// `stated` (in the clause), `sentence`, `paragraph`, `published`, or empty.
    pub basis: &'static str,
}

/// A place of a claim.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Canonical name.
    pub name: String,
    /// The claim is about everything outside that place (`outside China`, `overseas`).
    pub outside: bool,
}

/// Whether a claim is a fact or something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Status {
    /// Stated as a fact.
    #[default]
    Actual,
    /// Intended or announced.
    Planned,
    /// Expected or estimated for the future.
    Forecast,
    /// May or could be.
    Possible,
    /// Said not to be so.
    Denied,
    /// A judgement.
    Opinion,
}

impl Status {
    /// The word of the contract.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Planned => "planned",
            Self::Forecast => "forecast",
            Self::Possible => "possible",
            Self::Denied => "denied",
            Self::Opinion => "opinion",
        }
    }
}

/// Who says so.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Speaker {
    /// The person or organisation quoted, canonical; empty: the article itself.
    pub name: String,
    /// The agency, report or statement it was taken from (`Reuters`), if named.
    pub via: Option<String>,
    /// Whether it stands inside quotation marks.
    pub quoted: bool,
}
