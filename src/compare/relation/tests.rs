//! What writers do, as tables; and what must hold of any two values.

use super::RelationKind::{Contains, Converted, Disjoint, Equal, Incomparable, Inside, Overlaps};
use super::*;
use crate::model::{Bound, Decimal, Quantity, TimeValue};
use proptest::prelude::*;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// `(bound, number, step)` of some kind in some unit.
fn claim(kind: Kind, (bound, number, step): (Bound, &str, &str), unit: Option<&str>) -> Claim {
    let quantity = Quantity { bound, ..Quantity::exactly(decimal(number), decimal(step)) };
    Claim::new(
        0,
        ClaimKind::Value(kind),
        ClaimValue::Quantity { quantity, unit: unit.map(str::to_owned), per: None },
    )
}

fn related(a: &Claim, b: &Claim) -> RelationKind {
    let rules = Rules { rates: [("CNY".to_owned(), 6.2)].into(), ..Rules::default() };
    let ctx = Context { rules: &rules, attribute: None, day: None, paraphrase: false };
    let forth = relate(a, b, &ctx);
    let back = relate(b, a, &ctx);
    assert_eq!(forth.kind, back.kind.inverse(), "{} / {}", forth.reason, back.reason);
    forth.kind
}

const X: Bound = Bound::Exactly;

#[test]
fn counts_relate_as_writers_mean_them() {
    for (a, b, kind, why) in [
        ((X, "12", "1"), (X, "12", "1"), Equal, "the same"),
        ((X, "12", "1"), (X, "14", "1"), Disjoint, "counts of few are exact"),
        ((X, "83", "1"), (X, "84", "1"), Disjoint, "one more is another number"),
        (
            (Bound::MoreThan, "1400000", "100000"),
            (X, "1400000", "100000"),
            Contains,
            "more than the number itself",
        ),
        (
            (Bound::About, "14000", "1"),
            (Bound::MoreThan, "10000", "1"),
            Inside,
            "nearly 14,000 is more than 10,000",
        ),
        (
            (Bound::About, "250000", "1"),
            (Bound::About, "280000", "1"),
            Overlaps,
            "two rough figures that meet",
        ),
        (
            (Bound::About, "6800", "1"),
            (Bound::About, "6200", "1"),
            Disjoint,
            "told to hundreds, about reaches no further than that",
        ),
        ((Bound::About, "60", "1"), (X, "55", "1"), Contains, "told to tens, it reaches a tenth"),
        ((Bound::About, "61", "1"), (X, "56", "1"), Disjoint, "told to ones it does not"),
        ((Bound::About, "33.3333", "1"), (X, "31", "1"), Contains, "a third is no number of four digits"),
        ((Bound::AtLeast, "83", "1"), (Bound::AtLeast, "85", "1"), Contains, "at least 85 is at least 83"),
        ((Bound::AtLeast, "14", "1"), (X, "12", "1"), Disjoint, "12 is not at least 14"),
        ((Bound::AtMost, "300", "1"), (X, "20", "1"), Contains, "up to 300"),
        ((Bound::MoreThan, "20", "1"), (Bound::LessThan, "20", "1"), Disjoint, "more and less"),
        ((X, "300", "1"), (X, "297", "1"), Contains, "a round number for 297"),
        ((X, "300", "1"), (X, "340", "1"), Disjoint, "not round enough for 340"),
        ((X, "1400000", "100000"), (X, "1432118", "1"), Contains, "rounded to a tenth of a million"),
        ((X, "1400000", "100000"), (X, "1500000", "100000"), Disjoint, "the same precision, another number"),
        ((X, "100", "1"), (X, "97", "1"), Contains, "the least number that is round"),
        ((X, "100", "1"), (X, "94", "1"), Disjoint, "rounded by a twentieth at most"),
        ((X, "90", "1"), (X, "91", "1"), Disjoint, "below a hundred every one counts"),
        ((X, "300", "1"), (X, "315", "1"), Contains, "rounded by a twentieth"),
        ((X, "300", "1"), (X, "316", "1"), Disjoint, "and by no more"),
        ((Bound::AtLeast, "13", "1"), (X, "12", "1"), Disjoint, "counts are not cut off"),
    ] {
        let unit = Some("person");
        assert_eq!(
            related(&claim(Kind::Count, a, unit), &claim(Kind::Count, b, unit)),
            kind,
            "{why}: {a:?} {b:?}"
        );
    }
}

