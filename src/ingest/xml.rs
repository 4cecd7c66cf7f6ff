//! XML as a sequence of pieces, names without their prefixes. The only user of `quick_xml`.
//!
//! Nothing outside the text is ever fetched and no entity but the five of XML and characters by number is known, so that
//! neither external entities nor entities that multiply can do harm.

use super::limits::{Limits, too_deep};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// One piece of a document.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// An element begins.
    Open(&'a str, Vec<(String, String)>),
    /// An element ends.
    Close(&'a str),
    /// Text.
    Text(&'a str),
}

/// Hands the pieces of `xml` to `visit`, in order; a whole sentence where it is not well formed.
pub fn walk(xml: &str, limits: Limits, visit: &mut dyn FnMut(Piece)) -> Result<(), String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                depth += 1;
                if depth > limits.depth {
                    return Err(too_deep("Its elements", limits.depth));
                }
                visit(Piece::Open(utf8(tag.local_name().as_ref()), attributes(&tag)));
            }
            Ok(Event::End(tag)) => {
                depth = depth.saturating_sub(1);
                visit(Piece::Close(utf8(tag.local_name().as_ref())));
            }
            Ok(Event::Text(text)) => visit(Piece::Text(&text.xml10_content().unwrap_or_default())),
            Ok(Event::CData(text)) => visit(Piece::Text(&text.xml10_content().unwrap_or_default())),
            Ok(Event::GeneralRef(name)) => match name.resolve_char_ref() {
                Ok(Some(c)) => visit(Piece::Text(c.encode_utf8(&mut [0; 4]))),
                _ => visit(Piece::Text(entity(utf8(&name)).unwrap_or_default())),
            },
            Ok(Event::Eof) if depth > 0 => return Err("It ends in the middle of an element.".to_owned()),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => {
                return Err(format!(
                    "It is not well-formed XML at byte {}: {error}.",
                    reader.error_position()
                ));
            }
        }
    }
}

/// Bytes of what was text, as text again.
fn utf8(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

fn entity(name: &str) -> Option<&'static str> {
    let table = [("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", "\u{a0}")];
    table.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

fn attributes(tag: &BytesStart) -> Vec<(String, String)> {
    let value = |raw: &str| {
        let table = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
        table.iter().fold(raw.to_owned(), |text, (from, to)| text.replace(from, to))
    };
    let attributes = tag.attributes().filter_map(Result::ok);
    attributes
        .map(|a| (utf8(a.key.local_name().as_ref()).to_owned(), value(utf8(a.value.as_ref()))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(xml: &str) -> Result<String, String> {
        let mut out = String::new();
        walk(xml, Limits::default(), &mut |piece| {
            if let Piece::Text(text) = piece {
                out.push_str(text);
            }
        })?;
        Ok(out)
    }

    #[test]
    fn entities_of_xml_are_resolved_and_no_others() {
        assert_eq!(
            text("<a>1 &lt; 2 &amp; &#8364;&#x20ac;<![CDATA[ <b> ]]></a>"),
            Ok("1 < 2 & €€ <b> ".to_owned())
        );
        let laughs = "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]><a>&y;&f;.</a>";
        assert_eq!(text(laughs), Ok(".".to_owned()));
    }

    #[test]
    fn what_is_broken_or_too_deep_is_said() {
        for xml in ["<a>", "<a></b>", &"<a>".repeat(1000)] {
            assert!(text(xml).is_err(), "{}", &xml[..3]);
        }
    }
}
