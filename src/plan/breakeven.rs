//! Break-even: when the cost would be earned back, using the user's own numbers only. Neither number has a default, and
//! nothing is computed until both are given. What the calculation leaves out is printed with it.

use crate::catalog::{Claim, Money, Range};

use super::cost::Cost;

/// What finishing would bring in, as given by the user.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gain {
    /// The rise in yearly salary, in the currency of the cost.
    pub step: Range,
    /// The probability of finishing and getting the rise, from 0 to 1.
    pub chance: Range,
}

/// When the cost would be earned back.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakEven {
    /// The user's numbers.
    pub gain: Gain,
    /// The cost to earn back.
    pub cost: Claim<Money>,
    /// The fewest months after finishing; `None` if the cost is never earned back.
    pub earliest_months: Option<f64>,
    /// The most months after finishing; `None` if the cost may never be earned back.
    pub latest_months: Option<f64>,
}

/// Computes the break-even, or returns `None` if the cost is unknown.
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
