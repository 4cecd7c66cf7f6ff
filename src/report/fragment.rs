//! Links into the original page: the address with a text fragment (`#:~:text=`) that makes browsers scroll to the words.

use std::fmt::Write;

/// Longest quotation given in full; longer ones are given by their first and last words.
const LONGEST: usize = 120;
/// Words at either end of a long quotation.
const WORDS: usize = 4;

/// `url` if it is an address of the web, which alone may become a link.
pub fn safe(url: &str) -> Option<&str> {
    let scheme = url.split_once("://")?.0;
    let plain = url.chars().all(|c| !c.is_control() && !c.is_whitespace());
    (plain && (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))).then_some(url)
}

/// Words of a quotation that are enough to find it; a shorter one (`12 people`) is given with words around it.
const TELLING: usize = 5;
/// Words given on either side of a short quotation.
const AROUND: usize = 3;

/// The link to `quote` on the page at `url`, where it stands between `before` and `after`; `None` if `url` is none of the web.
pub fn link(url: &str, [before, quote, after]: [&str; 3]) -> Option<String> {
    let url = safe(url)?;
    let words: Vec<&str> = quote.split_whitespace().collect();
    let short = words.len() < TELLING;
    let mut text = String::new();
    let mut near: Vec<&str> =
        before.split_whitespace().rev().take(AROUND).filter(|w| *w != "\u{2026}").collect();
    near.reverse();
    // Words only count as words around where a space parts them from the quotation.
    if short && !near.is_empty() && before.ends_with(char::is_whitespace) {
        encode(&near.join(" "), &mut text);
        text.push_str("-,");
    }
    if quote.len() <= LONGEST || words.len() <= 2 * WORDS {
        encode(&words.join(" "), &mut text);
    } else {
        encode(&words[..WORDS].join(" "), &mut text);
        text.push(',');
        encode(&words[words.len() - WORDS..].join(" "), &mut text);
    }
    let near: Vec<&str> = after.split_whitespace().take(AROUND).collect();
    if short && !near.is_empty() && after.starts_with(char::is_whitespace) {
        text.push_str(",-");
        encode(&near.join(" "), &mut text);
    }
    let mark = if url.contains('#') { "" } else { "#" };
    Some(format!("{url}{mark}:~:text={text}"))
}

/// Percent-encodes everything but letters and digits: `-`, `,` and `&` have a meaning in text fragments.
fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(byte as char);
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_quotation_is_found_by_the_words_around_it() {
        for (before, quote, after, wanted, why) in [
            (
                "The fire killed at least ",
                "12 people",
                " in the old town.",
                "killed%20at%20least-,12%20people,-in%20the%20old",
                "both sides",
            ),
            ("", "12 people", " died.", "12%20people,-died%2E", "the start of a paragraph"),
            ("about $", "12", ", he said", "12", "no space, no word around"),
            (
                "He said that ",
                "the old mill is lost",
                " for good",
                "the%20old%20mill%20is%20lost",
                "long enough by itself",
            ),
        ] {
            let link = link("https://a.org", [before, quote, after]).unwrap();
            assert_eq!(link, format!("https://a.org#:~:text={wanted}"), "{why}");
        }
    }

    #[test]
    fn links_lead_to_the_words() {
        for (url, quote, wanted, why) in [
            (
                "https://a.org/x",
                "12 people",
                Some("https://a.org/x#:~:text=12%20people"),
                "spaces are encoded",
            ),
            (
                "http://a.org/#top",
                "28-percent",
                Some("http://a.org/#top:~:text=28%2Dpercent"),
                "an anchor stays, a dash is encoded",
            ),
            ("javascript:alert(1)//x://", "12", None, "no script"),
            ("https://a.org/ x", "12", None, "no white space"),
            ("/local/file", "12", None, "no address of the web"),
        ] {
            assert_eq!(link(url, ["", quote, ""]).as_deref(), wanted, "{why}");
        }
        let long = "one two three four ".repeat(10);
        assert_eq!(
            link("https://a.org", ["", &long, ""]).unwrap(),
            "https://a.org#:~:text=one%20two%20three%20four,one%20two%20three%20four"
        );
    }
}
