//! The rule that orders the claims about one fact, and what decided between two of them. Sorting and explaining use the
//! same comparison, so the stated reason is always the one that decided.

use std::cmp::Ordering;

use super::cell::Origin;
use super::claim::{Basis, Claim, Grade, SourceIx, latest_day};

/// The rule that chooses the claim to show, as it is printed for people.
pub const SHOWN_RULE: &str = "Shown first: claims about the program itself, then guessed ones, then estimates and \
                              presumptions; within each group grade A or B before C, then the newest, then A before B.";

/// Why the first claim is shown rather than the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preferred {
    /// There is only one claim.
    Only,
    /// It is closer to a statement about the program itself.
    Nearer,
    /// Its source has a better grade.
    Grade,
    /// For the hours of work: its method is better, or it is the first that reaches the sum of the known courses.
    Method,
    /// It is newer.
    Newer,
    /// They do not differ in any of these; the order of the sources decides.
    Order,
}

/// The properties of a claim that the rule compares.
#[derive(Clone, Copy)]
pub(super) struct Standing<'c> {
    pub(super) basis: Basis,
    grade: Grade,
    as_of: &'c str,
    source: SourceIx,
}

impl<'c> Standing<'c> {
    fn of_claim<T>(claim: &'c Claim<T>) -> Self {
        Self { basis: claim.basis, grade: claim.grade, as_of: claim.as_of.text(), source: claim.source }
    }

    pub(super) fn of_origin(origin: Origin<'c>) -> Self {
        Self { basis: origin.basis, grade: origin.grade, as_of: origin.as_of, source: origin.source }
    }

    fn newest(&self) -> u32 {
        latest_day(self.as_of).unwrap_or(0)
    }
}

/// Orders claims by [`SHOWN_RULE`].
pub(super) fn shown_before<T>(a: &Claim<T>, b: &Claim<T>) -> Ordering {
    compared(Standing::of_claim(a), Standing::of_claim(b), || Ordering::Equal).0
}

/// Orders claims by [`SHOWN_RULE`], except that the rank of their method decides before the date.
pub(super) fn found_before<R: Ord, T>((a_rank, a): &(R, Claim<T>), (b_rank, b): &(R, Claim<T>)) -> Ordering {
    compared(Standing::of_claim(a), Standing::of_claim(b), || a_rank.cmp(b_rank)).0
}

/// Compares two claims, and says what decides between them.
pub(super) fn compared(a: Standing<'_>, b: Standing<'_>, method: impl FnOnce() -> Ordering) -> (Ordering, Preferred) {
    let decided = |ordering: Ordering, why: Preferred| ordering.is_ne().then_some((ordering, why));
    let is_weak = |claim: Standing<'_>| claim.grade == Grade::C;
    decided(a.basis.distance().cmp(&b.basis.distance()), Preferred::Nearer)
        .or_else(|| decided(is_weak(a).cmp(&is_weak(b)), Preferred::Grade))
        .or_else(|| decided(method(), Preferred::Method))
        .or_else(|| decided(b.newest().cmp(&a.newest()), Preferred::Newer))
        .or_else(|| decided(a.grade.cmp(&b.grade), Preferred::Grade))
        .unwrap_or((a.source.cmp(&b.source), Preferred::Order))
}

impl Preferred {
    /// The reason as a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::Only => "It is the only claim.",
            Self::Nearer => {
                "The first claim is used: it is about the program itself; the next one is guessed or estimated."
            }
            Self::Grade => "The first claim is used: its source has a better grade than the next one.",
            Self::Method => {
                "The first claim is used: for the hours of work, how a figure was found, and that it is not below the sum \
                 of the known courses, come before its date."
            }
            Self::Newer => "The first claim is used: it is newer than the next one.",
            Self::Order => "The first claim is used: neither date nor grade decides between them.",
        }
    }
}
