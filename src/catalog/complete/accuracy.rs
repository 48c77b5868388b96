//! The accuracy of the estimates, measured by estimating each known program from the others. Without this measure, an
//! estimate would say nothing about its own reliability.

use serde::{Deserialize, Serialize};

use super::estimates::{Estimates, TELLING};
use crate::estimate::{Estimate, KNOWN_GROUP, Trial};

named! {
    /// A class of estimates whose accuracy is measured separately.
    #[derive(Serialize, Deserialize)]
    AccuracyOf, name {
        /// Hours of programs whose hours a week are known.
        HoursByWeek = "hours_with_workload", "hours, where the hours a week are known";
        /// Hours of all other programs, measured on every known program as if no hours a week were known.
        Hours = "hours_without_workload", "hours, elsewhere";
        /// Prices of programs that have a course with a known price, measured with the price of one course.
        PriceByCourse = "price_with_course_price", "price, where the price of a course is known";
        /// Prices of other programs whose school has at least three programs with a known price, measured as if no price
        /// of a course were known.
        PriceBySchool = "price_of_known_school", "price, where the school has three known programs";
        /// Prices of all other programs, measured as if no price of a course were known.
        Price = "price_of_other_school", "price, elsewhere";
    }
}

impl AccuracyOf {
    /// The class of an estimate of hours.
    pub(super) fn hours(estimate: &Estimate) -> Self {
        if estimate.uses[TELLING] { Self::HoursByWeek } else { Self::Hours }
    }

    /// The class of an estimate of a price.
    pub(super) fn prices(estimate: &Estimate) -> Self {
        match estimate {
            Estimate { uses, .. } if uses[TELLING] => Self::PriceByCourse,
            Estimate { in_group, .. } if *in_group >= KNOWN_GROUP => Self::PriceBySchool,
            _ => Self::Price,
        }
    }
}

/// The accuracy of one class of estimates, measured by leave-one-out trials.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Accuracy {
    /// The class of estimates.
    pub of: AccuracyOf,
    /// The number of known programs that were left out in turn.
    pub count: usize,
    /// The number of them whose known value was inside the estimated range.
    pub inside: usize,
    /// The median width of the ranges: the upper end divided by the lower end.
    pub width: f64,
}

impl Accuracy {
    /// The share of trials inside the range, from 0 to 1.
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

/// Measures the estimates of hours and prices. A class without trials is omitted.
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
