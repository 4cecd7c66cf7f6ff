//! Makes claims of mentions: of whom, what, where, when, planned or done, who says so.

pub mod entity;
pub mod speaker;
