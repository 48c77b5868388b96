//! Estimates an unknown value from samples whose value is known: an 80 % range with a median, and the accuracy of such
//! ranges when each sample is left out in turn. This file deals only with numbers; the caller decides what a sample, a
//! group or an amount is.
//!
//! # Method
//!
//! The logarithm of the value is a ridge regression on the logarithms of the amounts and on the kind, plus a random
//! effect per group, which is shrunk toward zero if few members of the group are known. The errors are leave-one-out
//! errors, which such a regression gives in closed form. The range is conformal: its ends are the 10th and the 90th
//! percentile of those errors, each divided by the typical error of its group. No distribution of the errors is
//! assumed.

mod band;
mod design;
mod model;
mod solve;

use std::sync::OnceLock;

use band::MIN_KNOWN;
use model::Model;

/// The number of amounts that a value may depend on.
pub const AMOUNTS: usize = 3;

/// The number of known members from which a group counts as known: its errors are ranked among those of other known
/// groups.
pub const KNOWN_GROUP: usize = 3;

/// The maximum number of samples used. More samples slow down the fit without improving the ranges.
const MAX_SAMPLES: usize = 50_000;

/// The known properties of a thing that its value may depend on.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Profile {
    /// The group. Errors within a group tend to have the same sign, whatever the amounts.
    pub group: Option<u32>,
    /// The kind.
    pub kind: u32,
    /// The amounts, above 0; `None` for an unknown one.
    pub amounts: [Option<f64>; AMOUNTS],
}

/// A thing whose value is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// The properties that the value may depend on.
    pub profile: Profile,
    /// The value, above 0.
    pub value: f64,
}

/// A range that is expected to contain the true value four times out of five.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The 10th percentile.
    pub low: f64,
    /// The median.
    pub median: f64,
    /// The 90th percentile.
    pub high: f64,
    /// The number of known things that it was estimated from.
    pub others: usize,
    /// The number of them in the same group.
    pub in_group: usize,
    /// Which of the amounts were used.
    pub uses: [bool; AMOUNTS],
}

/// The result of estimating a known thing from all the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trial {
    /// The number of other known things in its group.
    pub in_group: usize,
    /// Which of the amounts were used.
    pub uses: [bool; AMOUNTS],
    /// Whether the known value is inside the range.
    pub is_inside: bool,
    /// The width of the range: its upper end divided by its lower end.
    pub width: f64,
}

/// Which leave-one-out errors the range of an estimate is computed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errors {
    /// The errors of things whose group is known equally well. The ranges hold separately for known and for other
    /// groups.
    ByGroup,
    /// The errors of all things. The ranges hold over all groups together, and are narrower.
    Together,
}

/// Estimates values from known things.
#[derive(Debug)]
pub struct Estimator {
    samples: Vec<Sample>,
    errors: Errors,
    /// One model for each set of amounts, fitted on first use.
    models: [OnceLock<Option<Model>>; 1 << AMOUNTS],
}

impl Estimator {
    /// Creates an estimator. Samples with a value that is not positive and finite are dropped, and large inputs are
    /// thinned out evenly.
    pub fn new(mut samples: Vec<Sample>) -> Self {
        samples.retain(|sample| sample.value > 0.0 && sample.value.is_finite());
        if samples.len() > MAX_SAMPLES {
            let step = samples.len().div_ceil(MAX_SAMPLES);
            samples = samples.into_iter().step_by(step).collect();
        }
        Self { samples, errors: Errors::ByGroup, models: Default::default() }
    }

    /// Sets which errors the ranges are computed from.
    #[must_use]
    pub fn with_errors(self, errors: Errors) -> Self {
        Self { errors, models: Default::default(), ..self }
    }

    /// Estimates the value of a thing that is not among the samples; `None` if too few are known.
    pub fn estimate(&self, profile: &Profile) -> Option<Estimate> {
        self.model(profile)?.estimate(profile)
    }

    /// Returns an estimator from the same samples with one of their amounts unknown.
    #[must_use]
    pub fn without(&self, amount: usize) -> Self {
        let hidden = |sample: &Sample| Sample { profile: sample.profile.without(amount), ..*sample };
        Self::new(self.samples.iter().map(hidden).collect()).with_errors(self.errors)
    }

    /// Estimates every known thing from the others. Things that cannot be estimated are omitted.
    pub fn trials(&self) -> Vec<Trial> {
        let trial = |(at, sample): (usize, &Sample)| self.model(&sample.profile)?.trial(at);
        self.samples.iter().enumerate().filter_map(trial).collect()
    }

    /// Returns the model that uses the most of the known amounts; `None` if none has enough samples.
    fn model(&self, profile: &Profile) -> Option<&Model> {
        let known = mask(profile);
        let mut sets: Vec<usize> = (0..=known).filter(|set| set & known == *set).collect();
        // Among sets of equal size, the one with earlier amounts wins: amounts are ordered by how much they explain.
        sets.sort_by_key(|set| (set.count_ones(), std::cmp::Reverse(set.trailing_zeros())));
        sets.into_iter().rev().find_map(|set| self.models[set].get_or_init(|| self.fitted(set)).as_ref())
    }

    fn fitted(&self, set: usize) -> Option<Model> {
        let has_all = |(_, sample): &(usize, &Sample)| mask(&sample.profile) & set == set;
        let known: Vec<(usize, &Sample)> = self.samples.iter().enumerate().filter(has_all).collect();
        if known.len() < MIN_KNOWN { None } else { Model::fit(&known, set, self.errors) }
    }
}

impl Profile {
    /// Returns the same profile with one amount unknown.
    #[must_use]
    pub fn without(mut self, amount: usize) -> Self {
        self.amounts[amount] = None;
        self
    }
}

/// Returns the set of known amounts, one bit for each.
fn mask(profile: &Profile) -> usize {
    let is_known = |amount: &Option<f64>| amount.is_some_and(|amount| amount > 0.0 && amount.is_finite());
    profile.amounts.iter().enumerate().fold(0, |set, (at, amount)| set | usize::from(is_known(amount)) << at)
}

fn uses(set: usize) -> [bool; AMOUNTS] {
    std::array::from_fn(|at| set & (1 << at) != 0)
}

#[cfg(test)]
mod tests;
