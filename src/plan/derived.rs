//! Claims computed from other claims. A derived claim is never more certain than its inputs: its basis is the weakest
//! of theirs and at best derived, and its grade is the lowest. Source and date are those of the first input.

use crate::catalog::{Basis, Claim, Text};

/// Derives a claim from one other.
pub(super) fn from_one<T, A>(value: T, first: &Claim<A>, note: impl Into<String>) -> Claim<T> {
    Claim {
        value,
        basis: first.basis.max(Basis::Derived),
        source: first.source,
        as_of: first.as_of.clone(),
        grade: first.grade,
        note: Some(Text::from(note.into())),
    }
}

/// Derives a claim from two others.
pub(super) fn from_two<T, A, B>(value: T, first: &Claim<A>, second: &Claim<B>, note: impl Into<String>) -> Claim<T> {
    let claim = from_one(value, first, note);
    Claim { basis: claim.basis.max(second.basis), grade: claim.grade.max(second.grade), ..claim }
}
