//! When the money would be back, by the user's own numbers only: nothing is computed until both are given, neither has
//! a default, and what the reckoning leaves out is printed beside it.

use crate::catalog::{Claim, Money, Range};

use super::cost::Cost;

/// What finishing would bring, as the user says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gain {
    /// More salary a year, in the currency of the cost.
    pub step: Range,
    /// The chance to finish and to get it, from 0 to 1.
    pub chance: Range,
}

/// When the money would be back.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakEven {
    /// The user's numbers.
    pub gain: Gain,
    /// What has to come back.
    pub cost: Claim<Money>,
    /// Months after finishing, at the soonest; nothing where it never comes back.
    pub earliest_months: Option<f64>,
    /// Months after finishing, at the latest; nothing where it may never come back.
    pub latest_months: Option<f64>,
}

/// The months that it takes; nothing where the cost is unknown.
pub(super) fn break_even(gain: Gain, cost: &Cost) -> Option<BreakEven> {
    let cost = cost.leading()?.clone();
    let units = cost.value.units();
    let months = |cost: f64, step: f64, chance: f64| {
        let a_month = step * chance / 12.0;
        (a_month > 0.0).then(|| cost / a_month)
    };
    Some(BreakEven {
        gain,
        earliest_months: months(units.low, gain.step.high, gain.chance.high),
        latest_months: months(units.high, gain.step.low, gain.chance.low),
        cost,
    })
}
