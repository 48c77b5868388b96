//! The design matrix of the regression. The columns of a profile are a constant, the logarithms of its amounts and
//! indicators of its kind.

use std::collections::BTreeMap;

use super::{AMOUNTS, Profile, Sample};

/// The maximum number of kinds with a column. The most frequent kind is the baseline and needs none.
const MAX_KINDS: usize = 8;

/// The ridge penalty that pulls a slope toward zero, in units of one sample.
const SLOPE_RIDGE: f64 = 0.01;

/// The ridge penalty that pulls a kind toward the most frequent kind, in units of one sample.
const KIND_RIDGE: f64 = 1.0;

/// The columns of a regression.
#[derive(Debug)]
pub(super) struct Design {
    /// The indices of the amounts used, each with the mean of its logarithms, which is subtracted to centre the column.
    amounts: Vec<(usize, f64)>,
    /// The kinds that have a column.
    kinds: Vec<u32>,
}

impl Design {
    /// Chooses the columns for samples that have every amount of a set.
    pub(super) fn new(known: &[(usize, &Sample)], set: usize) -> Self {
        let amounts = (0..AMOUNTS).filter(|at| set & (1 << at) != 0).map(|at| {
            let logarithms = known.iter().map(|(_, sample)| logarithm(&sample.profile, at));
            (at, logarithms.sum::<f64>() / known.len() as f64)
        });
        let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
        for (_, sample) in known {
            *counts.entry(sample.profile.kind).or_default() += 1;
        }
        let mut kinds: Vec<(u32, usize)> = counts.into_iter().collect();
        kinds.sort_by_key(|(kind, count)| (std::cmp::Reverse(*count), *kind));
        let kinds = kinds.into_iter().map(|(kind, _)| kind).skip(1).take(MAX_KINDS);
        Self { amounts: amounts.collect(), kinds: kinds.collect() }
    }

    /// Returns the row of a profile, which must have every amount of the set.
    pub(super) fn row(&self, profile: &Profile) -> Vec<f64> {
        let amounts = self.amounts.iter().map(|(at, mean)| logarithm(profile, *at) - mean);
        let kinds = self.kinds.iter().map(|kind| f64::from(u8::from(profile.kind == *kind)));
        std::iter::once(1.0).chain(amounts).chain(kinds).collect()
    }

    /// Returns the ridge penalty of each column. That of the constant is tiny; it only keeps the matrix invertible.
    pub(super) fn ridge(&self) -> Vec<f64> {
        let slopes = self.amounts.iter().map(|_| SLOPE_RIDGE);
        let kinds = self.kinds.iter().map(|_| KIND_RIDGE);
        std::iter::once(1e-6).chain(slopes).chain(kinds).collect()
    }
}

fn logarithm(profile: &Profile, at: usize) -> f64 {
    profile.amounts[at].map_or(0.0, f64::ln)
}
