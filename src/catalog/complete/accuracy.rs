//! How well estimates hold: every known program is left out in turn, and its range made from the others. An estimate that is
//! not measured like this says nothing.

use serde::{Deserialize, Serialize};

use super::estimates::{Estimates, TELLING};
use crate::estimate::{Estimate, KNOWN_GROUP, Trial};

named! {
    /// Which estimates are meant.
    #[derive(Serialize, Deserialize)]
    AccuracyOf, name {
        /// Hours of programs whose hours a week are known.
        HoursByWeek = "hours_with_workload", "hours, where the hours a week are known";
        /// Hours of all others, tried on every known program as if the hours a week were known of none.
        Hours = "hours_without_workload", "hours, elsewhere";
        /// Prices of programs with a course of which the price is known, tried with the price of one course.
        PriceByCourse = "price_with_course_price", "price, where the price of a course is known";
        /// Prices of others where the school has three known programs, tried on every known program of such a school as if
        /// the prices of its courses were not.
        PriceBySchool = "price_of_known_school", "price, where the school has three known programs";
        /// Prices of all others, tried likewise.
        Price = "price_of_other_school", "price, elsewhere";
    }
}

impl AccuracyOf {
    /// Which estimates of hours such a one belongs to.
    pub(super) fn hours(estimate: &Estimate) -> Self {
        if estimate.uses[TELLING] { Self::HoursByWeek } else { Self::Hours }
    }

    /// Which estimates of prices such a one belongs to.
    pub(super) fn prices(estimate: &Estimate) -> Self {
        match estimate {
            Estimate { uses, .. } if uses[TELLING] => Self::PriceByCourse,
            Estimate { in_group, .. } if *in_group >= KNOWN_GROUP => Self::PriceBySchool,
            _ => Self::Price,
        }
    }
}

/// How well estimates hold, found by leaving each known program out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Accuracy {
    /// Which estimates.
    pub of: AccuracyOf,
    /// How many known programs were left out in turn.
    pub count: usize,
    /// How many of them were inside the range made from the others.
    pub inside: usize,
    /// The median of the widths of the ranges: the high end as a multiple of the low one.
    pub width: f64,
}

impl Accuracy {
    /// The share that was inside.
    pub fn share(&self) -> f64 {
        self.inside as f64 / self.count.max(1) as f64
    }

    fn of(of: AccuracyOf, trials: impl Iterator<Item = Trial>) -> Option<Self> {
        let (mut widths, mut inside) = (Vec::new(), 0);
        for trial in trials {
            inside += usize::from(trial.is_inside);
            widths.push(trial.width);
        }
        widths.sort_unstable_by(f64::total_cmp);
        let width = *widths.get(widths.len() / 2)?;
        Some(Self { of, count: widths.len(), inside, width })
    }
}

/// Measures the estimates of hours and of prices; what nothing is known of is not measured.
pub(super) fn measure(hours: &Estimates, prices: &Estimates) -> Vec<Accuracy> {
    let elsewhere = prices.trials_without();
    let in_school =
        |is_known: bool| elsewhere.iter().filter(move |trial| (trial.in_group >= KNOWN_GROUP) == is_known).copied();
    let measured = [
        Accuracy::of(AccuracyOf::HoursByWeek, hours.trials_with()),
        Accuracy::of(AccuracyOf::Hours, hours.trials_without().into_iter()),
        Accuracy::of(AccuracyOf::PriceByCourse, prices.trials_with()),
        Accuracy::of(AccuracyOf::PriceBySchool, in_school(true)),
        Accuracy::of(AccuracyOf::Price, in_school(false)),
    ];
    measured.into_iter().flatten().collect()
}