#[test]
fn measured_values_are_rounded_or_cut_off() {
    for (kind, unit, a, b, want, why) in [
        (Kind::Percent, None, (X, "28.9", "0.1"), (X, "29", "1"), Inside, "rounded"),
        (Kind::Percent, None, (X, "28", "1"), (X, "28.9", "0.1"), Contains, "cut off"),
        (Kind::Percent, None, (X, "28.2", "0.1"), (X, "29", "1"), Disjoint, "neither rounded nor cut off"),
        (Kind::Percent, None, (X, "29.0", "0.1"), (X, "28", "1"), Disjoint, "the next whole percentage"),
        (Kind::Percent, None, (X, "100", "1"), (X, "95", "1"), Disjoint, "the zeros of a share are meant"),
        (Kind::Percent, None, (X, "4", "1"), (X, "5", "1"), Disjoint, "two whole percentages"),
        (Kind::Percent, None, (X, "10", "1"), (X, "18", "1"), Disjoint, "two whole percentages"),
        (Kind::Money, Some("USD"), (X, "43885310", "1"), (X, "43000000", "1000000"), Inside, "cut off"),
        (
            Kind::Money,
            Some("USD"),
            (X, "5687.75", "0.01"),
            (X, "5587.75", "0.01"),
            Disjoint,
            "one digit differs",
        ),
        (
            Kind::Money,
            Some("USD"),
            (X, "10977.74", "0.01"),
            (Bound::MoreThan, "10000", "1"),
            Inside,
            "over the round sum",
        ),
        (
            Kind::Money,
            Some("USD"),
            (X, "12000000", "1000000"),
            (X, "21000000", "1000000"),
            Disjoint,
            "digits swapped",
        ),
        (Kind::Dimension, Some("kilometer"), (X, "40", "1"), (X, "50", "1"), Disjoint, "two round lengths"),
        (Kind::Dimension, Some("meter"), (X, "-40.4", "0.1"), (X, "-40", "1"), Inside, "below zero as above"),
    ] {
        assert_eq!(related(&claim(kind, a, unit), &claim(kind, b, unit)), want, "{why}: {a:?} {b:?}");
    }
}

#[test]
fn currencies_meet_within_a_band_and_stay_open_a_little_beyond() {
    let yuan = claim(Kind::Money, (X, "62000000000", "1000000000"), Some("CNY"));
    for (dollars, want) in
        [("10000000000", Converted), ("11500000000", Incomparable), ("20000000000", Disjoint)]
    {
        assert_eq!(
            related(&yuan, &claim(Kind::Money, (X, dollars, "100000000"), Some("USD"))),
            want,
            "{dollars}"
        );
    }
    let other = claim(Kind::Money, (X, "5", "1"), Some("XXX"));
    assert_eq!(related(&yuan, &other), Incomparable, "no rate is known");
}

#[test]
fn a_change_is_no_level() {
    let of = |number, change| Claim { change, ..claim(Kind::Percent, (X, number, "1"), None) };
    assert_eq!(related(&of("5", 1), &of("5", 0)), Equal);
    assert_eq!(related(&of("5", 1), &of("7", 0)), Incomparable);
    assert_eq!(related(&of("5", 1), &of("5", -1)), Disjoint);
}

