//! The files of the thesaurus and how a line of them is read.

use crate::lexicon::entries;
use std::sync::LazyLock;

static TEXT: &str = include_str!("../wordnet/words.txt");
/// A hash table of the lines' beginnings: three bytes a slot, one more than the offset, or 0.
static INDEX: &[u8] = include_bytes!("../wordnet/words.index");
/// Number of slots of [`INDEX`], a power of two.
const SLOTS: usize = 1 << 16;
static PARENTS: &str = include_str!("../wordnet/parents.txt");
/// Class numbers of the news thesaurus begin here: above all that three digits can say.
const NEWS: u16 = 46_656;
/// Most classes kept of a word.
const MOST: usize = 24;

/// Words of the news thesaurus with the number of their set, sorted.
static NEWS_WORDS: LazyLock<Vec<(&'static str, u16)>> = LazyLock::new(|| {
    let sets = entries(include_str!("../news-thesaurus.txt")).zip(NEWS..);
    let mut out: Vec<_> =
        sets.flat_map(|(line, set)| line.split(',').map(move |word| (word.trim(), set))).collect();
    out.sort_unstable();
    out
});

/// A line of the table, without the word itself.
#[derive(Clone, Copy)]
pub struct Word(&'static str);

/// The entry of `lemma`, with the lemma as the table holds it.
pub fn word(lemma: &str) -> Option<(&'static str, Word)> {
    let mut slot = fold(lemma);
    loop {
        let cell = INDEX.get(slot * 3..slot * 3 + 3)?;
        let start = usize::from(cell[0]) | usize::from(cell[1]) << 8 | usize::from(cell[2]) << 16;
        let line = &TEXT[start.checked_sub(1)?..];
        if let Some(groups) = line.strip_prefix(lemma).and_then(|rest| rest.strip_prefix('\t')) {
            return Some((&line[..lemma.len()], Word(&groups[..groups.find('\n').unwrap_or(groups.len())])));
        }
        slot = (slot + 1) % SLOTS;
    }
}

/// The slot at which `word` is looked for first: FNV-1a, folded; the same as in `generate.py`.
fn fold(word: &str) -> usize {
    let hash = word.bytes().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    (hash ^ hash >> 16) as usize % SLOTS
}

/// The sets of the news thesaurus that hold `lemma`.
pub fn news(lemma: &str) -> impl Iterator<Item = u16> {
    let from = NEWS_WORDS.partition_point(|(w, _)| *w < lemma);
    NEWS_WORDS[from..].iter().take_while(move |(w, _)| *w == lemma).map(|(_, set)| *set)
}

/// The class above `class`.
pub fn parent(class: u16) -> Option<u16> {
    let at = usize::from(class) * 3;
    let digits: [u8; 3] = *PARENTS.as_bytes().get(at..)?.first_chunk()?;
    let [a, b, c] = digits.map(|byte| DIGITS[usize::from(byte)]);
    // Dots are no digits.
    let value = u32::from(a) * 36 * 36 + u32::from(b) * 36 + u32::from(c);
    (a.max(b).max(c) < NO_DIGIT).then_some(value as u16)
}

/// Stands for what is no digit to the base of 36.
const NO_DIGIT: u8 = u8::MAX;

/// The value of each byte as a digit: terms above terms are looked for more often than anything else here.
const DIGITS: [u8; 256] = {
    let mut out = [NO_DIGIT; 256];
    let mut n = 0;
    while n < 36 {
        out[b"0123456789abcdefghijklmnopqrstuvwxyz"[n] as usize] = n as u8;
        n += 1;
    }
    out
};

/// A class as it is written, to the base of 36.
fn number(digits: &str) -> Option<u16> {
    let digit = |byte: u8| Some(DIGITS[usize::from(byte)]).filter(|d| *d != NO_DIGIT).map(u32::from);
    // Four digits are more than a class has, and fit.
    let some = (1..=4).contains(&digits.len());
    let value = digits.bytes().take(4).try_fold(0, |value, byte| Some(value * 36 + digit(byte)?))?;
    u16::try_from(value).ok().filter(|_| some)
}

impl Word {
    fn group(self, letter: char) -> Option<&'static str> {
        let bytes = self.0.as_bytes();
        let end = |from: usize| bytes[from..].iter().position(|b| *b == b'\t').map(|n| from + n);
        let mut at = 0;
        while bytes.get(at).copied().map(char::from) != Some(letter) {
            at = end(at)? + 1;
        }
        self.0.get(at + 1..end(at).unwrap_or(bytes.len()))
    }

    /// Whether the word is known as this part of speech (`n`, `v`, `a`).
    pub fn is(self, letter: char) -> bool {
        self.group(letter).is_some()
    }

    /// How often it was tagged as this part of speech.
    pub fn tagged(self, letter: char) -> u32 {
        self.group(letter).and_then(|g| g.split(' ').next()?.parse().ok()).unwrap_or(0)
    }

    /// How often it was tagged at all.
    pub fn tags(self) -> u32 {
        ['n', 'v', 'a'].into_iter().map(|l| self.tagged(l)).sum()
    }

    /// The classes of the groups named.
    pub fn classes(self, letters: &str) -> Classes {
        let mut out = Classes::default();
        for group in self.0.split('\t') {
            let letter = group.chars().next().unwrap_or(' ');
            if letters.contains(letter) && letter.is_ascii_lowercase() {
                // The number of tags stands before the classes of a part of speech.
                let skip = usize::from(letter != 'd');
                out.extend(group[1..].split(' ').skip(skip).filter_map(number));
            }
        }
        out
    }

    /// Its listed opposites, with spaces between them.
    pub fn opposites(self) -> &'static str {
        self.group('o').unwrap_or_default()
    }

    /// The lemma of which it is an irregular form, as a noun (`N`) or a verb (`V`).
    pub fn lemma(self, letter: char) -> Option<&'static str> {
        self.group(letter)
    }
}

/// Some classes, on the stack.
#[derive(Debug, Clone, Copy, Default)]
pub struct Classes {
    items: [u16; MOST],
    len: usize,
    /// A bit for each class, of which several may have the same: most sets are told apart by these alone.
    marks: u64,
}

impl Classes {
    /// Adds classes as long as there is room.
    pub fn extend(&mut self, classes: impl Iterator<Item = u16>) {
        for class in classes {
            if self.len < MOST && !self.has(class) {
                self.items[self.len] = class;
                self.len += 1;
                self.marks |= 1 << (class % 64);
            }
        }
    }

    /// Whether `class` is among them.
    pub fn has(&self, class: u16) -> bool {
        self.marks >> (class % 64) & 1 == 1 && self.items[..self.len].contains(&class)
    }

    /// Whether the two share a class.
    pub fn meets(&self, other: &Self) -> bool {
        self.marks & other.marks != 0 && self.iter().any(|c| other.has(c))
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The classes, leading senses first.
    pub fn iter(&self) -> impl Iterator<Item = u16> {
        self.items[..self.len].iter().copied()
    }
}
