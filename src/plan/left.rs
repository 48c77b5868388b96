//! What is left of a program after the courses that the user has finished. Whether a school accepts the finished
//! courses is not known here.

use std::collections::BTreeSet;

use super::course::{CoursePlan, hours_of};
use super::schedule::{average, shares};
use super::{Pace, PlanSettings, cost};
use crate::catalog::{Money, Program, Range};

/// The key of finished courses in a file of answers, in a profile and in its log.
pub const DONE: &str = "done";

/// What is left of a program.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// The number of finished courses.
    pub done: usize,
    /// The number of courses left.
    pub courses: usize,
    /// The hours of the remaining courses: their share of the program's hours, or else the sum of their known hours;
    /// `None` if neither is known.
    pub hours: Option<Range>,
    /// The number of remaining courses that are missing from that sum.
    pub without_hours: usize,
    /// The part of the program's price that the remaining courses account for; `None` if the price is unknown.
    pub price: Option<Money>,
}

/// Whether the user has finished a course; a course without an id cannot be named as finished.
fn is_finished(course: &CoursePlan, finished: &BTreeSet<String>) -> bool {
    course.id.as_ref().is_some_and(|id| finished.contains(id))
}

/// Returns the courses that are not finished, and their share of the program's hours. A course of unknown hours counts
/// as the average of the others, as in the schedule.
pub(super) fn open(courses: &[CoursePlan], finished: &BTreeSet<String>) -> (Vec<CoursePlan>, f64) {
    let hours = hours_of(courses);
    let shares = shares(&hours, average(&hours));
    let is_open = |(course, _): &(&CoursePlan, f64)| !is_finished(course, finished);
    let (open, shares): (Vec<&CoursePlan>, Vec<f64>) = courses.iter().zip(shares).filter(is_open).unzip();
    let share = if open.len() == courses.len() { 1.0 } else { shares.iter().sum() };
    (open.into_iter().cloned().collect(), share)
}

/// Returns what is left of a program with these courses, or `None` if none of them is finished. Hours and price are the
/// share of the whole program where the whole is known.
pub(super) fn left(program: &Program, courses: &[CoursePlan], settings: &PlanSettings) -> Option<Left> {
    let (open, share) = open(courses, &settings.finished);
    if open.len() == courses.len() {
        return None;
    }
    let of_whole = Pace::of(program).left(share).hours();
    let known: Vec<Range> = open.iter().filter_map(|course| Some(course.hours.as_ref()?.value)).collect();
    let sum = || known.iter().fold(Range::exactly(0.0), |sum, hours| sum.plus(hours));
    Some(Left {
        done: courses.len() - open.len(),
        courses: open.len(),
        without_hours: if of_whole.is_some() { 0 } else { open.len() - known.len() },
        hours: of_whole.or_else(|| (!known.is_empty()).then(sum)),
        price: cost::price_left(program, (courses, &open), &settings.rates).map(|claim| claim.value),
    })
}
