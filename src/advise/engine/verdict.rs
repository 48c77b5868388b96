//! The verdict: from the lean and from which kinds the limits leave to an outcome and how sure it is.

use crate::advise::advice::{Leaning, Outcome, Strength};
use crate::advise::preferences::Preferences;
use crate::advise::question::Thresholds;

/// Which kinds pass every limit, and how many programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Present {
    pub(crate) certificate: bool,
    pub(crate) micromasters: bool,
    /// How many programs of undergraduate credit pass them.
    pub(crate) undergraduate: usize,
    pub(crate) count: usize,
    /// Whether a limit removed a program of one of the two kinds.
    pub(crate) is_limited: bool,
}

/// What the answers come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) outcome: Outcome,
    pub(crate) strength: Strength,
    /// Whether the limits left only one of the two kinds and the lean did not choose it.
    pub(crate) by_constraint: bool,
}

/// Decides. That nothing is about what is wanted is told before anything else, then that nothing is left, then too few
/// answers. The subject can decide alone: where it leaves one kind, that is the verdict however little is answered.
pub(crate) fn decide(
    preferences: &Preferences,
    present: &Present,
    is_off_field: bool,
    thresholds: Thresholds,
) -> Decision {
    // Where the limits leave one kind, or nothing, the answers settled little: that is never told as sure.
    let strength = strength(preferences.lean, thresholds);
    let plain = |outcome, strength| Decision { outcome, strength, by_constraint: false };
    let leaves_neither = !present.certificate && !present.micromasters;
    if is_off_field {
        return plain(Outcome::NoMatch, Strength::Close);
    }
    if present.count == 0 {
        return plain(Outcome::None, Strength::Close);
    }
    let is_enough = preferences.lean_answered >= thresholds.least_answers;
    let has_field = preferences.field.is_some();
    if preferences.is_undergraduate && present.undergraduate > 0 && (is_enough || has_field) {
        return plain(Outcome::Other, Strength::Moderate);
    }
    if leaves_neither && (is_enough || present.is_limited || has_field) {
        return plain(Outcome::Other, Strength::Moderate);
    }
    let has_both = present.certificate && present.micromasters;
    if !is_enough && (has_both || !has_field) {
        return plain(Outcome::NotEnough, Strength::Close);
    }
    let leans_to = if preferences.lean > 0 { Outcome::MicroMasters } else { Outcome::ProfessionalCertificate };
    let only = match (present.certificate, present.micromasters) {
        (true, false) => Some(Outcome::ProfessionalCertificate),
        (false, true) => Some(Outcome::MicroMasters),
        _ => None,
    };
    match only {
        None if strength == Strength::Close => plain(Outcome::Close, strength),
        None => plain(leans_to, strength),
        Some(only) if strength == Strength::Close => {
            Decision { outcome: only, strength: Strength::Close, by_constraint: true }
        }
        Some(only) if only == leans_to && is_enough => plain(only, strength),
        Some(only) => Decision { outcome: only, strength: Strength::Close, by_constraint: true },
    }
}

fn strength(lean: i32, thresholds: Thresholds) -> Strength {
    let far = lean.abs();
    if far <= thresholds.close {
        Strength::Close
    } else if far < thresholds.strong {
        Strength::Moderate
    } else {
        Strength::Strong
    }
}

/// The lean so far.
pub(crate) fn leaning(lean: i32, thresholds: Thresholds) -> Leaning {
    Leaning { strength: strength(lean, thresholds), lean }
}
