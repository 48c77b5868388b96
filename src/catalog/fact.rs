//! A [`Fact`] keeps every claim about one property that was found; one published rule,
//! [`SHOWN_RULE`](super::SHOWN_RULE), chooses the claim to show. A fact without claims is unknown, and unknown is never a
//! number.

use serde::{Deserialize, Serialize};

use super::claim::Claim;
use super::claim_order::{found_before, shown_before};

/// All claims about one property of a record, with the one to show first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact<T> {
    claims: Box<[Claim<T>]>,
}

impl<T> Default for Fact<T> {
    fn default() -> Self {
        Self { claims: Box::default() }
    }
}

impl<T> Fact<T> {
    /// Sorts the claims by [`SHOWN_RULE`](super::SHOWN_RULE). Claims that tie keep the order of the catalogue's sources.
    pub fn new(mut claims: Vec<Claim<T>>) -> Self {
        claims.sort_by(shown_before);
        Self { claims: claims.into_boxed_slice() }
    }

    /// Takes claims that are already in display order.
    pub(super) fn in_order(claims: Vec<Claim<T>>) -> Self {
        Self { claims: claims.into_boxed_slice() }
    }

    /// Sorts claims by [`SHOWN_RULE`](super::SHOWN_RULE), except that the rank decides before the date.
    pub(super) fn ranked<R: Ord>(mut claims: Vec<(R, Claim<T>)>) -> Vec<(R, Claim<T>)> {
        claims.sort_by(found_before);
        claims
    }

    /// Replaces the value of every claim and keeps their order.
    pub(super) fn map<U>(self, mut value: impl FnMut(T) -> U) -> Fact<U> {
        Fact { claims: self.claims.into_iter().map(|claim| claim.map(&mut value)).collect() }
    }

    /// The claim to show; `None` if the fact is unknown.
    pub fn shown(&self) -> Option<&Claim<T>> {
        self.claims.first()
    }

    /// The value to show; `None` if the fact is unknown.
    pub fn value(&self) -> Option<&T> {
        self.shown().map(|claim| &claim.value)
    }

    /// All claims, with the one to show first.
    pub fn claims(&self) -> &[Claim<T>] {
        &self.claims
    }

    /// The number of claims besides the one shown.
    pub fn others(&self) -> usize {
        self.claims.len().saturating_sub(1)
    }

    /// Whether there is at least one claim.
    pub fn is_known(&self) -> bool {
        !self.claims.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{AsOf, Basis, Grade, SourceIx};

    fn claim(value: u32, basis: Basis, as_of: &'static str, grade: Grade) -> Claim<u32> {
        Claim {
            value,
            basis,
            source: SourceIx(0),
            as_of: AsOf::parse(as_of.into()).expect("a date"),
            grade,
            note: None,
        }
    }

    #[test]
    fn a_newer_weak_claim_does_not_hide_an_older_good_one() {
        let fact = Fact::new(vec![
            claim(1, Basis::Stated, "2025", Grade::C),
            claim(2, Basis::Stated, "2017", Grade::A),
            claim(3, Basis::Derived, "2021-10", Grade::B),
        ]);
        assert_eq!(fact.claims().iter().map(|c| c.value).collect::<Vec<_>>(), [3, 2, 1]);
    }

    #[test]
    fn an_estimate_never_stands_before_a_finding() {
        let fact = Fact::new(vec![
            claim(1, Basis::Estimated, "2026", Grade::B),
            claim(2, Basis::Presumed, "2026", Grade::A),
            claim(3, Basis::Inferred, "undated", Grade::C),
        ]);
        assert_eq!(fact.value(), Some(&3));
        assert_eq!(fact.others(), 2);
    }

    #[test]
    fn what_is_stated_stands_before_what_is_inferred_even_where_it_is_older_and_weaker() {
        let fact =
            Fact::new(vec![claim(1, Basis::Inferred, "2026-11", Grade::B), claim(2, Basis::Stated, "2020", Grade::C)]);
        assert_eq!(fact.value(), Some(&2));
    }
}
