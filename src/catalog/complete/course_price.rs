//! The prices of courses in US dollars: the best evidence for the price of a program that has no price on record.

use super::super::comparable::FRESH_YEARS;
use super::known_price;
use crate::catalog::{AsOf, Course, CourseIx, Program};

/// The maximum plausible ratio of a course price to the median course price of its catalogue; anything above is taken
/// for an error, such as a misplaced decimal point. The most expensive genuine course of the shipped catalogue costs 24
/// times the median; the one error in it, 300 times.
const MAX_TIMES_MEDIAN: f64 = 60.0;
/// The minimum number of course prices for a meaningful median.
const MIN_FOR_MEDIAN: usize = 20;

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

    /// Returns the course that represents a program with a known price among the samples: the first one with the newest
    /// price. The mean over its courses would make the ranges too narrow for programs of which only one course is
    /// known.
    pub(super) fn one_of(&self, program: &Program) -> Option<CourseIx> {
        let dated = |course: CourseIx| Some((course, self.0.get(course.0 as usize)?.as_ref()?.1.newest()));
        let known = program.course_list.iter().filter_map(|part| dated(part.course));
        // `max_by_key` returns the last maximum, so the order is reversed.
        known.rev().max_by_key(|(_, newest)| *newest).map(|(course, _)| course)
    }

    /// The prices that are fresh at the date of a catalogue.
    pub(super) fn fresh(self, as_of: &AsOf) -> FreshPrices {
        let most = self.most_plausible();
        let is_usable = |(price, claimed): &(f64, AsOf)| *price <= most && is_fresh(claimed, as_of);
        FreshPrices(self.0.into_iter().map(|known| known.filter(is_usable).map(|(price, _)| price)).collect())
    }

    /// Returns the highest plausible price; infinity if too few prices are known.
    fn most_plausible(&self) -> f64 {
        let mut known: Vec<f64> = self.0.iter().flatten().map(|(price, _)| *price).collect();
        if known.len() < MIN_FOR_MEDIAN {
            return f64::INFINITY;
        }
        let middle = known.len() / 2;
        *known.select_nth_unstable_by(middle, f64::total_cmp).1 * MAX_TIMES_MEDIAN
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

#[cfg(test)]
mod tests {
    use super::*;

    fn fresh(prices: &[f64]) -> Vec<Option<f64>> {
        let as_of: AsOf = AsOf::parse("2026-11".into()).expect("a date");
        CoursePrices(prices.iter().map(|price| Some((*price, as_of.clone()))).collect()).fresh(&as_of).0
    }

    #[test]
    fn a_price_far_above_all_others_is_not_used_for_estimates() {
        let mut prices = vec![150.0; MIN_FOR_MEDIAN];
        prices.extend([3_000.0, 45_000.0]);
        assert_eq!(fresh(&prices)[MIN_FOR_MEDIAN..], [Some(3_000.0), None]);
    }

    #[test]
    fn a_few_prices_do_not_say_what_is_plausible() {
        assert_eq!(fresh(&[150.0, 45_000.0]), [Some(150.0), Some(45_000.0)]);
    }
}