#[test]
fn times_hold_one_another_or_not() {
    let of = |iso: &str| TimeValue::from_iso(iso).unwrap();
    let year = |y: i16| TimeValue {
        start: Some(crate::model::time::DateTime::constant(y, 1, 1, 0, 0, 0, 0)),
        end: Some(crate::model::time::DateTime::constant(y + 1, 1, 1, 0, 0, 0, 0)),
        granularity: crate::model::Granularity::Year,
        iso: y.to_string(),
        ..of("2015-01-01")
    };
    for (a, b, want) in [
        (of("2015-07-29"), of("2015-07-29"), Equal),
        (of("2015-07-29"), year(2015), Inside),
        (of("2015-07-29T08:00"), of("2015-07-29"), Inside),
        (of("2015-07-29"), of("2015-07-30"), Disjoint),
        (of("2015-07-29"), year(2016), Disjoint),
        (of("2015-07-31T10:00+09:00"), of("2015-07-30T21:00-04:00"), Equal),
        (of("2015-07-31T10:00+09:00"), of("2015-07-30T21:00"), Incomparable),
        // `03/04/2015`, which may be 3 April.
        (TimeValue { ambiguous: true, ..of("2015-03-04") }, of("2015-04-03"), Incomparable),
    ] {
        let claim = |t: &TimeValue| Claim::new(0, ClaimKind::Value(Kind::Date), ClaimValue::Time(t.clone()));
        assert_eq!(related(&claim(&a), &claim(&b)), want, "{} {}", a.iso, b.iso);
    }
}

#[test]
fn times_known_in_part_are_the_same_as_far_as_they_are_known() {
    use crate::model::{Granularity, TimeBasis};
    let of = |iso: &str| TimeValue::from_iso(iso).unwrap();
    let open = |iso: &str| TimeValue::open(iso, Granularity::Day, TimeBasis::Unresolved);
    let counted = |iso: &str| TimeValue { basis: TimeBasis::Published, ..of(iso) };
    let between = |a: &str, b: &str| TimeValue::between(Some(&of(a)), Some(&of(b))).unwrap();
    let vague = |iso: &str| TimeValue { granularity: Granularity::Vague, ..of(iso) };
    let month = |m: i8| TimeValue::month(2015, m).unwrap();
    for (a, b, want) in [
        (vague("2015-07-29"), of("2015-07-30"), Incomparable),
        (open("XXXX-07-29"), of("2015-07-29"), Overlaps),
        (open("XXXX-07-29"), of("2015-07-30"), Disjoint),
        (open("XXXX-07-29"), open("XXXX-07-29"), Equal),
        (open("XXXX-W30-3"), open("2015-W30-3"), Incomparable),
        (open("XXXX-XX-05"), open("2014-XX-05"), Incomparable),
        (open("XXXX-07"), month(7), Overlaps),
        (open("XXXX-07"), TimeValue::year(2015).unwrap(), Incomparable),
        (open("PAST_REF"), open("PAST_REF"), Incomparable),
        (open(""), open(""), Incomparable),
        (between("2015-07-01", "2015-07-20"), between("2015-07-10", "2015-07-30"), Overlaps),
        // Where a text does not name the year, only another day of that year, or of two months about it, is another day.
        (counted("2014-07-29"), of("2015-07-29"), Incomparable),
        (counted("2015-03-01"), of("2015-09-01"), Disjoint),
        (counted("2014-12-01"), of("2015-01-31"), Disjoint),
        (counted("2014-12-01"), of("2015-02-01"), Incomparable),
        (TimeValue { basis: TimeBasis::NearestYear, ..of("2014-07-29") }, of("2015-07-29"), Incomparable),
        // A zone explains times of day that are less than a day apart, where one text names none.
        (of("2015-07-31T10:00+09:00"), of("2015-07-30"), Disjoint),
        (of("2015-07-31T10:00"), of("2015-07-31T12:00"), Disjoint),
        (of("2015-07-31T10:00+09:00"), of("2015-08-05T10:00"), Disjoint),
        (of("2015-07-31T10:00+09:00"), of("2015-07-30T10:00"), Disjoint),
    ] {
        let claim = |t: &TimeValue| Claim::new(0, ClaimKind::Value(Kind::Date), ClaimValue::Time(t.clone()));
        assert_eq!(related(&claim(&a), &claim(&b)), want, "{} {}", a.iso, b.iso);
    }
}

