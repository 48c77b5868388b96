//! The courses of a program as parts of a plan. A course that is counted but not on record is listed without facts, so
//! that a sum over some courses is never taken for the whole.

use crate::catalog::{Catalog, Claim, Course, CourseUse, Currency, Fact, Grade, Money, Pacing, Price, Program, Range};

use super::derived;

/// An upper limit above the number of courses of any program.
const MAX_COURSES: usize = 200;

/// One course of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct CoursePlan {
    /// The position in the program, counted from 1.
    pub number: usize,
    /// The title, or `Course 3, not on record`.
    pub title: String,
    /// The stable id; `None` if the course is not on record.
    pub id: Option<String>,
    /// Whether the course certainly belongs to the program.
    pub is_certain: bool,
    /// The length in weeks.
    pub weeks: Option<Claim<Range>>,
    /// The hours a week.
    pub workload: Option<Claim<Range>>,
    /// The total hours: weeks times hours a week.
    pub hours: Option<Claim<Range>>,
    /// Who sets the pace.
    pub pacing: Option<Pacing>,
    /// The prices, one for each currency, the preferred one first.
    pub prices: Vec<Claim<Money>>,
}

impl CoursePlan {
    /// Whether its title says that it is an exam, which is sat, not taken over weeks.
    pub fn is_exam(&self) -> bool {
        const EXAMS: [&str; 4] = ["exam", "exams", "examination", "examinations"];
        let last = self.title.split_whitespace().next_back().unwrap_or_default();
        EXAMS.iter().any(|exam| last.eq_ignore_ascii_case(exam))
    }
}

/// Returns the courses of a program in order. The list is filled up to the stated number of courses.
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

/// Returns the comparable price in US dollars, then the claimed prices in other currencies.
fn prices(catalog: &Catalog, course: &Course) -> Vec<Claim<Money>> {
    let mut prices: Vec<Claim<Money>> = course.dollars(&catalog.as_of).into_iter().collect();
    let is_converted = !prices.is_empty();
    let claimed = by_currency(&course.price).into_iter();
    prices.extend(claimed.filter(|claim| !is_converted || claim.value.currency != Currency::USD));
    prices
}

/// Returns the first claim in each currency.
pub(super) fn by_currency(price: &Fact<Price>) -> Vec<Claim<Money>> {
    let mut found: Vec<Claim<Money>> = Vec::new();
    for claim in price.claims() {
        if !found.iter().any(|known| known.value.currency == claim.value.money.currency) {
            found.push(claim.money());
        }
    }
    found
}
