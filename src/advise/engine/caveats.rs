//! What must be said before anything else: that a deadline is over, that nothing shown is by a wanted institution or
//! about the wanted field, that the first program rests on unknowns.

use super::alternatives::PLAIN_MATCH;
use super::assemble::Verdict;
use super::criteria::{order_key, score};
use super::evaluate::handle;
use super::evidence::reasons;
use super::limits::STATUS;
use super::points::thin;
use super::verdict::Decision;
use super::view::Case;
use crate::advise::advice::{Barred, Caveat, Elsewhere, OnField, Outcome, Strength};
use crate::advise::preferences::field::Why;
use crate::advise::question::{Answer, Question};
use crate::catalog::Kind;

/// How many of the programs shown meet the wanted field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Coverage {
    /// All, or no field is wanted.
    All,
    /// Some.
    Some,
    /// None.
    None,
}

/// What is said first.
pub(crate) fn caveats(case: &Case<'_>, verdict: &Verdict<'_>, shown: &[usize], is_crowded: bool) -> Vec<Caveat> {
    let top = verdict.standings.first().map(|top| top.row).filter(|_| !is_crowded);
    let thin = top.and_then(|row| Some(Caveat::Thin { program: handle(row), unknown: thin(case, row)? }));
    let over = super::notes::passed_deadline(case).map(Caveat::DeadlineOver);
    let parts = [over, not_by_the_wanted(case, verdict, shown), off_the_field(case, verdict, shown), thin];
    parts.into_iter().flatten().collect()
}

/// The decision, less sure where the programs shown are not about what is wanted.
pub(crate) fn discounted(case: &Case<'_>, verdict: &Verdict<'_>, shown: &[usize]) -> Decision {
    let decision = verdict.decision;
    let strength = match (coverage(case, verdict, shown), decision.strength) {
        (Coverage::None, _) => Strength::Close,
        (Coverage::Some, Strength::Strong) => Strength::Moderate,
        (Coverage::All | Coverage::Some, strength) => strength,
    };
    Decision { strength, ..decision }
}

fn coverage(case: &Case<'_>, verdict: &Verdict<'_>, shown: &[usize]) -> Coverage {
    let is_plain = |at: usize| is_on_field(case, verdict.standings[at].row);
    let plain = shown.iter().filter(|at| is_plain(**at)).count();
    match plain {
        _ if case.view.preferences.field.is_none() || shown.is_empty() => Coverage::All,
        0 => Coverage::None,
        some if some < shown.len() && !is_plain(shown[0]) => Coverage::Some,
        _ => Coverage::All,
    }
}

/// Whether a program is plainly about the wanted field; so is every one where none is wanted.
fn is_on_field(case: &Case<'_>, row: usize) -> bool {
    case.view.preferences.field.as_ref().is_none_or(|wanted| wanted.matches[row].value.mid >= PLAIN_MATCH)
}

/// Where no program shown is by an institution without which none will do.
fn not_by_the_wanted(case: &Case<'_>, verdict: &Verdict<'_>, shown: &[usize]) -> Option<Caveat> {
    let Answer::Institutions { must, .. } = case.view.answers.get(Question::Institution)? else { return None };
    let wanted = &case.view.preferences.must;
    let is_theirs = |row: usize| case.view.features(row).institutions.iter().any(|ix| wanted.contains(ix));
    let is_shown = shown.iter().any(|at| is_theirs(verdict.standings[*at].row));
    if must.is_empty() || shown.is_empty() || is_shown {
        return None;
    }
    let ranked = verdict.standings.iter().find(|one| is_theirs(one.row));
    let elsewhere = || case.view.engine.rank(case.evaluation, |_| true).into_iter().find(|one| is_theirs(one.row));
    Some(Caveat::NotByTheWanted(match ranked {
        Some(other) => Elsewhere::Ranked(handle(other.row), other.rank),
        None => elsewhere().map_or(Elsewhere::Nowhere, |other| Elsewhere::OtherKind(handle(other.row))),
    }))
}

/// Where no program shown is plainly about the wanted field, and which other one is.
fn off_the_field(case: &Case<'_>, verdict: &Verdict<'_>, shown: &[usize]) -> Option<Caveat> {
    if coverage(case, verdict, shown) != Coverage::None {
        return None;
    }
    if let Some(other) = verdict.standings.iter().find(|one| is_on_field(case, one.row)) {
        return Some(Caveat::OffTheField(OnField::Ranked(handle(other.row), other.rank)));
    }
    let elsewhere: Vec<usize> = case.view.engine.rank(case.evaluation, |_| true).iter().map(|one| one.row).collect();
    let behind: Vec<usize> = (0..case.evaluation.fails.len()).filter(|row| case.fails(*row) & STATUS == 0).collect();
    if let Some(row) = most_on_field(case, &elsewhere) {
        // Of the recommended kind one may be barred by a single answer, which is one bit: that is the nearer way to what is wanted.
        let is_near = |row: &usize| {
            case.fails(*row).is_power_of_two() && is_of(verdict.decision.outcome, case.view.program(*row).kind())
        };
        let near: Vec<usize> = behind.iter().copied().filter(is_near).collect();
        let near = most_on_field(case, &near).map(|row| barred(case, row));
        return Some(Caveat::OffTheField(OnField::OtherKind(handle(row), near)));
    }
    let behind = most_on_field(case, &behind).map(|row| barred(case, row));
    Some(Caveat::OffTheField(behind.map_or(OnField::None, OnField::Barred)))
}

/// The program that is most about the wanted field, the better one of equals; one that says so itself, not one of
/// which only little is known.
fn most_on_field(case: &Case<'_>, rows: &[usize]) -> Option<usize> {
    let wanted = case.view.preferences.field.as_ref()?;
    let is_about = |row: &usize| {
        let found = wanted.matches[*row];
        found.value.mid >= PLAIN_MATCH && !matches!(found.why, Why::SomeWords | Why::Nothing)
    };
    let order = |row: usize| {
        let scored = score(&case.evaluation.values[row], &case.view.preferences.weights);
        let failed = case.fails(row).count_ones();
        let about = order_key(wanted.matches[row].value.mid);
        (failed, std::cmp::Reverse((about, order_key(scored.mid))), case.view.features(row).by_title)
    };
    rows.iter().copied().filter(|row| is_about(row)).min_by_key(|row| order(*row))
}

fn barred(case: &Case<'_>, row: usize) -> Barred {
    let by = reasons(&case.view, row, case.fails(row)).iter().map(|reason| reason.question).collect();
    Barred { program: handle(row), by }
}

/// Whether an outcome recommends this kind.
fn is_of(outcome: Outcome, kind: &Kind) -> bool {
    matches!(
        (outcome, kind),
        (Outcome::ProfessionalCertificate, Kind::ProfessionalCertificate) | (Outcome::MicroMasters, Kind::MicroMasters)
    )
}
