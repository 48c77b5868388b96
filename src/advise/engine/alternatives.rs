//! Programs of other kinds that are worth a look, each for a reason that its own facts carry.

use super::evaluate::{Standing, handle, ranks};
use super::features::CreditState;
use super::view::{Case, View};
use crate::advise::advice::{Also, LookReason, Outcome};
use crate::advise::question::Question;
use crate::catalog::Kind;

/// A score, in hundredths, below which a program fits badly.
const MIN_FIT: f64 = 30.0;

/// The best program of each kind that the outcome does not rank, where something speaks for a look at it; `shown` are
/// the rows shown already.
pub(crate) fn also(case: &Case<'_>, outcome: Outcome, shown: &[usize]) -> Vec<Also> {
    if matches!(outcome, Outcome::None | Outcome::NoMatch | Outcome::NotEnough) {
        return Vec::new();
    }
    let view = &case.view;
    // Where only other kinds are left, all of them are ranked: then the kinds that are not shown are worth a look.
    let mut kinds: Vec<&Kind> = match outcome {
        Outcome::Other => shown.iter().map(|row| view.program(*row).kind()).collect(),
        _ => Vec::new(),
    };
    let is_beside = |one: &&Standing| {
        !shown.contains(&one.row) && (outcome == Outcome::Other || !ranks(outcome, view.side(one.row)))
    };
    let mut also = Vec::new();
    for standing in view.engine.rank(case.evaluation, |_| true).iter().filter(is_beside) {
        let kind = view.program(standing.row).kind();
        if kinds.contains(&kind) {
            continue;
        }
        if let Some(reason) = reason_to_look(case, standing) {
            kinds.push(kind);
            also.push((standing.score.mid, Also { program: handle(standing.row), reason, fits_badly: false }));
        }
    }
    without_bad_fits(also)
}

/// Leaves out what fits badly; the best of it stays where there is nothing else, marked as such.
fn without_bad_fits(also: Vec<(f64, Also)>) -> Vec<Also> {
    let fits = |score: f64| (score * 100.0).round() >= MIN_FIT;
    if also.iter().any(|(score, _)| fits(*score)) {
        return also.into_iter().filter(|(score, _)| fits(*score)).map(|(_, also)| also).collect();
    }
    also.into_iter().take(1).map(|(_, also)| Also { fits_badly: true, ..also }).collect()
}

/// Why a program is worth a look that is not recommended for its kind.
pub(crate) fn reason_to_look(case: &Case<'_>, standing: &Standing) -> Option<LookReason> {
    let (view, row) = (&case.view, standing.row);
    match view.program(row).kind() {
        Kind::ProfessionalCertificate | Kind::MicroMasters => {
            Some(LookReason::BestOfKind((standing.score.mid * 100.0).round() as u32))
        }
        Kind::MicroBachelors => undergraduate_credit(view, row),
        Kind::Masters => view.chose(Question::Goal, "masters").then_some(LookReason::Degree),
        Kind::XSeries => depth_without_credit(view, row),
        Kind::BootCamp => is_in_field(view, row).then_some(LookReason::BootCamp),
        Kind::ExecutiveEducation | Kind::Other(_) => is_in_field(view, row).then_some(LookReason::Field),
    }
}

fn undergraduate_credit(view: &View<'_>, row: usize) -> Option<LookReason> {
    let wants = matches!(view.choice(Question::Credit), Some("nice" | "must"));
    if !(view.lacks_degree() && wants) {
        return None;
    }
    match view.features(row).credit {
        CreditState::Included => Some(LookReason::UndergraduateCredit),
        CreditState::Pathway | CreditState::Recommended => Some(LookReason::UndergraduateCreditPossible),
        CreditState::Possible => Some(LookReason::UndergraduateKind),
        _ => None,
    }
}

fn depth_without_credit(view: &View<'_>, row: usize) -> Option<LookReason> {
    let wants_depth = view.chose(Question::Goal, "deepen") || view.chose(Question::Depth, "deep");
    let courses = *view.program(row).courses.value()?;
    let has_no_credit = matches!(view.features(row).credit, CreditState::None | CreditState::PresumedNone);
    (wants_depth && has_no_credit && courses > 1).then_some(LookReason::Series(courses))
}

/// Whether a program is about the wanted field; none is where no field is wanted.
fn is_in_field(view: &View<'_>, row: usize) -> bool {
    view.preferences.field.as_ref().is_some_and(|wanted| wanted.matches[row].on.is_some())
}
