//! E-mails (`.eml`) and pages saved as MHTML: the text of the mail, or the page in it. The only user of `mail_parser`.

use super::{Input, Sink, decode};
use crate::ingest::draft::{Draft, Metadata};
use crate::ingest::html;
use crate::ingest::limits::Limits;
use mail_parser::{Message, MessageParser};

/// Header lines one of which a mail begins with.
const FIRST: [&str; 8] = [
    "from:",
    "return-path:",
    "received:",
    "delivered-to:",
    "mime-version:",
    "message-id:",
    "subject:",
    "date:",
];

/// Whether it begins like a mail and has a second header line too.
pub fn begins(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let mut lines = head.lines();
    lines.next().is_some_and(|first| FIRST.iter().any(|name| first.starts_with(name)))
        && lines.take(20).any(|line| line.starts_with("content-type:") || line.starts_with("message-id:"))
}

/// Reads one article.
pub fn read(_: &Input, bytes: &[u8], sink: &mut Sink) {
    if sink.too_long(bytes.len()) {
        return;
    }
    let draft = MessageParser::default().parse(bytes).ok_or_else(|| "This is no e-mail.".to_owned());
    match draft.and_then(|message| article(&message, bytes, sink.limits)) {
        Ok(draft) => sink.push(draft),
        Err(message) => sink.fail(message),
    }
}

/// The page of a saved page, else the plain text, else the page of a mail.
fn article(message: &Message, bytes: &[u8], limits: Limits) -> Result<Draft, String> {
    let header = |name: &str| message.header_raw(name).map(|v| v.trim().to_owned()).filter(|v| !v.is_empty());
    let location = header("Snapshot-Content-Location").or_else(|| header("Content-Location"));
    let own = Metadata {
        title: message.subject().map(str::to_owned),
        author: message.from().and_then(|from| from.first()).and_then(|a| a.name()).map(str::to_owned),
        // The date of a saved page is that of the saving.
        published: message.date().filter(|_| location.is_none()).map(mail_parser::DateTime::to_rfc3339),
        url: location.clone(),
        ..Metadata::default()
    };
    let is_html = |part: &mail_parser::MessagePart| matches!(part.body, mail_parser::PartType::Html(_));
    let plain = message.text_part(0).filter(|part| !is_html(part)).and_then(|_| message.body_text(0));
    let page = || message.body_html(0).map(|page| html::page(&page, limits)).transpose();
    let (meta, text, tables, extraction) = match plain {
        Some(text) if location.is_none() => (own, text.into_owned(), Vec::new(), "mail"),
        _ => {
            let page = page()?.ok_or("This e-mail has no text.")?;
            let extraction = if location.is_some() { "mhtml" } else { "mail" };
            let meta = if location.is_some() { page.meta.or(own) } else { own.or(page.meta) };
            (meta, page.text, page.tables, extraction)
        }
    };
    Ok(Draft {
        meta,
        text,
        tables,
        extraction,
        file_line: 1,
        sha256: decode::sha256(bytes),
        ..Draft::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_one(text: &str) -> Draft {
        let text = text.replace('\n', "\r\n");
        let message = MessageParser::default().parse(text.as_bytes()).unwrap();
        assert!(begins(text.as_bytes()));
        article(&message, text.as_bytes(), Limits::default()).unwrap()
    }

    #[test]
    fn the_plain_text_of_a_mail_is_the_article() {
        let draft = read_one(
            "From: =?utf-8?q?Port_Authority?= <p@port.example>\nDate: Tue, 05 Mar 2024 18:04:00 +0100\nSubject: =?utf-8?q?Bridge_=E2=80=93_closed?=\n\
             MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=iso-8859-1\n\
             Content-Transfer-Encoding: quoted-printable\n\nThe caf=E9 on the quay is closed, =\ntoo.\n--b\nContent-Type: text/html\n\n<p>Other</p>\n--b--\n",
        );
        assert_eq!(draft.text.trim(), "The café on the quay is closed, too.");
        assert_eq!(draft.meta.title.as_deref(), Some("Bridge – closed"));
        assert_eq!(draft.meta.author.as_deref(), Some("Port Authority"));
        assert_eq!(draft.meta.published.as_deref(), Some("2024-03-05T18:04:00+01:00"));
    }

    #[test]
    fn a_saved_page_is_read_as_a_page() {
        let draft = read_one(
            "From: <Saved by a browser>\nSnapshot-Content-Location: https://g.example/1\nSubject: x\nDate: Wed, 6 Mar 2024 09:00:00 -0000\n\
             MIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\n\n--b\nContent-Type: text/html\n\
             Content-Transfer-Encoding: quoted-printable\nContent-Location: https://g.example/1\n\n<html><head><title>Closed</title><meta name=3D\"date\" \
             content=3D\"2024-03-05\"></head><body><article><p>A barge =\nstruck it.</p></article></body></html>\n--b--\n",
        );
        assert_eq!((draft.text.as_str(), draft.extraction), ("Closed\n\nA barge struck it.\n", "mhtml"));
        assert_eq!(
            (draft.meta.published.as_deref(), draft.meta.url.as_deref()),
            (Some("2024-03-05"), Some("https://g.example/1"))
        );
    }
}
