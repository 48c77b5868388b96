//! Claims that are computed from other claims. The result is never surer than what it was made of: its basis is the
//! weakest of all and at best derived, its grade the lowest; source and date are those of the first.

use crate::catalog::{Basis, Claim, Text};

/// A claim made of one other.
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

/// A claim made of two others.
pub(super) fn from_two<T, A, B>(value: T, first: &Claim<A>, second: &Claim<B>, note: impl Into<String>) -> Claim<T> {
    let claim = from_one(value, first, note);
    Claim { basis: claim.basis.max(second.basis), grade: claim.grade.max(second.grade), ..claim }
}
