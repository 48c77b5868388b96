//! What is not known of a thing, estimated from others of which it is known: a range that holds four of five, with its
//! median, and how well such ranges hold when each known thing is left out in turn. It knows numbers only: what a thing,
//! a group or an amount is, is the business of those who ask.
//!
//! # Method
//!
//! The logarithm of the value is a ridge regression on the logarithms of the amounts and on the kind, with an effect of
//! the group that is shrunk toward none where few of its members are known. The errors are those of things left out,
//! which such a regression gives in closed form. The range is a conformal one: the tenth and the ninetieth part of those
//! errors, each measured by the usual error of its group. Nothing is assumed of their distribution.

mod band;
mod design;
mod model;
mod solve;

use std::sync::OnceLock;

use band::MIN_KNOWN;
use model::Model;

/// How many amounts a value may depend on.
pub const AMOUNTS: usize = 3;

/// A group with this many known members is estimated from its own members alone.
pub const KNOWN_GROUP: usize = 3;

/// More known things than this make no range better, only slower.
const ENOUGH: usize = 50_000;

/// What is known of a thing that its value may depend on.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Profile {
    /// Things of one group are alike, whatever their amounts.
    pub group: Option<u32>,
    /// Of which kind it is.
    pub kind: u32,
    /// Amounts above 0; nothing where one is unknown.
    pub amounts: [Option<f64>; AMOUNTS],
}

/// A thing of which the value is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// What it may depend on.
    pub profile: Profile,
    /// The value, above 0.
    pub value: f64,
}

/// A range that holds the values of four of five such things.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// One of ten has less.
    pub low: f64,
    /// Half have less.
    pub median: f64,
    /// One of ten has more.
    pub high: f64,
    /// From how many others.
    pub others: usize,
    /// How many of them are of its group.
    pub in_group: usize,
    /// Which of the amounts count.
    pub uses: [bool; AMOUNTS],
}

/// What the estimate of a known thing would have been without it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trial {
    /// How many others of its group are known.
    pub in_group: usize,
    /// Which of the amounts count.
    pub uses: [bool; AMOUNTS],
    /// Whether the value is within the range.
    pub is_inside: bool,
    /// The high end of the range as a multiple of the low one.
    pub width: f64,
}

/// Which errors tell how far an estimate may err, beside those of things of which the same is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errors {
    /// Those of things whose group is as well known: ranges hold in both sorts of groups.
    ByGroup,
    /// Those of all: ranges hold on the whole, and are narrower.
    Together,
}

/// Estimates from known things.
#[derive(Debug)]
pub struct Estimator {
    samples: Vec<Sample>,
    errors: Errors,
    /// One for each set of amounts, made when it is first asked for.
    models: [OnceLock<Option<Model>>; 1 << AMOUNTS],
}

impl Estimator {
    /// Learns from known things.
    pub fn new(mut samples: Vec<Sample>) -> Self {
        samples.retain(|sample| sample.value > 0.0 && sample.value.is_finite());
        if samples.len() > ENOUGH {
            let step = samples.len().div_ceil(ENOUGH);
            samples = samples.into_iter().step_by(step).collect();
        }
        Self { samples, errors: Errors::ByGroup, models: Default::default() }
    }

    /// The same with errors taken in another way.
    #[must_use]
    pub fn with_errors(self, errors: Errors) -> Self {
        Self { errors, models: Default::default(), ..self }
    }

    /// The range of a thing that is not among the known ones; nothing where too few are known to tell.
    pub fn estimate(&self, profile: &Profile) -> Option<Estimate> {
        self.model(profile)?.estimate(profile)
    }

    /// The same known things as if one of their amounts were not known.
    #[must_use]
    pub fn without(&self, amount: usize) -> Self {
        let hidden = |sample: &Sample| Sample { profile: sample.profile.without(amount), ..*sample };
        Self::new(self.samples.iter().map(hidden).collect()).with_errors(self.errors)
    }

    /// Every known thing left out in turn.
    pub fn trials(&self) -> Vec<Trial> {
        let trial = |(at, sample): (usize, &Sample)| self.model(&sample.profile)?.trial(at);
        self.samples.iter().enumerate().filter_map(trial).collect()
    }

    /// The model that uses most of the amounts that are known.
    fn model(&self, profile: &Profile) -> Option<&Model> {
        let known = mask(profile);
        let mut sets: Vec<usize> = (0..=known).filter(|set| set & known == *set).collect();
        // Of sets of one size the one with the first amounts: their order is that of their worth.
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
    /// The same as if one of its amounts were not known.
    #[must_use]
    pub fn without(mut self, amount: usize) -> Self {
        self.amounts[amount] = None;
        self
    }
}

/// The set of the amounts that are known, one bit for each.
fn mask(profile: &Profile) -> usize {
    let is_known = |amount: &Option<f64>| amount.is_some_and(|amount| amount > 0.0 && amount.is_finite());
    profile.amounts.iter().enumerate().fold(0, |set, (at, amount)| set | usize::from(is_known(amount)) << at)
}

fn uses(set: usize) -> [bool; AMOUNTS] {
    std::array::from_fn(|at| set & (1 << at) != 0)
}

#[cfg(test)]
mod tests;
