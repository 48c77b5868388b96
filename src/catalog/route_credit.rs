//! Credit derived from the routes of a program. A route for credit names a school, so credit is no longer merely
//! possible: both facts must agree wherever they are shown.

use super::{Basis, Claim, Counts, Credit, Fact, Grade, Pathway, PathwayStatus, Program, Text};

/// Makes the claims about credit agree with the open routes to a degree.
pub(super) fn complete(program: &mut Program) {
    let is_open = |way: &&Pathway| way.counts == Counts::Credit && way.status == PathwayStatus::Active;
    let Some(newest) = program.pathways.iter().filter(is_open).max_by_key(|way| way.as_of.newest()) else { return };
    let derived = Claim {
        value: Credit::Pathway,
        basis: Basis::Derived,
        source: newest.source,
        as_of: newest.as_of.clone(),
        grade: Grade::B,
        note: Some(Text::from("from the routes to a degree on record")),
    };
    let mut claims: Vec<Claim<Credit>> = program.credit.claims().to_vec();
    // A presumption from the kind involves no school, so it stays as it is.
    for claim in claims.iter_mut().filter(|claim| claim.value == Credit::Possible && claim.basis != Basis::Presumed) {
        claim.value = Credit::Pathway;
    }
    if !claims.iter().any(|claim| matches!(claim.value, Credit::Pathway | Credit::Included)) {
        claims.push(derived);
    }
    program.credit = Fact::new(claims);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{AsOf, SourceIx};

    fn way(status: PathwayStatus, as_of: &'static str) -> Pathway {
        Pathway {
            counts: Counts::Credit,
            institution: "A school".into(),
            program: None,
            amount: None,
            condition: None,
            status,
            as_of: AsOf::parse(as_of.into()).expect("a date"),
            source: SourceIx(1),
            note: None,
        }
    }

    fn claim(value: Credit, basis: Basis) -> Claim<Credit> {
        let as_of = AsOf::parse("2026".into()).expect("a date");
        Claim { value, basis, source: SourceIx(0), as_of, grade: Grade::A, note: None }
    }

    fn shown(claims: Vec<Claim<Credit>>, pathways: Vec<Pathway>) -> Option<Credit> {
        let mut program =
            Program { credit: Fact::new(claims), pathways: pathways.into_iter().collect(), ..Program::default() };
        complete(&mut program);
        program.credit.value().copied()
    }

    #[test]
    fn an_open_route_is_a_school_on_record_whatever_the_claims_about_credit_say() {
        let open = || vec![way(PathwayStatus::Retired, "2025"), way(PathwayStatus::Active, "2022")];
        assert_eq!(shown(Vec::new(), open()), Some(Credit::Pathway));
        assert_eq!(shown(vec![claim(Credit::Possible, Basis::Presumed)], open()), Some(Credit::Pathway));
        assert_eq!(shown(vec![claim(Credit::Possible, Basis::Stated)], open()), Some(Credit::Pathway));
        assert_eq!(shown(vec![claim(Credit::Included, Basis::Stated)], open()), Some(Credit::Included));
    }

    #[test]
    fn a_retired_route_says_nothing_about_credit() {
        let retired = || vec![way(PathwayStatus::Retired, "2025")];
        assert_eq!(shown(Vec::new(), retired()), None);
        let presumed = vec![claim(Credit::Possible, Basis::Presumed)];
        assert_eq!(shown(presumed, retired()), Some(Credit::Possible));
    }
}
