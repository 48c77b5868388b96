//! Caveats, to be shown before anything else: a deadline has passed, nothing shown likely fits, limits remove all
//! programs about a wanted field, or the first program rests on unknown facts.

use super::changes::{Search, limits};
use super::evaluate::{handle, row_of};
use super::limits::{REMOVED, STATUS, is_likely, is_likely_in_time, is_likely_within_budget, removing_questions};
use super::points::thin;
use super::view::{Case, Verdict};
use crate::advise::advice::{Caveat, Change};
use crate::advise::preferences::bit;
use crate::advise::question::{Answers, Question};
use crate::catalog::ProgramIx;
use crate::search::{Relation, UnderstoodPart};

pub(crate) fn caveats(case: &Case<'_>, verdict: &Verdict<'_>, is_crowded: bool) -> Vec<Caveat> {
    let top = verdict.standings.first().map(|top| top.row).filter(|_| !is_crowded);
    let thin = top.and_then(|row| Some(Caveat::Thin { program: handle(row), unknown: thin(case, row)? }));
    let over = super::notes::passed_deadline(case).map(Caveat::DeadlineOver);
    let hardly = hardly_possible(case, verdict);
    let others = fields_left_out(case, verdict).into_iter().chain(thin).chain(no_field(case, verdict));
    let of_limits = top.and_then(|row| probably_misses(case, verdict, row)).into_iter().chain(no_rate(case, verdict));
    let of_kind = no_undergraduate_kind(case, verdict);
    [over, hardly].into_iter().flatten().chain(others).chain(of_kind).chain(of_limits).collect()
}

/// Returns a caveat if the first program will probably miss limits that another ranked program is known to keep. That
/// program is about the field if any such program is. It is not in a language other than the user's, unless the first
/// program is too.
fn probably_misses(case: &Case<'_>, verdict: &Verdict<'_>, top: usize) -> Option<Caveat> {
    let preferences = case.view.preferences;
    let keeps = |row: usize| {
        let program = case.view.features(row);
        let in_time = is_likely_in_time(preferences, program, row);
        [(Question::Horizon, in_time), (Question::Budget, is_likely_within_budget(preferences, program, row))]
    };
    let missed = |(question, kept): (Question, Option<bool>)| (kept == Some(false)).then_some(question);
    let limits: Vec<Question> = keeps(top).into_iter().filter_map(missed).collect();
    let keeps_all = |row: &usize| {
        let is_asked = |(question, _): &(Question, _)| preferences.limits & bit(*question) != 0;
        keeps(*row).into_iter().filter(is_asked).all(|(_, kept)| kept == Some(true))
    };
    let is_foreign = |row: usize| case.view.group(row).is_other_language();
    let others = || {
        let rows = verdict.standings.iter().map(|one| one.row);
        rows.filter(|row| is_foreign(top) || !is_foreign(*row)).filter(keeps_all)
    };
    let instead = others().find(|row| preferences.is_about(*row)).or_else(|| others().next());
    let instead = instead.filter(|_| !limits.is_empty())?;
    Some(Caveat::ProbablyMisses { limits, instead: handle(instead) })
}

/// Returns a caveat if undergraduate credit is what counts and none of the ranked programs is of the kind for it.
fn no_undergraduate_kind(case: &Case<'_>, verdict: &Verdict<'_>) -> Option<Caveat> {
    let is_missing = case.view.preferences.is_undergraduate && !verdict.present.undergraduate;
    (is_missing && !verdict.standings.is_empty()).then_some(Caveat::NoUndergraduateKind)
}

/// Returns a caveat if the budget plays no part because its currency has no exchange rate.
fn no_rate(case: &Case<'_>, verdict: &Verdict<'_>) -> Option<Caveat> {
    case.view.preferences.unrated.filter(|_| !verdict.standings.is_empty()).map(Caveat::NoRate)
}

/// Returns a caveat if programs are recommended although nothing was said about what to learn.
fn no_field(case: &Case<'_>, verdict: &Verdict<'_>) -> Option<Caveat> {
    let is_open = case.view.answers.get(Question::Field).is_none() && !verdict.standings.is_empty();
    is_open.then_some(Caveat::NoField)
}

/// Returns the wanted fields of which limits remove all programs, if other programs are left. Programs that only touch
/// a field count only if none is about it.
fn fields_left_out(case: &Case<'_>, verdict: &Verdict<'_>) -> Vec<Caveat> {
    let wanted = case.view.preferences.field.as_ref().filter(|_| !verdict.standings.is_empty());
    let parts = wanted.iter().flat_map(|wanted| wanted.parts.iter().enumerate());
    parts.filter_map(|(at, part)| field_left_out(case, at, &part.understood)).collect()
}

fn field_left_out(case: &Case<'_>, field: usize, part: &UnderstoodPart) -> Option<Caveat> {
    let is_offered = |ix: &ProgramIx| case.fails(row_of(*ix)) & STATUS == 0;
    let all = part.matches.iter().filter(|(ix, _)| is_offered(ix));
    let (about, touching): (Vec<_>, Vec<_>) = all.partition(|(_, found)| found.relation != Relation::Part);
    let offered = if about.is_empty() { touching } else { about };
    let offered: Vec<ProgramIx> = offered.into_iter().map(|(ix, _)| ix).collect();
    let fails = || offered.iter().map(|ix| case.fails(row_of(*ix)));
    let is_left_out = fails().all(|fails| fails & REMOVED != 0);
    let first = offered.first().filter(|_| is_left_out)?;
    Some(Caveat::FieldLeftOut { field, programs: offered.len(), first: *first, by: removing_questions(fails()) })
}

/// Returns a caveat if every ranked program passes only by the low end of an estimate: its likely finish is past the
/// deadline, or its likely price over the budget.
fn hardly_possible(case: &Case<'_>, verdict: &Verdict<'_>) -> Option<Caveat> {
    let preferences = case.view.preferences;
    let is_likely = |row: usize| is_likely(preferences, case.view.features(row), row);
    let is_hardly = !verdict.standings.is_empty() && !verdict.standings.iter().any(|one| is_likely(one.row));
    is_hardly.then(|| Caveat::HardlyPossible(nearest_likely(case)))
}

/// Returns the smallest change of deadline or budget after which some program likely fits.
fn nearest_likely(case: &Case<'_>) -> Option<Change> {
    let (engine, base) = (case.view.engine, case.evaluation);
    let counts = |answers: &Answers, changed: &[Question]| engine.likely(base, answers, changed);
    let search = Search { engine, base, answers: case.view.answers, counts: &counts };
    let of_estimates = |question: &Question| matches!(question, Question::Horizon | Question::Budget);
    let asked: Vec<Question> = limits(base).into_iter().filter(of_estimates).collect();
    search.smallest(&asked).into_iter().map(|(change, _)| change).next()
}