#[test]
fn rates_tolerances_and_ranges_count() {
    let rules = Rules::shipped();
    let deaths = rules.attribute("deaths").unwrap();
    let wide = crate::rules::Attribute { tolerance: 0.1, ..deaths.clone() };
    let within = |a: (Bound, &str, &str), b: (Bound, &str, &str), attribute| {
        let ctx = Context { rules, attribute: Some(attribute), day: None, paraphrase: false };
        relate(&claim(Kind::Count, a, None), &claim(Kind::Count, b, None), &ctx).kind
    };
    let near = ((X, "111", "1"), (X, "113", "1"));
    assert_eq!(within(near.0, near.1, deaths), Disjoint);
    assert_eq!(within(near.0, near.1, &wide), Overlaps);
    let bounds = ((Bound::AtLeast, "110", "1"), (Bound::AtMost, "100", "1"));
    assert_eq!(within(bounds.0, bounds.1, deaths), Disjoint);
    assert_eq!(within(bounds.0, bounds.1, &wide), Overlaps);
    let range = |low: &str, high: &str| {
        let quantity = Quantity {
            bound: Bound::Range,
            low: Some(decimal(low)),
            high: Some(decimal(high)),
            ..Quantity::exactly(Decimal::ONE, Decimal::ONE)
        };
        Claim::new(0, ClaimKind::Value(Kind::Count), ClaimValue::Quantity { quantity, unit: None, per: None })
    };
    assert_eq!(related(&range("10", "20"), &range("10", "20")), Equal);
    assert_eq!(related(&range("10", "20"), &range("15", "30")), Overlaps);
    let per = |per: Option<&str>| {
        let mut claim = claim(Kind::Money, (X, "5", "1"), Some("USD"));
        if let ClaimValue::Quantity { per: of, .. } = &mut claim.value {
            *of = per.map(str::to_owned);
        }
        claim
    };
    for (a, b, want) in [
        (Some("share"), Some("day"), Incomparable),
        (Some("share"), Some("share"), Equal),
        (Some("share"), None, Equal),
    ] {
        assert_eq!(related(&per(a), &per(b)), want, "{a:?} {b:?}");
    }
    let (yuan, dollars) =
        (claim(Kind::Money, (X, "62", "1"), Some("CNY")), claim(Kind::Money, (X, "10", "1"), Some("USD")));
    let rules = Rules { rates: [("CNY".to_owned(), 6.2)].into(), ..Rules::default() };
    let ctx = Context { rules: &rules, attribute: None, day: None, paraphrase: false };
    assert_eq!(relate(&yuan, &dollars, &ctx).reason, "62 CNY is about US$10");
}

fn items(kind: ClaimKind, names: &[&str], complete: bool) -> Claim {
    Claim::new(
        0,
        kind,
        ClaimValue::Items { items: names.iter().map(|n| (*n).to_owned()).collect(), complete },
    )
}

#[test]
fn lists_hold_one_another_or_are_left_open() {
    for (kind, a, b, want) in [
        (ClaimKind::List, (&["Norway", "the Faroes"][..], true), (&["Faroes", "Norway"][..], true), Equal),
        (ClaimKind::List, (&["Norway"], false), (&["Norway", "Iceland"], true), Inside),
        (ClaimKind::List, (&["Norway", "Iceland"], true), (&["Norway", "Denmark"], true), Incomparable),
        (ClaimKind::List, (&["Norway", "Iceland"], false), (&["Norway", "Denmark"], true), Overlaps),
        (ClaimKind::List, (&["Norway"], true), (&["Denmark"], true), Incomparable),
        (ClaimKind::Place, (&["Norway"], true), (&["Denmark"], true), Disjoint),
        (ClaimKind::Place, (&["Oslo"], true), (&["Norway"], true), Inside),
        (ClaimKind::Place, (&["the U.S."], true), (&["United States"], true), Equal),
        (ClaimKind::Person, (&["Ines Okafor"], true), (&["Okafor"], true), Overlaps),
    ] {
        assert_eq!(related(&items(kind, a.0, a.1), &items(kind, b.0, b.1)), want, "{a:?} {b:?}");
    }
}

