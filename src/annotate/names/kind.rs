//! What a name names: told by its own words, by what stands around it, or by the same name elsewhere in the article.

use super::{Piece, cut, surface};
use crate::lexicon::naming::{self, DescriptionHead};
use crate::lexicon::places;
use crate::model::{Document, EntityKind, TokenKind};
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::ops::Range;

/// Longest bracket that is read, in tokens.
const BRACKET: usize = 24;

/// Kind of the name `tokens`, as far as its own words tell.
pub fn by_words(doc: &Document, tokens: &Range<usize>) -> EntityKind {
    let (first, last) = (doc.word(tokens.start), doc.word(tokens.end - 1));
    let many = tokens.len() > 1;
    if many && naming::company_suffix(last).is_some() {
        return EntityKind::Organisation;
    }
    if places::lookup(doc.span_of(tokens.clone()).of(doc.text())).is_some() {
        return EntityKind::Place;
    }
    if naming::agency(&cut::phrase(doc, tokens.clone())).is_some() || has_head_before_of(doc, tokens) {
        return EntityKind::Organisation;
    }
    if !many {
        return single(doc, tokens.start);
    }
    if naming::is_organisation_head(last) {
        return EntityKind::Organisation;
    }
    if naming::is_place_head(last)
        || matches!(
            first,
            "mount" | "mt" | "lake" | "cape" | "fort" | "port" | "river" | "gulf" | "bay" | "isle"
        )
    {
        return EntityKind::Place;
    }
    if is_person(doc, tokens) {
        return EntityKind::Person;
    }
    if naming::is_event_head(last)
        || matches!(first, "hurricane" | "typhoon" | "cyclone" | "storm" | "operation")
    {
        return EntityKind::Product;
    }
    if matches!(first, "san" | "santa" | "los" | "las" | "el" | "saint" | "st") {
        EntityKind::Place
    } else {
        EntityKind::Unknown
    }
}

/// A name of one word: an acronym is an organisation, a brand such as `iPhone` a product.
fn single(doc: &Document, i: usize) -> EntityKind {
    let text = doc.token_text(i);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    if (2..=6).contains(&letters) && capitals == letters && doc.tokens[i].kind == TokenKind::Word {
        EntityKind::Organisation
    } else if text.starts_with(char::is_lowercase) {
        EntityKind::Product
    } else {
        EntityKind::Unknown
    }
}

/// `Bank of England`, `Department of Energy`.
fn has_head_before_of(doc: &Document, tokens: &Range<usize>) -> bool {
    let of = tokens.clone().find(|&i| matches!(doc.word(i), "of" | "for"));
    of.is_some_and(|of| {
        of > tokens.start && {
            let head = doc.word(of - 1);
            naming::is_organisation_head(head) || naming::is_organisation_head(head.trim_end_matches('s'))
        }
    })
}

/// A given name first, an initial inside, a particle, `Jr` at the end.
fn is_person(doc: &Document, tokens: &Range<usize>) -> bool {
    let words = tokens.clone().filter(|&i| doc.tokens[i].kind != TokenKind::Punct).count();
    if !(2..=5).contains(&words) {
        return false;
    }
    let (first, last) = (doc.word(tokens.start), doc.word(tokens.end - 1));
    let initial = |i: usize| doc.word(i).len() == 1 && doc.word(i + 1) == ".";
    let inner_initial = tokens.clone().skip(1).any(initial) && !initial(tokens.start) && first.len() > 1;
    naming::given_name(first).is_some()
        || naming::given_name(first.split('-').next().unwrap_or_default()).is_some() && first.contains('-')
        || inner_initial
        || matches!(last, "jr" | "sr" | "ii" | "iii")
        || tokens.clone().skip(1).any(|i| matches!(doc.word(i), "van" | "von" | "bin" | "ibn"))
}

/// Votes for each kind that something names.
#[derive(Default, Clone, Copy)]
struct Votes {
    person: u32,
    organisation: u32,
    place: u32,
}

impl Votes {
    /// Counts `weight` for `kind`.
    fn add(&mut self, kind: EntityKind, weight: u32) {
        match kind {
            EntityKind::Person => self.person += weight,
            EntityKind::Organisation => self.organisation += weight,
            EntityKind::Place => self.place += weight,
            EntityKind::Product | EntityKind::Unknown => {}
        }
    }

