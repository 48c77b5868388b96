//! Programs of other kinds worth considering, each for a reason that its own facts support.

use super::evaluate::handle;
use super::on_record::CreditState;
use super::order::{Standing, ranks};
use super::view::{Case, View};
use crate::advise::advice::{Also, LookReason, Outcome};
use crate::advise::question::Question;
use crate::catalog::Kind;

/// The score in hundredths below which a program fits badly.
const MIN_FIT: f64 = 30.0;

/// Returns the best program of each kind that the outcome does not rank, if there is a reason to consider it. `shown`
/// are the rows already shown.
pub(crate) fn also(case: &Case<'_>, outcome: Outcome, shown: &[usize]) -> Vec<Also> {
    if matches!(outcome, Outcome::None | Outcome::NoMatch | Outcome::NotEnough) {
        return Vec::new();
    }
    let view = &case.view;
    // If only other kinds are left, all of them are ranked. Then the kinds that are not shown are worth considering.
    let mut kinds: Vec<&Kind> = match outcome {
        Outcome::Other => shown.iter().map(|row| &*view.features(*row).kind).collect(),
        _ => Vec::new(),
    };
    let is_beside = |one: &&Standing| !shown.contains(&one.row);
    let is_unranked = |side| outcome == Outcome::Other || !ranks(outcome, side);
    let mut also = Vec::new();
    for standing in view.engine.rank(case.evaluation, is_unranked).iter().filter(is_beside) {
        let kind = &*view.features(standing.row).kind;
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

/// Removes programs that fit badly. If all do, the best one is kept and marked.
fn without_bad_fits(also: Vec<(f64, Also)>) -> Vec<Also> {
    let fits = |score: f64| (score * 100.0).round() >= MIN_FIT;
    if also.iter().any(|(score, _)| fits(*score)) {
        return also.into_iter().filter(|(score, _)| fits(*score)).map(|(_, also)| also).collect();
    }
    also.into_iter().take(1).map(|(_, also)| Also { fits_badly: true, ..also }).collect()
}

/// Returns why a program is worth considering although its kind is not recommended, or `None` if nothing speaks for it.
pub(crate) fn reason_to_look(case: &Case<'_>, standing: &Standing) -> Option<LookReason> {
    let (view, row) = (&case.view, standing.row);
    // If only a few programs are left, every kind among them is named.
    let is_rare = case.evaluation.groups.count(0) <= view.settings().shown;
    match &*view.features(row).kind {
        Kind::ProfessionalCertificate | Kind::MicroMasters => {
            Some(LookReason::BestOfKind((standing.score.mid * 100.0).round() as u32))
        }
        Kind::MicroBachelors => {
            undergraduate_credit(view, row).or((is_rare && is_in_field(view, row)).then_some(LookReason::Field))
        }
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
    let has_no_credit = matches!(view.features(row).credit, CreditState::None | CreditState::PresumedNone);
    if !(wants_depth && has_no_credit) {
        return None;
    }
    // The program is read only now: this is called for every program of the kind, and there may be many.
    let courses = *view.program(row).courses.value()?;
    (courses > 1).then_some(LookReason::Series(courses))
}

/// Whether a program is on the wanted field; `false` if no field is wanted.
fn is_in_field(view: &View<'_>, row: usize) -> bool {
    view.preferences.field.as_ref().is_some_and(|wanted| wanted.matches[row].on.is_some())
}
