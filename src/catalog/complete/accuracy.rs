//! How well estimates hold: every known program is left out in turn, and its range made from the others. An estimate that is
//! not measured like this says nothing.

use serde::{Deserialize, Serialize};

use crate::estimate::{AMOUNTS, Estimate, Estimator, KNOWN_GROUP, Trial};

/// The place of the hours a week among the amounts.
const WEEKLY: usize = 2;

named! {
    /// Which estimates are meant.
    #[derive(Serialize, Deserialize)]
    AccuracyOf, name {
        /// Hours of programs whose hours a week are known.
        HoursByWeek = "hours_with_workload", "hours, where the hours a week are known";
        /// Hours of all others, tried on every known program as if its hours a week were not.
        Hours = "hours_without_workload", "hours, elsewhere";
        /// Prices where the school has three known programs.
        PriceBySchool = "price_of_known_school", "price, where the school has three known programs";
        /// Prices of all others.
        Price = "price_of_other_school", "price, elsewhere";
    }
}

impl AccuracyOf {
    /// Which estimates of hours such a one belongs to.
    pub(super) fn hours(estimate: &Estimate) -> Self {
        if estimate.uses[WEEKLY] { Self::HoursByWeek } else { Self::Hours }
    }

    /// Which estimates of prices such a one belongs to.
    pub(super) fn prices(estimate: &Estimate) -> Self {
        if estimate.in_group >= KNOWN_GROUP { Self::PriceBySchool } else { Self::Price }
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
pub(super) fn measure(hours: &Estimator, prices: &Estimator) -> Vec<Accuracy> {
    let without_weekly = std::array::from_fn(|at| at != WEEKLY);
    let by_week = hours.trials([true; AMOUNTS]).into_iter().filter(|trial| trial.uses[WEEKLY]);
    let prices = prices.trials([true; AMOUNTS]);
    let in_school =
        |is_known: bool| prices.iter().filter(move |trial| (trial.in_group >= KNOWN_GROUP) == is_known).copied();
    let measured = [
        Accuracy::of(AccuracyOf::HoursByWeek, by_week),
        Accuracy::of(AccuracyOf::Hours, hours.trials(without_weekly).into_iter()),
        Accuracy::of(AccuracyOf::PriceBySchool, in_school(true)),
        Accuracy::of(AccuracyOf::Price, in_school(false)),
    ];
    measured.into_iter().flatten().collect()
}
