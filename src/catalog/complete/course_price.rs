//! The prices of courses in US dollars: the best evidence for the price of a program that has no price on record.

use super::super::comparable::FRESH_YEARS;
use super::known_price;
use crate::catalog::{AsOf, Course, CourseIx, Program};

/// The prices of the courses read so far, each with its date.
#[derive(Debug, Default)]
pub(super) struct CoursePrices(Vec<Option<(f64, AsOf)>>);

/// The prices of the last three years.
#[derive(Debug)]
pub(super) struct FreshPrices(Vec<Option<f64>>);

/// Whether a claim of that date is at most three years older than the catalogue.
pub(super) fn is_fresh(claimed: &AsOf, as_of: &AsOf) -> bool {
    claimed.years_before(as_of).is_some_and(|years| years <= FRESH_YEARS)
}

impl CoursePrices {
    /// Records the price of the next course.
    pub(super) fn push(&mut self, course: &Course) {
        self.0.push(known_price(&course.price));
    }

    /// The course that represents a program with a known price among the samples: the first with the newest price. The mean
    /// over its courses would make the ranges too narrow for programs of which only one course is known.
    pub(super) fn one_of(&self, program: &Program) -> Option<CourseIx> {
        let dated = |course: CourseIx| Some((course, self.0.get(course.0 as usize)?.as_ref()?.1.newest()));
        let known = program.course_list.iter().filter_map(|part| dated(part.course));
        // The first of the newest.
        known.rev().max_by_key(|(_, newest)| *newest).map(|(course, _)| course)
    }

    /// The prices that are fresh at the date of a catalogue.
    pub(super) fn fresh(self, as_of: &AsOf) -> FreshPrices {
        let price =
            |known: Option<(f64, AsOf)>| known.filter(|(_, claimed)| is_fresh(claimed, as_of)).map(|(price, _)| price);
        FreshPrices(self.0.into_iter().map(price).collect())
    }
}

impl FreshPrices {
    /// The price of a course, if it is known and fresh.
    pub(super) fn of(&self, course: CourseIx) -> Option<f64> {
        *self.0.get(course.0 as usize)?
    }

    /// The mean price of the courses of a program, over those with a known one.
    pub(super) fn mean_of(&self, program: &Program) -> Option<f64> {
        let known: Vec<f64> = program.course_list.iter().filter_map(|part| self.of(part.course)).collect();
        (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
    }
}
