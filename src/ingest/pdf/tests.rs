//! Small files written by hand: pages of lines at given places, as a layout program would leave them.

use super::*;
use std::fmt::Write;

/// A file with these pages; a page is lines at `x`, `y` in a size, in points from the lower left.
pub fn made(pages: &[Vec<(u32, u32, u32, &str)>]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|i| format!("{} 0 R", 5 + 2 * i)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {} /Kids [{}] >>", pages.len(), kids.join(" ")),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (i, page) in pages.iter().enumerate() {
        let mut content = "BT".to_owned();
        for (x, y, size, text) in page {
            let text = text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
            write!(content, " /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj").unwrap();
        }
        content.push_str(" ET");
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            4 + 2 * i
        ));
    }
    let (mut file, mut offsets) = ("%PDF-1.4\n".to_owned(), Vec::new());
    for (i, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        write!(file, "{} 0 obj\n{object}\nendobj\n", i + 1).unwrap();
    }
    let start = file.len();
    write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for offset in offsets {
        writeln!(file, "{offset:010} 00000 n ").unwrap();
    }
    write!(file, "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1)
        .unwrap();
    file.into_bytes()
}

/// Lines of 11 points, 14 apart, from `y` down.
fn set<'a>(x: u32, y: u32, lines: &[&'a str]) -> Vec<(u32, u32, u32, &'a str)> {
    lines.iter().zip(0..).map(|(line, i)| (x, y - 14 * i, 11, *line)).collect()
}

fn read(pages: &[Vec<(u32, u32, u32, &str)>]) -> String {
    text(&made(pages), Limits::default()).unwrap().text
}

#[test]
fn lines_become_paragraphs_and_hyphenated_words_are_whole() {
    let mut page = vec![(72, 790, 18, "Barge strikes harbour bridge")];
    page.extend(set(
        72,
        750,
        &[
            "A barge loaded with 900 tonnes of gravel struck the harbour bridge on Tues-",
            "day, injuring 14 people, the port authority said.",
        ],
    ));
    page.extend(set(
        72,
        700,
        &[
            "Repairs will cost $12 million, said Ruth Amsel, who runs the port (for now). The bridge is of",
            "2011.",
        ],
    ));
    assert_eq!(
        read(&[page]),
        "Barge strikes harbour bridge\n\nA barge loaded with 900 tonnes of gravel struck the harbour bridge on Tuesday, injuring 14 people, \
         the port authority said.\n\nRepairs will cost $12 million, said Ruth Amsel, who runs the port (for now). The bridge is of 2011.\n"
    );
}

#[test]
fn columns_are_read_one_after_the_other_however_they_are_stored() {
    let left = set(
        72,
        740,
        &[
            "The bridge was closed",
            "within an hour. Police",
            "said two of the inju-",
            "red were in a serious",
            "condition on Tuesday",
            "and that the",
        ],
    );
    let right = set(
        320,
        740,
        &[
            "others went home. About",
            "31,000 cars cross the",
            "bridge every day. The city",
            "asked people to use the",
            "tunnel at Fenwick to the",
            "north.",
        ],
    );
    let title = (72, 790, 18, "A headline that goes over both of the columns");
    let want = "A headline that goes over both of the columns\n\nThe bridge was closed within an hour. Police said two of the injured were in a \
        serious condition on Tuesday and that the others went home. About 31,000 cars cross the bridge every day. The city asked people to \
        use the tunnel at Fenwick to the north.\n";
    let one_by_one: Vec<_> = std::iter::once(title).chain(left.clone()).chain(right.clone()).collect();
    let in_rows: Vec<_> =
        std::iter::once(title).chain(left.into_iter().zip(right).flat_map(|(l, r)| [l, r])).collect();
    assert_eq!(read(&[one_by_one]), want);
    assert_eq!(read(&[in_rows]), want);
}

#[test]
fn heads_and_page_numbers_are_left_out_and_sentences_go_on_over_the_page() {
    let page = |n: &'static str, lines: &[&'static str]| {
        let mut page = vec![(72, 810, 9, "The Eastmouth Gazette")];
        page.extend(set(72, 760, lines));
        page.push((300, 30, 9, n));
        page
    };
    let pages = [
        page("1", &["The barge was built in 1987 and had passed its last", "inspection, which the port"]),
        page("2", &["authority had carried out in November.", "Its captain was not hurt."]),
    ];
    assert_eq!(
        read(&pages),
        "The barge was built in 1987 and had passed its last inspection, which the port authority had carried out in November. \
         Its captain was not hurt.\n"
    );
}

#[test]
fn rows_of_a_table_stay_rows() {
    let mut page =
        set(72, 760, &["Shares of the market in the year before, in percent of all sales made there."]);
    for (i, (name, share)) in
        [("Company", "Share"), ("Acme", "12"), ("Bolt", "7")].into_iter().zip(0..).map(|(r, i)| (i, r))
    {
        page.push((72, 700 - 14 * i, 11, name));
        page.push((300, 700 - 14 * i, 11, share));
    }
    let read = text(&made(&[page]), Limits::default()).unwrap();
    assert!(read.text.ends_with("\n\nCompany | Share\nAcme | 12\nBolt | 7\n"));
    let header: Vec<&str> = read.tables[0].header.iter().map(|cell| cell.of(&read.text)).collect();
    assert_eq!((header, read.tables[0].rows.len()), (vec!["Company", "Share"], 2));
}

#[test]
fn what_is_damaged_or_empty_is_said_without_a_panic() {
    let sound = made(&[set(72, 700, &["Words."])]);
    assert!(text(&made(&[vec![]]), Limits::default()).unwrap_err().contains("no text"));
    for cut in [5, 20, 100, sound.len() / 2] {
        assert!(text(&sound[..cut], Limits::default()).is_err(), "{cut}");
    }
    let deep = format!("%PDF-1.4\n1 0 obj\n{}\nendobj\n", "[".repeat(100_000));
    assert!(text(deep.as_bytes(), Limits::default()).unwrap_err().contains("nested more than 200 deep"));
}
