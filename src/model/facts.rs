//! What is known of a word whatever stands around it: which lists have it, and which parts of speech it can be.
//!
//! Filled in by the lexicon, once a word; all later questions are tests of a bit.

use super::Tags;

/// A list that has a word, or something told by lists alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// It carries a topic: not one of the small words.
    Content,
    /// It is a form of a verb of saying.
    Says,
    /// An office may begin with it.
    BeginsOffice,
    /// A place may begin with it.
    BeginsPlace,
    /// It is the adjective of a place.
    OfPlace,
    /// It is a number word.
    Number,
    /// It ends a clause before it.
    StartsClause,
    /// A phrase that says whether something is a fact may begin with it.
    BeginsStatus,
    /// It says `not at home`.
    Abroad,
    /// A description may begin with it: `the`, `its`.
    Determines,
    /// It says what something is: `company`, `city`.
    Describes,
    /// It stands for an auxiliary, or a pronoun with one behind it; its tags are theirs.
    Contraction,
    /// It says that its sentence tells of another event.
    OtherEvent,
    /// It names a scope of a figure that excludes others: `net`.
    Scope,
    /// In one place of a sentence it excludes others: `inside`.
    Exclusive,
    /// It denies, by itself or before `to`.
    Denies,
}

/// What is known of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts {
    set: u16,
    /// The parts of speech that it can be, if it is listed.
    pub tags: Option<Tags>,
}

impl Facts {
    /// The facts of `all` that hold.
    pub fn of(all: impl IntoIterator<Item = (Fact, bool)>, tags: Option<Tags>) -> Self {
        let set =
            all.into_iter().filter(|(_, holds)| *holds).fold(0, |set, (fact, _)| set | 1 << fact as u16);
        Self { set, tags }
    }

    /// Whether `fact` holds.
    pub const fn has(self, fact: Fact) -> bool {
        self.set & (1 << fact as u16) != 0
    }
}
