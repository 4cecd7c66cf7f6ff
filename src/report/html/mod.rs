//! The report as one page that works offline: values drawn, quotations in their paragraphs, articles with their claims
//! marked, filters, decisions.
//!
//! Nothing is fetched, and the page's policy lets exactly its own style and script run, by hash. Whatever comes from an
//! article passes [`escape`]; the template marks nothing as safe but the two files compiled in.

mod context;
mod marks;
mod plot;
mod scale;
mod timeline;

use super::clean;
use crate::model::hash::sha256;
use crate::model::report::Report;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, Output, State, Value, context, escape_formatter};
use std::io::{self, Write};

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Writes all stories on one page.
pub fn write(reports: &[Report], out: &mut dyn Write) -> io::Result<()> {
    let stories: Vec<_> = reports.iter().enumerate().map(|(n, r)| context::story(r, n)).collect();
    let mut environment = Environment::new();
    let syntax =
        SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build().map_err(io::Error::other)?;
    environment.set_syntax(syntax);
    environment.set_formatter(escape);
    environment.add_template("page.html", PAGE).map_err(io::Error::other)?;
    let template = environment.get_template("page.html").map_err(io::Error::other)?;
    let values = context! {
        stories => Value::from(Serde(stories)),
        version => env!("CARGO_PKG_VERSION"),
        policy => policy(),
        style => Value::from_safe_string(STYLE.into()),
        script => Value::from_safe_string(SCRIPT.into()),
    };
    let page = template.render(values).map_err(io::Error::other)?;
    out.write_all(page.as_bytes())
}

/// Escapes what came from outside, control characters included.
fn escape(out: &mut Output, state: &mut State, value: &Value) -> Result<(), minijinja::Error> {
    match value.as_str() {
        Some(text) if !value.is_safe() => {
            escape_formatter(out, state, &Value::from(clean::block(text).as_ref()))
        }
        _ => escape_formatter(out, state, value),
    }
}

/// The content security policy: nothing but this page's own style and script.
fn policy() -> String {
    let hash = |text: &str| base64(&sha256(text.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}

/// Base64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let word = chunk.iter().fold(0u32, |w, &b| w << 8 | u32::from(b)) << (8 * (3 - chunk.len()));
        for i in 0..4 {
            let digit = if i <= chunk.len() { DIGITS[(word >> (18 - 6 * i)) as usize & 63] } else { b'=' };
            text.push(char::from(digit));
        }
    }
    text
}

#[cfg(test)]
mod tests;
