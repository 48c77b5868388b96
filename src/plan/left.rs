//! What is left of a program for somebody who has finished some of its courses. Whether a school accepts them elsewhere
//! is not known here and not said.

use std::collections::BTreeSet;

use super::course::CoursePlan;
use crate::catalog::{Money, Range};

/// What is left of a program.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// How many of its courses are finished.
    pub done: usize,
    /// How many are not.
    pub courses: usize,
    /// Hours of those whose hours are known; nothing where they are of none.
    pub hours: Option<Range>,
    /// Of how many of those the hours are not known.
    pub without_hours: usize,
    /// The price of the courses that are left; nothing where one of them has none in the currency of the others.
    pub price: Option<Money>,
}

/// What is left of these courses; nothing where none of them is finished.
pub(super) fn left(courses: &[CoursePlan], finished: &BTreeSet<String>) -> Option<Left> {
    let is_finished = |course: &&CoursePlan| course.id.as_ref().is_some_and(|id| finished.contains(id));
    let (done, left): (Vec<&CoursePlan>, Vec<&CoursePlan>) = courses.iter().partition(is_finished);
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

/// What the courses cost together, where every one has a price in one currency.
fn price(left: &[&CoursePlan]) -> Option<Money> {
    let first = left.first()?.prices.first()?.value;
    let of_course = |course: &&CoursePlan| {
        course.prices.iter().map(|price| price.value).find(|price| price.currency == first.currency)
    };
    let all: Option<Vec<Money>> = left.iter().map(of_course).collect();
    let all = all?;
    Some(Money { low: all.iter().map(|one| one.low).sum(), high: all.iter().map(|one| one.high).sum(), ..first })
}