    /// The kind with most votes, at least two; a tie tells nothing.
    fn winner(self) -> EntityKind {
        let mut all = [
            (self.person, EntityKind::Person),
            (self.organisation, EntityKind::Organisation),
            (self.place, EntityKind::Place),
        ];
        all.sort_by_key(|&(n, kind)| (std::cmp::Reverse(n), kind));
        if all[0].0 >= 2 && all[0].0 > all[1].0 { all[0].1 } else { EntityKind::Unknown }
    }
}

/// Gives pieces of unknown kind the kind that their surroundings or other names of the article tell.
pub fn decide(doc: &Document, pieces: &mut [Piece]) {
    let mut votes: FxHashMap<Cow<str>, Votes> = FxHashMap::default();
    for piece in pieces.iter() {
        let vote = votes.entry(key(doc, piece)).or_default();
        vote.add(piece.kind, 2);
        if piece.kind == EntityKind::Unknown {
            around(doc, &piece.tokens, vote);
        }
    }
    called_by_last_name(doc, pieces, &mut votes);
    let parts = parts(doc, pieces);
    for piece in pieces.iter_mut().filter(|p| p.kind == EntityKind::Unknown) {
        let key = key(doc, piece);
        let known = parts.get(&*key).copied();
        let voted = votes.get(&key).map_or(EntityKind::Unknown, |v| v.winner());
        piece.kind =
            known.filter(|_| voted == EntityKind::Unknown || piece.tokens.len() == 1).unwrap_or(voted);
    }
}

/// The words of a piece, for comparing.
fn key<'a>(doc: &'a Document, piece: &Piece) -> Cow<'a, str> {
    surface(doc.span_of(piece.tokens.clone()).of(&doc.lower))
}

/// Two or three words of which later only the last stands alone are a person.
fn called_by_last_name<'a>(
    doc: &'a Document,
    pieces: &mut [Piece],
    votes: &mut FxHashMap<Cow<'a, str>, Votes>,
) {
    let mut alone: FxHashSet<Cow<str>> =
        pieces.iter().filter(|p| p.tokens.len() == 1).map(|p| key(doc, p)).collect();
    let organisation = |word: &str| votes.get(word).is_some_and(|v| v.winner() == EntityKind::Organisation);
    alone.retain(|word| !organisation(word));
    for piece in
        pieces.iter_mut().filter(|p| p.kind == EntityKind::Unknown && (2..=3).contains(&p.tokens.len()))
    {
        let (first, last) = (doc.word(piece.tokens.start), doc.word(piece.tokens.end - 1));
        let titled = piece.tokens.clone().any(|i| naming::is_organisation_head(doc.word(i)));
        if !titled
            && alone.contains(last)
            && !alone.contains(first)
            && votes.get(&key(doc, piece)).is_some_and(|v| v.winner() == EntityKind::Unknown)
        {
            piece.kind = EntityKind::Person;
            votes.entry(Cow::Borrowed(last)).or_default().add(EntityKind::Person, 2);
        }
    }
}

/// Last names of people and first words of organisations with a legal form: what they name when they stand alone.
fn parts<'a>(doc: &'a Document, pieces: &[Piece]) -> FxHashMap<&'a str, EntityKind> {
    let mut out = FxHashMap::default();
    for piece in pieces.iter().filter(|p| p.tokens.len() > 1) {
        match piece.kind {
            EntityKind::Person => {
                let last = piece
                    .tokens
                    .clone()
                    .rev()
                    .map(|i| doc.word(i))
                    .find(|w| w.len() > 1 && !matches!(*w, "jr" | "sr" | "ii" | "iii"));
                out.entry(last.unwrap_or_default()).or_insert(EntityKind::Person);
            }
            EntityKind::Organisation => {
                out.insert(doc.word(piece.tokens.start), EntityKind::Organisation);
            }
            _ => {}
        }
    }
    out
}

