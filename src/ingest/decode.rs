//! Bytes to text: by byte order mark, as UTF-8, as declared, or as detected; newlines kept as they are.
//!
//! The only user of `encoding_rs` and `chardetng`. What is read by guess is said; what is damaged is refused, as a wrong guess
//! would change words in silence.

use crate::model::hash;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// So many bytes tell what kind of file it is.
const HEAD: usize = 4096;

/// Text out of bytes.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without a byte order mark.
    pub text: Cow<'a, str>,
    /// What a person should know about how it was read.
    pub note: Option<String>,
}

/// The text of `bytes`, for which the file itself declares the encoding `declared`; a whole sentence where they are no text.
pub fn text<'a>(bytes: &'a [u8], declared: Option<&str>) -> Result<Decoded<'a>, String> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return strictly(encoding, &bytes[length..], None);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        let note = "It has no byte order mark and was read as UTF-16.".to_owned();
        return strictly(encoding, bytes, Some(note));
    }
    no_binary(bytes)?;
    let invalid_at = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text: text.into(), note: wrong_declaration(text, declared) }),
        Err(error) => error.valid_up_to(),
    };
    let named = declared.and_then(|label| Encoding::for_label(label.as_bytes()));
    if let Some(encoding) = named.filter(|e| *e != encoding_rs::UTF_8)
        && let Ok(decoded) = strictly(encoding, bytes, None)
    {
        return Ok(belied(encoding, bytes).unwrap_or(decoded));
    }
    let mut decoded = detected(bytes, invalid_at)?;
    if let (Some(encoding), Some(note)) = (named, &mut decoded.note) {
        note.insert_str(0, &format!("It declares to be {}. ", encoding.name()));
    }
    Ok(decoded)
}

/// Bytes beyond ASCII from which on a guess may outweigh what a file says of itself.
const TELLING: usize = 24;

/// The text read as what the bytes look like, where that is of another script than the encoding declared.
fn belied<'a>(declared: &'static Encoding, bytes: &'a [u8]) -> Option<Decoded<'a>> {
    if bytes.iter().filter(|b| !b.is_ascii()).count() < TELLING {
        return None;
    }
    let guess = guessed(bytes);
    if script(guess) == script(declared) {
        return None;
    }
    let note = format!(
        "It declares to be {} but looks like {}, and was read as that.",
        declared.name(),
        guess.name()
    );
    strictly(guess, bytes, Some(note)).ok()
}

/// What script an encoding is made for; those with an alphabet of their own by the first letters of their names.
fn script(encoding: &'static Encoding) -> &'static str {
    match encoding.name() {
        "windows-1251" | "KOI8-R" | "KOI8-U" | "ISO-8859-5" | "IBM866" | "x-mac-cyrillic" => "Cyrillic",
        "windows-1253" | "ISO-8859-7" => "Greek",
        "windows-1255" | "ISO-8859-8" | "ISO-8859-8-I" => "Hebrew",
        "windows-1256" | "ISO-8859-6" => "Arabic",
        "windows-874" => "Thai",
        "GBK" | "gb18030" | "Big5" => "Chinese",
        "Shift_JIS" | "EUC-JP" | "ISO-2022-JP" => "Japanese",
        "EUC-KR" => "Korean",
        _ => "Latin",
    }
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// The text of bytes that must be UTF-8, as in JSON.
pub fn utf8(bytes: &[u8]) -> Result<&str, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    no_binary(bytes)?;
    std::str::from_utf8(bytes)
        .map_err(|e| format!("This is not UTF-8 (invalid at byte {}); save it as UTF-8.", e.valid_up_to()))
}

/// Lower-case hexadecimal SHA-256.
pub fn sha256(bytes: &[u8]) -> String {
    hash::hex(&hash::sha256(bytes))
}

fn no_binary(bytes: &[u8]) -> Result<(), String> {
    match bytes.iter().position(|&b| b == 0) {
        Some(at) => {
            Err(format!("This is a binary file, not text (NUL at byte {at}); leave it out or convert it."))
        }
        None => Ok(()),
    }
}

/// Decodes without replacing anything.
fn strictly<'a>(
    encoding: &'static Encoding,
    bytes: &'a [u8],
    note: Option<String>,
) -> Result<Decoded<'a>, String> {
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) if !text.contains('\0') => Ok(Decoded { text, note }),
        _ => Err(format!("This is not valid {}; save it as UTF-8.", encoding.name())),
    }
}

/// UTF-16 without a mark: of Western text every other byte is NUL.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD) & !1];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match head.len() {
        0..8 => None,
        n if odd * 5 > n * 2 && even == 0 => Some(UTF_16LE),
        n if even * 5 > n * 2 && odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// A note if valid UTF-8 with more than ASCII in it declares to be something else.
fn wrong_declaration(text: &str, declared: Option<&str>) -> Option<String> {
    let encoding = Encoding::for_label(declared?.as_bytes())?;
    let wrong = encoding != encoding_rs::UTF_8 && !encoding.name().starts_with("UTF-16") && !text.is_ascii();
    wrong.then(|| format!("It declares to be {} but is UTF-8, and was read as that.", encoding.name()))
}

