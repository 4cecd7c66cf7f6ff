//! Whether a text is in English. The only user of `whatlang`.
//!
//! English is known by its commonest words, which is cheap; only a text that has few of them is looked at by letters. A short
//! or mixed text counts as English, as nothing is worse than leaving out an article that could have been read.

/// Words looked at, and the share of common ones among them that is enough for English.
const WORDS: usize = 200;
const ENOUGH: f64 = 0.1;

/// Letters that tell a language, and the most that are looked at.
const LEAST: usize = 60;
const MOST: usize = 1500;

/// The commonest words of English.
const COMMON: [&str; 20] = [
    "the", "of", "and", "to", "a", "was", "were", "is", "that", "for", "on", "said", "with", "by", "at",
    "from", "it", "has", "had", "have",
];

const LONGEST_COMMON: usize = 4;

/// The English name of the language of `text`, if that is surely not English.
pub fn foreign(text: &str) -> Option<&'static str> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(WORDS);
    let (mut all, mut common) = (0_u32, 0_u32);
    for word in words {
        all += 1;
        common += u32::from(is_common(word));
        // Enough for as many words as are looked at.
        if f64::from(common) >= ENOUGH * WORDS as f64 {
            return None;
        }
    }
    if f64::from(common) >= ENOUGH * f64::from(all) {
        return None;
    }
    let end = text.char_indices().nth(MOST).map_or(text.len(), |(at, _)| at);
    let sample = &text[..end];
    if sample.chars().filter(|c| c.is_alphabetic()).count() < LEAST {
        return None;
    }
    let found = whatlang::detect(sample)?;
    let foreign = found.is_reliable() && found.lang() != whatlang::Lang::Eng;
    foreign.then(|| found.lang().eng_name())
}

fn is_common(word: &str) -> bool {
    word.len() <= LONGEST_COMMON && COMMON.iter().any(|c| c.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_surely_another_language_is_foreign() {
        for (text, want, why) in [
            (
                "A barge loaded with gravel struck the harbour bridge on Tuesday, injuring 14 people, the port authority said.",
                None,
                "English",
            ),
            (
                "Bei dem Unglück am Dienstag sind 14 Menschen verletzt worden, wie die Hafenbehörde am Abend mitteilte. Die Brücke bleibt gesperrt.",
                Some("German"),
                "German",
            ),
            (
                "Une péniche chargée de gravier a heurté mardi le pont du port, blessant quatorze personnes, selon la police fluviale.",
                Some("French"),
                "French",
            ),
            (
                "货船星期二早上撞上港口大桥，造成十四人受伤。港务局表示，大桥将关闭八个月进行维修，维修费用约为一千二百万元。目前还没有人对事故原因作出解释，调查人员已经登船检查，预计将于夏天之前公布报告。",
                Some("Mandarin"),
                "no words between spaces",
            ),
            ("Toll: 41", None, "too short to tell"),
            ("Deaths 41, injured 14, missing 3", None, "a table of English words"),
        ] {
            assert_eq!(foreign(text), want, "{why}");
        }
    }
}
