//! Findings that a person has looked at and wants to leave out, each with the reason.
//!
//! Nothing is dropped: the report lists an ignored finding with its reason. An entry with `until` stops applying after
//! that day; without a `today` it always applies, so that a run does not depend on the clock unless it is asked to.

use super::{Ignore, Rules};

impl Rules {
    /// The entry that ignores the finding with this fingerprint on the ISO date `today`.
    pub fn ignored(&self, fingerprint: &str, today: Option<&str>) -> Option<&Ignore> {
        self.ignores.iter().find(|i| i.fingerprint == fingerprint && !i.expired(today))
    }
}

impl Ignore {
    /// Whether the last day it applies to lies before the ISO date `today`.
    pub fn expired(&self, today: Option<&str>) -> bool {
        // ISO dates order like their text; a date-time counts as its day.
        let day = |text: &str| text.get(..10).unwrap_or(text).to_owned();
        matches!((&self.until, today), (Some(until), Some(today)) if day(until) < day(today))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_applies_up_to_and_including_its_last_day() {
        let entry = Ignore {
            fingerprint: "0123456789abcdef".to_owned(),
            reason: "both are estimates".to_owned(),
            until: Some("2026-11-30".to_owned()),
            question: None,
        };
        let rules = Rules { ignores: vec![entry], ..Rules::default() };
        let applies = |today| rules.ignored("0123456789abcdef", today).is_some();
        assert!(applies(None) && applies(Some("2026-11-30")));
        assert!(!applies(Some("2026-12-01")));
        assert!(rules.ignored("fedcba9876543210", None).is_none());
    }
}
