//! Ignores written into a Markdown article: `<!-- claimdiff: ignore count-differs: both are estimates -->` leaves out
//! findings of that rule about the paragraph that follows (or that the comment stands in).

/// An ignore in the text of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InlineIgnore {
    /// Id of the rule.
    pub rule: String,
    /// Why; empty where nothing was written, which is for the reader of this list to complain of.
    pub reason: String,
    /// Line of the comment, 1-based.
    pub line: usize,
    /// Lines it applies to, 1-based, both ends included.
    pub lines: (usize, usize),
}

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";
const MARK: &str = "claimdiff: ignore ";

/// The ignores in `text`, in order. Linear in the text.
pub fn find(text: &str) -> Vec<InlineIgnore> {
    let mut found = Vec::new();
    let (mut rest, mut line) = (text, 1);
    while let Some(open) = rest.find(OPEN) {
        line += rest[..open].matches('\n').count();
        let after = &rest[open + OPEN.len()..];
        let Some(close) = after.find(CLOSE) else { break };
        let comment = &after[..close];
        rest = &after[close + CLOSE.len()..];
        let last = line + comment.matches('\n').count();
        if let Some(order) = comment.trim().strip_prefix(MARK) {
            let (rule, reason) = order.split_once(':').unwrap_or((order, ""));
            found.push(InlineIgnore {
                rule: rule.trim().to_owned(),
                reason: reason.split_whitespace().collect::<Vec<_>>().join(" "),
                line,
                lines: (line, last + paragraph(rest)),
            });
        }
        line = last;
    }
    found
}

/// How many line ends lie between the comment and the end of the paragraph it stands in or before.
fn paragraph(after: &str) -> usize {
    let mut lines = after.split('\n').map(str::trim);
    let mut seen_text = lines.next().is_some_and(|rest| !rest.is_empty());
    let mut count = 0;
    for line in lines {
        match (line.is_empty(), seen_text) {
            (true, true) => break,
            (false, _) => seen_text = true,
            (true, false) => {}
        }
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_covers_the_paragraph_that_follows() {
        let text = "Title\n\n<!-- claimdiff: ignore count-differs: both are\nestimates -->\n\nTwelve people\ndied.\n\nNext.\n";
        assert_eq!(
            find(text),
            [InlineIgnore {
                rule: "count-differs".into(),
                reason: "both are estimates".into(),
                line: 3,
                lines: (3, 7)
            }]
        );
    }

    #[test]
    fn comments_without_order_or_end_are_none_and_a_missing_reason_is_seen() {
        assert_eq!(find("<!-- note --> text <!-- claimdiff: ignore x"), []);
        let found = find("Twelve <!-- claimdiff: ignore count-differs --> died.\n");
        assert_eq!((found[0].reason.as_str(), found[0].lines), ("", (1, 1)));
    }
}
