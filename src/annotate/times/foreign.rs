//! Dates in other languages than English, as far as figures and the names of months tell: `5. März 2024`, `5 de marzo de 2024`,
//! `март 2024`, `5.3.2024`, `2024年3月5日`. Nothing else is read of such an article.

use crate::lexicon::calendar::foreign_month;
use crate::model::time::Date;
use crate::model::{Document, Granularity, Kind, Mention, MentionValue, Span, TimeBasis, TimeValue};

/// Words and signs between a day, a month and a year.
const BETWEEN: [&str; 9] = [".", ",", "de", "del", "do", "di", "º", "er", "г"];

/// Years, months and days of East Asia.
const YEARS: [char; 2] = ['年', '년'];
const MONTHS: [char; 2] = ['月', '월'];
const DAYS: [char; 4] = ['日', '일', '号', '號'];

/// Every date, ordered by position, never overlapping.
pub fn find(doc: &Document) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for i in 0..doc.tokens.len() {
        let start = doc.tokens[i].span.start;
        if found.last().is_some_and(|last| start < last.span.end) {
            continue;
        }
        let read = dotted(doc, i).or_else(|| asian(doc, i)).or_else(|| named(doc, i));
        if let Some((value, end)) = read {
            let span = Span::new(start, end);
            found.push(Mention::new(Kind::Date, span, doc.tokens_in(span), MentionValue::Time(value)));
        }
    }
    found
}

/// `5.3.2024`: where the year comes last and full stops stand between, the day comes first.
fn dotted(doc: &Document, i: usize) -> Option<(TimeValue, usize)> {
    let mut parts = doc.token_text(i).split('.');
    let (day, month, year) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?);
    let year = Some(year).filter(|y| y.len() == 4 && parts.next().is_none())?;
    let date = Date::new(year.parse().ok()?, month, day).ok()?;
    Some((TimeValue::day(date)?, doc.tokens[i].span.end))
}

/// `2024年3月5日`, `2024년 3월`, `3月5日`.
fn asian(doc: &Document, i: usize) -> Option<(TimeValue, usize)> {
    let mut rest = Rest { text: doc.text(), at: doc.tokens[i].span.start };
    let year: Option<i16> = rest.number(YEARS).filter(|y| *y > 31);
    let month: Option<i8> = rest.number(MONTHS);
    let day: Option<i8> = month.and_then(|_| rest.number(DAYS));
    let value = match (year, month, day) {
        (Some(year), Some(month), Some(day)) => TimeValue::day(Date::new(year, month, day).ok()?),
        (Some(year), Some(month), None) => TimeValue::month(year, month),
        (Some(year), None, None) => TimeValue::year(year),
        (None, Some(month), Some(day)) => of_any_year(month, day),
        _ => None,
    };
    Some((value?, rest.at))
}

/// A text that is read from left to right.
struct Rest<'a> {
    text: &'a str,
    at: usize,
}

impl Rest<'_> {
    /// The number that stands here, if one of `signs` is behind it.
    fn number<T: std::str::FromStr, const N: usize>(&mut self, signs: [char; N]) -> Option<T> {
        let rest = self.text[self.at..].trim_start();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, behind) = rest.split_at_checked(digits).filter(|_| digits <= 4)?;
        let behind = behind.strip_prefix(signs)?;
        self.at = self.text.len() - behind.len();
        number.parse().ok()
    }
}

/// `5. März 2024`, `5 de marzo de 2024`, `5 mars`, `März 2024`.
fn named(doc: &Document, i: usize) -> Option<(TimeValue, usize)> {
    let day: Option<i8> = doc.token_text(i).parse().ok().filter(|d| (1..=31).contains(d));
    let at = if day.is_some() { behind(doc, i) } else { i };
    let month = foreign_month(&doc.tokens.get(at).map(|_| doc.token_text(at))?.to_lowercase())?;
    let last = behind(doc, at);
    let year = doc.tokens.get(last).map(|_| doc.token_text(last)).filter(|y| y.len() == 4);
    let year: Option<i16> = year.and_then(|y| y.parse().ok());
    let value = match (day, year) {
        (Some(day), Some(year)) => TimeValue::day(Date::new(year, month, day).ok()?),
        (Some(day), None) => of_any_year(month, day),
        (None, Some(year)) => TimeValue::month(year, month),
        (None, None) => None,
    };
    Some((value?, doc.tokens[if year.is_some() { last } else { at }].span.end))
}

/// The token behind `i` and what may stand between.
fn behind(doc: &Document, i: usize) -> usize {
    let between = |at: usize| BETWEEN.iter().any(|b| b.eq_ignore_ascii_case(doc.token_text(at)));
    (i + 1..doc.tokens.len()).take(3).find(|at| !between(*at)).unwrap_or(doc.tokens.len())
}

/// A day of a year that is not said.
fn of_any_year(month: i8, day: i8) -> Option<TimeValue> {
    // A leap year has every day.
    Date::new(2024, month, day).ok()?;
    Some(TimeValue::open(format!("XXXX-{month:02}-{day:02}"), Granularity::Day, TimeBasis::Unresolved))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::model::Article;
    use crate::segment::segment;

    #[test]
    fn dates_are_known_by_figures_and_names_of_months() {
        for (text, want) in [
            ("Am 5. März 2024 brannte es.", vec![("5. März 2024", "2024-03-05")]),
            ("El 5 de marzo de 2024, 41 personas.", vec![("5 de marzo de 2024", "2024-03-05")]),
            ("Le 1er août, en mars 2023.", vec![("1er août", "XXXX-08-01"), ("mars 2023", "2023-03")]),
            ("5 МАРТА 2024 года, 14 мая", vec![("5 МАРТА 2024", "2024-03-05"), ("14 мая", "XXXX-05-14")]),
            ("Seit 5.3.2024 und 31.2.2024, Preis 5.300", vec![("5.3.2024", "2024-03-05")]),
            (
                "火灾2024年3月5日在上海造成41人死亡,1962年",
                vec![("2024年3月5日", "2024-03-05"), ("1962年", "1962")],
            ),
            ("화재는 2024년 3월 5일 발생", vec![("2024년 3월 5일", "2024-03-05")]),
            ("3月5日、5年間、30 februar 2024", vec![("3月5日", "XXXX-03-05"), ("februar 2024", "2024-02")]),
        ] {
            let doc = segment(Article { text: text.to_owned(), ..Article::default() });
            let found = find(&doc);
            let found: Vec<_> =
                found.iter().map(|m| (m.span.of(text), m.time().map_or("", |t| t.iso.as_str()))).collect();
            assert_eq!(found, want, "{text}");
        }
    }
}
