//! A profile as the columns of a regression: one, the logarithms of its amounts, and its kind.

use std::collections::BTreeMap;

use super::{AMOUNTS, Profile, Sample};

/// So many kinds beside the usual one have a column.
const MAX_KINDS: usize = 8;

/// How strongly a slope is held at none, in known things.
const SLOPE_RIDGE: f64 = 0.01;

/// How strongly a kind is held at the usual one, in known things.
const KIND_RIDGE: f64 = 1.0;

/// Which columns there are.
#[derive(Debug)]
pub(super) struct Design {
    /// The amounts that count, with the mean of their logarithms, so that a slope turns about the middle.
    amounts: Vec<(usize, f64)>,
    /// The kinds that have a column.
    kinds: Vec<u32>,
}

impl Design {
    /// The columns for known things that have every amount of a set.
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

    /// The columns of a profile that has these amounts.
    pub(super) fn row(&self, profile: &Profile) -> Vec<f64> {
        let amounts = self.amounts.iter().map(|(at, mean)| logarithm(profile, *at) - mean);
        let kinds = self.kinds.iter().map(|kind| f64::from(u8::from(profile.kind == *kind)));
        std::iter::once(1.0).chain(amounts).chain(kinds).collect()
    }

    /// How strongly each column is held at 0; the constant hardly, so that there is always a solution.
    pub(super) fn ridge(&self) -> Vec<f64> {
        let slopes = self.amounts.iter().map(|_| SLOPE_RIDGE);
        let kinds = self.kinds.iter().map(|_| KIND_RIDGE);
        std::iter::once(1e-6).chain(slopes).chain(kinds).collect()
    }
}

fn logarithm(profile: &Profile, at: usize) -> f64 {
    profile.amounts[at].map_or(0.0, f64::ln)
}
