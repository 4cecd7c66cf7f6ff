//! Which way a time without a year or a week lies.

use super::*;

#[test]
fn verbs_say_which_way_a_time_lies() {
    check(&[
        ("The dividend will be paid Dec. 14.", "1989-10-26", &["Dec. 14 = 1989-12-14"], "a passive ahead"),
        ("The dividend was paid Dec. 14.", "1989-10-26", &["Dec. 14 = 1988-12-14"], "a passive behind"),
        ("The bonds are payable Dec. 7.", "1989-10-26", &["Dec. 7 = 1989-12-07"], "payable ahead"),
        ("It was set on Aug. 6.", "1998-02-06", &["Aug. 6 = 1997-08-06"], "no plan: what is set"),
        (
            "Until Thursday, they had not called.",
            "1999-05-07",
            &["Thursday = 1999-05-06"],
            "a limit, told of what had been",
        ),
        ("They will wait until Thursday.", "1999-05-07", &["Thursday = 1999-05-13"], "a limit ahead"),
        (
            "It would be paid on a still unspecified date in January.",
            "1989-10-26",
            &["January = 1990-01"],
            "an adjective is no verb",
        ),
        ("They announced the plan Aug. 21.", "1989-10-27", &["Aug. 21 = 1989-08-21"], "a noun is no verb"),
        ("They will meet Tuesday.", "2015-07-23", &["Tuesday = 2015-07-28"], "the next one"),
        (
            "Arden beat Lom on Tuesday to reach the final.",
            "2015-07-23",
            &["Tuesday = 2015-07-21"],
            "no `beats`",
        ),
        (
            "He refused to answer on Tuesday.",
            "2015-07-23",
            &["Tuesday = 2015-07-21"],
            "he did so there and then",
        ),
        ("Power was back by Tuesday.", "2015-07-23", &["Tuesday = 2015-07-21"], "a state reached"),
        ("It was to be done by Tuesday.", "2015-07-23", &["Tuesday = 2015-07-28"], "no state"),
        ("She will be sworn in on Feb. 20.", "2015-07-23", &["Feb. 20 = 2016-02-20"], "far ahead, but ahead"),
        ("Output fell by 3 percent in May.", "2015-07-23", &["May = 2015-05"], "`by` says how much"),
        (
            "It was adopted by the council on Tuesday.",
            "2015-07-23",
            &["Tuesday = 2015-07-21"],
            "`by` says who",
        ),
        ("They called a strike for March 7.", "2015-07-23", &["March 7 = 2016-03-07"], "`for` looks ahead"),
        ("They met Tuesday.", "2015-07-23", &["Tuesday = 2015-07-21"], "the last one"),
        ("In March for the first time it rained.", "2015-07-23", &["March = 2015-03"], "a month behind `in`"),
        ("Mrs May may go in May.", "2015-07-23", &["May = 2015-05"], "a name, a verb and a month"),
    ]);
}
