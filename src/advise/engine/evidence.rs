//! Evidence: the basis and source of the fact behind a value or a removal. `words::facts` puts the same
//! facts into words.

use super::evaluate::{handle, row_of};
use super::limits::{REMOVED, STATUS};
use super::on_record::{CreditState, credit_claim, level_in_title};
use super::view::View;
use crate::advise::advice::{Evidence, KnockedOut, Origin, Reason};
use crate::advise::question::{Criterion, Question};
use crate::catalog::{Basis, Claim, Currency, Money, Program, SourceIx, Text, whole_units};
use crate::plan::PaceKind;
use crate::search::Reason as FieldReason;

/// Returns the evidence for the value of a program on a criterion.
pub(crate) fn of_criterion(view: &View<'_>, criterion: Criterion, row: usize) -> Evidence {
    let program = view.program(row);
    match criterion {
        Criterion::Type => claimed(program.kind.shown()),
        Criterion::Field => field(view, row),
        Criterion::Credit => credit(view, row),
        Criterion::Time => time(view, row),
        Criterion::Cost => claimed(price(view, row).as_ref()),
        Criterion::Fit | Criterion::Depth => level(program),
        Criterion::Exams => exams(view, row),
        Criterion::Pacing => claimed(program.pacing.shown()),
        Criterion::Brand => claimed(program.institutions.shown()),
    }
}

/// Returns a removed program, from the bits that it fails.
pub(crate) fn knocked_out(row: usize, fails: u16) -> KnockedOut {
    KnockedOut { program: handle(row), limits: fails & !STATUS & REMOVED, is_older: fails & STATUS != 0 }
}

/// Returns all reasons for which a program is removed.
pub(crate) fn reasons(view: &View<'_>, out: KnockedOut) -> Vec<Reason> {
    let row = row_of(out.program);
    let evidence = |question: Option<Question>| match question {
        None => claimed(view.program(row).status.shown()),
        Some(question) => of_limit(view, question, row),
    };
    out.questions().map(|question| Reason { question, evidence: evidence(question) }).collect()
}

/// Returns the evidence for the fact that fails a limit.
fn of_limit(view: &View<'_>, question: Question, row: usize) -> Evidence {
    let program = view.program(row);
    match question {
        Question::Horizon => of_criterion(view, Criterion::Time, row),
        Question::Hours => claimed(program.workload.shown().filter(|_| program.pacing.is_known())),
        Question::Language | Question::Goal | Question::Education | Question::Depth => {
            claimed(program.languages.shown())
        }
        Question::Budget => of_criterion(view, Criterion::Cost, row),
        Question::Credit => of_criterion(view, Criterion::Credit, row),
        Question::Level => of_criterion(view, Criterion::Fit, row),
        Question::Field => of_criterion(view, Criterion::Field, row),
        Question::Exams => of_criterion(view, Criterion::Exams, row),
        Question::Pacing => of_criterion(view, Criterion::Pacing, row),
        Question::Institution => of_criterion(view, Criterion::Brand, row),
    }
}

/// Returns the price used in calculations, in the currency of the budget, or in US dollars without one. If courses are
/// finished, it is the price of the rest, estimated as an even share of the whole, as in the score.
pub(crate) fn price(view: &View<'_>, row: usize) -> Option<Claim<Money>> {
    let currency = view.preferences.budget.map_or(Currency::USD, |budget| budget.currency);
    let whole = view.program(row).price_in(currency)?;
    let done = &view.preferences.done;
    if done.finished(row).is_none() {
        return Some(whole);
    }
    let part = |amount: i64| whole_units(amount as f64 * done.left(row));
    let value = Money { low: part(whole.value.low), high: part(whole.value.high), ..whole.value };
    Some(Claim { value, basis: Basis::Estimated, ..whole })
}

/// Returns the evidence for the level on record, or for the one that the title names.
fn level(program: &Program) -> Evidence {
    match (program.level.shown(), level_in_title(&program.title), program.kind.shown()) {
        (None, Some(_), Some(kind)) => by(Basis::Inferred, kind.source),
        (claim, ..) => claimed(claim),
    }
}

fn claimed<T>(claim: Option<&Claim<T>>) -> Evidence {
    claim.map_or(Evidence::UNKNOWN, |claim| by(claim.basis, claim.source))
}

fn by(basis: Basis, source: SourceIx) -> Evidence {
    Evidence { basis: Some(basis), origin: Some(Origin::Source(source)) }
}