#[test]
fn quotations_are_the_same_cut_short_or_other_words() {
    let of = |text: &str| Claim::new(0, ClaimKind::Quotation, ClaimValue::Text(text.to_owned()));
    for (a, b, want) in [
        ("Nobody saw the smoke,", "nobody saw the smoke", Equal),
        ("We won\u{2019}t reopen it", "we won't reopen it", Equal),
        ("Nobody saw the smoke", "Nobody saw the smoke before it reached the deck", Inside),
        ("Nobody saw the smoke … on the deck", "Nobody saw the smoke that lay on the deck", Inside),
        ("Nobody saw the smoke that night", "Nobody knew of the smoke that night", Disjoint),
        ("Nobody saw the smoke that night", "Nobody saw a smoke this night", Overlaps),
        ("Nobody saw the smoke that night", "Nobody saw thick smoke that night", Disjoint),
        ("nine boats left harbour early", "nine boats left town late", Disjoint),
        ("nine boats left harbour early", "nine boats sank near town", Incomparable),
        ("Nobody saw the smoke that night", "We are glad to be ashore", Incomparable),
    ] {
        assert_eq!(related(&of(a), &of(b)), want, "{a} / {b}");
    }
}

#[test]
fn events_are_opposed_by_denial_and_antonyms_only() {
    let of = |predicate: &str, negated, roles: &[(&str, &str)]| {
        let arguments = roles.iter().map(|(r, f)| ((*r).to_owned(), (*f).to_owned())).collect();
        Claim::new(
            0,
            ClaimKind::Status,
            ClaimValue::Predicate { predicate: predicate.to_owned(), negated, arguments },
        )
    };
    let plain = of("open", false, &[("object", "pier")]);
    for (other, want) in [
        (of("open", false, &[("object", "the pier")]), Equal),
        (of("open", false, &[("object", "pier"), ("in", "May")]), Contains),
        (of("open", true, &[("object", "pier")]), Disjoint),
        (of("close", false, &[("object", "pier")]), Disjoint),
        (of("close", true, &[("object", "pier")]), Equal),
        (of("open", false, &[("object", "old harbour pier")]), Equal),
        (of("be", false, &[("is", "a pier"), ("kind", "pier")]), Incomparable),
        (of("open", false, &[("object", "ferry line")]), Incomparable),
        (of("paint", false, &[("object", "pier")]), Incomparable),
    ] {
        assert_eq!(related(&plain, &other), want, "{}", other.display());
    }
}

fn bounds() -> impl Strategy<Value = Bound> {
    prop::sample::select(vec![
        Bound::Exactly,
        Bound::About,
        Bound::AtLeast,
        Bound::MoreThan,
        Bound::AtMost,
        Bound::LessThan,
    ])
}

/// Numbers of all sizes, stated to steps that fit them.
fn quantity() -> impl Strategy<Value = Quantity> {
    (bounds(), 0_i64..3000, -2_i32..7).prop_map(|(bound, digits, power)| {
        let step = if power < 0 {
            Decimal::new(1, power.unsigned_abs())
        } else {
            Decimal::from(10_i64.pow(power.unsigned_abs()))
        };
        Quantity { bound, ..Quantity::exactly(Decimal::from(digits) * step, step) }
    })
}

fn of(quantity: Quantity) -> Claim {
    Claim::new(
        0,
        ClaimKind::Value(Kind::Money),
        ClaimValue::Quantity { quantity, unit: Some("USD".to_owned()), per: None },
    )
}

/// Two quantities of about the same size, stated to steps of their own: they often fit.
fn neighbours() -> impl Strategy<Value = (Quantity, Quantity)> {
    (quantity(), quantity(), -3_i64..4).prop_map(|(a, b, steps)| {
        let near = (a.low.unwrap() / b.step.max(Decimal::ONE)).round() * b.step.max(Decimal::ONE)
            + b.step * Decimal::from(steps);
        (a, Quantity { low: Some(near), high: Some(near), ..b })
    })
}

