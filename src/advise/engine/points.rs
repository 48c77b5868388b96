//! Points for and against a program, as criteria; and how much of its score is not on record.

use super::alternatives::reason_to_look;
use super::evidence::of_criterion;
use super::on_record::Side;
use super::order::Standing;
use super::view::Case;
use crate::advise::advice::{LookReason, Point};
use crate::advise::question::{Criterion, Question};
use crate::catalog::{Basis, Prerequisites};

/// The value below which a criterion counts against a program.
const LITTLE: f64 = 0.35;

/// The value from which a criterion counts in its favour.
const MUCH: f64 = 0.65;

/// Returns the value below which a criterion counts against a program, and the value from which it counts in its
/// favour. The scale of the cost is shifted because a price equal to the budget is worth one half: about two thirds of
/// the budget count against, one third in favour.
fn bounds(criterion: Criterion) -> (f64, f64) {
    match criterion {
        Criterion::Cost => (f64::midpoint(LITTLE, 1.0), f64::midpoint(MUCH, 1.0)),
        _ => (LITTLE, MUCH),
    }
}

/// Returns the points in favour of a program.
pub(crate) fn pros(case: &Case<'_>, standing: &Standing) -> Vec<Point> {
    let row = standing.row;
    // An estimate is no reason for a program; the table shows it, with its mark.
    let is_estimate = |criterion: &Criterion| of_criterion(&case.view, *criterion, row).basis == Some(Basis::Estimated);
    let speaks_for = |criterion: &Criterion| case.value(row, *criterion).mid >= bounds(*criterion).1;
    let mut pros = as_points(case, |criterion| speaks_for(criterion) && !is_estimate(criterion));
    pros.extend(asks_nothing(case, row).then_some(Point::NothingAsked));
    if case.view.side(row) == Side::Neither {
        let is_said =
            |reason: &LookReason| *reason == LookReason::Field && pros.contains(&Point::Criterion(Criterion::Field));
        let reason = reason_to_look(case, standing).filter(|reason| !is_said(reason));
        pros.extend(reason.map(Point::Look));
    }
    pros
}

/// Returns the criteria on which a program does poorly, or whose facts are unknown.
pub(crate) fn cons(case: &Case<'_>, row: usize) -> Vec<Point> {
    as_points(case, |criterion| {
        let value = case.value(row, *criterion);
        let is_unknown = !value.is_exact() && of_criterion(&case.view, *criterion, row).basis.is_none();
        value.mid < bounds(*criterion).0 || is_unknown
    })
}

/// Returns the selected criteria as points, the largest weight first. The level, which is behind two criteria, is
/// listed once.
fn as_points(case: &Case<'_>, which: impl Fn(&Criterion) -> bool) -> Vec<Point> {
    let criteria: Vec<Criterion> = case.view.by_weight().into_iter().filter(which).collect();
    let is_twice = criteria.contains(&Criterion::Fit) && criteria.contains(&Criterion::Depth);
    let mut points: Vec<Point> = Vec::new();
    for criterion in criteria {
        let is_level = matches!(criterion, Criterion::Fit | Criterion::Depth);
        let point = if is_twice && is_level { Point::Level } else { Point::Criterion(criterion) };
        if !points.contains(&point) {
            points.push(point);
        }
    }
    points
}

/// Whether it is worth saying that a program has no prerequisites.
fn asks_nothing(case: &Case<'_>, row: usize) -> bool {
    let view = &case.view;
    let matters = !view.has_level_gap(row) && !view.chose(Question::Level, "advanced");
    let claim = view.program(row).prerequisites.shown();
    matters && claim.is_some_and(|claim| Prerequisites::of(&claim.value).is_nothing())
}

/// Returns the criteria of a program whose facts are not on record, if they make up more than half of the weight.
pub(crate) fn thin(case: &Case<'_>, row: usize) -> Option<Vec<Criterion>> {
    let weights = &case.view.preferences.weights;
    let facts: Vec<Criterion> =
        case.view.by_weight().into_iter().filter(|criterion| *criterion != Criterion::Type).collect();
    let weigh = |criteria: &[Criterion]| criteria.iter().map(|criterion| weights[*criterion as usize]).sum::<f64>();
    let is_thin = |criterion: &&Criterion| {
        let basis = of_criterion(&case.view, **criterion, row).basis;
        matches!(basis, None | Some(Basis::Estimated | Basis::Presumed))
    };
    let thin: Vec<Criterion> = facts.iter().filter(is_thin).copied().collect();
    (!thin.is_empty() && weigh(&thin) * 2.0 > weigh(&facts)).then_some(thin)
}
