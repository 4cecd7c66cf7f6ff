//! Days of calendars that follow the moon, in the years of ours: Jewish, Islamic, Chinese, Hindu, and the Easter of the
//! Eastern churches.
//!
//! The arithmetic is that of `calendrical_calculations` (Reingold and Dershowitz), but for the Hindu days, for which [`moon`]
//! knows where sun and moon stand. The Islamic days are those reckoned for Mecca, the Hindu ones hold for India. Where a
//! country waits for the moon to be seen, it may keep another day.

use super::moon;
use crate::lexicon::holidays::Calendar;
use crate::model::time::Date;
use calendrical_calculations::chinese_based::{Chinese, YearBounds};
use calendrical_calculations::hebrew::BookHebrew;
use calendrical_calculations::rata_die::RataDie;
use calendrical_calculations::{gregorian, islamic, julian};
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// Years for which days are reckoned; beyond them the formulas are not worth their cost.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2200;
/// The last month of a Jewish year is the 12th, or the 13th of a leap year.
const ADAR: u8 = 12;
/// India is this far ahead of universal time, in days.
const INDIA: f64 = 5.5 / 24.0;
/// The day from which the moon's formulas count, at noon.
const NOON_OF_2000: (i32, u8, u8) = (2000, 1, 1);

/// A day of a calendar: which calendar, month (from 1) and day. The hour matters to the Hindu calendar alone: the day of
/// the moon must be running at that hour in India.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Feast {
    /// Which calendar.
    pub calendar: Calendar,
    /// Month, from 1.
    pub month: u8,
    /// Day of the month.
    pub day: u8,
    /// Hour in India.
    pub hour: u8,
}

thread_local! {
    /// What was reckoned before: a text that names a feast a million times reckons it once.
    static KNOWN: RefCell<FxHashMap<(Feast, i16), Option<Date>>> = RefCell::default();
}

/// The day of `feast` that falls into `year`; the first if there are two, none if it falls outside [`YEARS`].
pub fn in_year(feast: Feast, year: i16) -> Option<Date> {
    if !YEARS.contains(&year) {
        return None;
    }
    KNOWN.with_borrow_mut(|known| *known.entry((feast, year)).or_insert_with(|| reckon(feast, year)))
}

fn reckon(feast: Feast, year: i16) -> Option<Date> {
    let here = |fixed: RataDie| date(fixed).filter(|d| d.year() == year);
    let (civil, month, day) = (i32::from(year), feast.month, feast.day);
    match feast.calendar {
        Calendar::Orthodox => date(julian::easter(civil)),
        Calendar::Chinese => {
            let summer = gregorian::fixed_from_gregorian(civil, 7, 1);
            date(YearBounds::compute::<Chinese>(summer).new_year)
        }
        Calendar::Hebrew => (civil + 3760..=civil + 3761).find_map(|y| here(hebrew(y, month, day))),
        Calendar::Islamic => {
            let about = (civil - 622) * 33 / 32;
            (about - 1..=about + 2).find_map(|y| here(islamic::fixed_from_saudi_islamic(y, month, day)))
        }
        Calendar::Hindu => hindu(civil, feast),
    }
}

fn hebrew(year: i32, month: u8, day: u8) -> RataDie {
    let leap = month == ADAR && BookHebrew::is_hebrew_leap_year(year);
    BookHebrew::fixed_from_book_hebrew(BookHebrew { year, month: month + u8::from(leap), day })
}

/// The day in `year` on which the thirtieth of the lunar month (1 is Chaitra) that `feast` names is running.
fn hindu(year: i32, feast: Feast) -> Option<Date> {
    let (y, m, d) = NOON_OF_2000;
    let epoch = gregorian::fixed_from_gregorian(y, m, d);
    let mut new = moon::new_moon_before((gregorian::fixed_from_gregorian(year, 1, 1) - epoch) as f64);
    for _ in 0..14 {
        let next = moon::next_new_moon(new);
        // A month is named for the sign that the sun enters in it; a month in which it enters none does not count.
        let month = (moon::sign(new) + 1) % 12 + 1;
        if month == feast.month && moon::sign(next) != moon::sign(new) {
            let first = new.floor() as i64;
            let day = (first..first + 32).find(|d| thirtieth(*d, feast.hour, new) >= feast.day)?;
            return date(epoch + day).filter(|d| i32::from(d.year()) == year);
        }
        new = next;
    }
    None
}

/// Which thirtieth of the month that began at `new` is running on `day` at `hour` in India; 0 before it began.
fn thirtieth(day: i64, hour: u8, new: moon::Moment) -> u8 {
    let moment = day as f64 + f64::from(hour) / 24.0 - INDIA - 0.5;
    if moment < new {
        return 0;
    }
    let phase = moon::phase(moment);
    let over = moment - new > 25.0 && phase < 90.0;
    if over { 31 } else { (phase / 12.0) as u8 + 1 }
}

/// A count of days as a date.
fn date(fixed: RataDie) -> Option<Date> {
    let (year, month, day) = gregorian::gregorian_from_fixed(fixed).ok()?;
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_fall_on_the_days_on_which_they_were_kept() {
        let feast = |calendar, month, day, hour| Feast { calendar, month, day, hour };
        for (feast, year, want, why) in [
            (feast(Calendar::Orthodox, 0, 0, 0), 2021, "2021-05-02", "Easter of the East"),
            (feast(Calendar::Chinese, 0, 0, 0), 2020, "2020-01-25", "new year of the Rat"),
            (feast(Calendar::Hebrew, 1, 15, 0), 2021, "2021-03-28", "first day of Passover"),
            (feast(Calendar::Hebrew, 7, 10, 0), 2021, "2021-09-16", "Yom Kippur"),
            (feast(Calendar::Hebrew, ADAR, 14, 0), 2022, "2022-03-17", "Purim in a year of thirteen months"),
            (feast(Calendar::Islamic, 10, 1, 0), 2021, "2021-05-13", "Eid al-Fitr"),
            (feast(Calendar::Islamic, 12, 10, 0), 2022, "2022-07-09", "Eid al-Adha"),
            (feast(Calendar::Hindu, 7, 30, 18), 2021, "2021-11-04", "Diwali, on the evening of the new moon"),
            (
                feast(Calendar::Hindu, 7, 30, 18),
                2020,
                "2020-11-14",
                "Diwali behind a month that does not count",
            ),
            (feast(Calendar::Hindu, 11, 29, 23), 2021, "2021-03-11", "Shivaratri, at midnight"),
        ] {
            assert_eq!(in_year(feast, year).map(|d| d.to_string()).as_deref(), Some(want), "{why}");
        }
        assert_eq!(in_year(feast(Calendar::Islamic, 9, 1, 0), 1200), None, "too far from the formulas");
    }
}