fn time() -> impl Strategy<Value = TimeValue> {
    let day =
        |n: i32| crate::model::time::plus_days(crate::model::time::Date::constant(2015, 1, 1), n).unwrap();
    (0_i32..40, 1_i32..40, 0_usize..6, any::<bool>()).prop_map(move |(from, length, shape, ambiguous)| {
        let (first, last) = (TimeValue::day(day(from)), TimeValue::day(day(from + length)));
        let value = match shape {
            0 => first,
            1 => TimeValue::week_of(day(from)),
            2 => TimeValue::month(2015, day(from).month()),
            3 => TimeValue::between(first.as_ref(), last.as_ref()),
            4 => TimeValue::between(first.as_ref(), None),
            _ => TimeValue::between(None, last.as_ref()),
        };
        TimeValue { ambiguous, ..value.unwrap() }
    })
}

proptest! {
    #[test]
    fn relations_are_inverse_to_each_other(a in quantity(), b in quantity()) {
        related(&of(a), &of(b));
    }

    #[test]
    fn everything_equals_itself(a in quantity()) {
        prop_assert_eq!(related(&of(a.clone()), &of(a)), Equal);
    }

    #[test]
    fn saying_about_never_turns_agreement_into_conflict((a, b) in neighbours()) {
        let b = Quantity { bound: Bound::Exactly, ..b };
        let fits = related(&of(a.clone()), &of(b.clone())).fits();
        let rough = related(&of(a), &of(Quantity { bound: Bound::About, ..b }));
        prop_assert!(!fits || rough.fits());
    }

    #[test]
    fn a_wider_bound_never_turns_agreement_into_conflict((a, b) in neighbours(), lower in 0_i64..1000) {
        let b = Quantity { bound: Bound::AtLeast, ..b };
        let fits = related(&of(a.clone()), &of(b.clone())).fits();
        let low = b.low.unwrap() - Decimal::from(lower);
        let wider = Quantity { low: Some(low), high: Some(low), ..b };
        prop_assert!(!fits || related(&of(a), &of(wider)).fits());
    }

    /// Days, periods and open ends, ambiguous or not.
    #[test]
    fn times_relate_both_ways(a in time(), b in time()) {
        let of = |t: &TimeValue| Claim::new(0, ClaimKind::Value(Kind::Date), ClaimValue::Time(t.clone()));
        related(&of(&a), &of(&b));
        prop_assert_eq!(related(&of(&a), &of(&a)), Equal);
    }

    #[test]
    fn quotations_of_any_words_relate_both_ways(a in "[ab ]{0,12}", b in "[ab ]{0,12}") {
        let of = |text: &str| Claim::new(0, ClaimKind::Quotation, ClaimValue::Text(text.to_owned()));
        related(&of(&a), &of(&b));
    }
}

#[test]
fn units_convert_exactly_and_meet_within_their_rounding() {
    for (kind, a, b, want) in [
        (Kind::Dimension, ("25", "mile"), ("40", "kilometer"), Converted),
        (Kind::Dimension, ("25", "mile"), ("50", "kilometer"), Disjoint),
        (Kind::Dimension, ("20", "degree Celsius"), ("68", "degree Fahrenheit"), Converted),
        (Kind::Dimension, ("40", "kilometer"), ("40", "kilogram"), Incomparable),
        (Kind::Duration, ("72", "hour"), ("3", "day"), Converted),
        (Kind::Duration, ("72", "hour"), ("5", "day"), Disjoint),
        (Kind::Duration, ("18", "month"), ("2", "year"), Converted),
    ] {
        let of = |(number, unit): (&'static str, &'static str)| claim(kind, (X, number, "1"), Some(unit));
        assert_eq!(related(&of(a), &of(b)), want, "{a:?} {b:?}");
    }
}
