//! `claimdiff` reads several articles about one event and says which of their claims agree and which conflict.
//!
//! Data runs one way, one station after the other:
//!
//! 1. [`ingest`] reads files into [`model::Article`]s; the only reader of files.
//! 2. [`segment`] cuts an article into paragraphs, sentences, tokens and quotations.
//! 3. [`annotate`] finds quantities, times and names and normalizes them.
//! 4. [`claim`] makes claims of them: of whom, what, where, when, planned or done, who says so.
//! 5. [`align`] finds the claims that answer one question.
//! 6. [`compare`] says whether the answers fit.
//! 7. [`report`] writes that down in one format or another.
//!
//! Invariants, held by tests: stations are pure; analysis never fails, it returns results and problems; every span slices to
//! its quote; the same inputs give the same bytes whatever their order or the number of threads; nothing is dropped silently.

pub mod annotate;
pub mod claim;
pub mod cli;
pub mod compare;
pub mod ingest;
pub mod lexicon;
pub mod model;
pub mod record;
pub mod report;
pub mod rules;
pub mod segment;