/// Guesses the encoding of bytes that are not UTF-8 from `invalid_at` on.
fn detected(bytes: &[u8], invalid_at: usize) -> Result<Decoded<'_>, String> {
    if mostly_utf8(bytes) {
        return Err(format!(
            "This is UTF-8 but damaged at byte {invalid_at}; mend the file or save it as UTF-8."
        ));
    }
    let encoding = guessed(bytes);
    let name = encoding.name();
    let note = format!(
        "It is not UTF-8 (byte {invalid_at}) and was read as {name}, which is a guess; save it as UTF-8."
    );
    strictly(encoding, bytes, Some(note))
        .ok()
        .filter(|decoded| !decoded.text.chars().any(|c| c.is_control() && !c.is_whitespace()))
        .ok_or_else(|| {
            format!(
                "This is no text in any known encoding (not UTF-8 at byte {invalid_at}); convert it to UTF-8."
            )
        })
}

/// Whether the bytes hold valid UTF-8 sequences beyond ASCII, no fewer than invalid ones.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut invalid) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    valid > 0 && valid >= invalid
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], declared: Option<&str>) -> (String, bool) {
        let decoded = text(bytes, declared).unwrap();
        (decoded.text.into_owned(), decoded.note.is_some())
    }

    #[test]
    fn text_is_kept_as_it_is_but_for_the_byte_order_mark() {
        assert_eq!(read(b"\xef\xbb\xbfa\r\nb\xc2\xa0c", None), ("a\r\nb\u{a0}c".to_owned(), false));
        assert_eq!(read(b"\xff\xfea\0\xac\x20", None), ("a€".to_owned(), false));
        assert_eq!(read(b"\xfe\xff\0a\x20\xac", None), ("a€".to_owned(), false));
    }

    #[test]
    fn encodings_are_taken_from_the_declaration_or_guessed_aloud() {
        let german = "Die Brücke über den Fluß wurde größtenteils gesperrt, sagte der Bürgermeister.";
        let chinese = "阿里巴巴集团宣布向旗下云计算业务追加投资，用于在海外建设新的数据中心。";
        let japanese = "港の橋に貨物船が衝突し、作業員らがけがをした。橋は閉鎖された。";
        let table = [("windows-1252", german), ("gbk", chinese), ("shift_jis", japanese)];
        for (label, sentence) in table {
            let (bytes, ..) = Encoding::for_label(label.as_bytes()).unwrap().encode(sentence);
            assert_eq!(read(&bytes, Some(label)), (sentence.to_owned(), false), "{label}, declared");
            assert_eq!(read(&bytes, None), (sentence.to_owned(), true), "{label}, guessed");
            assert_eq!(
                read(&bytes, Some("utf-8")),
                (sentence.to_owned(), true),
                "{label}, declared as UTF-8"
            );
        }
        assert_eq!(read("café".as_bytes(), Some("windows-1252")), ("café".to_owned(), true));
        let utf16: Vec<u8> = "Words of English.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&utf16, None), ("Words of English.".to_owned(), true));
    }

    #[test]
    fn a_declaration_that_the_bytes_belie_is_noticed() {
        let japanese = "港の橋に貨物船が衝突し、作業員らがけがをした。橋は閉鎖された。";
        let russian =
            "Баржа с гравием столкнулась с мостом в гавани, сообщили власти порта во вторник утром.";
        let french = "Une péniche a été immobilisée à l’écluse après la collision, a déclaré le préfet, précisant que les dégâts étaient élevés.";
        for (text, is, declared, noticed) in [
            (japanese, "shift_jis", "windows-1252", true),
            (russian, "windows-1251", "iso-8859-1", true),
            (french, "windows-1252", "iso-8859-2", false),
            (french, "windows-1252", "windows-1251", false),
            (russian, "windows-1251", "windows-1251", false),
        ] {
            let (bytes, ..) = Encoding::for_label(is.as_bytes()).unwrap().encode(text);
            let (read, noted) = read(&bytes, Some(declared));
            assert_eq!(noted, noticed, "{is}, declared {declared}");
            assert!(!noted || read == text, "{is}, declared {declared}: {read}");
        }
    }

    #[test]
    fn what_is_damaged_is_refused() {
        let table: [(&[u8], &str); 5] = [
            (b"ab\0c", "binary file, not text (NUL at byte 2)"),
            (
                "naïve café \u{fffd}".as_bytes().split_last().map(|(_, head)| head).unwrap(),
                "damaged at byte 13",
            ),
            (b"\x89PNG\r\n\x1a\n\x01\x02\x03\x81\x8d\x8f", "no text in any known encoding"),
            (b"\xff\xfea\0\x00\xd8", "not valid UTF-16LE"),
            (b"\xef\xbb\xbfab\xff", "not valid UTF-8"),
        ];
        for (bytes, message) in table {
            let error = text(bytes, None).unwrap_err();
            assert!(error.contains(message), "{error}");
        }
    }

    #[test]
    fn digests_are_those_of_the_standard() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
