//! The verdict: from the lean and the kinds that the limits leave to an outcome and its strength.

use crate::advise::advice::{Leaning, Outcome, Strength};
use crate::advise::preferences::Preferences;
use crate::advise::question::Thresholds;

/// Which kinds pass all limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the programs that are left")]
pub(crate) struct Present {
    pub(crate) certificate: bool,
    pub(crate) micromasters: bool,
    /// Whether a program that gives undergraduate credit passes.
    pub(crate) undergraduate: bool,
    /// Whether any program passes.
    pub(crate) is_any: bool,
    /// Whether a kind passes only in other languages than that in which the field was named, and so counts as absent.
    pub(crate) is_by_language: bool,
    /// Whether a kind has nothing that is also about what the user is, and so counts as absent.
    pub(crate) is_by_user: bool,
    /// Whether a limit removed a program of one of the two kinds.
    pub(crate) is_limited: bool,
}

/// The decision that follows from the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) outcome: Outcome,
    pub(crate) strength: Strength,
    /// Whether the limits left only one of the two kinds and the lean did not choose it.
    pub(crate) by_constraint: bool,
}

/// Decides the outcome. The first that applies is reported: nothing is about the wanted field, nothing is
/// left, too few answers. The field can decide alone: if it leaves only one kind, that is the verdict
/// however few questions are answered.
pub(crate) fn decide(
    preferences: &Preferences,
    present: Present,
    is_off_field: bool,
    thresholds: Thresholds,
) -> Decision {
    // If the limits leave one kind or none, the lean settled little, so the strength is never high.
    let strength = strength(preferences.lean, thresholds);
    let plain = |outcome, strength| Decision { outcome, strength, by_constraint: false };
    let leaves_neither = !present.certificate && !present.micromasters;
    if is_off_field {
        return plain(Outcome::NoMatch, Strength::Close);
    }
    if !present.is_any {
        return plain(Outcome::None, Strength::Close);
    }
    let is_enough = preferences.lean_answered >= thresholds.least_answers;
    let has_field = preferences.field.is_some();
    if preferences.is_undergraduate && present.undergraduate && (is_enough || has_field) {
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

/// Returns the lean so far.
pub(crate) fn leaning(lean: i32, thresholds: Thresholds) -> Leaning {
    Leaning { strength: strength(lean, thresholds), lean }
}
