//! How deep a page is nested, told from its tags before a parser sees it.
//!
//! A parser looks through all open elements at many tags; a page of a million unclosed `<div>`s would keep it busy for hours.

/// Elements that have no end tag, or whose end tag HTML lets people leave out.
const UNCLOSED: [&str; 30] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot",
    "colgroup", "html", "head", "body",
];

/// Whether more than `limit` elements are open at once at some place.
pub fn exceeds(html: &str, limit: usize) -> bool {
    let mut open = 0usize;
    let bytes = html.as_bytes();
    let mut at = 0;
    while let Some(step) = memchr(bytes, at) {
        let rest = &bytes[step + 1..];
        let closing = rest.first() == Some(&b'/');
        let name = &rest[usize::from(closing)..];
        let len = name.iter().take(24).take_while(|b| b.is_ascii_alphanumeric() || **b == b'-').count();
        at = step + 1;
        if len == 0 || !name[0].is_ascii_alphabetic() || is_unclosed(&name[..len]) {
            continue;
        }
        open = if closing { open.saturating_sub(1) } else { open + 1 };
        if open > limit {
            return true;
        }
    }
    false
}

fn is_unclosed(name: &[u8]) -> bool {
    UNCLOSED.iter().any(|tag| tag.as_bytes().eq_ignore_ascii_case(name))
}

/// The next `<` from `at` on.
fn memchr(bytes: &[u8], at: usize) -> Option<usize> {
    bytes[at..].iter().position(|&b| b == b'<').map(|i| at + i)
}

#[cfg(test)]
mod tests {
    use super::exceeds;

    #[test]
    fn only_elements_that_stay_open_count() {
        let table = [
            ("<div>".repeat(600), true),
            ("<div></div>".repeat(600), false),
            ("<p>One<br><li>".repeat(600), false),
            ("<b><i>".repeat(300), true),
            ("a < b ".repeat(600), false),
        ];
        for (html, deep) in table {
            assert_eq!(exceeds(&html, 512), deep, "{}", &html[..12]);
        }
    }
}
