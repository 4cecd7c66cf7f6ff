//! How people round: to the step they write, or by cutting off what lies behind it.
//!
//! Leaves out what a word says about a figure (`about`, `more than`): that is its bound.

use super::Decimal;

/// A figure is rounded by no more than one in so many parts of it: nobody writes `1 percent` for 0.5.
const MOST: Decimal = Decimal::from_parts(4, 0, 0, false, 0);
/// Numbers with so many digits behind the point at most, and mantissas below this, leave room for the two that a division by
/// four adds.
const SHORT: u32 = 8;
const SMALL: u128 = 1 << 64;

/// How far below and above `value`, stated in steps of `step`, lies what may have been rounded to it. Digits are cut off only
/// behind two others: 14.9 may be told as 14, 9.5 is not told as 9.
pub fn slack(value: Decimal, step: Decimal) -> (Decimal, Decimal) {
    let (rough, most) = (rough(value), value.abs() / MOST);
    let half = (step / Decimal::TWO).min(most);
    let several = value.abs() >= step.checked_mul(Decimal::TEN).unwrap_or(Decimal::MAX);
    let up = if several { step.min(most) } else { half };
    (half.max(rough), up.max(rough))
}

/// The step to which a number is told: that of its last digit which is no zero, five of them if that is a five (250 is told in
/// fifties).
pub fn step(value: Decimal) -> Decimal {
    let value = value.normalize().abs();
    if value.is_zero() {
        return Decimal::ONE;
    }
    let step = last_digit(value);
    let five = step.checked_mul(Decimal::from(5)).filter(|five| (value % five).is_zero());
    five.unwrap_or(step)
}

/// The place of the last digit of a normalized number, not 0, that is no zero: 10 of 250.
fn last_digit(value: Decimal) -> Decimal {
    let mut step = Decimal::new(1, value.scale());
    while let Some(next) = step.checked_mul(Decimal::TEN).filter(|next| (value % next).is_zero()) {
        step = next;
    }
    step
}

/// Half the step to which a round number seems to be rounded: that of its trailing zeros, if it has at least two of them
/// or one behind two other digits, and at most a twentieth of the number.
pub fn rough(value: Decimal) -> Decimal {
    let value = value.normalize().abs();
    if value.scale() > 0 || value < Decimal::ONE_HUNDRED {
        return Decimal::ZERO;
    }
    let step = last_digit(value);
    if step == Decimal::ONE { Decimal::ZERO } else { (step / Decimal::TWO).min(value / Decimal::from(20)) }
}

/// Whether `fine` rounds to `coarse`, stated in steps of `step`, or is `coarse` once its last digits are cut off.
pub fn rounds_to(fine: Decimal, coarse: Decimal, step: Decimal) -> bool {
    if coarse.is_sign_negative() {
        return rounds_to(-fine, coarse.abs(), step);
    }
    // No slack is wider, and most figures are further apart.
    if are_far(fine, coarse) {
        return false;
    }
    let (down, up) = slack(coarse, step);
    fine >= coarse - down && (fine < coarse + up || fine <= coarse + rough(coarse))
}

/// Whether `fine` is further from `coarse` than any slack of it is wide. Of most figures whole numbers say it, which costs
/// little.
fn are_far(fine: Decimal, coarse: Decimal) -> bool {
    let (a, b) = (fine.mantissa(), coarse.mantissa());
    let one_scale = fine.scale() == coarse.scale() && coarse.scale() <= SHORT;
    if one_scale && a.unsigned_abs().max(b.unsigned_abs()) < SMALL {
        return (a - b).abs() * 4 > b;
    }
    fine.checked_sub(coarse).is_none_or(|apart| apart.abs() > coarse / MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rounds_to_what() {
        for (fine, coarse, step, want) in [
            ("2.4", "2", "1", true),
            ("2.5", "2", "1", false),
            ("1.8", "2", "1", true),
            ("0.5", "1", "1", false),
            ("9.4", "9", "1", true),
            ("9.5", "9", "1", false),
            ("14.9", "14", "1", true),
            ("15", "14", "1", false),
            ("1.49", "1.4", "0.1", true),
            ("1.5", "1.4", "0.1", false),
            ("248712", "250000", "1", true),
            ("-2.4", "-2", "1", true),
        ] {
            let number = |text: &str| text.parse::<Decimal>().unwrap();
            assert_eq!(rounds_to(number(fine), number(coarse), number(step)), want, "{fine} {coarse}");
        }
    }
}
