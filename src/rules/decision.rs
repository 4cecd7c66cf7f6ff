//! What people decided about findings in the HTML report, exported there and read back by `check --decisions`.

use super::file::{self, Spanned};
use super::{Fault, Faults};
use serde::Deserialize;

/// A decision on one finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The finding's id.
    pub fingerprint: String,
    /// What was decided.
    pub ruling: Ruling,
    /// Why, in words; may be empty.
    pub note: String,
}

/// What can be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ruling {
    /// It is as the report says.
    Confirmed,
    /// It is no finding.
    Dismissed,
    /// It was one and has been dealt with.
    Resolved,
}

const RULINGS: [(&str, Ruling); 3] =
    [("confirmed", Ruling::Confirmed), ("dismissed", Ruling::Dismissed), ("resolved", Ruling::Resolved)];

/// The file as written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    decision: Vec<Entry>,
}

/// `[[decision]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    fingerprint: String,
    decision: Spanned<String>,
    #[serde(default)]
    note: String,
    #[serde(default, rename = "question")]
    _question: String,
}

impl Decision {
    /// Whether the finding is left out.
    pub fn leaves_out(&self) -> bool {
        self.ruling != Ruling::Confirmed
    }

    /// `dismissed: both are estimates`.
    pub fn sentence(&self) -> String {
        let word = RULINGS.iter().find(|(_, r)| *r == self.ruling).map_or("", |(word, _)| word);
        if self.note.is_empty() { word.to_owned() } else { format!("{word}: {}", self.note) }
    }
}

/// The decisions written in `text`; `name` is how messages call the file.
pub fn read(name: &str, text: &str) -> Result<Vec<Decision>, Faults> {
    let file: File = file::parse_as(name, text).map_err(|fault| Faults(vec![fault]))?;
    let mut decisions = Vec::new();
    let mut faults = Vec::new();
    for entry in file.decision {
        match super::words::look_up(&RULINGS, entry.decision.get_ref()) {
            Ok(ruling) => {
                decisions.push(Decision { fingerprint: entry.fingerprint, ruling, note: entry.note });
            }
            Err(hint) => {
                let message = format!("`{}` is not a decision.", entry.decision.get_ref());
                faults.push(Fault::new(name, text, entry.decision.span(), message).hint(Some(hint)));
            }
        }
    }
    if faults.is_empty() { Ok(decisions) } else { Err(Faults(faults)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_are_read_with_their_notes() {
        let text = "[[decision]]\nfingerprint = \"0123456789abcdef\"\ndecision = \"dismissed\"\nnote = \"two \\\"counts\\\"\"\nquestion = \"Bridge: cost\"\n";
        let decisions = read("decisions.toml", text).unwrap();
        assert_eq!(decisions[0].sentence(), "dismissed: two \"counts\"");
        assert!(decisions[0].leaves_out());
    }

    #[test]
    fn an_unknown_decision_is_a_fault_with_its_place() {
        let text = "[[decision]]\nfingerprint = \"0123456789abcdef\"\ndecision = \"dismised\"\n";
        let faults = read("decisions.toml", text).unwrap_err().to_string();
        assert!(
            faults.contains("decisions.toml:3:12") && faults.contains("did you mean `dismissed`?"),
            "{faults}"
        );
    }
}
