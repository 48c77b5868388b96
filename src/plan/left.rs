//! What is left of a program after the courses that the user has finished. Whether a school accepts the finished
//! courses is not known here.

use std::collections::BTreeSet;

use super::course::CoursePlan;
use crate::catalog::{Money, Range};

/// The name under which finished courses are written down: in a file of answers, in a profile and in its log.
pub const DONE: &str = "done";

/// What is left of a program.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// The number of finished courses.
    pub done: usize,
    /// The number of courses left.
    pub courses: usize,
    /// The hours of the remaining courses whose hours are known; `None` if they are known for none of them.
    pub hours: Option<Range>,
    /// The number of remaining courses with unknown hours.
    pub without_hours: usize,
    /// The total price of the remaining courses; `None` if they have no price in a common currency.
    pub price: Option<Money>,
}

/// Whether the user has finished a course; a course without an id cannot be named as finished.
fn is_finished(course: &CoursePlan, finished: &BTreeSet<String>) -> bool {
    course.id.as_ref().is_some_and(|id| finished.contains(id))
}

/// Returns the courses that are not finished, and their share of the whole: by hours if these are known for all
/// courses, or else by number.
pub(super) fn open(courses: &[CoursePlan], finished: &BTreeSet<String>) -> (Vec<CoursePlan>, f64) {
    let open: Vec<CoursePlan> = courses.iter().filter(|course| !is_finished(course, finished)).cloned().collect();
    if open.len() == courses.len() {
        return (open, 1.0);
    }
    let hours = |courses: &[CoursePlan]| -> Option<f64> {
        courses.iter().map(|course| Some(course.hours.as_ref()?.value.middle())).sum()
    };
    let by_hours = hours(courses).filter(|all| *all > 0.0).and_then(|all| Some(hours(&open)? / all));
    let share = by_hours.unwrap_or(open.len() as f64 / courses.len() as f64);
    (open, share)
}

/// Returns what is left of these courses, or `None` if none of them is finished.
pub(super) fn left(courses: &[CoursePlan], finished: &BTreeSet<String>) -> Option<Left> {
    let (done, left): (Vec<&CoursePlan>, Vec<&CoursePlan>) =
        courses.iter().partition(|course| is_finished(course, finished));
    if done.is_empty() {
        return None;
    }
    let hours: Vec<Range> = left.iter().filter_map(|course| Some(course.hours.as_ref()?.value)).collect();
    Some(Left {
        done: done.len(),
        courses: left.len(),
        without_hours: left.len() - hours.len(),
        hours: (!hours.is_empty()).then(|| hours.iter().fold(Range::exactly(0.0), |sum, hours| sum.plus(hours))),
        price: price(&left),
    })
}

/// Returns the total price of the courses, or `None` if one of them has no price in the first one's main currency.
fn price(left: &[&CoursePlan]) -> Option<Money> {
    let first = left.first()?.prices.first()?.value;
    let of_course = |course: &&CoursePlan| {
        course.prices.iter().map(|price| price.value).find(|price| price.currency == first.currency)
    };
    let all: Option<Vec<Money>> = left.iter().map(of_course).collect();
    let all = all?;
    Some(Money { low: all.iter().map(|one| one.low).sum(), high: all.iter().map(|one| one.high).sum(), ..first })
}
