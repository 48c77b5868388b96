//! Estimates of one value, where one amount tells far more than all others: the hours a week of the hours, the price of a
//! course of the price. A program of which that amount is not known is estimated, and measured, from the others as if it
//! were not known of them either: what else is known of them would make them look better known than it is.

use crate::estimate::{AMOUNTS, Estimate, Estimator, Profile, Sample, Trial};

/// The place of the amount that tells most.
pub(super) const TELLING: usize = AMOUNTS - 1;

/// What estimates a value.
#[derive(Debug)]
pub(super) struct Estimates {
    with: Estimator,
    without: Estimator,
}

impl Estimates {
    /// Learns from programs of which the value is known.
    pub(super) fn new(samples: Vec<Sample>) -> Self {
        let with = Estimator::new(samples);
        Self { without: with.without(TELLING), with }
    }

    /// The range of a program; nothing where too few others are known to tell.
    pub(super) fn estimate(&self, profile: &Profile) -> Option<Estimate> {
        let told = self.with.estimate(profile).filter(|estimate| estimate.uses[TELLING]);
        told.or_else(|| self.without.estimate(&profile.without(TELLING)))
    }

    /// The known programs of which the telling amount is known, each left out in turn.
    pub(super) fn trials_with(&self) -> impl Iterator<Item = Trial> {
        self.with.trials().into_iter().filter(|trial| trial.uses[TELLING])
    }

    /// All known programs as if it were known of none, each left out in turn.
    pub(super) fn trials_without(&self) -> Vec<Trial> {
        self.without.trials()
    }
}
