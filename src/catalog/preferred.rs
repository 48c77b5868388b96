//! The rule by which claims about one fact are ordered, and what decided between two of them. Sorting and explaining use
//! the same comparison, so the reason given is the one that the order has.

use std::cmp::Ordering;

use super::fact::latest_day;
use super::work;
use super::{Basis, Cell, Claim, FactKey, Grade, Origin, SourceIx};

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
    /// For the hours of work: it was found in a better way, or is the first that reaches the sum of the known courses.
    Method,
    /// It is newer.
    Newer,
    /// None of these differs; the order of the sources decides.
    Order,
}

/// What the rule compares of a claim.
#[derive(Clone, Copy)]
struct Standing<'c> {
    basis: Basis,
    grade: Grade,
    as_of: &'c str,
    source: SourceIx,
}

impl<'c> Standing<'c> {
    fn of_claim<T>(claim: &'c Claim<T>) -> Self {
        Self { basis: claim.basis, grade: claim.grade, as_of: claim.as_of.text(), source: claim.source }
    }

    fn of_origin(origin: Origin<'c>) -> Self {
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

/// Orders claims by [`SHOWN_RULE`] where how they were found comes before their date.
pub(super) fn found_before<R: Ord, T>((a_rank, a): &(R, Claim<T>), (b_rank, b): &(R, Claim<T>)) -> Ordering {
    compared(Standing::of_claim(a), Standing::of_claim(b), || a_rank.cmp(b_rank)).0
}

/// Compares two claims, and says what decides between them.
fn compared(a: Standing<'_>, b: Standing<'_>, method: impl FnOnce() -> Ordering) -> (Ordering, Preferred) {
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
    /// Why the first of these claims about a fact is shown; `None` if there are no claims.
    pub fn of(key: FactKey, claims: &[Cell<'_>]) -> Option<Self> {
        let mut origins = claims.iter().filter_map(|cell| cell.origin).map(Standing::of_origin);
        let (first, next) = (origins.next()?, origins.next());
        let Some(next) = next else { return Some(Self::Only) };
        let is_of_work = key == FactKey::Effort;
        let method = || if is_of_work { work::by_method(first.basis, next.basis) } else { Ordering::Equal };
        Some(match compared(first, next, method) {
            // What the rule would not put first was found in a better way, or reaches the sum of the known courses.
            (Ordering::Greater, _) if is_of_work => Self::Method,
            (_, why) => why,
        })
    }

    /// The reason as a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::Only => "It is the only claim.",
            Self::Nearer => {
                "The first one is shown: it is about the program itself; the next one is guessed or estimated."
            }
            Self::Grade => "The first one is shown: its source has a better grade than the next one.",
            Self::Method => {
                "The first one is shown: for the hours of work, how a figure was found, and that it is not below the sum \
                 of the known courses, come before its date."
            }
            Self::Newer => "The first one is shown: it is newer than the next one.",
            Self::Order => "The first one is shown: neither date nor grade decides between them.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{AsOf, Catalog};

    fn cell(basis: Basis, as_of: &'static str, grade: Grade) -> Cell<'static> {
        let origin = Origin { basis, source: SourceIx(0), as_of, grade, note: None };
        Cell { text: String::new(), origin: Some(origin), others: 1 }
    }

    #[test]
    fn the_reason_is_what_decided() {
        use Basis::{Derived, Estimated, Stated};
        let (work, price) = (FactKey::Effort, FactKey::Price);
        for (key, first, next, why) in [
            (price, (Stated, "2021", Grade::A), (Estimated, "2024", Grade::A), Preferred::Nearer),
            (price, (Stated, "2021", Grade::B), (Stated, "2024", Grade::C), Preferred::Grade),
            (price, (Stated, "2024", Grade::B), (Stated, "2021", Grade::A), Preferred::Newer),
            (price, (Stated, "2024", Grade::A), (Derived, "2024", Grade::B), Preferred::Grade),
            (price, (Stated, "2024", Grade::A), (Derived, "2024", Grade::A), Preferred::Order),
            (work, (Stated, "2021", Grade::A), (Derived, "2024", Grade::A), Preferred::Method),
            (work, (Derived, "2021", Grade::B), (Derived, "2024", Grade::B), Preferred::Method),
            (work, (Stated, "2024", Grade::B), (Stated, "2021", Grade::B), Preferred::Newer),
            (work, (Derived, "2024", Grade::B), (Stated, "2024", Grade::B), Preferred::Method),
            (work, (Estimated, "2024", Grade::B), (Stated, "2024", Grade::B), Preferred::Method),
        ] {
            let claims = [first, next].map(|(basis, as_of, grade)| cell(basis, as_of, grade));
            assert_eq!(Preferred::of(key, &claims), Some(why), "{first:?} {next:?}");
        }
        assert_eq!(Preferred::of(price, &[cell(Stated, "2024", Grade::A)]), Some(Preferred::Only));
        assert_eq!(Preferred::of(price, &[]), None);
    }

    #[test]
    fn the_shipped_catalogue_never_shows_an_older_claim_for_being_newer() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let newest = |cell: &Cell<'_>| cell.origin.and_then(|origin| AsOf::parse(origin.as_of.to_owned().into()));
        for program in catalog.programs() {
            for key in FactKey::ALL {
                let claims = program.claims(key, &catalog);
                let why = Preferred::of(key, &claims);
                let [first, next, ..] = &claims[..] else { continue };
                let (first_day, next_day) =
                    (newest(first).map(|day| day.newest()), newest(next).map(|day| day.newest()));
                match why.expect("a reason") {
                    Preferred::Newer => assert!(first_day > next_day, "{} {key:?}", program.id),
                    Preferred::Order => assert_eq!(first_day, next_day, "{} {key:?}", program.id),
                    _ => {}
                }
            }
        }
    }
}
