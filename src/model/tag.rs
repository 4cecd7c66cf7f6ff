//! Parts of speech, as coarse as reading clauses needs them.

/// What a token is in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Tag {
    /// `plan`.
    Noun,
    /// `plans`, also nouns that are plural as they are (`people`).
    Nouns,
    /// A name or part of one.
    Proper,
    /// `known`, `larger`.
    Adjective,
    /// `now`, `quickly`.
    Adverb,
    /// `(to) open`, `(they) open`.
    Base,
    /// `opens`.
    Third,
    /// `opened`, `began`, as the verb of its clause.
    Past,
    /// `opened`, `begun`, behind an auxiliary or a noun.
    Participle,
    /// `opening`.
    Ing,
    /// `will`, `may`.
    Modal,
    /// A form of `be`.
    Be,
    /// A form of `have`.
    Have,
    /// A form of `do`.
    Do,
    /// `the`, `its`, `this`.
    Determiner,
    /// The possessive `'s`.
    Possessive,
    /// `it`, `they`.
    Pronoun,
    /// `who`, `which`, `that` at the start of a clause.
    Relative,
    /// `in`, `of`.
    Preposition,
    /// `because`, `while`.
    Subordinator,
    /// `and`.
    Coordinator,
    /// `to` before a verb.
    To,
    /// `not`.
    Not,
    /// Figures and words for numbers.
    Number,
    /// Punctuation and other signs.
    #[default]
    Sign,
}

impl Tag {
    /// Whether it can be the head of a noun phrase.
    pub const fn is_noun(self) -> bool {
        matches!(self, Self::Noun | Self::Nouns | Self::Proper)
    }

    /// Whether it is a form of a full verb.
    pub const fn is_verb(self) -> bool {
        matches!(self, Self::Base | Self::Third | Self::Past | Self::Participle | Self::Ing)
    }

    /// Whether it is `be`, `have`, `do` or a modal.
    pub const fn is_auxiliary(self) -> bool {
        matches!(self, Self::Modal | Self::Be | Self::Have | Self::Do)
    }
}

/// The tags that a word can have: a set, and the likeliest of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tags {
    /// The likeliest.
    pub first: Tag,
    set: u32,
}

impl Tags {
    /// Only `tag`.
    pub const fn only(tag: Tag) -> Self {
        Self { first: tag, set: 1 << tag as u32 }
    }

    /// These tags, the first the likeliest; `None` if there is none.
    pub fn of(tags: impl IntoIterator<Item = Tag>) -> Option<Self> {
        let mut tags = tags.into_iter();
        let first = tags.next()?;
        Some(tags.fold(Self::only(first), Self::and))
    }

    /// These and `tag`.
    #[must_use]
    pub const fn and(self, tag: Tag) -> Self {
        Self { first: self.first, set: self.set | 1 << tag as u32 }
    }

    /// Whether the word can be `tag`.
    pub const fn has(self, tag: Tag) -> bool {
        self.set & (1 << tag as u32) != 0
    }

    /// The first of `tags` that the word can be.
    pub fn among(self, tags: &[Tag]) -> Option<Tag> {
        tags.iter().copied().find(|t| self.has(*t))
    }

    /// Whether there is nothing to decide.
    pub const fn is_certain(self) -> bool {
        self.set.is_power_of_two()
    }
}
