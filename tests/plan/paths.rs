//! Sums over several courses or programs: what is left of one that is begun, and what a path of two costs.

use std::collections::BTreeSet;

use jiff::civil::date;
use prospectus::catalog::Range;
use prospectus::catalog::{Currency, Money};
use prospectus::plan::{CoursePlan, Gain, PlanSettings, plans, words};

use crate::{START, TEN, plan_of_ten, settings};

#[test]
fn prices_in_one_currency_add_up_along_a_path() {
    // USD 49-199 and USD 280-495.
    let ids = ["tesu-writing-for-success", "hkustx-big-data-technology"].map(|id| TEN.find(id).unwrap());
    let both = plans(&TEN, &ids, &settings(6.0, START));
    let link = both[0].paths.last().unwrap();
    let [cost] = link.costs.as_slice() else { panic!("{:?}", link.costs) };
    assert_eq!(cost.amount.value, Money::from_units(329.0, 694.0, Currency::USD));
    assert_eq!((cost.programs, link.unpriced), (2, 0));
}

#[test]
fn what_is_left_takes_and_costs_what_the_other_courses_do() {
    let id = "harvardx-data-science";
    let whole = plan_of_ten(id, &settings(6.0, START));
    let finished = BTreeSet::from([whole.courses[0].id.clone().unwrap()]);
    let left = plan_of_ten(id, &PlanSettings { finished, ..settings(6.0, START) }).left.unwrap();
    let others = &whole.courses[1..];
    assert_eq!((left.done, left.courses, left.without_hours), (1, others.len(), 0));
    // The plan counts by the hours of the whole, which are not the sum of what the courses list.
    let sum = |courses: &[CoursePlan]| -> f64 {
        courses.iter().map(|course| course.hours.as_ref().unwrap().value.middle()).sum()
    };
    let expected = whole.hours.as_ref().unwrap().value.times(sum(others) / sum(&whole.courses));
    let own = left.hours.unwrap();
    assert!((own.low - expected.low).abs() < 1e-9 && (own.high - expected.high).abs() < 1e-9, "{own}");
    // US$1,474 for all nine, and US$218 for the first.
    assert_eq!(left.price, Some(Money::from_units(1256.0, 1256.0, Currency::USD)));
}

#[test]
fn money_that_may_never_come_back_is_said_to_come_back_at_the_earliest_or_never() {
    let told = |low, high| {
        let gain = Gain { step: Range::between(3000.0, 6000.0), chance: Range::between(low, high) };
        let settings = PlanSettings { gain: Some(gain), ..settings(6.0, START) };
        words::break_even(&plan_of_ten("harvardx-computer-science-for-web-programming", &settings))
    };
    assert!(
        told(0.2, 0.6)[0].starts_with("You have the money back 0.4 to 19.6 months after finishing"),
        "{:?}",
        told(0.2, 0.6)
    );
    assert!(
        told(0.0, 0.6)[0].starts_with("You have the money back 0.4 months after finishing at the earliest, or never")
    );
    assert!(told(0.0, 0.0)[0].starts_with("By these numbers you do not get the money back"));
}

#[test]
fn a_deadline_says_what_it_would_take_or_why_nothing_helps() {
    let told = |id: &str, deadline| {
        words::deadline(&plan_of_ten(id, &PlanSettings { deadline: Some(deadline), ..settings(6.0, START) })).unwrap()
    };
    let (self_paced, dated) = ("harvardx-data-science", "mitx-principles-manufacturing");
    assert!(told(self_paced, date(2027, 6, 1)).contains(": this plan may miss it; it needs "));
    assert_eq!(told(self_paced, START), "2027-01-11: this plan misses it; it leaves no time to study");
    assert_eq!(told(dated, date(2028, 6, 10)), "2028-06-10: this plan misses it; more hours a week do not shorten it");
    assert!(told(dated, date(2028, 6, 11)).starts_with("2028-06-11: this plan is in time; "));
}
