//! Where sun and moon stand, as far as the days of the Hindu calendar need it.
//!
//! The largest terms of the series in Meeus, *Astronomical Algorithms*: the sun to a hundredth of a degree, the moon to a
//! tenth or two, so that a new moon is known to the quarter of an hour for some centuries around 2000.

/// Days in a hundred years of the formulas.
const CENTURY: f64 = 36_525.0;
/// Mean motion of the moon from the sun, degrees a day.
const FROM_SUN: f64 = 12.190_749;
/// How far the Hindu zodiac lies behind the seasons: degrees in the year 2000, and degrees a century.
const AYANAMSA: (f64, f64) = (23.853, 1.397);

/// A moment as days, and parts of days, from noon of 1 January 2000, universal time.
pub type Moment = f64;

/// How far the moon has moved from the sun since the new moon, in degrees from 0 to 360.
pub fn phase(at: Moment) -> f64 {
    let t = at / CENTURY;
    let radians = |start: f64, per_century: f64| (start + per_century * t).rem_euclid(360.0).to_radians();
    let d = radians(297.8502, 445_267.111_5);
    let sun = radians(357.5291, 35_999.050_3);
    let moon = radians(134.9634, 477_198.867_6);
    let node = radians(93.2721, 483_202.017_5);
    let of_moon = 6.2888 * moon.sin()
        + 1.2740 * (2.0 * d - moon).sin()
        + 0.6583 * (2.0 * d).sin()
        + 0.2136 * (2.0 * moon).sin()
        - 0.1851 * sun.sin()
        - 0.1143 * (2.0 * node).sin()
        + 0.0588 * (2.0 * d - 2.0 * moon).sin()
        + 0.0571 * (2.0 * d - sun - moon).sin()
        + 0.0533 * (2.0 * d + moon).sin()
        + 0.0458 * (2.0 * d - sun).sin()
        - 0.0409 * (sun - moon).sin()
        - 0.0347 * d.sin()
        - 0.0304 * (sun + moon).sin();
    (d.to_degrees() + of_moon - centre(sun)).rem_euclid(360.0)
}

/// The sign of the Hindu zodiac, 0 to 11, in which the sun stands.
pub fn sign(at: Moment) -> u8 {
    let t = at / CENTURY;
    let longitude = 280.4665 + 36_000.769_8 * t + centre((357.5291 + 35_999.050_3 * t).to_radians());
    ((longitude - AYANAMSA.0 - AYANAMSA.1 * t).rem_euclid(360.0) / 30.0) as u8
}

/// The last new moon at or before `at`.
pub fn new_moon_before(at: Moment) -> Moment {
    settled(at - phase(at) / FROM_SUN)
}

/// The new moon that follows the one at `moon`.
pub fn next_new_moon(moon: Moment) -> Moment {
    settled(moon + 360.0 / FROM_SUN)
}

/// The new moon near `guess`.
fn settled(guess: Moment) -> Moment {
    (0..4).fold(guess, |at, _| {
        let off = phase(at);
        at - (if off > 180.0 { off - 360.0 } else { off }) / FROM_SUN
    })
}

/// How far the sun is ahead of its mean place, in degrees, for its mean anomaly.
fn centre(anomaly: f64) -> f64 {
    1.9146 * anomaly.sin() + 0.0200 * (2.0 * anomaly).sin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_moons_of_the_almanac() {
        // Days from noon of 1 January 2000: 6 January 2000 18:14, 25 November 2030 06:46.
        for (after, want) in [(20.0, 5.2597), (11_310.0, 11_285.781_9)] {
            let moon = new_moon_before(after);
            assert!((moon - want).abs() < 0.02, "{moon} is not {want}");
        }
        assert!((next_new_moon(5.2597) - 35.0438).abs() < 0.02, "5 February 2000 13:03");
    }
}
