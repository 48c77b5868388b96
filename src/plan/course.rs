//! The courses of a program as parts of a plan: what is known of each, and how much of the whole each is. A course that
//! is counted but not on record stands in the list without facts, so that no sum ever passes for a whole.

use crate::catalog::{Catalog, Claim, Course, CourseUse, Currency, Fact, Grade, Money, Pacing, Price, Program, Range};

use super::derived;

/// More courses than any program has.
const MAX_COURSES: usize = 200;

/// One course of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct CoursePlan {
    /// Counted from 1.
    pub number: usize,
    /// Its title, or `Course 3, not on record`.
    pub title: String,
    /// Its stable name; nothing where it is not on record.
    pub id: Option<String>,
    /// Whether it certainly belongs to the program.
    pub is_certain: bool,
    /// How many weeks it runs.
    pub weeks: Option<Claim<Range>>,
    /// Hours a week.
    pub workload: Option<Claim<Range>>,
    /// Hours in all: weeks times hours a week.
    pub hours: Option<Claim<Range>>,
    /// Who sets its pace.
    pub pacing: Option<Pacing>,
    /// Its prices, one for each currency, the one to show first.
    pub prices: Vec<Claim<Money>>,
}

/// The courses of a program in their order, as many as are counted.
pub(super) fn courses(catalog: &Catalog, program: &Program) -> Vec<CoursePlan> {
    let listed = program.course_list.iter().zip(1..).map(|(course, number)| on_record(catalog, *course, number));
    let mut courses: Vec<CoursePlan> = listed.collect();
    let count = program.courses.value().map_or(0, |count| *count as usize).min(MAX_COURSES);
    courses.extend((courses.len() + 1..=count).map(not_on_record));
    courses
}

fn on_record(catalog: &Catalog, course_use: CourseUse, number: usize) -> CoursePlan {
    let course = catalog.course(course_use.course);
    let trust = |claim: Claim<Range>| if course_use.is_certain { claim } else { Claim { grade: Grade::C, ..claim } };
    let hours = course.weeks.shown().zip(course.workload.shown()).map(|(weeks, workload)| {
        let value = Range::between(weeks.value.low * workload.value.low, weeks.value.high * workload.value.high);
        trust(derived::from_two(value, weeks, workload, "weeks times hours a week"))
    });
    CoursePlan {
        number,
        title: course.title.to_string(),
        id: Some(course.id.to_string()),
        is_certain: course_use.is_certain,
        weeks: course.weeks.shown().cloned(),
        workload: course.workload.shown().cloned(),
        hours,
        pacing: course.pacing.value().copied(),
        prices: prices(catalog, course),
    }
}

fn not_on_record(number: usize) -> CoursePlan {
    CoursePlan {
        number,
        title: format!("Course {number}, not on record"),
        id: None,
        is_certain: false,
        weeks: None,
        workload: None,
        hours: None,
        pacing: None,
        prices: Vec::new(),
    }
}

/// The comparable price in US dollars, then what is claimed in other currencies.
fn prices(catalog: &Catalog, course: &Course) -> Vec<Claim<Money>> {
    let mut prices: Vec<Claim<Money>> = course.dollars(&catalog.as_of).into_iter().collect();
    let is_converted = !prices.is_empty();
    let claimed = by_currency(&course.price).into_iter();
    prices.extend(claimed.filter(|claim| !is_converted || claim.value.currency != Currency::USD));
    prices
}

/// The first claim in each currency.
pub(super) fn by_currency(price: &Fact<Price>) -> Vec<Claim<Money>> {
    let mut found: Vec<Claim<Money>> = Vec::new();
    for claim in price.claims() {
        if !found.iter().any(|known| known.value.currency == claim.value.money.currency) {
            found.push(claim.money());
        }
    }
    found
}
