//! What the courses of a program cost, in US dollars: where its own price is not on record, nothing tells more about it.

use super::super::comparable::FRESH_YEARS;
use super::known_price;
use crate::catalog::{AsOf, Course, CourseIx, Program};

/// The prices of courses as they are met, each with its date.
#[derive(Debug, Default)]
pub(super) struct CoursePrices(Vec<Option<(f64, AsOf)>>);

/// Those of the last three years.
#[derive(Debug)]
pub(super) struct FreshPrices(Vec<Option<f64>>);

/// Whether a claim of that date is of the last three years of a catalogue.
pub(super) fn is_fresh(claimed: &AsOf, as_of: &AsOf) -> bool {
    claimed.years_before(as_of).is_some_and(|years| years <= FRESH_YEARS)
}

impl CoursePrices {
    /// Takes the next course.
    pub(super) fn push(&mut self, course: &Course) {
        self.0.push(known_price(&course.price));
    }

    /// The one course of a program that stands for all of which the price is known, in learning from programs of which all
    /// are: with more of them the ranges would be narrower than they are where a single one is known.
    pub(super) fn one_of(&self, program: &Program) -> Option<CourseIx> {
        let dated = |course: CourseIx| Some((course, self.0.get(course.0 as usize)?.as_ref()?.1.newest()));
        let known = program.course_list.iter().filter_map(|part| dated(part.course));
        // The first of the newest.
        known.rev().max_by_key(|(_, newest)| *newest).map(|(course, _)| course)
    }

    /// Those that are fresh at the date of a catalogue.
    pub(super) fn fresh(self, as_of: &AsOf) -> FreshPrices {
        let price =
            |known: Option<(f64, AsOf)>| known.filter(|(_, claimed)| is_fresh(claimed, as_of)).map(|(price, _)| price);
        FreshPrices(self.0.into_iter().map(price).collect())
    }
}

impl FreshPrices {
    /// The price of a course.
    pub(super) fn of(&self, course: CourseIx) -> Option<f64> {
        *self.0.get(course.0 as usize)?
    }

    /// The mean over the courses of a program of which the price is known.
    pub(super) fn mean_of(&self, program: &Program) -> Option<f64> {
        let known: Vec<f64> = program.course_list.iter().filter_map(|part| self.of(part.course)).collect();
        (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
    }
}
