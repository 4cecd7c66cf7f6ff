//! Any text as rules, baseline or decisions is read or refused with a place, and editing a baseline keeps it readable.

#![no_main]

use claimdiff::rules::{Rules, baseline, decision};
use std::path::Path;

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Err(faults) = Rules::default().add("rules.toml", text, Path::new("")) {
        assert!(faults.to_string().contains("rules.toml:"));
    }
    let _ = decision::read("decisions.toml", text);
    if let Ok(entries) = baseline::read("baseline.toml", text)
        && let Some(first) = entries.first()
    {
        let edited = baseline::edited(text, &[first.fingerprint.as_str()].into(), &[]).expect("it was read");
        let left = baseline::read("baseline.toml", &edited).expect("what is edited is read");
        assert!(left.iter().all(|entry| entry.fingerprint != first.fingerprint));
    }
});
