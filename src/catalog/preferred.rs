//! Why the first claim about a fact of a program is the one shown.

use std::cmp::Ordering;

use super::claim_order::{Preferred, Standing, compared};
use super::{Cell, FactKey, work};

impl Preferred {
    /// Returns why the first of these claims about a fact is shown; `None` if there are no claims.
    pub fn of(key: FactKey, claims: &[Cell<'_>]) -> Option<Self> {
        let mut origins = claims.iter().filter_map(|cell| cell.origin).map(Standing::of_origin);
        let (first, next) = (origins.next()?, origins.next());
        let Some(next) = next else { return Some(Self::Only) };
        let is_of_work = key == FactKey::Effort;
        let method = || if is_of_work { work::by_method(first.basis, next.basis) } else { Ordering::Equal };
        Some(match compared(first, next, method) {
            // The rule alone would not put this claim first: its method is better, or it reaches the sum of the known
            // courses.
            (Ordering::Greater, _) if is_of_work => Self::Method,
            (_, why) => why,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{AsOf, Basis, Catalog, Grade, Origin, SourceIx};

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