fn field(view: &View<'_>, row: usize) -> Evidence {
    let Some(wanted) = &view.preferences.field else { return Evidence::UNKNOWN };
    let program = view.program(row);
    // A title has no claim of its own; it comes with the record, like the kind.
    let by_title = |basis| {
        let source = program.kind.shown().map(|claim| Origin::Source(claim.source));
        Evidence { basis: Some(basis), origin: source }
    };
    // Unrecorded topics are inferred from the titles of the program and its courses.
    let by_topics = || program.topics.shown().map_or(by_title(Basis::Inferred), |claim| by(claim.basis, claim.source));
    match wanted.found(row).map(|(_, found)| &found.reason) {
        Some(FieldReason::Topic(_)) => by_topics(),
        Some(FieldReason::Subject(_)) => claimed(program.fields.shown()),
        Some(FieldReason::Skill(_)) => claimed(program.skills.shown()),
        Some(FieldReason::Name | FieldReason::Title(_) | FieldReason::Course(_)) => by_title(Basis::Stated),
        None if view.engine.reader.knows_field[row] => by_topics(),
        None => Evidence::UNKNOWN,
    }
}

fn credit(view: &View<'_>, row: usize) -> Evidence {
    match (credit_claim(view.program(row)), view.features(row).credit) {
        (Some(claim), _) => claimed(Some(claim)),
        (None, CreditState::PresumedNone | CreditState::Possible) => {
            Evidence { basis: Some(Basis::Presumed), origin: Some(Origin::Questionnaire) }
        }
        (None, _) => Evidence::UNKNOWN,
    }
}

fn time(view: &View<'_>, row: usize) -> Evidence {
    let pace = &view.pace(row);
    if pace.finish(view.preferences.hours).is_none() {
        return Evidence::UNKNOWN;
    }
    let program = view.program(row);
    let by_length = program.length.shown().map(|claim| by(claim.basis, claim.source));
    let by_hours = program.effort.shown().map(|claim| by(claim.basis, claim.source));
    let by_weeks = program.study_weeks.shown().map(|claim| by(claim.basis, claim.source));
    let by_workload = program.workload.shown().map(|claim| by(Basis::Derived, claim.source));
    let is_scaled = pace.scales() && view.preferences.hours.is_some();
    let first = if is_scaled { by_hours.or(by_workload).or(by_length) } else { by_length.or(by_weeks).or(by_hours) };
    first.unwrap_or(Evidence::UNKNOWN)
}

/// The fact to report about the exams of a program.
#[derive(Clone, Copy)]
pub(crate) enum ExamFact<'a> {
    Proctored(&'a Claim<bool>),
    Exam(&'a Claim<Text>),
    NotProctored(&'a Claim<bool>),
    OnlyPacing,
    Unknown,
}

/// Returns the fact about exams that counts. A stated exam takes precedence over proctoring that is only presumed.
pub(crate) fn exam_fact<'a>(view: &View<'a>, row: usize) -> ExamFact<'a> {
    let program = view.program(row);
    let exam = program.exam.shown();
    let is_exam_stated = exam.is_some_and(|claim| claim.basis == Basis::Stated);
    match (program.proctored.shown(), exam) {
        (Some(claim), _) if claim.value && (claim.basis == Basis::Stated || !is_exam_stated) => {
            ExamFact::Proctored(claim)
        }
        (_, Some(claim)) => ExamFact::Exam(claim),
        (Some(claim), None) => ExamFact::NotProctored(claim),
        (None, None) if is_scheduled_and_avoided(view, program) => ExamFact::OnlyPacing,
        (None, None) => ExamFact::Unknown,
    }
}

fn is_scheduled_and_avoided(view: &View<'_>, program: &Program) -> bool {
    PaceKind::of(program) == PaceKind::Scheduled
        && view.preferences.exams == Some(crate::advise::preferences::Exams::Avoid)
}

fn exams(view: &View<'_>, row: usize) -> Evidence {
    match exam_fact(view, row) {
        ExamFact::Proctored(claim) | ExamFact::NotProctored(claim) => claimed(Some(claim)),
        ExamFact::Exam(claim) => claimed(Some(claim)),
        ExamFact::OnlyPacing => claimed(view.program(row).pacing.shown()),
        ExamFact::Unknown => Evidence::UNKNOWN,
    }
}