/// What stands around the name `tokens`.
fn around(doc: &Document, tokens: &Range<usize>, vote: &mut Votes) {
    let before = tokens.start.checked_sub(1).map_or("", |i| doc.word(i));
    let two_before = tokens.start.checked_sub(2).map_or("", |i| doc.word(i));
    before_name(before, two_before, vote);
    let next = doc.word(tokens.end);
    let possessive = doc.tokens.get(tokens.end).is_some_and(|t| t.kind == TokenKind::Possessive);
    let owned = if possessive { doc.word(tokens.end + 1) } else { next };
    if matches!(
        owned,
        "shares"
            | "stock"
            | "executives"
            | "employees"
            | "customers"
            | "revenue"
            | "profit"
            | "profits"
            | "headquarters"
            | "ceo"
            | "chairman"
            | "chief"
            | "officials"
            | "spokesman"
            | "spokeswoman"
            | "board"
            | "shareholders"
            | "stores"
            | "subsidiary"
            | "management"
            | "investors"
            | "units"
            | "products"
            | "fans"
            | "players"
            | "president"
    ) {
        vote.add(EntityKind::Organisation, 2);
    }
    if next == "who" || (next == "," && matches!(doc.word(tokens.end + 1), "who" | "whose")) {
        vote.add(EntityKind::Person, 2);
    }
    if is_born(doc, tokens.end) {
        vote.add(EntityKind::Person, 3);
    }
    if next == "," && is_age(doc, tokens.end + 1) {
        vote.add(EntityKind::Person, 3);
    } else if next == "," {
        apposition(doc, tokens.end + 1, vote);
    }
}

/// What the words before a name tell.
fn before_name(before: &str, two_before: &str, vote: &mut Votes) {
    match naming::description_head(before) {
        Some(DescriptionHead::Organisation | DescriptionHead::Division) => {
            vote.add(EntityKind::Organisation, 3);
        }
        Some(DescriptionHead::Place) => vote.add(EntityKind::Place, 3),
        Some(DescriptionHead::Person) => vote.add(EntityKind::Person, 3),
        None => {}
    }
    if naming::role(before).is_some_and(|r| r.title) {
        vote.add(EntityKind::Person, 2);
    }
    if before == "of"
        && matches!(
            two_before,
            "town"
                | "city"
                | "village"
                | "port"
                | "province"
                | "island"
                | "state"
                | "county"
                | "suburb"
                | "district"
                | "region"
                | "north"
                | "south"
                | "east"
                | "west"
                | "northeast"
                | "northwest"
                | "southeast"
                | "southwest"
                | "outskirts"
                | "coast"
        )
    {
        vote.add(EntityKind::Place, 3);
    }
    match before {
        "near" => vote.add(EntityKind::Place, 2),
        "in" | "outside" | "around" => vote.add(EntityKind::Place, 1),
        _ => {}
    }
}

/// `(born 4 March 1970)`, behind other brackets too (`(Polish: …) (born …)`).
fn is_born(doc: &Document, mut i: usize) -> bool {
    while doc.word(i) == "(" || doc.word(i) == "[" {
        let Some(end) = (i..i + BRACKET).find(|&k| matches!(doc.word(k), ")" | "]" | "")) else {
            return false;
        };
        if (i..end).any(|k| doc.word(k) == "born") {
            return true;
        }
        i = end + 1;
    }
    false
}

/// `, 47,`
fn is_age(doc: &Document, i: usize) -> bool {
    let number = doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number) && doc.word(i).len() <= 2;
    number && matches!(doc.word(i + 1), "," | "." | "who")
}

/// What the apposition that starts at `i` says the name is.
fn apposition(doc: &Document, i: usize, vote: &mut Votes) {
    let opens = matches!(doc.word(i), "the" | "a" | "an" | "its" | "his" | "her" | "their" | "one");
    let first_role = cut::role_len(doc, i, doc.tokens.len()).is_some();
    if !opens && !first_role {
        return;
    }
    for j in i..(i + 9).min(doc.tokens.len()) {
        let word = doc.word(j);
        if matches!(word, "," | "." | "of" | "for" | "that" | "which" | "who" | "in" | "said") {
            let head = doc.word(j - 1);
            let singular = head.strip_suffix('s').unwrap_or(head);
            let kind = match naming::description_head(head).or_else(|| naming::description_head(singular)) {
                Some(DescriptionHead::Person) => EntityKind::Person,
                Some(DescriptionHead::Place) => EntityKind::Place,
                Some(_) => EntityKind::Organisation,
                None if naming::role(head).is_some() => EntityKind::Person,
                None => EntityKind::Unknown,
            };
            vote.add(kind, 3);
            return;
        }
    }
}
